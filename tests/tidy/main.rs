//! What holds for the tree as a whole: the arrows between crates, equal words in both languages,
//! sources without leftovers, documents that agree with the code.
//!
//! Each check is a function from what was read to a list of faults, tested on small inputs beside
//! it; the tests that read the real tree expect that list to be empty.

// All of this is test code, its readers too: a tree that cannot be read fails the test.
#![allow(clippy::panic)]

mod arrows;
mod dependencies;
mod documents;
mod leftovers;
mod lengths;
mod sources;
mod tree;
mod words;

/// Fails with all faults at once, one a line.
#[track_caller]
fn expect_none(what: &str, faults: &[String]) {
    assert!(faults.is_empty(), "{what}:\n  {}\n", faults.join("\n  "));
}
