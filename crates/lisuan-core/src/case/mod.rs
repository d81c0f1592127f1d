//! The case as typed records, read from a [`State`](crate::change::State).

mod choices;
mod record;
mod records;
mod whole;

pub use choices::{Explained, LineOfBusiness, NoteKind, PriceBasis, Role, SettlementKind, View};
pub use records::{
    CaseHead, Line, LinePhoto, Measurement, Note, Photo, PolicyItem, Price, Recovery, Settlement,
    Term,
};
pub use whole::{BadRecord, Case};
