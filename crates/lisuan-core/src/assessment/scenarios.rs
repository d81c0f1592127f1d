//! Scenarios of the case: the same case under other terms and positions, beside the case itself.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::terms::{Reading, Said, amount, ratio, signed};
use super::{LineFigures, Measured, terms};
use crate::Id;
use crate::adjustment::{self, Adjustment, Input, Item, Line};
use crate::case::{Case, Position, Scenario};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::money::Exact;
use crate::scenario::{self, Comparison};

/// What a position on a loss line may be about.
const LINE_CODES: &[&str] = &[
    "line.amount",
    "line.quantity",
    "line.price",
    "line.coverage",
    "line.betterment",
    "line.depreciation",
    "line.salvage",
];
/// What a position on an insured item may be about.
const ITEM_CODES: &[&str] =
    &["item.sum_insured", "item.insurable_value", "item.ratio", "item.salvage"];

/// One scenario of the case, adjusted.
#[derive(Debug, Clone)]
pub struct ScenarioResult {
    /// The scenario.
    pub id: Id,
    /// Its adjustment.
    pub adjustment: Adjustment,
    /// What differs from the case.
    pub comparison: Comparison,
    /// Positions that do not read, and what the engine found besides.
    pub findings: Vec<Finding>,
}

/// Adjusts every scenario of a case and puts it beside `base`, the adjustment of the case.
pub(super) fn all(
    case: &Case,
    measured: &BTreeMap<Id, Measured>,
    lines: &BTreeMap<Id, LineFigures>,
    base: &Adjustment,
) -> Vec<ScenarioResult> {
    if case.scenarios.is_empty() {
        return Vec::new();
    }
    let (input, _) = terms::input(case, measured, lines);
    case.scenarios.iter().map(|scenario| one(case, scenario, input.clone(), base)).collect()
}

/// Adjusts one scenario of a case; nothing where the case has no such scenario.
pub(super) fn adjusted(
    case: &Case,
    measured: &BTreeMap<Id, Measured>,
    lines: &BTreeMap<Id, LineFigures>,
    id: Id,
) -> Option<Adjustment> {
    let scenario = case.scenarios.iter().find(|scenario| scenario.id == id)?;
    let (mut input, _) = terms::input(case, measured, lines);
    read(case, scenario, &mut input);
    Some(adjustment::adjust(&input))
}

fn one(case: &Case, scenario: &Scenario, mut input: Input, base: &Adjustment) -> ScenarioResult {
    let mut findings = read(case, scenario, &mut input);
    let adjustment = adjustment::adjust(&input);
    findings.extend(adjustment.findings.iter().filter(|f| f.level == Level::Stop).cloned());
    let comparison = scenario::compare(base, &adjustment);
    ScenarioResult { id: scenario.id, adjustment, comparison, findings }
}

/// Applies the positions of a scenario; those that do not read are findings.
fn read(case: &Case, scenario: &Scenario, input: &mut Input) -> Vec<Finding> {
    let mut reading = Reading::new(case);
    for position in case.positions.iter().filter(|p| p.scenario == Some(scenario.id)) {
        apply(position, input, &mut reading);
    }
    reading.findings
}

/// Applies one position; one that does not read, or is about nothing, is finding ADJ-05.
fn apply(position: &Position, input: &mut Input, reading: &mut Reading<'_>) {
    let (Some(code), Some(value)) = (position.code.as_deref(), position.value.as_deref()) else {
        return;
    };
    let source = (Kind::Position, position.id);
    let read = if LINE_CODES.contains(&code) {
        position
            .line
            .and_then(|id| input.lines.iter_mut().find(|line| line.id == id))
            .and_then(|line| on_line(line, code, value, position))
    } else if ITEM_CODES.contains(&code) {
        position
            .policy_item
            .and_then(|id| input.items.iter_mut().find(|item| item.id == id))
            .and_then(|item| on_item(item, code, value, position))
    } else {
        let clause = position.clause.as_ref();
        let said = Said { source, code: Some(code), value: Some(value), clause };
        reading.term(said, input);
        Some(())
    };
    if read.is_none() {
        reading.unread(source, code, value);
    }
}

fn on_line(line: &mut Line, code: &str, value: &str, position: &Position) -> Option<()> {
    let source = Some((Kind::Position, position.id));
    match code {
        "line.amount" => {
            line.lump_sum = Some(signed(value)?);
            (line.quantity, line.price, line.price_source) = (None, None, None);
        }
        "line.quantity" => {
            let quantity = line.quantity.as_mut()?;
            quantity.value = Exact::from_decimal(signed(value)?);
            quantity.source = source;
        }
        "line.price" => {
            line.price = Some(amount(value)?);
            line.price_source = source;
        }
        "line.coverage" => line.coverage = Some(ratio(value)?),
        "line.betterment" => line.betterment = Some(amount(value)?),
        "line.depreciation" => line.depreciation = Some(ratio(value)?),
        "line.salvage" => line.salvage = Some(amount(value)?),
        _ => return None,
    }
    if position.clause.is_some() {
        line.clause.clone_from(&position.clause);
    }
    Some(())
}

fn on_item(item: &mut Item, code: &str, value: &str, position: &Position) -> Option<()> {
    let field: &mut Option<Decimal> = match code {
        "item.sum_insured" => &mut item.sum_insured,
        "item.insurable_value" => &mut item.value,
        "item.ratio" => &mut item.ratio,
        "item.salvage" => &mut item.salvage,
        _ => return None,
    };
    *field = Some(if code == "item.ratio" { ratio(value)? } else { amount(value)? });
    if position.clause.is_some() {
        item.clause.clone_from(&position.clause);
    }
    Some(())
}
