//! `lisuan adjust FILE.json`: an adjustment without a case file.

use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::Path;

use lisuan_app::adjust_file::{
    AdjustFileView, DifferenceView, FIGURES, FileFindingView, ProblemView, RecordView, ResultView,
    ScenarioView,
};
use lisuan_app::{Error, Result};
use unicode_width::UnicodeWidthStr as _;

use crate::report::Report;
use crate::shell::Shell;
use crate::table::{Side, Table, shortened};

/// How much of a file is looked at to tell what it is.
const START_BYTES: usize = 64;

/// Whether a file begins as JSON does; a case file begins with a text of SQLite.
pub fn is_json(path: &Path) -> bool {
    let mut start = Vec::new();
    let limit = START_BYTES as u64;
    let read = File::open(path).and_then(|file| file.take(limit).read_to_end(&mut start));
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&start);
    let first = start.iter().find(|byte| !byte.is_ascii_whitespace());
    read.is_ok() && matches!(first, Some(b'{' | b'['))
}

/// Adjusts the file. The answer is yes when it reads, no finding blocks and there is a result.
pub fn run(shell: &Shell, path: &Path, scenario: Option<&str>) -> Result<Report> {
    let file = File::open(path).map_err(|error| Error::io(path, error))?;
    let view = shell.app.adjust_file(BufReader::new(file), shell.words.language(), scenario)?;
    let json = serde_json::to_value(&view).map_err(|error| Error::io(path, error.into()))?;
    Ok(Report { text: text(shell, &view), json, good: view.good() })
}

fn text(shell: &Shell, view: &AdjustFileView) -> String {
    if !view.problems.is_empty() {
        return problems(shell, &view.problems);
    }
    let Some(result) = &view.result else { return String::new() };
    let title = view.title.clone().into_iter();
    let scenario = view.scenario.iter().map(|name| scenario_name(shell, name));
    let head: String = title.chain(scenario).map(|line| line + "\n").collect();
    let mut parts =
        vec![head, steps(shell, result), figures(shell, result), findings(shell, &result.findings)];
    parts.push(around(shell, result));
    parts.extend(view.scenarios.iter().map(|scenario| compared(shell, scenario)));
    parts.retain(|part| !part.is_empty());
    parts.join("\n")
}

fn scenario_name(shell: &Shell, name: &str) -> String {
    shell.words.say("adjust-file-scenario", &[("name", name)])
}

fn problems(shell: &Shell, problems: &[ProblemView]) -> String {
    let count = problems.len().to_string();
    let mut text = shell.words.say("adjust-file-problems", &[("count", &count)]) + "\n";
    for problem in problems {
        let whole = shell.say("adjust-file-whole");
        let place = if problem.pointer.is_empty() { &whole } else { &problem.pointer };
        text.push_str(&format!("{place}\n  {}\n", problem.words));
    }
    text
}

fn steps(shell: &Shell, result: &ResultView) -> String {
    let headings = ["step", "subject", "formula", "result", "clause"];
    let sides = [Side::Left, Side::Left, Side::Left, Side::Right, Side::Left];
    let mut table = Table::new(columns(shell, &headings), &sides);
    for step in &result.steps {
        let subject = step.subject.as_ref().map(|record| shortened(&record.name));
        table.row(vec![
            step.label.clone(),
            subject.unwrap_or_default(),
            step.formula.clone(),
            step.result.clone(),
            // What cannot be known says why instead of by which clause.
            step.unknown.as_ref().or(step.clause.as_ref()).cloned().unwrap_or_default(),
        ]);
    }
    let text = table.text();
    if text.is_empty() { shell.say("cli-no-steps") + "\n" } else { text }
}

fn columns(shell: &Shell, names: &[&str]) -> Vec<String> {
    names.iter().map(|name| shell.say(&format!("cli-column-{name}"))).collect()
}

fn figures(shell: &Shell, result: &ResultView) -> String {
    let heading = shell.words.say("cli-figures", &[("currency", &result.currency)]);
    let mut table = Table::new(
        vec![heading, String::new(), String::new()],
        &[Side::Left, Side::Right, Side::Left],
    );
    for name in FIGURES.iter().map(|name| name.as_str()) {
        let Some(figure) = result.figures.get(name) else { continue };
        // A figure in another currency says which.
        let other = figure.currency.as_ref().filter(|currency| **currency != result.currency);
        let remark = match (name, &figure.capitals, other) {
            ("settlement", Some(capitals), _) => {
                [result.settlement.as_deref().unwrap_or_default(), capitals].join("  ")
            }
            (_, Some(capitals), Some(currency)) => format!("{currency}  {capitals}"),
            (_, Some(capitals), None) => capitals.clone(),
            (_, None, _) => figure.unknown.clone().unwrap_or_default(),
        };
        table.row(vec![figure.label.clone().unwrap_or_default(), figure.text.clone(), remark]);
    }
    table.text()
}

fn findings(shell: &Shell, findings: &[FileFindingView]) -> String {
    if findings.is_empty() {
        return shell.say("cli-no-findings") + "\n";
    }
    let count = findings.len().to_string();
    let mut text = shell.words.say("cli-findings", &[("count", &count)]) + "\n";
    for finding in findings {
        let head = format!("{}  {}  ", finding.level, finding.check);
        let indent = " ".repeat(head.width());
        let place = place(finding.record.as_ref(), &finding.pointer);
        text.push_str(&format!("{head}{place}{}\n{indent}→ {}\n", finding.words, finding.remedy));
    }
    text
}

/// Where a finding stands: the name of the record and its place.
fn place(record: Option<&RecordView>, pointer: &str) -> String {
    match record {
        Some(record) => format!("{} ({pointer}): ", shortened(&record.name)),
        None if pointer.is_empty() => String::new(),
        None => format!("({pointer}): "),
    }
}

/// What stands around the adjustment: a sentence each.
fn around(shell: &Shell, result: &ResultView) -> String {
    let Some(around) = &result.around else { return String::new() };
    let known = |amount: &Option<String>| amount.clone().unwrap_or_else(|| "?".to_owned());
    let mut said = Vec::new();
    if let Some(part) = &around.occurrences {
        let (total, without) = (known(&part.total), known(&part.without_clause));
        let count = part.events.len().to_string();
        let args = [("count", &*count), ("total", &*total), ("without", &*without)];
        said.push(shell.words.say("adjust-file-occurrences", &args));
    }
    if let Some(part) = &around.reinstatement {
        let (remaining, premium) = (known(&part.remaining), known(&part.premium));
        let args = [("remaining", &*remaining), ("premium", &*premium)];
        said.push(shell.words.say("adjust-file-reinstatement", &args));
    }
    if let Some(part) = &around.later_recovery {
        let (insurer, insured) = (known(&part.insurer), known(&part.insured));
        let args = [("insurer", &*insurer), ("insured", &*insured)];
        said.push(shell.words.say("adjust-file-later-recovery", &args));
    }
    said.into_iter().map(|line| line + "\n").collect()
}

fn compared(shell: &Shell, scenario: &ScenarioView) -> String {
    let mut text = scenario_name(shell, &scenario.name) + "\n";
    if let Some(note) = &scenario.note {
        text.push_str(&format!("{note}\n"));
    }
    text.push_str(&differences(shell, "adjust-file-figure", scenario.figures.iter().collect()));
    let parts = [
        &scenario.lines,
        &scenario.items,
        &scenario.extensions,
        &scenario.sue_labour,
        &scenario.contribution,
        &scenario.coinsurers,
    ];
    let parts: Vec<&DifferenceView> = parts.into_iter().flatten().collect();
    text.push_str(&differences(shell, "adjust-file-parts", parts));
    text
}

fn differences(shell: &Shell, heading: &str, rows: Vec<&DifferenceView>) -> String {
    let headings = ["adjust-file-base", "adjust-file-other", "adjust-file-difference"];
    let headings = [heading].into_iter().chain(headings).map(|key| shell.say(key)).collect();
    let mut table = Table::new(headings, &[Side::Left, Side::Right, Side::Right, Side::Right]);
    for row in rows {
        let [base, other, difference] = row.printed.clone();
        table.row(vec![shortened(&row.label), base, other, difference]);
    }
    table.text()
}
