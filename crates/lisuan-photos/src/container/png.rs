//! PNG: chunks (PNG third edition, section 5).

use std::borrow::Cow;

use super::Container;
use crate::size::PixelSize;

/// Chunks looked at; a real file of the largest size has fewer.
const CHUNKS_MAX: usize = 200_000;

/// Reads the structure of a PNG; checksums are the decoder's business.
pub(crate) fn read(bytes: &[u8]) -> Container<'_> {
    let mut container = Container { truncated: true, ..Container::default() };
    let mut rest = bytes.get(8..).unwrap_or_default();
    for _ in 0..CHUNKS_MAX {
        let Some((head, after)) = rest.split_first_chunk::<8>() else { break };
        let [l0, l1, l2, l3, kind @ ..] = *head;
        let len = u32::from_be_bytes([l0, l1, l2, l3]) as usize;
        let Some((content, after)) = after.split_at_checked(len) else { break };
        match &kind {
            b"IHDR" => container.stored = header_size(content),
            b"eXIf" => container.exif = Some(Cow::Borrowed(content)),
            b"IEND" => {
                container.truncated = false;
                break;
            }
            _ => {}
        }
        // Four bytes of checksum follow.
        let Some(after) = after.get(4..) else { break };
        rest = after;
    }
    container
}

fn header_size(content: &[u8]) -> Option<PixelSize> {
    let [w0, w1, w2, w3, h0, h1, h2, h3] = *content.first_chunk::<8>()?;
    let size =
        PixelSize::new(u32::from_be_bytes([w0, w1, w2, w3]), u32::from_be_bytes([h0, h1, h2, h3]));
    (size.pixels() > 0).then_some(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_size_exif_and_end() {
        let whole = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x02\0\0\0\x01\0\x08\x02\0\0\0CRC_\
                      \0\0\0\x04eXIfMM\0*CRC_\0\0\0\0IENDCRC_";
        let container = read(whole);
        assert_eq!(container.stored, Some(PixelSize::new(512, 256)));
        assert_eq!(container.exif.as_deref(), Some(&b"MM\0*"[..]));
        assert!(!container.truncated, "the end chunk is there");
        assert!(read(&whole[..whole.len() - 12]).truncated, "the end chunk is missing");
    }
}
