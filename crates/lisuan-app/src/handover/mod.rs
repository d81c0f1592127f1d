//! Handing a case over, taking one in, and the receipts between.

mod colleagues;
mod hand_over;
mod outcome;
mod receipt;
mod receive;

use std::path::Path;

use lisuan_core::case::{Case, CaseHead};
use lisuan_core::moment::Moment;
use lisuan_handover::{CaseName, Closed, ExchangeKey, Hand, PackageError};
use lisuan_seal::SealKey;
pub use receive::{Into, ReceiveOptions};

use crate::App;
use crate::error::{Code, Error, Result, shown};
use crate::key::key_error;

/// Labels of steps that record what left the case: nobody takes them back, the file is away.
pub(crate) const RECORDS: [&str; 3] = ["hand-over", "take-receipt", "record-received"];
/// Label of the step that begins our work on a case that came.
pub(crate) const RECEIVED_CASE: &str = "receive-case";

/// What makes an operation or package odd without making it wrong.
const CLOCK_SET_BACK: &str = "clock-set-back";

impl App {
    /// The key that packages to us are encrypted to, as colleagues need it.
    ///
    /// # Errors
    /// When the seal key it is derived from cannot be made or is locked.
    pub fn exchange_recipient(&self) -> Result<String> {
        Ok(self.exchange(None)?.1.recipient())
    }

    /// The key that signs packages and the one that opens them.
    fn exchange(&self, case: Option<&Case>) -> Result<(SealKey, ExchangeKey)> {
        let key = self.seal_key(case)?;
        let own = ExchangeKey::of(&key).map_err(|error| package_error(Path::new(""), error))?;
        Ok((key, own))
    }

    fn hand(&self, own: &ExchangeKey) -> Result<Hand> {
        let worker = self.worker()?;
        let name = plain(&worker.author);
        Ok(Hand { name, device: worker.device, key: own.recipient() })
    }
}

fn case_name(head: &CaseHead) -> CaseName {
    CaseName {
        id: head.id.to_string(),
        claim_no: plain(head.claim_no.as_deref().unwrap_or_default()),
        insured: plain(head.insured.as_deref().unwrap_or_default()),
    }
}

/// A text as it may stand in a manifest: one line, nothing that turns text around.
fn plain(text: &str) -> String {
    let kept = |c: &char| {
        !c.is_control()
            && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().filter(kept).take(200).collect()
}

const fn closing(closed: Closed) -> &'static str {
    match closed {
        Closed::Open => "open",
        Closed::Key => "key",
        Closed::Passphrase => "passphrase",
    }
}

/// Whether one moment lies before another by more than clocks drift apart.
fn is_set_back(before: Moment, after: Moment) -> bool {
    const DRIFT_S: i64 = 120;
    seconds(after) + DRIFT_S < seconds(before)
}

fn seconds(moment: Moment) -> i64 {
    let local = moment.local().to_zoned(jiff::tz::TimeZone::UTC);
    local.map_or(0, |at| at.timestamp().as_second()) - i64::from(moment.offset_minutes()) * 60
}

/// The words for what is wrong with a package or receipt.
pub(crate) fn package_error(file: &Path, error: PackageError) -> Error {
    use PackageError as E;
    let of = |code| Error::new(code).with("file", shown(file));
    let made = match error {
        E::Read { path, source } => return Error::io(&path, source),
        E::Write { path, source } => return Error::io(&path, source),
        E::Seal(error) => return key_error(error),
        E::OriginalAltered(sha256) => {
            return Error::new(Code::OriginalAltered)
                .with("number", &sha256[..sha256.len().min(12)]);
        }
        E::Cancelled => return Error::new(Code::Cancelled),
        E::NotAPackage => of(Code::NotAPackage),
        E::CutOff => of(Code::PackageCutOff),
        E::Disagrees(ref what) => of(Code::PackageDisagrees).with("what", what),
        E::Signature(ref what) => of(Code::PackageSignature).with("what", what),
        E::Newer { found, known, ref program } => of(Code::PackageNewer)
            .with("found", found)
            .with("known", known)
            .with("program", program),
        E::PassphraseNeeded => of(Code::PackageLocked),
        E::WrongPassphrase => of(Code::WrongPassphrase),
        E::OtherKey => of(Code::PackageOtherKey),
        E::BadRecipient => of(Code::NotARecipient),
        E::Limit(what) => of(Code::PackageLimit).with("what", what),
        E::Operation { line, ref what } => {
            of(Code::PackageOperation).with("line", line).with("what", what)
        }
    };
    made.because(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_is_set_back_when_more_than_drift_is_between() {
        let at = |text: &str| text.parse::<Moment>().unwrap();
        let noon = at("2026-11-22T12:00:00+08:00");
        assert!(!is_set_back(noon, at("2026-11-22T11:59:00+08:00")), "clocks drift");
        assert!(is_set_back(noon, at("2026-11-22T11:50:00+08:00")));
        assert!(!is_set_back(noon, at("2026-11-22T04:00:00+00:00")), "the same moment elsewhere");
    }
}
