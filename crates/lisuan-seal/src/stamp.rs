//! A timestamp of a third party, put into a seal later (RFC 3161).
//!
//! The request is a small file that can be carried to any connection, the answer one that is carried
//! back. The token goes into the room that every seal reserves, as an unsigned attribute: the file
//! keeps its length, its signed bytes and the digest it is known by.

use std::io::{Read, Seek, SeekFrom, Write};

use cms::content_info::ContentInfo;
use cms::signed_data::{SignedData, SignerInfos};
use der::asn1::{Any, OctetString, SetOfVec};
use der::{Decode, Encode, Header, Reader, Sequence, SliceReader};
use spki::{AlgorithmIdentifierOwned, ObjectIdentifier};
use x509_cert::attr::Attribute;

use crate::error::{SealError, StampRefusal};
use crate::room::{CONTENTS_LEN, SEAL_LEN_MAX, hex};
use crate::verify::{Outcome, Verdict};

const ID_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
/// id-aa-timeStampToken (RFC 3161, appendix A).
const ID_TIMESTAMP_TOKEN: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.14");

/// Longest answer read: a token with a long chain has some kilobytes.
pub const ANSWER_LEN_MAX: u64 = 256 * 1024;

#[derive(Sequence)]
struct MessageImprint {
    algorithm: AlgorithmIdentifierOwned,
    hashed_message: OctetString,
}

/// TimeStampReq (RFC 3161, 2.4.1). There is no nonce: the answer may come days later, and it is
/// bound to this one signature by its digest.
#[derive(Sequence)]
struct Request {
    version: u8,
    imprint: MessageImprint,
    cert_req: bool,
}

/// Makes the request for a timestamp over the seal of a file with this verdict.
///
/// # Errors
/// [`SealError::Stamp`] when the file is not as sealed or has a timestamp already.
pub fn request(verdict: &Verdict) -> Result<Vec<u8>, SealError> {
    let hashed = match (verdict.outcome, verdict.imprint) {
        (Outcome::AsSealed, Some(imprint)) => imprint,
        _ => return Err(refusal(StampRefusal::NotAsSealed)),
    };
    if verdict.timestamp_present {
        return Err(refusal(StampRefusal::AlreadyThere));
    }
    let algorithm = AlgorithmIdentifierOwned { oid: ID_SHA256, parameters: None };
    let hashed_message = OctetString::new(hashed.as_slice())?;
    let imprint = MessageImprint { algorithm, hashed_message };
    Ok(Request { version: 1, imprint, cert_req: true }.to_der()?)
}

/// Puts the token of an answer into the seal of `file`, a copy of the file with this verdict.
///
/// Only bytes within the reserved room change. What the token states is not looked at here: the
/// caller verifies the copy before it takes the place of the original.
///
/// # Errors
/// [`SealError::Stamp`] with the reason, [`SealError::File`] when reading or writing fails.
pub fn add<F: Read + Write + Seek>(
    file: &mut F,
    verdict: &Verdict,
    answer: &[u8],
) -> Result<(), SealError> {
    let contents_at = match (verdict.outcome, verdict.contents_at) {
        (Outcome::AsSealed, Some(at)) => at,
        _ => return Err(refusal(StampRefusal::NotAsSealed)),
    };
    if verdict.timestamp_present {
        return Err(refusal(StampRefusal::AlreadyThere));
    }
    let token = token(answer)?;
    let io = |doing| move |source| SealError::file(doing, source);
    let mut digits = vec![0; CONTENTS_LEN as usize - 2];
    file.seek(SeekFrom::Start(contents_at + 1)).map_err(io("reading"))?;
    file.read_exact(&mut digits).map_err(io("reading"))?;
    let room = unhex(&digits).ok_or(refusal(StampRefusal::NotAsSealed))?;
    let seal = stamped(&room, &token)?;
    if seal.len() > SEAL_LEN_MAX {
        return Err(refusal(StampRefusal::TooLong));
    }
    file.seek(SeekFrom::Start(contents_at + 1)).map_err(io("writing"))?;
    file.write_all(hex(&seal).as_bytes()).map_err(io("writing"))
}

fn refusal(what: StampRefusal) -> SealError {
    SealError::Stamp { what }
}

/// Takes the token out of a TimeStampResp (RFC 3161, 2.4.2); a bare token is taken too.
fn token(answer: &[u8]) -> Result<Any, SealError> {
    let none = || refusal(StampRefusal::NotAnAnswer);
    if answer.len() as u64 > ANSWER_LEN_MAX {
        return Err(none());
    }
    if ContentInfo::from_der(answer).is_ok() {
        return Any::from_der(answer).map_err(|_| none());
    }
    let mut reader = SliceReader::new(answer).map_err(|_| none())?;
    let parts = reader.sequence(|response| {
        let status = response.sequence(|info| {
            let status = u8::decode(info)?;
            while !info.is_finished() {
                Any::decode(info)?;
            }
            Ok(status)
        })?;
        let token = if response.is_finished() { None } else { Some(Any::decode(response)?) };
        Ok((status, token))
    });
    let parts = parts.map_err(|_| none())?;
    reader.finish(()).map_err(|_| none())?;
    match parts {
        // granted, grantedWithMods
        (0 | 1, Some(token)) => Ok(token),
        (0 | 1, None) => Err(none()),
        _ => Err(refusal(StampRefusal::NotGranted)),
    }
}

/// Encodes the seal at the start of a room anew, with the token as its one unsigned attribute.
fn stamped(room: &[u8], token: &Any) -> Result<Vec<u8>, SealError> {
    let mut reader = SliceReader::new(room)?;
    let header = Header::decode(&mut reader)?;
    let len = usize::try_from(u32::from((reader.position() + header.length)?));
    let seal = len.ok().and_then(|len| room.get(..len));
    let outer = ContentInfo::from_der(seal.ok_or(refusal(StampRefusal::NotAsSealed))?)?;
    let mut signed: SignedData = outer.content.decode_as()?;
    let [info] = signed.signer_infos.0.as_slice() else {
        return Err(refusal(StampRefusal::NotAsSealed));
    };
    let mut info = info.clone();
    let values = SetOfVec::try_from(vec![token.clone()])?;
    let attribute = Attribute { oid: ID_TIMESTAMP_TOKEN, values };
    info.unsigned_attrs = Some(SetOfVec::try_from(vec![attribute])?);
    signed.signer_infos = SignerInfos::try_from(vec![info])?;
    let content = Any::encode_from(&signed)?;
    Ok(ContentInfo { content_type: outer.content_type, content }.to_der()?)
}

fn unhex(digits: &[u8]) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|value| u8::try_from(value).ok());
    digits.chunks(2).map(|pair| Some(digit(pair[0])? << 4 | digit(*pair.get(1)?)?)).collect()
}
