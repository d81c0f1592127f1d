//! Nothing unfinished and nothing switched off is in the sources.

use crate::expect_none;
use crate::tree::{File, files};

/// What unfinished work looks like; in pieces, so that this file does not hold what it looks for.
const SIGNS: [&str; 10] = [
    concat!("to", "do!("),
    concat!("unimpl", "emented!("),
    concat!("FIX", "ME"),
    concat!("#[ig", "nore"),
    concat!("assert!(", "true)"),
    concat!("it.", "skip"),
    concat!("it.", "only"),
    concat!("describe.", "skip"),
    concat!("test.", "skip"),
    concat!("placeholder ", "implementation"),
];

fn leftovers(file: &File) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, line) in file.text.lines().enumerate() {
        for sign in SIGNS {
            if line.contains(sign) {
                faults.push(format!("{}:{}: {sign}", file.path, at + 1));
            }
        }
    }
    faults
}

#[test]
fn nothing_is_unfinished_or_switched_off() {
    let sources = files("").into_iter().filter(|file| file.is(&[".rs", ".ts", ".js", ".svelte"]));
    expect_none("leftovers", &sources.flat_map(|file| leftovers(&file)).collect::<Vec<_>>());
}

#[test]
fn each_sign_is_found_where_it_stands() {
    for sign in SIGNS {
        let file = File::new("a.rs", &format!("fn a() {{\n    {sign}x\n}}\n"));
        assert_eq!(leftovers(&file), [format!("a.rs:2: {sign}")]);
    }
    assert!(leftovers(&File::new("a.rs", "// todo lists are for people\n")).is_empty());
}
