//! A signature that stands beside what it signs.

use super::cms;
use super::reason::Reason;
use super::signer::Signer;

/// Longest signature read, in bytes: with the certificate of a firm far below.
pub const DETACHED_LEN_MAX: usize = 16 * 1024;

/// Judges a detached CMS signature, as [`crate::sign()`] makes it, over bytes of the given SHA-256.
///
/// The certificate is inside; who it belongs to is settled by comparing fingerprints.
///
/// # Errors
/// Every reason why the signature does not hold.
pub fn verify_detached(signature: &[u8], digest: &[u8; 32]) -> Result<Signer, Vec<Reason>> {
    let whole = signature.len() <= DETACHED_LEN_MAX
        && cms::split(signature).is_some_and(|(_, rest)| rest.is_empty());
    if !whole {
        return Err(vec![Reason::Cms]);
    }
    let mut reasons = Vec::new();
    let content = cms::check(signature, Some(digest), &[], &mut reasons);
    match content.signer {
        Some(signer) if reasons.is_empty() => Ok(signer),
        _ if reasons.is_empty() => Err(vec![Reason::Certificate]),
        _ => Err(reasons),
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use sha2::{Digest, Sha256};

    use super::*;
    use crate::{SealKey, sign};

    fn key() -> SealKey {
        let now = UNIX_EPOCH + Duration::from_secs(1_760_000_000);
        SealKey::from_random("周正", now, 10, &[7; 32], [1; 16]).unwrap()
    }

    #[test]
    fn a_signature_holds_for_its_bytes_alone() {
        let digest: [u8; 32] = Sha256::digest(b"manifest").into();
        let signature = sign(digest, &key()).unwrap();
        let signer = verify_detached(&signature, &digest).unwrap();
        assert_eq!((signer.name.as_str(), signer.fingerprint), ("周正", key().fingerprint()));
        let other: [u8; 32] = Sha256::digest(b"Manifest").into();
        assert!(verify_detached(&signature, &other).is_err(), "other bytes");
        for at in 0..signature.len() {
            let mut altered = signature.clone();
            altered[at] ^= 1;
            assert!(verify_detached(&altered, &digest).is_err(), "byte {at} altered");
        }
        let longer = [signature.as_slice(), &[0]].concat();
        assert!(verify_detached(&longer, &digest).is_err(), "nothing may follow");
        assert!(verify_detached(&[], &digest).is_err(), "nothing at all");
    }
}
