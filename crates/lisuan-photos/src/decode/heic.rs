//! HEIC pixels, as stored or converted to sRGB.

use heifer::{Error, Image, Options};
use heifer_isobmff::boxes::{ColorInfo, Property};
use heifer_isobmff::{HeifFile, ItemId};

use super::{Decoded, check_size, lay_on_white, usable_profile};
use crate::limits::PixelLimits;
use crate::problem::DecodeProblem;
use crate::size::PixelSize;

/// Decodes the primary picture, turned upright by the file's own properties.
pub(crate) fn decode(
    bytes: &[u8],
    declared: Option<PixelSize>,
    limits: &PixelLimits,
    pixels: &mut Vec<u8>,
) -> Result<Decoded, DecodeProblem> {
    if let Some(declared) = declared {
        check_size(declared, limits)?;
    }
    // One thread: several photos are decoded at a time, each in a process of its own.
    let options = Options { max_threads: 1, max_pixels: (limits.decoded_bytes_max / 4).max(1) };
    let colours = colours(bytes)?;
    let picture = match colours {
        Colours::Foreign => match heifer::decode_srgb_rgba8(bytes, &options) {
            // Wide-range pictures have no plain conversion; unconverted, they are pale but legible.
            Err(Error::Unsupported(_)) => heifer::decode_rgba8(bytes, &options),
            result => result,
        },
        _ => heifer::decode_rgba8(bytes, &options),
    };
    let Image { width, height, has_alpha, data, .. } = picture.map_err(problem)?;
    let size = PixelSize::new(width, height);
    check_size(size, limits)?;
    *pixels = data;
    if has_alpha {
        lay_on_white(pixels);
    }
    let profile = match colours {
        Colours::Profile(profile) => Some(profile),
        Colours::Plain | Colours::Foreign => None,
    };
    Ok(Decoded { size, profile, problem: None })
}

/// What the red, green and blue of a file mean.
enum Colours {
    /// sRGB or so near to it that every viewer shows it unconverted.
    Plain,
    /// A profile that is handed on with the pixels; converting all of them would cost as much as
    /// decoding them.
    Profile(Vec<u8>),
    /// Anything else: must be converted.
    Foreign,
}

fn colours(bytes: &[u8]) -> Result<Colours, DecodeProblem> {
    let file = HeifFile::parse(bytes).map_err(DecodeProblem::damaged)?;
    let id = file.primary_id;
    if let Some(profile) = file.icc_profile(id).map_err(DecodeProblem::damaged)? {
        let usable = usable_profile(Some(profile.to_vec()));
        return Ok(usable.map_or(Colours::Foreign, Colours::Profile));
    }
    // A picture made of tiles may leave its colours to the first of them.
    let first_tile = file.referenced_items(id, b"dimg").first().copied();
    let primaries = primaries(&file, id).or_else(|| primaries(&file, first_tile?));
    Ok(match primaries {
        // ITU-T H.273, table 2: BT.709, unspecified, the two kinds of BT.601. Phones that write
        // these mean sRGB, and say so in EXIF.
        None | Some(1 | 2 | 5 | 6) => Colours::Plain,
        Some(_) => Colours::Foreign,
    })
}

fn primaries(file: &HeifFile<'_>, id: ItemId) -> Option<u16> {
    file.item_properties(id).ok()?.find_map(|property| match property {
        Property::Color(ColorInfo::Nclx { primaries, .. }) => Some(*primaries),
        _ => None,
    })
}

fn problem(error: Error) -> DecodeProblem {
    match error {
        Error::Unsupported(what) => DecodeProblem::Unsupported { what },
        error => DecodeProblem::damaged(error),
    }
}
