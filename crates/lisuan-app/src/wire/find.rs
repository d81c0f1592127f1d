use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Where a text stands in the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundView {
    /// By kind, in the order of the case.
    pub groups: Vec<FoundGroup>,
    /// How many records hold it, shown or not.
    #[ts(type = "number")]
    pub total: u64,
}

/// The records of one kind that hold a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundGroup {
    /// Kind.
    pub kind: String,
    /// The first of them.
    pub hits: Vec<Hit>,
    /// How many there are.
    #[ts(type = "number")]
    pub total: u64,
}

/// A record that holds a text, with the first field it stands in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    /// Key of the record.
    pub id: String,
    /// Field.
    pub field: String,
    /// What stands before it, cut with an ellipsis.
    pub before: String,
    /// The text as it stands there.
    pub hit: String,
    /// What follows, cut with an ellipsis.
    pub after: String,
}

/// A file out of the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PastedFile {
    /// Its name, for people.
    pub name: String,
    /// Its bytes in base64.
    pub base64: String,
}
