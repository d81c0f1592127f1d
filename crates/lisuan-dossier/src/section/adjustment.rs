//! The way from the lines to the payable, step by step.

use lisuan_core::adjustment::{Figure, Source, Step, formula_text};
use lisuan_core::case::ReportKind;
use lisuan_core::change::Kind;
use lisuan_core::money::{Currency, Money, in_words_zh};

use crate::flow::{Align, Flow};
use crate::input::{NOTHING, Telling, shown, text};
use crate::page::Area;
use crate::section::loss;
use crate::style::{BODY, HEADING, INK, SIDE, SMALL, Style, TINT, WIDTH};
use crate::table::{Cell, Column, Row, Table};

/// The key of its label, the figure in words or digits, and the figure.
type Headline = (&'static str, String, Option<Money>);

/// The figures that everyone looks for first: claimed, assessed, payable and, where the case is
/// settled, settled. One that cannot be known yet says so.
pub fn headline(telling: &Telling<'_>) -> Vec<Headline> {
    let adjustment = &telling.input.assessment.adjustment;
    let figures = &adjustment.figures;
    let said = |key: &'static str, money: Option<Money>| {
        let figure = money.map(|money| money.to_string());
        (key, figure.unwrap_or_else(|| telling.say("not-known")), money)
    };
    let step = |key, step| Some(said(key, adjustment.step(step)?.result.money()));
    let assessed = || {
        // Lines that are not known yet are told by what is not known of the loss.
        let loss = adjustment.step(figures.loss)?.result.money();
        Some(said("assessed-total", loss.and_then(|_| adjustment.assessed())))
    };
    let all = [
        step("claimed-total", figures.claimed),
        assessed(),
        step("payable", figures.payable),
        step("settlement-amount", figures.settlement),
    ];
    let shown = all.into_iter().flatten().filter(|(key, ..)| match telling.input.report.kind {
        // Whoever claims does not state what others assess.
        ReportKind::Claim | ReportKind::Brief => *key == "claimed-total",
        // Facts and quantities, not amounts.
        ReportKind::Measurement
        | ReportKind::Photos
        | ReportKind::Evidence
        | ReportKind::Minutes => false,
        _ => true,
    });
    shown.collect()
}

/// The same as labels and values; what is paid by stands in capitals too, right below its figure.
pub fn headline_pairs(telling: &Telling<'_>) -> Vec<(String, String)> {
    let mut pairs = Vec::new();
    for (key, figure, money) in headline(telling) {
        pairs.push((telling.say(key), figure));
        let label = match key {
            "payable" => "payable-in-words",
            "settlement-amount" => "settlement-in-words",
            _ => continue,
        };
        if let Some(words) = money.and_then(|money| capitals(&money)) {
            pairs.push((telling.say(label), words));
        }
    }
    pairs
}

/// What the formula comes to, if it comes to an amount.
fn payable(telling: &Telling<'_>) -> Option<Money> {
    let adjustment = &telling.input.assessment.adjustment;
    adjustment.money(adjustment.figures.payable)
}

/// Sets the adjustment.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let steps = &telling.input.assessment.adjustment.steps;
    if steps.is_empty() {
        flow.paragraph(&telling.say("adjustment-none"));
    } else {
        flow.paragraph(&telling.say("adjustment-intro"));
        table(flow, telling, steps);
        result(flow, telling);
    }
}

fn table(flow: &mut Flow<'_>, telling: &Telling<'_>, steps: &[Step]) {
    let names = telling.case().names();
    let currency: Option<Currency> = telling.currency().parse().ok();
    let mut table = Table::new(vec![
        Column::codes(telling.say("number"), 8.0),
        Column::words(telling.say("step"), 44.0),
        Column::words(telling.say("formula"), 58.0),
        Column::figures(telling.say("step-result"), 30.0),
    ]);
    for (number, step) in (1..).zip(steps) {
        let about = step.subject.and_then(|subject| names.get(&subject).cloned());
        let result = match &step.result {
            // An amount in another currency than the case's says so.
            Figure::Money(money) if Some(money.currency()) != currency => money.to_string(),
            other => other.text(),
        };
        let why = match &step.result {
            Figure::Unknown(reason) => telling.say_if_known(&format!("reason-{}", reason.as_str())),
            _ => None,
        };
        let formula = formula_text(&step.formula, steps);
        let below: Vec<String> = step.clause.iter().cloned().chain(why).collect();
        table.row(Row::new(vec![
            number.to_string().into(),
            Cell::from(telling.say_other(step.key, &[])).below(about.unwrap_or_default()),
            Cell::from(formula).below(below.join(" · ")),
            Cell::from(result).link(step.subject.and_then(place_of)),
        ]));
    }
    table.set(flow);
}

/// The payable in figures and in the capitals that no stroke can change (大写金额), or why there
/// is none.
pub fn result(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    const HEIGHT: f32 = 52.0;
    let adjustment = &telling.input.assessment.adjustment;
    let payable = payable(telling);
    let reason = adjustment.reason(adjustment.figures.payable);
    if payable.is_none() && reason.is_none() {
        return;
    }
    flow.ensure(HEIGHT + 8.0);
    let top = flow.y;
    flow.fill(Area { x: SIDE, y: top, width: WIDTH, height: HEIGHT }, TINT);
    let span = (SIDE + 12.0, WIDTH - 24.0);
    flow.short_at(&telling.say("payable"), SMALL, span, top + 7.0, Align::Left);
    let figure = Style { size_pt: 14.0, leading_pt: 20.0, ..HEADING };
    let said = payable.map_or_else(|| telling.say("not-known"), |money| money.to_string());
    flow.short_at(&said, figure, span, top + 4.0, Align::Right);
    let words = payable.and_then(|money| in_capitals(&money, telling));
    let why = reason.and_then(|why| telling.say_if_known(&format!("reason-{}", why.as_str())));
    if let Some(below) = words.or(why) {
        flow.short_at(&below, BODY.bold().in_colour(INK), span, top + 30.0, Align::Left);
    }
    flow.y = top + HEIGHT + 10.0;
}

/// An amount in Chinese capitals with the name of its currency.
fn capitals(money: &Money) -> Option<String> {
    let words = in_words_zh(money).ok()?;
    let name = money.currency().name_zh().unwrap_or(money.currency().code()).to_owned();
    Some(format!("{name}{words}"))
}

fn in_capitals(money: &Money, telling: &Telling<'_>) -> Option<String> {
    Some(format!("{} {}", telling.say("in-words"), capitals(money)?))
}

/// Sets what was received from third parties.
pub fn recoveries(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let recoveries = &telling.case().recoveries;
    if recoveries.is_empty() {
        return;
    }
    flow.subsection(&telling.say("recoveries"));
    let mut table = Table::new(vec![
        Column::words(telling.say("recovery-from"), 36.0),
        Column::words(telling.say("date"), 18.0),
        Column::words(telling.say("recovery-ground"), 50.0),
        Column::figures(telling.say("amount"), 32.0),
    ]);
    for recovery in recoveries {
        let currency = recovery.currency.as_deref();
        table.row(Row::new(vec![
            text(recovery.from_whom.as_ref()).into(),
            shown(recovery.received_on).into(),
            text(recovery.ground.as_ref()).into(),
            amount(recovery.amount, currency, telling).into(),
        ]));
    }
    table.set(flow);
}

/// Sets what was agreed.
pub fn settlements(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    for settlement in &telling.case().settlements {
        flow.subsection(&telling.say("settlement"));
        let kind = settlement.kind.map(|k| telling.say(&format!("settlement-{}", k.as_str())));
        let currency = settlement.currency.as_deref();
        flow.pairs(&[
            (telling.say("settlement-kind"), kind.unwrap_or(NOTHING.to_owned())),
            (telling.say("settlement-amount"), amount(settlement.amount, currency, telling)),
            (telling.say("settlement-date"), shown(settlement.agreed_on)),
            (telling.say("settlement-reason"), text(settlement.reason.as_ref())),
        ]);
    }
}

fn amount(
    value: Option<rust_decimal::Decimal>,
    currency: Option<&str>,
    telling: &Telling<'_>,
) -> String {
    let currency = currency.unwrap_or(telling.currency());
    value.map_or(NOTHING.to_owned(), |value| {
        format!("{currency} {}", lisuan_core::money::grouped(value, 2))
    })
}

/// Where a step leads to: its loss line.
fn place_of((kind, id): Source) -> Option<String> {
    (kind == Kind::Line).then(|| loss::place_of(id))
}
