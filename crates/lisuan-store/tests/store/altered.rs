//! What `check` finds when a file was changed behind the program's back.

use lisuan_core::change::Kind;
use lisuan_store::{CaseFile, Mismatch, StoreError};

use crate::support::{key, original, sha256, small_case, tamper};

/// What checking finds after a change; the journal itself may have become unreadable.
fn found_after(sql: &str) -> Result<Vec<Mismatch>, StoreError> {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    tamper(&path, sql);
    let file = CaseFile::open(&path).unwrap();
    file.check(|_, _| true).map(|report| report.mismatches)
}

#[test]
fn an_untouched_case_is_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let file = CaseFile::open(&path).unwrap();
    let mut seen = Vec::new();
    let report = file
        .check(|done, total| {
            seen.push((done, total));
            true
        })
        .unwrap();
    assert_eq!(report.mismatches, [], "nothing was changed");
    assert_eq!((report.operations, report.records), (4, 4));
    assert_eq!((report.originals, report.bytes), (2, 200_000));
    assert_eq!(seen, [(0, 2), (1, 2)], "progress is told for each original");
}

#[test]
fn checking_can_be_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let file = CaseFile::open(&small_case(folder.path())).unwrap();
    let report = file.check(|_, _| false).unwrap();
    assert_eq!(report.originals, 0, "no original was read after the stop");
}

#[test]
fn a_changed_value_of_a_table_is_found() {
    assert_eq!(
        found_after("UPDATE claim_case SET claim_no = 'C-2'").unwrap(),
        [Mismatch::Record(Kind::Case, key(1))],
    );
    assert_eq!(
        found_after("UPDATE note SET alive = '0'").unwrap(),
        [Mismatch::Record(Kind::Note, key(2))],
        "a note deleted without an operation"
    );
    assert_eq!(
        found_after("DELETE FROM note").unwrap(),
        [Mismatch::Record(Kind::Note, key(2))],
        "a note that is gone altogether"
    );
    let added = format!("INSERT INTO note (id, alive, text) VALUES ('{}', '1', 'x')", key(50));
    assert_eq!(
        found_after(&added).unwrap(),
        [Mismatch::Record(Kind::Note, key(50))],
        "a note that no operation made"
    );
}

#[test]
fn a_changed_journal_is_found() {
    let second = key(1_000_002);
    let found =
        found_after("UPDATE operation_change SET after = '后改的' WHERE after = '现场查勘'");
    assert_eq!(
        found.unwrap(),
        [Mismatch::Chain(second), Mismatch::Record(Kind::Note, key(2))],
        "the digest no longer fits, and the table says otherwise"
    );
    let found = found_after(
        "UPDATE operation_change SET after = '后改的' WHERE after = '现场查勘';
         UPDATE note SET text = '后改的'",
    );
    assert_eq!(
        found.unwrap(),
        [Mismatch::Chain(second)],
        "journal and table changed alike: the digest still tells"
    );
    for (sql, what) in [
        ("UPDATE operation SET author = '别人' WHERE seq = 2", "another author"),
        ("UPDATE operation SET at = '2026-11-21T15:02:11+08:00' WHERE seq = 2", "another time"),
        ("UPDATE operation SET device = 'other' WHERE seq = 2", "another device"),
    ] {
        assert_eq!(found_after(sql).unwrap(), [Mismatch::Chain(second)], "{what}");
    }
}

#[test]
fn a_changed_digest_breaks_the_chain_where_it_stands_and_after() {
    let found = found_after("UPDATE operation SET digest = zeroblob(32) WHERE seq = 2").unwrap();
    assert_eq!(
        found,
        [Mismatch::Chain(key(1_000_002)), Mismatch::Chain(key(1_000_003))],
        "the operation itself, and the one that carries its digest"
    );
}

#[test]
fn a_removed_operation_is_found() {
    let found = found_after(
        "PRAGMA foreign_keys = OFF;
         DELETE FROM operation_change WHERE operation = 4;
         DELETE FROM operation_parent WHERE operation = 4;
         DELETE FROM operation WHERE seq = 4",
    );
    assert_eq!(
        found.unwrap(),
        [Mismatch::Record(Kind::Photo, key(4))],
        "the last operation is gone, what it made is still there"
    );
}

#[test]
fn a_flipped_byte_of_an_original_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let mut bytes = std::fs::read(&path).unwrap();
    // Inside the first original: 64 bytes of it that do not cross a page.
    let photo = original(3, 100_000);
    let found = bytes.windows(64).position(|window| window == &photo[50_000..50_064]);
    bytes[found.expect("originals are stored as they are")] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let file = CaseFile::open(&path).unwrap();
    assert_eq!(
        file.check(|_, _| true).unwrap().mismatches,
        [Mismatch::Original(sha256(&photo))],
        "SQLite does not see it, the digest does"
    );
}

#[test]
fn a_missing_original_is_found() {
    let digest = sha256(&original(3, 100_000));
    let found = found_after(&format!(
        "PRAGMA foreign_keys = OFF; DELETE FROM preview WHERE sha256 = '{digest}';
         DELETE FROM content WHERE sha256 = '{digest}'"
    ))
    .unwrap();
    assert!(
        found.contains(&Mismatch::MissingOriginal(digest)),
        "the photo has lost its original: {found:?}"
    );
}

#[test]
fn an_exchanged_original_is_found() {
    let digest = sha256(&original(4, 100_000));
    let found = found_after(&format!(
        "UPDATE content SET bytes = zeroblob(100000) WHERE sha256 = '{digest}'"
    ));
    assert_eq!(found.unwrap(), [Mismatch::Original(digest)]);
}
