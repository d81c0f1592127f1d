//! `lisuan note add`: a survey note, dated now.

use std::path::Path;

use lisuan_app::Result;
use serde_json::json;

use crate::report::Report;
use crate::shell::Shell;

/// Records the note; it is on disk when this answers.
pub fn run(shell: &Shell, case: &Path, text: &str, place: Option<&str>) -> Result<Report> {
    shell.open(case)?;
    let delta = shell.app.add_note(text, place)?;
    Ok(Report {
        text: shell.words.say("cli-note-added", &[("at", &delta.saved_at)]),
        json: json!({ "id": delta.added.first(), "savedAt": delta.saved_at }),
        good: true,
    })
}
