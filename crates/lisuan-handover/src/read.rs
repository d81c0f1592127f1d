//! Reading a package in quarantine: nothing of it is believed before it was checked.
//!
//! structure → signature → sizes → hashes → operations, each with names and values checked and its
//! digest computed anew. The receiver never opens a colleague's database.

use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};

use lisuan_core::change::{Digest, Operation};
use lisuan_seal::{DETACHED_LEN_MAX, Signer, verify_detached};
use sha2::{Digest as _, Sha256};

use crate::archive::{Archive, Stop};
use crate::cipher::{Closed, Keys, Source};
use crate::error::PackageError;
use crate::hex::hex;
use crate::limits::{MANIFEST_BYTES_MAX, OPERATIONS_BYTES_MAX};
use crate::manifest::{Manifest, OriginalEntry};
use crate::operations;

const CHUNK_BYTES: usize = 1 << 20;
const MANIFEST: &str = "manifest.json";
const SIGNATURE: &str = "manifest.sig";
const OPERATIONS: &str = "operations.jsonl";

/// A package whose structure, signature and sizes are right.
pub struct Package {
    path: PathBuf,
    archive: Archive<Source>,
    manifest: Manifest,
    digest: String,
    signer: Option<Signer>,
    closed: Closed,
}

impl Package {
    /// Opens a package: structure, signature, manifest, names and sizes of all entries.
    ///
    /// # Errors
    /// What is wrong with it, or that it is locked; the file is left as it is.
    pub fn open(path: &Path, keys: Keys<'_>) -> Result<Self, PackageError> {
        let (source, closed) = Source::open(path, keys)?;
        let mut archive = Archive::open(source).map_err(|stop| match stop {
            Stop::Refused(error) => error,
            Stop::Io(source) => read_error(path, source),
        })?;
        let bytes = small(path, &mut archive, MANIFEST, MANIFEST_BYTES_MAX)?
            .ok_or_else(|| PackageError::disagrees("there is no manifest.json"))?;
        let digest: [u8; 32] = Sha256::digest(&bytes).into();
        let signature = small(path, &mut archive, SIGNATURE, DETACHED_LEN_MAX as u64)?;
        let signer = signature
            .map(|signature| verify_detached(&signature, &digest))
            .transpose()
            .map_err(|reasons| {
                let reasons: Vec<_> = reasons.iter().map(|reason| reason.as_str()).collect();
                PackageError::Signature(reasons.join(", "))
            })?;
        let manifest = Manifest::parse(&bytes)?;
        sizes(&archive, &manifest, signer.is_some())?;
        Ok(Self { path: path.to_owned(), archive, manifest, digest: hex(&digest), signer, closed })
    }

    /// What it says of itself.
    pub const fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// SHA-256 of its manifest in lower-case hex: what it is known by, encrypted or not.
    pub fn digest(&self) -> &str {
        &self.digest
    }

    /// Who signed it; nobody when it is unsigned.
    pub const fn signer(&self) -> Option<&Signer> {
        self.signer.as_ref()
    }

    /// How it was closed.
    pub const fn closed(&self) -> Closed {
        self.closed
    }

    /// Reads all operations, parents before children, each with its digest computed anew.
    ///
    /// # Errors
    /// When the list is not the one of the manifest, or an operation is none that a program of ours
    /// writes.
    pub fn operations(&mut self) -> Result<Vec<(Operation, Digest)>, PackageError> {
        let path = self.path.clone();
        let (_, reader) = self
            .archive
            .read(OPERATIONS)
            .map_err(|source| read_error(&path, source))?
            .ok_or_else(|| PackageError::disagrees("there is no operations.jsonl"))?;
        let mut hashed = Hashed { reader, hash: Sha256::new(), failed: None };
        let read = {
            let mut lines = BufReader::with_capacity(CHUNK_BYTES, &mut hashed);
            operations::read_all(&mut lines, &self.manifest)
        };
        if let Some(source) = hashed.failed {
            return Err(read_error(&path, source));
        }
        // After an error the rest was not read: the error says more than the digest could.
        let operations = read?;
        if hex(&hashed.hash.finalize()) != self.manifest.operations.sha256 {
            return Err(PackageError::disagrees("the list of operations"));
        }
        Ok(operations)
    }

    /// Hashes every original that is enclosed. `progress` gets bytes done and in all; it answers
    /// whether to go on.
    ///
    /// # Errors
    /// When one is not what its name says, or a person stops it.
    pub fn check_originals(
        &mut self,
        progress: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<(), PackageError> {
        let (_, total) = self.manifest.enclosed_size();
        let enclosed: Vec<OriginalEntry> = self.manifest.enclosed().cloned().collect();
        let mut buffer = vec![0; CHUNK_BYTES];
        let mut done = 0;
        for original in enclosed {
            let path = self.path.clone();
            let failed = |source| read_error(&path, source);
            let Some((_, mut reader)) = self.original(&original.sha256).map_err(failed)? else {
                return Err(PackageError::disagrees(original.sha256));
            };
            let mut hash = Sha256::new();
            loop {
                if !progress(done, total) {
                    return Err(PackageError::Cancelled);
                }
                let read = reader.read(&mut buffer).map_err(failed)?;
                if read == 0 {
                    break;
                }
                hash.update(&buffer[..read]);
                done += read as u64;
            }
            if hex(&hash.finalize()) != original.sha256 {
                return Err(PackageError::disagrees(format!("original {}", original.sha256)));
            }
        }
        progress(done, total);
        Ok(())
    }

    /// Reads an original that is enclosed from its first byte; gives its size in bytes with it.
    ///
    /// # Errors
    /// What the system says.
    pub fn original(&mut self, sha256: &str) -> io::Result<Option<(u64, impl Read + '_)>> {
        self.archive.read(&format!("originals/{sha256}"))
    }
}

/// Exactly the entries that the manifest names, with the sizes it says.
fn sizes(archive: &Archive<Source>, manifest: &Manifest, signed: bool) -> Result<(), PackageError> {
    let size = |name: &str| archive.entries().get(name).map(|entry| entry.bytes);
    if size(OPERATIONS) != Some(manifest.operations.bytes) {
        return Err(PackageError::disagrees("the size of operations.jsonl"));
    }
    if manifest.operations.bytes > OPERATIONS_BYTES_MAX {
        return Err(PackageError::Limit("operations"));
    }
    for original in &manifest.originals {
        let found = size(&format!("originals/{}", original.sha256));
        if found != original.enclosed.then_some(original.bytes) {
            return Err(PackageError::disagrees(format!("original {}", original.sha256)));
        }
    }
    let (enclosed, _) = manifest.enclosed_size();
    if archive.entries().len() as u64 != enclosed + 2 + u64::from(signed) {
        return Err(PackageError::disagrees("more entries than the manifest names"));
    }
    Ok(())
}

fn small(
    path: &Path,
    archive: &mut Archive<Source>,
    name: &str,
    bytes_max: u64,
) -> Result<Option<Vec<u8>>, PackageError> {
    let failed = |source| read_error(path, source);
    let Some((bytes, mut reader)) = archive.read(name).map_err(failed)? else { return Ok(None) };
    if bytes > bytes_max {
        return Err(PackageError::Limit("bytes"));
    }
    let mut out = Vec::new();
    reader.read_to_end(&mut out).map_err(failed)?;
    if out.len() as u64 == bytes { Ok(Some(out)) } else { Err(PackageError::CutOff) }
}

/// An encrypted piece that is not as it was written comes as invalid data.
fn read_error(path: &Path, source: io::Error) -> PackageError {
    match source.kind() {
        io::ErrorKind::InvalidData => PackageError::disagrees("an encrypted piece"),
        _ => PackageError::read(path, source),
    }
}

struct Hashed<R> {
    reader: R,
    hash: Sha256,
    failed: Option<io::Error>,
}

impl<R: Read> Read for &mut Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.reader.read(buffer) {
            Ok(read) => {
                self.hash.update(&buffer[..read]);
                Ok(read)
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => Err(error),
            Err(error) => {
                // The one that parses only says that a line did not read.
                let kind = error.kind();
                self.failed = Some(error);
                Err(kind.into())
            }
        }
    }
}
