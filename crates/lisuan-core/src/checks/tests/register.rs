//! The register holds every check, and every check has a case on which it fires and one on which
//! it is silent.

use crate::clocks::Calendar;
use std::collections::BTreeSet;

use super::{
    Draft, key, levels, pairs_adjustment, pairs_capture, pairs_cover, pairs_policy,
    pairs_quantities, pairs_rest,
};
use crate::assessment::Assessment;
use crate::change::Kind;
use crate::checks::{CHECKS, Check, Decided};
use crate::finding::Level;

/// Records by kind, key and fields.
pub(super) type Records = &'static [(&'static str, u8, &'static [(&'static str, &'static str)])];
/// Check, firing records, what keeps it silent.
pub(super) type Pair = (&'static str, Records, Records);

/// Checks of one case that no draft shows, each with the test in which it fires and is silent, and
/// the text that holds it: a conflict is no field, and lines of a draft are numbered by one byte.
const NOT_IN_DRAFTS: [(&str, &str, &str); 2] = [
    ("HND-01", "an_undecided_field_is_a_finding", include_str!("../conflicts.rs")),
    ("FRD-04", "frd_04_first_digits_of_many_amounts", include_str!("patterns.rs")),
];

fn add(draft: Draft, records: Records) -> Draft {
    records.iter().fold(draft, |draft, (kind, n, fields)| {
        let kind = Kind::from_name(kind).unwrap_or_else(|| panic!("no kind {kind}"));
        let own: Vec<(&str, String)> = fields
            .iter()
            .map(|(field, value)| {
                let record = value.strip_prefix('#').and_then(|n| n.parse().ok());
                (*field, record.map_or_else(|| (*value).to_owned(), key))
            })
            .collect();
        let own: Vec<(&str, &str)> = own.iter().map(|(f, v)| (*f, v.as_str())).collect();
        draft.with(kind, *n, &own)
    })
}

/// All pairs.
fn table() -> impl Iterator<Item = &'static Pair> {
    pairs_policy::PAIRS
        .iter()
        .chain(pairs_cover::PAIRS)
        .chain(pairs_rest::PAIRS)
        .chain(pairs_adjustment::PAIRS)
        .chain(pairs_capture::PAIRS)
        .chain(pairs_quantities::PAIRS)
}

#[test]
fn each_check_of_the_table_fires_and_is_silent() {
    let mut wrong = Vec::new();
    for (check, firing, silent) in table() {
        let draft = Draft::default().with(Kind::Case, 0, &[("loss_date", "2026-06-10")]);
        let draft = add(draft, firing);
        if draft.found(check).is_empty() {
            wrong.push(format!("{check} does not fire on {firing:?}"));
        }
        levels_are_registered(&draft);
        let draft = add(draft, silent);
        let found = draft.found(check);
        if !found.is_empty() {
            wrong.push(format!("{check} fires on {silent:?}: {found:?}"));
        }
        levels_are_registered(&draft);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn levels_are_registered(draft: &Draft) {
    for finding in Assessment::of(&draft.case(), &Calendar::default()).findings {
        let known = Check::of(finding.check);
        let known = known.unwrap_or_else(|| panic!("{} is not registered", finding.check));
        let levels = known.levels;
        assert!(levels.contains(&finding.level), "{}: {:?}", finding.check, finding.level);
    }
}

#[test]
fn every_check_of_the_register_has_its_tests() {
    let table: BTreeSet<&str> = table().map(|(check, ..)| *check).collect();
    for (check, test, text) in NOT_IN_DRAFTS {
        assert!(text.contains(&format!("fn {test}()")), "{check}: there is no test {test}");
        assert!(!table.contains(check), "{check} is in the table");
    }
    let apart = |number: &str| NOT_IN_DRAFTS.iter().any(|(check, ..)| *check == number);
    let untested: Vec<&str> = CHECKS
        .iter()
        .filter(|check| matches!(check.decided, Decided::Case | Decided::CaseAndOthers))
        .filter(|check| !table.contains(check.number))
        .filter(|check| !apart(check.number))
        .map(|check| check.number)
        .collect();
    assert!(untested.is_empty(), "without a test: {untested:?}");
    let numbers: BTreeSet<&str> = CHECKS.iter().map(|check| check.number).collect();
    assert_eq!(numbers.len(), CHECKS.len(), "no number twice");
    let unknown: Vec<&&str> = table.iter().filter(|check| !numbers.contains(**check)).collect();
    assert!(unknown.is_empty(), "tested and not registered: {unknown:?}");
}

#[test]
fn every_level_of_the_register_is_given() {
    let mut given: BTreeSet<(&str, Level)> = BTreeSet::new();
    let firing = table().map(|(_, firing, _)| *firing);
    for records in firing.chain(levels::LIGHTER.iter().copied()) {
        let draft = Draft::default().with(Kind::Case, 0, &[("loss_date", "2026-06-10")]);
        let case = add(draft, records).case();
        let findings = Assessment::of(&case, &Calendar::default()).findings;
        given.extend(findings.iter().map(|finding| (finding.check, finding.level)));
    }
    let apart = |number: &str| NOT_IN_DRAFTS.iter().any(|(check, ..)| *check == number);
    let in_case = CHECKS.iter().filter(|check| check.decided != Decided::File);
    let in_case = in_case.filter(|check| check.decided != Decided::SeveralCases);
    let never: Vec<String> = in_case
        .filter(|check| !apart(check.number))
        .flat_map(|check| check.levels.iter().map(|level| (check.number, *level)))
        .filter(|one| !given.contains(one))
        .map(|(number, level)| format!("{number} {}", level.letter()))
        .collect();
    assert!(never.is_empty(), "registered and never given: {never:?}");
}
