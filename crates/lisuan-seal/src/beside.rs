//! A second signature in a file beside the dossier: SM2 with SM3 (GB/T 32918, GB/T 32905).
//!
//! It signs the same bytes as the seal. It is an offer to who wants to check with the national
//! algorithms; nothing here is a certified product, and the file says so. No certificate vouches
//! for the key: it is derived from the seal key, so that one seal key always has the same one.

use std::io::{Read, Seek, SeekFrom};

use der::Encode;
use der::asn1::UintRef;
use sm2::dsa::SigningKey;
use sm2::dsa::signature::hazmat::PrehashSigner;
use sm2::elliptic_curve::sec1::ToEncodedPoint;
use sm2::pkcs8::{EncodePublicKey, LineEnding};
use sm3::{Digest, Sm3};

use crate::error::{SealError, StampRefusal};
use crate::key::SealKey;
use crate::room::{CONTENTS_LEN, hex};
use crate::verify::{Outcome, Verdict};

/// The identity that GM/T 0009 prescribes where none is agreed upon.
const IDENTITY: &str = "1234567812345678";
/// What the derived key is for.
const PURPOSE: &str = "Lisuan SM2 signature beside a dossier, 1";
const CHUNK_LEN: usize = 256 * 1024;
/// a, b, and the base point of the curve (GB/T 32918.5), which the signed digest begins with.
const CURVE: [&str; 4] = [
    "fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc",
    "28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93",
    "32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7",
    "bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0",
];

/// Signs a sealed file with SM2 and returns the text of the file that goes beside it.
///
/// # Errors
/// [`SealError::Stamp`] when the file is not as sealed, [`SealError::File`] when it cannot be read.
pub fn sign_beside<F: Read + Seek>(
    file: &mut F,
    verdict: &Verdict,
    key: &SealKey,
) -> Result<String, SealError> {
    let before = match (verdict.outcome, verdict.contents_at) {
        (Outcome::AsSealed, Some(at)) => at,
        _ => return Err(SealError::Stamp { what: StampRefusal::NotAsSealed }),
    };
    let after = before + CONTENTS_LEN;
    let rest = verdict.file_len.saturating_sub(after);
    let key = derived(key)?;
    let point = key.verifying_key().to_encoded_point(false);
    let mut plain = Sm3::new();
    let mut signed = Sm3::new();
    signed.update(identity_digest(&point.as_bytes()[1..]));
    for (at, len) in [(0, before), (after, rest)] {
        read_range(file, at, len, |bytes| {
            plain.update(bytes);
            signed.update(bytes);
        })?;
    }
    let unusable = |_| SealError::Key { what: "the SM2 key does not sign" };
    let signature = key.sign_prehash(&signed.finalize()).map_err(unusable)?;
    let bytes = signature.to_bytes();
    let (r, s) = bytes.split_at(32);
    let mut body = UintRef::new(r)?.to_der()?;
    body.extend(UintRef::new(s)?.to_der()?);
    let der = der::asn1::AnyRef::new(der::Tag::Sequence, &body)?.to_der()?;
    let public = sm2::PublicKey::from(key.verifying_key())
        .to_public_key_pem(LineEnding::LF)
        .map_err(|_| SealError::Key { what: "the SM2 key cannot be encoded" })?;
    let signature = der::pem::encode_string("SM2 SIGNATURE", LineEnding::LF, &der)
        .map_err(|_| SealError::Key { what: "the SM2 signature cannot be encoded" })?;
    Ok(format!(
        "Lisuan SM2 signature 1\n\
         Not a certified cryptographic product; no certificate vouches for the key.\n\
         Identity: {IDENTITY}\n\
         Signed bytes: 0 {before} {after} {rest}\n\
         SM3: {}\n{public}{signature}",
        hex(&plain.finalize())
    ))
}

fn derived(key: &SealKey) -> Result<SigningKey, SealError> {
    // Of 2^32 derived numbers about one is no valid key.
    for counter in 1..=4 {
        let secret = key.private().derive(PURPOSE, counter)?;
        if let Ok(key) = SigningKey::from_slice(IDENTITY, &*secret) {
            return Ok(key);
        }
    }
    Err(SealError::Key { what: "no SM2 key can be derived from it" })
}

/// Z of GB/T 32918.2, 5.5: who signs, with which curve and key.
fn identity_digest(point: &[u8]) -> [u8; 32] {
    let mut state = Sm3::new();
    state.update(((IDENTITY.len() * 8) as u16).to_be_bytes());
    state.update(IDENTITY);
    for number in CURVE {
        let digit = |index: usize| u8::from_str_radix(&number[index..index + 2], 16).unwrap_or(0);
        let bytes: Vec<u8> = (0..32).map(|index| digit(2 * index)).collect();
        state.update(bytes);
    }
    state.update(point);
    state.finalize().into()
}

fn read_range<F: Read + Seek>(
    file: &mut F,
    at: u64,
    len: u64,
    mut take: impl FnMut(&[u8]),
) -> Result<(), SealError> {
    let failed = |source| SealError::file("reading", source);
    file.seek(SeekFrom::Start(at)).map_err(failed)?;
    let mut chunk = vec![0; CHUNK_LEN];
    let mut left = len;
    while left > 0 {
        let part = &mut chunk[..left.min(CHUNK_LEN as u64) as usize];
        file.read_exact(part).map_err(failed)?;
        take(part);
        left -= part.len() as u64;
    }
    Ok(())
}
