//! Shared by the tests.

#[cfg(all(feature = "window", target_os = "linux"))]
pub mod window;

pub mod cli;
pub mod papers;
