//! The page of steps: every figure of the adjustment and the way to it.

use lisuan_core::adjustment::{Figure, Step, formula_text};
use lisuan_core::money::Exact;
use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::derive::Formulas;
use crate::lines::Lines;
use crate::node::Node;
use crate::page::{Book, Cell, Page, Put, Tally};
use crate::telling::Telling;
use crate::totals::Partial;

const RESULT: u16 = 4;
const NOTE: u16 = 7;

/// The cells of the steps, in their order; nothing for one that is no number.
pub(crate) type Cells = Vec<Option<Cell>>;

pub(crate) fn page(
    book: &Book,
    telling: &Telling<'_>,
    lines: &Lines,
    tally: &mut Tally,
) -> Result<(Cells, Worksheet, Option<Worksheet>), XlsxError> {
    let columns = telling.columns(&[
        ("number", 6),
        ("step", 30),
        ("subject", 28),
        ("formula", 48),
        ("result", 18),
        ("unit", 8),
        ("clause", 24),
        ("note", 40),
    ]);
    let steps = &telling.input.assessment.adjustment.steps;
    let name = telling.page("steps");
    let mut page = Page::table(book, &name, &columns)?;
    let mut formulas = Formulas {
        steps,
        cells: Vec::with_capacity(steps.len()),
        page: name,
        column: RESULT,
        lines,
        partial: Partial::new(telling),
    };
    for (row, step) in (1..).zip(steps) {
        page.count(row, 0, row as usize)?;
        page.text(row, 1, &telling.say_other(step.key))?;
        page.text(row, 2, step.subject.map_or("", |subject| telling.name(subject)))?;
        page.text(row, 3, &formula_text(&step.formula, steps))?;
        page.text(row, 6, step.clause.as_deref().unwrap_or_default())?;
        let node = formulas.node(step);
        let put = result(&mut page, row, step, node.as_ref(), tally)?;
        let note = match &step.result {
            Figure::Unknown(reason) => telling.reason(*reason),
            _ => telling.note(put.note.as_ref()),
        };
        page.text(row, NOTE, &note)?;
        formulas.cells.push(put.cell);
    }
    page.filter(u32::try_from(steps.len()).unwrap_or(0), columns.len())?;
    let totals = formulas.partial.page(book, telling, tally)?;
    Ok((formulas.cells, page.finish()?, totals))
}

fn result(
    page: &mut Page<'_>,
    row: u32,
    step: &Step,
    node: Option<&Node>,
    tally: &mut Tally,
) -> Result<Put, XlsxError> {
    let at = (row, RESULT);
    let (value, unit) = match &step.result {
        Figure::Money(money) => (money.amount(), money.currency().code().to_owned()),
        Figure::Quantity(value, unit) => (*value, unit.to_string()),
        Figure::Number(value) => (*value, String::new()),
        Figure::Percent(ratio) => return page.unrounded(at, ratio, node, true, tally),
        Figure::Unknown(_) => {
            page.text(row, RESULT, &step.result.text())?;
            return Ok(Put::default());
        }
    };
    page.text(row, RESULT + 1, &unit)?;
    match step.rounding {
        Some(places) => page.figure(at, value, places, node, tally),
        None => page.unrounded(at, &Exact::from_decimal(value), node, false, tally),
    }
}
