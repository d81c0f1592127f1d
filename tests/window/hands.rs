//! What a person's hands do on several screens.

use std::path::{Path, PathBuf};

use lisuan_tests::window::{Page, Result, Trouble};
use serde_json::json;
use thirtyfour::Key;
use tokio::sync::{Semaphore, SemaphorePermit};

/// Windows at a time. Each needs a processor for itself, or waits end before their time.
static TURNS: Semaphore = Semaphore::const_new(2);

/// Waits for a turn; keep what it gives until the test ends.
pub async fn turn() -> Result<SemaphorePermit<'static>> {
    Ok(TURNS.acquire().await?)
}

/// A photo as a camera wrote it.
pub fn photo(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/photos").join(name)
}

/// Runs a journey to its end; what fails leaves a picture and the words that were shown.
pub async fn journey(
    page: &Page,
    name: &str,
    work: impl Future<Output = Result<()>>,
) -> Result<()> {
    let Err(trouble) = work.await else { return Ok(()) };
    // The page may be what is broken: then the trouble alone has to do.
    let shown = page.shown().await.unwrap_or_default();
    let _ = page.picture(&format!("{name}-failed")).await;
    Err(Trouble::new(format!("{trouble}\n--- shown ---\n{shown}")))
}

/// Goes to a step of the case by its key, Ctrl+1 to Ctrl+0.
pub async fn step(page: &Page, key: &str, name: &str) -> Result<()> {
    page.chord(&[Key::Control], key).await?;
    let testid = format!("step-{name}");
    let script = "return document.querySelector(`[data-testid=\"${arguments[0]}\"]`)\
        ?.getAttribute('aria-current') === 'step';";
    let what = format!("go to {name}");
    page.until(&what, || async {
        let there = page.ask(script, json!([testid])).await?;
        Ok((there == json!(true)).then_some(()))
    })
    .await
}

/// Types into the field that Tab comes to.
pub async fn fill(page: &Page, testid: &str, text: &str) -> Result<()> {
    page.tab_to(testid).await?;
    page.keys(text).await
}

/// Types into a cell of a grid, with keys alone: the cell is reached by its field's name, however
/// the columns are ordered, and left with Tab.
pub async fn cell(page: &Page, kind: &str, row: usize, field: &str, text: &str) -> Result<()> {
    go_to_cell(page, kind, row, field).await?;
    page.keys(text).await?;
    page.keys(Key::Tab).await
}

/// Makes a cell the active one.
pub async fn go_to_cell(page: &Page, kind: &str, row: usize, field: &str) -> Result<()> {
    const MOVES_MAX: usize = 40;
    let input = format!("grid-{kind}-input");
    page.tab_to(&input).await?;
    let wanted = cell_id(page, kind, row, field).await?;
    for _ in 0..MOVES_MAX {
        let now = active_cell(page, kind).await?;
        if now == wanted {
            return Ok(());
        }
        page.keys(way(now, wanted)).await?;
    }
    Err(Trouble::new(format!("the keys do not lead to {field} in row {row} of {kind}")))
}

fn way(now: (usize, usize), wanted: (usize, usize)) -> Key {
    if now.0 < wanted.0 {
        Key::Down
    } else if now.0 > wanted.0 {
        Key::Up
    } else if now.1 < wanted.1 {
        Key::Right
    } else {
        Key::Left
    }
}

async fn cell_id(page: &Page, kind: &str, row: usize, field: &str) -> Result<(usize, usize)> {
    let script = "const row = `[data-cell^=\"${arguments[1]} \"][data-field=\"${arguments[2]}\"]`;
        return document.querySelector(`[data-testid=\"grid-${arguments[0]}\"] ${row}`)\
            ?.dataset.cell ?? null;";
    let what = format!("see {field} in row {row} of {kind}");
    page.until(&what, || async {
        let cell = page.ask(script, json!([kind, row, field])).await?;
        Ok(cell.as_str().and_then(place))
    })
    .await
}

async fn active_cell(page: &Page, kind: &str) -> Result<(usize, usize)> {
    let script = "return document.querySelector(`[data-testid=\"grid-${arguments[0]}-input\"]`)\
        .getAttribute('aria-activedescendant');";
    let id = page.ask(script, json!([kind])).await?;
    let cell =
        id.as_str().and_then(|id| place(&id.rsplit('-').take(2).collect::<Vec<_>>().join(" ")));
    // Taken from the end of the id: column first.
    cell.map(|(column, row)| (row, column))
        .ok_or_else(|| Trouble::new(format!("no active cell in {kind}: {id}")))
}

fn place(text: &str) -> Option<(usize, usize)> {
    let (first, second) = text.split_once(' ')?;
    Some((first.parse().ok()?, second.parse().ok()?))
}

/// What a cell shows.
pub async fn cell_text(page: &Page, kind: &str, row: usize, field: &str) -> Result<String> {
    let script = "const row = `[data-cell^=\"${arguments[1]} \"][data-field=\"${arguments[2]}\"]`;
        return document.querySelector(`[data-testid=\"grid-${arguments[0]}\"] ${row}`)\
            ?.innerText ?? '';";
    let text = page.ask(script, json!([kind, row, field])).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Waits until a cell shows these words.
pub async fn cell_shows(
    page: &Page,
    kind: &str,
    row: usize,
    field: &str,
    words: &str,
) -> Result<()> {
    let what = format!("{words} in {field} of row {row} of {kind}");
    page.until(&what, || async {
        let text = cell_text(page, kind, row, field).await?;
        Ok(text.contains(words).then_some(()))
    })
    .await
}

/// Waits until everything typed is saved: nothing is being edited and nothing is on its way.
pub async fn saved(page: &Page) -> Result<String> {
    let script = "const busy = document.querySelector('[data-editing=\"true\"]');
        return busy ? null : document.querySelector('[data-testid=\"saved-at\"]')\
            ?.dataset.savedAt ?? null;";
    let at = page.until("see what is saved", || async {
        Ok(page.ask(script, json!([])).await?.as_str().map(str::to_owned))
    });
    at.await
}

/// How many photos stand on the contact sheet.
pub async fn photos(page: &Page) -> Result<usize> {
    let script = "return [...document.querySelectorAll('[data-testid]')]
        .filter((part) => /^photo-[A-Z]+-[0-9]+$/.test(part.dataset.testid)).length;";
    Ok(serde_json::from_value(page.ask(script, json!([])).await?)?)
}

/// The pictures of photos that are loaded on the page, as width and height in pixels.
pub async fn pictures(page: &Page) -> Result<Vec<(u64, u64)>> {
    let script = "return [...document.querySelectorAll('[data-testid^=\"photo-\"] img')]
        .filter((img) => img.complete && img.naturalWidth > 0)
        .map((img) => [img.naturalWidth, img.naturalHeight]);";
    let found = page.ask(script, json!([])).await?;
    Ok(serde_json::from_value(found)?)
}

/// Makes a case that has a claim number and nothing else.
pub async fn new_case(page: &Page, claim_no: &str) -> Result<()> {
    page.click("start-new").await?;
    page.tab_to("field-claim_case-claim_no").await?;
    page.keys(claim_no).await?;
    page.click("new-case-create").await?;
    page.text_when("case-claim-no", |text| text == claim_no).await?;
    Ok(())
}

/// The case that was made in a home.
pub fn case_in(home: &Path) -> Result<PathBuf> {
    let mut cases = std::fs::read_dir(home.join("cases"))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "lisuan"));
    let case = cases.next();
    case.ok_or_else(|| Trouble::new("no case in the library"))
}
