//! The timestamp of a third party inside a seal (RFC 3161), judged.
//!
//! A timestamp stands in the reserved room and no signature of the sealer covers it, so anybody
//! could put one there. It counts only when it is about this very seal and its authority's
//! signature is right; what cannot be judged is refused.

use cms::cert::CertificateChoices;
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{SignedData, SignerIdentifier, SignerInfo};
use der::asn1::{Any, OctetString};
use der::{DateTime, Decode, Encode, Reader, SliceReader, Tag, Tagged};
use sha1::Sha1;
use sha2::{Digest, Sha256};
use spki::{AlgorithmIdentifierOwned, ObjectIdentifier};
use x509_cert::Certificate;
use x509_cert::ext::pkix::{
    BasicConstraints, ExtendedKeyUsage, KeyUsage, KeyUsages, SubjectKeyIdentifier,
};

use super::key::{Hash, PublicKey};
use super::signer;

const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
/// signing-certificate (RFC 2634), which RFC 3161 asks for.
const SIGNING_CERTIFICATE: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");
/// signing-certificate-v2, which RFC 5816 allows in its place.
const SIGNING_CERTIFICATE_V2: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
/// id-ct-TSTInfo (RFC 3161, 2.4.2).
const TIMESTAMP_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");
/// id-kp-timeStamping (RFC 3161, 2.3).
const TIME_STAMPING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.8");
/// Longest chain of certificates followed.
const CHAIN_LEN_MAX: usize = 8;

/// What is known about the authority of a timestamp.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Nobody said whom to trust, so its certificate was only read.
    NotAsked,
    /// A chain of certificates leads to one of those that were given as trusted: its name.
    Trusted(String),
    /// No chain of the enclosed certificates leads to one that was given as trusted.
    Untrusted,
}

/// A timestamp that belongs to the seal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timestamp {
    /// The time it states, in UTC: `2026-11-22T07:02:11Z`, with the fraction the authority gave.
    pub time: String,
    /// Who states it, by the certificate.
    pub authority: String,
    /// Who issued that certificate; `None` when it is self-signed.
    pub issuer: Option<String>,
    /// SHA-256 of that certificate in groups of four upper-case hex digits.
    pub fingerprint: String,
    /// Whether somebody trusted vouches for the authority.
    pub trust: Trust,
}

/// Judges a token over the value of the seal's signature; `None` when it is not to be believed.
pub(super) fn judge(token: &[u8], signature: &[u8], roots: &[Certificate]) -> Option<Timestamp> {
    let outer = ContentInfo::from_der(token).ok()?;
    let inner = outer.content.to_der().ok()?;
    let signed = SignedData::from_der(&inner).ok()?;
    if outer.content_type != SIGNED_DATA {
        return None;
    }
    let content = &signed.encap_content_info;
    let info = content.econtent.as_ref()?.decode_as::<OctetString>().ok()?;
    let [signer_info] = signed.signer_infos.0.as_slice() else { return None };
    let stated = Stated::read(info.as_bytes())?;
    if content.econtent_type != TIMESTAMP_INFO
        || !has_profile(&signed, signer_info)
        || !stated.is_about(signature)
    {
        return None;
    }
    let certificates: Vec<&Certificate> = signed
        .certificates
        .iter()
        .flat_map(|set| set.0.iter())
        .filter_map(|choice| match choice {
            CertificateChoices::Certificate(certificate) => Some(certificate),
            CertificateChoices::Other(_) => None,
        })
        .collect();
    let authority = *certificates.iter().find(|c| is_named(&signer_info.sid, c))?;
    let der = authority.to_der().ok()?;
    let key = PublicKey::read(&authority.tbs_certificate.subject_public_key_info)?;
    let valid = may_stamp(authority)
        && is_valid_at(authority, stated.unix_s)
        && attributes_fit(signer_info, info.as_bytes(), &der)
        && is_signed(signer_info, &key);
    if !valid {
        return None;
    }
    let names = &authority.tbs_certificate;
    Some(Timestamp {
        time: stated.time,
        authority: signer::display_name(&names.subject),
        issuer: (names.issuer != names.subject).then(|| signer::display_name(&names.issuer)),
        fingerprint: signer::fingerprint(&der),
        trust: trust(authority, &certificates, roots, stated.unix_s),
    })
}

/// Checks what is neither signed nor a signature, so that it has one spelling.
fn has_profile(signed: &SignedData, info: &SignerInfo) -> bool {
    let version = match info.sid {
        SignerIdentifier::IssuerAndSerialNumber(_) => CmsVersion::V1,
        SignerIdentifier::SubjectKeyIdentifier(_) => CmsVersion::V3,
    };
    let parameters = info.digest_alg.parameters.as_ref();
    signed.version == CmsVersion::V3
        && signed.digest_algorithms.as_slice() == [info.digest_alg.clone()]
        && parameters.is_none_or(|any| any.is_null())
        && info.version == version
}

/// What a TSTInfo states (RFC 3161, 2.4.2), as far as it is judged.
struct Stated {
    hash: Hash,
    imprint: Vec<u8>,
    time: String,
    unix_s: u64,
}

impl Stated {
    fn read(der: &[u8]) -> Option<Self> {
        let mut reader = SliceReader::new(der).ok()?;
        let read = reader.sequence(|info| {
            let version = u8::decode(info)?;
            ObjectIdentifier::decode(info)?;
            let imprint = info.sequence(|imprint| {
                Ok((AlgorithmIdentifierOwned::decode(imprint)?, OctetString::decode(imprint)?))
            })?;
            // The serial number; then the time and what is optional.
            let serial = Any::decode(info)?;
            let time = Any::decode(info)?;
            while !info.is_finished() {
                Any::decode(info)?;
            }
            Ok((version, imprint, serial, time))
        });
        let (version, (algorithm, imprint), serial, time) = read.ok()?;
        if version != 1 || serial.tag() != Tag::Integer || time.tag() != Tag::GeneralizedTime {
            return None;
        }
        reader.finish(()).ok()?;
        let (time, unix_s) = read_time(std::str::from_utf8(time.value()).ok()?)?;
        let hash = Hash::of_oid(algorithm.oid)?;
        Some(Self { hash, imprint: imprint.into_bytes(), time, unix_s })
    }

    fn is_about(&self, signature: &[u8]) -> bool {
        self.hash.digest(signature) == self.imprint
    }
}

/// Reads `20261122070211Z` or `20261122070211.123Z` and writes it the way people read it.
fn read_time(text: &str) -> Option<(String, u64)> {
    let (whole, fraction) = match text.strip_suffix('Z')?.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text.strip_suffix('Z')?, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 14 || !digits(whole) || !fraction.is_none_or(|f| digits(f) && f.len() <= 9) {
        return None;
    }
    let part = |from: usize, to: usize| whole[from..to].parse::<u16>().ok();
    let small = |from: usize| part(from, from + 2).and_then(|value| u8::try_from(value).ok());
    let (year, month, day) = (part(0, 4)?, small(4)?, small(6)?);
    let (hour, minute, second) = (small(8)?, small(10)?, small(12)?);
    let date = DateTime::new(year, month, day, hour, minute, second).ok()?;
    let fraction = fraction.map(|digits| format!(".{digits}")).unwrap_or_default();
    let time =
        format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{fraction}Z");
    Some((time, date.unix_duration().as_secs()))
}

fn is_named(id: &SignerIdentifier, certificate: &Certificate) -> bool {
    let inner = &certificate.tbs_certificate;
    match id {
        SignerIdentifier::IssuerAndSerialNumber(id) => {
            id.issuer == inner.issuer && id.serial_number == inner.serial_number
        }
        SignerIdentifier::SubjectKeyIdentifier(id) => {
            matches!(inner.get::<SubjectKeyIdentifier>(), Ok(Some((_, own))) if own == *id)
        }
    }
}

/// An authority's certificate is for time-stamping alone, and says so critically (RFC 3161, 2.3).
fn may_stamp(certificate: &Certificate) -> bool {
    let usage = certificate.tbs_certificate.get::<ExtendedKeyUsage>();
    let for_time = matches!(usage, Ok(Some((true, usage))) if usage.0 == [TIME_STAMPING]);
    for_time && signer::is_whole(certificate) && signer::may_sign(certificate) == Some(true)
}

fn is_valid_at(certificate: &Certificate, unix_s: u64) -> bool {
    let validity = &certificate.tbs_certificate.validity;
    let from = validity.not_before.to_unix_duration().as_secs();
    let to = validity.not_after.to_unix_duration().as_secs();
    (from..=to).contains(&unix_s)
}

/// Checks what the authority signed besides the statement: its kind, its digest, the certificate.
fn attributes_fit(info: &SignerInfo, stated: &[u8], certificate: &[u8]) -> bool {
    let Some(attributes) = info.signed_attrs.as_ref() else { return false };
    let value = |oid| {
        let mut found = attributes.iter().filter(|attribute| attribute.oid == oid);
        match (found.next().map(|attribute| attribute.values.as_slice()), found.next()) {
            (Some([value]), None) => value.to_der().ok(),
            _ => None,
        }
    };
    let kind = value(CONTENT_TYPE).and_then(|der| ObjectIdentifier::from_der(&der).ok());
    let digest = value(MESSAGE_DIGEST).and_then(|der| OctetString::from_der(&der).ok());
    let (Some(hash), Some(digest)) = (Hash::of_oid(info.digest_alg.oid), digest) else {
        return false;
    };
    let bound = match (value(SIGNING_CERTIFICATE_V2), value(SIGNING_CERTIFICATE)) {
        (Some(der), _) => first_id(&der).is_some_and(|(algorithm, id)| {
            let hash = algorithm.map_or(Some(Hash::Sha256), Hash::of_oid);
            hash.is_some_and(|hash| hash.digest(certificate) == id)
        }),
        (None, Some(der)) => first_id(&der).is_some_and(|(algorithm, id)| {
            algorithm.is_none() && Sha1::digest(certificate).as_slice() == id
        }),
        (None, None) => false,
    };
    kind == Some(TIMESTAMP_INFO) && digest.as_bytes() == hash.digest(stated) && bound
}

/// The first certificate id of either attribute: the hash, if it is named, and its value.
fn first_id(der: &[u8]) -> Option<(Option<ObjectIdentifier>, Vec<u8>)> {
    let mut reader = SliceReader::new(der).ok()?;
    let read = reader.sequence(|attribute| {
        let ids = Any::decode(attribute)?;
        while !attribute.is_finished() {
            Any::decode(attribute)?;
        }
        Ok(ids)
    });
    let ids = read.ok()?;
    let mut ids = SliceReader::new(ids.value()).ok()?;
    let read = ids.sequence(|id| {
        let algorithm = match id.peek_tag()? {
            Tag::Sequence => Some(AlgorithmIdentifierOwned::decode(id)?.oid),
            _ => None,
        };
        let hash = OctetString::decode(id)?;
        while !id.is_finished() {
            Any::decode(id)?;
        }
        Ok((algorithm, hash.into_bytes()))
    });
    read.ok()
}

fn is_signed(info: &SignerInfo, key: &PublicKey) -> bool {
    let Some(attributes) = info.signed_attrs.as_ref() else { return false };
    let Ok(message) = attributes.to_der() else { return false };
    let digest = Hash::of_oid(info.digest_alg.oid);
    key.has_signed(&info.signature_algorithm, digest, &message, info.signature.as_bytes())
}

/// Follows the enclosed certificates upwards to one that was given as trusted.
fn trust(
    authority: &Certificate,
    enclosed: &[&Certificate],
    roots: &[Certificate],
    unix_s: u64,
) -> Trust {
    if roots.is_empty() {
        return Trust::NotAsked;
    }
    let mut current = authority;
    for _ in 0..CHAIN_LEN_MAX {
        if roots.contains(current) {
            return Trust::Trusted(signer::display_name(&current.tbs_certificate.subject));
        }
        let issues = |by: &&Certificate| has_issued(by, current, unix_s);
        if let Some(root) = roots.iter().find(issues) {
            return Trust::Trusted(signer::display_name(&root.tbs_certificate.subject));
        }
        let Some(next) = enclosed.iter().copied().find(|by| *by != current && issues(by)) else {
            break;
        };
        current = next;
    }
    Trust::Untrusted
}

/// Tells whether one certificate may issue another and has.
fn has_issued(by: &Certificate, of: &Certificate, unix_s: u64) -> bool {
    let inner = &by.tbs_certificate;
    let is_authority = matches!(inner.get::<BasicConstraints>(), Ok(Some((_, c))) if c.ca);
    let usage = inner.get::<KeyUsage>();
    let may_issue = match usage {
        Ok(usage) => usage.is_none_or(|(_, usage)| usage.0.contains(KeyUsages::KeyCertSign)),
        Err(_) => false,
    };
    let key = PublicKey::read(&inner.subject_public_key_info);
    inner.subject == of.tbs_certificate.issuer
        && is_authority
        && may_issue
        && is_valid_at(by, unix_s)
        && signer::is_whole(of)
        && key.is_some_and(|key| signer::is_signed_by(of, &key) == Some(true))
}

/// Digest by which a request names the value of a signature.
pub(super) fn imprint(signature: &[u8]) -> [u8; 32] {
    Sha256::digest(signature).into()
}
