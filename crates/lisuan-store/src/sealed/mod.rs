//! Cases that are encrypted at rest: the key of the data, what opens it, and where that is kept.
//!
//! The pages are SQLCipher's. They are encrypted under a random data key that nobody types; the
//! passphrase and the recovery key each open a wrapped copy of it, so that changing the passphrase
//! rewrites 512 bytes and not the case.

mod convert;
mod envelope;
mod kept;
mod recovery;

use std::fmt;
use std::path::{Path, PathBuf};

use rusqlite::Connection;
use zeroize::Zeroizing;

use crate::error::StoreError;
use crate::open::CaseFile;
pub use envelope::PASSPHRASE_CHARS_MIN;
pub(crate) use envelope::{ENVELOPE_BYTES, Envelope};
pub(crate) use kept::{Kept, append, envelopes, is_open_elsewhere, keys_elsewhere, keys_here};
pub use recovery::{BadRecoveryKey, RecoveryKey};

/// The first bytes of an encrypted case, where a plain one says `SQLite format 3`. SQLCipher keeps
/// its salt there; ours can be the same for all cases, because each has a random key of its own.
pub(crate) const MAGIC: &[u8; 16] = b"Lisuan locked 1\n";

/// The size of a page; SQLCipher has to be told at every opening.
pub(crate) const PAGE_BYTES: u32 = 16_384;

/// The key that the pages of a case are encrypted under.
#[derive(Clone)]
pub struct DataKey(Zeroizing<[u8; 32]>);

impl fmt::Debug for DataKey {
    /// Shows nothing: a key must never reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DataKey")
    }
}

impl DataKey {
    /// A new one from the system's randomness.
    pub(crate) fn random() -> Result<Self, StoreError> {
        let mut bytes = Zeroizing::new([0; 32]);
        fill(&mut *bytes)?;
        Ok(Self(bytes))
    }

    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// The key with the salt as SQLCipher takes them: `x'…'`.
    fn spec(&self) -> Zeroizing<String> {
        use fmt::Write as _;
        // Reserved at once, so that no half of a key is left behind by a text that grew.
        let mut text = Zeroizing::new(String::with_capacity(99));
        text.push_str("x'");
        for byte in self.0.iter().chain(MAGIC) {
            let _ = write!(text, "{byte:02x}");
        }
        text.push('\'');
        text
    }

    /// Keys a connection before anything is read through it.
    pub(crate) fn apply(&self, connection: &Connection) -> Result<(), StoreError> {
        // What SQLite says of a failure could repeat the statement, and so the key.
        let quiet = |_| StoreError::Crypto;
        connection.execute_batch("PRAGMA cipher_log_level = NONE").map_err(quiet)?;
        let statement = Zeroizing::new(format!("PRAGMA key = \"{}\"", *self.spec()));
        connection.execute_batch(&statement).map_err(quiet)?;
        connection
            .execute_batch(&format!(
                "PRAGMA cipher_page_size = {PAGE_BYTES}; PRAGMA temp_store = MEMORY"
            ))
            .map_err(quiet)
    }

    /// Names a second file on a connection, encrypted under this key.
    pub(crate) fn attach(&self, connection: &Connection, path: &str) -> Result<(), StoreError> {
        let statement = Zeroizing::new(format!("ATTACH ?1 AS copy KEY \"{}\"", *self.spec()));
        connection.execute(&statement, [path]).map_err(|_| StoreError::Crypto)?;
        Ok(connection.execute_batch(&format!("PRAGMA copy.cipher_page_size = {PAGE_BYTES}"))?)
    }
}

/// What opens an encrypted case.
#[derive(Clone, Copy)]
pub enum Secret<'a> {
    /// What a person remembers.
    Passphrase(&'a str),
    /// What a person printed.
    Recovery(&'a RecoveryKey),
}

/// What can be known of a case without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LockFacts {
    /// Names the lock of this file, the same for all its copies; 32 hex digits.
    pub id: String,
}

/// Whether a file is an encrypted case, and which; `None` for a plain one.
///
/// Not for a file that this process has open: on Unix, closing any handle to it drops the locks
/// SQLite holds.
///
/// # Errors
/// When it cannot be read, or is encrypted and has lost what opens it.
pub fn lock_facts(path: &Path) -> Result<Option<LockFacts>, StoreError> {
    if crate::open::first_bytes(path)?.is_none_or(|first| &first != MAGIC) {
        return Ok(None);
    }
    let found = envelopes(path)?;
    let newest = found.first().ok_or(StoreError::KeysLost)?;
    Ok(Some(LockFacts { id: newest.id_text() }))
}

impl CaseFile {
    /// Whether the case is encrypted at rest.
    pub const fn is_encrypted(&self) -> bool {
        self.kept.is_some()
    }

    /// Names the lock of an encrypted case; see [`LockFacts::id`].
    pub fn lock_id(&self) -> Option<String> {
        self.kept.as_ref().map(|kept| kept.envelope().id_text())
    }

    /// Whether this is the passphrase of the case.
    ///
    /// # Errors
    /// [`StoreError::NotEncrypted`].
    pub fn accepts(&self, passphrase: &str) -> Result<bool, StoreError> {
        let kept = self.kept.as_ref().ok_or(StoreError::NotEncrypted)?;
        match kept.envelope().open(Secret::Passphrase(passphrase)) {
            Ok(_) => Ok(true),
            Err(StoreError::WrongPassphrase) => Ok(false),
            Err(error) => Err(error),
        }
    }

    /// Wraps the data key under another passphrase. The recovery key goes on working.
    ///
    /// # Errors
    /// [`StoreError::WeakPassphrase`]; as for any write. The old passphrase stays then.
    pub fn set_passphrase(&mut self, passphrase: &str) -> Result<(), StoreError> {
        self.writing()?;
        let kept = self.kept.as_mut().ok_or(StoreError::NotEncrypted)?;
        let next = kept.envelope().with_passphrase(kept.key(), passphrase)?;
        kept.replace(next)
    }

    /// Makes another recovery key; the one before opens the case no more.
    ///
    /// # Errors
    /// As for any write. The old one stays then.
    pub fn new_recovery_key(&mut self) -> Result<RecoveryKey, StoreError> {
        self.writing()?;
        let kept = self.kept.as_mut().ok_or(StoreError::NotEncrypted)?;
        let (next, recovery) = kept.envelope().with_new_recovery(kept.key())?;
        kept.replace(next)?;
        Ok(recovery)
    }
}

/// Opens the envelope in force, or the one before it where a crash came between the two.
pub(crate) fn unlock(
    path: &Path,
    envelopes: &[Envelope],
    secret: Option<Secret<'_>>,
) -> Result<(Envelope, DataKey), StoreError> {
    let secret = secret.ok_or_else(|| StoreError::Locked(path.to_owned()))?;
    let mut last = StoreError::KeysLost;
    for envelope in envelopes {
        match envelope.open(secret) {
            Ok(key) => return Ok((envelope.clone(), key)),
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Randomness of the system.
pub(crate) fn fill(bytes: &mut [u8]) -> Result<(), StoreError> {
    getrandom::fill(bytes).map_err(|_| StoreError::Crypto)
}

/// `x.lisuan` → `x.lisuan-key`.
pub(crate) fn key_path(case: &Path) -> PathBuf {
    let mut name = case.as_os_str().to_owned();
    name.push("-key");
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::*;
    use crate::schema;

    #[test]
    fn an_older_encrypted_case_is_brought_up_to_date() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("old.lisuan");
        let key = DataKey::random().unwrap();
        let mut old = Connection::open(&path).unwrap();
        key.apply(&old).unwrap();
        old.pragma_update(None, "application_id", schema::APPLICATION_ID).unwrap();
        schema::migrate_to(&mut old, 2).unwrap();
        old.close().unwrap();
        let (envelope, _) = Envelope::new(&key, "passphrase").unwrap();
        append(&path, &envelope).unwrap();
        let file = CaseFile::open_with(&path, Some(Secret::Passphrase("passphrase"))).unwrap();
        assert_eq!(file.check(|_, _| true).unwrap().mismatches, [], "it is whole");
        file.close().unwrap();
        let facts = lock_facts(&path).unwrap();
        assert_eq!(facts.map(|facts| facts.id), Some(envelope.id_text()), "and still locked");
    }
}
