//! `lisuan history`: who changed what and when; two moments compared; going back.

use std::path::Path;

use lisuan_app::wire::{FieldChange, HistoryEntry};
use lisuan_app::{Code, Error, Of, Result};
use serde_json::json;

use super::named;
use crate::report::Report;
use crate::shell::Shell;

/// What of the history is asked for.
#[derive(Debug, Clone, Default, clap::Args)]
pub struct Asked {
    /// `KIND/KEY`: of one record.
    #[arg(long, value_name = "KIND/KEY")]
    pub record: Option<String>,
    /// Of one of its fields.
    #[arg(long, value_name = "FIELD", requires = "record")]
    pub field: Option<String>,
    /// `OPERATION` or `OPERATION..OPERATION`: what changed since, or between.
    #[arg(long, value_name = "OPERATION[..OPERATION]", conflicts_with = "restore")]
    pub compare: Option<String>,
    /// Goes back to how it stood then.
    #[arg(long, value_name = "OPERATION")]
    pub restore: Option<String>,
}

/// Tells the history.
pub fn run(shell: &Shell, case: &Path, asked: &Asked) -> Result<Report> {
    shell.open(case)?;
    let bad = |text: &str| Error::new(Code::NotFound).with("what", text);
    let record = match &asked.record {
        Some(text) => {
            let (kind, id) = text.split_once('/').ok_or_else(|| bad(text))?;
            Some((kind.to_owned(), id.to_owned()))
        }
        None => None,
    };
    let of = Of { record, field: asked.field.clone() };
    if let Some(text) = &asked.compare {
        let (from, to) = match text.split_once("..") {
            Some((from, to)) => (from, Some(to).filter(|to| !to.is_empty())),
            None => (text.as_str(), None),
        };
        let compared = shell.app.compare(from, to)?;
        let count = compared.total.to_string();
        let mut lines = vec![shell.words.say("cli-compared", &[("count", &count)])];
        lines.extend(compared.changes.iter().map(|change| line(shell, change)));
        return Ok(Report { good: true, text: lines.join("\n"), json: json!(compared) });
    }
    if let Some(operation) = &asked.restore {
        let delta = shell.app.restore(operation, &of)?;
        let count = delta.changes.len().to_string();
        return Ok(Report {
            good: true,
            text: shell.words.say("cli-restored", &[("count", &count)]),
            json: json!({ "changed": delta.changes.len(), "savedAt": delta.saved_at }),
        });
    }
    let mut entries = Vec::new();
    let mut before = None;
    loop {
        let page = shell.app.history(&of, before)?;
        entries.extend(page.entries);
        match page.next {
            Some(next) => before = Some(next),
            None => break,
        }
    }
    let lines: Vec<String> = entries.iter().map(|entry| told(shell, entry)).collect();
    Ok(Report { good: true, text: lines.join("\n"), json: json!({ "entries": entries }) })
}

fn told(shell: &Shell, entry: &HistoryEntry) -> String {
    let key = format!("op-{}", entry.label.key);
    let what = if shell.words.has(&key) { shell.say(&key) } else { entry.label.key.clone() };
    let back = if entry.took_back { shell.say("cli-took-back") } else { String::new() };
    let head = format!(
        "{}  {}  {back}{what} {}  {}",
        entry.by.at, entry.by.author, entry.label.subject, entry.operation
    );
    let changes = entry.changes.iter().map(|change| line(shell, change));
    std::iter::once(head).chain(changes).collect::<Vec<_>>().join("\n")
}

fn line(shell: &Shell, change: &FieldChange) -> String {
    let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "—".to_owned());
    format!(
        "    {} {}  {}: {} → {}",
        named::kind(shell, &change.kind),
        change.name,
        named::field(shell, &change.kind, &change.field),
        value(&change.before),
        value(&change.after),
    )
}
