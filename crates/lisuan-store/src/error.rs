//! What can go wrong with a case file.

use std::io;
use std::path::PathBuf;

use lisuan_core::Id;
use lisuan_core::change::{ApplyError, BadValue};
use lisuan_core::merge::MergeError;

/// A case file could not be made, opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The bytes are not those of a case file.
    #[error("{0} is not a case file")]
    NotACase(PathBuf),
    /// The file was made by a newer version of the program.
    #[error("case file of version {found}; this program reads up to {known}")]
    Newer {
        /// Version of the file.
        found: i64,
        /// The newest version this program knows.
        known: i64,
    },
    /// Tables, indices, views or triggers are not those the program makes.
    #[error("the structure of the case file was altered: {0}")]
    SchemaAltered(String),
    /// There is something under that name already.
    #[error("{0} exists already")]
    Exists(PathBuf),
    /// The file is not there.
    #[error("{0} is not there")]
    Missing(PathBuf),
    /// The folder or file cannot be written.
    #[error("no permission to write {0}")]
    NoPermission(PathBuf),
    /// The case is open for reading only.
    #[error("the case is open for reading only")]
    ReadOnly,
    /// A file that goes in is no longer the one that was hashed.
    #[error("the file changed while it was read")]
    SourceChanged,
    /// An operation that is in the journal already reads differently in what came.
    #[error("operation {0} reads differently in what came")]
    Forked(Id),
    /// An operation is not what its digest says.
    #[error("operation {0} is not what its digest says")]
    Chain(Id),
    /// What came cannot be brought together with what is here.
    #[error("what came does not fit: {0}")]
    Merge(#[from] MergeError),
    /// An original that is needed was not enclosed.
    #[error("the original {0} was not enclosed")]
    NotEnclosed(String),
    /// It was stopped; nothing was written.
    #[error("stopped")]
    Cancelled,
    /// The case is encrypted and nothing was given to open it.
    #[error("{0} is encrypted")]
    Locked(PathBuf),
    /// Neither passphrase nor recovery key opens the case.
    #[error("this does not open the case")]
    WrongPassphrase,
    /// The passphrase is too short.
    #[error("a passphrase has at least {chars_min} characters")]
    WeakPassphrase {
        /// How many it needs.
        chars_min: usize,
    },
    /// An encrypted case whose wrapped key is gone, as in a copy that was cut off.
    #[error("the wrapped key of the encrypted case is gone")]
    KeysLost,
    /// The case is plain.
    #[error("the case is not encrypted")]
    NotEncrypted,
    /// The case is encrypted.
    #[error("the case is encrypted already")]
    AlreadyEncrypted,
    /// Encrypting failed, or the system gives no randomness.
    #[error("encrypting failed")]
    Crypto,
    /// No room on the disk.
    #[error("no room left on the disk")]
    DiskFull,
    /// Another process holds a lock for longer than a write takes.
    #[error("the case file is busy")]
    Busy,
    /// A page, row or value does not read as it was written.
    #[error("the case file is damaged: {0}")]
    Damaged(String),
    /// The journal has a value that no field can hold.
    #[error("the journal holds a value its field cannot: {0}")]
    BadValue(#[from] BadValue),
    /// A change does not fit what is there.
    #[error("a change does not fit the case: {0}")]
    Apply(#[from] ApplyError),
    /// Reading or writing failed.
    #[error("reading or writing {path}: {source}")]
    Io {
        /// What was being read or written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The disk or share that the case lies on answers no more, or not as a disk does.
    #[error("the disk of the case does not answer")]
    MediumGone,
    /// SQLite failed in another way.
    #[error("database: {0}")]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::SystemIoFailure) => Self::MediumGone,
            Some(Code::DiskFull) => Self::DiskFull,
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            Some(Code::ReadOnly) => Self::ReadOnly,
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Damaged(error.to_string()),
            _ => Self::Sqlite(error),
        }
    }
}
