//! An encrypted case: made, locked, opened again, backed up, in the window.

use lisuan_tests::window::{Display, Page, Result, Setup, Window};
use serde_json::json;

use crate::hands::{case_in, fill, journey, saved, step, turn};

const PASSPHRASE: &str = "堤坝在黎明前守住了";

#[tokio::test(flavor = "multi_thread")]
async fn a_confidential_case_is_locked_opened_and_backed_up() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let disk = home.path().join("disk");
    std::fs::create_dir(&disk)?;
    let display = Display::start(1280, 720)?;
    let window = Window::open(&display, &Setup::new(home.path()).backs_up_to(&disk)).await?;
    let page = &window.page;
    journey(page, "confidential", async {
        make(page).await?;
        let file = std::fs::read(case_in(home.path())?)?;
        assert!(!file.starts_with(b"SQLite format 3"), "the file is encrypted");
        let told = "某某机密工程".as_bytes();
        assert!(!file.windows(told.len()).any(|part| part == told), "nothing of it can be read");
        lock(page).await?;
        back_up(page, &disk).await
    })
    .await?;
    window.close().await
}

async fn make(page: &Page) -> Result<()> {
    page.click("start-new").await?;
    fill(page, "field-claim_case-claim_no", "CAR-2026-0300").await?;
    fill(page, "field-claim_case-insured", "某某机密工程").await?;
    page.click("new-case-encrypt").await?;
    fill(page, "passphrase-first", PASSPHRASE).await?;
    fill(page, "passphrase-again", "堤坝在黎明前没有守住").await?;
    page.until("hear that the two differ", || async {
        Ok(page.shown().await?.contains("不一致").then_some(()))
    })
    .await?;
    page.picture("confidential-1-new").await?;
    let again = "const input = document.querySelector('[data-testid=\"passphrase-again\"]');
        input.value = ''; input.dispatchEvent(new Event('input', { bubbles: true }));";
    page.ask(again, json!([])).await?;
    fill(page, "passphrase-again", PASSPHRASE).await?;
    page.click("new-case-create").await?;
    let key = page.text_when("recovery-key", |text| text.len() > 20).await?;
    assert!(key.chars().all(|c| c.is_ascii_alphanumeric() || "- \n".contains(c)), "{key}");
    page.picture("confidential-2-recovery").await?;
    page.click("recovery-kept").await?;
    page.click("recovery-done").await?;
    page.text_when("case-claim-no", |text| text == "CAR-2026-0300").await?;
    Ok(())
}

async fn lock(page: &Page) -> Result<()> {
    page.click("rail-settings").await?;
    page.part("confidential-state").await?;
    page.picture("confidential-3-settings").await?;
    page.click("lock-now").await?;
    page.part("lock-secret").await?;
    let shown = page.shown().await?;
    assert!(!shown.contains("某某机密工程"), "nothing of the case stays in sight: {shown}");
    page.picture("confidential-4-locked").await?;
    fill(page, "lock-secret", "不是这个口令").await?;
    page.click("lock-open").await?;
    page.until("hear that it does not fit", || async {
        Ok(page.shown().await?.contains("无法用它打开案件").then_some(()))
    })
    .await?;
    page.picture("confidential-5-refused").await?;
    fill(page, "lock-secret", PASSPHRASE).await?;
    page.click("lock-open").await?;
    page.text_when("case-claim-no", |text| text == "CAR-2026-0300").await?;
    step(page, "3", "cause").await?;
    fill(page, "field-claim_case-cause", "暴雨").await?;
    step(page, "2", "policy").await?;
    saved(page).await?;
    Ok(())
}

async fn back_up(page: &Page, disk: &std::path::Path) -> Result<()> {
    page.click("rail-settings").await?;
    page.click("backup-now").await?;
    page.text_when("backup-last", |text| text.contains('1')).await?;
    page.picture("confidential-6-backup").await?;
    let kept = std::fs::read_dir(disk)?.count();
    assert!(kept > 0, "the disk holds the backup");
    page.click("language-toggle").await?;
    page.text_when("backup-last", |text| text.contains("backup")).await?;
    page.picture("confidential-7-backup-en").await?;
    Ok(())
}
