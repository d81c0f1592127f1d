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
    /// The key is guarded by a passphrase, and none was given.
    #[error("the seal key is locked")]
    Locked,
    /// The passphrase does not open the key.
    #[error("the passphrase does not open the seal key")]
    WrongPassphrase,
    /// The passphrase asked for is too short.
    #[error("the passphrase is shorter than {chars_min} characters")]
    WeakPassphrase {
        /// Fewest characters.
        chars_min: usize,
    },
    /// The system's key store is not there or does not answer.
    #[error("asking the system's key store")]
    Store(#[source] keyring::Error),
    /// The system's key store no longer has the secret that opens the key.
    #[error("the system's key store has no secret for this seal key")]
    StoreLost,
    /// The certificate's validity has not begun.
    #[error("the certificate is valid only later")]
    NotYetValid {
        /// Start of the validity, in seconds since 1970-01-01T00:00:00Z.
        from_unix_s: u64,
    },
    /// The certificate's validity has ended.
    #[error("the certificate has expired")]
    Expired {
        /// End of the validity, in seconds since 1970-01-01T00:00:00Z.
        to_unix_s: u64,
    },
    /// The file is no PKCS#12 file that can be used.
    #[error("the PKCS#12 file is not usable: {what}")]
    Pkcs12 {
        /// What is wrong with it.
        what: &'static str,
    },
    /// The answer of a time-stamping authority cannot be put into the seal.
    #[error("the timestamp cannot be added: {what}")]
    Stamp {
        /// Why not.
        what: StampRefusal,
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

/// Why a timestamp is not put into a seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StampRefusal {
    /// The bytes are no answer of a time-stamping authority.
    #[error("the file is no answer of a time-stamping authority")]
    NotAnAnswer,
    /// The authority refused.
    #[error("the authority did not grant it")]
    NotGranted,
    /// The seal has a timestamp already.
    #[error("the seal has a timestamp already")]
    AlreadyThere,
    /// The token is longer than what is left of the room.
    #[error("the token is longer than the room that is left")]
    TooLong,
    /// The file is not as sealed, so nothing is put into it.
    #[error("the dossier is not as sealed")]
    NotAsSealed,
    /// The token is for another seal, or is not signed by who it names.
    #[error("the token does not belong to this seal")]
    NotOfThisSeal,
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
