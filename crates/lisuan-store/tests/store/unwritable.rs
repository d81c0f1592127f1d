//! A folder nobody may write to.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use lisuan_core::change::Kind;
use lisuan_store::{Access, CaseFile, StoreError, WhyReadOnly};

use crate::support::{key, names, operation, record, small_case};

/// A folder that cannot be written: by its mode, or, for root whom modes do not stop, by a file
/// system mounted for reading only.
struct Unwritable {
    path: PathBuf,
    mounted: bool,
    _around: tempfile::TempDir,
}

impl Unwritable {
    fn with_case() -> Self {
        let around = tempfile::tempdir().unwrap();
        let path = around.path().join("evidence");
        fs::create_dir(&path).unwrap();
        let case = small_case(&path);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o555)).unwrap();
        if fs::write(path.join("probe"), b"").is_err() {
            return Self { path, mounted: false, _around: around };
        }
        fs::remove_file(path.join("probe")).unwrap();
        let bytes = fs::read(&case).unwrap();
        run("mount", &["-t", "tmpfs", "-o", "size=8m", "none"], &path);
        let unwritable = Self { path: path.clone(), mounted: true, _around: around };
        fs::write(path.join(case.file_name().unwrap()), bytes).unwrap();
        run("mount", &["-o", "remount,ro"], &path);
        unwritable
    }
}

impl Drop for Unwritable {
    fn drop(&mut self) {
        if self.mounted {
            let _ = Command::new("umount").arg(&self.path).status();
        } else {
            let _ = fs::set_permissions(&self.path, fs::Permissions::from_mode(0o755));
        }
    }
}

fn run(program: &str, args: &[&str], path: &Path) {
    let done = Command::new(program).args(args).arg(path).status().unwrap();
    assert!(done.success(), "root that cannot {program} cannot make a folder unwritable");
}

#[test]
fn a_case_in_an_unwritable_folder_can_be_read() {
    let folder = Unwritable::with_case();
    let path = folder.path.join("案件 一.lisuan");
    let mut file = CaseFile::open(&path).unwrap();
    assert_eq!(file.access(), Access::Read(WhyReadOnly::NoPermission));
    assert_eq!(file.state().unwrap().iter().count(), 4, "everything can be read");
    assert_eq!(file.check(|_, _| true).unwrap().mismatches, [], "and checked");
    let note = operation(&file, 50, record(Kind::Note, key(50), &[("text", "x")]));
    let error = file.commit(&note, None).unwrap_err();
    assert!(matches!(error, StoreError::ReadOnly), "got {error:?}");
    file.close().unwrap();
    assert_eq!(names(&folder.path), ["案件 一.lisuan"], "nothing was left there");
}

#[test]
fn a_new_case_in_an_unwritable_folder_is_refused() {
    let folder = Unwritable::with_case();
    let error = CaseFile::create(&folder.path.join("new.lisuan")).unwrap_err();
    assert!(matches!(error, StoreError::NoPermission(_)), "got {error:?}");
    assert_eq!(names(&folder.path), ["案件 一.lisuan"], "nothing half-made stays");
}
