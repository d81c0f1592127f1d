//! A signature beside what it signs, as in a handover package.

use std::time::{Duration, UNIX_EPOCH};

use lisuan_seal::{SealKey, sign, verify_detached};
use sha2::{Digest, Sha256};

#[test]
fn a_signature_holds_for_its_bytes_alone() {
    let now = UNIX_EPOCH + Duration::from_secs(1_760_000_000);
    let key = SealKey::from_random("周正", now, 10, &[7; 32], [1; 16]).unwrap();
    let digest: [u8; 32] = Sha256::digest(b"manifest").into();
    let signature = sign(digest, &key).unwrap();
    let signer = verify_detached(&signature, &digest).unwrap();
    assert_eq!((signer.name.as_str(), signer.fingerprint), ("周正", key.fingerprint()));
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

#[test]
fn the_exchange_key_follows_from_the_seal_key() {
    let now = UNIX_EPOCH + Duration::from_secs(1_760_000_000);
    let key = |secret| SealKey::from_random("周正", now, 10, &[secret; 32], [1; 16]).unwrap();
    let secret = |n| key(n).exchange_secret().unwrap();
    assert_eq!(*secret(7), *secret(7), "one seal key, one exchange key");
    assert_ne!(*secret(7), *secret(8));
    assert_ne!(*secret(7), [7; 32], "and nothing of the one shows in the other");
}
