//! Drives the real window under a screen of its own: Xvfb, WebKitWebDriver and the built program.
//!
//! Every wait has an end, and everything started here is stopped when its owner goes, also when a
//! test panics.

mod display;
mod frames;
mod group;
mod page;
mod session;
mod start;
mod trouble;
mod x11;

pub use display::Display;
pub use frames::{contact_sheet, keys_during_intake};
pub use page::{Page, STEP_MAX};
pub use session::{Setup, Window, binary};
pub use start::{ColdStart, cold_start};
pub use trouble::{Result, Trouble};
