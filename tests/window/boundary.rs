//! What the page may and may not do, asked from inside the page.

use lisuan_tests::window::{Display, Page, Result, Setup, Window};
use serde_json::{Value, json};

use crate::hands::{journey, turn};

/// Calls the program past the page's own code and gives the answer, or `refused: …`.
const CALL: &str = "
    const [command, request] = arguments;
    const done = arguments[arguments.length - 1];
    const tauri = window.__TAURI_INTERNALS__;
    const progress = '__CHANNEL__:' + tauri.transformCallback(() => undefined);
    const args = command === 'lisuan' ? { request, progress } : request;
    tauri.invoke(command, args).then(done, (error) => done('refused: ' + JSON.stringify(error)));";

/// Tries to fetch, and says how that ended.
const FETCH: &str = "
    const done = arguments[arguments.length - 1];
    fetch(arguments[0]).then((answer) => done(answer.status), () => done('blocked'));";

#[tokio::test(flavor = "multi_thread")]
async fn the_page_can_do_what_it_is_granted_and_no_more() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let display = Display::start(1280, 720)?;
    let window = Window::open(&display, &Setup::new(home.path())).await?;
    let page = &window.page;
    journey(page, "boundary", bounds(page)).await?;
    window.close().await
}

async fn bounds(page: &Page) -> Result<()> {
    page.part("start-new").await?;
    let started = page.ask_later(CALL, json!(["lisuan", { "verb": "start" }])).await?;
    assert!(started["version"].is_string(), "the one command answers: {started}");
    for (command, arguments) in [
        ("plugin:window|close", json!({})),
        ("plugin:event|emit", json!({ "event": "lisuan://drop", "payload": null })),
        ("plugin:path|resolve_directory", json!({ "directory": 1 })),
        ("plugin:webview|create_webview_window", json!({ "options": { "label": "x" } })),
    ] {
        let answer = page.ask_later(CALL, json!([command, arguments])).await?;
        let said = answer.as_str().unwrap_or_default();
        assert!(said.contains("not allowed"), "{command} is refused: {answer}");
    }
    for address in ["https://example.com/", "http://127.0.0.1:9/", "file:///etc/passwd"] {
        let ended = page.ask_later(FETCH, json!([address])).await?;
        assert_eq!(ended, json!("blocked"), "{address} is out of reach");
    }
    page.ask("location.href = 'https://example.com/'; window.open('about:blank');", json!([]))
        .await?;
    let still = page.ask("return [location.protocol, typeof window.__TAURI__];", json!([])).await?;
    assert_eq!(still, json!(["tauri:", "undefined"]), "the page stays and finds no global door");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_dialog_opens_over_the_window_and_can_be_left() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let display = Display::start(1280, 720)?;
    let window = Window::open(&display, &Setup::new(home.path())).await?;
    let page = &window.page;
    let work = async {
        page.part("start-new").await?;
        // Twice: the toolkit's thread for dialogs must survive the first.
        for _ in 0..2 {
            page.click("start-open").await?;
            window.leave_dialog()?;
            let back = page.until("see the button again", || async {
                let script =
                    "return document.querySelector('[data-testid=\"start-open\"]').disabled;";
                Ok((page.ask(script, json!([])).await? == Value::Bool(false)).then_some(()))
            });
            back.await?;
        }
        assert!(!page.has("message").await?, "leaving a dialog is no error");
        Ok(())
    };
    journey(page, "dialog", work).await?;
    window.close().await
}
