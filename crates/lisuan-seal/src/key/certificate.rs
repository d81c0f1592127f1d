//! The self-signed certificate of a seal key.

use std::time::SystemTime;

use der::asn1::{Any, BitString, GeneralizedTime, OctetString, SetOfVec, UtcTime, Utf8StringRef};
use der::oid::AssociatedOid;
use der::{DateTime, Encode};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use spki::{AlgorithmIdentifierOwned, ObjectIdentifier, SubjectPublicKeyInfoOwned};
use x509_cert::Certificate;
use x509_cert::attr::AttributeTypeAndValue;
use x509_cert::certificate::{TbsCertificate, Version};
use x509_cert::ext::Extension;
use x509_cert::ext::pkix::{BasicConstraints, KeyUsage, KeyUsages, SubjectKeyIdentifier};
use x509_cert::name::{Name, RdnSequence, RelativeDistinguishedName};
use x509_cert::serial_number::SerialNumber;
use x509_cert::time::{Time, Validity};

use sha2::{Digest, Sha256};

use crate::error::SealError;

/// id-at-commonName (X.520).
const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
/// ecdsa-with-SHA256 (RFC 5758, 3.2).
const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
/// Upper bound of a common name (X.520, ub-common-name), in characters.
const NAME_CHARS_MAX: usize = 64;
/// Longest validity: a case is kept for 30 years at most.
const YEARS_MAX: u8 = 30;

/// Makes an X.509 v3 certificate for signing only (digitalSignature, nonRepudiation; not a CA).
pub(super) fn self_signed(
    key: &SigningKey,
    name: &str,
    now: SystemTime,
    years: u8,
    serial: [u8; 16],
) -> Result<Certificate, SealError> {
    let name = common_name(name)?;
    let public_key = public_key_of(key.verifying_key())?;
    let algorithm = AlgorithmIdentifierOwned { oid: ECDSA_WITH_SHA256, parameters: None };
    let tbs_certificate = TbsCertificate {
        version: Version::V3,
        serial_number: serial_number(serial)?,
        signature: algorithm.clone(),
        issuer: name.clone(),
        validity: validity(now, years)?,
        subject: name,
        extensions: Some(extensions(&public_key)?),
        subject_public_key_info: public_key,
        issuer_unique_id: None,
        subject_unique_id: None,
    };
    let signature: Signature = key.sign(&tbs_certificate.to_der()?);
    Ok(Certificate {
        tbs_certificate,
        signature_algorithm: algorithm,
        signature: BitString::from_bytes(signature.to_der().as_bytes())?,
    })
}

/// Wraps a public key the way a certificate carries it.
pub(super) fn public_key_of(key: &VerifyingKey) -> Result<SubjectPublicKeyInfoOwned, SealError> {
    SubjectPublicKeyInfoOwned::from_key(*key)
        .map_err(|_| SealError::Key { what: "the public key cannot be encoded" })
}

fn common_name(name: &str) -> Result<Name, SealError> {
    let name = name.trim();
    if name.is_empty() {
        return Err(SealError::Certificate { what: "the name is empty" });
    }
    if name.chars().count() > NAME_CHARS_MAX {
        return Err(SealError::Certificate { what: "the name is longer than 64 characters" });
    }
    if name.chars().any(char::is_control) {
        return Err(SealError::Certificate { what: "the name has control characters" });
    }
    let value = Any::encode_from(&Utf8StringRef::new(name)?)?;
    let attribute = AttributeTypeAndValue { oid: COMMON_NAME, value };
    let part = RelativeDistinguishedName::from(SetOfVec::try_from(vec![attribute])?);
    Ok(RdnSequence(vec![part]))
}

/// Makes a positive serial number of a fixed length (RFC 5280, 4.1.2.2).
fn serial_number(mut random: [u8; 16]) -> Result<SerialNumber, SealError> {
    random[0] = (random[0] & 0x7f) | 0x40;
    Ok(SerialNumber::new(&random)?)
}

fn validity(now: SystemTime, years: u8) -> Result<Validity, SealError> {
    if !(1..=YEARS_MAX).contains(&years) {
        return Err(SealError::Certificate { what: "the validity is not 1 to 30 years" });
    }
    let out_of_range = |_| SealError::Certificate { what: "the date is outside 1970 to 9999" };
    let from = DateTime::from_system_time(now).map_err(out_of_range)?;
    // 29 February has no anniversary in most years.
    let day = if from.month() == 2 { from.day().min(28) } else { from.day() };
    let year = from.year() + u16::from(years);
    let (hour, minute, second) = (from.hour(), from.minutes(), from.seconds());
    let to = DateTime::new(year, from.month(), day, hour, minute, second).map_err(out_of_range)?;
    Ok(Validity { not_before: time(from)?, not_after: time(to)? })
}

/// Chooses the form RFC 5280 (4.1.2.5) asks for: UTCTime through 2049, GeneralizedTime after.
fn time(date: DateTime) -> Result<Time, SealError> {
    Ok(if date.year() < 2050 {
        Time::UtcTime(UtcTime::from_date_time(date)?)
    } else {
        Time::GeneralTime(GeneralizedTime::from_date_time(date))
    })
}

fn extensions(public_key: &SubjectPublicKeyInfoOwned) -> Result<Vec<Extension>, SealError> {
    let usage = KeyUsage(KeyUsages::DigitalSignature | KeyUsages::NonRepudiation);
    let constraints = BasicConstraints { ca: false, path_len_constraint: None };
    // RFC 7093, 2 (1): the leftmost 160 bits of the SHA-256 of the public key.
    let key_hash = Sha256::digest(public_key.subject_public_key.raw_bytes());
    let key_identifier = SubjectKeyIdentifier(OctetString::new(&key_hash[..20])?);
    Ok(vec![
        extension(&constraints, true)?,
        extension(&usage, true)?,
        extension(&key_identifier, false)?,
    ])
}

fn extension<E: Encode + AssociatedOid>(value: &E, critical: bool) -> Result<Extension, SealError> {
    Ok(Extension { extn_id: E::OID, critical, extn_value: OctetString::new(value.to_der()?)? })
}
