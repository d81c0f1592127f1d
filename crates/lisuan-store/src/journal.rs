//! The journal: operations go in, are never edited, and chain by digest.

use lisuan_core::Id;
use lisuan_core::change::{Change, Digest, Kind, Label, Operation};
use rusqlite::{Connection, OptionalExtension as _, Row};

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
        let digest = append(&transaction, operation)?;
        transaction.commit()?;
        Ok(digest)
    }

    /// The operations that no other was made on top of: one, unless two histories met.
    pub fn heads(&self) -> Result<Vec<Head>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, digest FROM operation WHERE NOT EXISTS
             (SELECT 1 FROM operation_parent WHERE parent = operation.seq) ORDER BY seq",
        )?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        rows.map(|row| {
            let (id, digest) = row?;
            Ok(Head { id: key(&id)?, digest })
        })
        .collect()
    }

    /// All operations in order, without their changes.
    pub fn operations(&self) -> Result<Vec<OperationSummary>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT id, batch, reverts, author, at, label, subject FROM operation ORDER BY seq",
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
            });
        }
        Ok(out)
    }

    /// The changes of one step (a batch or a single operation), in order.
    pub fn changes_of_step(&self, step: Id) -> Result<Vec<Change>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT c.kind, c.record, c.field, c.before, c.after FROM operation_change c
             JOIN operation o ON o.seq = c.operation
             WHERE o.batch = ?1 OR (o.batch IS NULL AND o.id = ?1) ORDER BY o.seq, c.n",
        )?;
        let mut rows = statement.query([step.to_string()])?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            out.push(change(row)?);
        }
        Ok(out)
    }
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
    let mut parents = Vec::with_capacity(operation.parents.len());
    let mut digests = Vec::with_capacity(operation.parents.len());
    for parent in &operation.parents {
        let (seq, digest): (i64, Digest) = connection
            .prepare_cached("SELECT seq, digest FROM operation WHERE id = ?1")?
            .query_row([parent.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?
            .ok_or_else(|| StoreError::Damaged(format!("no operation {parent}")))?;
        parents.push(seq);
        digests.push(digest);
    }
    let digest = operation.digest(&digests);
    connection
        .prepare_cached(
            "INSERT INTO operation (id, author, device, at, label, subject, batch, reverts, digest)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((
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
        connection
            .prepare_cached(
                "INSERT INTO operation_parent (operation, n, parent) VALUES (?1, ?2, ?3)",
            )?
            .execute((seq, n as i64, parent))?;
    }
    let mut insert = connection.prepare_cached(
        "INSERT INTO operation_change (operation, n, kind, record, field, before, after)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?;
    for (n, change) in operation.changes.iter().enumerate() {
        insert.execute((
            seq,
            n as i64,
            change.kind.as_str(),
            change.id.to_string(),
            change.field,
            &change.before,
            &change.after,
        ))?;
    }
    Ok(digest)
}

fn change(row: &Row<'_>) -> Result<Change, StoreError> {
    let name: String = row.get(0)?;
    let kind = Kind::from_name(&name)
        .ok_or_else(|| StoreError::Damaged(format!("kind {name} in the journal")))?;
    let id = key(&row.get::<_, String>(1)?)?;
    let (field, before, after): (String, Option<String>, Option<String>) =
        (row.get(2)?, row.get(3)?, row.get(4)?);
    Ok(Change::checked(kind, id, &field, before.as_deref(), after.as_deref())?)
}

fn key(text: &str) -> Result<Id, StoreError> {
    text.parse().map_err(|_| StoreError::Damaged(format!("key {text}")))
}

fn optional_key(row: &Row<'_>, column: usize) -> Result<Option<Id>, StoreError> {
    row.get::<_, Option<String>>(column)?.map(|text| key(&text)).transpose()
}
