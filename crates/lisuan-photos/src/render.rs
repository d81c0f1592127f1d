//! Upright, smaller JPEGs of a photo.

use fast_image_resize::images::{Image as ResizedImage, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use turbojpeg::{Compressor, Decompressor, Image, OutputBuf, PixelFormat, Subsamp};

use crate::container::{self, Container};
use crate::cover::Cover;
use crate::decode::{self, Decoded};
use crate::exif::{self, read_exif};
use crate::format::{Format, sniff};
use crate::limits::PixelLimits;
use crate::look::{Frame, Look, fingerprint, sharpness};
use crate::orientation::{Orientation, turn_upright};
use crate::problem::DecodeProblem;
use crate::size::PixelSize;

/// Longest side of the picture in a list, in pixels.
pub const THUMBNAIL_SIDE_PX: u32 = 320;
/// Longest side of the picture in a viewer or a report, in pixels.
pub const PREVIEW_SIDE_PX: u32 = 1_600;
/// JPEG quality of previews.
pub const PREVIEW_QUALITY: u8 = 80;
/// JPEG quality of a copy that stands in a document in place of an original.
pub const COPY_QUALITY: u8 = 92;
/// Previews made of one photo at a time.
pub const PREVIEWS_MAX: usize = 4;

/// Longest side of a thumbnail in a file that is looked at; cameras write 160 to 640 pixels.
const THUMBNAIL_READ_PX_MAX: u32 = 2_048;

/// Buffers above this length are given back after a photo instead of being kept for the next one.
const KEPT_BYTES_MAX: usize = 64 * 1024 * 1024;

/// An upright JPEG without metadata; a colour profile is the one thing taken over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The longest side that was asked for.
    pub side_px_max: u32,
    /// The size it has; a small original is not enlarged.
    pub size: PixelSize,
    /// The JPEG.
    pub jpeg: Vec<u8>,
}

/// The previews of one photo, and what was wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rendered {
    /// One per side asked for, in that order; none when the pixels could not be decoded.
    pub previews: Vec<Preview>,
    /// What the pixels look like; nothing for a damaged picture, or when no preview of at most
    /// [`PREVIEW_SIDE_PX`] was asked for.
    pub look: Option<Look>,
    /// What was wrong; a damaged photo may have previews all the same.
    pub problem: Option<DecodeProblem>,
}

/// Decodes photos and makes previews, reusing its buffers from photo to photo.
pub struct Renderer {
    limits: PixelLimits,
    decompressor: Decompressor,
    compressor: Compressor,
    resizer: Resizer,
    /// The picture as it stands now, and room for the next step.
    pixels: Vec<u8>,
    spare: Vec<u8>,
    /// Room for the brightness of the picture.
    luma: Vec<u8>,
}

impl Renderer {
    /// Sets up the decoder and the encoder.
    ///
    /// # Errors
    /// [`DecodeProblem::Damaged`] when they cannot be set up, for want of memory.
    pub fn new(limits: PixelLimits) -> Result<Self, DecodeProblem> {
        let mut compressor = Compressor::new().map_err(DecodeProblem::damaged)?;
        compressor.set_subsamp(Subsamp::Sub2x2).map_err(DecodeProblem::damaged)?;
        Ok(Self {
            limits,
            decompressor: decode::jpeg::decompressor()?,
            compressor,
            resizer: Resizer::new(),
            pixels: Vec::new(),
            spare: Vec::new(),
            luma: Vec::new(),
        })
    }

    /// Makes one JPEG per side length, at most [`PREVIEWS_MAX`] of them.
    ///
    /// Decoding happens in the calling process. Bytes that came from outside belong into a
    /// [`DecoderPool`](crate::DecoderPool), where a crash costs one photo.
    pub fn render(&mut self, bytes: &[u8], sides_px: &[u32], quality: u8) -> Rendered {
        self.render_covered(bytes, sides_px, quality, &[])
    }

    /// The same with parts made unreadable, in the upright picture and before it is encoded.
    pub fn render_covered(
        &mut self,
        bytes: &[u8],
        sides_px: &[u32],
        quality: u8,
        covers: &[Cover],
    ) -> Rendered {
        let rendered = match self.try_render(bytes, sides_px, quality, covers) {
            Ok(rendered) => rendered,
            Err(problem) => Rendered { problem: Some(problem), ..Rendered::default() },
        };
        for buffer in [&mut self.pixels, &mut self.spare] {
            if buffer.capacity() > KEPT_BYTES_MAX {
                *buffer = Vec::new();
            }
        }
        rendered
    }

    fn try_render(
        &mut self,
        bytes: &[u8],
        sides_px: &[u32],
        quality: u8,
        covers: &[Cover],
    ) -> Result<Rendered, DecodeProblem> {
        let format = sniff(bytes).ok_or(DecodeProblem::NotAPicture)?;
        let sides_px = sides_px.get(..PREVIEWS_MAX).unwrap_or(sides_px);
        let longest = sides_px.iter().copied().max().unwrap_or(1);
        let (decoded, orientation) = self.decode(format, bytes, longest)?;
        let mut turning = orientation;
        let mut sharp = None;
        let profile = decoded.profile.as_deref().map(container::jpeg::profile_segments);
        let mut size = decoded.size;

        // From large to small, each made from the one before.
        let mut order: Vec<(usize, u32)> = sides_px.iter().copied().enumerate().collect();
        order.sort_by_key(|&(_, side)| std::cmp::Reverse(side));
        let mut previews = Vec::with_capacity(order.len());
        for (place, side_px_max) in order {
            size = self.shrink(size, size.fitted(side_px_max))?;
            // Turning is cheap once the picture is small.
            size = self.turn(size, std::mem::take(&mut turning));
            if side_px_max == PREVIEW_SIDE_PX {
                sharp = sharpness(&self.pixels, size, &mut self.luma);
            }
            for cover in covers {
                cover.burn(&mut self.pixels, size);
            }
            let jpeg = self.encode(size, quality, profile.as_deref().unwrap_or_default())?;
            previews.push((place, Preview { side_px_max, size, jpeg }));
        }
        previews.sort_by_key(|&(place, _)| place);
        let previews = previews.into_iter().map(|(_, preview)| preview).collect();
        let looks = decoded.problem.is_none() && size.longest_px() <= PREVIEW_SIDE_PX;
        let look = looks.then(|| self.look(format, bytes, size, orientation, sharp));
        Ok(Rendered { previews, look, problem: decoded.problem })
    }

    /// Looks at the smallest preview, which is what `self.pixels` holds, and at the thumbnail.
    fn look(
        &mut self,
        format: Format,
        bytes: &[u8],
        size: PixelSize,
        orientation: Orientation,
        sharpness: Option<u32>,
    ) -> Look {
        let fingerprint = fingerprint(&self.pixels, size, Frame::whole(size));
        let thumbnail_fingerprint = match format {
            Format::Jpeg => self.embedded(bytes, orientation, fingerprint),
            _ => None,
        };
        Look { fingerprint, sharpness, thumbnail_fingerprint }
    }

    /// Fingerprints the thumbnail in the file, which cameras store as they store the picture and
    /// lay bars around where its proportions differ. A few programs store it upright: of both ways
    /// to see it, the one that is nearer to the picture counts.
    fn embedded(
        &mut self,
        bytes: &[u8],
        orientation: Orientation,
        own: Option<u64>,
    ) -> Option<u64> {
        let container = Container::read(Format::Jpeg, bytes);
        let jpeg = exif::thumbnail(container.exif.as_deref()?)?;
        let limits = PixelLimits { side_px_max: THUMBNAIL_READ_PX_MAX, ..self.limits };
        let (decompressor, pixels) = (&mut self.decompressor, &mut self.pixels);
        let side_px = THUMBNAIL_SIDE_PX / 2;
        let decoded = decode::jpeg::decode(decompressor, jpeg, side_px, &limits, pixels).ok()?;
        if decoded.problem.is_some() {
            return None;
        }
        let picture = container.stored?;
        let seen = [orientation, Orientation::Upright].map(|orientation| {
            let size = turn_upright(&self.pixels, decoded.size, orientation, &mut self.spare);
            let frame = Frame::inside_bars(size, orientation.upright_size(picture));
            fingerprint(&self.spare, size, frame)
        });
        let distance = |seen: &u64| own.map_or(0, |own| (own ^ seen).count_ones());
        seen.into_iter().flatten().min_by_key(distance)
    }

    /// Decodes into `self.pixels` and tells what turning is left to do.
    fn decode(
        &mut self,
        format: Format,
        bytes: &[u8],
        side_px: u32,
    ) -> Result<(Decoded, Orientation), DecodeProblem> {
        let container = Container::read(format, bytes);
        if let Some(stored) = container.stored {
            decode::check_size(stored, &self.limits)?;
        }
        let orientation = || {
            let exif = container.exif.as_deref().map(read_exif);
            exif.and_then(|exif| exif.orientation).unwrap_or_default()
        };
        let (limits, pixels) = (&self.limits, &mut self.pixels);
        match format {
            Format::Jpeg => {
                let decompressor = &mut self.decompressor;
                let decoded = decode::jpeg::decode(decompressor, bytes, side_px, limits, pixels)?;
                Ok((decoded, orientation()))
            }
            Format::Png | Format::Webp => {
                Ok((decode::raster::decode(format, bytes, limits, pixels)?, orientation()))
            }
            // The decoder has turned the picture already.
            #[cfg(feature = "heic")]
            Format::Heic => Ok((
                decode::heic::decode(bytes, container.stored, limits, pixels)?,
                Orientation::Upright,
            )),
            #[cfg(not(feature = "heic"))]
            Format::Heic => Err(DecodeProblem::unsupported("HEIC is not built into this program")),
        }
    }

    fn shrink(&mut self, from: PixelSize, to: PixelSize) -> Result<PixelSize, DecodeProblem> {
        if from == to {
            return Ok(from);
        }
        self.spare.resize(to.width_px as usize * to.height_px as usize * 4, 0);
        let source = ImageRef::new(from.width_px, from.height_px, &self.pixels, PixelType::U8x4)
            .map_err(DecodeProblem::damaged)?;
        let mut target = ResizedImage::from_slice_u8(
            to.width_px,
            to.height_px,
            &mut self.spare,
            PixelType::U8x4,
        )
        .map_err(DecodeProblem::damaged)?;
        // The fourth byte of a pixel is no alpha.
        let options = ResizeOptions::new()
            .use_alpha(false)
            .resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
        self.resizer.resize(&source, &mut target, &options).map_err(DecodeProblem::damaged)?;
        std::mem::swap(&mut self.pixels, &mut self.spare);
        Ok(to)
    }

    fn turn(&mut self, size: PixelSize, orientation: Orientation) -> PixelSize {
        if orientation == Orientation::Upright {
            return size;
        }
        let size = turn_upright(&self.pixels, size, orientation, &mut self.spare);
        std::mem::swap(&mut self.pixels, &mut self.spare);
        size
    }

    fn encode(
        &mut self,
        size: PixelSize,
        quality: u8,
        profile_segments: &[u8],
    ) -> Result<Vec<u8>, DecodeProblem> {
        let (width, height) = (size.width_px as usize, size.height_px as usize);
        let pixels = self
            .pixels
            .get(..width * height * 4)
            .ok_or_else(|| DecodeProblem::damaged("fewer pixels than declared"))?;
        let picture = Image { pixels, width, pitch: width * 4, height, format: PixelFormat::RGBX };
        let quality = i32::from(quality.clamp(1, 100));
        self.compressor.set_quality(quality).map_err(DecodeProblem::damaged)?;
        let mut buffer = OutputBuf::new_owned();
        self.compressor.compress(picture, &mut buffer).map_err(DecodeProblem::damaged)?;
        let (head, body) = buffer.split_at_checked(head_len(&buffer)).unwrap_or((&buffer, &[]));
        Ok([head, profile_segments, body].concat())
    }
}

/// Length of the start marker and the JFIF segment, which must stay first.
fn head_len(jpeg: &[u8]) -> usize {
    match jpeg {
        [_, _, 0xFF, 0xE0, high, low, ..] => 4 + usize::from(u16::from_be_bytes([*high, *low])),
        _ => 2,
    }
}

/// Makes previews of one photo in the calling process; see [`Renderer::render`].
///
/// # Errors
/// What kept the pixels from being decoded. A damaged photo of which something could be decoded is
/// no error here.
pub fn render(bytes: &[u8], sides_px: &[u32]) -> Result<Vec<Preview>, DecodeProblem> {
    let mut renderer = Renderer::new(PixelLimits::default())?;
    let rendered = renderer.render(bytes, sides_px, PREVIEW_QUALITY);
    match rendered.problem {
        Some(problem) if rendered.previews.is_empty() => Err(problem),
        _ => Ok(rendered.previews),
    }
}
