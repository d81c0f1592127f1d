//! The seal itself: a CMS signature of exactly one profile.

use cms::cert::CertificateChoices;
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{SignedData, SignerIdentifier, SignerInfo};
use der::asn1::OctetString;
use der::{Decode, Encode, Header, Reader, Sequence, SliceReader};
use p256::ecdsa::{DerSignature, Signature};
use sha2::{Digest, Sha256};
use spki::{AlgorithmIdentifierOwned, ObjectIdentifier};
use x509_cert::Certificate;
use x509_cert::attr::{Attribute, Attributes};

use super::key::{ECDSA_WITH_SHA256, Hash, PublicKey, RSA_WITH_SHA256, SHA256};
use super::reason::Reason;
use super::signer::{self, Signer};
use super::timestamp::{self, Timestamp};

const DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const SIGNING_CERTIFICATE_V2: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
/// id-aa-timeStampToken (RFC 3161, appendix A).
const TIMESTAMP_TOKEN: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");

/// The part of ESSCertIDv2 (RFC 5035) that is accepted: SHA-256 by default, no issuer.
#[derive(Sequence)]
struct CertificateId {
    hash: OctetString,
}

#[derive(Sequence)]
struct SigningCertificate {
    certificates: Vec<CertificateId>,
}

/// What a seal says.
#[derive(Default)]
pub(super) struct SealContent {
    pub(super) signer: Option<Signer>,
    pub(super) timestamp: Option<Timestamp>,
    pub(super) has_timestamp: bool,
    pub(super) imprint: Option<[u8; 32]>,
}

/// Checks the room's bytes: one strictly encoded CMS of the profile, then zeros only.
///
/// `file_digest` is the SHA-256 of the signed ranges, if these are right.
pub(super) fn check(
    room: &[u8],
    file_digest: Option<&[u8; 32]>,
    roots: &[Certificate],
    reasons: &mut Vec<Reason>,
) -> SealContent {
    let Some((seal, rest)) = split(room) else {
        reasons.push(Reason::Cms);
        return SealContent::default();
    };
    if rest.iter().any(|&byte| byte != 0) {
        // Two seals, or something else beside one: none of it is taken for the signer's word.
        reasons.push(Reason::Contents);
        return SealContent::default();
    }
    let Some(signed_data) = decode(seal) else {
        reasons.push(Reason::Cms);
        return SealContent::default();
    };
    let Some((info, certificate)) = single_signer(&signed_data) else {
        reasons.push(Reason::SignerCount);
        return SealContent::default();
    };
    if !has_profile(&signed_data, info) {
        reasons.push(Reason::Cms);
    }
    let (has_timestamp, timestamp) = check_unsigned(info, roots, reasons);
    let imprint = Some(timestamp::imprint(info.signature.as_bytes()));
    let mut content = SealContent { signer: None, timestamp, has_timestamp, imprint };
    let Some(certificate_der) = certificate.to_der().ok() else {
        reasons.push(Reason::Certificate);
        return content;
    };
    if !is_signer_of(info, certificate) {
        reasons.push(Reason::CertificateMismatch);
    }
    match info.signed_attrs.as_ref() {
        Some(attributes) => check_attributes(attributes, &certificate_der, file_digest, reasons),
        None => reasons.push(Reason::SignedAttributes),
    }
    match signer::read(certificate, &certificate_der) {
        Some((signer, key)) => {
            if !is_signed_by(info, &key) {
                reasons.push(Reason::Signature);
            }
            content.signer = Some(signer);
        }
        None => reasons.push(Reason::Certificate),
    }
    content
}

/// Splits the room into the DER value at its start and what follows.
pub(super) fn split(room: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut reader = SliceReader::new(room).ok()?;
    let header = Header::decode(&mut reader).ok()?;
    let len = (reader.position() + header.length).ok()?;
    room.split_at_checked(usize::try_from(u32::from(len)).ok()?)
}

/// Decodes the CMS; what would be encoded in another way is refused.
fn decode(seal: &[u8]) -> Option<SignedData> {
    let outer = ContentInfo::from_der(seal).ok()?;
    let inner = outer.content.to_der().ok()?;
    let signed_data = SignedData::from_der(&inner).ok()?;
    let is_canonical = outer.to_der().ok()? == seal && signed_data.to_der().ok()? == inner;
    (outer.content_type == SIGNED_DATA && is_canonical).then_some(signed_data)
}

/// Returns the signer and the certificate if there is exactly one of each.
fn single_signer(signed_data: &SignedData) -> Option<(&SignerInfo, &Certificate)> {
    let [info] = signed_data.signer_infos.0.as_slice() else { return None };
    let certificates = signed_data.certificates.as_ref()?;
    match certificates.0.as_slice() {
        [CertificateChoices::Certificate(certificate)] => Some((info, certificate)),
        _ => None,
    }
}

fn is_plain(algorithm: &AlgorithmIdentifierOwned, oid: ObjectIdentifier) -> bool {
    algorithm.oid == oid && algorithm.parameters.is_none()
}

/// Checks what is neither signed nor a signature, so that none of it can be varied.
fn has_profile(signed_data: &SignedData, info: &SignerInfo) -> bool {
    let digests = signed_data.digest_algorithms.as_slice();
    signed_data.version == CmsVersion::V1
        && matches!(digests, [digest] if is_plain(digest, SHA256))
        && signed_data.encap_content_info.econtent_type == DATA
        && signed_data.encap_content_info.econtent.is_none()
        && signed_data.crls.is_none()
        && info.version == CmsVersion::V1
        && is_plain(&info.digest_alg, SHA256)
        && has_algorithm(info)
}

/// ECDSA names no parameters, RSA names NULL (RFC 5754, 3.2): one spelling each.
fn has_algorithm(info: &SignerInfo) -> bool {
    let algorithm = &info.signature_algorithm;
    let is_null = algorithm.parameters.as_ref().is_some_and(|any| any.is_null());
    is_plain(algorithm, ECDSA_WITH_SHA256) || (algorithm.oid == RSA_WITH_SHA256 && is_null)
}

/// Tells whether the signer names this certificate by issuer and serial number.
fn is_signer_of(info: &SignerInfo, certificate: &Certificate) -> bool {
    let certificate = &certificate.tbs_certificate;
    matches!(&info.sid, SignerIdentifier::IssuerAndSerialNumber(id)
        if id.issuer == certificate.issuer && id.serial_number == certificate.serial_number)
}

/// Checks that the signed attributes are exactly the three, and what each says.
fn check_attributes(
    attributes: &Attributes,
    certificate_der: &[u8],
    file_digest: Option<&[u8; 32]>,
    reasons: &mut Vec<Reason>,
) {
    let value = |oid| attributes.iter().find(|attribute| attribute.oid == oid).and_then(single);
    let content_type = value(CONTENT_TYPE).and_then(|v| ObjectIdentifier::from_der(&v).ok());
    let digest = value(MESSAGE_DIGEST).and_then(|v| OctetString::from_der(&v).ok());
    let id = value(SIGNING_CERTIFICATE_V2).and_then(|v| SigningCertificate::from_der(&v).ok());
    let (Some(DATA), Some(digest), Some(id), 3) = (content_type, digest, id, attributes.len())
    else {
        reasons.push(Reason::SignedAttributes);
        return;
    };
    if file_digest.is_some_and(|file_digest| digest.as_bytes() != file_digest) {
        reasons.push(Reason::Digest);
    }
    let hash = Sha256::digest(certificate_der);
    if !matches!(id.certificates.as_slice(), [id] if id.hash.as_bytes() == hash.as_slice()) {
        reasons.push(Reason::CertificateMismatch);
    }
}

/// Returns the DER of an attribute's value if it has exactly one.
fn single(attribute: &Attribute) -> Option<Vec<u8>> {
    match attribute.values.as_slice() {
        [value] => value.to_der().ok(),
        _ => None,
    }
}

/// Checks that the unsigned attributes are none, or one timestamp that belongs to this signature;
/// tells whether there is one, and what it says when it is to be believed.
fn check_unsigned(
    info: &SignerInfo,
    roots: &[Certificate],
    reasons: &mut Vec<Reason>,
) -> (bool, Option<Timestamp>) {
    let Some(attributes) = info.unsigned_attrs.as_ref() else { return (false, None) };
    let token = match attributes.as_slice() {
        [attribute] if attribute.oid == TIMESTAMP_TOKEN => single(attribute),
        _ => None,
    };
    let Some(token) = token else {
        reasons.push(Reason::UnsignedAttributes);
        return (false, None);
    };
    let timestamp = timestamp::judge(&token, info.signature.as_bytes(), roots);
    if timestamp.is_none() {
        reasons.push(Reason::Timestamp);
    }
    (true, timestamp)
}

/// Checks the signature over the signed attributes.
fn is_signed_by(info: &SignerInfo, key: &PublicKey) -> bool {
    let Some(attributes) = info.signed_attrs.as_ref() else { return false };
    let Ok(message) = attributes.to_der() else { return false };
    let signature = info.signature.as_bytes();
    let one_spelling = match key {
        // Whoever has (r, s) can write down (r, n − s), which verifies as well: only the low s
        // counts.
        PublicKey::P256(_) => DerSignature::from_bytes(signature)
            .and_then(Signature::try_from)
            .is_ok_and(|signature| signature.normalize_s().is_none()),
        PublicKey::P384(_) | PublicKey::Rsa(_) => true,
    };
    let hash = Some(Hash::Sha256);
    one_spelling && key.has_signed(&info.signature_algorithm, hash, &message, signature)
}
