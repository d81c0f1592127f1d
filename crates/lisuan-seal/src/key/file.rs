//! The file a seal key is kept in.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::path::Path;
use std::time::SystemTime;

use p256::elliptic_curve::zeroize::Zeroizing;

use super::{PEM_LEN_MAX, SealKey};
use crate::error::SealError;

impl SealKey {
    /// Reads the key kept at `path`, or makes one and keeps it there.
    ///
    /// A new key is written beside its place, flushed to the disk and then moved there, so that a
    /// power cut leaves either no key or a whole one; a key that is already there is never written
    /// over. On Unix the file is readable by its owner alone (mode 0600). On Windows it inherits
    /// the rights of its folder, which must therefore lie in the user's own profile.
    ///
    /// # Errors
    /// [`SealError::ReadKey`] and [`SealError::WriteKey`] for what the system refuses,
    /// [`SealError::Key`] when the file holds no usable key (it is left as it is), and as
    /// [`SealKey::generate`].
    pub fn load_or_create(
        path: &Path,
        name: &str,
        now: SystemTime,
        years: u8,
    ) -> Result<Self, SealError> {
        if let Some(key) = load(path)? {
            return Ok(key);
        }
        let key = Self::generate(name, now, years)?;
        if create(path, &key.to_pem()?)? {
            return Ok(key);
        }
        // Another process made a key in the meantime: theirs is the one.
        let vanished = || SealError::read_key(path, ErrorKind::NotFound.into());
        load(path)?.ok_or_else(vanished)
    }
}

/// Reads a key file; `None` when there is none.
fn load(path: &Path) -> Result<Option<SealKey>, SealError> {
    let failed = |source| SealError::read_key(path, source);
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(failed(error)),
    };
    let mut pem = Zeroizing::new(String::new());
    file.take(PEM_LEN_MAX as u64 + 1).read_to_string(&mut pem).map_err(failed)?;
    SealKey::from_pem(&pem).map(Some)
}

/// Writes a new key file whole or not at all; `false` when one is there already.
fn create(path: &Path, pem: &str) -> Result<bool, SealError> {
    let failed = |source| SealError::write_key(path, source);
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder).map_err(failed)?;
    // A named temporary file has mode 0600 on Unix from the moment it exists.
    let mut file =
        tempfile::Builder::new().prefix(".seal-key-").tempfile_in(folder).map_err(failed)?;
    file.write_all(pem.as_bytes()).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    match file.persist_noclobber(path) {
        Ok(_) => {}
        Err(error) if error.error.kind() == ErrorKind::AlreadyExists => return Ok(false),
        Err(error) => return Err(failed(error.error)),
    }
    sync_folder(folder).map_err(failed)?;
    Ok(true)
}

/// Makes the new name itself survive a power cut.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

/// Windows has no handle to flush a folder with; NTFS journals the name.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> std::io::Result<()> {
    Ok(())
}
