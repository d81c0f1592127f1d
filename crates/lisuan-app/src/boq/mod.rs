//! A contract bill of quantities: reading it, and its prices into the case.

mod templates;
mod view;

use std::collections::BTreeMap;
use std::fs;
use std::io::Read as _;
use std::path::Path;

use lisuan_boq::{BoqError, Choices, Field, Import, SheetChoice};
use lisuan_core::change::{Kind, Shape};

use crate::App;
use crate::error::{Code, Error, Result, shown};
use crate::wire::{BoqChoices, BoqView, Delta, Edit};
use crate::words::Words;

/// How prices of a contract are marked in the case.
const BASIS: &str = "contract-boq";

impl App {
    /// Reads a bill without touching a case.
    pub fn read_boq(&self, path: &Path, choices: &BoqChoices) -> Result<BoqView> {
        Ok(view::of(&read(path, &templates::recall(&self.home, choices))?))
    }

    /// Reads a bill and records each item that has a unit price as a price of the open case: all of
    /// them or none, one step of undo. What has no unit price stays in the bill.
    pub fn import_boq(&self, path: &Path, choices: &BoqChoices) -> Result<(BoqView, Delta)> {
        self.with_session(|session| session.writable())?;
        let import = read(path, &templates::recall(&self.home, choices))?;
        let words = Words::of(&self.settings().language);
        let edits = prices(&import, &words);
        if edits.is_empty() {
            return Err(Error::new(Code::NoPrices).with("file", shown(path)));
        }
        let delta = self.edit("import-boq", &import.file_name, &edits)?;
        let view = view::of(&import);
        templates::remember(&self.home, &view);
        Ok((view, delta))
    }
}

fn read(path: &Path, choices: &BoqChoices) -> Result<Import> {
    let choices = chosen(choices)?;
    let bytes = bytes_of(path)?;
    lisuan_boq::read(&bytes, &shown(path), &choices).map_err(|error| failed(path, error))
}

/// Reads the whole file; one that is too large is refused before it is read.
fn bytes_of(path: &Path) -> Result<Vec<u8>> {
    let io = |error| Error::io(path, error);
    // Asked before opening: opening a pipe would wait for whoever writes into it.
    let metadata = fs::metadata(path).map_err(io)?;
    if !metadata.is_file() {
        return Err(Error::new(Code::NotABill).with("file", shown(path)));
    }
    // One byte more than the reader takes, so that a file that grows is refused by its limit.
    let file = fs::File::open(path).map_err(io)?;
    let mut bytes = Vec::new();
    file.take(lisuan_boq::limits::FILE_BYTES_MAX + 1).read_to_end(&mut bytes).map_err(io)?;
    Ok(bytes)
}

fn failed(path: &Path, error: BoqError) -> Error {
    let code = |code| Error::new(code).with("file", shown(path));
    let made = match &error {
        BoqError::TooLarge { limit_bytes } => {
            code(Code::BillTooLarge).with("limit", format!("{} MiB", limit_bytes >> 20))
        }
        BoqError::TooMany { limit, .. } => code(Code::BillTooLarge).with("limit", limit),
        BoqError::CellTooLong { limit, .. } => code(Code::BillTooLarge).with("limit", limit),
        BoqError::Bomb { .. } => code(Code::BillTooLarge).with("limit", "1 GiB"),
        BoqError::Encrypted => code(Code::BillLocked),
        BoqError::NotATable | BoqError::Unsupported { .. } => code(Code::NotABill),
        _ => code(Code::BillDamaged),
    };
    let reason = error.to_string();
    made.with("reason", reason).because(error)
}

/// The choices as the reader takes them; a field that does not exist is refused.
fn chosen(choices: &BoqChoices) -> Result<Choices> {
    let field = |name: &str| {
        Field::from_name(name).ok_or_else(|| Error::new(Code::NotFound).with("what", name))
    };
    let mut out = Choices::default();
    for (name, sheet) in &choices.sheets {
        let columns = sheet.columns.iter().map(|(name, column)| Ok((field(name)?, *column)));
        let columns = columns.collect::<Result<BTreeMap<Field, Option<u16>>>>()?;
        let header_rows = sheet.header_rows.map(|[first, last]| (first, last));
        let choice = SheetChoice { include: sheet.include, header_rows, columns };
        out.sheets.insert(name.clone(), choice);
    }
    for (fingerprint, columns) in &choices.remembered {
        let columns = columns.iter().map(|(name, column)| Ok((field(name)?, *column)));
        out.remembered.insert(fingerprint.clone(), columns.collect::<Result<_>>()?);
    }
    for (target, value) in [
        (&mut out.restore_leading_zero, choices.restore_leading_zero),
        (&mut out.brackets_are_negative, choices.brackets_are_negative),
        (&mut out.placeholders_are_zero, choices.placeholders_are_zero),
    ] {
        *target = value.unwrap_or(*target);
    }
    out.encoding.clone_from(&choices.encoding);
    out.delimiter = choices.delimiter;
    Ok(out)
}

/// The items with a unit price as prices of a case.
fn prices(import: &Import, words: &Words) -> Vec<Edit> {
    let known: BTreeMap<&str, Shape> =
        Kind::Price.fields().iter().map(|field| (field.name, field.shape)).collect();
    let mut edits = Vec::new();
    for (sheet, item) in import.items() {
        let Some(price) = item.unit_price else { continue };
        let (row, sheet) = (item.row.to_string(), sheet.name.as_deref().unwrap_or_default());
        let place = words.say("boq-place", &[("sheet", sheet), ("row", &row)]);
        let source = format!("{} {}", import.file_name, place.trim());
        let values = [
            ("item", item.name.clone().or_else(|| item.code.clone())),
            ("boq_code", item.code.clone()),
            ("unit", item.unit.clone()),
            ("amount", Some(price.to_string())),
            ("basis", Some(BASIS.to_owned())),
            ("source", Some(source)),
            ("feature", item.feature.clone()),
            ("boq_quantity", item.quantity.map(|quantity| quantity.to_string())),
        ];
        let fields = values.into_iter().filter_map(|(name, value)| {
            let value = match known.get(name)? {
                // A name longer than its field is cut; the bill itself has the rest.
                Shape::Text(max) => value?.chars().take(*max).collect(),
                _ => value?,
            };
            Some((name.to_owned(), value))
        });
        let kind = Kind::Price.as_str().to_owned();
        edits.push(Edit::Add { kind, fields: fields.collect(), name: None });
    }
    edits
}
