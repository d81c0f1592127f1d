//! A call that does not read, in the three sentences of every error.

use std::io::Write as _;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use lisuan_app::Words;

use crate::exit;
use crate::report::print_sentences;

/// Prints help or version as asked, or says what is wrong with the call.
pub fn answer(error: &clap::Error, words: &Words, json: bool) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        let written = std::io::stdout().write_all(error.render().to_string().as_bytes());
        return ExitCode::from(if written.is_ok() { exit::GOOD } else { exit::UNREADABLE });
    }
    let reason = reason(error, words);
    let sentences = ["", "-safe", "-do"]
        .map(|part| words.say(&format!("error-usage{part}"), &[("reason", &reason)]));
    let args = serde_json::json!({ "reason": reason });
    print_sentences("usage", args, &sentences, json);
    ExitCode::from(exit::USAGE)
}

fn reason(error: &clap::Error, words: &Words) -> String {
    let context = |kind| error.get(kind).map(shown).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::MissingRequiredArgument => {
            words.say("cli-usage-missing", &[("argument", &argument)])
        }
        ErrorKind::UnknownArgument => words.say("cli-usage-unknown", &[("argument", &argument)]),
        ErrorKind::InvalidSubcommand => {
            let name = context(ContextKind::InvalidSubcommand);
            words.say("cli-usage-unknown", &[("argument", &name)])
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            words.say("cli-usage-command", &[])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = context(ContextKind::InvalidValue);
            words.say("cli-usage-value", &[("argument", &argument), ("value", &value)])
        }
        _ => words.say("cli-usage-other", &[("argument", &argument)]),
    }
}

fn shown(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join(" "),
        other => other.to_string(),
    }
}
