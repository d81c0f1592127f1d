//! A plain table of typed cells, without formulas: CSV and XLSX for people, Parquet for programs.

mod columnar;
mod separated;
mod workbook;

use lisuan_core::moment::Date;
use rust_decimal::Decimal;

pub use columnar::parquet;
pub use separated::csv;
pub use workbook::xlsx;

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What programs call it: `paid_on`. The same in every language.
    pub name: &'static str,
    /// What people read.
    pub heading: String,
    /// What its cells hold.
    pub kind: CellKind,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CellKind {
    /// Text.
    Text,
    /// A day.
    Day,
    /// An exact number.
    Number,
}

/// One cell; what is unknown is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text.
    Text(String),
    /// A day.
    Day(Option<Date>),
    /// An exact number.
    Number(Option<Decimal>),
}

/// Rows of cells; each row has a cell of its kind for every column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The name of the sheet.
    pub name: String,
    /// Columns in order.
    pub columns: Vec<Column>,
    /// Rows in order.
    pub rows: Vec<Vec<Cell>>,
}

/// Some of each kind, for the tests of all three formats.
#[cfg(test)]
fn example() -> Table {
    let column = |name, kind| Column { name, heading: format!("栏 {name}"), kind };
    let row = |text: &str, day: Option<&str>, number: Option<&str>| {
        vec![
            Cell::Text(text.to_owned()),
            Cell::Day(day.map(|day| day.parse().unwrap())),
            Cell::Number(number.map(|number| number.parse().unwrap())),
        ]
    };
    Table {
        name: "统计".to_owned(),
        columns: vec![
            column("file", CellKind::Text),
            column("paid_on", CellKind::Day),
            column("paid", CellKind::Number),
        ],
        rows: vec![
            row("甲, \"乙\"", Some("2024-07-12"), Some("20000000.05")),
            row("=HYPERLINK(\"x\")", None, None),
            row("", Some("1969-12-31"), Some("-1234567890123456.789")),
        ],
    }
}
