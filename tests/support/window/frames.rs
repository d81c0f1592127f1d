//! How fast the window is with many photos: its contact sheet, and keys while photos come in.

use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::Key;
use tokio::time::sleep;

use super::display::Display;
use super::page::Page;
use super::session::{Setup, Window};
use super::trouble::{Result, Trouble};

/// Chooses the survey and answers with the time until every picture in sight is decoded and two
/// more frames were painted.
const FIRST_PAINT: &str = "
    const done = arguments[arguments.length - 1];
    const begun = performance.now();
    document.querySelector('[data-testid=\"step-survey\"]').click();
    const look = async () => {
        const sheet = document.querySelector('[data-testid=\"photo-sheet\"]');
        const area = sheet?.getBoundingClientRect();
        const inSight = (part) => {
            const box = part.getBoundingClientRect();
            return box.bottom > area.top && box.top < area.bottom;
        };
        const tiles = sheet ? [...sheet.querySelectorAll('[role=\"option\"]')].filter(inSight) : [];
        const pictures = tiles.map((tile) => tile.querySelector('img'));
        const there = pictures.length > 3 && pictures.every((one) => one?.complete && one.naturalWidth > 0);
        if (!there) return requestAnimationFrame(look);
        await Promise.all(pictures.map((one) => one.decode()));
        requestAnimationFrame(() => requestAnimationFrame(() =>
            done([performance.now() - begun, pictures.length])));
    };
    requestAnimationFrame(look);";

/// Scrolls three screens a second for ten seconds; answers with the time of each frame and the share
/// of frames in which a part of the sheet in sight had no tile.
const SCROLL: &str = "
    const done = arguments[arguments.length - 1];
    const sheet = document.querySelector('[data-testid=\"photo-sheet\"]');
    const frames = [];
    const begun = performance.now();
    let [last, empty] = [begun, 0];
    const next = (now) => {
        frames.push(now - last);
        last = now;
        const area = sheet.getBoundingClientRect();
        const middle = document.elementFromPoint(area.left + 60, area.bottom - 40);
        if (middle && !middle.closest('[role=\"option\"], .row')) empty += 1;
        sheet.scrollTop = ((now - begun) / 1000) * 3 * area.height;
        if (now - begun < 10_000) return requestAnimationFrame(next);
        done([frames.slice(2), (empty * 100) / frames.length]);
    };
    requestAnimationFrame(next);";

/// Notes for each letter typed, and for each rating, how long it took from the key to the end of
/// the frame that shows it: that frame's callback has seen it, and the message comes behind it.
const LISTEN: &str = "
    window.typedMs = [];
    window.ratedMs = [];
    const behind = (then) => {
        const channel = new MessageChannel();
        channel.port1.onmessage = then;
        channel.port2.postMessage(null);
    };
    const framed = (shown, then) => requestAnimationFrame(() =>
        shown() ? behind(then) : framed(shown, then));
    addEventListener('keydown', (event) => {
        const begun = event.timeStamp;
        if (/^[a-z]$/.test(event.key) && event.target.tagName === 'TEXTAREA') {
            const { target } = event;
            const { length } = target.value;
            framed(() => target.value.length > length, () => typedMs.push(performance.now() - begun));
        }
        if (/^[1-5]$/.test(event.key)) {
            const id = document.activeElement.id;
            const stars = '★'.repeat(Number(event.key));
            framed(
                () => document.getElementById(id)?.querySelector('.stars')?.textContent === stars,
                () => ratedMs.push(performance.now() - begun));
        }
    }, true);";

const UNDER_WAY: &str = "return document.querySelector('[data-testid=\"work\"]') !== null;";

/// A person who types: keys a second.
const BETWEEN_KEYS: Duration = Duration::from_millis(120);
const INTAKE_MAX: Duration = Duration::from_secs(120);

/// Opens the case that the setup names and measures its contact sheet: `wall_ms` until it stands
/// with its pictures, then the frames while it is scrolled.
pub async fn contact_sheet(display: &Display, setup: &Setup) -> Result<Value> {
    let window = Window::open(display, setup).await?;
    let page = &window.page;
    page.part("step-survey").await?;
    // What opening leaves to do is done by then.
    sleep(Duration::from_secs(1)).await;
    let painted = page.ask_later(FIRST_PAINT, json!([])).await?;
    let wall_ms = painted[0].as_f64().ok_or_else(|| Trouble::new("no contact sheet"))?;
    let scrolled = page.ask_later(SCROLL, json!([])).await?;
    let mut said = json!({ "wall_ms": wall_ms, "rows_empty_percent": scrolled[1] });
    spread(&mut said, "frames", &scrolled[0]);
    window.kill().await?;
    Ok(said)
}

/// Opens the case that the setup names, takes its photos in, and meanwhile types letters into a
/// note and rates photos, as a person does.
pub async fn keys_during_intake(
    display: &Display,
    setup: &Setup,
    photos: &[&Path],
) -> Result<Value> {
    let window = Window::open(display, setup).await?;
    let page = &window.page;
    page.click("step-survey").await?;
    page.part("photo-sheet").await?;
    page.ask(LISTEN, json!([])).await?;
    window.drag(photos, true)?;
    let begun = Instant::now();
    page.until("see the work", || async {
        Ok((page.ask(UNDER_WAY, json!([])).await? == json!(true)).then_some(()))
    })
    .await?;
    let mut turn = 0;
    while page.ask(UNDER_WAY, json!([])).await? == json!(true) && begun.elapsed() < INTAKE_MAX {
        press(page, turn).await?;
        turn += 1;
    }
    let wall_ms = begun.elapsed().as_secs_f64() * 1000.0;
    let times = page.ask("return [typedMs, ratedMs];", json!([])).await?;
    let mut said = json!({ "wall_ms": wall_ms });
    spread(&mut said, "typed", &times[0]);
    spread(&mut said, "rated", &times[1]);
    window.kill().await?;
    Ok(said)
}

/// Ten letters into a note, then ten ratings, each of another photo than the one before.
async fn press(page: &Page, turn: usize) -> Result<()> {
    page.ask("document.querySelector('[data-testid=\"note-capture\"]').focus();", json!([]))
        .await?;
    for letter in ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] {
        page.keys(letter).await?;
        sleep(BETWEEN_KEYS).await;
    }
    let first = "const tile = document.querySelector('[role=\"option\"][id^=\"photo-\"]');
        tile.click(); tile.focus();";
    page.ask(first, json!([])).await?;
    sleep(BETWEEN_KEYS).await;
    for n in 0..10 {
        page.keys((1 + (n + turn) % 5).to_string()).await?;
        sleep(BETWEEN_KEYS).await;
        page.keys(Key::Right).await?;
        sleep(BETWEEN_KEYS).await;
    }
    Ok(())
}

/// Adds how many there are, the middle one, the 95th and 99th of a hundred, and the longest.
fn spread(said: &mut Value, name: &str, times_ms: &Value) {
    let times = times_ms.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut times: Vec<f64> = times.iter().filter_map(Value::as_f64).collect();
    times.sort_by(f64::total_cmp);
    said[name] = json!(times.len());
    for (key, percent) in [("p50", 50), ("p95", 95), ("p99", 99), ("max", 100)] {
        let at = (times.len() * percent).div_ceil(100).saturating_sub(1);
        said[format!("{name}_ms_{key}")] = json!(times.get(at));
    }
}
