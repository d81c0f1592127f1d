//! `lisuan sheet`: writes the adjustment as a workbook with live formulas, or a measurement sheet to
//! be signed on paper.

use std::path::Path;

use lisuan_app::Result;
use serde_json::json;

use crate::report::Report;
use crate::shell::Shell;

/// Writes the workbook in the language of the words; an existing file is replaced only by a whole
/// one.
pub fn run(shell: &Shell, case: &Path, out: &Path) -> Result<Report> {
    shell.open(case)?;
    let language = shell.words.language();
    let sheet = shell.app.export_sheet(out, language)?;
    let text = shell.words.say(
        "cli-sheet",
        &[
            ("file", &out.display().to_string()),
            ("live", &sheet.live.to_string()),
            ("fixed", &sheet.fixed.to_string()),
            ("bytes", &sheet.bytes.to_string()),
        ],
    );
    Ok(Report {
        good: true,
        text,
        json: json!({
            "file": out.display().to_string(),
            "language": language,
            "bytes": sheet.bytes,
            "live": sheet.live,
            "fixed": sheet.fixed,
        }),
    })
}

/// Writes one measurement sheet as a PDF to be signed on paper.
pub fn print(shell: &Shell, case: &Path, number: &str, out: &Path) -> Result<Report> {
    shell.open(case)?;
    let language = shell.words.language();
    let sheet = shell.app.print_sheet(number, language, out)?;
    let pages = sheet.pages.to_string();
    let text = shell
        .words
        .say("cli-sheet-printed", &[("file", &out.display().to_string()), ("pages", &pages)]);
    Ok(Report {
        good: true,
        text,
        json: json!({
            "file": out.display().to_string(),
            "language": language,
            "measurement": number,
            "pages": sheet.pages,
        }),
    })
}
