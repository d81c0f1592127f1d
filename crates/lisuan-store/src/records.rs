//! The tables of records. Names of tables and columns come from the compiled-in kinds, never from
//! a file, so they may stand in SQL text.

use std::fmt::Write as _;

use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, FieldDef, Kind, Record, State};
use rusqlite::types::ValueRef;
use rusqlite::{CachedStatement, Connection, OptionalExtension as _};

use crate::elsewhere;
use crate::error::StoreError;

/// Reads every record of every kind, deleted ones included.
pub(crate) fn read_all(connection: &Connection) -> Result<State, StoreError> {
    let mut state = State::default();
    for kind in Kind::ALL {
        read_kind(connection, *kind, &mut state)?;
    }
    Ok(state)
}

fn read_kind(connection: &Connection, kind: Kind, state: &mut State) -> Result<(), StoreError> {
    let mut sql = format!("SELECT id, {ALIVE}");
    for field in kind.fields() {
        let _ = write!(sql, ", {}", field.name);
    }
    let _ = write!(sql, " FROM {}", kind.as_str());
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let key = text(row.get_ref(0)?)?.unwrap_or_default();
        let id: Id = key.parse().map_err(|_| damaged(kind, key, "id"))?;
        let mut record = Record::default();
        for (column, name) in
            std::iter::once(ALIVE).chain(kind.fields().iter().map(|f| f.name)).enumerate()
        {
            if let Some(value) = text(row.get_ref(column + 1)?)? {
                record.fields.insert(name, checked(kind, key, name, value)?);
            }
        }
        state.insert(kind, id, record);
    }
    Ok(())
}

/// A value must be in the spelling the program writes; else someone else wrote it.
fn checked(kind: Kind, key: &str, name: &'static str, value: &str) -> Result<String, StoreError> {
    let shape = kind.field(name).map(|field: &FieldDef| field.shape);
    match shape.map(|shape| shape.canonical(value)) {
        Some(Ok(canonical)) if canonical == value => Ok(canonical),
        _ => Err(damaged(kind, key, name)),
    }
}

fn damaged(kind: Kind, key: &str, field: &str) -> StoreError {
    StoreError::Damaged(format!("{} {key} {field}", kind.as_str()))
}

fn text(value: ValueRef<'_>) -> Result<Option<&str>, StoreError> {
    match value {
        ValueRef::Null => Ok(None),
        ValueRef::Text(bytes) => std::str::from_utf8(bytes)
            .map(Some)
            .map_err(|_| StoreError::Damaged("text that is not UTF-8".to_owned())),
        _ => Err(StoreError::Damaged("a value that is not text".to_owned())),
    }
}

/// Reads values of single fields: many of the same field, in the order of their keys, cost least.
pub(crate) struct Values<'a> {
    connection: &'a Connection,
    statement: Option<(Kind, &'static str, CachedStatement<'a>)>,
}

impl<'a> Values<'a> {
    pub(crate) const fn of(connection: &'a Connection) -> Self {
        Self { connection, statement: None }
    }

    /// The value of one field; nothing where it is empty or there is no such record.
    pub(crate) fn value(
        &mut self,
        kind: Kind,
        id: Id,
        field: &'static str,
    ) -> Result<Option<String>, StoreError> {
        let mut statement = match self.statement.take() {
            Some((of, name, statement)) if of == kind && name == field => statement,
            _ => {
                let sql = format!("SELECT {field} FROM {} WHERE id = ?1", kind.as_str());
                self.connection.prepare_cached(&sql)?
            }
        };
        let found = statement
            .query_row([id.to_string()], |row| row.get::<_, Option<String>>(0))
            .optional()?;
        self.statement = Some((kind, field, statement));
        Ok(found.flatten())
    }
}

/// Writes changes into the tables, in the transaction under way. A record that is not there yet
/// is made by the change that makes it alive.
pub(crate) fn write(connection: &Connection, changes: &[Change]) -> Result<(), StoreError> {
    let mut last: Option<(Kind, &'static str, CachedStatement<'_>)> = None;
    for change in changes {
        let (table, id) = (change.kind.as_str(), change.id.to_string());
        if change.field == ALIVE && change.before.is_none() {
            let sql = format!("INSERT INTO {table} (id, {ALIVE}) VALUES (?1, ?2)");
            connection.prepare_cached(&sql)?.execute((&id, &change.after))?;
            continue;
        }
        let field = change.field;
        // The second half of the pair: the state in memory was asked first, the file is asked now.
        let mut statement = match last.take() {
            Some((of, name, statement)) if of == change.kind && name == field => statement,
            _ => {
                let set =
                    format!("UPDATE {table} SET {field} = ?2 WHERE id = ?1 AND {field} IS ?3");
                connection.prepare_cached(&set)?
            }
        };
        let changed = statement.execute((&id, &change.after, &change.before))?;
        last = Some((change.kind, field, statement));
        if changed != 1 {
            return Err(StoreError::Damaged(format!("{table} {id} {field}: not as expected")));
        }
        let original = matches!(change.kind, Kind::Photo | Kind::Document) && field == "content";
        if let Some(sha256) = change.after.as_ref().filter(|_| original)
            && !elsewhere::is_known(connection, sha256)?
        {
            return Err(StoreError::Damaged(format!("{table} {id}: no original {sha256}")));
        }
    }
    Ok(())
}
