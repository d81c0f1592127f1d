//! The loss list: claimed beside assessed.

use std::collections::{BTreeMap, HashMap};

use lisuan_core::Id;
use lisuan_core::assessment::LineFigures;
use lisuan_core::case::Line;
use lisuan_core::money::{Currency, Money, grouped, plain};
use rust_decimal::Decimal;

use crate::flow::Flow;
use crate::input::{NOTHING, Telling, figure, text};
use crate::section::quantities;
use crate::table::{Cell, Column, Row, Table};

/// Sets the loss list with its totals.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let lines = &telling.case().lines;
    if lines.is_empty() {
        flow.paragraph(&telling.say("no-lines"));
        return;
    }
    let currency = [("currency", telling.currency())];
    flow.paragraph(&telling.say_with("loss-currency", &currency));
    let say = |key| telling.say(key);
    let mut table = Table::new(vec![
        Column::codes(say("number"), 25.0).sized(7.5),
        Column::words(say("loss-item"), 128.0).sized(7.5),
        Column::words(say("unit"), 29.0).sized(7.5),
        Column::figures(say("quantity"), 48.0).sized(7.5),
        Column::figures(say("unit-price"), 50.0).sized(7.5),
        Column::figures(say("amount"), 60.0).sized(7.5),
        Column::figures(say("quantity"), 48.0).sized(7.5),
        Column::figures(say("unit-price"), 50.0).sized(7.5),
        Column::figures(say("amount"), 60.0).sized(7.5),
    ])
    .grouped(vec![(3, String::new()), (3, say("claimed")), (3, say("assessed"))]);
    let numbers: HashMap<Id, &str> = telling
        .case()
        .photos
        .iter()
        .map(|photo| (photo.id, photo.number.as_deref().unwrap_or(NOTHING)))
        .collect();
    for (number, line) in (1..).zip(lines) {
        let figures = telling.input.assessment.lines.get(&line.id);
        table.row(row(number, line, figures, &numbers, telling).at(place_of(line.id)));
    }
    for (currency, (claimed, assessed)) in totals(telling) {
        let label = format!("{} {currency}", telling.say("total"));
        let sum = |sum: Option<Decimal>| sum.map_or(NOTHING.to_owned(), |sum| grouped(sum, 2));
        let (claimed, assessed) = (sum(claimed), sum(assessed));
        let blank = || Cell::from("");
        table.row(Row::total(vec![
            blank(),
            label.into(),
            blank(),
            blank(),
            blank(),
            claimed.into(),
            blank(),
            blank(),
            assessed.into(),
        ]));
    }
    table.set(flow);
}

/// The place that links to a loss line lead to.
pub fn place_of(line: Id) -> String {
    format!("line-{line}")
}

fn row(
    number: usize,
    line: &Line,
    figures: Option<&LineFigures>,
    photos: &HashMap<Id, &str>,
    telling: &Telling<'_>,
) -> Row {
    let amount = |value: Option<Decimal>| value.map_or(String::new(), |v| grouped(v, 2));
    let mut below = Vec::new();
    below.extend(line.location.clone().filter(|location| !location.trim().is_empty()));
    let basis = figures.and_then(|figures| figures.basis);
    below.extend(basis.map(|basis| telling.say(&format!("basis-{}", basis.as_str()))));
    let shown = figures.map_or(&[][..], |figures| &figures.photos);
    let shown: Vec<&str> = shown.iter().filter_map(|id| photos.get(id).copied()).collect();
    if !shown.is_empty() {
        below.push(telling.say_with("line-photos", &[("numbers", &shown.join(", "))]));
    }
    below.extend(line.remark.clone().filter(|remark| !remark.trim().is_empty()));
    let quantity = figures
        .and_then(|f| f.quantity.map(|quantity| plain(quantity, f.quantity_places)))
        .unwrap_or_default();
    let price = figures.and_then(|f| f.price).map_or(String::new(), |price| figure(price, 2));
    // An amount in another currency than the case's says so.
    let foreign = figures.filter(|f| f.currency != telling.currency()).map(|f| &f.currency);
    let assessed = amount(figures.and_then(|f| f.assessed));
    let assessed = match foreign {
        Some(currency) if !assessed.is_empty() => format!("{currency} {assessed}"),
        _ => assessed,
    };
    let link = line.measurement.map(quantities::place_of).filter(|_| !quantity.is_empty());
    let price_link = line.price.map(|id| format!("price-{id}")).filter(|_| !price.is_empty());
    Row::new(vec![
        number.to_string().into(),
        Cell::from(text(line.item.as_ref())).below(below.join(" · ")),
        figures.and_then(|f| f.unit.clone()).unwrap_or_default().into(),
        line.claimed_quantity.map_or(String::new(), |quantity| figure(quantity, 0)).into(),
        line.claimed_price.map_or(String::new(), |price| figure(price, 2)).into(),
        amount(figures.and_then(|f| f.claimed)).into(),
        Cell::from(quantity).link(link),
        Cell::from(price).link(price_link),
        assessed.into(),
    ])
}

/// Sums of claimed and assessed by currency; different currencies are never added, and a sum
/// that no decimal can hold is none.
pub fn totals(telling: &Telling<'_>) -> BTreeMap<String, (Option<Decimal>, Option<Decimal>)> {
    let mut totals = BTreeMap::new();
    for line in &telling.case().lines {
        let Some(figures) = telling.input.assessment.lines.get(&line.id) else { continue };
        let nothing = (Some(Decimal::ZERO), Some(Decimal::ZERO));
        let entry = totals.entry(figures.currency.clone()).or_insert(nothing);
        entry.0 = sum(entry.0, figures.claimed);
        entry.1 = sum(entry.1, figures.assessed);
    }
    totals
}

fn sum(total: Option<Decimal>, more: Option<Decimal>) -> Option<Decimal> {
    let money = |amount| Money::new(amount, Currency::CNY);
    let sum = money(total?).checked_add(&money(more.unwrap_or_default()));
    sum.ok().map(|sum| sum.amount())
}
