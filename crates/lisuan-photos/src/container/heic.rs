//! HEIC: items and properties of an ISO base media file (ISO/IEC 23008-12).

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use heifer_isobmff::boxes::Property;
use heifer_isobmff::{BoxIter, HeifFile};

use super::Container;
use crate::size::PixelSize;

/// Bytes of the item tables that are looked at. A 12-megapixel phone picture needs 4 KiB; the
/// reader compares every item with every location, so larger tables could cost minutes.
const META_BYTES_MAX: usize = 256 * 1024;

/// Reads the structure of a HEIC.
pub(crate) fn read(bytes: &[u8]) -> Container<'_> {
    match first_cut_box(bytes) {
        None => items(bytes).unwrap_or_default(),
        Some(offset) => {
            // The tables stand in front. Letting the cut box reach to the end of the file (a size
            // of nought) makes what is there readable.
            let mut mended = bytes.to_vec();
            if let Some(size) = mended.get_mut(offset..offset + 4) {
                size.fill(0);
            }
            let container = items(&mended).unwrap_or_default();
            let exif = container.exif.map(|exif| Cow::Owned(exif.into_owned()));
            Container { truncated: true, exif, ..container }
        }
    }
}

/// Finds the first top-level box that reaches beyond the end of the file.
fn first_cut_box(bytes: &[u8]) -> Option<usize> {
    let mut offset = 0;
    for part in BoxIter::new(bytes) {
        match part {
            Ok(part) => {
                offset = part.offset + part.header.header_size as usize + part.content.len()
            }
            Err(_) => return Some(offset),
        }
    }
    None
}

fn items(bytes: &[u8]) -> Option<Container<'_>> {
    let too_long = BoxIter::new(bytes)
        .flatten()
        .any(|part| &part.header.box_type.0 == b"meta" && part.content.len() > META_BYTES_MAX);
    if too_long {
        return None;
    }
    // The one foreign reader that runs in the caller's process; a panic in it must cost the facts of
    // one photo and no more.
    catch_unwind(AssertUnwindSafe(|| {
        let file = HeifFile::parse(bytes).ok()?;
        let id = file.primary_id;
        let stored = file.image_size(id).ok()?.map(|(w, h)| PixelSize::new(w, h));
        let turned = stored.map(|stored| turned_size(stored, &file));
        let exif = file.exif(id).ok().flatten().map(Cow::Owned);
        Some(Container { stored, turned, exif, truncated: false })
    }))
    .ok()
    .flatten()
}

/// Applies cropping and turning, in the order in which the file lists them. The EXIF orientation
/// plays no part in HEIC: readers must go by these properties alone.
fn turned_size(stored: PixelSize, file: &HeifFile<'_>) -> PixelSize {
    let Ok(properties) = file.item_properties(file.primary_id) else { return stored };
    properties.fold(stored, |size, property| match property {
        Property::Rotation(quarters) if quarters % 2 == 1 => size.swapped(),
        Property::CleanAperture { width, height, .. } => PixelSize::new(
            rounded(*width).unwrap_or(size.width_px).min(size.width_px),
            rounded(*height).unwrap_or(size.height_px).min(size.height_px),
        ),
        _ => size,
    })
}

fn rounded((numerator, denominator): (u32, u32)) -> Option<u32> {
    numerator.checked_add(denominator / 2)?.checked_div(denominator)
}
