# Three sentences for every error: what happened, what is safe, what to do.

error-not-a-case = “{ $file }” is not a Lisuan case file.
error-not-a-case-safe = Only its first bytes were looked at; nothing was changed.
error-not-a-case-do = Choose a case file ending in .lisuan; add photos after a case is open.

error-case-newer = The case file has version { $found }; this program reads up to version { $known }.
error-case-newer-safe = The file was not changed and is complete.
error-case-newer-do = Install a newer version of Lisuan and open the case again.

error-case-altered = The inner structure of the case file was altered: { $what }.
error-case-altered-safe = None of its data was read and the file was not changed.
error-case-altered-do = Keep this file as evidence and get the original case file from a backup or a colleague.

error-case-damaged = The case file holds something that does not read: { $what }.
error-case-damaged-safe = This step wrote nothing; the file is as it was.
error-case-damaged-do = Keep a copy of the file first, then check the case to see how far the damage goes, or use a backup.

error-exists = “{ $file }” exists already.
error-exists-safe = The existing file was not changed.
error-exists-do = Choose another name, or move the existing file away first.

error-missing = “{ $file }” cannot be found.
error-missing-safe = Nothing was changed.
error-missing-do = Check the name and the place; connect the removable or network drive if it is on one.

error-no-permission = There is no permission to read or write “{ $file }”.
error-no-permission-safe = Nothing was changed.
error-no-permission-do = Choose a folder you can write to, or ask an administrator for permission.

error-read-only = This case can be viewed but not changed: another program has it open, or its place cannot be written.
error-read-only-safe = The case is complete and was not changed.
error-read-only-do = Close the case where else it is open, or copy the file to a folder you can write to and open that copy.

error-disk-full = There is no room left on the disk, so this was not saved.
error-disk-full-safe = Everything saved before is there; the case is as it was after the last save.
error-disk-full-do = Make room on the disk, then do this step again.

error-medium-gone = The disk or share that “{ $file }” lies on no longer answers: it may have been pulled out, be disconnected, or be faulty.
error-medium-gone-safe = Everything saved before in the case is there; this step was not finished, and nothing incomplete stands under that name.
error-medium-gone-do = Connect the disk or share again and repeat the step; if it happens again, use another disk.

error-case-medium-gone = The disk or share of the case file no longer answers: it may have been pulled out, be disconnected, or be faulty.
error-case-medium-gone-safe = Everything that was shown as saved is on that disk; the last step was not saved.
error-case-medium-gone-do = Connect the disk or share again, then close the case and open it; if it happens again, copy the case file elsewhere first.

error-letter-unfinished = The letter still has blanks (________) or no subject, so it was not sealed.
error-letter-unfinished-safe = Letter and case are as they were.
error-letter-unfinished-do = Fill in subject and text, then export it again.

error-busy = Another program is writing the case file and did not finish in time.
error-busy-safe = Nothing was changed.
error-busy-do = Try again in a moment; if it stays so, close other programs that use this case.

error-io = Reading or writing failed: { $file } { $reason }.
error-io-safe = Everything saved before is there; this step was not saved.
error-io-do = Check the disk and its connection and try again; if it happens again, copy the case file elsewhere first.

error-no-case-open = No case is open.
error-no-case-open-safe = Nothing was changed.
error-no-case-open-do = Make or open a case first.

error-bad-value =
    { $reason ->
        [empty] There is no text, so nothing was recorded.
       *[other] “{ $value }” cannot stand in this field ({ $field }).
    }
error-bad-value-safe = The case was not changed; what was typed is still there.
error-bad-value-do = Write dates as 2026-11-22 and amounts and quantities as 1234.50, and choose from the list where there is one; correct it and try again.

error-not-found = What was asked for is not there: { $what }.
error-not-found-safe = The case was not changed.
error-not-found-do = It may have been deleted; refresh and choose again.

error-too-many = This is more at once than the program takes ({ $limit }).
error-too-many-safe = What is beyond the limit was not processed; everything saved before is there.
error-too-many-do = Do it in several parts.

error-nothing-to-undo = There is nothing to undo or redo.
error-nothing-to-undo-safe = The case was not changed.
error-nothing-to-undo-do = Nothing needs to be done; go on working.

error-cancelled = It was stopped as asked.
error-cancelled-safe = Everything saved before the stop is there.
error-cancelled-do = Start again when needed; photos that are in will not come in twice.

error-work-under-way = Other long work is under way.
error-work-under-way-safe = The work under way is not affected.
error-work-under-way-do = Wait until it is done, or stop it first.

error-no-such-sample = There is no sample case of that name.
error-no-such-sample-safe = No file was made.
error-no-such-sample-do = The samples are power-plant and embankment.

error-decoder-missing = The process that reads photos cannot be started.
error-decoder-missing-safe = Photos and data already in the case are there; these photos did not come in.
error-decoder-missing-do = Start Lisuan again; if that does not help, install it again and check whether security software blocks it.

error-original-altered = The original of photo { $number } no longer has the SHA-256 it was taken in with, or is no longer in the case file.
error-original-altered-safe = No dossier was made from it and the case file was not changed.
error-original-altered-do = Check the case to see how far it goes, and get the original from a backup or the camera.

error-dossier-failed = The dossier could not be made.
error-dossier-failed-safe = The case was not changed and no incomplete dossier was left.
error-dossier-failed-do = Check the place it goes to and the room left, and try again.

error-key-unreadable = The key that seals dossiers cannot be read or made.
error-key-unreadable-safe = The case was not changed and no unsealed dossier was made.
error-key-unreadable-do = Check the permissions of the settings folder; if the key file is damaged, restore it from a backup.

error-seal-failed = The dossier was written, but its seal did not pass the check that follows.
error-seal-failed-safe = The case was not changed; the file that was written must not be handed out.
error-seal-failed-do = Check the disk, export again and verify again.

error-settings = The settings cannot be read or kept.
error-settings-safe = Cases and the settings as they were are not changed.
error-settings-do = Check the permissions of the settings folder and the values of the settings.

error-not-a-bill = “{ $file }” is no bill of quantities that can be read here.
error-not-a-bill-safe = Nothing was taken from it and the case is as it was.
error-not-a-bill-do = Save it as XLSX, XLS, ODS or CSV and choose that file.

error-bill-locked = The bill “{ $file }” is locked with a password.
error-bill-locked-safe = Nothing was taken from it and the case is as it was.
error-bill-locked-do = Save a copy without a password and choose that one.

error-bill-damaged = The bill “{ $file }” does not read to its end: { $reason }.
error-bill-damaged-safe = Nothing was taken from it, not even the part that read; the case is as it was.
error-bill-damaged-do = Open it in a spreadsheet program, save it anew and choose the new file.

error-bill-too-large = The bill “{ $file }” brings more than is read ({ $limit }): { $reason }.
error-bill-too-large-safe = Nothing was taken from it and the case is as it was.
error-bill-too-large-do = Delete sheets, rows or columns that are no part of the bill, or divide it.

error-no-prices = No unit price was found in “{ $file }”.
error-no-prices-safe = The case is as it was.
error-no-prices-do = Look at how its columns were recognised and choose them yourself.

error-sheet-changed = What is signed was changed after it was shown; it was not signed.
error-sheet-changed-safe = The case is as it was, and so are its signatures.
error-sheet-changed-do = Read what stands there now and sign again.

error-no-key = There is no key that seals yet.
error-no-key-safe = Nothing was changed.
error-no-key-do = Export a dossier, or make one in the settings (command line: lisuan key new).

error-key-locked = A passphrase guards the key that seals, and none was given.
error-key-locked-safe = The case was not changed and no unsealed dossier was made.
error-key-locked-do = Unlock the key in the settings (the command line asks for the passphrase) and try again.

error-wrong-passphrase = The passphrase is wrong; it does not open { $file }.
error-wrong-passphrase-safe = The key was not changed; its passphrase still guards it.
error-wrong-passphrase-do = Check capital letters and the input method. A passphrase cannot be recovered: if it is forgotten, make a new key. Dossiers sealed before can still be verified.

error-weak-passphrase = The passphrase is too short: it needs { $characters } characters at least.
error-weak-passphrase-safe = Nothing was changed; what guarded before still does.
error-weak-passphrase-do = Use a longer one, such as a sentence of a few words.
error-encrypts-new-case = Only a case that is received as new can be encrypted on the way; this package goes into a case that is there.
error-encrypts-new-case-safe = Nothing was written and no case was changed.
error-encrypts-new-case-do = Receive it as a new case, or encrypt the case that is there first.

error-key-store-silent = The system's key store is not there or does not answer.
error-key-store-silent-safe = The key file was not changed; dossiers sealed before are not affected.
error-key-store-silent-do = Log in to the desktop, unlock the key store and try again, or guard the key with a passphrase.

error-key-lost = The system's key store no longer has what opens the key, so the key cannot be used.
error-key-lost-safe = Dossiers sealed before are not affected and can be verified; the key file stays as it is.
error-key-lost-do = Restore the system's key store from a backup if there is one; otherwise make a new key and tell its fingerprint to those who compare it.

error-key-expired = The certificate that seals expired on { $date }.
error-key-expired-safe = The case was not changed; dossiers sealed before that day can be verified.
error-key-expired-do = Check the date of this computer. If it is right, make a new key or import the firm's renewed certificate.

error-key-not-yet-valid = The certificate that seals is valid only from { $date }.
error-key-not-yet-valid-safe = The case was not changed and no dossier was made.
error-key-not-yet-valid-do = Check the date and time of this computer and try again.

error-not-a-key = { $file } holds no key that can seal.
error-not-a-key-safe = The key that was there was not changed.
error-not-a-key-do = Choose a PKCS#12 file (.p12, .pfx) with one private key and its certificate; P-256 and RSA of 2048 to 4096 bits are taken.

error-not-a-certificate = { $file } holds no certificate that can be read.
error-not-a-certificate-safe = The dossier was not changed.
error-not-a-certificate-do = Choose a file of certificates in PEM or DER.

error-not-as-sealed = { $file } is not as it was sealed, or no dossier of this program.
error-not-as-sealed-safe = The file was not changed.
error-not-as-sealed-do = Verify the file first, and use the dossier as it was sealed.

error-stamp-refused = { $reason ->
    [not-granted] The time-stamping authority did not grant the timestamp.
    [already-there] The dossier has a timestamp already.
    [too-long] The timestamp is longer than the room the dossier keeps for it.
    [not-of-this-seal] The timestamp is not of this dossier, or comes from somebody who may not give one.
   *[other] The file is no answer of a time-stamping authority.
}
error-stamp-refused-safe = The dossier was not changed and is still as sealed.
error-stamp-refused-do = { $reason ->
    [already-there] No second one is needed.
    [too-long] Ask the authority for a timestamp without its whole chain of certificates.
   *[other] Get a new answer with the timestamp request of this dossier.
}
