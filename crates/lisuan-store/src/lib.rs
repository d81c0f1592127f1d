//! The case file: one SQLite file that holds records, journal, originals and previews.
//!
//! Everything a person typed is in the tables; every change went through the journal; the tables
//! are what the journal adds up to, and [`CaseFile::check`] replays it to prove so.

mod check;
mod conflicts;
mod content;
mod copy;
mod elsewhere;
mod error;
mod journal;
mod lock;
mod merge;
mod open;
mod pages;
mod receive;
mod records;
mod schema;
mod sealed;
mod told;

pub use check::{CheckReport, Mismatch};
pub use conflicts::StoredConflict;
pub use content::{ContentReader, NewContent, Preview};
pub use copy::copy_case;
pub use elsewhere::Elsewhere;
pub use error::StoreError;
pub use journal::{Head, OperationSummary};
pub use merge::{MergePlan, OPERATIONS_MAX, Originals};
pub use open::{Access, CaseFile, WhyReadOnly};
pub use pages::{NewFile, PagePicture, PageSize};
pub use sealed::{
    BadRecoveryKey, LockFacts, PASSPHRASE_CHARS_MIN, RecoveryKey, Secret, lock_facts,
};
pub use told::{Asked, Maker, Told};
