//! A folder or card that is looked at again and again for new photos.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use lisuan_core::change::Kind;

use crate::error::{Code, Error, Result};
use crate::{App, intake};

/// Between two looks. Asking again works on every system and for cards and network folders, which
/// system notices do not reach.
const EVERY: Duration = Duration::from_secs(2);

/// What a watched folder has that the case has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// Files to add, each told once, in order. Their bytes are neither in the case nor were they
    /// deleted from it.
    pub files: Vec<PathBuf>,
    /// Whether the folder answered the last time; `false` while a card is pulled out.
    pub there: bool,
}

impl App {
    /// Begins to look for new photos in a folder, every two seconds, until [`App::unwatch`], until
    /// another folder is watched or the case is closed.
    ///
    /// # Errors
    /// When the folder is not there.
    pub fn watch_folder(&self, folder: &Path) -> Result<()> {
        self.with_session(|session| session.writable())?;
        let metadata = fs::metadata(folder).map_err(|error| Error::io(folder, error))?;
        if !metadata.is_dir() {
            return Err(Error::new(Code::Missing).with("file", crate::error::shown(folder)));
        }
        let watcher = Watcher::start(folder, EVERY)?;
        *self.lock_watcher() = Some(watcher);
        Ok(())
    }

    /// Stops looking.
    pub fn unwatch(&self) {
        *self.lock_watcher() = None;
    }

    /// What came into the watched folder and is not in the case; nothing when no folder is watched.
    /// Does not touch the folder and returns at once; what it gives is for [`App::add_photos`].
    ///
    /// # Errors
    /// When no case is open.
    pub fn watched_new(&self) -> Result<Watched> {
        let known: BTreeSet<String> = self.with_session(|session| {
            let photos = session.state.of_kind(Kind::Photo);
            Ok(photos.filter_map(|(_, record)| record.get("content").map(str::to_owned)).collect())
        })?;
        Ok(match self.lock_watcher().as_ref() {
            Some(watcher) => watcher.new_files(&known),
            None => Watched { files: Vec::new(), there: true },
        })
    }
}

/// Length and time of a file: while they change, it is being written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    len: u64,
    modified: Option<SystemTime>,
}

/// What is remembered of the files of a folder between two looks.
#[derive(Debug, Default)]
struct Book {
    files: BTreeMap<PathBuf, Entry>,
}

#[derive(Debug)]
struct Entry {
    stamp: Stamp,
    told: bool,
}

impl Book {
    /// Takes a look: gives the files that stand still since the look before and were not given as
    /// they are now. An empty file is about to be written.
    fn look(&mut self, listing: Vec<(PathBuf, Stamp)>) -> Vec<PathBuf> {
        let mut before = std::mem::take(&mut self.files);
        let mut ready = Vec::new();
        for (path, stamp) in listing {
            let entry = match before.remove(&path) {
                Some(entry) if entry.stamp == stamp => entry,
                _ => {
                    self.files.insert(path, Entry { stamp, told: false });
                    continue;
                }
            };
            let told = entry.told || stamp.len > 0;
            if told && !entry.told {
                ready.push(path.clone());
            }
            self.files.insert(path, Entry { stamp, told });
        }
        ready
    }

    /// Gives a file again at the next look, because it could not be read.
    fn forget(&mut self, path: &Path) {
        self.files.remove(path);
    }
}

/// A thread that looks at a folder. Dropping the watcher ends it.
pub(crate) struct Watcher {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    notes: Mutex<Notes>,
    stop: Condvar,
}

#[derive(Default)]
struct Notes {
    stopped: bool,
    gone: bool,
    /// Files with their digests that nobody asked for yet.
    fresh: Vec<(PathBuf, String)>,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Notes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Watcher {
    fn start(folder: &Path, every: Duration) -> Result<Self> {
        let shared = Arc::new(Shared::default());
        let (folder, told) = (folder.to_owned(), Arc::clone(&shared));
        std::thread::Builder::new()
            .name("watched folder".to_owned())
            .spawn(move || watch(&folder, every, &told))
            .map_err(|error| {
                Error::new(Code::Io).with("file", "").with("reason", &error).because(error)
            })?;
        Ok(Self { shared })
    }

    fn new_files(&self, known: &BTreeSet<String>) -> Watched {
        let mut notes = self.shared.lock();
        let mut digests = BTreeSet::new();
        let fresh = std::mem::take(&mut notes.fresh).into_iter();
        let files = fresh
            .filter(|(_, sha256)| !known.contains(sha256) && digests.insert(sha256.clone()))
            .map(|(path, _)| path)
            .collect();
        Watched { files, there: !notes.gone }
    }
}

impl Drop for Watcher {
    /// Does not wait: a network folder may take its time to answer, and the thread holds nothing.
    fn drop(&mut self) {
        self.shared.lock().stopped = true;
        self.shared.stop.notify_all();
    }
}

fn watch(folder: &Path, every: Duration, shared: &Shared) {
    let mut book = Book::default();
    loop {
        let listing = listing(folder);
        shared.lock().gone = listing.is_none();
        // While the folder is gone the book stays: a card that comes back has nothing new on it.
        for path in listing.map(|listing| book.look(listing)).unwrap_or_default() {
            let read = fs::File::open(&path).and_then(lisuan_photos::sha256_hex);
            let mut notes = shared.lock();
            match read {
                Ok(sha256) => notes.fresh.push((path, sha256)),
                Err(_) => book.forget(&path),
            }
            if notes.stopped {
                return;
            }
        }
        let notes = shared.lock();
        let waited = shared.stop.wait_timeout_while(notes, every, |notes| !notes.stopped);
        if waited.unwrap_or_else(PoisonError::into_inner).0.stopped {
            return;
        }
    }
}

/// The photos of a folder with their stamps; nothing while the folder does not answer. Files that
/// are larger than the program takes are passed over.
fn listing(folder: &Path) -> Option<Vec<(PathBuf, Stamp)>> {
    let found = intake::files(&[folder.to_owned()]).ok()?;
    let stamped = found.files.into_iter().filter_map(|path| {
        let metadata = fs::metadata(&path).ok()?;
        let stamp = Stamp { len: metadata.len(), modified: metadata.modified().ok() };
        (stamp.len <= intake::FILE_BYTES_MAX).then_some((path, stamp))
    });
    Some(stamped.collect())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a broken test stops where it stands")]

    use std::time::Instant;

    use super::*;

    fn stamped(files: &[(&str, u64)]) -> Vec<(PathBuf, Stamp)> {
        let stamp = |len| Stamp { len, modified: None };
        files.iter().map(|(name, len)| (PathBuf::from(name), stamp(*len))).collect()
    }

    #[test]
    fn a_file_is_given_once_it_stands_still_and_once_only() {
        let mut book = Book::default();
        let mut look = |files: &[(&str, u64)]| -> Vec<String> {
            let ready = book.look(stamped(files));
            ready.iter().map(|path| path.to_string_lossy().into_owned()).collect()
        };
        assert!(look(&[("a", 5), ("b", 0)]).is_empty(), "seen for the first time");
        assert!(look(&[("a", 9), ("b", 0)]).is_empty(), "still being written, still empty");
        assert_eq!(look(&[("a", 9), ("b", 7)]), ["a"], "the first stands still");
        assert_eq!(look(&[("a", 9), ("b", 7)]), ["b"]);
        assert!(look(&[("a", 9), ("b", 7)]).is_empty(), "both were given");
        assert!(look(&[("a", 4), ("b", 7)]).is_empty(), "written anew");
        assert_eq!(look(&[("a", 4), ("b", 7)]), ["a"], "another file by the same name");
        assert!(look(&[("b", 7)]).is_empty());
        assert!(look(&[("a", 4), ("b", 7)]).is_empty(), "removed and put back");
        assert_eq!(look(&[("a", 4), ("b", 7)]), ["a"], "its bytes decide whether it is new");
    }

    #[test]
    fn a_file_that_could_not_be_read_is_given_again() {
        let mut book = Book::default();
        book.look(stamped(&[("a", 5)]));
        assert_eq!(book.look(stamped(&[("a", 5)])), [PathBuf::from("a")]);
        book.forget(Path::new("a"));
        book.look(stamped(&[("a", 5)]));
        assert_eq!(book.look(stamped(&[("a", 5)])), [PathBuf::from("a")], "a second attempt");
    }

    /// Asks until something is there or time is over.
    fn wait_for(
        watcher: &Watcher,
        known: &BTreeSet<String>,
        enough: impl Fn(&Watched) -> bool,
    ) -> Watched {
        let started = Instant::now();
        loop {
            let watched = watcher.new_files(known);
            if enough(&watched) || started.elapsed() > Duration::from_secs(20) {
                return watched;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    #[test]
    fn a_real_folder_is_watched_pulled_out_and_put_back() {
        let place = tempfile::tempdir().unwrap();
        let card = place.path().join("card");
        fs::create_dir(&card).unwrap();
        let put = |name: &str, bytes: &[u8]| fs::write(card.join(name), bytes).unwrap();
        put("a.jpg", b"first");
        put("in-the-case.jpg", b"known");
        let known = BTreeSet::from([lisuan_photos::hex(&lisuan_photos::sha256(b"known"))]);
        let watcher = Watcher::start(&card, Duration::from_millis(30)).unwrap();

        let some = |watched: &Watched| !watched.files.is_empty();
        assert_eq!(wait_for(&watcher, &known, some).files, [card.join("a.jpg")], "one is known");
        put("copy.jpg", b"known");
        put("b.jpg", b"second");
        put("b.mov", b"film");
        put("notes.txt", b"text");
        assert_eq!(wait_for(&watcher, &known, some).files, [card.join("b.jpg")], "one is new");

        let away = place.path().join("away");
        fs::rename(&card, &away).unwrap();
        let gone = wait_for(&watcher, &known, |watched| !watched.there);
        assert_eq!(gone, Watched { files: Vec::new(), there: false }, "the card is pulled out");
        fs::write(away.join("c.jpg"), b"third").unwrap();
        fs::rename(&away, &card).unwrap();
        let back = wait_for(&watcher, &known, some);
        assert_eq!(
            back,
            Watched { files: vec![card.join("c.jpg")], there: true },
            "only the new one"
        );
    }

    #[test]
    fn dropping_ends_the_thread() {
        let place = tempfile::tempdir().unwrap();
        let watcher = Watcher::start(place.path(), Duration::from_secs(3_600)).unwrap();
        let shared = Arc::downgrade(&watcher.shared);
        drop(watcher);
        let started = Instant::now();
        while shared.upgrade().is_some() {
            assert!(started.elapsed() < Duration::from_secs(20), "it must not sleep on");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}
