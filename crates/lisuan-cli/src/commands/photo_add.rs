//! `lisuan photo add`: takes photos in from files and folders.

use std::path::{Path, PathBuf};

use lisuan_app::Result;
use lisuan_app::wire::{AddedPhotos, FlaggedPhoto};
use serde_json::json;

use crate::interrupt;
use crate::progress::Meter;
use crate::report::Report;
use crate::shell::Shell;
use crate::table::{Side, Table, shortened};

/// Takes the photos in, one saved after the other; Ctrl+C stops between two. `new` passes over
/// what the case has, and what was deleted from it.
pub fn run(shell: &Shell, case: &Path, paths: &[PathBuf], new: bool) -> Result<Report> {
    shell.open(case)?;
    let (only_new, known) = if new { shell.app.only_new(paths)? } else { (Vec::new(), 0) };
    let paths = if new { &only_new } else { paths };
    interrupt::listen();
    let meter = Meter::new(shell, "add-photos");
    let added = shell.app.add_photos(paths, &|progress| meter.show(&progress), &interrupt::asked);
    meter.done();
    let added = added?;
    let passed = shell.words.say("cli-photo-known", &[("count", &known.to_string())]);
    let text = text(shell, &added);
    Ok(Report {
        // A card without anything new on it is no failure.
        good: (added.added > 0 || new && added.refused.is_empty()) && !added.cancelled,
        text: if new { format!("{passed}\n{text}") } else { text },
        json: json!({
            "added": added.added,
            "known": known,
            "duplicates": added.duplicates,
            "flagged": added.flagged,
            "refused": added.refused,
            "cancelled": added.cancelled,
        }),
    })
}

fn text(shell: &Shell, added: &AddedPhotos) -> String {
    let mut text = shell.words.say(
        "cli-photo-summary",
        &[
            ("added", &added.added.to_string()),
            ("duplicates", &added.duplicates.len().to_string()),
            ("flagged", &added.flagged.len().to_string()),
            ("refused", &added.refused.len().to_string()),
        ],
    );
    text.push('\n');
    let headings = ["status", "file", "number", "remark"]
        .map(|column| shell.say(&format!("cli-column-{column}")));
    let mut table = Table::new(headings.to_vec(), &[Side::Left; 4]);
    for (status, photos) in
        [("duplicate", &added.duplicates), ("flagged", &added.flagged), ("refused", &added.refused)]
    {
        let status = shell.say(&format!("cli-photo-{status}"));
        for photo in photos {
            table.row(vec![
                status.clone(),
                shortened(&photo.file_name),
                photo.number.clone().unwrap_or_default(),
                remarks(shell, photo),
            ]);
        }
    }
    text.push_str(&table.text());
    if added.cancelled {
        text.push_str(&shell.say("cli-photo-cancelled"));
    }
    text
}

/// What was noticed, in words: an oddity of the photo, or the error that kept it out.
fn remarks(shell: &Shell, photo: &FlaggedPhoto) -> String {
    let word = |code: &String| {
        let file = ("file", photo.file_name.as_str());
        ["oddity", "error"]
            .map(|prefix| format!("{prefix}-{code}"))
            .iter()
            .find(|key| shell.words.has(key))
            .map_or_else(|| code.clone(), |key| shell.words.say(key, &[file, ("limit", "512 MiB")]))
    };
    photo.codes.iter().map(word).collect::<Vec<String>>().join("; ")
}
