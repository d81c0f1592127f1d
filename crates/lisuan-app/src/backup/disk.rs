//! The folder of a backup on its disk.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::list::{Listed, Listing};
use crate::error::{Code, Error, Result};
use crate::home::write_whole;

/// Name of the folder on the disk.
pub(super) const FOLDER: &str = "lisuan-backup";
const CASES: &str = "cases";
const LIST_BYTES_MAX: u64 = 16 << 20;
/// Of a long name on the disk, to leave room for the digest.
const STEM_CHARS_MAX: usize = 40;

/// A place for backups.
pub(super) struct Disk {
    folder: PathBuf,
    given: PathBuf,
}

impl Disk {
    /// Makes the folder where it is not there. The disk itself has to be: a folder that was made
    /// in place of a disk that is not plugged in would be no backup.
    pub(super) fn prepare(given: &Path) -> Result<Self> {
        let disk = Self::there(given)?;
        let cases = disk.folder.join(CASES);
        fs::create_dir_all(&cases).map_err(|error| Error::io(&cases, error))?;
        // What a backup that was broken off left behind.
        let _ = fs::remove_file(disk.part());
        Ok(disk)
    }

    /// A disk to read from.
    pub(super) fn there(given: &Path) -> Result<Self> {
        let facts = given.metadata().map_err(|error| Error::io(given, error))?;
        if !facts.is_dir() {
            return Err(Error::io(given, std::io::ErrorKind::NotFound.into()));
        }
        let folder = match given.file_name() {
            Some(name) if name == FOLDER => given.to_owned(),
            _ => given.join(FOLDER),
        };
        Ok(Self { folder, given: given.to_owned() })
    }

    /// Whether the disk is still plugged in.
    pub(super) fn is_there(&self) -> bool {
        self.given.is_dir() && self.folder.is_dir()
    }

    /// Where a case is written before it has a name.
    pub(super) fn part(&self) -> PathBuf {
        self.folder.join(CASES).join("writing.part")
    }

    /// Where a state of a case lies.
    pub(super) fn place(&self, name: &str, sha256: &str) -> PathBuf {
        let last = name.rsplit('/').next().unwrap_or(name);
        let stem: String =
            last.strip_suffix(".lisuan").unwrap_or(last).chars().take(STEM_CHARS_MAX).collect();
        let start = sha256.get(..16).unwrap_or(sha256);
        self.folder.join(CASES).join(format!("{} {start}.lisuan", stem.trim()))
    }

    /// Gives what was written its name; `false` when that state is there already, and whole.
    pub(super) fn keep(&self, part: &Path, name: &str, sha256: &str, bytes: u64) -> Result<bool> {
        let place = self.place(name, sha256);
        if place.metadata().is_ok_and(|facts| facts.len() == bytes) && hashed(&place)?.1 == sha256 {
            fs::remove_file(part).map_err(|error| Error::io(part, error))?;
            return Ok(false);
        }
        fs::rename(part, &place).map_err(|error| Error::io(&place, error))?;
        Ok(true)
    }

    pub(super) fn next_number(&self) -> Result<u32> {
        Ok(self.numbers()?.last().copied().unwrap_or(0) + 1)
    }

    /// Numbers of the backups, in order.
    pub(super) fn numbers(&self) -> Result<Vec<u32>> {
        let entries = fs::read_dir(&self.folder).map_err(|error| Error::io(&self.folder, error))?;
        let mut numbers: Vec<u32> = entries
            .filter_map(|entry| {
                let name = entry.ok()?.file_name();
                let number = name.to_str()?.strip_prefix("backup-")?.strip_suffix(".json")?;
                number.parse().ok()
            })
            .collect();
        numbers.sort_unstable();
        Ok(numbers)
    }

    fn list_path(&self, number: u32) -> PathBuf {
        self.folder.join(format!("backup-{number:04}.json"))
    }

    pub(super) fn write_list(&self, listing: &Listing) -> Result<()> {
        let path = self.list_path(listing.number);
        let text = listing
            .text()
            .map_err(|error| Error::new(Code::Settings).with("reason", "json").because(error))?;
        write_whole(&path, &text)?;
        let back = self.read_list(listing.number)?;
        if back == *listing { Ok(()) } else { Err(damaged(listing.number)) }
    }

    /// Reads the list of a backup.
    pub(super) fn read_list(&self, number: u32) -> Result<Listing> {
        let path = self.list_path(number);
        let mut bytes = Vec::new();
        File::open(&path)
            .and_then(|file| file.take(LIST_BYTES_MAX).read_to_end(&mut bytes))
            .map_err(|error| Error::io(&path, error))?;
        Listing::read(&bytes)
            .filter(|listing| listing.number == number)
            .ok_or_else(|| damaged(number))
    }

    /// Where a listed case lies, whatever became of it.
    pub(super) fn of(&self, listed: &Listed) -> PathBuf {
        self.place(&listed.name, &listed.sha256)
    }
}

fn damaged(number: u32) -> Error {
    Error::new(Code::BackupDamaged).with("number", number)
}

/// Size and digest of a file, read to its end.
pub(super) fn hashed(path: &Path) -> Result<(u64, String)> {
    let failed = |error| Error::io(path, error);
    let mut file = File::open(path).map_err(failed)?;
    let (mut hash, mut bytes) = (Sha256::new(), 0);
    let mut piece = vec![0; 1 << 20];
    loop {
        let read = file.read(&mut piece).map_err(failed)?;
        if read == 0 {
            return Ok((bytes, format!("{:x}", hash.finalize())));
        }
        hash.update(&piece[..read]);
        bytes += read as u64;
    }
}
