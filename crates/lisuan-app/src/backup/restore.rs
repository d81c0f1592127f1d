//! Restoring the cases of a backup into a folder.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use super::disk::{Disk, hashed};
use super::list::Listed;
use crate::error::{Code, Error, Result};
use crate::wire::{BackedUp, Progress, RestoreView};
use crate::{App, Cancelled, OnProgress};

/// What became of one case.
enum Restored {
    Written(String),
    There,
}

impl App {
    /// Copies the cases of a backup into a folder, the latest backup unless another is asked for.
    /// Nothing that is there is replaced: a case that differs comes beside it under another name.
    /// Each is read back; one that is damaged on the disk is told, and the others are restored.
    ///
    /// # Errors
    /// [`Code::NoBackup`], [`Code::BackupDamaged`] for a list that does not read,
    /// [`Code::DiskFull`].
    pub fn restore_backup(
        &self,
        disk: &Path,
        into: &Path,
        number: Option<u32>,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<RestoreView> {
        let disk = Disk::there(disk)?;
        let numbers = disk.numbers().map_err(|_| Error::new(Code::NoBackup))?;
        let wanted = number.or_else(|| numbers.last().copied());
        let number = wanted.filter(|n| numbers.contains(n));
        let listing = disk.read_list(number.ok_or_else(|| Error::new(Code::NoBackup))?)?;
        fs::create_dir_all(into).map_err(|error| Error::io(into, error))?;
        let total: u64 = listing.cases.iter().map(|case| case.bytes).sum();
        let mut view = RestoreView {
            number: listing.number,
            made_at: listing.made_at.clone(),
            restored: Vec::new(),
            there: 0,
            failed: Vec::new(),
            cancelled: false,
        };
        let mut before = 0;
        for listed in &listing.cases {
            let tell = |bytes: u64| {
                progress(Progress {
                    task: "restore".to_owned(),
                    done: before + bytes,
                    total,
                    bytes: before + bytes,
                    subject: listed.name.clone(),
                });
                !cancelled()
            };
            match one(&disk, listed, into, &tell) {
                Ok(Restored::Written(name)) => view.restored.push(name),
                Ok(Restored::There) => view.there += 1,
                Err(error) if error.code == Code::Cancelled => {
                    view.cancelled = true;
                    break;
                }
                Err(error) if error.code == Code::DiskFull || !disk.is_there() => {
                    return Err(error);
                }
                Err(error) => {
                    view.failed.push(BackedUp { name: listed.name.clone(), error: error.view() })
                }
            }
            before += listed.bytes;
        }
        Ok(view)
    }
}

fn one(disk: &Disk, listed: &Listed, into: &Path, tell: &dyn Fn(u64) -> bool) -> Result<Restored> {
    let wanted = listed.name.split('/').fold(into.to_owned(), |path, part| path.join(part));
    let same = wanted.metadata().is_ok_and(|facts| facts.len() == listed.bytes)
        && hashed(&wanted)?.1 == listed.sha256;
    if same {
        return Ok(Restored::There);
    }
    let folder = wanted.parent().unwrap_or(into);
    fs::create_dir_all(folder).map_err(|error| Error::io(folder, error))?;
    let mut part = tempfile::Builder::new()
        .prefix(".restore-")
        .tempfile_in(folder)
        .map_err(|error| Error::io(folder, error))?;
    let found = copy(&disk.of(listed), part.as_file_mut(), folder, tell)?;
    // What was written, read again.
    let back = hashed(part.path())?;
    if found != listed.sha256 || back != (listed.bytes, listed.sha256.clone()) {
        return Err(Error::new(Code::BackupCaseDamaged).with("file", &listed.name));
    }
    let place = free(&wanted);
    part.persist_noclobber(&place).map_err(|error| Error::io(&place, error.error))?;
    let inside = place.strip_prefix(into).unwrap_or(&place);
    Ok(Restored::Written(inside.to_string_lossy().into_owned()))
}

/// Copies and gives the digest of what was read.
fn copy(from: &Path, to: &mut File, folder: &Path, tell: &dyn Fn(u64) -> bool) -> Result<String> {
    let mut file = File::open(from).map_err(|error| Error::io(from, error))?;
    let writing = |error| Error::io(folder, error);
    let (mut hash, mut done) = (Sha256::new(), 0);
    let mut piece = vec![0; 1 << 20];
    loop {
        if !tell(done) {
            return Err(Error::new(Code::Cancelled));
        }
        let read = file.read(&mut piece).map_err(|error| Error::io(from, error))?;
        if read == 0 {
            break;
        }
        hash.update(&piece[..read]);
        to.write_all(&piece[..read]).map_err(writing)?;
        done += read as u64;
    }
    to.sync_all().map_err(writing)?;
    Ok(format!("{:x}", hash.finalize()))
}

/// The name, or one beside it that is free.
fn free(wanted: &Path) -> PathBuf {
    let stem = wanted.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let numbered = (2..10_000).map(|n| wanted.with_file_name(format!("{stem} ({n}).lisuan")));
    std::iter::once(wanted.to_owned())
        .chain(numbered)
        .find(|path| path.symlink_metadata().is_err())
        .unwrap_or_else(|| wanted.to_owned())
}
