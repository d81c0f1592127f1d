//! What people changed apart, and deciding it.

use std::collections::{BTreeMap, HashMap};

use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, Kind, Shape, State};
use lisuan_core::merge::Field;
use lisuan_store::{OperationSummary, StoredConflict};

use crate::App;
use crate::called::called;
use crate::edit::kind_named;
use crate::error::{Code, Error, Result};
use crate::session::{Session, Step};
use crate::wire::{ConflictView, ConflictsView, Decision, Delta, DoneView, SideView};

/// More than a person decides at once.
const DECISIONS_MAX: usize = 20_000;
/// Evidence named beside one value.
const EVIDENCE_MAX: usize = 8;

impl App {
    /// What was changed apart: undecided ones first, then those that were decided.
    pub fn conflicts(&self) -> Result<ConflictsView> {
        self.with_session(|session| {
            let stored = session.file.conflicts()?;
            let operations: HashMap<Id, OperationSummary> =
                session.file.operations()?.into_iter().map(|op| (op.id, op)).collect();
            let linked = if stored.is_empty() { BTreeMap::new() } else { linked(session)? };
            let (open, settled): (Vec<_>, Vec<_>) =
                stored.iter().partition(|conflict| conflict.decided.is_none());
            let undecided = open.len() as u64;
            let views = open.into_iter().chain(settled);
            let conflicts = views.map(|conflict| view(session, conflict, &operations, &linked));
            Ok(ConflictsView { conflicts: conflicts.collect(), undecided })
        })
    }

    /// Decides, as one step of undo.
    ///
    /// # Errors
    /// When a field does not stand undecided, a value does not fit its field, or refers to what no
    /// longer stands; nothing is decided then.
    pub fn decide(&self, decisions: &[Decision]) -> Result<Delta> {
        self.with_session(|session| {
            if decisions.len() > DECISIONS_MAX {
                return Err(Error::new(Code::TooMany).with("limit", DECISIONS_MAX));
            }
            let stored: HashMap<Field, StoredConflict> = session
                .file
                .conflicts()?
                .into_iter()
                .filter(|conflict| conflict.decided.is_none())
                .map(|conflict| (conflict.field, conflict))
                .collect();
            let mut changes: Vec<Change> = Vec::new();
            for decision in decisions {
                let change = decided(&session.state, &stored, decision)?;
                let same =
                    |c: &Change| (c.kind, c.id, c.field) == (change.kind, change.id, change.field);
                changes.retain(|other| !same(other));
                changes.push(change);
            }
            references_stand(&session.state, &changes)?;
            let subject = match changes.as_slice() {
                [one] => called(&session.state, one.kind, one.id),
                several => several.len().to_string(),
            };
            session.apply(Step::plain("decide", &subject, changes))?;
            Ok(session.delta(Vec::new()))
        })
    }
}

fn decided(
    state: &State,
    stored: &HashMap<Field, StoredConflict>,
    decision: &Decision,
) -> Result<Change> {
    let kind = kind_named(&decision.kind)?;
    let missing = || Error::new(Code::NotFound).with("what", kind.as_str());
    let id: Id = decision.id.parse().map_err(|_| missing())?;
    let field = kind.field(&decision.field).ok_or_else(missing)?;
    let conflict = stored.get(&(kind, id, field.name)).ok_or_else(missing)?;
    let after = match &decision.operation {
        Some(operation) => {
            let side = conflict.values.iter().find(|v| v.operation.to_string() == *operation);
            side.ok_or_else(missing)?.value.clone()
        }
        None => match decision.value.as_deref().filter(|text| !text.is_empty()) {
            Some(text) => Some(field.shape.canonical(text).map_err(|error| {
                Error::new(Code::BadValue)
                    .with("kind", kind.as_str())
                    .with("field", field.name)
                    .with("value", text.chars().take(60).collect::<String>())
                    .with("reason", error)
            })?),
            None => None,
        },
    };
    if field.name == ALIVE && after.is_none() {
        return Err(missing());
    }
    // The value that is shown may be the one that is decided for.
    let before = state.get(kind, id).and_then(|record| record.get(field.name)).map(str::to_owned);
    Ok(Change { kind, id, field: field.name, before, after })
}

/// What changed fields refer to must stand when all is done.
pub(crate) fn references_stand(state: &State, changes: &[Change]) -> Result<()> {
    let stands = |kind: Kind, id: Id| {
        let own = changes.iter().rev().find(|c| (c.kind, c.id, c.field) == (kind, id, ALIVE));
        match own {
            Some(change) => change.after.as_deref() == Some("1"),
            None => state.get(kind, id).is_some_and(lisuan_core::change::Record::is_alive),
        }
    };
    for change in changes.iter().filter(|change| stands(change.kind, change.id)) {
        if let Some((kind, id)) = lisuan_core::merge::refers_to(change)
            && !stands(kind, id)
        {
            return Err(Error::new(Code::NotFound).with("what", kind.as_str()));
        }
    }
    Ok(())
}

/// Standing records that support others, by what they support: what they are, and on which device
/// they were linked.
type Linked = BTreeMap<(Kind, Id), Vec<(Kind, String, String)>>;

fn linked(session: &Session) -> Result<Linked> {
    let state = &session.state;
    let devices = session.file.makers()?;
    let mut out = Linked::new();
    let links = [
        (Kind::LinePhoto, "photo", "line"),
        (Kind::LineDocument, "document", "line"),
        (Kind::PhotoLink, "photo", "note"),
        (Kind::PhotoLink, "photo", "measurement"),
        (Kind::PhotoLink, "photo", "document"),
        (Kind::Quote, "", "price"),
        (Kind::Signature, "", "sheet"),
    ];
    for (kind, what, to) in links {
        for (id, record) in state.of_kind(kind).filter(|(_, record)| record.is_alive()) {
            let Some(target) = reference(kind, to, record.get(to)) else { continue };
            let named = match reference(kind, what, record.get(what)) {
                Some((kind, id)) => (kind, called(state, kind, id)),
                None => (kind, called(state, kind, id)),
            };
            let device = devices.get(&id).map(|maker| maker.device.clone()).unwrap_or_default();
            out.entry(target).or_default().push((named.0, named.1, device));
        }
    }
    Ok(out)
}

fn reference(kind: Kind, field: &str, value: Option<&str>) -> Option<(Kind, Id)> {
    match kind.field(field)?.shape {
        Shape::Reference(target) => Some((target, value?.parse().ok()?)),
        _ => None,
    }
}

fn view(
    session: &Session,
    conflict: &StoredConflict,
    operations: &HashMap<Id, OperationSummary>,
    linked: &Linked,
) -> ConflictView {
    let (kind, id, field) = conflict.field;
    let state = &session.state;
    let sides = conflict.values.iter().map(|value| {
        let by = done(operations.get(&value.operation));
        let evidence = linked.get(&(kind, id)).into_iter().flatten();
        let own = evidence.filter(|(_, _, device)| *device == by.device).take(EVIDENCE_MAX);
        SideView {
            operation: value.operation.to_string(),
            evidence: own.map(|(kind, name, _)| (kind.as_str().to_owned(), name.clone())).collect(),
            by,
            value_name: reference(kind, field, value.value.as_deref())
                .map(|(kind, id)| called(state, kind, id)),
            value: value.value.clone(),
            touched: value.touched.map(|(name, from)| {
                (from.map_or(kind, |(kind, _)| kind).as_str().to_owned(), name.to_owned())
            }),
        }
    });
    ConflictView {
        kind: kind.as_str().to_owned(),
        id: id.to_string(),
        name: called(state, kind, id),
        field: field.to_owned(),
        shown: state.get(kind, id).and_then(|record| record.get(field)).map(str::to_owned),
        sides: sides.collect(),
        decided: conflict.decided.map(|by| done(operations.get(&by))),
    }
}

pub(crate) fn done(operation: Option<&OperationSummary>) -> DoneView {
    let text = |pick: fn(&OperationSummary) -> &String| operation.map(pick).cloned();
    DoneView {
        author: text(|op| &op.author).unwrap_or_default(),
        device: text(|op| &op.device).unwrap_or_default(),
        at: text(|op| &op.at).unwrap_or_default(),
    }
}
