//! From the typed case to what the adjustment is computed from.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::{LineFigures, Measured};
use crate::Id;
use crate::adjustment::{
    Deductible, Input, Item, Limit, LimitKind, Line, LineQuantity, Recovery, Settlement,
    SettlementBasis,
};
use crate::case::{self, Case, SettlementKind, Term};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::money::Currency;

/// The currency where the case names none.
const CURRENCY: &str = "CNY";

/// Builds the input; a term or currency that does not read is a finding, never left out silently.
pub(super) fn input(
    case: &Case,
    measured: &BTreeMap<Id, Measured>,
    lines: &BTreeMap<Id, LineFigures>,
) -> (Input, Vec<Finding>) {
    let units = case.measurements.iter().filter_map(|m| Some((m.id, m.unit.as_deref()?)));
    let mut reading = Reading { case, units: units.collect(), findings: Vec::new() };
    let currency = reading.case_currency();
    let mut input = Input::new(case.head.id, currency);
    input.items = case.policy_items.iter().map(|item| reading.item(item)).collect();
    input.lines = case
        .lines
        .iter()
        .filter_map(|line| Some(reading.line(line, lines.get(&line.id)?, measured)))
        .collect();
    input.recoveries = case.recoveries.iter().map(|r| reading.recovery(r)).collect();
    input.settlement = case.settlements.last().and_then(|s| reading.settlement(s));
    for term in &case.terms {
        reading.term(term, &mut input);
    }
    (input, reading.findings)
}

struct Reading<'a> {
    case: &'a Case,
    /// Units of the measurements: a quantity is rounded by its own unit, here and in its line.
    units: BTreeMap<Id, &'a str>,
    findings: Vec<Finding>,
}

impl Reading<'_> {
    fn case_currency(&mut self) -> Currency {
        let head = &self.case.head;
        self.currency(head.currency.as_deref(), Kind::Case, head.id)
            .or_else(|| CURRENCY.parse().ok())
            .unwrap_or(Currency::CNY)
    }

    /// ARI-06: a currency that is none.
    fn currency(&mut self, text: Option<&str>, kind: Kind, id: Id) -> Option<Currency> {
        let text = text?;
        match text.parse() {
            Ok(currency) => Some(currency),
            Err(_) => {
                self.findings.push(
                    Finding::at("ARI-06", Level::Stop, kind, id, "currency")
                        .with("currency", text)
                        .with("other", CURRENCY),
                );
                None
            }
        }
    }

    fn item(&mut self, item: &case::PolicyItem) -> Item {
        Item {
            sum_insured: item.sum_insured,
            value: item.insurable_value,
            currency: self.currency(item.currency.as_deref(), Kind::PolicyItem, item.id),
            salvage: item.salvage,
            clause: item.clause.clone(),
            ..Item::new(item.id)
        }
    }

    fn line(
        &mut self,
        line: &case::Line,
        figures: &LineFigures,
        measured: &BTreeMap<Id, Measured>,
    ) -> Line {
        let quantity = line.measurement.and_then(|id| {
            let quantity = measured.get(&id)?.quantity.as_ref()?;
            let unit = self.units.get(&id).copied().unwrap_or_default();
            Some(LineQuantity {
                value: quantity.exact.clone(),
                unit: Arc::from(unit),
                source: Some((Kind::Measurement, id)),
            })
        });
        // With a single insured item there is no doubt where a line belongs.
        let only = match self.case.policy_items.as_slice() {
            [item] => Some(item.id),
            _ => None,
        };
        Line {
            item: line.policy_item.or(only),
            quantity,
            price: figures.price,
            price_source: line.price.map(|id| (Kind::Price, id)),
            lump_sum: line.assessed_amount,
            currency: self.currency(Some(&figures.currency), Kind::Line, line.id),
            claimed: figures.claimed,
            ..Line::new(line.id)
        }
    }

    fn recovery(&mut self, recovery: &case::Recovery) -> Recovery {
        Recovery {
            amount: recovery.amount,
            currency: self.currency(recovery.currency.as_deref(), Kind::Recovery, recovery.id),
            ..Recovery::new((Kind::Recovery, recovery.id))
        }
    }

    fn settlement(&mut self, settlement: &case::Settlement) -> Option<Settlement> {
        let currency = settlement.currency.as_deref();
        Some(Settlement {
            source: (Kind::Settlement, settlement.id),
            basis: match settlement.kind? {
                SettlementKind::Formula => SettlementBasis::Formula,
                SettlementKind::Agreed => SettlementBasis::Agreed,
                SettlementKind::Interim => SettlementBasis::Interim,
                SettlementKind::Compromise => SettlementBasis::Compromise,
                SettlementKind::ExGratia => SettlementBasis::ExGratia,
                SettlementKind::Nil => SettlementBasis::Nil,
                SettlementKind::Refusal => SettlementBasis::Refusal,
            },
            amount: settlement.amount,
            currency: self.currency(currency, Kind::Settlement, settlement.id),
            reasoned: settlement.reason.as_deref().is_some_and(|text| !text.trim().is_empty()),
        })
    }

    /// Reads one term; one that does not read is finding ADJ-05, so that it is not overlooked.
    fn term(&mut self, term: &Term, input: &mut Input) {
        let (Some(code), Some(value)) = (term.code.as_deref(), term.value.as_deref()) else {
            return;
        };
        let read = match code {
            "deductible.fixed" => amount(value).map(|fixed| {
                deductible(input, term).fixed = Some(fixed);
            }),
            "deductible.rate" => ratio(value).map(|rate| {
                deductible(input, term).rate = Some(rate);
            }),
            "limit.event" => amount(value).map(|amount| {
                input.limits.push(limit(term, LimitKind::Event, amount));
            }),
            "limit.aggregate" => amount(value).map(|amount| {
                input.limits.push(limit(term, LimitKind::Aggregate, amount));
            }),
            "average.coinsurance_pct" => ratio(value).map(|pct| {
                input.coinsurance_pct = Some(pct);
            }),
            _ => {
                let source = Some((Kind::Term, term.id));
                input.switches.set(code, value, term.clause.clone(), source).ok()
            }
        };
        if read.is_none() {
            self.findings.push(
                Finding::at("ADJ-05", Level::Stop, Kind::Term, term.id, "value")
                    .with("term", code)
                    .with("value", value),
            );
        }
    }
}

/// The deductible of the event: amount and rate are two terms of one deductible.
fn deductible<'a>(input: &'a mut Input, term: &Term) -> &'a mut Deductible {
    if input.deductibles.is_empty() {
        input.deductibles.push(Deductible {
            clause: term.clause.clone(),
            ..Deductible::new((Kind::Term, term.id))
        });
    }
    // Just made sure that there is one.
    let last = input.deductibles.len() - 1;
    let deductible = &mut input.deductibles[last];
    if deductible.clause.is_none() {
        deductible.clause.clone_from(&term.clause);
    }
    deductible
}

fn limit(term: &Term, kind: LimitKind, amount: Decimal) -> Limit {
    Limit {
        amount: Some(amount),
        clause: term.clause.clone(),
        ..Limit::new((Kind::Term, term.id), kind)
    }
}

/// An amount as typed, separators allowed, not negative.
fn amount(text: &str) -> Option<Decimal> {
    let value: Decimal = crate::change::Shape::Decimal.canonical(text).ok()?.parse().ok()?;
    (!value.is_sign_negative()).then_some(value)
}

/// `15%` or `0.15`.
fn ratio(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let value = match text.strip_suffix(['%', '％']) {
        Some(percent) => amount(percent)?.checked_div(Decimal::from(100))?,
        None => amount(text)?,
    };
    (value <= Decimal::ONE).then_some(value)
}
