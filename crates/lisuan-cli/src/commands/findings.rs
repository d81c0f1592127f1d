//! Findings as text: level, number, what was found, what to do about it.

use lisuan_app::wire::FindingView;
use unicode_width::UnicodeWidthStr as _;

use crate::shell::Shell;

/// Whether a finding blocks the final report.
pub fn blocks(finding: &FindingView) -> bool {
    finding.level == "E" && standing(finding) != Some("waived")
}

/// How the answer to a finding stands.
fn standing(finding: &FindingView) -> Option<&str> {
    finding.answer.as_ref().map(|answer| answer.standing.as_str())
}

/// How many warnings still want a written reason.
pub fn unexplained(findings: &[FindingView]) -> usize {
    let open = |f: &&FindingView| f.level == "W" && standing(f) != Some("explained");
    findings.iter().filter(open).count()
}

/// All findings, the heaviest first, or that there are none.
pub fn text(shell: &Shell, findings: &[FindingView]) -> String {
    if findings.is_empty() {
        return shell.say("cli-no-findings");
    }
    let count = findings.len().to_string();
    let mut text = shell.words.say("cli-findings", &[("count", &count)]);
    text.push('\n');
    for finding in findings {
        let values = values(shell, finding);
        let args: Vec<(&str, &str)> =
            values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let head = format!("{}  {}  ", finding.level, finding.check);
        let indent = " ".repeat(head.width());
        let words = shell.words.say(&format!("finding-{}", finding.check), &args);
        let remedy = shell.words.say(&format!("finding-{}-do", finding.check), &args);
        text.push_str(&format!("{head}{words}\n{indent}→ {remedy}\n"));
        if let Some(standing) = standing(finding) {
            let standing = shell.say(&format!("answer-{standing}"));
            text.push_str(&format!("{indent}↳ {standing}\n"));
        }
    }
    let open = unexplained(findings);
    if open > 0 {
        let count = open.to_string();
        text.push_str(&shell.words.say("cli-unexplained", &[("count", &count)]));
        text.push('\n');
    }
    text
}

/// The values of a finding; a switch of the adjustment and its value by their names, not codes.
fn values(shell: &Shell, finding: &FindingView) -> Vec<(String, String)> {
    let named = |code: &str| {
        let key = format!("term-{}", code.replace(['.', '_'], "-"));
        if shell.words.has(&key) { shell.say(&key) } else { code.to_owned() }
    };
    let switch = finding.args.get("switch");
    let value = |name: &String, value: &String| match (name.as_str(), switch) {
        ("switch", _) => named(value),
        ("value", Some(switch)) => {
            let key = format!("{switch}.{value}");
            let words = named(&key);
            if words == key { value.clone() } else { words }
        }
        _ => value.clone(),
    };
    finding.args.iter().map(|(name, text)| (name.clone(), value(name, text))).collect()
}
