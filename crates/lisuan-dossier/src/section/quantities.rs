//! Measured quantities: the expression as typed is the evidence.

use std::collections::BTreeMap;

use lisuan_core::Id;
use lisuan_core::assessment::{Measured, QuantitySource};
use lisuan_core::case::Measurement;
use lisuan_core::money::plain;
use lisuan_core::quantity::RoundedQuantity;

use crate::flow::Flow;
use crate::input::{NOTHING, Telling, figure, shown, text};
use crate::section::record;
use crate::table::{Cell, Column, Row, Table};

/// Sets the quantities and, below them, the sheets they stand on with their signatures.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let measurements: Vec<&Measurement> = telling.case().measurements.iter().collect();
    if measurements.is_empty() {
        flow.paragraph(&telling.say("no-quantities"));
        return;
    }
    flow.paragraph(&telling.say("quantities-intro"));
    let numbers = table(flow, telling, &measurements);
    for sheet in &telling.case().measurement_sheets {
        record::set(flow, telling, sheet, &numbers);
    }
}

/// Sets a table of quantities, numbered from 1; gives their numbers.
pub fn table(
    flow: &mut Flow<'_>,
    telling: &Telling<'_>,
    measurements: &[&Measurement],
) -> BTreeMap<Id, usize> {
    let numbers: BTreeMap<Id, usize> = measurements.iter().map(|m| m.id).zip(1..).collect();
    let mut table = Table::new(vec![
        Column::codes(telling.say("number"), 7.0),
        Column::words(telling.say("item"), 26.0),
        Column::words(telling.say("location"), 20.0),
        Column::words(telling.say("expression"), 40.0),
        Column::words(telling.say("unit"), 8.0),
        Column::figures(telling.say("quantity-claimed"), 15.0),
        Column::figures(telling.say("quantity-surveyed"), 15.0),
        Column::figures(telling.say("quantity-counted"), 15.0),
    ]);
    for measurement in measurements {
        table.row(row(telling, measurement, &numbers));
    }
    table.set(flow);
    numbers
}

fn row(telling: &Telling<'_>, measurement: &Measurement, numbers: &BTreeMap<Id, usize>) -> Row {
    let measured = telling.input.assessment.measured.get(&measurement.id);
    let places = |q: &RoundedQuantity| plain(q.rounded, q.places);
    let surveyed = measured.and_then(Measured::text).map(|text| {
        // A deduction is subtracted, whatever sign it was written with.
        if measurement.deducts_from.is_some() && !text.starts_with('-') {
            format!("−{text}")
        } else {
            text
        }
    });
    let counted = measured.and_then(|measured| measured.counted.as_ref());
    let code = measurement.boq_code.as_deref().filter(|code| !code.trim().is_empty());
    let code = code.map(|code| telling.say_with("boq-code", &[("code", code)]));
    let expression = measurement.expression.as_ref();
    let claimed = measurement.claimed_quantity.map(|quantity| figure(quantity, 0));
    let number = numbers.get(&measurement.id).map(ToString::to_string);
    let row = Row::new(vec![
        shown(number).into(),
        Cell::from(text(measurement.item.as_ref())).below(code.unwrap_or_default()),
        text(measurement.location.as_ref()).into(),
        // As typed, even when blank: what stands on the sheet is not tidied.
        Cell::from(expression.map_or(NOTHING, String::as_str))
            .below(remarks(telling, measurement, measured, numbers).join("\n")),
        text(measurement.unit.as_ref()).into(),
        shown(claimed).into(),
        shown(surveyed).into(),
        shown(counted.map(|counted| places(&counted.quantity))).into(),
    ]);
    row.at(place_of(measurement.id))
}

/// What is said below an expression: where it differs, what it takes away, who measured.
fn remarks(
    telling: &Telling<'_>,
    measurement: &Measurement,
    measured: Option<&Measured>,
    numbers: &BTreeMap<Id, usize>,
) -> Vec<String> {
    let mut remarks = Vec::new();
    if measured.is_some_and(|measured| measured.problem.is_some()) {
        remarks.push(telling.say("expression-problem"));
    }
    if measured.is_some_and(|measured| measured.approximate) {
        remarks.push(telling.say("approximate"));
    }
    if let Some(base) = measurement.deducts_from {
        remarks.push(match numbers.get(&base) {
            Some(number) => telling.say_with("deducts-from", &[("number", &number.to_string())]),
            None => telling.say("deducts-unknown"),
        });
    }
    if let Some(measured) = measured {
        if let Some(net) = measured.net.as_ref().filter(|_| !measured.deductions.is_empty()) {
            let quantity = plain(net.rounded, net.places);
            remarks.push(telling.say_with("net-quantity", &[("quantity", &quantity)]));
        }
        let agreed = measured.counted.as_ref().filter(|c| c.source == QuantitySource::Agreed);
        if let Some(agreed) = agreed {
            let quantity = plain(agreed.quantity.rounded, agreed.quantity.places);
            remarks.push(telling.say_with("agreed-quantity", &[("quantity", &quantity)]));
        }
    }
    if let Some(stated) = measurement.stated_quantity {
        let quantity = figure(stated, 0);
        remarks.push(telling.say_with("stated-quantity", &[("quantity", &quantity)]));
    }
    if let Some(text) = &measurement.disagreement {
        remarks.push(telling.say_with("disagreement", &[("text", text)]));
    }
    let by: Vec<&str> = [&measurement.measured_by, &measurement.instrument]
        .into_iter()
        .filter_map(Option::as_deref)
        .collect();
    if !by.is_empty() {
        remarks.push(telling.say_with("measured-by", &[("text", &by.join(" · "))]));
    }
    remarks.extend(measurement.remark.clone());
    remarks
}

/// The place that links to a quantity lead to.
pub fn place_of(measurement: Id) -> String {
    format!("quantity-{measurement}")
}
