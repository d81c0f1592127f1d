//! No room left.
#![cfg(unix)]

use std::path::{Path, PathBuf};
use std::process::Command;

use lisuan_store::{CaseFile, StoreError};

use crate::support::{add_photo, commit, key, names, original, record, small_case, state_of};

/// Tells a test that runs in a child process which case to fill.
const CASE: &str = "LISUAN_TEST_CASE";

/// A small file system of its own, where the system lets us mount one.
struct SmallDisk {
    folder: tempfile::TempDir,
}

impl SmallDisk {
    fn mount(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let options = format!("size={size}");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &options, "none"])
            .arg(folder.path())
            .output()
            .is_ok_and(|output| output.status.success());
        mounted.then_some(Self { folder })
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.folder.path()).status();
    }
}

/// Adds photos until one fails; asserts that the case is as it was after the last that came in.
fn fill(path: &Path) -> StoreError {
    let mut file = CaseFile::open(path).unwrap();
    for n in 100..200 {
        let before = file.state().unwrap();
        let Err(error) = add_photo(&mut file, n, &original(n as u8, 300_000)) else { continue };
        assert_eq!(file.state().unwrap(), before, "a photo that did not fit left something");
        assert_eq!(file.check(|_, _| true).unwrap().mismatches, [], "the case is not whole");
        // Closing may want room too; nothing may be lost by that either.
        let _ = file.close();
        return error;
    }
    panic!("a hundred photos of 300 kB fit on a disk of a few megabytes");
}

/// Asserts that a case that met a full disk opens, is whole and takes changes again.
fn goes_on(path: &Path) {
    let mut file = CaseFile::open(path).unwrap();
    assert!(file.check(|_, _| true).unwrap().mismatches.is_empty(), "not whole after opening");
    let note = record(lisuan_core::change::Kind::Note, key(900), &[("text", "again")]);
    commit(&mut file, 900, note);
    file.close().unwrap();
    assert!(state_of(path).get(lisuan_core::change::Kind::Note, key(900)).is_some());
}

#[test]
fn a_full_disk_takes_nothing_that_was_saved() {
    // Without the right to mount, the limit on file sizes below is the only full disk there is.
    let Some(disk) = SmallDisk::mount("6m") else { return limit_of_file_size() };
    let path = small_case(disk.path());
    let error = fill(&path);
    assert!(matches!(error, StoreError::DiskFull), "a full disk must be named: {error:?}");
    let ballast = small_files(disk.path());
    let file = CaseFile::open(&path);
    assert!(file.is_ok(), "a case on a full disk opens: {:?}", file.err());
    drop(file);
    for path in ballast {
        std::fs::remove_file(path).unwrap();
    }
    let roomy = tempfile::tempdir().unwrap();
    let copy = roomy.path().join("copy.lisuan");
    let whole = CaseFile::open(&path).unwrap();
    let state = whole.state().unwrap();
    let _ = whole.close();
    for name in names(disk.path()).iter().filter(|name| !name.ends_with("-shm")) {
        let target = name.replace("案件 一.lisuan", "copy.lisuan");
        std::fs::copy(disk.path().join(name), roomy.path().join(target)).unwrap();
    }
    assert_eq!(state_of(&copy), state, "moved to a disk with room, everything is there");
    goes_on(&copy);
}

/// Fills what is left, so that not even a log file has room.
fn small_files(folder: &Path) -> Vec<PathBuf> {
    let fill = |n: u32| {
        let path = folder.join(format!("ballast-{n}"));
        // The last one does not fit; its name stays and is removed with the others.
        let _ = std::fs::write(&path, vec![0u8; 1 << 16]);
        path
    };
    (0..100).map(fill).collect()
}

#[test]
fn a_case_is_not_half_made_on_a_full_disk() {
    let Some(disk) = SmallDisk::mount("128k") else { return limit_of_file_size() };
    let error = CaseFile::create(&disk.path().join("c.lisuan")).unwrap_err();
    assert!(matches!(error, StoreError::DiskFull), "got {error:?}");
    assert_eq!(names(disk.path()), [""; 0], "nothing half-made stays");
}

#[test]
fn a_limit_on_file_size_takes_nothing_that_was_saved() {
    match std::env::var_os(CASE) {
        Some(case) => drop(fill(Path::new(&case))),
        None => limit_of_file_size(),
    }
}

/// Runs [`fill`] in a process that may not write files beyond 2 MB.
fn limit_of_file_size() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let script = "trap '' XFSZ; ulimit -f 4000; exec \"$0\" \"$@\"";
    let name = "full_disk::a_limit_on_file_size_takes_nothing_that_was_saved";
    let child = Command::new("sh")
        .args(["-c", script])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", name])
        .env(CASE, &path)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(child.status.success() && said.contains("1 passed"), "the child says: {said}");
    assert!(state_of(&path).iter().count() > 4, "photos that fitted are there");
    goes_on(&path);
}
