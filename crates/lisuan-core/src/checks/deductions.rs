//! Deductions, and which of three quantities counts: QTY-17 to QTY-20.

use std::collections::BTreeMap;

use crate::Id;
use crate::assessment::Measured;
use crate::case::{Case, Measurement};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::money::{Exact, plain};

pub(super) fn check(case: &Case, measured: &BTreeMap<Id, Measured>, findings: &mut Vec<Finding>) {
    for row in &case.measurements {
        let Some(own) = measured.get(&row.id) else { continue };
        findings.extend(cannot_be_taken(row, own));
        findings.extend(without_reason(row));
        findings.extend(more_than_there_is(row, own));
        findings.extend(not_agreed(row, own));
        findings.extend(agreed_more(row, own));
    }
}

fn at(check: &'static str, level: Level, row: &Measurement, field: &'static str) -> Finding {
    Finding::at(check, level, Kind::Measurement, row.id, field)
        .with("item", row.item.as_deref().unwrap_or_default())
}

fn given(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// QTY-17: a deduction that cannot be taken off; the quantity it belongs to is not known then.
fn cannot_be_taken(row: &Measurement, own: &Measured) -> Option<Finding> {
    let why = own.trouble?.as_str();
    Some(at("QTY-17", Level::Stop, row, "deducts_from").with("why", why))
}

/// QTY-17: a deduction without its reason (rules.md 5.1).
fn without_reason(row: &Measurement) -> Option<Finding> {
    (row.deducts_from.is_some() && !given(row.remark.as_ref()))
        .then(|| at("QTY-17", Level::Warn, row, "remark").with("why", "reason"))
}

/// QTY-18: more is deducted than was measured.
fn more_than_there_is(row: &Measurement, own: &Measured) -> Option<Finding> {
    let (deducted, net) = (own.deducted.as_ref()?, own.net.as_ref()?);
    net.exact.is_negative().then(|| {
        at("QTY-18", Level::Stop, row, "expression")
            .with("deducted", deducted)
            .with("measured", own.text().unwrap_or_default())
    })
}

/// QTY-19: a disagreement that stands: no quantity was agreed, so the surveyed one counts.
fn not_agreed(row: &Measurement, own: &Measured) -> Option<Finding> {
    if !given(row.disagreement.as_ref()) || row.agreed_quantity.is_some() {
        return None;
    }
    let surveyed = own.net.as_ref().map(|net| plain(net.rounded, net.places)).or(own.text());
    Some(
        at("QTY-19", Level::Warn, row, "disagreement")
            .with("claimed", row.claimed_quantity.map_or("—".to_owned(), |q| q.to_string()))
            .with("surveyed", surveyed.unwrap_or("—".to_owned())),
    )
}

/// QTY-20: more agreed than surveyed, without a reason in the remark.
fn agreed_more(row: &Measurement, own: &Measured) -> Option<Finding> {
    let (agreed, net) = (row.agreed_quantity?, own.net.as_ref()?);
    // Compared as both would count: at the precision of the unit.
    let counted = own.counted.as_ref()?;
    let more = Exact::from_decimal(counted.quantity.rounded) > Exact::from_decimal(net.rounded);
    (more && !given(row.remark.as_ref())).then(|| {
        at("QTY-20", Level::Warn, row, "agreed_quantity")
            .with("agreed", agreed)
            .with("surveyed", plain(net.rounded, net.places))
    })
}
