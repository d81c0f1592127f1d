use serde::Serialize;
use ts_rs::TS;

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
