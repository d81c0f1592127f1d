//! Reading the tree: its files, and what cargo says of its crates.

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A text file of the project; its path is relative to the top, with `/`.
#[derive(Debug, Clone)]
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    /// A file as a check's own tests make it.
    pub fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    /// Whether the name ends with one of these.
    pub fn is(&self, endings: &[&str]) -> bool {
        endings.iter().any(|ending| self.path.ends_with(ending))
    }
}

/// The top of the checkout.
pub fn top() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().expect("the tests stand one folder below the top").to_owned()
}

/// The text of one file.
pub fn read(path: &str) -> String {
    let file = top().join(path);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{path} cannot be read: {error}"))
}

/// What is built, fetched or written by a run, and so no part of the sources.
const NOT_SOURCES: [&str; 8] = [
    ".git",
    "target",
    "ui/node_modules",
    "ui/dist",
    "src-tauri/gen",
    "tests/output",
    "Cargo.lock",
    "ui/package-lock.json",
];

/// All text files below a folder (`""` for all), in the order of their paths.
pub fn files(folder: &str) -> Vec<File> {
    let mut found = Vec::new();
    for path in paths(folder) {
        // What is not UTF-8 is a picture or a font.
        if let Ok(text) = fs::read_to_string(top().join(&path)) {
            found.push(File { path, text });
        }
    }
    assert!(!found.is_empty(), "there are no text files below {folder:?}");
    found
}

/// All files below a folder, in the order of their paths.
pub fn paths(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    gather(&top(), folder, &mut found);
    found.sort();
    found
}

fn gather(top: &Path, folder: &str, found: &mut Vec<String>) {
    let entries = fs::read_dir(top.join(folder))
        .unwrap_or_else(|error| panic!("the folder {folder:?} cannot be read: {error}"));
    for entry in entries {
        let entry = entry.expect("an entry of a folder can be read");
        let name = entry.file_name().into_string().expect("names are Unicode");
        let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
        let kind = entry.file_type().expect("the kind of an entry can be read");
        // A database that a test has open leaves files beside it for a moment.
        if NOT_SOURCES.contains(&path.as_str()) {
            continue;
        }
        if kind.is_dir() {
            gather(top, &path, found);
        } else if kind.is_file() {
            found.push(path);
        }
    }
}

/// The members of the workspace with their direct dependencies, as cargo reads them.
pub fn packages() -> Vec<Value> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(top())
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "cargo metadata failed: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    let answer: Value = serde_json::from_slice(&output.stdout).expect("cargo answers in JSON");
    answer["packages"].as_array().expect("the answer lists packages").clone()
}

/// The cells of each row of a Markdown table, without the rule below its head.
pub fn table_rows(text: &str) -> Vec<Vec<String>> {
    text.lines()
        .filter_map(|line| line.trim().strip_prefix('|')?.strip_suffix('|'))
        .filter(|row| row.contains(|c: char| !matches!(c, '-' | ':' | '|' | ' ')))
        .map(|row| row.split('|').map(|cell| cell.trim().to_owned()).collect())
        .collect()
}

/// The lines between ```` ```KIND ```` and the next ```` ``` ````, of each such block.
pub fn blocks<'a>(text: &'a str, kind: &str) -> Vec<Vec<&'a str>> {
    let mut found: Vec<Vec<&str>> = Vec::new();
    let mut inside = None;
    for line in text.lines() {
        match (inside, line.trim().strip_prefix("```")) {
            (None, Some(named)) => {
                inside = Some(named == kind);
                if named == kind {
                    found.push(Vec::new());
                }
            }
            (Some(_), Some(_)) => inside = None,
            (Some(true), None) => found.last_mut().expect("a block was begun").push(line),
            _ => {}
        }
    }
    found
}

#[test]
fn tables_and_blocks_are_read_from_markdown() {
    let text = "a\n\n| x | y |\n|---|:-:|\n| `1` | two words |\n\n```text\nin\n```\nout\n```rust\nno\n```\n```text\ntoo\n```\n";
    assert_eq!(table_rows(text), [["x", "y"], ["`1`", "two words"]]);
    assert_eq!(blocks(text, "text"), [["in"], ["too"]], "only blocks of that kind");
}

#[test]
fn what_a_run_leaves_behind_is_no_source() {
    let found = paths("");
    assert!(found.iter().any(|path| path == "Cargo.toml"), "the top is read");
    assert!(found.iter().any(|path| path == "tests/tidy/tree.rs"), "folders are read to the end");
    assert!(!found.iter().any(|path| path.starts_with("target/") || path == "Cargo.lock"));
}
