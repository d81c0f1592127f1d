//! `lisuan checks`: the register of the numbered checks.

use lisuan_app::{CHECKS, group_of};
use serde_json::json;

use crate::report::Report;
use crate::shell::Shell;

/// Lists every check with its levels, its title and where it is decided.
pub fn run(shell: &Shell) -> Report {
    let mut lines = Vec::new();
    let mut objects = Vec::new();
    let mut last = "";
    for check in CHECKS {
        let group = group_of(check.number);
        let title = shell.say(&format!("check-{}", check.number));
        let decided = shell.say(&format!("check-decided-{}", check.decided.as_str()));
        let levels: Vec<&str> = check.levels.iter().map(|level| level.letter()).collect();
        if group != last {
            lines.push(shell.say(&format!("check-group-{group}")));
            last = group;
        }
        lines.push(format!("  {}  {:<5}  {title}", check.number, levels.join("/")));
        if check.decided.as_str() != "case" {
            lines.push(format!("                 {decided}"));
        }
        objects.push(json!({
            "check": check.number,
            "group": group,
            "levels": levels,
            "title": title,
            "decided": check.decided.as_str(),
            "where": decided,
        }));
    }
    let count = CHECKS.len().to_string();
    lines.push(shell.words.say("cli-checks-count", &[("count", &count)]));
    Report { good: true, text: lines.join("\n"), json: json!({ "checks": objects }) }
}
