//! Places that are full or cannot be written.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A small file system of its own, where the system lets us mount one.
pub struct SmallDisk {
    folder: tempfile::TempDir,
}

impl SmallDisk {
    /// Mounts one of that size (`8m`); nothing without the right to.
    pub fn mount(size: &str) -> Option<Self> {
        let folder = tempfile::tempdir().ok()?;
        let options = format!("size={size}");
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", &options, "none"])
            .arg(folder.path())
            .output()
            .is_ok_and(|output| output.status.success());
        mounted.then_some(Self { folder })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// From now on it can only be read.
    pub fn read_only(&self) {
        let done = Command::new("mount").args(["-o", "remount,ro"]).arg(self.path()).status();
        assert!(done.is_ok_and(|status| status.success()), "who mounts can remount");
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.folder.path()).status();
    }
}

/// A folder with one file that cannot be written: by its mode, or, for root whom modes do not
/// stop, by a file system mounted for reading only.
pub struct Unwritable {
    path: PathBuf,
    _disk: Option<SmallDisk>,
    _folder: tempfile::TempDir,
}

impl Unwritable {
    /// Such a folder holding a copy of a file.
    pub fn holding(file: &Path) -> Self {
        let around = tempfile::tempdir().expect("a folder");
        let name = file.file_name().expect("a file");
        let path = around.path().join("evidence");
        fs::create_dir(&path).expect("a folder");
        fs::copy(file, path.join(name)).expect("copies");
        set_writable(&path, false);
        if fs::write(path.join("probe"), b"").is_err() {
            return Self { path, _disk: None, _folder: around };
        }
        fs::remove_file(path.join("probe")).expect("the probe goes");
        let disk = SmallDisk::mount("64m").expect("root, whom modes do not stop, may mount");
        fs::copy(file, disk.path().join(name)).expect("copies");
        disk.read_only();
        Self { path: disk.path().to_owned(), _disk: Some(disk), _folder: around }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Unwritable {
    fn drop(&mut self) {
        // So that the temporary folder around it can be removed.
        set_writable(&self._folder.path().join("evidence"), true);
    }
}

#[cfg(unix)]
fn set_writable(folder: &Path, writable: bool) {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = if writable { 0o755 } else { 0o555 };
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(mode));
}

#[cfg(not(unix))]
fn set_writable(folder: &Path, writable: bool) {
    let rights = if writable { "/remove:d" } else { "/deny" };
    let who = if writable { "Everyone" } else { "Everyone:(WD,AD)" };
    let _ = Command::new("icacls").arg(folder).args([rights, who]).status();
}
