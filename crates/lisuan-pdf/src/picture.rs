//! Photos: where their bytes come from and how they are turned upright.

use std::io::{self, Read};

/// Hands out stored bytes by their SHA-256.
///
/// The bytes are read once, in order, while the document is written: nothing is held in memory.
pub trait Pictures {
    /// Opens the bytes known by 64 lower-case hexadecimal digits.
    ///
    /// # Errors
    /// When there are no such bytes or they cannot be read.
    fn open<'a>(&'a mut self, key: &str) -> io::Result<Opened<'a>>;
}

/// Stored bytes, opened for reading.
pub struct Opened<'a> {
    /// How many there are.
    pub length: u64,
    /// Their beginning.
    pub bytes: Box<dyn Read + 'a>,
}

/// The matrix that places the unit square of a picture upright on a page.
///
/// `orientation` is that of EXIF (1 to 8; anything else counts as 1), the area is that of the
/// upright picture with its lower left corner at (`x`, `bottom`).
pub fn upright(orientation: u8, x: f32, bottom: f32, width: f32, height: f32) -> [f32; 6] {
    // Stored: u to the right, v up, both 0 to 1. Upright: s to the right, t up.
    // Each row says s and t as (factor of u, factor of v, constant).
    let (s, t) = match orientation {
        2 => ((-1.0, 0.0, 1.0), (0.0, 1.0, 0.0)),
        3 => ((-1.0, 0.0, 1.0), (0.0, -1.0, 1.0)),
        4 => ((1.0, 0.0, 0.0), (0.0, -1.0, 1.0)),
        5 => ((0.0, -1.0, 1.0), (-1.0, 0.0, 1.0)),
        6 => ((0.0, 1.0, 0.0), (-1.0, 0.0, 1.0)),
        7 => ((0.0, 1.0, 0.0), (1.0, 0.0, 0.0)),
        8 => ((0.0, -1.0, 1.0), (1.0, 0.0, 0.0)),
        _ => ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0)),
    };
    [s.0 * width, t.0 * height, s.1 * width, t.1 * height, x + s.2 * width, bottom + t.2 * height]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_orientation_fills_the_same_area() {
        for orientation in 0..=9 {
            let [a, b, c, d, e, f] = upright(orientation, 10.0, 20.0, 300.0, 200.0);
            let corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]
                .map(|(u, v)| ((a * u + c * v + e) as i32, (b * u + d * v + f) as i32));
            for corner in [(10, 20), (310, 20), (10, 220), (310, 220)] {
                assert!(corners.contains(&corner), "{orientation}: {corner:?} of {corners:?}");
            }
        }
    }
}
