//! A firm's own key with its certificate, out of a PKCS#12 file (.p12, .pfx).

use std::fs::File;
use std::io::Read;
use std::path::Path;

use der::Decode;
use p12_keystore::{KeyStore, error::Error};
use x509_cert::Certificate;
use zeroize::Zeroizing;

use super::SealKey;
use crate::error::SealError;

/// Such files hold a key and a few certificates: some kilobytes.
const FILE_LEN_MAX: u64 = 1024 * 1024;

impl SealKey {
    /// Reads the one key of a PKCS#12 file with its certificate.
    ///
    /// P-256 and RSA of 2048 to 4096 bits are taken. Certificates of the issuer that come with it
    /// are left out: a seal carries the one certificate of who sealed.
    ///
    /// # Errors
    /// [`SealError::ReadKey`] when the file cannot be read, [`SealError::WrongPassphrase`],
    /// [`SealError::Pkcs12`] for a file that is none or is written in a way that is not known, and
    /// [`SealError::Key`] for another kind of key.
    pub fn from_pkcs12(path: &Path, passphrase: &str) -> Result<Self, SealError> {
        let mut bytes = Zeroizing::new(Vec::new());
        let read =
            File::open(path).and_then(|file| file.take(FILE_LEN_MAX + 1).read_to_end(&mut bytes));
        read.map_err(|source| SealError::read_key(path, source))?;
        if bytes.len() as u64 > FILE_LEN_MAX {
            return Err(SealError::Pkcs12 { what: "it is larger than such files are" });
        }
        let keys = KeyStore::from_pkcs12(&bytes, passphrase).map_err(refused)?;
        let chain = keys.private_key_chain();
        let (_, chain) =
            chain.ok_or(SealError::Pkcs12 { what: "there is no key with its certificate" })?;
        let first = chain.chain().first();
        let certificate = first.and_then(|first| Certificate::from_der(first.as_der()).ok());
        let certificate =
            certificate.ok_or(SealError::Pkcs12 { what: "its certificate is not readable" })?;
        Self::from_parts(chain.key(), certificate)
    }
}

fn refused(error: Error) -> SealError {
    match error {
        Error::MacError(_) | Error::UnpadError => SealError::WrongPassphrase,
        Error::UnsupportedEncryptionScheme | Error::UnsupportedMacAlgorithm => {
            SealError::Pkcs12 { what: "it is encrypted in a way that is not known" }
        }
        _ => SealError::Pkcs12 { what: "it does not read" },
    }
}
