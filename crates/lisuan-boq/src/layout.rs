//! Where the header of a table stands and which column is what.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use crate::choices::{Choices, SheetChoice};
use crate::column::{Field, How, normal, recognised};
use crate::table::{Cell, Row, Table};

/// How far down a header is looked for.
const HEADER_ROW_MAX: usize = 200;
/// Rows of one header.
const HEADER_ROWS_MAX: usize = 3;

/// A recognised column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub field: Field,
    /// Which it is, from 0.
    pub column: u16,
    /// The words over it.
    pub header: String,
    /// How it was recognised.
    pub how: How,
}

/// The layout of a table: where its header stands and which column is what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// First and last row of the header, from 1.
    pub header_rows: (u32, u32),
    /// Columns that are used, by field.
    pub columns: Vec<Column>,
    /// Columns with the heading of a field that another column has.
    pub passed_over: Vec<Column>,
    /// Normal texts of each header row, by column.
    pub(crate) texts: Vec<Vec<(u16, String)>>,
}

impl Layout {
    /// Which column holds a field.
    pub fn column(&self, field: Field) -> Option<u16> {
        self.columns.iter().find(|column| column.field == field).map(|column| column.column)
    }

    /// Names the template: the same for all files with these headings at these columns, wherever
    /// their header stands.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        for row in &self.texts {
            for (column, text) in row {
                hash.update(format!("{column}\t{text}\n"));
            }
            hash.update("\n");
        }
        hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
            // Writing to a string does not fail.
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    }

    /// A bill of quantities has these; a sheet without them lists sums.
    pub(crate) fn has_quantities(&self) -> bool {
        self.column(Field::Quantity).is_some() || self.column(Field::UnitPrice).is_some()
    }

    /// How many columns were recognised for certain.
    pub(crate) fn certain(&self) -> usize {
        self.columns.iter().filter(|column| column.how == How::Found).count()
    }

    /// Whether a table can be read by it.
    fn suffices(&self) -> bool {
        let has = |field| self.column(field).is_some();
        let what = has(Field::Name) || has(Field::Code);
        let worth = [Field::Quantity, Field::UnitPrice, Field::Amount].into_iter().any(has);
        what && worth && self.columns.len() >= 3
    }
}

/// The header at a row, the longest that the rows from there on make. A choice of columns is not
/// applied here.
pub(crate) fn at(rows: &[Row], start: usize) -> Option<Layout> {
    let first = rows.get(start)?;
    // Titles and forms over the header may have the word of a heading in them.
    if first.texts().count() < 3 || first.texts().any(|(_, text)| crate::words::form(text)) {
        return None;
    }
    let mut best: Option<Layout> = None;
    for length in 1..=HEADER_ROWS_MAX {
        let Some(window) = rows.get(start..start + length) else { break };
        let next_to_each_other = window.windows(2).all(|pair| pair[1].number - pair[0].number == 1);
        if !next_to_each_other || !window.iter().skip(1).all(|row| continues(first, row)) {
            break;
        }
        let layout = of_rows(window);
        let better = match &best {
            None => true,
            Some(best) => layout.columns.len() > best.columns.len(),
        };
        if layout.suffices() && better {
            best = Some(layout);
        }
    }
    best
}

/// Whether a row can be a further row of a header: words, and under each other what belongs
/// together. A row of data has a name, a code or a number.
fn continues(first: &Row, row: &Row) -> bool {
    let numbers = row.cells.iter().any(|(_, cell)| !matches!(cell, Cell::Text(_)));
    if numbers || row.cells.is_empty() {
        return false;
    }
    let known = row.texts().filter(|(_, text)| recognised(text).is_some()).count();
    let short = row.texts().all(|(_, text)| !normal(text).is_empty());
    // A second header, of a table right below, is no part of this one.
    let again = row.texts().filter(|(column, text)| {
        first
            .cell(*column)
            .is_some_and(|above| matches!(above, Cell::Text(above) if above.as_ref() == *text))
    });
    // A heading below a header is a single text, and so is the last row of a header at times.
    short
        && again.count() < 2
        && (known > 0 || row.cells.len() > 1 && row.cells.len() < first.cells.len())
        && row.texts().all(|(_, text)| !text.contains(|c: char| c.is_ascii_digit()))
}

/// The layout that these rows make as a header.
pub(crate) fn of_rows(rows: &[Row]) -> Layout {
    let mut over: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
    for row in rows {
        for (column, text) in row.texts() {
            over.entry(column).or_default().push(text);
        }
    }
    let mut candidates: Vec<Column> = Vec::new();
    for (column, texts) in &over {
        let Some((field, how)) = of_texts(texts) else { continue };
        let header = texts.iter().map(|text| crate::narrow::unstretched(text));
        let header = header.collect::<Vec<String>>().join(" / ");
        candidates.push(Column { field, column: *column, header, how });
    }
    settle_item_column(&mut candidates, &over);
    let (mut columns, mut passed_over): (Vec<Column>, Vec<Column>) = (Vec::new(), Vec::new());
    for candidate in candidates {
        match columns.iter_mut().find(|column| column.field == candidate.field) {
            None => columns.push(candidate),
            // A sure heading wins over a similar one, the first over the next.
            Some(known) if candidate.how < known.how => {
                passed_over.push(std::mem::replace(known, candidate));
            }
            Some(_) => passed_over.push(candidate),
        }
    }
    columns.sort_by_key(|column| column.field);
    let texts =
        rows.iter().map(|row| row.texts().map(|(column, text)| (column, normal(text))).collect());
    let number = |row: Option<&Row>| row.map_or(0, |row| row.number);
    Layout {
        header_rows: (number(rows.first()), number(rows.last())),
        columns,
        passed_over,
        texts: texts.collect(),
    }
}

/// The field under several headings of one column: the lowest says it most narrowly; where it says
/// nothing known, the words together may, as in 项目 over 编码.
fn of_texts(texts: &[&str]) -> Option<(Field, How)> {
    let last = texts.last()?;
    if let Some(found) = recognised(last) {
        return Some(found);
    }
    if texts.len() > 1 {
        let joined = texts.concat();
        if let Some((field, How::Found)) = recognised(&joined) {
            return Some((field, How::Found));
        }
        // Only a unit in brackets below: 单价 over （元）.
        if normal(last).is_empty() || matches!(normal(last).as_str(), "元" | "rmb" | "cny" | "usd")
        {
            return of_texts(&texts[..texts.len() - 1]);
        }
    }
    None
}

/// `Item` is the code in one bill and the name in another, told by what else there is.
fn settle_item_column(candidates: &mut Vec<Column>, over: &BTreeMap<u16, Vec<&str>>) {
    let has = |candidates: &[Column], field| candidates.iter().any(|column| column.field == field);
    let item = over.iter().find(|(_, texts)| {
        texts.last().is_some_and(|text| matches!(normal(text).as_str(), "item" | "items" | "项目"))
    });
    let Some((column, texts)) = item else { return };
    let field = match (has(candidates, Field::Name), has(candidates, Field::Code)) {
        (false, _) => Field::Name,
        (true, false) => Field::Code,
        (true, true) if !has(candidates, Field::Number) => Field::Number,
        (true, true) => return,
    };
    let header = texts.join(" / ");
    candidates.push(Column { field, column: *column, header, how: How::Similar });
}

/// The header of a table: the first rows that make a sufficient one, or those that were chosen.
/// Gives the index of its first row too.
pub(crate) fn find(table: &Table, choices: &Choices) -> Option<(usize, Layout)> {
    let chosen = choices.sheet(table.name.as_deref());
    let found = match chosen.and_then(|choice| choice.header_rows) {
        Some((first, last)) => {
            let start = table.rows.iter().position(|row| row.number >= first)?;
            let rows = &table.rows[start..];
            let last = last.max(first);
            let length = rows.iter().take_while(|row| row.number <= last).count();
            (start, of_rows(rows.get(..length.clamp(1, HEADER_ROWS_MAX))?))
        }
        None => {
            let rows = table.rows.iter().take(HEADER_ROW_MAX).enumerate();
            let mut all = rows.filter_map(|(start, _)| Some((start, at(&table.rows, start)?)));
            match all.next() {
                Some(found) => found,
                // Columns without a header can only be named by a person.
                None if chosen.is_some_and(|choice| !choice.columns.is_empty()) => {
                    (0, of_rows(&[]))
                }
                None => return None,
            }
        }
    };
    let (start, mut layout) = found;
    if let Some(columns) = choices.remembered.get(&layout.fingerprint()) {
        for (field, column) in columns {
            put(&mut layout, *field, Some(*column), How::Remembered);
        }
    }
    apply(&mut layout, chosen);
    Some((start, layout))
}

/// Applies the columns that a person chose for a sheet.
pub(crate) fn apply(layout: &mut Layout, chosen: Option<&SheetChoice>) {
    for (field, column) in chosen.into_iter().flat_map(|choice| &choice.columns) {
        put(layout, *field, *column, How::Chosen);
    }
}

fn put(layout: &mut Layout, field: Field, column: Option<u16>, how: How) {
    layout.columns.retain(|known| known.field != field && Some(known.column) != column);
    let Some(column) = column else { return };
    let over = layout.texts.iter().flatten().filter(|(at, _)| *at == column);
    let header = over.map(|(_, text)| text.as_str()).collect::<Vec<&str>>().join(" / ");
    layout.columns.push(Column { field, column, header, how });
    layout.columns.sort_by_key(|column| column.field);
}
