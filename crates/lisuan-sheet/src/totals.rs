//! Sums over many cells.

use lisuan_core::money::{Exact, round};
use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::known::Known;
use crate::node::Node;
use crate::page::{Book, Page, Tally, letters, prefix};
use crate::telling::Telling;

/// The most pieces in the brackets of one `SUM`; spreadsheets take 255.
const PIECES_MAX: usize = 60;

/// The most cells in one `SUM`: what is added one by one drifts, and a rounded part does not.
const CELLS_MAX: usize = 500;

/// `SUM` over cells of one column, by their rows; nothing when it would have too many pieces.
pub(crate) fn sum<'k>(
    terms: impl Iterator<Item = (u32, &'k Known)>,
    column: u16,
    page: &str,
) -> Option<Node> {
    let mut terms: Vec<(u32, &Known)> = terms.collect();
    terms.sort_by_key(|(row, _)| *row);
    let pieces = pieces(&terms, column, page);
    (pieces.len() <= PIECES_MAX).then_some(())?;
    Some(Node::Total(format!("SUM({})", pieces.join(",")), added(&terms)?))
}

/// Cells that stand below each other become one range.
fn pieces(terms: &[(u32, &Known)], column: u16, page: &str) -> Vec<String> {
    let letters = letters(column);
    let mut pieces = Vec::new();
    let mut rest = terms;
    while let Some(((first, _), more)) = rest.split_first() {
        let run = more.iter().zip(first + 1..).take_while(|((row, _), next)| row == next).count();
        let last = more[..run].last().map_or(*first, |(row, _)| *row);
        pieces.push(if last == *first {
            format!("{page}{letters}{}", first + 1)
        } else {
            format!("{page}{letters}{}:{letters}{}", first + 1, last + 1)
        });
        rest = &more[run..];
    }
    pieces
}

/// What a sum comes to, with the drift of adding one by one.
fn added(terms: &[(u32, &Known)]) -> Option<Known> {
    let mut exact = Exact::zero();
    let mut places = Some(0u32);
    let (mut error, mut largest) = (0.0f64, 0.0f64);
    for (_, known) in terms {
        exact = exact.checked_add(&known.exact).ok()?;
        places = places.zip(known.places).map(|(a, b)| a.max(b));
        error += known.error;
        // The error of a number in a cell is at least its size times epsilon.
        largest += known.error / f64::EPSILON;
    }
    let drift = terms.len() as f64 * largest * (f64::EPSILON / 4.0);
    Some(Known::computed(exact, error + drift, places))
}

/// The page of partial sums, for sums too long for one formula.
pub(crate) struct Partial {
    page: String,
    rows: Vec<(String, Known)>,
}

const FIGURE: u16 = 1;

impl Partial {
    pub fn new(telling: &Telling<'_>) -> Self {
        Self { page: telling.page("totals"), rows: Vec::new() }
    }

    /// A sum as `sum` makes it, or over partial sums on a page of their own.
    pub fn sum(
        &mut self,
        mut terms: Vec<(u32, &Known)>,
        column: u16,
        home: &str,
        here: bool,
    ) -> Option<Node> {
        terms.sort_by_key(|(row, _)| *row);
        let away = prefix(home);
        if terms.len() <= CELLS_MAX {
            let page = if here { "" } else { away.as_str() };
            if let Some(node) = sum(terms.iter().copied(), column, page) {
                return Some(node);
            }
        }
        let start = self.rows.len();
        let mut rest = terms.as_slice();
        while !rest.is_empty() {
            let mut many = rest.len().min(CELLS_MAX);
            while pieces(&rest[..many], column, &away).len() > PIECES_MAX {
                many = (many / 2).max(1);
            }
            let (part, more) = rest.split_at(many);
            let known = added(part)?;
            let figure = round(&known.exact, known.places?).ok()?;
            let rounding = known.rounding(known.places?, figure)?;
            let formula =
                rounding.around(&format!("SUM({})", pieces(part, column, &away).join(",")));
            self.rows.push((formula, Known::rounded(figure, known.places?)?));
            rest = more;
        }
        let rows = (0..).zip(&self.rows).skip(start);
        let parts: Vec<(u32, &Known)> = rows.map(|(row, (_, known))| (row + 1, known)).collect();
        sum(parts.into_iter(), FIGURE, &prefix(&self.page))
    }

    /// The page; nothing where no sum was too long.
    pub fn page(
        self,
        book: &Book,
        telling: &Telling<'_>,
        tally: &mut Tally,
    ) -> Result<Option<Worksheet>, XlsxError> {
        if self.rows.is_empty() {
            return Ok(None);
        }
        let columns = telling.columns(&[("number", 6), ("partial", 20)]);
        let mut page = Page::table(book, &self.page, &columns)?;
        for (row, (formula, known)) in (1..).zip(&self.rows) {
            page.count(row, 0, row as usize)?;
            let (Some(figure), Some(places)) = (known.exact.to_decimal(), known.places) else {
                continue;
            };
            page.formula((row, FIGURE), formula, figure, places, tally)?;
        }
        Ok(Some(page.finish()?))
    }
}
