//! The key a person or a firm seals with, and the certificate that names them.

mod certificate;
mod facts;
mod file;
mod pkcs12;
mod private;
mod store;

use std::fmt;
use std::time::SystemTime;

use der::Encode;
use p256::ecdsa::SigningKey;
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use zeroize::Zeroizing;

use crate::error::SealError;
pub use facts::CertificateFacts;
pub use file::{Guard, KeyFile, Lock, PASSPHRASE_CHARS_MIN};
pub(crate) use private::Private;

/// Longest text taken for a key with its certificate.
const PEM_LEN_MAX: usize = 64 * 1024;

/// A key with the certificate that goes into every seal.
///
/// A certificate made here is self-signed: it proves that two seals come from the same key, and
/// names its owner in the owner's own words. Who the key belongs to is settled by comparing
/// fingerprints. A firm's own certificate names its issuer.
#[derive(Clone)]
pub struct SealKey {
    private: Private,
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
        Ok(Self { private: Private::P256(signing), certificate, certificate_der })
    }

    /// Puts a PKCS#8 key and its certificate together.
    ///
    /// # Errors
    /// [`SealError::Key`] when the key is of another kind than P-256 and RSA of 2048 to 4096 bits,
    /// or when the certificate is for another key.
    pub(crate) fn from_parts(pkcs8: &[u8], certificate: Certificate) -> Result<Self, SealError> {
        let private = Private::from_pkcs8(pkcs8)?;
        if certificate.tbs_certificate.subject_public_key_info != private.public_key()? {
            return Err(SealError::Key { what: "the certificate is for another key" });
        }
        let certificate_der = certificate.to_der()?;
        Ok(Self { private, certificate, certificate_der })
    }

    /// Derives the secret half of the key that others encrypt to (X25519), so that one seal key
    /// always has the same one and nothing more has to be kept.
    ///
    /// # Errors
    /// [`SealError::Key`] when the key cannot be encoded.
    pub fn exchange_secret(&self) -> Result<Zeroizing<[u8; 32]>, SealError> {
        self.private.derive("Lisuan X25519 key for handover packages, 1", 1)
    }

    pub(crate) fn to_pkcs8(&self) -> Result<Zeroizing<Vec<u8>>, SealError> {
        self.private.to_pkcs8()
    }

    /// Returns what people call the kind of key: `P-256`, `RSA-3072`.
    #[must_use]
    pub fn algorithm(&self) -> String {
        self.private.algorithm()
    }

    /// Returns what the certificate says.
    #[must_use]
    pub fn facts(&self) -> CertificateFacts {
        CertificateFacts::of(&self.certificate, &self.certificate_der)
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

    pub(crate) fn private(&self) -> &Private {
        &self.private
    }

    pub(crate) fn certificate(&self) -> &Certificate {
        &self.certificate
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
