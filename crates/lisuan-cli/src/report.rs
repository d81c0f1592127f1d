//! What a command answers with, and how it is printed.

use std::process::ExitCode;

use lisuan_app::{Error, Words};
use serde_json::{Value, json};

use crate::exit;

/// The answer of a command.
pub struct Report {
    /// For scripts: see docs/cli.md.
    pub json: Value,
    /// For people.
    pub text: String,
    /// Whether the answer is yes.
    pub good: bool,
}

impl Report {
    /// Prints the answer; the exit code says whether it is yes, or that it could not be printed.
    pub fn print(self, json: bool) -> ExitCode {
        let text = if json { self.json.to_string() } else { self.text };
        let written = put(&mut std::io::stdout().lock(), &text);
        ExitCode::from(match (written, self.good) {
            (Err(_), _) => exit::UNREADABLE,
            (Ok(()), true) => exit::GOOD,
            (Ok(()), false) => exit::NO,
        })
    }
}

/// Prints an error; gives its exit code.
pub fn print_error(error: &Error, words: &Words, json: bool) -> ExitCode {
    let args: serde_json::Map<String, Value> =
        error.args.iter().map(|(name, value)| ((*name).to_owned(), json!(value))).collect();
    print_sentences(error.code.as_str(), Value::Object(args), &words.error(error), json);
    ExitCode::from(exit::of(error.code))
}

/// Prints what happened, what is safe and what to do: on the error output for people, as the one
/// object on the standard output for scripts.
pub fn print_sentences(code: &str, args: Value, sentences: &[String; 3], json: bool) {
    let [happened, safe, remedy] = sentences;
    // There is nobody left to tell when this cannot be written; the exit code still says it.
    let _ = if json {
        let error = json!({
            "code": code, "args": args, "happened": happened, "safe": safe, "do": remedy
        });
        put(&mut std::io::stdout().lock(), &json!({ "error": error }).to_string())
    } else {
        put(&mut std::io::stderr().lock(), &sentences.join("\n"))
    };
}

fn put(out: &mut impl std::io::Write, text: &str) -> std::io::Result<()> {
    out.write_all(format!("{}\n", text.trim_end()).as_bytes())?;
    out.flush()
}
