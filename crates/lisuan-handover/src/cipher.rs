//! What keeps a package confidential: age, to a colleague's key or a passphrase.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::str::FromStr as _;

use age::secrecy::SecretString;
use age::x25519;
use bech32::{Bech32, Hrp};
use lisuan_seal::{SealError, SealKey};
use zeroize::Zeroizing;

use crate::error::PackageError;

/// How age files begin.
const MAGIC: &[u8] = b"age-encryption.org/";
/// Cost of trying one passphrase: 128 × 8 × 2^17 bytes of memory, about half a second.
const SCRYPT_LOG_N: u8 = 17;
/// Most cost that a package may make us pay to try a passphrase: 1 GiB of memory.
const SCRYPT_LOG_N_MAX: u8 = 20;
/// Longest passphrase, in characters.
const PASSPHRASE_CHARS_MAX: usize = 1_000;

/// The key that packages to us are encrypted to, derived from the seal key.
pub struct ExchangeKey(x25519::Identity);

impl ExchangeKey {
    /// Derives it.
    ///
    /// # Errors
    /// When the seal key cannot be encoded.
    pub fn of(key: &SealKey) -> Result<Self, PackageError> {
        let secret = key.exchange_secret()?;
        let bad = SealError::Key { what: "no exchange key can be derived from it" };
        // The crate takes a key from outside in its text form alone.
        let text = Hrp::parse("age-secret-key-")
            .ok()
            .and_then(|hrp| bech32::encode_upper::<Bech32>(hrp, &*secret).ok())
            .map(Zeroizing::new);
        match text.and_then(|text| x25519::Identity::from_str(&text).ok()) {
            Some(identity) => Ok(Self(identity)),
            None => Err(bad.into()),
        }
    }

    /// What colleagues encrypt to: `age1…`.
    pub fn recipient(&self) -> String {
        self.0.to_public().to_string()
    }
}

/// Whether a text is a key that packages are encrypted to.
pub fn is_recipient(text: &str) -> bool {
    x25519::Recipient::from_str(text).is_ok()
}

/// How a package is closed.
#[derive(Clone, Copy)]
pub enum Cover<'a> {
    /// Not encrypted: whoever has the file can read it.
    Open,
    /// To a colleague's key, and to our own, so that it can be read back after writing.
    Key {
        /// The colleague's `age1…`.
        recipient: &'a str,
        /// Ours.
        own: &'a ExchangeKey,
    },
    /// With a passphrase that is told on another way.
    Passphrase(&'a str),
}

/// What opens packages.
#[derive(Clone, Copy, Default)]
pub struct Keys<'a> {
    /// Our key.
    pub own: Option<&'a ExchangeKey>,
    /// The passphrase that was told.
    pub passphrase: Option<&'a str>,
}

impl<'a> Cover<'a> {
    /// What opens a package closed like this again.
    pub fn keys(self) -> Keys<'a> {
        match self {
            Self::Open => Keys::default(),
            Self::Key { own, .. } => Keys { own: Some(own), passphrase: None },
            Self::Passphrase(passphrase) => Keys { own: None, passphrase: Some(passphrase) },
        }
    }
}

/// How a package was closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closed {
    /// Not at all.
    Open,
    /// To keys.
    Key,
    /// With a passphrase.
    Passphrase,
}

/// Where the bytes of a package go.
pub(crate) enum Sink<W: Write> {
    Open(W),
    Closed(age::stream::StreamWriter<W>),
}

impl<W: Write> Sink<W> {
    pub(crate) fn new(output: W, cover: Cover<'_>, path: &Path) -> Result<Self, PackageError> {
        let encryptor = match cover {
            Cover::Open => return Ok(Self::Open(output)),
            Cover::Key { recipient, own } => {
                let to = x25519::Recipient::from_str(recipient.trim())
                    .map_err(|_| PackageError::BadRecipient)?;
                let ours = own.0.to_public();
                let both: [&dyn age::Recipient; 2] = [&to, &ours];
                age::Encryptor::with_recipients(both.into_iter())
            }
            Cover::Passphrase(passphrase) => {
                let mut recipient = age::scrypt::Recipient::new(secret(passphrase)?);
                recipient.set_work_factor(SCRYPT_LOG_N);
                age::Encryptor::with_recipients(std::iter::once(&recipient as &dyn age::Recipient))
            }
        };
        let encryptor = encryptor.map_err(|_| PackageError::BadRecipient)?;
        let stream =
            encryptor.wrap_output(output).map_err(|source| PackageError::write(path, source))?;
        Ok(Self::Closed(stream))
    }

    /// Writes what is left and gives the file back.
    pub(crate) fn finish(self) -> io::Result<W> {
        match self {
            Self::Open(output) => Ok(output),
            Self::Closed(stream) => stream.finish(),
        }
    }
}

impl<W: Write> Write for Sink<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Open(output) => output.write(bytes),
            Self::Closed(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Open(output) => output.flush(),
            Self::Closed(stream) => stream.flush(),
        }
    }
}

/// Where the bytes of a package come from.
pub(crate) enum Source {
    Open(BufReader<File>),
    Closed(Box<age::stream::StreamReader<BufReader<File>>>),
}

impl Source {
    /// Opens a package, decrypting it on the way: nothing readable is ever laid down.
    pub(crate) fn open(path: &Path, keys: Keys<'_>) -> Result<(Self, Closed), PackageError> {
        let failed = |source| PackageError::read(path, source);
        let mut file = File::open(path).map_err(failed)?;
        if !file.metadata().map_err(failed)?.is_file() {
            return Err(PackageError::NotAPackage);
        }
        let mut start = Vec::new();
        (&file).take(MAGIC.len() as u64).read_to_end(&mut start).map_err(failed)?;
        file.seek(SeekFrom::Start(0)).map_err(failed)?;
        let reader = BufReader::with_capacity(1 << 16, file);
        if start.is_empty() || !MAGIC.starts_with(&start) {
            return Ok((Self::Open(reader), Closed::Open));
        }
        if start.len() < MAGIC.len() {
            return Err(PackageError::CutOff);
        }
        let decryptor = age::Decryptor::new_buffered(reader).map_err(|e| refused(path, e))?;
        let closed = if decryptor.is_scrypt() { Closed::Passphrase } else { Closed::Key };
        let stream = match (closed, keys.passphrase, keys.own) {
            (Closed::Passphrase, None, _) => return Err(PackageError::PassphraseNeeded),
            (Closed::Passphrase, Some(passphrase), _) => {
                let mut identity = age::scrypt::Identity::new(secret(passphrase)?);
                identity.set_max_work_factor(SCRYPT_LOG_N_MAX);
                decryptor.decrypt(std::iter::once(&identity as &dyn age::Identity))
            }
            (_, _, Some(own)) => decryptor.decrypt(std::iter::once(&own.0 as &dyn age::Identity)),
            (_, _, None) => return Err(PackageError::OtherKey),
        };
        let stream = stream.map_err(|error| match (closed, error) {
            (Closed::Passphrase, age::DecryptError::DecryptionFailed) => {
                PackageError::WrongPassphrase
            }
            (_, error) => refused(path, error),
        })?;
        Ok((Self::Closed(Box::new(stream)), closed))
    }
}

fn refused(path: &Path, error: age::DecryptError) -> PackageError {
    match error {
        age::DecryptError::NoMatchingKeys => PackageError::OtherKey,
        age::DecryptError::KeyDecryptionFailed => PackageError::WrongPassphrase,
        age::DecryptError::ExcessiveWork { .. } => PackageError::Limit("passphrase"),
        age::DecryptError::Io(source) => PackageError::read(path, source),
        _ => PackageError::disagrees("encryption"),
    }
}

fn secret(passphrase: &str) -> Result<SecretString, PackageError> {
    if passphrase.is_empty() || passphrase.chars().count() > PASSPHRASE_CHARS_MAX {
        return Err(PackageError::WrongPassphrase);
    }
    Ok(SecretString::from(passphrase.to_owned()))
}

impl Read for Source {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Open(reader) => reader.read(buffer),
            Self::Closed(stream) => stream.read(buffer),
        }
    }
}

impl Seek for Source {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        match self {
            Self::Open(reader) => reader.seek(to),
            Self::Closed(stream) => stream.seek(to),
        }
    }
}
