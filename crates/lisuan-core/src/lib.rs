//! The field of loss adjusting: money, quantities, policy, loss, adjustment, changes, findings.
//!
//! No I/O, clock, randomness, serde or floats: time, ids and names come in as arguments, so that
//! the same case always gives the same figures and the same bytes.

pub mod adjustment;
pub mod answers;
pub mod assessment;
pub mod case;
pub mod change;
pub mod checks;
pub mod clocks;
pub mod corroboration;
pub mod finding;
pub mod id;
pub mod marks;
pub mod merge;
pub mod moment;
pub mod money;
pub mod part;
pub mod photo;
pub mod quantity;
pub mod redact;
pub mod scenario;

pub use finding::{Finding, Level, Place};
pub use id::Id;
