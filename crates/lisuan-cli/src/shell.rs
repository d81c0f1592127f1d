//! What every command works with.

use std::path::Path;

use lisuan_app::wire::{CaseView, ReadOnly};
use lisuan_app::{App, Home, Result, Words};

/// The program and the words to speak in.
pub struct Shell {
    /// The program.
    pub app: App,
    /// Words of the language that was asked for.
    pub words: Words,
    /// Answers go to a script.
    pub json: bool,
}

impl Shell {
    /// The program with its folders.
    pub fn new(home: Home, words: Words, json: bool) -> Self {
        Self { app: App::new(home), words, json }
    }

    /// Words without values.
    pub fn say(&self, key: &str) -> String {
        self.words.say(key, &[])
    }

    /// Opens a case; tells a person when it can only be read.
    pub fn open(&self, case: &Path) -> Result<CaseView> {
        let view = self.app.open(case)?;
        if let Some(why) = view.read_only.filter(|_| !self.json) {
            let why = self.say(match why {
                ReadOnly::OpenElsewhere => "cli-read-only-open-elsewhere",
                ReadOnly::NoPermission => "cli-read-only-no-permission",
            });
            eprintln!("{}", self.words.say("cli-read-only", &[("why", &why)]));
        }
        Ok(view)
    }
}
