//! A case with a little of everything, and ways to change a file behind the program's back.

use std::path::{Path, PathBuf};

use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, Kind, Label, Operation, State};
use lisuan_store::{CaseFile, NewContent, Preview};
use rusqlite::Connection;
use sha2::{Digest as _, Sha256};

/// A key that differs for each number.
pub fn key(n: u64) -> Id {
    let mut bytes = [0u8; 16];
    bytes[8..].copy_from_slice(&n.to_be_bytes());
    Id::from_bytes(bytes)
}

/// SHA-256 in hex.
pub fn sha256(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}

/// One field set from one value to another.
pub fn set(kind: Kind, id: Id, field: &str, before: Option<&str>, after: Option<&str>) -> Change {
    Change::checked(kind, id, field, before, after).expect("the test writes valid values")
}

/// A record with some fields.
pub fn record(kind: Kind, id: Id, fields: &[(&str, &str)]) -> Vec<Change> {
    let alive = set(kind, id, ALIVE, None, Some("1"));
    let fields = fields.iter().map(|(field, value)| set(kind, id, field, None, Some(value)));
    std::iter::once(alive).chain(fields).collect()
}

/// An operation on top of the only head.
pub fn operation(file: &CaseFile, n: u64, changes: Vec<Change>) -> Operation {
    Operation {
        id: key(1_000_000 + n),
        parents: file.heads().expect("heads").iter().map(|head| head.id).collect(),
        author: "李工".to_owned(),
        device: "laptop".to_owned(),
        at: "2026-11-22T15:02:11+08:00".parse().expect("a time"),
        label: Label { key: "edit".to_owned(), subject: String::new() },
        batch: None,
        reverts: None,
        changes,
    }
}

/// Commits changes as one operation.
pub fn commit(file: &mut CaseFile, n: u64, changes: Vec<Change>) {
    let operation = operation(file, n, changes);
    file.commit(&operation, None).expect("the operation fits");
}

/// Bytes that stand for an original; the store never looks inside.
pub fn original(n: u8, length: usize) -> Vec<u8> {
    // Each original has bytes of its own, so that a test finds the one it means.
    (0..length).map(|i| (i as u8).wrapping_mul(31) ^ n ^ (i >> 8) as u8).collect()
}

/// Takes a photo in, with its original and a preview.
pub fn add_photo(
    file: &mut CaseFile,
    n: u64,
    bytes: &[u8],
) -> Result<(), lisuan_store::StoreError> {
    let digest = sha256(bytes);
    let number = format!("T-{n:04}");
    let fields = [("number", number.as_str()), ("content", digest.as_str())];
    let operation = operation(file, n, record(Kind::Photo, key(n), &fields));
    let preview = Preview { side_px: 320, width_px: 320, height_px: 240, bytes: vec![7; 900] };
    let content = NewContent { sha256: &digest, bytes, previews: &[preview] };
    file.commit(&operation, Some(&content)).map(drop)
}

/// A case with a head, a note and two photos; closed.
pub fn small_case(folder: &Path) -> PathBuf {
    let path = folder.join("案件 一.lisuan");
    let mut file = CaseFile::create(&path).expect("a case");
    let head = [("claim_no", "C-1"), ("insured", "某公司"), ("loss_date", "2026-11-20")];
    commit(&mut file, 1, record(Kind::Case, key(1), &head));
    commit(&mut file, 2, record(Kind::Note, key(2), &[("text", "现场查勘")]));
    for n in [3, 4] {
        add_photo(&mut file, n, &original(n as u8, 100_000)).expect("a photo");
    }
    file.close().expect("closes");
    path
}

/// All records of a closed case.
pub fn state_of(path: &Path) -> State {
    let file = CaseFile::open(path).expect("opens");
    let state = file.state().expect("reads");
    file.close().expect("closes");
    state
}

/// Names of files in a folder.
pub fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

/// Changes a closed case with SQL, as a person with another tool would.
pub fn tamper(path: &Path, sql: &str) {
    let connection = Connection::open(path).expect("any SQLite opens it");
    connection.execute_batch(sql).expect("the other tool may do this");
    connection.close().map_err(|(_, error)| error).expect("closes");
}
