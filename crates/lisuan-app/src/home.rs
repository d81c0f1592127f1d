//! Where this installation keeps its settings, its key and its cases.

use std::path::{Path, PathBuf};

use crate::error::{Code, Error, Result};

/// The folders of this installation.
#[derive(Debug, Clone)]
pub struct Home {
    /// Settings, recent cases and the key that seals.
    pub config: PathBuf,
    /// Where new cases go unless a person says otherwise.
    pub library: PathBuf,
    /// The system's key store guards a new key without being asked to. Not for a home that was
    /// named by hand: a portable one would leave its key behind in the machine's store.
    pub system_store: bool,
}

impl Home {
    /// Where packages from shared places are kept until they are taken in.
    pub fn inbox(&self) -> PathBuf {
        self.config.join("inbox")
    }

    /// The folders of the person who is logged in; with `LISUAN_HOME` set, everything under that.
    pub fn of_user() -> Result<Self> {
        if let Some(folder) = std::env::var_os("LISUAN_HOME").filter(|value| !value.is_empty()) {
            return Ok(Self::under(Path::new(&folder)));
        }
        let missing = || Error::new(Code::Settings).with("reason", "home");
        let dirs = directories::ProjectDirs::from("", "", "Lisuan").ok_or_else(missing)?;
        let user = directories::UserDirs::new().ok_or_else(missing)?;
        // Without a documents folder (a bare Linux machine) the home folder stands in.
        let documents = user.document_dir().unwrap_or_else(|| user.home_dir());
        Ok(Self {
            config: dirs.config_dir().to_owned(),
            library: documents.join("Lisuan"),
            system_store: true,
        })
    }

    /// Everything under one folder.
    pub fn under(folder: &Path) -> Self {
        Self { config: folder.join("config"), library: folder.join("cases"), system_store: false }
    }

    pub(crate) fn make(&self, folder: &Path) -> Result<()> {
        std::fs::create_dir_all(folder).map_err(|error| Error::io(folder, error))
    }
}

/// Writes a small file so that after a crash it is either the old or the new one.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    use std::io::Write as _;
    let folder = path.parent().unwrap_or(Path::new("."));
    let failed = |error| Error::io(path, error);
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(bytes).map_err(failed)?;
    file.as_file().sync_all().map_err(failed)?;
    file.persist(path).map_err(|error| Error::io(path, error.error))?;
    Ok(())
}

/// Whether two paths lead to one file.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
