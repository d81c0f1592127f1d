//! The library index: what the statistics know of each case file, so that only files that changed
//! are read again. It is derived and may be deleted at any time (decision 19).

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use jiff::civil::Date;
use lisuan_core::case::Case;
use lisuan_core::clocks::Calendar;
use lisuan_store::CaseFile;
use serde::{Deserialize, Serialize};

use super::facts::CaseFacts;
use crate::error::{Error, Result};
use crate::home::Home;
use crate::settings;

const FILE: &str = "library-index.json";
const BYTES_MAX: u64 = 256 << 20;
/// Another version of the facts is read anew.
const VERSION: u32 = 1;

/// The index as it lies on disk.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Index {
    version: u32,
    /// Findings and clocks depend on the day.
    day: Option<Date>,
    cases: BTreeMap<PathBuf, Entry>,
}

/// One case file: what it was like when it was read, and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    seen: Seen,
    /// Why it could not be read, a code of [`crate::Code`].
    pub problem: Option<String>,
    pub facts: CaseFacts,
}

/// By what a change is noticed: sizes and times of the file and its write-ahead log.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
struct Seen([(u64, u128); 2]);

impl Seen {
    fn of(path: &Path) -> Self {
        let facts = |path: &Path| {
            let metadata = fs::metadata(path).ok()?;
            let since = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
            Some((metadata.len(), since.as_nanos()))
        };
        let mut wal = path.as_os_str().to_owned();
        wal.push("-wal");
        Self([facts(path).unwrap_or_default(), facts(Path::new(&wal)).unwrap_or_default()])
    }
}

impl Index {
    /// The index of this home; an empty one where there is none, or none that reads.
    pub(super) fn read(home: &Home, today: Date) -> Self {
        let open = || {
            let file = File::open(home.config.join(FILE)).ok()?;
            serde_json::from_reader::<_, Self>(BufReader::new(file.take(BYTES_MAX))).ok()
        };
        let mut index = open().filter(|index| index.version == VERSION).unwrap_or_default();
        index.version = VERSION;
        if index.day != Some(today) {
            index.cases.clear();
        }
        index.day = Some(today);
        index
    }

    /// Keeps it. A lost index costs the time to read the cases again, and nothing else.
    pub(super) fn write(&self, home: &Home) -> Result<()> {
        settings::write(home, FILE, self)
    }

    /// What is known of a case, read anew where it changed.
    pub(super) fn entry(&mut self, path: &Path, calendar: &Calendar, today: Date) -> &Entry {
        let seen = Seen::of(path);
        let fresh = self.cases.get(path).is_some_and(|entry| entry.seen == seen);
        if !fresh {
            let entry = match read(path, calendar, today) {
                Ok(facts) => Entry { seen, problem: None, facts },
                Err(error) => Entry {
                    seen,
                    problem: Some(error.code.as_str().to_owned()),
                    facts: CaseFacts::default(),
                },
            };
            self.cases.insert(path.to_owned(), entry);
        }
        &self.cases[path]
    }

    /// Forgets files that are gone.
    pub(super) fn forget_missing(&mut self) {
        self.cases.retain(|path, _| path.exists());
    }
}

fn read(path: &Path, calendar: &Calendar, today: Date) -> Result<CaseFacts> {
    let file = CaseFile::open_read_only(path)?;
    let case = Case::from_state(&file.state()?).map_err(Error::from)?;
    Ok(CaseFacts::of(&case, calendar, today))
}
