//! From a path to the files that may be photos, with limits.

use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::error::{Code, Error, Result};

/// The largest original the program takes.
pub(crate) const FILE_BYTES_MAX: u64 = 512 * 1024 * 1024;
/// More files than a season of work brings.
const FILES_MAX: usize = 100_000;
/// Deeper than any camera or phone nests its folders.
const DEPTH_MAX: usize = 16;

/// Endings that a folder is searched for; a file that a person chose is taken by its bytes.
const ENDINGS: [&str; 9] = ["jpg", "jpeg", "jpe", "heic", "heif", "hif", "png", "webp", "jfif"];

/// Lists the files to take in: files as given, folders searched for pictures, sorted by name.
pub(crate) fn files(sources: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut out = Vec::new();
    for source in sources {
        let metadata = fs::metadata(source).map_err(|error| Error::io(source, error))?;
        if metadata.is_dir() {
            search(source, 0, &mut out)?;
        } else {
            out.push(source.clone());
        }
        if out.len() > FILES_MAX {
            return Err(Error::new(Code::TooMany).with("limit", FILES_MAX));
        }
    }
    Ok(out)
}

fn search(folder: &Path, depth: usize, out: &mut Vec<PathBuf>) -> Result<()> {
    if depth > DEPTH_MAX || out.len() > FILES_MAX {
        return Err(Error::new(Code::TooMany).with("limit", FILES_MAX));
    }
    let failed = |error| Error::io(folder, error);
    let mut entries = fs::read_dir(folder)
        .map_err(failed)?
        .collect::<std::io::Result<Vec<_>>>()
        .map_err(failed)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name();
        // Files of macOS and of cameras that only look like pictures.
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        // A link could lead anywhere, also back here.
        let kind = entry.file_type().map_err(failed)?;
        if kind.is_dir() {
            search(&entry.path(), depth + 1, out)?;
        } else if kind.is_file() && has_picture_ending(&entry.path()) {
            out.push(entry.path());
        }
    }
    Ok(())
}

fn has_picture_ending(path: &Path) -> bool {
    path.extension()
        .map(|ending| ending.to_string_lossy().to_ascii_lowercase())
        .is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// Reads a whole file, refusing one that is larger than the program takes.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    let failed = |error| Error::io(path, error);
    // Asked before opening: opening a pipe would wait for whoever writes into it.
    let metadata = fs::metadata(path).map_err(failed)?;
    let too_large =
        || Error::new(Code::TooMany).with("limit", format!("{} MiB", FILE_BYTES_MAX >> 20));
    if !metadata.is_file() || metadata.len() > FILE_BYTES_MAX {
        return Err(too_large());
    }
    let file = fs::File::open(path).map_err(failed)?;
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    // A file that grows while it is read is cut off by the same limit.
    file.take(FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > FILE_BYTES_MAX { Err(too_large()) } else { Ok(bytes) }
}
