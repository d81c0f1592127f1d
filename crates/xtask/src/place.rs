//! Where things are: the checkout, the build folder, the programs.

use std::env;
use std::path::PathBuf;

/// The top of the checkout, whatever folder the command was given in.
pub fn root() -> PathBuf {
    let here = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    here.ancestors().nth(2).map_or(here.clone(), PathBuf::from)
}

/// The folder of the page's sources.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// Cargo's output folder.
pub fn target() -> PathBuf {
    // A relative CARGO_TARGET_DIR is relative to where cargo was started; `join` keeps an
    // absolute one as it is.
    env::var_os("CARGO_TARGET_DIR").map_or_else(
        || root().join("target"),
        |given| env::current_dir().unwrap_or_else(|_| root()).join(given),
    )
}

/// A program of the release build.
pub fn release(program: &str) -> PathBuf {
    built("release", program)
}

/// A program of the build for development and tests.
pub fn debug(program: &str) -> PathBuf {
    built("debug", program)
}

fn built(profile: &str, program: &str) -> PathBuf {
    target().join(profile).join(format!("{program}{}", env::consts::EXE_SUFFIX))
}

/// The cargo that started this program.
pub fn cargo() -> PathBuf {
    env::var_os("CARGO").map_or_else(|| PathBuf::from("cargo"), PathBuf::from)
}
