//! `lisuan verify`: whether a dossier is exactly as sealed.

use std::path::Path;

use lisuan_app::Result;
use lisuan_app::wire::{OriginalPlace, PartsView, StampTrust, VerdictView};
use serde_json::json;

use crate::report::Report;
use crate::shell::Shell;

/// Judges the file. What it carries is told digest by digest when asked for, and when the file is
/// not as sealed: then it tells which photo or attachment is another.
pub fn run(shell: &Shell, pdf: &Path, trust: Option<&Path>, parts: bool) -> Result<Report> {
    let verdict = shell.app.verify(pdf, trust)?;
    let mut text = text(shell, &verdict);
    let mut json = json!(verdict);
    if parts || !verdict.as_sealed {
        let found = shell.app.dossier_parts(pdf)?;
        text.push('\n');
        text.push_str(&match &found {
            Some(found) => parts_text(shell, found, parts),
            None => shell.say("cli-parts-unreadable"),
        });
        json["parts"] = json!(found);
    }
    let beside_holds = verdict.beside.as_ref().is_none_or(|beside| beside.holds);
    Ok(Report { good: verdict.as_sealed && beside_holds, text, json })
}

/// The verdict, its reasons, who sealed, and whose word the time is.
pub fn text(shell: &Shell, verdict: &VerdictView) -> String {
    let key = if verdict.as_sealed { "verdict-as-sealed" } else { "verdict-not-as-sealed" };
    let mut lines = vec![shell.say(key)];
    for reason in &verdict.reasons {
        lines.push(format!("  {}", shell.say(&format!("verdict-{reason}"))));
    }
    if let Some(signer) = &verdict.signer {
        lines.push(shell.words.say("cli-signer", &[("signer", signer)]));
        lines.push(match &verdict.issuer {
            Some(issuer) => shell.words.say("seal-issued", &[("issuer", issuer)]),
            None => shell.say("seal-self-made"),
        });
    }
    for (key, name, value) in [
        ("cli-fingerprint", "fingerprint", &verdict.fingerprint),
        ("cli-claimed-time", "time", &verdict.claimed_time),
        ("cli-digest", "digest", &verdict.digest),
    ] {
        if let Some(value) = value {
            lines.push(shell.words.say(key, &[(name, value)]));
        }
    }
    if verdict.outside_validity
        && let (Some(from), Some(to)) = (&verdict.valid_from, &verdict.valid_to)
    {
        lines.push(shell.words.say("seal-outside-validity", &[("from", from), ("to", to)]));
    }
    if let Some(stamp) = &verdict.timestamp {
        let args = [("time", stamp.time.as_str()), ("authority", stamp.authority.as_str())];
        lines.push(shell.words.say("seal-timestamp", &args));
        lines.push(shell.say(match stamp.trust {
            StampTrust::NotAsked => "seal-trust-not-asked",
            StampTrust::Trusted => "seal-trust-trusted",
            StampTrust::Untrusted => "seal-trust-untrusted",
        }));
    }
    if let Some(beside) = &verdict.beside {
        let key = if beside.holds { "seal-beside-holds" } else { "seal-beside-fails" };
        let fingerprint = beside.fingerprint.as_deref().unwrap_or("–");
        lines.push(shell.words.say(key, &[("fingerprint", fingerprint)]));
    }
    lines.join("\n")
}

/// What the dossier carries. Without `all` only what a reader has to look at.
fn parts_text(shell: &Shell, parts: &PartsView, all: bool) -> String {
    let mut lines = Vec::new();
    for original in &parts.originals {
        let key = match original.place {
            OriginalPlace::Page => "cli-part-page",
            OriginalPlace::Attachment => "cli-part-attachment",
            OriginalPlace::NotInside => "cli-part-not-inside",
        };
        if all || original.place == OriginalPlace::NotInside {
            let args = [("name", original.name.as_str()), ("digest", original.sha256.as_str())];
            lines.push(shell.words.say(key, &args));
        }
    }
    for picture in &parts.other_pictures {
        let args = [("name", picture.name.as_str()), ("digest", picture.sha256.as_str())];
        lines.push(shell.words.say("cli-part-other", &args));
    }
    if all {
        for attached in &parts.attachments {
            let args = [("name", attached.name.as_str()), ("digest", attached.sha256.as_str())];
            lines.push(shell.words.say("cli-part-attached", &args));
        }
    }
    lines.join("\n")
}
