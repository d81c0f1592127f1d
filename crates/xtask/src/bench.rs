//! `cargo xtask bench`: builds everything as it ships and runs the benchmark on it.

use crate::failure::Failure;
use crate::setup::{Purpose, set_up};
use crate::{node, place, steps};

/// The benchmark's program, of `tests/Cargo.toml`.
const PROGRAM: &str = "bench";

/// Builds the release programs and the benchmark in one command and runs it with `args`.
pub fn bench(args: &[String]) -> Result<(), Failure> {
    set_up(Purpose::Bench)?;
    node::build_page()?;
    steps::say("building the programs and the benchmark (release)");
    let mut build = steps::cargo(&["build", "--release", "--bins"]);
    build.args(["-p", "lisuan-cli", "-p", "lisuan-window", "-p", "lisuan-tests"]);
    build.args(["--features", "lisuan-window/custom-protocol"]);
    if cfg!(target_os = "linux") {
        build.args(["--features", "lisuan-tests/window"]);
    }
    steps::run(&mut build, "The messages above name the crate that did not build.")?;
    steps::say("measuring");
    steps::run(
        &mut steps::command(place::release(PROGRAM), args, &place::root()),
        "What it printed above says which measurement broke off.",
    )
}
