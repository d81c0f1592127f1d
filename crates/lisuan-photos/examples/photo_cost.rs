//! Measures what a photo costs: wall time and, on Linux, processor time of this process and its
//! decoders.
//!
//! `cargo run --release -p lisuan-photos --example photo_cost -- FOLDER [EXTENSION] [ROUNDS]`

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Instant;

use lisuan_photos::{
    DecoderLimits, DecoderPool, PREVIEW_SIDE_PX, THUMBNAIL_SIDE_PX, run_decoder_if_asked,
};

const WORKERS: usize = 2;

fn main() -> ExitCode {
    if let Some(code) = run_decoder_if_asked() {
        return code;
    }
    let mut arguments = env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| ".".to_owned());
    let extension = arguments.next().unwrap_or_else(|| "jpg".to_owned());
    let rounds = arguments.next().and_then(|text| text.parse().ok()).unwrap_or(10);
    match measure(Path::new(&folder), &extension, rounds) {
        Ok(report) => {
            println!("{report}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{folder}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn measure(folder: &Path, extension: &str, rounds: usize) -> std::io::Result<String> {
    let mut photos = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|found| found == extension) {
            photos.push((path.clone(), fs::read(&path)?));
        }
    }
    photos.sort();
    let pool = DecoderPool::new(env::current_exe()?, WORKERS, DecoderLimits::default())?;
    let jobs: Vec<&(PathBuf, Vec<u8>)> = (0..rounds).flat_map(|_| &photos).collect();
    let next = AtomicUsize::new(0);
    let megapixels = AtomicUsize::new(0);
    let started = Instant::now();
    thread::scope(|scope| {
        for _ in 0..WORKERS {
            scope.spawn(|| {
                while let Some((path, bytes)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let result = pool.process(bytes, &[THUMBNAIL_SIDE_PX, PREVIEW_SIDE_PX]);
                    if let Some(problem) = result.problem {
                        eprintln!("{}: {problem}", path.display());
                    }
                    let pixels = result.facts.stored.map_or(0, |size| size.pixels());
                    megapixels.fetch_add((pixels / 1_000) as usize, Ordering::Relaxed);
                }
            });
        }
    });
    let wall = started.elapsed();
    // Ends the decoders, so that their processor time is counted.
    drop(pool);
    let count = jobs.len().max(1);
    let per_photo = wall.as_millis() as usize / count;
    let mean = megapixels.load(Ordering::Relaxed) / count;
    let cpu = cpu_ms().map_or_else(String::new, |ms| format!(", {} ms of processor", ms / count));
    Ok(format!(
        "{count} photos, mean {}.{:01} megapixels: {per_photo} ms of wall{cpu} a photo",
        mean / 1_000,
        mean % 1_000 / 100
    ))
}

/// Processor milliseconds of this process and of those it has collected (proc(5): fields 14 to 17,
/// in hundredths of a second).
fn cpu_ms() -> Option<usize> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    let ticks = fields.split_whitespace().skip(11).take(4);
    Some(ticks.filter_map(|field| field.parse::<usize>().ok()).sum::<usize>() * 10)
}
