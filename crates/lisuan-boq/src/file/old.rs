//! XLS. The reader lays out the whole grid a sheet claims and trusts the places of its records, so
//! those are looked at first; should it panic all the same, the file is damaged and nothing else.

use std::io::{Cursor, Read, Write as _};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, Range, Reader, SheetType, SheetVisible, Xls, XlsError};

use crate::error::BoqError;
use crate::limits::{FILE_BYTES_MAX, OLD_GRID_CELLS_MAX, SHEETS_MAX};
use crate::table::{Cell, CellError, Table, TableBuilder, stored_number};

const WHAT: &str = "the workbook";

/// All worksheets in their order.
pub(super) fn tables(bytes: &[u8]) -> Result<Vec<Table>, BoqError> {
    let bytes = checked(bytes)?;
    let read = catch_unwind(AssertUnwindSafe(|| {
        let mut book = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
            XlsError::Password => BoqError::Encrypted,
            other => BoqError::damaged_by(WHAT, other),
        })?;
        let (mut tables, mut cells) = (Vec::new(), 0);
        for sheet in book.sheets_metadata().to_vec() {
            if sheet.typ != SheetType::WorkSheet {
                continue;
            }
            let range = book.worksheet_range(&sheet.name);
            let range = range.map_err(|error| BoqError::damaged_by(WHAT, error))?;
            let formulas = book.worksheet_formula(&sheet.name).unwrap_or_default();
            let hidden = sheet.visible != SheetVisible::Visible;
            let mut builder = TableBuilder::new(Some(sheet.name), hidden, cells);
            fill(&mut builder, &range, &formulas)?;
            cells = builder.cells();
            tables.push(builder.finish());
        }
        Ok(tables)
    }));
    read.unwrap_or_else(|_| Err(BoqError::damaged(WHAT)))
}

fn fill(
    builder: &mut TableBuilder,
    range: &Range<Data>,
    formulas: &Range<String>,
) -> Result<(), BoqError> {
    let Some((first_row, first_column)) = range.start() else { return Ok(()) };
    for (row, column, data) in range.used_cells() {
        let (row, column) = (first_row + row as u32, first_column + column as u32);
        let number = row + 1;
        let cell = match data {
            Data::Empty => None,
            Data::Int(number) => Some(Cell::Number((*number).into())),
            // The shortest text that is this double; its digits beyond 15 are dropped with those
            // of the other formats.
            Data::Float(double) => match stored_number(&double.to_string()) {
                Some(number) => Some(Cell::Number(number)),
                None => builder.text(number, &double.to_string())?,
            },
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
                builder.text(number, text)?
            }
            Data::Bool(truth) => builder.text(number, if *truth { "TRUE" } else { "FALSE" })?,
            Data::DateTime(date) => stored_number(&date.as_f64().to_string()).map(Cell::Number),
            Data::Error(error) => {
                let formula = formulas.get_value((row, column)).filter(|text| !text.is_empty());
                let formula = formula.map(|text| format!("={text}"));
                Some(Cell::Error(Box::new(CellError { name: error.to_string(), formula })))
            }
        };
        if let Some(cell) = cell {
            builder.add(number, column, cell)?;
        }
    }
    Ok(())
}

/// The stream of the workbook in a container of its own. Only records that were looked at reach the
/// reader: containers can be made so that two programs see two streams in them. What a sheet says
/// about its size is blanked, because the reader reserves that much, whatever it is.
fn checked(bytes: &[u8]) -> Result<Vec<u8>, BoqError> {
    let damaged = |error: std::io::Error| BoqError::damaged_by(WHAT, error);
    let mut stream = stream(bytes)?;
    let sheets: Vec<usize> = records(&stream, 0)
        .take_while(|record| record.kind != EOF)
        .filter(|record| record.kind == BOUND_SHEET)
        .filter_map(|record| record.u32(0).and_then(|at| usize::try_from(at).ok()))
        .collect();
    if sheets.len() > SHEETS_MAX {
        let limit = SHEETS_MAX as u64;
        return Err(BoqError::TooMany { what: "sheets", limit, sheet: String::new() });
    }
    let mut sizes = Vec::new();
    look_at(&stream, &sheets, |record| {
        if record.kind == DIMENSIONS {
            sizes.push((record.at, record.bytes.len()));
        }
    })?;
    for (at, length) in sizes {
        stream.get_mut(at..at + length).unwrap_or_default().fill(0);
    }
    // Sheets that lie in each other may have become others by that, so all is looked at again.
    let cells = look_at(&stream, &sheets, |_| {})?;
    if cells > OLD_GRID_CELLS_MAX {
        let limit = OLD_GRID_CELLS_MAX;
        return Err(BoqError::TooMany { what: "cells", limit, sheet: String::new() });
    }
    let clean = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()));
    let mut clean = clean.map_err(damaged)?;
    clean.create_stream("/Workbook").and_then(|mut out| out.write_all(&stream)).map_err(damaged)?;
    clean.flush().map_err(damaged)?;
    Ok(clean.into_inner().into_inner())
}

/// The stream of the workbook.
fn stream(bytes: &[u8]) -> Result<Vec<u8>, BoqError> {
    let damaged = |error: std::io::Error| BoqError::damaged_by(WHAT, error);
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    if file.is_stream("/EncryptedPackage") {
        return Err(BoqError::Encrypted);
    }
    let mut names = ["/Workbook", "/Book", "/WORKBOOK", "/BOOK"].into_iter();
    let name = names.find(|name| file.is_stream(name)).ok_or(BoqError::NotATable)?;
    let mut stream = Vec::new();
    let opened = file.open_stream(name).map_err(damaged)?;
    opened.take(FILE_BYTES_MAX).read_to_end(&mut stream).map_err(damaged)?;
    Ok(stream)
}

/// Goes through the records of each sheet and gives how many cells their grids span together.
fn look_at(
    stream: &[u8],
    sheets: &[usize],
    mut each: impl FnMut(&Record<'_>),
) -> Result<u64, BoqError> {
    let (mut cells, mut looked_at) = (0_u64, 0_usize);
    for start in sheets {
        let mut grid = Grid::default();
        for record in of_sheet(stream, *start) {
            looked_at += record.bytes.len() + 4;
            // Sheets that begin inside each other would be read over and over.
            if looked_at > stream.len().saturating_mul(SHEETS_OVERLAP_MAX) {
                return Err(BoqError::damaged(WHAT));
            }
            grid.take(&record);
            each(&record);
        }
        cells = cells.saturating_add(grid.cells());
    }
    Ok(cells)
}

const BOUND_SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const BEGIN: u16 = 0x0809;
const EOF: u16 = 0x000A;
/// How often the records of a file may be read for its sheets; once in a sound one.
const SHEETS_OVERLAP_MAX: usize = 4;
/// Records that begin with a row and a column.
const PLACED: [u16; 9] = [0x0006, 0x00BD, 0x00BE, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x027E];
const BOOL_ERR: u16 = 0x0205;

struct Record<'a> {
    kind: u16,
    /// Where its bytes begin in the stream.
    at: usize,
    bytes: &'a [u8],
}

impl Record<'_> {
    fn u16(&self, at: usize) -> Option<u16> {
        let two = self.bytes.get(at..at + 2)?;
        Some(u16::from_le_bytes(two.try_into().ok()?))
    }

    fn u32(&self, at: usize) -> Option<u32> {
        let four = self.bytes.get(at..at + 4)?;
        Some(u32::from_le_bytes(four.try_into().ok()?))
    }
}

/// The records from a place on, to the end of the stream.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = Record<'_>> {
    let mut next = start;
    std::iter::from_fn(move || {
        let (head, rest) = stream.get(next..)?.split_at_checked(4)?;
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let bytes = rest.get(..length)?;
        let at = next + 4;
        next = at + length;
        Some(Record { kind, at, bytes })
    })
}

/// The records of one sheet: up to its end, where the ends of charts inside it are not meant.
fn of_sheet(stream: &[u8], start: usize) -> impl Iterator<Item = Record<'_>> {
    let mut depth = 0_u32;
    records(stream, start).take_while(move |record| {
        match record.kind {
            BEGIN => depth += 1,
            EOF => depth = depth.saturating_sub(1),
            _ => {}
        }
        record.kind != EOF || depth > 0
    })
}

/// The part of a sheet that its records span.
#[derive(Default)]
struct Grid {
    rows: Option<(u64, u64)>,
    columns: Option<(u64, u64)>,
}

impl Grid {
    fn take(&mut self, record: &Record<'_>) {
        let wider = |span: Option<(u64, u64)>, at: u64| {
            Some(span.map_or((at, at), |(from, to)| (from.min(at), to.max(at))))
        };
        if PLACED.contains(&record.kind) || record.kind == BOOL_ERR {
            let (Some(row), Some(column)) = (record.u16(0), record.u16(2)) else { return };
            self.rows = wider(self.rows, row.into());
            self.columns = wider(self.columns, column.into());
            // A row of numbers in one record: two bytes of format and four of value each.
            if record.kind == 0x00BD {
                let last = u64::from(column) + (record.bytes.len() / 6) as u64;
                self.columns = wider(self.columns, last);
            }
        }
    }

    fn cells(&self) -> u64 {
        let length = |span: Option<(u64, u64)>| span.map_or(0, |(from, to)| to - from + 1);
        length(self.rows) * length(self.columns)
    }
}
