//! `lisuan boq`: reads a contract bill of quantities; with a case, takes its prices in.

use std::path::Path;

use lisuan_app::wire::{BoqChoices, BoqSheet, BoqView, BoqWarning, Delta};
use lisuan_app::{Code, Error, Result};
use serde_json::Value;

use crate::report::Report;
use crate::shell::Shell;
use crate::table::{Side, Table, shortened};

/// More warnings than a person reads on a terminal; all of them are in the JSON.
const WARNINGS_SHOWN: usize = 60;
/// A file of choices is written by hand or by the window.
const CHOICES_BYTES_MAX: u64 = 16 << 20;

/// Reads the bill. The answer is yes when it has items. With a case they become prices in it.
pub fn run(shell: &Shell, paths: [Option<&Path>; 2], choices: Option<&Path>) -> Result<Report> {
    let choices = choices.map(read_choices).transpose()?.unwrap_or_default();
    let (view, delta) = match paths {
        [Some(case), Some(file)] => {
            shell.open(case)?;
            let (view, delta) = shell.app.import_boq(file, &choices)?;
            (view, Some(delta))
        }
        [file, _] => (shell.app.read_boq(file.unwrap_or(Path::new("")), &choices)?, None),
    };
    let mut json = serde_json::to_value(&view)
        .map_err(|error| Error::new(Code::BillDamaged).with("file", &view.file).because(error))?;
    if let Some(delta) = &delta {
        json["imported"] = delta.added.len().into();
        json["savedAt"] = delta.saved_at.clone().into();
    }
    Ok(Report { good: !view.items.is_empty(), text: text(shell, &view, delta.as_ref()), json })
}

fn read_choices(path: &Path) -> Result<BoqChoices> {
    let io = |error| Error::io(path, error);
    let size = std::fs::metadata(path).map_err(io)?.len();
    if size > CHOICES_BYTES_MAX {
        return Err(Error::new(Code::TooMany).with("limit", CHOICES_BYTES_MAX));
    }
    let text = std::fs::read_to_string(path).map_err(io)?;
    serde_json::from_str(&text).map_err(|error| {
        let value = path.display().to_string();
        Error::new(Code::BadValue)
            .with("kind", "boq")
            .with("field", "choices")
            .with("value", value)
            .with("reason", error.to_string())
            .because(error)
    })
}

fn text(shell: &Shell, view: &BoqView, delta: Option<&Delta>) -> String {
    let counts = &view.counts;
    let mut text = shell.words.say(
        "boq-summary",
        &[
            ("file", &view.file),
            ("items", &counts.items.to_string()),
            ("headings", &counts.headings.to_string()),
            ("subtotals", &counts.subtotals.to_string()),
            ("warnings", &counts.warnings.to_string()),
            ("sum", counts.items_amount_sum.as_deref().unwrap_or("?")),
        ],
    ) + "\n";
    if let Some(delta) = delta {
        let count = delta.added.len().to_string();
        text.push_str(&(shell.words.say("boq-imported", &[("count", &count)]) + "\n"));
    }
    if view.items.is_empty() {
        text.push_str(&(shell.say("boq-no-items") + "\n"));
    }
    for part in [sheets(shell, view), subtotals(shell, view), warnings(shell, view)] {
        if !part.is_empty() {
            text.push_str(&format!("\n{part}"));
        }
    }
    text
}

fn headings(shell: &Shell, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| shell.say(&format!("boq-column-{name}"))).collect()
}

fn sheet_name(shell: &Shell, name: Option<&str>) -> String {
    name.map_or_else(|| shell.say("boq-one-table"), shortened)
}

fn word(shell: &Shell, prefix: &str, code: &str) -> String {
    let key = format!("boq-{prefix}-{}", code.replace('_', "-"));
    if shell.words.has(&key) { shell.say(&key) } else { code.to_owned() }
}

fn sheets(shell: &Shell, view: &BoqView) -> String {
    let mut table =
        Table::new(headings(shell, &["sheet", "use", "header", "columns"]), &[Side::Left; 4]);
    for sheet in &view.sheets {
        let why = view.skipped.iter().find(|one| one.rows.is_none() && one.sheet == sheet.name);
        let usage = match why {
            Some(why) => word(shell, "reason", &why.reason),
            None => shell.say("boq-taken"),
        };
        let header = sheet.header_rows.map(|[first, last]| match first == last {
            true => first.to_string(),
            false => format!("{first}–{last}"),
        });
        table.row(vec![
            sheet_name(shell, sheet.name.as_deref()),
            usage,
            header.unwrap_or_default(),
            columns(shell, sheet),
        ]);
    }
    table.text()
}

fn columns(shell: &Shell, sheet: &BoqSheet) -> String {
    let each = sheet.columns.iter().map(|column| {
        let sure = if column.how == "similar" { "?" } else { "" };
        format!("{} {}{sure}", column.letters, word(shell, "field", &column.field))
    });
    each.collect::<Vec<String>>().join(", ")
}

fn subtotals(shell: &Shell, view: &BoqView) -> String {
    let sides = [Side::Left, Side::Right, Side::Left, Side::Right, Side::Right, Side::Right];
    let names = ["sheet", "row", "label", "printed", "computed", "difference"];
    let mut table = Table::new(headings(shell, &names), &sides);
    for one in &view.subtotals {
        let figure = |figure: &Option<String>| figure.clone().unwrap_or_default();
        table.row(vec![
            sheet_name(shell, one.sheet.as_deref()),
            one.row.to_string(),
            shortened(&one.label),
            figure(&one.printed),
            figure(&one.computed),
            figure(&one.difference),
        ]);
    }
    table.text()
}

fn warnings(shell: &Shell, view: &BoqView) -> String {
    let mut table = Table::new(
        headings(shell, &["sheet", "row", "warning"]),
        &[Side::Left, Side::Right, Side::Left],
    );
    for one in view.warnings.iter().take(WARNINGS_SHOWN) {
        table.row(vec![
            sheet_name(shell, one.sheet.as_deref()),
            one.row.map(|row| row.to_string()).unwrap_or_default(),
            said(shell, one),
        ]);
    }
    let mut text = table.text();
    if view.warnings.len() > WARNINGS_SHOWN {
        text.push_str(&format!("… +{}\n", view.warnings.len() - WARNINGS_SHOWN));
    }
    text
}

/// A warning in words.
fn said(shell: &Shell, warning: &BoqWarning) -> String {
    let value = |name: &str, value: &Value| match value {
        Value::String(text) if name == "field" => word(shell, "field", text),
        Value::String(text) if name == "fields" => {
            let each = text.split(' ').map(|field| word(shell, "field", field));
            each.collect::<Vec<String>>().join(", ")
        }
        Value::String(text) => shortened(text),
        Value::Array(rows) => rows.iter().map(Value::to_string).collect::<Vec<String>>().join(", "),
        place => {
            let sheet = sheet_name(shell, place["sheet"].as_str());
            let row = place["row"].to_string();
            shell.words.say("boq-place", &[("sheet", &sheet), ("row", &row)])
        }
    };
    let values: Vec<(&str, String)> =
        warning.facts.iter().map(|(name, fact)| (name.as_str(), value(name, fact))).collect();
    let args: Vec<(&str, &str)> =
        values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    shell.words.say(&format!("boq-warning-{}", warning.kind.replace('_', "-")), &args)
}
