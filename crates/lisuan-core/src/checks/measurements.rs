//! Quantities (QTY).

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::Id;
use crate::assessment::Measured;
use crate::case::{Case, Measurement};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::money::{Exact, plain, round};
use crate::quantity::places_for_unit;

pub(super) fn check(case: &Case, measured: &BTreeMap<Id, Measured>, findings: &mut Vec<Finding>) {
    let usual = Usual::of(case, measured);
    for measurement in &case.measurements {
        let Some(measured) = measured.get(&measurement.id) else { continue };
        findings.extend(does_not_read(measurement, measured));
        findings.extend(stated_differs(measurement, measured));
        findings.extend(chainage_differs(measurement, measured));
        findings.extend(not_counted_whole(measurement, measured));
        findings.extend(usual.left(measurement, measured));
        findings.extend(not_rounded(measurement));
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

/// QTY-08: what is counted piece by piece does not come to a whole number.
fn not_counted_whole(measurement: &Measurement, measured: &Measured) -> Option<Finding> {
    let quantity = measured.quantity.as_ref()?;
    let unit = measurement.unit.as_deref()?;
    (places_for_unit(unit) == Some(0) && !quantity.exact.is_integer()).then(|| {
        at("QTY-08", Level::Warn, measurement.id, "expression")
            .with("quantity", &quantity.exact)
            .with("unit", unit)
    })
}

/// So many times the median is probably a slip of the point or of the unit.
const TIMES_MEDIAN: i64 = 1_000;

/// Fewer quantities of a unit than this have no usual size.
const QUANTITIES_MIN: usize = 4;

/// The median of the quantities of each unit as it is written.
struct Usual<'a>(BTreeMap<&'a str, Exact>);

impl<'a> Usual<'a> {
    fn of(case: &'a Case, measured: &BTreeMap<Id, Measured>) -> Self {
        let mut sizes: BTreeMap<&str, Vec<Exact>> = BTreeMap::new();
        for measurement in &case.measurements {
            let quantity = measured.get(&measurement.id).and_then(|m| m.quantity.as_ref());
            if let (Some(quantity), Some(unit)) = (quantity, measurement.unit.as_deref()) {
                sizes.entry(unit).or_default().push(quantity.exact.abs());
            }
        }
        let median = |mut sizes: Vec<Exact>| {
            sizes.sort();
            (sizes.len() >= QUANTITIES_MIN).then(|| sizes.swap_remove(sizes.len() / 2))
        };
        Self(sizes.into_iter().filter_map(|(unit, sizes)| Some((unit, median(sizes)?))).collect())
    }

    /// QTY-09: negative, or more than a thousand times what is usual here for its unit.
    fn left(&self, measurement: &Measurement, measured: &Measured) -> Option<Finding> {
        let quantity = measured.quantity.as_ref()?;
        let found = |why: &str| {
            at("QTY-09", Level::Warn, measurement.id, "expression")
                .with("why", why)
                .with("quantity", plain(quantity.rounded, quantity.places))
        };
        // The sign of a deduction says nothing.
        if quantity.exact.is_negative() && measurement.deducts_from.is_none() {
            return Some(found("negative").with("median", ""));
        }
        let median = self.0.get(measurement.unit.as_deref()?)?;
        let limit = median.checked_mul(&Exact::from_integer(TIMES_MEDIAN)).ok()?;
        (!median.is_zero() && quantity.exact.abs() > limit).then(|| {
            let median = round(median, quantity.places).map(|m| plain(m, quantity.places));
            found("large").with("median", median.unwrap_or_default())
        })
    }
}

/// QTY-15: a stated or agreed quantity with more decimals than the standard gives its unit.
fn not_rounded(measurement: &Measurement) -> Option<Finding> {
    let unit = measurement.unit.as_deref()?;
    let places = places_for_unit(unit)?;
    let stated = [
        ("stated_quantity", measurement.stated_quantity),
        ("agreed_quantity", measurement.agreed_quantity),
    ];
    let (field, quantity) = stated
        .into_iter()
        .filter_map(|(field, quantity)| Some((field, quantity?)))
        .find(|(_, quantity)| quantity.normalize().scale() > places)?;
    Some(
        at("QTY-15", Level::Info, measurement.id, field)
            .with("quantity", quantity.normalize())
            .with("unit", unit)
            .with("places", places),
    )
}
