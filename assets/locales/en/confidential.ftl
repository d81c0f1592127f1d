# Cases that are encrypted at rest, locking, passphrases, recovery keys.

error-case-locked = “{ $file }” is encrypted and waits for its passphrase.
error-case-locked-safe = The case is complete and was not changed.
error-case-locked-do = Give the passphrase, or the recovery key that was printed when the case was encrypted.

error-case-keys-lost = The part of the encrypted case that holds its wrapped key is gone; the file was cut off or copied badly.
error-case-keys-lost-safe = The file was not changed.
error-case-keys-lost-do = Look for a file of the same name ending in “-key” beside the original, or use a backup; without it neither passphrase nor recovery key opens this copy.

error-case-plain = The case is not encrypted.
error-case-plain-safe = Nothing was changed.
error-case-plain-do = Encrypt the case first: in the settings, or with lisuan encrypt.

error-case-encrypted = The case is encrypted already.
error-case-encrypted-safe = Nothing was changed.
error-case-encrypted-do = To give it another passphrase, change the passphrase instead.

error-encrypt-failed = Encrypting or decrypting failed on this machine.
error-encrypt-failed-safe = The case is as it was.
error-encrypt-failed-do = Restart the program; if it happens again, check the installation.

error-bad-recovery-key = { $group ->
    [0] A recovery key has eight groups of five letters and digits.
   *[other] Group { $group } of the recovery key is mistyped.
}
error-bad-recovery-key-safe = Nothing was tried and nothing was changed.
error-bad-recovery-key-do = Compare it with the printed key, group by group, and type it again.

confidential-loss = Before you go on: nobody can open the case without its passphrase or its recovery key, neither the firm nor the makers of this program. Print the recovery key and keep it where the laptop is not.
confidential-recovery = Recovery key, shown this once:
confidential-recovery-about = It opens the case when the passphrase is lost, also after the passphrase was changed. Print it and keep it apart from the laptop. The last letter of each group checks the group.

cli-about-encrypt = Encrypt a plain case in place
cli-about-decrypt = Write a plain copy of an encrypted case
cli-about-passphrase = Change the passphrase of an encrypted case
cli-arg-encrypt = Encrypt the case at rest
cli-arg-remember = Let the system's key store remember the passphrase
cli-arg-passphrase_file = File whose first line is the passphrase of the case
cli-arg-recovery_key = Open the case with its recovery key
cli-arg-plain-out = Plain case file to write; must not exist
cli-arg-new-passphrase-file = File whose first line is the new passphrase
cli-arg-new-recovery-key = Make another recovery key; the one before opens nothing any more
cli-arg-forget = Let the system's key store forget the passphrase
cli-ask-case-passphrase = Passphrase of the case:
cli-ask-passphrase-again = The same once more:
cli-ask-recovery-key = Recovery key of the case:
cli-encrypted = Encrypted: { $file }
cli-decrypted = Plain copy written: { $file }. It can be read by anyone who gets it.
cli-passphrase-changed = The passphrase was changed; the recovery key stays good. Copies made before still open with the old passphrase.
cli-passphrase-forgotten = The key store no longer has the passphrase.
cli-passphrase-kept = The system's key store remembers the passphrase.
cli-passphrase-not-kept = The system's key store does not answer, so the passphrase is not remembered.

error-case-wrong-passphrase = This does not open the case.
error-case-wrong-passphrase-safe = The case was not changed and stays locked; trying again costs nothing.
error-case-wrong-passphrase-do = Check capital letters and the input method, or use the recovery key that was printed.

error-passphrases-differ = The passphrase was typed differently the second time.
error-passphrases-differ-safe = Nothing was changed.
error-passphrases-differ-do = Type the same passphrase twice.

# The window.

new-encrypt = Encrypt this case at rest
lock-title = “{ $file }” is encrypted
lock-hidden = Hidden
lock-hidden-about = The case is not encrypted: this only keeps it out of sight.
lock-show = Show the case
lock-passphrase = Passphrase
lock-recovery = Recovery key: eight groups of five
lock-use-recovery = I lost the passphrase and have the recovery key
lock-remember = Let this computer's key store remember the passphrase
lock-open = Open
lock-leave = Leave
lock-now = Lock now
lock-new-passphrase = New passphrase, 8 characters or more
lock-again = Once more
recovery-title = Recovery key
recovery-kept = I printed the recovery key or wrote it down
recovery-print = Print
recovery-done = Go to the case
settings-confidential = Confidential
settings-case-encrypted = The open case is encrypted at rest.
settings-case-plain = The open case is not encrypted: whoever has the file can read it.
settings-encrypt = Encrypt the case
settings-change-passphrase = Change the passphrase
settings-forget-passphrase = Ask for the passphrase each time
settings-lock-minutes = Lock when nobody is there
settings-lock-after = { $minutes ->
    [0] never
   *[other] { $minutes } minutes
}
settings-lock-about = An encrypted case is closed and asks for its passphrase again; a plain one is only hidden. Long work is not broken off.
settings-backup = Backup
settings-backup-last = Last backup: { $day } { $clock }, cases: { $count }
settings-backup-none = No backup has been made from here.
settings-backup-about = All cases of the library and those opened lately go to a disk or folder and are read back there. Encrypted cases stay encrypted.
settings-backup-now = Back up now
