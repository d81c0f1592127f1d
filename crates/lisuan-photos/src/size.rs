//! Widths and heights in pixels.

use std::fmt;

/// A width and a height in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct PixelSize {
    /// Pixels from left to right.
    pub width_px: u32,
    /// Pixels from top to bottom.
    pub height_px: u32,
}

impl PixelSize {
    /// Pairs a width with a height.
    pub const fn new(width_px: u32, height_px: u32) -> Self {
        Self { width_px, height_px }
    }

    /// Counts the pixels.
    pub fn pixels(self) -> u64 {
        u64::from(self.width_px) * u64::from(self.height_px)
    }

    /// Gives the longest side.
    pub fn longest_px(self) -> u32 {
        self.width_px.max(self.height_px)
    }

    /// Swaps width and height.
    pub const fn swapped(self) -> Self {
        Self::new(self.height_px, self.width_px)
    }

    /// Gives the size with the same proportions whose longest side is at most `side_px_max`; never
    /// larger than the picture, never empty.
    pub fn fitted(self, side_px_max: u32) -> Self {
        let longest = u64::from(self.longest_px());
        let side = u64::from(side_px_max.max(1));
        if longest <= side {
            return self;
        }
        let scaled = |px: u32| {
            let px = (u64::from(px) * side + longest / 2) / longest;
            u32::try_from(px).unwrap_or(side_px_max).max(1)
        };
        Self::new(scaled(self.width_px), scaled(self.height_px))
    }
}

impl fmt::Display for PixelSize {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} × {} px", self.width_px, self.height_px)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fits_the_longest_side_and_keeps_proportions() {
        let cases = [
            ((4032, 3024), 1600, (1600, 1200)),
            ((3024, 4032), 320, (240, 320)),
            ((100, 50), 320, (100, 50)),
            ((16_384, 1), 320, (320, 1)),
            ((u32::MAX, u32::MAX), 1, (1, 1)),
        ];
        for ((w, h), side, (want_w, want_h)) in cases {
            assert_eq!(
                PixelSize::new(w, h).fitted(side),
                PixelSize::new(want_w, want_h),
                "{w} × {h} into {side}"
            );
        }
    }
}
