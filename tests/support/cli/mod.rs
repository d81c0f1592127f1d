//! The real `lisuan`, run in a home of its own.
#![allow(clippy::panic, reason = "a broken test stops where it stands")]

mod bytes;
mod disk;
mod json;

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

use serde_json::Value;

pub use bytes::{replace_once, set_version};
pub use disk::{SmallDisk, Unwritable};
pub use json::{findings, flagged, number_of, text_of};

/// Exit codes of `lisuan` (docs/cli.md).
pub const GOOD: i32 = 0;
/// The answer is no.
pub const NO: i32 = 1;
/// Not written rightly.
pub const USAGE: i32 = 2;
/// Could not be read or written.
pub const UNREADABLE: i32 = 3;

/// The program: `LISUAN_BIN`, else the one built beside this test. A plain `cargo test` builds it
/// too: `lisuan-cli` is a default member, and cargo builds the program for the tests of that crate.
pub fn program() -> PathBuf {
    if let Some(program) = std::env::var_os("LISUAN_BIN") {
        return program.into();
    }
    let test = std::env::current_exe().expect("a test has a file");
    let name = format!("lisuan{}", std::env::consts::EXE_SUFFIX);
    let beside = test.parent().and_then(Path::parent).expect("target/<profile>/deps").join(name);
    assert!(beside.is_file(), "build it first: cargo build -p lisuan-cli ({})", beside.display());
    beside
}

/// A folder of real photos: beside the project, else those that ship with it.
pub fn photo(name: &str) -> PathBuf {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the project");
    let beside = project.parent().map(|around| around.join("shared/photos").join(name));
    let shipped = project.join("assets/sample/photos").join(name);
    let found = [beside, Some(shipped)].into_iter().flatten().find(|path| path.is_file());
    found.unwrap_or_else(|| panic!("no photo {name}"))
}

/// A place to work in: a home for settings and a folder for cases, gone when dropped.
pub struct Desk {
    folder: tempfile::TempDir,
}

/// What the program answered.
pub struct Answer {
    /// Exit code; nothing when a signal ended it.
    pub code: Option<i32>,
    /// Standard output.
    pub out: String,
    /// Error output.
    pub err: String,
}

impl Desk {
    /// A fresh machine.
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// A path in the working folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Names in the working folder.
    pub fn names(&self) -> Vec<String> {
        names(self.folder.path())
    }

    /// The program, ready for arguments.
    pub fn command(&self) -> Command {
        let mut command = Command::new(program());
        command
            .env("LISUAN_HOME", self.folder.path().join("home"))
            .current_dir(self.folder.path())
            .stdin(Stdio::null());
        command
    }

    /// Runs it.
    pub fn run(&self, args: &[&str]) -> Answer {
        self.command().args(args).output().expect("the program starts").into()
    }

    /// Runs it with `--json`, expects an exit code and reads the one object it printed.
    pub fn json(&self, expected: i32, args: &[&str]) -> Value {
        let answer = self.run(&[args, &["--json"]].concat());
        assert_eq!(answer.code, Some(expected), "{args:?}: {} {}", answer.out, answer.err);
        answer.value()
    }

    /// The same whatever the exit code: findings of the field decide it.
    pub fn json_any(&self, args: &[&str]) -> Value {
        self.run(&[args, &["--json"]].concat()).value()
    }

    /// Checks a case and expects it whole; findings that block decide the exit code and no more.
    pub fn whole(&self, case: &str) -> Value {
        let answer = self.run(&["check", case, "--json"]);
        let checked = answer.value();
        assert_eq!(checked["whole"], true, "{case}: {checked}");
        assert_eq!(checked["mismatches"], Value::Array(Vec::new()), "{case}: {checked}");
        let blocked = json::findings(&checked).any(|finding| finding["level"] == "E");
        assert_eq!(answer.code, Some(if blocked { NO } else { GOOD }), "{case}: {checked}");
        checked
    }

    /// Starts it with `--json` and leaves it running.
    pub fn start(&self, args: &[&str]) -> Child {
        self.command()
            .args(args)
            .arg("--json")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts")
    }

    /// Copies a photo into the working folder.
    pub fn bring(&self, photo_name: &str, name: &str) -> PathBuf {
        let path = self.path(name);
        std::fs::copy(photo(photo_name), &path).expect("copies");
        path
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self::new()
    }
}

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("output is UTF-8"),
            err: String::from_utf8(output.stderr).expect("complaints are UTF-8"),
        }
    }
}

impl Answer {
    /// The one JSON object of the standard output.
    pub fn value(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|error| panic!("{error}: {} {}", self.out, self.err))
    }
}

/// Names in a folder, sorted.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// A path as an argument.
pub fn arg(path: &Path) -> &str {
    path.to_str().expect("test paths are UTF-8")
}
