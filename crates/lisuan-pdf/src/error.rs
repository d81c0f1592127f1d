//! Why a document could not be written.

use std::io;

use crate::jpeg::JpegError;

/// Why a document could not be written. What was written so far is not a document.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    /// A font file cannot be embedded.
    #[error("embedding the fonts: {0}")]
    Font(String),
    /// A claimed time is not RFC 3339 with an offset.
    #[error("not a time with an offset: {0:?}")]
    Time(String),
    /// Stored bytes could not be read.
    #[error("reading {key} from the case")]
    Stored {
        /// The SHA-256 by which the bytes are known.
        key: String,
        /// What happened.
        #[source]
        source: io::Error,
    },
    /// Stored bytes are no longer those that their hash names.
    #[error("the bytes stored as {key} have the hash {found}")]
    Altered {
        /// The SHA-256 by which the bytes are known.
        key: String,
        /// The SHA-256 that they have.
        found: String,
    },
    /// A photo is not a JPEG that can be carried as it is.
    #[error("embedding the photo {key}")]
    Picture {
        /// The SHA-256 by which the bytes are known.
        key: String,
        /// What is wrong with it.
        #[source]
        source: JpegError,
    },
    /// Two attachments have one name, or a name is not plain ASCII.
    #[error("not usable as the name of an attachment: {0:?}")]
    AttachmentName(String),
    /// A link, bookmark or the seal stands on a page that does not exist.
    #[error("there is no page {0}")]
    NoSuchPage(usize),
    /// A classic cross-reference table holds offsets of ten digits.
    #[error("a document of this kind ends at 9,999,999,999 bytes")]
    TooLarge,
    /// The page engine produced something unexpected.
    #[error("building the pages: {0}")]
    Engine(String),
    /// The output could not be written.
    #[error("writing the document")]
    Write(#[source] io::Error),
}
