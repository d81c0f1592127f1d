//! Places as they are: a folder, a WebDAV server and S3-compatible storage on this machine.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken test stops where it stands")]

mod all;
mod servers;
