//! The outer structure of each kind of file: size, EXIF block, colour profile, completeness.

pub(crate) mod heic;
pub(crate) mod jpeg;
pub(crate) mod png;
pub(crate) mod webp;

use std::borrow::Cow;

use crate::format::Format;
use crate::orientation::Orientation;
use crate::size::PixelSize;

/// Bytes of an EXIF block that are looked at; JPEG cannot hold more than 64 KiB, the other formats
/// could.
const EXIF_BYTES_MAX: usize = 1024 * 1024;

/// What a file's structure says before any pixel is decoded.
#[derive(Debug, Clone, Default)]
pub(crate) struct Container<'a> {
    /// The size the file declares, before any turning.
    pub(crate) stored: Option<PixelSize>,
    /// The size after the container's own turning and cropping, for formats that have them.
    pub(crate) turned: Option<PixelSize>,
    /// The EXIF block, from its TIFF header on.
    pub(crate) exif: Option<Cow<'a, [u8]>>,
    /// The file ends before its picture does.
    pub(crate) truncated: bool,
}

impl<'a> Container<'a> {
    /// Reads the structure of a file of a known kind. Never fails: what is not there is not given.
    pub(crate) fn read(format: Format, bytes: &'a [u8]) -> Self {
        match format {
            Format::Jpeg => jpeg::read(bytes),
            Format::Heic => heic::read(bytes),
            Format::Png => png::read(bytes),
            Format::Webp => webp::read(bytes),
        }
        .limited()
    }

    /// The same for one who does not ask whether the file is whole.
    pub(crate) fn head(format: Format, bytes: &'a [u8]) -> Self {
        match format {
            Format::Jpeg => jpeg::head(bytes).0.limited(),
            _ => Self::read(format, bytes),
        }
    }

    fn limited(self) -> Self {
        Self { exif: self.exif.filter(|exif| exif.len() <= EXIF_BYTES_MAX), ..self }
    }

    /// Gives the size of the upright picture.
    pub(crate) fn upright(&self, orientation: Orientation) -> Option<PixelSize> {
        self.turned.or_else(|| self.stored.map(|stored| orientation.upright_size(stored)))
    }
}
