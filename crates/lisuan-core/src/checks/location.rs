//! Places of lines (LOC): inside their section, as long as they say, named at all.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{of_case, says};
use crate::Id;
use crate::assessment::LineFigures;
use crate::case::{Case, Line, LineOfBusiness};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::money::Exact;
use crate::quantity::{Stretch, find_stretch, same_unit};

pub(super) fn check(case: &Case, lines: &BTreeMap<Id, LineFigures>, findings: &mut Vec<Finding>) {
    let sections = sections(case);
    for line in &case.lines {
        let Some(stretch) = says(&line.location).and_then(find_stretch) else { continue };
        findings.extend(outside(line, &stretch, &sections));
        findings.extend(length(line, &stretch, lines));
    }
    findings.extend(nowhere(case));
    findings.extend(elsewhere(case));
}

/// The stretch of the section that each insured item stands in.
fn sections(case: &Case) -> BTreeMap<Id, Stretch> {
    let stretches: BTreeMap<Id, Stretch> = case
        .policy_sections
        .iter()
        .filter_map(|section| Some((section.id, find_stretch(says(&section.stretch)?)?)))
        .collect();
    let items = case.policy_items.iter();
    items.filter_map(|i| Some((i.id, stretches.get(&i.section?)?.clone()))).collect()
}

fn ends(stretch: &Stretch) -> (&Exact, &Exact) {
    let (a, b) = (&stretch.from.metres, &stretch.to.metres);
    if a <= b { (a, b) } else { (b, a) }
}

/// LOC-02: the chainage of a line reaches beyond its section.
fn outside(line: &Line, stretch: &Stretch, sections: &BTreeMap<Id, Stretch>) -> Option<Finding> {
    let section = sections.get(&line.policy_item?)?;
    let same = section.from.prefix == stretch.from.prefix;
    let ((low, high), (from, to)) = (ends(stretch), ends(section));
    (!same || low < from || high > to).then(|| at("LOC-02", Level::Warn, line, "location"))
}

/// LOC-03: a claimed length is not the distance of its chainages, by more than 1 %.
fn length(line: &Line, stretch: &Stretch, lines: &BTreeMap<Id, LineFigures>) -> Option<Finding> {
    let claimed = line.claimed_quantity?;
    let unit = lines.get(&line.id)?.unit.as_deref()?;
    let distance = stretch.length.to_decimal()?;
    let apart = claimed.checked_sub(distance)?.abs();
    (same_unit(unit, "m") && apart > distance.checked_mul(Decimal::new(1, 2))?).then(|| {
        at("LOC-03", Level::Warn, line, "claimed_quantity")
            .with("claimed", claimed)
            .with("distance", distance)
    })
}

/// LOC-04: lines that say nowhere where, in a case of works or buildings. One finding for all, at
/// the first.
fn nowhere(case: &Case) -> Option<Finding> {
    use LineOfBusiness as L;
    let built = matches!(
        case.head.line_of_business?,
        L::ContractorsAllRisks
            | L::ErectionAllRisks
            | L::PropertyAllRisks
            | L::PropertyComprehensive
    );
    let unplaced = || {
        let lines = case.lines.iter().filter(|line| line.damage_place.is_none());
        lines.filter(|line| says(&line.location).is_none() && line.measurement.is_none())
    };
    let first = unplaced().next().filter(|_| built)?;
    Some(at("LOC-04", Level::Info, first, "location").with("count", unplaced().count()))
}

/// LOC-05: the place of the loss is not the place in the policy.
fn elsewhere(case: &Case) -> Option<Finding> {
    let plain = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let (policy, loss) = (says(&case.head.policy_place)?, says(&case.head.loss_place)?);
    let (a, b) = (plain(policy).to_lowercase(), plain(loss).to_lowercase());
    (!a.contains(&b) && !b.contains(&a)).then(|| {
        of_case(case, "LOC-05", Level::Warn, "loss_place").with("policy", policy).with("loss", loss)
    })
}

fn at(check: &'static str, level: Level, line: &Line, field: &'static str) -> Finding {
    Finding::at(check, level, Kind::Line, line.id, field)
        .with("item", says(&line.item).unwrap_or_default())
}
