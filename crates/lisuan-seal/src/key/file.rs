//! The file a seal key is kept in, and what guards it.
//!
//! One text file: a line that says what guards the key, the certificate, the key. The certificate
//! is readable without the key, so that a locked key still tells whose it is. The key is PKCS#8,
//! encrypted (PBES2: scrypt, AES-256) under a passphrase or under a random secret that the system's
//! key store keeps; not encrypted only where neither is there.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use der::{DecodePem, EncodePem, pem::LineEnding};
use pkcs8::pkcs5::{pbes2, scrypt};
use pkcs8::{EncryptedPrivateKeyInfo, PrivateKeyInfo, SecretDocument};
use x509_cert::Certificate;
use zeroize::Zeroizing;

use super::facts::CertificateFacts;
use super::{PEM_LEN_MAX, SealKey, store};
use crate::error::SealError;

const STORE_LINE: &str = "Guarded by: system key store";
const PASSPHRASE_LINE: &str = "Guarded by: passphrase";
const NOTHING_LINE: &str = "Guarded by: nothing but the rights of this file";

/// Shortest passphrase taken, in characters.
pub const PASSPHRASE_CHARS_MIN: usize = 8;

/// Cost of trying one passphrase: 128 × 8 × 2^15 bytes of memory, about 0.1 s.
const SCRYPT_LOG_N: u8 = 15;
/// A random secret of 256 bits needs no cost to be safe.
const SCRYPT_LOG_N_RANDOM: u8 = 4;

/// What guards a key that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guard {
    /// The rights of the file alone: whoever can read the owner's files can seal.
    Nothing,
    /// A passphrase, kept in nobody's computer.
    Passphrase,
    /// A secret in the system's key store, open while the owner is logged in.
    SystemStore,
}

/// How a key is to be guarded from now on.
#[derive(Clone, Copy)]
pub enum Lock<'a> {
    /// The rights of the file alone.
    Nothing,
    /// This passphrase.
    Passphrase(&'a str),
    /// The system's key store.
    SystemStore,
}

/// A kept key before it is unlocked.
pub struct KeyFile {
    path: PathBuf,
    guard: Guard,
    certificate: Certificate,
    facts: CertificateFacts,
    key: Zeroizing<String>,
}

impl KeyFile {
    /// Reads the key file; `None` when there is none.
    ///
    /// # Errors
    /// [`SealError::ReadKey`] for what the system refuses, [`SealError::Key`] when the file holds
    /// no key with its certificate. The file is left as it is.
    pub fn read(path: &Path) -> Result<Option<Self>, SealError> {
        let failed = |source| SealError::read_key(path, source);
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed(error)),
        };
        let mut text = Zeroizing::new(String::new());
        file.take(PEM_LEN_MAX as u64 + 1).read_to_string(&mut text).map_err(failed)?;
        Self::parse(path, &text).map(Some)
    }

    fn parse(path: &Path, text: &str) -> Result<Self, SealError> {
        if text.len() > PEM_LEN_MAX {
            return Err(SealError::Key { what: "the text is too long" });
        }
        let no_certificate = SealError::Key { what: "there is no readable certificate" };
        let certificate = block(text, "CERTIFICATE").and_then(|b| Certificate::from_pem(b).ok());
        let certificate = certificate.ok_or(no_certificate)?;
        let (guard, key) = match (block(text, "ENCRYPTED PRIVATE KEY"), block(text, "PRIVATE KEY"))
        {
            (Some(key), None) if text.lines().any(|line| line == STORE_LINE) => {
                (Guard::SystemStore, key)
            }
            (Some(key), None) => (Guard::Passphrase, key),
            (None, Some(key)) => (Guard::Nothing, key),
            _ => return Err(SealError::Key { what: "there is not exactly one key" }),
        };
        let der = der::Encode::to_der(&certificate)?;
        Ok(Self {
            path: path.to_owned(),
            guard,
            facts: CertificateFacts::of(&certificate, &der),
            certificate,
            key: Zeroizing::new(key.to_owned()),
        })
    }

    /// What guards the key.
    #[must_use]
    pub fn guard(&self) -> Guard {
        self.guard
    }

    /// What the certificate says; known while the key is locked.
    #[must_use]
    pub fn facts(&self) -> &CertificateFacts {
        &self.facts
    }

    /// The certificate as PEM text, to hand to others.
    ///
    /// # Errors
    /// [`SealError::Encode`] when it cannot be encoded.
    pub fn certificate_pem(&self) -> Result<String, SealError> {
        Ok(self.certificate.to_pem(LineEnding::LF)?)
    }

    /// Unlocks the key; the passphrase is asked for only where one guards it.
    ///
    /// # Errors
    /// [`SealError::Locked`] when a passphrase is needed and none given,
    /// [`SealError::WrongPassphrase`], [`SealError::Store`] when the system's key store does not
    /// answer, [`SealError::StoreLost`] when it no longer has the secret, and [`SealError::Key`]
    /// when key and certificate do not belong together.
    pub fn unlock(&self, passphrase: Option<&str>) -> Result<SealKey, SealError> {
        let document = match self.guard {
            Guard::Nothing => {
                let (_, document) = SecretDocument::from_pem(&self.key)
                    .map_err(|_| SealError::Key { what: "the key is not readable" })?;
                return SealKey::from_parts(document.as_bytes(), self.certificate.clone());
            }
            Guard::Passphrase => self.decrypt(passphrase.ok_or(SealError::Locked)?),
            Guard::SystemStore => {
                let secret = store::get(&self.facts.fingerprint)?;
                self.decrypt(&secret).map_err(|error| match error {
                    SealError::WrongPassphrase => SealError::StoreLost,
                    other => other,
                })
            }
        }?;
        SealKey::from_parts(document.as_bytes(), self.certificate.clone())
    }

    fn decrypt(&self, secret: &str) -> Result<SecretDocument, SealError> {
        let (_, document) = SecretDocument::from_pem(&self.key)
            .map_err(|_| SealError::Key { what: "the key is not readable" })?;
        let sealed = EncryptedPrivateKeyInfo::try_from(document.as_bytes())
            .map_err(|_| SealError::Key { what: "the key is not readable" })?;
        let open = sealed.decrypt(secret).map_err(|_| SealError::WrongPassphrase)?;
        // One wrong passphrase in some hundred gives a padding that looks right.
        match PrivateKeyInfo::try_from(open.as_bytes()) {
            Ok(_) => Ok(open),
            Err(_) => Err(SealError::WrongPassphrase),
        }
    }

    /// Keeps a new key where none is; `None` when one is there already, which stays.
    ///
    /// # Errors
    /// As [`KeyFile::replace`].
    pub fn create(path: &Path, key: &SealKey, lock: Lock<'_>) -> Result<Option<Self>, SealError> {
        let text = sealed_text(key, lock)?;
        if !write(path, &text, false)? {
            return Ok(None);
        }
        Self::parse(path, &text).map(Some)
    }

    /// Keeps a key in the place of the one that is there, whole or not at all.
    ///
    /// A key with another certificate is first moved aside under a name with its fingerprint, so
    /// that no key is ever destroyed.
    ///
    /// # Errors
    /// [`SealError::WeakPassphrase`], [`SealError::Store`] when the system's key store does not
    /// take the secret, [`SealError::WriteKey`] for what the system refuses. What was there stays.
    pub fn replace(path: &Path, key: &SealKey, lock: Lock<'_>) -> Result<Self, SealError> {
        let text = sealed_text(key, lock)?;
        let made = Self::parse(path, &text)?;
        if let Ok(Some(old)) = Self::read(path)
            && old.facts.fingerprint != made.facts.fingerprint
        {
            let start: String = old.facts.fingerprint.split(' ').take(4).collect();
            let aside = path.with_extension(format!("{}.pem", start.to_lowercase()));
            fs::copy(path, &aside).map_err(|source| SealError::write_key(&aside, source))?;
        }
        write(path, &text, true)?;
        Ok(made)
    }

    /// Where the key is kept.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The PEM block with this label, its lines of dashes included.
fn block<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    let (begin, end) = (format!("-----BEGIN {label}-----"), format!("-----END {label}-----"));
    let from = text.find(&begin)?;
    let to = from + text[from..].find(&end)? + end.len();
    Some(&text[from..to])
}

/// The text of a key file.
fn sealed_text(key: &SealKey, lock: Lock<'_>) -> Result<Zeroizing<String>, SealError> {
    let unreadable = |_| SealError::Key { what: "the key cannot be encoded" };
    let open = key.to_pkcs8()?;
    let (line, label, document) = match lock {
        Lock::Nothing => {
            let document = SecretDocument::try_from(open.as_slice()).map_err(unreadable)?;
            (NOTHING_LINE, "PRIVATE KEY", document)
        }
        Lock::Passphrase(passphrase) => {
            if passphrase.chars().count() < PASSPHRASE_CHARS_MIN {
                return Err(SealError::WeakPassphrase { chars_min: PASSPHRASE_CHARS_MIN });
            }
            let document = encrypt(&open, passphrase, SCRYPT_LOG_N)?;
            (PASSPHRASE_LINE, "ENCRYPTED PRIVATE KEY", document)
        }
        Lock::SystemStore => {
            let secret = store::put(&key.fingerprint())?;
            let document = encrypt(&open, &secret, SCRYPT_LOG_N_RANDOM)?;
            (STORE_LINE, "ENCRYPTED PRIVATE KEY", document)
        }
    };
    let pem = document.to_pem(label, LineEnding::LF).map_err(unreadable)?;
    let certificate = key.certificate().to_pem(LineEnding::LF)?;
    Ok(Zeroizing::new(format!("{line}\n{certificate}{}", pem.as_str())))
}

fn encrypt(open: &[u8], secret: &str, log_n: u8) -> Result<SecretDocument, SealError> {
    let failed = || SealError::Key { what: "the key cannot be encrypted" };
    let (mut salt, mut iv) = ([0; 16], [0; 16]);
    getrandom::fill(&mut salt).map_err(SealError::Random)?;
    getrandom::fill(&mut iv).map_err(SealError::Random)?;
    let cost = scrypt::Params::new(log_n, 8, 1, 32).map_err(|_| failed())?;
    let scheme = pbes2::Parameters::scrypt_aes256cbc(cost, &salt, &iv).map_err(|_| failed())?;
    let info = PrivateKeyInfo::try_from(open).map_err(|_| failed())?;
    info.encrypt_with_params(scheme, secret).map_err(|_| failed())
}

/// Writes a key file whole or not at all; `false` when one is there that must stay.
///
/// The text is written beside its place, flushed to the disk and then moved there, so that a power
/// cut leaves either no key or a whole one. On Unix the file is readable by its owner alone (mode
/// 0600). On Windows it inherits the rights of its folder, which must therefore lie in the user's
/// own profile.
fn write(path: &Path, text: &str, over: bool) -> Result<bool, SealError> {
    let failed = |source| SealError::write_key(path, source);
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    fs::create_dir_all(folder).map_err(failed)?;
    // A named temporary file has mode 0600 on Unix from the moment it exists.
    let mut file =
        tempfile::Builder::new().prefix(".seal-key-").tempfile_in(folder).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    let kept = if over { file.persist(path) } else { file.persist_noclobber(path) };
    match kept {
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
