//! The whole case checked in the window: the same photo in another case of the library is found,
//! answered, and found no more to be explained.

use lisuan_tests::window::{Display, Page, Result, Setup, Window};
use thirtyfour::Key;

use crate::hands::{case_in, journey, new_case, photo, photos, step, turn};

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_case_is_checked_against_its_journal_and_the_other_cases() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let display = Display::start(1280, 720)?;
    let setup = Setup::new(home.path()).photos(&[photo("lumix-lx3-gps-building.jpg")])?;
    let window = Window::open(&display, &setup).await?;
    let page = &window.page;
    let work = async {
        with_photo(page, "FIRE-1").await?;
        page.chord(&[Key::Control], "k").await?;
        page.keys("关闭案件").await?;
        page.keys(Key::Enter).await?;
        with_photo(page, "FIRE-2").await?;
        check(page).await
    };
    journey(page, "check", work).await?;
    window.close().await?;
    // What was found is no record: it is looked for anew.
    case_in(home.path()).map(drop)
}

async fn with_photo(page: &Page, claim_no: &str) -> Result<()> {
    new_case(page, claim_no).await?;
    step(page, "4", "survey").await?;
    page.click("photos-add").await?;
    page.until("the photo", || async { Ok((photos(page).await? == 1).then_some(())) }).await
}

async fn check(page: &Page) -> Result<()> {
    step(page, "1", "overview").await?;
    page.click("check-case").await?;
    let said = page.text_when("check-said", |text| text.contains("案件完整")).await?;
    assert!(said.contains("原件 1 件"), "what was hashed: {said}");
    assert!(said.contains("另外 1 个案件"), "what it was held against: {said}");
    let found = page.text_when("finding-PHO-03", |text| text.contains("FIRE-1")).await?;
    assert!(found.contains("须说明"), "it wants a reason: {found}");
    page.picture("check-1-found").await?;
    page.click("answer-PHO-03").await?;
    page.keys("同一火灾，两张保单").await?;
    page.click("answer-save").await?;
    let see = "document.querySelector('[data-testid=\"finding-PHO-03\"]').scrollIntoView({ block: 'center' });";
    page.words("同一火灾，两张保单").await?;
    page.ask(see, serde_json::json!([])).await?;
    page.picture("check-2-answered").await?;
    assert!(!page.has("finding-ANS-02").await?, "the finding it belongs to is there");
    page.click("language-toggle").await?;
    page.text_when("check-said", |text| text.contains("The case is whole")).await?;
    page.click("theme-toggle").await?;
    page.picture("check-3-en").await.map(drop)
}
