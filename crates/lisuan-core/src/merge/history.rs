//! What every field was written to, by whom knowing what.

use std::collections::HashMap;

use smallvec::SmallVec;

use super::graph::{Graph, Op, Past};
use super::{MergeError, Standing, Value};
use crate::change::{ALIVE, Change, FieldDef, Kind, Operation, Shape};
use crate::id::Id;

/// A field of a record.
pub type Field = (Kind, Id, &'static str);

/// One write of a field.
#[derive(Debug, Clone)]
struct Write {
    at: u32,
    op: Op,
    after: Written,
    /// What stood undecided when this was written: taking this step back brings it back.
    decided: Option<Vec<Value>>,
}

#[derive(Debug, Clone)]
enum Written {
    One(Option<String>),
    /// A decision was taken back: the values stand beside each other again.
    Undecided(Vec<Value>),
}

/// An edit of a record, or of a reference to it, that a deletion elsewhere would lose.
#[derive(Debug, Clone, Copy)]
struct Touch {
    at: u32,
    op: Op,
    field: &'static str,
    /// The record that refers to it, where the edit was made there.
    from: Option<(Kind, Id)>,
}

/// Lists by chain of the graph, each ascending. Most fields are written once: no memory of their own.
type ByChain<T> = SmallVec<[(u32, List<T>); 1]>;
type List<T> = SmallVec<[T; 1]>;

/// A journal, read so that the value of a field is known at any of its points.
///
/// The value of a field is a function of the set of operations alone, never of the order in which
/// they were received: those writes count that no other write of the field was made on top of. Two
/// of them with different values stand undecided beside each other.
#[derive(Debug, Default)]
pub struct History {
    graph: Graph,
    /// The step of each operation, and the step it takes back.
    steps: Vec<(Id, Option<Id>)>,
    writes: HashMap<Field, ByChain<Write>>,
    touches: HashMap<(Kind, Id), ByChain<Touch>>,
}

impl History {
    /// Which operation was made knowing which.
    pub fn graph(&self) -> &Graph {
        &self.graph
    }

    /// Adds an operation; its changes follow with [`Self::note`].
    pub fn enter(
        &mut self,
        id: Id,
        parents: &[Id],
        step: Id,
        reverts: Option<Id>,
    ) -> Result<Op, MergeError> {
        let op = self.graph.add(id, parents)?;
        self.steps.push((step, reverts));
        Ok(op)
    }

    /// Adds an operation that came from outside: each change must say what its author had before
    /// them.
    pub fn take(&mut self, operation: &Operation) -> Result<Op, MergeError> {
        let op =
            self.enter(operation.id, &operation.parents, operation.step(), operation.reverts)?;
        let past = self.graph.before(op);
        let mut own: HashMap<Field, &Option<String>> = HashMap::new();
        for change in &operation.changes {
            let field = (change.kind, change.id, change.field);
            let fits = match own.get(&field) {
                Some(value) => **value == change.before,
                None => self.shows(field, &past, &change.before),
            };
            if !fits {
                return Err(MergeError::Before { operation: operation.id, field });
            }
            // Most steps change one field, and need no list of their own.
            if operation.changes.len() > 1 {
                own.insert(field, &change.after);
            }
        }
        for change in &operation.changes {
            self.note(op, change);
        }
        Ok(op)
    }

    /// Notes a change of the operation that was added last. Changes of a journal that was checked
    /// before may be left out, but all of a record or none.
    pub fn note(&mut self, op: Op, change: &Change) {
        let field = (change.kind, change.id, change.field);
        let spot = self.graph.spot(op);
        let before = self.standing_before(field, op);
        let after = match self.taken_back(field, op) {
            Some(values) => Written::Undecided(values),
            None => Written::One(change.after.clone()),
        };
        let decided = before.filter(|before| before.conflict).map(|before| before.values);
        let write = Write { at: spot.at, op, after, decided };
        let list = of_chain(self.writes.entry(field).or_default(), spot.chain);
        match list.last_mut() {
            // The same operation writes the field twice: the last value counts.
            Some(last) if last.op == op => last.after = write.after,
            _ => list.push(write),
        }
        if change.field != ALIVE {
            self.touch((change.kind, change.id), op, change.field, None);
        }
        if let Some(target) = refers_to(change) {
            self.touch(target, op, change.field, Some((change.kind, change.id)));
        }
    }

    /// What stood before, where it may be undecided: not while nobody forked, nor where one write
    /// was made knowing all others.
    fn standing_before(&self, field: Field, op: Op) -> Option<Standing> {
        if self.graph.is_linear() || !self.writes.contains_key(&field) {
            return None;
        }
        let past = self.graph.before(op);
        self.only_write(field, &past).is_none().then(|| self.standing(field, &past))
    }

    fn touch(&mut self, record: (Kind, Id), op: Op, field: &'static str, from: Option<(Kind, Id)>) {
        let spot = self.graph.spot(op);
        let list = of_chain(self.touches.entry(record).or_default(), spot.chain);
        if list.last().is_none_or(|last| last.op != op) {
            list.push(Touch { at: spot.at, op, field, from });
        }
    }

    /// The values that stood undecided before the step that this operation takes back.
    fn taken_back(&self, field: Field, op: Op) -> Option<Vec<Value>> {
        let target = self.steps[op as usize].1?;
        match self.last_writes(field, &self.graph.before(op)).as_slice() {
            [only] if self.steps[only.op as usize].0 == target => only.decided.clone(),
            _ => None,
        }
    }

    /// The writes of a field that no other write within the past was made on top of.
    fn last_writes(&self, field: Field, past: &Past) -> Vec<&Write> {
        let Some(chains) = self.writes.get(&field) else { return Vec::new() };
        let mut last: Vec<&Write> = Vec::with_capacity(chains.len());
        for (chain, list) in chains {
            let count = past.count(*chain, list, |write| write.at);
            last.extend(count.checked_sub(1).map(|n| &list[n]));
        }
        if last.len() > 1 {
            let all = last.clone();
            last.retain(|write| !all.iter().any(|other| self.graph.knew(other.op, write.op)));
        }
        last
    }

    /// What a field stands at within a past.
    pub fn standing(&self, field: Field, past: &Past) -> Standing {
        let mut values = Vec::new();
        for write in self.last_writes(field, past) {
            match &write.after {
                Written::One(value) => {
                    let id = self.graph.id(write.op);
                    values.push(Value { operation: id, value: value.clone(), touched: None });
                }
                Written::Undecided(several) => values.extend(several.iter().cloned()),
            }
        }
        values.sort();
        values.dedup();
        if field.2 == ALIVE {
            self.kept_alive(field, &mut values, past);
        }
        let conflict = values.iter().any(|v| v.value != values[0].value);
        let shown = if conflict && field.2 == ALIVE {
            Some("1".to_owned())
        } else {
            values.last().and_then(|last| last.value.clone())
        };
        Standing { values, conflict, shown }
    }

    /// Adds what a deletion would lose without having known it.
    fn kept_alive(&self, field: Field, values: &mut Vec<Value>, past: &Past) {
        let deletions: Vec<Op> = values
            .iter()
            .filter(|value| value.value.as_deref() == Some("0") && value.touched.is_none())
            .filter_map(|value| self.graph.find(value.operation))
            .collect();
        let Some(chains) = self.touches.get(&(field.0, field.1)) else { return };
        for deletion in deletions {
            let known = self.graph.before(deletion);
            for (chain, list) in chains {
                let from = known.count(*chain, list, |touch| touch.at);
                let upto = past.count(*chain, list, |touch| touch.at);
                // Those that come after knew the deletion as soon as one of them did.
                let lost = list.get(from..upto).unwrap_or_default().iter();
                let lost = lost
                    .take_while(|t| t.op != deletion && !self.graph.knew(t.op, deletion))
                    .last();
                values.extend(lost.map(|touch| Value {
                    operation: self.graph.id(touch.op),
                    value: Some("1".to_owned()),
                    touched: Some((touch.field, touch.from)),
                }));
            }
        }
        values.sort();
        values.dedup();
    }

    /// The value that a field shows within a past.
    pub fn value(&self, field: Field, past: &Past) -> Option<String> {
        if self.graph.is_linear() {
            let last = self.writes.get(&field).and_then(|chains| chains.first());
            let (chain, list) = last?;
            let write = &list[past.count(*chain, list, |write| write.at).checked_sub(1)?];
            return match &write.after {
                Written::One(value) => value.clone(),
                Written::Undecided(_) => self.standing(field, past).shown,
            };
        }
        self.standing(field, past).shown
    }

    /// Whether that is the value a field shows within a past.
    fn shows(&self, field: Field, past: &Past, value: &Option<String>) -> bool {
        match self.only_write(field, past) {
            Some(only) => only == value,
            None => self.value(field, past) == *value,
        }
    }

    /// The value of a field within two pasts, where it can be told without weighing writes against
    /// each other: whether they differ.
    pub(super) fn plainly_differs(&self, field: Field, a: &Past, b: &Past) -> Option<bool> {
        let a = self.only_write(field, a)?;
        let b = self.only_write(field, b)?;
        Some(a != b)
    }

    /// The only write that counts, where it is no deletion.
    fn only_write(&self, field: Field, past: &Past) -> Option<&Option<String>> {
        let chains = self.writes.get(&field)?;
        let mut only = None;
        for (chain, list) in chains {
            let count = past.count(*chain, list, |write| write.at);
            let Some(last) = count.checked_sub(1).map(|n| &list[n]) else { continue };
            only = match only {
                None => Some(last),
                Some(other) => Some(self.later(other, last)?),
            };
        }
        match &only?.after {
            Written::One(value) if field.2 != ALIVE || value.as_deref() == Some("1") => Some(value),
            _ => None,
        }
    }

    /// Which of two writes was made knowing the other.
    fn later<'a>(&self, a: &'a Write, b: &'a Write) -> Option<&'a Write> {
        match (self.graph.knew(a.op, b.op), self.graph.knew(b.op, a.op)) {
            (true, _) => Some(a),
            (_, true) => Some(b),
            _ => None,
        }
    }

    /// All fields that were written.
    pub fn fields(&self) -> impl Iterator<Item = Field> + '_ {
        self.writes.keys().copied()
    }
}

/// The record that a change makes its field refer to.
pub fn refers_to(change: &Change) -> Option<(Kind, Id)> {
    let def: &FieldDef = change.kind.field(change.field)?;
    let Shape::Reference(kind) = def.shape else { return None };
    Some((kind, change.after.as_ref()?.parse().ok()?))
}

fn of_chain<T>(chains: &mut ByChain<T>, chain: u32) -> &mut List<T> {
    let at = chains.iter().position(|(other, _)| *other == chain).unwrap_or_else(|| {
        chains.push((chain, List::new()));
        chains.len() - 1
    });
    &mut chains[at].1
}
