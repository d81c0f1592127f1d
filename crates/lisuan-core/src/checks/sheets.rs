//! Measurement sheets and their signatures: QTY-14 and QTY-21.

use std::collections::{BTreeMap, BTreeSet};

use crate::Id;
use crate::case::{Case, MeasurementSheet};
use crate::change::Kind;
use crate::finding::{Finding, Level};

/// A joint measurement is signed by both sides at least.
const PARTIES_MIN: usize = 2;

pub(super) fn check(case: &Case, signatures: &BTreeMap<Id, bool>, findings: &mut Vec<Finding>) {
    let used: BTreeSet<Id> = case.measurements.iter().filter_map(|row| row.sheet).collect();
    for sheet in case.measurement_sheets.iter().filter(|sheet| used.contains(&sheet.id)) {
        findings.extend(not_signed(case, sheet));
    }
    findings.extend(no_longer_covering(case, signatures));
}

/// QTY-14: a sheet that fewer than two parties signed. The photo of a signed paper stands for
/// their signatures.
fn not_signed(case: &Case, sheet: &MeasurementSheet) -> Option<Finding> {
    if sheet.photo.is_some() {
        return None;
    }
    let persons: BTreeMap<Id, _> = case.persons.iter().map(|p| (p.id, p.party)).collect();
    let signed = case.signatures.iter().filter(|s| s.sheet == Some(sheet.id));
    // Two people of one party are one side; a person whose party nobody noted is a side.
    let parties: BTreeSet<_> = signed
        .filter_map(|signature| signature.person)
        .map(|person| match persons.get(&person).copied().flatten() {
            Some(party) => (Some(party), None),
            None => (None, Some(person)),
        })
        .collect();
    (parties.len() < PARTIES_MIN).then(|| {
        Finding::at("QTY-14", Level::Warn, Kind::MeasurementSheet, sheet.id, "number")
            .with("number", sheet.number.as_deref().unwrap_or_default())
            .with("why", if parties.is_empty() { "none" } else { "one" })
    })
}

/// QTY-21: the sheet was changed after it was signed.
fn no_longer_covering(case: &Case, signatures: &BTreeMap<Id, bool>) -> Vec<Finding> {
    let numbers: BTreeMap<Id, &str> =
        case.measurement_sheets.iter().filter_map(|s| Some((s.id, s.number.as_deref()?))).collect();
    let names: BTreeMap<Id, &str> =
        case.persons.iter().filter_map(|p| Some((p.id, p.name.as_deref()?))).collect();
    case.signatures
        .iter()
        .filter(|signature| signature.note.is_none())
        .filter(|signature| signatures.get(&signature.id) == Some(&false))
        .map(|signature| {
            let number = signature.sheet.and_then(|id| numbers.get(&id)).copied();
            let name = signature.person.and_then(|id| names.get(&id)).copied();
            Finding::at("QTY-21", Level::Warn, Kind::Signature, signature.id, "content")
                .with("number", number.unwrap_or_default())
                .with("name", name.unwrap_or_default())
        })
        .collect()
}
