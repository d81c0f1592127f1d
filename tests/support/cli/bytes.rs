//! Changing a closed case behind the program's back, byte by byte.

use std::fs;
use std::path::Path;

/// Where SQLite keeps `user_version`, the version of the case file.
const VERSION_AT: usize = 60;

/// Gives a case file another version, as a newer program would.
pub fn set_version(case: &Path, version: u32) {
    let mut bytes = fs::read(case).expect("reads");
    bytes[VERSION_AT..VERSION_AT + 4].copy_from_slice(&version.to_be_bytes());
    fs::write(case, bytes).expect("writes");
}

/// Replaces the first place where a text stands by another of the same length.
pub fn replace_once(case: &Path, from: &str, to: &str) {
    assert_eq!(from.len(), to.len(), "pages of a database keep their layout");
    let mut bytes = fs::read(case).expect("reads");
    let at = bytes.windows(from.len()).position(|window| window == from.as_bytes());
    let at = at.unwrap_or_else(|| panic!("{from} is not in the case"));
    bytes[at..at + to.len()].copy_from_slice(to.as_bytes());
    fs::write(case, bytes).expect("writes");
}
