//! The journal: operations go in, are never edited, and chain by digest.

use std::collections::{HashMap, HashSet};

use lisuan_core::Id;
use lisuan_core::change::{Change, Digest, Kind, Label, Operation};
use lisuan_core::merge::{History, refers_to};
use rusqlite::{Connection, OptionalExtension as _, Row};

use crate::conflicts;
use crate::content::{self, NewContent};
use crate::error::StoreError;
use crate::open::CaseFile;
use crate::records;

/// An operation no other was made on top of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Its key.
    pub id: Id,
    /// Its digest.
    pub digest: Digest,
}

/// What undo, redo and history need to know of an operation, without its changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationSummary {
    /// Its key.
    pub id: Id,
    /// Its batch.
    pub batch: Option<Id>,
    /// The step it takes back.
    pub reverts: Option<Id>,
    /// Who made it.
    pub author: String,
    /// When, as claimed.
    pub at: String,
    /// What it was.
    pub label: Label,
    /// Which installation made it.
    pub device: String,
    /// Whether it came in with a colleague's copy. What it did belongs to the operation that
    /// joined the two.
    pub joined: bool,
}

impl CaseFile {
    /// Writes an operation and the content it brings, in one transaction: when this returns, it is
    /// on disk. Its parents must be in the journal already.
    pub fn commit(
        &mut self,
        operation: &Operation,
        content: Option<&NewContent<'_>>,
    ) -> Result<Digest, StoreError> {
        self.writing()?;
        let transaction =
            self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        if let Some(content) = content {
            content::write(&transaction, content)?;
        }
        records::write(&transaction, &operation.changes)?;
        conflicts::settle(&transaction, operation)?;
        let digest = append(&transaction, operation)?;
        transaction.commit()?;
        self.after_write()?;
        Ok(digest)
    }

    /// The operations that no other was made on top of: one, unless two histories met.
    pub fn heads(&self) -> Result<Vec<Head>, StoreError> {
        // As a rule it is the last one alone; counting is cheaper than looking at each.
        let others: i64 = self.connection.query_row(
            "SELECT (SELECT count(*) FROM operation) -
             (SELECT count(DISTINCT parent) FROM operation_parent)",
            [],
            |row| row.get(0),
        )?;
        let which = match others {
            1 => "seq = (SELECT max(seq) FROM operation)",
            _ => "NOT EXISTS (SELECT 1 FROM operation_parent WHERE parent = operation.seq)",
        };
        let sql = format!("SELECT id, digest FROM operation WHERE {which} ORDER BY seq");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        rows.map(|row| {
            let (id, digest) = row?;
            Ok(Head { id: key(&id)?, digest })
        })
        .collect()
    }

    /// All operations in order, without their changes.
    pub fn operations(&self) -> Result<Vec<OperationSummary>, StoreError> {
        let own = own_line(&self.connection)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT id, batch, reverts, author, at, label, subject, device, seq
             FROM operation ORDER BY seq",
        )?;
        let mut rows = statement.query([])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(OperationSummary {
                id: key(&row.get::<_, String>(0)?)?,
                batch: optional_key(row, 1)?,
                reverts: optional_key(row, 2)?,
                author: row.get(3)?,
                at: row.get(4)?,
                label: Label { key: row.get(5)?, subject: row.get(6)? },
                device: row.get(7)?,
                joined: match &own {
                    Some(own) => !own.contains(&row.get::<_, i64>(8)?),
                    None => false,
                },
            });
        }
        Ok(out)
    }

    /// The changes of one step (a batch or a single operation), in order. A step that joined a
    /// colleague's copy changed what came with that.
    pub fn changes_of_step(&self, step: Id) -> Result<Vec<Change>, StoreError> {
        let mut out = match joins(&self.connection, step)? {
            true => self.joined_changes(step)?,
            false => Vec::new(),
        };
        let mut statement = self.connection.prepare_cached(
            "SELECT c.kind, c.record, c.field, c.before, c.after FROM operation_change c
             JOIN operation o ON o.seq = c.operation
             WHERE o.batch = ?1 OR (o.batch IS NULL AND o.id = ?1) ORDER BY o.seq, c.n",
        )?;
        let mut rows = statement.query([step.to_string()])?;
        while let Some(row) = rows.next()? {
            out.push(change(row)?);
        }
        Ok(out)
    }
}

/// Whether an operation was made on top of several.
fn joins(connection: &Connection, id: Id) -> Result<bool, StoreError> {
    Ok(connection
        .prepare_cached(
            "SELECT 1 FROM operation_parent p JOIN operation o ON o.seq = p.operation
             WHERE o.id = ?1 AND p.n = 1",
        )?
        .exists([id.to_string()])?)
}

/// The operation that another was made on top of; the first, where it joined several.
pub(crate) fn first_parent(connection: &Connection, id: Id) -> Result<Option<Id>, StoreError> {
    let found: Option<String> = connection
        .prepare_cached(
            "SELECT q.id FROM operation_parent p JOIN operation o ON o.seq = p.operation
             JOIN operation q ON q.seq = p.parent WHERE o.id = ?1 AND p.n = 0",
        )?
        .query_row([id.to_string()], |row| row.get(0))
        .optional()?;
    found.map(|text| key(&text)).transpose()
}

/// The operations made here, each on top of the one before, by number: from the last one along
/// the first parents. Nothing where no histories were ever joined and all are.
pub(crate) fn own_line(connection: &Connection) -> Result<Option<HashSet<i64>>, StoreError> {
    let joined = connection.prepare_cached("SELECT 1 FROM operation_parent WHERE n = 1 LIMIT 1")?;
    let mut joined = joined;
    if !joined.exists([])? {
        return Ok(None);
    }
    let mut statement =
        connection.prepare_cached("SELECT operation, parent FROM operation_parent WHERE n = 0")?;
    let below: HashMap<i64, i64> =
        statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    let mut own = HashSet::new();
    let mut at: Option<i64> =
        connection.query_row("SELECT max(seq) FROM operation", [], |row| row.get(0))?;
    while let Some(seq) = at {
        // A damaged file could run in a circle.
        if !own.insert(seq) {
            break;
        }
        at = below.get(&seq).copied();
    }
    Ok(Some(own))
}

/// The digests of those of these operations that are there, and of those they were made on top of.
pub(crate) fn digests(
    connection: &Connection,
    asked: &[(Operation, Digest)],
) -> Result<HashMap<Id, Digest>, StoreError> {
    let mut out = HashMap::new();
    let mut find = connection.prepare_cached("SELECT digest FROM operation WHERE id = ?1")?;
    let mut missing = HashSet::new();
    for (operation, _) in asked {
        // What was made on top of something that is not there cannot be there either.
        if operation.parents.iter().any(|id| missing.contains(id)) {
            missing.insert(operation.id);
        }
        for id in std::iter::once(&operation.id).chain(&operation.parents) {
            if missing.contains(id) || out.contains_key(id) {
                continue;
            }
            match find.query_row([id.to_string()], |row| row.get(0)).optional()? {
                Some(digest) => out.insert(*id, digest).is_some(),
                None => missing.insert(*id),
            };
        }
    }
    Ok(out)
}

/// The journal, read so that fields are known at any point of it; of these records alone, or of
/// all.
pub(crate) fn history(
    connection: &Connection,
    records: Option<&HashSet<(Kind, Id)>>,
) -> Result<History, StoreError> {
    let mut history = History::default();
    read_after(connection, records, None, |entry| entry.into(&mut history))?;
    Ok(history)
}

/// An operation as the history needs it.
pub(crate) struct Entry {
    id: Id,
    below: Vec<Id>,
    step: Id,
    reverts: Option<Id>,
    /// Its changes that were asked for.
    pub(crate) changes: Vec<Change>,
}

impl Entry {
    /// Adds it to a history that has what it was made on top of.
    pub(crate) fn into(self, history: &mut History) -> Result<(), StoreError> {
        let op = history.enter(self.id, &self.below, self.step, self.reverts)?;
        for change in &self.changes {
            history.note(op, change);
        }
        Ok(())
    }
}

/// Reads what comes after an operation, or all, with those changes that are of the records or
/// refer to them.
pub(crate) fn read_after(
    connection: &Connection,
    records: Option<&HashSet<(Kind, Id)>>,
    after: Option<(i64, Id)>,
    mut each: impl FnMut(Entry) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut keys: HashMap<i64, Id> = after.into_iter().collect();
    let first = after.map_or(i64::MIN, |(seq, _)| seq);
    let mut operations = connection
        .prepare("SELECT seq, id, batch, reverts FROM operation WHERE seq > ?1 ORDER BY seq")?;
    let mut parents = connection.prepare(
        "SELECT operation, parent FROM operation_parent WHERE operation > ?1
         ORDER BY operation, n",
    )?;
    let mut changes = connection.prepare(
        "SELECT operation, kind, record, field, before, after FROM operation_change
         WHERE operation > ?1 ORDER BY operation, n",
    )?;
    let (mut parents, mut changes) = (parents.query([first])?, changes.query([first])?);
    let (mut parent, mut next) = (parents.next()?, changes.next()?);
    let mut rows = operations.query([first])?;
    while let Some(row) = rows.next()? {
        let (seq, id): (i64, Id) = (row.get(0)?, key_of(row, 1)?);
        let mut below = Vec::new();
        while let Some(found) = parent {
            if found.get::<_, i64>(0)? != seq {
                break;
            }
            let missing = || StoreError::Damaged(format!("parents of {id}"));
            below.push(*keys.get(&found.get::<_, i64>(1)?).ok_or_else(missing)?);
            parent = parents.next()?;
        }
        keys.insert(seq, id);
        let mut found = Vec::new();
        while let Some(row) = next {
            if row.get::<_, i64>(0)? != seq {
                break;
            }
            found.extend(wanted(row, records)?);
            next = changes.next()?;
        }
        let step = optional_key(row, 2)?.unwrap_or(id);
        each(Entry { id, below, step, reverts: optional_key(row, 3)?, changes: found })?;
    }
    Ok(())
}

/// Where an operation stands, if everything up to there is what it was made on top of: then what
/// comes after can be understood without reading what was before. Nothing otherwise.
pub(crate) fn common(
    connection: &Connection,
    known: &[Id],
) -> Result<Option<(i64, Id)>, StoreError> {
    let mut first: Option<(i64, Id)> = None;
    let mut find = connection.prepare_cached("SELECT seq FROM operation WHERE id = ?1")?;
    for id in known {
        let seq: i64 = find.query_row([id.to_string()], |row| row.get(0))?;
        if first.is_none_or(|(lowest, _)| seq < lowest) {
            first = Some((seq, *id));
        }
    }
    // Up to the last one that joined two histories all are known to it, and from there on each was
    // made on top of the one before. What was once undecided can come back by undo.
    let Some((seq, _)) = first else { return Ok(None) };
    let joined = connection
        .prepare_cached("SELECT 1 FROM operation_parent WHERE operation > ?1 AND n = 1 LIMIT 1")?
        .exists([seq])?;
    let asked = connection.prepare_cached("SELECT 1 FROM conflict LIMIT 1")?.exists([])?;
    Ok(first.filter(|_| !asked && !joined))
}

/// A change of one of the records, or that refers to one.
fn wanted(
    row: &Row<'_>,
    records: Option<&HashSet<(Kind, Id)>>,
) -> Result<Option<Change>, StoreError> {
    let text = |column: usize| -> Result<Option<&str>, StoreError> {
        Ok(row.get_ref(column)?.as_str_or_null().map_err(rusqlite::Error::from)?)
    };
    let name = text(1)?.unwrap_or_default();
    let kind = Kind::from_name(name)
        .ok_or_else(|| StoreError::Damaged(format!("kind {name} in the journal")))?;
    let field = text(3)?.unwrap_or_default();
    let field = kind
        .field(field)
        .ok_or_else(|| StoreError::Damaged(format!("field {field} in the journal")))?;
    let mut found =
        Change { kind, id: key_of(row, 2)?, field: field.name, before: None, after: None };
    let asked = records.is_none_or(|records| records.contains(&(kind, found.id)));
    let refers = matches!(field.shape, lisuan_core::change::Shape::Reference(_));
    if !asked && !refers {
        return Ok(None);
    }
    (found.before, found.after) = (text(4)?.map(str::to_owned), text(5)?.map(str::to_owned));
    let target = || refers_to(&found).zip(records).is_some_and(|(to, of)| of.contains(&to));
    Ok((asked || target()).then_some(found))
}

/// Reads operations one by one with the digest that is written beside each.
pub(crate) fn replay(
    connection: &Connection,
    mut each: impl FnMut(Operation, Vec<Digest>, Digest) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let mut operations = connection.prepare(
        "SELECT seq, id, author, device, at, label, subject, batch, reverts, digest
         FROM operation ORDER BY seq",
    )?;
    let mut parents = connection.prepare(
        "SELECT o.id, o.digest FROM operation_parent p JOIN operation o ON o.seq = p.parent
         WHERE p.operation = ?1 ORDER BY p.n",
    )?;
    let mut changes = connection.prepare(
        "SELECT kind, record, field, before, after FROM operation_change
         WHERE operation = ?1 ORDER BY n",
    )?;
    let mut rows = operations.query([])?;
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let (mut parent_ids, mut parent_digests) = (Vec::new(), Vec::new());
        let mut parent_rows = parents.query([seq])?;
        while let Some(parent) = parent_rows.next()? {
            parent_ids.push(key(&parent.get::<_, String>(0)?)?);
            parent_digests.push(parent.get(1)?);
        }
        let mut operation_changes = Vec::new();
        let mut change_rows = changes.query([seq])?;
        while let Some(row) = change_rows.next()? {
            operation_changes.push(change(row)?);
        }
        let at: String = row.get(4)?;
        let operation = Operation {
            id: key(&row.get::<_, String>(1)?)?,
            parents: parent_ids,
            author: row.get(2)?,
            device: row.get(3)?,
            at: at.parse().map_err(|_| StoreError::Damaged(format!("time {at}")))?,
            label: Label { key: row.get(5)?, subject: row.get(6)? },
            batch: optional_key(row, 7)?,
            reverts: optional_key(row, 8)?,
            changes: operation_changes,
        };
        each(operation, parent_digests, row.get(9)?)?;
    }
    Ok(())
}

pub(crate) fn append(connection: &Connection, operation: &Operation) -> Result<Digest, StoreError> {
    Ok(append_all(connection, [operation])?.unwrap_or_default())
}

/// Writes operations, parents before children; returns the digest of the last one.
pub(crate) fn append_all<'a>(
    connection: &Connection,
    operations: impl IntoIterator<Item = &'a Operation>,
) -> Result<Option<Digest>, StoreError> {
    let mut find = connection.prepare_cached("SELECT seq, digest FROM operation WHERE id = ?1")?;
    let mut insert = connection.prepare_cached(
        "INSERT INTO operation (id, author, device, at, label, subject, batch, reverts, digest)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    )?;
    let mut insert_parent = connection.prepare_cached(
        "INSERT INTO operation_parent (operation, n, parent) VALUES (?1, ?2, ?3)",
    )?;
    let mut insert_change = connection.prepare_cached(
        "INSERT INTO operation_change (operation, n, kind, record, field, before, after)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    let mut last: Option<(Id, i64, Digest)> = None;
    for operation in operations {
        let mut parents = Vec::with_capacity(operation.parents.len());
        let mut digests = Vec::with_capacity(operation.parents.len());
        for parent in &operation.parents {
            let (seq, digest) = match last {
                // As a rule each was made on top of the one before.
                Some((id, seq, digest)) if id == *parent => (seq, digest),
                _ => find
                    .query_row([parent.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
                    .optional()?
                    .ok_or_else(|| StoreError::Damaged(format!("no operation {parent}")))?,
            };
            parents.push(seq);
            digests.push(digest);
        }
        let digest = operation.digest(&digests);
        insert.execute((
            operation.id.to_string(),
            &operation.author,
            &operation.device,
            operation.at.to_string(),
            &operation.label.key,
            &operation.label.subject,
            operation.batch.map(|id| id.to_string()),
            operation.reverts.map(|id| id.to_string()),
            &digest,
        ))?;
        let seq = connection.last_insert_rowid();
        for (n, parent) in parents.iter().enumerate() {
            insert_parent.execute((seq, n as i64, parent))?;
        }
        for (n, change) in operation.changes.iter().enumerate() {
            insert_change.execute((
                seq,
                n as i64,
                change.kind.as_str(),
                change.id.to_string(),
                change.field,
                &change.before,
                &change.after,
            ))?;
        }
        last = Some((operation.id, seq, digest));
    }
    Ok(last.map(|(_, _, digest)| digest))
}

pub(crate) fn change(row: &Row<'_>) -> Result<Change, StoreError> {
    let name: String = row.get(0)?;
    let kind = Kind::from_name(&name)
        .ok_or_else(|| StoreError::Damaged(format!("kind {name} in the journal")))?;
    let id = key(&row.get::<_, String>(1)?)?;
    let (field, before, after): (String, Option<String>, Option<String>) =
        (row.get(2)?, row.get(3)?, row.get(4)?);
    Ok(Change::checked(kind, id, &field, before.as_deref(), after.as_deref())?)
}

pub(crate) fn key_of(row: &Row<'_>, column: usize) -> Result<Id, StoreError> {
    let text = row.get_ref(column)?.as_str().map_err(rusqlite::Error::from)?;
    key(text)
}

pub(crate) fn key(text: &str) -> Result<Id, StoreError> {
    text.parse().map_err(|_| StoreError::Damaged(format!("key {text}")))
}

pub(crate) fn optional_key(row: &Row<'_>, column: usize) -> Result<Option<Id>, StoreError> {
    row.get::<_, Option<String>>(column)?.map(|text| key(&text)).transpose()
}
