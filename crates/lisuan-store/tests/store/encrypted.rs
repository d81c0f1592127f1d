//! Cases that are encrypted at rest.

use std::fs;
use std::path::{Path, PathBuf};

use lisuan_core::change::Kind;
use lisuan_store::{CaseFile, Mismatch, RecoveryKey, Secret, StoreError, lock_facts};
use rusqlite::Connection;

use crate::support::{add_photo, commit, key, names, original, record, set, small_case, state_of};

const PASSPHRASE: &str = "查勘二零二六长沙";
/// What no file may show: a value, a column, a table and bytes of an original.
const SECRETS: [&[u8]; 4] = ["某公司".as_bytes(), b"claim_no", b"claim_case", b"SQLite format 3"];

fn with_passphrase(path: &Path) -> Result<CaseFile, StoreError> {
    CaseFile::open_with(path, Some(Secret::Passphrase(PASSPHRASE)))
}

/// An encrypted case, open, with a head, a note and a photo.
fn open_case(folder: &Path) -> (CaseFile, RecoveryKey) {
    let (mut file, recovery) =
        CaseFile::create_encrypted(&folder.join("案件.lisuan"), PASSPHRASE).expect("a case");
    let head = [("claim_no", "C-1"), ("insured", "某公司"), ("loss_date", "2026-11-20")];
    commit(&mut file, 1, record(Kind::Case, key(1), &head));
    commit(&mut file, 2, record(Kind::Note, key(2), &[("text", "现场查勘")]));
    add_photo(&mut file, 3, &original(3, 100_000)).expect("a photo");
    (file, recovery)
}

fn closed_case(folder: &Path) -> (PathBuf, RecoveryKey) {
    let (file, recovery) = open_case(folder);
    let path = file.path().to_owned();
    file.close().expect("closes");
    (path, recovery)
}

fn check(file: &CaseFile) -> Vec<Mismatch> {
    file.check(|_, _| true).expect("checks").mismatches
}

/// Files of a folder that show something.
fn readable(folder: &Path) -> Vec<String> {
    let photo = original(3, 100_000);
    let secrets: Vec<&[u8]> = SECRETS.into_iter().chain([&photo[5_000..5_032]]).collect();
    let shows = |name: &String| {
        let bytes = fs::read(folder.join(name)).expect("reads");
        secrets.iter().any(|secret| bytes.windows(secret.len()).any(|window| window == *secret))
    };
    names(folder).into_iter().filter(shows).collect()
}

#[test]
fn passphrase_and_recovery_key_open_it_and_nothing_else_does() {
    let folder = tempfile::tempdir().unwrap();
    let (path, recovery) = closed_case(folder.path());
    let error = CaseFile::open(&path).unwrap_err();
    assert!(matches!(error, StoreError::Locked(_)), "without anything: {error:?}");
    for wrong in ["查勘二零二六长莎", "", &"x".repeat(10_000)] {
        let error = CaseFile::open_with(&path, Some(Secret::Passphrase(wrong))).unwrap_err();
        assert!(matches!(error, StoreError::WrongPassphrase), "with {wrong:?}: {error:?}");
    }
    let typed = RecoveryKey::read(&recovery.text().to_lowercase()).unwrap();
    for secret in [Secret::Passphrase(PASSPHRASE), Secret::Recovery(&typed)] {
        let file = CaseFile::open_with(&path, Some(secret)).unwrap();
        assert!(file.is_encrypted(), "it stays encrypted");
        assert_eq!(check(&file), [], "it is whole");
        file.close().unwrap();
        assert_eq!(names(folder.path()), ["案件.lisuan"], "a closed case is one file");
    }
}

#[test]
fn nothing_beside_it_can_be_read_open_or_closed() {
    let folder = tempfile::tempdir().unwrap();
    let (mut file, _) = open_case(folder.path());
    let found = readable(folder.path());
    assert_eq!(found, [""; 0], "while it is open, of {:?}", names(folder.path()));
    assert!(
        names(folder.path()).iter().any(|name| name.ends_with("-wal")),
        "the log was looked at"
    );
    let change = set(Kind::Note, key(2), "text", Some("现场查勘"), Some("某公司改了"));
    commit(&mut file, 4, vec![change]);
    let path = file.path().to_owned();
    file.close().unwrap();
    assert_eq!(readable(folder.path()), [""; 0], "after closing");
    assert_eq!(&fs::read(&path).unwrap()[..16], b"Lisuan locked 1\n", "a file says what it is");
}

#[test]
fn a_plain_case_shows_what_the_scan_looks_for() {
    let folder = tempfile::tempdir().unwrap();
    small_case(folder.path());
    assert_eq!(readable(folder.path()), ["案件 一.lisuan"], "the scan sees what is plain");
}

#[test]
fn a_new_passphrase_rewrites_the_envelope_alone() {
    let folder = tempfile::tempdir().unwrap();
    let (path, recovery) = closed_case(folder.path());
    let before = fs::read(&path).unwrap();
    let mut file = with_passphrase(&path).unwrap();
    file.set_passphrase("another passphrase").unwrap();
    file.close().unwrap();
    let after = fs::read(&path).unwrap();
    let pages = before.len() - 512;
    assert_eq!(pages % 16_384, 0, "the envelope is behind whole pages");
    // Opening for writing turns the log on and off, which page 1 counts.
    assert!(before[16_384..pages] == after[16_384..pages], "no other page was written again");
    let error = with_passphrase(&path).unwrap_err();
    assert!(matches!(error, StoreError::WrongPassphrase), "the old one: {error:?}");
    let mut file = CaseFile::open_with(&path, Some(Secret::Recovery(&recovery))).unwrap();
    let second = file.new_recovery_key().unwrap();
    file.close().unwrap();
    let old = CaseFile::open_with(&path, Some(Secret::Recovery(&recovery)));
    assert!(matches!(old, Err(StoreError::WrongPassphrase)), "a recovery key that was replaced");
    CaseFile::open_with(&path, Some(Secret::Recovery(&second))).unwrap().close().unwrap();
}

#[test]
fn opening_and_closing_again_and_again_adds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = closed_case(folder.path());
    let length = path.metadata().unwrap().len();
    for n in 0..3 {
        let mut file = with_passphrase(&path).unwrap();
        let pictures = CaseFile::open_read_only(&path).unwrap();
        assert_eq!(check(&pictures), [], "after {n} rounds");
        file.set_passphrase(PASSPHRASE).unwrap();
        pictures.close().unwrap();
        file.close().unwrap();
        assert_eq!(path.metadata().unwrap().len(), length, "no page is added by round {n}");
    }
}

#[test]
fn a_flipped_byte_names_its_page() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = closed_case(folder.path());
    let whole = fs::read(&path).unwrap();
    let pages = whole.len() / 16_384;
    for page in [3, pages / 2, pages] {
        let mut bytes = whole.clone();
        bytes[(page - 1) * 16_384 + 700] ^= 1;
        fs::write(&path, &bytes).unwrap();
        let file = with_passphrase(&path).unwrap();
        let said = format!("HMAC verification failed for page {page}");
        assert_eq!(check(&file), [Mismatch::Database(said)], "page {page} of {pages}");
    }
    let mut bytes = whole.clone();
    bytes[700] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let error = with_passphrase(&path).unwrap_err();
    assert!(matches!(&error, StoreError::Damaged(what) if what == "page 1"), "{error:?}");
}

#[test]
fn a_copy_taken_while_it_is_open_has_its_keys() {
    let folder = tempfile::tempdir().unwrap();
    let (mut file, _) = open_case(folder.path());
    // Enough for SQLite to move its log into the file, which cuts off what lies behind.
    for n in 10..30 {
        add_photo(&mut file, n, &original(n as u8, 1_500_000)).unwrap();
    }
    let elsewhere = tempfile::tempdir().unwrap();
    for name in names(folder.path()).iter().filter(|name| !name.ends_with("-lock")) {
        fs::copy(folder.path().join(name), elsewhere.path().join(name)).unwrap();
    }
    let path = elsewhere.path().join("案件.lisuan");
    let copy = with_passphrase(&path).unwrap();
    assert_eq!(check(&copy), [], "as after a power cut");
    assert_eq!(copy.state().unwrap(), file.state().unwrap(), "nothing is lost");
    copy.close().unwrap();
    assert_eq!(names(elsewhere.path()), ["案件.lisuan"], "closed, it is one file again");

    let alone = tempfile::tempdir().unwrap();
    let path = alone.path().join("案件.lisuan");
    fs::copy(folder.path().join("案件.lisuan"), &path).unwrap();
    let copy = with_passphrase(&path).expect("the file alone has its envelope too");
    drop(copy);
    file.close().unwrap();
}

#[test]
fn without_its_envelope_it_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = closed_case(folder.path());
    let whole = fs::read(&path).unwrap();
    fs::write(&path, &whole[..whole.len() - 512]).unwrap();
    let error = with_passphrase(&path).unwrap_err();
    assert!(matches!(error, StoreError::KeysLost), "{error:?}");
    let error = lock_facts(&path).unwrap_err();
    assert!(matches!(error, StoreError::KeysLost), "{error:?}");
}

#[test]
fn a_second_connection_needs_no_passphrase_and_ends_with_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let (file, _) = open_case(folder.path());
    let pictures = CaseFile::open_read_only(file.path()).unwrap();
    assert_eq!(pictures.state().unwrap(), file.state().unwrap(), "both see the same");
    pictures.close().unwrap();
    let path = file.path().to_owned();
    file.close().unwrap();
    assert!(CaseFile::open_read_only(&path).is_err(), "no key outlives the open case");
}

#[test]
fn encrypting_and_decrypting_keep_everything() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let before = state_of(&path);
    assert_eq!(lock_facts(&path).unwrap(), None, "a plain case");
    CaseFile::open(&path).unwrap().encrypt(PASSPHRASE).unwrap();
    assert_eq!(names(folder.path()), ["案件 一.lisuan"], "nothing plain is left beside it");
    assert_eq!(readable(folder.path()), [""; 0], "and nothing in it");
    let file = with_passphrase(&path).unwrap();
    assert_eq!(file.lock_id(), lock_facts(&path_copy(&path)).unwrap().map(|facts| facts.id));
    assert_eq!(file.state().unwrap(), before, "every record");
    assert_eq!(check(&file), [], "journal and originals");
    let plain = folder.path().join("plain.lisuan");
    file.decrypt_to(&plain).unwrap();
    let again = file.decrypt_to(&plain).unwrap_err();
    assert!(matches!(again, StoreError::Exists(_)), "an existing file stays: {again:?}");
    let error = file.encrypt(PASSPHRASE).unwrap_err();
    assert!(matches!(error, StoreError::AlreadyEncrypted), "{error:?}");
    assert_eq!(state_of(&plain), before, "the plain copy");
    let other = Connection::open(&plain).unwrap();
    let size: i64 = other.query_row("PRAGMA page_size", [], |row| row.get(0)).unwrap();
    assert_eq!(size, 16_384, "any SQLite reads it, with pages as before");
}

/// A copy of a case that is open, to look at without touching the locks of the open one.
fn path_copy(path: &Path) -> PathBuf {
    let copy = path.with_extension("copy");
    fs::copy(path, &copy).expect("copies");
    copy
}

#[test]
fn no_key_is_ever_shown() {
    let folder = tempfile::tempdir().unwrap();
    let (file, recovery) = open_case(folder.path());
    let shown = format!("{file:?} {recovery:?}");
    let text = recovery.text();
    let group = text.split(' ').next().unwrap();
    assert!(!shown.contains(group), "the recovery key is in {shown}");
    assert!(shown.contains("DataKey"), "the data key is named: {shown}");
    assert!(!shown.contains("DataKey("), "and not shown: {shown}");
}
