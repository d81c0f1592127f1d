//! Quantities beside what was there (QTY): progress, drawings, openings, steel in concrete.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::says;
use crate::Id;
use crate::assessment::{LineFigures, Measured};
use crate::case::{Case, Measurement, YesNo};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::quantity::same_unit;

/// Kilograms of steel in a cubic metre of concrete, least and most.
const STEEL_KG_PER_M3: (i64, i64) = (20, 400);

pub(super) fn check(
    case: &Case,
    measured: &BTreeMap<Id, Measured>,
    lines: &BTreeMap<Id, LineFigures>,
    findings: &mut Vec<Finding>,
) {
    findings.extend(beyond_progress(case, lines));
    findings.extend(steel(case, measured));
    let deducted: BTreeSet<Id> = case.measurements.iter().filter_map(|m| m.deducts_from).collect();
    for row in &case.measurements {
        if let (Some(drawn), Some(found)) = (row.drawing_size, row.measured_size)
            && found > drawn
        {
            let finding = at("QTY-11", Level::Warn, row, "measured_size");
            findings.push(finding.with("measured", found).with("drawn", drawn));
        }
        if row.has_opening == Some(YesNo::Yes) && !deducted.contains(&row.id) {
            findings.push(at("QTY-13", Level::Warn, row, "has_opening"));
        }
        let counted = measured.get(&row.id).and_then(|m| m.counted.as_ref());
        if let (Some(counted), Some(there)) = (counted, row.existing_quantity)
            && counted.quantity.rounded > there
        {
            let finding = at("QTY-16", Level::Warn, row, "existing_quantity");
            findings.push(finding.with("measured", counted.quantity.rounded).with("there", there));
        }
    }
}

fn at(check: &'static str, level: Level, row: &Measurement, field: &'static str) -> Finding {
    Finding::at(check, level, Kind::Measurement, row.id, field)
        .with("item", says(&row.item).unwrap_or_default())
}

/// QTY-05: more is assessed than the progress certificate says was built.
fn beyond_progress(case: &Case, lines: &BTreeMap<Id, LineFigures>) -> Vec<Finding> {
    let mut sums: BTreeMap<Id, Decimal> = BTreeMap::new();
    for line in &case.lines {
        let quantity = lines.get(&line.id).and_then(|figures| figures.quantity);
        if let (Some(price), Some(quantity)) = (line.price, quantity) {
            let sum = sums.entry(price).or_default();
            *sum = sum.checked_add(quantity).unwrap_or(Decimal::MAX);
        }
    }
    let beyond = case.prices.iter().filter_map(|price| {
        let (built, sum) = (price.executed_quantity?, *sums.get(&price.id)?);
        (sum > built).then(|| {
            Finding::at("QTY-05", Level::Warn, Kind::Price, price.id, "executed_quantity")
                .with("item", says(&price.item).unwrap_or_default())
                .with("assessed", sum)
                .with("built", built)
        })
    });
    beyond.collect()
}

/// QTY-12: steel and concrete of the case are in no usual proportion.
fn steel(case: &Case, measured: &BTreeMap<Id, Measured>) -> Option<Finding> {
    let (mut kilograms, mut cubic_metres) = (Decimal::ZERO, Decimal::ZERO);
    let mut first = None;
    for row in &case.measurements {
        let (Some(item), Some(unit)) = (says(&row.item), says(&row.unit)) else { continue };
        let Some(net) = measured.get(&row.id).and_then(|m| m.net.as_ref()) else { continue };
        let item = item.to_lowercase();
        let is_steel = ["钢筋", "rebar", "reinforcement"].iter().any(|word| item.contains(word));
        let factor = if same_unit(unit, "t") { 1_000 } else { 1 };
        if is_steel && (factor == 1_000 || same_unit(unit, "kg")) {
            first = first.or(Some(row));
            kilograms = kilograms.checked_add(net.rounded.checked_mul(factor.into())?)?;
        } else if (item.contains("混凝土") || item.contains("concrete")) && same_unit(unit, "m3")
        {
            cubic_metres = cubic_metres.checked_add(net.rounded)?;
        }
    }
    let row = first.filter(|_| cubic_metres > Decimal::ZERO)?;
    let (least, most) = STEEL_KG_PER_M3;
    let usual = kilograms >= cubic_metres.checked_mul(least.into())?
        && kilograms <= cubic_metres.checked_mul(most.into())?;
    (!usual).then(|| {
        at("QTY-12", Level::Info, row, "expression")
            .with("steel", kilograms)
            .with("concrete", cubic_metres)
    })
}
