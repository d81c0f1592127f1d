//! How a stored picture must be turned to stand upright, and the turning.

use crate::size::PixelSize;

/// The eight EXIF orientations, named by what must be done to the stored picture to see it upright.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Orientation {
    /// 1: nothing.
    #[default]
    Upright,
    /// 2: mirror left and right.
    MirrorHorizontally,
    /// 3: turn by half.
    Rotate180,
    /// 4: mirror top and bottom.
    MirrorVertically,
    /// 5: mirror along the diagonal from top left.
    Transpose,
    /// 6: turn a quarter clockwise.
    Rotate90,
    /// 7: mirror along the diagonal from top right.
    Transverse,
    /// 8: turn a quarter anticlockwise.
    Rotate270,
}

impl Orientation {
    /// Reads the EXIF tag's value; anything but 1 to 8 is `None`.
    pub fn from_exif(value: u16) -> Option<Self> {
        Some(match value {
            1 => Self::Upright,
            2 => Self::MirrorHorizontally,
            3 => Self::Rotate180,
            4 => Self::MirrorVertically,
            5 => Self::Transpose,
            6 => Self::Rotate90,
            7 => Self::Transverse,
            8 => Self::Rotate270,
            _ => return None,
        })
    }

    /// Gives the EXIF tag's value, 1 to 8.
    pub fn exif_value(self) -> u8 {
        match self {
            Self::Upright => 1,
            Self::MirrorHorizontally => 2,
            Self::Rotate180 => 3,
            Self::MirrorVertically => 4,
            Self::Transpose => 5,
            Self::Rotate90 => 6,
            Self::Transverse => 7,
            Self::Rotate270 => 8,
        }
    }

    /// Gives the size the picture has once it stands upright.
    pub fn upright_size(self, stored: PixelSize) -> PixelSize {
        match self {
            Self::Upright | Self::MirrorHorizontally | Self::Rotate180 | Self::MirrorVertically => {
                stored
            }
            Self::Transpose | Self::Rotate90 | Self::Transverse | Self::Rotate270 => {
                stored.swapped()
            }
        }
    }
}

/// Rows of the target turned at a time, so that both pictures stay in the processor's cache.
const BAND_ROWS: usize = 16;

/// Turns a stored picture of `BYTES` bytes a pixel upright into `target` and gives its new size.
///
/// `source` must hold at least `stored.pixels()` pixels; missing ones leave the target black rather
/// than fail.
pub(crate) fn turn_upright<const BYTES: usize>(
    source: &[u8],
    stored: PixelSize,
    orientation: Orientation,
    target: &mut Vec<u8>,
) -> PixelSize {
    let upright = orientation.upright_size(stored);
    let (width, height) = (stored.width_px as usize, stored.height_px as usize);
    let upright_width = upright.width_px as usize;
    target.clear();
    target.resize(width * height * BYTES, 0);
    let (pixels, _) = source.as_chunks::<BYTES>();
    let (turned, _) = target.as_chunks_mut::<BYTES>();
    if upright_width == 0 {
        return upright;
    }

    // Upright pixel (x, y) is the stored pixel at `start + x * step_x + y * step_y`.
    let (w, h) = (width as isize, height as isize);
    let (start, step_x, step_y) = match orientation {
        Orientation::Upright => (0, 1, w),
        Orientation::MirrorHorizontally => (w - 1, -1, w),
        Orientation::Rotate180 => (w * h - 1, -1, -w),
        Orientation::MirrorVertically => (w * (h - 1), 1, -w),
        Orientation::Transpose => (0, w, 1),
        Orientation::Rotate90 => (w * (h - 1), -w, 1),
        Orientation::Transverse => (w * h - 1, -w, -1),
        Orientation::Rotate270 => (w - 1, w, -1),
    };
    for (band, rows) in turned.chunks_mut(upright_width * BAND_ROWS).enumerate() {
        let first_row = (band * BAND_ROWS) as isize;
        for x in 0..upright_width {
            let mut at = start + x as isize * step_x + first_row * step_y;
            for pixel in rows.iter_mut().skip(x).step_by(upright_width) {
                if let Some(stored) = usize::try_from(at).ok().and_then(|at| pixels.get(at)) {
                    *pixel = *stored;
                }
                at += step_y;
            }
        }
    }
    upright
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Upright pictures of a stored `a b c / d e f`, from the table in CIPA DC-008 (tag 0x0112).
    #[test]
    fn turns_all_eight_orientations() {
        let stored = b"abcdef".map(|letter| [letter; 4]).concat();
        let cases = [
            (1, "abc def"),
            (2, "cba fed"),
            (3, "fed cba"),
            (4, "def abc"),
            (5, "ad be cf"),
            (6, "da eb fc"),
            (7, "fc eb da"),
            (8, "cf be ad"),
        ];
        for (value, want) in cases {
            let orientation = Orientation::from_exif(value).expect("1 to 8 are orientations");
            assert_eq!(u16::from(orientation.exif_value()), value, "the value reads back");
            let mut target = Vec::new();
            let size = turn_upright::<4>(&stored, PixelSize::new(3, 2), orientation, &mut target);
            let rows: Vec<String> = target
                .chunks(size.width_px as usize * 4)
                .map(|row| row.iter().step_by(4).map(|&byte| char::from(byte)).collect())
                .collect();
            assert_eq!(rows.join(" "), want, "orientation {value}");
        }
        assert_eq!(Orientation::from_exif(0), None, "zero is no orientation");
        assert_eq!(Orientation::from_exif(9), None, "nine is no orientation");
    }
}
