//! `lisuan dossier`: exports, seals and verifies the PDF.

use std::path::Path;

use lisuan_app::wire::{DossierView, ReportRequest};
use lisuan_app::{DossierOptions, Result};
use serde_json::json;

use super::verify;
use crate::interrupt;
use crate::progress::Meter;
use crate::report::Report;
use crate::shell::Shell;

/// Exports the dossier in the language of the words; an existing file is replaced only by a whole
/// and verified one.
pub fn run(shell: &Shell, case: &Path, out: &Path, report: ReportRequest) -> Result<Report> {
    shell.open(case)?;
    interrupt::listen();
    let options = DossierOptions { report, out: out.to_owned() };
    let meter = Meter::new(shell, "export-dossier");
    let dossier =
        shell.app.export_dossier(&options, &|progress| meter.show(&progress), &interrupt::asked);
    meter.done();
    let dossier = dossier?;
    Ok(Report {
        good: dossier.verdict.as_sealed,
        text: text(shell, out, &dossier),
        json: json!({
            "file": out.display().to_string(),
            "report": dossier.kind,
            "number": dossier.number,
            "draft": dossier.draft,
            "replaces": dossier.replaces,
            "takenOut": dossier.taken_out,
            "recorded": dossier.recorded,
            "language": options.report.language,
            "bytes": dossier.bytes,
            "pages": dossier.pages,
            "photos": dossier.photos,
            "missingCharacters": dossier.missing_characters,
            "verdict": dossier.verdict,
        }),
    })
}

fn text(shell: &Shell, out: &Path, dossier: &DossierView) -> String {
    let mut lines = vec![shell.words.say(
        "cli-dossier",
        &[
            ("file", &out.display().to_string()),
            ("pages", &dossier.pages.to_string()),
            ("photos", &dossier.photos.to_string()),
            ("bytes", &dossier.bytes.to_string()),
        ],
    )];
    if dossier.draft {
        lines.push(shell.words.say("cli-dossier-draft", &[]));
    }
    if let Some(digest) = &dossier.replaces {
        let args = [("number", dossier.number.as_str()), ("digest", digest)];
        lines.push(shell.words.say("cli-dossier-replaces", &args));
    }
    if let Some(fields) = dossier.taken_out {
        let fields = fields.to_string();
        lines.push(shell.words.say("cli-dossier-redacted", &[("fields", &fields)]));
    }
    if !dossier.missing_characters.is_empty() {
        let characters = [("characters", dossier.missing_characters.as_str())];
        lines.push(shell.words.say("cli-dossier-missing-characters", &characters));
    }
    lines.push(verify::text(shell, &dossier.verdict));
    lines.join("\n")
}
