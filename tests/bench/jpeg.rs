//! As much of JPEG as it takes to make a photo unique without touching its picture.

use crate::Result;

/// Width times height in pixels, from the frame header.
pub fn pixels(jpeg: &[u8]) -> Result<u64> {
    for (marker, at) in segments(jpeg)? {
        // Start of frame, of whichever process; C4, C8 and CC are other segments.
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let field = |n: usize| -> Option<u64> {
                let bytes = jpeg.get(at + n..at + n + 2)?;
                Some(u64::from(bytes[0]) << 8 | u64::from(bytes[1]))
            };
            let size = field(5).zip(field(7)).map(|(height, width)| width * height);
            return size.filter(|pixels| *pixels > 0).ok_or_else(|| "a frame without size".into());
        }
    }
    Err("no frame header".into())
}

/// The same photo with a comment that says `n`: other bytes, same picture, same metadata. The
/// comment stands behind the application segments, where readers of EXIF expect nothing else.
pub fn numbered(jpeg: &[u8], n: usize) -> Result<Vec<u8>> {
    let ends = segments(jpeg)?;
    let at = ends.iter().find(|(marker, _)| !matches!(marker, 0xe0..=0xef)).map(|(_, at)| *at);
    let (head, rest) = jpeg.split_at(at.ok_or("no end of the application segments")?);
    let comment = format!("copy {n:08}");
    let length = u16::try_from(comment.len() + 2)?.to_be_bytes();
    Ok([head, &[0xff, 0xfe], &length, comment.as_bytes(), rest].concat())
}

/// A picture with the EXIF block of a camera file behind its start.
pub fn with_metadata_of(picture: &[u8], camera: &[u8]) -> Result<Vec<u8>> {
    let segments = segments(camera)?;
    let exif = |at: usize| {
        let length = usize::from(*camera.get(at + 2)?) << 8 | usize::from(*camera.get(at + 3)?);
        let segment = camera.get(at..at + 2 + length)?;
        segment[4..].starts_with(b"Exif\0").then_some(segment)
    };
    let exif = segments.iter().filter(|(marker, _)| *marker == 0xe1).find_map(|(_, at)| exif(*at));
    let (start, rest) = picture.split_at_checked(2).ok_or("not a JPEG")?;
    Ok([start, exif.unwrap_or_default(), rest].concat())
}

/// Marker and place of each segment up to the start of the scan.
fn segments(jpeg: &[u8]) -> Result<Vec<(u8, usize)>> {
    if !jpeg.starts_with(&[0xff, 0xd8]) {
        return Err("not a JPEG".into());
    }
    let (mut found, mut at) = (Vec::new(), 2);
    while let Some(&[0xff, marker, high, low]) = jpeg.get(at..at + 4) {
        found.push((marker, at));
        if marker == 0xda {
            return Ok(found);
        }
        at += 2 + (usize::from(high) << 8 | usize::from(low));
    }
    Err("a JPEG without a scan".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// APP1, a quantization table, a frame of 300 × 200, a scan.
    fn small() -> Vec<u8> {
        let mut jpeg = vec![0xff, 0xd8, 0xff, 0xe1, 0, 4, 1, 2, 0xff, 0xdb, 0, 3, 9];
        jpeg.extend([0xff, 0xc0, 0, 8, 8, 0, 200, 1, 44, 0]);
        jpeg.extend([0xff, 0xda, 0, 2, 5, 5, 0xff, 0xd9]);
        jpeg
    }

    #[test]
    fn the_frame_tells_the_size() {
        assert_eq!(pixels(&small()).expect("a frame"), 60_000);
        assert!(pixels(b"\xff\xd8\xff\xda\0\x02").is_err(), "a scan without a frame");
        assert!(pixels(b"GIF89a").is_err());
        assert!(pixels(&small()[..20]).is_err(), "cut off in the frame");
    }

    #[test]
    fn copies_differ_in_their_comment_alone() {
        let (one, two) =
            (numbered(&small(), 1).expect("a copy"), numbered(&small(), 2).expect("two"));
        assert_ne!(one, two, "each is a photo of its own");
        assert_eq!(&one[..8], &small()[..8], "what the camera wrote stays first");
        assert_eq!(&one[8..10], &[0xff, 0xfe], "then the comment");
        assert_eq!(&one[8 + 4 + 13..], &small()[8..], "then the picture, byte for byte");
        assert_eq!(pixels(&one).expect("still a photo"), 60_000);
    }
}
