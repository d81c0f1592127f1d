//! Originals and previews.

use std::io::Read;

use rusqlite::blob::Blob;
use rusqlite::{Connection, OptionalExtension as _};

use crate::elsewhere;
use crate::error::StoreError;
use crate::open::CaseFile;

/// An original on its way into the case, with what was drawn from it.
#[derive(Debug)]
pub struct NewContent<'a> {
    /// SHA-256 of the bytes in lower-case hex; hashed by the caller before the transaction.
    pub sha256: &'a str,
    /// The bytes.
    pub bytes: &'a [u8],
    /// Smaller pictures.
    pub previews: &'a [Preview],
}

/// A smaller, upright JPEG of an original.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The longest side it was made for, in pixels: 320 or 1600.
    pub side_px: u32,
    /// Its width in pixels.
    pub width_px: u32,
    /// Its height in pixels.
    pub height_px: u32,
    /// The JPEG.
    pub bytes: Vec<u8>,
}

/// Reads an original piece by piece, so that its size in memory does not matter.
pub struct ContentReader<'a> {
    blob: Blob<'a>,
}

impl Read for ContentReader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        self.blob.read(buffer)
    }
}

impl CaseFile {
    /// Whether an original is in the case.
    pub fn has_content(&self, sha256: &str) -> Result<bool, StoreError> {
        let found = self
            .connection
            .prepare_cached("SELECT 1 FROM content WHERE sha256 = ?1")?
            .query_row([sha256], |_| Ok(()))
            .optional()?;
        Ok(found.is_some())
    }

    /// Opens an original for reading and gives its size in bytes.
    pub fn read_content(
        &self,
        sha256: &str,
    ) -> Result<Option<(u64, ContentReader<'_>)>, StoreError> {
        let found: Option<(i64, i64)> = self
            .connection
            .prepare_cached("SELECT n, size FROM content WHERE sha256 = ?1")?
            .query_row([sha256], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let Some((n, size)) = found else { return Ok(None) };
        let blob = self.connection.blob_open("main", "content", "bytes", n, true)?;
        Ok(Some((size.unsigned_abs(), ContentReader { blob })))
    }

    /// A smaller picture of an original.
    pub fn preview(&self, sha256: &str, side_px: u32) -> Result<Option<Preview>, StoreError> {
        Ok(self
            .connection
            .prepare_cached(
                "SELECT width_px, height_px, bytes FROM preview WHERE sha256 = ?1 AND side_px = ?2",
            )?
            .query_row((sha256, side_px), |row| {
                Ok(Preview {
                    side_px,
                    width_px: row.get(0)?,
                    height_px: row.get(1)?,
                    bytes: row.get(2)?,
                })
            })
            .optional()?)
    }

    /// Keeps smaller pictures of an original anew; those that are there stay.
    ///
    /// # Errors
    /// When the case is open for reading only or there is no room.
    pub fn put_previews(&mut self, sha256: &str, previews: &[Preview]) -> Result<(), StoreError> {
        self.writing()?;
        let transaction = self.connection.transaction()?;
        write_previews(&transaction, sha256, previews)?;
        Ok(transaction.commit()?)
    }

    /// Digests of all originals that have a preview of that side.
    ///
    /// The index alone is read: the rows lie between the originals, so that asking each of them
    /// would go through the whole file.
    pub fn previewed(&self, side_px: u32) -> Result<Vec<String>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT sha256 FROM preview WHERE side_px = ?1")?;
        let rows = statement.query_map([side_px], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

pub(crate) fn write(connection: &Connection, content: &NewContent<'_>) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO content (sha256, size, bytes) VALUES (?1, ?2, ?3)
             ON CONFLICT (sha256) DO NOTHING",
        )?
        .execute((content.sha256, content.bytes.len() as i64, content.bytes))?;
    elsewhere::forget(connection, content.sha256)?;
    write_previews(connection, content.sha256, content.previews)
}

fn write_previews(
    connection: &Connection,
    sha256: &str,
    previews: &[Preview],
) -> Result<(), StoreError> {
    for preview in previews {
        connection
            .prepare_cached(
                "INSERT INTO preview (sha256, side_px, width_px, height_px, bytes)
                 VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (sha256, side_px) DO NOTHING",
            )?
            .execute((
                sha256,
                preview.side_px,
                preview.width_px,
                preview.height_px,
                &preview.bytes,
            ))?;
    }
    Ok(())
}
