//! Versions of the case file and how one becomes the next.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};
use sha2::{Digest as _, Sha256};

use crate::error::StoreError;

/// `LSCF`, Lisuan case file: what the `file` command and we know it by.
pub(crate) const APPLICATION_ID: i32 = 0x4C53_4346;

/// The version this program writes: the number of migrations.
pub(crate) const VERSION: i64 = MIGRATIONS.len() as i64;

const MIGRATIONS: [&str; 13] = [
    include_str!("schema/0001_first.sql"),
    include_str!("schema/0002_wording.sql"),
    include_str!("schema/0003_site.sql"),
    include_str!("schema/0004_photo_links.sql"),
    include_str!("schema/0005_documents.sql"),
    include_str!("schema/0006_reports.sql"),
    include_str!("schema/0007_merge.sql"),
    include_str!("schema/0008_handover.sql"),
    include_str!("schema/0009_life.sql"),
    include_str!("schema/0010_claim_file.sql"),
    include_str!("schema/0011_checks.sql"),
    include_str!("schema/0012_photo_papers.sql"),
    include_str!("schema/0013_days.sql"),
];

/// Brings a new or older file to the current version, all or nothing.
pub(crate) fn migrate(connection: &mut Connection) -> Result<(), StoreError> {
    migrate_to(connection, MIGRATIONS.len())
}

pub(crate) fn migrate_to(connection: &mut Connection, version: usize) -> Result<(), StoreError> {
    let steps: Vec<M<'_>> = MIGRATIONS.iter().map(|sql| M::up(sql).foreign_key_check()).collect();
    // A table that is made anew is dropped first, while others refer to it.
    connection.pragma_update(None, "foreign_keys", false)?;
    let migrated = Migrations::new(steps).to_version(connection, version);
    connection.pragma_update(None, "foreign_keys", true)?;
    migrated.map_err(|error| match error {
        rusqlite_migration::Error::RusqliteError { err, .. } => err.into(),
        other => StoreError::Damaged(other.to_string()),
    })
}

/// SHA-256 of the structure of the current version, which a test keeps in step: making an empty
/// file to compare with takes longer than opening one.
const STRUCTURE: &str = "74649ed9f54cd99ca0d6d1c5ac44fc3d6fbc301dc4bf0da2bd22e287ef9c9458";

/// Refuses a file whose structure is not the one its version has: a view that poses as a table or
/// a trigger that acts behind our back would be run by SQLite before we read anything.
pub(crate) fn verify_structure(connection: &Connection, version: i64) -> Result<(), StoreError> {
    let found = structure_of(connection)?;
    if version == VERSION && digest_of(&found) == STRUCTURE {
        return Ok(());
    }
    let mut fresh = Connection::open_in_memory()?;
    let version =
        usize::try_from(version).map_err(|_| StoreError::Damaged(format!("version {version}")))?;
    migrate_to(&mut fresh, version)?;
    let expected = structure_of(&fresh)?;
    if found == expected {
        return Ok(());
    }
    let odd = found
        .iter()
        .find(|entry| !expected.contains(entry))
        .or_else(|| expected.iter().find(|entry| !found.contains(entry)));
    Err(StoreError::SchemaAltered(odd.map(|(name, _)| name.clone()).unwrap_or_default()))
}

fn digest_of(structure: &[(String, String)]) -> String {
    let mut hash = Sha256::new();
    for text in structure.iter().flat_map(|(name, sql)| [name, sql]) {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    }
    format!("{:x}", hash.finalize())
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
    fn the_structure_is_the_one_that_is_known() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        let found = digest_of(&structure_of(&connection).unwrap());
        assert_eq!(STRUCTURE, found, "a migration was added: put this digest into STRUCTURE");
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

    #[test]
    fn tables_made_anew_keep_their_rows_and_who_refers_to_them() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate_to(&mut connection, 7).unwrap();
        let (photo, paper, link) = ("1".repeat(36), "2".repeat(36), "3".repeat(36));
        let digest = "a".repeat(64);
        connection
            .execute_batch(&format!(
                "INSERT INTO content (sha256, size, bytes) VALUES ('{digest}', 1, x'00');
                 INSERT INTO photo (id, alive, number, content, companions)
                 VALUES ('{photo}', '1', 'T-1', '{digest}', 'c');
                 INSERT INTO document (id, alive, content, remark, translation)
                 VALUES ('{paper}', '1', '{digest}', 'r', '{paper}');
                 INSERT INTO line_photo (id, alive, photo) VALUES ('{link}', '1', '{photo}');"
            ))
            .unwrap();
        migrate(&mut connection).unwrap();
        verify_structure(&connection, VERSION).unwrap();
        let text =
            |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0)).unwrap();
        assert_eq!(text("SELECT number || companions FROM photo"), "T-1c", "first and last column");
        assert_eq!(text("SELECT remark || translation FROM document"), format!("r{paper}"));
        let lost = connection.execute("DELETE FROM photo", []);
        assert!(lost.is_err(), "a link still keeps its photo");
        let absent = "b".repeat(64);
        connection
            .execute(&format!("UPDATE photo SET content = '{absent}'"), [])
            .expect("an original may be elsewhere");
    }
}
