//! Encrypting a plain case and decrypting an encrypted one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use rusqlite::limits::Limit;

use super::{DataKey, Envelope, PAGE_BYTES, RecoveryKey, kept};
use crate::error::StoreError;
use crate::open::{CaseFile, io_error, sync_folder};
use crate::schema;

impl CaseFile {
    /// Encrypts a plain case in place and closes it.
    ///
    /// The encrypted copy is made beside it, opened again and compared, and only then takes the
    /// name; the plain bytes are overwritten before they are deleted. A disk that moves its blocks
    /// about (every SSD) may keep some of them until it needs the room.
    ///
    /// # Errors
    /// As for any write; the case is as it was then.
    pub fn encrypt(self, passphrase: &str) -> Result<RecoveryKey, StoreError> {
        self.writing()?;
        if self.is_encrypted() {
            return Err(StoreError::AlreadyEncrypted);
        }
        let key = DataKey::random()?;
        let (envelope, recovery) = Envelope::new(&key, passphrase)?;
        let path = self.path().to_owned();
        let part = with_suffix(&path, "-new");
        let made = export_to(&self, &part, Some(&key))
            .and_then(|()| kept::append(&part, &envelope))
            .and_then(|()| same(&self, &part, Some((&envelope, &key))));
        if let Err(error) = made {
            let _ = fs::remove_file(&part);
            return Err(error);
        }
        let lock = self.close_keeping_lock()?;
        let plain = with_suffix(&path, "-plain");
        let failed = |source| io_error(&path, source);
        fs::rename(&path, &plain).map_err(failed)?;
        if let Err(error) = fs::rename(&part, &path) {
            let _ = fs::rename(&plain, &path);
            return Err(failed(error));
        }
        sync_folder(&path)?;
        wipe(&plain).map_err(failed)?;
        drop(lock);
        Ok(recovery)
    }

    /// Writes a plain copy under a name that is free; the case stays as it is.
    ///
    /// # Errors
    /// As for any write; nothing is left under the name then.
    pub fn decrypt_to(&self, path: &Path) -> Result<(), StoreError> {
        if !self.is_encrypted() {
            return Err(StoreError::NotEncrypted);
        }
        let path = &crate::open::free(path)?;
        let part = with_suffix(path, "-new");
        let made =
            export_to(self, &part, None).and_then(|()| same(self, &part, None)).and_then(|()| {
                fs::rename(&part, path).map_err(|source| io_error(path, source))?;
                sync_folder(path)
            });
        if made.is_err() {
            let _ = fs::remove_file(&part);
        }
        made
    }
}

/// Copies all tables into a new file, under a key or plain, on the disk when this returns.
pub(crate) fn export_to(
    from: &CaseFile,
    path: &Path,
    key: Option<&DataKey>,
) -> Result<(), StoreError> {
    let _ = fs::remove_file(path);
    OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(|source| io_error(path, source))?;
    let name = path.to_str().ok_or_else(|| StoreError::NotACase(path.to_owned()))?;
    let connection = &from.connection;
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    let copied = (|| {
        match key {
            Some(key) => key.attach(connection, name)?,
            None => {
                connection.execute("ATTACH ?1 AS copy KEY ''", [name])?;
                connection.execute_batch(&format!("PRAGMA copy.page_size = {PAGE_BYTES}"))?;
            }
        }
        connection
            .execute_batch("PRAGMA copy.journal_mode = OFF; PRAGMA copy.synchronous = OFF")?;
        connection.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(()))?;
        Ok(connection.execute_batch(&format!(
            "PRAGMA copy.application_id = {}; PRAGMA copy.user_version = {}",
            schema::APPLICATION_ID,
            schema::VERSION
        ))?)
    })();
    let detached = connection.execute_batch("DETACH copy").map_err(StoreError::from);
    connection.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    copied.and(detached)?;
    File::open(path).and_then(|file| file.sync_all()).map_err(|source| io_error(path, source))
}

/// Opens what was written and compares: every operation, every record, every original's digest.
fn same(
    from: &CaseFile,
    path: &Path,
    key: Option<(&Envelope, &DataKey)>,
) -> Result<(), StoreError> {
    let copy = CaseFile::open_copy(path, key)?;
    let (ours, theirs) = (from.check(|_, _| true)?, copy.check(|_, _| true)?);
    // A plain source has no message of a damaged page of its own; what a case lacked before, it
    // lacks after.
    let alike = ours == theirs && from.state()? == copy.state()?;
    copy.close()?;
    if alike { Ok(()) } else { Err(StoreError::Damaged("the copy differs".to_owned())) }
}

/// Overwrites a file with zeros and deletes it.
fn wipe(path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).open(path)?;
    let zeros = vec![0; 1 << 20];
    let mut left = file.metadata()?.len();
    while left > 0 {
        let now = left.min(zeros.len() as u64);
        file.write_all(&zeros[..usize::try_from(now).unwrap_or(zeros.len())])?;
        left -= now;
    }
    file.sync_all()?;
    drop(file);
    fs::remove_file(path)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
