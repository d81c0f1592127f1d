//! A new case out of what a colleague sent.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use lisuan_core::change::{ALIVE, Change, Digest, Kind, Operation};
use lisuan_core::merge::{Conflict, Field, History, MergeError, Past, check_incoming};
use rusqlite::{Connection, OpenFlags};

use crate::error::StoreError;
use crate::merge::{self, Originals};
use crate::open::{self, CaseFile};
use crate::sealed::{DataKey, RecoveryKey};
use crate::{conflicts, journal, records};

impl CaseFile {
    /// Makes a case of all operations of a journal, parents before children, with the originals
    /// they need and one operation on top that joins its heads.
    ///
    /// It is built under `x.lisuan-new` and takes its name when it is whole: a full disk, a stick
    /// pulled out or a crash leaves nothing half-made under the name. `progress` gets originals done
    /// and in all; it answers whether to go on.
    ///
    /// # Errors
    /// [`StoreError::Exists`] when the name is taken, [`StoreError::Chain`] when an operation is
    /// not what its digest says, [`StoreError::Merge`] when one does what no person can do,
    /// [`StoreError::NotEnclosed`] and [`StoreError::SourceChanged`] about originals.
    pub fn create_from(
        path: &Path,
        incoming: &[(Operation, Digest)],
        originals: &mut dyn Originals,
        closing: &Operation,
        mut progress: impl FnMut(u64, u64) -> bool,
    ) -> Result<(), StoreError> {
        open::make(path, |temporary| {
            fill(temporary, None, incoming, originals, closing, &mut progress)
        })
    }

    /// The same, encrypted at rest from the first byte on; the answer is the recovery key.
    ///
    /// # Errors
    /// [`StoreError::WeakPassphrase`]; as [`CaseFile::create_from`].
    pub fn create_encrypted_from(
        path: &Path,
        passphrase: &str,
        incoming: &[(Operation, Digest)],
        originals: &mut dyn Originals,
        closing: &Operation,
        mut progress: impl FnMut(u64, u64) -> bool,
    ) -> Result<RecoveryKey, StoreError> {
        let made = open::make_encrypted(path, passphrase, |temporary, key| {
            fill(temporary, Some(key), incoming, originals, closing, &mut progress)
        });
        made.map(|(_, _, recovery)| recovery)
    }
}

fn fill(
    path: &Path,
    key: Option<&DataKey>,
    incoming: &[(Operation, Digest)],
    originals: &mut dyn Originals,
    closing: &Operation,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<(), StoreError> {
    let mut connection = open::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    // Until it has its name the file can be thrown away: nothing of it needs a way back, and it is
    // brought to the disk once, at the end.
    connection.pragma_update(None, "journal_mode", "OFF")?;
    connection.pragma_update(None, "synchronous", "OFF")?;
    take_all(&mut connection, incoming, originals, closing, progress)?;
    connection.pragma_update(None, "journal_mode", "DELETE")?;
    connection.close().map_err(|(_, error)| StoreError::from(error))
}

fn take_all(
    connection: &mut Connection,
    incoming: &[(Operation, Digest)],
    originals: &mut dyn Originals,
    closing: &Operation,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<(), StoreError> {
    if incoming.len() > merge::OPERATIONS_MAX {
        return Err(MergeError::TooMany.into());
    }
    let mut history = History::default();
    for (n, (operation, _)) in incoming.iter().enumerate() {
        if n > 0 {
            check_incoming(operation)?;
        }
        history.take(operation)?;
    }
    let transaction = connection.transaction()?;
    let mut needed = Vec::new();
    let (mut changes, mut undecided) = standing(&history);
    for change in &changes {
        let original = matches!(change.kind, Kind::Photo | Kind::Document);
        if original && change.field == "content" {
            needed.extend(change.after.clone());
        }
    }
    needed.sort_unstable();
    needed.dedup();
    for (done, sha256) in needed.iter().enumerate() {
        if !progress(done as u64, needed.len() as u64) {
            return Err(StoreError::Cancelled);
        }
        merge::take_original(&transaction, originals, sha256)?;
    }
    for (operation, digest) in incoming {
        if journal::append(&transaction, operation)? != *digest {
            return Err(StoreError::Chain(operation.id));
        }
    }
    transaction.pragma_update(None, "defer_foreign_keys", true)?;
    // Every record before any field, because fields refer to records.
    changes.sort_by_key(|change| change.field != ALIVE);
    records::write(&transaction, &changes)?;
    conflicts::take(&transaction, &std::mem::take(&mut undecided), &[])?;
    records::write(&transaction, &closing.changes)?;
    conflicts::settle(&transaction, closing)?;
    journal::append(&transaction, closing)?;
    transaction.commit()?;
    progress(needed.len() as u64, needed.len() as u64);
    Ok(())
}

/// What the operations come to, as changes of an empty case, and what stands undecided.
fn standing(history: &History) -> (Vec<Change>, Vec<Conflict>) {
    let mut fields: Vec<Field> = history.fields().collect();
    fields.sort_unstable();
    let (mut changes, mut undecided) = (Vec::new(), Vec::new());
    for field in fields {
        let standing = history.standing(field, &Past::ALL);
        if standing.shown.is_some() {
            let (kind, id, name) = field;
            let after = standing.shown.clone();
            changes.push(Change { kind, id, field: name, before: None, after });
        }
        if standing.conflict {
            undecided.push(Conflict { field, standing });
        }
    }
    (changes, undecided)
}

/// Where a case is built before it has its name.
pub(crate) fn beside(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-new");
    PathBuf::from(name)
}

/// Brings a finished file to the disk.
pub(crate) fn sync(path: &Path) -> Result<(), StoreError> {
    File::open(path).and_then(|file| file.sync_all()).map_err(|source| open::io_error(path, source))
}

/// Gives a finished file its name unless that was taken meanwhile.
pub(crate) fn name(temporary: &Path, path: &Path) -> std::io::Result<()> {
    // A hard link fails where the name was taken meanwhile; a rename would replace it.
    match fs::hard_link(temporary, path) {
        Ok(()) => fs::remove_file(temporary),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Err(error),
        Err(_) => fs::rename(temporary, path),
    }
}
