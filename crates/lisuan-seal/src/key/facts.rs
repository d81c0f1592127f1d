//! What a certificate says, for people: read without its key.

use std::time::{SystemTime, UNIX_EPOCH};

use der::asn1::{PrintableStringRef, Utf8StringRef};
use sha2::{Digest, Sha256};
use spki::ObjectIdentifier;
use x509_cert::Certificate;
use x509_cert::name::Name;

use super::fingerprint_text;
use crate::error::SealError;

/// id-at-commonName (X.520).
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
/// Longest name shown, in characters.
const NAME_CHARS_MAX: usize = 200;

/// What a seal key's certificate says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateFacts {
    /// Whom it names.
    pub name: String,
    /// Who issued it; `None` when it speaks for itself alone.
    pub issuer: Option<String>,
    /// SHA-256 of the certificate, as [`fingerprint_text`] writes it.
    pub fingerprint: String,
    /// Start of its validity, in seconds since 1970-01-01T00:00:00Z.
    pub valid_from_unix_s: u64,
    /// End of its validity, in seconds since 1970-01-01T00:00:00Z.
    pub valid_to_unix_s: u64,
}

impl CertificateFacts {
    pub(super) fn of(certificate: &Certificate, der: &[u8]) -> Self {
        let inner = &certificate.tbs_certificate;
        let is_own = inner.issuer == inner.subject;
        Self {
            name: display(&inner.subject),
            issuer: (!is_own).then(|| display(&inner.issuer)),
            fingerprint: fingerprint_text(&Sha256::digest(der).into()),
            valid_from_unix_s: inner.validity.not_before.to_unix_duration().as_secs(),
            valid_to_unix_s: inner.validity.not_after.to_unix_duration().as_secs(),
        }
    }

    /// Makes sure that the certificate may seal at a moment.
    ///
    /// # Errors
    /// [`SealError::NotYetValid`] and [`SealError::Expired`].
    pub fn check_validity(&self, now: SystemTime) -> Result<(), SealError> {
        let now_unix_s = now.duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
        if now_unix_s < self.valid_from_unix_s {
            return Err(SealError::NotYetValid { from_unix_s: self.valid_from_unix_s });
        }
        if now_unix_s > self.valid_to_unix_s {
            return Err(SealError::Expired { to_unix_s: self.valid_to_unix_s });
        }
        Ok(())
    }
}

/// The common name, or all of the name when it has none.
fn display(name: &Name) -> String {
    let mut parts = name.0.iter().flat_map(|part| part.0.iter());
    let common = parts.find(|part| part.oid == COMMON_NAME).and_then(|part| {
        let utf8 = part.value.decode_as::<Utf8StringRef<'_>>().map(|text| text.as_str().to_owned());
        let plain =
            || part.value.decode_as::<PrintableStringRef<'_>>().map(|t| t.as_str().to_owned());
        utf8.or_else(|_| plain()).ok()
    });
    let text = common.unwrap_or_else(|| name.to_string());
    text.chars().filter(|c| !c.is_control()).take(NAME_CHARS_MAX).collect()
}
