use serde::Serialize;
use ts_rs::TS;

/// The papers of a case and what its line of business asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentList {
    /// The papers by number.
    pub documents: Vec<ListedDocument>,
    /// The checklist, what is required first.
    pub checklist: Vec<ListedPaper>,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListedDocument {
    /// Permanent number.
    pub number: String,
    /// What it is called.
    pub title: Option<String>,
    /// What it is, a word with words under `choice-document-kind-…`.
    pub kind: Option<String>,
    /// Who made or issued it.
    pub source: Option<String>,
    /// Date of the paper.
    pub dated: Option<String>,
    /// What it is to prove.
    pub purpose: Option<String>,
    /// Original or copy.
    pub form: Option<String>,
    /// Name of the file it came from.
    pub file_name: String,
    /// Kind of file.
    pub format: String,
    /// Size of the original.
    pub bytes: u64,
    /// Pages, where that is known.
    pub pages: Option<u64>,
    /// Pages that have a picture.
    pub drawn: u64,
    /// Digest of the original.
    pub sha256: String,
    /// Codes with words under `oddity-<code>`.
    pub oddities: Vec<String>,
    /// What it proves.
    pub lines: Vec<ProvedLine>,
}

/// A loss line that a paper supports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProvedLine {
    /// Its item.
    pub item: String,
    /// What of it, a word with words under `choice-line-document-facet-…`.
    pub facet: Option<String>,
}

/// A paper of the checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ListedPaper {
    /// What paper.
    pub kind: String,
    /// `required` or `likely`.
    pub need: String,
    /// How many of the case answer it.
    pub count: u64,
}

/// An original that was written out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DocumentCopy {
    /// Name of the file that was written.
    pub file_name: String,
    /// Number of the paper.
    pub number: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
    /// SHA-256 of what was written.
    pub sha256: String,
}
