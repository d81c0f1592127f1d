//! Writing a package: operations, originals, manifest, signature; read back before it takes its
//! name.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use lisuan_core::change::{Digest, Operation};
use lisuan_seal::SealKey;
use sha2::{Digest as _, Sha256};
use tempfile::{NamedTempFile, TempPath};
use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};

use crate::cipher::{Cover, Sink};
use crate::error::PackageError;
use crate::hex::hex;
use crate::limits::{ENTRIES_MAX, OPERATIONS_BYTES_MAX, ORIGINAL_BYTES_MAX};
use crate::manifest::{Manifest, OperationList};
use crate::operations;
use crate::read::Package;

const CHUNK_BYTES: usize = 1 << 18;

type Zip = ZipWriter<StreamWriter<Sink<BufWriter<File>>>>;

/// A package on its way to the disk, under a name of its own until it is whole.
pub struct PackageWriter<'a> {
    path: PathBuf,
    part: NamedTempFile,
    cover: Cover<'a>,
    zip: Zip,
    hash: Sha256,
    list: OperationList,
    written: BTreeSet<String>,
}

/// A package that was written and read back.
#[derive(Debug, Clone)]
pub struct Written {
    /// SHA-256 of the manifest, by which the package is known.
    pub digest: String,
    /// What the manifest says.
    pub manifest: Manifest,
    /// Size of the file in bytes.
    pub bytes: u64,
}

impl<'a> PackageWriter<'a> {
    /// Begins a package beside the place it will have.
    ///
    /// # Errors
    /// When the folder cannot be written or the key is none that packages are encrypted to.
    pub fn create(path: &Path, cover: Cover<'a>) -> Result<Self, PackageError> {
        let failed = |source| PackageError::write(path, source);
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        let part = tempfile::Builder::new()
            .prefix(".")
            .suffix(".lshand-part")
            .tempfile_in(folder.unwrap_or(Path::new(".")))
            .map_err(failed)?;
        let file = part.as_file().try_clone().map_err(failed)?;
        let sink = Sink::new(BufWriter::with_capacity(CHUNK_BYTES, file), cover, path)?;
        let mut writer = Self {
            path: path.to_owned(),
            part,
            cover,
            zip: ZipWriter::new_stream(sink),
            hash: Sha256::new(),
            list: OperationList::default(),
            written: BTreeSet::new(),
        };
        writer.begin("operations.jsonl")?;
        Ok(writer)
    }

    /// Writes the next operation; parents go before children, and all operations before the first
    /// original.
    ///
    /// # Errors
    /// When there are too many or the disk does not take it.
    pub fn operation(
        &mut self,
        operation: &Operation,
        digest: &Digest,
    ) -> Result<(), PackageError> {
        let line = operations::to_line(operation, digest)?;
        self.list.count += 1;
        self.list.bytes += line.len() as u64;
        if self.list.bytes > OPERATIONS_BYTES_MAX {
            return Err(PackageError::Limit("operations"));
        }
        self.hash.update(&line);
        self.zip.write_all(&line).map_err(|source| PackageError::write(&self.path, source))
    }

    /// Writes an original, hashing it on the way; one that is there already is not written twice.
    ///
    /// # Errors
    /// [`PackageError::OriginalAltered`] when its bytes are not those of its digest.
    pub fn original(
        &mut self,
        sha256: &str,
        bytes: u64,
        from: &mut dyn Read,
    ) -> Result<(), PackageError> {
        if !self.written.insert(sha256.to_owned()) {
            return Ok(());
        }
        if bytes > ORIGINAL_BYTES_MAX {
            return Err(PackageError::Limit("bytes"));
        }
        // Manifest, signature and operations are entries too.
        if self.written.len() + 3 > ENTRIES_MAX {
            return Err(PackageError::Limit("entries"));
        }
        self.begin(&format!("originals/{sha256}"))?;
        let mut hash = Sha256::new();
        let mut buffer = vec![0; CHUNK_BYTES];
        let mut copied = 0;
        loop {
            let read = match from.read(&mut buffer) {
                Ok(0) => break,
                Ok(read) => read,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(_) => return Err(PackageError::OriginalAltered(sha256.to_owned())),
            };
            hash.update(&buffer[..read]);
            copied += read as u64;
            self.zip
                .write_all(&buffer[..read])
                .map_err(|source| PackageError::write(&self.path, source))?;
        }
        if copied != bytes || hex(&hash.finalize()) != sha256 {
            return Err(PackageError::OriginalAltered(sha256.to_owned()));
        }
        Ok(())
    }

    /// Writes manifest and signature, brings the file to the disk, reads all of it back and gives
    /// it its name; a file that had that name is replaced only then.
    ///
    /// `manifest.operations` is filled in here. `progress` gets bytes of originals read back and in
    /// all; it answers whether to go on.
    ///
    /// # Errors
    /// When the disk does not take it, when a person stops it, or when what is read back is not
    /// what was written. What had the name stays then.
    pub fn finish(
        mut self,
        mut manifest: Manifest,
        key: &SealKey,
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Written, PackageError> {
        self.list.sha256 = hex(&std::mem::take(&mut self.hash).finalize());
        manifest.operations = self.list.clone();
        let bytes = manifest.to_bytes()?;
        let digest: [u8; 32] = Sha256::digest(&bytes).into();
        let signature = lisuan_seal::sign(digest, key)?;
        for (name, bytes) in [("manifest.json", &bytes), ("manifest.sig", &signature)] {
            self.begin(name)?;
            self.zip.write_all(bytes).map_err(|source| PackageError::write(&self.path, source))?;
        }
        let Self { path, part, cover, zip, .. } = self;
        let failed = |source: io::Error| PackageError::write(&path, source);
        let sink = zip.finish().map_err(|error| failed(zip_error(error)))?.into_inner();
        let file = sink.finish().map_err(failed)?;
        let file = file.into_inner().map_err(|error| failed(error.into_error()))?;
        file.sync_all().map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        let mut package = Package::open(part.path(), cover.keys())?;
        if package.manifest() != &manifest {
            return Err(PackageError::disagrees("what was read back"));
        }
        package.operations()?;
        package.check_originals(progress)?;
        drop(package);
        keep(part.into_temp_path(), &path).map_err(failed)?;
        Ok(Written { digest: hex(&digest), manifest, bytes: size })
    }

    fn begin(&mut self, name: &str) -> Result<(), PackageError> {
        // Times and rights of the sender's files are nobody's business.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(zip::DateTime::default());
        self.zip
            .start_file(name, options)
            .map_err(|error| PackageError::write(&self.path, zip_error(error)))
    }
}

fn zip_error(error: zip::result::ZipError) -> io::Error {
    match error {
        zip::result::ZipError::Io(error) => error,
        other => io::Error::other(other.to_string()),
    }
}

/// Gives a written and synced file its name, durable when this returns. Where that cannot be had
/// the name is taken back: a file that is told as not written must not lie there.
pub(crate) fn keep(part: TempPath, path: &Path) -> io::Result<()> {
    part.persist(path).map_err(|error| error.error)?;
    sync_folder(path).inspect_err(|_| {
        let _ = std::fs::remove_file(path);
    })
}

/// A new name is durable once its folder is; Windows keeps names in its own journal.
fn sync_folder(path: &Path) -> io::Result<()> {
    if cfg!(windows) {
        return Ok(());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}
