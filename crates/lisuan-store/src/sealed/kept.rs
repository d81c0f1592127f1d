//! Where the envelope is: behind the last page of the case, and beside it while it is open.
//!
//! SQLite knows nothing of bytes behind its last page and writes over them when the file grows. So
//! before a case is opened for writing the envelope is on the disk beside it, under the name
//! `x.lisuan-key`; it goes away after the one behind the last page is on the disk again. In between
//! the envelope is put back whenever SQLite has cut it off, so that a copy taken of an open case
//! by other means has its keys too.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{DataKey, ENVELOPE_BYTES, Envelope, PAGE_BYTES, Secret, key_path, unlock};
use crate::error::StoreError;
use crate::open::{io_error, sync_folder};

/// The envelope of an open case.
#[derive(Debug)]
pub(crate) struct Kept {
    envelope: Envelope,
    key: DataKey,
    path: PathBuf,
    /// Whether the case is open for writing.
    writes: bool,
    /// The case itself, then. Not closed before SQLite's own handles are: on Unix
    /// that would drop the locks it holds.
    file: Option<File>,
    /// Length of the case with its envelope, when it was last put there.
    length: u64,
}

/// The envelopes of a closed case or one that another process writes, the one in force first.
pub(crate) fn envelopes(path: &Path) -> Result<Vec<Envelope>, StoreError> {
    let beside = fs::read(key_path(path)).ok().and_then(|bytes| Envelope::read(&bytes));
    let behind = last_bytes(path).map_err(|source| io_error(path, source))?;
    let behind = behind.and_then(|bytes| Envelope::read(&bytes));
    let mut found: Vec<Envelope> = match (behind, beside) {
        // One of another case that once had this name.
        (Some(behind), Some(beside)) if behind.id_text() != beside.id_text() => vec![behind],
        (behind, beside) => behind.into_iter().chain(beside).collect(),
    };
    found.sort_by_key(|envelope| std::cmp::Reverse(envelope.generation()));
    Ok(found)
}

/// The keys of the encrypted cases that this process has open for writing: a second connection to
/// one of them, for pictures or an export, asks nobody again.
static OPEN: Mutex<Vec<(PathBuf, Envelope, DataKey)>> = Mutex::new(Vec::new());

fn open_here() -> MutexGuard<'static, Vec<(PathBuf, Envelope, DataKey)>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The keys of a case that this process has open.
pub(crate) fn keys_here(path: &Path) -> Option<(Envelope, DataKey)> {
    let open = open_here();
    let found = open.iter().find(|(known, _, _)| known == path);
    found.map(|(_, envelope, key)| (envelope.clone(), key.clone()))
}

/// The keys of a case that is being written, by this process or another. The case itself is not
/// touched: its envelope lies beside it as long as it is open.
pub(crate) fn keys_elsewhere(
    path: &Path,
    secret: Option<Secret<'_>>,
) -> Result<Option<(Envelope, DataKey)>, StoreError> {
    let beside = fs::read(key_path(path)).ok().and_then(|bytes| Envelope::read(&bytes));
    beside.map(|envelope| unlock(path, &[envelope], secret)).transpose()
}

/// Whether an envelope lies beside a case: it is encrypted and open, or was when a crash came.
pub(crate) fn is_open_elsewhere(path: &Path) -> bool {
    fs::read(key_path(path)).is_ok_and(|bytes| Envelope::read(&bytes).is_some())
}

fn last_bytes(path: &Path) -> io::Result<Option<Vec<u8>>> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    if length < ENVELOPE_BYTES as u64 {
        return Ok(None);
    }
    file.seek(SeekFrom::Start(length - ENVELOPE_BYTES as u64))?;
    let mut bytes = vec![0; ENVELOPE_BYTES];
    file.read_exact(&mut bytes)?;
    Ok(Some(bytes))
}

impl Kept {
    /// For a connection that only reads.
    pub(crate) fn reading(path: &Path, envelope: Envelope, key: DataKey) -> Self {
        Self { envelope, key, path: path.to_owned(), writes: false, file: None, length: 0 }
    }

    /// For writing: the envelope is on the disk beside the case when this returns.
    pub(crate) fn writing(
        path: &Path,
        envelope: Envelope,
        key: DataKey,
    ) -> Result<Self, StoreError> {
        write_beside(path, &envelope)?;
        let file = OpenOptions::new().read(true).write(true).open(path);
        let file = file.map_err(|source| io_error(path, source))?;
        let path = path.to_owned();
        let mut kept = Self { envelope, key, path, writes: true, file: Some(file), length: 0 };
        kept.put_back()?;
        open_here().push((kept.path.clone(), kept.envelope.clone(), kept.key.clone()));
        Ok(kept)
    }

    pub(crate) const fn envelope(&self) -> &Envelope {
        &self.envelope
    }

    pub(crate) const fn key(&self) -> &DataKey {
        &self.key
    }

    /// Puts another envelope in the place of this one, on the disk when this returns.
    pub(crate) fn replace(&mut self, next: Envelope) -> Result<(), StoreError> {
        write_beside(&self.path, &next)?;
        self.envelope = next;
        self.length = 0;
        self.put_back()
    }

    /// Puts the envelope behind the last page if SQLite has cut it off.
    pub(crate) fn put_back(&mut self) -> Result<(), StoreError> {
        let failed = |source| io_error(&self.path, source);
        let Some(file) = self.file.as_mut() else { return Ok(()) };
        let length = file.metadata().map_err(failed)?.len();
        if length == self.length {
            return Ok(());
        }
        let pages = length / u64::from(PAGE_BYTES) * u64::from(PAGE_BYTES);
        file.seek(SeekFrom::Start(pages)).map_err(failed)?;
        file.write_all(self.envelope.bytes()).map_err(failed)?;
        let length = pages + ENVELOPE_BYTES as u64;
        file.set_len(length).map_err(failed)?;
        self.length = length;
        Ok(())
    }

    /// After the last connection was closed: the envelope goes to the disk behind the last page,
    /// and the one beside the case goes away. `pages` is their number where all of them are in
    /// the file: SQLite takes the envelope for a page that was begun, and may have made it whole.
    pub(crate) fn finish(mut self, pages: Option<u64>) -> Result<(), StoreError> {
        let Some(file) = self.file.as_mut() else { return Ok(()) };
        if let Some(pages) = pages {
            let length = pages * u64::from(PAGE_BYTES);
            file.set_len(length).map_err(|source| io_error(&self.path, source))?;
        }
        self.length = 0;
        self.put_back()?;
        let failed = |source| io_error(&self.path, source);
        if let Some(file) = self.file.take() {
            file.sync_all().map_err(failed)?;
        }
        // Read back by another handle before the copy beside it is given up.
        let behind = last_bytes(&self.path).map_err(failed)?;
        if behind.as_deref().and_then(Envelope::read).as_ref() == Some(&self.envelope) {
            let _ = fs::remove_file(key_path(&self.path));
        }
        Ok(())
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        // Second connections end by themselves; no key may outlive the case.
        if self.writes {
            open_here().retain(|(path, _, _)| *path != self.path);
        }
    }
}

/// Writes an envelope beside a case, whole or not at all.
fn write_beside(case: &Path, envelope: &Envelope) -> Result<(), StoreError> {
    let path = key_path(case);
    let mut name = path.as_os_str().to_owned();
    name.push("-new");
    let part = PathBuf::from(name);
    let failed = |source| io_error(&path, source);
    let mut file = File::create(&part).map_err(failed)?;
    file.write_all(envelope.bytes()).map_err(failed)?;
    file.sync_all().map_err(failed)?;
    drop(file);
    fs::rename(&part, &path).map_err(failed)?;
    sync_folder(&path)
}

/// Puts an envelope behind the last page of a file that nobody has open.
pub(crate) fn append(path: &Path, envelope: &Envelope) -> Result<(), StoreError> {
    let failed = |source| io_error(path, source);
    let mut file = OpenOptions::new().append(true).open(path).map_err(failed)?;
    file.write_all(envelope.bytes()).map_err(failed)?;
    file.sync_all().map_err(failed)
}
