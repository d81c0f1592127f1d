//! Handover packages and receipts: written as a stream, read in quarantine.
//!
//! A package (`.lshand`) is a ZIP of stored entries with ASCII names: `operations.jsonl`,
//! `originals/<sha256>`, `manifest.json` and `manifest.sig`. The signature covers the manifest and
//! the manifest everything else. Encryption with age goes around the whole. The format is in
//! docs/handover.md.
//!
//! - [`PackageWriter`] writes one, and reads it back before it takes its name.
//! - [`Package`] reads one: structure, signature, sizes; then operations and originals.
//! - [`Receipt`] tells the sender what arrived.
//! - [`comparison_number`] is what two people compare by phone.
//!
//! Nothing here knows a case file or a clock: names and times come in as arguments.

mod archive;
mod cipher;
mod compare;
mod error;
mod hex;
pub mod limits;
mod manifest;
mod operations;
mod read;
mod receipt;
mod write;

pub use cipher::{Closed, Cover, ExchangeKey, Keys, is_recipient};
pub use compare::comparison_number;
pub use error::PackageError;
pub use manifest::{
    CaseName, FORMAT, Hand, HeadDigest, Manifest, OperationList, OriginalEntry, PartName,
};
pub use read::Package;
pub use receipt::{NewThings, OriginalList, Receipt, digest_of_list};
pub use write::{PackageWriter, Written};
