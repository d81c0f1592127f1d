//! The page process: one document, then it ends.

use std::ffi::OsString;
use std::io::{self, Read as _};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::{self, ExitCode};
use std::thread;
use std::{env, io::Stdin};

use super::{PageLimits, draw, wire};
use crate::child::limit_memory;

/// The argument that makes a program a page process.
pub(super) const PAGES_ARGUMENT: &str = "--lisuan-pages";
/// Exit code after a panic outside of a page.
const EXIT_PANICKED: i32 = 70;
/// Nested content calls itself; the engine gets room for that before the system ends it.
const STACK_BYTES: usize = 64 << 20;

/// Serves as a page process if the program was started as one; `font` (TrueType) sets Chinese text
/// whose font is not in the document, and may be empty.
///
/// A program that calls [`draw_pages`](super::draw_pages) on its own program file must call this
/// first thing in `main` and end with the exit code if there is one.
pub fn run_page_decoder_if_asked(font: &'static [u8]) -> Option<ExitCode> {
    let mut arguments = env::args_os().skip(1);
    if arguments.next()? != PAGES_ARGUMENT {
        return None;
    }
    let (limits, first) = limits_from(arguments);
    limit_memory(limits.memory_bytes_max);
    Some(match serve(limits, first, font) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}

/// Writes what the process must know as the arguments that follow [`PAGES_ARGUMENT`].
pub(super) fn arguments(limits: &PageLimits, first: u32) -> [String; 6] {
    [
        limits.pages_max.into(),
        limits.side_px_max.into(),
        limits.pixels_max,
        limits.file_bytes_max,
        limits.memory_bytes_max,
        u64::from(first),
    ]
    .map(|number| number.to_string())
}

fn limits_from(arguments: impl Iterator<Item = OsString>) -> (PageLimits, u32) {
    let defaults = PageLimits::default();
    let mut numbers = arguments.map(|argument| argument.to_str()?.parse::<u64>().ok());
    let mut next = |default: u64| numbers.next().flatten().unwrap_or(default);
    let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let limits = PageLimits {
        pages_max: small(next(defaults.pages_max.into())),
        side_px_max: small(next(defaults.side_px_max.into())),
        pixels_max: next(defaults.pixels_max),
        file_bytes_max: next(defaults.file_bytes_max),
        memory_bytes_max: next(defaults.memory_bytes_max),
        ..defaults
    };
    let first = small(next(1));
    (limits, first)
}

/// Reads the document, draws on another thread, and ends when that is done or when the input ends,
/// which it does when the program that asked is gone.
fn serve(limits: PageLimits, first: u32, font: &'static [u8]) -> io::Result<()> {
    let mut input = io::stdin();
    let bytes = read_document(&mut input, limits.file_bytes_max)?;
    thread::Builder::new().name("pages".to_owned()).stack_size(STACK_BYTES).spawn(move || {
        let drawn = catch_unwind(AssertUnwindSafe(|| {
            draw::answer(bytes, first, &limits, font, &mut io::stdout().lock())
        }));
        match drawn {
            Ok(Ok(())) => process::exit(0),
            Ok(Err(_)) => process::exit(1),
            Err(_) => process::exit(EXIT_PANICKED),
        }
    })?;
    // Nothing more comes; reading waits for the end.
    let _ = input.read(&mut [0]);
    Ok(())
}

fn read_document(input: &mut Stdin, bytes_max: u64) -> io::Result<Vec<u8>> {
    let len = u64::from_le_bytes(wire::read_array(input)?);
    if len > bytes_max {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = Vec::new();
    crate::wire::read_into(input, len, &mut bytes)?;
    Ok(bytes)
}
