use serde::Serialize;
use ts_rs::TS;

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
    /// Kind of key: `P-256`, `RSA-2048`.
    pub algorithm: Option<String>,
    /// The certificate speaks for itself only.
    pub self_signed: bool,
    /// Who issued the certificate, in its own words; not checked.
    pub issuer: Option<String>,
    /// First day of the certificate's validity.
    pub valid_from: Option<String>,
    /// Last day of the certificate's validity.
    pub valid_to: Option<String>,
    /// The claimed time lies outside that validity.
    pub outside_validity: bool,
    /// The laptop's claim of the time.
    pub claimed_time: Option<String>,
    /// SHA-256 over the sealed bytes, by which the dossier is known.
    pub digest: Option<String>,
    /// The time a third party states.
    pub timestamp: Option<StampView>,
    /// The SM2 signature in a file beside the dossier, if there is one.
    pub beside: Option<BesideView>,
}

/// A timestamp that belongs to the seal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StampView {
    /// The time, in UTC.
    pub time: String,
    /// Who states it.
    pub authority: String,
    /// Who issued the authority's certificate.
    pub issuer: Option<String>,
    /// SHA-256 of that certificate in groups.
    pub fingerprint: String,
    /// Whether somebody trusted vouches for it.
    pub trust: StampTrust,
}

/// Whether somebody trusted vouches for a time-stamping authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StampTrust {
    /// No trusted certificates were given.
    NotAsked,
    /// One of those that were given does.
    Trusted,
    /// None of those that were given does.
    Untrusted,
}

/// An SM2 signature beside a dossier.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BesideView {
    /// It is of this dossier and of the key it names.
    pub holds: bool,
    /// SM3 of the public key in groups; no certificate vouches for it.
    pub fingerprint: Option<String>,
}

/// What a dossier carries, digest by digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PartsView {
    /// The lines of the list of digests inside the dossier.
    pub originals: Vec<OriginalView>,
    /// Pictures on pages that are in no line: copies, logos, or what was put there later.
    pub other_pictures: Vec<CarriedView>,
    /// Everything that is attached.
    pub attachments: Vec<CarriedView>,
}

/// One line of the list of digests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OriginalView {
    /// Number and file name.
    pub name: String,
    /// SHA-256 of the original, in lower-case hex.
    pub sha256: String,
    /// Where bytes with this digest are.
    pub place: OriginalPlace,
}

/// Where an original is in a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum OriginalPlace {
    /// On a page, byte for byte.
    Page,
    /// Attached, byte for byte.
    Attachment,
    /// Not in this file: a copy stands for it, a part of it is hidden, or it was altered.
    NotInside,
}

/// A picture or an attachment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CarriedView {
    /// Name of the attachment, or number of the picture's object.
    pub name: String,
    /// SHA-256 in lower-case hex.
    pub sha256: String,
    /// Length.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// The key that seals.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyView {
    /// There is one; otherwise the first dossier makes it.
    pub exists: bool,
    /// What guards it.
    pub guard: Option<KeyGuard>,
    /// It has to be opened with its passphrase before it seals.
    pub locked: bool,
    /// Whom the certificate names.
    pub name: Option<String>,
    /// Who issued it; nobody when it was made here.
    pub issuer: Option<String>,
    /// SHA-256 of the certificate in groups.
    pub fingerprint: Option<String>,
    /// First day of its validity.
    pub valid_from: Option<String>,
    /// Last day of its validity.
    pub valid_to: Option<String>,
    /// Whether it may seal today.
    pub validity: Option<KeyValidity>,
    /// The fingerprint as thirty digits, to compare by phone.
    pub number: Option<String>,
    /// What colleagues encrypt packages to; nothing while the key is locked.
    pub recipient: Option<String>,
}

/// What guards a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KeyGuard {
    /// The rights of its file alone.
    Nothing,
    /// A passphrase.
    Passphrase,
    /// The system's key store.
    Store,
}

/// Whether a certificate may seal today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KeyValidity {
    /// It may.
    Valid,
    /// No longer.
    Expired,
    /// Not yet.
    NotYet,
}
