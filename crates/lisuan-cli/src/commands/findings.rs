//! Findings as text: level, number, what was found, what to do about it.

use lisuan_app::wire::FindingView;
use unicode_width::UnicodeWidthStr as _;

use crate::shell::Shell;

/// Whether a finding blocks the final report.
pub fn blocks(finding: &FindingView) -> bool {
    finding.level == "E"
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
        let args: Vec<(&str, &str)> =
            finding.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let head = format!("{}  {}  ", finding.level, finding.check);
        let indent = " ".repeat(head.width());
        let words = shell.words.say(&format!("finding-{}", finding.check), &args);
        let remedy = shell.words.say(&format!("finding-{}-do", finding.check), &args);
        text.push_str(&format!("{head}{words}\n{indent}→ {remedy}\n"));
    }
    text
}
