//! A decoder process and nothing else: what the tests and a fuzzer run in place of the program.
//!
//! A photo that ends with one of the words below makes it fail in that way, so that the tests can
//! see what its keeper does about it. The program people use has none of this: it calls
//! `run_decoder_if_asked`.

use std::process::{ExitCode, abort};
use std::thread;
use std::time::Duration;

fn rehearse(photo: &[u8]) {
    if photo.ends_with(b"REHEARSE HANG") {
        loop {
            thread::sleep(Duration::from_secs(1));
        }
    } else if photo.ends_with(b"REHEARSE ABORT") {
        abort();
    } else if photo.ends_with(b"REHEARSE PANIC") {
        std::panic::resume_unwind(Box::new("a photo asked for a panic"));
    } else if photo.ends_with(b"REHEARSE CHATTER") {
        println!("this is no answer to any request, and long enough to be read as one");
    } else if photo.ends_with(b"REHEARSE GORGE") {
        // Address space in steps, never touched, until the limit says no.
        let hoard: Vec<Vec<u8>> = (0..64).map(|_| Vec::with_capacity(256 << 20)).collect();
        drop(hoard);
    }
}

fn main() -> ExitCode {
    if let Some(code) = lisuan_photos::run_page_decoder_if_asked(&[]) {
        return code;
    }
    lisuan_photos::run_decoder_rehearsing(rehearse).unwrap_or_else(|| {
        eprintln!("This program decodes pictures for another one and is of no use by itself.");
        ExitCode::from(2)
    })
}
