//! Backup of the whole library to another disk, verified by reading it back, and restore.
//!
//! On the disk lies a folder `lisuan-backup` with `cases/`, where every state of every case is one
//! file whose name begins as the case's and ends with its digest, and with one list for each
//! backup, `backup-0001.json`. A state that is there already is not written again. A list is
//! written last: a backup that was broken off has none, and takes nothing from those before.

mod disk;
mod list;
mod restore;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use lisuan_store::copy_case;

use crate::error::{Code, Error, Result, shown};
use crate::wire::{BackedUp, BackupState, BackupView, Progress};
use crate::{App, Cancelled, OnProgress, clock, settings};
use disk::{Disk, hashed};
use list::{Listed, Listing};

/// More cases than any library has.
const CASES_MAX: usize = 10_000;
/// How deep cases are looked for below a folder.
const DEPTH_MAX: usize = 6;

/// When and where the last backup was made, in the settings folder.
const LAST_FILE: &str = "last-backup.json";

/// A case to be backed up.
struct Source {
    path: PathBuf,
    /// What it is called in the list: its path below the folder, with `/`.
    name: String,
}

impl App {
    /// Copies cases to a disk: those below the folders, or of the library and those opened lately
    /// where no folder is named. A case that fails is told and does not keep the others from it.
    ///
    /// # Errors
    /// What ends all of it: [`Code::DiskFull`], the disk is gone or cannot be written. What was
    /// backed up before stays good.
    pub fn backup(
        &self,
        folders: &[PathBuf],
        disk: &Path,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<BackupView> {
        let sources = self.sources(folders)?;
        let disk = Disk::prepare(disk)?;
        let number = disk.next_number()?;
        let mut listing = Listing::new(number, clock::now().to_string());
        let mut view = BackupView::new(number, listing.made_at.clone());
        let sizes: Vec<u64> =
            sources.iter().map(|s| s.path.metadata().map_or(0, |facts| facts.len())).collect();
        let total: u64 = sizes.iter().sum();
        let mut before = 0;
        for (source, size) in sources.iter().zip(&sizes) {
            let tell = |bytes: u64| {
                progress(Progress {
                    task: "backup".to_owned(),
                    done: before + bytes,
                    total,
                    bytes: before + bytes,
                    subject: source.name.clone(),
                });
                !cancelled()
            };
            match one(source, &disk, &tell) {
                Ok((listed, is_new)) => {
                    if is_new {
                        view.written += 1;
                        view.bytes_written += listed.bytes;
                    } else {
                        view.unchanged += 1;
                    }
                    listing.cases.push(listed);
                }
                Err(error) if error.code == Code::Cancelled => {
                    view.cancelled = true;
                    return Ok(view);
                }
                Err(error) if ends_all(&error) || !disk.is_there() => return Err(error),
                Err(error) => {
                    view.failed.push(BackedUp { name: source.name.clone(), error: error.view() })
                }
            }
            before += size;
        }
        disk.write_list(&listing)?;
        let last = BackupState { made_at: listing.made_at, cases: listing.cases.len() as u64 };
        // Nothing is lost when the date is not kept.
        let _ = settings::write(&self.home, LAST_FILE, &last);
        Ok(view)
    }

    /// When the last backup was made; nothing when none was.
    pub fn last_backup(&self) -> Option<BackupState> {
        settings::read(&self.home.config.join(LAST_FILE))
    }

    fn sources(&self, folders: &[PathBuf]) -> Result<Vec<Source>> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        if folders.is_empty() {
            if self.home.library.is_dir() {
                below(&self.home.library, &self.home.library, 0, &mut found)?;
            }
            for entry in settings::recent(&self.home).into_iter().filter(|e| !e.case.missing) {
                found.push(Source { name: shown(&entry.path), path: entry.path });
            }
        }
        for folder in folders {
            below(folder, folder, 0, &mut found)?;
        }
        found.retain(|source| {
            seen.insert(source.path.canonicalize().unwrap_or_else(|_| source.path.clone()))
        });
        tell_apart(&mut found);
        if found.is_empty() {
            return Err(Error::new(Code::NothingToBackUp));
        }
        Ok(found)
    }
}

/// Paths of the cases below a folder, in the order of their names.
pub(crate) fn cases_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    below(folder, folder, 0, &mut found)?;
    Ok(found.into_iter().map(|source| source.path).collect())
}

/// Cases below a folder, in the order of their names.
fn below(root: &Path, folder: &Path, depth: usize, found: &mut Vec<Source>) -> Result<()> {
    let entries = fs::read_dir(folder).map_err(|error| Error::io(folder, error))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    for path in paths {
        let Ok(facts) = path.symlink_metadata() else { continue };
        if facts.is_dir() && depth < DEPTH_MAX {
            // A backup inside the library is no case of the library.
            if path.file_name().is_none_or(|name| name != disk::FOLDER) {
                below(root, &path, depth + 1, found)?;
            }
        } else if facts.is_file() && path.extension().is_some_and(|end| end == "lisuan") {
            if found.len() == CASES_MAX {
                return Err(Error::new(Code::TooMany).with("limit", CASES_MAX));
            }
            let inside = path.strip_prefix(root).unwrap_or(&path);
            let parts: Vec<_> =
                inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
            found.push(Source { name: parts.join("/"), path });
        }
    }
    Ok(())
}

/// Two cases of one name get numbers.
fn tell_apart(sources: &mut [Source]) {
    let mut used: BTreeMap<String, u32> = BTreeMap::new();
    for source in sources {
        let count = used.entry(source.name.to_lowercase()).or_insert(0);
        *count += 1;
        if *count > 1 {
            let stem = source.name.strip_suffix(".lisuan").unwrap_or(&source.name);
            source.name = format!("{stem} ({count}).lisuan");
        }
    }
}

/// Brings one case to the disk; whether its state was new there.
fn one(source: &Source, disk: &Disk, tell: &dyn Fn(u64) -> bool) -> Result<(Listed, bool)> {
    let part = disk.part();
    let kept = copy_case(&source.path, &part, &mut |done, _| tell(done))
        .map_err(|error| at_disk(error.into(), disk))
        .and_then(|()| {
            // Read back from the disk, and not what was in memory on the way there.
            let (bytes, sha256) = hashed(&part)?;
            let is_new = disk.keep(&part, &source.name, &sha256, bytes)?;
            Ok((Listed { name: source.name.clone(), bytes, sha256 }, is_new))
        });
    if kept.is_err() {
        let _ = fs::remove_file(&part);
    }
    kept
}

/// A full disk is the backup's, whatever was said of it.
fn at_disk(error: Error, disk: &Disk) -> Error {
    match error.code {
        Code::DiskFull => Error::new(Code::BackupDiskFull).because(error),
        Code::Missing | Code::Io | Code::MediumGone if !disk.is_there() => {
            Error::new(Code::BackupDiskGone).because(error)
        }
        _ => error,
    }
}

const fn ends_all(error: &Error) -> bool {
    matches!(error.code, Code::BackupDiskFull | Code::BackupDiskGone | Code::NoPermission)
}
