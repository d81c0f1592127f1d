//! What operations add up to.

use std::collections::BTreeMap;

use super::{ALIVE, Change, Kind};
use crate::id::Id;

/// The fields of one record by name; an empty field is absent.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// Values in their one spelling.
    pub fields: BTreeMap<&'static str, String>,
}

impl Record {
    /// The value of a field.
    pub fn get(&self, field: &str) -> Option<&str> {
        self.fields.get(field).map(String::as_str)
    }

    /// Whether the record stands.
    pub fn is_alive(&self) -> bool {
        self.get(ALIVE) == Some("1")
    }
}

/// All records of a case, deleted ones included.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct State {
    records: BTreeMap<(Kind, Id), Record>,
}

/// A change that does not fit the state it is applied to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind:?} {id} {field}: expected {expected:?}, found {found:?}")]
pub struct ApplyError {
    /// Kind of the record.
    pub kind: Kind,
    /// Key of the record.
    pub id: Id,
    /// The field.
    pub field: &'static str,
    /// What the change says was there.
    pub expected: Option<String>,
    /// What is there.
    pub found: Option<String>,
}

impl State {
    /// Puts a record as it was read from the case file.
    pub fn insert(&mut self, kind: Kind, id: Id, record: Record) {
        self.records.insert((kind, id), record);
    }

    /// One record, deleted or not.
    pub fn get(&self, kind: Kind, id: Id) -> Option<&Record> {
        self.records.get(&(kind, id))
    }

    /// All records of a kind, deleted ones included, in the order of their keys.
    pub fn of_kind(&self, kind: Kind) -> impl Iterator<Item = (Id, &Record)> {
        let low = (kind, Id::from_bytes([0; 16]));
        let high = (kind, Id::from_bytes([0xff; 16]));
        self.records.range(low..=high).map(|((_, id), record)| (*id, record))
    }

    /// All records.
    pub fn iter(&self) -> impl Iterator<Item = (Kind, Id, &Record)> {
        self.records.iter().map(|((kind, id), record)| (*kind, *id, record))
    }

    /// Applies changes, all or none: each must find the value it says was there before.
    pub fn apply(&mut self, changes: &[Change]) -> Result<(), ApplyError> {
        for (done, change) in changes.iter().enumerate() {
            let record = self.records.entry((change.kind, change.id)).or_default();
            let found = record.fields.get(change.field).cloned();
            if found != change.before {
                let error = ApplyError {
                    kind: change.kind,
                    id: change.id,
                    field: change.field,
                    expected: change.before.clone(),
                    found,
                };
                for undone in changes[..done].iter().rev() {
                    self.set(undone.kind, undone.id, undone.field, undone.before.as_ref());
                }
                self.drop_if_empty(change.kind, change.id);
                return Err(error);
            }
            self.set(change.kind, change.id, change.field, change.after.as_ref());
        }
        Ok(())
    }

    fn set(&mut self, kind: Kind, id: Id, field: &'static str, value: Option<&String>) {
        let record = self.records.entry((kind, id)).or_default();
        match value {
            Some(text) => {
                record.fields.insert(field, text.clone());
            }
            None => {
                record.fields.remove(field);
            }
        }
        self.drop_if_empty(kind, id);
    }

    fn drop_if_empty(&mut self, kind: Kind, id: Id) {
        if self.records.get(&(kind, id)).is_some_and(|record| record.fields.is_empty()) {
            self.records.remove(&(kind, id));
        }
    }
}
