//! Packages and receipts: what is written is read, and nothing else is believed.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken test stops where it stands")]

mod cut;
mod hostile;
mod receipts;
mod round_trip;
mod support;
