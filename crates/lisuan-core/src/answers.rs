//! Answers to findings (rules.md 6.2): a warning wants a written reason, and what blocks is waived
//! only by a supervisor who is another than the one who asks for it.

use std::collections::{BTreeMap, BTreeSet};

use crate::Id;
use crate::case::{Case, FindingAnswer};
use crate::change::Kind;
use crate::checks::{Check, Decided};
use crate::finding::{Finding, Level};

/// What was said to a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The record of the answer.
    pub id: Id,
    /// How it stands.
    pub standing: Standing,
}

/// How an answer stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// A reason is given for what does not block.
    Explained,
    /// A supervisor waived what blocks.
    Waived,
    /// Something is missing, and the finding stands as if nothing was said.
    Insufficient,
}

impl Standing {
    /// The word on the wire and in the catalogues.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Explained => "explained",
            Self::Waived => "waived",
            Self::Insufficient => "insufficient",
        }
    }
}

fn says(text: &Option<String>) -> Option<&str> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

/// What an answer lacks to count for a finding of a level.
fn lacks(answer: &FindingAnswer, level: Level) -> Option<&'static str> {
    if says(&answer.reason).is_none() {
        return Some("reason");
    }
    if level != Level::Stop {
        return None;
    }
    match (says(&answer.answered_by), says(&answer.supervisor)) {
        (None, _) => Some("answered_by"),
        (_, None) => Some("supervisor"),
        // One person under two spellings of case or width of blanks is one person.
        (Some(a), Some(b)) if same_person(a, b) => Some("same"),
        _ => None,
    }
}

fn same_person(a: &str, b: &str) -> bool {
    let plain =
        |name: &str| name.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_lowercase();
    plain(a) == plain(b)
}

/// Puts the answers of a case to its findings. An answer that lacks something is a finding
/// (ANS-01), and so is one whose finding is gone (ANS-02).
///
/// Of an answer to what the bytes of a file or other cases show nobody can say that it is gone:
/// they are not looked at after every edit, and another laptop has other cases.
pub(crate) fn attach(case: &Case, findings: &mut Vec<Finding>) {
    let used = give(case, findings);
    let gone = case.finding_answers.iter().filter(|answer| !used.contains(&answer.id));
    let gone = gone.filter(|answer| {
        let check = says(&answer.check_no).and_then(Check::of);
        check.is_none_or(|check| check.decided == Decided::Case)
    });
    findings.extend(gone.map(|answer| {
        Finding::at("ANS-02", Level::Info, Kind::FindingAnswer, answer.id, "check_no")
            .with("check", says(&answer.check_no).unwrap_or_default())
    }));
}

/// Gives each finding its answer; the answers that belong to one.
fn give(case: &Case, findings: &mut Vec<Finding>) -> BTreeSet<Id> {
    let mut used = BTreeSet::new();
    if case.finding_answers.is_empty() {
        return used;
    }
    let mut known: BTreeMap<(&str, &str, &str), Vec<&FindingAnswer>> = BTreeMap::new();
    for answer in &case.finding_answers {
        let parts = (says(&answer.check_no), says(&answer.record_kind), says(&answer.record));
        if let (Some(check), Some(kind), Some(record)) = parts {
            known.entry((check, kind, record)).or_default().push(answer);
        }
    }
    let mut faults = Vec::new();
    for finding in findings.iter_mut() {
        let record = finding.place.id.to_string();
        let key = (finding.check, finding.place.kind.as_str(), record.as_str());
        let field = finding.place.field.unwrap_or_default();
        let about = finding.about();
        let fits = |answer: &&&FindingAnswer| {
            says(&answer.field).is_none_or(|f| f == field)
                && says(&answer.about).is_none_or(|told| told == about)
        };
        // The last one counts: it was made in knowledge of those before.
        let Some(answer) = known.get(&key).and_then(|all| all.iter().rev().find(fits)) else {
            continue;
        };
        let fitting = known.get(&key).into_iter().flatten().filter(|answer| fits(answer));
        used.extend(fitting.map(|answer| answer.id));
        let lacking = lacks(answer, finding.level);
        let standing = match (lacking, finding.level) {
            (Some(_), _) => Standing::Insufficient,
            (None, Level::Stop) => Standing::Waived,
            (None, _) => Standing::Explained,
        };
        finding.answer = Some(Answer { id: answer.id, standing });
        if let Some(why) = lacking {
            faults.push(
                Finding::at("ANS-01", Level::Warn, Kind::FindingAnswer, answer.id, "reason")
                    .with("why", why)
                    .with("check", finding.check),
            );
        }
    }
    findings.extend(faults);
    used
}
