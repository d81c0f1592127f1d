//! `lisuan adjust`: the adjustment, step by step, with the money so far and the findings.

use std::path::Path;

use lisuan_app::wire::{Figures, ScenariosView, SheetView, StepView};
use lisuan_app::{Code, Error, Result};
use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

use super::{adjust_file, findings};
use crate::report::Report;
use crate::shell::Shell;
use crate::table::{Side, Table, pad, shortened};

/// Shows the calculation sheet of a case or of one of its scenarios, and with scenarios what they
/// change. The answer is yes when it could be computed: what the findings make of it is the
/// business of `check`. A JSON file is adjusted without a case.
pub fn run(shell: &Shell, case: &Path, scenario: Option<&str>) -> Result<Report> {
    if adjust_file::is_json(case) {
        return adjust_file::run(shell, case, scenario);
    }
    let view = shell.open(case)?;
    let scenarios = shell.app.scenarios()?;
    let key = match scenario {
        Some(name) => Some(key_of(&scenarios, name)?),
        None => None,
    };
    let sheet = shell.app.sheet(key)?;
    let mut parts = vec![steps(shell, &sheet), figures(shell, &sheet.figures)];
    if !scenarios.scenarios.is_empty() {
        parts.push(side_by_side(shell, &scenarios));
    }
    parts.push(findings::text(shell, &view.findings));
    Ok(Report {
        text: parts.join("\n"),
        json: json!({
            "steps": sheet.steps.iter().map(|step| labelled(shell, step)).collect::<Vec<_>>(),
            "figures": sheet.figures,
            "scenarios": scenarios,
            "findings": view.findings,
        }),
        good: true,
    })
}

/// A step with its label in the language of the words.
fn labelled(shell: &Shell, step: &StepView) -> Value {
    let mut value = json!(step);
    if let Some(fields) = value.as_object_mut() {
        fields.insert("label".to_owned(), json!(shell.say(&format!("step-{}", step.key))));
    }
    value
}

/// A scenario by its name or key.
fn key_of<'a>(scenarios: &'a ScenariosView, name: &str) -> Result<&'a str> {
    let mut all = scenarios.scenarios.iter();
    all.find(|scenario| scenario.name == name || scenario.id == name)
        .map(|scenario| scenario.id.as_str())
        .ok_or_else(|| Error::new(Code::NotFound).with("what", name))
}

/// The case and every scenario of it as columns; what differs has the difference below.
fn side_by_side(shell: &Shell, view: &ScenariosView) -> String {
    let mut headings = vec![shell.say("cli-column-figure"), shell.say("cli-column-case")];
    headings.extend(view.scenarios.iter().map(|scenario| shortened(&scenario.name)));
    let mut sides = vec![Side::Right; headings.len()];
    sides[0] = Side::Left;
    let mut table = Table::new(headings, &sides);
    let unknown = shell.say("cli-unknown");
    for row in &view.rows {
        let name = match (&row.figure, &row.record) {
            (Some(figure), _) => shell.say(&format!("sheet-figure-{figure}")),
            (None, Some((kind, _, name))) if name.is_empty() => {
                shell.say(&format!("kind-{}", kind.replace('_', "-")))
            }
            (None, Some((_, _, name))) => shortened(name),
            (None, None) => shell.say("cli-no-item"),
        };
        let shown = |amount: &Option<String>| amount.as_ref().unwrap_or(&unknown).clone();
        let mut cells = vec![name, shown(&row.base)];
        cells.extend(row.cells.iter().map(|cell| match &cell.difference {
            Some(difference) => format!("{} ({difference})", shown(&cell.amount)),
            None => shown(&cell.amount),
        }));
        table.row(cells);
    }
    table.text()
}

fn steps(shell: &Shell, sheet: &SheetView) -> String {
    let headings = ["step", "subject", "formula", "result", "clause"]
        .map(|column| shell.say(&format!("cli-column-{column}")));
    let sides = [Side::Left, Side::Left, Side::Left, Side::Right, Side::Left];
    let mut table = Table::new(headings.to_vec(), &sides);
    for step in &sheet.steps {
        let subject = step.subject.as_ref().map(|(_, _, name)| name.clone()).unwrap_or_default();
        table.row(vec![
            shell.say(&format!("step-{}", step.key)),
            shortened(&subject),
            step.formula.clone(),
            step.result.clone(),
            step.clause.clone().unwrap_or_default(),
        ]);
    }
    let text = table.text();
    if text.is_empty() { shell.say("cli-no-steps") + "\n" } else { text }
}

fn figures(shell: &Shell, figures: &Figures) -> String {
    let unknown = shell.say("cli-unknown");
    let settlement = figures.settlement_kind.as_deref().filter(|_| figures.settled.is_some());
    let settlement = settlement.map(|kind| shell.say(&format!("choice-settlement-kind-{kind}")));
    let rows = [
        ("claimed", &figures.claimed),
        ("assessed", &figures.assessed),
        ("salvage", &figures.salvage),
        ("deductible", &figures.deductible),
        ("recovered", &figures.recovered),
        ("balance", &figures.balance),
        ("payable", &figures.payable),
        ("settled", &figures.settled),
    ]
    .map(|(name, value)| {
        (shell.say(&format!("cli-{name}")), value.as_ref().unwrap_or(&unknown).clone())
    });
    let names = rows.iter().map(|(name, _)| name.width()).max().unwrap_or_default();
    let values = rows.iter().map(|(_, value)| value.width()).max().unwrap_or_default();
    let mut text = shell.words.say("cli-figures", &[("currency", &figures.currency)]);
    text.push('\n');
    for (name, value) in &rows {
        let line =
            format!("  {}  {}", pad(name, names, Side::Left), pad(value, values, Side::Right));
        text.push_str(&line);
        text.push('\n');
    }
    if let Some(settlement) = settlement {
        text.truncate(text.trim_end().len());
        text.push_str(&format!("  {settlement}\n"));
    }
    if let Some(words) = figures.payable_words.as_ref().filter(|_| figures.payable.is_some()) {
        let name = pad(&shell.say("cli-payable-words"), names, Side::Left);
        text.push_str(&format!("  {name}  {words}\n"));
    }
    text
}
