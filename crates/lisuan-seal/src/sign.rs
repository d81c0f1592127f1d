//! A detached CMS signature over a digest (PAdES baseline B-B).

use cms::cert::{CertificateChoices, IssuerAndSerialNumber};
use cms::content_info::{CmsVersion, ContentInfo};
use cms::signed_data::{
    CertificateSet, EncapsulatedContentInfo, SignedData, SignerIdentifier, SignerInfo, SignerInfos,
};
use der::asn1::{Any, OctetString, SetOfVec};
use der::{Encode, EncodeValue, Sequence, Tagged};
use sha2::{Digest, Sha256};
use spki::{AlgorithmIdentifierOwned, ObjectIdentifier};
use x509_cert::attr::{Attribute, Attributes};

use crate::error::SealError;
use crate::key::{Private, SealKey};
use crate::room::SEAL_LEN_MAX;

const ID_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.1");
const ID_SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
const ID_CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const ID_MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
/// signing-certificate-v2 (RFC 5035).
const ID_SIGNING_CERTIFICATE_V2: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");
const ID_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const ID_ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const ID_RSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");

/// The certificate a signature is bound to; SHA-256 is the default hash and so left out.
#[derive(Sequence)]
struct EssCertIdV2 {
    cert_hash: OctetString,
}

#[derive(Sequence)]
struct SigningCertificateV2 {
    certs: Vec<EssCertIdV2>,
}

/// Signs the SHA-256 of a file's signed ranges and returns a DER-encoded detached CMS.
///
/// The signed attributes are exactly content-type, message-digest and signing-certificate-v2. There
/// is no signing-time: in PAdES the claimed time stands in `/M`, and a second place for it could
/// only disagree. The nonce follows RFC 6979 and RSA takes none, so the same digest and key give the
/// same bytes.
///
/// # Errors
/// [`SealError::Encode`] when the parts cannot be encoded, [`SealError::Key`] when the seal would
/// not fit into the 16 KiB a file reserves (a certificate far too long).
pub fn sign(digest: [u8; 32], key: &SealKey) -> Result<Vec<u8>, SealError> {
    let signed_data = SignedData {
        version: CmsVersion::V1,
        digest_algorithms: SetOfVec::try_from(vec![plain(ID_SHA256)])?,
        encap_content_info: EncapsulatedContentInfo { econtent_type: ID_DATA, econtent: None },
        certificates: Some(CertificateSet::try_from(vec![CertificateChoices::Certificate(
            key.certificate().clone(),
        )])?),
        crls: None,
        signer_infos: SignerInfos::try_from(vec![signer_info(digest, key)?])?,
    };
    let content = Any::encode_from(&signed_data)?;
    let der = ContentInfo { content_type: ID_SIGNED_DATA, content }.to_der()?;
    if der.len() > SEAL_LEN_MAX {
        return Err(SealError::Key { what: "its certificate is too long for a seal" });
    }
    Ok(der)
}

fn signer_info(digest: [u8; 32], key: &SealKey) -> Result<SignerInfo, SealError> {
    let signed_attrs = signed_attributes(digest, key)?;
    let signature = key.private().sign(&signed_attrs.to_der()?)?;
    let algorithm = match key.private() {
        Private::P256(_) => plain(ID_ECDSA_WITH_SHA256),
        // RFC 5754, 3.2: here the parameters are there, and NULL.
        Private::Rsa(_) => {
            AlgorithmIdentifierOwned { oid: ID_RSA_WITH_SHA256, parameters: Some(Any::null()) }
        }
    };
    let certificate = &key.certificate().tbs_certificate;
    Ok(SignerInfo {
        version: CmsVersion::V1,
        sid: SignerIdentifier::IssuerAndSerialNumber(IssuerAndSerialNumber {
            issuer: certificate.issuer.clone(),
            serial_number: certificate.serial_number.clone(),
        }),
        digest_alg: plain(ID_SHA256),
        signed_attrs: Some(signed_attrs),
        signature_algorithm: algorithm,
        signature: OctetString::new(signature)?,
        unsigned_attrs: None,
    })
}

fn signed_attributes(digest: [u8; 32], key: &SealKey) -> Result<Attributes, SealError> {
    let cert_hash = OctetString::new(Sha256::digest(key.certificate_der()).as_slice())?;
    let certificate = SigningCertificateV2 { certs: vec![EssCertIdV2 { cert_hash }] };
    Ok(SetOfVec::try_from(vec![
        attribute(ID_CONTENT_TYPE, &ID_DATA)?,
        attribute(ID_MESSAGE_DIGEST, &OctetString::new(digest.as_slice())?)?,
        attribute(ID_SIGNING_CERTIFICATE_V2, &certificate)?,
    ])?)
}

fn attribute<T: EncodeValue + Tagged>(
    oid: ObjectIdentifier,
    value: &T,
) -> Result<Attribute, SealError> {
    Ok(Attribute { oid, values: SetOfVec::try_from(vec![Any::encode_from(value)?])? })
}

/// An algorithm without parameters, as RFC 5754 asks for.
fn plain(oid: ObjectIdentifier) -> AlgorithmIdentifierOwned {
    AlgorithmIdentifierOwned { oid, parameters: None }
}
