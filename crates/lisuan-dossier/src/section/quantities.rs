//! Measured quantities: the expression as typed is the evidence.

use lisuan_core::money::plain;

use crate::flow::Flow;
use crate::input::{NOTHING, Telling, figure, shown, text};
use crate::table::{Cell, Column, Row, Table};

/// Sets the quantities.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let measurements = &telling.case().measurements;
    if measurements.is_empty() {
        flow.paragraph(&telling.say("no-quantities"));
        return;
    }
    flow.paragraph(&telling.say("quantities-intro"));
    let mut table = Table::new(vec![
        Column::words(telling.say("number"), 7.0),
        Column::words(telling.say("item"), 28.0),
        Column::words(telling.say("location"), 22.0),
        Column::words(telling.say("expression"), 42.0),
        Column::figures(telling.say("result"), 18.0),
        Column::words(telling.say("unit"), 8.0),
    ]);
    for (number, measurement) in (1..).zip(measurements) {
        let measured = telling.input.assessment.measured.get(&measurement.id);
        let quantity = measured.and_then(|measured| measured.quantity.as_ref());
        let result = quantity.map(|quantity| plain(quantity.rounded, quantity.places));
        let mut remarks = Vec::new();
        if measured.is_some_and(|measured| measured.problem.is_some()) {
            remarks.push(telling.say("expression-problem"));
        }
        if measured.is_some_and(|measured| measured.approximate) {
            remarks.push(telling.say("approximate"));
        }
        if let Some(stated) = measurement.stated_quantity {
            let quantity = figure(stated, 0);
            remarks.push(telling.say_with("stated-quantity", &[("quantity", &quantity)]));
        }
        remarks.extend(measurement.remark.clone());
        let code = measurement.boq_code.as_deref().filter(|code| !code.trim().is_empty());
        let code = code.map(|code| telling.say_with("boq-code", &[("code", code)]));
        let expression = measurement.expression.as_ref();
        let row = Row::new(vec![
            number.to_string().into(),
            Cell::from(text(measurement.item.as_ref())).below(code.unwrap_or_default()),
            text(measurement.location.as_ref()).into(),
            // As typed, even when blank: what stands on the sheet is not tidied.
            Cell::from(expression.map_or(NOTHING, String::as_str)).below(remarks.join("\n")),
            shown(result).into(),
            text(measurement.unit.as_ref()).into(),
        ]);
        table.row(row.at(place_of(measurement.id)));
    }
    table.set(flow);
}

/// The place that links to a quantity lead to.
pub fn place_of(measurement: lisuan_core::Id) -> String {
    format!("quantity-{measurement}")
}
