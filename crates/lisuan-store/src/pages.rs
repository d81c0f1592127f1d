//! Originals that come as a stream, and pictures of the pages of papers.

use std::io::Read;

use lisuan_core::change::{Digest, Operation};
use rusqlite::blob::ZeroBlob;
use rusqlite::{Connection, OptionalExtension as _, TransactionBehavior};
use sha2::{Digest as _, Sha256};

use crate::error::StoreError;
use crate::open::CaseFile;
use crate::{conflicts, elsewhere, journal, records};

/// An original that is read from where it lies while it goes into the case, so that its size costs
/// no memory.
pub struct NewFile<'a> {
    /// SHA-256 of the bytes in lower-case hex, found by reading them once before.
    pub sha256: &'a str,
    /// How many there are.
    pub bytes: u64,
    /// Where they come from.
    pub from: &'a mut dyn Read,
}

/// The picture of one page of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagePicture {
    /// Which page, from 1.
    pub page: u32,
    /// Its width in pixels.
    pub width_px: u32,
    /// Its height in pixels.
    pub height_px: u32,
    /// The JPEG.
    pub bytes: Vec<u8>,
}

/// A page picture without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageSize {
    /// Which page, from 1.
    pub page: u32,
    /// Its width in pixels.
    pub width_px: u32,
    /// Its height in pixels.
    pub height_px: u32,
    /// SHA-256 of the JPEG.
    pub digest: String,
}

impl CaseFile {
    /// Writes an operation and the file it brings, in one transaction: when this returns, it is on
    /// disk.
    ///
    /// # Errors
    /// [`StoreError::SourceChanged`] when the bytes that come are not those that were hashed;
    /// nothing is written then.
    pub fn commit_file(
        &mut self,
        operation: &Operation,
        file: NewFile<'_>,
    ) -> Result<Digest, StoreError> {
        self.writing()?;
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        write_file(&transaction, file)?;
        records::write(&transaction, &operation.changes)?;
        conflicts::settle(&transaction, operation)?;
        let digest = journal::append(&transaction, operation)?;
        transaction.commit()?;
        self.after_write()?;
        Ok(digest)
    }

    /// Keeps the pictures of the pages of an original, all or none; those it had go.
    pub fn put_pages(
        &mut self,
        sha256: &str,
        pages: &mut dyn Iterator<Item = std::io::Result<PagePicture>>,
    ) -> Result<(), StoreError> {
        self.writing()?;
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute("DELETE FROM page_picture WHERE sha256 = ?1", [sha256])?;
        for page in pages {
            let page =
                page.map_err(|source| crate::open::io_error(&std::env::temp_dir(), source))?;
            transaction
                .prepare_cached(
                    "INSERT INTO page_picture (sha256, page, width_px, height_px, digest, bytes)
                     VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )?
                .execute((
                    sha256,
                    page.page,
                    page.width_px,
                    page.height_px,
                    format!("{:x}", Sha256::digest(&page.bytes)),
                    &page.bytes,
                ))?;
        }
        Ok(transaction.commit()?)
    }

    /// The picture of one page of an original.
    pub fn page_picture(&self, sha256: &str, page: u32) -> Result<Option<PagePicture>, StoreError> {
        Ok(self
            .connection
            .prepare_cached(
                "SELECT width_px, height_px, bytes FROM page_picture
                 WHERE sha256 = ?1 AND page = ?2",
            )?
            .query_row((sha256, page), |row| {
                Ok(PagePicture {
                    page,
                    width_px: row.get(0)?,
                    height_px: row.get(1)?,
                    bytes: row.get(2)?,
                })
            })
            .optional()?)
    }

    /// Which pages of an original have a picture, in order.
    pub fn page_sizes(&self, sha256: &str) -> Result<Vec<PageSize>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT page, width_px, height_px, digest FROM page_picture
             WHERE sha256 = ?1 ORDER BY page",
        )?;
        let rows = statement.query_map([sha256], |row| {
            Ok(PageSize {
                page: row.get(0)?,
                width_px: row.get(1)?,
                height_px: row.get(2)?,
                digest: row.get(3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Copies a file into the case unless it is there already, and sees that it is the one that was
/// hashed.
pub(crate) fn write_file(connection: &Connection, file: NewFile<'_>) -> Result<(), StoreError> {
    let there = connection
        .prepare_cached("SELECT 1 FROM content WHERE sha256 = ?1")?
        .exists([file.sha256])?;
    if there {
        return Ok(());
    }
    let size = i32::try_from(file.bytes).map_err(|_| StoreError::SourceChanged)?;
    connection
        .prepare_cached("INSERT INTO content (sha256, size, bytes) VALUES (?1, ?2, ?3)")?
        .execute((file.sha256, size, ZeroBlob(size)))?;
    let row = connection.last_insert_rowid();
    let mut blob = connection.blob_open("main", "content", "bytes", row, false)?;
    let (mut hash, mut at) = (Sha256::new(), 0_usize);
    let mut buffer = vec![0u8; 1 << 20];
    loop {
        let n = file
            .from
            .read(&mut buffer)
            .map_err(|source| StoreError::Io { path: "".into(), source })?;
        let Some(piece) = buffer.get(..n).filter(|piece| !piece.is_empty()) else { break };
        if at + n > size as usize {
            return Err(StoreError::SourceChanged);
        }
        hash.update(piece);
        blob.write_at(piece, at)?;
        at += n;
    }
    blob.close()?;
    match at == size as usize && format!("{:x}", hash.finalize()) == file.sha256 {
        true => elsewhere::forget(connection, file.sha256),
        false => Err(StoreError::SourceChanged),
    }
}
