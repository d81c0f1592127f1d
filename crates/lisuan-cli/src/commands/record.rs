//! `lisuan record`: any record of a case, listed, added, changed and deleted by kind and field, as
//! the window does it. Names of kinds and fields are those of the case file.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use lisuan_app::wire::{CaseView, Delta, Edit, Row};
use lisuan_app::{Code, Error, Result};
use serde_json::json;

use super::named;
use crate::report::Report;
use crate::shell::Shell;

/// What is done with records.
#[derive(Debug, Subcommand)]
pub enum RecordCommand {
    /// Lists the records of a kind.
    List {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(id = "record-kind", value_name = "KIND")]
        kind: String,
    },
    /// Adds one.
    Add {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(id = "record-kind", value_name = "KIND")]
        kind: String,
        #[arg(id = "record-values", value_name = "FIELD=VALUE", value_parser = assigned)]
        values: Vec<(String, String)>,
    },
    /// Changes fields of one; a field without value is emptied.
    Set {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(id = "record-kind", value_name = "KIND")]
        kind: String,
        #[arg(id = "record-key", value_name = "KEY")]
        key: String,
        #[arg(
            id = "record-values",
            value_name = "FIELD=VALUE",
            required = true,
            value_parser = assigned
        )]
        values: Vec<(String, String)>,
    },
    /// Deletes one.
    Delete {
        #[arg(value_name = "CASE")]
        case: PathBuf,
        #[arg(id = "record-kind", value_name = "KIND")]
        kind: String,
        #[arg(id = "record-key", value_name = "KEY")]
        key: String,
    },
}

/// Reads `field=value`; the value may hold further equal signs.
fn assigned(text: &str) -> std::result::Result<(String, String), String> {
    match text.split_once('=') {
        Some((field, value)) if !field.is_empty() => Ok((field.to_owned(), value.to_owned())),
        _ => Err(text.to_owned()),
    }
}

/// Does what was asked.
pub fn run(shell: &Shell, command: RecordCommand) -> Result<Report> {
    match command {
        RecordCommand::List { case, kind } => list(shell, &case, &kind),
        RecordCommand::Add { case, kind, values } => add(shell, &case, &kind, values),
        RecordCommand::Set { case, kind, key, values } => set(shell, &case, &kind, &key, values),
        RecordCommand::Delete { case, kind, key } => delete(shell, &case, &kind, &key),
    }
}

/// The records of a kind; an error where there is no such kind.
fn rows<'a>(view: &'a CaseView, kind: &str) -> Result<&'a [Row]> {
    let unknown = || Error::new(Code::NotFound).with("what", kind);
    view.rows.get(kind).map(Vec::as_slice).ok_or_else(unknown)
}

fn list(shell: &Shell, case: &Path, kind: &str) -> Result<Report> {
    let view = shell.open(case)?;
    let rows = rows(&view, kind)?;
    let count = rows.len().to_string();
    let said = [("kind", named::kind(shell, kind)), ("count", count)];
    let said = said.each_ref().map(|(name, value)| (*name, value.as_str()));
    let mut text = shell.words.say("cli-record-listed", &said);
    for row in rows {
        let _ = write!(text, "\n{}", row.id);
        for (field, value) in &row.fields {
            let _ = write!(text, "\n  {}: {value}", named::field(shell, kind, field));
        }
    }
    let records: Vec<_> =
        rows.iter().map(|row| json!({ "id": row.id, "fields": row.fields })).collect();
    Ok(Report { good: true, text, json: json!({ "kind": kind, "records": records }) })
}

fn add(shell: &Shell, case: &Path, kind: &str, values: Vec<(String, String)>) -> Result<Report> {
    let view = shell.open(case)?;
    rows(&view, kind)?;
    let fields: BTreeMap<String, String> = values.into_iter().collect();
    let edit = Edit::Add { kind: kind.to_owned(), fields, name: None };
    let delta = shell.app.edit(&label("add", kind), "", &[edit])?;
    let id = delta.added.first().cloned().unwrap_or_default();
    Ok(saved(shell, kind, &id, &delta))
}

fn set(
    shell: &Shell,
    case: &Path,
    kind: &str,
    key: &str,
    values: Vec<(String, String)>,
) -> Result<Report> {
    let view = shell.open(case)?;
    rows(&view, kind)?;
    let edits: Vec<Edit> = values
        .into_iter()
        .map(|(field, value)| Edit::Set {
            kind: kind.to_owned(),
            id: key.to_owned(),
            field,
            value: Some(value),
        })
        .collect();
    let delta = shell.app.edit(&label("change", kind), "", &edits)?;
    Ok(saved(shell, kind, key, &delta))
}

fn delete(shell: &Shell, case: &Path, kind: &str, key: &str) -> Result<Report> {
    let view = shell.open(case)?;
    rows(&view, kind)?;
    let edit = Edit::Delete { kind: kind.to_owned(), id: key.to_owned() };
    let delta = shell.app.edit(&label("delete", kind), "", &[edit])?;
    Ok(saved(shell, kind, key, &delta))
}

/// Key of the words for what is done, as in the journal.
fn label(verb: &str, kind: &str) -> String {
    format!("{verb}-{}", kind.replace('_', "-"))
}

fn saved(shell: &Shell, kind: &str, id: &str, delta: &Delta) -> Report {
    let kind_said = named::kind(shell, kind);
    let said = [("kind", kind_said.as_str()), ("id", id), ("at", delta.saved_at.as_str())];
    Report {
        good: true,
        text: shell.words.say("cli-record-saved", &said),
        json: json!({ "kind": kind, "id": id, "savedAt": delta.saved_at }),
    }
}
