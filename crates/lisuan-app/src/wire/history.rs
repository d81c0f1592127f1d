use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::LabelView;

/// What stands undecided since copies were merged, and what was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConflictsView {
    /// Undecided ones first.
    pub conflicts: Vec<ConflictView>,
    /// How many stand undecided.
    #[ts(type = "number")]
    pub undecided: u64,
}

/// One field that was changed apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConflictView {
    /// Kind of the record.
    pub kind: String,
    /// Its key.
    pub id: String,
    /// What people call it; its kind says it where this is empty.
    pub name: String,
    /// The field; `alive` where one side deleted the record.
    pub field: String,
    /// The value that is shown meanwhile.
    pub shown: Option<String>,
    /// Both values, or more.
    pub sides: Vec<SideView>,
    /// Who decided.
    pub decided: Option<DoneView>,
}

/// One of the values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SideView {
    /// The operation that wrote it: names the side in a decision.
    pub operation: String,
    /// Who, when.
    pub by: DoneView,
    /// What was written; nothing where the field was emptied.
    pub value: Option<String>,
    /// What people call the record that the value refers to.
    pub value_name: Option<String>,
    /// The field that was edited without knowing of the deletion, and the kind it stands in.
    pub touched: Option<(String, String)>,
    /// What this side linked to the record: kind and name.
    pub evidence: Vec<(String, String)>,
}

/// Who did something, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DoneView {
    /// Who, as their program was told.
    pub author: String,
    /// Which installation.
    pub device: String,
    /// Their laptop's claim of the time, with offset.
    pub at: String,
}

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Decision {
    /// Kind of the record.
    pub kind: String,
    /// Its key.
    pub id: String,
    /// The field.
    pub field: String,
    /// The operation whose value is taken; absent where another value is typed.
    pub operation: Option<String>,
    /// The value that is typed.
    pub value: Option<String>,
}

/// Part of the history, the latest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryView {
    /// Operations.
    pub entries: Vec<HistoryEntry>,
    /// Ask on with this, where there is more.
    #[ts(type = "number | null")]
    pub next: Option<i64>,
}

/// One operation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HistoryEntry {
    /// Its key.
    pub operation: String,
    /// Who, when.
    pub by: DoneView,
    /// What it was.
    pub label: LabelView,
    /// It took a step back.
    pub took_back: bool,
    /// It came with a colleague's copy.
    pub joined: bool,
    /// It joined a colleague's copy with this one.
    pub joins: bool,
    /// How many fields it changed.
    #[ts(type = "number")]
    pub count: u64,
    /// The first of them.
    pub changes: Vec<FieldChange>,
}

/// One field, before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldChange {
    /// Kind of the record.
    pub kind: String,
    /// Its key.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// The field.
    pub field: String,
    /// Before.
    pub before: Option<String>,
    /// After.
    pub after: Option<String>,
}

/// What differs between two moments of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ComparedView {
    /// The first of them.
    pub changes: Vec<FieldChange>,
    /// How many there are.
    #[ts(type = "number")]
    pub total: u64,
}
