//! The one command the page may call.

use lisuan_app::wire::{ErrorView, Progress, Request};
use serde_json::Value;
use tauri::ipc::Channel;
use tauri::{State, WebviewWindow};

use crate::shell::Shell;
use crate::verbs;

/// Answers one request; what each verb answers with stands beside it in [`Request`].
#[tauri::command]
pub async fn lisuan(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    request: Request,
    progress: Channel<Progress>,
) -> Result<Value, ErrorView> {
    verbs::answer(shell.inner(), &window, request, progress).await
}
