//! Quantities (QTY).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::Id;
use crate::assessment::Measured;
use crate::case::{Case, Measurement};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::money::{Exact, plain, round};

pub(super) fn check(case: &Case, measured: &BTreeMap<Id, Measured>, findings: &mut Vec<Finding>) {
    for measurement in &case.measurements {
        let Some(measured) = measured.get(&measurement.id) else { continue };
        findings.extend(does_not_read(measurement, measured));
        findings.extend(stated_differs(measurement, measured));
        findings.extend(chainage_differs(measurement, measured));
    }
}

fn at(check: &'static str, level: Level, id: Id, field: &'static str) -> Finding {
    Finding::at(check, level, Kind::Measurement, id, field)
}

/// QTY-01: the expression does not read.
fn does_not_read(measurement: &Measurement, measured: &Measured) -> Option<Finding> {
    let problem = measured.problem.as_ref()?;
    Some(
        at("QTY-01", Level::Stop, measurement.id, "expression")
            .with("problem", problem.kind.as_str())
            .with("at", problem.at_char + 1),
    )
}

/// QTY-02: the quantity stated on the paper, or behind `=` in the text, is not what the expression
/// gives at the precision of its unit.
fn stated_differs(measurement: &Measurement, measured: &Measured) -> Option<Finding> {
    let quantity = measured.quantity.as_ref()?;
    let same = |stated: Decimal| {
        round(&Exact::from_decimal(stated), quantity.places).is_ok_and(|s| s == quantity.rounded)
    };
    let stated = [measurement.stated_quantity, measured.stated];
    let odd = stated.into_iter().flatten().find(|stated| !same(*stated))?;
    Some(
        at("QTY-02", Level::Warn, measurement.id, "stated_quantity")
            .with("stated", plain(odd, quantity.places))
            .with("computed", plain(quantity.rounded, quantity.places)),
    )
}

/// QTY-06: the stated length is not the distance of the chainage, by more than one per cent.
fn chainage_differs(measurement: &Measurement, measured: &Measured) -> Option<Finding> {
    let stated = measurement.stated_length?;
    let distance = round(measured.stretch.as_ref()?, 3).ok()?;
    let difference = (stated - distance).abs();
    let tolerance = distance.checked_div(Decimal::from(100))?;
    (difference > tolerance).then(|| {
        at("QTY-06", Level::Warn, measurement.id, "stated_length")
            .with("stated", stated)
            .with("computed", distance.normalize())
    })
}
