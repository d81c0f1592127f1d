//! What every command works with.

use lisuan_app::wire::{CaseView, ReadOnly};
use lisuan_app::{App, Error, Home, Result, Words};
use std::path::Path;

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
    /// The program of the person who is logged in; gives the words back when it has no home.
    pub fn new(words: Words, json: bool) -> std::result::Result<Self, (Error, Words)> {
        match Home::of_user() {
            Ok(home) => Ok(Self { app: App::new(home), words, json }),
            Err(error) => Err((error, words)),
        }
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
