//! Set-up, run, test and bench of Lisuan: `cargo xtask` and one of those words.
//!
//! Standard library only. It is the first thing that is built on a fresh machine, and with no
//! dependencies it is never rebuilt by the builds that it starts (on Windows a running program
//! cannot be replaced).

mod bench;
mod clock;
mod failure;
mod node;
mod packages;
mod place;
mod run;
mod setup;
mod steps;
mod tally;
mod test;

use failure::Failure;
use std::process::ExitCode;

const USAGE: &str = "usage: cargo xtask COMMAND

  setup             install what is missing to run and to test
  run               set up, build, open the window (without a display: the same job headless)
  test              set up, then every test; the last line is the sum
  bench [ARGS…]     set up, then the benchmark; ARGS go to it";

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let command = words.next().unwrap_or_default();
    let rest: Vec<String> = words.collect();
    let done = match (command.as_str(), rest.is_empty()) {
        ("setup", true) => setup::set_up(setup::Purpose::Test),
        ("run", true) => run::run(),
        ("test", true) => test::test(),
        ("bench", _) => bench::bench(&rest),
        ("help" | "--help" | "-h", _) => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(Failure::usage(USAGE)),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let words = failure.to_string();
            if !words.is_empty() {
                eprintln!("{words}");
            }
            ExitCode::from(failure.exit_code())
        }
    }
}
