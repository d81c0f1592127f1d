//! What a JPEG says about itself, read without decoding it.

use std::io::{self, Read};

/// The facts that a PDF repeats beside the bytes of a JPEG.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JpegHeader {
    /// Stored width in pixels.
    pub width_px: u32,
    /// Stored height in pixels.
    pub height_px: u32,
    /// 1 gray, 3 colour, 4 CMYK.
    pub components: u8,
    /// Written by Adobe's encoder or one that follows it: CMYK is stored inverted.
    pub adobe: bool,
}

/// The bytes are not a JPEG that a PDF can carry as it is.
#[derive(Debug, thiserror::Error)]
pub enum JpegError {
    /// Reading failed or the file ends within its header.
    #[error("reading the JPEG header")]
    Read(#[from] io::Error),
    /// It does not begin like a JPEG.
    #[error("not a JPEG")]
    NotJpeg,
    /// A marker stands where none may, or a length is impossible.
    #[error("the JPEG header is damaged")]
    Damaged,
    /// A kind of JPEG that PDF readers do not know.
    #[error("a PDF cannot carry this kind of JPEG: {0}")]
    Unsupported(&'static str),
}

/// A limit on the metadata before the picture: embedded previews are long, but not endless.
pub const HEADER_BYTES_MAX: u64 = 16 << 20;

/// Reads up to the start-of-frame segment and no further.
///
/// # Errors
/// When the bytes are not a JPEG, are damaged, or use arithmetic coding, lossless coding, more
/// than eight bits a sample or a number of components other than 1, 3 or 4.
pub fn read_header(bytes: &mut dyn Read) -> Result<JpegHeader, JpegError> {
    let mut bytes = bytes.take(HEADER_BYTES_MAX);
    if read::<2>(&mut bytes)? != [0xff, 0xd8] {
        return Err(JpegError::NotJpeg);
    }
    let mut adobe = false;
    loop {
        let marker = next_marker(&mut bytes)?;
        match marker {
            // Markers that stand alone.
            0x01 | 0xd0..=0xd7 => continue,
            // The picture begins or ends before its size was said.
            0x00 | 0xd8 | 0xd9 | 0xda => return Err(JpegError::Damaged),
            _ => {}
        }
        let length = u16::from_be_bytes(read::<2>(&mut bytes)?);
        let Some(length) = length.checked_sub(2) else { return Err(JpegError::Damaged) };
        match marker {
            0xc0..=0xc2 => return frame(&mut bytes, adobe),
            0xc3 | 0xc5..=0xc7 | 0xcb | 0xcd..=0xcf => {
                return Err(JpegError::Unsupported("lossless or hierarchical coding"));
            }
            0xc9 | 0xca => return Err(JpegError::Unsupported("arithmetic coding")),
            0xee if length >= 12 => {
                adobe |= read::<5>(&mut bytes)? == *b"Adobe";
                skip(&mut bytes, u64::from(length) - 5)?;
            }
            _ => skip(&mut bytes, u64::from(length))?,
        }
    }
}

fn next_marker(bytes: &mut dyn Read) -> Result<u8, JpegError> {
    if read::<1>(bytes)? != [0xff] {
        return Err(JpegError::Damaged);
    }
    loop {
        // Any number of fill bytes may stand before a marker.
        let [byte] = read::<1>(bytes)?;
        if byte != 0xff {
            return Ok(byte);
        }
    }
}

fn frame(bytes: &mut dyn Read, adobe: bool) -> Result<JpegHeader, JpegError> {
    let [bits, h1, h0, w1, w0, components] = read::<6>(bytes)?;
    let width_px = u32::from(u16::from_be_bytes([w1, w0]));
    let height_px = u32::from(u16::from_be_bytes([h1, h0]));
    if bits != 8 {
        return Err(JpegError::Unsupported("not eight bits a sample"));
    }
    if !matches!(components, 1 | 3 | 4) {
        return Err(JpegError::Unsupported("not gray, colour or CMYK"));
    }
    if width_px == 0 || height_px == 0 {
        return Err(JpegError::Damaged);
    }
    Ok(JpegHeader { width_px, height_px, components, adobe })
}

fn read<const N: usize>(bytes: &mut dyn Read) -> io::Result<[u8; N]> {
    let mut out = [0; N];
    bytes.read_exact(&mut out)?;
    Ok(out)
}

fn skip(bytes: &mut dyn Read, count: u64) -> io::Result<()> {
    let skipped = io::copy(&mut bytes.take(count), &mut io::sink())?;
    if skipped == count { Ok(()) } else { Err(io::ErrorKind::UnexpectedEof.into()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg(segments: &[(u8, &[u8])]) -> Vec<u8> {
        let mut out = vec![0xff, 0xd8];
        for (marker, body) in segments {
            out.extend([0xff, 0xff, *marker]);
            out.extend((body.len() as u16 + 2).to_be_bytes());
            out.extend(*body);
        }
        out
    }

    #[test]
    fn size_and_colour_come_from_the_frame() {
        let frame = [8, 0x0b, 0xb8, 0x0f, 0xa0, 3, 1, 0x22, 0];
        let bytes = jpeg(&[(0xe1, b"Exif\0\0"), (0xdb, &[0; 65]), (0xc2, &frame)]);
        let header = read_header(&mut bytes.as_slice()).unwrap();
        let expected = JpegHeader { width_px: 4000, height_px: 3000, components: 3, adobe: false };
        assert_eq!(header, expected, "a progressive colour picture");
    }

    #[test]
    fn adobe_cmyk_is_told() {
        let bytes = jpeg(&[(0xee, b"Adobe\0\x64\0\0\0\0\x02"), (0xc0, &[8, 0, 1, 0, 1, 4])]);
        let header = read_header(&mut bytes.as_slice()).unwrap();
        assert!(header.adobe && header.components == 4, "{header:?}");
    }

    #[test]
    fn what_a_pdf_cannot_carry_is_refused() {
        let twelve_bits = jpeg(&[(0xc1, &[12, 0, 1, 0, 1, 1])]);
        let lossless = jpeg(&[(0xc3, &[8, 0, 1, 0, 1, 1])]);
        let two = jpeg(&[(0xc0, &[8, 0, 1, 0, 1, 2])]);
        for bytes in [twelve_bits, lossless, two] {
            let error = read_header(&mut bytes.as_slice()).unwrap_err();
            assert!(matches!(error, JpegError::Unsupported(_)), "{error:?}");
        }
        let scan_first = jpeg(&[(0xda, &[0; 10])]);
        assert!(matches!(read_header(&mut scan_first.as_slice()), Err(JpegError::Damaged)));
        assert!(matches!(read_header(&mut &b"\x89PNG\r\n"[..]), Err(JpegError::NotJpeg)));
        assert!(matches!(read_header(&mut &b"\xff\xd8\xff\xe0\0"[..]), Err(JpegError::Read(_))));
    }
}
