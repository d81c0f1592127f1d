//! A joint measurement: a sheet with a deduction and a disagreement, signed on the screen; then a
//! change that the signature no longer covers.

use lisuan_tests::window::{Display, Page, Result, Setup, Window};
use serde_json::json;

use crate::hands::{cell, cell_shows, go_to_cell, journey, new_case, saved, step, turn};

#[tokio::test(flavor = "multi_thread")]
async fn a_signed_sheet_and_a_change_that_uncovers_it() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let printed = home.path().join("sheet.pdf");
    let display = Display::start(1280, 720)?;
    let setup = Setup::new(home.path()).saves(&printed);
    let window = Window::open(&display, &setup).await?;
    let page = &window.page;
    let work = async {
        new_case(page, "CAR-2026-0042").await?;
        measure(page).await?;
        sign(page).await?;
        print(page, &printed).await?;
        uncover(page).await?;
        looks(page).await?;
        prices(page).await
    };
    journey(page, "measure", work).await?;
    window.close().await
}

/// A sheet, a wall on it, an opening deducted from the wall, a disagreement.
async fn measure(page: &Page) -> Result<()> {
    step(page, "5", "measurement").await?;
    page.click("sheet-add").await?;
    page.part("sheet-0").await?;
    for (field, text) in [
        ("item", "浆砌片石护坡"),
        ("location", "K12+300～K12+330"),
        ("expression", "30.00×3.20"),
        ("unit", "m²"),
        ("claimed_quantity", "110"),
        ("disagreement", "施工单位要求按 110 计"),
    ] {
        cell(page, "measurement", 0, field, text).await?;
    }
    cell_shows(page, "measurement", 0, "result", "96.00").await?;
    go_to_cell(page, "measurement", 0, "item").await?;
    page.click("measure-deduct").await?;
    cell(page, "measurement", 1, "expression", "1.003×2").await?;
    cell(page, "measurement", 1, "remark", "未受损的踏步").await?;
    cell_shows(page, "measurement", 1, "result", "−2.01").await?;
    cell_shows(page, "measurement", 0, "surveyed", "93.99").await?;
    saved(page).await?;
    go_to_cell(page, "measurement", 0, "item").await?;
    page.picture("measure-1-rows").await?;
    Ok(())
}

/// A new person signs what the program shows, with the mouse.
async fn sign(page: &Page) -> Result<()> {
    page.click("sheet-0").await?;
    page.click("measure-sign").await?;
    page.text_when("sign-content", |text| {
        text.contains("93.99") && text.contains("不构成保险责任及赔付金额的承诺")
    })
    .await?;
    page.tab_to("sign-name").await?;
    page.keys("张三").await?;
    choose(page, "sign-party", "contractor").await?;
    draw(page).await?;
    page.picture("measure-2-sign").await?;
    page.click("sign-keep").await?;
    page.text_when("signature-state", |text| text == "有效").await?;
    page.picture("measure-3-signed").await?;
    Ok(())
}

/// Chooses an entry of a list, as a click on it would.
pub async fn choose(page: &Page, testid: &str, value: &str) -> Result<()> {
    let script = "const list = document.querySelector(`[data-testid=\"${arguments[0]}\"]`);
        list.value = arguments[1];
        list.dispatchEvent(new Event('change', { bubbles: true }));
        return list.value;";
    let chosen = page.ask(script, json!([testid, value])).await?;
    assert_eq!(chosen, json!(value), "{testid} offers {value}");
    Ok(())
}

/// Two strokes of a pen over the pad.
pub async fn draw(page: &Page) -> Result<()> {
    let script = "const pad = document.querySelector('[data-testid=\"sign-pad\"]');
        const box = pad.getBoundingClientRect();
        pad.setPointerCapture = () => {};
        const tell = (type, x, y) => pad.dispatchEvent(new PointerEvent(type, {
            bubbles: true, cancelable: true, pointerId: 1, pointerType: 'pen', button: 0, buttons: 1,
            clientX: box.left + x * box.height, clientY: box.top + y * box.height }));
        for (const [ax, ay, bx, by] of [[0.3, 0.3, 1.2, 0.4], [0.7, 0.15, 0.5, 0.9]]) {
            tell('pointerdown', ax, ay);
            for (let n = 1; n <= 24; n += 1) {
                const at = n / 24;
                const bend = Math.sin(at * Math.PI * 3) * 0.06;
                tell('pointermove', ax + (bx - ax) * at + bend, ay + (by - ay) * at + bend);
            }
            tell('pointerup', bx, by);
        }
        return pad.querySelector('path').getAttribute('d').length;";
    page.ask(script, json!([])).await?;
    let script =
        "return document.querySelector('[data-testid=\"sign-pad\"] path').getAttribute('d');";
    let what = "see the strokes";
    page.until(what, || async {
        let drawn = page.ask(script, json!([])).await?;
        Ok((drawn.as_str().unwrap_or_default().matches('M').count() == 2).then_some(()))
    })
    .await
}

async fn print(page: &Page, printed: &std::path::Path) -> Result<()> {
    page.click("measure-print").await?;
    page.part("message").await?;
    let said = std::process::Command::new("pdftotext").arg(printed).arg("-").output()?;
    let text = String::from_utf8_lossy(&said.stdout).replace([' ', '\n'], "");
    for words in ["浆砌片石护坡", "93.99", "未受损的踏步", "不构成保险责任及赔付金额的承诺"]
    {
        assert!(text.contains(words), "the paper says {words}: {text}");
    }
    let said = std::process::Command::new("pdfsig").arg(printed).output()?;
    let said = String::from_utf8_lossy(&said.stdout);
    assert!(!said.contains("Signature #1"), "nobody sealed the paper: {said}");
    Ok(())
}

/// The expression is changed afterwards: the signature stays and says that it no longer covers.
async fn uncover(page: &Page) -> Result<()> {
    cell(page, "measurement", 0, "expression", "30.00×3.50").await?;
    cell_shows(page, "measurement", 0, "surveyed", "102.99").await?;
    page.click("sheet-0").await?;
    page.text_when("signature-state", |text| text == "签名后有改动").await?;
    page.picture("measure-4-uncovered").await?;
    Ok(())
}

/// The same in English and in the dark.
async fn looks(page: &Page) -> Result<()> {
    let script = "document.documentElement.dataset.theme = arguments[0];";
    page.ask(script, json!(["dark"])).await?;
    page.picture("measure-5-dark").await?;
    page.ask(script, json!(["light"])).await?;
    page.click("language-toggle").await?;
    page.text_when("signature-state", |text| text == "Changed since").await?;
    page.picture("measure-5-english").await?;
    page.click("language-toggle").await?;
    page.text_when("signature-state", |text| text == "签名后有改动").await?;
    Ok(())
}

/// A market price, its quotes and their median; the search finds it by initials.
async fn prices(page: &Page) -> Result<()> {
    step(page, "6", "prices").await?;
    for (field, text) in [("item", "浆砌片石护坡"), ("unit", "m²"), ("amount", "180")] {
        cell(page, "unit_price", 0, field, text).await?;
    }
    cell(page, "unit_price", 0, "basis", "市场").await?;
    go_to_cell(page, "unit_price", 0, "item").await?;
    for (row, (supplier, amount)) in
        [("甲石料厂", "120"), ("乙石料厂", "130"), ("丙石料厂", "128")].into_iter().enumerate()
    {
        cell(page, "quote", row, "supplier", supplier).await?;
        cell(page, "quote", row, "amount", amount).await?;
        saved(page).await?;
    }
    page.text_when("price-median", |text| text.contains("128.00")).await?;
    page.picture("measure-6-prices").await?;
    page.tab_to("price-search").await?;
    page.keys("jqpshp").await?;
    cell_shows(page, "unit_price", 0, "item", "浆砌片石护坡").await?;
    Ok(())
}
