//! A case handed over in the window, looked at again, and received as a new one.

use lisuan_tests::window::{Display, Page, Result, Setup, Window};

use crate::hands::{fill, journey, new_case, turn};

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_handed_over_and_received() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let package = home.path().join("out.lshand");
    let display = Display::start(1280, 720)?;
    let setup = Setup::new(home.path()).saves(&package).package(&package);
    let window = Window::open(&display, &setup).await?;
    let page = &window.page;
    journey(page, "handover", async {
        new_case(page, "CAR-2026-0200").await?;
        page.click("step-handover").await?;
        give(page, &package).await?;
        take(page).await
    })
    .await?;
    window.close().await
}

async fn give(page: &Page, package: &std::path::Path) -> Result<()> {
    page.click("handover-parts-give").await?;
    fill(page, "give-recipient", "李敏").await?;
    page.click("give-closing-passphrase").await?;
    fill(page, "give-passphrase", "水位上涨三米").await?;
    page.picture("handover-1-give").await?;
    page.click("give").await?;
    page.part("given").await?;
    assert!(package.is_file(), "the package is there");
    let records = page.text_when("handovers", |text| text.contains("李敏")).await?;
    assert!(records.contains("移交"), "the record of it: {records}");
    page.picture("handover-2-given").await?;
    Ok(())
}

async fn take(page: &Page) -> Result<()> {
    page.click("handover-parts-take").await?;
    page.click("take-choose").await?;
    page.part("take-passphrase").await?;
    fill(page, "take-passphrase", "水位上涨三米").await?;
    page.click("take-open").await?;
    let effect = page.text_when("package-effect", |text| !text.is_empty()).await?;
    assert!(effect.contains("没有改动"), "all of it is here already: {effect}");
    page.click("take-target-new").await?;
    let effect = page.text_when("package-effect", |text| text.contains("新案件")).await?;
    assert!(effect.contains('1'), "{effect}");
    page.picture("handover-3-seen").await?;
    page.click("language-toggle").await?;
    page.text_when("package-sender", |text| text.contains("this installation")).await?;
    page.picture("handover-4-seen-en").await?;
    // A receipt would go to the one name the dialog answers with.
    page.click("take-receipt-too").await?;
    page.click("take-encrypt").await?;
    fill(page, "passphrase-first", "another passphrase").await?;
    fill(page, "passphrase-again", "another passphrase").await?;
    page.picture("handover-5-encrypt").await?;
    page.click("take").await?;
    let key = page.text_when("recovery-key", |text| !text.is_empty()).await?;
    assert_eq!(key.split(' ').count(), 8, "the recovery key, once: {key}");
    page.click("recovery-kept").await?;
    page.click("recovery-done").await?;
    let taken = page.text_when("taken", |text| text.contains("Received")).await?;
    assert!(taken.contains("CAR-2026-0200"), "the new case is open: {taken}");
    page.picture("handover-6-taken-en").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_package_goes_through_a_shared_place() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let package = home.path().join("CAR-2026-0201.lshand");
    let shared = home.path().join("shared");
    std::fs::create_dir(&shared)?;
    let display = Display::start(1280, 720)?;
    let setup = Setup::new(home.path()).saves(&package).watches(&shared);
    let window = Window::open(&display, &setup).await?;
    let page = &window.page;
    journey(page, "places", async {
        page.click("rail-inbox").await?;
        page.picture("places-1-none").await?;
        page.click("inbox-settings").await?;
        page.click("place-new").await?;
        fill(page, "place-name", "项目部").await?;
        page.click("place-add").await?;
        page.text_when("places", |text| text.contains("项目部")).await?;
        page.picture("places-2-settings").await?;
        page.click("rail-start").await?;
        new_case(page, "CAR-2026-0201").await?;
        page.click("step-handover").await?;
        page.click("handover-parts-give").await?;
        fill(page, "give-recipient", "李敏").await?;
        page.click("give-closing-open").await?;
        page.click("give").await?;
        page.click("send-on-项目部").await?;
        let name = "CAR-2026-0201.lshand";
        page.until("see the package lie in the place", || async {
            Ok(shared.join(name).is_file().then_some(()))
        })
        .await?;
        page.picture("places-3-sent").await?;
        page.click("rail-inbox").await?;
        page.text_when("inbox", |text| text.contains(name)).await?;
        page.click(&format!("inbox-fetch-{name}")).await?;
        page.text_when("package-effect", |text| text.contains("没有改动")).await?;
        page.picture("places-4-fetched").await?;
        page.click("take-target-new").await?;
        page.text_when("package-effect", |text| text.contains("新案件")).await?;
        page.click("take-receipt-too").await?;
        page.click("take").await?;
        page.text_when("taken", |text| text.contains("CAR-2026-0201")).await?;
        page.click("language-toggle").await?;
        page.click("rail-inbox").await?;
        page.text_when("inbox", |text| text.contains("Known") || text.contains("known")).await?;
        page.picture("places-5-en").await?;
        Ok(())
    })
    .await?;
    window.close().await
}
