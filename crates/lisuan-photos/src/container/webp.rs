//! WebP: RIFF chunks (RFC 9649).

use std::borrow::Cow;

use super::Container;
use crate::size::PixelSize;

/// Chunks looked at; a still picture has fewer than ten.
const CHUNKS_MAX: usize = 1_000;

/// Reads the structure of a WebP.
pub(crate) fn read(bytes: &[u8]) -> Container<'_> {
    let mut container = Container::default();
    let declared = bytes.get(4..8).and_then(|len| len.first_chunk::<4>());
    let declared = declared.map_or(0, |len| u32::from_le_bytes(*len) as usize);
    container.truncated = bytes.len() < declared.saturating_add(8);
    let mut rest = bytes.get(12..).unwrap_or_default();
    for _ in 0..CHUNKS_MAX {
        let Some((head, after)) = rest.split_first_chunk::<8>() else { break };
        let [kind @ .., l0, l1, l2, l3] = *head;
        let len = u32::from_le_bytes([l0, l1, l2, l3]) as usize;
        // The size stands at the start, so it is read even from a chunk that is cut short.
        let content = after.get(..len).unwrap_or(after);
        match &kind {
            b"VP8X" => container.stored = container.stored.or(extended_size(content)),
            b"VP8 " => container.stored = container.stored.or(lossy_size(content)),
            b"VP8L" => container.stored = container.stored.or(lossless_size(content)),
            b"EXIF" => {
                let block = content.strip_prefix(b"Exif\0\0").unwrap_or(content);
                container.exif = Some(Cow::Borrowed(block));
            }
            _ => {}
        }
        // Chunks are padded to an even length.
        let Some(after) = after.get(len.saturating_add(len % 2)..) else { break };
        rest = after;
    }
    container
}

fn extended_size(content: &[u8]) -> Option<PixelSize> {
    let [_, _, _, _, w0, w1, w2, h0, h1, h2] = *content.first_chunk::<10>()?;
    let side = |b0, b1, b2| u32::from_le_bytes([b0, b1, b2, 0]) + 1;
    Some(PixelSize::new(side(w0, w1, w2), side(h0, h1, h2)))
}

fn lossy_size(content: &[u8]) -> Option<PixelSize> {
    let [_, _, _, 0x9D, 0x01, 0x2A, w0, w1, h0, h1] = *content.first_chunk::<10>()? else {
        return None;
    };
    // The upper two bits ask for scaling on display and are not part of the size.
    let side = |b0, b1| u32::from(u16::from_le_bytes([b0, b1]) & 0x3FFF);
    let size = PixelSize::new(side(w0, w1), side(h0, h1));
    (size.pixels() > 0).then_some(size)
}

fn lossless_size(content: &[u8]) -> Option<PixelSize> {
    let [0x2F, b0, b1, b2, b3] = *content.first_chunk::<5>()? else { return None };
    let bits = u32::from_le_bytes([b0, b1, b2, b3]);
    Some(PixelSize::new((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_size_and_exif_of_all_three_kinds() {
        let extended =
            b"RIFF\x22\0\0\0WEBPVP8X\x0A\0\0\0\x08\0\0\0\xFF\x01\0\xFF\0\0EXIF\x04\0\0\0II*\0";
        let container = read(extended);
        assert_eq!(container.stored, Some(PixelSize::new(512, 256)));
        assert_eq!(container.exif.as_deref(), Some(&b"II*\0"[..]));
        assert!(!container.truncated, "the declared length is there");
        assert!(read(&extended[..40]).truncated, "two bytes are missing");

        let lossy = b"RIFF\x16\0\0\0WEBPVP8 \x0A\0\0\0\0\0\0\x9D\x01\x2A\0\x02\0\x01";
        assert_eq!(read(lossy).stored, Some(PixelSize::new(512, 256)));
        let lossless = b"RIFF\x12\0\0\0WEBPVP8L\x05\0\0\0\x2F\xFF\xC1\x3F\0\0";
        assert_eq!(read(lossless).stored, Some(PixelSize::new(512, 256)));
    }
}
