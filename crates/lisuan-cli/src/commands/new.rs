//! `lisuan new`: a case file, empty or from a sample.

use std::collections::BTreeMap;
use std::path::Path;

use lisuan_app::Result;
use serde_json::json;

use crate::arguments::Sample;
use crate::report::Report;
use crate::shell::Shell;

/// Makes the case; an existing file is refused and a failure leaves nothing behind.
pub fn run(shell: &Shell, case: &Path, sample: Option<Sample>) -> Result<Report> {
    let file = case.display().to_string();
    let view = match sample {
        Some(sample) => shell.app.sample(case, sample.as_str(), shell.words.language())?,
        None => shell.app.new_case(case, &BTreeMap::new())?,
    };
    let count = |kind: &str| view.rows.get(kind).map_or(0, Vec::len);
    let (photos, notes) = (count("photo"), count("note"));
    let text = match sample {
        Some(_) => shell.words.say(
            "cli-new-sample",
            &[("file", &file), ("photos", &photos.to_string()), ("notes", &notes.to_string())],
        ),
        None => shell.words.say("cli-new", &[("file", &file)]),
    };
    let json = json!({
        "file": file,
        "sample": sample.map(Sample::as_str),
        "photos": photos,
        "notes": notes,
        "savedAt": view.saved_at,
    });
    Ok(Report { json, text, good: true })
}
