//! A contract bill looked at, corrected and taken in; one undo takes it back.

use std::path::Path;

use lisuan_tests::window::{Display, Page, Result, Setup, Window};

use crate::hands::{journey, new_case, step, turn};

#[tokio::test(flavor = "multi_thread")]
async fn a_contract_bill_comes_in_as_one_step() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let bill = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/boq/b-multi-sheet.xlsx");
    let display = Display::start(1280, 720)?;
    let window = Window::open(&display, &Setup::new(home.path()).bill(&bill)).await?;
    let page = &window.page;
    journey(page, "bill", work(page)).await?;
    window.close().await
}

async fn work(page: &Page) -> Result<()> {
    new_case(page, "CAR-2026-0099").await?;
    step(page, "6", "prices").await?;
    page.click("bill-choose").await?;
    page.part("bill").await?;
    page.picture("bill-1-items").await?;
    for (part, picture) in [
        ("sheets", "bill-2-sheets"),
        ("subtotals", "bill-3-subtotals"),
        ("warnings", "bill-4-warnings"),
        ("skipped", "bill-5-skipped"),
    ] {
        page.click(&format!("bill-parts-{part}")).await?;
        page.picture(picture).await?;
    }
    page.click("bill-import").await?;
    page.until("see that the prices came in", || async {
        Ok(page.shown().await?.contains("一步即可撤销").then_some(()))
    })
    .await?;
    page.picture("bill-6-prices").await?;
    Ok(())
}
