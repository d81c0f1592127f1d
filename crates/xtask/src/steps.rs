//! Running other programs: one line that says what is done, then their own output.

use crate::failure::Failure;
use std::ffi::OsStr;
use std::io::{BufRead, BufReader, IsTerminal, Write, stdout};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

/// Says what is being done, in one line.
pub fn say(what: impl std::fmt::Display) {
    println!("==> {what}");
    // Output of the programs that follow goes past this buffer.
    let _ = stdout().flush();
}

/// A command in a folder.
pub fn command<I, S>(program: impl AsRef<OsStr>, args: I, folder: &Path) -> Command
where
    I: IntoIterator<Item = S>,
    S: AsRef<OsStr>,
{
    let mut command = Command::new(program);
    command.args(args).current_dir(folder);
    command
}

/// A command of npm, which on Windows is a script and not a program.
pub fn npm(args: &[&str]) -> Command {
    let mut command =
        command(if cfg!(windows) { "npm.cmd" } else { "npm" }, args, &crate::place::ui());
    // Tests run once instead of watching; no notices between the lines that are read.
    command.env("CI", "1").env("NO_UPDATE_NOTIFIER", "1").env("npm_config_fund", "false");
    command
}

/// A command of cargo at the top of the checkout.
pub fn cargo(args: &[&str]) -> Command {
    command(crate::place::cargo(), args, &crate::place::root())
}

/// Runs a command with its output on ours; anything but success is a failure.
pub fn run(command: &mut Command, remedy: &str) -> Result<(), Failure> {
    let shown = show(command);
    let status = command.status().map_err(|source| not_started(&shown, &source, remedy))?;
    if status.success() {
        return Ok(());
    }
    Err(Failure::new(format!("`{shown}` ended with {status}"), remedy))
}

/// Runs a command quietly and returns what it printed on its standard output, or nothing when it
/// could not be started. Whether it succeeded is in the status.
pub fn read(command: &mut Command) -> Option<(ExitStatus, String)> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    Some((output.status, String::from_utf8_lossy(&output.stdout).into_owned()))
}

/// Runs a command, passes each line of both its outputs on as it comes, and shows it to `see`.
///
/// Both outputs share one pipe, so the order of the lines is the order they were written in.
pub fn watch(command: &mut Command, mut see: impl FnMut(&str)) -> Result<ExitStatus, Failure> {
    let shown = show(command);
    let broken = |source: std::io::Error| not_started(&shown, &source, "");
    let (reader, writer) = std::io::pipe().map_err(broken)?;
    command.stdin(Stdio::null());
    command.stdout(writer.try_clone().map_err(broken)?).stderr(writer);
    if stdout().is_terminal() {
        command.env("CARGO_TERM_COLOR", "always").env("FORCE_COLOR", "1");
    }
    let mut child = command.spawn().map_err(broken)?;
    // The command keeps its ends of the pipe; while they live the reader would never end.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut lines = BufReader::new(reader);
    let mut line = Vec::new();
    loop {
        line.clear();
        if lines.read_until(b'\n', &mut line).map_err(broken)? == 0 {
            break;
        }
        let mut out = stdout().lock();
        // A closed terminal must not stop the tests from being counted.
        let _ = out.write_all(&line).and_then(|()| out.flush());
        see(String::from_utf8_lossy(&line).trim_end());
    }
    child.wait().map_err(broken)
}

/// The command as a person would type it.
pub fn show(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_stem().unwrap_or(command.get_program()).to_string_lossy();
    let mut text = name.into_owned();
    for arg in command.get_args() {
        text.push(' ');
        text.push_str(&arg.to_string_lossy());
    }
    text
}

fn not_started(shown: &str, source: &std::io::Error, remedy: &str) -> Failure {
    Failure::new(format!("`{shown}` could not be run: {source}"), remedy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_outputs_arrive_line_by_line_with_the_verdict() {
        let mut seen = Vec::new();
        let status = watch(&mut cargo(&["--version"]), |line| seen.push(line.to_owned()))
            .expect("cargo runs");
        assert!(status.success());
        assert!(seen.iter().any(|line| line.starts_with("cargo ")), "its line was seen: {seen:?}");

        seen.clear();
        let status = watch(&mut cargo(&["no-such-command-here"]), |line| seen.push(line.into()))
            .expect("cargo starts");
        assert!(!status.success(), "a failure is reported as one");
        assert!(!seen.is_empty(), "what goes to the error output is seen too");
    }

    #[test]
    fn a_failing_command_is_named_in_the_failure() {
        let failure = run(&mut cargo(&["no-such-command-here"]), "Do this instead.")
            .expect_err("the command does not exist");
        let text = failure.to_string();
        assert!(text.contains("no-such-command-here") && text.ends_with("Do this instead."));
    }
}
