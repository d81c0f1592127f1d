//! A picture as a few brightness values: what a fingerprint begins with.

use crate::size::PixelSize;

/// Brightness of a pixel (red, green, blue, unused) in steps of 255, by the weights of ITU-R BT.601.
pub(crate) fn brightness([red, green, blue, _]: [u8; 4]) -> u8 {
    // The weights add up to 256, so that sixteen bits hold the sum; processors multiply eight of
    // these at a time.
    let sum = 77 * u16::from(red) + 150 * u16::from(green) + 29 * u16::from(blue);
    (sum >> 8) as u8
}

/// Averages the brightness of a picture within `frame` into `COLUMNS` × `ROWS` cells, in sixteenths of a step of
/// brightness. A cell between two pixels takes the nearer one.
///
/// `None` when its values are fewer than the size says or the frame is not within it.
pub(crate) fn cells<const COLUMNS: usize, const ROWS: usize>(
    luma: &[u8],
    size: PixelSize,
    frame: Frame,
) -> Option<[[i32; COLUMNS]; ROWS]> {
    let (width, height) = (size.width_px as usize, size.height_px as usize);
    let fits = frame.left + frame.width <= width && frame.top + frame.height <= height;
    if luma.len() < width * height || !fits || frame.width == 0 || frame.height == 0 {
        return None;
    }
    let mut cells = [[0; COLUMNS]; ROWS];
    for (row, line) in cells.iter_mut().enumerate() {
        let rows = span(row, ROWS, frame.height);
        let mut sums = [0_u64; COLUMNS];
        for y in rows.clone() {
            let start = (frame.top + y) * width + frame.left;
            let stored = luma.get(start..start + frame.width)?;
            for (column, sum) in sums.iter_mut().enumerate() {
                let cell = stored.get(span(column, COLUMNS, frame.width))?;
                *sum += u64::from(cell.iter().map(|&light| u32::from(light)).sum::<u32>());
            }
        }
        for (column, (cell, sum)) in line.iter_mut().zip(sums).enumerate() {
            let count = (rows.len() * span(column, COLUMNS, frame.width).len()) as u64;
            *cell = i32::try_from(sum * 16 / count).unwrap_or(i32::MAX);
        }
    }
    Some(cells)
}

/// The pixels that cell `at` of `cells` covers along a side of `len`; at least one.
fn span(at: usize, cells: usize, len: usize) -> std::ops::Range<usize> {
    let start = at * len / cells;
    start..((at + 1) * len / cells).max(start + 1)
}

/// A rectangle of pixels within a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame {
    pub(crate) left: usize,
    pub(crate) top: usize,
    pub(crate) width: usize,
    pub(crate) height: usize,
}

impl Frame {
    /// The whole picture.
    pub(crate) fn whole(size: PixelSize) -> Self {
        let (width, height) = (size.width_px as usize, size.height_px as usize);
        Self { left: 0, top: 0, width, height }
    }

    /// The part of a picture of `size` that one with the proportions of `inner` fills when bars are
    /// laid around it.
    pub(crate) fn inside_bars(size: PixelSize, inner: PixelSize) -> Self {
        let whole = Self::whole(size);
        let (w, h) = (u64::from(size.width_px), u64::from(size.height_px));
        let (iw, ih) = (u64::from(inner.width_px), u64::from(inner.height_px));
        if iw == 0 || ih == 0 {
            return whole;
        }
        let rounded =
            |numerator: u64, denominator: u64| (numerator + denominator / 2) / denominator;
        let (fw, fh) = match w * ih > h * iw {
            true => (rounded(h * iw, ih).clamp(1, w), h),
            false => (w, rounded(w * ih, iw).clamp(1, h)),
        };
        Self {
            left: ((w - fw) / 2) as usize,
            top: ((h - fh) / 2) as usize,
            width: fw as usize,
            height: fh as usize,
        }
    }
}
