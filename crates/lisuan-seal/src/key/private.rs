//! The secret half of a seal key.

use p256::ecdsa::signature::{RandomizedSigner, SignatureEncoding, Signer};
use p256::ecdsa::{Signature, SigningKey};
use p256::pkcs8::{DecodePrivateKey, EncodePrivateKey, EncodePublicKey};
use rand_core::OsRng;
use rsa::RsaPrivateKey;
use rsa::traits::PublicKeyParts;
use sha2::{Digest, Sha256};
use spki::SubjectPublicKeyInfoOwned;
use zeroize::Zeroizing;

use crate::error::SealError;

/// Shortest RSA modulus that still counts as safe (NIST SP 800-131A).
const RSA_BITS_MIN: usize = 2048;
/// Longest RSA modulus: larger ones are slow everywhere and nobody issues them.
const RSA_BITS_MAX: usize = 4096;

/// A private key of one of the two kinds that seal; wiped from memory when dropped.
#[derive(Clone)]
pub(crate) enum Private {
    /// ECDSA on P-256: what is made here.
    P256(SigningKey),
    /// RSA, 2048 to 4096 bits: what certification authorities hand to firms.
    Rsa(Box<RsaPrivateKey>),
}

impl Private {
    /// Reads a PKCS#8 key.
    pub(super) fn from_pkcs8(der: &[u8]) -> Result<Self, SealError> {
        if let Ok(key) = SigningKey::from_pkcs8_der(der) {
            return Ok(Self::P256(key));
        }
        let key = RsaPrivateKey::from_pkcs8_der(der)
            .map_err(|_| SealError::Key { what: "it is neither P-256 nor RSA" })?;
        if !(RSA_BITS_MIN..=RSA_BITS_MAX).contains(&key.n().bits()) {
            return Err(SealError::Key { what: "an RSA key has to have 2048 to 4096 bits" });
        }
        Ok(Self::Rsa(Box::new(key)))
    }

    /// Writes the key as PKCS#8, not encrypted.
    pub(super) fn to_pkcs8(&self) -> Result<Zeroizing<Vec<u8>>, SealError> {
        let document = match self {
            Self::P256(key) => key.to_pkcs8_der(),
            Self::Rsa(key) => key.to_pkcs8_der(),
        };
        let document =
            document.map_err(|_| SealError::Key { what: "it cannot be encoded as PKCS#8" })?;
        Ok(Zeroizing::new(document.as_bytes().to_vec()))
    }

    /// The public half, the way a certificate carries it.
    pub(super) fn public_key(&self) -> Result<SubjectPublicKeyInfoOwned, SealError> {
        let failed = || SealError::Key { what: "its public half cannot be encoded" };
        let document = match self {
            Self::P256(key) => key.verifying_key().to_public_key_der(),
            Self::Rsa(key) => key.to_public_key().to_public_key_der(),
        };
        let document = document.map_err(|_| failed())?;
        SubjectPublicKeyInfoOwned::try_from(document.as_bytes()).map_err(|_| failed())
    }

    /// Signs a message under SHA-256; the same key and message give the same bytes.
    pub(crate) fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SealError> {
        match self {
            Self::P256(key) => {
                let signature: Signature = key.sign(message);
                // Of the two signatures (r, s) and (r, n − s) only the lower s is ours, so that
                // nobody can respell a seal.
                let signature = signature.normalize_s().unwrap_or(signature);
                Ok(signature.to_der().as_bytes().to_vec())
            }
            Self::Rsa(key) => {
                // PKCS#1 v1.5: what every PDF reader knows. The random numbers blind the secret
                // against who measures how long it takes; they do not show in the signature.
                let key = rsa::pkcs1v15::SigningKey::<Sha256>::new(key.as_ref().clone());
                let signature = key
                    .try_sign_with_rng(&mut OsRng, message)
                    .map_err(|_| SealError::Key { what: "the RSA key does not sign" })?;
                Ok(signature.to_vec())
            }
        }
    }

    /// What people call the kind of key.
    pub(super) fn algorithm(&self) -> String {
        match self {
            Self::P256(_) => "P-256".to_owned(),
            Self::Rsa(key) => format!("RSA-{}", key.n().bits()),
        }
    }

    /// 32 secret bytes for one further purpose, from which nothing of the key can be learned
    /// (one-step key derivation of NIST SP 800-56C with SHA-256).
    pub(crate) fn derive(
        &self,
        purpose: &str,
        counter: u32,
    ) -> Result<Zeroizing<[u8; 32]>, SealError> {
        let mut state = Sha256::new();
        state.update(counter.to_be_bytes());
        state.update(&*self.to_pkcs8()?);
        state.update(purpose.as_bytes());
        Ok(Zeroizing::new(state.finalize().into()))
    }
}
