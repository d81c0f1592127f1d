//! What checking a whole case came to.

use serde::Serialize;
use ts_rs::TS;

use super::{Delta, FindingView};

/// What checking came to.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckView {
    /// Operations of the journal that were replayed.
    #[ts(type = "number")]
    pub operations: u64,
    /// Records compared with the journal.
    #[ts(type = "number")]
    pub records: u64,
    /// Originals hashed again.
    #[ts(type = "number")]
    pub originals: u64,
    /// Bytes of originals.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Photos and papers whose originals are with someone else: absent, not lost.
    #[ts(type = "number")]
    pub elsewhere: u64,
    /// What does not agree.
    pub mismatches: Vec<MismatchView>,
    /// Findings of the field, the heaviest first; the window has them with its next change.
    #[serde(skip)]
    #[ts(skip)]
    pub findings: Vec<FindingView>,
    /// Other cases of the library that it was compared with.
    #[ts(type = "number")]
    pub compared: u64,
    /// Other cases that could not be read.
    #[ts(type = "number")]
    pub not_compared: u64,
    /// A person stopped it; what is above is what was seen until then.
    pub cancelled: bool,
    /// What is found now; nothing when it was stopped.
    pub delta: Option<Delta>,
}

/// One thing that does not agree; words under `mismatch-<code>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MismatchView {
    /// Names the words.
    pub code: String,
    /// What it is about.
    pub subject: String,
}
