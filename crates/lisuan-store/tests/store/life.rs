//! Made, opened, closed, opened again.

use lisuan_core::change::Kind;
use lisuan_store::{Access, CaseFile, Preview, StoreError, WhyReadOnly};

use crate::support::{
    add_photo, commit, key, names, operation, original, record, set, sha256, small_case, state_of,
};

#[test]
fn a_closed_case_is_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    assert_eq!(names(folder.path()), ["案件 一.lisuan"], "nothing may lie beside a closed case");
    let header = std::fs::read(&path).unwrap();
    assert_eq!(header[18..20], [1, 1], "a closed case is not in WAL mode: one file is all of it");
    let file = CaseFile::open(&path).unwrap();
    assert_eq!(file.access(), Access::Write, "nobody else has it open");
    file.close().unwrap();
    assert_eq!(names(folder.path()), ["案件 一.lisuan"], "opening leaves nothing behind either");
}

#[test]
fn what_was_committed_is_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let mut file = CaseFile::open(&path).unwrap();
    let before = file.state().unwrap();
    assert_eq!(before.iter().count(), 4, "a head, a note, two photos");
    let note = key(2);
    commit(&mut file, 9, vec![set(Kind::Note, note, "text", Some("现场查勘"), Some("改"))]);
    let after = file.state().unwrap();
    file.close().unwrap();
    assert_ne!(before, after, "the edit shows");
    assert_eq!(state_of(&path), after, "closing and opening changes nothing");
}

#[test]
fn what_was_committed_survives_a_process_that_never_closes() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let mut file = CaseFile::open(&path).unwrap();
    add_photo(&mut file, 5, &original(5, 50_000)).unwrap();
    // What is on disk now is what a crash would leave: database and log, copied as they are.
    let crashed = folder.path().join("crashed");
    std::fs::create_dir(&crashed).unwrap();
    for name in names(folder.path()).iter().filter(|name| !name.ends_with("-shm")) {
        let from = folder.path().join(name);
        if from.is_file() {
            std::fs::copy(&from, crashed.join(name)).unwrap();
        }
    }
    let copy = CaseFile::open(&crashed.join("案件 一.lisuan")).unwrap();
    assert_eq!(copy.state().unwrap(), file.state().unwrap(), "a committed photo was lost");
    let report = copy.check(|_, _| true).unwrap();
    assert_eq!(report.mismatches, [], "the copy must be whole");
    assert_eq!(report.originals, 3, "with all three originals");
}

#[test]
fn an_original_comes_back_byte_for_byte() {
    use std::io::Read as _;
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let bytes = original(9, 3_000_001);
    let mut file = CaseFile::open(&path).unwrap();
    add_photo(&mut file, 9, &bytes).unwrap();
    file.close().unwrap();
    let file = CaseFile::open_read_only(&path).unwrap();
    let (size, mut reader) = file.read_content(&sha256(&bytes)).unwrap().unwrap();
    let mut back = Vec::new();
    reader.read_to_end(&mut back).unwrap();
    assert_eq!(size, 3_000_001, "the size is told before reading");
    assert!(back == bytes, "the original differs from what was stored");
    let preview = file.preview(&sha256(&bytes), 320).unwrap().unwrap();
    assert_eq!((preview.width_px, preview.height_px, preview.bytes.len()), (320, 240, 900));
    assert!(file.preview(&sha256(&bytes), 1600).unwrap().is_none(), "no such preview was stored");
    drop(reader);
    drop(file);
    let mut file = CaseFile::open(&path).unwrap();
    let drawn = |side_px, length: usize| Preview {
        side_px,
        width_px: side_px,
        height_px: 240,
        bytes: vec![9; length],
    };
    file.put_previews(&sha256(&bytes), &[drawn(1600, 50), drawn(320, 50)]).unwrap();
    let kept = |side_px| file.preview(&sha256(&bytes), side_px).unwrap().unwrap().bytes.len();
    assert_eq!((kept(1600), kept(320)), (50, 900), "what was lost comes, what is there stays");
    assert!(file.read_content(&sha256(b"other")).unwrap().is_none(), "no such original");
}

#[test]
fn the_second_to_open_can_only_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let mut first = CaseFile::open(&path).unwrap();
    let mut second = CaseFile::open(&path).unwrap();
    assert_eq!(second.access(), Access::Read(WhyReadOnly::OpenElsewhere));
    let note = record(Kind::Note, key(20), &[("text", "second")]);
    let refused = second.commit(&operation(&second, 20, note), None).unwrap_err();
    assert!(matches!(refused, StoreError::ReadOnly), "got {refused:?}");
    commit(&mut first, 21, record(Kind::Note, key(21), &[("text", "first")]));
    assert!(second.state().unwrap().get(Kind::Note, key(21)).is_some(), "readers see commits");
    first.close().unwrap();
    second.close().unwrap();
    let third = CaseFile::open(&path).unwrap();
    assert_eq!(third.access(), Access::Write, "the right to write was given back");
    assert_eq!(third.check(|_, _| true).unwrap().mismatches, [], "two at once harm nothing");
    third.close().unwrap();
    assert_eq!(names(folder.path()), ["案件 一.lisuan"], "the last to close tidies up");
}

#[test]
fn a_lock_file_left_by_a_crash_locks_nobody_out() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    std::fs::write(folder.path().join("案件 一.lisuan-lock"), b"").unwrap();
    let file = CaseFile::open(&path).unwrap();
    assert_eq!(file.access(), Access::Write, "the lock is the system's, not the file's");
}

#[test]
fn making_a_case_never_replaces_anything() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("letter.lisuan");
    std::fs::write(&path, b"a letter").unwrap();
    let error = CaseFile::create(&path).unwrap_err();
    assert!(matches!(error, StoreError::Exists(_)), "got {error:?}");
    assert_eq!(std::fs::read(&path).unwrap(), b"a letter", "the file that was there is untouched");
    assert_eq!(names(folder.path()), ["letter.lisuan"], "nothing half-made stays");
}

#[test]
fn a_case_half_made_by_a_crash_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("c.lisuan");
    std::fs::write(folder.path().join("c.lisuan-new"), b"half a database").unwrap();
    CaseFile::create(&path).unwrap().close().unwrap();
    assert_eq!(names(folder.path()), ["c.lisuan"], "the left-over is gone");
}

#[test]
fn a_folder_that_is_not_there_is_said_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("nowhere").join("c.lisuan");
    let error = CaseFile::create(&path).unwrap_err();
    assert!(matches!(error, StoreError::Missing(_)), "got {error:?}");
}

#[test]
fn a_case_of_version_1_opens_with_everything_in_it() {
    // Written by the program when the case file had version 1: a head and one note.
    const OLD: &[u8] = include_bytes!("files/version-1.lisuan");
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("old.lisuan");
    std::fs::write(&path, OLD).unwrap();
    assert!(
        matches!(CaseFile::open_read_only(&path), Err(StoreError::ReadOnly)),
        "reading alone cannot bring it up to date"
    );
    assert_eq!(std::fs::read(&path).unwrap(), OLD, "and leaves it as it was");
    let mut file = CaseFile::open(&path).unwrap();
    let state = file.state().unwrap();
    let (_, note) = state.of_kind(Kind::Note).next().expect("the note is there");
    assert_eq!(note.get("text"), Some("路肩坍塌约三米，已拍照"), "as it was written");
    let (head, _) = state.of_kind(Kind::Case).next().expect("the head is there");
    commit(&mut file, 1, vec![set(Kind::Case, head, "peril", None, Some("暴雨"))]);
    commit(&mut file, 2, record(Kind::Deductible, key(50), &[("rate", "0.1")]));
    let report = file.check(|_, _| true).unwrap();
    assert_eq!(report.mismatches, [], "the old journal and the new tables agree");
}
