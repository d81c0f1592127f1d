//! The statement of adjustment as a workbook whose figures compute themselves again.
//!
//! Every amount is a formula that refers to the cells it comes from, so that whoever receives the
//! workbook can follow and change it. A spreadsheet computes in binary floating point and the
//! program does not; the formulas are built so that both give the same cent:
//!
//! - **Rounding twice.** `1.005` has no binary form, and a product that is exactly half a cent may
//!   come out a hair below it. `ROUND(ROUND(x,8),2)` first takes that hair away. How many decimals
//!   the inner rounding has is chosen for each figure from a bound on the error of its formula.
//! - **Nothing is taken on trust.** For each formula the exact value and the error bound are
//!   compared with the program's figure; where the formula could give another cent, the figure
//!   itself is written, and the note beside it says so.
//! - **15 digits.** A number with more significant digits is written as text with a note: a
//!   spreadsheet would change its last digits without a word.
//! - **Shares.** Parts are shared to the cent by largest remainder; the cent that a part got on
//!   top of its formula stands in the formula and in the note.
//!
//! Text from a case is never a formula: it is written as text, and marked as text where its first
//! character would make it a formula once somebody edits the cell. The same input gives the same
//! bytes.

mod derive;
mod expression;
mod findings;
mod known;
mod lines;
mod measurements;
mod node;
mod page;
mod steps;
mod summary;
mod table;
mod telling;
mod totals;

use std::io::{self, Write};
use std::time::Duration;

use lisuan_core::assessment::Assessment;
use lisuan_core::case::Case;
use lisuan_core::moment::Moment;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use crate::page::{Book, Tally};
pub use crate::table::{Cell, CellKind, Column, Table, csv, parquet, xlsx};
use crate::telling::Telling;

/// Everything a workbook is made from.
pub struct SheetInput<'a> {
    /// The case.
    pub case: &'a Case,
    /// What that case comes to.
    pub assessment: &'a Assessment,
    /// The claimed moment of export; goes into the properties of the file.
    pub made_at: Moment,
    /// The program and its version, `Lisuan 0.1.0`.
    pub program: &'a str,
    /// What stands in a cell until somebody recalculates.
    pub cached: Cached,
}

/// What a cell with a formula holds before it is recalculated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cached {
    /// The program's figure, for everyone who only looks.
    Figures,
    /// Zero: every figure that shows was computed by the spreadsheet. For checking one against the
    /// other.
    Zeros,
}

/// How much of a workbook is live.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// Cells with a formula.
    pub live: usize,
    /// Computed figures that had to be written as they are; each has a note beside it.
    pub fixed: usize,
}

/// Why a workbook could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// The place it is written to failed.
    #[error("writing the workbook: {0}")]
    Write(#[source] io::Error),
    /// The case does not fit into a workbook: more rows than a sheet has.
    #[error("laying out the workbook: {0}")]
    Layout(#[source] XlsxError),
}

impl From<XlsxError> for SheetError {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::IoError(source) => Self::Write(source),
            XlsxError::ZipError(error) => Self::Write(io::Error::other(error)),
            other => Self::Layout(other),
        }
    }
}

/// The words of a language by key; the key itself where there are none.
pub type Words<'a> = &'a dyn Fn(&str, &[(&str, &str)]) -> String;

/// Writes the workbook: summary, loss lines, measurements, steps of the adjustment, findings.
pub fn write(
    input: &SheetInput<'_>,
    words: Words<'_>,
    out: impl Write + Send,
) -> Result<Written, SheetError> {
    let telling = Telling::new(input, words);
    let book = Book::new(&telling, input.cached);
    let mut tally = Tally::default();
    let (measured, measurements) = measurements::page(&book, &telling, &mut tally)?;
    let (held, lines) = lines::page(&book, &telling, &measured, &mut tally)?;
    let (cells, steps, totals) = steps::page(&book, &telling, &held, &mut tally)?;
    let summary = summary::page(&book, &telling, &cells, &mut tally)?;
    let findings = findings::page(&book, &telling)?;
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(input, &telling));
    let pages: [Option<Worksheet>; 6] =
        [Some(summary), Some(lines), Some(measurements), Some(steps), Some(findings), totals];
    for page in pages.into_iter().flatten() {
        workbook.push_worksheet(page);
    }
    workbook.save_to_writer(out)?;
    Ok(Written { live: tally.live, fixed: tally.fixed })
}

fn properties(input: &SheetInput<'_>, telling: &Telling<'_>) -> DocProperties {
    let title = [telling.say("title"), telling.claim_no().to_owned()].join(" ");
    let properties = DocProperties::new().set_title(title.trim()).set_comment(input.program);
    match made_at_utc(input.made_at) {
        Some(time) => properties.set_creation_datetime(&time),
        None => properties,
    }
}

/// The moment in UTC, as the properties of a file have it.
fn made_at_utc(moment: Moment) -> Option<ExcelDateTime> {
    let shift = Duration::from_secs(u64::from(moment.offset_minutes().unsigned_abs()) * 60);
    let east = moment.offset_minutes() > 0;
    let local = moment.local();
    let utc = if east { local.checked_sub(shift) } else { local.checked_add(shift) }.ok()?;
    let part = |value: i8| u8::try_from(value).ok();
    let day = ExcelDateTime::from_ymd(
        u16::try_from(utc.year()).ok()?,
        part(utc.month())?,
        part(utc.day())?,
    );
    let (hour, minute) = (u16::try_from(utc.hour()).ok()?, part(utc.minute())?);
    day.and_then(|day| day.and_hms(hour, minute, f64::from(utc.second()))).ok()
}
