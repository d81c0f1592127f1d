//! What the window holds beside the program.

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use lisuan_app::App;
use lisuan_app::wire::ErrorView;
use serde::Serialize;
use serde_json::Value;

use crate::work::LongWork;

/// An answer to the page.
pub type Answer = Result<Value, ErrorView>;

/// The program, and the paths that the page speaks of without knowing them.
pub struct Shell {
    /// The program; it locks what it must.
    pub app: Arc<App>,
    /// The long work under way.
    pub work: Arc<LongWork>,
    /// Verbs that were asked and are not answered.
    asked: Arc<AtomicUsize>,
    /// Files last dropped on the window.
    pub dropped: Mutex<Vec<PathBuf>>,
    /// A case the program was started with; opened when the page first asks for a case.
    pub opening: Mutex<Option<PathBuf>>,
    /// The bill of quantities last read.
    pub bill: Mutex<Option<PathBuf>>,
    /// The handover package last looked at.
    pub package: Mutex<Option<PathBuf>>,
    /// The package or receipt last written here.
    pub written: Mutex<Option<PathBuf>>,
    /// The dossier last exported.
    pub exported: Mutex<Option<PathBuf>>,
    /// The dossier last exported or verified: what a timestamp or a second signature is for.
    pub judged: Mutex<Option<PathBuf>>,
}

impl Shell {
    /// Holds the program; `opening` is a case given on the command line.
    pub fn new(app: App, opening: Option<PathBuf>) -> Self {
        Self {
            app: Arc::new(app),
            work: Arc::default(),
            asked: Arc::default(),
            dropped: Mutex::default(),
            opening: Mutex::new(opening),
            bill: Mutex::default(),
            package: Mutex::default(),
            written: Mutex::default(),
            exported: Mutex::default(),
            judged: Mutex::default(),
        }
    }

    /// Runs one verb where blocking hurts nobody.
    pub async fn run<T: Serialize + Send + 'static>(
        &self,
        verb: impl FnOnce(&App) -> lisuan_app::Result<T> + Send + 'static,
    ) -> Answer {
        let app = Arc::clone(&self.app);
        let asked = Asked::count(&self.asked);
        let done = tauri::async_runtime::spawn_blocking(move || {
            let _asked = asked;
            verb(&app).map_err(|error| error.view()).and_then(|value| to_json(&value))
        });
        done.await.unwrap_or_else(|error| Err(broken(&error)))
    }

    /// Runs long work that a person can stop.
    pub async fn run_long<T: Serialize + Send + 'static>(
        &self,
        verb: impl FnOnce(&App, lisuan_app::Cancelled<'_>) -> lisuan_app::Result<T> + Send + 'static,
    ) -> Answer {
        let work = Arc::clone(&self.work);
        self.run(move |app| work.run(|stopped| verb(app, stopped))).await
    }

    /// Whether every verb that was asked is done.
    pub fn is_idle(&self) -> bool {
        self.asked.load(Ordering::Acquire) == 0
    }
}

/// A verb that was asked; no longer when dropped, also by a panic.
struct Asked(Arc<AtomicUsize>);

impl Asked {
    fn count(all: &Arc<AtomicUsize>) -> Self {
        all.fetch_add(1, Ordering::AcqRel);
        Self(Arc::clone(all))
    }
}

impl Drop for Asked {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

/// What the page gets of a value.
fn to_json<T: Serialize>(value: &T) -> Answer {
    serde_json::to_value(value).map_err(|error| broken(&error))
}

/// A fault of the window itself; the page has the same code for its own. What was shown as saved is
/// saved.
fn broken(reason: &dyn std::fmt::Display) -> ErrorView {
    let args = [("reason".to_owned(), reason.to_string())].into();
    ErrorView { code: "window".to_owned(), args }
}

/// Takes a lock. Nothing here is left half-changed by a panic, so a poisoned lock is as good.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
