//! The decoder process: reads photos from its standard input until that ends.

use std::env;
use std::ffi::OsString;
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::{self, ExitCode};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;

use crate::limits::{DecoderLimits, PixelLimits};
use crate::render::Renderer;
use crate::wire::{self, Request};

/// The argument that makes a program a decoder process.
pub(crate) const DECODER_ARGUMENT: &str = "--lisuan-decoder";
/// Exit code after a decoder panicked.
const EXIT_PANICKED: i32 = 70;
/// Exit code when the other end is gone.
const EXIT_UNHEARD: i32 = 74;

/// Something done to each photo before it is decoded; only this crate's own decoder program, which
/// stands in for a failing one in tests, does anything.
pub type Rehearsal = fn(&[u8]);

/// Serves as a decoder process if the program was started as one.
///
/// A program that owns a [`DecoderPool`](crate::DecoderPool) on its own program file must call this
/// first thing in `main` and end with the exit code if there is one.
pub fn run_decoder_if_asked() -> Option<ExitCode> {
    run_decoder_rehearsing(|_| {})
}

/// Like [`run_decoder_if_asked`], with something that is done to each photo first.
#[doc(hidden)]
pub fn run_decoder_rehearsing(rehearsal: Rehearsal) -> Option<ExitCode> {
    let mut arguments = env::args_os().skip(1);
    if arguments.next()? != DECODER_ARGUMENT {
        return None;
    }
    let limits = limits_from(arguments);
    limit_memory(limits.memory_bytes_max);
    yield_to_the_window();
    Some(match serve(&limits, rehearsal) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    })
}

/// Writes the limits as the arguments that follow [`DECODER_ARGUMENT`].
pub(crate) fn limit_arguments(limits: &DecoderLimits) -> [String; 4] {
    [
        u64::from(limits.pixels.side_px_max),
        limits.pixels.decoded_bytes_max,
        limits.file_bytes_max,
        limits.memory_bytes_max,
    ]
    .map(|limit| limit.to_string())
}

fn limits_from(arguments: impl Iterator<Item = OsString>) -> DecoderLimits {
    let defaults = DecoderLimits::default();
    let mut numbers = arguments.map(|argument| argument.to_str()?.parse::<u64>().ok());
    let mut next = |default: u64| numbers.next().flatten().unwrap_or(default);
    let side_px_max = next(defaults.pixels.side_px_max.into());
    DecoderLimits {
        pixels: PixelLimits {
            side_px_max: u32::try_from(side_px_max).unwrap_or(defaults.pixels.side_px_max),
            decoded_bytes_max: next(defaults.pixels.decoded_bytes_max),
        },
        file_bytes_max: next(defaults.file_bytes_max),
        memory_bytes_max: next(defaults.memory_bytes_max),
        time_max: defaults.time_max,
    }
}

/// Lowers the address space the process may take. macOS accepts the call without enforcing it.
#[cfg(unix)]
pub(crate) fn limit_memory(bytes_max: u64) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

    let within = |hard: Option<u64>| Some(hard.map_or(bytes_max, |hard| hard.min(bytes_max)));
    let maximum = within(getrlimit(Resource::As).maximum);
    // The size checks stand even where the system refuses the limit.
    let _ = setrlimit(Resource::As, Rlimit { current: maximum, maximum });
}

/// Windows has no such limit for a process that sets it on itself short of a job object, which safe
/// code cannot make. In its place stand the checks of the declared size before anything is decoded,
/// the decoders' own allocation limits, and the time limit.
#[cfg(not(unix))]
pub(crate) fn limit_memory(_bytes_max: u64) {}

/// Lets others go first where processors are short: decoding can wait, a person's keys cannot.
#[cfg(unix)]
fn yield_to_the_window() {
    /// Of nineteen steps; still far more than nothing beside other work of the machine.
    const STEPS: i32 = 10;
    // What the system refuses costs no more than smoothness.
    let _ = rustix::process::nice(STEPS);
}

/// Windows raises the window in front by itself.
#[cfg(not(unix))]
fn yield_to_the_window() {}

/// Reads requests on this thread and decodes on another, so that the end of the input is noticed,
/// and the process ends, even while a photo is being decoded.
fn serve(limits: &DecoderLimits, rehearsal: Rehearsal) -> io::Result<()> {
    let (photos, photos_in) = sync_channel::<(Request, Vec<u8>)>(1);
    let (buffers, buffers_in) = channel::<Vec<u8>>();
    let pixels = limits.pixels;
    thread::Builder::new()
        .name("decoder".to_owned())
        .spawn(move || decode_all(&photos_in, &buffers, pixels, rehearsal))?;
    read_all(&mut io::stdin().lock(), limits.file_bytes_max, &photos, &buffers_in)
}

fn read_all(
    input: &mut impl Read,
    byte_len_max: u64,
    photos: &SyncSender<(Request, Vec<u8>)>,
    buffers: &Receiver<Vec<u8>>,
) -> io::Result<()> {
    while let Some(request) = Request::read(input, byte_len_max)? {
        // The buffer of an earlier photo comes back for the next one.
        let mut bytes = buffers.try_recv().unwrap_or_default();
        wire::read_into(input, request.byte_len, &mut bytes)?;
        if photos.send((request, bytes)).is_err() {
            break;
        }
    }
    Ok(())
}

fn decode_all(
    photos: &Receiver<(Request, Vec<u8>)>,
    buffers: &Sender<Vec<u8>>,
    limits: PixelLimits,
    rehearsal: Rehearsal,
) {
    let worked = catch_unwind(AssertUnwindSafe(|| {
        let Ok(mut renderer) = Renderer::new(limits) else { return };
        for (request, bytes) in photos {
            rehearsal(&bytes);
            let answer = renderer.render_covered(
                &bytes,
                &request.sides_px,
                request.quality,
                &request.covers,
            );
            if wire::write_answer(&answer, &mut io::stdout().lock()).is_err() {
                process::exit(EXIT_UNHEARD);
            }
            // The reader may have ended already.
            let _ = buffers.send(bytes);
        }
    }));
    if worked.is_err() {
        process::exit(EXIT_PANICKED);
    }
}
