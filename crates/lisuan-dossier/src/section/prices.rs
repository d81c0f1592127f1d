//! Unit prices with their basis.

use lisuan_core::case::Price;

use crate::flow::Flow;
use crate::input::{NOTHING, Telling, figure, shown, text};
use crate::table::{Cell, Column, Row, Table};

/// Sets the unit prices.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let prices = &telling.case().prices;
    if prices.is_empty() {
        flow.paragraph(&telling.say("no-prices"));
        return;
    }
    let mut table = Table::new(vec![
        Column::codes(telling.say("number"), 6.0),
        Column::words(telling.say("item"), 30.0),
        Column::words(telling.say("unit"), 8.0),
        Column::figures(telling.say("unit-price"), 18.0),
        Column::words(telling.say("price-basis"), 16.0),
        Column::words(telling.say("price-source"), 28.0),
        Column::words(telling.say("date"), 14.0),
    ]);
    for (number, price) in (1..).zip(prices) {
        let currency = price.currency.as_deref().unwrap_or(telling.currency());
        let amount = price.amount.map(|amount| format!("{currency} {}", figure(amount, 2)));
        let basis = price.basis.map(|basis| telling.say(&format!("basis-{}", basis.as_str())));
        let row = Row::new(vec![
            number.to_string().into(),
            text(price.item.as_ref()).into(),
            text(price.unit.as_ref()).into(),
            shown(amount).into(),
            basis.unwrap_or(NOTHING.to_owned()).into(),
            Cell::from(text(price.source.as_ref())).below(rests_on(telling, price).join("\n")),
            shown(price.dated).into(),
        ]);
        table.row(row.at(format!("price-{}", price.id)));
    }
    table.set(flow);
}

/// What the price rests on beside its source: quotes, the positions of a negotiation.
fn rests_on(telling: &Telling<'_>, price: &Price) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(quoted) = telling.input.assessment.quoted.get(&price.id) {
        let median = quoted
            .median
            .to_decimal()
            .map_or_else(|| quoted.median.to_string(), |median| figure(median, 2));
        let count = quoted.count.to_string();
        said.push(telling.say_with("quotes", &[("count", &count), ("median", &median)]));
    }
    if price.asked.is_some() || price.offered.is_some() {
        let side = |amount: Option<_>| amount.map_or(NOTHING.to_owned(), |a| figure(a, 2));
        let (asked, offered) = (side(price.asked), side(price.offered));
        said.push(telling.say_with("positions", &[("asked", &asked), ("offered", &offered)]));
    }
    said
}
