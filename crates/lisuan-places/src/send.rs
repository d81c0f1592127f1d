//! Sending a file to a place.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use opendal::Writer;
use sha2::{Digest as _, Sha256};

use crate::error::PlaceError;
use crate::list::{Item, note_name};
use crate::open::Place;
use crate::{FILE_BYTES_MAX, Progress, is_name};

/// Sent at once: S3 wants at least 5 MiB for a piece of many, and it is all that is in memory.
const PIECE_BYTES: usize = 8 << 20;

impl Place {
    /// Sends a file under its own name; it is there whole or not at all.
    ///
    /// Where the place can rename, it goes to a part name first. Of an S3 object nothing is seen
    /// before its last piece is in. The note beside it comes last.
    ///
    /// # Errors
    /// [`PlaceError::Exists`] when another file of that name lies there; the same file again is
    /// no error. [`PlaceError::TooLarge`], [`PlaceError::BadName`]; as any question to a place.
    pub fn send(&self, file: &Path, progress: Progress<'_>) -> Result<Item, PlaceError> {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if !is_name(name) {
            return Err(PlaceError::BadName(name.to_owned()));
        }
        let (sha256, bytes) = digest_of(file)?;
        if bytes > FILE_BYTES_MAX {
            return Err(PlaceError::TooLarge);
        }
        if let Some(there) = self.item(name)? {
            return match there.sha256 == sha256 {
                true => Ok(there),
                false => Err(PlaceError::Exists(name.to_owned())),
            };
        }
        let renames = self.operator.info().capability().rename;
        let to = if renames { format!("{name}.part") } else { name.to_owned() };
        let written = match &self.put {
            // Of WebDAV, OpenDAL sends a file only as one piece, out of memory.
            Some(put) => self.runtime.block_on(put.send(file, &to, bytes, progress)),
            None => self.write(file, &to, &sha256, bytes, progress),
        };
        if let Err(error) = written {
            // Nothing that is half there stays where that can be had.
            let _ = self.wait(self.operator.delete(&to));
            return Err(error);
        }
        if renames {
            self.wait(self.operator.rename(&to, name))?;
        }
        // The digest was taken before the file was read again to be sent; the place has to have
        // as much as was hashed, and who fetches it compares the digest.
        let note = format!("{sha256} {bytes}\n");
        self.wait(self.operator.write(&note_name(name), note))?;
        self.item(name)?.ok_or(PlaceError::Altered)
    }

    fn write(
        &self,
        file: &Path,
        to: &str,
        sha256: &str,
        total: u64,
        progress: Progress<'_>,
    ) -> Result<(), PlaceError> {
        let mut writer =
            self.wait(self.operator.writer_with(to).chunk(PIECE_BYTES).into_future())?;
        match self.pieces(file, &mut writer, sha256, total, progress) {
            Ok(()) => self.wait(writer.close()).map(drop),
            Err(error) => {
                // Pieces of S3 that belong to nothing would lie there and be paid for.
                let _ = self.wait(writer.abort());
                Err(error)
            }
        }
    }

    fn pieces(
        &self,
        file: &Path,
        writer: &mut Writer,
        sha256: &str,
        total: u64,
        progress: Progress<'_>,
    ) -> Result<(), PlaceError> {
        let mut from = File::open(file).map_err(|error| PlaceError::io(file, error))?;
        let (mut hash, mut done) = (Sha256::new(), 0);
        loop {
            if !progress(done, total) {
                return Err(PlaceError::Cancelled);
            }
            let mut piece = Vec::with_capacity(PIECE_BYTES);
            let read = (&mut from).take(PIECE_BYTES as u64).read_to_end(&mut piece);
            let read = read.map_err(|error| PlaceError::io(file, error))?;
            if read == 0 {
                break;
            }
            hash.update(&piece);
            done += read as u64;
            self.wait(writer.write(piece))?;
        }
        // Changed since it was hashed: nobody is to get what nobody looked at.
        match format!("{:x}", hash.finalize()) == sha256 {
            true => Ok(()),
            false => Err(PlaceError::Altered),
        }
    }
}

/// Digest and size of a file of this machine.
pub(crate) fn digest_of(file: &Path) -> Result<(String, u64), PlaceError> {
    let failed = |error| PlaceError::io(file, error);
    let mut from = File::open(file).map_err(failed)?;
    let (mut hash, mut bytes) = (Sha256::new(), 0);
    let mut piece = vec![0; 1 << 20];
    loop {
        let read = from.read(&mut piece).map_err(failed)?;
        if read == 0 {
            return Ok((format!("{:x}", hash.finalize()), bytes));
        }
        hash.update(&piece[..read]);
        bytes += read as u64;
    }
}
