# Shared places for packages and receipts.

error-place-refused = The shared place refuses access.
error-place-refused-safe = Nothing was changed here or there.
error-place-refused-do = Check user name and password or key, and the rights they have in that folder or bucket.

error-place-unreachable = The shared place does not answer or broke off: { $reason }.
error-place-unreachable-safe = A file is taken whole or not at all; what came so far is kept to go on with.
error-place-unreachable-do = Check the network and the address, then try again: a broken transfer goes on where it was.

error-place-plain-http = “{ $address }” is reached without encryption (http), so others could read the password on its way.
error-place-plain-http-safe = Nothing was sent.
error-place-plain-http-do = Use an address that begins with https. For a disk in your own office that has none, allow it for this place.

error-bad-place = “{ $address }” is no name or address of a shared place.
error-bad-place-safe = Nothing was changed.
error-bad-place-do = Give a short name and a folder, a WebDAV address or an S3 address with its bucket.

error-place-name = “{ $file }” is no package and no receipt.
error-place-name-safe = Nothing was sent or fetched.
error-place-name-do = Shared places hold files ending in .lshand and .lsreceipt.

error-place-altered = What came from the shared place is not what was sent: its digest differs.
error-place-altered-safe = It was thrown away; nothing was received.
error-place-altered-do = Ask the sender to send it again, and who else can write in that place.

place-kind-folder = folder
place-kind-webdav = WebDAV server
place-kind-s3 = S3 storage
place-none = No shared place yet.
place-sent = “{ $file }” is in “{ $place }”, whole.
place-fetched = Fetched, digest right: { $file }
inbox-empty = Nothing is there.
inbox-new = new
inbox-known = known

cli-column-place-place = Place
cli-column-place-kind = Kind
cli-column-place-address = Address
cli-column-place-user = User
cli-column-inbox-state = State
cli-column-inbox-file = File
cli-column-inbox-bytes = Bytes
cli-column-inbox-at = Put there
cli-progress-send = Sending
cli-progress-fetch = Fetching
cli-ask-place-password = Password or secret key of the place:
cli-about-place = Shared places for packages and receipts
cli-about-place-add = Add a place: folder, WebDAV or S3; its password goes to the system's key store
cli-about-place-list = List the places
cli-about-place-remove = Forget a place; what lies there stays
cli-about-place-send = Send a package or receipt to a place
cli-about-place-inbox = Show what lies in a place and what is new
cli-about-place-fetch = Fetch a file; a broken transfer goes on where it was
cli-arg-place-name = Name of the place
cli-arg-place-file = Package or receipt to send
cli-arg-place-item = Name of the file in the place
cli-arg-fetch-into = Folder to fetch into; nothing in it is replaced
cli-arg-folder = Folder or network share
cli-arg-webdav = Address of a folder on a WebDAV server
cli-arg-s3 = Address of S3-compatible storage
cli-arg-bucket = Bucket
cli-arg-region = Region of the storage
cli-arg-prefix = Folder in the bucket
cli-arg-user = User name or access key id; the password is asked for
cli-arg-plain_http = Allow an address without encryption (http)

rail-inbox = Inbox
inbox-title = Inbox
inbox-places = Shared places
inbox-refresh = Refresh
inbox-fetch = Fetch
inbox-no-places = No shared places yet. Colleagues can leave packages and receipts in a shared folder, on WebDAV or S3 storage; no server of ours is needed.
inbox-to-settings = Add a shared place
settings-places = Shared places
settings-places-about = Folders, WebDAV or S3 storage for packages and receipts; passwords go to the system's key store.
place-add = Add a shared place
place-choose-folder = Choose a folder and add…
place-remove = Remove
place-user = User name or access key ID
place-password = Password or secret key
place-send = Send to “{ $place }”
