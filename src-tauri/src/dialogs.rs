//! The system's file dialogs. What a person chose stays a path on this side.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use rfd::{AsyncFileDialog, FileHandle};
use tauri::WebviewWindow;
use tauri::async_runtime::channel;

/// File name extensions of photos, for the dialog only: what a file is, its bytes say.
const PHOTOS: &[&str] = &["jpg", "jpeg", "heic", "heif", "png", "webp"];

/// The same for bills of quantities.
const BILLS: &[&str] = &["xlsx", "xlsm", "xls", "ods", "csv", "txt"];

/// Asks for a case to open.
pub async fn open_case(window: &WebviewWindow) -> Option<PathBuf> {
    if let Some(given) = given("LISUAN_TEST_OPEN") {
        return given.into_iter().next();
    }
    ask(window, |dialog| with_filter(dialog, "Lisuan", &["lisuan"]).pick_file()).await.map(path)
}

/// Asks for a dossier to verify.
pub async fn open_dossier(window: &WebviewWindow) -> Option<PathBuf> {
    if let Some(given) = given("LISUAN_TEST_OPEN") {
        return given.into_iter().next();
    }
    ask(window, |dialog| with_filter(dialog, "PDF", &["pdf"]).pick_file()).await.map(path)
}

/// Asks for a handover package or a receipt.
pub async fn open_package(window: &WebviewWindow, ending: &'static str) -> Option<PathBuf> {
    if let Some(given) = given("LISUAN_TEST_PACKAGE") {
        return given.into_iter().next();
    }
    ask(window, move |dialog| with_filter(dialog, "Lisuan", &[ending]).pick_file()).await.map(path)
}

/// Asks for a firm's key.
pub async fn open_key(window: &WebviewWindow) -> Option<PathBuf> {
    if let Some(given) = given("LISUAN_TEST_KEY") {
        return given.into_iter().next();
    }
    let chosen = ask(window, |dialog| {
        with_filter(dialog, "PKCS#12", &["p12", "pfx"]).add_filter("*", &["*"]).pick_file()
    });
    chosen.await.map(path)
}

/// Asks for the picture of a logo.
pub async fn open_logo(window: &WebviewWindow) -> Option<PathBuf> {
    if let Some(given) = given("LISUAN_TEST_LOGO") {
        return given.into_iter().next();
    }
    ask(window, |dialog| with_filter(dialog, "JPEG · PNG", &["jpg", "jpeg", "png"]).pick_file())
        .await
        .map(path)
}

/// Asks for a calendar of holidays.
pub async fn open_calendar(window: &WebviewWindow) -> Option<PathBuf> {
    if let Some(given) = given("LISUAN_TEST_CALENDAR") {
        return given.into_iter().next();
    }
    ask(window, |dialog| with_filter(dialog, "JSON", &["json"]).pick_file()).await.map(path)
}

/// Asks for the answer of a time-stamping authority.
pub async fn open_stamp(window: &WebviewWindow) -> Option<PathBuf> {
    if let Some(given) = given("LISUAN_TEST_STAMP") {
        return given.into_iter().next();
    }
    let asked = ask(window, |dialog| {
        with_filter(dialog, "TSR", &["tsr", "p7s"]).add_filter("*", &["*"]).pick_file()
    });
    asked.await.map(path)
}

/// Asks for a bill of quantities.
pub async fn open_bill(window: &WebviewWindow) -> Option<PathBuf> {
    if let Some(given) = given("LISUAN_TEST_BILL") {
        return given.into_iter().next();
    }
    let chosen = ask(window, |dialog| {
        with_filter(dialog, "XLSX · XLS · ODS · CSV", BILLS).add_filter("*", &["*"]).pick_file()
    });
    chosen.await.map(path)
}

/// Asks for photos, or for a folder of them; any file can be chosen, for names lie.
pub async fn choose_photos(window: &WebviewWindow, folder: bool) -> Option<Vec<PathBuf>> {
    if let Some(given) = given("LISUAN_TEST_PHOTOS") {
        return Some(given);
    }
    if folder {
        return ask(window, AsyncFileDialog::pick_folder).await.map(|one| vec![path(one)]);
    }
    let chosen = ask(window, |dialog| {
        let dialog = with_filter(dialog, "JPEG · HEIC · PNG · WebP", PHOTOS);
        dialog.add_filter("*", &["*"]).pick_files()
    });
    Some(chosen.await?.into_iter().map(path).collect())
}

/// Asks for a folder to watch.
pub async fn choose_folder(window: &WebviewWindow) -> Option<PathBuf> {
    if let Some(given) = given("LISUAN_TEST_FOLDER") {
        return given.into_iter().next();
    }
    ask(window, AsyncFileDialog::pick_folder).await.map(path)
}

/// Asks for the disk or folder of a backup.
pub async fn choose_backup_disk(window: &WebviewWindow) -> Option<PathBuf> {
    if let Some(given) = given("LISUAN_TEST_BACKUP") {
        return given.into_iter().next();
    }
    ask(window, AsyncFileDialog::pick_folder).await.map(path)
}

/// Asks for papers; any file is one.
pub async fn choose_documents(window: &WebviewWindow) -> Option<Vec<PathBuf>> {
    if let Some(given) = given("LISUAN_TEST_DOCUMENTS") {
        return Some(given);
    }
    let chosen = ask(window, |dialog| {
        with_filter(dialog.add_filter("*", &["*"]), "PDF", &["pdf"]).pick_files()
    });
    Some(chosen.await?.into_iter().map(path).collect())
}

/// Asks where to write a copy of a file, under its own name.
pub async fn save_copy(window: &WebviewWindow, name: &str) -> Option<PathBuf> {
    if let Some(given) = given("LISUAN_TEST_SAVE") {
        return given.into_iter().next();
    }
    let name = name.to_owned();
    let asked = ask(window, move |dialog| dialog.set_file_name(name).save_file());
    asked.await.map(path)
}

/// Asks where to write a file, starting in `folder` with `name`; the extension is put on when a
/// person left it off.
pub async fn save(
    window: &WebviewWindow,
    folder: Option<PathBuf>,
    name: &str,
    extension: &'static str,
) -> Option<PathBuf> {
    let chosen = match given("LISUAN_TEST_SAVE") {
        Some(given) => given.into_iter().next()?,
        None => {
            let name = name.to_owned();
            let asked = ask(window, move |dialog| {
                let dialog = match folder {
                    Some(folder) => dialog.set_directory(folder),
                    None => dialog,
                };
                let dialog = with_filter(dialog, extension, &[extension]);
                dialog.set_file_name(name).save_file()
            });
            path(asked.await?)
        }
    };
    Some(with_extension(&chosen, extension))
}

/// Whether a dialog is open. GTK's are not bound to the window, so a person can go back to it and
/// press the button again; the second wish is dropped, the first dialog is still there.
static OPEN: AtomicBool = AtomicBool::new(false);

struct Closed;

impl Drop for Closed {
    fn drop(&mut self) {
        OPEN.store(false, Ordering::Release);
    }
}

/// Opens a dialog over the window and waits for it. Systems want it made on the thread of the
/// windows; waiting happens elsewhere, so that the window goes on painting.
async fn ask<T, F>(
    window: &WebviewWindow,
    make: impl FnOnce(AsyncFileDialog) -> F + Send + 'static,
) -> Option<T>
where
    F: Future<Output = Option<T>> + Send + 'static,
{
    if OPEN.swap(true, Ordering::AcqRel) {
        return None;
    }
    let _closed = Closed;
    let (hand, mut take) = channel(1);
    let parent = window.clone();
    let asked = window.run_on_main_thread(move || {
        // The other end is gone only when the page is: then nobody waits for the dialog.
        let _ = hand.try_send(make(AsyncFileDialog::new().set_parent(&parent)));
    });
    asked.ok()?;
    take.recv().await?.await
}

/// Adds a filter that knows both cases: GTK compares names letter by letter.
fn with_filter(dialog: AsyncFileDialog, name: &str, extensions: &[&str]) -> AsyncFileDialog {
    let both: Vec<String> = extensions
        .iter()
        .flat_map(|extension| [(*extension).to_owned(), extension.to_uppercase()])
        .collect();
    dialog.add_filter(name, &both)
}

fn with_extension(path: &Path, extension: &str) -> PathBuf {
    let there = path
        .extension()
        .and_then(|found| found.to_str())
        .is_some_and(|found| found.eq_ignore_ascii_case(extension));
    if there {
        return path.to_owned();
    }
    // Not `set_extension`: a claim number with a point in it would lose its tail.
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    name.into()
}

fn path(handle: FileHandle) -> PathBuf {
    handle.path().to_owned()
}

/// The answer a test gives in place of a person.
#[cfg(feature = "test-dialogs")]
fn given(variable: &str) -> Option<Vec<PathBuf>> {
    std::env::var_os(variable).map(|list| std::env::split_paths(&list).collect())
}

/// Nobody but a person answers.
#[cfg(not(feature = "test-dialogs"))]
fn given(_variable: &str) -> Option<Vec<PathBuf>> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_the_extension_on_once() {
        assert_eq!(with_extension(Path::new("a.PDF"), "pdf"), PathBuf::from("a.PDF"));
        assert_eq!(
            with_extension(Path::new("CAR-1.2"), "pdf"),
            PathBuf::from("CAR-1.2.pdf"),
            "what stands after a point in a claim number is not an extension"
        );
    }
}
