//! Handing a case over and taking one in: the paths stay on this side.

use std::path::PathBuf;

use lisuan_app::wire::{ErrorView, HandoverRequest, Progress};
use lisuan_app::{Code, Error, Into, ReceiveOptions};
use tauri::WebviewWindow;
use tauri::ipc::Channel;

use crate::dialogs;
use crate::progress::Thinned;
use crate::shell::{Answer, Shell, lock};
use crate::verbs::{NOTHING, beside_case};

/// Writes a package where a person chooses.
pub async fn hand_over(
    shell: &Shell,
    window: &WebviewWindow,
    request: HandoverRequest,
    progress: Channel<Progress>,
) -> Answer {
    let Some(out) = beside_case(shell, window, "lshand").await else { return NOTHING };
    let (progress, written) = (Thinned::new(progress), out.clone());
    let made = shell.run_long(move |app, stopped| {
        app.hand_over(&request, &out, &|at| progress.tell(at), stopped)
    });
    let made = made.await?;
    *lock(&shell.written) = Some(written);
    Ok(made)
}

/// Says what a package is and would do: one that is chosen now, or the one that was chosen last.
pub async fn look(
    shell: &Shell,
    window: &WebviewWindow,
    (again, new_case): (bool, bool),
    passphrase: Option<String>,
    progress: Channel<Progress>,
) -> Answer {
    if !again {
        let Some(path) = dialogs::open_package(window, "lshand").await else { return NOTHING };
        *lock(&shell.package) = Some(path);
    }
    let package = chosen(shell)?;
    let progress = Thinned::new(progress);
    let looked = shell.run_long(move |app, stopped| {
        let options =
            ReceiveOptions { passphrase: passphrase.as_deref(), ..ReceiveOptions::default() };
        app.look_at_package(&package, place(new_case), options, &|at| progress.tell(at), stopped)
    });
    looked.await
}

/// Takes in the package that was looked at; with a receipt where a person chooses.
pub async fn receive(
    shell: &Shell,
    window: &WebviewWindow,
    (receipt, new_case): (bool, bool),
    (passphrase, accept, encrypt): (Option<String>, Option<String>, Option<String>),
    progress: Channel<Progress>,
) -> Answer {
    let package = chosen(shell)?;
    let receipt = match receipt {
        true => {
            let name = package.with_extension("lsreceipt");
            let name = name.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let folder = package.parent().map(PathBuf::from);
            match dialogs::save(window, folder, &name, "lsreceipt").await {
                Some(out) => Some(out),
                None => return NOTHING,
            }
        }
        false => None,
    };
    let (progress, written) = (Thinned::new(progress), receipt.clone());
    let received = shell.run_long(move |app, stopped| {
        let options = ReceiveOptions {
            passphrase: passphrase.as_deref(),
            accept: accept.as_deref(),
            receipt: receipt.as_deref(),
            encrypt: encrypt.as_deref(),
        };
        app.receive(&package, place(new_case), options, &|at| progress.tell(at), stopped)
    });
    let received = received.await?;
    if written.is_some() {
        *lock(&shell.written) = written;
    }
    Ok(received)
}

/// Imports a receipt that a person chooses.
pub async fn take_receipt(shell: &Shell, window: &WebviewWindow) -> Answer {
    match dialogs::open_package(window, "lsreceipt").await {
        Some(path) => shell.run(move |app| app.take_receipt(&path)).await,
        None => NOTHING,
    }
}

const fn place<'a>(new_case: bool) -> Into<'a> {
    if new_case { Into::Library } else { Into::OpenCase }
}

/// The package that was chosen last.
fn chosen(shell: &Shell) -> Result<PathBuf, ErrorView> {
    let missing = || Error::new(Code::Missing).with("file", "lshand").view();
    lock(&shell.package).clone().ok_or_else(missing)
}
