//! What every command works with.

use std::path::{Path, PathBuf};

use lisuan_app::wire::{CaseView, ReadOnly};
use lisuan_app::{App, Code, Error, Home, Result, Unlock, Words};
use zeroize::Zeroizing;

use crate::arguments::Arguments;

/// A file that has a passphrase in its first line is no larger.
const PASSPHRASE_FILE_BYTES_MAX: u64 = 4096;

/// How an encrypted case is opened.
#[derive(Debug, Clone, Default)]
pub struct Opening {
    /// The file to read the passphrase from, in place of asking for it.
    passphrase_file: Option<PathBuf>,
    /// It is the recovery key that is given.
    recovery: bool,
}

impl Opening {
    /// As the call says.
    pub fn of(arguments: &Arguments) -> Self {
        let passphrase_file = arguments.passphrase_file.clone();
        Self { passphrase_file, recovery: arguments.recovery_key }
    }
}

/// The program and the words to speak in.
pub struct Shell {
    /// The program.
    pub app: App,
    /// Words of the language that was asked for.
    pub words: Words,
    /// Answers go to a script.
    pub json: bool,
    /// How an encrypted case is opened.
    opening: Opening,
}

impl Shell {
    /// The program with its folders.
    pub fn new(home: Home, words: Words, json: bool, opening: Opening) -> Self {
        Self { app: App::new(home), words, json, opening }
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

    /// The passphrase of a case: out of the file that was named, or asked for.
    pub fn case_passphrase(&self, question: &str) -> Result<Zeroizing<String>> {
        match &self.opening.passphrase_file {
            Some(file) => first_line(file),
            None => self.passphrase(question),
        }
    }

    /// Whether a passphrase comes with the call.
    pub const fn has_passphrase_file(&self) -> bool {
        self.opening.passphrase_file.is_some()
    }

    /// A new passphrase for a case. At a terminal it is asked for twice: nobody sees what is typed,
    /// and nobody could open a case whose passphrase has a slip in it.
    pub fn new_case_passphrase(&self, file: Option<&Path>) -> Result<Zeroizing<String>> {
        use std::io::IsTerminal as _;
        if let Some(file) = file.or(self.opening.passphrase_file.as_deref()) {
            return first_line(file);
        }
        let first = self.passphrase("cli-ask-new-passphrase")?;
        if std::io::stdin().is_terminal() {
            let again = self.passphrase("cli-ask-passphrase-again")?;
            if *again != *first {
                return Err(Error::new(Code::PassphrasesDiffer));
            }
        }
        Ok(first)
    }

    fn open_locked(&self, case: &Path) -> Result<CaseView> {
        if self.opening.recovery {
            let key = self.case_passphrase("cli-ask-recovery-key")?;
            self.app.open_locked(case, Unlock::Recovery(&key), false)
        } else {
            let passphrase = self.case_passphrase("cli-ask-case-passphrase")?;
            self.app.open_locked(case, Unlock::Passphrase(&passphrase), false)
        }
    }

    /// Opens a case, asking for its passphrase where that is needed; tells a person when it can only be read.
    pub fn open(&self, case: &Path) -> Result<CaseView> {
        let view = match self.app.open(case) {
            // Where nobody answers it is the case that stays locked, not the key that seals.
            Err(locked) if locked.code == Code::CaseLocked => match self.open_locked(case) {
                Err(error) if error.code == Code::KeyLocked => return Err(locked),
                opened => opened?,
            },
            opened => opened?,
        };
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

/// The first line of a small file.
fn first_line(file: &Path) -> Result<Zeroizing<String>> {
    use std::io::Read as _;
    let failed = |error| Error::io(file, error);
    let open = std::fs::File::open(file).map_err(failed)?;
    let mut text = Zeroizing::new(String::new());
    open.take(PASSPHRASE_FILE_BYTES_MAX).read_to_string(&mut text).map_err(failed)?;
    let kept = text.lines().next().map_or(0, str::len);
    text.truncate(kept);
    if text.is_empty() { Err(Error::new(Code::CaseWrongPassphrase)) } else { Ok(text) }
}
