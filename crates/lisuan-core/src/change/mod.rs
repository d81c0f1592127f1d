//! Every change to a case is an operation: who, when, what, before and after.
//!
//! Audit trail, undo, handover and merge are this one mechanism; the tables of the case file are
//! what the operations add up to.

mod field;
mod kind;
mod operation;
mod state;

pub use field::{BadValue, FieldDef, FieldValue, Shape};
pub use kind::Kind;
pub use operation::{Change, Digest, Label, Operation};
pub use state::{ApplyError, Record, State};

/// Name of the field that says whether a record stands (`1`) or was deleted (`0`).
///
/// A deleted record keeps its other fields, so that undo and merge bring it back whole.
pub const ALIVE: &str = "alive";
