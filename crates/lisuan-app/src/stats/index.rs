//! The library index: what the statistics know of each case file, so that only files that changed
//! are read again. It is derived and may be deleted at any time (decision 19).

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufReader, Read as _};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::UNIX_EPOCH;

use jiff::civil::Date;
use lisuan_core::case::Case;
use lisuan_core::clocks::Calendar;
use lisuan_store::CaseFile;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::facts::CaseFacts;
use crate::error::{Code, Error, Result};
use crate::home::Home;
use crate::wire::Progress;
use crate::{Cancelled, OnProgress, settings};

const FILE: &str = "library-index.json";
const BYTES_MAX: u64 = 256 << 20;
/// Another version of the facts is read anew.
const VERSION: u32 = 5;
/// More readers than this wait for the disk.
const READERS_MAX: usize = 8;

/// The index as it lies on disk.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Index {
    version: u32,
    /// The calendar by which the clocks were counted.
    calendar: String,
    cases: BTreeMap<PathBuf, Entry>,
}

/// How far back facts may have been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AsOf {
    /// Any day, as long as the file has not changed since: what depends on the day is computed from
    /// the facts, except the number of findings.
    AnyDay,
    /// This day.
    Today,
}

/// One case file: what it was like when it was read, and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Entry {
    seen: Seen,
    /// The day it was read on: some findings depend on it.
    day: Date,
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
    pub(super) fn read(home: &Home, calendar: &Calendar) -> Self {
        let open = || {
            let file = File::open(home.config.join(FILE)).ok()?;
            serde_json::from_reader::<_, Self>(BufReader::new(file.take(BYTES_MAX))).ok()
        };
        let calendar = format!("{:x}", Sha256::digest(format!("{calendar:?}")));
        let current = |index: &Self| index.version == VERSION && index.calendar == calendar;
        let cases = open().filter(current).map(|index| index.cases).unwrap_or_default();
        Self { version: VERSION, calendar, cases }
    }

    /// Keeps it. A lost index costs the time to read the cases again, and nothing else.
    pub(super) fn write(&self, home: &Home) -> Result<()> {
        settings::write(home, FILE, self)
    }

    /// What is known of a case.
    pub(super) fn entry(&self, path: &Path) -> Option<&Entry> {
        self.cases.get(path)
    }

    /// Reads the cases that changed, several at a time; files that are gone are forgotten. What was
    /// read before it was stopped is kept. Whether anything is new.
    pub(super) fn refresh(
        &mut self,
        paths: &[PathBuf],
        (as_of, today): (AsOf, Date),
        calendar: &Calendar,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> bool {
        let before = self.cases.len();
        self.cases.retain(|path, _| path.exists());
        let stale: Vec<(&PathBuf, Seen)> = (paths.iter())
            .map(|path| (path, Seen::of(path)))
            .filter(|(path, seen)| {
                let known = self.cases.get(*path).filter(|entry| entry.seen == *seen);
                known.is_none_or(|entry| as_of == AsOf::Today && entry.day != today)
            })
            .collect();
        let readers = thread::available_parallelism().map_or(1, NonZero::get).min(READERS_MAX);
        let next = AtomicUsize::new(0);
        let (found, results) = mpsc::channel();
        thread::scope(|scope| {
            for _ in 0..readers.min(stale.len()) {
                let found = found.clone();
                scope.spawn(|| {
                    let found = found;
                    while !cancelled()
                        && let Some((path, seen)) = stale.get(next.fetch_add(1, Ordering::Relaxed))
                    {
                        let entry = Entry::read(path, seen.clone(), calendar, today);
                        if found.send(((*path).clone(), entry)).is_err() {
                            return;
                        }
                    }
                });
            }
            drop(found);
            for (done, (path, entry)) in (1..).zip(results) {
                self.cases.insert(path, entry);
                progress(Progress {
                    task: "statistics".to_owned(),
                    done,
                    total: stale.len() as u64,
                    bytes: 0,
                    subject: String::new(),
                });
            }
        });
        !stale.is_empty() || self.cases.len() != before
    }
}

impl Entry {
    fn read(path: &Path, seen: Seen, calendar: &Calendar, today: Date) -> Self {
        let (problem, facts) = match facts(path, calendar, today) {
            Ok(facts) => (None, facts),
            Err(error) => (Some(error.code.as_str().to_owned()), CaseFacts::default()),
        };
        Self { seen, day: today, problem, facts }
    }
}

fn facts(path: &Path, calendar: &Calendar, today: Date) -> Result<CaseFacts> {
    let file = CaseFile::open_read_only(path)?;
    if file.is_encrypted() {
        // It reads while it is open here; the index is plain text, so nothing of it may be kept.
        return Err(Error::new(Code::CaseLocked));
    }
    let case = Case::from_state(&file.state()?).map_err(Error::from)?;
    Ok(CaseFacts::of(&case, calendar, today))
}
