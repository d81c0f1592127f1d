//! ODS. Repeated cells and rows are written out only where they hold something, under the limits of
//! this crate: a few bytes can claim a million filled rows.

use std::collections::HashSet;
use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::Package;
use super::xml::{attribute, damaged, push_reference, reader, unescaped};
use crate::error::BoqError;
use crate::limits::{CELL_CHARS_MAX, COLUMNS_MAX, ROWS_MAX, SHEETS_MAX};
use crate::table::{Cell, CellError, Table, TableBuilder, stored_number};

const PART: &str = "content.xml";
/// Parts of a sheet whose text is not the text of a cell.
const ASIDE: [&str; 6] =
    ["annotation", "tracked-changes", "shapes", "frame", "custom-shape", "forms"];

/// All sheets in their order.
pub(super) fn tables(package: &mut Package<'_>) -> Result<Vec<Table>, BoqError> {
    let part = package.part(PART)?.ok_or_else(|| BoqError::damaged(PART))?;
    let mut xml = reader(part);
    let (mut buffer, mut hidden_styles) = (Vec::new(), HashSet::new());
    let (mut tables, mut cells, mut style) = (Vec::new(), 0, String::new());
    loop {
        match xml.read_event_into(&mut buffer).map_err(damaged(PART))? {
            Event::Start(element) => match element.local_name().as_ref() {
                "style" => style = attribute(&element, "name").unwrap_or_default(),
                "table-properties"
                    if attribute(&element, "display").is_some_and(|display| display == "false") =>
                {
                    hidden_styles.insert(style.clone());
                }
                "table" => {
                    let name = attribute(&element, "name").unwrap_or_default();
                    let style = attribute(&element, "style-name").unwrap_or_default();
                    let hidden = hidden_styles.contains(&style);
                    let builder = TableBuilder::new(Some(name), hidden, cells);
                    let (table, count) = SheetReader { builder, row: 1 }.read(&mut xml)?;
                    cells = count;
                    tables.push(table);
                    if tables.len() > SHEETS_MAX {
                        let limit = SHEETS_MAX as u64;
                        let sheet = String::new();
                        return Err(BoqError::TooMany { what: "sheets", limit, sheet });
                    }
                }
                _ => {}
            },
            Event::Eof => return Ok(tables),
            _ => {}
        }
        buffer.clear();
    }
}

struct SheetReader {
    builder: TableBuilder,
    /// The row under way, from 1.
    row: u32,
}

impl SheetReader {
    fn read<R: BufRead>(mut self, xml: &mut Reader<R>) -> Result<(Table, usize), BoqError> {
        let mut buffer = Vec::new();
        loop {
            match xml.read_event_into(&mut buffer).map_err(damaged(PART))? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "table-row" => {
                        let repeat = repeated(&element, "number-rows-repeated");
                        self.rows(xml, repeat)?;
                    }
                    name if ASIDE.contains(&name) => skip(xml, &element)?,
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "table" => break,
                Event::Eof => return Err(BoqError::damaged(PART)),
                _ => {}
            }
            buffer.clear();
        }
        let cells = self.builder.cells();
        Ok((self.builder.finish(), cells))
    }

    /// Reads a row and writes it out as often as it is repeated.
    fn rows<R: BufRead>(&mut self, xml: &mut Reader<R>, repeat: u32) -> Result<(), BoqError> {
        let (mut buffer, mut cells, mut column) = (Vec::new(), Vec::new(), 0_u32);
        loop {
            match xml.read_event_into(&mut buffer).map_err(damaged(PART))? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "table-cell" | "covered-table-cell" => {
                        let repeat = repeated(&element, "number-columns-repeated");
                        let end = column.saturating_add(repeat);
                        if let Some(cell) = self.cell(xml, &element)? {
                            // One beyond the last column is enough to say that there are more.
                            for column in column..end.min(COLUMNS_MAX + 1) {
                                cells.push((column, cell.clone()));
                            }
                        }
                        column = end;
                    }
                    name if ASIDE.contains(&name) => skip(xml, &element)?,
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "table-row" => break,
                Event::Eof => return Err(BoqError::damaged(PART)),
                _ => {}
            }
            buffer.clear();
        }
        let end = self.row.saturating_add(repeat);
        if !cells.is_empty() {
            for row in self.row..end.min(ROWS_MAX + 2) {
                for (column, cell) in &cells {
                    self.builder.add(row, *column, cell.clone())?;
                }
            }
        }
        self.row = end;
        Ok(())
    }

    fn cell<R: BufRead>(
        &mut self,
        xml: &mut Reader<R>,
        element: &BytesStart<'_>,
    ) -> Result<Option<Cell>, BoqError> {
        let kind = named(element, "office:value-type").unwrap_or_default();
        let failed = named(element, "calcext:value-type").is_some_and(|kind| kind == "error");
        let value = named(element, "office:value");
        let formula = named(element, "table:formula");
        let text = text(xml)?;
        let wrong = formula.is_some() && (text.starts_with('#') || text.starts_with("Err:"));
        if failed || wrong {
            let formula = formula.map(|formula| match formula.split_once(":=") {
                Some((_, formula)) => format!("={formula}"),
                None => formula,
            });
            return Ok(Some(Cell::Error(Box::new(CellError { name: text, formula }))));
        }
        if matches!(kind.as_str(), "float" | "currency" | "percentage")
            && let Some(number) = value.as_deref().and_then(stored_number)
        {
            return Ok(Some(Cell::Number(number)));
        }
        self.builder.text(self.row, &text)
    }
}

/// The paragraphs of a cell, one line each.
fn text<R: BufRead>(xml: &mut Reader<R>) -> Result<String, BoqError> {
    let (mut buffer, mut text, mut paragraphs) = (Vec::new(), String::new(), 0_u32);
    let mut inside = 0_u32;
    loop {
        match xml.read_event_into(&mut buffer).map_err(damaged(PART))? {
            Event::Start(element) => match element.local_name().as_ref() {
                "p" | "h" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    (paragraphs, inside) = (paragraphs.saturating_add(1), inside + 1);
                }
                "s" => {
                    let count = attribute(&element, "c").and_then(|count| count.parse().ok());
                    let count = count.unwrap_or(1_usize).min(CELL_CHARS_MAX);
                    text.extend(std::iter::repeat_n(' ', count));
                }
                "line-break" => text.push('\n'),
                "tab" => text.push('\t'),
                name if ASIDE.contains(&name) => skip(xml, &element)?,
                _ => {}
            },
            Event::Text(run) if inside > 0 => text.push_str(&run.xml10_content()),
            Event::CData(run) if inside > 0 => text.push_str(&run.xml10_content()),
            Event::GeneralRef(reference) if inside > 0 => push_reference(&mut text, &reference),
            Event::End(element) => match element.local_name().as_ref() {
                "p" | "h" => inside = inside.saturating_sub(1),
                "table-cell" | "covered-table-cell" => return Ok(text),
                _ => {}
            },
            Event::Eof => return Err(BoqError::damaged(PART)),
            _ => {}
        }
        // Enough to know that it is too long; the rest need not be kept.
        if text.len() > 8 * CELL_CHARS_MAX {
            text.truncate(text.floor_char_boundary(7 * CELL_CHARS_MAX));
        }
        buffer.clear();
    }
}

fn skip<R: BufRead>(xml: &mut Reader<R>, element: &BytesStart<'_>) -> Result<(), BoqError> {
    let end = element.to_end().into_owned();
    xml.read_to_end_into(end.name(), &mut Vec::new()).map_err(damaged(PART))?;
    Ok(())
}

fn repeated(element: &BytesStart<'_>, name: &str) -> u32 {
    let repeat = attribute(element, name).and_then(|text| text.parse().ok());
    repeat.unwrap_or(1).max(1)
}

/// An attribute by its name with the usual prefix: two that matter differ in nothing else.
fn named(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok()??;
    Some(unescaped(&found.value))
}
