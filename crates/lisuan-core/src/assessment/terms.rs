//! From the typed case to what the adjustment is computed from: items, lines, terms.

use std::collections::BTreeMap;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::{LineFigures, Measured, wording};
use crate::Id;
use crate::adjustment::{
    AverageBasis, Deductible, Input, Item, Limit, LimitKind, Line, LineQuantity, Recovery,
    Settlement, SettlementBasis, Source, Switch, Vat,
};
use crate::case::{self, Case, SettlementKind, Term};
use crate::change::{Kind, Shape};
use crate::clocks::case_term;
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
    let mut reading = Reading::new(case);
    let currency = reading.case_currency();
    let mut input = Input::new(case.head.id, currency);
    input.items = case.policy_items.iter().map(|item| reading.item(item)).collect();
    input.lines = case
        .lines
        .iter()
        .filter_map(|line| Some(reading.line(line, lines.get(&line.id)?, measured)))
        .collect();
    input.recoveries = case
        .recoveries
        .iter()
        .filter(|recovery| !case::came_after_payment(case, recovery))
        .map(|r| reading.recovery(r))
        .collect();
    input.settlement = case.settlements.last().and_then(|s| reading.settlement(s));
    reading.wording(&mut input);
    for term in &case.terms {
        reading.term(Said::in_case(term), &mut input);
    }
    (input, reading.findings)
}

pub(super) struct Reading<'a> {
    pub(super) case: &'a Case,
    /// Units of the measurements: a quantity is rounded by its own unit, here and in its line.
    units: BTreeMap<Id, &'a str>,
    pub(super) findings: Vec<Finding>,
}

/// A term as the case or a scenario says it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'a> {
    pub(super) source: Source,
    pub(super) code: Option<&'a str>,
    pub(super) value: Option<&'a str>,
    pub(super) clause: Option<&'a String>,
}

impl<'a> Said<'a> {
    fn in_case(term: &'a Term) -> Self {
        Self {
            source: (Kind::Term, term.id),
            code: term.code.as_deref(),
            value: term.value.as_deref(),
            clause: term.clause.as_ref(),
        }
    }
}

impl<'a> Reading<'a> {
    pub(super) fn new(case: &'a Case) -> Self {
        let units = case.measurements.iter().filter_map(|m| Some((m.id, m.unit.as_deref()?)));
        Self { case, units: units.collect(), findings: Vec::new() }
    }

    fn case_currency(&mut self) -> Currency {
        let head = &self.case.head;
        self.currency(head.currency.as_deref(), Kind::Case, head.id)
            .or_else(|| CURRENCY.parse().ok())
            .unwrap_or(Currency::CNY)
    }

    /// ARI-06: a currency that is none.
    pub(super) fn currency(&mut self, text: Option<&str>, kind: Kind, id: Id) -> Option<Currency> {
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
        let yes = |field: Option<case::YesNo>| field.map(case::YesNo::is_yes);
        Item {
            sum_insured: wording::sum_insured(self.case, item),
            value: item.insurable_value,
            currency: self.currency(item.currency.as_deref(), Kind::PolicyItem, item.id),
            ratio: item.ratio,
            average: item.average.map(|basis| {
                let source = Some((Kind::PolicyItem, item.id));
                Switch::chosen(average(basis), item.clause.clone(), source)
            }),
            increase: item.increase,
            salvage: item.salvage,
            paid_before: item.paid_before,
            reinstated: yes(item.reinstated).unwrap_or(false),
            actual_value_loss: item.actual_value_loss,
            at_actual_value: yes(item.at_actual_value).unwrap_or(false),
            sum_includes_tax: yes(item.sum_includes_tax),
            value_includes_tax: yes(item.value_includes_tax),
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
            let quantity = &measured.get(&id)?.counted.as_ref()?.quantity;
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
            extension: (line.extension.map(|id| (Kind::Extension, id)))
                .or_else(|| line.sue_labour.map(|id| (Kind::SueLabour, id))),
            quantity,
            price: figures.price,
            price_source: line.price.map(|id| (Kind::Price, id)),
            lump_sum: line.assessed_amount,
            currency: self.currency(Some(&figures.currency), Kind::Line, line.id),
            claimed: figures.claimed,
            coverage: line.coverage,
            vat: line.vat_rate.map(|rate| Vat {
                rate,
                included: line.vat_included.is_some_and(case::YesNo::is_yes),
                recoverable_share: line.vat_recoverable.unwrap_or_default(),
            }),
            betterment: line.betterment,
            depreciation: line.depreciation,
            value_before_loss: line.value_before_loss,
            salvage: line.salvage,
            clause: line.clause.clone(),
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
    pub(super) fn term(&mut self, said: Said<'_>, input: &mut Input) {
        let (Some(code), Some(value)) = (said.code, said.value) else {
            return;
        };
        let read = match code {
            "deductible.fixed" => amount(value).map(|fixed| {
                deductible(input, said).fixed = Some(fixed);
            }),
            "deductible.rate" => ratio(value).map(|rate| {
                deductible(input, said).rate = Some(rate);
            }),
            "limit.event" => amount(value).map(|amount| {
                limit(input, said, LimitKind::Event).amount = Some(amount);
            }),
            "limit.aggregate" => amount(value).map(|amount| {
                limit(input, said, LimitKind::Aggregate).amount = Some(amount);
            }),
            "average.coinsurance_pct" => ratio(value).map(|pct| {
                input.coinsurance_pct = Some(pct);
            }),
            "average.margin_pct" => ratio(value).map(|pct| {
                input.margin_pct = Some(pct);
            }),
            // Those of the clocks stand beside the adjustment, yet one that does not read is said.
            _ if code.starts_with("clock.") => case_term(code, value).map(drop),
            _ => input.switches.set(code, value, said.clause.cloned(), Some(said.source)).ok(),
        };
        if read.is_none() {
            self.unread(said.source, code, value);
        }
    }

    /// ADJ-05: a term or position that does not read.
    pub(super) fn unread(&mut self, source: Source, code: &str, value: &str) {
        self.findings.push(
            Finding::at("ADJ-05", Level::Stop, source.0, source.1, "value")
                .with("why", if code.starts_with("clock.") { "clock" } else { "unread" })
                .with("term", code)
                .with("value", value),
        );
    }
}

const fn average(basis: case::Average) -> AverageBasis {
    match basis {
        case::Average::FullValue => AverageBasis::FullValue,
        case::Average::CoinsurancePct => AverageBasis::CoinsurancePct,
        case::Average::FirstLoss => AverageBasis::FirstLoss,
        case::Average::Ho80 => AverageBasis::Ho80,
        case::Average::MarginClause => AverageBasis::MarginClause,
    }
}

/// The deductible of the event that terms speak of: amount and rate are two terms of one. A
/// scenario speaks of the one that the case has.
fn deductible<'a>(input: &'a mut Input, said: Said<'_>) -> &'a mut Deductible {
    let speaks = |d: &Deductible| match said.source.0 {
        Kind::Term => d.source.0 == Kind::Term,
        _ => d.item.is_none(),
    };
    let at = input.deductibles.iter().position(speaks).unwrap_or_else(|| {
        input.deductibles.push(Deductible::new(said.source));
        input.deductibles.len() - 1
    });
    let deductible = &mut input.deductibles[at];
    if deductible.clause.is_none() || said.source.0 != Kind::Term {
        deductible.clause = said.clause.cloned();
    }
    deductible
}

/// A limit that a term gives; a scenario replaces the one of its kind that the case has.
fn limit<'a>(input: &'a mut Input, said: Said<'_>, kind: LimitKind) -> &'a mut Limit {
    let speaks = |l: &Limit| said.source.0 != Kind::Term && l.kind == kind;
    let at = input.limits.iter().position(speaks).unwrap_or_else(|| {
        input.limits.push(Limit::new(said.source, kind));
        input.limits.len() - 1
    });
    let limit = &mut input.limits[at];
    limit.clause = said.clause.cloned();
    limit
}

/// An amount as typed, separators allowed, not negative.
pub(super) fn amount(text: &str) -> Option<Decimal> {
    let value = signed(text)?;
    (!value.is_sign_negative()).then_some(value)
}

/// An amount as typed, separators allowed.
pub(super) fn signed(text: &str) -> Option<Decimal> {
    Shape::Decimal.canonical(text).ok()?.parse().ok()
}

/// `15%` or `0.15`.
pub(super) fn ratio(text: &str) -> Option<Decimal> {
    let value: Decimal = Shape::Ratio.canonical(text).ok()?.parse().ok()?;
    (!value.is_sign_negative() && value <= Decimal::ONE).then_some(value)
}
