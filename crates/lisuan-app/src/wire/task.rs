use serde::Serialize;
use ts_rs::TS;

/// How far long work is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Progress {
    /// What is done: `add-photos`, `export-dossier`, `check`.
    pub task: String,
    /// Pieces done.
    #[ts(type = "number")]
    pub done: u64,
    /// Pieces in all.
    #[ts(type = "number")]
    pub total: u64,
    /// Bytes done.
    #[ts(type = "number")]
    pub bytes: u64,
    /// What is under way, for example a file name.
    pub subject: String,
}

/// What adding photos came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddedPhotos {
    /// How many came in.
    #[ts(type = "number")]
    pub added: u64,
    /// Names of files whose bytes were in the case already, with the number they have there.
    pub duplicates: Vec<FlaggedPhoto>,
    /// Photos that are in, with something a person should know.
    pub flagged: Vec<FlaggedPhoto>,
    /// Files that are not in, with the reason.
    pub refused: Vec<FlaggedPhoto>,
    /// A person stopped it; what is counted above is in.
    pub cancelled: bool,
    /// What ended it before its time; what is counted above is in.
    pub stopped: Option<super::ErrorView>,
    /// Files that are not in yet and that it can go on with.
    #[ts(type = "number")]
    pub left: u64,
    /// What changed in the case; nothing when no photo came in.
    pub delta: Option<super::Delta>,
}

/// What waits to come in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WaitingPhotos {
    /// Name of the watched folder, if one is watched.
    pub folder: Option<String>,
    /// Whether the watched folder answers; not while a card is pulled out.
    pub there: bool,
    /// Whether the watched folder was read to its end once.
    pub looked: bool,
    /// Files in the watched folder that are not in the case.
    #[ts(type = "number")]
    pub fresh: u64,
    /// Files that earlier intakes did not come to.
    #[ts(type = "number")]
    pub left: u64,
}

/// A file and what was noticed about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FlaggedPhoto {
    /// Name of the file.
    pub file_name: String,
    /// Number of the photo, when it is in the case.
    pub number: Option<String>,
    /// Codes with words under `oddity-<code>`.
    pub codes: Vec<String>,
}
