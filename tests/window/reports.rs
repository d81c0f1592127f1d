//! Reports and letters: what they say, who signs, making them, and what was sealed.

use lisuan_tests::window::{Display, Page, Result, Setup, Window};
use thirtyfour::Key;

use crate::hands::{cell, fill, journey, new_case, photo, step, turn};

#[tokio::test(flavor = "multi_thread")]
async fn a_brief_in_two_languages_a_letter_and_the_record_of_both() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let out = home.path().join("out.pdf");
    let display = Display::start(1280, 720)?;
    let logo = [photo("nexus4-gps-night.jpg")];
    let setup = Setup::new(home.path()).saves(&out).logo(&logo[0]);
    let window = Window::open(&display, &setup).await?;
    let page = &window.page;
    journey(page, "reports", async {
        letterhead(page).await?;
        new_case(page, "CAR-2026-0100").await?;
        step(page, "0", "dossier").await?;
        words(page).await?;
        letters(page, &out).await?;
        make(page, &out).await
    })
    .await?;
    window.close().await
}

/// The firm's head, in the settings.
async fn letterhead(page: &Page) -> Result<()> {
    page.click("rail-settings").await?;
    fill(page, "settings-firm", "华信保险公估有限公司").await?;
    fill(page, "settings-firm-address", "广东省深圳市建设路 1 号").await?;
    fill(page, "settings-firm-licence", "GG-0001").await?;
    page.click("settings-logo").await?;
    page.part("settings-logo-remove").await?;
    page.picture("reports-1-settings").await?;
    page.click("rail-start").await
}

async fn words(page: &Page) -> Result<()> {
    page.click("report-parts-words").await?;
    cell(page, "signatory", 0, "name", "王某某").await?;
    cell(page, "signatory", 0, "licence_no", "GG-1001").await?;
    fill(page, "field-claim_case-report_no", "GG-2026-018").await?;
    fill(page, "field-claim_case-plan", "复核工程量，收集单价依据。").await?;
    page.picture("reports-2-words").await?;
    Ok(())
}

async fn letters(page: &Page, out: &std::path::Path) -> Result<()> {
    page.click("report-parts-letters").await?;
    page.click("letter-new-request").await?;
    page.until("see the text of the letter", || async {
        Ok(page.value("field-letter-text").await?.contains("第二十二条").then_some(()))
    })
    .await?;
    page.text_when("message", |text| text.contains("待填")).await?;
    fill(page, "field-letter-addressee", "某承包人").await?;
    page.click("letter-export").await?;
    page.text_when("message", |text| text.contains("未予封存")).await?;
    assert!(!out.is_file(), "a letter with blanks is not sealed");
    let said = "根据保险法第二十二条第二款，现一次性通知贵方补充提供：1. 出险通知书 2. 保险单";
    page.tab_to("field-letter-text").await?;
    page.chord(&[Key::Control], "a").await?;
    page.keys(said).await?;
    page.picture("reports-3-letters").await?;
    page.click("letter-export").await?;
    page.until("see that the letter was written", || async { Ok(out.is_file().then_some(())) })
        .await?;
    Ok(())
}

async fn make(page: &Page, out: &std::path::Path) -> Result<()> {
    page.click("report-parts-make").await?;
    page.click("report-kind").await?;
    page.keys("查勘初报").await?;
    page.until("see the kind that was chosen", || async {
        Ok((page.value("report-kind").await? == "brief").then_some(()))
    })
    .await?;
    page.click("dossier-language-both").await?;
    page.click("report-per-page-3").await?;
    page.picture("reports-4-make").await?;
    page.click("dossier-export").await?;
    page.part("dossier-result").await?;
    page.picture("reports-5-made").await?;
    let said = std::process::Command::new("pdftotext").arg(out).arg("-").output()?;
    let text: String = String::from_utf8(said.stdout)?.split_whitespace().collect();
    assert!(text.contains("查勘初报") && text.contains("PreliminarySurveyReport"), "{text}");
    assert!(text.contains("GG-2026-018") && text.contains("王某某"), "{text}");
    page.click("report-parts-issued").await?;
    let issued = page.text_when("issued", |text| text.contains("GG-2026-018")).await?;
    assert!(issued.contains("查勘初报"), "what was sealed is listed: {issued}");
    page.picture("reports-6-issued").await?;
    page.click("language-toggle").await?;
    page.text_when("issued", |text| text.contains("Preliminary")).await?;
    page.picture("reports-7-issued-en").await?;
    page.click("report-parts-letters").await?;
    page.picture("reports-8-letters-en").await?;
    Ok(())
}
