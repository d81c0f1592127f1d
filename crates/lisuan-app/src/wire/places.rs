use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A place as a person describes it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NewPlace {
    /// What it is called here.
    pub name: String,
    /// `folder`, `webdav` or `s3`.
    pub kind: String,
    /// Address of the WebDAV folder or of the storage.
    pub address: String,
    /// Bucket of the storage.
    pub bucket: String,
    /// Region of the storage.
    pub region: String,
    /// Folder in the bucket.
    pub prefix: String,
    /// User name or access key id, may be empty.
    pub user: String,
    /// An address without TLS is wanted.
    pub plain_http: bool,
}

/// A shared place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceView {
    /// What it is called here.
    pub name: String,
    /// `folder`, `webdav` or `s3`.
    pub kind: String,
    /// Where it is, as a person reads it.
    pub address: String,
    /// User name or access key id, may be empty.
    pub user: String,
}

/// What lies in a shared place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct InboxView {
    /// Name of the place.
    pub place: String,
    /// Packages and receipts, by name.
    pub items: Vec<PlaceItem>,
}

/// A package or receipt in a shared place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceItem {
    /// Name of the file.
    pub name: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
    /// When it was put there, by the clock of the place; may be empty.
    pub at: String,
    /// Neither sent nor fetched by this installation.
    pub fresh: bool,
}
