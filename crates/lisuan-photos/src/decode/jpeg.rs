//! JPEG pixels, decoded straight to the smallest of 1, ½, ¼, ⅛ that is still large enough.

use turbojpeg::{Colorspace, Decompressor, Image, PixelFormat, ScalingFactor};

use super::{Decoded, PROFILE_BYTES_MAX, check_size, raster, usable_profile};
use crate::container;
use crate::format::Format;
use crate::limits::PixelLimits;
use crate::problem::DecodeProblem;
use crate::size::PixelSize;

/// Scans of a progressive file; ordinary ones have about ten, and each costs a pass over the whole.
const SCANS_MAX: u32 = 100;

/// How the messages begin with which the decoder says that it went on in spite of damage.
const WARNINGS: &[&str] = &[
    "Premature end of JPEG file",
    "Corrupt JPEG data",
    "Inconsistent progression sequence",
    "Invalid SOS parameters",
    "Unknown Adobe color transform",
    "Warning:",
    "Application transferred too many scanlines",
];

/// Makes a decoder that can be used for many files.
pub(crate) fn decompressor() -> Result<Decompressor, DecodeProblem> {
    let mut decompressor = Decompressor::new().map_err(DecodeProblem::damaged)?;
    decompressor.set_scan_limit(SCANS_MAX).map_err(DecodeProblem::damaged)?;
    Ok(decompressor)
}

/// Decodes so that the longest side is at least `side_px` where the picture has as much.
pub(crate) fn decode(
    decompressor: &mut Decompressor,
    bytes: &[u8],
    side_px: u32,
    limits: &PixelLimits,
    pixels: &mut Vec<u8>,
) -> Result<Decoded, DecodeProblem> {
    let Ok(header) = decompressor.read_header(bytes) else {
        // Some headers that this decoder refuses (a bad colour profile) another one reads.
        return raster::decode(Format::Jpeg, bytes, limits, pixels);
    };
    let size = pixel_size(header.width, header.height)?;
    check_size(size, limits)?;
    if matches!(header.colorspace, Colorspace::CMYK | Colorspace::YCCK) {
        return raster::decode(Format::Jpeg, bytes, limits, pixels);
    }

    let factor = match header.is_lossless {
        true => ScalingFactor::ONE,
        false => scaling(size, side_px),
    };
    decompressor.set_scaling_factor(factor).map_err(DecodeProblem::damaged)?;
    let scaled = header.scaled(factor);
    // Grey, so that rows the decoder never reaches show nothing of an earlier picture.
    pixels.clear();
    pixels.resize(scaled.width * scaled.height * 4, 0x80);
    let target = Image {
        pixels: pixels.as_mut_slice(),
        width: scaled.width,
        pitch: scaled.width * 4,
        height: scaled.height,
        format: PixelFormat::RGBX,
    };
    let problem = match decompressor.decompress(bytes, target) {
        Ok(()) => None,
        Err(turbojpeg::Error::TurboJpegError(detail)) if is_warning(&detail) => {
            Some(DecodeProblem::Damaged { detail })
        }
        Err(error) => return Err(DecodeProblem::damaged(error)),
    };
    let profile = usable_profile(container::jpeg::colour_profile(bytes, PROFILE_BYTES_MAX));
    Ok(Decoded { size: pixel_size(scaled.width, scaled.height)?, profile, problem })
}

fn is_warning(detail: &str) -> bool {
    WARNINGS.iter().any(|warning| detail.starts_with(warning))
}

/// Only these fractions are computed with vector instructions.
fn scaling(size: PixelSize, side_px: u32) -> ScalingFactor {
    let longest = size.longest_px() as usize;
    [ScalingFactor::ONE_EIGHTH, ScalingFactor::ONE_QUARTER, ScalingFactor::ONE_HALF]
        .into_iter()
        .find(|factor| factor.scale(longest) >= side_px as usize)
        .unwrap_or(ScalingFactor::ONE)
}

fn pixel_size(width: usize, height: usize) -> Result<PixelSize, DecodeProblem> {
    match (u32::try_from(width), u32::try_from(height)) {
        (Ok(width), Ok(height)) => Ok(PixelSize::new(width, height)),
        _ => Err(DecodeProblem::damaged("a side does not fit 32 bits")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_no_larger_than_needed() {
        let cases = [
            (4032, 1600, ScalingFactor::ONE_HALF),
            (4032, 320, ScalingFactor::ONE_EIGHTH),
            (3199, 1600, ScalingFactor::ONE_HALF),
            (3198, 1600, ScalingFactor::ONE),
            (8160, 1600, ScalingFactor::ONE_QUARTER),
            (1000, 1600, ScalingFactor::ONE),
        ];
        for (longest, side_px, want) in cases {
            let size = PixelSize::new(longest, 10);
            assert_eq!(scaling(size, side_px), want, "{longest} px for {side_px} px");
        }
    }
}
