//! The system's key store: Keychain, Credential Manager, Secret Service.
//!
//! It keeps a random secret that opens the key file, not the key itself: stores limit what they
//! take (2,560 bytes on Windows), and a lost store then costs the secret, while the file still says
//! which key it was.

use keyring::{Entry, Error};
use zeroize::Zeroizing;

use crate::error::SealError;

const SERVICE: &str = "Lisuan";

/// Makes a secret, keeps it in the store and reads it back.
pub(super) fn put(fingerprint: &str) -> Result<Zeroizing<String>, SealError> {
    let mut bytes = Zeroizing::new([0; 32]);
    getrandom::fill(&mut *bytes).map_err(SealError::Random)?;
    let secret = Zeroizing::new(crate::room::hex(&*bytes));
    let entry = entry(fingerprint)?;
    // An entry of the same key: the key file that needs it stays usable until the new one is there.
    let before = entry.get_password().ok().map(Zeroizing::new);
    if let Some(before) = before.filter(|text| text.len() == secret.len()) {
        return Ok(before);
    }
    entry.set_password(&secret).map_err(SealError::Store)?;
    let kept = Zeroizing::new(entry.get_password().map_err(SealError::Store)?);
    if *kept == *secret { Ok(secret) } else { Err(SealError::StoreLost) }
}

/// Reads the secret of a key.
pub(super) fn get(fingerprint: &str) -> Result<Zeroizing<String>, SealError> {
    match entry(fingerprint)?.get_password() {
        Ok(secret) => Ok(Zeroizing::new(secret)),
        Err(Error::NoEntry) => Err(SealError::StoreLost),
        Err(error) => Err(SealError::Store(error)),
    }
}

fn entry(fingerprint: &str) -> Result<Entry, SealError> {
    let user = format!("seal key {fingerprint}");
    Entry::new(SERVICE, &user).map_err(SealError::Store)
}
