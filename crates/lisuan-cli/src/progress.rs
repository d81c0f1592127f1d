//! How far long work is: a bar on a terminal, lines of JSON for a script.

use std::io::Write as _;

use indicatif::{ProgressBar, ProgressStyle};
use lisuan_app::wire::Progress;
use serde_json::json;

use crate::shell::Shell;

/// Shows progress on the error output.
pub struct Meter {
    bar: Option<ProgressBar>,
}

impl Meter {
    /// A bar, which indicatif shows on a terminal only, or JSON lines.
    pub fn new(shell: &Shell, task: &str) -> Self {
        if shell.json {
            return Self { bar: None };
        }
        let bar = ProgressBar::new(0);
        if let Ok(style) = ProgressStyle::with_template(
            "{prefix} {bar:30} {pos}/{len} {elapsed_precise} {wide_msg}",
        ) {
            bar.set_style(style);
        }
        bar.set_prefix(shell.say(&format!("cli-progress-{task}")));
        Self { bar: Some(bar) }
    }

    /// Takes note of progress; called from any thread.
    pub fn show(&self, progress: &Progress) {
        match &self.bar {
            Some(bar) => {
                bar.set_length(progress.total);
                bar.set_message(progress.subject.clone());
                bar.set_position(progress.done);
            }
            None => {
                // A script that does not listen loses nothing but this line. One write, so that
                // a line is either there or not.
                let line = format!("{}\n", json!({ "progress": progress }));
                let _ = std::io::stderr().lock().write_all(line.as_bytes());
            }
        }
    }

    /// Takes the bar away.
    pub fn done(&self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
