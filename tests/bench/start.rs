//! The window from its start to the first screen, where it can be driven.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::{Result, peer};

/// The window's program as it ships, beside this one; or why it cannot be measured here.
pub fn ready() -> std::result::Result<PathBuf, String> {
    if !cfg!(all(feature = "window", target_os = "linux")) {
        return Err("only on Linux, and built with the feature `window`".to_owned());
    }
    for program in ["Xvfb", "WebKitWebDriver"] {
        if peer::find(program).is_none() {
            return Err(format!("{program} is not installed"));
        }
    }
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let window = program.with_file_name("lisuan-window");
    if window.is_file() {
        Ok(window)
    } else {
        Err("the window is not built as it ships; `cargo xtask bench` builds it".to_owned())
    }
}

/// Starts the program that `LISUAN_WINDOW_BIN` names once, in an empty home.
#[cfg(all(feature = "window", target_os = "linux"))]
pub fn measure(home: &Path) -> Result<Value> {
    use lisuan_tests::window::{Display, Setup, cold_start};

    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let started = runtime.block_on(async {
        let display = Display::start(1280, 720)?;
        cold_start(&display, &Setup::new(home)).await
    });
    let started = started.map_err(|trouble| trouble.to_string())?;
    let usage = crate::meter::Usage {
        wall_ms: crate::meter::ms(started.wall),
        peak_mb: Some(started.peak_bytes as f64 / 1e6),
        ..crate::meter::Usage::default()
    };
    Ok(usage.json())
}

/// Not on this system, or not in this build.
#[cfg(not(all(feature = "window", target_os = "linux")))]
pub fn measure(_home: &Path) -> Result<Value> {
    Err("this build cannot drive the window".into())
}
