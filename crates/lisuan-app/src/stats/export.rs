//! One row a case, to count on elsewhere.

use std::path::{Path, PathBuf};

use rust_decimal::Decimal;

use super::facts::CaseFacts;
use crate::dossier::write_beside;
use crate::error::{Code, Error, Result, shown};
use crate::words::Words;

/// Columns: what is text, then what is a number.
const TEXTS: [&str; 16] = [
    "file", "claim", "line", "peril", "insurer", "project", "adjuster", "currency", "loss",
    "notice", "survey", "report", "agreed", "paid-on", "closed", "state",
];
const NUMBERS: [&str; 14] = [
    "claimed",
    "assessed",
    "payable",
    "settled",
    "paid",
    "recovered",
    "reserve",
    "lines",
    "photos",
    "papers",
    "stops",
    "warnings",
    "breached",
    "advice-open",
];

fn texts(path: &Path, facts: &CaseFacts, words: &Words) -> Vec<String> {
    let day = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let line = match facts.line.as_str() {
        "" => String::new(),
        line => words.say(&format!("choice-claim-case-line-of-business-{line}"), &[]),
    };
    let state = if facts.is_closed() { "stats-closed" } else { "stats-open" };
    vec![
        shown(path),
        facts.claim_no.clone(),
        line,
        facts.peril.clone(),
        facts.insurer.clone(),
        facts.insured.clone(),
        facts.adjuster.clone(),
        facts.currency.clone(),
        day(facts.loss),
        day(facts.notice),
        day(facts.survey),
        day(facts.report),
        day(facts.agreed),
        day(facts.paid_on),
        day(facts.closed),
        words.say(state, &[]),
    ]
}

fn numbers(facts: &CaseFacts) -> Vec<Option<Decimal>> {
    let count = |count: usize| Some(Decimal::from(count));
    let [lines, photos, papers] = facts.counts;
    let mut row = vec![
        facts.claimed,
        facts.assessed,
        facts.payable,
        facts.settled,
        facts.paid,
        facts.recovered,
        facts.reserve,
    ];
    let counts = [lines, photos, papers, facts.findings[0], facts.findings[1], facts.breached];
    row.extend(counts.map(count));
    row.push(count(facts.advice[0]));
    row
}

/// Writes the rows whole or not at all.
pub(super) fn write(rows: &[(PathBuf, CaseFacts)], out: &Path, language: &str) -> Result<()> {
    let words = Words::of(language);
    let heading = |name: &&str| words.say(&format!("stats-column-{name}"), &[]);
    let headings: Vec<String> = TEXTS.iter().chain(&NUMBERS).map(heading).collect();
    let rows: Vec<_> =
        rows.iter().map(|(path, facts)| (texts(path, facts, &words), numbers(facts))).collect();
    let is_workbook = out.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx"));
    let bytes = if is_workbook {
        let name = words.say("stats-title", &[]);
        lisuan_sheet::plain_table(&name, &headings, &rows).map_err(|error| {
            let error = Error::new(Code::Io).with("reason", &error).because(error);
            error.with("file", shown(out))
        })?
    } else {
        csv(&headings, &rows)
    };
    write_beside(out, &bytes)
}

/// CSV with the mark that makes spreadsheets read it as UTF-8.
fn csv(headings: &[String], rows: &[(Vec<String>, Vec<Option<Decimal>>)]) -> Vec<u8> {
    let mut out = String::from("\u{feff}");
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        let quoted: Vec<String> = cells.map(|cell| quoted(&cell)).collect();
        out.push_str(&quoted.join(","));
        out.push_str("\r\n");
    };
    line(&mut headings.iter().cloned());
    for (texts, numbers) in rows {
        let numbers = numbers.iter().map(|n| n.map(|n| n.to_string()).unwrap_or_default());
        line(&mut texts.iter().map(|text| harmless(text)).chain(numbers));
    }
    out.into_bytes()
}

/// A text from a case is never a formula when a spreadsheet opens the file.
fn harmless(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
