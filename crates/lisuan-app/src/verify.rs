//! Judging a dossier.

use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

use jiff::Timestamp;
use lisuan_seal::{Carried, Outcome, Signer, Trust, Trusted, Verdict};

use crate::App;
use crate::error::{Code, Error, Result, shown};
use crate::key::day;
use crate::stamp::beside;
use crate::wire::{
    BesideView, CarriedView, OriginalPlace, OriginalView, PartsView, StampTrust, StampView,
    VerdictView,
};

/// Longest file of trusted certificates read.
const TRUSTED_LEN_MAX: u64 = 4 * 1024 * 1024;
/// Name of the attachment that lists the digests of the originals.
const HASH_LIST: &str = "hashes.txt";

impl App {
    /// Says whether a file is exactly as it was sealed, with the reasons. Needs no open case.
    ///
    /// `trusted` is a file of certificates (PEM or DER) of time-stamping authorities to believe. A
    /// file `….sm2` beside the dossier is judged too.
    pub fn verify(&self, path: &Path, trusted: Option<&Path>) -> Result<VerdictView> {
        let trusted = trusted.map(read_trusted).transpose()?.unwrap_or_default();
        let unreadable = |error: lisuan_seal::ReadError| Error::io(path, error.source);
        let mut file = open(path)?;
        let verdict = lisuan_seal::verify_trusting(&mut file, &trusted).map_err(unreadable)?;
        let beside = match read_short(&beside(path), lisuan_seal::BESIDE_LEN_MAX)? {
            Some(text) => {
                let text = String::from_utf8_lossy(&text);
                let judged = lisuan_seal::verify_beside(&mut file, &verdict, &text);
                let judged = judged.map_err(unreadable)?;
                Some(BesideView { holds: judged.holds, fingerprint: judged.fingerprint })
            }
            None => None,
        };
        Ok(view(path, verdict, beside))
    }

    /// Tells digest by digest what a dossier carries, also one that was altered: which original is
    /// inside as it was, and which picture or attachment is not one of the list.
    ///
    /// Nothing when the file is not written strictly enough to be taken apart.
    pub fn dossier_parts(&self, path: &Path) -> Result<Option<PartsView>> {
        let contents = lisuan_seal::contents(&mut open(path)?, HASH_LIST)
            .map_err(|error| Error::io(path, error.source))?;
        let Some(contents) = contents else { return Ok(None) };
        let list = contents.attachments.iter().find(|a| a.name == HASH_LIST);
        let list = list.and_then(|list| list.bytes.as_deref()).unwrap_or_default();
        let lines = String::from_utf8_lossy(list);
        let lines: Vec<(&str, &str)> = lines.lines().filter_map(digest_line).collect();
        let has = |carried: &[Carried], sha256: &str| carried.iter().any(|c| c.sha256 == sha256);
        let originals = lines.iter().map(|&(sha256, name)| OriginalView {
            name: name.to_owned(),
            sha256: sha256.to_owned(),
            place: if has(&contents.pictures, sha256) {
                OriginalPlace::Page
            } else if has(&contents.attachments, sha256) {
                OriginalPlace::Attachment
            } else {
                OriginalPlace::NotInside
            },
        });
        let listed = |sha256: &str| lines.iter().any(|&(line, _)| line == sha256);
        let unlisted = contents.pictures.iter().filter(|picture| !listed(&picture.sha256));
        Ok(Some(PartsView {
            originals: originals.collect(),
            other_pictures: unlisted.map(carried).collect(),
            attachments: contents.attachments.iter().map(carried).collect(),
        }))
    }
}

/// `<64 digits>  NUMBER FILE` → digest and the rest.
fn digest_line(line: &str) -> Option<(&str, &str)> {
    let (sha256, rest) = line.split_once("  ")?;
    let is_digest = sha256.len() == 64 && sha256.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_digest.then_some((sha256, rest))
}

fn carried(carried: &Carried) -> CarriedView {
    CarriedView { name: carried.name.clone(), sha256: carried.sha256.clone(), bytes: carried.len }
}

fn open(path: &Path) -> Result<BufReader<File>> {
    Ok(BufReader::new(File::open(path).map_err(|error| Error::io(path, error))?))
}

/// Reads a small file; `None` when there is none. A longer one is cut, and then refused by what it
/// says.
fn read_short(path: &Path, len_max: u64) -> Result<Option<Vec<u8>>> {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(len_max + 1).read_to_end(&mut bytes));
    match read {
        Ok(_) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io(path, error)),
    }
}

fn read_trusted(path: &Path) -> Result<Trusted> {
    let bytes = read_short(path, TRUSTED_LEN_MAX)?;
    let bytes = bytes.ok_or_else(|| Error::io(path, std::io::ErrorKind::NotFound.into()))?;
    Trusted::read(&bytes)
        .map_err(|error| Error::new(Code::NotACertificate).with("file", shown(path)).because(error))
}

pub(crate) fn view(path: &Path, verdict: Verdict, beside: Option<BesideView>) -> VerdictView {
    let claimed_time = verdict.claimed_time.as_deref().map(readable_time);
    let signer = verdict.signer;
    let outside = match (&signer, &claimed_time) {
        (Some(signer), Some(time)) => is_outside(signer, time),
        _ => false,
    };
    VerdictView {
        file_name: shown(path),
        as_sealed: verdict.outcome == Outcome::AsSealed,
        reasons: verdict.reasons.iter().map(|r| r.as_str().to_owned()).collect(),
        self_signed: signer.as_ref().is_some_and(|signer| signer.self_signed),
        issuer: signer.as_ref().and_then(|signer| signer.issuer.clone()),
        algorithm: signer.as_ref().map(|signer| signer.algorithm.clone()),
        valid_from: signer.as_ref().map(|signer| day(signer.valid_from_unix_s)),
        valid_to: signer.as_ref().map(|signer| day(signer.valid_to_unix_s)),
        outside_validity: outside,
        fingerprint: signer.as_ref().map(|signer| signer.fingerprint.clone()),
        signer: signer.map(|signer| signer.name),
        claimed_time,
        digest: verdict.byte_range_digest,
        timestamp: verdict.timestamp.map(|stamp| StampView {
            time: stamp.time,
            authority: stamp.authority,
            issuer: stamp.issuer,
            fingerprint: stamp.fingerprint,
            trust: match stamp.trust {
                Trust::NotAsked => StampTrust::NotAsked,
                Trust::Trusted(_) => StampTrust::Trusted,
                Trust::Untrusted => StampTrust::Untrusted,
            },
        }),
        beside,
    }
}

/// Tells whether the claimed time lies outside the certificate's validity.
fn is_outside(signer: &Signer, time: &str) -> bool {
    let unix_s = time.parse::<Timestamp>().ok().and_then(|t| u64::try_from(t.as_second()).ok());
    !unix_s.is_some_and(|s| (signer.valid_from_unix_s..=signer.valid_to_unix_s).contains(&s))
}

/// `D:20261122150211+08'00'` → `2026-11-22T15:02:11+08:00`; anything else as it stands.
fn readable_time(text: &str) -> String {
    let Some(digits) = text.strip_prefix("D:") else { return text.to_owned() };
    let plain: Vec<char> = digits.chars().filter(|c| *c != '\'').collect();
    if plain.len() < 15 || !plain[..14].iter().all(char::is_ascii_digit) {
        return text.to_owned();
    }
    let part = |from: usize, to: usize| plain[from..to].iter().collect::<String>();
    let offset = match plain.get(14..19) {
        Some(_) => format!("{}:{}", part(14, 17), part(17, 19)),
        None => "Z".to_owned(),
    };
    format!(
        "{}-{}-{}T{}:{}:{}{offset}",
        part(0, 4),
        part(4, 6),
        part(6, 8),
        part(8, 10),
        part(10, 12),
        part(12, 14),
    )
}
