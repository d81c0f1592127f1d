//! A copy of a whole case, for a backup.

use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::path::Path;

use rusqlite::backup::{Backup, StepResult};

use crate::error::StoreError;
use crate::lock::WriteLock;
use crate::open::{CaseFile, io_error};
use crate::sealed;

/// Read at once from a closed case.
const PIECE_BYTES: usize = 1 << 20;
/// Copied at once from an open one: 8 MiB, so that its writer waits for no more than that.
const PAGES_AT_ONCE: std::ffi::c_int = 512;

/// Copies a case to a new file, on the disk when this returns. `progress` gets bytes done and in
/// all and answers whether to go on.
///
/// A closed case is copied as it is, encrypted or not, without being opened. One that this process
/// or another has open is copied page by page as of one moment.
///
/// # Errors
/// [`StoreError::Cancelled`]; [`StoreError::Locked`] for an encrypted case that another process has
/// open, or that a crash left with its log and which has to be opened once. What was written of the copy is for the caller to remove.
pub fn copy_case(
    case: &Path,
    to: &Path,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<(), StoreError> {
    let case = crate::open::resolved(case)?;
    crate::open::is_file(&case)?;
    // Nobody opens the case for writing while the lock is held.
    match WriteLock::take(&case) {
        Ok(_lock) => {
            crate::open::sniff(&case)?;
            if has_log(&case) {
                return copy_open(&case, to, progress);
            }
            copy_closed(&case, to, progress)
        }
        Err(crate::lock::Refused::Taken) => copy_open(&case, to, progress),
        Err(crate::lock::Refused::NotWritable) if has_log(&case) => copy_open(&case, to, progress),
        Err(crate::lock::Refused::NotWritable) => {
            crate::open::sniff(&case)?;
            copy_closed(&case, to, progress)
        }
    }
}

/// Whether a process that ended without closing left a log behind.
fn has_log(case: &Path) -> bool {
    ["-wal", "-journal"].iter().any(|suffix| {
        let mut name = case.as_os_str().to_owned();
        name.push(suffix);
        fs::metadata(name).is_ok_and(|log| log.len() > 0)
    })
}

fn copy_closed(
    case: &Path,
    to: &Path,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<(), StoreError> {
    let (reading, writing) = (|source| io_error(case, source), |source| io_error(to, source));
    let mut from = File::open(case).map_err(reading)?;
    let total = from.metadata().map_err(reading)?.len();
    let mut out = File::create(to).map_err(writing)?;
    let mut piece = vec![0; PIECE_BYTES];
    let mut done = 0;
    loop {
        if !progress(done, total) {
            return Err(StoreError::Cancelled);
        }
        let read = from.read(&mut piece).map_err(reading)?;
        if read == 0 {
            break;
        }
        out.write_all(&piece[..read]).map_err(writing)?;
        done += read as u64;
    }
    out.sync_all().map_err(writing)
}

fn copy_open(
    case: &Path,
    to: &Path,
    progress: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<(), StoreError> {
    let from = match CaseFile::open_read_only(case) {
        Ok(from) => from,
        // Its pages are encrypted under a key that this process does not have.
        Err(_) if sealed::is_open_elsewhere(case) => {
            return Err(StoreError::Locked(case.to_owned()));
        }
        Err(error) => return Err(error),
    };
    let _ = fs::remove_file(to);
    let key = from.kept.as_ref().map(|kept| kept.key().clone());
    let mut copy = crate::open::connect_new(to, key.as_ref())?;
    {
        let backup = Backup::new(&from.connection, &mut copy)?;
        loop {
            let step = backup.step(PAGES_AT_ONCE)?;
            let at = backup.progress();
            let bytes = |pages: std::ffi::c_int| {
                u64::try_from(pages).unwrap_or(0) * u64::from(sealed::PAGE_BYTES)
            };
            let total = bytes(at.pagecount);
            if !progress(total - bytes(at.remaining), total) {
                return Err(StoreError::Cancelled);
            }
            match step {
                StepResult::Done => break,
                StepResult::More => {}
                _ => std::thread::sleep(std::time::Duration::from_millis(20)),
            }
        }
    }
    // The source may be in WAL mode, and its header with it; a closed case is one file.
    copy.pragma_update(None, "journal_mode", "DELETE")?;
    copy.close().map_err(|(_, error)| StoreError::from(error))?;
    if let Some(kept) = &from.kept {
        sealed::append(to, kept.envelope())?;
    }
    File::open(to).and_then(|file| file.sync_all()).map_err(|source| io_error(to, source))
}
