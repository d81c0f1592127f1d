//! Photos for the tests, made from real ones.

use std::fs;
use std::path::{Path, PathBuf};

use lisuan_tests::cli::{Desk, photo};

/// Bytes behind the end of a picture make each copy a photo of its own. A small picture is decoded
/// quickly, and with 700 kB behind it takes as much room as a photo: what is tested is storing.
pub fn many(desk: &Desk, count: usize) -> Vec<PathBuf> {
    let icon = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/icons/128x128.png");
    copies(desk, &fs::read(icon).unwrap(), 700_000, count)
}

/// Photos of a camera, which take as long to decode as photos do.
pub fn many_large(desk: &Desk, count: usize) -> Vec<PathBuf> {
    copies(desk, &fs::read(photo("sanyo-s1-zero-date-building.jpg")).unwrap(), 10, count)
}

fn copies(desk: &Desk, bytes: &[u8], behind: usize, count: usize) -> Vec<PathBuf> {
    (0..count)
        .map(|n| {
            let path = desk.path(&format!("site-{n:03}.jpg"));
            let tail = format!("{n:010}").repeat(behind / 10);
            fs::write(&path, [bytes, tail.as_bytes()].concat()).unwrap();
            path
        })
        .collect()
}

/// Arguments of `photo add`.
pub fn add_args(case: &str, photos: &[PathBuf]) -> Vec<String> {
    let photos = photos.iter().map(|path| path.to_str().unwrap().to_owned());
    ["photo", "add", case].map(str::to_owned).into_iter().chain(photos).collect()
}
