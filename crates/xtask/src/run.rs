//! `cargo xtask run`: from a fresh machine to the open window, or without a display to a sealed
//! and verified dossier on disk.

use crate::failure::Failure;
use crate::setup::{Purpose, set_up};
use crate::{clock, node, place, steps};
use std::env;
use std::path::Path;

/// Sets up, builds, and opens the window; without a display does the same job headless.
pub fn run() -> Result<(), Failure> {
    set_up(Purpose::Run)?;
    node::build_page()?;
    build_programs()?;
    if has_display(cfg!(target_os = "linux"), |name| env::var_os(name).is_some()) {
        open_window()
    } else {
        steps::say("there is no display here, so the same job runs without the window");
        first_dossier()
    }
}

/// Builds both programs in one command, so that the crates they share are built once.
pub fn build_programs() -> Result<(), Failure> {
    steps::say("building the window and the command line (release)");
    let args = ["build", "--release", "-p", "lisuan-cli", "-p", "lisuan-window"];
    let mut command = steps::cargo(&args);
    command.args(["--features", "lisuan-window/custom-protocol"]);
    steps::run(&mut command, "The messages above name the crate that did not build.")
}

fn open_window() -> Result<(), Failure> {
    let window = place::release("lisuan-window");
    steps::say(format_args!("opening {}", window.display()));
    steps::run(
        &mut steps::command(&window, [] as [&str; 0], &place::root()),
        "The window ended with an error; what it printed stands above.",
    )
}

/// Elsewhere than on Linux a window can always be opened; on Linux a display server says so.
fn has_display(linux: bool, is_set: impl Fn(&str) -> bool) -> bool {
    !linux || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// Sample case, checks, adjustment, sealed dossier, verification, in a folder of its own.
fn first_dossier() -> Result<(), Failure> {
    let folder = place::target().join("first-run").join(clock::stamp_now());
    std::fs::create_dir_all(&folder).map_err(|source| {
        Failure::new(
            format!("the folder {} could not be made: {source}", folder.display()),
            "Make room, or set CARGO_TARGET_DIR to a folder that can be written to.",
        )
    })?;
    let case = folder.join("power-plant.lisuan");
    let dossier = folder.join("power-plant.pdf");
    let (case_path, dossier_path) = (text(&case)?, text(&dossier)?);
    lisuan(&folder, &["new", case_path, "--sample", "power-plant", "--lang", "zh-CN"], &[0])?;
    // The sample shows what findings look like: with findings the answer is 1, and that is right.
    lisuan(&folder, &["check", case_path], &[0, 1])?;
    whole(&folder, case_path)?;
    lisuan(&folder, &["adjust", case_path], &[0])?;
    lisuan(&folder, &["dossier", case_path, "-o", dossier_path, "--lang", "zh-CN"], &[0])?;
    lisuan(&folder, &["verify", dossier_path], &[0])?;
    println!("\nCase file  {case_path}\nDossier    {dossier_path}");
    Ok(())
}

/// Runs the release build of `lisuan`; any exit code but those in `good` is a failure.
fn lisuan(folder: &Path, args: &[&str], good: &[i32]) -> Result<(), Failure> {
    let mut command = steps::command(place::release("lisuan"), args, folder);
    let shown = steps::show(&command);
    steps::say(&shown);
    let remedy = "What it printed above says what is safe and what to do.";
    let status = command
        .status()
        .map_err(|source| Failure::new(format!("`{shown}` could not be run: {source}"), remedy))?;
    if status.code().is_some_and(|code| good.contains(&code)) {
        return Ok(());
    }
    Err(Failure::new(format!("`{shown}` ended with {status}"), remedy))
}

/// Asks again for a program's ears: findings are right here, a damaged case is not, and the exit
/// code of `check` is 1 for both.
fn whole(folder: &Path, case: &str) -> Result<(), Failure> {
    let mut command = steps::command(place::release("lisuan"), ["check", case, "--json"], folder);
    let shown = steps::show(&command);
    match steps::read(&mut command) {
        Some((_, answer)) if says_whole(&answer) => Ok(()),
        _ => Err(Failure::new(
            format!("`{shown}` does not say that the case is whole"),
            "What it lists above under the journal or the originals is wrong.",
        )),
    }
}

/// Whether the JSON has `"whole": true`, however it is spaced.
fn says_whole(json: &str) -> bool {
    let tight: String = json.chars().filter(|c| !c.is_whitespace()).collect();
    tight.contains(r#""whole":true"#)
}

fn text(path: &Path) -> Result<&str, Failure> {
    path.to_str().ok_or_else(|| {
        Failure::new(
            format!("the path {} is not valid Unicode", path.display()),
            "Check the project out in a folder with another name.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_display_is_told_from_none() {
        assert!(has_display(true, |name| name == "DISPLAY"));
        assert!(has_display(true, |name| name == "WAYLAND_DISPLAY"));
        assert!(!has_display(true, |_| false), "a server or a build machine");
        assert!(has_display(false, |_| false), "Windows and macOS set no such variable");
    }

    #[test]
    fn a_whole_case_is_told_from_a_damaged_one() {
        assert!(says_whole("{\"findings\": [],\n \"whole\": true}"));
        assert!(!says_whole(r#"{"whole":false,"findings":[]}"#));
        assert!(!says_whole(""), "no answer is no");
    }

    #[test]
    fn only_the_expected_exit_codes_are_good() {
        let folder = place::root();
        let failure = lisuan(&folder.join("no-such-folder"), &["--version"], &[0, 1, 2, 3])
            .expect_err("nothing runs in a folder that is not there");
        assert!(failure.to_string().contains("--version"));
    }
}
