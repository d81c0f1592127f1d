//! Photos on the survey page: similar ones, links by drag and by key, a signed statement; a watched
//! card that is pulled out; a full disk and files that are no use.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use lisuan_tests::cli::SmallDisk;
use lisuan_tests::papers::pdf;
use lisuan_tests::window::{Display, Page, Result, Setup, Window};
use serde_json::json;
use thirtyfour::Key;

use crate::hands::{case_in, cell, journey, new_case, photo, photos, pictures, saved, step, turn};
use crate::measure;

const GRAVEL: &str = "iphone4s-rotated90-gravel.jpg";
const BUILDING: &str = "lumix-lx3-gps-building.jpg";
const PANEL: &str = "galaxy-s10-panel.heic";
const TOLD: &str = "水从左侧漫过堤顶。";

#[tokio::test(flavor = "multi_thread")]
async fn similar_photos_are_shown_linked_and_a_statement_is_signed() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let dossier = home.path().join("dossier.pdf");
    let again = home.path().join("again.jpg");
    let copy = home.path().join("copy.jpg");
    // The same pixels in other bytes; the same bytes.
    let mut bytes = fs::read(photo(BUILDING))?;
    fs::write(&copy, &bytes)?;
    bytes.extend_from_slice(b"saved anew");
    fs::write(&again, &bytes)?;
    let live = home.path().join("IMG_0007.HEIC");
    fs::copy(photo(PANEL), &live)?;
    let film = home.path().join("IMG_0007.MOV");
    fs::write(&film, "film")?;
    let chosen = [photo(GRAVEL), photo(BUILDING), again, copy, live, film];
    let display = Display::start(1280, 720)?;
    let log = home.path().join("施工日志.pdf");
    fs::write(&log, pdf(&["Site diary"]))?;
    let setup = Setup::new(home.path()).photos(&chosen)?.documents(&[log])?.saves(&dossier);
    let window = Window::open(&display, &setup).await?;
    let page = &window.page;
    let work = async {
        prepare(page).await?;
        similar(page).await?;
        by_key(page).await?;
        by_drag(page).await?;
        statement(page).await?;
        looks(page).await?;
        export(page, &dossier).await
    };
    journey(page, "capture", work).await?;
    window.close().await
}

/// A line, a quantity, a place, a person, a statement; then the photos.
async fn prepare(page: &Page) -> Result<()> {
    new_case(page, "CAPTURE-1").await?;
    step(page, "7", "lines").await?;
    cell(page, "loss_line", 0, "item", "浆砌片石护坡").await?;
    step(page, "5", "measurement").await?;
    cell(page, "measurement", 0, "item", "护坡面积").await?;
    step(page, "9", "evidence").await?;
    page.click("documents-add").await?;
    page.text_when("documents-added", |said| said.contains("已收入 1 份")).await?;
    step(page, "4", "survey").await?;
    page.click("survey-parts-places").await?;
    cell(page, "damage_place", 0, "name", "K172+350 左侧边坡").await?;
    saved(page).await?;
    page.picture("capture-1-places").await?;
    page.click("survey-parts-notes").await?;
    let script = "[...document.querySelectorAll('.kinds button')]
        .find((one) => one.innerText === arguments[0]).click();
        const area = document.querySelector('[data-testid=\"note-capture\"]');
        area.focus(); area.value = arguments[1];
        area.dispatchEvent(new Event('input', { bubbles: true }));";
    page.ask(script, json!(["询问陈述", TOLD])).await?;
    page.keys(Key::Enter).await?;
    page.words(TOLD).await?;
    page.click("photos-add").await?;
    page.until("see the photos", || async {
        Ok((photos(page).await? == 4 && pictures(page).await?.len() == 4).then_some(()))
    })
    .await?;
    let said = page.text("photos-duplicates").await?;
    assert!(said.contains("copy.jpg＝"), "the copy is said to equal a photo: {said}");
    assert!(page.text("photos-added").await?.contains("IMG_0007.MOV"), "the film is named");
    page.picture("capture-2-added").await?;
    Ok(())
}

async fn tiles(page: &Page) -> Result<Vec<String>> {
    let script = "return [...document.querySelectorAll('[role=\"option\"][id^=\"photo-\"]')]
        .map((tile) => tile.innerText);";
    Ok(serde_json::from_value(page.ask(script, json!([])).await?)?)
}

/// Puts the cursor on the photo with this place on the sheet.
async fn go_to(page: &Page, index: usize) -> Result<()> {
    let script =
        "const tile = document.querySelectorAll('[role=\"option\"][id^=\"photo-\"]')[arguments[0]];
        tile.click(); tile.focus();";
    page.ask(script, json!([index])).await?;
    Ok(())
}

async fn similar(page: &Page) -> Result<()> {
    let all = tiles(page).await?;
    assert_eq!(all.iter().filter(|tile| tile.contains("≈ 1")).count(), 2, "two alike: {all:?}");
    assert_eq!(all.iter().filter(|tile| tile.contains("实况")).count(), 1, "a film: {all:?}");
    measure::choose(page, "photos-filter", "similar").await?;
    page.until("see the similar ones alone", || async {
        Ok((tiles(page).await?.len() == 2).then_some(()))
    })
    .await?;
    go_to(page, 0).await?;
    page.part("similar-photo").await?;
    page.picture("capture-3-similar").await?;
    page.click("photos-filter-clear").await
}

/// L, a part of a name, Enter; and what is undone is undone as one step.
async fn by_key(page: &Page) -> Result<()> {
    go_to(page, 0).await?;
    page.chord(&[Key::Control], "a").await?;
    page.keys("l").await?;
    page.part("link-palette").await?;
    page.keys("hpmj").await?;
    page.words("护坡面积").await?;
    page.picture("capture-4-key").await?;
    page.keys(Key::Enter).await?;
    go_to(page, 1).await?;
    page.text_when("photo-links", |text| text.contains("护坡面积")).await?;
    page.chord(&[Key::Control], "z").await?;
    page.text_when("photo-links", |text| !text.contains("护坡面积")).await?;
    go_to(page, 2).await?;
    let links = page.text("photo-links").await?;
    assert!(!links.contains("护坡面积"), "one step took all links back: {links}");
    Ok(())
}

/// Drags a photo of the sheet onto the first target of a kind.
async fn drag(page: &Page, index: usize, kind: &str) -> Result<()> {
    let begin = "const tile = document.querySelectorAll('[role=\"option\"][id^=\"photo-\"]')[arguments[0]];
        const box = tile.getBoundingClientRect();
        const at = { bubbles: true, cancelable: true, pointerId: 1, pointerType: 'mouse', button: 0 };
        const [x, y] = [box.left + 20, box.top + 20];
        tile.dispatchEvent(new PointerEvent('pointerdown', { ...at, clientX: x, clientY: y }));
        tile.dispatchEvent(new PointerEvent('pointermove', { ...at, clientX: x + 30, clientY: y + 5 }));";
    page.ask(begin, json!([index])).await?;
    let target = format!("link-{kind}");
    page.part(&target).await?;
    let over = "const place = document.querySelector(`[data-testid=\"${arguments[0]}\"]`);
        const box = place.getBoundingClientRect();
        const at = { bubbles: true, cancelable: true, pointerId: 1, pointerType: 'mouse', button: 0,
            clientX: box.left + 30, clientY: box.top + 8 };
        document.body.dispatchEvent(new PointerEvent('pointermove', at));";
    page.ask(over, json!([target])).await?;
    page.picture(&format!("capture-5-drag-{kind}")).await?;
    let drop = "document.body.dispatchEvent(new PointerEvent('pointerup', { bubbles: true, pointerId: 1 }));";
    page.ask(drop, json!([])).await?;
    page.until("see the tray go", || async { Ok((!page.has("link-tray").await?).then_some(())) })
        .await
}

async fn by_drag(page: &Page) -> Result<()> {
    for kind in ["loss_line", "note", "measurement", "damage_place", "document"] {
        drag(page, 1, kind).await?;
    }
    saved(page).await?;
    go_to(page, 1).await?;
    let links = page
        .text_when("photo-links", |text| {
            text.contains("浆砌片石护坡") && text.contains("护坡面积") && text.contains("D-")
        })
        .await?;
    assert!(links.contains(TOLD.trim_end_matches('。')), "the note too: {links}");
    let place = "return [...document.querySelector('[data-testid=\"field-photo-damage_place\"]')
        .selectedOptions].map((one) => one.text).join();";
    let place = page.ask(place, json!([])).await?;
    assert_eq!(place, json!("K172+350 左侧边坡"), "the damaged place is set");
    page.picture("capture-6-linked").await?;
    // The other way round: the note shows its photo.
    page.click("note").await?;
    page.part("linked-note").await?;
    let shown = "return document.querySelectorAll('[data-testid=\"linked-note\"] li .go').length;";
    assert_eq!(page.ask(shown, json!([])).await?, json!(1), "the photo of the note");
    Ok(())
}

/// The speaker signs what is shown; another word afterwards uncovers it.
async fn statement(page: &Page) -> Result<()> {
    page.click("statement-sign").await?;
    page.text_when("sign-body", |text| text == TOLD).await?;
    page.tab_to("sign-name").await?;
    page.keys("王建国").await?;
    measure::choose(page, "sign-party", "contractor").await?;
    measure::draw(page).await?;
    page.picture("capture-7-sign").await?;
    page.click("sign-keep").await?;
    page.text_when("signature-state", |text| text == "有效").await?;
    page.picture("capture-8-signed").await?;
    page.tab_to("field-note-text").await?;
    page.keys("补").await?;
    page.tab_to("field-note-place").await?;
    page.text_when("signature-state", |text| text == "签名后有改动").await?;
    page.chord(&[Key::Control], "z").await?;
    page.text_when("signature-state", |text| text == "有效").await?;
    Ok(())
}

async fn looks(page: &Page) -> Result<()> {
    page.click("language-toggle").await?;
    go_to(page, 1).await?;
    page.picture("capture-9-en").await?;
    let script = "document.documentElement.dataset.theme = arguments[0];";
    page.ask(script, json!(["dark"])).await?;
    page.chord(&[Key::Control], "a").await?;
    page.keys("l").await?;
    page.part("link-palette").await?;
    page.picture("capture-10-en-dark").await?;
    page.keys(Key::Escape).await?;
    page.ask(script, json!(["light"])).await?;
    let over = "const root = document.documentElement;
        return [root.scrollWidth - innerWidth, root.scrollHeight - innerHeight];";
    assert_eq!(page.ask(over, json!([])).await?, json!([0, 0]), "the page scrolls");
    page.click("language-toggle").await
}

async fn export(page: &Page, dossier: &Path) -> Result<()> {
    page.chord(&[Key::Control], "e").await?;
    page.part("dossier-result").await?;
    let said = std::process::Command::new("pdftotext").arg(dossier).arg("-").output()?;
    let text = String::from_utf8_lossy(&said.stdout).replace([' ', '\n'], "");
    for words in ["以上记录我已看过", "王建国", "签名覆盖记录现有内容"] {
        assert!(text.contains(words), "the dossier says {words}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_watched_card_gives_what_is_new_and_may_be_pulled_out() -> Result<()> {
    let _turn = turn().await?;
    let home = tempfile::tempdir()?;
    let card = home.path().join("card");
    fs::create_dir(&card)?;
    fs::copy(photo(GRAVEL), card.join("IMG_0001.JPG"))?;
    let display = Display::start(1280, 720)?;
    let setup = Setup::new(home.path()).watches(&card);
    let window = Window::open(&display, &setup).await?;
    let page = &window.page;
    let work = async {
        new_case(page, "CAPTURE-2").await?;
        step(page, "4", "survey").await?;
        page.click("photos-watch").await?;
        page.text_when("waiting-folder", |text| text.contains("1 张新照片")).await?;
        page.picture("watch-1-new").await?;
        page.click("waiting-add").await?;
        page.text_when("waiting-folder", |text| text.contains("没有新照片")).await?;
        assert_eq!(photos(page).await?, 1, "it is in");
        fs::copy(photo(BUILDING), card.join("IMG_0002.JPG"))?;
        page.text_when("waiting-folder", |text| text.contains("1 张新照片")).await?;
        step(page, "1", "overview").await?;
        page.part("waiting-elsewhere").await?;
        page.picture("watch-2-elsewhere").await?;
        step(page, "4", "survey").await?;
        let away = home.path().join("away");
        fs::rename(&card, &away)?;
        let said = page.text_when("waiting-folder", |text| text.contains("卡已拔出")).await?;
        assert!(said.contains("还有 1 张"), "what waits is not forgotten: {said}");
        page.picture("watch-3-pulled-out").await?;
        fs::rename(&away, &card)?;
        page.text_when("waiting-folder", |text| text.contains("有 1 张新照片")).await?;
        page.click("waiting-add").await?;
        page.until("see both photos", || async { Ok((photos(page).await? == 2).then_some(())) })
            .await?;
        page.click("language-toggle").await?;
        page.picture("watch-4-en").await?;
        page.click("waiting-stop").await?;
        page.part("photos-watch").await?;
        Ok(())
    };
    journey(page, "watch", work).await?;
    window.close().await?;
    previews_come_back(home.path()).await
}

/// A case whose previews were lost draws them anew as they are looked at.
async fn previews_come_back(home: &Path) -> Result<()> {
    let case = case_in(home)?;
    let lost = std::process::Command::new("sqlite3")
        .arg(&case)
        .arg("DELETE FROM preview; SELECT changes();")
        .output()?;
    assert_eq!(String::from_utf8_lossy(&lost.stdout).trim(), "4", "two of each photo are gone");
    let display = Display::start(1280, 720)?;
    let window = Window::open(&display, &Setup::new(home).given(&case)).await?;
    let page = &window.page;
    let work = async {
        page.part("step-survey").await?;
        step(page, "4", "survey").await?;
        page.until("see the pictures drawn anew", || async {
            Ok((pictures(page).await?.len() == 2).then_some(()))
        })
        .await
    };
    journey(page, "previews", work).await?;
    window.close().await
}

/// A JPEG whose header says 40,000 × 40,000.
fn giant(of: &Path, to: &Path) -> Result<()> {
    let mut bytes = fs::read(of)?;
    // The last one: the thumbnail in the file has a header of its own.
    let header = bytes.windows(5).rposition(|five| five == [0xFF, 0xC0, 0x00, 0x11, 0x08]);
    let at = header.ok_or_else(|| lisuan_tests::window::Trouble::new("no SOF"))?;
    bytes[at + 5..at + 9].copy_from_slice(&[0x9C, 0x40, 0x9C, 0x40]);
    fs::write(to, bytes)?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_keeps_the_list_of_what_is_not_in_yet() -> Result<()> {
    const PHOTOS: usize = 8;
    let _turn = turn().await?;
    // Without the right to mount there is no small disk to fill.
    let Some(disk) = SmallDisk::mount("96m") else { return Ok(()) };
    let from = tempfile::tempdir()?;
    let original = fs::read(photo(BUILDING))?;
    let mut chosen = Vec::new();
    for n in 0..PHOTOS {
        let path = from.path().join(format!("IMG_{n:04}.JPG"));
        let mut bytes = original.clone();
        bytes.extend_from_slice(format!("photo {n}").as_bytes());
        fs::write(&path, bytes)?;
        chosen.push(path);
    }
    let wide = from.path().join("wide.jpg");
    giant(&photo(BUILDING), &wide)?;
    let film = from.path().join("2g.jpg");
    // Two gigabytes that take no room on the disk.
    fs::File::create(&film)?.set_len(2 << 30)?;
    chosen.splice(0..0, [wide, film]);
    let display = Display::start(1280, 720)?;
    let setup = Setup::new(disk.path()).photos(&chosen)?;
    let window = Window::open(&display, &setup).await?;
    let page = &window.page;
    let work = async {
        new_case(page, "CAPTURE-3").await?;
        step(page, "4", "survey").await?;
        // What is left of the disk takes a few photos.
        let ballast = disk.path().join("ballast");
        fill(&ballast, 3 * original.len() as u64)?;
        page.click("photos-add").await?;
        let said = page.text_when("photos-added", |text| text.contains("磁盘空间不足")).await?;
        assert!(said.contains("2g.jpg"), "the file of two gigabytes is named: {said}");
        assert!(said.contains("图片过大"), "the giant is in without a picture: {said}");
        assert!(said.contains("没有加入"), "what is not in is counted: {said}");
        let before = photos(page).await?;
        assert!((1..=PHOTOS).contains(&before), "some are in and shown: {before}");
        page.part("waiting-left").await?;
        page.picture("full-1").await?;
        fs::remove_file(&ballast)?;
        page.click("waiting-go-on").await?;
        page.until("see all photos", || async {
            Ok((photos(page).await? == PHOTOS + 1).then_some(()))
        })
        .await?;
        page.until("see nothing left", || async {
            Ok((!page.has("waiting-left").await?).then_some(()))
        })
        .await?;
        page.picture("full-2-all-in").await?;
        Ok(())
    };
    journey(page, "full", work).await?;
    window.close().await
}

/// Fills a disk but for some bytes.
fn fill(ballast: &Path, leave: u64) -> Result<()> {
    let mut file = fs::File::create(ballast)?;
    let chunk = vec![0_u8; 256 * 1024];
    while file.write_all(&chunk).is_ok() {}
    let full = file.metadata()?.len();
    file.set_len(full.saturating_sub(leave))?;
    Ok(())
}
