//! Which report goes out: its number, whether it corrects one, whether it is a draft; and the record
//! of it in the case.

use lisuan_core::assessment::Assessment;
use lisuan_core::case::{Case, Report as Sealed, ReportKind, SettlementKind, YesNo};
use lisuan_core::change::{ALIVE, Change, FieldValue as _, Kind};
use lisuan_core::{Finding, Id};
use lisuan_dossier::Report;
use sha2::{Digest as _, Sha256};

use crate::error::{Code, Error, Result};
use crate::session::{Session, Step};
use crate::wire::{Delta, DossierView, ReportRequest};
use crate::{clock, export_data};

/// The reports there are, as requests name them.
pub const REPORTS: &[&str] = ReportKind::WORDS;

/// Label of the step that records a report. It is not a step a person takes back: the file left.
pub(crate) const RECORD: &str = "record-report";

/// A report about to be made.
pub(crate) struct Planned {
    pub(crate) report: Report,
    language: String,
    revision: i64,
    replaces: Option<Id>,
    /// SHA-256 of the case data.
    case_digest: String,
}

impl Planned {
    /// Plans a report of a case: the first, the same again, or the next correction.
    ///
    /// # Errors
    /// When the request names no report there is.
    pub(crate) fn of(
        case: &Case,
        state: &lisuan_core::change::State,
        assessment: &Assessment,
        request: &ReportRequest,
    ) -> Result<Self> {
        let invalid = |what: &str| Error::new(Code::ReportRequest).with("what", what);
        let kind = ReportKind::from_field(&request.kind).ok_or_else(|| invalid("kind"))?;
        if !["zh-CN", "en", "both"].contains(&request.language.as_str()) {
            return Err(invalid("language"));
        }
        if !matches!(request.photos_per_page, 1 | 2 | 3 | 4 | 6) {
            return Err(invalid("photos"));
        }
        let case_digest = case_digest(state, kind);
        let redacted = if request.redacted { YesNo::Yes } else { YesNo::No };
        let same = |sealed: &&Sealed| {
            sealed.kind == Some(kind)
                && sealed.language.as_deref() == Some(request.language.as_str())
                && sealed.redacted.unwrap_or(YesNo::No) == redacted
        };
        let last = case.reports.iter().filter(same).max_by_key(|sealed| sealed.revision);
        let unchanged =
            last.is_some_and(|last| last.case_digest.as_deref() == Some(case_digest.as_str()));
        let (revision, replaces) = match last {
            None => (0, None),
            Some(last) if unchanged => (last.revision.unwrap_or(0), last.replaces),
            Some(last) => (last.revision.unwrap_or(0).saturating_add(1), Some(last.id)),
        };
        let replaced = case.reports.iter().find(|sealed| Some(sealed.id) == replaces);
        // A preliminary report says itself that much is open; these are relied on.
        let relied_on =
            matches!(kind, ReportKind::Final | ReportKind::Claim | ReportKind::Adjustment);
        let blocked = assessment.findings.iter().any(Finding::blocks)
            || (kind == ReportKind::Final && !says_enough(case, assessment));
        let report = Report {
            kind,
            number: number(case.head.report_no.as_deref(), revision),
            replaces: replaced.and_then(|sealed| sealed.digest.clone()),
            draft: request.draft || (relied_on && blocked),
            redacted: request.redacted,
            photos_per_page: request.photos_per_page,
        };
        let language = request.language.clone();
        Ok(Self { report, language, revision, replaces, case_digest })
    }

    /// Records in the case that the report was sealed. A draft leaves no record, and the same
    /// report again is on record already.
    ///
    /// # Errors
    /// When the record cannot be written; the report itself is there.
    pub(crate) fn record(
        &self,
        session: &mut Session,
        made: &DossierView,
    ) -> Result<Option<Delta>> {
        let Some(digest) = made.verdict.digest.as_deref().filter(|_| !self.report.draft) else {
            return Ok(None);
        };
        let id = clock::new_id();
        let redacted = if self.report.redacted { YesNo::Yes } else { YesNo::No };
        let fields: [(&'static str, Option<String>); 11] = [
            (ALIVE, Some("1".to_owned())),
            ("kind", Some(self.report.kind.as_str().to_owned())),
            ("number", Some(self.report.number.clone()).filter(|number| !number.is_empty())),
            ("revision", Some(self.revision.to_string())),
            ("digest", Some(digest.to_owned())),
            ("case_digest", Some(self.case_digest.clone())),
            ("sealed_at", Some(clock::now().to_string())),
            ("language", Some(self.language.clone())),
            ("file_name", Some(made.file_name.clone())),
            ("pages", Some(made.pages.to_string())),
            ("redacted", Some(redacted.to_field())),
        ];
        let replaces = ("replaces", self.replaces.map(|id| id.to_string()));
        let changes = fields.into_iter().chain([replaces]).filter(|(_, after)| after.is_some());
        let changes = changes.map(|(field, after)| Change {
            kind: Kind::Report,
            id,
            field,
            before: None,
            after,
        });
        session.apply(Step::plain(RECORD, &self.report.number, changes.collect()))?;
        Ok(Some(session.delta(vec![id.to_string()])))
    }
}

/// SHA-256 of the case data as a report of a kind has them; reports and packages are no part of it.
pub(crate) fn case_digest(state: &lisuan_core::change::State, kind: ReportKind) -> String {
    format!("{:x}", Sha256::digest(export_data::case_json(state, kind, "")))
}

/// The number with the mark of a correction, as firms write it.
fn number(number: Option<&str>, revision: i64) -> String {
    let number = number.unwrap_or_default().trim();
    match (number, revision) {
        (number, 0) => number.to_owned(),
        ("", revision) => format!("R{revision}"),
        (number, revision) => format!("{number}-R{revision}"),
    }
}

/// Whether a case says what a final report is about: who, which policy, when, what was lost, and
/// what it comes to or why nothing does.
fn says_enough(case: &Case, assessment: &Assessment) -> bool {
    let head = &case.head;
    let named = head.insured.is_some() && head.policy_no.is_some() && head.loss_date.is_some();
    let last = case.settlements.last().and_then(|settlement| settlement.kind);
    let nothing = matches!(last, Some(SettlementKind::Nil | SettlementKind::Refusal));
    let adjustment = &assessment.adjustment;
    let figures = &adjustment.figures;
    let result = adjustment.money(figures.settlement).or_else(|| adjustment.money(figures.payable));
    named && !case.lines.is_empty() && (nothing || !case.refusals.is_empty() || result.is_some())
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_correction_is_marked_at_its_number() {
        assert_eq!(number(Some("GG-018"), 0), "GG-018", "the first");
        assert_eq!(number(Some("GG-018"), 2), "GG-018-R2", "the second correction");
        assert_eq!(number(None, 1), "R1", "without a number of its own");
        assert_eq!(number(None, 0), "", "nothing to say");
    }
}
