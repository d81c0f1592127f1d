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
    /// before its last piece is in. The note beside it comes last. In a folder, a transfer that was
    /// broken off goes on where it was, after what lies there was compared; WebDAV takes a file as
    /// one piece, and the pieces of an S3 object belong to one attempt: there it begins anew.
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
        let can = self.operator.info().capability();
        let renames = can.rename;
        let to = if renames { part_of(name, &sha256) } else { name.to_owned() };
        let appends = renames && can.write_can_append;
        let written = match &self.put {
            // Of WebDAV, OpenDAL sends a file only as one piece, out of memory.
            Some(put) => self.runtime.block_on(put.send(file, &to, bytes, progress)),
            None => self.there_already(file, &to, bytes, appends, progress).and_then(|there| {
                let asked = Asked { file, to: &to, sha256: &sha256, total: bytes };
                self.write(&asked, there, progress)
            }),
        };
        if let Err(error) = written {
            // What was broken off is gone on with. Nothing else that is half there stays where
            // that can be had.
            if !(appends && matches!(error, PlaceError::Unreachable(_))) {
                let _ = self.wait(self.operator.delete(&to));
            }
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

    /// How much of a file lies there from a time before; nothing where one byte differs.
    fn there_already(
        &self,
        file: &Path,
        part: &str,
        total: u64,
        appends: bool,
        progress: Progress<'_>,
    ) -> Result<u64, PlaceError> {
        if !appends {
            return Ok(0);
        }
        let there = match self.wait(self.operator.stat(part)) {
            Ok(facts) if facts.is_file() => facts.content_length(),
            Ok(_) | Err(PlaceError::Missing(_)) => return Ok(0),
            Err(error) => return Err(error),
        };
        if there > total {
            return Ok(0);
        }
        let mut from = File::open(file).map_err(|error| PlaceError::io(file, error))?;
        let mut done = 0;
        while done < there {
            if !progress(done, total) {
                return Err(PlaceError::Cancelled);
            }
            let to = there.min(done + PIECE_BYTES as u64);
            let asked = self.operator.read_with(part).range(done..to);
            let kept = self.wait(asked.into_future())?.to_vec();
            if kept != piece(file, &mut from, to - done)? {
                return Ok(0);
            }
            done = to;
        }
        Ok(there)
    }

    fn write(
        &self,
        asked: &Asked<'_>,
        there: u64,
        progress: Progress<'_>,
    ) -> Result<(), PlaceError> {
        let begin = self.operator.writer_with(asked.to).chunk(PIECE_BYTES);
        // An empty part is written anew: not every place takes an append to nothing.
        let mut writer = self.wait(begin.append(there > 0).into_future())?;
        match self.pieces(asked, there, &mut writer, progress) {
            Ok(()) => self.wait(writer.close()).map(drop),
            Err(error) => {
                // Pieces of S3 that belong to nothing would lie there and be paid for.
                let _ = self.wait(writer.abort());
                Err(error)
            }
        }
    }

    /// Sends what is not there yet; all of it is hashed.
    fn pieces(
        &self,
        asked: &Asked<'_>,
        there: u64,
        writer: &mut Writer,
        progress: Progress<'_>,
    ) -> Result<(), PlaceError> {
        let file = asked.file;
        let mut from = File::open(file).map_err(|error| PlaceError::io(file, error))?;
        let (mut hash, mut done) = (Sha256::new(), 0);
        loop {
            if !progress(done.max(there), asked.total) {
                return Err(PlaceError::Cancelled);
            }
            let most = if done < there { there - done } else { u64::MAX };
            let piece = piece(file, &mut from, most)?;
            if piece.is_empty() {
                break;
            }
            hash.update(&piece);
            let sends = done >= there;
            done += piece.len() as u64;
            if sends {
                self.wait(writer.write(piece))?;
            }
        }
        // Changed since it was hashed: nobody is to get what nobody looked at.
        match format!("{:x}", hash.finalize()) == asked.sha256 {
            true => Ok(()),
            false => Err(PlaceError::Altered),
        }
    }
}

/// A file to be sent, and what it is to lie there as.
struct Asked<'a> {
    file: &'a Path,
    to: &'a str,
    sha256: &'a str,
    total: u64,
}

/// What a file lies there as until it is whole. The digest is in the name, so that only the same
/// file is gone on with.
fn part_of(name: &str, sha256: &str) -> String {
    format!("{name}.{}.part", &sha256[..16])
}

/// The next piece of a file of this machine, of at most so many bytes; empty at its end.
fn piece(file: &Path, from: &mut File, most: u64) -> Result<Vec<u8>, PlaceError> {
    let mut piece = Vec::with_capacity(PIECE_BYTES);
    let read = from.take(most.min(PIECE_BYTES as u64)).read_to_end(&mut piece);
    read.map(|_| piece).map_err(|error| PlaceError::io(file, error))
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
