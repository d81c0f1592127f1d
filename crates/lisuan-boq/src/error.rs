//! Why a file gives no bill.

use thiserror::Error;

type Source = Box<dyn std::error::Error + Send + Sync + 'static>;

/// A file could not be read as tables. What was read before is not handed out: a bill is whole or
/// not there.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum BoqError {
    /// The file is larger than is read.
    #[error("the file is larger than {limit_bytes} bytes")]
    TooLarge {
        /// The limit.
        limit_bytes: u64,
    },
    /// Neither a workbook nor text.
    #[error("the file is no table that is known here")]
    NotATable,
    /// A workbook of a kind that is not read.
    #[error("workbooks of the kind {kind} are not read")]
    Unsupported {
        /// Its usual ending.
        kind: &'static str,
    },
    /// Locked with a password.
    #[error("the workbook is locked with a password")]
    Encrypted,
    /// Unpacks to more than a workbook can need.
    #[error("{part} unpacks to more than a workbook needs")]
    Bomb {
        /// The part of the package.
        part: String,
    },
    /// Cut off, altered or not written by the rules of its format.
    #[error("{what} does not read")]
    Damaged {
        /// What was being read.
        what: String,
        /// What the reader said.
        #[source]
        source: Option<Source>,
    },
    /// More than is read of something.
    #[error("more than {limit} {what} in {sheet:?}")]
    TooMany {
        /// `rows`, `cells` or `sheets`.
        what: &'static str,
        /// The limit.
        limit: u64,
        /// The sheet at which it was noticed; empty in a CSV file.
        sheet: String,
    },
    /// A cell holds more text than a spreadsheet program can put there.
    #[error("row {row} of {sheet:?} has a cell of more than {limit} characters")]
    CellTooLong {
        /// The sheet; empty in a CSV file.
        sheet: String,
        /// Its row.
        row: u32,
        /// The limit.
        limit: usize,
    },
}

impl BoqError {
    pub(crate) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into(), source: None }
    }

    pub(crate) fn damaged_by(what: impl Into<String>, source: impl Into<Source>) -> Self {
        Self::Damaged { what: what.into(), source: Some(source.into()) }
    }
}
