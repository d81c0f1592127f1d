//! What can go wrong with a place.

use std::io;
use std::path::PathBuf;

/// Listing, sending or fetching failed.
#[derive(Debug, thiserror::Error)]
pub enum PlaceError {
    /// The folder, bucket or file is not there.
    #[error("not there: {0}")]
    Missing(String),
    /// The place refuses who asks.
    #[error("the place refuses access")]
    Refused,
    /// The place does not answer, or broke off. What was received stays to go on with.
    #[error("the place does not answer: {0}")]
    Unreachable(String),
    /// Credentials would travel readable.
    #[error("{0} is not encrypted on its way (http)")]
    PlainHttp(String),
    /// An address that is none.
    #[error("no address: {0}")]
    BadAddress(String),
    /// A name that no file of a place has.
    #[error("no name of a package or receipt: {0}")]
    BadName(String),
    /// Something of that name lies there already.
    #[error("{0} lies there already")]
    Exists(String),
    /// More files or bytes than are taken.
    #[error("more than is taken")]
    TooLarge,
    /// What came is not what was sent.
    #[error("what came is not what was sent")]
    Altered,
    /// It was stopped; what was received stays to go on with.
    #[error("stopped")]
    Cancelled,
    /// Reading or writing on this machine failed.
    #[error("reading or writing {path}: {source}")]
    Io {
        /// What was being read or written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl PlaceError {
    pub(crate) fn io(path: &std::path::Path, source: io::Error) -> Self {
        Self::Io { path: path.to_owned(), source }
    }
}

impl From<opendal::Error> for PlaceError {
    fn from(error: opendal::Error) -> Self {
        use opendal::ErrorKind as Kind;
        match error.kind() {
            Kind::NotFound => Self::Missing(String::new()),
            Kind::PermissionDenied => Self::Refused,
            Kind::AlreadyExists => Self::Exists(String::new()),
            Kind::ConfigInvalid => Self::BadAddress(String::new()),
            // The kind alone: a message can repeat the request with what signs it.
            kind => Self::Unreachable(kind.to_string()),
        }
    }
}
