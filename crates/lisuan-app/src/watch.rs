//! A folder or card that is looked at again and again for new photos.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use lisuan_core::change::Kind;

use crate::error::{Code, Error, Result, shown};
use crate::wire::WaitingPhotos;
use crate::{App, intake};

/// Between two looks. Asking again works on every system and for cards and network folders, which
/// system notices do not reach.
const EVERY: Duration = Duration::from_secs(2);

/// What a watched folder has that the case has not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Watched {
    /// Files to add, in order of their names. Their bytes are neither in the case nor were they
    /// deleted from it.
    pub files: Vec<PathBuf>,
    /// Whether the folder answered the last time; `false` while a card is pulled out.
    pub there: bool,
    /// Whether the folder was read to its end once.
    pub looked: bool,
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
            return Err(Error::new(Code::Missing).with("file", shown(folder)));
        }
        let watcher = Watcher::start(folder, EVERY)?;
        *self.lock_watcher() = Some(watcher);
        Ok(())
    }

    /// Stops looking.
    pub fn unwatch(&self) {
        *self.lock_watcher() = None;
    }

    /// What lies in the watched folder and is not in the case; nothing when no folder is watched.
    /// Does not touch the folder and returns at once.
    ///
    /// # Errors
    /// When no case is open.
    pub fn watched_new(&self) -> Result<Watched> {
        let known = self.known_originals()?;
        Ok(match self.lock_watcher().as_ref() {
            Some(watcher) => watcher.new_files(&known),
            None => Watched { files: Vec::new(), there: true, looked: true },
        })
    }

    /// Files that were dealt with are not new any more, in or not.
    pub(crate) fn watched_done<'a>(&self, files: impl Iterator<Item = &'a PathBuf>) {
        if let Some(watcher) = self.lock_watcher().as_ref() {
            let mut notes = watcher.shared.lock();
            files.for_each(|path| drop(notes.fresh.remove(path)));
        }
    }

    /// What waits to come in: what is new in the watched folder, and what earlier intakes did not
    /// come to.
    ///
    /// # Errors
    /// When no case is open.
    pub fn waiting_photos(&self) -> Result<WaitingPhotos> {
        let Watched { files, there, looked } = self.watched_new()?;
        let folder = self.lock_watcher().as_ref().map(|watcher| shown(&watcher.folder));
        let left = self.lock_unfinished().len() as u64;
        Ok(WaitingPhotos { folder, there, looked, fresh: files.len() as u64, left })
    }

    /// The photos of files and folders that are not in the case and were not deleted from it, one
    /// for each original; and how many are known.
    ///
    /// # Errors
    /// When a source is not there.
    pub fn only_new(&self, sources: &[PathBuf]) -> Result<(Vec<PathBuf>, u64)> {
        let mut known = self.known_originals()?;
        let files = intake::files(sources)?.files;
        let before = files.len();
        let new: Vec<PathBuf> = files
            .into_iter()
            // What cannot be read is told by the intake.
            .filter(|path| digest_of(path).is_none_or(|sha256| known.insert(sha256)))
            .collect();
        let passed = before.saturating_sub(new.len()) as u64;
        Ok((new, passed))
    }

    /// Digests of the originals of all photos, deleted ones too.
    fn known_originals(&self) -> Result<BTreeSet<String>> {
        self.with_session(|session| {
            let photos = session.state.of_kind(Kind::Photo);
            Ok(photos.filter_map(|(_, record)| record.get("content").map(str::to_owned)).collect())
        })
    }
}

/// SHA-256 of a file within the limit; nothing for one that cannot be read or is too large.
fn digest_of(path: &Path) -> Option<String> {
    let metadata = fs::metadata(path).ok()?;
    let fits = metadata.is_file() && metadata.len() <= intake::FILE_BYTES_MAX;
    if !fits {
        return None;
    }
    fs::File::open(path).and_then(lisuan_photos::sha256_hex).ok()
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
    folder: PathBuf,
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
    looked: bool,
    /// Files with their digests that were not dealt with yet.
    fresh: BTreeMap<PathBuf, String>,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Notes> {
        self.notes.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Watcher {
    fn start(folder: &Path, every: Duration) -> Result<Self> {
        let shared = Arc::new(Shared::default());
        let (watched, told) = (folder.to_owned(), Arc::clone(&shared));
        std::thread::Builder::new()
            .name("watched folder".to_owned())
            .spawn(move || watch(&watched, every, &told))
            .map_err(|error| {
                Error::new(Code::Io).with("file", "").with("reason", &error).because(error)
            })?;
        Ok(Self { folder: folder.to_owned(), shared })
    }

    fn new_files(&self, known: &BTreeSet<String>) -> Watched {
        let notes = self.shared.lock();
        let mut digests = BTreeSet::new();
        let files = (notes.fresh.iter())
            .filter(|(_, sha256)| !known.contains(*sha256) && digests.insert(sha256.as_str()))
            .map(|(path, _)| path.clone())
            .collect();
        Watched { files, there: !notes.gone, looked: notes.looked }
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
    // A file counts once it stood still, so the second look is the first that knows anything.
    let mut looks = 0_u8;
    loop {
        let listing = listing(folder);
        let mut notes = shared.lock();
        notes.gone = listing.is_none();
        if let Some(listing) = &listing {
            let there: BTreeSet<&PathBuf> = listing.iter().map(|(path, _)| path).collect();
            notes.fresh.retain(|path, _| there.contains(path));
            looks = looks.saturating_add(1);
        }
        drop(notes);
        // While the folder is gone the book stays: a card that comes back has nothing new on it.
        for path in listing.map(|listing| book.look(listing)).unwrap_or_default() {
            let read = fs::File::open(&path).and_then(lisuan_photos::sha256_hex);
            let mut notes = shared.lock();
            match read {
                Ok(sha256) => drop(notes.fresh.insert(path, sha256)),
                Err(_) => book.forget(&path),
            }
            if notes.stopped {
                return;
            }
        }
        let mut notes = shared.lock();
        notes.looked = looks > 1;
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

        let done = |name: &str| watcher.shared.lock().fresh.remove(&card.join(name)).is_some();
        let some = |watched: &Watched| !watched.files.is_empty();
        assert_eq!(wait_for(&watcher, &known, some).files, [card.join("a.jpg")], "one is known");
        let again = watcher.new_files(&known);
        assert_eq!(again.files, [card.join("a.jpg")], "it stays new until it is dealt with");
        assert!(done("a.jpg"), "it is dealt with");
        put("copy.jpg", b"known");
        put("b.jpg", b"second");
        put("b.mov", b"film");
        put("notes.txt", b"text");
        assert_eq!(wait_for(&watcher, &known, some).files, [card.join("b.jpg")], "one is new");
        put("gone.jpg", b"soon gone");
        let two = |watched: &Watched| watched.files.len() == 2;
        assert_eq!(wait_for(&watcher, &known, two).files.len(), 2, "two are new");
        fs::remove_file(card.join("gone.jpg")).unwrap();
        let one = |watched: &Watched| watched.files.len() == 1;
        assert_eq!(wait_for(&watcher, &known, one).files, [card.join("b.jpg")], "one went again");

        let away = place.path().join("away");
        fs::rename(&card, &away).unwrap();
        let gone = wait_for(&watcher, &known, |watched| !watched.there);
        let waits = vec![card.join("b.jpg")];
        let away_now = Watched { files: waits, there: false, looked: true };
        assert_eq!(gone, away_now, "the card is pulled out, what waits is not forgotten");
        assert!(done("b.jpg"), "it is dealt with");
        fs::write(away.join("c.jpg"), b"third").unwrap();
        fs::rename(&away, &card).unwrap();
        let back = wait_for(&watcher, &known, some);
        assert_eq!(
            back,
            Watched { files: vec![card.join("c.jpg")], there: true, looked: true },
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
