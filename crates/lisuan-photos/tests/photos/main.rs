//! Real camera files, generated hostile ones, and the real decoder process.

mod decoder_process;
mod hostile_bytes;
mod limits;
mod looks;
mod orientations;
mod pages;
mod real_files;
mod support;
mod truncated;
