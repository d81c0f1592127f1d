//! The main job, with keys alone: an empty laptop, a case, a sealed dossier; then the power goes.

use std::path::Path;

use lisuan_app::{App, Home};
use lisuan_tests::window::{Display, Page, Result, Setup, Window};
use serde_json::json;
use thirtyfour::Key;

use crate::hands::{
    cell, cell_shows, fill, go_to_cell, journey, photo, pictures, saved, step, turn,
};

const CLAIM_NO: &str = "CAR-2026-0815";
const INSURED: &str = "宿淮铁路工程公司";
const NOTES: [&str; 2] =
    ["路基边坡 K12+300 处冲刷，长约 12.5 米。", "现场项目经理陈述：暴雨自 02:00 起。"];
const EXPRESSION: &str = "12.50×3.20×0.40×2";
/// 12.50 × 3.20 × 0.40 × 2 = 32.00 m³ at 480.00.
const ASSESSED: &str = "15,360.00";
/// Less a deductible of 500.00.
const PAYABLE: &str = "14,860.00";

/// One turned by EXIF, one HEIC, one as it lies.
const PHOTOS: [&str; 3] =
    ["blackberry-z10-rotated90.jpg", "galaxy-s10-panel.heic", "lumix-lx3-gps-building.jpg"];

#[tokio::test(flavor = "multi_thread")]
async fn from_an_empty_laptop_to_a_sealed_dossier_and_through_a_power_cut() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let dossier = home.path().join("dossier.pdf");
    let display = Display::start(1280, 720)?;
    let setup = Setup::new(home.path()).photos(&PHOTOS.map(photo))?.saves(&dossier);
    let window = Window::open(&display, &setup).await?;
    let page = &window.page;
    let work = async {
        make_case(page).await?;
        insure(page).await?;
        take_notes(page).await?;
        add_photos(page).await?;
        price_the_loss(page).await?;
        export(page, &dossier).await
    };
    journey(page, "main-job", work).await?;
    saved(page).await?;
    window.kill().await?;

    let window = Window::open(&display, &setup).await?;
    journey(&window.page, "main-job-reopened", everything_is_there(&window.page)).await?;
    window.close().await?;
    is_one_file(home.path())
}

async fn make_case(page: &Page) -> Result<()> {
    page.part("start-new").await?;
    page.picture("main-job-1-start").await?;
    page.tab_to("start-new").await?;
    page.keys(Key::Enter).await?;
    page.part("field-claim_case-claim_no").await?;
    for (field, text) in [
        ("claim_no", CLAIM_NO),
        ("insured", INSURED),
        ("insurer", "人保财险"),
        ("policy_no", "PQ-2026-001"),
        ("policy_from", "2026-01-01"),
        ("policy_to", "2026-12-31"),
        ("loss_date", "2026-08-15"),
        ("loss_place", "宿迁"),
        ("cause", "暴雨"),
    ] {
        fill(page, &format!("field-claim_case-{field}"), text).await?;
    }
    page.picture("main-job-2-new-case").await?;
    page.tab_to("new-case-create").await?;
    page.keys(Key::Enter).await?;
    page.text_when("case-claim-no", |text| text == CLAIM_NO).await?;
    Ok(())
}

/// What is insured and what the insured bears: without them the payable cannot be known.
async fn insure(page: &Page) -> Result<()> {
    step(page, "2", "policy").await?;
    for (field, text) in
        [("name", "路基工程"), ("sum_insured", "5000000"), ("insurable_value", "5000000")]
    {
        cell(page, "policy_item", 0, field, text).await?;
    }
    cell_shows(page, "policy_item", 0, "sum_insured", "5,000,000").await?;
    page.picture("main-job-3-policy").await?;
    page.tab_to("policy-parts-schedule").await?;
    page.keys(Key::Right).await?;
    page.part("policy-parts-terms").await?;
    for (field, text) in
        [("name", "每次事故免赔"), ("fixed", "500"), ("clause", "保单明细表第 5 项")]
    {
        cell(page, "deductible", 0, field, text).await?;
    }
    for (field, text) in [("code", "免赔规则"), ("value", "只按免赔额"), ("clause", "特别约定 3")]
    {
        cell(page, "term", 0, field, text).await?;
    }
    saved(page).await?;
    page.picture("main-job-3-terms").await?;
    Ok(())
}

async fn take_notes(page: &Page) -> Result<()> {
    step(page, "4", "survey").await?;
    page.tab_to("note-capture").await?;
    for note in NOTES {
        page.keys(note).await?;
        page.keys(Key::Enter).await?;
        page.words(note).await?;
    }
    Ok(())
}

async fn add_photos(page: &Page) -> Result<()> {
    page.tab_to("photos-add").await?;
    page.keys(Key::Enter).await?;
    page.part("photos-added").await?;
    let sizes = page.until("see three pictures", || async {
        let sizes = pictures(page).await?;
        Ok((sizes.len() == PHOTOS.len()).then_some(sizes))
    });
    let sizes = sizes.await?;
    assert!(sizes.iter().all(|(w, h)| *w.max(h) <= 320), "contact sheet uses 320 px: {sizes:?}");
    assert!(sizes[0].1 > sizes[0].0, "the photo turned by EXIF stands upright: {sizes:?}");
    page.picture("main-job-3-survey").await?;
    Ok(())
}

async fn price_the_loss(page: &Page) -> Result<()> {
    step(page, "5", "measurement").await?;
    for (field, text) in [
        ("item", "浆砌片石护坡"),
        ("location", "K12+300"),
        ("expression", EXPRESSION),
        ("unit", "m³"),
    ] {
        cell(page, "measurement", 0, field, text).await?;
    }
    page.words("32.00 m³").await?;
    page.picture("main-job-4-measurement").await?;

    step(page, "6", "prices").await?;
    for (field, text) in [("item", "浆砌片石护坡"), ("unit", "m³"), ("amount", "480")] {
        cell(page, "unit_price", 0, field, text).await?;
    }
    cell(page, "unit_price", 0, "basis", "合同").await?;
    cell(page, "unit_price", 0, "source", "施工合同清单 3-2").await?;
    page.picture("main-job-5-prices").await?;

    step(page, "7", "lines").await?;
    cell(page, "loss_line", 0, "item", "浆砌片石护坡").await?;
    cell(page, "loss_line", 0, "policy_item", "路基").await?;
    cell(page, "loss_line", 0, "measurement", "浆砌").await?;
    cell(page, "loss_line", 0, "price", "浆砌").await?;
    cell(page, "loss_line", 0, "claimed_quantity", "36").await?;
    cell(page, "loss_line", 0, "claimed_price", "500").await?;
    cell_shows(page, "loss_line", 0, "assessed_amount", ASSESSED).await?;
    page.picture("main-job-6-lines").await?;

    step(page, "8", "adjustment").await?;
    page.text_when("figures-payable", |text| text.contains(PAYABLE)).await?;
    page.picture("main-job-7-adjustment").await?;
    Ok(())
}

async fn export(page: &Page, dossier: &Path) -> Result<()> {
    page.chord(&[Key::Control], "e").await?;
    page.part("dossier-result").await?;
    page.picture("main-job-8-dossier").await?;
    let app = App::new(Home::under(&dossier.with_extension("verifier")));
    let verdict = app.verify(dossier, None)?;
    assert!(verdict.as_sealed, "the dossier on disk verifies: {:?}", verdict.reasons);
    let said = std::process::Command::new("pdfsig").arg(dossier).output()?;
    let said = String::from_utf8_lossy(&said.stdout);
    assert!(said.contains("Signature is Valid"), "pdfsig agrees: {said}");
    assert!(said.contains("Total document signed"), "nothing stands outside the seal: {said}");
    Ok(())
}

async fn everything_is_there(page: &Page) -> Result<()> {
    page.part("start-new").await?;
    page.words(CLAIM_NO).await?;
    page.picture("main-job-9-recent").await?;
    page.tab_to("start-recent").await?;
    page.keys(Key::Enter).await?;
    page.text_when("case-claim-no", |text| text == CLAIM_NO).await?;
    page.picture("main-job-10-overview").await?;
    step(page, "4", "survey").await?;
    for note in NOTES {
        page.words(note).await?;
    }
    let all = page.until("see three pictures", || async {
        Ok((pictures(page).await?.len() == PHOTOS.len()).then_some(()))
    });
    all.await?;
    step(page, "5", "measurement").await?;
    cell_shows(page, "measurement", 0, "expression", EXPRESSION).await?;
    step(page, "8", "adjustment").await?;
    page.text_when("figures-payable", |text| text.contains(PAYABLE)).await?;
    undo_reaches_back(page).await
}

/// Undo goes back over the closing of the program.
async fn undo_reaches_back(page: &Page) -> Result<()> {
    step(page, "7", "lines").await?;
    go_to_cell(page, "loss_line", 0, "claimed_price").await?;
    page.chord(&[Key::Control], "z").await?;
    let gone = page.until("see the claimed price go", || async {
        let script = "return document.querySelector('[data-field=\"claimed_price\"]').innerText;";
        let text = page.ask(script, json!([])).await?;
        Ok((!text.as_str().unwrap_or_default().contains("500")).then_some(()))
    });
    gone.await
}

/// A closed case is one file: no journal beside it, no lock.
fn is_one_file(home: &Path) -> Result<()> {
    let names: Vec<String> = std::fs::read_dir(home.join("cases"))?
        .map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    let beside: Vec<&String> = names.iter().filter(|name| !name.ends_with(".lisuan")).collect();
    assert!(beside.is_empty(), "a closed case leaves nothing beside itself: {beside:?}");
    assert_eq!(names.len(), 1, "one case was made: {names:?}");
    Ok(())
}
