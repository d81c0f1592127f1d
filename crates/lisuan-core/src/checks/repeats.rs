//! The same thing twice: QTY-10.

use std::collections::BTreeMap;

use crate::Id;
use crate::case::{Case, Measurement};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::money::Exact;
use crate::quantity::find_stretch;

/// QTY-10: the same item at the same place twice, or on stretches that overlap; and two loss lines
/// from one measurement. A deduction is no repetition.
pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    let mut groups: BTreeMap<&str, Vec<&Measurement>> = BTreeMap::new();
    for row in case.measurements.iter().filter(|row| row.deducts_from.is_none()) {
        if let Some(item) = named(row.item.as_ref()) {
            groups.entry(item).or_default().push(row);
        }
    }
    // Most items stand once, and one alone repeats nothing.
    for rows in groups.values().filter(|rows| rows.len() > 1) {
        findings.extend(same_place(rows));
        findings.extend(overlaps(rows));
    }
    findings.extend(measured_once(case));
}

fn named(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

fn at(row: &Measurement, why: &str, other: &str) -> Finding {
    Finding::at("QTY-10", Level::Warn, Kind::Measurement, row.id, "location")
        .with("why", why)
        .with("item", row.item.as_deref().unwrap_or_default())
        .with("other", other)
}

fn same_place(rows: &[&Measurement]) -> Vec<Finding> {
    let mut seen = BTreeMap::new();
    let mut findings = Vec::new();
    for row in rows {
        let Some(location) = named(row.location.as_ref()) else { continue };
        if seen.insert(location, row.id).is_some() {
            findings.push(at(row, "same", location));
        }
    }
    findings
}

/// Sorted by where they begin, a stretch overlaps when an earlier one reaches beyond its start.
fn overlaps(rows: &[&Measurement]) -> Vec<Finding> {
    let mut stretches: Vec<(String, Exact, Exact, &Measurement)> = rows
        .iter()
        .filter_map(|row| {
            let stretch = find_stretch(row.location.as_deref()?)?;
            let (a, b) = (stretch.from.metres, stretch.to.metres);
            let (low, high) = if a <= b { (a, b) } else { (b, a) };
            Some((stretch.from.prefix, low, high, *row))
        })
        .collect();
    stretches.sort_by(|a, b| (&a.0, &a.1, a.3.id).cmp(&(&b.0, &b.1, b.3.id)));
    let mut findings = Vec::new();
    let mut reach: Option<(String, Exact, &Measurement)> = None;
    for (prefix, low, high, row) in stretches {
        let before = reach.as_ref().filter(|(known, to, _)| *known == prefix && *to > low);
        if let Some((_, _, other)) = before {
            let (ours, theirs) = (named(row.location.as_ref()), named(other.location.as_ref()));
            // Word for word the same place is said already.
            if ours != theirs {
                findings.push(at(row, "overlap", theirs.unwrap_or_default()));
            }
        }
        let further = reach.as_ref().is_none_or(|(known, to, _)| *known != prefix || *to < high);
        if further {
            reach = Some((prefix, high, row));
        }
    }
    findings
}

fn measured_once(case: &Case) -> Vec<Finding> {
    let mut used: BTreeMap<Id, &str> = BTreeMap::new();
    let mut findings = Vec::new();
    for line in &case.lines {
        let Some(measurement) = line.measurement else { continue };
        let item = line.item.as_deref().unwrap_or_default();
        if let Some(other) = used.insert(measurement, item) {
            findings.push(
                Finding::at("QTY-10", Level::Warn, Kind::Line, line.id, "measurement")
                    .with("why", "line")
                    .with("item", item)
                    .with("other", other),
            );
        }
    }
    findings
}
