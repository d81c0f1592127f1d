//! An import in the shape of the expected results, for comparing.

use lisuan_boq::{Fact, Import, Item, Role, Scope, SheetImport, Subtotal, Warning};
use serde_json::{Map, Value, json};

/// The whole import.
pub fn json(import: &Import) -> Value {
    let each = |one: fn(&SheetImport) -> Vec<Value>| -> Vec<Value> {
        import.sheets.iter().flat_map(one).collect()
    };
    let items = each(|sheet| sheet.items.iter().map(|one| item(sheet, one)).collect());
    let headings = each(|sheet| {
        let heading = |one: &lisuan_boq::Heading| {
            let mut out = json!({
                "sheet": sheet.name, "row": one.row, "level": one.level, "title": one.title });
            put(&mut out, "line", one.line);
            put(&mut out, "code", one.code.clone());
            out
        };
        sheet.headings.iter().map(heading).collect()
    });
    let subtotals = each(|sheet| sheet.subtotals.iter().map(|one| subtotal(sheet, one)).collect());
    let skipped = each(|sheet| {
        let rows = |rows: &Vec<u32>| if rows.is_empty() { Value::Null } else { json!(rows) };
        let one = |one: &lisuan_boq::Skipped| json!({ "sheet": sheet.name, "rows": rows(&one.rows), "reason": one.reason });
        sheet.skipped.iter().map(one).collect()
    });
    let warnings = each(|sheet| sheet.warnings.iter().map(|one| warning(sheet, one)).collect());
    let counts = json!({
        "items": items.len(), "headings": headings.len(), "subtotals": subtotals.len(),
        "warnings": warnings.len(),
        "items_amount_sum": import.amount_sum().map(|sum| sum.normalize().to_string()),
    });
    json!({
        "amount_precision": import.amount_step.to_string(), "items": items, "headings": headings,
        "subtotals": subtotals, "skipped": skipped, "warnings": warnings, "counts": counts,
    })
}

fn put(out: &mut Value, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        out[key] = value.into();
    }
}

fn item(sheet: &SheetImport, item: &Item) -> Value {
    let text = |value: Option<rust_decimal::Decimal>| value.map(|value| value.to_string());
    let mut out = json!({
        "sheet": sheet.name, "row": item.row, "code": item.code, "name": item.name,
        "feature": item.feature, "unit": item.unit, "unit_norm": item.unit_norm,
        "quantity": text(item.quantity), "unit_price": text(item.unit_price),
        "amount": text(item.amount),
        "section": (!item.section.is_empty()).then(|| item.section.join(" > ")),
    });
    put(&mut out, "code_raw", item.code_raw.clone());
    put(&mut out, "provisional", text(item.provisional));
    put(&mut out, "line", item.line);
    let rows = (!item.continuation_rows.is_empty()).then(|| item.continuation_rows.clone());
    put(&mut out, "continuation_rows", rows);
    out
}

fn subtotal(sheet: &SheetImport, one: &Subtotal) -> Value {
    let text = |value: Option<rust_decimal::Decimal>| value.map(|value| value.to_string());
    let mut out = json!({
        "sheet": sheet.name, "row": one.row, "label": one.label, "kind": one.kind.as_str(),
        "printed": text(one.printed), "computed": text(one.computed),
        "difference": text(one.difference),
    });
    match &one.scope {
        Scope::Rows(from, to) => out["scope_rows"] = json!([from, to]),
        Scope::Sheet(name) => out["scope_sheet"] = json!(name),
        Scope::File | Scope::None if sheet.role == Role::Summary => {
            out["scope_sheet"] = Value::Null
        }
        Scope::File | Scope::None => {}
    }
    if !one.missing_rows.is_empty() {
        out["missing_amount_rows"] = json!(one.missing_rows);
    }
    put(&mut out, "line", one.line);
    out
}

fn warning(sheet: &SheetImport, one: &Warning) -> Value {
    let mut out = Map::new();
    out.insert("sheet".to_owned(), json!(sheet.name));
    out.insert("row".to_owned(), json!(one.row));
    out.insert("kind".to_owned(), json!(one.kind));
    for (name, fact) in &one.facts {
        let value = match fact {
            Fact::Text(text) => json!(text),
            Fact::Number(number) => json!(number.to_string()),
            Fact::Rows(rows) => json!(rows),
            Fact::Place(sheet, row) => json!({ "sheet": sheet, "row": row }),
        };
        out.insert((*name).to_owned(), value);
    }
    Value::Object(out)
}
