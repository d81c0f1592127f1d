//! Taking in what a colleague did, all or nothing.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::io::Read;

use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, Digest, Kind, Operation, State};
use lisuan_core::merge::{
    Conflict, Field, History, MergeError, Past, check_incoming, meet, touched_records,
};
use rusqlite::{Connection, TransactionBehavior};

use crate::conflicts;
use crate::elsewhere::{self, Elsewhere};
use crate::error::StoreError;
use crate::journal::{self, Head};
use crate::open::CaseFile;
use crate::pages::{self, NewFile};
use crate::records;

/// More operations than a case has; keeps a hostile package from taking all memory.
pub const OPERATIONS_MAX: usize = 2_000_000;

/// Where the originals of a colleague's photos and papers come from.
pub trait Originals {
    /// Opens the original of that SHA-256 and says how many bytes it has; nothing where it was
    /// not enclosed.
    fn open(&mut self, sha256: &str) -> std::io::Result<Option<(u64, Box<dyn Read + '_>)>>;

    /// Where one that was not enclosed is known to be.
    fn elsewhere(&self, _sha256: &str) -> Option<Elsewhere> {
        None
    }
}

/// No originals at all.
impl Originals for () {
    fn open(&mut self, _: &str) -> std::io::Result<Option<(u64, Box<dyn Read + '_>)>> {
        Ok(None)
    }
}

/// What taking operations in would do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MergePlan {
    /// Which of the operations are new, by their place in what was given.
    pub new: Vec<usize>,
    /// What it changes in the tables.
    pub changes: Vec<Change>,
    /// What people must decide.
    pub conflicts: Vec<Conflict>,
    /// Photos and papers whose number another one has: the one made later gets a mark behind it.
    pub renumbered: Vec<Change>,
    /// Originals that are not in the case yet, by SHA-256, in the order of their numbers.
    pub originals: Vec<String>,
    /// The new operations that no other was made on top of.
    pub heads: Vec<Head>,
    /// Fields that stood undecided here and were decided there, with the operation that did.
    decided: Vec<(Field, Id)>,
}

impl CaseFile {
    /// Hands out every operation with its digest, parents before children.
    pub fn each_operation(
        &self,
        mut each: impl FnMut(Operation, Digest) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        journal::replay(&self.connection, |operation, _, digest| each(operation, digest))
    }

    /// Says what taking these operations in would do, and writes nothing.
    ///
    /// # Errors
    /// [`StoreError::Forked`] when one that is here already reads differently there,
    /// [`StoreError::Chain`] when one is not what its digest says, [`StoreError::Merge`] when one
    /// does what no person can do in the program or does not fit what it was made on top of.
    pub fn plan_merge(&self, incoming: &[(Operation, Digest)]) -> Result<MergePlan, StoreError> {
        if incoming.len() > OPERATIONS_MAX {
            return Err(MergeError::TooMany.into());
        }
        let mut digests = journal::digests(&self.connection, incoming)?;
        let mut known: HashSet<Id> = HashSet::new();
        let (mut new, mut fresh) = (Vec::new(), HashSet::new());
        for (n, (operation, claimed)) in incoming.iter().enumerate() {
            match digests.get(&operation.id) {
                Some(digest) if digest == claimed => {}
                Some(_) => return Err(StoreError::Forked(operation.id)),
                None => {
                    check_incoming(operation)?;
                    if chained(operation, &digests)? != *claimed {
                        return Err(StoreError::Chain(operation.id));
                    }
                    digests.insert(operation.id, *claimed);
                    fresh.insert(operation.id);
                    let below = operation.parents.iter().filter(|id| !fresh.contains(id));
                    known.extend(below);
                    new.push(n);
                }
            }
        }
        if new.is_empty() {
            return Ok(MergePlan::default());
        }
        let operations: Vec<&Operation> = new.iter().map(|n| &incoming[*n].0).collect();
        let records = touched_records(operations.iter().copied());
        let known: Vec<Id> = known.into_iter().collect();
        let mut history = match journal::common(&self.connection, &known)? {
            Some(common) => self.history_since(common, &records, &operations)?,
            None => journal::history(&self.connection, Some(&records))?,
        };
        let ours = match history.graph().heads().collect::<Vec<_>>().as_slice() {
            [head] => history.graph().upto(*head),
            _ => Past::ALL,
        };
        let ours_heads: HashSet<u32> = history.graph().heads().collect();
        for operation in operations {
            history.take(operation)?;
        }
        let met = meet(&history, &ours, |record| records.contains(record));
        let heads = history.graph().heads().filter(|head| !ours_heads.contains(head));
        let heads = heads
            .map(|head| history.graph().id(head))
            .filter_map(|id| Some(Head { id, digest: *digests.get(&id)? }))
            .collect();
        let decided = self.decided_there(&history)?;
        Ok(MergePlan {
            new,
            renumbered: self.renumbered(&met.changes)?,
            originals: self.missing(&met.changes)?,
            changes: met.changes,
            conflicts: met.conflicts,
            heads,
            decided,
        })
    }

    /// Takes in what [`Self::plan_merge`] looked at, with the originals it needs and an operation
    /// made on top of both histories, in one transaction: when this returns, it is on disk; when
    /// it fails, the case is as it was.
    ///
    /// # Errors
    /// [`StoreError::NotEnclosed`] when an original is missing, [`StoreError::SourceChanged`] when
    /// one is not what its digest says.
    pub fn merge(
        &mut self,
        plan: &MergePlan,
        incoming: &[(Operation, Digest)],
        originals: &mut dyn Originals,
        closing: &Operation,
        mut progress: impl FnMut(u64, u64) -> bool,
    ) -> Result<Digest, StoreError> {
        self.writing()?;
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Records of one kind refer to those of another that are written after them.
        transaction.pragma_update(None, "defer_foreign_keys", true)?;
        let total = plan.originals.len() as u64;
        for (done, sha256) in plan.originals.iter().enumerate() {
            if !progress(done as u64, total) {
                return Err(StoreError::Cancelled);
            }
            take_original(&transaction, originals, sha256)?;
        }
        journal::append_all(&transaction, plan.new.iter().map(|n| &incoming[*n].0))?;
        records::write(&transaction, &plan.changes)?;
        conflicts::take(&transaction, &plan.conflicts, &plan.decided)?;
        records::write(&transaction, &closing.changes)?;
        conflicts::settle(&transaction, closing)?;
        let digest = journal::append(&transaction, closing)?;
        transaction.commit()?;
        self.after_write()?;
        Ok(digest)
    }

    /// Everything as it stood when an operation was made.
    pub fn state_at(&self, operation: Id) -> Result<State, StoreError> {
        let history = journal::history(&self.connection, None)?;
        let op = history
            .graph()
            .find(operation)
            .ok_or_else(|| StoreError::Damaged(format!("no operation {operation}")))?;
        Ok(state_of(&history, &history.graph().upto(op)))
    }

    /// What an operation that joined two histories changed for the one who joined them.
    pub(crate) fn joined_changes(&self, operation: Id) -> Result<Vec<Change>, StoreError> {
        let history = journal::history(&self.connection, None)?;
        let damaged = || StoreError::Damaged(format!("no operation {operation}"));
        let op = history.graph().find(operation).ok_or_else(damaged)?;
        let first = journal::first_parent(&self.connection, operation)?.ok_or_else(damaged)?;
        let ours = history.graph().upto(history.graph().find(first).ok_or_else(damaged)?);
        let joined = history.graph().before(op);
        let mut fields: Vec<Field> = history.fields().collect();
        fields.sort_unstable_by_key(|(kind, id, field)| (*kind, *id, *field != ALIVE, *field));
        let changes = fields.into_iter().filter_map(|field| {
            let before = history.value(field, &ours);
            let after = history.value(field, &joined);
            let (kind, id, field) = field;
            (before != after).then_some(Change { kind, id, field, before, after })
        });
        Ok(changes.collect())
    }

    /// The history from an operation on that everything else was made on top of: what stood there
    /// is told by the tables and by what changed since.
    fn history_since(
        &self,
        common: (i64, Id),
        records: &HashSet<(Kind, Id)>,
        incoming: &[&Operation],
    ) -> Result<History, StoreError> {
        let mut since: HashMap<Field, Option<String>> = HashMap::new();
        let mut later = Vec::new();
        journal::read_after(&self.connection, Some(records), Some(common), |entry| {
            for c in &entry.changes {
                since.entry((c.kind, c.id, c.field)).or_insert_with(|| c.before.clone());
            }
            later.push(entry);
            Ok(())
        })?;
        let mut history = History::default();
        let op = history.enter(common.1, &[], common.1, None)?;
        let written = incoming.iter().flat_map(|operation| &operation.changes);
        let fields: BTreeSet<_> = written.map(|c| (c.kind, c.field, c.id)).collect();
        let fields: Vec<_> = fields.into_iter().collect();
        for same in fields.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
            let (kind, field, _) = same[0];
            let (now, then): (Vec<Id>, Vec<Id>) = same
                .iter()
                .map(|(_, _, id)| *id)
                .partition(|id| !since.contains_key(&(kind, *id, field)));
            let before = then.iter().map(|id| since.get(&(kind, *id, field)).cloned().flatten());
            let before = then.iter().copied().zip(before);
            let values = records::values(&self.connection, kind, field, &now)?;
            for (id, after) in now.iter().copied().zip(values).chain(before) {
                if after.is_some() {
                    history.note(op, &Change { kind, id, field, before: None, after });
                }
            }
        }
        later.into_iter().try_for_each(|entry| entry.into(&mut history))?;
        Ok(history)
    }

    /// Fields that stand undecided here and no longer do with what came.
    fn decided_there(&self, history: &History) -> Result<Vec<(Field, Id)>, StoreError> {
        let undecided = self.conflicts()?.into_iter().filter(|c| c.decided.is_none());
        let now = undecided.filter_map(|conflict| {
            // A field that was not read has no values, and is left as it is.
            let standing = history.standing(conflict.field, &Past::ALL);
            let by = standing.values.last().filter(|_| !standing.conflict)?;
            Some((conflict.field, by.operation))
        });
        Ok(now.collect())
    }

    /// Originals that changes speak of and the case has not.
    fn missing(&self, changes: &[Change]) -> Result<Vec<String>, StoreError> {
        let mut out = Vec::new();
        let mut seen = HashSet::new();
        for change in changes.iter().filter(|change| change.field == "content") {
            let Some(sha256) = &change.after else { continue };
            let original = matches!(change.kind, Kind::Photo | Kind::Document);
            if original && seen.insert(sha256) && !self.has_content(sha256)? {
                out.push(sha256.clone());
            }
        }
        Ok(out)
    }

    /// Two devices may begin their numbers alike. The record with the smaller key keeps its number
    /// on every side, so that all sides do the same.
    fn renumbered(&self, changes: &[Change]) -> Result<Vec<Change>, StoreError> {
        let came = changes.iter().filter(|change| {
            change.field == "number" && matches!(change.kind, Kind::Photo | Kind::Document)
        });
        let mut came = came.peekable();
        if came.peek().is_none() {
            return Ok(Vec::new());
        }
        let state = self.state()?;
        let mut numbers: HashMap<(Kind, String), Vec<Id>> = HashMap::new();
        for kind in [Kind::Photo, Kind::Document] {
            for (id, record) in state.of_kind(kind) {
                let number = record.get("number").map(str::to_owned);
                numbers.entry((kind, number.unwrap_or_default())).or_default().push(id);
            }
        }
        let mut doubled = Vec::new();
        for change in came {
            let number = change.after.clone().unwrap_or_default();
            let bearers = numbers.entry((change.kind, number.clone())).or_default();
            if !bearers.contains(&change.id) {
                bearers.push(change.id);
            }
            if bearers.len() > 1 && !doubled.contains(&(change.kind, number.clone())) {
                doubled.push((change.kind, number));
            }
        }
        let mut out = Vec::new();
        for (kind, number) in doubled {
            let mut bearers = numbers.get(&(kind, number.clone())).cloned().unwrap_or_default();
            bearers.sort_unstable();
            let mut mark = 2;
            for id in bearers.into_iter().skip(1) {
                let free = |mark: u32| !numbers.contains_key(&(kind, format!("{number}-{mark}")));
                while !free(mark) {
                    mark += 1;
                }
                let after = Some(format!("{number}-{mark}"));
                mark += 1;
                out.push(Change { kind, id, field: "number", before: Some(number.clone()), after });
            }
        }
        Ok(out)
    }
}

/// Takes one original in, or notes where it is known to be.
pub(crate) fn take_original(
    connection: &Connection,
    originals: &mut dyn Originals,
    sha256: &str,
) -> Result<(), StoreError> {
    {
        let opened = originals.open(sha256);
        let opened = opened.map_err(|source| StoreError::Io { path: sha256.into(), source })?;
        if let Some((bytes, mut from)) = opened {
            return pages::write_file(connection, NewFile { sha256, bytes, from: &mut *from });
        }
    }
    match originals.elsewhere(sha256) {
        Some(absent) => elsewhere::note(connection, &absent),
        None if elsewhere::is_noted(connection, sha256)? => Ok(()),
        None => Err(StoreError::NotEnclosed(sha256.to_owned())),
    }
}

/// The records as they stand within a past.
pub(crate) fn state_of(history: &History, past: &Past) -> State {
    let mut records: HashMap<(Kind, Id), lisuan_core::change::Record> = HashMap::new();
    for (kind, id, field) in history.fields() {
        if let Some(value) = history.value((kind, id, field), past) {
            records.entry((kind, id)).or_default().fields.insert(field, value);
        }
    }
    let mut state = State::default();
    for ((kind, id), record) in records {
        state.insert(kind, id, record);
    }
    state
}

/// What the digest of an operation must be on top of its parents.
fn chained(operation: &Operation, digests: &HashMap<Id, Digest>) -> Result<Digest, StoreError> {
    let mut parents = Vec::with_capacity(operation.parents.len());
    for parent in &operation.parents {
        let missing = MergeError::NoParent { id: operation.id, parent: *parent };
        parents.push(*digests.get(parent).ok_or(missing)?);
    }
    Ok(operation.digest(&parents))
}
