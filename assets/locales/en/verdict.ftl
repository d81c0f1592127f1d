# The verdict on a sealed dossier, and the reasons.

verdict-as-sealed = Exactly as sealed: nothing was changed since.
verdict-not-as-sealed = Not as sealed, or never sealed by Lisuan: do not use it as an original.

verdict-not-pdf = The file does not begin like a PDF 1.7 or 2.0.
verdict-truncated = The end of the file is missing; it was cut off.
verdict-bytes-after-end = There are bytes after the end of the PDF.
verdict-encrypted = The file is encrypted, so what it shows depends on more than the file.
verdict-later-revision = A revision was appended after the file was made.
verdict-cross-reference = The cross-reference table is not that of a single revision.
verdict-trailer = The trailer holds something it should not.
verdict-duplicate-object = The cross-reference table names the same object twice.
verdict-object = An object is not where the table says, or is not written strictly.
verdict-duplicate-key = A dictionary has the same key twice, so two readers may show different content.
verdict-hidden-bytes = There are bytes between the objects that belong to none of them.
verdict-hidden-object = There is a hidden object that nothing refers to.
verdict-broken-reference = An object refers to one that is not there.
verdict-limit = The file nests deeper, or has more or larger parts, than a dossier can have.
verdict-active-content = The file holds scripts, actions, media or other content that can change what is shown.
verdict-optional-content = The file has layers that can be shown or hidden.
verdict-packed-objects = Objects are packed or kept in other files, so they cannot be checked byte by byte.
verdict-seal-missing = The file has no seal.
verdict-seal-repeated = The file has more than one signature or form field.
verdict-seal-dictionary = The signature dictionary, field or form is not as this program writes it.
verdict-certification = The seal does not forbid every change (DocMDP, P=1).
verdict-claimed-time = The time of sealing is missing or is not written as PDF asks.
verdict-byte-range = The seal does not cover the whole file apart from itself.
verdict-contents = The room of the seal holds something else than one seal and zeros.
verdict-cms = The seal is not a strictly encoded CMS signature of the expected form.
verdict-signer-count = There is not exactly one signer with one certificate.
verdict-signed-attributes = The signed attributes are not exactly content type, digest and certificate.
verdict-unsigned-attributes = The unsigned attributes hold something else than a timestamp.
verdict-certificate = The certificate cannot be used or contradicts itself.
verdict-certificate-mismatch = The seal was made for another certificate than the one enclosed.
verdict-digest = The content differs from the sealed digest: bytes were changed.
verdict-signature = The signature does not belong to the sealed content and key.
