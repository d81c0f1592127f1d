//! Starts the program, makes the window and takes it down again.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use lisuan_app::{App, Home};
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager, RunEvent, Url, WebviewWindowBuilder, Window, WindowEvent};

use crate::shell::Shell;
use crate::{command, drops, pictures};

/// Time for the page to send what it saves when a field is left.
const LEAVING: Duration = Duration::from_millis(120);
/// The longest single piece of work is one photo.
const FINISHING_MAX: Duration = Duration::from_secs(30);
const PAUSE: Duration = Duration::from_millis(10);

/// Runs until the window is closed.
pub fn run() -> ExitCode {
    let app = match Home::of_user() {
        Ok(home) => App::new(home),
        Err(error) => {
            eprintln!("lisuan: {error}");
            return ExitCode::FAILURE;
        }
    };
    let built = tauri::Builder::default()
        .manage(Shell::new(app, case_to_open(std::env::args_os().skip(1))))
        .invoke_handler(tauri::generate_handler![command::lisuan])
        .register_asynchronous_uri_scheme_protocol(pictures::SCHEME, pictures::serve)
        .on_window_event(on_window_event)
        .setup(|app| make_window(app).map_err(Into::into))
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(on_run_event);
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("lisuan: the window could not be made: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The first case among the arguments, as a file manager gives it.
fn case_to_open(arguments: impl Iterator<Item = std::ffi::OsString>) -> Option<PathBuf> {
    arguments.map(PathBuf::from).find(|path| is_case(path))
}

fn is_case(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("lisuan"))
}

fn make_window(app: &tauri::App) -> tauri::Result<()> {
    let configs = app.config().app.windows.clone();
    for config in &configs {
        WebviewWindowBuilder::from_config(app, config)?
            .on_navigation(is_own)
            .on_new_window(|_, _| NewWindowResponse::Deny)
            // Photos of a case must not stay behind in a browser's cache. A window driven by a
            // test cannot be private: WebKit allows one automated context, the common one.
            .incognito(!is_automated())
            .build()?;
    }
    Ok(())
}

fn is_automated() -> bool {
    std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some_and(|value| value == "true")
}

/// The page never leaves the program.
fn is_own(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => true,
        // How the same pages are served on Windows.
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

fn on_window_event(window: &Window, event: &WindowEvent) {
    match event {
        WindowEvent::DragDrop(event) => drops::on_event(window, &window.state::<Shell>(), event),
        WindowEvent::CloseRequested { api, .. } => {
            // Closing waits for what is being saved and folds the journal back into one file: not
            // on the thread that paints.
            api.prevent_close();
            let window = window.clone();
            tauri::async_runtime::spawn_blocking(move || {
                let_finish(&window);
                close_case(window.app_handle());
                // When even this fails the program is on its way out already.
                let _ = window.destroy();
            });
        }
        _ => {}
    }
}

fn on_run_event(app: &AppHandle, event: RunEvent) {
    match event {
        // Reached without a closing window where the system quits the program.
        RunEvent::Exit => close_case(app),
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => open_later(app, urls),
        _ => {}
    }
}

/// Makes the page leave the field it is in, which saves what was typed there, tells it to keep what
/// else was begun, and waits for all that is under way; not for ever, for a person who closes a
/// window means it.
fn let_finish(window: &Window) {
    let shell = window.state::<Shell>();
    shell.work.stop();
    if let Some(page) = window.get_webview_window(window.label()) {
        // A page that cannot be reached has nothing to say.
        let _ = page.eval(
            "document.activeElement?.blur(); window.dispatchEvent(new Event('lisuan-leaving'))",
        );
    }
    std::thread::sleep(LEAVING);
    let begun = Instant::now();
    while !shell.is_idle() && begun.elapsed() < FINISHING_MAX {
        std::thread::sleep(PAUSE);
    }
}

/// Stops long work and leaves the case behind as one file.
fn close_case(app: &AppHandle) {
    let shell = app.state::<Shell>();
    shell.work.stop();
    if let Err(error) = shell.app.close() {
        // Everything shown as saved is in the file or in its journal beside it.
        eprintln!("lisuan: {error}");
    }
}

/// Keeps a case that the Finder asks to open and tells the page to look for it.
#[cfg(target_os = "macos")]
fn open_later(app: &AppHandle, urls: Vec<Url>) {
    use tauri::Emitter;
    let case = urls.iter().filter_map(|url| url.to_file_path().ok()).find(|path| is_case(path));
    if case.is_some() {
        *crate::shell::lock(&app.state::<Shell>().opening) = case;
        let _ = app.emit("lisuan://open", ());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_case_among_the_arguments() {
        let arguments = ["--flag", "photo.jpg", "塔吊.LISUAN", "other.lisuan"].map(Into::into);
        assert_eq!(case_to_open(arguments.into_iter()), Some(PathBuf::from("塔吊.LISUAN")));
        assert_eq!(case_to_open(std::iter::empty()), None);
    }

    #[test]
    fn leads_nowhere_else() {
        for (url, own) in [
            ("tauri://localhost/index.html", true),
            ("http://tauri.localhost/", true),
            ("https://example.com/", false),
            ("http://tauri.localhost.example.com/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,x", false),
        ] {
            assert_eq!(Url::parse(url).is_ok_and(|url| is_own(&url)), own, "{url}");
        }
    }
}
