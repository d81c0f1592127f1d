use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

/// What stands on a measurement sheet, exactly as it is signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetContentView {
    /// Its head: fields of the case and of the sheet that hold something.
    pub head: Vec<SheetText>,
    /// Its rows.
    pub rows: Vec<SheetRowView>,
    /// What is signed under, in Chinese whatever the language of the window.
    pub statement: String,
}

/// A field in the head of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetText {
    /// Kind of the record, for the words.
    pub kind: String,
    /// Field.
    pub field: String,
    /// Value.
    pub value: String,
}

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetRowView {
    /// Its number on the sheet.
    #[ts(type = "number")]
    pub number: u64,
    /// Fields of the measurement that hold something, and `result`, `net`, `counted`.
    pub fields: BTreeMap<String, String>,
}

/// A sheet that was written to be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetPrintView {
    /// Name of the file.
    pub file_name: String,
    /// Pages.
    #[ts(type = "number")]
    pub pages: u64,
}
