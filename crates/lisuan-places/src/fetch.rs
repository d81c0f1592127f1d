//! Fetching a file from a place.

use std::fs::{self, File, OpenOptions};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::Progress;
use crate::error::PlaceError;
use crate::list::Item;
use crate::open::Place;

/// Asked for at once; all that is in memory.
const PIECE_BYTES: u64 = 4 << 20;

impl Place {
    /// Fetches a file into a folder. It lies under a part name until its digest is right; one that
    /// was broken off goes on where it was. Nothing that is there is replaced.
    ///
    /// # Errors
    /// [`PlaceError::Missing`]; [`PlaceError::Altered`] when what came is not what was sent: it is
    /// thrown away. [`PlaceError::Unreachable`] and [`PlaceError::Cancelled`] leave the part.
    pub fn fetch(
        &self,
        name: &str,
        into: &Path,
        progress: Progress<'_>,
    ) -> Result<PathBuf, PlaceError> {
        let item = self.item(name)?.ok_or_else(|| PlaceError::Missing(name.to_owned()))?;
        let part = part_of(&item, into);
        self.receive(&item, &part, progress)?;
        for n in 1..10_000 {
            let place = numbered(into, name, n);
            // A hard link does not replace; where there are none, nothing of that name was found.
            let kept = match fs::hard_link(&part, &place) {
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => continue,
                Ok(()) => fs::remove_file(&part),
                Err(_) if place.symlink_metadata().is_ok() => continue,
                Err(_) => fs::rename(&part, &place),
            };
            return kept.map(|()| place).map_err(|error| PlaceError::io(into, error));
        }
        Err(PlaceError::Exists(name.to_owned()))
    }

    fn receive(&self, item: &Item, part: &Path, progress: Progress<'_>) -> Result<(), PlaceError> {
        let failed = |error| PlaceError::io(part, error);
        let (mut hash, mut done) = hashed_so_far(part, item.bytes)?;
        let mut out = OpenOptions::new().create(true).append(true).open(part).map_err(failed)?;
        while done < item.bytes {
            if !progress(done, item.bytes) {
                return Err(PlaceError::Cancelled);
            }
            let to = item.bytes.min(done + PIECE_BYTES);
            let asked = self.operator.read_with(&item.name).range(done..to);
            let piece = self.wait(asked.into_future())?.to_vec();
            if piece.len() as u64 != to - done {
                return Err(PlaceError::Unreachable("short".to_owned()));
            }
            out.write_all(&piece).map_err(failed)?;
            hash.update(&piece);
            done = to;
        }
        progress(done, item.bytes);
        out.sync_all().map_err(failed)?;
        drop(out);
        if format!("{:x}", hash.finalize()) != item.sha256 {
            fs::remove_file(part).map_err(failed)?;
            return Err(PlaceError::Altered);
        }
        Ok(())
    }
}

/// Where a file lies until it is whole. The digest is in the name, so that only the same file is
/// gone on with.
fn part_of(item: &Item, into: &Path) -> PathBuf {
    into.join(format!(".{}.{}.part", item.name, &item.sha256[..16]))
}

/// What a broken transfer left, hashed; more than the file has is of no use.
fn hashed_so_far(part: &Path, bytes: u64) -> Result<(Sha256, u64), PlaceError> {
    let failed = |error| PlaceError::io(part, error);
    let (mut hash, mut done) = (Sha256::new(), 0);
    let Ok(mut file) = File::open(part) else { return Ok((hash, 0)) };
    if file.metadata().map_err(failed)?.len() > bytes {
        drop(file);
        fs::remove_file(part).map_err(failed)?;
        return Ok((hash, 0));
    }
    let mut piece = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut piece).map_err(failed)?;
        if read == 0 {
            return Ok((hash, done));
        }
        hash.update(&piece[..read]);
        done += read as u64;
    }
}

fn numbered(into: &Path, name: &str, n: u32) -> PathBuf {
    if n == 1 {
        return into.join(name);
    }
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    into.join(format!("{stem} ({n}).{ending}"))
}
