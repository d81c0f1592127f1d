use serde::Serialize;
use ts_rs::TS;

/// An encrypted case that was made, with what is to be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EncryptedCase {
    /// The open case.
    pub case: super::CaseView,
    /// Eight groups of five letters; shown once.
    pub recovery_key: String,
    /// Whether the system's key store has the passphrase.
    pub remembered: bool,
}

/// How the open case is kept confidential.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConfidentialView {
    /// Encrypted at rest.
    pub encrypted: bool,
    /// The system's key store has the passphrase.
    pub remembered: bool,
    /// Whether it may be asked to.
    pub can_remember: bool,
}
