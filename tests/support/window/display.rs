//! A screen that nobody looks at.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use super::group::Group;
use super::trouble::{Result, Trouble};

const START_MAX: Duration = Duration::from_secs(20);

/// An X server on a number it chose itself.
pub struct Display {
    /// `:7`, for `DISPLAY`.
    pub name: String,
    _server: Group,
}

impl Display {
    /// Starts a screen of exactly the window's size: there is no window manager that would place
    /// or decorate it.
    pub fn start(width_px: u32, height_px: u32) -> Result<Self> {
        let screen = format!("{width_px}x{height_px}x24");
        let mut server = Group::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp", "-noreset"])
                .stdin(Stdio::null())
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )
        .map_err(|trouble| trouble.during("start Xvfb"))?;
        let out = server.head().stdout.take().ok_or_else(|| Trouble::new("Xvfb has no output"))?;
        let (said, hear) = mpsc::channel();
        // A server that never says its number must not hold the test up for ever.
        std::thread::spawn(move || {
            let mut line = String::new();
            let read = BufReader::new(out).read_line(&mut line);
            let _ = said.send(read.map(|_| line));
        });
        let line = hear.recv_timeout(START_MAX)??;
        let number: u32 = line.trim().parse()?;
        Ok(Self { name: format!(":{number}"), _server: server })
    }
}
