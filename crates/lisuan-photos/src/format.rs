//! Which kind of picture a file holds, by its first bytes.

use std::fmt;

/// The kinds of picture that are taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// JPEG, what nearly every camera writes.
    Jpeg,
    /// HEIF with HEVC pictures, what phones write by default.
    Heic,
    /// PNG, mostly screenshots.
    Png,
    /// WebP, mostly pictures that went through a messenger.
    Webp,
}

impl Format {
    /// Gives the media type, as documents and the window name it.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Heic => "image/heic",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    /// Gives the usual file extension, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Heic => "heic",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Jpeg => "JPEG",
            Self::Heic => "HEIC",
            Self::Png => "PNG",
            Self::Webp => "WebP",
        })
    }
}

/// Compatible brands looked at; real files list fewer than ten.
const BRANDS_MAX: usize = 32;

/// Tells the kind of picture from the magic bytes; the file's name plays no part.
///
/// `None` means that the bytes are not a picture this crate takes in (a TIFF, an AVIF, a video, a
/// document, nothing).
pub fn sniff(bytes: &[u8]) -> Option<Format> {
    if bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Some(Format::Jpeg)
    } else if bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
        Some(Format::Png)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(Format::Webp)
    } else if has_hevc_brand(bytes) {
        Some(Format::Heic)
    } else {
        None
    }
}

/// Looks for an HEVC still-picture brand; the major one alone is not enough, as many phones write
/// the general `mif1` there.
fn has_hevc_brand(bytes: &[u8]) -> bool {
    let Some((head, rest)) = bytes.split_first_chunk::<8>() else { return false };
    let [s0, s1, s2, s3, kind @ ..] = *head;
    if &kind != b"ftyp" {
        return false;
    }
    let content_len = (u32::from_be_bytes([s0, s1, s2, s3]) as usize).saturating_sub(8);
    let content = rest.get(..content_len).unwrap_or(rest);
    let (brands, _) = content.as_chunks::<4>();
    // The second group of four is the minor version, not a brand.
    brands
        .iter()
        .take(BRANDS_MAX)
        .enumerate()
        .any(|(at, brand)| at != 1 && matches!(brand, b"heic" | b"heix" | b"heim" | b"heis"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_kinds_by_magic_bytes() {
        let cases: &[(&[u8], Option<Format>)] = &[
            (b"\xFF\xD8\xFF\xE0", Some(Format::Jpeg)),
            (b"\x89PNG\r\n\x1A\n....", Some(Format::Png)),
            (b"RIFF\0\0\0\0WEBPVP8 ", Some(Format::Webp)),
            (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", Some(Format::Heic)),
            (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", Some(Format::Heic)),
            (b"\0\0\0\x18ftypavif\0\0\0\0mif1avif", None),
            (b"\0\0\0\x14ftypisom\0\0\0\0mp42heic", None),
            (b"\0\0\0\x10ftypisomheic", None),
            (b"RIFF\0\0\0\0WAVEfmt ", None),
            (b"II*\0", None),
            (b"%PDF-1.7", None),
            (b"\xFF\xD8", None),
            (b"", None),
        ];
        for (bytes, want) in cases {
            assert_eq!(sniff(bytes), *want, "kind of {:?}", bytes.escape_ascii().to_string());
        }
    }
}
