//! `lisuan verify`: whether a dossier is exactly as sealed.

use std::path::Path;

use lisuan_app::Result;
use lisuan_app::wire::VerdictView;
use serde_json::json;

use crate::report::Report;
use crate::shell::Shell;

/// Judges the file.
pub fn run(shell: &Shell, pdf: &Path) -> Result<Report> {
    let verdict = shell.app.verify(pdf)?;
    Ok(Report { good: verdict.as_sealed, text: text(shell, &verdict), json: json!(verdict) })
}

/// The verdict, its reasons and who sealed.
pub fn text(shell: &Shell, verdict: &VerdictView) -> String {
    let key = if verdict.as_sealed { "verdict-as-sealed" } else { "verdict-not-as-sealed" };
    let mut lines = vec![shell.say(key)];
    for reason in &verdict.reasons {
        lines.push(format!("  {}", shell.say(&format!("verdict-{reason}"))));
    }
    let signer = if verdict.self_signed { "cli-signer-self" } else { "cli-signer" };
    for (key, name, value) in [
        (signer, "signer", &verdict.signer),
        ("cli-fingerprint", "fingerprint", &verdict.fingerprint),
        ("cli-claimed-time", "time", &verdict.claimed_time),
        ("cli-digest", "digest", &verdict.digest),
    ] {
        if let Some(value) = value {
            lines.push(shell.words.say(key, &[(name, value)]));
        }
    }
    lines.join("\n")
}
