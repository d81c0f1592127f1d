//! Seals and verdicts, on files made here by hand.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken test stops where it stands")]

mod accepted;
mod agreement;
mod altered;
mod attacks;
mod beside;
mod cms_attacks;
mod contents;
mod detached;
mod draft;
mod every_byte;
mod firm_key;
mod huge;
mod other_tools;
mod random;
mod room;
mod sealed_badly;
mod timestamp;
mod tools;
