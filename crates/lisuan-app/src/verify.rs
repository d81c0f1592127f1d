//! Judging a dossier.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use lisuan_seal::Outcome;

use crate::App;
use crate::error::{Error, Result, shown};
use crate::wire::VerdictView;

impl App {
    /// Says whether a file is exactly as it was sealed, with the reasons. Needs no open case.
    pub fn verify(&self, path: &Path) -> Result<VerdictView> {
        let file = File::open(path).map_err(|error| Error::io(path, error))?;
        let mut file = BufReader::new(file);
        let verdict =
            lisuan_seal::verify(&mut file).map_err(|error| Error::io(path, error.source))?;
        let signer = verdict.signer;
        Ok(VerdictView {
            file_name: shown(path),
            as_sealed: verdict.outcome == Outcome::AsSealed,
            reasons: verdict.reasons.iter().map(|r| r.as_str().to_owned()).collect(),
            self_signed: signer.as_ref().is_some_and(|signer| signer.self_signed),
            fingerprint: signer.as_ref().map(|signer| signer.fingerprint.clone()),
            signer: signer.map(|signer| signer.name),
            claimed_time: verdict.claimed_time.as_deref().map(readable_time),
            digest: verdict.byte_range_digest,
        })
    }
}

/// `D:20261122150211+08'00'` → `2026-11-22T15:02:11+08:00`; anything else as it stands.
fn readable_time(text: &str) -> String {
    let Some(digits) = text.strip_prefix("D:") else { return text.to_owned() };
    let plain: Vec<char> = digits.chars().filter(|c| *c != '\'').collect();
    if plain.len() < 19 || !plain[..14].iter().all(char::is_ascii_digit) {
        return text.to_owned();
    }
    let part = |from: usize, to: usize| plain[from..to].iter().collect::<String>();
    format!(
        "{}-{}-{}T{}:{}:{}{}:{}",
        part(0, 4),
        part(4, 6),
        part(6, 8),
        part(8, 10),
        part(10, 12),
        part(12, 14),
        part(14, 17),
        part(17, 19)
    )
}
