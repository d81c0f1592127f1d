//! Bringing together what two people did to copies of one case.
//!
//! A journal is a set of operations, each made on top of others. What a field stands at is decided
//! by that set alone: of its writes those count that no other write was made on top of. One value
//! is taken; several different ones are a conflict that keeps them all until a person decides, and
//! so are a deletion and an edit that did not know of each other. So copies that hold the same
//! operations agree, in whatever order these came and how often.

mod graph;
mod history;
mod plan;
#[cfg(test)]
mod tests;

pub use graph::{BRANCHES_MAX, Graph, Op, Past};
pub use history::{Field, History, refers_to};
pub use plan::{Conflict, Met, check_incoming, meet, touched_records};

use crate::change::Kind;
use crate::id::Id;

/// Operations that cannot be brought together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MergeError {
    /// An operation is made on top of one that is not there.
    #[error("operation {id} is made on top of {parent}, which is not there")]
    NoParent {
        /// The operation.
        id: Id,
        /// What it was made on top of.
        parent: Id,
    },
    /// Two operations have one key.
    #[error("operation {0} is there twice")]
    Twice(Id),
    /// An operation says of a field what its author cannot have seen.
    #[error("operation {operation} does not fit what stood before it at {field:?}")]
    Before {
        /// The operation.
        operation: Id,
        /// The field.
        field: Field,
    },
    /// An operation does what no person can do in the program.
    #[error("operation {operation}: {what}")]
    NotAllowed {
        /// The operation.
        operation: Id,
        /// What it does.
        what: &'static str,
    },
    /// More operations or forks than are taken.
    #[error("more operations or forks than are taken")]
    TooMany,
}

/// One of the values a field stands at, with the operation that wrote it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Value {
    /// Who wrote it: an operation of the journal.
    pub operation: Id,
    /// What was written; nothing where the field was emptied.
    pub value: Option<String>,
    /// For whether a record stands: the field that was edited without knowing of the deletion,
    /// and the record it stands on where that is another one that refers to this.
    pub touched: Option<(&'static str, Option<(Kind, Id)>)>,
}

/// What a field stands at.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Standing {
    /// Its values by the operations that wrote them.
    pub values: Vec<Value>,
    /// Whether they differ.
    pub conflict: bool,
    /// The value that is shown: of several the one written last by the keys of the operations,
    /// which order by time. A record that was deleted on one side and edited on the other stands
    /// until that is decided.
    pub shown: Option<String>,
}
