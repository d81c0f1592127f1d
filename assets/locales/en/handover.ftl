# Handing a case over: packages, receipts, comparing keys
kind-handover = Handover
field-handover-direction = Direction
field-handover-counterpart = Counterpart
field-handover-at = Handed over at
field-handover-reason = Reason
field-handover-state = State of the claim
field-handover-part = Part
field-handover-package = Digest of the package
field-handover-file-name = File name
field-handover-closing = Encryption
field-handover-signed-by = Fingerprint of the signing key
field-handover-operations = Operations
field-handover-operations-digest = Digest of the operations
field-handover-originals = Originals
field-handover-originals-digest = Digest of the originals
field-handover-not-enclosed = Originals not enclosed
field-handover-received-at = Received at
field-handover-received-by = Received by
field-handover-received-key = Fingerprint of the receipt's key
field-handover-received-operations = Operations received
field-handover-received-originals = Originals received
field-handover-receipt-agrees = Receipt agrees
choice-handover-direction-out = handed over
choice-handover-direction-in = received
choice-handover-closing-open = not encrypted
choice-handover-closing-key = encrypted to a colleague's key
choice-handover-closing-passphrase = encrypted with a passphrase
choice-handover-receipt-agrees-yes = yes
choice-handover-receipt-agrees-no = no

op-hand-over = Hand the case over
op-receive-case = Receive the case
op-record-received = Record a package that was received
op-take-receipt = Record a receipt
op-add-handover = Add a handover
op-change-handover = Change a handover
op-delete-handover = Delete a handover

finding-HND-02 = The receipt of { $counterpart } is not what was handed over.
finding-HND-02-do = Compare operations, originals and digests in the handover's record; ask whether the whole package arrived, and hand over again if not.

closing-open = not encrypted: whoever has the file can read it
closing-key = encrypted to a key
closing-passphrase = encrypted with a passphrase

sender-own = Signed with this installation's key
sender-known = Signed with a key that was compared: { $name }
sender-new = Signed with a key that was never compared: { $name }
sender-unsigned = Not signed: nothing says whom it is from or whether it was altered
sender-namesake = Mind: a known colleague of the same name has another key.
sender-number = Number to compare by phone: { $number }

package-remark-clock-set-back = An operation claims an earlier time than what it was made on top of: a computer's clock was set back. The chain gives the order, not the clocks.
package-remark-part = Only part of the originals is enclosed; the text of the whole case is.

error-not-a-package = { $file } is neither a handover package nor a receipt.
error-not-a-package-safe = Nothing was changed.
error-not-a-package-do = Choose a file that ends in .lshand or .lsreceipt.

error-package-cut-off = { $file } is not complete: its end is missing.
error-package-cut-off-safe = Nothing was taken in; no case was changed.
error-package-cut-off-do = This happens when a transfer stops or a stick is pulled out. Copy it again or ask for it again.

error-package-disagrees = { $file } does not agree with its own list: { $what }.
error-package-disagrees-safe = Nothing was taken in; no case was changed.
error-package-disagrees-do = It was damaged on the way or altered. Ask for it again and make sure whom it is from.

error-package-signature = The signature of { $file } does not hold ({ $what }).
error-package-signature-safe = Nothing was taken in; no case was changed.
error-package-signature-do = It was altered after it was signed. Ask the sender for it again.

error-package-newer = { $file } was made by a newer program ({ $program }) in format { $found }; this program reads up to format { $known }.
error-package-newer-safe = Nothing was changed.
error-package-newer-do = Update this program to { $program } or later.

error-package-locked = { $file } is encrypted with a passphrase, which is needed.
error-package-locked-safe = Nothing was changed.
error-package-locked-do = Ask the sender for the passphrase on another way (command line: --package-passphrase-file).

error-package-other-key = { $file } is encrypted to another key than this installation's.
error-package-other-key-safe = Nothing was changed.
error-package-other-key-do = Send your key to the sender (the line of lisuan key show that begins with age1) and ask for it again. After a change of the seal key, older packages open with the older key.

error-package-limit = { $file } is beyond the limits ({ $what ->
    [entries] more than 10,000 entries
    [bytes] a file larger than 512 MiB
    [operations] too many operations
   *[other] { $what }
}).
error-package-limit-safe = Nothing was changed.
error-package-limit-do = Hand over in parts; if it came like this, ask the sender whether the file is right.

error-package-operation = Operation { $line } of { $file } is none that this program writes: { $what }.
error-package-operation-safe = Nothing was taken in; no case was changed.
error-package-operation-do = Ask the sender: something may be wrong with their program or file.

error-package-other-case = { $file } is a package of another case.
error-package-other-case-safe = The case was not changed.
error-package-other-case-do = Choose the case it belongs to, or receive it as a new case.

error-sender-not-confirmed = { $number ->
    [unsigned] The package is not signed: nothing says whom it is from.
   *[other] The package is signed with a key that was never compared; its number is { $number }.
}
error-sender-not-confirmed-safe = Nothing was taken in; no case was changed.
error-sender-not-confirmed-do = { $number ->
    [unsigned] Ask for it to be handed over again with this program; to take it all the same, say so (command line: --accept unsigned).
   *[other] Compare these thirty digits with the sender by phone; if they agree, give them (command line: --accept "{ $number }"), and the key is known from then on.
}

error-not-a-recipient = { $file } is neither a key to encrypt to nor the name of exactly one known colleague.
error-not-a-recipient-safe = No file was written.
error-not-a-recipient-do = Ask your colleague for the line of lisuan key show that begins with age1.

error-receipt-unknown = { $file } is a receipt of no package that went out of this case.
error-receipt-unknown-safe = The case was not changed.
error-receipt-unknown-do = Open the case the package was handed over from, then import the receipt.

error-originals-elsewhere = Originals of photos or papers are not here but with { $name }.
error-originals-elsewhere-safe = The case was not changed; no file was written.
error-originals-elsewhere-do = Have the report made by who has all originals, or ask for the whole case.

error-passphrase-file = The passphrase file does not read or holds no passphrase.
error-passphrase-file-safe = Nothing was changed.
error-passphrase-file-do = The first line of the file is the passphrase, in UTF-8.

key-number = Number to compare by phone: { $number }
key-recipient = Key to encrypt packages to: { $recipient }

cli-about-handover = Hands a case over: writes a package (.lshand)
cli-about-receive = Receives a package: a new case, or merged into a case
cli-about-receipt = Imports a receipt (.lsreceipt)
cli-arg-package-out = The package to write
cli-arg-to = The colleague's key (age1…) to encrypt to, or the name of a known colleague
cli-arg-package-passphrase-file = A file whose first line is the passphrase
cli-arg-part = Enclose the originals of this policy section or damaged place only (name or key); the text of the whole case goes along
cli-arg-recipient = To whom
cli-arg-reason = Why
cli-arg-state = Where the claim stands
cli-arg-package = The package
cli-arg-into = A folder (new case) or a case (merged)
cli-arg-preview = Only say what it would do; write nothing
cli-arg-receipt = The receipt to write
cli-arg-accept = The thirty digits as compared by phone; "unsigned" for a package nobody signed
cli-arg-encrypt-received = Keep the new case encrypted at rest (its passphrase is asked for, or --passphrase-file)
cli-receipt-failed = The package was received; its receipt was not written:
cli-arg-receipt-file = The receipt

cli-handed-over = Written and read back: { $file } ({ $operations } operations, { $originals } originals, { $bytes } bytes).
cli-handed-over-digest = Digest of the package: { $digest }
cli-handed-over-part = The text of the whole case goes along; originals not enclosed: { $count } ({ $numbers })
cli-package-of = { $insured } ({ $claim }), handed over by { $from } at { $at } to { $recipient }
cli-package-why = Reason: { $reason }; state of the claim: { $state }; part: { $part }
cli-package-holds = { $operations } operations, { $originals } originals ({ $bytes } bytes), not enclosed: { $absent }
cli-package-new-case = As a new case: { $operations } operations, { $originals } originals.
cli-package-merge = Merged: { $operations } new operations, { $originals } new originals, { $conflicts } to decide.
cli-package-nothing = All of it is in the case already; nothing changes.
cli-package-change = { $kind }: { $count }
cli-package-renumbered = Numbers that another has, with a mark: { $numbers }
cli-package-preview = This is a preview; nothing was written.
cli-received = Received into { $file }.
cli-receipt-written = Receipt: { $file }; send it back.
cli-receipt-of = Received by { $name } at { $at }.
cli-receipt-counts = Operations: { $operations } handed over, { $operations_received } received; originals: { $originals } handed over, { $originals_received } received.
cli-receipt-agrees = Counts and digests agree.
cli-receipt-differs = It is not what was handed over; recorded as a finding.
cli-check-elsewhere = Photos and papers whose originals are with someone else: { $count }
cli-progress-hand-over = Handing over
cli-progress-check-package = Checking the package
cli-progress-receive = Receiving

handover-part-give = Hand over
handover-part-take = Receive
give = Hand over…
give-recipient = To whom
give-whole = The whole case
give-part-about = Only the originals of this part are enclosed; the text of the whole case goes along, because its journal is one chain.
give-key = The colleague's key (age1…) or a known colleague's name
give-passphrase = Passphrase
give-passphrase-about = Tell the passphrase on another way, never with the package; without it nothing opens it.
give-take-receipt = Import a receipt…
give-done = Written and read back.
take = Receive
take-target = Receive as
take-target-merge = Merged into this case
take-target-new = A new case
take-choose = Choose a package…
take-passphrase = Passphrase of the package
take-open = Open
take-from = Handed over by
take-accept = The thirty digits, as the sender reads them out by phone
take-unsigned = Take the package although nobody signed it
take-receipt = Write a receipt
task-hand-over = Handing the case over
task-check-package = Checking the package
task-receive = Receiving the package
settings-colleagues = Colleagues' keys
settings-colleagues-about = Keys that were compared by phone when a package came. Packages from them are taken without comparing again, and a case can be encrypted to them by name.
colleagues-none = No key was compared yet.
colleague-since = compared on { $day }
colleague-key = packages can be encrypted to them
colleague-no-key = their package named no key to encrypt to
colleague-forget = Forget
colleague-forget-sure = Forget it: the next package has to be compared again
cli-about-colleague = Keys of colleagues that were compared
cli-about-colleague-list = List the keys that were compared
cli-about-colleague-rename = Give a colleague another name here; their key stays what it is
cli-about-colleague-forget = Forget a key; the next package from it has to be compared again
cli-arg-colleague = The thirty digits, or the fingerprint of the certificate
cli-arg-colleague-name = What the colleague is called here
cli-column-colleague-name = Name
cli-column-colleague-number = Number to compare
cli-column-colleague-since = Compared on
cli-column-colleague-key = Encryption
