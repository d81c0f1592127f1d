//! What the tests share.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{env, fs};

use lisuan_photos::{DecoderLimits, DecoderPool};

/// The folder with real camera files, beside the project.
pub fn photos_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/photos")
}

pub fn photo(name: &str) -> Vec<u8> {
    fs::read(photos_folder().join(name)).expect("a real file can be read")
}

/// Names of all real files.
pub fn photo_names() -> Vec<String> {
    let folder = fs::read_dir(photos_folder()).expect("the folder of real files can be listed");
    let mut names: Vec<String> = folder
        .map(|entry| entry.expect("an entry can be read").file_name())
        .map(|name| name.into_string().expect("names are ASCII"))
        .filter(|name| name.ends_with(".jpg") || name.ends_with(".heic"))
        .collect();
    names.sort();
    names
}

/// A pool on this crate's decoder program.
pub fn pool(workers: usize, limits: DecoderLimits) -> DecoderPool {
    let exe = PathBuf::from(env!("CARGO_BIN_EXE_lisuan-photos-decoder"));
    DecoderPool::new(exe, workers, limits).expect("a thread can be started")
}

/// Limits with plenty of time: unoptimised code on a busy machine is slow.
pub fn patient() -> DecoderLimits {
    DecoderLimits { time_max: Duration::from_secs(120), ..DecoderLimits::default() }
}

pub fn decoded(jpeg: &[u8]) -> image::RgbImage {
    let picture = image::load_from_memory_with_format(jpeg, image::ImageFormat::Jpeg);
    picture.expect("a preview is a sound JPEG").into_rgb8()
}

/// Mean difference of two pictures of the same size, in steps of 255.
pub fn mean_difference(a: &image::RgbImage, b: &image::RgbImage) -> u64 {
    assert_eq!(a.dimensions(), b.dimensions(), "only pictures of one size can be compared");
    let sum: u64 = a.iter().zip(b.iter()).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
    sum / a.len() as u64
}
