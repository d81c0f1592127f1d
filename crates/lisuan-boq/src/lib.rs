//! Contract bills of quantities as they come in practice: bytes → tables → a recognised layout →
//! items, headings, printed sums beside computed ones, and every other row with the reason why it
//! is none of these.
//!
//! Nothing is guessed silently: what was decided is in [`Import::choices`] and can be decided
//! otherwise by [`Choices`]; what looks odd is a [`Warning`] at its row. A number of a workbook is
//! taken with 15 digits, as every spreadsheet program shows it; that of a CSV file with all.

mod check;
mod choices;
mod code;
mod column;
mod error;
mod file;
mod import;
mod layout;
pub mod limits;
mod narrow;
mod number;
mod page;
mod row;
mod section;
mod sheet;
mod summary;
mod table;
mod total;
mod unit;
mod warning;
mod words;

pub use choices::{Choice, Choices, SheetChoice};
pub use column::{Field, How};
pub use error::BoqError;
pub use file::Format;
pub use import::{
    Heading, Import, Item, Role, Scope, SheetImport, Skipped, Subtotal, SubtotalKind,
};
pub use layout::{Column, Layout};
pub use warning::{Fact, KINDS, Warning};

use table::Table;

/// Reads a bill. `file_name` is for showing: what the file is, its bytes say.
pub fn read(bytes: &[u8], file_name: &str, choices: &Choices) -> Result<Import, BoqError> {
    let file = file::read(bytes, choices)?;
    let names: Vec<String> = file.tables.iter().filter_map(|table| table.name.clone()).collect();
    let mut summaries = Vec::new();
    let mut sheets = Vec::with_capacity(file.tables.len());
    for (at, table) in file.tables.iter().enumerate() {
        let include = choices.sheet(table.name.as_deref()).and_then(|choice| choice.include);
        sheets.push(match (include, table.hidden) {
            (Some(false), _) => whole(table, Role::LeftOut),
            (None, true) => whole(table, Role::Hidden),
            _ if table.rows.is_empty() => whole(table, Role::Empty),
            _ => match layout::find(table, choices) {
                None => whole(table, if is_cover(table) { Role::Cover } else { Role::Unknown }),
                Some((start, layout)) => {
                    if include.is_none() && summary::is_one(table, start, &layout, &names) {
                        summaries.push((at, start, layout));
                        sheet::left_out(table, Role::Summary)
                    } else {
                        sheet::read(table, start, layout, choices)
                    }
                }
            },
        });
    }
    let amount_step = check::amount_step(&sheets);
    check::items(&mut sheets, amount_step);
    check::codes(&mut sheets);
    for (at, start, layout) in summaries {
        sheets[at] =
            summary::compared(&file.tables[at], start, layout, &sheets, choices, amount_step);
    }
    for sheet in &mut sheets {
        sheet.warnings.sort_by_key(|warning| warning.row);
    }
    let choices = decided(&file, &sheets, choices);
    let file_name = file_name.to_owned();
    Ok(Import { file_name, format: file.format, amount_step, sheets, choices })
}

fn whole(table: &Table, role: Role) -> SheetImport {
    let mut out = sheet::left_out(table, role);
    out.skipped.push(Skipped { rows: Vec::new(), reason: role.as_str() });
    out
}

/// A page of words: few rows, hardly ever two filled cells side by side, no figures.
fn is_cover(table: &Table) -> bool {
    let cells: usize = table.rows.iter().map(|row| row.cells.len()).sum();
    table.rows.len() <= 80 && cells <= table.rows.len() * 3
}

/// What was decided on the way.
fn decided(file: &file::Read, sheets: &[SheetImport], choices: &Choices) -> Vec<Choice> {
    let mut out = Vec::new();
    if let Some(decoded) = &file.decoded {
        let how = |chosen| if chosen { "chosen" } else { "found" };
        let delimiter = match decoded.delimiter {
            '\t' => "tab".to_owned(),
            other => other.to_string(),
        };
        for (what, value, how) in [
            ("encoding", decoded.encoding.to_owned(), how(choices.encoding.is_some())),
            ("delimiter", delimiter, how(choices.delimiter.is_some())),
        ] {
            out.push(Choice { sheet: None, what, value, how, count: None });
        }
        if decoded.quotes_are_text {
            let value = "text".to_owned();
            out.push(Choice { sheet: None, what: "quotes", value, how: "found", count: None });
        }
    }
    for sheet in sheets {
        out.extend(decided_of_sheet(sheet, choices));
    }
    for (what, kind, on) in [
        (
            "restore-leading-zero",
            warning::kind::CODE_LEADING_ZERO_LOST,
            choices.restore_leading_zero,
        ),
        ("brackets-are-negative", warning::kind::BRACKET_NEGATIVE, choices.brackets_are_negative),
        (
            "placeholders-are-zero",
            warning::kind::PLACEHOLDER_AS_ZERO,
            choices.placeholders_are_zero,
        ),
    ] {
        let all = sheets.iter().flat_map(|sheet| &sheet.warnings);
        let count = all.filter(|warning| warning.kind == kind).count();
        let how = if on { "found" } else { "chosen" };
        out.push(Choice { sheet: None, what, value: on.to_string(), how, count: Some(count) });
    }
    out
}

fn decided_of_sheet(sheet: &SheetImport, choices: &Choices) -> Vec<Choice> {
    let chosen = choices.sheet(sheet.name.as_deref());
    let name = || sheet.name.clone();
    let how = match (chosen.and_then(|choice| choice.include), sheet.role) {
        (Some(_), _) => "chosen",
        (None, Role::Items) => "found",
        (None, role) => role.as_str(),
    };
    let included = sheet.role == Role::Items;
    let value = included.to_string();
    let mut out = vec![Choice { sheet: name(), what: "include", value, how, count: None }];
    let Some(layout) = sheet.layout.as_ref().filter(|_| included) else { return out };
    let (first, last) = layout.header_rows;
    let by_hand = chosen.is_some_and(|choice| choice.header_rows.is_some());
    let how = if by_hand { "chosen" } else { "found" };
    let value = if first == last { first.to_string() } else { format!("{first}-{last}") };
    out.push(Choice { sheet: name(), what: "header-rows", value, how, count: None });
    for column in &layout.columns {
        let value = format!("{}={}", column.field.as_str(), letters(column.column));
        let how = column.how.as_str();
        out.push(Choice { sheet: name(), what: "columns", value, how, count: None });
    }
    out
}

/// The name of a column as spreadsheets show it: 0 is A, 27 is AB.
pub fn letters(column: u16) -> String {
    let mut rest = u32::from(column) + 1;
    let mut out = Vec::new();
    while rest > 0 {
        rest -= 1;
        out.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    out.iter().rev().collect()
}
