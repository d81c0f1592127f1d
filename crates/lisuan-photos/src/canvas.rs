//! The picture between decoding and encoding, as it came: pixels, or the planes of a JPEG.
//!
//! A JPEG stores brightness in full and colour in planes of a quarter or half the size. Resizing
//! and turning those as they are, and storing them again, spares two conversions and more than half
//! of the bytes; and brightness, which looks at a picture need, lies there ready.

use fast_image_resize::images::{Image as ResizedImage, ImageRef};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer};
use turbojpeg::{Compressor, Image, OutputBuf, PixelFormat, Subsamp, YuvPlanesImage};

use crate::cover::Cover;
use crate::decode::jpeg::Sampling;
use crate::look::brightness;
use crate::orientation::{Orientation, turn_upright};
use crate::problem::DecodeProblem;
use crate::size::PixelSize;

/// Buffers above this length are given back after a photo instead of being kept for the next one.
const KEPT_BYTES_MAX: usize = 64 * 1024 * 1024;

/// What the buffers hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    /// `decoded` holds pixels of four bytes: red, green, blue, one unused.
    Pixels,
    /// `decoded` holds the planes as the file has them, one after the other.
    Stored(Sampling),
    /// `planes` holds brightness, and two colour planes of half the width and height.
    Planes,
}

/// A picture that is made smaller and upright step by step; its buffers serve the next one too.
pub(crate) struct Canvas {
    held: Held,
    size: PixelSize,
    decoded: Vec<u8>,
    planes: [Vec<u8>; 3],
    /// Room for the next step.
    spare: Vec<u8>,
    /// Room between height and width.
    steps: [Vec<u8>; 2],
    /// Room for the brightness of pixels.
    luma: Vec<u8>,
    resizer: Resizer,
}

impl Canvas {
    pub(crate) fn new() -> Self {
        Self {
            held: Held::Pixels,
            size: PixelSize::new(0, 0),
            decoded: Vec::new(),
            planes: [const { Vec::new() }; 3],
            spare: Vec::new(),
            steps: [const { Vec::new() }; 2],
            luma: Vec::new(),
            resizer: Resizer::new(),
        }
    }

    /// Where a decoder puts what it decodes, before it is told with [`Self::hold_pixels`] or
    /// [`Self::hold_planes`] what that is.
    pub(crate) fn room(&mut self) -> &mut Vec<u8> {
        &mut self.decoded
    }

    pub(crate) fn hold_pixels(&mut self, size: PixelSize) {
        (self.held, self.size) = (Held::Pixels, size);
    }

    pub(crate) fn hold_planes(&mut self, size: PixelSize, sampling: Sampling) {
        (self.held, self.size) = (Held::Stored(sampling), size);
    }

    pub(crate) const fn size(&self) -> PixelSize {
        self.size
    }

    /// Gives back what a very large picture took.
    pub(crate) fn let_go(&mut self) {
        let pixels = [&mut self.decoded, &mut self.spare, &mut self.luma];
        for buffer in pixels.into_iter().chain(&mut self.planes).chain(&mut self.steps) {
            if buffer.capacity() > KEPT_BYTES_MAX {
                *buffer = Vec::new();
            }
        }
    }

    /// Makes the picture smaller; also what puts stored planes into their places.
    pub(crate) fn shrink(&mut self, to: PixelSize) -> Result<(), DecodeProblem> {
        match self.held {
            Held::Pixels if to == self.size => {}
            Held::Pixels => {
                let from = Part::whole(self.size);
                let kind = PixelType::U8x4;
                resize(&mut self.resizer, (&self.decoded, from), (&mut self.spare, to), kind)?;
                std::mem::swap(&mut self.decoded, &mut self.spare);
            }
            Held::Stored(sampling) => {
                let (mut rest, parts) = (self.decoded.as_slice(), sampling.parts(self.size));
                for ((plane, part), to) in self.planes.iter_mut().zip(parts).zip(plane_sizes(to)) {
                    let (stored, others) = rest
                        .split_at_checked(part.stored.pixels() as usize)
                        .ok_or_else(|| DecodeProblem::damaged("fewer pixels than declared"))?;
                    resize_plane(&mut self.resizer, (stored, part), (plane, to), &mut self.steps)?;
                    rest = others;
                }
                self.held = Held::Planes;
            }
            Held::Planes if to == self.size => {}
            Held::Planes => {
                let sizes = plane_sizes(self.size).into_iter().zip(plane_sizes(to));
                for (plane, (from, to)) in self.planes.iter_mut().zip(sizes) {
                    let (from, into) = ((plane.as_slice(), Part::whole(from)), &mut self.spare);
                    resize_plane(&mut self.resizer, from, (into, to), &mut self.steps)?;
                    std::mem::swap(plane, &mut self.spare);
                }
            }
        }
        self.size = to;
        Ok(())
    }

    /// Turns the picture upright once it has been made smaller: turning is cheap then.
    pub(crate) fn turn(&mut self, orientation: Orientation) {
        if orientation == Orientation::Upright {
            return;
        }
        if self.held == Held::Pixels {
            turn_upright::<4>(&self.decoded, self.size, orientation, &mut self.spare);
            std::mem::swap(&mut self.decoded, &mut self.spare);
        } else {
            for (plane, size) in self.planes.iter_mut().zip(plane_sizes(self.size)) {
                turn_upright::<1>(plane, size, orientation, &mut self.spare);
                std::mem::swap(plane, &mut self.spare);
            }
        }
        self.size = orientation.upright_size(self.size);
    }

    /// Makes a part unreadable; only a picture that is held as pixels has covers.
    pub(crate) fn cover(&mut self, cover: &Cover) {
        if self.held == Held::Pixels {
            cover.burn(&mut self.decoded, self.size);
        }
    }

    /// The brightness of each pixel by the weights of ITU-R BT.601, row by row.
    pub(crate) fn luma(&mut self) -> &[u8] {
        if self.held != Held::Pixels {
            let count = self.size.pixels() as usize;
            return self.planes[0].get(..count).unwrap_or_default();
        }
        let (pixels, _) = self.decoded.as_chunks::<4>();
        let count = pixels.len().min(self.size.pixels() as usize);
        self.luma.clear();
        self.luma.extend(pixels.iter().take(count).map(|&pixel| brightness(pixel)));
        &self.luma
    }

    /// Encodes the picture as it is now.
    pub(crate) fn encode(
        &mut self,
        compressor: &mut Compressor,
        quality: u8,
    ) -> Result<OutputBuf<'static>, DecodeProblem> {
        let (width, height) = (self.size.width_px as usize, self.size.height_px as usize);
        let quality = i32::from(quality.clamp(1, 100));
        compressor.set_quality(quality).map_err(DecodeProblem::damaged)?;
        let mut buffer = OutputBuf::new_owned();
        if self.held == Held::Pixels {
            let pixels = self
                .decoded
                .get(..width * height * 4)
                .ok_or_else(|| DecodeProblem::damaged("fewer pixels than declared"))?;
            let format = PixelFormat::RGBX;
            let picture = Image { pixels, width, pitch: width * 4, height, format };
            compressor.set_subsamp(Subsamp::Sub2x2).map_err(DecodeProblem::damaged)?;
            compressor.compress(picture, &mut buffer).map_err(DecodeProblem::damaged)?;
            return Ok(buffer);
        }
        let even = width % 2 == 0 && height % 2 == 0;
        if !even {
            pad_to_even(&self.planes[0], width, height, &mut self.spare);
        }
        let (stride, colours) = (width.next_multiple_of(2), width.div_ceil(2));
        let picture = YuvPlanesImage {
            y_plane: if even { self.planes[0].as_slice() } else { self.spare.as_slice() },
            u_plane: self.planes[1].as_slice(),
            v_plane: self.planes[2].as_slice(),
            width,
            height,
            y_stride: stride,
            u_stride: colours,
            v_stride: colours,
            subsamp: Subsamp::Sub2x2,
        };
        compressor.compress_yuv_planes(&picture, &mut buffer).map_err(DecodeProblem::damaged)?;
        Ok(buffer)
    }
}

/// Part of a stored plane that is picture: decoders fill planes up to whole samples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Part {
    /// What is stored.
    pub(crate) stored: PixelSize,
    /// Width and height that count, perhaps to half a sample.
    pub(crate) counts: (f64, f64),
}

impl Part {
    fn whole(size: PixelSize) -> Self {
        Self { stored: size, counts: (f64::from(size.width_px), f64::from(size.height_px)) }
    }
}

/// Brightness in full, colours halved (4:2:0): what a small picture is stored with.
fn plane_sizes(size: PixelSize) -> [PixelSize; 3] {
    let half = PixelSize::new(size.width_px.div_ceil(2), size.height_px.div_ceil(2));
    [size, half, half]
}

fn resize(
    resizer: &mut Resizer,
    (from, part): (&[u8], Part),
    (into, to): (&mut Vec<u8>, PixelSize),
    kind: PixelType,
) -> Result<(), DecodeProblem> {
    let PixelSize { width_px, height_px } = part.stored;
    let source = ImageRef::new(width_px, height_px, from, kind).map_err(DecodeProblem::damaged)?;
    let into = room(into, to.pixels() as usize * kind.size());
    let mut target = ResizedImage::from_slice_u8(to.width_px, to.height_px, into, kind)
        .map_err(DecodeProblem::damaged)?;
    // The fourth byte of a pixel is no alpha.
    let options = ResizeOptions::new()
        .use_alpha(false)
        .crop(0.0, 0.0, part.counts.0, part.counts.1)
        .resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
    resizer.resize(&source, &mut target, &options).map_err(DecodeProblem::damaged)
}

/// Resizes a plane of one byte a pixel: first its height, then its width with four rows side by
/// side as if they were the channels of pixels, which takes a third of the time.
fn resize_plane(
    resizer: &mut Resizer,
    (from, part): (&[u8], Part),
    (into, to): (&mut Vec<u8>, PixelSize),
    [low, four]: &mut [Vec<u8>; 2],
) -> Result<(), DecodeProblem> {
    let width = part.stored.width_px;
    let rows = part.stored.height_px;
    let lowered = PixelSize::new(width, to.height_px);
    let height_only = Part { stored: part.stored, counts: (f64::from(width), part.counts.1) };
    let plane = if part.counts.1 == f64::from(to.height_px) && rows == to.height_px {
        from
    } else {
        resize(resizer, (from, height_only), (low, lowered), PixelType::U8)?;
        low.as_slice()
    };
    if part.counts.0 == f64::from(to.width_px) && width == to.width_px {
        into.clear();
        into.extend_from_slice(plane.get(..to.pixels() as usize).unwrap_or(plane));
        return Ok(());
    }
    let plane = plane.get(..lowered.pixels() as usize).unwrap_or(plane);
    side_by_side(plane, width as usize, four);
    let groups = to.height_px.div_ceil(4);
    let stored = PixelSize::new(width, groups);
    let counts = (part.counts.0, f64::from(groups));
    let (source, narrow) =
        ((four.as_slice(), Part { stored, counts }), PixelSize::new(to.width_px, groups));
    resize(resizer, source, (low, narrow), PixelType::U8x4)?;
    below_one_another(low, to, into);
    Ok(())
}

/// The first `len` bytes of a buffer that only grows: whatever stood there is written over.
fn room(buffer: &mut Vec<u8>, len: usize) -> &mut [u8] {
    if buffer.len() < len {
        buffer.resize(len, 0);
    }
    buffer.get_mut(..len).unwrap_or_default()
}

/// Lays four rows at a time side by side; for missing ones at the end, the first of the four stands.
fn side_by_side(plane: &[u8], width: usize, four: &mut Vec<u8>) {
    let groups = plane.chunks(width.max(1) * 4);
    let four = room(four, groups.len() * width * 4);
    for (rows, out) in groups.zip(four.chunks_exact_mut(width.max(1) * 4)) {
        let row = |n: usize| rows.get(n * width..(n + 1) * width).unwrap_or(&rows[..width]);
        let rows = row(0).iter().zip(row(1)).zip(row(2)).zip(row(3));
        let (pixels, _) = out.as_chunks_mut::<4>();
        for (pixel, (((a, b), c), d)) in pixels.iter_mut().zip(rows) {
            *pixel = [*a, *b, *c, *d];
        }
    }
}

/// The reverse of [`side_by_side`].
fn below_one_another(four: &[u8], size: PixelSize, plane: &mut Vec<u8>) {
    let width = size.width_px as usize;
    let plane = room(plane, size.pixels() as usize);
    let groups = plane.chunks_mut(width.max(1) * 4);
    for (rows, pixels) in groups.zip(four.chunks_exact(width.max(1) * 4)) {
        let (pixels, _) = pixels.as_chunks::<4>();
        for (n, row) in rows.chunks_exact_mut(width.max(1)).enumerate() {
            for (byte, pixel) in row.iter_mut().zip(pixels) {
                *byte = pixel[n];
            }
        }
    }
}

/// Repeats the last column and row where a side is odd, as the encoder wants it.
fn pad_to_even(plane: &[u8], width: usize, height: usize, into: &mut Vec<u8>) {
    into.clear();
    for row in plane.chunks_exact(width.max(1)).take(height) {
        into.extend_from_slice(row);
        into.extend(row.last().filter(|_| width % 2 == 1));
    }
    if height % 2 == 1 {
        let last = into.len().saturating_sub(width.next_multiple_of(2));
        into.extend_from_within(last..);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_rows_side_by_side_come_apart_again() {
        for (width, height) in [(1_u32, 1_u32), (5, 4), (3, 6), (7, 9), (2, 11)] {
            let plane: Vec<u8> = (0..width * height).map(|at| at as u8).collect();
            let (mut four, mut again) = (Vec::new(), Vec::new());
            side_by_side(&plane, width as usize, &mut four);
            below_one_another(&four, PixelSize::new(width, height), &mut again);
            assert_eq!(again, plane, "{width} × {height}");
        }
    }

    #[test]
    fn a_plane_is_resized_like_a_picture() {
        let from = PixelSize::new(61, 43);
        let plane: Vec<u8> = (0..61 * 43_u32).map(|at| (at * 7 % 251) as u8).collect();
        for to in [(40, 29), (61, 20), (17, 43), (13, 9), (61, 43)] {
            let to = PixelSize::new(to.0, to.1);
            let (mut resizer, mut steps) = (Resizer::new(), [Vec::new(), Vec::new()]);
            let (mut ours, mut whole) = (Vec::new(), Vec::new());
            let source = (plane.as_slice(), Part::whole(from));
            resize_plane(&mut resizer, source, (&mut ours, to), &mut steps).expect("a plane");
            resize(&mut resizer, source, (&mut whole, to), PixelType::U8).expect("a picture");
            let apart = ours.iter().zip(&whole).map(|(a, b)| a.abs_diff(*b)).max();
            // Height first or width first: each rounds once more.
            assert!(ours.len() == whole.len() && apart <= Some(2), "{to:?}: {apart:?} apart");
        }
    }

    #[test]
    fn odd_sides_are_filled_up_with_their_edge() {
        let mut padded = Vec::new();
        pad_to_even(&[1, 2, 3, 4, 5, 6, 7, 8, 9], 3, 3, &mut padded);
        assert_eq!(padded, [1, 2, 3, 3, 4, 5, 6, 6, 7, 8, 9, 9, 7, 8, 9, 9]);
        pad_to_even(&[1, 2, 3, 4], 4, 1, &mut padded);
        assert_eq!(padded, [1, 2, 3, 4, 1, 2, 3, 4], "a single row");
    }
}
