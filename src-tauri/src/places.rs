//! Shared places and their inbox as calls on the program.

use std::path::PathBuf;

use lisuan_app::wire::{Progress, Request};
use lisuan_app::{Code, Error, PlaceFacts, PlaceSite};
use serde_json::Value;
use tauri::WebviewWindow;
use tauri::ipc::Channel;

use crate::dialogs;
use crate::progress::Thinned;
use crate::shell::{Answer, Shell, lock};

/// Answers one of these requests; nothing for any other.
pub async fn answer(
    shell: &Shell,
    window: &WebviewWindow,
    request: Request,
    progress: Channel<Progress>,
) -> Answer {
    let progress = Thinned::new(progress);
    match request {
        Request::Places => shell.run(|app| Ok(app.places())).await,
        Request::AddPlace { place, password } => {
            let site = match place.kind.as_str() {
                "folder" => match dialogs::choose_folder(window).await {
                    Some(path) => PlaceSite::Folder { path },
                    None => return Ok(Value::Null),
                },
                "webdav" => PlaceSite::Webdav { url: place.address },
                _ => PlaceSite::S3 {
                    endpoint: place.address,
                    region: place.region,
                    bucket: place.bucket,
                    prefix: place.prefix,
                },
            };
            let facts = PlaceFacts {
                name: place.name,
                site,
                user: place.user,
                plain_http: place.plain_http,
            };
            shell.run_long(move |app, _| app.add_place(facts, &password)).await
        }
        Request::RemovePlace { name } => shell.run(move |app| app.remove_place(&name)).await,
        Request::Inbox { name, password } => {
            shell.run_long(move |app, _| app.inbox(&name, password.as_deref())).await
        }
        Request::SendToPlace { name, password } => {
            let Some(file) = lock(&shell.written).clone() else {
                return Err(Error::new(Code::Missing).with("file", "lshand").view());
            };
            let send = move |app: &lisuan_app::App, stopped: lisuan_app::Cancelled<'_>| {
                let tell = |at| progress.tell(at);
                app.send_to_place(&name, &file, password.as_deref(), &tell, stopped)
            };
            shell.run_long(send).await
        }
        Request::FetchFromPlace { name, file, password } => {
            let receipt = file.ends_with(".lsreceipt");
            let into = shell.app.home().inbox();
            let fetch = move |app: &lisuan_app::App, stopped: lisuan_app::Cancelled<'_>| {
                let tell = |at| progress.tell(at);
                let password = password.as_deref();
                app.fetch_from_place(&name, &file, &into, password, &tell, stopped)
            };
            let fetched = shell.run_long(fetch).await?;
            let path = PathBuf::from(fetched.as_str().unwrap_or_default());
            if receipt {
                return shell.run(move |app| Ok(Some(app.take_receipt(&path)?))).await;
            }
            *lock(&shell.package) = Some(path);
            Ok(Value::Null)
        }
        _ => Ok(Value::Null),
    }
}
