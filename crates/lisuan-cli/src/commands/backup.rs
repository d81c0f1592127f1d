//! `lisuan backup` and `lisuan restore`: the whole library on another disk, and back.

use std::path::{Path, PathBuf};

use lisuan_app::Result;
use lisuan_app::wire::BackedUp;
use serde_json::json;

use crate::interrupt;
use crate::progress::Meter;
use crate::report::Report;
use crate::shell::Shell;

/// Backs up; the answer is yes when every case is in it.
pub fn run(shell: &Shell, folders: &[PathBuf], disk: &Path) -> Result<Report> {
    interrupt::listen();
    let meter = Meter::new(shell, "backup");
    let made =
        shell.app.backup(folders, disk, &|progress| meter.show(&progress), &interrupt::asked);
    meter.done();
    let made = made?;
    let text = if made.cancelled {
        shell.say("backup-cancelled")
    } else {
        let values = [
            ("number", made.number.to_string()),
            ("written", made.written.to_string()),
            ("unchanged", made.unchanged.to_string()),
            ("failed", made.failed.len().to_string()),
        ];
        shell.words.say("backup-made", &values.each_ref().map(|(k, v)| (*k, v.as_str())))
    };
    Ok(Report {
        good: !made.cancelled && made.failed.is_empty(),
        text: with_failed(shell, text, &made.failed),
        json: json!(made),
    })
}

/// Restores; the answer is yes when every case of the backup is there.
pub fn restore(shell: &Shell, disk: &Path, into: &Path, number: Option<u32>) -> Result<Report> {
    interrupt::listen();
    let meter = Meter::new(shell, "restore");
    let done = shell.app.restore_backup(
        disk,
        into,
        number,
        &|progress| meter.show(&progress),
        &interrupt::asked,
    );
    meter.done();
    let done = done?;
    let values = [
        ("number", done.number.to_string()),
        ("at", done.made_at.clone()),
        ("restored", done.restored.len().to_string()),
        ("there", done.there.to_string()),
        ("failed", done.failed.len().to_string()),
    ];
    let mut text =
        shell.words.say("backup-restored", &values.each_ref().map(|(k, v)| (*k, v.as_str())));
    if done.cancelled {
        text = format!("{text}\n{}", shell.say("backup-restore-cancelled"));
    }
    Ok(Report {
        good: !done.cancelled && done.failed.is_empty(),
        text: with_failed(shell, text, &done.failed),
        json: json!(done),
    })
}

fn with_failed(shell: &Shell, text: String, failed: &[BackedUp]) -> String {
    let lines = failed.iter().map(|case| {
        let key = format!("error-{}", case.error.code);
        let args: Vec<(&str, &str)> =
            case.error.args.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        format!("  {}: {}", case.name, shell.words.say(&key, &args))
    });
    std::iter::once(text).chain(lines).collect::<Vec<String>>().join("\n")
}
