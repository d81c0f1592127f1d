//! The limits on what a photo may ask for.

use std::time::Duration;

/// Limits on one picture, checked against its declared size before a pixel is decoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PixelLimits {
    /// Longest side in pixels.
    pub side_px_max: u32,
    /// Bytes of the whole picture at four bytes a pixel.
    pub decoded_bytes_max: u64,
}

impl Default for PixelLimits {
    fn default() -> Self {
        Self { side_px_max: 16_384, decoded_bytes_max: 512 * 1024 * 1024 }
    }
}

/// Limits on a decoder process.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DecoderLimits {
    /// Limits on the picture.
    pub pixels: PixelLimits,
    /// Length of a file in bytes.
    pub file_bytes_max: u64,
    /// Address space of the process in bytes. The system enforces it on Linux; elsewhere the pixel
    /// limits alone bound the memory.
    pub memory_bytes_max: u64,
    /// Time for one picture, from the first byte sent to the last byte received.
    pub time_max: Duration,
}

impl Default for DecoderLimits {
    fn default() -> Self {
        Self {
            pixels: PixelLimits::default(),
            file_bytes_max: 512 * 1024 * 1024,
            // A 134-megapixel HEIC that must be turned and converted holds its pixels three times.
            memory_bytes_max: 3 * 1024 * 1024 * 1024,
            time_max: Duration::from_secs(10),
        }
    }
}
