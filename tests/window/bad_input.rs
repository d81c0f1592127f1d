//! What is wrong gets a clear word and loses nothing.

use lisuan_tests::window::{Display, Page, Result, Setup, Window};
use serde_json::json;
use thirtyfour::Key;

use crate::hands::{
    case_in, cell, cell_shows, go_to_cell, journey, new_case, photo, photos, step, turn,
};

/// An expression with a bracket that never closes.
const BROKEN: &str = "12.5×(3.2+";

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_stays_where_it_was_typed() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let display = Display::start(1280, 720)?;
    let window = Window::open(&display, &Setup::new(home.path())).await?;
    let page = &window.page;
    let work = async {
        new_case(page, "BAD-1").await?;
        step(page, "5", "measurement").await?;
        cell(page, "measurement", 0, "item", "挖土方").await?;
        cell(page, "measurement", 0, "expression", BROKEN).await?;
        cell_shows(page, "measurement", 0, "expression", BROKEN).await?;
        let problem = problem_of(page, "measurement", 0, "expression").await?;
        assert!(!problem.is_empty(), "the reason stands under the cell");
        page.picture("bad-expression").await?;
        // Going away and back does not lose it either.
        step(page, "1", "overview").await?;
        step(page, "5", "measurement").await?;
        cell_shows(page, "measurement", 0, "expression", BROKEN).await
    };
    journey(page, "bad-expression", work).await?;
    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn files_dropped_on_the_window_come_in_and_what_is_no_picture_is_named() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let text = home.path().join("不是照片.jpg");
    std::fs::write(&text, "This is a text, whatever its name says.")?;
    let cut = home.path().join("cut.jpg");
    let whole = std::fs::read(photo("lumix-lx3-gps-building.jpg"))?;
    std::fs::write(&cut, &whole[..whole.len() / 2])?;
    let heic = photo("iphone8-gps-office.heic");
    let display = Display::start(1280, 720)?;
    let window = Window::open(&display, &Setup::new(home.path())).await?;
    let page = &window.page;
    let work = async {
        page.part("start-new").await?;
        window.drag(&[&heic], true)?;
        page.part("message").await?;
        page.picture("drop-without-case").await?;
        new_case(page, "BAD-2").await?;
        window.drag(&[&heic, &cut, &text], true)?;
        let said = page.text_when("photos-added", |said| said.contains("不是照片.jpg")).await?;
        assert!(said.contains("cut.jpg"), "the truncated photo is in and flagged: {said}");
        assert_eq!(photos(page).await?, 2, "the whole and the truncated photo are in: {said}");
        page.picture("drop-with-refused").await?;
        Ok(())
    };
    journey(page, "drop", work).await?;
    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_is_open_elsewhere_opens_for_reading() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let display = Display::start(1280, 720)?;
    let first = Window::open(&display, &Setup::new(home.path())).await?;
    journey(&first.page, "open-elsewhere-first", new_case(&first.page, "BAD-3")).await?;
    let case = case_in(home.path())?;
    let other = Display::start(1280, 720)?;
    let second = Window::open(&other, &Setup::new(home.path()).given(&case)).await?;
    let page = &second.page;
    let work = async {
        page.part("read-only").await?;
        step(page, "5", "measurement").await?;
        page.picture("open-elsewhere").await?;
        Ok(())
    };
    journey(page, "open-elsewhere", work).await?;
    second.close().await?;
    // The one who has it goes on as before.
    let work = async {
        step(&first.page, "5", "measurement").await?;
        cell(&first.page, "measurement", 0, "expression", "1+2").await?;
        first.page.words("3").await
    };
    journey(&first.page, "open-elsewhere-goes-on", work).await?;
    first.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_is_no_case_is_said_to_be_none() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let file = home.path().join("letter.lisuan");
    std::fs::write(&file, "Dear Sirs, this is not a case.")?;
    let display = Display::start(1280, 720)?;
    let window = Window::open(&display, &Setup::new(home.path()).given(&file)).await?;
    let page = &window.page;
    let work = async {
        let said = page.text_when("message", |said| !said.is_empty()).await?;
        assert!(said.contains("letter.lisuan"), "the file is named: {said}");
        page.part("start-new").await?;
        page.picture("not-a-case").await?;
        Ok(())
    };
    journey(page, "not-a-case", work).await?;
    window.close().await?;
    assert_eq!(
        std::fs::read_to_string(&file)?,
        "Dear Sirs, this is not a case.",
        "what is not ours is not touched"
    );
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_input_method_loses_no_letter() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let display = Display::start(1280, 720)?;
    let window = Window::open(&display, &Setup::new(home.path())).await?;
    let page = &window.page;
    let work = async {
        new_case(page, "IME-1").await?;
        step(page, "5", "measurement").await?;
        composed_by_events(page).await?;
        composed_by_gtk(page).await
    };
    journey(page, "input-method", work).await?;
    window.close().await
}

/// What a pinyin input method sends, in the order WebKitGTK passes it on: the Enter that ends the
/// composition comes as 229 and not as composing, between two `compositionend`.
async fn composed_by_events(page: &Page) -> Result<()> {
    const PINYIN: &str = "
        const at = document.activeElement;
        const key = (type, code) => at.dispatchEvent(new KeyboardEvent(type,
            { key: 'Unidentified', keyCode: code, bubbles: true, cancelable: true }));
        const put = (text, type) => {
            at.value = text;
            at.dispatchEvent(new InputEvent('input', { data: text, inputType: type, bubbles: true }));
        };
        at.dispatchEvent(new CompositionEvent('compositionstart', { data: '', bubbles: true }));
        for (const text of ['h', 'hu', 'hun', 'hun ning', 'hun ning tu']) {
            key('keydown', 229);
            at.dispatchEvent(new CompositionEvent('compositionupdate', { data: text, bubbles: true }));
            put(text, 'insertCompositionText');
        }
        at.dispatchEvent(new CompositionEvent('compositionend', { data: '', bubbles: true }));
        key('keydown', 229);
        put('混凝土', 'insertFromComposition');
        at.dispatchEvent(new CompositionEvent('compositionend', { data: '混凝土', bubbles: true }));
        return at.value;";
    go_to_cell(page, "measurement", 0, "item").await?;
    assert_eq!(page.ask(PINYIN, json!([])).await?, json!("混凝土"), "the text stands in the cell");
    page.keys(Key::Enter).await?;
    cell_shows(page, "measurement", 0, "item", "混凝土").await
}

/// A real composition in the window's own input method: Ctrl+Shift+U, four figures, Enter.
async fn composed_by_gtk(page: &Page) -> Result<()> {
    go_to_cell(page, "measurement", 0, "location").await?;
    page.chord(&[Key::Control, Key::Shift], "u").await?;
    page.keys("6865").await?;
    page.picture("input-method-preedit").await?;
    page.keys(Key::Enter).await?;
    page.keys("墩").await?;
    page.keys(Key::Tab).await?;
    cell_shows(page, "measurement", 0, "location", "桥墩").await
}

async fn problem_of(page: &Page, kind: &str, row: usize, field: &str) -> Result<String> {
    let script = "const row = `[data-cell^=\"${arguments[1]} \"][data-field=\"${arguments[2]}\"]`;
        return document.querySelector(`[data-testid=\"grid-${arguments[0]}\"] ${row} .problem`)\
            ?.innerText ?? null;";
    page.until("see what is wrong", || async {
        let problem = page.ask(script, json!([kind, row, field])).await?;
        Ok(problem.as_str().map(str::to_owned))
    })
    .await
}
