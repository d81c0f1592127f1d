//! What is claimed, as the claimant put it (table 1 of the real reports, rules.md 3.1).

use lisuan_core::money::grouped;

use crate::flow::Flow;
use crate::input::{NOTHING, Telling, figure, shown, text};
use crate::section::loss;
use crate::table::{Cell, Column, Row, Table};

/// Sets the claimed lines with their total.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let lines = &telling.case().lines;
    if lines.is_empty() {
        flow.paragraph(&telling.say("no-lines"));
        return;
    }
    let mut table = Table::new(vec![
        Column::codes(telling.say("number"), 8.0),
        Column::words(telling.say("location"), 34.0),
        Column::words(telling.say("item"), 44.0),
        Column::words(telling.say("unit"), 11.0),
        Column::figures(telling.say("quantity"), 20.0),
        Column::figures(telling.say("unit-price"), 22.0),
        Column::figures(telling.say("amount"), 26.0),
    ]);
    for (number, line) in (1..).zip(lines) {
        let figures = telling.input.assessment.lines.get(&line.id);
        let claimed = figures.and_then(|figures| figures.claimed);
        table.row(Row::new(vec![
            Cell::from(number.to_string()).link(Some(loss::place_of(line.id))),
            text(line.location.as_ref()).into(),
            text(line.item.as_ref()).into(),
            figures.and_then(|figures| figures.unit.clone()).unwrap_or_default().into(),
            line.claimed_quantity.map_or(NOTHING.to_owned(), |q| figure(q, 0)).into(),
            line.claimed_price.map_or(NOTHING.to_owned(), |price| figure(price, 2)).into(),
            shown(claimed.map(|amount| grouped(amount, 2))).into(),
        ]));
    }
    let totals = loss::totals(telling);
    for (currency, (claimed, _)) in &totals {
        let blank = || Cell::from("");
        let total = format!("{} {currency}", telling.say("total"));
        let sum = shown(claimed.map(|sum| grouped(sum, 2)));
        let cells = vec![blank(), blank(), total.into(), blank(), blank(), blank(), sum.into()];
        table.row(Row::total(cells));
    }
    let stated = telling.case().head.claimed_total;
    if let Some(stated) = stated {
        let sum = totals.get(telling.currency()).and_then(|(claimed, _)| *claimed);
        let differs = sum.and_then(|sum| stated.checked_sub(sum)).filter(|d| !d.is_zero());
        let row = |label: &str, amount| {
            let mut cells = vec![Cell::from(""); 7];
            cells[2] = telling.say(label).into();
            cells[6] = grouped(amount, 2).into();
            Row::new(cells)
        };
        table.row(row("claim-states", stated));
        if let Some(differs) = differs {
            table.row(row("claim-differs", differs));
        }
    }
    table.set(flow);
}

/// 损失核定: what the assessment rests on, then claimed beside assessed.
pub fn assessment(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    flow.subsection(&telling.say("assessment-basis"));
    let basis = telling.case().head.basis.as_ref().filter(|basis| !basis.trim().is_empty());
    match basis {
        Some(basis) => flow.paragraph(basis),
        None => flow.paragraph(&telling.say("assessment-basis-text")),
    }
    flow.subsection(&telling.say("assessment-lines"));
    loss::set(flow, telling);
}
