//! How sharp the sharpest parts of a picture are.

use crate::size::PixelSize;

/// Tiles along a side.
const TILES: usize = 8;
/// Tiles that must be at least as sharp: a sixteenth of the picture.
const SHARP_TILES: usize = TILES * TILES / 16;
/// Longest side that is measured; keeps the sums of a tile's line within 31 bits.
const SIDE_PX_MAX: u32 = 4_096;

/// Measures the variance of the Laplacian (the difference of a pixel from its four neighbours) in
/// each of 8 × 8 tiles, and gives that of the fourth sharpest tile.
///
/// Not the mean over the picture: a close-up before a blurred background, a chain before a plain
/// wall or a night scene is sharp in places only, and sharp all the same. `luma` is the brightness
/// of each pixel. `None` for pictures too small to tell, or too large.
pub(crate) fn sharpness(luma: &[u8], size: PixelSize) -> Option<u32> {
    let (width, height) = (size.width_px as usize, size.height_px as usize);
    let luma = luma.get(..width * height)?;
    let tellable = width >= 8 * TILES && height >= 8 * TILES;
    if !tellable || size.longest_px() > SIDE_PX_MAX {
        return None;
    }
    let mut tiles = Vec::with_capacity(TILES * TILES);
    for tile_row in 0..TILES {
        let mut sums = [(0_i64, 0_i64, 0_i64); TILES];
        let (top, bottom) = (tile_row * height / TILES, (tile_row + 1) * height / TILES);
        // Every second line tells as much as all of them.
        for y in (top.max(1)..bottom.min(height - 1)).step_by(2) {
            let above = luma.get((y - 1) * width..y * width)?;
            let line = luma.get(y * width..(y + 1) * width)?;
            let below = luma.get((y + 1) * width..(y + 2) * width)?;
            for (tile, total) in sums.iter_mut().enumerate() {
                let (left, right) = (tile * width / TILES, (tile + 1) * width / TILES);
                let (left, right) = (left.max(1), right.min(width - 1));
                let (sum, squares) = edges(above, line, below, left, right);
                *total = (
                    total.0 + i64::from(sum),
                    total.1 + i64::from(squares),
                    total.2 + (right - left) as i64,
                );
            }
        }
        for (sum, squares, count) in sums {
            tiles.push((squares * count - sum * sum) / (count * count).max(1));
        }
    }
    tiles.sort_unstable_by_key(|&variance| std::cmp::Reverse(variance));
    u32::try_from(*tiles.get(SHARP_TILES - 1)?).ok()
}

/// Sum and sum of squares of the Laplacian of one line from `left` to `right`.
fn edges(above: &[u8], line: &[u8], below: &[u8], left: usize, right: usize) -> (i32, i32) {
    let parts = above
        .get(left..right)
        .zip(below.get(left..right))
        .zip(line.get(left - 1..right - 1).zip(line.get(left..right)))
        .zip(line.get(left + 1..right + 1));
    let Some((((above, below), (before, here)), after)) = parts else { return (0, 0) };
    let (mut sum, mut squares) = (0, 0);
    // Plain slices side by side and sixteen bits, so that the compiler takes several at a time.
    let pixels = above.iter().zip(below).zip(before).zip(after).zip(here);
    for ((((above, below), before), after), here) in pixels {
        let around = i16::from(*above) + i16::from(*below) + i16::from(*before) + i16::from(*after);
        let edge = 4 * i16::from(*here) - around;
        sum += i32::from(edge);
        // At most 1,020² for each of at most 512 pixels of a tile's line.
        squares += i32::from(edge) * i32::from(edge);
    }
    (sum, squares)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Grey pixels of 128 × 128 by a function of their place.
    fn measured(shade: impl Fn(usize, usize) -> u8) -> Option<u32> {
        let luma: Vec<u8> = (0..128 * 128).map(|at| shade(at % 128, at / 128)).collect();
        sharpness(&luma, PixelSize::new(128, 128))
    }

    #[test]
    fn edges_count_and_slopes_do_not() {
        assert_eq!(measured(|_, _| 90), Some(0), "a plain wall has no edge");
        assert_eq!(measured(|x, _| x as u8), Some(0), "nor has an even slope");
        let chequered = measured(|x, y| if (x + y) % 2 == 0 { 100 } else { 110 });
        assert_eq!(chequered, Some(1_600), "four neighbours differ by ten, by turns up and down");
        let few = measured(|x, y| if x < 32 && y < 32 { ((x + y) % 2) as u8 * 10 } else { 90 });
        assert!(few > Some(1_000), "four tiles of 64 make a picture sharp: {few:?}");
        let fewer = measured(|x, y| if x < 32 && y < 15 { ((x + y) % 2) as u8 * 10 } else { 90 });
        assert_eq!(fewer, Some(0), "two do not");
    }

    #[test]
    fn pictures_beyond_the_limits_are_not_judged() {
        for (w, h) in [(63, 640), (640, 63), (4_097, 64)] {
            let luma = vec![0; w * h];
            let size = PixelSize::new(w as u32, h as u32);
            assert_eq!(sharpness(&luma, size), None, "{w} × {h}");
        }
        let size = PixelSize::new(100, 100);
        assert_eq!(sharpness(&[0; 40], size), None, "values are missing");
    }
}
