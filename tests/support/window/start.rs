//! How long the program takes from its start to a first screen that can be used.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde_json::json;

use super::display::Display;
use super::session::{Setup, Window};
use super::trouble::{Result, Trouble};

/// Answers, as soon as the part can be seen and two frames were painted, when that was (ms since
/// 1970). The mark is the page's own, set after it painted the first screen; it does not wait for
/// the driver, so it is the better figure where it is there.
const FIRST_SCREEN: &str = "
    const done = arguments[arguments.length - 1];
    const look = () => {
        const part = document.querySelector(`[data-testid=\"${arguments[0]}\"]`);
        if (!part || part.getClientRects().length === 0) return requestAnimationFrame(look);
        requestAnimationFrame(() => requestAnimationFrame(() => {
            const mark = performance.getEntriesByName('first-screen', 'mark')[0];
            const seen = performance.timeOrigin + performance.now();
            done(mark ? performance.timeOrigin + mark.startTime : seen);
        }));
    };
    look();";

/// One cold start.
#[derive(Debug, Clone, Copy)]
pub struct ColdStart {
    /// From before the driver and the program are started to the first screen.
    pub wall: Duration,
    /// Highest memory so far in bytes, of the program and of the processes WebKit starts for the
    /// page, added up; what they share is counted in each.
    pub peak_bytes: u64,
}

/// Starts the program once in an empty home and measures until its first screen can be used.
/// The clock runs from before the driver is started, so the figure is an upper bound: the kernel's
/// record of a process's start drifts from the wall clock on machines that were paused.
pub async fn cold_start(display: &Display, setup: &Setup) -> Result<ColdStart> {
    let begun = SystemTime::now();
    let window = Window::open(display, setup).await?;
    let seen = window.page.ask_later(FIRST_SCREEN, json!(["start-new"])).await?;
    let seen_ms = seen.as_f64().ok_or_else(|| Trouble::new("the page has no clock"))?;
    let seen = UNIX_EPOCH + Duration::from_secs_f64(seen_ms / 1000.0);
    let peak_bytes = peak_bytes(window.program)?;
    window.kill().await?;
    Ok(ColdStart { wall: seen.duration_since(begun)?, peak_bytes })
}

/// Adds up the highest memory of a process and of those it started.
fn peak_bytes(process: u32) -> Result<u64> {
    let mut bytes = peak_of_one(process)?;
    for entry in std::fs::read_dir("/proc")?.flatten() {
        let Some(other) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else {
            continue;
        };
        let stat = std::fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        let above = stat.rsplit(')').next().and_then(|rest| rest.split_whitespace().nth(1));
        if above == Some(process.to_string().as_str()) {
            // It may have ended since it was listed.
            bytes += peak_of_one(other).unwrap_or(0);
        }
    }
    Ok(bytes)
}

fn peak_of_one(process: u32) -> Result<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|rest| rest.split_whitespace().next());
    let kib: u64 = kib.ok_or_else(|| Trouble::new("no peak memory"))?.parse()?;
    Ok(kib * 1024)
}
