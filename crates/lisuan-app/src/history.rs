//! Who changed what and when; how the case stood at any moment; going back to it.

use std::sync::Arc;

use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, Kind, State};
use lisuan_store::Asked;

use crate::App;
use crate::called::called;
use crate::conflicts::{done, references_stand};
use crate::edit::kind_named;
use crate::error::{Code, Error, Result};
use crate::session::{Session, Step};
use crate::wire::{ComparedView, Delta, FieldChange, HistoryEntry, HistoryView, LabelView};

/// Operations answered at once.
const PAGE: usize = 100;
/// Changes shown of one operation.
const CHANGES_SHOWN: usize = 12;
/// Differences shown between two moments.
const COMPARED_SHOWN: usize = 500;

/// Whose history: a record or one of its fields; the whole case where nothing is said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Of {
    /// Kind and key of the record.
    pub record: Option<(String, String)>,
    /// One of its fields.
    pub field: Option<String>,
}

/// The record and the field that are asked for.
type Concerned = (Option<(Kind, Id)>, Option<&'static str>);

impl Of {
    fn read(&self) -> Result<Concerned> {
        let Some((kind, id)) = &self.record else { return Ok((None, None)) };
        let kind = kind_named(kind)?;
        let missing = || Error::new(Code::NotFound).with("what", kind.as_str());
        let id: Id = id.parse().map_err(|_| missing())?;
        let field = self.field.as_deref().map(|name| kind.field(name).ok_or_else(missing));
        Ok((Some((kind, id)), field.transpose()?.map(|field| field.name)))
    }
}

impl App {
    /// Operations, the latest first; `before` goes on where an answer ended.
    pub fn history(&self, of: &Of, before: Option<i64>) -> Result<HistoryView> {
        self.with_session(|session| {
            let (record, field) = of.read()?;
            let asked = Asked { record, field, before, limit: PAGE };
            let told = session.file.told(&asked)?;
            let next = (told.len() == PAGE).then(|| told.last().map(|last| last.seq)).flatten();
            let entries = told.into_iter().map(|told| {
                let concerns = |c: &&Change| {
                    record.is_none_or(|(kind, id)| (c.kind, c.id) == (kind, id))
                        && field.is_none_or(|field| c.field == field)
                };
                let shown = told.changes.iter().filter(concerns).take(CHANGES_SHOWN);
                HistoryEntry {
                    operation: told.summary.id.to_string(),
                    by: done(Some(&told.summary)),
                    label: LabelView {
                        key: told.summary.label.key.clone(),
                        subject: told.summary.label.subject.clone(),
                    },
                    took_back: told.summary.reverts.is_some(),
                    joined: told.summary.joined,
                    joins: told.joins,
                    count: told.changes.len() as u64,
                    changes: shown.map(|change| field_change(&session.state, change)).collect(),
                }
            });
            Ok(HistoryView { entries: entries.collect(), next })
        })
    }

    /// What differs between the moments right after two operations; between the first and now
    /// where there is no second.
    pub fn compare(&self, from: &str, to: Option<&str>) -> Result<ComparedView> {
        self.with_session(|session| {
            let from = session.file.state_at(operation(from)?)?;
            let to = match to {
                Some(to) => Arc::new(session.file.state_at(operation(to)?)?),
                None => Arc::clone(&session.state),
            };
            let changes = differences(&from, &to);
            let names = |change: &Change| {
                let state = if to.get(change.kind, change.id).is_some() { &to } else { &from };
                field_change(state, change)
            };
            Ok(ComparedView {
                total: changes.len() as u64,
                changes: changes.iter().take(COMPARED_SHOWN).map(names).collect(),
            })
        })
    }

    /// Goes back to how the case, a record or a field stood right after an operation: one step,
    /// which can be taken back. What was found of evidence and reports that were sealed stay.
    ///
    /// # Errors
    /// When nothing differs, or the record then referred to one that no longer stands.
    pub fn restore(&self, to: &str, of: &Of) -> Result<Delta> {
        self.with_session(|session| {
            let (record, field) = of.read()?;
            let then = session.file.state_at(operation(to)?)?;
            let changes = back(session, &then, record, field);
            if changes.is_empty() {
                return Err(Error::new(Code::NothingToUndo));
            }
            references_stand(&session.state, &changes)?;
            let subject = record.map_or_else(
                || {
                    let operations = session.file.operations().unwrap_or_default();
                    let at = operations.iter().find(|op| op.id.to_string() == to);
                    at.map(|op| op.at.clone()).unwrap_or_default()
                },
                |(kind, id)| called(&session.state, kind, id),
            );
            session.apply(Step::plain("restore", &subject, changes))?;
            Ok(session.delta(Vec::new()))
        })
    }
}

fn operation(text: &str) -> Result<Id> {
    text.parse().map_err(|_| Error::new(Code::NotFound).with("what", "operation"))
}

fn field_change(state: &State, change: &Change) -> FieldChange {
    FieldChange {
        kind: change.kind.as_str().to_owned(),
        id: change.id.to_string(),
        name: called(state, change.kind, change.id),
        field: change.field.to_owned(),
        before: change.before.clone(),
        after: change.after.clone(),
    }
}

/// What makes one state the other, records first.
fn differences(from: &State, to: &State) -> Vec<Change> {
    let mut out = Vec::new();
    let records = from.iter().map(|(kind, id, _)| (kind, id));
    let fresh = to.iter().map(|(kind, id, _)| (kind, id));
    let fresh = fresh.filter(|(kind, id)| from.get(*kind, *id).is_none());
    for (kind, id) in records.chain(fresh) {
        let value = |state: &State, field: &str| {
            state.get(kind, id).and_then(|record| record.get(field)).map(str::to_owned)
        };
        let fields = std::iter::once(ALIVE).chain(kind.fields().iter().map(|field| field.name));
        for field in fields {
            let (before, after) = (value(from, field), value(to, field));
            if before != after {
                out.push(Change { kind, id, field, before, after });
            }
        }
    }
    out
}

fn back(
    session: &Session,
    then: &State,
    record: Option<(Kind, Id)>,
    field: Option<&'static str>,
) -> Vec<Change> {
    let changes = differences(&session.state, then).into_iter().filter_map(|mut change| {
        let asked = record.is_none_or(|record| record == (change.kind, change.id))
            && field.is_none_or(|field| field == change.field);
        let stays = change.kind == Kind::Report || change.kind.is_fixed(change.field);
        if !asked || stays || (change.kind == Kind::Case && change.field == ALIVE) {
            return None;
        }
        let unmade = then.get(change.kind, change.id).is_none();
        if change.field == ALIVE && unmade {
            // A record made since is deleted with its fields kept, as undo does.
            change.after = Some("0".to_owned());
        } else if unmade {
            return None;
        }
        (change.before != change.after).then_some(change)
    });
    changes.collect()
}
