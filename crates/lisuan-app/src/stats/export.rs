//! One row a case, to count on elsewhere.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use lisuan_sheet::{Cell, CellKind, Column, SheetError, Table};
use rust_decimal::Decimal;

use super::facts::CaseFacts;
use crate::error::{Code, Error, Result, shown};
use crate::hand_on::write_beside;
use crate::words::Words;

/// Columns in order: the key of their heading, which programs read with `_` for `-`, and their kind.
const COLUMNS: [(&str, &str, CellKind); 30] = [
    ("file", "stats-column-file", CellKind::Text),
    ("claim", "stats-column-claim", CellKind::Text),
    ("line", "stats-column-line", CellKind::Text),
    ("peril", "stats-column-peril", CellKind::Text),
    ("insurer", "stats-column-insurer", CellKind::Text),
    ("project", "stats-column-project", CellKind::Text),
    ("adjuster", "stats-column-adjuster", CellKind::Text),
    ("currency", "stats-column-currency", CellKind::Text),
    ("loss", "stats-column-loss", CellKind::Day),
    ("notice", "stats-column-notice", CellKind::Day),
    ("survey", "stats-column-survey", CellKind::Day),
    ("report", "stats-column-report", CellKind::Day),
    ("agreed", "stats-column-agreed", CellKind::Day),
    ("paid_on", "stats-column-paid-on", CellKind::Day),
    ("closed", "stats-column-closed", CellKind::Day),
    ("state", "stats-column-state", CellKind::Text),
    ("claimed", "stats-column-claimed", CellKind::Number),
    ("assessed", "stats-column-assessed", CellKind::Number),
    ("payable", "stats-column-payable", CellKind::Number),
    ("settled", "stats-column-settled", CellKind::Number),
    ("paid", "stats-column-paid", CellKind::Number),
    ("recovered", "stats-column-recovered", CellKind::Number),
    ("reserve", "stats-column-reserve", CellKind::Number),
    ("lines", "stats-column-lines", CellKind::Number),
    ("photos", "stats-column-photos", CellKind::Number),
    ("papers", "stats-column-papers", CellKind::Number),
    ("stops", "stats-column-stops", CellKind::Number),
    ("warnings", "stats-column-warnings", CellKind::Number),
    ("breached", "stats-column-breached", CellKind::Number),
    ("advice_open", "stats-column-advice-open", CellKind::Number),
];

/// The formats, by the ending of the file's name.
pub const FORMATS: [&str; 3] = ["csv", "xlsx", "parquet"];

fn row(path: &Path, facts: &CaseFacts, today: Date, words: &Words) -> Vec<Cell> {
    let line = match facts.line.as_str() {
        "" => String::new(),
        line => words.say(&format!("choice-claim-case-line-of-business-{line}"), &[]),
    };
    let state = if facts.is_closed() { "stats-closed" } else { "stats-open" };
    let text = |text: &String| Cell::Text(text.clone());
    let count = |count: usize| Cell::Number(Some(Decimal::from(count)));
    let [lines, photos, papers] = facts.counts;
    vec![
        Cell::Text(shown(path)),
        text(&facts.claim_no),
        Cell::Text(line),
        text(&facts.peril),
        text(&facts.insurer),
        text(&facts.insured),
        text(&facts.adjuster),
        text(&facts.currency),
        Cell::Day(facts.loss),
        Cell::Day(facts.notice),
        Cell::Day(facts.survey),
        Cell::Day(facts.report),
        Cell::Day(facts.agreed),
        Cell::Day(facts.paid_on),
        Cell::Day(facts.closed),
        Cell::Text(words.say(state, &[])),
        Cell::Number(facts.claimed),
        Cell::Number(facts.assessed),
        Cell::Number(facts.payable),
        Cell::Number(facts.settled),
        Cell::Number(facts.paid),
        Cell::Number(facts.recovered),
        Cell::Number(facts.reserve),
        count(lines),
        count(photos),
        count(papers),
        count(facts.findings[0]),
        count(facts.findings[1]),
        count(facts.breached(today)),
        count(facts.advice[0]),
    ]
}

/// Writes the rows whole or not at all, in the format of the name; CSV where it has none of them.
pub(super) fn write(
    rows: &[(PathBuf, CaseFacts)],
    out: &Path,
    today: Date,
    language: &str,
) -> Result<()> {
    let words = Words::of(language);
    let column = |(name, heading, kind)| Column { name, heading: words.say(heading, &[]), kind };
    let table = Table {
        name: words.say("stats-title", &[]),
        columns: COLUMNS.into_iter().map(column).collect(),
        rows: rows.iter().map(|(path, facts)| row(path, facts, today, &words)).collect(),
    };
    let ending = out.extension().and_then(|end| end.to_str()).map(str::to_ascii_lowercase);
    let bytes = match ending.as_deref() {
        Some("xlsx") => lisuan_sheet::xlsx(&table),
        Some("parquet") => lisuan_sheet::parquet(&table),
        _ => lisuan_sheet::csv(&table),
    };
    let failed = |error: SheetError| {
        let error = Error::new(Code::Io).with("reason", &error).because(error);
        error.with("file", shown(out))
    };
    write_beside(out, &bytes.map_err(failed)?)
}
