//! Judges the SM2 signature in a file beside a dossier. Shares no code with what makes it.

use std::io::{Read, Seek};

use der::asn1::UintRef;
use der::{Decode, Reader, SliceReader};
use sm2::dsa::signature::hazmat::PrehashVerifier;
use sm2::dsa::{Signature, VerifyingKey};
use sm2::elliptic_curve::sec1::ToEncodedPoint;
use sm2::pkcs8::{DecodePublicKey, EncodePublicKey};
use sm3::{Digest, Sm3};

use super::source::Source;
use super::{Outcome, Verdict};
use crate::error::ReadError;

/// Longest file beside a dossier that is read.
pub const BESIDE_LEN_MAX: u64 = 16 * 1024;

const FIRST_LINE: &str = "Lisuan SM2 signature 1";
const USER: &[u8] = b"1234567812345678";
/// The curve's a, b, x and y of its base point, one after the other (GB/T 32918.5).
const PARAMETERS: [u8; 128] = [
    0xff, 0xff, 0xff, 0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
    0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfc,
    0x28, 0xe9, 0xfa, 0x9e, 0x9d, 0x9f, 0x5e, 0x34, 0x4d, 0x5a, 0x9e, 0x4b, 0xcf, 0x65, 0x09, 0xa7,
    0xf3, 0x97, 0x89, 0xf5, 0x15, 0xab, 0x8f, 0x92, 0xdd, 0xbc, 0xbd, 0x41, 0x4d, 0x94, 0x0e, 0x93,
    0x32, 0xc4, 0xae, 0x2c, 0x1f, 0x19, 0x81, 0x19, 0x5f, 0x99, 0x04, 0x46, 0x6a, 0x39, 0xc9, 0x94,
    0x8f, 0xe3, 0x0b, 0xbf, 0xf2, 0x66, 0x0b, 0xe1, 0x71, 0x5a, 0x45, 0x89, 0x33, 0x4c, 0x74, 0xc7,
    0xbc, 0x37, 0x36, 0xa2, 0xf4, 0xf6, 0x77, 0x9c, 0x59, 0xbd, 0xce, 0xe3, 0x6b, 0x69, 0x21, 0x53,
    0xd0, 0xa9, 0x87, 0x7c, 0xc6, 0x2a, 0x47, 0x40, 0x02, 0xdf, 0x32, 0xe5, 0x21, 0x39, 0xf0, 0xa0,
];

/// What an SM2 signature beside a dossier is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BesideVerdict {
    /// The signature is of this dossier and of the key it names.
    pub holds: bool,
    /// SM3 of the public key in groups of four upper-case hex digits; nobody vouches for the key.
    pub fingerprint: Option<String>,
    /// SM3 of the signed bytes, in lower-case hex.
    pub sm3: Option<String>,
}

/// Judges the text of the file beside a dossier that has this verdict.
///
/// # Errors
/// [`ReadError`] when the dossier cannot be read.
pub fn verify_beside<F: Read + Seek>(
    file: &mut F,
    verdict: &Verdict,
    text: &str,
) -> Result<BesideVerdict, ReadError> {
    let mut judged = BesideVerdict { holds: false, fingerprint: None, sm3: None };
    let Some(parts) = Parts::read(text) else { return Ok(judged) };
    judged.fingerprint = parts.key.to_public_key_der().ok().map(|der| {
        let groups: Vec<String> = Sm3::digest(der.as_bytes())
            .chunks(2)
            .map(|pair| format!("{:02X}{:02X}", pair[0], pair[1]))
            .collect();
        groups.join(" ")
    });
    let (Outcome::AsSealed, Some(ranges)) = (verdict.outcome, verdict.ranges()) else {
        return Ok(judged);
    };
    let [(_, before), (after, rest)] = ranges;
    if parts.ranges != format!("0 {before} {after} {rest}") {
        return Ok(judged);
    }
    let point = parts.key.to_encoded_point(false);
    let mut who = Sm3::new();
    who.update([0, USER.len() as u8 * 8]);
    who.update(USER);
    who.update(PARAMETERS);
    who.update(&point.as_bytes()[1..]);
    let mut message = Sm3::new();
    message.update(who.finalize());
    let mut plain = Sm3::new();
    Source::open(file)?.each_chunk(&ranges, |bytes| {
        message.update(bytes);
        plain.update(bytes);
    })?;
    let sm3: String = plain.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    let key = VerifyingKey::new("1234567812345678", parts.key);
    let holds = key.is_ok_and(|key| {
        key.verify_prehash(&message.finalize(), &parts.signature).is_ok() && parts.sm3 == sm3
    });
    judged.sm3 = Some(sm3);
    judged.holds = holds;
    Ok(judged)
}

/// What the file says.
struct Parts {
    ranges: String,
    sm3: String,
    key: sm2::PublicKey,
    signature: Signature,
}

impl Parts {
    fn read(text: &str) -> Option<Self> {
        if text.len() as u64 > BESIDE_LEN_MAX || text.lines().next() != Some(FIRST_LINE) {
            return None;
        }
        let line = |start: &str| {
            let mut found = text.lines().filter_map(|line| line.strip_prefix(start));
            found.next().filter(|_| found.next().is_none()).map(str::to_owned)
        };
        let key = between(text, "PUBLIC KEY")?;
        let (label, der) = der::pem::decode_vec(between(text, "SM2 SIGNATURE")?.as_bytes()).ok()?;
        if label != "SM2 SIGNATURE" {
            return None;
        }
        let mut reader = SliceReader::new(&der).ok()?;
        let numbers = reader.sequence(|pair| {
            let pad = |number: UintRef<'_>| {
                let mut bytes = [0; 32];
                let own = number.as_bytes();
                let start = 32_usize.checked_sub(own.len())?;
                bytes[start..].copy_from_slice(own);
                Some(bytes)
            };
            Ok((pad(UintRef::decode(pair)?), pad(UintRef::decode(pair)?)))
        });
        let (r, s) = numbers.ok()?;
        reader.finish(()).ok()?;
        Some(Self {
            ranges: line("Signed bytes: ")?,
            sm3: line("SM3: ")?,
            key: sm2::PublicKey::from_public_key_pem(key).ok()?,
            signature: Signature::from_scalars(r?, s?).ok()?,
        })
    }
}

fn between<'a>(text: &'a str, label: &str) -> Option<&'a str> {
    let (begin, end) = (format!("-----BEGIN {label}-----"), format!("-----END {label}-----"));
    let start = text.find(&begin)?;
    let stop = start + text.get(start..)?.find(&end)? + end.len();
    text.get(start..stop)
}
