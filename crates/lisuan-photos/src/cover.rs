//! Parts of a picture made unreadable: faces, plates, what is nobody's business.

use crate::size::PixelSize;

/// Parts of the upright width and height in which corners are counted.
pub const PARTS: u32 = 1_000_000;
/// Covered parts of one picture.
pub const COVERS_MAX: usize = 200;

/// Bytes of a pixel.
const PIXEL: usize = 4;
/// Cells along the shorter side of a blurred part: too few for a letter or a feature to be told.
const CELLS: u32 = 2;
/// A cell is never smaller than this part of the longer side of the picture.
const CELL_PARTS: u32 = 40;

/// A rectangle of the upright picture that is blurred or blackened.
///
/// Blurring puts the mean colour of a coarse cell in the place of its pixels. A black cover leaves
/// nothing at all and is the one to choose where reading must be impossible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cover {
    /// Black instead of blurred.
    pub black: bool,
    left: u32,
    top: u32,
    right: u32,
    bottom: u32,
}

impl Cover {
    /// A cover between two corners, `x y x y` in millionths of the upright width and height;
    /// nothing when a corner lies outside the picture.
    pub fn new(black: bool, [x0, y0, x1, y1]: [u32; 4]) -> Option<Self> {
        let inside = [x0, y0, x1, y1].iter().all(|part| *part <= PARTS);
        inside.then(|| Self {
            black,
            left: x0.min(x1),
            top: y0.min(y1),
            right: x0.max(x1),
            bottom: y0.max(y1),
        })
    }

    pub(crate) const fn corners(&self) -> [u32; 4] {
        [self.left, self.top, self.right, self.bottom]
    }

    /// Covers the pixels of an upright picture, four bytes each.
    pub(crate) fn burn(&self, pixels: &mut [u8], size: PixelSize) {
        let (left, right) = span(self.left, self.right, size.width_px);
        let (top, bottom) = span(self.top, self.bottom, size.height_px);
        let (width, height) = (right - left, bottom - top);
        let whole = width.max(height);
        let cell = if self.black {
            whole
        } else {
            let least = (size.longest_px() / CELL_PARTS).max(1);
            width.min(height).div_ceil(CELLS).max(least)
        };
        let step = usize::try_from(cell.max(1)).unwrap_or(1);
        for y in (top..bottom).step_by(step) {
            for x in (left..right).step_by(step) {
                let area = (x, y, (x + cell).min(right), (y + cell).min(bottom));
                let ink = if self.black { [0; 3] } else { mean(pixels, size, area) };
                each(pixels, size, area, |pixel| {
                    if let Some(colour) = pixel.get_mut(..3) {
                        colour.copy_from_slice(&ink);
                    }
                });
            }
        }
    }
}

/// The pixels that a span touches, one more than it needs on either side.
fn span(from: u32, to: u32, side_px: u32) -> (u32, u32) {
    let at = |part: u32| u64::from(part) * u64::from(side_px) / u64::from(PARTS);
    let from = at(from).saturating_sub(1);
    let to = (at(to) + 2).min(u64::from(side_px));
    (from as u32, to as u32)
}

fn each(
    pixels: &mut [u8],
    size: PixelSize,
    (left, top, right, bottom): (u32, u32, u32, u32),
    mut act: impl FnMut(&mut [u8]),
) {
    let row = size.width_px as usize * PIXEL;
    for y in top as usize..bottom as usize {
        let (from, to) = (y * row + left as usize * PIXEL, y * row + right as usize * PIXEL);
        if let Some(run) = pixels.get_mut(from..to) {
            run.chunks_exact_mut(PIXEL).for_each(&mut act);
        }
    }
}

fn mean(pixels: &mut [u8], size: PixelSize, area: (u32, u32, u32, u32)) -> [u8; 3] {
    let (mut sums, mut count) = ([0u64; 3], 0u64);
    each(pixels, size, area, |pixel| {
        count += 1;
        for (sum, value) in sums.iter_mut().zip(pixel.iter()) {
            *sum += u64::from(*value);
        }
    });
    sums.map(|sum| (sum / count.max(1)) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn striped(size: PixelSize) -> Vec<u8> {
        let pixel = |n: usize| if n.is_multiple_of(2) { [255, 0, 0, 9] } else { [0, 255, 0, 9] };
        (0..size.width_px as usize * size.height_px as usize).flat_map(pixel).collect()
    }

    fn at(pixels: &[u8], size: PixelSize, x: usize, y: usize) -> [u8; 3] {
        let from = (y * size.width_px as usize + x) * PIXEL;
        [pixels[from], pixels[from + 1], pixels[from + 2]]
    }

    #[test]
    fn black_leaves_nothing_inside_and_everything_outside() {
        let size = PixelSize::new(100, 50);
        let mut pixels = striped(size);
        let before = pixels.clone();
        Cover::new(true, [700_000, 800_000, 500_000, 400_000]).unwrap().burn(&mut pixels, size);
        for y in 0..50 {
            for x in 0..100 {
                let inside = (50..=70).contains(&x) && (20..=40).contains(&y);
                let edge = (49..=71).contains(&x) && (19..=41).contains(&y);
                let colour = at(&pixels, size, x, y);
                if inside {
                    assert_eq!(colour, [0; 3], "covered at {x} {y}, whichever corner came first");
                } else if !edge {
                    assert_eq!(colour, at(&before, size, x, y), "untouched at {x} {y}");
                }
            }
        }
    }

    #[test]
    fn blur_leaves_a_few_even_cells() {
        let size = PixelSize::new(100, 100);
        let mut pixels = striped(size);
        Cover::new(false, [100_000, 100_000, 900_000, 500_000]).unwrap().burn(&mut pixels, size);
        let mut colours = std::collections::BTreeSet::new();
        for y in 10..=50 {
            for x in 10..=90 {
                colours.insert(at(&pixels, size, x, y));
            }
        }
        assert!(colours.len() <= 12, "no more colours than cells: {colours:?}");
        assert!(
            colours.iter().all(|[red, green, _]| *red > 90 && *green > 90),
            "means: {colours:?}"
        );
    }

    #[test]
    fn the_whole_picture_and_a_single_point_can_be_covered() {
        let size = PixelSize::new(7, 3);
        for corners in [[0, 0, PARTS, PARTS], [PARTS, PARTS, PARTS, PARTS], [0, 0, 0, 0]] {
            for black in [true, false] {
                let mut pixels = striped(size);
                Cover::new(black, corners).unwrap().burn(&mut pixels, size);
                assert_eq!(pixels.len(), striped(size).len(), "no pixel comes or goes");
            }
        }
        assert_eq!(Cover::new(true, [0, 0, PARTS + 1, 5]), None, "outside the picture");
    }
}
