//! The verdict on a file: exactly as sealed, or not and why.
//!
//! "The signature is valid" is not enough: it can hold for a file that shows something else. So the
//! rule is narrower. One revision, read strictly, every byte of it accounted for; one seal, which
//! certifies the document and covers every byte but its own; one signer, one certificate, exactly
//! three signed attributes. The reader is written for this purpose alone: it shares no code with
//! what writes or seals a PDF, and what it does not know it refuses.
//!
//! The file is read in small windows and hashed as a stream, so its size does not matter.

mod beside;
mod body;
mod cms;
mod contents;
mod detached;
mod key;
mod layout;
mod object;
mod reason;
mod seal;
mod signer;
mod source;
mod syntax;
mod timestamp;
mod trusted;
mod value;

use std::io::{Read, Seek};

pub use beside::{BESIDE_LEN_MAX, BesideVerdict, verify_beside};
pub use contents::{Carried, Contents, contents};
pub use detached::{DETACHED_LEN_MAX, verify_detached};
pub use reason::Reason;
pub use signer::Signer;
pub use timestamp::{Timestamp, Trust};
pub use trusted::{Trusted, TrustedError};

use crate::error::ReadError;
use layout::Layout;
use reason::{Step, Stop};
use source::Source;

/// The answer to "is this file exactly as it was sealed?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Every check was made and none found anything.
    AsSealed,
    /// The file was changed after it was sealed, or it is not one this program sealed.
    NotAsSealed,
}

/// What is known about a file after it was checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The answer.
    pub outcome: Outcome,
    /// Why not, in the order of the checks and each once; empty exactly for [`Outcome::AsSealed`].
    pub reasons: Vec<Reason>,
    /// Who sealed it, by the certificate in the seal. With [`Outcome::NotAsSealed`] this is what
    /// the file claims, nothing more.
    pub signer: Option<Signer>,
    /// The time of sealing as the sealing computer claimed it: the text of `/M`.
    pub claimed_time: Option<String>,
    /// What the timestamp of a third party says, if there is one and it belongs to the seal.
    pub timestamp: Option<Timestamp>,
    /// The seal carries a timestamp; one that does not belong to it is a reason.
    pub timestamp_present: bool,
    /// SHA-256 of the signature's value: what a timestamp is about.
    pub imprint: Option<[u8; 32]>,
    /// Offset of the `<` that opens the room of the seal; `None` when there is no seal that covers
    /// the whole file.
    pub contents_at: Option<u64>,
    /// SHA-256 of all bytes but the seal, in lower-case hex: what a sealed file is known by. `None`
    /// when there is no seal that covers the whole file.
    pub byte_range_digest: Option<String>,
    /// Length of the file in bytes.
    pub file_len: u64,
}

impl Verdict {
    /// The signed ranges (start, length), if the seal covers the whole file.
    pub(super) fn ranges(&self) -> Option<[(u64, u64); 2]> {
        let before = self.contents_at?;
        let after = before + seal::ROOM_LEN;
        Some([(0, before), (after, self.file_len.checked_sub(after)?)])
    }
}

/// Judges a file.
///
/// # Errors
/// [`ReadError`] when the file cannot be read, or grows shorter while it is read. Whatever the file
/// contains, or lacks, is no error but a verdict.
pub fn verify<F: Read + Seek>(file: &mut F) -> Result<Verdict, ReadError> {
    verify_trusting(file, &Trusted::default())
}

/// Judges a file as [`verify`], and whether the authority of its timestamp is vouched for.
///
/// # Errors
/// As [`verify`].
pub fn verify_trusting<F: Read + Seek>(
    file: &mut F,
    trusted: &Trusted,
) -> Result<Verdict, ReadError> {
    judged(file, trusted, None)
}

/// Judges a file that was sealed just now, with the digest of its signed ranges (`/ByteRange`) that
/// was taken while it was written; everything else is read from the file as [`verify`] reads it.
///
/// For the file that a program wrote, sealed and still holds open: hashing it again would tell what
/// the system gives back of its own memory. Whoever receives it uses [`verify`].
///
/// # Errors
/// As [`verify`].
pub fn verify_sealed<F: Read + Seek>(
    file: &mut F,
    byte_range: [u64; 4],
    digest: [u8; 32],
) -> Result<Verdict, ReadError> {
    let [start, before, after, rest] = byte_range;
    let known = Known { ranges: [(start, before), (after, rest)], digest };
    judged(file, &Trusted::default(), Some(&known))
}

/// The digest of some ranges of a file.
struct Known {
    ranges: [(u64, u64); 2],
    digest: [u8; 32],
}

fn judged<F: Read + Seek>(
    file: &mut F,
    trusted: &Trusted,
    known: Option<&Known>,
) -> Result<Verdict, ReadError> {
    let mut source = Source::open(file)?;
    let mut verdict = Verdict {
        outcome: Outcome::NotAsSealed,
        reasons: Vec::new(),
        signer: None,
        claimed_time: None,
        timestamp: None,
        timestamp_present: false,
        imprint: None,
        contents_at: None,
        byte_range_digest: None,
        file_len: source.len(),
    };
    let finished =
        note(judge(&mut source, trusted, known, &mut verdict), &mut verdict.reasons)?.is_some();
    let mut seen = Vec::new();
    verdict.reasons.retain(|reason| {
        !seen.contains(reason) && {
            seen.push(*reason);
            true
        }
    });
    if finished && verdict.reasons.is_empty() {
        verdict.outcome = Outcome::AsSealed;
    }
    Ok(verdict)
}

/// Makes all checks; what can still be learned after a failed one is learned.
fn judge<F: Read + Seek>(
    source: &mut Source<'_, F>,
    trusted: &Trusted,
    known: Option<&Known>,
    verdict: &mut Verdict,
) -> Step<()> {
    let layout: Layout = layout::read(source)?;
    note(body::check(source, &layout), &mut verdict.reasons)?;
    let seal = seal::find(source, &layout, &mut verdict.reasons)?;
    verdict.claimed_time = seal.claimed_time;
    let digest = match (seal.ranges, known) {
        (Some(ranges), Some(known)) if ranges == known.ranges => Some(known.digest),
        (Some(ranges), _) => Some(source.sha256(&ranges)?),
        (None, _) => None,
    };
    verdict.contents_at = seal.ranges.map(|[(_, before), _]| before);
    verdict.byte_range_digest =
        digest.map(|digest| digest.iter().map(|byte| format!("{byte:02x}")).collect());
    if let Some(contents) = seal.contents {
        let roots = &trusted.certificates;
        let content = cms::check(&contents, digest.as_ref(), roots, &mut verdict.reasons);
        verdict.signer = content.signer;
        verdict.timestamp = content.timestamp;
        verdict.timestamp_present = content.has_timestamp;
        verdict.imprint = content.imprint;
    }
    Ok(())
}

/// Turns a refusal into a noted reason; only a file that cannot be read stays an error.
fn note<T>(step: Step<T>, reasons: &mut Vec<Reason>) -> Result<Option<T>, ReadError> {
    match step {
        Ok(value) => Ok(Some(value)),
        Err(Stop::Refused(reason)) => {
            reasons.push(reason);
            Ok(None)
        }
        Err(Stop::Unreadable(error)) => Err(error),
    }
}
