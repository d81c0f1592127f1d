//! Use cases of Lisuan, one verb per file; wire types; the one error type. The window and the
//! command line are thin shells over [`App`]; only this crate composes the others.

mod add_documents;
mod add_photos;
mod adjust;
pub mod adjust_file;
mod backup;
mod boq;
mod calendar;
mod called;
mod check;
mod clock;
mod clocks;
mod confidential;
mod conflicts;
mod covered;
mod custody;
pub mod datum;
mod document_list;
mod document_pages;
mod dossier;
mod dossier_documents;
mod edit;
pub mod error;
mod export_data;
mod export_sheet;
mod figures;
mod find;
mod hand_on;
mod handover;
mod history;
mod home;
mod intake;
mod key;
mod letterhead;
mod letters;
mod matrix;
mod note;
mod oddities;
mod open;
mod paste;
mod photo_list;
mod picture;
mod places;
mod report;
mod said;
mod sample;
mod scenarios;
mod session;
mod settings;
mod sign;
mod stamp;
mod start;
mod stats;
mod undo;
mod verify;
mod view;
mod watch;
pub mod wire;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

pub use confidential::Unlock;
pub use dossier::DossierOptions;
pub use error::{CODES, Code, Error, Result};
pub use export_sheet::SheetExport;
pub use handover::{Into, ReceiveOptions};
pub use history::Of;
pub use home::Home;
pub use key::Protection;
pub use letters::LETTERS;
pub use lisuan_core::checks::{CHECKS, Check, group_of};
use lisuan_photos::{DecoderLimits, DecoderPool};
use lisuan_seal::SealKey;
use lisuan_store::CaseFile;
pub use places::{PlaceFacts, PlaceSite};
pub use report::REPORTS;
use session::{Session, Worker};
pub use stats::{CaseFacts, GROUPINGS, STATISTICS_FORMATS};
pub use watch::Watched;
use watch::Watcher;
pub use words::{LANGUAGES, Words};

/// Serves as the child process that decodes pictures, if the program was started as one. A shell
/// calls this first thing in `main` and ends with the exit code if there is one.
pub fn run_decoder_if_asked() -> Option<ExitCode> {
    lisuan_photos::run_decoder_if_asked()
        .or_else(|| lisuan_photos::run_page_decoder_if_asked(lisuan_assets::FONT_REGULAR))
}

/// Receives how far long work is, and may be called from any thread.
pub type OnProgress<'a> = &'a (dyn Fn(wire::Progress) + Sync);

/// Asks whether a person wants the long work stopped.
pub type Cancelled<'a> = &'a (dyn Fn() -> bool + Sync);

/// The program: at most one open case, its settings, its decoder processes.
///
/// All methods block and may be called from any thread; while photos go in, the case is locked for
/// one photo at a time, so a person's edit waits for one photo at most.
pub struct App {
    home: Home,
    session: Mutex<Option<Session>>,
    /// A second connection for pictures, so that drawing never waits for writing.
    reader: Mutex<Option<CaseFile>>,
    decoder: OnceLock<DecoderPool>,
    /// The folder that is looked at for new photos.
    watcher: Mutex<Option<Watcher>>,
    /// Files that intakes did not come to.
    unfinished: Mutex<Vec<PathBuf>>,
    /// Originals by digest of which no picture can be made.
    undrawable: Mutex<BTreeSet<String>>,
    /// Fingerprints of originals by digest, of those this program has seen; nothing for one that
    /// shows nothing to recognise it by.
    fingerprints: Mutex<BTreeMap<String, Option<u64>>>,
    /// The key that seals, once its passphrase was given; wiped when the program ends.
    key: Mutex<Option<SealKey>>,
    /// The encrypted case that waits for its passphrase.
    waiting: Mutex<Option<PathBuf>>,
}

impl App {
    /// The program with its folders; touches nothing yet.
    pub fn new(home: Home) -> Self {
        Self {
            home,
            session: Mutex::new(None),
            reader: Mutex::new(None),
            decoder: OnceLock::new(),
            watcher: Mutex::new(None),
            unfinished: Mutex::default(),
            undrawable: Mutex::default(),
            fingerprints: Mutex::default(),
            key: Mutex::new(None),
            waiting: Mutex::default(),
        }
    }

    /// Where this installation keeps its things.
    pub const fn home(&self) -> &Home {
        &self.home
    }

    /// A panic while a case was locked is a bug, but no reason to lose the case: state in memory
    /// changes only after the file did.
    fn lock_session(&self) -> MutexGuard<'_, Option<Session>> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock_reader(&self) -> MutexGuard<'_, Option<CaseFile>> {
        self.reader.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock_watcher(&self) -> MutexGuard<'_, Option<Watcher>> {
        self.watcher.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock_key(&self) -> MutexGuard<'_, Option<SealKey>> {
        self.key.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock_unfinished(&self) -> MutexGuard<'_, Vec<PathBuf>> {
        self.unfinished.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock_undrawable(&self) -> MutexGuard<'_, BTreeSet<String>> {
        self.undrawable.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn lock_fingerprints(&self) -> MutexGuard<'_, BTreeMap<String, Option<u64>>> {
        self.fingerprints.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn with_session<T>(&self, act: impl FnOnce(&mut Session) -> Result<T>) -> Result<T> {
        match self.lock_session().as_mut() {
            Some(session) => act(session),
            None => Err(Error::new(Code::NoCaseOpen)),
        }
    }

    fn worker(&self) -> Result<Worker> {
        let device = settings::device(&self.home)?;
        let author = settings::load_settings(&self.home).author;
        let calendar = Arc::new(calendar::in_use(&self.home).0);
        Ok(Worker { author, prefix: device.prefix(), device: device.id, calendar })
    }

    /// The program that serves as child process.
    fn decoder_program() -> std::io::Result<PathBuf> {
        match std::env::var_os("LISUAN_DECODER") {
            Some(exe) => Ok(exe.into()),
            None => std::env::current_exe(),
        }
    }

    fn decoder(&self) -> Result<&DecoderPool> {
        if let Some(pool) = self.decoder.get() {
            return Ok(pool);
        }
        let missing = |error: std::io::Error| Error::new(Code::DecoderMissing).because(error);
        let exe = Self::decoder_program().map_err(missing)?;
        let limits = DecoderLimits {
            file_bytes_max: intake::FILE_BYTES_MAX,
            // Wall time: a busy laptop needs several times what an idle one does, and a picture
            // that is given up has no preview.
            time_max: Duration::from_secs(30),
            ..DecoderLimits::default()
        };
        let pool = DecoderPool::new(exe, workers(), limits).map_err(missing)?;
        Ok(self.decoder.get_or_init(|| pool))
    }
}

/// As many photos in flight as there are processors, within reason.
fn workers() -> usize {
    std::thread::available_parallelism().map_or(2, |n| n.get().clamp(1, 8))
}
