//! What the window holds beside the program.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use lisuan_app::App;
use lisuan_app::wire::ErrorView;
use serde::Serialize;
use serde_json::Value;

/// An answer to the page.
pub type Answer = Result<Value, ErrorView>;

/// The program, and the paths that the page speaks of without knowing them.
pub struct Shell {
    /// The program; it locks what it must.
    pub app: Arc<App>,
    /// Files last dropped on the window.
    pub dropped: Mutex<Vec<PathBuf>>,
    /// A case the program was started with; opened when the page first asks for a case.
    pub opening: Mutex<Option<PathBuf>>,
    /// The dossier last exported.
    pub exported: Mutex<Option<PathBuf>>,
}

impl Shell {
    /// Holds the program; `opening` is a case given on the command line.
    pub fn new(app: App, opening: Option<PathBuf>) -> Self {
        Self {
            app: Arc::new(app),
            dropped: Mutex::default(),
            opening: Mutex::new(opening),
            exported: Mutex::default(),
        }
    }

    /// Runs one verb where blocking hurts nobody.
    pub async fn run<T: Serialize + Send + 'static>(
        &self,
        verb: impl FnOnce(&App) -> lisuan_app::Result<T> + Send + 'static,
    ) -> Answer {
        let app = Arc::clone(&self.app);
        let done = tauri::async_runtime::spawn_blocking(move || {
            verb(&app).map_err(|error| app.error_view(&error)).and_then(|value| to_json(&value))
        });
        done.await.unwrap_or_else(|_| Err(broken()))
    }
}

/// What the page gets of a value.
pub fn to_json<T: Serialize>(value: &T) -> Answer {
    serde_json::to_value(value).map_err(|_| broken())
}

/// A bug on this side; what was saved is saved.
pub fn broken() -> ErrorView {
    ErrorView { code: "internal".to_owned(), args: Default::default() }
}

/// Takes a lock. Nothing here is left half-changed by a panic, so a poisoned lock is as good.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
