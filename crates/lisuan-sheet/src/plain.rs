//! A table without formulas: text, then numbers.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use rust_xlsxwriter::{Format, Workbook};

use crate::SheetError;

/// Digits a spreadsheet keeps of a number.
const DIGITS_MAX: usize = 15;

/// Writes rows of texts followed by numbers. A number with more digits than a spreadsheet keeps is
/// written as text.
pub fn plain_table(
    name: &str,
    headings: &[String],
    rows: &[(Vec<String>, Vec<Option<Decimal>>)],
) -> Result<Vec<u8>, SheetError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name(name)?;
    let bold = Format::new().set_bold();
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (row, (texts, numbers)) in (1..).zip(rows) {
        let mut column = 0;
        for text in texts {
            sheet.write_string(row, column, text)?;
            column += 1;
        }
        for number in numbers {
            if let Some(number) = number {
                let digits = number.normalize().mantissa().unsigned_abs().to_string().len();
                match number.to_f64().filter(|_| digits <= DIGITS_MAX) {
                    Some(value) => sheet.write_number(row, column, value)?,
                    None => sheet.write_string(row, column, number.to_string())?,
                };
            }
            column += 1;
        }
    }
    Ok(book.save_to_buffer()?)
}
