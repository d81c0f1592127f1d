//! Upright, smaller JPEGs of a photo.

use turbojpeg::{Compressor, Decompressor};

use crate::canvas::Canvas;
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
    /// The picture as it stands now.
    canvas: Canvas,
    /// Room for a thumbnail in the file, as it lies and upright.
    thumbnail: [Vec<u8>; 2],
}

impl Renderer {
    /// Sets up the decoder and the encoder.
    ///
    /// # Errors
    /// [`DecodeProblem::Damaged`] when they cannot be set up, for want of memory.
    pub fn new(limits: PixelLimits) -> Result<Self, DecodeProblem> {
        Ok(Self {
            limits,
            decompressor: decode::jpeg::decompressor()?,
            compressor: Compressor::new().map_err(DecodeProblem::damaged)?,
            canvas: Canvas::new(),
            thumbnail: [const { Vec::new() }; 2],
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
        self.canvas.let_go();
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
        // What is covered is covered pixel by pixel.
        let (decoded, orientation) = self.decode(format, bytes, longest, covers.is_empty())?;
        let mut turning = orientation;
        let mut sharp = None;
        let profile = decoded.profile.as_deref().map(container::jpeg::profile_segments);
        let profile = profile.unwrap_or_default();

        // From large to small, each made from the one before.
        let mut order: Vec<(usize, u32)> = sides_px.iter().copied().enumerate().collect();
        order.sort_by_key(|&(_, side)| std::cmp::Reverse(side));
        let mut previews = Vec::with_capacity(order.len());
        for (place, side_px_max) in order {
            self.canvas.shrink(self.canvas.size().fitted(side_px_max))?;
            self.canvas.turn(std::mem::take(&mut turning));
            let size = self.canvas.size();
            if side_px_max == PREVIEW_SIDE_PX {
                sharp = sharpness(self.canvas.luma(), size);
            }
            for cover in covers {
                self.canvas.cover(cover);
            }
            let jpeg = self.canvas.encode(&mut self.compressor, quality)?;
            let jpeg = with_profile(&jpeg, &profile);
            previews.push((place, Preview { side_px_max, size, jpeg }));
        }
        previews.sort_by_key(|&(place, _)| place);
        let previews = previews.into_iter().map(|(_, preview)| preview).collect();
        let small = self.canvas.size().longest_px() <= PREVIEW_SIDE_PX;
        let looks = decoded.problem.is_none() && small;
        let look = looks.then(|| self.look(format, bytes, orientation, sharp));
        Ok(Rendered { previews, look, problem: decoded.problem })
    }

    /// Looks at the smallest preview, which is what the canvas holds, and at the thumbnail.
    fn look(
        &mut self,
        format: Format,
        bytes: &[u8],
        orientation: Orientation,
        sharpness: Option<u32>,
    ) -> Look {
        let size = self.canvas.size();
        let fingerprint = fingerprint(self.canvas.luma(), size, Frame::whole(size));
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
        let container = Container::head(Format::Jpeg, bytes);
        let jpeg = exif::thumbnail(container.exif.as_deref()?)?;
        let limits = PixelLimits { side_px_max: THUMBNAIL_READ_PX_MAX, ..self.limits };
        let [luma, upright] = &mut self.thumbnail;
        let side_px = THUMBNAIL_SIDE_PX / 2;
        let decompressor = &mut self.decompressor;
        let stored = decode::jpeg::decode_luma(decompressor, jpeg, side_px, &limits, luma)?;
        let picture = container.stored?;
        let seen = [orientation, Orientation::Upright].map(|orientation| {
            let size = turn_upright::<1>(luma, stored, orientation, upright);
            let frame = Frame::inside_bars(size, orientation.upright_size(picture));
            fingerprint(upright, size, frame)
        });
        let distance = |seen: &u64| own.map_or(0, |own| (own ^ seen).count_ones());
        seen.into_iter().flatten().min_by_key(distance)
    }

    /// Decodes onto the canvas and tells what turning is left to do. `planes` allows for what is
    /// no pixels.
    fn decode(
        &mut self,
        format: Format,
        bytes: &[u8],
        side_px: u32,
        planes: bool,
    ) -> Result<(Decoded, Orientation), DecodeProblem> {
        let container = Container::head(format, bytes);
        if let Some(stored) = container.stored {
            decode::check_size(stored, &self.limits)?;
        }
        let orientation = || {
            let exif = container.exif.as_deref().map(read_exif);
            exif.and_then(|exif| exif.orientation).unwrap_or_default()
        };
        let (limits, decoder) = (&self.limits, &mut self.decompressor);
        let room = self.canvas.room();
        if format == Format::Jpeg && planes {
            let decoded = decode::jpeg::decode_planes(decoder, bytes, side_px, limits, room)?;
            if let Some((decoded, sampling)) = decoded {
                self.canvas.hold_planes(decoded.size, sampling);
                return Ok((decoded, orientation()));
            }
        }
        let (decoded, orientation) = match format {
            Format::Jpeg => {
                (decode::jpeg::decode(decoder, bytes, side_px, limits, room)?, orientation())
            }
            Format::Png | Format::Webp => {
                (decode::raster::decode(format, bytes, limits, room)?, orientation())
            }
            // The decoder has turned the picture already.
            #[cfg(feature = "heic")]
            Format::Heic => {
                (decode::heic::decode(bytes, container.stored, limits, room)?, Orientation::Upright)
            }
            #[cfg(not(feature = "heic"))]
            Format::Heic => {
                return Err(DecodeProblem::unsupported("HEIC is not built into this program"));
            }
        };
        self.canvas.hold_pixels(decoded.size);
        Ok((decoded, orientation))
    }
}

/// Puts the segments of a colour profile where they belong.
fn with_profile(jpeg: &[u8], profile_segments: &[u8]) -> Vec<u8> {
    let (head, body) = jpeg.split_at_checked(head_len(jpeg)).unwrap_or((jpeg, &[]));
    [head, profile_segments, body].concat()
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
