//! What every command works with.

use std::path::Path;

use lisuan_app::wire::{CaseView, ReadOnly};
use lisuan_app::{App, Code, Error, Home, Result, Words};
use zeroize::Zeroizing;

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

    /// Asks for a passphrase: on a terminal unseen, otherwise one line of the standard input.
    pub fn passphrase(&self, question: &str) -> Result<Zeroizing<String>> {
        use std::io::{BufRead as _, IsTerminal as _};
        let input = std::io::stdin();
        let asked = if input.is_terminal() {
            rpassword::prompt_password(format!("{} ", self.say(question)))
        } else {
            let mut line = String::new();
            input.lock().read_line(&mut line).map(|_| line)
        };
        let mut asked = asked
            .map(Zeroizing::new)
            .map_err(|error| Error::new(Code::KeyLocked).because(error))?;
        let kept = asked.trim_end_matches(['\r', '\n']).len();
        asked.truncate(kept);
        if asked.is_empty() { Err(Error::new(Code::KeyLocked)) } else { Ok(asked) }
    }

    /// Opens the key that seals, asking for its passphrase if one guards it.
    pub fn open_key(&self) -> Result<()> {
        if self.app.key_state()?.locked {
            let passphrase = self.passphrase("cli-ask-passphrase")?;
            self.app.unlock_key(&passphrase)?;
        }
        Ok(())
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
