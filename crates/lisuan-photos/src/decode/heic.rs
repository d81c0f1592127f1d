//! HEIC pixels, converted to sRGB.

use heifer::{Error, Image, Options};

use super::{Decoded, check_size, lay_on_white};
use crate::limits::PixelLimits;
use crate::problem::DecodeProblem;
use crate::size::PixelSize;

/// Decodes the primary picture, turned upright by the file's own properties.
pub(crate) fn decode(
    bytes: &[u8],
    declared: Option<PixelSize>,
    limits: &PixelLimits,
    pixels: &mut Vec<u8>,
) -> Result<Decoded, DecodeProblem> {
    if let Some(declared) = declared {
        check_size(declared, limits)?;
    }
    // One thread: several photos are decoded at a time, each in a process of its own.
    let options = Options { max_threads: 1, max_pixels: (limits.decoded_bytes_max / 4).max(1) };
    let picture = match heifer::decode_srgb_rgba8(bytes, &options) {
        // Wide-range pictures have no plain conversion; unconverted, they are pale but legible.
        Err(Error::Unsupported(_)) => heifer::decode_rgba8(bytes, &options),
        result => result,
    };
    let Image { width, height, has_alpha, data, .. } = picture.map_err(problem)?;
    let size = PixelSize::new(width, height);
    check_size(size, limits)?;
    *pixels = data;
    if has_alpha {
        lay_on_white(pixels);
    }
    Ok(Decoded { size, profile: None, problem: None })
}

fn problem(error: Error) -> DecodeProblem {
    match error {
        Error::Unsupported(what) => DecodeProblem::Unsupported { what },
        error => DecodeProblem::damaged(error),
    }
}
