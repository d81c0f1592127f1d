//! A bill as it was read → what crosses to the window and to scripts.

use lisuan_boq::{Fact, Import, Item, Role, Scope, SheetImport, Subtotal, Warning, letters};
use rust_decimal::Decimal;
use serde_json::{Value, json};

use crate::wire::{
    BoqChoice, BoqColumn, BoqCounts, BoqHeading, BoqItem, BoqSheet, BoqSkipped, BoqSubtotal,
    BoqView, BoqWarning,
};

/// The whole bill.
pub(super) fn of(import: &Import) -> BoqView {
    // Summaries come last: what they sum up stands before them.
    let (sums, others): (Vec<&SheetImport>, Vec<&SheetImport>) =
        import.sheets.iter().partition(|sheet| sheet.role == Role::Summary);
    let ordered: Vec<&SheetImport> = others.into_iter().chain(sums).collect();
    let each = || ordered.iter().copied();
    let items: Vec<BoqItem> =
        each().flat_map(|sheet| sheet.items.iter().map(|one| item(sheet, one))).collect();
    let headings: Vec<BoqHeading> =
        each().flat_map(|sheet| sheet.headings.iter().map(|one| heading(sheet, one))).collect();
    let subtotals: Vec<BoqSubtotal> =
        each().flat_map(|sheet| sheet.subtotals.iter().map(|one| subtotal(sheet, one))).collect();
    let warnings: Vec<BoqWarning> =
        each().flat_map(|sheet| sheet.warnings.iter().map(|one| warning(sheet, one))).collect();
    let skipped = each().flat_map(|sheet| {
        sheet.skipped.iter().map(|one| BoqSkipped {
            sheet: sheet.name.clone(),
            rows: (!one.rows.is_empty()).then(|| one.rows.clone()),
            reason: one.reason.to_owned(),
        })
    });
    let counts = BoqCounts {
        items: count(items.len()),
        headings: count(headings.len()),
        subtotals: count(subtotals.len()),
        warnings: count(warnings.len()),
        items_amount_sum: import.amount_sum().map(text),
    };
    BoqView {
        file: import.file_name.clone(),
        format: import.format.as_str().to_owned(),
        amount_precision: import.amount_step.to_string(),
        skipped: skipped.collect(),
        items,
        headings,
        subtotals,
        warnings,
        counts,
        sheets: import.sheets.iter().map(sheet).collect(),
        choices: import.choices.iter().map(choice).collect(),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn text(number: Decimal) -> String {
    number.normalize().to_string()
}

fn heading(sheet: &SheetImport, heading: &lisuan_boq::Heading) -> BoqHeading {
    BoqHeading {
        sheet: sheet.name.clone(),
        row: heading.row,
        level: count(heading.level),
        title: heading.title.clone(),
        code: heading.code.clone(),
        line: heading.line,
    }
}

fn item(sheet: &SheetImport, item: &Item) -> BoqItem {
    BoqItem {
        sheet: sheet.name.clone(),
        row: item.row,
        code: item.code.clone(),
        name: item.name.clone(),
        feature: item.feature.clone(),
        unit: item.unit.clone(),
        unit_norm: item.unit_norm.clone(),
        quantity: item.quantity.map(text),
        unit_price: item.unit_price.map(text),
        amount: item.amount.map(text),
        section: (!item.section.is_empty()).then(|| item.section.join(" > ")),
        code_raw: item.code_raw.clone(),
        provisional: item.provisional.map(text),
        continuation_rows: item.continuation_rows.clone(),
        line: item.line,
    }
}

fn subtotal(sheet: &SheetImport, one: &Subtotal) -> BoqSubtotal {
    let scope_sheet = match &one.scope {
        Scope::Sheet(name) => Some(Some(name.clone())),
        Scope::File | Scope::None if sheet.role == Role::Summary => Some(None),
        _ => None,
    };
    BoqSubtotal {
        sheet: sheet.name.clone(),
        row: one.row,
        label: one.label.clone(),
        kind: one.kind.as_str().to_owned(),
        printed: one.printed.map(text),
        computed: one.computed.map(text),
        difference: one.difference.map(text),
        scope_rows: match one.scope {
            Scope::Rows(from, to) => Some([from, to]),
            _ => None,
        },
        scope_sheet,
        missing_amount_rows: one.missing_rows.clone(),
        line: one.line,
    }
}

fn warning(sheet: &SheetImport, one: &Warning) -> BoqWarning {
    let value = |fact: &Fact| match fact {
        Fact::Text(text) => json!(text),
        Fact::Number(number) => json!(text(*number)),
        Fact::Rows(rows) => json!(rows),
        Fact::Place(sheet, row) => json!({ "sheet": sheet, "row": row }),
    };
    let facts = one.facts.iter().map(|(name, fact)| ((*name).to_owned(), value(fact)));
    BoqWarning {
        sheet: sheet.name.clone(),
        row: one.row,
        kind: one.kind.to_owned(),
        facts: facts.collect::<std::collections::BTreeMap<String, Value>>(),
    }
}

fn sheet(sheet: &SheetImport) -> BoqSheet {
    let layout = sheet.layout.as_ref();
    let columns = layout.into_iter().flat_map(|layout| &layout.columns).map(|column| BoqColumn {
        field: column.field.as_str().to_owned(),
        column: column.column,
        letters: letters(column.column),
        header: column.header.clone(),
        how: column.how.as_str().to_owned(),
    });
    BoqSheet {
        name: sheet.name.clone(),
        included: sheet.role == Role::Items,
        header_rows: layout.map(|layout| [layout.header_rows.0, layout.header_rows.1]),
        fingerprint: layout.map(lisuan_boq::Layout::fingerprint),
        columns: columns.collect(),
    }
}

fn choice(choice: &lisuan_boq::Choice) -> BoqChoice {
    BoqChoice {
        sheet: choice.sheet.clone(),
        what: choice.what.to_owned(),
        value: choice.value.clone(),
        how: choice.how.to_owned(),
        count: choice.count.map(count),
    }
}
