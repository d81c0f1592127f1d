//! `lisuan stats`: figures over all cases of a folder.

use std::path::{Path, PathBuf};

use lisuan_app::Result;
use lisuan_app::wire::StatsGroup;
use serde_json::json;

use crate::interrupt;
use crate::progress::Meter;
use crate::report::Report;
use crate::shell::Shell;
use crate::table::{Side, Table, shortened};

/// Counts, and writes one row a case where a file is named. The answer is yes when every case could
/// be read.
pub fn run(shell: &Shell, folder: &Path, by: &str, out: &[PathBuf]) -> Result<Report> {
    interrupt::listen();
    let meter = Meter::new(shell, "statistics");
    let tell = |progress| meter.show(&progress);
    let view = shell.app.statistics(Some(folder), by, &tell, &interrupt::asked);
    meter.done();
    let view = view?;
    let language = shell.words.language();
    for file in out {
        shell.app.export_statistics(Some(folder), file, language, &|_| (), &interrupt::asked)?;
    }
    let columns = ["key", "count", "claimed", "assessed", "settled", "paid", "reduction"];
    let headings = columns.map(|column| shell.say(&format!("stats-head-{column}")));
    let mut sides = [Side::Right; 7];
    sides[0] = Side::Left;
    let mut table = Table::new(headings.to_vec(), &sides);
    for group in view.groups.iter().chain(&view.totals) {
        table.row(row(shell, by, group));
    }
    let args = [
        ("cases", view.cases.to_string()),
        ("open", view.open.to_string()),
        ("breached", view.breached.to_string()),
        ("unread", view.unread.len().to_string()),
    ];
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut text = table.text();
    text.push_str(&shell.words.say("stats-count", &args));
    for unread in &view.unread {
        let problem = shell.say(&format!("error-{}", unread.problem));
        text.push_str(&format!("\n{}: {problem}", unread.file));
    }
    Ok(Report { good: view.unread.is_empty(), text, json: json!(view) })
}

fn row(shell: &Shell, by: &str, group: &StatsGroup) -> Vec<String> {
    let key = match (by, group.key.as_str()) {
        (_, "") => shell.say("stats-none"),
        ("line", line) => shell.say(&format!("choice-claim-case-line-of-business-{line}")),
        (_, key) => key.to_owned(),
    };
    let amount = |amount: &Option<String>| amount.clone().unwrap_or_else(|| "–".to_owned());
    vec![
        format!("{} {}", shortened(&key), group.currency),
        group.count.to_string(),
        amount(&group.claimed),
        amount(&group.assessed),
        amount(&group.settled),
        amount(&group.paid),
        amount(&group.reduction),
    ]
}
