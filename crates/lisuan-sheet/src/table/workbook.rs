//! A workbook of one sheet.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{Cell, Table};
use crate::SheetError;

/// Digits a spreadsheet keeps of a number.
const DIGITS_MAX: usize = 15;

/// The table as a workbook, its headings frozen. A number with more digits than a spreadsheet keeps
/// and a day before its calendar begins are written as text.
///
/// # Errors
/// When there are more rows than a sheet has.
pub fn xlsx(table: &Table) -> Result<Vec<u8>, SheetError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(&table.name)?;
    let bold = Format::new().set_bold();
    for (column, heading) in (0..).zip(&table.columns) {
        sheet.write_string_with_format(0, column, &heading.heading, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (row, cells) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(cells) {
            write(sheet, row, column, cell)?;
        }
    }
    Ok(book.save_to_buffer()?)
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    match cell {
        Cell::Text(text) => sheet.write_string(row, column, text)?,
        Cell::Day(Some(day)) => match date(*day) {
            Some(date) => {
                let format = Format::new().set_num_format("yyyy-mm-dd");
                sheet.write_datetime_with_format(row, column, &date, &format)?
            }
            None => sheet.write_string(row, column, day.to_string())?,
        },
        Cell::Number(Some(number)) => match float(*number) {
            Some(value) => sheet.write_number(row, column, value)?,
            None => sheet.write_string(row, column, number.to_string())?,
        },
        Cell::Day(None) | Cell::Number(None) => return Ok(()),
    };
    Ok(())
}

fn date(day: lisuan_core::moment::Date) -> Option<ExcelDateTime> {
    let part = |value: i8| u8::try_from(value).ok();
    let (month, number) = (part(day.month())?, part(day.day())?);
    ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, month, number).ok()
}

/// The number a spreadsheet holds, where it is the same number.
fn float(number: Decimal) -> Option<f64> {
    let digits = number.normalize().mantissa().unsigned_abs().to_string().len();
    number.to_f64().filter(|_| digits <= DIGITS_MAX)
}
