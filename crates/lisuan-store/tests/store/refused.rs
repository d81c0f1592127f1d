//! Files that are no case, or not one this program may read.

use std::fs;
use std::path::{Path, PathBuf};

use lisuan_store::{CaseFile, StoreError};
use rusqlite::Connection;

use crate::support::{names, small_case, tamper};

/// Opens what must be refused, in both ways, and asserts that it was left as it is.
fn error_of(path: &Path) -> StoreError {
    let folder = path.parent().unwrap();
    let (before, files) = (fs::read(path).ok(), names(folder));
    let error = CaseFile::open(path).expect_err("must be refused");
    let reading = CaseFile::open_read_only(path).expect_err("must be refused for reading too");
    assert_eq!(
        std::mem::discriminant(&error),
        std::mem::discriminant(&reading),
        "writing says {error:?}, reading says {reading:?}"
    );
    assert_eq!(fs::read(path).ok(), before, "a refused file was changed");
    assert_eq!(names(folder), files, "something was left beside a refused file");
    error
}

fn file(folder: &Path, bytes: &[u8]) -> PathBuf {
    let path = folder.join("x.lisuan");
    fs::write(&path, bytes).unwrap();
    path
}

#[test]
fn what_is_no_case_is_said_to_be_none() {
    let mut half = b"SQLite format 3\0".to_vec();
    half.extend([0x5a; 300]);
    let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    for (what, bytes) in [
        ("an empty file", Vec::new()),
        ("a text file", "查勘记录\n".repeat(100).into_bytes()),
        ("a picture", png),
        ("a file shorter than a header", b"SQLite".to_vec()),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let error = error_of(&file(folder.path(), &bytes));
        assert!(matches!(error, StoreError::NotACase(_)), "{what}: {error:?}");
    }
    let folder = tempfile::tempdir().unwrap();
    let error = error_of(&file(folder.path(), &half));
    assert!(
        matches!(error, StoreError::NotACase(_) | StoreError::Damaged(_)),
        "a header with nothing behind it: {error:?}"
    );
}

#[test]
fn a_database_of_another_program_is_no_case() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.lisuan");
    let other = Connection::open(&path).unwrap();
    other.execute_batch("CREATE TABLE photo (id TEXT); PRAGMA user_version = 14").unwrap();
    other.close().unwrap();
    let error = error_of(&path);
    assert!(matches!(error, StoreError::NotACase(_)), "got {error:?}");
}

#[test]
fn a_folder_and_a_missing_file_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.lisuan");
    let error = error_of(&path);
    assert!(matches!(error, StoreError::Missing(_)), "nothing there: {error:?}");
    fs::create_dir(&path).unwrap();
    let error = error_of(&path);
    assert!(matches!(error, StoreError::NotACase(_)), "a folder: {error:?}");
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_the_file_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let case = small_case(folder.path());
    let link = folder.path().join("link.lisuan");
    std::os::unix::fs::symlink(&case, &link).unwrap();
    let error = error_of(&link);
    assert!(matches!(error, StoreError::NotACase(_)), "got {error:?}");
    let error = CaseFile::create(&link).unwrap_err();
    assert!(matches!(error, StoreError::Exists(_)), "making a case over a link: {error:?}");
}

#[test]
fn a_newer_version_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    tamper(&path, "PRAGMA user_version = 14");
    match error_of(&path) {
        StoreError::Newer { found: 14, known } => assert_eq!(known, 13, "this program's version"),
        other => panic!("a newer file must be told from a broken one: {other:?}"),
    }
}

#[test]
fn an_altered_structure_is_refused_before_anything_is_read() {
    for (sql, what) in [
        ("CREATE TRIGGER t AFTER INSERT ON note BEGIN DELETE FROM photo; END", "trigger t"),
        ("CREATE VIEW v AS SELECT 1", "view v"),
        ("CREATE TABLE more (x)", "table more"),
        ("DROP INDEX operation_parent_parent", "index operation_parent_parent"),
        ("ALTER TABLE note ADD COLUMN extra TEXT", "table note"),
        ("DROP TABLE note; CREATE VIEW note AS SELECT * FROM photo", "view note"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = small_case(folder.path());
        tamper(&path, sql);
        match error_of(&path) {
            StoreError::SchemaAltered(found) => assert_eq!(found, what, "after {sql}"),
            other => panic!("{sql}: {other:?}"),
        }
    }
}

#[test]
fn a_value_no_field_can_hold_is_damage() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    tamper(&path, "UPDATE note SET at = 'yesterday'");
    let file = CaseFile::open(&path).unwrap();
    let error = file.state().unwrap_err();
    assert!(matches!(error, StoreError::Damaged(_)), "got {error:?}");
}

#[test]
fn a_file_cut_off_is_damaged_and_never_a_panic() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let whole = fs::read(&path).unwrap();
    assert_eq!(whole.len() % 16_384, 0, "a case file is whole pages");
    for kept in [17, 100, 5_000, 16_384, 40_000, whole.len() / 2, whole.len() - 16_384] {
        let cut = folder.path().join("cut.lisuan");
        fs::write(&cut, &whole[..kept]).unwrap();
        let told = match CaseFile::open(&cut) {
            Err(_) => true,
            Ok(file) => match file.check(|_, _| true) {
                Err(_) => true,
                Ok(report) => !report.mismatches.is_empty(),
            },
        };
        assert!(told, "a file cut off after {kept} bytes passes as whole");
    }
}
