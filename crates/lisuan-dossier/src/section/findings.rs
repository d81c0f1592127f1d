//! What the checks found.

use lisuan_core::{Finding, Level};

use crate::flow::Flow;
use crate::input::Telling;
use crate::table::{Column, Row, Table};

/// Sets the findings, the heaviest first.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let mut findings: Vec<&Finding> = telling.input.assessment.findings.iter().collect();
    if findings.is_empty() {
        flow.paragraph(&telling.say("no-findings"));
        return;
    }
    findings.sort_by_key(|finding| (finding.level, finding.check));
    flow.paragraph(&telling.say("findings-intro"));
    let answered = findings.iter().any(|finding| finding.answer.is_some());
    let mut columns = vec![
        Column::words(telling.say("finding-level"), 16.0),
        Column::words(telling.say("finding-check"), 12.0),
        Column::words(telling.say("finding-words"), if answered { 54.0 } else { 84.0 }),
    ];
    if answered {
        columns.push(Column::words(telling.say("finding-answer"), 30.0));
    }
    let mut table = Table::new(columns);
    for finding in findings {
        let level = match finding.level {
            Level::Stop => "level-stop",
            Level::Warn => "level-warn",
            Level::Info => "level-info",
        };
        let told = told(finding, telling);
        let args: Vec<(&str, &str)> = told.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let words = telling.say_other(&format!("finding-{}", finding.check), &args);
        let mut cells = vec![telling.say(level).into(), finding.check.into(), words.into()];
        if answered {
            cells.push(answer(finding, telling).into());
        }
        table.row(Row::new(cells));
    }
    table.set(flow);
}

/// What was said to a finding: how it stands, why, by whom, and who waived it.
fn answer(finding: &Finding, telling: &Telling<'_>) -> String {
    let Some(answer) = finding.answer else { return String::new() };
    let case = telling.case();
    let Some(said) = case.finding_answers.iter().find(|said| said.id == answer.id) else {
        return String::new();
    };
    let named = |key: &str, name: &Option<String>| {
        name.as_deref().map(|name| telling.say_other(key, &[("name", name)]))
    };
    let paper = said.document.and_then(|id| case.documents.iter().find(|paper| paper.id == id));
    let parts = [
        Some(telling.say_other(&format!("answer-{}", answer.standing.as_str()), &[])),
        said.reason.clone(),
        named("answer-by", &said.answered_by),
        named("answer-waived-by", &said.supervisor),
        said.answered_on.map(|day| day.to_string()),
        paper.and_then(|paper| paper.number.clone()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// The values of a finding, with terms and their settings in words.
fn told(finding: &Finding, telling: &Telling<'_>) -> Vec<(&'static str, String)> {
    let is_term = |name: &str| matches!(name, "switch" | "term");
    let code = finding.args.iter().find(|(name, _)| is_term(name)).map(|(_, value)| value);
    let values = finding.args.iter().map(|(name, value)| {
        let words = match (*name, code) {
            (name, _) if is_term(name) => telling.term(value),
            ("value", Some(code)) => telling.term_value(code, value),
            _ => None,
        };
        (*name, words.unwrap_or_else(|| value.clone()))
    });
    values.collect()
}
