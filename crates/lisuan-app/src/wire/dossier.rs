use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Delta;

/// Which report is to be made, and how.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
pub struct ReportRequest {
    /// A word of the choice `report.kind`, for example `final`.
    pub kind: String,
    /// `zh-CN`, `en` or `both`.
    pub language: String,
    /// Photos on a page: 1, 2, 3, 4 or 6.
    pub photos_per_page: u8,
    /// Copies of at most 1600 pixels in place of the originals, whose hashes are printed.
    pub copies: bool,
    /// A draft, whatever the findings say.
    pub draft: bool,
    /// Without personal data, for someone who must not see everything.
    pub redacted: bool,
    /// Without photos whose original was altered, which are named; else one of them stops it.
    pub without_altered: bool,
}

impl Default for ReportRequest {
    fn default() -> Self {
        Self {
            kind: "final".to_owned(),
            language: "zh-CN".to_owned(),
            photos_per_page: 2,
            copies: false,
            draft: false,
            redacted: false,
            without_altered: false,
        }
    }
}

/// A dossier that was exported and verified.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DossierView {
    /// Name of the file.
    pub file_name: String,
    /// Size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Pages.
    #[ts(type = "number")]
    pub pages: u64,
    /// Which report, a word of `report.kind`.
    pub kind: String,
    /// The number it carries, with the mark of a correction; empty when it has none.
    pub number: String,
    /// Marked as a draft on every page.
    pub draft: bool,
    /// The digest of the sealed report it takes the place of.
    pub replaces: Option<String>,
    /// Fields from which personal data were taken out; nothing when the copy is not redacted.
    #[ts(type = "number | null")]
    pub taken_out: Option<usize>,
    /// It stands in the case as sealed.
    pub recorded: bool,
    /// What that record changed in the case.
    pub delta: Option<Delta>,
    /// Photos in it.
    #[ts(type = "number")]
    pub photos: u64,
    /// Characters no embedded font has; they are listed in the dossier.
    pub missing_characters: String,
    /// What the verifier says of the finished file.
    pub verdict: VerdictView,
}

/// What the verifier says of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VerdictView {
    /// Name of the file.
    pub file_name: String,
    /// Exactly as sealed.
    pub as_sealed: bool,
    /// Codes with words under `verdict-<code>`; empty when as sealed.
    pub reasons: Vec<String>,
    /// Name in the certificate.
    pub signer: Option<String>,
    /// SHA-256 of the certificate in groups.
    pub fingerprint: Option<String>,
    /// The certificate speaks for itself only.
    pub self_signed: bool,
    /// The laptop's claim of the time.
    pub claimed_time: Option<String>,
    /// SHA-256 over the sealed bytes, by which the dossier is known.
    pub digest: Option<String>,
}

/// A workbook that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WorkbookView {
    /// Its name without folders.
    pub file_name: String,
    /// Cells with a live formula.
    #[ts(type = "number")]
    pub live: usize,
    /// Computed figures without one; a note beside each says why.
    #[ts(type = "number")]
    pub fixed: usize,
}
