# The key that seals, its certificate, timestamps, and the SM2 signature beside a dossier.

key-none = There is no key yet; the first dossier makes one.
key-of = The key belongs to: { $name }
key-self-made = The certificate was made by this program and nobody else vouches for the name; compare its fingerprint.
key-issued = The certificate was issued by: { $issuer }
key-guard-nothing = Only the rights of its file guard the key: whoever can read your files can seal in your name.
key-guard-passphrase = A passphrase guards the key.
key-guard-store = The system's key store guards the key; it is open while you are logged in.
key-validity = The certificate is valid from { $from } to { $to } (UTC)
key-is-expired = The certificate has expired; it seals no longer.
key-is-not-yet = The certificate is not valid yet; it cannot seal.

seal-issued = The certificate was issued by: { $issuer } (in its own words; the chain was not checked)
seal-self-made = The certificate is self-signed: it proves that nothing changed since; compare the fingerprint to know who sealed.
seal-outside-validity = Note: the claimed time of sealing lies outside the certificate's validity ({ $from } to { $to }).
seal-timestamp = Timestamp of a third party: { $time }, by { $authority }
seal-trust-not-asked = The timestamp belongs to this dossier and its signature is right. Whether its authority can be trusted was not judged, because no trusted certificate was given.
seal-trust-trusted = One of the trusted certificates vouches for the authority of the timestamp.
seal-trust-untrusted = None of the trusted certificates vouches for the authority of the timestamp.
seal-beside-holds = The SM2 signature beside the dossier holds (public key, SM3: { $fingerprint }); the key has no certificate, and no certified cryptographic product made it.
seal-beside-fails = The SM2 signature beside the dossier is wrong or of another dossier (public key, SM3: { $fingerprint }).

verdict-timestamp = The timestamp is not of this seal, not rightly signed, or of a kind that cannot be judged.

error-no-key = There is no key that seals yet.
error-no-key-safe = Nothing was changed.
error-no-key-do = Export a dossier or run lisuan key new to make one.
error-key-locked = A passphrase guards the key that seals, and none was given.
error-key-locked-safe = The case was not changed and no unsealed dossier was made.
error-key-locked-do = Unlock the key in the settings (the command line asks for the passphrase) and try again.
error-wrong-passphrase = The passphrase is wrong; it does not open { $file }.
error-wrong-passphrase-safe = The key was not changed; its passphrase still guards it.
error-wrong-passphrase-do = Check capital letters and the input method. A passphrase cannot be recovered: if it is forgotten, make a new key. Dossiers sealed before can still be verified.
error-weak-passphrase = The passphrase is too short: it needs { $characters } characters at least.
error-weak-passphrase-safe = The key is guarded as it was.
error-weak-passphrase-do = Use a longer one, such as a sentence of a few words.
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
   *[other] Get a new answer with the request of this dossier (lisuan stamp request).
}

cli-about-key = The key that seals
cli-about-key-show = Show whose key it is, what guards it, its validity and fingerprint
cli-about-key-new = Make a new key; the one before is kept under another name
cli-about-key-import = Take the firm's own key and certificate out of a PKCS#12 file
cli-about-key-protect = Guard the key by the system's key store (default) or a passphrase
cli-about-key-export = Write the certificate for others to compare; the private key stays here
cli-about-stamp = Timestamps of third parties (RFC 3161)
cli-about-stamp-request = Write a request for a timestamp, to be carried to a connection
cli-about-stamp-add = Put the answer of a time-stamping authority into the dossier
cli-about-sm2 = Sign beside the dossier with SM2/SM3 (no claim to be a certified product)
cli-arg-passphrase = Guard by a passphrase, typed at the terminal or read from standard input, one a line
cli-arg-store = Guard by the system's key store
cli-arg-file = PKCS#12 file (.p12, .pfx)
cli-arg-certificate-out = Certificate file to write (PEM)
cli-arg-sealed-pdf = A sealed dossier
cli-arg-request-out = Request file to write
cli-arg-answer = Answer of the time-stamping authority
cli-arg-trust = Trusted certificates of time-stamping authorities (PEM or DER)
cli-arg-parts = List the digests of all photos and attachments inside
cli-ask-passphrase = Passphrase of the key:
cli-ask-new-passphrase = New passphrase:
cli-ask-file-passphrase = Passphrase of that file:
cli-stamp-requested = Request written: { $file }. It holds the digest of the seal's signature and nothing else.
cli-part-page = Original on a page: { $name } { $digest }
cli-part-attachment = Original attached: { $name } { $digest }
cli-part-not-inside = Bytes of the original not inside (a copy stands for it, a part is covered, or it was altered): { $name } { $digest }
cli-part-other = Picture that is not on the list of originals: object { $name } { $digest }
cli-part-attached = Attachment: { $name } { $digest }
cli-parts-unreadable = The file is not written as a dossier is, so its photos and attachments cannot be listed.

settings-key = Key that seals
settings-key-about = Dossiers are sealed with it. The private key stays on this laptop.
settings-key-name = Belongs to
settings-key-issuer = Certificate issued by
settings-key-guard = Guarded by
settings-key-valid = Valid (UTC)
settings-key-protect = Guard by a passphrase
settings-key-store = Guard by the system's key store
settings-key-import = Import the firm's certificate (PKCS#12)
settings-key-export = Write the certificate
settings-key-new = Make a new key
settings-key-new-sure = A new key has a new fingerprint, which others must be told. The one before is kept under another name, and dossiers sealed with it are not affected.
settings-key-unlock = Unlock
settings-key-passphrase = Passphrase
settings-key-passphrase-new = New passphrase (at least 8 characters)
settings-key-passphrase-file = Passphrase of that PKCS#12 file
settings-key-done = The key was updated.
seal-algorithm = Kind of key
seal-issuer = Certificate issued by
seal-stamp-time = Timestamp of a third party
