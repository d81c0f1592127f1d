//! Encrypted cases, locking and backup as calls on the program.

use lisuan_app::wire::{Progress, Request};
use lisuan_app::{App, Unlock};
use serde_json::Value;
use tauri::WebviewWindow;
use tauri::ipc::Channel;

use crate::dialogs;
use crate::progress::Thinned;
use crate::shell::{Answer, Shell};

/// Answers one of these requests; nothing for any other.
pub async fn answer(
    shell: &Shell,
    window: &WebviewWindow,
    request: Request,
    progress: Channel<Progress>,
) -> Answer {
    match request {
        Request::NewEncryptedCase { fields, choose_place: false, passphrase, remember } => {
            let make =
                move |app: &App| app.new_encrypted_case_in_library(&fields, &passphrase, remember);
            shell.run(make).await
        }
        Request::NewEncryptedCase { fields, choose_place: true, passphrase, remember } => {
            let library = shell.app.home().library.clone();
            let name = fields.get("claim_no").cloned().unwrap_or_default();
            match dialogs::save(window, Some(library), &name, "lisuan").await {
                Some(path) => {
                    let make = move |app: &App| {
                        app.new_encrypted_case(&path, &fields, &passphrase, remember)
                    };
                    shell.run(make).await
                }
                None => Ok(Value::Null),
            }
        }
        Request::UnlockCase { secret, recovery, remember } => {
            let open = move |app: &App| {
                let unlock =
                    if recovery { Unlock::Recovery(&secret) } else { Unlock::Passphrase(&secret) };
                app.unlock_case(unlock, remember)
            };
            shell.run(open).await
        }
        Request::LockCase => {
            shell.work.stop();
            shell.run(App::lock_case).await
        }
        Request::Confidential => shell.run(App::confidential).await,
        Request::EncryptCase { passphrase } => {
            shell.run(move |app| app.encrypt_open_case(&passphrase)).await
        }
        Request::SetCasePassphrase { passphrase } => {
            shell.run(move |app| app.set_case_passphrase(&passphrase)).await
        }
        Request::ForgetCasePassphrase => shell.run(App::forget_passphrase).await,
        Request::Backup => match dialogs::choose_backup_disk(window).await {
            Some(disk) => {
                let progress = Thinned::new(progress);
                let made = shell.run_long(move |app, stopped| {
                    app.backup(&[], &disk, &|at| progress.tell(at), stopped)
                });
                made.await
            }
            None => Ok(Value::Null),
        },
        Request::LastBackup => shell.run(|app| Ok(app.last_backup())).await,
        _ => Ok(Value::Null),
    }
}
