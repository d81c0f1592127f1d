//! PNG and WebP pixels, and the rare JPEG that the faster decoder does not take.

use std::io::Cursor;

use image::error::{ImageError, LimitErrorKind};
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use super::{Decoded, check_size, lay_on_white, usable_profile};
use crate::format::Format;
use crate::limits::PixelLimits;
use crate::problem::DecodeProblem;
use crate::size::PixelSize;

/// Decodes the whole picture; of an animation, its first frame.
pub(crate) fn decode(
    format: Format,
    bytes: &[u8],
    limits: &PixelLimits,
    pixels: &mut Vec<u8>,
) -> Result<Decoded, DecodeProblem> {
    let format = match format {
        Format::Jpeg => ImageFormat::Jpeg,
        Format::Png => ImageFormat::Png,
        Format::Webp => ImageFormat::WebP,
        Format::Heic => return Err(DecodeProblem::unsupported("HEIC in the raster decoder")),
    };
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(image_limits(limits));
    let mut decoder = reader.into_decoder().map_err(problem)?;
    let (width, height) = decoder.dimensions();
    let size = PixelSize::new(width, height);
    check_size(size, limits)?;
    // Sixteen bits a channel need twice the bytes.
    if decoder.total_bytes() > limits.decoded_bytes_max {
        return Err(DecodeProblem::TooLarge { size });
    }
    let profile = usable_profile(decoder.icc_profile().ok().flatten());
    let picture = DynamicImage::from_decoder(decoder).map_err(problem)?;
    let has_alpha = picture.color().has_alpha();
    *pixels = picture.into_rgba8().into_raw();
    if has_alpha {
        lay_on_white(pixels);
    }
    Ok(Decoded { size, profile, problem: None })
}

fn image_limits(limits: &PixelLimits) -> Limits {
    let mut image_limits = Limits::default();
    image_limits.max_image_width = Some(limits.side_px_max);
    image_limits.max_image_height = Some(limits.side_px_max);
    // The decoder's own tables come on top of the pixels.
    image_limits.max_alloc = Some(limits.decoded_bytes_max.saturating_mul(2));
    image_limits
}

fn problem(error: ImageError) -> DecodeProblem {
    match error {
        ImageError::Unsupported(error) => DecodeProblem::unsupported(error),
        ImageError::Limits(error) if error.kind() == LimitErrorKind::DimensionError => {
            DecodeProblem::unsupported("a side is longer than the limits allow")
        }
        ImageError::Limits(error) => DecodeProblem::unsupported(error),
        error => DecodeProblem::damaged(error),
    }
}
