//! Statements and their signatures (DOC-02).

use std::collections::BTreeMap;

use crate::Id;
use crate::case::{Case, Note, NoteKind};
use crate::change::Kind;
use crate::finding::{Finding, Level};

/// DOC-02: a statement that nobody signed, or that was changed after it was signed.
pub(super) fn check(case: &Case, signatures: &BTreeMap<Id, bool>, findings: &mut Vec<Finding>) {
    let statements = case.notes.iter().filter(|note| note.kind == Some(NoteKind::Statement));
    for note in statements {
        let signed = case.signatures.iter().filter(|signature| signature.note == Some(note.id));
        let covering: Vec<bool> =
            signed.map(|signature| signatures.get(&signature.id) == Some(&true)).collect();
        let why = match (covering.is_empty(), covering.contains(&false)) {
            (true, _) => "none",
            (_, true) => "changed",
            _ => continue,
        };
        findings.push(found(note, why));
    }
}

fn found(note: &Note, why: &str) -> Finding {
    Finding::at("DOC-02", Level::Warn, Kind::Note, note.id, "text").with("why", why)
}
