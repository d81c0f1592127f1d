//! Photo work on the survey page: rating, setting aside, captions for many, marks, a dossier that
//! shows them and hides what is covered; and finding a word in the case.

use std::path::Path;

use lisuan_tests::window::{Display, Page, Result, Setup, Trouble, Window};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::hands::{cell, journey, new_case, photo, photos, pictures, saved, step, turn};

const PHOTOS: [&str; 4] = [
    "iphone4s-rotated90-gravel.jpg",
    "lumix-lx3-gps-building.jpg",
    "oppo-r7-gps-13mp.jpg",
    "galaxy-s10-panel.heic",
];
const PLACE: &str = "K172+350 左侧边坡";
const NOTE: &str = "左侧边坡冲沟深约 0.4 米，施工单位在场。";

#[tokio::test(flavor = "multi_thread")]
async fn photos_are_rated_captioned_marked_and_found() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let dossier = home.path().join("dossier.pdf");
    let display = Display::start(1280, 720)?;
    let setup = Setup::new(home.path()).photos(&PHOTOS.map(photo))?.saves(&dossier);
    let window = Window::open(&display, &setup).await?;
    let page = &window.page;
    let work = async {
        capture(page).await?;
        rate_and_set_aside(page).await?;
        caption_all(page).await?;
        mark(page).await?;
        find(page).await?;
        paste(page).await?;
        other_looks(page).await?;
        export(page, &dossier).await
    };
    journey(page, "survey", work).await?;
    window.close().await
}

/// Places, persons, a note in the words of a form, and photos.
async fn capture(page: &Page) -> Result<()> {
    new_case(page, "SURVEY-1").await?;
    step(page, "4", "survey").await?;
    page.click("survey-parts-places").await?;
    cell(page, "damage_place", 0, "name", PLACE).await?;
    page.picture("survey-1-places").await?;
    page.click("survey-parts-persons").await?;
    cell(page, "person", 0, "name", "王建国").await?;
    saved(page).await?;
    page.click("survey-parts-notes").await?;
    choose(page, "note-template", "engineering").await?;
    let template = page.value("note-capture").await?;
    assert!(template.contains("未受损部分："), "the headings of an engineering survey: {template}");
    page.picture("survey-2-template").await?;
    let script = "const area = document.querySelector('[data-testid=\"note-capture\"]');
        area.focus(); area.value = arguments[0];
        area.dispatchEvent(new Event('input', { bubbles: true }));";
    page.ask(script, json!([NOTE])).await?;
    page.keys(Key::Enter).await?;
    page.words(NOTE).await?;
    page.click("photos-add").await?;
    page.until("see the photos", || async {
        Ok((photos(page).await? == PHOTOS.len() && pictures(page).await?.len() == PHOTOS.len())
            .then_some(()))
    })
    .await
}

/// Chooses in a list as a person's click does.
async fn choose(page: &Page, testid: &str, value: &str) -> Result<()> {
    page.part(testid).await?;
    let script = "const list = document.querySelector(`[data-testid=\"${arguments[0]}\"]`);
        const option = [...list.options].find((one) => one.value === arguments[1]
            || one.textContent === arguments[1]);
        list.value = option.value;
        list.dispatchEvent(new Event('change', { bubbles: true }));";
    page.ask(script, json!([testid, value])).await?;
    Ok(())
}

/// Puts the cursor on the photo with this place on the sheet.
async fn go_to(page: &Page, index: usize) -> Result<()> {
    let script =
        "const tile = document.querySelectorAll('[role=\"option\"][id^=\"photo-\"]')[arguments[0]];
        tile.click(); tile.focus();";
    page.ask(script, json!([index])).await?;
    Ok(())
}

/// What stands under the photos of the sheet.
async fn tiles(page: &Page) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('[role=\"option\"][id^=\"photo-\"]')]
        .map((tile) => tile.innerText);";
    Ok(serde_json::from_value(page.ask(script, json!([])).await?)?)
}

async fn tiles_when(page: &Page, what: &str, wanted: impl Fn(&[String]) -> bool) -> Result<()> {
    page.until(what, || async {
        let tiles = tiles(page).await?;
        Ok(wanted(&tiles).then_some(()))
    })
    .await
}

async fn rate_and_set_aside(page: &Page) -> Result<()> {
    go_to(page, 0).await?;
    page.keys("4").await?;
    tiles_when(page, "see four stars", |tiles| tiles[0].contains("★★★★")).await?;
    page.keys(Key::Right).await?;
    page.keys("x").await?;
    tiles_when(page, "see a photo set aside", |tiles| tiles[1].contains("已弃用")).await?;
    page.picture("survey-3-rated").await?;
    choose(page, "photos-filter", "rejected").await?;
    tiles_when(page, "see what was set aside alone", |tiles| tiles.len() == 1).await?;
    page.click("photos-filter-clear").await?;
    tiles_when(page, "see all again", |tiles| tiles.len() == PHOTOS.len()).await
}

async fn caption_all(page: &Page) -> Result<()> {
    go_to(page, 0).await?;
    page.chord(&[Key::Control], "a").await?;
    page.part("photos-caption").await?;
    choose(page, "photos-damage_place", PLACE).await?;
    choose(page, "photos-view", "close-up").await?;
    saved(page).await?;
    page.keys("c").await?;
    page.until("come to the caption", || async {
        Ok((page.focused().await? == "photos-caption").then_some(()))
    })
    .await?;
    page.keys("{部位} {景别} {编号}").await?;
    page.picture("survey-4-many").await?;
    page.keys(Key::Enter).await?;
    let all = |tiles: &[String]| tiles.iter().all(|tile| tile.contains("特写"));
    tiles_when(page, "see captions on all photos", all).await?;
    page.chord(&[Key::Control], "z").await?;
    let taken_back = |tiles: &[String]| !tiles.iter().any(|tile| tile.contains("特写"));
    tiles_when(page, "see one step take all captions back", taken_back).await?;
    page.chord(&[Key::Control, Key::Shift], "z").await?;
    tiles_when(page, "see them come again", all).await
}

/// Draws over the photo from one point to another, in parts of its sides.
async fn draw(page: &Page, key: &str, from: (f64, f64), to: (f64, f64)) -> Result<()> {
    let before = marks(page).await?;
    page.keys(key).await?;
    page.part("photo-frame").await?;
    let script = "const layer = document.querySelector('[data-testid=\"mark-layer\"]');
        const area = layer.getBoundingClientRect();
        const tell = (name, [x, y]) => layer.dispatchEvent(new PointerEvent(name, {
            bubbles: true, cancelable: true, button: 0, pointerId: 1,
            clientX: area.left + x * area.width, clientY: area.top + y * area.height }));
        tell('pointerdown', arguments[0]);
        tell('pointermove', arguments[1]);
        tell('pointerup', arguments[1]);";
    page.until("have the tool in hand", || async {
        let script = "return document.querySelector('[data-testid^=\"tool-\"][aria-pressed=\"true\"]') !== null;";
        Ok((page.ask(script, json!([])).await? == json!(true)).then_some(()))
    })
    .await?;
    page.ask(script, json!([[from.0, from.1], [to.0, to.1]])).await?;
    page.until(&format!("see the mark of {key}"), || async {
        Ok((marks(page).await? > before).then_some(()))
    })
    .await
}

async fn marks(page: &Page) -> Result<u64> {
    let script = "return document.querySelectorAll('[data-mark]').length;";
    Ok(page.ask(script, json!([])).await?.as_u64().unwrap_or_default())
}

async fn mark(page: &Page) -> Result<()> {
    go_to(page, 0).await?;
    page.keys(Key::Enter).await?;
    page.part("photo-viewer").await?;
    draw(page, "a", (0.2, 0.2), (0.4, 0.4)).await?;
    draw(page, "b", (0.5, 0.1), (0.8, 0.3)).await?;
    draw(page, "e", (0.55, 0.35), (0.85, 0.5)).await?;
    draw(page, "d", (0.1, 0.6), (0.1, 0.9)).await?;
    draw(page, "s", (0.2, 0.95), (0.6, 0.95)).await?;
    page.until("come to the known length", || async {
        Ok((page.focused().await? == "field-photo_mark-length").then_some(()))
    })
    .await?;
    page.keys("2").await?;
    page.keys(Key::Enter).await?;
    page.words("≈").await?;
    page.picture("survey-5-marks").await?;
    draw(page, "k", (0.6, 0.6), (0.9, 0.75)).await?;
    draw(page, "u", (0.3, 0.65), (0.5, 0.8)).await?;
    page.keys(Key::Delete).await?;
    page.until("see the blur go", || async { Ok((marks(page).await? == 6).then_some(())) }).await?;
    page.chord(&[Key::Control], "z").await?;
    page.until("see it come back", || async { Ok((marks(page).await? == 7).then_some(())) })
        .await?;
    page.picture("survey-6-covered").await?;
    page.keys(Key::Escape).await?;
    tiles_when(page, "see the sheet", |tiles| tiles.len() == PHOTOS.len()).await
}

async fn find(page: &Page) -> Result<()> {
    page.chord(&[Key::Control], "f").await?;
    page.part("find-input").await?;
    page.keys("边坡").await?;
    page.part("find-hit").await?;
    let script = "return [...document.querySelectorAll('[data-testid=\"find-hit\"] mark')]
        .map((hit) => hit.textContent);";
    let hits = page.ask(script, json!([])).await?;
    assert!(
        hits.as_array().is_some_and(|hits| hits.len() > 2 && hits.iter().all(|hit| hit == "边坡")),
        "the word in the note, the captions and the damaged place: {hits}"
    );
    page.picture("survey-7-find").await?;
    page.keys(Key::Enter).await?;
    page.until("see where the first stands", || async {
        Ok((!page.has("find").await?).then_some(()))
    })
    .await
}

/// A picture out of the clipboard becomes a photo.
async fn paste(page: &Page) -> Result<()> {
    let script = "const picture = document.createElement('canvas');
        [picture.width, picture.height] = [1200, 900];
        picture.getContext('2d').fillRect(100, 100, 400, 300);
        picture.toBlob((bytes) => {
            const held = new DataTransfer();
            held.items.add(new File([bytes], 'clipboard.png', { type: 'image/png' }));
            document.body.dispatchEvent(new ClipboardEvent('paste',
                { clipboardData: held, bubbles: true, cancelable: true }));
        });";
    page.ask(script, json!([])).await?;
    let came = |tiles: &[String]| tiles.len() == PHOTOS.len() + 1;
    tiles_when(page, "see the pasted picture", came).await?;
    page.words("clipboard.png").await
}

/// The same page in English and in the dark, for the eye.
async fn other_looks(page: &Page) -> Result<()> {
    page.click("language-toggle").await?;
    go_to(page, 2).await?;
    page.chord(&[Key::Control], "a").await?;
    page.picture("survey-8-en").await?;
    fits(page).await?;
    for _ in 0..2 {
        page.click("theme-toggle").await?;
    }
    go_to(page, 0).await?;
    page.keys(Key::Enter).await?;
    page.part("photo-frame").await?;
    page.picture("survey-9-en-dark").await?;
    fits(page).await?;
    page.keys(Key::Escape).await?;
    page.click("language-toggle").await
}

/// The page itself never scrolls.
async fn fits(page: &Page) -> Result<()> {
    let script = "const root = document.documentElement;
        return [root.scrollWidth - innerWidth, root.scrollHeight - innerHeight];";
    let over: Value = page.ask(script, json!([])).await?;
    assert_eq!(over, json!([0, 0]), "the page scrolls");
    Ok(())
}

async fn export(page: &Page, dossier: &Path) -> Result<()> {
    page.chord(&[Key::Control], "e").await?;
    page.part("dossier-result").await?;
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("output/window/survey-dossier.pdf");
    std::fs::copy(dossier, kept)?;
    let pdf = std::fs::read(dossier)?;
    // The first photo is covered in part, the second set aside, the third shown as it came.
    for (name, inside) in [(PHOTOS[0], false), (PHOTOS[1], false), (PHOTOS[2], true)] {
        let original = std::fs::read(photo(name))?;
        let middle = original.get(original.len() / 2..original.len() / 2 + 64);
        let piece = middle.ok_or_else(|| Trouble::new(format!("{name} is too short")))?;
        let found = pdf.windows(piece.len()).any(|window| window == piece);
        assert_eq!(found, inside, "bytes of {name} in the dossier");
    }
    Ok(())
}
