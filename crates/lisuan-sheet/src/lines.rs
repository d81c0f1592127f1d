//! The page of loss lines: claimed beside assessed.

use std::collections::{BTreeSet, HashMap};

use lisuan_core::Id;
use lisuan_core::assessment::LineFigures;
use lisuan_core::case::Line;
use rust_decimal::Decimal;
use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::measurements::Quantities;
use crate::node::Node;
use crate::page::{Book, Cell, Page, Put, Tally};
use crate::telling::Telling;
use crate::totals::sum;

const CLAIMED_QUANTITY: u16 = 4;
const CLAIMED_PRICE: u16 = 5;
const CLAIMED: u16 = 6;
const QUANTITY: u16 = 7;
const PRICE: u16 = 8;
const AMOUNT: u16 = 9;
const DIFFERENCE: u16 = 10;
const NOTE: u16 = 12;

/// Amounts of lines are rounded to the cent.
const PLACES: u32 = 2;

/// The cells of one line that steps of the adjustment refer to.
#[derive(Debug, Default)]
pub(crate) struct LineCells {
    pub claimed: Option<Cell>,
    pub quantity: Option<Cell>,
    pub price: Option<Cell>,
    pub amount: Option<Cell>,
}

/// The cells of all lines.
pub(crate) struct Lines {
    /// What stands on the tab of the page.
    pub page: String,
    pub cells: HashMap<Id, LineCells>,
}

pub(crate) fn page(
    book: &Book,
    telling: &Telling<'_>,
    quantities: &Quantities,
    tally: &mut Tally,
) -> Result<(Lines, Worksheet), XlsxError> {
    let columns = telling.columns(&[
        ("number", 6),
        ("item", 28),
        ("location", 22),
        ("unit", 8),
        ("claimed-quantity", 14),
        ("claimed-price", 14),
        ("claimed", 16),
        ("quantity", 14),
        ("price", 14),
        ("amount", 16),
        ("difference", 16),
        ("currency", 9),
        ("note", 40),
    ]);
    let name = telling.page("lines");
    let mut page = Page::table(book, &name, &columns)?;
    let mut cells = HashMap::new();
    let lines = &telling.input.case.lines;
    let mut row = 1;
    for line in lines {
        let Some(figures) = telling.input.assessment.lines.get(&line.id) else { continue };
        page.count(row, 0, row as usize)?;
        page.text(row, 1, line.item.as_deref().unwrap_or_default())?;
        page.text(row, 2, line.location.as_deref().unwrap_or_default())?;
        page.text(row, 3, figures.unit.as_deref().unwrap_or_default())?;
        page.text(row, 11, &figures.currency)?;
        let quantity = line.measurement.and_then(|id| quantities.get(&id));
        let mut writing = Writing { page: &mut page, row, line, figures, tally, notes: Vec::new() };
        let held = writing.line(quantity, &telling.page("measurements"))?;
        let notes = std::mem::take(&mut writing.notes);
        page.text(row, NOTE, &telling.notes(notes.iter().map(Option::as_ref)))?;
        cells.insert(line.id, held);
        row += 1;
    }
    totals(&mut page, telling, &cells, row, tally)?;
    page.filter(row - 1, columns.len())?;
    Ok((Lines { page: name, cells }, page.finish()?))
}

struct Writing<'w, 'b> {
    page: &'w mut Page<'b>,
    row: u32,
    line: &'w Line,
    figures: &'w LineFigures,
    tally: &'w mut Tally,
    notes: Vec<Option<crate::page::Note>>,
}

impl Writing<'_, '_> {
    fn line(&mut self, quantity: Option<&Cell>, measured: &str) -> Result<LineCells, XlsxError> {
        let claimed = self.claimed()?;
        let quantity_cell = match self.figures.quantity {
            Some(value) => {
                let node = quantity.map(|cell| cell.on(measured));
                self.figure(QUANTITY, value, self.figures.quantity_places, node)?
            }
            None => None,
        };
        let price = self.given(PRICE, self.figures.price, PLACES)?;
        let amount = match (self.figures.assessed, self.figures.quantity, self.figures.price) {
            (Some(amount), Some(_), Some(_)) => {
                let node = product(quantity_cell.as_ref(), price.as_ref());
                self.figure(AMOUNT, amount, PLACES, node)?
            }
            (amount, ..) => self.given(AMOUNT, amount, PLACES)?,
        };
        if let (Some(difference), Some(left), Some(right)) =
            (self.figures.difference(), &amount, &claimed)
        {
            let node = Node::Sum(vec![(false, left.here()), (true, right.here())]);
            self.figure(DIFFERENCE, difference, PLACES, Some(node))?;
        }
        Ok(LineCells { claimed, quantity: quantity_cell, price, amount })
    }

    fn claimed(&mut self) -> Result<Option<Cell>, XlsxError> {
        let quantity = self.given(CLAIMED_QUANTITY, self.line.claimed_quantity, 0)?;
        let price = self.given(CLAIMED_PRICE, self.line.claimed_price, PLACES)?;
        match (self.figures.claimed, self.line.claimed_amount) {
            (Some(amount), None) => {
                let node = product(quantity.as_ref(), price.as_ref());
                self.figure(CLAIMED, amount, PLACES, node)
            }
            (amount, _) => self.given(CLAIMED, amount, PLACES),
        }
    }

    fn given(
        &mut self,
        column: u16,
        value: Option<Decimal>,
        places: u32,
    ) -> Result<Option<Cell>, XlsxError> {
        let Some(value) = value else { return Ok(None) };
        let put = self.page.given((self.row, column), value, places)?;
        Ok(self.noted(put))
    }

    fn figure(
        &mut self,
        column: u16,
        figure: Decimal,
        places: u32,
        node: Option<Node>,
    ) -> Result<Option<Cell>, XlsxError> {
        let at = (self.row, column);
        let put = self.page.figure(at, figure, places, node.as_ref(), self.tally)?;
        Ok(self.noted(put))
    }

    fn noted(&mut self, put: Put) -> Option<Cell> {
        self.notes.push(put.note);
        put.cell
    }
}

fn product(quantity: Option<&Cell>, price: Option<&Cell>) -> Option<Node> {
    Some(Node::Product(vec![(false, quantity?.here()), (false, price?.here())]))
}

/// Totals below the lines, where all are in one currency.
fn totals(
    page: &mut Page<'_>,
    telling: &Telling<'_>,
    cells: &HashMap<Id, LineCells>,
    row: u32,
    tally: &mut Tally,
) -> Result<(), XlsxError> {
    let figures: Vec<&LineFigures> = telling.input.assessment.lines.values().collect();
    let currencies: BTreeSet<&str> = figures.iter().map(|f| f.currency.as_str()).collect();
    if currencies.len() != 1 || row < 3 {
        return Ok(());
    }
    page.strong(row, 1, &telling.say("total"))?;
    type Of = fn(&LineFigures) -> Option<Decimal>;
    type At = fn(&LineCells) -> Option<&Cell>;
    let columns: [(u16, Of, At); 2] = [
        (CLAIMED, |f| f.claimed, |c| c.claimed.as_ref()),
        (AMOUNT, |f| f.assessed, |c| c.amount.as_ref()),
    ];
    let mut both = Vec::new();
    for (column, of, at) in columns {
        let values: Vec<Decimal> = figures.iter().filter_map(|figures| of(figures)).collect();
        let held: Vec<&Cell> = cells.values().filter_map(at).collect();
        let total = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value));
        // A sum that leaves out what could only be written as text would be wrong.
        let Some(total) = total.filter(|_| held.len() == values.len() && !held.is_empty()) else {
            continue;
        };
        let node = sum(held.iter().map(|cell| (cell.row, &cell.known)), column, "");
        let put = page.total((row, column), total, PLACES, node.as_ref(), tally)?;
        both.extend(put.cell.map(|cell| (cell, total)));
    }
    if let [(claimed, a), (amount, b)] = both.as_slice()
        && let Some(difference) = b.checked_sub(*a)
    {
        let node = Node::Sum(vec![(false, amount.here()), (true, claimed.here())]);
        page.total((row, DIFFERENCE), difference, PLACES, Some(&node), tally)?;
    }
    Ok(())
}
