//! The real program from end to end: what it answers, what is on disk afterwards.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken test stops where it stands")]

mod answers;
mod backup;
mod bad_input;
mod clocks;
mod confidential;
mod full_disk;
mod handover;
mod killed;
mod life;
mod lives;
mod main_job;
mod merged_rows;
mod other_tools;
mod papers;
mod photo_intake;
mod photos;
mod places;
mod reports;
mod samples;
mod scenario;
mod seal;
mod sheet;
mod stats;
mod two_at_once;
