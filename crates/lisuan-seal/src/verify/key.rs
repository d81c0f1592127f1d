//! Public keys, and whether a signature is theirs.

use der::referenced::OwnedToRef;
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use rsa::traits::PublicKeyParts;
use rsa::{Pkcs1v15Sign, RsaPublicKey};
use sha2::{Digest, Sha256, Sha384, Sha512};
use spki::{AlgorithmIdentifierOwned, ObjectIdentifier, SubjectPublicKeyInfoOwned};

pub(super) const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");
pub(super) const ECDSA_WITH_SHA256: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const ECDSA_WITH_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");
const ECDSA_WITH_SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.4");
const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
pub(super) const RSA_WITH_SHA256: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
const RSA_WITH_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12");
const RSA_WITH_SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13");

/// Shortest RSA modulus whose signatures are believed.
const RSA_BITS_MIN: usize = 2048;

/// A hash that signatures are made over.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    pub(super) fn of_oid(oid: ObjectIdentifier) -> Option<Self> {
        match oid {
            SHA256 => Some(Self::Sha256),
            SHA384 => Some(Self::Sha384),
            SHA512 => Some(Self::Sha512),
            _ => None,
        }
    }

    pub(super) fn digest(self, message: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(message).to_vec(),
            Self::Sha384 => Sha384::digest(message).to_vec(),
            Self::Sha512 => Sha512::digest(message).to_vec(),
        }
    }
}

/// The kind of a signature: what it was made with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Ecdsa(Hash),
    Rsa(Hash),
}

impl Scheme {
    /// `digest` is the hash named beside the signature, which plain RSA relies on.
    fn of(algorithm: &AlgorithmIdentifierOwned, digest: Option<Hash>) -> Option<Self> {
        let rsa_null = algorithm.parameters.as_ref().is_none_or(|any| any.is_null());
        match algorithm.oid {
            ECDSA_WITH_SHA256 => Some(Self::Ecdsa(Hash::Sha256)),
            ECDSA_WITH_SHA384 => Some(Self::Ecdsa(Hash::Sha384)),
            ECDSA_WITH_SHA512 => Some(Self::Ecdsa(Hash::Sha512)),
            RSA_WITH_SHA256 if rsa_null => Some(Self::Rsa(Hash::Sha256)),
            RSA_WITH_SHA384 if rsa_null => Some(Self::Rsa(Hash::Sha384)),
            RSA_WITH_SHA512 if rsa_null => Some(Self::Rsa(Hash::Sha512)),
            RSA if rsa_null => digest.map(Self::Rsa),
            _ => None,
        }
    }
}

/// A public key of a kind that is judged.
pub(super) enum PublicKey {
    P256(p256::ecdsa::VerifyingKey),
    /// Seen with time-stamping authorities only.
    P384(p384::ecdsa::VerifyingKey),
    Rsa(RsaPublicKey),
}

impl PublicKey {
    /// Reads a key; `None` for one of another kind, and for RSA below 2048 or above 4096 bits.
    pub(super) fn read(info: &SubjectPublicKeyInfoOwned) -> Option<Self> {
        let info = info.owned_to_ref();
        if let Ok(key) = p256::ecdsa::VerifyingKey::try_from(info.clone()) {
            return Some(Self::P256(key));
        }
        if let Ok(key) = p384::ecdsa::VerifyingKey::try_from(info.clone()) {
            return Some(Self::P384(key));
        }
        let key = RsaPublicKey::try_from(info).ok()?;
        (key.n().bits() >= RSA_BITS_MIN).then_some(Self::Rsa(key))
    }

    /// What people call the kind of key.
    pub(super) fn algorithm(&self) -> String {
        match self {
            Self::P256(_) => "P-256".to_owned(),
            Self::P384(_) => "P-384".to_owned(),
            Self::Rsa(key) => format!("RSA-{}", key.n().bits()),
        }
    }

    /// Tells whether a signature is this key's; no for every algorithm that is not known.
    pub(super) fn has_signed(
        &self,
        algorithm: &AlgorithmIdentifierOwned,
        digest: Option<Hash>,
        message: &[u8],
        signature: &[u8],
    ) -> bool {
        match (Scheme::of(algorithm, digest), self) {
            (Some(Scheme::Ecdsa(hash)), Self::P256(key)) => {
                p256::ecdsa::DerSignature::from_bytes(signature)
                    .is_ok_and(|s| key.verify_prehash(&hash.digest(message), &s).is_ok())
            }
            (Some(Scheme::Ecdsa(hash)), Self::P384(key)) => {
                p384::ecdsa::DerSignature::from_bytes(signature)
                    .is_ok_and(|s| key.verify_prehash(&hash.digest(message), &s).is_ok())
            }
            (Some(Scheme::Rsa(hash)), Self::Rsa(key)) => {
                let scheme = match hash {
                    Hash::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
                    Hash::Sha384 => Pkcs1v15Sign::new::<Sha384>(),
                    Hash::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
                };
                key.verify(scheme, &hash.digest(message), signature).is_ok()
            }
            _ => false,
        }
    }
}
