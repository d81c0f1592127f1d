//! The benchmark: what the main job costs, beside what other tools take for a part of it on the
//! same files in the same run.
//!
//! Each figure comes from a child process of its own (this program again, started with a job), so
//! that neither processor time nor memory of one job is counted in another. Nothing here passes or
//! fails: figures depend on the machine, and a person reads them.

mod adjust;
mod boq;
mod case;
mod handover;
mod job;
mod jpeg;
mod large;
mod merge;
mod meter;
mod options;
mod peer;
mod photo_set;
mod report;
mod seal;
mod section;
mod start;
mod stats;
mod store;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use options::{Options, USAGE};
use report::Section;

/// What can go wrong while measuring: words for a person.
type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

fn main() -> ExitCode {
    // The jobs decode photos in processes that are this program too.
    if let Some(code) = lisuan_app::run_decoder_if_asked() {
        return code;
    }
    let words: Vec<String> = std::env::args().skip(1).collect();
    let done = match words.split_first() {
        Some((first, rest)) if first == job::ARGUMENT => job::run(rest),
        _ => match Options::read(&words) {
            Ok(Some(options)) => bench(&options),
            Ok(None) => {
                println!("{USAGE}");
                Ok(())
            }
            Err(trouble) => {
                eprintln!("{trouble}\n{USAGE}");
                return ExitCode::from(2);
            }
        },
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::from(3)
        }
    }
}

/// Measures what was asked for and prints it. Whatever was made on the way is removed, also after
/// an error; what an earlier run left that was killed is removed first.
fn bench(options: &Options) -> Result<()> {
    if cfg!(debug_assertions) {
        eprintln!("This is a build for development: its figures say nothing about the program.");
    }
    let target = target()?;
    let place = Place { scratch: target.join("bench"), tools: target.join("bench-peers") };
    remove(&place.scratch)?;
    create(&place.scratch)?;
    if let Some(busy) = busy() {
        eprintln!("{busy}");
    }
    let measured = section::measure(options, &place);
    let removed = remove(&place.scratch);
    let sections: Vec<Section> = measured?;
    removed?;
    if options.json {
        println!("{:#}", report::json(&sections));
    } else {
        print!("{}", report::table(&sections));
    }
    Ok(())
}

/// Warns of other work on this machine (told on Linux): it makes times on the clock longer, and
/// processor time and memory hardly.
fn busy() -> Option<String> {
    let load = std::fs::read_to_string("/proc/loadavg").ok()?;
    let load: f64 = load.split_whitespace().next()?.parse().ok()?;
    (load > 0.5).then(|| {
        format!("This machine is busy (load {load}): compare CPU and memory, not wall times.")
    })
}

/// Where the benchmark works.
struct Place {
    /// For everything that is made and removed.
    scratch: PathBuf,
    /// For peers that are installed once and kept.
    tools: PathBuf,
}

/// Cargo's output folder: this program lies two levels below it.
fn target() -> Result<PathBuf> {
    let program = std::env::current_exe()?;
    let target = program.ancestors().nth(2).ok_or("the program lies in no folder")?;
    Ok(target.to_owned())
}

fn create(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(|error| at(folder, &error))
}

/// Removes a folder or a file, if there is one.
fn remove(path: &Path) -> Result<()> {
    let removed = if path.is_dir() {
        std::fs::remove_dir_all(path)
    } else if path.exists() {
        std::fs::remove_file(path)
    } else {
        return Ok(());
    };
    removed.map_err(|error| at(path, &error))
}

/// An error with the path it happened at.
fn at(path: &Path, error: &std::io::Error) -> Box<dyn Error + Send + Sync> {
    format!("{}: {error}", path.display()).into()
}
