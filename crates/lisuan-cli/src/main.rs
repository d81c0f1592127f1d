//! `lisuan`, the command line: a thin shell over `lisuan-app`.
//!
//! Each command gives a [`report::Report`], printed as text or, with `--json`, as one object. Exit
//! codes: 0 good, 1 the answer is no, 2 usage, 3 could not be read or written (see docs/cli.md).

mod arguments;
mod commands;
mod exit;
mod help;
mod interrupt;
mod progress;
mod report;
mod shell;
mod table;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use lisuan_app::{Home, Words};

use crate::arguments::Arguments;
use crate::shell::{Opening, Shell};

fn main() -> ExitCode {
    if let Some(code) = lisuan_app::run_decoder_if_asked() {
        return code;
    }
    let given: Vec<OsString> = std::env::args_os().collect();
    let (words, json) = (Words::of(&arguments::language(&given)), arguments::wants_json(&given));
    let parsed = match Arguments::parse_from(&given, &words) {
        Ok(parsed) => parsed,
        Err(error) => return usage::answer(&error, &words, json),
    };
    let shell = match Home::of_user() {
        Ok(home) => Shell::new(home, words, json, Opening::of(&parsed)),
        Err(error) => return report::print_error(&error, &words, json),
    };
    let outcome = commands::run(&shell, parsed);
    // Closing brings everything into the one file; work that succeeded has failed if this does.
    let closed = shell.app.close();
    match outcome.and_then(|report| closed.map(|()| report)) {
        Ok(report) => report.print(json),
        Err(error) => report::print_error(&error, &shell.words, json),
    }
}
