//! The window: one command, dialogs, the picture protocol and progress. It knows how to ask and
//! where files lie; what is done with them is `lisuan-app`'s.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

mod command;
mod confidential;
mod dialogs;
mod drops;
mod handovers;
mod pictures;
mod places;
mod progress;
mod shell;
mod verbs;
mod window;
mod work;

use std::process::ExitCode;

fn main() -> ExitCode {
    // Photos are decoded by this same program started as a child, which must not become a window.
    if let Some(ended) = lisuan_app::run_decoder_if_asked() {
        return ended;
    }
    window::run()
}
