//! `lisuan letter`: drafts a letter from a template, and exports it as a sealed PDF.

use std::collections::BTreeMap;
use std::path::Path;

use lisuan_app::Result;
use serde_json::json;

use super::verify;
use crate::report::Report;
use crate::shell::Shell;

/// Drafts a letter in the language of the words.
pub fn new(
    shell: &Shell,
    case: &Path,
    kind: &str,
    given: [(&str, Option<String>); 2],
) -> Result<Report> {
    shell.open(case)?;
    let given: BTreeMap<String, String> =
        given.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect();
    let letter = shell.app.draft_letter(kind, shell.words.language(), &given)?;
    let id = letter.delta.added.first().cloned().unwrap_or_default();
    let drafted = [("subject", letter.subject.as_str()), ("id", id.as_str())];
    let mut lines = vec![shell.words.say("cli-letter-drafted", &drafted)];
    if !letter.unfilled.is_empty() {
        let name = |field: &String| shell.say(&format!("letter-field-{}", field.replace('_', "-")));
        let fields =
            letter.unfilled.iter().map(name).collect::<Vec<_>>().join(&shell.say("list-comma"));
        lines.push(shell.words.say("cli-letter-unfilled", &[("fields", &fields)]));
    }
    Ok(Report {
        good: true,
        text: lines.join("\n"),
        json: json!({ "id": id, "subject": letter.subject, "unfilled": letter.unfilled }),
    })
}

/// Exports a letter; an existing file is replaced only by a whole and verified one.
pub fn export(shell: &Shell, case: &Path, letter: &str, out: &Path) -> Result<Report> {
    shell.open(case)?;
    let language = shell.words.language();
    let made = shell.app.export_letter(letter, language, out)?;
    let pages = made.pages.to_string();
    let said = [("file", out.display().to_string()), ("pages", pages)];
    let said = said.each_ref().map(|(name, value)| (*name, value.as_str()));
    let lines = [shell.words.say("cli-letter-exported", &said), verify::text(shell, &made.verdict)];
    Ok(Report {
        good: made.verdict.as_sealed,
        text: lines.join("\n"),
        json: json!({
            "file": out.display().to_string(),
            "language": language,
            "bytes": made.bytes,
            "pages": made.pages,
            "verdict": made.verdict,
        }),
    })
}
