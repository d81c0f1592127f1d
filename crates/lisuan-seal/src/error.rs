//! What can go wrong while a key is kept, a file is sealed or a file is read for its verdict.

use std::io;
use std::path::{Path, PathBuf};

/// An error of making or keeping a key, or of sealing.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// The key file could not be read.
    #[error("reading the seal key {}", path.display())]
    ReadKey {
        /// The key file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The key file could not be written.
    #[error("writing the seal key {}", path.display())]
    WriteKey {
        /// The key file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The text is not one PKCS#8 P-256 key with its certificate.
    #[error("the seal key is not usable: {what}")]
    Key {
        /// What is wrong with it.
        what: &'static str,
    },
    /// The name or the validity asked for does not fit into a certificate.
    #[error("no certificate can be made: {what}")]
    Certificate {
        /// What does not fit.
        what: &'static str,
    },
    /// The system gave no random bytes.
    #[error("getting random bytes for a new seal key")]
    Random(#[source] getrandom::Error),
    /// A certificate or a seal could not be encoded.
    #[error("encoding the certificate or the seal")]
    Encode(#[from] der::Error),
    /// The room for the seal is not what the contract in [`crate::room`] promises.
    #[error("the file has no room for the seal: {what}")]
    Room {
        /// Which part of the contract does not hold.
        what: &'static str,
    },
    /// The file being sealed could not be read or written.
    #[error("{doing} the file being sealed")]
    File {
        /// What was being done.
        doing: &'static str,
        /// What the system said.
        source: io::Error,
    },
}

impl SealError {
    pub(crate) fn file(doing: &'static str, source: io::Error) -> Self {
        Self::File { doing, source }
    }

    pub(crate) fn read_key(path: &Path, source: io::Error) -> Self {
        Self::ReadKey { path: path.to_owned(), source }
    }

    pub(crate) fn write_key(path: &Path, source: io::Error) -> Self {
        Self::WriteKey { path: path.to_owned(), source }
    }
}

/// The file could not be read, so there is no verdict.
///
/// A file that reads well but is cut short, is no PDF or is encrypted gets a verdict instead.
#[derive(Debug, thiserror::Error)]
#[error("reading the file to verify, at byte {at}")]
pub struct ReadError {
    /// Offset at which reading failed.
    pub at: u64,
    /// What the system said.
    pub source: io::Error,
}
