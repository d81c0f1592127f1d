//! JPEG pixels, decoded straight to the smallest of 1, ½, ¼, ⅛ that is still large enough.

use turbojpeg::{
    Colorspace, DecompressHeader, Decompressor, Image, PixelFormat, ScalingFactor, Subsamp,
    YuvImage, yuv_pixels_len,
};

use super::{Decoded, PROFILE_BYTES_MAX, check_size, raster, usable_profile};
use crate::canvas::Part;
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

    let scaled = scale(decompressor, &header, size, side_px)?;
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
    let problem = warning(decompressor.decompress(bytes, target))?;
    let profile = usable_profile(container::jpeg::colour_profile(bytes, PROFILE_BYTES_MAX));
    Ok(Decoded { size: pixel_size(scaled.width, scaled.height)?, profile, problem })
}

/// How often a plane of colour has a sample along each side: at every, or every second pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Sampling {
    across: u32,
    down: u32,
}

impl Sampling {
    /// The three planes of a picture of that size, as they lie behind one another.
    pub(crate) fn parts(self, size: PixelSize) -> [Part; 3] {
        let Self { across, down } = self;
        let (columns, rows) = (size.width_px.div_ceil(across), size.height_px.div_ceil(down));
        let (width, height) = (f64::from(size.width_px), f64::from(size.height_px));
        let luma =
            Part { stored: PixelSize::new(columns * across, rows * down), counts: (width, height) };
        let colour = Part {
            stored: PixelSize::new(columns, rows),
            counts: (width / f64::from(across), height / f64::from(down)),
        };
        [luma, colour, colour]
    }
}

/// Decodes like [`decode`], but into planes one after the other: brightness and two of colour as
/// the file has them. `None` for the few files whose planes are not of that kind.
pub(crate) fn decode_planes(
    decompressor: &mut Decompressor,
    bytes: &[u8],
    side_px: u32,
    limits: &PixelLimits,
    planes: &mut Vec<u8>,
) -> Result<Option<(Decoded, Sampling)>, DecodeProblem> {
    let Ok(header) = decompressor.read_header(bytes) else { return Ok(None) };
    let plain = header.colorspace == Colorspace::YCbCr && !header.is_lossless;
    let (across, down) = match header.subsamp {
        Subsamp::None if plain => (1, 1),
        Subsamp::Sub2x1 if plain => (2, 1),
        Subsamp::Sub1x2 if plain => (1, 2),
        Subsamp::Sub2x2 if plain => (2, 2),
        _ => return Ok(None),
    };
    let size = pixel_size(header.width, header.height)?;
    check_size(size, limits)?;
    let DecompressHeader { width, height, subsamp, .. } =
        scale(decompressor, &header, size, side_px)?;
    let len = yuv_pixels_len(width, 1, height, subsamp).map_err(DecodeProblem::damaged)?;
    // Grey, so that rows the decoder never reaches show nothing of an earlier picture.
    planes.clear();
    planes.resize(len, 0x80);
    let target = YuvImage { pixels: planes.as_mut_slice(), width, align: 1, height, subsamp };
    let problem = warning(decompressor.decompress_to_yuv(bytes, target))?;
    let profile = usable_profile(container::jpeg::colour_profile(bytes, PROFILE_BYTES_MAX));
    let decoded = Decoded { size: pixel_size(width, height)?, profile, problem };
    Ok(Some((decoded, Sampling { across, down })))
}

/// Decodes the brightness alone of a picture without flaws; nothing for any other.
pub(crate) fn decode_luma(
    decompressor: &mut Decompressor,
    bytes: &[u8],
    side_px: u32,
    limits: &PixelLimits,
    luma: &mut Vec<u8>,
) -> Option<PixelSize> {
    let header = decompressor.read_header(bytes).ok()?;
    let grey = matches!(header.colorspace, Colorspace::YCbCr | Colorspace::Gray);
    let size = pixel_size(header.width, header.height).ok()?;
    check_size(size, limits).ok().filter(|()| grey)?;
    let DecompressHeader { width, height, .. } =
        scale(decompressor, &header, size, side_px).ok()?;
    luma.clear();
    luma.resize(width * height, 0x80);
    let (pixels, format) = (luma.as_mut_slice(), PixelFormat::GRAY);
    let target = Image { pixels, width, pitch: width, height, format };
    decompressor.decompress(bytes, target).ok()?;
    pixel_size(width, height).ok()
}

/// Sets the decoder to the fraction that is large enough, and tells what it will give.
fn scale(
    decompressor: &mut Decompressor,
    header: &DecompressHeader,
    size: PixelSize,
    side_px: u32,
) -> Result<DecompressHeader, DecodeProblem> {
    let factor = match header.is_lossless {
        true => ScalingFactor::ONE,
        false => scaling(size, side_px),
    };
    decompressor.set_scaling_factor(factor).map_err(DecodeProblem::damaged)?;
    Ok(header.scaled(factor))
}

/// What was wrong with a picture that was decoded all the same.
fn warning(decoded: turbojpeg::Result<()>) -> Result<Option<DecodeProblem>, DecodeProblem> {
    match decoded {
        Ok(()) => Ok(None),
        Err(turbojpeg::Error::TurboJpegError(detail)) if is_warning(&detail) => {
            Ok(Some(DecodeProblem::Damaged { detail }))
        }
        Err(error) => Err(DecodeProblem::damaged(error)),
    }
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
