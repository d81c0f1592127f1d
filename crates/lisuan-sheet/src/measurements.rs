//! The page of measurements: the expression as typed, as computed, and its result.

use std::collections::HashMap;

use lisuan_core::Id;
use lisuan_core::assessment::Measured;
use lisuan_core::case::Measurement;
use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::expression;
use crate::page::{Book, Cell, Page, Tally};
use crate::telling::Telling;

const EXACT: u16 = 6;
const QUANTITY: u16 = 7;
const STATED: u16 = 9;

/// The cells with the rounded quantities, by measurement.
pub(crate) type Quantities = HashMap<Id, Cell>;

pub(crate) fn page(
    book: &Book,
    telling: &Telling<'_>,
    tally: &mut Tally,
) -> Result<(Quantities, Worksheet), XlsxError> {
    let columns = telling.columns(&[
        ("number", 6),
        ("item", 26),
        ("boq-code", 16),
        ("location", 22),
        ("expression", 40),
        ("normalised", 36),
        ("exact", 18),
        ("quantity", 14),
        ("unit", 8),
        ("stated", 14),
        ("note", 40),
    ]);
    let mut page = Page::table(book, &telling.page("measurements"), &columns)?;
    let mut cells = HashMap::new();
    let measurements = &telling.input.case.measurements;
    for (row, measurement) in (1..).zip(measurements) {
        page.count(row, 0, row as usize)?;
        let texts = [
            (1, &measurement.item),
            (2, &measurement.boq_code),
            (3, &measurement.location),
            (4, &measurement.expression),
            (8, &measurement.unit),
        ];
        for (column, text) in texts {
            page.text(row, column, text.as_deref().unwrap_or_default())?;
        }
        let measured = telling.input.assessment.measured.get(&measurement.id);
        let (cell, note) = result(&mut page, row, telling, measurement, measured, tally)?;
        cells.extend(cell.map(|cell| (measurement.id, cell)));
        page.text(row, 10, &note)?;
    }
    page.filter(u32::try_from(measurements.len()).unwrap_or(0), columns.len())?;
    Ok((cells, page.finish()?))
}

/// Writes what an expression comes to; gives the cell of the quantity and what to note.
fn result(
    page: &mut Page<'_>,
    row: u32,
    telling: &Telling<'_>,
    measurement: &Measurement,
    measured: Option<&Measured>,
    tally: &mut Tally,
) -> Result<(Option<Cell>, String), XlsxError> {
    let mut notes = Vec::new();
    if let Some(stated) = measurement.stated_quantity {
        notes.push(page.given((row, STATED), stated, 0)?.note);
    }
    let Some((measured, quantity)) = measured.and_then(|m| Some((m, m.quantity.as_ref()?))) else {
        let unread = measured.is_some_and(|measured| measured.problem.is_some());
        let unread = if unread { telling.say("note-unread") } else { String::new() };
        let note = [telling.notes(notes.iter().map(Option::as_ref)), unread].join(" ");
        return Ok((None, note.trim().to_owned()));
    };
    // What was read once reads again; its spelling is not kept with the result.
    let text = measurement.expression.as_deref().unwrap_or_default();
    let normalised = lisuan_core::quantity::parse(text).map(|e| e.normalised).unwrap_or_default();
    page.text(row, 5, &normalised)?;
    let node = expression::node(&normalised);
    let exact = page.unrounded((row, EXACT), &quantity.exact, node.as_ref(), false, tally)?;
    let reference = exact.cell.map(|cell| {
        let known = crate::known::Known { places: None, ..cell.known };
        Cell { known, ..cell }.here()
    });
    let at = (row, QUANTITY);
    let rounded = page.figure(at, quantity.rounded, quantity.places, reference.as_ref(), tally)?;
    notes.extend([exact.note, rounded.note]);
    let mut note = telling.notes(notes.iter().map(Option::as_ref));
    if measured.approximate {
        note = [note, telling.say("note-approximate")].join(" ").trim().to_owned();
    }
    Ok((rounded.cell, note))
}
