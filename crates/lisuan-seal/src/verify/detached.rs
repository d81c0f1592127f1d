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
