use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Delta, ErrorView};

/// How a case is to be handed over.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct HandoverRequest {
    /// To whom.
    pub recipient: String,
    /// Why.
    pub reason: String,
    /// Where the claim stands.
    pub state: String,
    /// Key of a policy section or damaged place whose originals go along; all without it.
    pub part: Option<String>,
    /// The colleague's key to encrypt to (`age1…`), or the name of a known colleague.
    pub key: Option<String>,
    /// The passphrase to encrypt with.
    pub passphrase: Option<String>,
}

/// A package that was written, read back and recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandedOver {
    /// Name of the file.
    pub file_name: String,
    /// SHA-256 of the manifest, by which the package is known.
    pub package: String,
    /// Size of the file.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Operations in it.
    #[ts(type = "number")]
    pub operations: u64,
    /// Originals in it.
    #[ts(type = "number")]
    pub originals: u64,
    /// Numbers of photos and papers whose originals are not in it.
    pub not_enclosed: Vec<String>,
    /// `open`, `key` or `passphrase`.
    pub closing: String,
    /// What changed in the case: the record.
    pub delta: Option<Delta>,
}

/// Who signed a package or receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SenderView {
    /// Whose key it is.
    pub standing: SenderStanding,
    /// Name in the certificate.
    pub name: String,
    /// SHA-256 of the certificate in groups.
    pub fingerprint: String,
    /// The same as thirty digits, to compare by phone.
    pub number: String,
    /// A known colleague of the same name has another key.
    pub namesake: bool,
}

/// Whose key signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SenderStanding {
    /// Ours.
    Own,
    /// A colleague's that was confirmed before.
    Known,
    /// One that was never seen.
    New,
    /// Nobody signed.
    Unsigned,
}

/// What a package is, from whom, and what taking it in would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PackageView {
    /// Name of the file.
    pub file_name: String,
    /// SHA-256 of the manifest.
    pub package: String,
    /// `open`, `key` or `passphrase`.
    pub closing: String,
    /// The program that wrote it.
    pub program: String,
    /// Claim number of the case.
    pub claim_no: String,
    /// The insured.
    pub insured: String,
    /// Who handed it over, as they say.
    pub from: String,
    /// To whom.
    pub recipient: String,
    /// Where the claim stands.
    pub state: String,
    /// Why it was handed over.
    pub reason: String,
    /// The part whose originals are enclosed; all when it is empty.
    pub part: String,
    /// The sender's claim of the time.
    pub at: String,
    /// Who signed it.
    pub sender: SenderView,
    /// Operations in it.
    #[ts(type = "number")]
    pub operations: u64,
    /// Originals in it.
    #[ts(type = "number")]
    pub originals: u64,
    /// Bytes of these.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Numbers of photos and papers whose originals are not in it.
    pub not_enclosed: Vec<String>,
    /// What taking it in would do.
    pub effect: EffectView,
    /// Codes with words under `package-remark-<code>`.
    pub remarks: Vec<String>,
}

/// What taking a package in does.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct EffectView {
    /// It makes a new case; otherwise it is merged into one.
    pub new_case: bool,
    /// All of it is in the case already: nothing would happen.
    pub nothing_new: bool,
    /// Operations that are new.
    #[ts(type = "number")]
    pub operations: u64,
    /// Originals that are new.
    #[ts(type = "number")]
    pub originals: u64,
    /// How many fields of which kinds of record change.
    pub changes: Vec<KindCount>,
    /// Fields that two people set to different values.
    #[ts(type = "number")]
    pub conflicts: u64,
    /// Photos and papers that get a mark behind their number, because another has it.
    pub renumbered: Vec<String>,
}

/// How many of a kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KindCount {
    /// Kind of record.
    pub kind: String,
    /// How many.
    #[ts(type = "number")]
    pub count: u64,
}

/// A package that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceivedView {
    /// What it was and what it did.
    pub package: PackageView,
    /// Name of the case it is in now.
    pub case_file: String,
    /// Name of the receipt that was written.
    pub receipt: Option<String>,
    /// Why the receipt that was asked for is not there; the package is in all the same.
    pub receipt_problem: Option<ErrorView>,
    /// The recovery key of a new case that is kept encrypted: shown once and kept nowhere.
    pub recovery_key: Option<String>,
}

/// What a receipt says of a package that went out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceiptView {
    /// SHA-256 of the package's manifest.
    pub package: String,
    /// Who received it.
    pub received_by: String,
    /// The receiver's claim of the time.
    pub received_at: String,
    /// Who signed the receipt.
    pub sender: SenderView,
    /// Operations handed over, and counted by the receiver.
    pub operations: Counted,
    /// Originals handed over, and counted by the receiver.
    pub originals: Counted,
    /// Operations that were new to the receiver.
    #[ts(type = "number")]
    pub new_operations: u64,
    /// Originals that were new to the receiver.
    #[ts(type = "number")]
    pub new_originals: u64,
    /// Counts and hashes agree.
    pub agrees: bool,
    /// This receipt is on record already.
    pub known: bool,
    /// What changed in the case.
    pub delta: Option<Delta>,
}

/// Handed over, and counted by the receiver.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Counted {
    /// Handed over.
    #[ts(type = "number")]
    pub sent: u64,
    /// Counted by the receiver.
    #[ts(type = "number")]
    pub received: u64,
}

/// A colleague whose key was compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Colleague {
    /// The name in the certificate, or the one given here.
    pub name: String,
    /// SHA-256 of the certificate in groups.
    pub fingerprint: String,
    /// The key to encrypt to (`age1…`); empty where their package named none.
    pub key: String,
    /// When it was compared.
    pub since: String,
    /// The thirty digits to compare by phone; they follow from the fingerprint.
    pub number: String,
}
