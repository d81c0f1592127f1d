//! Another process at the same file.

use std::path::Path;
use std::process::Command;

use lisuan_core::change::Kind;
use lisuan_store::{Access, CaseFile, WhyReadOnly};

use crate::support::{commit, key, record, small_case, state_of, tamper};

/// Tells a test that runs in a child process which case to meddle with.
const CASE: &str = "LISUAN_TEST_CASE";

/// Runs one of these tests again in a child process, which does its other half.
fn in_child(test: &str, case: &Path) {
    let child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &format!("other_process::{test}")])
        .env(CASE, case)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success() && said.contains("1 passed"), "the child says: {said}");
}

#[test]
fn the_second_process_can_only_read() {
    if let Some(case) = std::env::var_os(CASE) {
        let file = CaseFile::open(Path::new(&case)).unwrap();
        assert_eq!(file.access(), Access::Read(WhyReadOnly::OpenElsewhere));
        assert!(file.state().unwrap().get(Kind::Note, key(30)).is_some(), "sees what is committed");
        return file.close().unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let mut file = CaseFile::open(&path).unwrap();
    let pictures = CaseFile::open_read_only(&path).unwrap();
    commit(&mut file, 30, record(Kind::Note, key(30), &[("text", "before")]));
    in_child("the_second_process_can_only_read", &path);
    commit(&mut file, 31, record(Kind::Note, key(31), &[("text", "after")]));
    let expected = file.state().unwrap();
    pictures.close().unwrap();
    file.close().unwrap();
    assert_eq!(state_of(&path), expected, "a reader took something away");
}

#[test]
fn another_tool_that_only_looks_takes_nothing_away() {
    if let Some(case) = std::env::var_os(CASE) {
        // Any SQLite browser: it opens for writing, looks, and closes as if it were the last.
        return tamper(Path::new(&case), "SELECT count(*) FROM note");
    }
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let mut file = CaseFile::open(&path).unwrap();
    // The program has a second connection for pictures, as the window does.
    let pictures = CaseFile::open_read_only(&path).unwrap();
    commit(&mut file, 30, record(Kind::Note, key(30), &[("text", "before")]));
    // An export opens and closes a third connection of its own.
    CaseFile::open_read_only(&path).unwrap().close().unwrap();
    in_child("another_tool_that_only_looks_takes_nothing_away", &path);
    commit(&mut file, 31, record(Kind::Note, key(31), &[("text", "after")]));
    let expected = file.state().unwrap();
    assert!(expected.get(Kind::Note, key(31)).is_some(), "the case sees its own commit");
    // What a crash would leave now.
    let copy = folder.path().join("copy.lisuan");
    std::fs::copy(&path, &copy).unwrap();
    let log = format!("{}-wal", path.display());
    if Path::new(&log).exists() {
        std::fs::copy(&log, folder.path().join("copy.lisuan-wal")).unwrap();
    }
    assert_eq!(state_of(&copy), expected, "a commit is in neither the file nor its log");
    drop(pictures);
}

/// SQLite's lock on an open case must survive every further look at the file by this process:
/// without it another program that closes the case would delete the log under it.
#[cfg(target_os = "linux")]
#[test]
fn looking_again_keeps_the_lock() {
    use std::os::unix::fs::MetadataExt as _;

    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let file = CaseFile::open(&path).unwrap();
    let _pictures = CaseFile::open_read_only(&path).unwrap();
    CaseFile::open_read_only(&path).unwrap().close().unwrap();
    let again = CaseFile::open(&path).unwrap();
    assert_eq!(again.access(), Access::Read(WhyReadOnly::OpenElsewhere), "one may write");
    again.close().unwrap();
    let (inode, process) = (std::fs::metadata(&path).unwrap().ino(), std::process::id());
    let locks = std::fs::read_to_string("/proc/locks").unwrap();
    let held = locks
        .lines()
        .any(|line| line.contains(&format!(":{inode} ")) && line.contains(&format!(" {process} ")));
    assert!(held, "no lock on the open case:\n{locks}");
    file.close().unwrap();
}
