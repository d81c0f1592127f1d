//! The key a person or a firm seals with, and the certificate that names them.

mod certificate;
mod file;

use std::fmt;
use std::time::SystemTime;

use der::{DecodePem, Encode, EncodePem, pem::LineEnding};
use p256::ecdsa::{SigningKey, VerifyingKey};
use p256::elliptic_curve::zeroize::Zeroizing;
use p256::pkcs8::{DecodePrivateKey, EncodePrivateKey};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;

use crate::error::SealError;

/// Longest text taken for a key with its certificate.
const PEM_LEN_MAX: usize = 64 * 1024;

/// A P-256 key with the certificate that goes into every seal.
///
/// The certificate is self-signed: it proves that two seals come from the same key, and names its
/// owner in the owner's own words. Who the key belongs to is settled by comparing fingerprints.
#[derive(Clone)]
pub struct SealKey {
    signing: SigningKey,
    certificate: Certificate,
    certificate_der: Vec<u8>,
}

impl fmt::Debug for SealKey {
    /// Shows the fingerprint only: a key must never reach a log.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SealKey").field("fingerprint", &self.fingerprint()).finish_non_exhaustive()
    }
}

impl SealKey {
    /// Makes a new key from the system's randomness, with a certificate valid from `now`.
    ///
    /// `name` becomes the certificate's common name (1 to 64 characters, X.520); `years` is the
    /// validity in calendar years (1 to 30).
    ///
    /// # Errors
    /// [`SealError::Certificate`] when the name or the validity does not fit,
    /// [`SealError::Random`] when the system gives no randomness.
    pub fn generate(name: &str, now: SystemTime, years: u8) -> Result<Self, SealError> {
        let mut serial = [0; 16];
        getrandom::fill(&mut serial).map_err(SealError::Random)?;
        loop {
            let mut secret = Zeroizing::new([0; 32]);
            getrandom::fill(&mut *secret).map_err(SealError::Random)?;
            // Of 2^32 random numbers about one is no valid P-256 key.
            if SigningKey::from_slice(&*secret).is_ok() {
                return Self::from_random(name, now, years, &secret, serial);
            }
        }
    }

    /// Makes the key that the given random bytes stand for, so that the same bytes give the same
    /// key and certificate.
    ///
    /// `secret` must come from a source nobody else can know; `serial` tells certificates apart.
    ///
    /// # Errors
    /// [`SealError::Key`] when `secret` is no P-256 key (zero, or not below the group order), and
    /// as [`SealKey::generate`].
    pub fn from_random(
        name: &str,
        now: SystemTime,
        years: u8,
        secret: &[u8; 32],
        serial: [u8; 16],
    ) -> Result<Self, SealError> {
        let signing = SigningKey::from_slice(secret)
            .map_err(|_| SealError::Key { what: "the random bytes are no P-256 key" })?;
        let certificate = certificate::self_signed(&signing, name, now, years, serial)?;
        let certificate_der = certificate.to_der()?;
        Ok(Self { signing, certificate, certificate_der })
    }

    /// Returns the key (PKCS#8, not encrypted) and the certificate as PEM text.
    ///
    /// The text is wiped from memory when dropped.
    ///
    /// # Errors
    /// [`SealError::Encode`] when the certificate cannot be encoded.
    pub fn to_pem(&self) -> Result<Zeroizing<String>, SealError> {
        let key = self
            .signing
            .to_pkcs8_pem(LineEnding::LF)
            .map_err(|_| SealError::Key { what: "the key cannot be encoded as PKCS#8" })?;
        let certificate = self.certificate.to_pem(LineEnding::LF)?;
        Ok(Zeroizing::new(format!("{}{certificate}", key.as_str())))
    }

    /// Reads a key and its certificate from PEM text: one PKCS#8 key, then one certificate.
    ///
    /// # Errors
    /// [`SealError::Key`] when a part is missing, encrypted or not P-256, or when the certificate
    /// is for another key.
    pub fn from_pem(pem: &str) -> Result<Self, SealError> {
        if pem.len() > PEM_LEN_MAX {
            return Err(SealError::Key { what: "the text is too long" });
        }
        let parts = pem.split_once("-----BEGIN CERTIFICATE-----");
        let (key, _) = parts.ok_or(SealError::Key { what: "there is no certificate" })?;
        let certificate = &pem[key.len()..];
        let signing = SigningKey::from_pkcs8_pem(key)
            .map_err(|_| SealError::Key { what: "there is no readable P-256 key" })?;
        let certificate = Certificate::from_pem(certificate)
            .map_err(|_| SealError::Key { what: "the certificate is not readable" })?;
        let of_key = certificate::public_key_of(signing.verifying_key())?;
        if certificate.tbs_certificate.subject_public_key_info != of_key {
            return Err(SealError::Key { what: "the certificate is for another key" });
        }
        let certificate_der = certificate.to_der()?;
        Ok(Self { signing, certificate, certificate_der })
    }

    /// Returns the fingerprint people compare: SHA-256 of the certificate, as
    /// [`fingerprint_text`] writes it.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        fingerprint_text(&Sha256::digest(&self.certificate_der).into())
    }

    /// Returns the certificate, DER-encoded.
    #[must_use]
    pub fn certificate_der(&self) -> &[u8] {
        &self.certificate_der
    }

    /// Returns the end of the certificate's validity.
    #[must_use]
    pub fn valid_to(&self) -> SystemTime {
        self.certificate.tbs_certificate.validity.not_after.to_system_time()
    }

    pub(crate) fn signing(&self) -> &SigningKey {
        &self.signing
    }

    pub(crate) fn certificate(&self) -> &Certificate {
        &self.certificate
    }

    /// Returns the public half of the key.
    #[must_use]
    pub fn verifying_key(&self) -> &VerifyingKey {
        self.signing.verifying_key()
    }
}

/// Writes a SHA-256 the way people read it aloud: 16 groups of four upper-case hex digits.
#[must_use]
pub fn fingerprint_text(digest: &[u8; 32]) -> String {
    let groups: Vec<String> =
        digest.chunks(2).map(|pair| format!("{:02X}{:02X}", pair[0], pair[1])).collect();
    groups.join(" ")
}

#[cfg(test)]
mod tests;
