//! Versions of the case file and how one becomes the next.

use std::sync::OnceLock;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use crate::error::StoreError;

/// `LSCF`, Lisuan case file: what the `file` command and we know it by.
pub(crate) const APPLICATION_ID: i32 = 0x4C53_4346;

/// The version this program writes: the number of migrations.
pub(crate) const VERSION: i64 = MIGRATIONS.len() as i64;

const MIGRATIONS: [&str; 7] = [
    include_str!("schema/0001_first.sql"),
    include_str!("schema/0002_wording.sql"),
    include_str!("schema/0003_site.sql"),
    include_str!("schema/0004_photo_links.sql"),
    include_str!("schema/0005_documents.sql"),
    include_str!("schema/0006_reports.sql"),
    include_str!("schema/0007_merge.sql"),
];

/// Brings a new or older file to the current version, all or nothing.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    migrate_to(connection, MIGRATIONS.len())
}

pub(crate) fn migrate_to(connection: &mut Connection, version: usize) -> Result<(), StoreError> {
    let steps: Vec<M<'_>> = MIGRATIONS.iter().map(|sql| M::up(sql)).collect();
    Migrations::new(steps).to_version(connection, version).map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
        other => StoreError::Damaged(other.to_string()),
    })
}

/// Refuses a file whose structure is not the one its version has: a view that poses as a table or
/// a trigger that acts behind our back would be run by SQLite before we read anything.
pub(crate) fn verify_structure(connection: &Connection, version: i64) -> Result<(), StoreError> {
    static CURRENT: OnceLock<Vec<(String, String)>> = OnceLock::new();
    let expected = if version == VERSION && CURRENT.get().is_some() {
        CURRENT.get().cloned().unwrap_or_default()
    } else {
        let mut fresh = Connection::open_in_memory()?;
        let version = usize::try_from(version)
            .map_err(|_| StoreError::Damaged(format!("version {version}")))?;
        migrate_to(&mut fresh, version)?;
        let structure = structure_of(&fresh)?;
        if version == MIGRATIONS.len() {
            let _ = CURRENT.set(structure.clone());
        }
        structure
    };
    let found = structure_of(connection)?;
    if found == expected {
        return Ok(());
    }
    let odd = found
        .iter()
        .find(|entry| !expected.contains(entry))
        .or_else(|| expected.iter().find(|entry| !found.contains(entry)));
    Err(StoreError::SchemaAltered(odd.map(|(name, _)| name.clone()).unwrap_or_default()))
}

fn structure_of(connection: &Connection) -> Result<Vec<(String, String)>, StoreError> {
    let mut statement = connection.prepare(
        "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema ORDER BY type, name",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

#[cfg(test)]
mod tests {
    use lisuan_core::change::Kind;

    use super::*;

    #[test]
    fn every_kind_has_its_table_with_its_fields() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        for kind in Kind::ALL {
            let mut statement =
                connection.prepare("SELECT name FROM pragma_table_info(?1)").unwrap();
            let columns: Vec<String> = statement
                .query_map([kind.as_str()], |row| row.get(0))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            let mut expected = vec!["id", "alive"];
            expected.extend(kind.fields().iter().map(|field| field.name));
            assert_eq!(columns, expected, "table {} and its record differ", kind.as_str());
        }
    }

    #[test]
    fn an_added_trigger_is_noticed() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        verify_structure(&connection, VERSION).unwrap();
        connection
            .execute_batch("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM photo; END")
            .unwrap();
        let error = verify_structure(&connection, VERSION).unwrap_err();
        assert!(matches!(error, StoreError::SchemaAltered(what) if what == "trigger t"));
    }
}
