use serde::Serialize;
use ts_rs::TS;

/// Every loss line by what has to be proved of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatrixView {
    /// In the order of the loss lines.
    pub lines: Vec<MatrixLine>,
    /// Lines with support for damage, quantity, price and cause.
    #[ts(type = "number")]
    pub ready: u64,
}

/// What supports one loss line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MatrixLine {
    /// Key of the line.
    pub line: String,
    /// 0, 1 or 2 a facet, in the order of the choices of `line_document.facet`.
    pub scores: Vec<u8>,
    /// It may be adjusted.
    pub ready: bool,
    /// Two independent sources for every facet.
    pub strong: bool,
    /// The sources of each facet.
    pub sources: Vec<Vec<SourceView>>,
}

/// One thing that supports a facet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SourceView {
    /// Kind of the record.
    pub kind: String,
    /// Its key.
    pub id: String,
    /// What sort of evidence it is, a word under `support-<sort>` or of `document.kind`.
    pub sort: String,
    /// What people call it.
    pub name: String,
    /// Who made it; empty where nobody says.
    pub author: String,
}
