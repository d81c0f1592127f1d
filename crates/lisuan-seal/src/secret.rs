//! Words that a person wants the system's key store to remember: passphrases of encrypted cases,
//! credentials of shared places.

use keyring::{Entry, Error};
use zeroize::Zeroizing;

use crate::error::SealError;

const SERVICE: &str = "Lisuan";

/// Keeps a secret under a name and reads it back.
///
/// # Errors
/// [`SealError::Store`] when the key store is not there or does not answer,
/// [`SealError::StoreLost`] when it does not give back what it took.
pub fn keep(name: &str, secret: &str) -> Result<(), SealError> {
    let entry = entry(name)?;
    entry.set_password(secret).map_err(SealError::Store)?;
    let kept = Zeroizing::new(entry.get_password().map_err(SealError::Store)?);
    if *kept == secret { Ok(()) } else { Err(SealError::StoreLost) }
}

/// Reads a secret; nothing when none is kept under that name.
///
/// # Errors
/// [`SealError::Store`].
pub fn remembered(name: &str) -> Result<Option<Zeroizing<String>>, SealError> {
    match entry(name)?.get_password() {
        Ok(secret) => Ok(Some(Zeroizing::new(secret))),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(SealError::Store(error)),
    }
}

/// Forgets a secret; none to forget is no error.
///
/// # Errors
/// [`SealError::Store`].
pub fn forget(name: &str) -> Result<(), SealError> {
    match entry(name)?.delete_credential() {
        Ok(()) | Err(Error::NoEntry) => Ok(()),
        Err(error) => Err(SealError::Store(error)),
    }
}

fn entry(name: &str) -> Result<Entry, SealError> {
    Entry::new(SERVICE, name).map_err(SealError::Store)
}
