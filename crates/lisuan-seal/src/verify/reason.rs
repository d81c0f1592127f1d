//! Why a file is not as it was sealed.

use crate::error::ReadError;

/// Declares the reasons once, with the code each is known by outside.
macro_rules! reasons {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)*) => {
        /// One reason why a file is not as it was sealed, or was never one of ours.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Reason {
            $($(#[$doc])* $name,)*
        }

        impl Reason {
            /// Every reason, in the order of the checks.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Returns the stable code under which the words for this reason are kept.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }
        }
    };
}

reasons! {
    /// The file does not start like a PDF 1.7 or 2.0.
    NotPdf = "not-pdf",
    /// The file does not end with a PDF's end: something was cut off.
    Truncated = "truncated",
    /// Bytes follow the end of the PDF.
    BytesAfterEnd = "bytes-after-end",
    /// The file is encrypted, so what it shows depends on more than its bytes.
    Encrypted = "encrypted",
    /// The file has a second revision: something was appended after it was made.
    LaterRevision = "later-revision",
    /// The cross-reference table is not the one strict table of a single revision.
    CrossReference = "cross-reference",
    /// The trailer holds something else than what one revision needs.
    Trailer = "trailer",
    /// Two entries of the cross-reference table name the same object.
    DuplicateObject = "duplicate-object",
    /// An object is not where the table says, or is not written strictly.
    Object = "object",
    /// A dictionary names the same key twice, so two readers may see two documents.
    DuplicateKey = "duplicate-key",
    /// Bytes lie between the objects that belong to none of them.
    HiddenBytes = "hidden-bytes",
    /// An object is reachable from nowhere, so it waits to be shown by a change.
    HiddenObject = "hidden-object",
    /// An object refers to one that is not there.
    BrokenReference = "broken-reference",
    /// The file nests deeper, or is in more or larger parts, than a dossier ever is.
    Limit = "limit",
    /// The file carries scripts, actions, media or other content that can change what is shown.
    ActiveContent = "active-content",
    /// The file has layers, which can be shown or hidden.
    OptionalContent = "optional-content",
    /// Objects are packed in a form this strict reader refuses (object or reference streams,
    /// contents kept in other files).
    PackedObjects = "packed-objects",
    /// There is no seal.
    SealMissing = "seal-missing",
    /// There is more than one signature, or more than one form field.
    SealRepeated = "seal-repeated",
    /// The seal's dictionary, field or form is not as this program writes it.
    SealDictionary = "seal-dictionary",
    /// The seal does not certify the document against any change (DocMDP, P=1).
    Certification = "certification",
    /// The time of sealing is missing or is no PDF date.
    ClaimedTime = "claimed-time",
    /// The signed range is not the whole file without the seal itself.
    ByteRange = "byte-range",
    /// The room of the seal does not hold one seal and zeros.
    Contents = "contents",
    /// The seal is not a strictly encoded CMS signature of the expected profile.
    Cms = "cms",
    /// There is not exactly one signer with one certificate.
    SignerCount = "signer-count",
    /// The signed attributes are not exactly content type, digest and certificate.
    SignedAttributes = "signed-attributes",
    /// There are unsigned attributes other than one timestamp.
    UnsignedAttributes = "unsigned-attributes",
    /// The timestamp is not of this seal, not rightly signed, or of a kind that cannot be judged.
    Timestamp = "timestamp",
    /// The certificate is not a usable P-256 or RSA certificate, or contradicts itself.
    Certificate = "certificate",
    /// The signature was made for another certificate.
    CertificateMismatch = "certificate-mismatch",
    /// The file's digest differs from the sealed one: bytes were changed.
    Digest = "digest",
    /// The signature does not belong to the sealed attributes and key.
    Signature = "signature",
}

/// Why a step of the check ended early.
#[derive(Debug)]
pub(super) enum Stop {
    /// The file could not be read: no verdict.
    Unreadable(ReadError),
    /// The file was read and is refused.
    Refused(Reason),
}

impl From<ReadError> for Stop {
    fn from(error: ReadError) -> Self {
        Self::Unreadable(error)
    }
}

impl From<Reason> for Stop {
    fn from(reason: Reason) -> Self {
        Self::Refused(reason)
    }
}

/// The result of a step.
pub(super) type Step<T> = Result<T, Stop>;
