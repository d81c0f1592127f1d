//! What the decoded pixels of a photo look like: for finding near duplicates, blur, and pictures
//! that were changed after their thumbnail was made.

mod fingerprint;
mod grid;
mod sharpness;

pub(crate) use fingerprint::fingerprint;
pub(crate) use grid::{Frame, brightness};
pub(crate) use sharpness::sharpness;

use crate::facts::Oddity;

/// Bits of a fingerprint.
pub const FINGERPRINT_BITS: u32 = 64;

/// Sharpness on the 1600 px copy below which a photo counts as blurred.
///
/// The real files measure 139 and more, most several hundred; the same blurred by a Gaussian of two
/// pixels, at which the lettering on a name plate is lost, measure 35 and less.
const SHARPNESS_MIN: u32 = 40;

/// Bits by which the fingerprint of an embedded thumbnail may differ from that of its picture.
///
/// The thumbnails that cameras make differ by 7 bits at most on the real files, another picture by
/// 17 at least.
const THUMBNAIL_BITS_MAX: u32 = 12;

/// What the pixels of a photo look like. Only sound pictures have a look: of a damaged one, part
/// of the pixels are made up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// 64 bits, of which few differ between a picture and the same one saved anew, made smaller or
    /// cropped a little; `None` for a picture without anything to recognise it by.
    pub fingerprint: Option<u64>,
    /// Variance of the Laplacian in the sharper parts of the 1600 px copy, in steps of brightness
    /// squared; `None` where no such copy was made or it is too small to tell.
    pub sharpness: Option<u32>,
    /// The fingerprint of the thumbnail that the camera put into the file, if there is one that
    /// decodes.
    pub thumbnail_fingerprint: Option<u64>,
}

impl Look {
    /// What a person should look at.
    pub fn oddities(&self) -> Vec<Oddity> {
        let mut oddities = Vec::new();
        if self.sharpness.is_some_and(|sharpness| sharpness < SHARPNESS_MIN) {
            oddities.push(Oddity::Blurred);
        }
        if let (Some(own), Some(thumbnail)) = (self.fingerprint, self.thumbnail_fingerprint)
            && (own ^ thumbnail).count_ones() > THUMBNAIL_BITS_MAX
        {
            oddities.push(Oddity::ThumbnailDiffers);
        }
        oddities
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn oddities_begin_beyond_their_limits() {
        let look = |sharpness, bits: u32| Look {
            fingerprint: Some(0),
            sharpness,
            thumbnail_fingerprint: Some((1_u64 << bits) - 1),
        };
        assert!(look(Some(SHARPNESS_MIN), THUMBNAIL_BITS_MAX).oddities().is_empty());
        assert_eq!(look(Some(SHARPNESS_MIN - 1), 0).oddities(), [Oddity::Blurred]);
        assert_eq!(look(None, THUMBNAIL_BITS_MAX + 1).oddities(), [Oddity::ThumbnailDiffers]);
        assert!(Look::default().oddities().is_empty(), "what is not known is not odd");
    }
}
