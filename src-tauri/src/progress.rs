//! Progress on its way to the page, thinned out to what an eye can follow.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use lisuan_app::wire::Progress;
use tauri::ipc::Channel;

use crate::shell::lock;

/// The page paints a bar at most this often. Each message costs a frame of the whole window; where no
/// graphics card draws it, twenty a second took more of the processors than the decoders did, and
/// keys waited for them.
const INTERVAL_MIN: Duration = Duration::from_millis(200);

/// Lets a piece of progress pass when the last one is old enough, and always the last of a task.
pub struct Thinned {
    channel: Channel<Progress>,
    gate: Mutex<Gate>,
}

impl Thinned {
    /// Starts with nothing said.
    pub fn new(channel: Channel<Progress>) -> Self {
        Self { channel, gate: Mutex::new(Gate::default()) }
    }

    /// Says it, or keeps quiet. A page that is gone cannot be told: that is no error of the work.
    pub fn tell(&self, progress: Progress) {
        let last = progress.done >= progress.total;
        if lock(&self.gate).passes(Instant::now(), last) {
            let _ = self.channel.send(progress);
        }
    }
}

#[derive(Default)]
struct Gate {
    said: Option<Instant>,
}

impl Gate {
    fn passes(&mut self, now: Instant, last: bool) -> bool {
        let due = self.said.is_none_or(|said| now.duration_since(said) >= INTERVAL_MIN);
        if due || last {
            self.said = Some(now);
        }
        due || last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_last_and_due_pass() {
        let mut gate = Gate::default();
        let start = Instant::now();
        assert!(gate.passes(start, false), "the first says that work began");
        assert!(!gate.passes(start + INTERVAL_MIN / 2, false), "too soon after the first");
        assert!(gate.passes(start + INTERVAL_MIN, false), "due again");
        assert!(gate.passes(start + INTERVAL_MIN, true), "the last is never held back");
    }
}
