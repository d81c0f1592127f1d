//! Pixels of each kind of file, into one buffer of four bytes a pixel.

#[cfg(feature = "heic")]
pub(crate) mod heic;
pub(crate) mod jpeg;
pub(crate) mod raster;

use crate::limits::PixelLimits;
use crate::problem::DecodeProblem;
use crate::size::PixelSize;

/// Bytes of a colour profile that is handed on; camera profiles are half a kilobyte, and a large
/// one would outweigh a small preview.
pub(crate) const PROFILE_BYTES_MAX: usize = 16 * 1024;

/// A decoded picture whose pixels (red, green, blue, one unused) lie in the caller's buffer.
#[derive(Debug)]
pub(crate) struct Decoded {
    /// The size of what was decoded, perhaps a fraction of the declared size.
    pub(crate) size: PixelSize,
    /// The RGB colour profile of the pixels, if they have one.
    pub(crate) profile: Option<Vec<u8>>,
    /// What is wrong with the pixels.
    pub(crate) problem: Option<DecodeProblem>,
}

/// Refuses a size beyond the limits.
pub(crate) fn check_size(size: PixelSize, limits: &PixelLimits) -> Result<(), DecodeProblem> {
    let decoded_bytes = size.pixels().saturating_mul(4);
    if size.longest_px() > limits.side_px_max || decoded_bytes > limits.decoded_bytes_max {
        return Err(DecodeProblem::TooLarge { size });
    }
    Ok(())
}

/// Keeps a profile that describes RGB and is small enough to hand on (ICC.1, 7.2.6: the colour
/// space of the data stands at byte 16).
pub(crate) fn usable_profile(profile: Option<Vec<u8>>) -> Option<Vec<u8>> {
    profile.filter(|profile| {
        profile.len() <= PROFILE_BYTES_MAX && profile.get(16..20) == Some(b"RGB ")
    })
}

/// Lays pixels with an alpha channel on white, in place.
pub(crate) fn lay_on_white(pixels: &mut [u8]) {
    let (pixels, _) = pixels.as_chunks_mut::<4>();
    for [red, green, blue, alpha] in pixels {
        let opacity = u16::from(*alpha);
        for channel in [red, green, blue] {
            let mixed = (u16::from(*channel) * opacity + 255 * (255 - opacity) + 127) / 255;
            *channel = u8::try_from(mixed).unwrap_or(u8::MAX);
        }
        *alpha = u8::MAX;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transparent_becomes_white_and_opaque_stays() {
        let mut pixels = [10, 20, 30, 0, 10, 20, 30, 255, 0, 100, 255, 51];
        lay_on_white(&mut pixels);
        assert_eq!(pixels, [255, 255, 255, 255, 10, 20, 30, 255, 204, 224, 255, 255]);
    }

    #[test]
    fn limits_hold_for_sides_and_for_areas() {
        let limits = PixelLimits { side_px_max: 100, decoded_bytes_max: 50 * 50 * 4 };
        let cases = [((50, 50), true), ((100, 25), true), ((101, 1), false), ((51, 50), false)];
        for ((w, h), want) in cases {
            assert_eq!(check_size(PixelSize::new(w, h), &limits).is_ok(), want, "{w} × {h}");
        }
    }
}
