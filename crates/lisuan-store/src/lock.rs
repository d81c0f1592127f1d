//! Who may write: a lock file beside the case, locked by the operating system.
//!
//! The lock is not taken on the case file itself: SQLite's own locks on Unix belong to the process
//! and are dropped when any handle to the file is closed. The operating system lets go of the lock
//! when the process ends in whatever way, so a crash never leaves a case locked.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// The right to write a case; given back when dropped.
#[derive(Debug)]
pub(crate) struct WriteLock {
    file: Option<File>,
    path: PathBuf,
}

/// Why the right to write was not given.
#[derive(Debug)]
pub(crate) enum Refused {
    /// Another process has it.
    Taken,
    /// The lock file cannot be made or locked, as in a folder without write permission.
    NotWritable,
}

fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new().create(true).truncate(false).write(true).open(path)
}

fn still_named(file: &File, path: &Path) -> bool {
    let named = same_file::Handle::from_path(path);
    let held = file.try_clone().and_then(same_file::Handle::from_file);
    matches!((named, held), (Ok(named), Ok(held)) if named == held)
}

impl WriteLock {
    /// Takes the lock for a case or says why not; never waits.
    pub(crate) fn take(case: &Path) -> Result<Self, Refused> {
        let path = lock_path(case);
        // The last owner removes the file when it lets go. Whoever opened it just before then locks
        // a file that has no name any more, and must try again with the one that has.
        for _ in 0..10 {
            let file = open(&path).map_err(|_| Refused::NotWritable)?;
            match file.try_lock() {
                Ok(()) if still_named(&file, &path) => return Ok(Self { file: Some(file), path }),
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(Refused::Taken),
                Err(TryLockError::Error(_)) => return Err(Refused::NotWritable),
            }
        }
        Err(Refused::Taken)
    }
}

impl Drop for WriteLock {
    fn drop(&mut self) {
        // Unlink before unlocking where the system allows it: a process that opens the file in
        // between gets a new one. Windows refuses to remove an open file, so close it first there.
        if cfg!(windows) {
            drop(self.file.take());
        }
        // Only tidiness is lost when this fails: the lock itself goes with the handle.
        let _ = std::fs::remove_file(&self.path);
        drop(self.file.take());
    }
}

/// `x.lisuan` → `x.lisuan-lock`.
pub(crate) fn lock_path(case: &Path) -> PathBuf {
    let mut name = case.as_os_str().to_owned();
    name.push("-lock");
    PathBuf::from(name)
}
