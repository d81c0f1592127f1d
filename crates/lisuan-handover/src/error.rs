//! What can be wrong with a package or a receipt.

use std::io;
use std::path::{Path, PathBuf};

/// A package or receipt could not be written, read or believed.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// The file could not be read.
    #[error("reading {}", path.display())]
    Read {
        /// The package or receipt.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The file could not be written.
    #[error("writing {}", path.display())]
    Write {
        /// The package or receipt.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The bytes are those of something else.
    #[error("this is no handover package or receipt")]
    NotAPackage,
    /// The end is missing: a transfer that stopped, a stick pulled out.
    #[error("the package is cut off")]
    CutOff,
    /// A part is not what the manifest says, or the file holds more than it says.
    #[error("the package does not agree with itself: {0}")]
    Disagrees(String),
    /// The signature is not that of the manifest.
    #[error("the signature does not hold: {0}")]
    Signature(String),
    /// The package was made by a newer program.
    #[error("the package is of format {found}; this program reads up to {known}")]
    Newer {
        /// Format of the package.
        found: u64,
        /// The newest format this program knows.
        known: u64,
        /// The program that made it, in its own words.
        program: String,
    },
    /// The package is encrypted with a passphrase, and none was given.
    #[error("the package is locked with a passphrase")]
    PassphraseNeeded,
    /// The passphrase does not open the package.
    #[error("the passphrase does not open the package")]
    WrongPassphrase,
    /// The package is encrypted to other keys than ours.
    #[error("the package is encrypted to another key")]
    OtherKey,
    /// Not a key that packages are encrypted to.
    #[error("not a key that packages are encrypted to")]
    BadRecipient,
    /// More or larger parts than are taken.
    #[error("the package is beyond the limits: {0}")]
    Limit(&'static str),
    /// An operation that no program of ours writes.
    #[error("operation on line {line}: {what}")]
    Operation {
        /// Line of `operations.jsonl`, from 1.
        line: u64,
        /// What is wrong with it.
        what: String,
    },
    /// An original that goes out is no longer the one that came in.
    #[error("original {0} is not what was stored")]
    OriginalAltered(String),
    /// The manifest could not be signed.
    #[error("signing the package")]
    Seal(#[from] lisuan_seal::SealError),
    /// A person stopped it.
    #[error("stopped")]
    Cancelled,
}

impl PackageError {
    pub(crate) fn read(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            // A file that ends where its own sizes say it goes on, or an encrypted piece that was
            // cut in the middle.
            io::ErrorKind::UnexpectedEof => Self::CutOff,
            _ => Self::Read { path: path.to_owned(), source },
        }
    }

    pub(crate) fn write(path: &Path, source: io::Error) -> Self {
        Self::Write { path: path.to_owned(), source }
    }

    pub(crate) fn disagrees(what: impl Into<String>) -> Self {
        Self::Disagrees(what.into())
    }
}
