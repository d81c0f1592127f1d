//! `lisuan photo list`: the photos of a case, with what was worked out about each.

use std::path::Path;

use lisuan_app::Result;
use lisuan_app::wire::{ListedPhoto, ListedTime, PhotoList};
use serde_json::json;

use crate::report::Report;
use crate::shell::Shell;
use crate::table::{Side, Table, shortened};

/// Lists the photos.
pub fn run(shell: &Shell, case: &Path) -> Result<Report> {
    shell.open(case)?;
    let list = shell.app.list_photos()?;
    Ok(Report { good: true, text: text(shell, &list), json: json!(list) })
}

fn text(shell: &Shell, list: &PhotoList) -> String {
    let headings = ["number", "taken", "position", "file", "remark"]
        .map(|column| shell.say(&format!("cli-column-{column}")));
    let mut table = Table::new(headings.to_vec(), &[Side::Left; 5]);
    for photo in &list.photos {
        let position = photo.position.as_ref();
        table.row(vec![
            photo.number.clone(),
            photo.taken.as_ref().map(|taken| time(shell, taken)).unwrap_or_default(),
            position
                .map(|at| format!("{} {}", at.latitude_deg, at.longitude_deg))
                .unwrap_or_default(),
            shortened(&photo.file_name),
            remarks(shell, photo),
        ]);
    }
    let count = list.photos.len().to_string();
    let mut text = shell.words.say("cli-photo-count", &[("count", &count)]) + "\n" + &table.text();
    if list.photos.iter().any(|photo| photo.position.is_some()) {
        text.push_str(&(shell.say("cli-photo-datum") + "\n"));
    }
    if !list.near.is_empty() {
        let groups = list.near.len().to_string();
        text.push_str(&shell.words.say("cli-photo-near-groups", &[("count", &groups)]));
    }
    text
}

/// The moment; where its offset is not the camera's own, that is said.
fn time(shell: &Shell, taken: &ListedTime) -> String {
    match (&taken.moment, taken.offset_source.as_deref()) {
        (Some(moment), Some("camera")) => moment.clone(),
        (Some(moment), _) => shell.words.say("cli-photo-zone", &[("moment", moment)]),
        (None, _) => shell.words.say("cli-photo-no-offset", &[("reading", &taken.reading)]),
    }
}

fn remarks(shell: &Shell, photo: &ListedPhoto) -> String {
    let mut remarks: Vec<String> =
        photo.oddities.iter().map(|code| shell.say(&format!("oddity-{code}"))).collect();
    if !photo.near.is_empty() {
        let numbers = photo.near.join(", ");
        remarks.push(shell.words.say("cli-photo-near", &[("numbers", &numbers)]));
    }
    remarks.join("; ")
}
