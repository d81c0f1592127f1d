//! Originals that are with someone else: known by their digests, absent and not lost.

use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior};

use crate::error::StoreError;
use crate::merge::Originals;
use crate::open::CaseFile;
use crate::pages::{self, NewFile};

/// An original that was not enclosed in the package that brought its photo or paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// SHA-256 in lower-case hex.
    pub sha256: String,
    /// Its size in bytes, as the sender said.
    pub bytes: u64,
    /// Who has it.
    pub kept_by: String,
    /// The package that said so: SHA-256 of its manifest.
    pub package: String,
}

impl CaseFile {
    /// Originals that are known to be elsewhere, by digest.
    ///
    /// # Errors
    /// When the file does not read.
    pub fn elsewhere(&self) -> Result<Vec<Elsewhere>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT sha256, size, kept_by, package FROM content_elsewhere ORDER BY sha256",
        )?;
        let rows = statement.query_map([], |row| {
            Ok(Elsewhere {
                sha256: row.get(0)?,
                bytes: row.get::<_, i64>(1)?.unsigned_abs(),
                kept_by: row.get(2)?,
                package: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Takes in originals that were elsewhere until now, all or none; gives how many came.
    ///
    /// # Errors
    /// [`StoreError::SourceChanged`] when one is not what its digest says.
    pub fn fetch_elsewhere(&mut self, originals: &mut dyn Originals) -> Result<u64, StoreError> {
        self.writing()?;
        let absent = self.elsewhere()?;
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let mut came = 0;
        for Elsewhere { sha256, .. } in &absent {
            let opened = originals.open(sha256);
            let opened = opened.map_err(|source| StoreError::Io { path: sha256.into(), source })?;
            if let Some((bytes, mut from)) = opened {
                pages::write_file(&transaction, NewFile { sha256, bytes, from: &mut *from })?;
                came += 1;
            }
        }
        transaction.commit()?;
        Ok(came)
    }
}

/// Notes that an original is elsewhere.
pub(crate) fn note(connection: &Connection, absent: &Elsewhere) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO content_elsewhere (sha256, size, kept_by, package)
             VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute((
            &absent.sha256,
            i64::try_from(absent.bytes).unwrap_or(i64::MAX),
            &absent.kept_by,
            &absent.package,
        ))?;
    Ok(())
}

/// Whether an original is known to be elsewhere.
pub(crate) fn is_noted(connection: &Connection, sha256: &str) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached("SELECT 1 FROM content_elsewhere WHERE sha256 = ?1")?
        .query_row([sha256], |_| Ok(()))
        .optional()?
        .is_some())
}

/// Whether an original is in the case or known to be elsewhere: no photo or paper is without one.
pub(crate) fn is_known(connection: &Connection, sha256: &str) -> Result<bool, StoreError> {
    let here =
        connection.prepare_cached("SELECT 1 FROM content WHERE sha256 = ?1")?.exists([sha256])?;
    Ok(here || is_noted(connection, sha256)?)
}

/// An original came: it is elsewhere no longer.
pub(crate) fn forget(connection: &Connection, sha256: &str) -> Result<(), StoreError> {
    connection
        .prepare_cached("DELETE FROM content_elsewhere WHERE sha256 = ?1")?
        .execute([sha256])?;
    Ok(())
}
