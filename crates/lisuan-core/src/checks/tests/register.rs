//! The register holds every check, and every check has a case on which it fires and one on which
//! it is silent.

use std::collections::BTreeSet;

use super::{Draft, key, pairs_adjustment, pairs_cover, pairs_policy, pairs_rest};
use crate::assessment::Assessment;
use crate::change::Kind;
use crate::checks::{CHECKS, Check, Decided};

/// Records by kind, key and fields.
type Records = &'static [(&'static str, u8, &'static [(&'static str, &'static str)])];
/// Check, firing records, what keeps it silent.
pub(super) type Pair = (&'static str, Records, Records);

/// What checks that were there before the table are tested in, beside the tests of this folder.
const ELSEWHERE: [&str; 20] = [
    include_str!("measured.rs"),
    include_str!("papers.rs"),
    include_str!("photos.rs"),
    include_str!("prices.rs"),
    include_str!("sheets.rs"),
    include_str!("patterns.rs"),
    include_str!("../conflicts.rs"),
    include_str!("../handovers.rs"),
    include_str!("../../adjustment/tests/mod.rs"),
    include_str!("../../adjustment/tests/costs.rs"),
    include_str!("../../adjustment/tests/deductibles.rs"),
    include_str!("../../adjustment/tests/silent.rs"),
    include_str!("../../../tests/readjust.rs"),
    include_str!("../../../tests/properties.rs"),
    include_str!("../../../tests/standing.rs"),
    include_str!("../../../tests/vectors/main.rs"),
    include_str!("../../../tests/vectors/engineering.rs"),
    include_str!("../../../tests/vectors/property.rs"),
    include_str!("../../../tests/vectors/parties.rs"),
    include_str!("../../../tests/vectors/support.rs"),
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
    for finding in Assessment::of(&draft.case()).findings {
        let known = Check::of(finding.check);
        let known = known.unwrap_or_else(|| panic!("{} is not registered", finding.check));
        let levels = known.levels;
        assert!(levels.contains(&finding.level), "{}: {:?}", finding.check, finding.level);
    }
}

#[test]
fn every_check_of_the_register_has_its_tests() {
    let table: BTreeSet<&str> = table().map(|(check, ..)| *check).collect();
    let untested: Vec<&str> = CHECKS
        .iter()
        .filter(|check| check.decided == Decided::Case && !table.contains(check.number))
        .filter(|check| !ELSEWHERE.iter().any(|text| text.contains(check.number)))
        .map(|check| check.number)
        .collect();
    assert!(untested.is_empty(), "without a test: {untested:?}");
    let numbers: BTreeSet<&str> = CHECKS.iter().map(|check| check.number).collect();
    assert_eq!(numbers.len(), CHECKS.len(), "no number twice");
    let unknown: Vec<&&str> = table.iter().filter(|check| !numbers.contains(**check)).collect();
    assert!(unknown.is_empty(), "tested and not registered: {unknown:?}");
}
