//! The tables of records. Names of tables and columns come from the compiled-in kinds, never from
//! a file, so they may stand in SQL text.

use std::fmt::Write as _;

use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, FieldDef, Kind, Record, State};
use rusqlite::types::ValueRef;
use rusqlite::{CachedStatement, Connection};

use crate::elsewhere;
use crate::error::StoreError;
use crate::journal::key_of;

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

/// The values of one field of these records, whose keys ascend; nothing where a field is empty or
/// there is no such record.
///
/// Reads on from one record to the next where they are near each other: what was changed lately
/// mostly is, and looking each up from the root costs twice that.
pub(crate) fn values(
    connection: &Connection,
    kind: Kind,
    field: &'static str,
    ids: &[Id],
) -> Result<Vec<Option<String>>, StoreError> {
    /// Records read in vain before the next one is looked up.
    const NEAR: usize = 4;
    let sql = format!("SELECT id, {field} FROM {} WHERE id >= ?1 ORDER BY id", kind.as_str());
    let mut statement = connection.prepare_cached(&sql)?;
    let mut out = Vec::with_capacity(ids.len());
    while let Some(asked) = ids.get(out.len()) {
        let mut rows = statement.query([asked.to_string()])?;
        let mut in_vain = 0;
        while let Some(row) = rows.next()?
            && in_vain < NEAR
        {
            let found = key_of(row, 0)?;
            let absent = ids[out.len()..].iter().take_while(|id| **id < found).count();
            out.extend(std::iter::repeat_n(None, absent));
            match ids.get(out.len()) {
                Some(id) if *id == found => {
                    out.push(text(row.get_ref(1)?)?.map(str::to_owned));
                    in_vain = 0;
                }
                Some(_) => in_vain += 1,
                None => break,
            }
        }
        // The table ended: those left are not in it.
        if in_vain < NEAR {
            out.resize(ids.len(), None);
        }
    }
    Ok(out)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn key(n: u8) -> Id {
        let mut bytes = [0; 16];
        bytes[15] = n;
        Id::from_bytes(bytes)
    }

    #[test]
    fn values_are_those_of_the_records_asked_for_near_and_far() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT)").unwrap();
        // Every third is missing and every fifth empty.
        let there = |n: u8| n < 120 && !n.is_multiple_of(3);
        let value = |n: u8| (there(n) && !n.is_multiple_of(5)).then(|| format!("笔记 {n}"));
        for n in (0..120).filter(|n| there(*n)) {
            let insert = "INSERT INTO note VALUES (?1, ?2)";
            connection.execute(insert, (key(n).to_string(), value(n))).unwrap();
        }
        for step in 1..40 {
            for first in 0..10 {
                let asked: Vec<u8> = (first..130).step_by(step).collect();
                let ids: Vec<Id> = asked.iter().map(|n| key(*n)).collect();
                let read = values(&connection, Kind::Note, "text", &ids).unwrap();
                let expected: Vec<_> = asked.iter().map(|n| value(*n)).collect();
                assert_eq!(read, expected, "every {step} from {first}");
            }
        }
    }
}
