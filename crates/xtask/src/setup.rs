//! Set-up: what the machine has to have before anything is built.

use crate::failure::Failure;
use crate::packages::{Packages, System, missing_by_dpkg};
use crate::{node, place, steps};
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The version that the tests were written with.
const PYHANKO: &str = "pyHanko==0.38.0";

/// What the machine is set up for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Building and running the program.
    Run,
    /// Running every test too.
    Test,
    /// Running the benchmark, which compares with other tools.
    Bench,
}

/// Brings the machine to where everything builds: system packages, Rust's tools, Node and the
/// page's packages. Where it cannot install, it says what to install and stops with exit code 2.
pub fn set_up(purpose: Purpose) -> Result<(), Failure> {
    steps::say(match purpose {
        Purpose::Run => "looking for what building needs",
        Purpose::Test => "looking for what building and testing need",
        Purpose::Bench => "looking for what building and measuring need",
    });
    let system = this_system();
    match system.packages() {
        Some(packages) => system_packages(system, packages, purpose)?,
        None => programs(system)?,
    }
    if purpose == Purpose::Test {
        rust_tools()?;
        python_tools()?;
    }
    node::check()?;
    node::install_packages()
}

/// The system this program runs on.
fn this_system() -> System {
    if cfg!(target_os = "macos") {
        System::MacOs
    } else if cfg!(windows) {
        System::Windows
    } else {
        let text = std::fs::read_to_string("/etc/os-release")
            .or_else(|_| std::fs::read_to_string("/usr/lib/os-release"));
        System::from_os_release(&text.unwrap_or_default())
    }
}

fn system_packages(system: System, packages: &Packages, purpose: Purpose) -> Result<(), Failure> {
    let needed = packages.needed(purpose);
    let missing = missing(system, &needed)?;
    if missing.is_empty() {
        return Ok(());
    }
    if system == System::Debian {
        return install_with_apt(packages, &missing);
    }
    Err(Failure::machine(
        format!("these system packages are missing: {}", missing.join(" ")),
        format!("Install them and start again:\n  sudo {}", packages.install_command(&missing)),
    ))
}

fn missing<'a>(system: System, needed: &[&'a str]) -> Result<Vec<&'a str>, Failure> {
    let absent = |program: &str| {
        Failure::machine(
            format!("{program} is not here, so the installed packages cannot be read"),
            format!("Make sure that these are installed: {}", needed.join(" ")),
        )
    };
    if system == System::Debian {
        // Ends with an error when one name is unknown; what it printed is still right.
        let mut query = Command::new("dpkg-query");
        query.args(["-W", "-f", "${Package} ${db:Status-Status}\n"]).args(needed);
        let (_, report) = steps::read(&mut query).ok_or_else(|| absent("dpkg-query"))?;
        return Ok(missing_by_dpkg(needed, &report));
    }
    let (program, flags): (&str, &[&str]) = if system == System::Fedora {
        ("rpm", &["-q", "--whatprovides"])
    } else {
        ("pacman", &["-Q"])
    };
    let mut missing = Vec::new();
    for &name in needed {
        let (status, _) = steps::read(Command::new(program).args(flags).arg(name))
            .ok_or_else(|| absent(program))?;
        if !status.success() {
            missing.push(name);
        }
    }
    Ok(missing)
}

fn install_with_apt(packages: &Packages, missing: &[&str]) -> Result<(), Failure> {
    let by_hand = packages.install_command(missing);
    let root = steps::read(Command::new("id").arg("-u")).is_some_and(|(_, id)| id.trim() == "0");
    if !root && find_program("sudo").is_none() {
        return Err(Failure::machine(
            format!("these system packages are missing: {}", missing.join(" ")),
            format!("There is no sudo here; as root, type:\n  apt-get update\n  {by_hand}"),
        ));
    }
    steps::say(format_args!(
        "installing missing system packages{}: {}",
        if root { "" } else { " with sudo" },
        missing.join(" ")
    ));
    let remedy = format!(
        "Is there a network, and do the package sources have these? By hand:\n  {}{by_hand}",
        if root { "" } else { "sudo " }
    );
    let apt = |line: &str| {
        // Through `env`, because sudo does not hand variables on.
        let mut words = vec!["env", "DEBIAN_FRONTEND=noninteractive"];
        words.extend(line.split_whitespace());
        if !root {
            words.insert(0, "sudo");
        }
        steps::run(&mut steps::command(words[0], &words[1..], &place::root()), &remedy)
    };
    apt("apt-get update -o DPkg::Lock::Timeout=300")?;
    apt(&by_hand)
}

/// Looks for the programs of a system without a list of packages.
fn programs(system: System) -> Result<(), Failure> {
    let compiler = if cfg!(windows) { None } else { Some("cc") };
    let missing: Vec<&str> = compiler
        .into_iter()
        .chain(["cmake", "nasm"])
        .filter(|program| find_program(program).is_none())
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Failure::machine(
        format!("these programs are missing: {}", missing.join(" ")),
        system.advice(),
    ))
}

/// rustfmt and clippy, which a minimal installation of Rust leaves out.
fn rust_tools() -> Result<(), Failure> {
    for (tool, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let there = steps::read(&mut steps::cargo(&[tool, "--version"]));
        if there.is_some_and(|(status, _)| status.success()) {
            continue;
        }
        steps::say(format_args!("adding {component} to this Rust"));
        let mut add = steps::command("rustup", ["component", "add", component], &place::root());
        steps::run(&mut add, &format!("Install {component} for the Rust that is in use."))?;
    }
    Ok(())
}

/// pyHanko, a second opinion on every seal, in a folder of its own beside what is built.
fn python_tools() -> Result<(), Failure> {
    let folder = place::root().join("target").join("test-python");
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let python = programs.join(format!("python{}", env::consts::EXE_SUFFIX));
    let there = steps::read(Command::new(&python).args(["-c", "import pyhanko"]));
    if there.is_some_and(|(status, _)| status.success()) {
        return Ok(());
    }
    steps::say(format_args!("installing {PYHANKO} for the tests"));
    let system = ["python3", "python"].into_iter().find(|name| find_program(name).is_some());
    let Some(system) = system else {
        return Err(Failure::machine("there is no Python", "Install Python 3 with venv."));
    };
    let remedy = "Is there a network? The tests compare with pyHanko.";
    let mut make = Command::new(system);
    make.args(["-m", "venv"]).arg(&folder);
    steps::run(&mut make, remedy)?;
    let mut install = Command::new(&python);
    install.args(["-m", "pip", "install", "--quiet", PYHANKO]);
    steps::run(&mut install, remedy)
}

/// The path of a program in one of the folders of PATH.
pub fn find_program(name: &str) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(&file)).find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_found_on_the_path_only_when_they_are_there() {
        // The folder of the cargo that runs this test need not be on the path; `git` or `cc`
        // need not exist. The system's own shell does.
        let shell = if cfg!(windows) { "cmd" } else { "sh" };
        assert!(find_program(shell).is_some(), "{shell} is on every path");
        assert_eq!(find_program("no-such-program-here"), None);
    }
}
