//! `cargo xtask test`: every test there is, cheap ones first, and one line that sums them up.
//!
//! Every cargo command here names the whole workspace and the same features. Cargo picks the
//! features of shared crates by what is asked for in one command: any other choice would build
//! the PDF, picture and window crates a second time, many minutes each.

use crate::failure::Failure;
use crate::setup::{Purpose, set_up};
use crate::tally::{CargoOutput, Tally, vitest_summary};
use crate::{node, place, steps};
use std::process::Command;
use std::time::{Duration, Instant};

/// The window is built as it ships, plus a way to answer its file dialogs.
const WINDOW_FEATURES: &str = "lisuan-window/custom-protocol,lisuan-window/test-dialogs";
/// The tests that drive the window; WebKitWebDriver exists on Linux alone.
const WINDOW_TESTS: &str = "lisuan-tests/window";
/// The target of `tests/Cargo.toml` that holds them.
const WINDOW_TARGET: &str = "window";

/// One part of the tests: its name, how long it took, what it found.
struct Part {
    name: String,
    took: Duration,
    tally: Tally,
}

/// Runs everything, even when a part fails; a failure anywhere makes the command fail.
pub fn test() -> Result<(), Failure> {
    set_up(Purpose::Test)?;
    let drives_window = cfg!(target_os = "linux");
    let features = features(drives_window);

    let mut parts = vec![
        check("format of the Rust sources", &mut steps::cargo(&["fmt", "--all", "--check"])),
        check("types of the page (svelte-check)", &mut steps::npm(&["run", "check"])),
        check("lint of the page", &mut steps::npm(&["run", "lint"])),
        vitest(),
        page(),
        check(
            "clippy",
            &mut workspace("clippy", &features, &["--all-targets", "--", "-D", "warnings"]),
        ),
    ];
    // Builds the programs, too, that the tests start; `cargo test` alone would not.
    let build = check("build", &mut workspace("build", &features, &["--all-targets"]));
    let built = build.tally.failed == 0;
    parts.push(build);
    if built {
        parts.extend(rust_tests(&mut workspace("test", &features, &["--no-fail-fast"])));
    } else {
        // Something does not build, perhaps only the window: run what does.
        parts.extend(rust_tests(&mut steps::cargo(&["test", "--no-fail-fast"])));
    }
    if !drives_window {
        println!("The window is driven through WebKitWebDriver, which only Linux has: skipped.");
        let tally = Tally { skipped: 1, ..Tally::default() };
        parts.push(Part { name: "window tests".into(), took: Duration::ZERO, tally });
    } else if !parts.iter().any(|part| part.name == "window tests") {
        println!("The window tests did not run.");
        let tally = Tally::one(false);
        parts.push(Part { name: "window tests".into(), took: Duration::ZERO, tally });
    }
    close(&parts)
}

fn features(drives_window: bool) -> String {
    if drives_window {
        format!("{WINDOW_FEATURES},{WINDOW_TESTS}")
    } else {
        WINDOW_FEATURES.to_owned()
    }
}

fn workspace(verb: &str, features: &str, rest: &[&str]) -> Command {
    let mut command = steps::cargo(&[verb, "--workspace", "--features", features]);
    command.args(rest);
    command
}

/// A part that counts as one: it holds or it does not.
fn check(name: &str, command: &mut Command) -> Part {
    steps::say(format_args!("{name}: {}", steps::show(command)));
    let started = Instant::now();
    let passed = match steps::run(command, "") {
        Ok(()) => true,
        Err(failure) => {
            println!("{failure}");
            false
        }
    };
    Part { name: name.to_owned(), took: started.elapsed(), tally: Tally::one(passed) }
}

fn page() -> Part {
    let started = Instant::now();
    let built = node::build_page().map_err(|failure| println!("{failure}")).is_ok();
    Part { name: "build of the page".into(), took: started.elapsed(), tally: Tally::one(built) }
}

fn vitest() -> Part {
    let mut command = steps::npm(&["test"]);
    steps::say("tests of the page (npm test)");
    let started = Instant::now();
    let mut counted = None;
    let status = steps::watch(&mut command, |line| counted = vitest_summary(line).or(counted));
    let passed = succeeded(status);
    let mut tally = counted.unwrap_or_default();
    if tally.failed == 0 && (!passed || tally.passed == 0) {
        println!("The page's tests ended without success and without a failed test.");
        tally.failed = 1;
    }
    Part { name: "tests of the page".into(), took: started.elapsed(), tally }
}

/// Runs the tests in Rust; those of the window, the slowest, become a part of their own.
fn rust_tests(command: &mut Command) -> Vec<Part> {
    steps::say(format_args!("tests in Rust: {}", steps::show(command)));
    // Without this the window tests look in the checkout, where a CARGO_TARGET_DIR is not.
    command.env("LISUAN_WINDOW_BIN", place::debug("lisuan-window"));
    let started = Instant::now();
    let mut output = CargoOutput::default();
    let mut begun = Vec::new();
    let status = steps::watch(command, |line| {
        if output.see(line) {
            begun.push(Instant::now());
        }
    });
    let passed = succeeded(status);
    let mut all = output.sum(passed);
    let mut took = started.elapsed();
    let window = output.targets().iter().position(|target| target.name == WINDOW_TARGET);
    let Some(at) = window else {
        return vec![Part { name: "tests in Rust".into(), took, tally: all }];
    };
    let ended = begun.get(at + 1).copied().unwrap_or_else(Instant::now);
    let window_took = ended - begun[at];
    let mut window = output.targets()[at].tally;
    window.failed += u64::from(!output.targets()[at].ended);
    all.passed -= window.passed;
    all.failed -= window.failed;
    all.skipped -= window.skipped;
    took -= window_took;
    vec![
        Part { name: "tests in Rust".into(), took, tally: all },
        Part { name: "window tests".into(), took: window_took, tally: window },
    ]
}

fn succeeded(status: Result<std::process::ExitStatus, Failure>) -> bool {
    match status {
        Ok(status) => status.success(),
        Err(failure) => {
            println!("{failure}");
            false
        }
    }
}

/// Prints each part with its time, then the sum on a line of its own.
fn close(parts: &[Part]) -> Result<(), Failure> {
    println!();
    let mut sum = Tally::default();
    let mut took = Duration::ZERO;
    for part in parts {
        println!("{:>7.1} s  {}: {}", part.took.as_secs_f32(), part.name, part.tally);
        sum += part.tally;
        took += part.took;
    }
    println!("{:>7.1} s  in all\n", took.as_secs_f32());
    println!("{sum}");
    if sum.failed == 0 { Ok(()) } else { Err(Failure::counted()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_cargo_parts_choose_the_same_features() {
        let features = features(true);
        for verb in ["clippy", "build", "test"] {
            let shown = steps::show(&workspace(verb, &features, &[]));
            assert_eq!(
                shown,
                format!(
                    "cargo {verb} --workspace --features lisuan-window/custom-protocol,lisuan-window/test-dialogs,lisuan-tests/window"
                ),
            );
        }
        assert!(!super::features(false).contains("lisuan-tests"), "no driver, no window tests");
    }

    #[test]
    fn one_failed_part_fails_the_whole() {
        let part = |passed| Part {
            name: "a".into(),
            took: Duration::from_secs(1),
            tally: Tally::one(passed),
        };
        assert!(close(&[part(true), part(true)]).is_ok());
        assert!(close(&[part(true), part(false), part(true)]).is_err());
    }

    #[test]
    fn a_check_that_cannot_run_counts_as_failed() {
        let part = check("none", &mut steps::cargo(&["no-such-command-here"]));
        assert_eq!(part.tally, Tally::one(false));
    }
}
