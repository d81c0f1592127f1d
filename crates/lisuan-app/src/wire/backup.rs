use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::ErrorView;

/// What a backup came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupView {
    /// Number of the backup on its disk.
    pub number: u32,
    /// When, with offset.
    pub made_at: String,
    /// Cases that were written and read back.
    #[ts(type = "number")]
    pub written: u64,
    /// Bytes of them.
    #[ts(type = "number")]
    pub bytes_written: u64,
    /// Cases that lay there already in this state.
    #[ts(type = "number")]
    pub unchanged: u64,
    /// Cases that are not in it.
    pub failed: Vec<BackedUp>,
    /// A person stopped it: there is no such backup then.
    pub cancelled: bool,
}

impl BackupView {
    /// Nothing done yet.
    pub(crate) const fn new(number: u32, made_at: String) -> Self {
        let failed = Vec::new();
        Self {
            number,
            made_at,
            written: 0,
            bytes_written: 0,
            unchanged: 0,
            failed,
            cancelled: false,
        }
    }
}

/// A case and what went wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackedUp {
    /// Its path below the library.
    pub name: String,
    /// Why not.
    pub error: ErrorView,
}

/// What restoring came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RestoreView {
    /// Number of the backup.
    pub number: u32,
    /// When it was made.
    pub made_at: String,
    /// Names of the cases that were written and read back.
    pub restored: Vec<String>,
    /// Cases that were there already, byte for byte.
    #[ts(type = "number")]
    pub there: u64,
    /// Cases that are not restored.
    pub failed: Vec<BackedUp>,
    /// A person stopped it; what is counted is there.
    pub cancelled: bool,
}

/// The last backup that was made from this installation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupState {
    /// When, with offset.
    pub made_at: String,
    /// How many cases it holds.
    #[ts(type = "number")]
    pub cases: u64,
}
