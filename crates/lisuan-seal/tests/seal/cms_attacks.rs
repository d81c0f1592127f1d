//! Seals whose CMS was rebuilt by someone, with the right key or without it.

use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{CertificateSet, EncapsulatedContentInfo, SignedData, SignerInfo};
use cms::signed_data::{SignerIdentifier, SignerInfos};
use der::asn1::{Any, Null, ObjectIdentifier, OctetString, SetOfVec, UtcTime};
use der::{Decode, Encode};
use lisuan_seal::{Reason, SealKey};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use sha2::{Digest, Sha256};
use x509_cert::Certificate;
use x509_cert::attr::{Attribute, Attributes};

use crate::draft::{Draft, Sealed, assert_refused, key};

const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const SIGNING_TIME: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.5");
const ESS_CERTIFICATE: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const TIMESTAMP: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");
const TIMESTAMP_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");

/// The CMS in the room, without the zeros after it.
fn seal_of(sealed: &Sealed) -> Vec<u8> {
    let at = sealed.room.contents_at as usize + 1;
    let digits = std::str::from_utf8(&sealed.bytes[at..at + 32_768]).unwrap();
    let bytes: Vec<u8> =
        (0..16_384).map(|i| u8::from_str_radix(&digits[2 * i..2 * i + 2], 16).unwrap()).collect();
    assert_eq!(&bytes[..2], [0x30, 0x82], "a sequence with a length of two bytes");
    let len = usize::from(u16::from_be_bytes([bytes[2], bytes[3]])) + 4;
    bytes[..len].to_vec()
}

fn put(sealed: &Sealed, seal: &[u8]) -> Vec<u8> {
    let mut bytes = sealed.bytes.clone();
    let at = sealed.room.contents_at as usize + 1;
    bytes[at..at + 32_768].fill(b'0');
    let digits: String = seal.iter().map(|byte| format!("{byte:02x}")).collect();
    bytes[at..at + digits.len()].copy_from_slice(digits.as_bytes());
    bytes
}

fn signed_data_of(sealed: &Sealed) -> SignedData {
    let outer = ContentInfo::from_der(&seal_of(sealed)).unwrap();
    outer.content.decode_as().unwrap()
}

/// Lets `edit` change the CMS of a sealed file.
fn edited(edit: impl FnOnce(&mut SignedData)) -> Vec<u8> {
    let sealed = Draft::new().seal();
    let mut signed_data = signed_data_of(&sealed);
    edit(&mut signed_data);
    let content = Any::encode_from(&signed_data).unwrap();
    put(&sealed, &ContentInfo { content_type: SIGNED_DATA, content }.to_der().unwrap())
}

/// Lets `edit` change the signer's part of the CMS.
fn edited_signer(edit: impl FnOnce(&mut SignerInfo)) -> Vec<u8> {
    edited(|signed_data| edit_signer(signed_data, edit))
}

fn edit_signer(signed_data: &mut SignedData, edit: impl FnOnce(&mut SignerInfo)) {
    let mut signer = signed_data.signer_infos.0.get(0).unwrap().clone();
    edit(&mut signer);
    signed_data.signer_infos = SignerInfos::try_from(vec![signer]).unwrap();
}

/// Signs the signed attributes again with the true key.
fn resign(signer: &mut SignerInfo) {
    let message = signer.signed_attrs.as_ref().unwrap().to_der().unwrap();
    let signature: Signature = signing().sign(&message);
    let signature = signature.normalize_s().unwrap_or(signature);
    signer.signature = OctetString::new(signature.to_der().as_bytes()).unwrap();
}

/// The secret half of `key(7)`.
fn signing() -> SigningKey {
    SigningKey::from_slice(&[7; 32]).unwrap()
}

/// Lets `edit` change the list of signed attributes, and signs again.
fn with_attributes(edit: impl FnOnce(&mut Vec<Attribute>)) -> Vec<u8> {
    edited_signer(|signer| {
        change_attributes(signer, edit);
        resign(signer);
    })
}

fn change_attributes(signer: &mut SignerInfo, edit: impl FnOnce(&mut Vec<Attribute>)) {
    let mut attributes: Vec<_> = signer.signed_attrs.as_ref().unwrap().iter().cloned().collect();
    edit(&mut attributes);
    signer.signed_attrs = Some(SetOfVec::try_from(attributes).unwrap());
}

fn attribute(oid: ObjectIdentifier, value: Any) -> Attribute {
    Attribute { oid, values: SetOfVec::try_from(vec![value]).unwrap() }
}

/// signing-certificate-v2 for the given hashes.
fn ess(hashes: &[[u8; 32]]) -> Attribute {
    let sequence = |content: &[u8]| {
        let len = u8::try_from(content.len()).unwrap();
        [&[0x30, len][..], content].concat()
    };
    let ids: Vec<u8> =
        hashes.iter().flat_map(|hash| sequence(&[&[4, 32][..], hash].concat())).collect();
    attribute(ESS_CERTIFICATE, Any::from_der(&sequence(&sequence(&ids))).unwrap())
}

fn certificate_hash(key: &SealKey) -> [u8; 32] {
    Sha256::digest(key.certificate_der()).into()
}

fn certificates(list: &[&[u8]]) -> Option<CertificateSet> {
    let list = list.iter().map(|der| Certificate::from_der(der).unwrap());
    let list: Vec<_> = list.map(cms::cert::CertificateChoices::Certificate).collect();
    Some(CertificateSet::try_from(list).unwrap())
}

#[test]
fn a_rebuilt_seal_is_the_seal() {
    assert_eq!(edited(|_| {}), Draft::new().seal().bytes, "taking apart loses nothing");
    assert_eq!(edited_signer(resign), Draft::new().seal().bytes, "signing again changes nothing");
    let certificate = certificate_hash(&key(7));
    let same = with_attributes(|list| {
        list.retain(|attribute| attribute.oid != ESS_CERTIFICATE);
        list.push(ess(&[certificate]));
    });
    assert_eq!(same, Draft::new().seal().bytes, "the tests encode the attribute rightly");
}

#[test]
fn other_signed_attributes_are_refused() {
    let time = UtcTime::from_unix_duration(std::time::Duration::from_secs(1_772_280_000)).unwrap();
    let time = attribute(SIGNING_TIME, Any::encode_from(&time).unwrap());
    let extra = with_attributes(|list| list.push(time.clone()));
    assert_refused(&extra, Reason::SignedAttributes, "a fourth attribute");
    let replaced = with_attributes(|list| {
        list.retain(|attribute| attribute.oid != ESS_CERTIFICATE);
        list.push(time);
    });
    assert_refused(&replaced, Reason::SignedAttributes, "three, but others");
    for index in 0..3 {
        let fewer = with_attributes(|list| drop(list.remove(index)));
        assert_refused(&fewer, Reason::SignedAttributes, "two attributes");
    }
    let doubled = with_attributes(|list| {
        let digest = list.iter_mut().find(|attribute| attribute.oid == MESSAGE_DIGEST).unwrap();
        let other = Any::encode_from(&OctetString::new([0; 32].as_slice()).unwrap()).unwrap();
        digest.values.insert(other).unwrap();
    });
    assert_refused(&doubled, Reason::SignedAttributes, "a digest with two values");
    let none = edited_signer(|signer| signer.signed_attrs = None);
    assert_refused(&none, Reason::SignedAttributes, "no signed attributes");
}

#[test]
fn a_seal_bound_to_another_certificate_is_refused() {
    let swap = |hashes: Vec<[u8; 32]>| {
        with_attributes(|list| {
            list.retain(|attribute| attribute.oid != ESS_CERTIFICATE);
            list.push(ess(&hashes));
        })
    };
    let own = certificate_hash(&key(7));
    assert_refused(&swap(vec![[0; 32]]), Reason::CertificateMismatch, "the hash of nothing");
    assert_refused(&swap(vec![]), Reason::CertificateMismatch, "no certificate");
    let two = swap(vec![own, certificate_hash(&key(8))]);
    assert_refused(&two, Reason::CertificateMismatch, "two certificates");
    let other = edited(|data| data.certificates = certificates(&[key(8).certificate_der()]));
    assert_refused(&other, Reason::CertificateMismatch, "a certificate of another key");
    assert_refused(&other, Reason::Signature, "and so another key");
    let renamed = edited_signer(|signer| {
        let SignerIdentifier::IssuerAndSerialNumber(id) = &mut signer.sid else { panic!() };
        id.serial_number = x509_cert::serial_number::SerialNumber::from(5_u32);
    });
    assert_refused(&renamed, Reason::CertificateMismatch, "the signer names another certificate");
}

#[test]
fn a_changed_digest_needs_the_key() {
    let zero = || Any::encode_from(&OctetString::new([0; 32].as_slice()).unwrap()).unwrap();
    let swap = |list: &mut Vec<Attribute>| {
        list.retain(|attribute| attribute.oid != MESSAGE_DIGEST);
        list.push(attribute(MESSAGE_DIGEST, zero()));
    };
    let unsigned = edited_signer(|signer| change_attributes(signer, swap));
    assert_refused(&unsigned, Reason::Signature, "the attributes were changed");
    assert_refused(&unsigned, Reason::Digest, "the digest is not the file's");
    assert_refused(&with_attributes(swap), Reason::Digest, "signed, but not for this file");
}

#[test]
fn another_number_of_signers_is_refused() {
    let own = key(7);
    let other = key(8);
    let ders = [own.certificate_der(), other.certificate_der()];
    let two = edited(|data| data.certificates = certificates(&ders));
    assert_refused(&two, Reason::SignerCount, "two certificates");
    assert_refused(&edited(|d| d.certificates = None), Reason::SignerCount, "no certificate");
    let none = edited(|data| data.signer_infos = SignerInfos::try_from(vec![]).unwrap());
    assert_refused(&none, Reason::SignerCount, "no signer");
    let second = edited(|data| {
        let first = data.signer_infos.0.get(0).unwrap().clone();
        let second = SignerInfo { version: CmsVersion::V3, ..first.clone() };
        data.signer_infos = SignerInfos::try_from(vec![first, second]).unwrap();
    });
    assert_refused(&second, Reason::SignerCount, "two signers");
}

#[test]
fn another_spelling_of_the_seal_is_refused() {
    let with_null = edited_signer(|signer| {
        signer.digest_alg.parameters = Some(Any::encode_from(&Null).unwrap());
    });
    assert_refused(&with_null, Reason::Cms, "a parameter nobody needs");
    let content = Any::encode_from(&OctetString::new(*b"other contents").unwrap()).unwrap();
    let inside = edited(|data| {
        let econtent_type = data.encap_content_info.econtent_type;
        data.encap_content_info =
            EncapsulatedContentInfo { econtent_type, econtent: Some(content) };
    });
    assert_refused(&inside, Reason::Cms, "contents within the seal");
    assert_refused(&edited(|d| d.version = CmsVersion::V3), Reason::Cms, "another version");
    let mirrored = edited_signer(|signer| {
        let signature = Signature::from_der(signer.signature.as_bytes()).unwrap();
        let (r, s) = signature.split_scalars();
        let mirrored = Signature::from_scalars(r, -*s).unwrap();
        signer.signature = OctetString::new(mirrored.to_der().as_bytes()).unwrap();
    });
    assert_refused(&mirrored, Reason::Signature, "the signature's mirror image");

    let sealed = Draft::new().seal();
    let seal = seal_of(&sealed);
    let long = [&[0x30, 0x83, 0][..], &seal[2..]].concat();
    assert_refused(&put(&sealed, &long), Reason::Cms, "a length with a leading zero");
    let indefinite = [&[0x30, 0x80][..], &seal[4..], &[0, 0]].concat();
    assert_refused(&put(&sealed, &indefinite), Reason::Cms, "a length left open");
    let twice = [seal.clone(), seal].concat();
    assert_refused(&put(&sealed, &twice), Reason::Contents, "two seals in one room");
}

/// Replaces the certificate by a changed one and binds the seal to it with the true key.
fn with_certificate(edit: impl FnOnce(&mut Certificate)) -> Vec<u8> {
    let mut certificate = Certificate::from_der(key(7).certificate_der()).unwrap();
    edit(&mut certificate);
    let der = certificate.to_der().unwrap();
    edited(|data| {
        data.certificates = certificates(&[&der]);
        edit_signer(data, |signer| {
            change_attributes(signer, |list| {
                list.retain(|attribute| attribute.oid != ESS_CERTIFICATE);
                list.push(ess(&[Sha256::digest(&der).into()]));
            });
            resign(signer);
        });
    })
}

fn sign_certificate(certificate: &mut Certificate) {
    let message = certificate.tbs_certificate.to_der().unwrap();
    let signature: Signature = signing().sign(&message);
    certificate.signature =
        der::asn1::BitString::from_bytes(signature.to_der().as_bytes()).unwrap();
}

#[test]
fn a_certificate_that_contradicts_itself_is_refused() {
    let same = with_certificate(sign_certificate);
    assert_eq!(same, Draft::new().seal().bytes, "signing the certificate again changes nothing");
    let unsigned = with_certificate(|certificate| {
        let validity = &mut certificate.tbs_certificate.validity;
        validity.not_after = validity.not_before;
    });
    assert_refused(&unsigned, Reason::Certificate, "its own signature is wrong");
    let for_keys = with_certificate(|certificate| {
        let list = certificate.tbs_certificate.extensions.as_mut().unwrap();
        let usage = list.iter_mut().find(|e| e.extn_id.to_string() == "2.5.29.15").unwrap();
        usage.extn_value = OctetString::new([3, 2, 5, 0x20]).unwrap();
        sign_certificate(certificate);
    });
    assert_refused(&for_keys, Reason::Certificate, "its key may only encipher keys");
}

fn timestamp() -> Attribute {
    let info = Any::encode_from(&OctetString::new(*b"a TSTInfo").unwrap()).unwrap();
    let mut token = signed_data_of(&Draft::new().seal());
    token.encap_content_info =
        EncapsulatedContentInfo { econtent_type: TIMESTAMP_INFO, econtent: Some(info) };
    let content = Any::encode_from(&token).unwrap();
    let token = ContentInfo { content_type: SIGNED_DATA, content };
    attribute(TIMESTAMP, Any::encode_from(&token).unwrap())
}

#[test]
fn what_stands_beside_the_signature_is_one_timestamp_or_nothing() {
    let with = |list: Vec<Attribute>| {
        let attributes: Attributes = SetOfVec::try_from(list).unwrap();
        edited_signer(|signer| signer.unsigned_attrs = Some(attributes))
    };
    let note = attribute(SIGNING_TIME, Any::encode_from(&Null).unwrap());
    for (what, list, reason) in [
        ("another attribute", vec![note.clone()], Reason::UnsignedAttributes),
        ("a timestamp and another", vec![timestamp(), note], Reason::UnsignedAttributes),
        ("an empty set", vec![], Reason::UnsignedAttributes),
        ("a timestamp nobody signed", vec![timestamp()], Reason::Timestamp),
        (
            "no token",
            vec![attribute(TIMESTAMP, Any::encode_from(&Null).unwrap())],
            Reason::Timestamp,
        ),
    ] {
        assert_refused(&with(list), reason, what);
    }
}
