//! The case file as others meet it: on disk, after a crash, altered, full, out of reach.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken test stops where it stands")]

mod altered;
mod encrypted;
mod full_disk;
mod journal;
mod life;
mod merged;
mod other_process;
mod papers;
mod random;
mod receive;
mod refused;
mod support;
mod unwritable;
