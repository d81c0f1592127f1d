//! `lisuan stamp`: the time of a third party, put into a dossier later.

use std::path::Path;

use lisuan_app::Result;
use serde_json::json;

use super::verify;
use crate::report::Report;
use crate::shell::Shell;

/// Writes the request that is carried to a time-stamping authority.
pub fn request(shell: &Shell, pdf: &Path, out: &Path) -> Result<Report> {
    shell.app.request_stamp(pdf, out)?;
    let file = out.display().to_string();
    Ok(Report {
        good: true,
        text: shell.words.say("cli-stamp-requested", &[("file", &file)]),
        json: json!({ "file": file }),
    })
}

/// Puts the authority's answer into the dossier.
pub fn add(shell: &Shell, pdf: &Path, answer: &Path) -> Result<Report> {
    let verdict = shell.app.add_stamp(pdf, answer)?;
    let text = verify::text(shell, &verdict);
    Ok(Report { good: verdict.as_sealed, text, json: json!(verdict) })
}
