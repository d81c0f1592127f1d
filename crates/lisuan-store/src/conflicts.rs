//! Fields that two people changed without knowing of each other.

use lisuan_core::Id;
use lisuan_core::change::{Kind, Operation};
use lisuan_core::merge::{Conflict, Field, Value};
use rusqlite::{Connection, Row};

use crate::error::StoreError;
use crate::open::CaseFile;

/// A field with several values, undecided or decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredConflict {
    /// The field.
    pub field: Field,
    /// Its values with the operations that wrote them, in the order of their keys.
    pub values: Vec<Value>,
    /// The operation that decided.
    pub decided: Option<Id>,
}

impl CaseFile {
    /// All conflicts, decided ones included, by record and field.
    pub fn conflicts(&self) -> Result<Vec<StoredConflict>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT kind, record, field, operation, value, touched, touched_kind, touched_record,
             decided FROM conflict ORDER BY kind, record, field, operation",
        )?;
        let mut rows = statement.query([])?;
        let mut out: Vec<StoredConflict> = Vec::new();
        while let Some(row) = rows.next()? {
            let (field, value, decided) = read(row)?;
            match out.last_mut() {
                Some(last) if last.field == field => last.values.push(value),
                _ => out.push(StoredConflict { field, values: vec![value], decided }),
            }
        }
        Ok(out)
    }
}

fn read(row: &Row<'_>) -> Result<(Field, Value, Option<Id>), StoreError> {
    let kind = named_kind(&row.get::<_, String>(0)?)?;
    let record = key(&row.get::<_, String>(1)?)?;
    let field = named_field(kind, &row.get::<_, String>(2)?)?;
    let touched_kind =
        row.get::<_, Option<String>>(6)?.map(|name| named_kind(&name)).transpose()?;
    let touched_record = row.get::<_, Option<String>>(7)?.map(|text| key(&text)).transpose()?;
    let from = touched_kind.zip(touched_record);
    let touched: Option<String> = row.get(5)?;
    let touched = touched
        .map(|name| named_field(from.map_or(kind, |(kind, _)| kind), &name))
        .transpose()?
        .map(|name| (name, from));
    let value = Value { operation: key(&row.get::<_, String>(3)?)?, value: row.get(4)?, touched };
    let decided = row.get::<_, Option<String>>(8)?.map(|text| key(&text)).transpose()?;
    Ok(((kind, record, field), value, decided))
}

/// Writes what stands undecided after a merge, and who decided what no longer does.
pub(crate) fn take(
    connection: &Connection,
    conflicts: &[Conflict],
    decided: &[(Field, Id)],
) -> Result<(), StoreError> {
    for ((kind, record, field), by) in decided {
        connection
            .prepare_cached(
                "UPDATE conflict SET decided = ?4 WHERE kind = ?1 AND record = ?2 AND field = ?3
                 AND decided IS NULL",
            )?
            .execute((kind.as_str(), record.to_string(), field, by.to_string()))?;
    }
    for Conflict { field: (kind, record, field), standing } in conflicts {
        let record = record.to_string();
        connection
            .prepare_cached("DELETE FROM conflict WHERE kind = ?1 AND record = ?2 AND field = ?3")?
            .execute((kind.as_str(), &record, field))?;
        for value in &standing.values {
            let from = value.touched.and_then(|(_, from)| from);
            connection
                .prepare_cached(
                    "INSERT OR REPLACE INTO conflict (kind, record, field, operation, value,
                     touched, touched_kind, touched_record) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                )?
                .execute((
                    kind.as_str(),
                    &record,
                    field,
                    value.operation.to_string(),
                    &value.value,
                    value.touched.map(|(name, _)| name),
                    from.map(|(kind, _)| kind.as_str()),
                    from.map(|(_, id)| id.to_string()),
                ))?;
        }
    }
    Ok(())
}

/// An operation made here knows every value: it decides the fields it writes. One that takes such
/// a step back brings the question back.
pub(crate) fn settle(connection: &Connection, operation: &Operation) -> Result<(), StoreError> {
    if !connection.prepare_cached("SELECT 1 FROM conflict LIMIT 1")?.exists([])? {
        return Ok(());
    }
    for change in &operation.changes {
        let (kind, record) = (change.kind.as_str(), change.id.to_string());
        if let Some(step) = operation.reverts {
            let reopened = connection
                .prepare_cached(
                    "UPDATE conflict SET decided = NULL WHERE kind = ?1 AND record = ?2
                     AND field = ?3 AND decided IN
                     (SELECT id FROM operation WHERE batch = ?4 OR (batch IS NULL AND id = ?4))",
                )?
                .execute((kind, &record, change.field, step.to_string()))?;
            if reopened > 0 {
                continue;
            }
        }
        connection
            .prepare_cached(
                "UPDATE conflict SET decided = ?4 WHERE kind = ?1 AND record = ?2 AND field = ?3
                 AND decided IS NULL",
            )?
            .execute((kind, &record, change.field, operation.id.to_string()))?;
    }
    Ok(())
}

fn named_kind(name: &str) -> Result<Kind, StoreError> {
    Kind::from_name(name).ok_or_else(|| StoreError::Damaged(format!("kind {name} of a conflict")))
}

fn named_field(kind: Kind, name: &str) -> Result<&'static str, StoreError> {
    let field = kind.field(name);
    field
        .map(|field| field.name)
        .ok_or_else(|| StoreError::Damaged(format!("field {name} of a conflict")))
}

fn key(text: &str) -> Result<Id, StoreError> {
    text.parse().map_err(|_| StoreError::Damaged(format!("key {text}")))
}
