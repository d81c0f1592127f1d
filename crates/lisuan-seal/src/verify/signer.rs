//! Who sealed, as far as the certificate says.

use der::Encode;
use der::asn1::{PrintableStringRef, Utf8StringRef};
use sha2::{Digest, Sha256};
use spki::ObjectIdentifier;
use x509_cert::Certificate;
use x509_cert::certificate::Version;
use x509_cert::ext::pkix::{KeyUsage, KeyUsages};
use x509_cert::name::Name;

use super::key::PublicKey;

const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
/// Longest name shown, in characters.
const NAME_CHARS_MAX: usize = 200;

/// Who sealed a file, in the words of the certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// The common name of the certificate, or its whole subject when it has none. Characters that
    /// could change how text around it is shown are left out.
    pub name: String,
    /// SHA-256 of the certificate in groups of four upper-case hex digits: what people compare.
    pub fingerprint: String,
    /// Kind of key: `P-256`, `RSA-2048`.
    pub algorithm: String,
    /// Start of the certificate's validity, in seconds since 1970-01-01T00:00:00Z.
    pub valid_from_unix_s: u64,
    /// End of the certificate's validity, in seconds since 1970-01-01T00:00:00Z.
    pub valid_to_unix_s: u64,
    /// The certificate is signed by its own key: nobody else vouches for the name.
    pub self_signed: bool,
    /// Who issued the certificate, in its own words and not checked; `None` when self-signed.
    pub issuer: Option<String>,
}

/// Reads the signer and the key; `None` when the certificate is unusable or contradicts itself.
pub(super) fn read(
    certificate: &Certificate,
    certificate_der: &[u8],
) -> Option<(Signer, PublicKey)> {
    let inner = &certificate.tbs_certificate;
    let key = PublicKey::read(&inner.subject_public_key_info)?;
    if matches!(key, PublicKey::P384(_)) || !is_whole(certificate) || !may_sign(certificate)? {
        return None;
    }
    let self_signed = inner.issuer == inner.subject;
    if self_signed && !is_signed_by(certificate, &key)? {
        return None;
    }
    let signer = Signer {
        name: display_name(&inner.subject),
        fingerprint: fingerprint(certificate_der),
        algorithm: key.algorithm(),
        valid_from_unix_s: inner.validity.not_before.to_unix_duration().as_secs(),
        valid_to_unix_s: inner.validity.not_after.to_unix_duration().as_secs(),
        self_signed,
        issuer: (!self_signed).then(|| display_name(&inner.issuer)),
    };
    Some((signer, key))
}

/// Tells whether the certificate is of the one version and names one algorithm for its signature.
pub(super) fn is_whole(certificate: &Certificate) -> bool {
    let inner = &certificate.tbs_certificate;
    inner.version == Version::V3 && inner.signature == certificate.signature_algorithm
}

/// Tells whether the certificate lets its key sign documents.
pub(super) fn may_sign(certificate: &Certificate) -> Option<bool> {
    let usage = certificate.tbs_certificate.get::<KeyUsage>().ok()?;
    let signing = [KeyUsages::DigitalSignature, KeyUsages::NonRepudiation];
    Some(usage.is_none_or(|(_, usage)| signing.iter().any(|&flag| usage.0.contains(flag))))
}

/// Tells whether a certificate is signed by a key.
pub(super) fn is_signed_by(certificate: &Certificate, key: &PublicKey) -> Option<bool> {
    let message = certificate.tbs_certificate.to_der().ok()?;
    let signature = certificate.signature.as_bytes()?;
    Some(key.has_signed(&certificate.signature_algorithm, None, &message, signature))
}

pub(super) fn display_name(subject: &Name) -> String {
    let attributes = subject.0.iter().flat_map(|part| part.0.iter());
    let mut names = attributes.filter(|attribute| attribute.oid == COMMON_NAME);
    let name = match (names.next(), names.next()) {
        (Some(name), None) => {
            let utf8 = name.value.decode_as::<Utf8StringRef<'_>>().map(|s| s.as_str().to_owned());
            let plain = name.value.decode_as::<PrintableStringRef<'_>>();
            utf8.or(plain.map(|s| s.as_str().to_owned())).ok()
        }
        _ => None,
    };
    let name = name.unwrap_or_else(|| subject.to_string());
    name.chars().filter(|&c| !changes_display(c)).take(NAME_CHARS_MAX).collect()
}

/// Tells whether a character is invisible or turns the direction of text.
fn changes_display(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{61c}')
}

/// Groups of four hex digits, written here once more because judging shares no code with sealing.
pub(super) fn fingerprint(certificate_der: &[u8]) -> String {
    let digest = Sha256::digest(certificate_der);
    let mut text = String::new();
    for (index, byte) in digest.iter().enumerate() {
        if index > 0 && index % 2 == 0 {
            text.push(' ');
        }
        text.push_str(&format!("{byte:02X}"));
    }
    text
}
