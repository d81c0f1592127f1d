//! XLSX. Cells are read one after the other as they stand in the part, so that a sheet that claims
//! a million rows costs what it holds, and numbers stay text until they are exact decimals.

use std::collections::HashMap;
use std::io::BufRead;
use std::sync::Arc;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::package::Package;
use super::xml::{attribute, damaged, push_reference, reader};
use crate::error::BoqError;
use crate::limits::SHEETS_MAX;
use crate::table::{Cell, CellError, Table, TableBuilder, stored_number};

const RELATIONS: &str = "the list of sheets";
const SMALL_PART_BYTES_MAX: u64 = 16 << 20;

/// A sheet as the workbook lists it.
struct Listed {
    name: String,
    hidden: bool,
    part: String,
}

/// All worksheets in the order of the workbook.
pub(super) fn tables(package: &mut Package<'_>) -> Result<Vec<Table>, BoqError> {
    let listed = listed(package)?;
    let shared = shared_texts(package)?;
    let (mut tables, mut cells) = (Vec::new(), 0);
    for sheet in listed {
        let Some(part) = package.part(&sheet.part)? else { continue };
        let builder = TableBuilder::new(Some(sheet.name), sheet.hidden, cells);
        let read = SheetReader { builder, shared: &shared, part: &sheet.part };
        let (table, count) = read.read(reader(part))?;
        cells = count;
        tables.push(table);
    }
    Ok(tables)
}

/// Where the workbook lies and which sheets it has.
fn listed(package: &mut Package<'_>) -> Result<Vec<Listed>, BoqError> {
    let root = package.text("_rels/.rels", SMALL_PART_BYTES_MAX)?.unwrap_or_default();
    let book = relations(&root)?
        .into_values()
        .find(|one| one.kind.ends_with("/officeDocument"))
        .map_or_else(|| "xl/workbook.xml".to_owned(), |one| resolved("", &one.target));
    let (folder, file) = book.rsplit_once('/').unwrap_or(("", &book));
    let relations_part = format!("{folder}/_rels/{file}.rels");
    let text = package.text(&relations_part, SMALL_PART_BYTES_MAX)?.unwrap_or_default();
    let known = relations(&text)?;
    let text = package.text(&book, SMALL_PART_BYTES_MAX)?;
    let text = text.ok_or_else(|| BoqError::damaged(RELATIONS))?;
    let mut xml = reader(text.as_bytes());
    let (mut buffer, mut out) = (Vec::new(), Vec::new());
    loop {
        match xml.read_event_into(&mut buffer).map_err(damaged(RELATIONS))? {
            Event::Start(element) if element.local_name().as_ref() == "sheet" => {
                let state = attribute(&element, "state");
                let relation = attribute(&element, "id").and_then(|id| known.get(&id));
                // Charts and macro sheets hold no cells.
                if let Some(one) = relation.filter(|one| one.kind.ends_with("/worksheet")) {
                    out.push(Listed {
                        name: attribute(&element, "name").unwrap_or_default(),
                        hidden: state.is_some_and(|state| state != "visible"),
                        part: resolved(folder, &one.target),
                    });
                }
            }
            Event::Eof => break,
            _ => {}
        }
        buffer.clear();
    }
    if out.len() > SHEETS_MAX {
        let limit = SHEETS_MAX as u64;
        return Err(BoqError::TooMany { what: "sheets", limit, sheet: String::new() });
    }
    Ok(out)
}

struct Relation {
    kind: String,
    target: String,
}

fn relations(text: &str) -> Result<HashMap<String, Relation>, BoqError> {
    let mut xml = reader(text.as_bytes());
    let (mut buffer, mut out) = (Vec::new(), HashMap::new());
    loop {
        match xml.read_event_into(&mut buffer).map_err(damaged(RELATIONS))? {
            Event::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let get = |name| attribute(&element, name).unwrap_or_default();
                out.insert(get("Id"), Relation { kind: get("Type"), target: get("Target") });
            }
            Event::Eof => return Ok(out),
            _ => {}
        }
        buffer.clear();
    }
}

/// The name of a part that another part in `folder` points to.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(whole) = target.strip_prefix('/') {
        return whole.to_owned();
    }
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                steps.pop();
            }
            step => steps.push(step),
        }
    }
    steps.join("/")
}

/// The texts that cells share.
fn shared_texts(package: &mut Package<'_>) -> Result<Vec<Arc<str>>, BoqError> {
    const PART: &str = "xl/sharedStrings.xml";
    let Some(part) = package.part(PART)? else { return Ok(Vec::new()) };
    let mut xml = reader(part);
    let (mut buffer, mut out) = (Vec::new(), Vec::new());
    loop {
        match xml.read_event_into(&mut buffer).map_err(damaged(PART))? {
            Event::Start(element) if element.local_name().as_ref() == "si" => {
                out.push(rich_text(&mut xml, "si", PART)?.into());
            }
            Event::Eof => return Ok(out),
            _ => {}
        }
        buffer.clear();
    }
}

/// The text of the runs up to the end of `until`; how it is pronounced is left out.
fn rich_text<R: BufRead>(xml: &mut Reader<R>, until: &str, part: &str) -> Result<String, BoqError> {
    let (mut buffer, mut text) = (Vec::new(), String::new());
    let (mut in_text, mut spoken) = (false, 0_u32);
    loop {
        match xml.read_event_into(&mut buffer).map_err(damaged(part))? {
            Event::Start(element) => match element.local_name().as_ref() {
                "t" => in_text = spoken == 0,
                "rPh" => spoken += 1,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "t" => in_text = false,
                "rPh" => spoken = spoken.saturating_sub(1),
                name if name == until => return Ok(without_escapes(text)),
                _ => {}
            },
            Event::Text(run) if in_text => text.push_str(&run.xml10_content()),
            Event::CData(run) if in_text => text.push_str(&run.xml10_content()),
            Event::GeneralRef(reference) if in_text => push_reference(&mut text, &reference),
            Event::Eof => return Err(BoqError::damaged(part)),
            _ => {}
        }
        buffer.clear();
    }
}

/// `_x000D_` stands for a carriage return that XML could not carry.
fn without_escapes(text: String) -> String {
    if text.contains("_x000") {
        return text.replace("_x000D_", "\r").replace("_x000A_", "\n").replace("_x0009_", "\t");
    }
    text
}

struct SheetReader<'s> {
    builder: TableBuilder,
    shared: &'s [Arc<str>],
    part: &'s str,
}

/// A cell while it is read.
#[derive(Default)]
struct Raw {
    kind: String,
    value: String,
    formula: String,
}

impl SheetReader<'_> {
    fn read<R: BufRead>(mut self, mut xml: Reader<R>) -> Result<(Table, usize), BoqError> {
        let mut buffer = Vec::new();
        let (mut row, mut column) = (0_u32, 0_u32);
        loop {
            match xml.read_event_into(&mut buffer).map_err(damaged(self.part))? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "row" => {
                        let given = attribute(&element, "r").and_then(|text| text.parse().ok());
                        row = given.unwrap_or_else(|| row.saturating_add(1));
                        column = 0;
                    }
                    "c" => {
                        let place = attribute(&element, "r").and_then(|text| place(&text));
                        (row, column) = place.unwrap_or((row.max(1), column));
                        let raw = self.raw(&mut xml, &element)?;
                        if let Some(cell) = self.cell(row, raw)? {
                            self.builder.add(row, column, cell)?;
                        }
                        column = column.saturating_add(1);
                    }
                    _ => {}
                },
                Event::End(element) if element.local_name().as_ref() == "sheetData" => break,
                // A sheet that ends in the middle would give half a bill.
                Event::Eof => return Err(BoqError::damaged(self.part)),
                _ => {}
            }
            buffer.clear();
        }
        let cells = self.builder.cells();
        Ok((self.builder.finish(), cells))
    }

    fn raw<R: BufRead>(
        &self,
        xml: &mut Reader<R>,
        element: &BytesStart<'_>,
    ) -> Result<Raw, BoqError> {
        let mut raw = Raw { kind: attribute(element, "t").unwrap_or_default(), ..Raw::default() };
        let (mut buffer, mut inside) = (Vec::new(), "");
        loop {
            match xml.read_event_into(&mut buffer).map_err(damaged(self.part))? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "v" => inside = "v",
                    "f" => inside = "f",
                    "is" => raw.value = rich_text(xml, "is", self.part)?,
                    _ => {}
                },
                Event::Text(text) => push(&mut raw, inside, &text.xml10_content()),
                Event::CData(text) => push(&mut raw, inside, &text.xml10_content()),
                Event::GeneralRef(reference) => {
                    let mut text = String::new();
                    push_reference(&mut text, &reference);
                    push(&mut raw, inside, &text);
                }
                Event::End(element) => match element.local_name().as_ref() {
                    "c" => return Ok(raw),
                    "v" | "f" => inside = "",
                    _ => {}
                },
                Event::Eof => return Err(BoqError::damaged(self.part)),
                _ => {}
            }
            buffer.clear();
        }
    }

    /// What the cell holds: of a formula its value as last computed.
    fn cell(&mut self, row: u32, raw: Raw) -> Result<Option<Cell>, BoqError> {
        match raw.kind.as_str() {
            "s" => {
                let shared =
                    raw.value.trim().parse().ok().and_then(|at: usize| self.shared.get(at));
                let Some(text) = shared.cloned() else {
                    return match raw.value.is_empty() {
                        true => Ok(None),
                        false => Err(BoqError::damaged(self.part)),
                    };
                };
                self.builder.text(row, &text)
            }
            "e" => {
                let formula = (!raw.formula.is_empty()).then(|| format!("={}", raw.formula));
                Ok(Some(Cell::Error(Box::new(CellError { name: raw.value, formula }))))
            }
            "" | "n" => match stored_number(&raw.value) {
                Some(number) => Ok(Some(Cell::Number(number))),
                None => self.builder.text(row, &raw.value),
            },
            "str" => self.builder.text(row, &without_escapes(raw.value)),
            _ => self.builder.text(row, &raw.value),
        }
    }
}

fn push(raw: &mut Raw, inside: &str, text: &str) {
    match inside {
        "v" => raw.value.push_str(text),
        "f" => raw.formula.push_str(text),
        _ => {}
    }
}

/// `B12` → row 12, column 1.
fn place(text: &str) -> Option<(u32, u32)> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let digit = letter.to_ascii_uppercase().checked_sub(b'A').filter(|digit| *digit < 26)?;
        column.checked_mul(26)?.checked_add(u32::from(digit) + 1)
    })?;
    Some((row.parse().ok().filter(|row| *row > 0)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_and_targets() {
        assert_eq!(place("A1"), Some((1, 0)));
        assert_eq!(place("AB12"), Some((12, 27)));
        for text in ["", "A", "1", "A0", "É1", "AAAAAAAAAAAA1", "A99999999999"] {
            assert_eq!(place(text), None, "{text:?} names no cell");
        }
        assert_eq!(resolved("xl", "worksheets/sheet1.xml"), "xl/worksheets/sheet1.xml");
        assert_eq!(resolved("xl", "/xl/worksheets/a.xml"), "xl/worksheets/a.xml");
        assert_eq!(resolved("xl/x", "../worksheets/a.xml"), "xl/worksheets/a.xml");
    }
}
