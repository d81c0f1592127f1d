//! Comma-separated values.

use csv::{Terminator, WriterBuilder};

use super::{Cell, Table};
use crate::SheetError;

/// Marks the file as UTF-8 for spreadsheets.
const MARK: &[u8] = "\u{feff}".as_bytes();

/// The table as CSV in UTF-8 (RFC 4180), with headings.
///
/// # Errors
/// When a row has another number of cells than there are columns.
pub fn csv(table: &Table) -> Result<Vec<u8>, SheetError> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(MARK.to_vec());
    let failed = |error: csv::Error| SheetError::Write(error.into());
    writer.write_record(table.columns.iter().map(|column| &column.heading)).map_err(failed)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(text)).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| SheetError::Write(error.into_error()))
}

fn text(cell: &Cell) -> String {
    match cell {
        Cell::Text(text) => harmless(text),
        Cell::Day(day) => day.map(|day| day.to_string()).unwrap_or_default(),
        Cell::Number(number) => number.map(|number| number.to_string()).unwrap_or_default(),
    }
}

/// A text from a case is never a formula when a spreadsheet opens the file.
fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::example;
    use super::csv;

    #[test]
    fn text_is_quoted_and_never_a_formula() {
        let text = String::from_utf8(csv(&example()).unwrap()).unwrap();
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split("\r\n").collect();
        let expected = [
            "栏 file,栏 paid_on,栏 paid",
            "\"甲, \"\"乙\"\"\",2024-07-12,20000000.05",
            "\"'=HYPERLINK(\"\"x\"\")\",,",
            ",1969-12-31,-1234567890123456.789",
            "",
        ];
        assert_eq!(lines, expected);
    }
}
