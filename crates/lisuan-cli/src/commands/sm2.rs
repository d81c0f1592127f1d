//! `lisuan sm2`: a second signature with SM2 and SM3, in a file beside the dossier.

use std::path::Path;

use lisuan_app::Result;
use serde_json::json;

use super::verify;
use crate::report::Report;
use crate::shell::Shell;

/// Signs the dossier.
pub fn run(shell: &Shell, pdf: &Path) -> Result<Report> {
    shell.open_key()?;
    let verdict = shell.app.sign_beside(pdf)?;
    let text = verify::text(shell, &verdict);
    Ok(Report { good: verdict.as_sealed, text, json: json!(verdict) })
}
