//! The journal told the latest first: of the case, a record or a field.

use std::collections::HashMap;

use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, Kind, Label};

use crate::error::StoreError;
use crate::journal::{OperationSummary, change, key_of, optional_key, own_line};
use crate::open::CaseFile;

/// What of the journal is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    /// Only what changed this record.
    pub record: Option<(Kind, Id)>,
    /// Only what changed this field of it.
    pub field: Option<&'static str>,
    /// Only what stands before this place.
    pub before: Option<i64>,
    /// How many at most.
    pub limit: usize,
}

/// One operation with its changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Its place in this file.
    pub seq: i64,
    /// What it was.
    pub summary: OperationSummary,
    /// Whether it joined two histories.
    pub joins: bool,
    /// Its changes.
    pub changes: Vec<Change>,
}

/// Who made a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Maker {
    /// The person.
    pub author: String,
    /// The installation.
    pub device: String,
}

impl CaseFile {
    /// Operations with their changes, the latest first.
    pub fn told(&self, asked: &Asked) -> Result<Vec<Told>, StoreError> {
        let own = own_line(&self.connection)?;
        let mut statement = self.connection.prepare_cached(
            "SELECT seq, id, batch, reverts, author, at, label, subject, device,
             EXISTS (SELECT 1 FROM operation_parent p WHERE p.operation = seq AND p.n = 1)
             FROM operation o WHERE seq < ?1 AND (?2 IS NULL OR EXISTS (
                SELECT 1 FROM operation_change c WHERE c.operation = o.seq AND c.kind = ?2
                AND c.record = ?3 AND (?4 IS NULL OR c.field = ?4)))
             ORDER BY seq DESC LIMIT ?5",
        )?;
        let mut changes = self.connection.prepare_cached(
            "SELECT kind, record, field, before, after FROM operation_change
             WHERE operation = ?1 ORDER BY n",
        )?;
        let mut rows = statement.query((
            asked.before.unwrap_or(i64::MAX),
            asked.record.map(|(kind, _)| kind.as_str()),
            asked.record.map(|(_, id)| id.to_string()),
            asked.field,
            i64::try_from(asked.limit).unwrap_or(i64::MAX),
        ))?;
        let mut out = Vec::new();
        while let Some(row) = rows.next()? {
            let seq: i64 = row.get(0)?;
            let mut found = Vec::new();
            let mut change_rows = changes.query([seq])?;
            while let Some(row) = change_rows.next()? {
                found.push(change(row)?);
            }
            out.push(Told {
                seq,
                summary: OperationSummary {
                    id: key_of(row, 1)?,
                    batch: optional_key(row, 2)?,
                    reverts: optional_key(row, 3)?,
                    author: row.get(4)?,
                    at: row.get(5)?,
                    label: Label { key: row.get(6)?, subject: row.get(7)? },
                    device: row.get(8)?,
                    joined: own.as_ref().is_some_and(|own| !own.contains(&seq)),
                },
                joins: row.get(9)?,
                changes: found,
            });
        }
        Ok(out)
    }

    /// By whom and on which device each record was made.
    pub fn makers(&self) -> Result<HashMap<Id, Maker>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT c.record, o.author, o.device FROM operation_change c JOIN operation o ON o.seq = c.operation
             WHERE c.field = ?1 AND c.before IS NULL",
        )?;
        let mut rows = statement.query([ALIVE])?;
        let mut out = HashMap::new();
        while let Some(row) = rows.next()? {
            let maker = Maker { author: row.get(1)?, device: row.get(2)? };
            out.insert(key_of(row, 0)?, maker);
        }
        Ok(out)
    }
}
