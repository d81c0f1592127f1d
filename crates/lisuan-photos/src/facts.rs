//! Everything a photo says about itself without decoding its pixels.

use crate::container::Container;
use crate::exif::{CaptureTime, ExifFacts, ExifOddity, GpsPosition, ViewDirection, read_exif};
use crate::format::{Format, sniff};
use crate::orientation::Orientation;
use crate::size::PixelSize;

/// Pixels below which a photo is too small to show damage.
const SMALL_PIXELS: u64 = 1_000_000;

/// What a file says about the photo in it.
///
/// Texts are as the camera wrote them, without control characters and at most 200 characters long.
/// Nothing here was checked against the world: clocks are wrong, positions are old, and metadata
/// can be edited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoFacts {
    /// The kind of picture, by its first bytes; `None` when it is not a picture.
    pub format: Option<Format>,
    /// Length of the file in bytes.
    pub byte_len: u64,
    /// The size the file declares for the picture as stored.
    pub stored: Option<PixelSize>,
    /// The size of the picture once it stands upright.
    pub upright: Option<PixelSize>,
    /// The EXIF orientation; upright when none is written. For HEIC it is informative only: such
    /// files carry their turning elsewhere, and `upright` goes by that.
    pub orientation: Orientation,
    /// When the photo was taken, by the camera's clock.
    pub capture_time: Option<CaptureTime>,
    /// Where it was taken.
    pub position: Option<GpsPosition>,
    /// The datum of the position as the camera wrote it; most are silent and mean WGS-84.
    pub map_datum: Option<String>,
    /// Metres above sea level, two decimals, negative below.
    pub altitude_m: Option<String>,
    /// Which way the camera looked.
    pub direction: Option<ViewDirection>,
    /// The satellites' time as `YYYY-MM-DDTHH:MM:SSZ`, to compare with the camera's clock.
    pub gps_time_utc: Option<String>,
    /// Maker of the camera.
    pub camera_make: Option<String>,
    /// Model of the camera.
    pub camera_model: Option<String>,
    /// Serial number of the camera's body.
    pub body_serial: Option<String>,
    /// Name of the lens.
    pub lens: Option<String>,
    /// The program or firmware that wrote the file.
    pub software: Option<String>,
    /// What a person should look at.
    pub oddities: Vec<Oddity>,
}

/// Something about a photo that a person should look at; never a reason to refuse it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Oddity {
    /// There is no EXIF block: sent through a messenger, a screenshot, or stripped.
    NoExif,
    /// Something about the metadata.
    Exif(ExifOddity),
    /// The file ends before its picture does.
    Truncated,
    /// The picture has fewer than a million pixels.
    TooSmall(PixelSize),
    /// The file does not say how large its picture is.
    NoSize,
    /// The picture is not sharp anywhere; needs its pixels.
    Blurred,
    /// The thumbnail in the file shows another picture: the file was changed by a program that left
    /// the thumbnail as it was; needs its pixels.
    ThumbnailDiffers,
}

/// Reads the facts of a photo: hash, structure and EXIF, no pixels.
///
/// Works in the caller's process on any bytes whatever, never panics, and takes time and memory in
/// proportion to the length of the file.
pub fn facts(bytes: &[u8]) -> PhotoFacts {
    let format = sniff(bytes);
    let container = format.map(|format| Container::read(format, bytes)).unwrap_or_default();
    let exif = container.exif.as_deref().map(read_exif);

    let mut oddities = Vec::new();
    if format.is_some() {
        match &exif {
            Some(exif) => oddities.extend(exif.oddities.iter().cloned().map(Oddity::Exif)),
            None => oddities.extend([Oddity::NoExif, Oddity::Exif(ExifOddity::NoCaptureTime)]),
        }
        if container.truncated {
            oddities.push(Oddity::Truncated);
        }
        match container.stored {
            Some(size) if size.pixels() < SMALL_PIXELS => oddities.push(Oddity::TooSmall(size)),
            Some(_) => {}
            None => oddities.push(Oddity::NoSize),
        }
    }

    let exif: ExifFacts = exif.unwrap_or_default();
    let orientation = exif.orientation.unwrap_or_default();
    PhotoFacts {
        format,
        byte_len: bytes.len() as u64,
        stored: container.stored,
        upright: container.upright(orientation),
        orientation,
        capture_time: exif.capture_time,
        position: exif.position,
        map_datum: exif.map_datum,
        altitude_m: exif.altitude_m,
        direction: exif.direction,
        gps_time_utc: exif.gps_time_utc,
        camera_make: exif.make,
        camera_model: exif.model,
        body_serial: exif.body_serial,
        lens: exif.lens,
        software: exif.software,
        oddities,
    }
}
