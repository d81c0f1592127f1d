//! The page of measurements: the expression as typed, as computed, its result, what is deducted
//! from it, and the quantity that counts.

use std::collections::{BTreeMap, HashMap};

use lisuan_core::Id;
use lisuan_core::assessment::{Measured, QuantitySource};
use lisuan_core::case::Measurement;
use lisuan_core::money::Exact;
use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::expression;
use crate::node::Node;
use crate::page::{Book, Cell, Note, Page, Tally};
use crate::telling::Telling;

const EXACT: u16 = 6;
const QUANTITY: u16 = 7;
const STATED: u16 = 9;
const DEDUCTS_FROM: u16 = 10;
const NET: u16 = 11;
const CLAIMED: u16 = 12;
const AGREED: u16 = 13;
const COUNTED: u16 = 14;
const NOTE: u16 = 15;

/// The cells with the quantities that count, by measurement.
pub(crate) type Quantities = HashMap<Id, Cell>;

/// What stands in the row of one measurement.
#[derive(Default)]
struct Own {
    /// The exact result, as formulas of this page refer to it.
    exact: Option<Node>,
    rounded: Option<Cell>,
    agreed: Option<Cell>,
    notes: Vec<Option<Note>>,
    said: Vec<String>,
}

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
        ("surveyed", 14),
        ("unit", 8),
        ("stated", 14),
        ("deducts-from", 10),
        ("net", 14),
        ("claimed-quantity", 14),
        ("agreed", 14),
        ("quantity", 14),
        ("note", 40),
    ]);
    let mut page = Page::table(book, &telling.page("measurements"), &columns)?;
    let measurements = &telling.input.case.measurements;
    let numbers: BTreeMap<Id, usize> = measurements.iter().map(|m| m.id).zip(1..).collect();
    // A deduction may stand above or below what it is deducted from: results first.
    let mut own: BTreeMap<Id, Own> = BTreeMap::new();
    for (row, measurement) in (1..).zip(measurements) {
        words(&mut page, row, measurement, &numbers)?;
        let measured = telling.input.assessment.measured.get(&measurement.id);
        own.insert(measurement.id, result(&mut page, row, telling, measurement, measured, tally)?);
    }
    let mut cells = HashMap::new();
    for (row, measurement) in (1..).zip(measurements) {
        let measured = telling.input.assessment.measured.get(&measurement.id);
        let mut notes = Vec::new();
        if let Some(measured) = measured {
            let counted = counted(&mut page, row, measurement.id, measured, &own, tally)?;
            cells.extend(counted.0.map(|cell| (measurement.id, cell)));
            notes = counted.1;
        }
        let Some(own) = own.get(&measurement.id) else { continue };
        let notes = telling.notes(own.notes.iter().chain(&notes).map(Option::as_ref));
        let said: Vec<&str> =
            [notes.as_str()].into_iter().chain(own.said.iter().map(String::as_str)).collect();
        page.text(row, NOTE, said.join(" ").trim())?;
    }
    page.filter(u32::try_from(measurements.len()).unwrap_or(0), columns.len())?;
    Ok((cells, page.finish()?))
}

fn words(
    page: &mut Page<'_>,
    row: u32,
    measurement: &Measurement,
    numbers: &BTreeMap<Id, usize>,
) -> Result<(), XlsxError> {
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
    if let Some(number) = measurement.deducts_from.and_then(|base| numbers.get(&base)) {
        page.count(row, DEDUCTS_FROM, *number)?;
    }
    Ok(())
}

/// Writes what an expression comes to, and what people stated beside it.
fn result(
    page: &mut Page<'_>,
    row: u32,
    telling: &Telling<'_>,
    measurement: &Measurement,
    measured: Option<&Measured>,
    tally: &mut Tally,
) -> Result<Own, XlsxError> {
    let mut own = Own::default();
    for (column, value) in
        [(STATED, measurement.stated_quantity), (CLAIMED, measurement.claimed_quantity)]
    {
        if let Some(value) = value {
            own.notes.push(page.given((row, column), value, 0)?.note);
        }
    }
    if let Some(agreed) = measurement.agreed_quantity {
        let put = page.given((row, AGREED), agreed, 0)?;
        own.agreed = put.cell;
        own.notes.push(put.note);
    }
    if measured.is_some_and(|measured| measured.problem.is_some()) {
        own.said.push(telling.say("note-unread"));
    }
    let Some((measured, quantity)) = measured.and_then(|m| Some((m, m.quantity.as_ref()?))) else {
        return Ok(own);
    };
    // What was read once reads again; its spelling is not kept with the result.
    let text = measurement.expression.as_deref().unwrap_or_default();
    let normalised = lisuan_core::quantity::parse(text).map(|e| e.normalised).unwrap_or_default();
    page.text(row, 5, &normalised)?;
    let node = expression::node(&normalised);
    let exact = page.unrounded((row, EXACT), &quantity.exact, node.as_ref(), false, tally)?;
    own.exact = exact.cell.map(|cell| {
        let known = crate::known::Known { places: None, ..cell.known };
        Cell { known, ..cell }.here()
    });
    let at = (row, QUANTITY);
    let rounded = page.figure(at, quantity.rounded, quantity.places, own.exact.as_ref(), tally)?;
    own.notes.extend([exact.note, rounded.note]);
    own.rounded = rounded.cell;
    if measured.approximate {
        own.said.push(telling.say("note-approximate"));
    }
    Ok(own)
}

/// Writes what deductions leave and which quantity counts; gives its cell.
fn counted(
    page: &mut Page<'_>,
    row: u32,
    id: Id,
    measured: &Measured,
    own: &BTreeMap<Id, Own>,
    tally: &mut Tally,
) -> Result<(Option<Cell>, Vec<Option<Note>>), XlsxError> {
    let Some(ours) = own.get(&id) else { return Ok((None, Vec::new())) };
    let mut notes = Vec::new();
    let mut surveyed = ours.rounded.clone();
    if let Some(net) = measured.net.as_ref().filter(|_| !measured.deductions.is_empty()) {
        let node = net_of(ours, measured, own);
        let put = page.figure((row, NET), net.rounded, net.places, node.as_ref(), tally)?;
        notes.push(put.note);
        surveyed = put.cell;
    }
    let Some(counted) = &measured.counted else { return Ok((None, notes)) };
    let from = match counted.source {
        QuantitySource::Agreed => ours.agreed.as_ref(),
        QuantitySource::Surveyed | QuantitySource::Net => surveyed.as_ref(),
    };
    let quantity = &counted.quantity;
    let node = from.map(Cell::here);
    let at = (row, COUNTED);
    let put = page.figure(at, quantity.rounded, quantity.places, node.as_ref(), tally)?;
    notes.push(put.note);
    Ok((put.cell, notes))
}

/// The exact result less the exact deductions, by their cells. What a deduction takes is its
/// amount: one that is written with a minus is added with it.
fn net_of(ours: &Own, measured: &Measured, own: &BTreeMap<Id, Own>) -> Option<Node> {
    let mut terms = vec![(false, ours.exact.clone()?)];
    for id in &measured.deductions {
        let deduction = own.get(id)?;
        let node = match &deduction.agreed {
            Some(cell) => cell.here(),
            None => deduction.exact.clone()?,
        };
        let less = node.evaluate()?.exact >= Exact::zero();
        terms.push((less, node));
    }
    Some(Node::Sum(terms))
}
