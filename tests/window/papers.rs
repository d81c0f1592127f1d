//! Papers: chosen and dropped, described in the grid, looked at page by page, linked with a line,
//! saved again.

use std::fs;
use std::path::{Path, PathBuf};

use lisuan_tests::papers::{encrypted_pdf, pdf};
use lisuan_tests::window::{Display, Page, Result, Setup, Window};
use serde_json::json;

use crate::hands::{cell, journey, step, turn};

/// Paths the test gives the window.
struct Files {
    contract: Vec<u8>,
    chosen: PathBuf,
    dropped: PathBuf,
    saved: PathBuf,
}

impl Files {
    fn make(folder: &Path) -> Result<Self> {
        let contract = pdf(&["Main works contract", "Bill of quantities", "Signatures"]);
        let files = Self {
            chosen: folder.join("施工总承包合同.pdf"),
            dropped: folder.join("locked.pdf"),
            saved: folder.join("saved.pdf"),
            contract,
        };
        fs::write(&files.chosen, &files.contract)?;
        fs::write(&files.dropped, encrypted_pdf())?;
        Ok(files)
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn papers_are_taken_in_looked_at_and_linked() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let files = Files::make(home.path())?;
    let display = Display::start(1280, 720)?;
    let setup = Setup::new(home.path());
    let setup = setup.documents(std::slice::from_ref(&files.chosen))?.saves(&files.saved);
    let window = Window::open(&display, &setup).await?;
    let page = &window.page;
    journey(page, "papers", work(page, &window, &files)).await?;
    window.close().await
}

async fn work(page: &Page, window: &Window, files: &Files) -> Result<()> {
    page.click("start-sample-embankment").await?;
    page.part("step-overview").await?;
    step(page, "9", "evidence").await?;
    page.part("checklist").await?;
    page.picture("papers-1-empty").await?;

    // The checklist knows that a contract is missing; choosing it there says what the file is.
    page.click("paper-contract").await?;
    page.text_when("documents-added", |said| said.contains("已收入 1 份")).await?;
    page.text_when("paper-contract", |said| said.contains("已有 1")).await?;
    window.drag(&[&files.dropped], true)?;
    page.text_when("documents-added", |said| said.contains("PDF 已加密")).await?;
    cell(page, "document", 0, "source", "某建设集团").await?;
    cell(page, "document", 0, "purpose", "证明受损部位的合同单价").await?;
    cell(page, "document", 0, "form", "复印件，未核对").await?;
    page.words("未经核对的复印件").await?;
    seen(page, 1).await?;
    page.picture("papers-2-zh-light").await?;

    page.click("document-line-link").await?;
    page.keys("路").await?;
    page.picture("papers-3-link").await?;
    page.click("document-save").await?;
    page.words("SHA-256 相符").await?;
    assert!(fs::read(&files.saved)? == files.contract, "saved byte for byte");

    for theme in ["dark", "sun"] {
        while page.ask("return document.documentElement.dataset.theme;", json!([])).await?
            != json!(theme)
        {
            page.click("theme-toggle").await?;
        }
        page.picture(&format!("papers-4-zh-{theme}")).await?;
    }
    page.click("language-toggle").await?;
    page.words("Checklist").await?;
    page.picture("papers-5-en").await?;
    Ok(())
}

/// The picture of a page is there, with pixels in it.
async fn seen(page: &Page, number: u32) -> Result<()> {
    let script = "return document.querySelector(`[data-testid=\"document-page-${arguments[0]}\"]`)\
        ?.naturalWidth ?? 0;";
    page.until("see a page of the paper", || async {
        let width = page.ask(script, json!([number])).await?;
        Ok((width.as_u64().unwrap_or(0) > 1_000).then_some(()))
    })
    .await
}
