//! Ctrl+C stops long work cleanly: what is in stays in.

use std::sync::atomic::{AtomicBool, Ordering};

static ASKED: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl+C asks for a stop instead of ending the process. Where that cannot be arranged
/// Ctrl+C still ends the process, and the case file survives that too.
pub fn listen() {
    let _ = ctrlc::set_handler(|| ASKED.store(true, Ordering::SeqCst));
}

/// Whether a stop was asked for.
pub fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}
