//! Tables as they come out of any file: only filled cells, rows by their numbers.

use std::collections::HashSet;
use std::sync::Arc;

use rust_decimal::{Decimal, RoundingStrategy};

use crate::error::BoqError;
use crate::limits::{CELL_CHARS_MAX, CELLS_MAX, COLUMNS_MAX, ROWS_MAX};

/// Digits of a binary number that are shown; those beyond belong to its representation.
const NUMBER_DIGITS: u32 = 15;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Text as typed, never blank.
    Text(Arc<str>),
    /// A number.
    Number(Decimal),
    /// A formula that failed.
    Error(Box<CellError>),
}

/// A formula that failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CellError {
    /// `#REF!`.
    pub(crate) name: String,
    /// The formula with its sign, where the file has it.
    pub(crate) formula: Option<String>,
}

/// A row with at least one filled cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Row {
    /// From 1: the sheet's row, in CSV the record.
    pub(crate) number: u32,
    /// In CSV the line of the file at which the record begins.
    pub(crate) line: Option<u32>,
    /// Column from 0, in order.
    pub(crate) cells: Vec<(u16, Cell)>,
}

impl Row {
    pub(crate) fn cell(&self, column: u16) -> Option<&Cell> {
        let at = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        self.cells.get(at).map(|(_, cell)| cell)
    }

    /// The text of all filled cells.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (u16, &str)> {
        self.cells.iter().filter_map(|(column, cell)| match cell {
            Cell::Text(text) => Some((*column, text.as_ref())),
            _ => None,
        })
    }
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Table {
    /// Absent in a CSV file.
    pub(crate) name: Option<String>,
    pub(crate) hidden: bool,
    pub(crate) rows: Vec<Row>,
    /// Numbers are text here anyway, so that is no oddity.
    pub(crate) plain_text: bool,
    /// Cells to the right of the last column that is read.
    pub(crate) cells_beyond: u32,
}

/// Puts a table together under the limits of this crate.
pub(crate) struct TableBuilder {
    table: Table,
    texts: HashSet<Arc<str>>,
    cells: usize,
}

impl TableBuilder {
    /// `cells` is how many the sheets before had.
    pub(crate) fn new(name: Option<String>, hidden: bool, cells: usize) -> Self {
        let plain_text = name.is_none();
        let table = Table { name, hidden, rows: Vec::new(), plain_text, cells_beyond: 0 };
        Self { table, texts: HashSet::new(), cells }
    }

    fn sheet(&self) -> String {
        self.table.name.clone().unwrap_or_default()
    }

    /// Refuses a row number beyond the limit; filled or not, since a reader goes on through it.
    pub(crate) fn check_row(&self, number: u32) -> Result<(), BoqError> {
        if number > ROWS_MAX {
            let limit = u64::from(ROWS_MAX);
            return Err(BoqError::TooMany { what: "rows", limit, sheet: self.sheet() });
        }
        Ok(())
    }

    /// Adds a cell of a row counted from 1 and a column counted from 0.
    pub(crate) fn add(&mut self, number: u32, column: u32, cell: Cell) -> Result<(), BoqError> {
        self.check_row(number)?;
        if column >= COLUMNS_MAX {
            self.table.cells_beyond = self.table.cells_beyond.saturating_add(1);
            return Ok(());
        }
        self.cells += 1;
        if self.cells > CELLS_MAX {
            let limit = CELLS_MAX as u64;
            return Err(BoqError::TooMany { what: "cells", limit, sheet: self.sheet() });
        }
        let column = column as u16;
        match self.table.rows.last_mut() {
            Some(row) if row.number == number => row.cells.push((column, cell)),
            _ => self.table.rows.push(Row { number, line: None, cells: vec![(column, cell)] }),
        }
        Ok(())
    }

    /// The cell of a text: none when it is blank.
    pub(crate) fn text(&mut self, number: u32, text: &str) -> Result<Option<Cell>, BoqError> {
        if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
            return Ok(None);
        }
        // Bytes first: counting characters of every cell is not free.
        if text.len() > CELL_CHARS_MAX && text.chars().count() > CELL_CHARS_MAX {
            let (sheet, limit) = (self.sheet(), CELL_CHARS_MAX);
            return Err(BoqError::CellTooLong { sheet, row: number, limit });
        }
        if let Some(known) = self.texts.get(text) {
            return Ok(Some(Cell::Text(Arc::clone(known))));
        }
        let new: Arc<str> = Arc::from(text);
        self.texts.insert(Arc::clone(&new));
        Ok(Some(Cell::Text(new)))
    }

    /// Says at which line of the file the last row begins.
    pub(crate) fn line(&mut self, number: u32, line: u32) {
        if let Some(row) = self.table.rows.last_mut().filter(|row| row.number == number) {
            row.line = Some(line);
        }
    }

    /// How many cells there are by now, those of the sheets before included.
    pub(crate) const fn cells(&self) -> usize {
        self.cells
    }

    /// The table, its rows and cells in order and each once: files may say otherwise.
    pub(crate) fn finish(mut self) -> Table {
        let rows = &mut self.table.rows;
        if !rows.is_sorted_by(|one, next| one.number < next.number) {
            rows.sort_by_key(|row| row.number);
            rows.dedup_by(|next, one| {
                let same = next.number == one.number;
                if same {
                    one.cells.append(&mut next.cells);
                }
                same
            });
        }
        for row in rows {
            if !row.cells.is_sorted_by(|one, next| one.0 < next.0) {
                row.cells.sort_by_key(|(column, _)| *column);
                row.cells.dedup_by_key(|(column, _)| *column);
            }
        }
        self.table
    }
}

/// The number a workbook stores as text of a binary double: `24.299999999999997` is 24.3. Programs
/// show 15 digits and people see, check and print those; the digits after them come from the
/// binary representation. Nothing when it is no number or too large to be exact.
pub(crate) fn stored_number(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let number = match text.contains(['e', 'E']) {
        true => scientific(text)?,
        false => Decimal::from_str_exact(text).or_else(|_| text.parse()).ok()?,
    };
    let shown =
        number.round_sf_with_strategy(NUMBER_DIGITS, RoundingStrategy::MidpointAwayFromZero)?;
    Some(shown.normalize())
}

/// A number with an exponent; below the smallest decimal it is nothing at all.
pub(crate) fn scientific(text: &str) -> Option<Decimal> {
    let (digits, exponent) = text.split_once(['e', 'E'])?;
    let exponent: i32 = exponent.parse().ok()?;
    let mantissa: Decimal = digits.parse().ok()?;
    if exponent < -40 {
        return Some(Decimal::ZERO);
    }
    if !(-40..=28).contains(&exponent) {
        return None;
    }
    let ten = Decimal::TEN;
    (0..exponent.unsigned_abs()).try_fold(mantissa, |number, _| match exponent > 0 {
        true => number.checked_mul(ten),
        false => number.checked_div(ten),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stored_number_is_the_one_that_is_shown() {
        for (stored, shown) in [
            ("24.299999999999997", "24.3"),
            ("9792.530000000001", "9792.53"),
            ("96.31999999999999", "96.32"),
            ("40301001001", "40301001001"),
            ("1.2E3", "1200"),
            ("2.5e-3", "0.0025"),
            ("-0.30000000000000004", "-0.3"),
            ("1e-300", "0"),
            ("118.40600000000001", "118.406"),
        ] {
            let number = stored_number(stored).map(|number| number.to_string());
            assert_eq!(number.as_deref(), Some(shown), "{stored} is shown with 15 digits");
        }
        for text in ["", "x", "1e400", "NaN", "1e", "--1"] {
            assert_eq!(stored_number(text), None, "{text:?} is no number to compute with");
        }
    }

    #[test]
    fn rows_and_cells_are_in_order_whatever_the_file_says() {
        let mut builder = TableBuilder::new(Some("s".to_owned()), false, 0);
        for (row, column) in [(3, 1), (2, 5), (2, 0), (3, 0), (2, 5)] {
            builder.add(row, column, Cell::Number(Decimal::ONE)).expect("it is within the limits");
        }
        let table = builder.finish();
        let seen: Vec<(u32, Vec<u16>)> = table
            .rows
            .iter()
            .map(|row| (row.number, row.cells.iter().map(|(column, _)| *column).collect()))
            .collect();
        assert_eq!(seen, [(2, vec![0, 5]), (3, vec![0, 1])], "sorted, and each cell once");
    }

    #[test]
    fn limits_are_said() {
        let mut builder = TableBuilder::new(None, false, 0);
        assert!(builder.add(ROWS_MAX + 1, 0, Cell::Number(Decimal::ONE)).is_err(), "too many rows");
        assert!(builder.text(1, &"字".repeat(CELL_CHARS_MAX + 1)).is_err(), "too long a cell");
        assert!(builder.text(1, &"字".repeat(CELL_CHARS_MAX)).is_ok(), "as long as it may be");
        builder.add(1, COLUMNS_MAX, Cell::Number(Decimal::ONE)).expect("it is left out");
        assert_eq!(builder.finish().cells_beyond, 1, "and counted");
    }
}
