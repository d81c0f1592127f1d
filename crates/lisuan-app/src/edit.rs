//! Editing a case by hand: adding records, setting fields, deleting.

use std::collections::{BTreeMap, BTreeSet};

use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, FieldDef, Kind, Shape};

use crate::App;
use crate::clock;
use crate::error::{Code, Error, Result};
use crate::session::{Session, Step};
use crate::wire::{Delta, Edit};

/// A paste of a whole bill of quantities fits; a runaway caller does not.
const EDITS_MAX: usize = 20_000;

impl App {
    /// Changes the open case: all parts or none, one step of undo, on disk when this returns.
    pub fn edit(&self, label: &str, subject: &str, edits: &[Edit]) -> Result<Delta> {
        self.with_session(|session| {
            let mut draft = Draft::new(session, edits)?;
            for edit in edits {
                draft.part(edit)?;
            }
            draft.references_stand()?;
            let Draft { changes, added, .. } = draft;
            session.apply(Step::plain(&checked_label(label)?, &short(subject), changes))?;
            Ok(session.delta(added))
        })
    }

    /// Takes the last step back.
    pub fn undo(&self) -> Result<Delta> {
        self.with_session(|session| {
            session.undo()?;
            Ok(session.delta(Vec::new()))
        })
    }

    /// Does the step again that was taken back last.
    pub fn redo(&self) -> Result<Delta> {
        self.with_session(|session| {
            session.redo()?;
            Ok(session.delta(Vec::new()))
        })
    }
}

/// Key of the words for what is done: it becomes part of a catalogue key.
fn checked_label(label: &str) -> Result<String> {
    let ok = !label.is_empty()
        && label.len() <= 40
        && label.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    if ok { Ok(label.to_owned()) } else { Err(Error::new(Code::NotFound).with("what", label)) }
}

fn short(subject: &str) -> String {
    subject.chars().filter(|c| !c.is_control()).take(80).collect()
}

/// The changes an edit comes to, as they are put together.
struct Draft<'a> {
    session: &'a Session,
    changes: Vec<Change>,
    added: Vec<String>,
    names: BTreeMap<&'a str, Id>,
    /// Values this edit has set already: a later part finds them as its `before`.
    values: BTreeMap<(Kind, Id, &'static str), Option<String>>,
}

impl<'a> Draft<'a> {
    fn new(session: &'a Session, edits: &[Edit]) -> Result<Self> {
        session.writable()?;
        if edits.len() > EDITS_MAX {
            return Err(Error::new(Code::TooMany).with("limit", EDITS_MAX));
        }
        let (changes, added) = (Vec::new(), Vec::new());
        Ok(Self { session, changes, added, names: BTreeMap::new(), values: BTreeMap::new() })
    }

    fn part(&mut self, edit: &'a Edit) -> Result<()> {
        match edit {
            Edit::Add { kind, fields, name } => {
                let kind = kind_named(kind)?;
                if matches!(
                    kind,
                    Kind::Case | Kind::Photo | Kind::Document | Kind::Report | Kind::Handover
                ) {
                    // A case has one head, photos and papers come with their originals, and a
                    // report is on record because it was sealed.
                    return Err(Error::new(Code::NotFound).with("what", kind.as_str()));
                }
                let id = clock::new_id();
                self.set(kind, id, ALIVE, Some("1".to_owned()));
                for (field, value) in fields {
                    self.field(kind, id, field, Some(value))?;
                }
                if let Some(name) = name {
                    self.names.insert(name, id);
                }
                self.added.push(id.to_string());
            }
            Edit::Set { kind, id, field, value } => {
                let (kind, id) = self.standing(kind, id)?;
                let bound = |field| self.value(kind, id, field).is_some();
                let signed = kind == Kind::Signature && (bound("sheet") || bound("note"));
                if signed || matches!(kind, Kind::Report | Kind::Handover) {
                    // Who signed what, when and how is evidence.
                    return Err(Error::new(Code::NotFound).with("what", field));
                }
                self.field(kind, id, field, value.as_deref())?;
            }
            Edit::Delete { kind, id } => {
                let (kind, id) = self.standing(kind, id)?;
                if matches!(kind, Kind::Case | Kind::Report | Kind::Handover) {
                    return Err(Error::new(Code::NotFound).with("what", kind.as_str()));
                }
                self.set(kind, id, ALIVE, Some("0".to_owned()));
            }
        }
        Ok(())
    }

    fn standing(&self, kind: &str, id: &str) -> Result<(Kind, Id)> {
        let kind = kind_named(kind)?;
        let missing = || Error::new(Code::NotFound).with("what", kind.as_str());
        let id: Id = self.resolve(id).ok_or_else(missing)?;
        if self.value(kind, id, ALIVE).as_deref() == Some("1") {
            Ok((kind, id))
        } else {
            Err(missing())
        }
    }

    /// A key as it is, or `@name` of a record added earlier in this edit.
    fn resolve(&self, text: &str) -> Option<Id> {
        match text.strip_prefix('@') {
            Some(name) => self.names.get(name).copied(),
            None => text.parse().ok(),
        }
    }

    fn field(&mut self, kind: Kind, id: Id, name: &str, value: Option<&str>) -> Result<()> {
        let def = kind
            .fields()
            .iter()
            .find(|field| field.name == name && !kind.is_fixed(field.name))
            .ok_or_else(|| Error::new(Code::NotFound).with("what", name))?;
        let value = match value.filter(|text| !text.is_empty()) {
            Some(text) => Some(self.canonical(kind, def, text)?),
            None => None,
        };
        self.set(kind, id, def.name, value);
        Ok(())
    }

    fn canonical(&self, kind: Kind, def: &FieldDef, text: &str) -> Result<String> {
        let bad = |reason: String| {
            Error::new(Code::BadValue)
                .with("kind", kind.as_str())
                .with("field", def.name)
                .with("value", text.chars().take(60).collect::<String>())
                .with("reason", reason)
        };
        if let Shape::Reference(target) = def.shape {
            let id = self.resolve(text).ok_or_else(|| bad(target.as_str().to_owned()))?;
            return Ok(id.to_string());
        }
        def.shape.canonical(text).map_err(|error| bad(error.to_string()).because(error))
    }

    fn value(&self, kind: Kind, id: Id, field: &'static str) -> Option<String> {
        match self.values.get(&(kind, id, field)) {
            Some(value) => value.clone(),
            None => self.session.state.get(kind, id).and_then(|r| r.get(field)).map(str::to_owned),
        }
    }

    fn set(&mut self, kind: Kind, id: Id, field: &'static str, after: Option<String>) {
        let before = self.value(kind, id, field);
        if before != after {
            self.values.insert((kind, id, field), after.clone());
            self.changes.push(Change { kind, id, field, before, after });
        }
    }

    /// What a changed field points to must stand when the edit is done.
    fn references_stand(&self) -> Result<()> {
        let mut asked = BTreeSet::new();
        for change in &self.changes {
            let Some(Shape::Reference(target)) =
                change.kind.field(change.field).map(|field| field.shape)
            else {
                continue;
            };
            let Some(id) = change.after.as_ref().and_then(|text| text.parse::<Id>().ok()) else {
                continue;
            };
            if asked.insert(id) && self.value(target, id, ALIVE).as_deref() != Some("1") {
                return Err(Error::new(Code::NotFound).with("what", target.as_str()));
            }
        }
        Ok(())
    }
}

pub(crate) fn kind_named(name: &str) -> Result<Kind> {
    Kind::from_name(name).ok_or_else(|| Error::new(Code::NotFound).with("what", name))
}
