//! Sheets that sum up others: their lines are compared with the sheets they name.

use rust_decimal::Decimal;

use crate::choices::Choices;
use crate::column::Field;
use crate::import::{Role, Scope, SheetImport, Skipped, Subtotal, SubtotalKind};
use crate::layout::Layout;
use crate::narrow::label;
use crate::row::Seen;
use crate::table::Table;
use crate::total::{added, warning};
use crate::words;

/// Whether a sheet sums up others: it has words and amounts only, and says so or names them.
pub(crate) fn is_one(table: &Table, start: usize, layout: &Layout, names: &[String]) -> bool {
    let own = [Field::Code, Field::Unit, Field::Base, Field::Rate];
    if layout.has_quantities() || own.into_iter().any(|field| layout.column(field).is_some()) {
        return false;
    }
    let says = |text: &str| {
        let text = label(text);
        text.contains("汇总") || text.contains("summary")
    };
    let above = table.rows.iter().take(start).flat_map(|row| row.texts());
    if table.name.as_deref().is_some_and(says) || above.into_iter().any(|(_, text)| says(text)) {
        return true;
    }
    let own = table.name.as_deref().map(label);
    let named = |text: &str| {
        let text = label(text);
        names.iter().map(|name| label(name)).any(|name| name == text && Some(&name) != own.as_ref())
    };
    let rows = table.rows.iter().skip(start);
    rows.flat_map(|row| row.texts()).filter(|(_, text)| named(text)).count() > 0
}

/// Compares the lines of a summary with the sheets that were read.
pub(crate) fn compared(
    table: &Table,
    start: usize,
    layout: Layout,
    sheets: &[SheetImport],
    choices: &Choices,
    step: Decimal,
) -> SheetImport {
    let mut out = crate::sheet::left_out(table, Role::Summary);
    out.skipped.push(Skipped { rows: Vec::new(), reason: Role::Summary.as_str() });
    for row in table.rows.iter().skip(start).filter(|row| row.number > layout.header_rows.1) {
        let seen = Seen::new(row, &layout, table.plain_text, choices);
        let Some(printed) = seen.amount.value else { continue };
        let name = seen.name.as_deref().or(seen.code.as_deref()).or_else(|| seen.label());
        let Some(name) = name else { continue };
        let scope = match sheet_named(name, sheets) {
            Some(sheet) => Scope::Sheet(sheet.name.clone().unwrap_or_default()),
            None if row.texts().any(|(_, text)| words::sum(text).is_some()) => Scope::File,
            None => Scope::None,
        };
        let in_scope = |sheet: &&SheetImport| match &scope {
            Scope::Sheet(name) => sheet.name.as_ref() == Some(name),
            Scope::File => true,
            _ => false,
        };
        let range = added(sheets.iter().filter(in_scope).flat_map(|sheet| &sheet.items), step);
        let computed = range.sum.filter(|_| scope != Scope::None).map(|sum| sum.normalize());
        let difference = computed.and_then(|computed| printed.checked_sub(computed));
        let subtotal = Subtotal {
            row: row.number,
            line: row.line,
            label: crate::narrow::unstretched(name),
            kind: SubtotalKind::Summary,
            printed: Some(printed.normalize()),
            computed,
            difference: difference.map(|difference| difference.normalize()),
            scope,
            missing_rows: range.missing_rows,
        };
        out.warnings.extend(warning(&Subtotal { missing_rows: Vec::new(), ..subtotal.clone() }));
        out.subtotals.push(subtotal);
    }
    out.layout = Some(layout);
    out
}

/// The sheet that a line names: by its whole name, by its number of a chapter, or as the only one
/// whose name has it in it.
fn sheet_named<'s>(line: &str, sheets: &'s [SheetImport]) -> Option<&'s SheetImport> {
    let line = label(line);
    let with_items = || sheets.iter().filter(|sheet| sheet.role == Role::Items);
    let named = |sheet: &&SheetImport| sheet.name.as_deref().map(label).unwrap_or_default();
    if let Some(sheet) = with_items().find(|sheet| named(sheet) == line) {
        return Some(sheet);
    }
    let chapter = chapter(&line);
    let chapters =
        |sheet: &&SheetImport| chapter.is_some() && self::chapter(&named(sheet)) == chapter;
    if let Some(sheet) = with_items().find(chapters) {
        return Some(sheet);
    }
    let part = |sheet: &&SheetImport| {
        let name = named(sheet);
        line.chars().count() > 1
            && name.chars().count() > 1
            && (name.contains(&line) || line.contains(&name))
    };
    let mut found = with_items().filter(part);
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

/// `第200章 路基` and `200章` → 200.
fn chapter(text: &str) -> Option<u32> {
    let (before, _) = text.split_once('章')?;
    let digits: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
    digits.chars().rev().collect::<String>().parse().ok()
}
