//! JPEG: markers and segments (ITU-T T.81, annex B).

use std::borrow::Cow;

use super::Container;
use crate::size::PixelSize;

const EXIF_NAME: &[u8] = b"Exif\0\0";
const ICC_NAME: &[u8] = b"ICC_PROFILE\0";
/// Zero bytes and line ends that transfer programs append are looked through for the end marker.
const PADDING: [u8; 3] = [0, b'\r', b'\n'];

/// A marker segment's code and content, or the start of the picture data.
enum Segment<'a> {
    Content(u8, &'a [u8]),
    /// Start of scan; the offset right after its header.
    Scan(usize),
}

/// Walks the segments up to the first scan. Ends early where the file does.
struct Segments<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Iterator for Segments<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Segment<'a>> {
        loop {
            // Stray bytes between segments and fill bytes before a marker are allowed for.
            self.at += self.bytes.get(self.at..)?.iter().position(|&byte| byte == 0xFF)?;
            self.at += self.bytes.get(self.at..)?.iter().position(|&byte| byte != 0xFF)?;
            let code = *self.bytes.get(self.at)?;
            self.at += 1;
            match code {
                // Markers that stand alone.
                0x00 | 0x01 | 0xD0..=0xD8 => continue,
                0xD9 => return None,
                _ => {}
            }
            let content = segment_content(self.bytes, self.at)?;
            self.at += 2 + content.len();
            return Some(match code {
                0xDA => Segment::Scan(self.at),
                _ => Segment::Content(code, content),
            });
        }
    }
}

/// Gives the content of the segment whose length field stands at `at`.
fn segment_content(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let len = usize::from(u16::from_be_bytes(*bytes.get(at..)?.first_chunk()?));
    bytes.get(at + 2..at.checked_add(len)?)
}

fn segments(bytes: &[u8]) -> Segments<'_> {
    // The first marker, start of image, is two bytes long.
    Segments { bytes, at: 2 }
}

/// Reads the structure of a JPEG.
pub(crate) fn read(bytes: &[u8]) -> Container<'_> {
    let (container, scan) = head(bytes);
    Container { truncated: !scan.is_some_and(|at| has_end(bytes, at)), ..container }
}

/// Reads what stands before the first scan, and tells where that begins. Whether the file is whole
/// is not asked: a file with a film behind its picture is walked through for that.
pub(crate) fn head(bytes: &[u8]) -> (Container<'_>, Option<usize>) {
    let mut container = Container::default();
    for segment in segments(bytes) {
        match segment {
            // Start of frame, all kinds; C4, C8 and CC are other things.
            Segment::Content(0xC0..=0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF, content) => {
                container.stored = container.stored.or(frame_size(content));
            }
            Segment::Content(0xE1, content) if container.exif.is_none() => {
                container.exif = content.strip_prefix(EXIF_NAME).map(Cow::Borrowed);
            }
            Segment::Content(..) => {}
            Segment::Scan(at) => return (container, Some(at)),
        }
    }
    (container, None)
}

fn frame_size(content: &[u8]) -> Option<PixelSize> {
    let [_precision, h0, h1, w0, w1] = *content.first_chunk::<5>()?;
    let size =
        PixelSize::new(u16::from_be_bytes([w0, w1]).into(), u16::from_be_bytes([h0, h1]).into());
    (size.pixels() > 0).then_some(size)
}

/// Tells whether the end marker follows the scans that begin at `at`.
fn has_end(bytes: &[u8], mut at: usize) -> bool {
    let Some(scans) = bytes.get(at..) else { return false };
    let unpadded =
        scans.len() - scans.iter().rev().take_while(|byte| PADDING.contains(byte)).count();
    if scans.get(..unpadded).is_some_and(|scans| scans.ends_with(&[0xFF, 0xD9])) {
        return true;
    }
    // Phones append more after the end of the picture (a film, a depth map): look for it properly.
    while let Some(rest) = bytes.get(at..) {
        let Some(marker) = rest.iter().position(|&byte| byte == 0xFF) else { return false };
        at += marker + 1;
        match bytes.get(at) {
            Some(0x00 | 0x01 | 0xD0..=0xD8) => at += 1,
            // A fill byte: the next round finds the marker it precedes.
            Some(0xFF) => {}
            Some(0xD9) => return true,
            // Tables or the header of a further scan.
            Some(_) => match segment_content(bytes, at + 1) {
                Some(content) => at += 3 + content.len(),
                None => return false,
            },
            None => return false,
        }
    }
    false
}

/// Gathers the colour profile, which may be spread over several segments (ICC.1, annex B.4).
///
/// `None` when there is none, when a part is missing or when it is larger than `len_max`.
pub(crate) fn colour_profile(bytes: &[u8], len_max: usize) -> Option<Vec<u8>> {
    let mut profile = Vec::new();
    let mut parts = 0;
    for segment in segments(bytes) {
        let Segment::Content(code, content) = segment else { break };
        let Some(part) = content.strip_prefix(ICC_NAME).filter(|_| code == 0xE2) else { continue };
        let ([number, count], data) = part.split_first_chunk::<2>()?;
        parts += 1;
        // Writers number the parts in order; anything else is not worth guessing at.
        if *number != parts || profile.len() + data.len() > len_max {
            return None;
        }
        profile.extend(data);
        if number == count {
            return Some(profile);
        }
    }
    None
}

/// Wraps a colour profile into segments.
pub(crate) fn profile_segments(profile: &[u8]) -> Vec<u8> {
    // A segment holds 65,533 bytes, of which the name and the numbering take fourteen.
    let parts: Vec<&[u8]> = profile.chunks(65_519).collect();
    let Ok(count) = u8::try_from(parts.len()) else { return Vec::new() };
    let mut segments = Vec::with_capacity(profile.len() + parts.len() * 18);
    for (number, part) in (1..=count).zip(parts) {
        let len = u16::try_from(part.len() + 16).unwrap_or(u16::MAX);
        segments.extend([0xFF, 0xE2]);
        segments.extend(len.to_be_bytes());
        segments.extend(ICC_NAME);
        segments.extend([number, count]);
        segments.extend(part);
    }
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: &[u8] = b"\xFF\xD8";
    const FRAME: &[u8] = b"\xFF\xC0\x00\x0B\x08\x01\x00\x02\x00\x01\x01\x11\x00";
    const SCAN: &[u8] = b"\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00";

    #[test]
    fn reads_size_and_exif() {
        let exif = b"\xFF\xE1\x00\x0CExif\0\0II*\0";
        let bytes = [START, exif, FRAME, SCAN, b"data\xFF\xD9"].concat();
        let container = read(&bytes);
        assert_eq!(container.stored, Some(PixelSize::new(512, 256)));
        assert_eq!(container.exif.as_deref(), Some(&b"II*\0"[..]));
        assert!(!container.truncated, "the end marker is there");
    }

    #[test]
    fn tells_truncated_files() {
        let head = [START, FRAME, SCAN].concat();
        let cases: &[(&[u8], bool)] = &[
            (b"data\xFF\xD9", false),
            (b"data\xFF\xD9\0\0\0\r\n", false),
            (b"da\xFF\x00ta\xFF\xD0more\xFF\xD9trailing film", false),
            (b"data\xFF\xDA\x00\x08\x01\x01\x00\x00\x3F\x00more\xFF\xFF\xD9x", false),
            (b"data", true),
            (b"data\xFF", true),
            (b"data\xFF\x00\xFF\xD1", true),
            (b"data\xFF\xC4\x00\xFFshort", true),
            (b"", true),
        ];
        for (tail, want) in cases {
            let bytes = [&head, *tail].concat();
            assert_eq!(
                read(&bytes).truncated,
                *want,
                "after {:?}",
                tail.escape_ascii().to_string()
            );
        }
        assert!(read(START).truncated, "a file without a scan is not whole");
    }

    #[test]
    fn profiles_survive_being_split() {
        let profile: Vec<u8> = (0..150_000_u32).map(|at| at as u8).collect();
        let bytes = [START, &profile_segments(&profile), FRAME, SCAN].concat();
        assert_eq!(colour_profile(&bytes, 200_000), Some(profile));
        assert_eq!(colour_profile(&bytes, 100_000), None, "a profile beyond the limit is left out");
    }
}
