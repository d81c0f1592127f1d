//! The policy wording typed in, the calculation it gives, and the other side's reading beside it.

use lisuan_tests::window::{Display, Page, Result, Setup, Window};
use thirtyfour::Key;

use crate::hands::{cell, cell_shows, journey, saved, step, turn};

#[tokio::test(flavor = "multi_thread")]
async fn two_readings_of_one_policy_side_by_side() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let workbook = home.path().join("adjustment.xlsx");
    let display = Display::start(1280, 720)?;
    let setup = Setup::new(home.path()).saves(&workbook);
    let window = Window::open(&display, &setup).await?;
    let page = &window.page;
    let work = async {
        page.click("start-sample-embankment").await?;
        page.part("step-overview").await?;
        wording(page).await?;
        scenarios(page).await?;
        page.click("export-sheet").await?;
        page.until("see that the workbook is written", || async {
            Ok(page.shown().await?.contains("计算表已导出").then_some(()))
        })
        .await?;
        pictures(page).await
    };
    journey(page, "wording", work).await?;
    let bytes = std::fs::read(&workbook)?;
    assert_eq!(bytes.get(..4), Some(b"PK\x03\x04".as_slice()), "a whole workbook lies there");
    window.close().await
}

/// Goes to the next part of a page with the arrow keys, as the row of parts says.
async fn part(page: &Page, from: &str, to: &str) -> Result<()> {
    page.tab_to(from).await?;
    page.keys(Key::Right).await?;
    page.part(to).await?;
    page.until(&format!("have {to} chosen"), || async {
        let script = "return document.querySelector(`[data-testid=\"${arguments[0]}\"]`)\
            ?.getAttribute('aria-checked');";
        let chosen = page.ask(script, serde_json::json!([to])).await?;
        Ok((chosen == serde_json::json!("true")).then_some(()))
    })
    .await
}

async fn wording(page: &Page) -> Result<()> {
    step(page, "2", "policy").await?;
    for (field, text) in
        [("name", "路基工程"), ("sum_insured", "800000"), ("insurable_value", "1000000")]
    {
        cell(page, "policy_item", 0, field, text).await?;
    }
    part(page, "policy-parts-schedule", "policy-parts-terms").await?;
    for (field, text) in [
        ("name", "特种风险"),
        ("fixed", "2000"),
        ("rate", "10%"),
        ("clause", "特别约定 3"),
        ("explained", "有证据"),
    ] {
        cell(page, "deductible", 0, field, text).await?;
    }
    cell_shows(page, "deductible", 0, "rate", "10%").await?;
    for (row, code, value) in [(0, "免赔规则", "以高者为准"), (1, "免赔率基数", "核定损失")]
    {
        for (field, text) in [("code", code), ("value", value), ("clause", "特别约定 3")] {
            cell(page, "term", row, field, text).await?;
        }
    }
    saved(page).await?;
    page.picture("wording-1-terms").await?;
    part(page, "policy-parts-terms", "policy-parts-costs").await?;
    for (field, text) in [("name", "清理残骸费用"), ("cost", "3000"), ("limit_of_loss", "5%")]
    {
        cell(page, "extension", 0, field, text).await?;
    }
    saved(page).await?;
    page.picture("wording-2-costs").await?;
    part(page, "policy-parts-costs", "policy-parts-insurers").await?;
    for (row, name, share) in [(0, "甲财产保险公司", "60%"), (1, "乙财产保险公司", "40%")]
    {
        cell(page, "coinsurer", row, "name", name).await?;
        cell(page, "coinsurer", row, "share", share).await?;
    }
    saved(page).await?;
    page.picture("wording-3-insurers").await?;
    part(page, "policy-parts-insurers", "policy-parts-clauses").await?;
    for (field, text) in [("number", "特别约定 3"), ("title", "免赔"), ("kind", "特别约定")]
    {
        cell(page, "policy_clause", 0, field, text).await?;
    }
    saved(page).await?;
    page.picture("wording-4-clauses").await?;
    Ok(())
}

async fn scenarios(page: &Page) -> Result<()> {
    step(page, "8", "adjustment").await?;
    page.picture("wording-5-sheet").await?;
    part(page, "adjustment-parts-sheet", "adjustment-parts-scenarios").await?;
    for (field, text) in [("name", "保险人的理解"), ("reading", "保险人")] {
        cell(page, "scenario", 0, field, text).await?;
    }
    saved(page).await?;
    for (field, text) in [
        ("scenario", "保险人的理解"),
        ("code", "免赔率"),
        ("value", "20%"),
        ("clause", "特种风险免赔"),
    ] {
        cell(page, "position", 0, field, text).await?;
    }
    saved(page).await?;
    page.part("scenario-row-payable").await?;
    page.picture("wording-6-scenarios").await?;
    Ok(())
}

async fn pictures(page: &Page) -> Result<()> {
    page.click("language-toggle").await?;
    page.until("see English", || async {
        Ok(page.shown().await?.contains("Side by side").then_some(()))
    })
    .await?;
    page.picture("wording-7-scenarios-en").await?;
    step(page, "2", "policy").await?;
    page.picture("wording-8-policy-en").await?;
    page.click("policy-parts-terms").await?;
    page.picture("wording-9-terms-en").await?;
    page.click("policy-parts-costs").await?;
    page.picture("wording-10-costs-en").await?;
    Ok(())
}
