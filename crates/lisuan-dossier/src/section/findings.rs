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
    let mut table = Table::new(vec![
        Column::words(telling.say("finding-level"), 16.0),
        Column::words(telling.say("finding-check"), 12.0),
        Column::words(telling.say("finding-words"), 84.0),
    ]);
    for finding in findings {
        let level = match finding.level {
            Level::Stop => "level-stop",
            Level::Warn => "level-warn",
            Level::Info => "level-info",
        };
        let told = told(finding, telling);
        let args: Vec<(&str, &str)> = told.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let words = telling.say_other(&format!("finding-{}", finding.check), &args);
        table.row(Row::new(vec![telling.say(level).into(), finding.check.into(), words.into()]));
    }
    table.set(flow);
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
