//! Shared places for packages and receipts: a folder or network share, WebDAV, S3-compatible
//! storage. No server of ours; a place holds opaque files and knows nothing of cases.
//!
//! A file counts as sent once a small note lies beside it, `NAME.sha256`, with its digest and size;
//! the note is written last. What is received goes to a part name, goes on where it was broken off,
//! and takes its own name when its digest is right.

mod error;
mod fetch;
mod list;
mod open;
mod put;
mod send;

pub use error::PlaceError;
pub use list::{ITEMS_MAX, Item};
pub use open::{Credentials, Place, Site};

/// Longest file that is moved.
pub const FILE_BYTES_MAX: u64 = 64 << 30;

/// Endings of what is moved: packages and receipts.
pub const ENDINGS: [&str; 2] = [".lshand", ".lsreceipt"];

/// Receives bytes done and in all; answers whether to go on.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// Whether a name can be a file of a place: one part, one of our endings, nothing that any system
/// takes for more than a name.
pub fn is_name(name: &str) -> bool {
    let chars = name.chars().count();
    (2..=200).contains(&chars)
        && ENDINGS.iter().any(|ending| name.len() > ending.len() && name.ends_with(ending))
        && !name.starts_with(['.', ' '])
        && !name.chars().any(|c| c.is_control() || "/\\:*?\"<>|".contains(c))
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn only_plain_names_of_ours_are_names() {
        for name in ["报案-1.lshand", "a b.lsreceipt"] {
            assert!(is_name(name), "{name} is one");
        }
        let wrong =
            ["../x.lshand", "a/b.lshand", "a\\b.lshand", ".lshand", "x.exe", "C:x.lshand", ""];
        for name in wrong {
            assert!(!is_name(name), "{name} is none");
        }
        assert!(!is_name(&format!("{}.lshand", "x".repeat(300))), "longer than systems take");
    }
}
