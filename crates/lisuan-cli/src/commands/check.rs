//! `lisuan check`: hashes of originals, journal against tables, findings.

use std::path::Path;

use lisuan_app::Result;
use lisuan_app::wire::CheckView;
use serde_json::json;

use super::findings;
use crate::interrupt;
use crate::progress::Meter;
use crate::report::Report;
use crate::shell::Shell;

/// Checks the case. The answer is yes when all of it was read, everything agrees and no finding
/// blocks the final report.
pub fn run(shell: &Shell, case: &Path) -> Result<Report> {
    shell.open(case)?;
    interrupt::listen();
    let meter = Meter::new(shell, "check");
    let checked = shell.app.check(&|progress| meter.show(&progress), &interrupt::asked);
    meter.done();
    let checked = checked?;
    let whole = checked.mismatches.is_empty() && !checked.cancelled;
    let mismatches: Vec<_> = checked
        .mismatches
        .iter()
        .map(|found| json!({ "code": found.code, "subject": found.subject }))
        .collect();
    Ok(Report {
        good: whole && !checked.findings.iter().any(findings::blocks),
        text: text(shell, &checked),
        json: json!({
            "whole": whole,
            "operations": checked.operations,
            "records": checked.records,
            "originals": checked.originals,
            "bytes": checked.bytes,
            "elsewhere": checked.elsewhere,
            "compared": checked.compared,
            "notCompared": checked.not_compared,
            "mismatches": mismatches,
            "findings": checked.findings,
            "unexplained": findings::unexplained(&checked.findings),
            "cancelled": checked.cancelled,
        }),
    })
}

fn text(shell: &Shell, checked: &CheckView) -> String {
    let count = checked.mismatches.len().to_string();
    let mut lines = vec![shell.words.say(
        "cli-check-counts",
        &[
            ("operations", &checked.operations.to_string()),
            ("records", &checked.records.to_string()),
            ("originals", &checked.originals.to_string()),
            ("bytes", &checked.bytes.to_string()),
        ],
    )];
    if !checked.mismatches.is_empty() {
        lines.push(shell.words.say("cli-check-broken", &[("count", &count)]));
    } else if !checked.cancelled {
        lines.push(shell.say("cli-check-whole"));
    }
    for found in &checked.mismatches {
        let key = format!("mismatch-{}", found.code);
        lines.push(format!("  {}", shell.words.say(&key, &[("subject", &found.subject)])));
    }
    if checked.cancelled {
        lines.push(shell.say("cli-check-stopped"));
    }
    for (count, key) in
        [(checked.compared, "cli-check-compared"), (checked.not_compared, "cli-check-not-compared")]
    {
        if count > 0 {
            lines.push(shell.words.say(key, &[("count", &count.to_string())]));
        }
    }
    if checked.elsewhere > 0 {
        let count = checked.elsewhere.to_string();
        lines.push(shell.words.say("cli-check-elsewhere", &[("count", &count)]));
    }
    lines.push(findings::text(shell, &checked.findings));
    lines.join("\n")
}
