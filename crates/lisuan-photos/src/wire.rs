//! The frames between the program and its decoder processes.
//!
//! Little-endian numbers, every length checked against a limit before anything is allocated. Both
//! ends are the same program file, so the version only guards against an update in mid-run.

use std::io::{self, ErrorKind, Read, Write};

use crate::cover::{COVERS_MAX, Cover};
use crate::look::Look;
use crate::problem::DecodeProblem;
use crate::render::{PREVIEWS_MAX, Preview, Rendered};
use crate::size::PixelSize;

const VERSION: u8 = 2;
/// Bytes of a decoder's words that are passed on.
const DETAIL_BYTES_MAX: usize = 400;
/// Bytes of one preview.
const PREVIEW_BYTES_MAX: usize = 256 * 1024 * 1024;

/// What is asked about a photo; its bytes follow.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Request {
    pub(crate) sides_px: Vec<u32>,
    pub(crate) quality: u8,
    pub(crate) byte_len: u64,
    /// What is made unreadable in every preview.
    pub(crate) covers: Vec<Cover>,
}

impl Request {
    /// Writes the header and the photo.
    pub(crate) fn write(&self, bytes: &[u8], to: &mut impl Write) -> io::Result<()> {
        let sides = self.sides_px.get(..PREVIEWS_MAX).unwrap_or(&self.sides_px);
        let mut header = vec![VERSION, self.quality, sides.len() as u8];
        header.extend(sides.iter().flat_map(|side| side.to_le_bytes()));
        header.extend(self.byte_len.to_le_bytes());
        header.extend((self.covers.len() as u16).to_le_bytes());
        for cover in &self.covers {
            header.push(u8::from(cover.black));
            header.extend(cover.corners().into_iter().flat_map(u32::to_le_bytes));
        }
        to.write_all(&header)?;
        to.write_all(bytes)?;
        to.flush()
    }

    /// Reads a header; `None` at the end of the stream.
    pub(crate) fn read(from: &mut impl Read, byte_len_max: u64) -> io::Result<Option<Self>> {
        let version = match read_array(from) {
            Ok([version]) => version,
            Err(error) if error.kind() == ErrorKind::UnexpectedEof => return Ok(None),
            Err(error) => return Err(error),
        };
        let [quality, sides] = read_array(from)?;
        let sides = usize::from(sides);
        if version != VERSION || sides > PREVIEWS_MAX {
            return Err(nonsense("a request of another version"));
        }
        let sides_px = (0..sides).map(|_| read_u32(from)).collect::<io::Result<_>>()?;
        let byte_len = u64::from_le_bytes(read_array(from)?);
        if byte_len > byte_len_max {
            return Err(nonsense("a photo longer than the limit"));
        }
        let covers = usize::from(u16::from_le_bytes(read_array(from)?));
        if covers > COVERS_MAX {
            return Err(nonsense("more covers than the limit"));
        }
        let covers = (0..covers).map(|_| read_cover(from)).collect::<io::Result<_>>()?;
        Ok(Some(Self { sides_px, quality, byte_len, covers }))
    }
}

fn read_cover(from: &mut impl Read) -> io::Result<Cover> {
    let [black] = read_array(from)?;
    let corners = [read_u32(from)?, read_u32(from)?, read_u32(from)?, read_u32(from)?];
    Cover::new(black != 0, corners).ok_or_else(|| nonsense("a cover outside the picture"))
}

/// Writes the answer to a request.
pub(crate) fn write_answer(answer: &Rendered, to: &mut impl Write) -> io::Result<()> {
    let (code, size, detail) = problem_parts(answer.problem.as_ref());
    let detail = detail.get(..detail.floor_char_boundary(DETAIL_BYTES_MAX)).unwrap_or_default();
    let mut header = vec![VERSION, answer.previews.len() as u8, code];
    header.extend(size.width_px.to_le_bytes());
    header.extend(size.height_px.to_le_bytes());
    header.extend((detail.len() as u16).to_le_bytes());
    header.extend(detail.as_bytes());
    header.extend(look_bytes(answer.look.as_ref()));
    to.write_all(&header)?;
    for preview in &answer.previews {
        let len = u32::try_from(preview.jpeg.len()).map_err(|_| nonsense("a preview too long"))?;
        let PixelSize { width_px, height_px } = preview.size;
        let numbers = [preview.side_px_max, width_px, height_px, len];
        to.write_all(&numbers.map(u32::to_le_bytes).concat())?;
        to.write_all(&preview.jpeg)?;
    }
    to.flush()
}

/// Reads the answer to a request and checks it against what was asked: the decoder may have been
/// taken over by the photo it decoded.
pub(crate) fn read_answer(from: &mut impl Read, request: &Request) -> io::Result<Rendered> {
    let [version, count, code] = read_array(from)?;
    if version != VERSION {
        return Err(nonsense("an answer of another version"));
    }
    let size = PixelSize::new(read_u32(from)?, read_u32(from)?);
    let detail_len = usize::from(u16::from_le_bytes(read_array(from)?));
    if detail_len > DETAIL_BYTES_MAX {
        return Err(nonsense("too many words about a problem"));
    }
    let detail = String::from_utf8_lossy(&read_vec(from, detail_len)?).into_owned();
    let problem = problem_from_parts(code, size, detail)?;
    let look = look_from_bytes(read_array(from)?)?;
    let count = usize::from(count);
    if count != request.sides_px.len() && (count != 0 || problem.is_none()) {
        return Err(nonsense("another number of previews than asked for"));
    }
    let mut previews = Vec::with_capacity(count);
    for side_asked in request.sides_px.iter().take(count) {
        let [side_px_max, width_px, height_px, len] =
            [read_u32(from)?, read_u32(from)?, read_u32(from)?, read_u32(from)?];
        let (size, len) = (PixelSize::new(width_px, height_px), len as usize);
        let sound = side_px_max == *side_asked
            && size.pixels() > 0
            && size.longest_px() <= side_px_max
            && len <= PREVIEW_BYTES_MAX;
        if !sound {
            return Err(nonsense("a preview of another size than asked for"));
        }
        let jpeg = read_vec(from, len)?;
        if !jpeg.starts_with(&[0xFF, 0xD8, 0xFF]) {
            return Err(nonsense("a preview that is no JPEG"));
        }
        previews.push(Preview { side_px_max, size, jpeg });
    }
    Ok(Rendered { previews, look, problem })
}

/// Bytes of a look: which of its parts there are, then all of them.
const LOOK_BYTES: usize = 21;

/// Writes a look as a byte of flags (there is one; fingerprint, sharpness, thumbnail) and its parts,
/// nought for a part that there is not.
fn look_bytes(look: Option<&Look>) -> [u8; LOOK_BYTES] {
    let mut bytes = [0; LOOK_BYTES];
    let Some(Look { fingerprint, sharpness, thumbnail_fingerprint: thumbnail }) = look else {
        return bytes;
    };
    let there = [true, fingerprint.is_some(), sharpness.is_some(), thumbnail.is_some()];
    let flags = there.iter().rev().fold(0, |flags, there| (flags << 1) | u8::from(*there));
    let parts = [
        &[flags][..],
        &fingerprint.unwrap_or_default().to_le_bytes(),
        &sharpness.unwrap_or_default().to_le_bytes(),
        &thumbnail.unwrap_or_default().to_le_bytes(),
    ];
    for (to, from) in bytes.iter_mut().zip(parts.concat()) {
        *to = from;
    }
    bytes
}

fn look_from_bytes(bytes: [u8; LOOK_BYTES]) -> io::Result<Option<Look>> {
    let mut from = bytes.as_slice();
    let [flags] = read_array(&mut from)?;
    let look = Look {
        fingerprint: Some(u64::from_le_bytes(read_array(&mut from)?)).filter(|_| flags & 2 != 0),
        sharpness: Some(read_u32(&mut from)?).filter(|_| flags & 4 != 0),
        thumbnail_fingerprint: Some(u64::from_le_bytes(read_array(&mut from)?))
            .filter(|_| flags & 8 != 0),
    };
    // One look has one spelling.
    match look_bytes((flags & 1 != 0).then_some(&look)) == bytes {
        true => Ok((flags & 1 != 0).then_some(look)),
        false => Err(nonsense("a look that does not read back")),
    }
}

const NO_SIZE: PixelSize = PixelSize::new(0, 0);

/// Splits the problems that a decoder itself can have; the others are its keeper's to tell.
fn problem_parts(problem: Option<&DecodeProblem>) -> (u8, PixelSize, String) {
    match problem {
        None => (0, NO_SIZE, String::new()),
        Some(DecodeProblem::NotAPicture) => (1, NO_SIZE, String::new()),
        Some(DecodeProblem::TooLarge { size }) => (2, *size, String::new()),
        Some(DecodeProblem::Damaged { detail }) => (3, NO_SIZE, detail.clone()),
        Some(DecodeProblem::Unsupported { what }) => (4, NO_SIZE, what.clone()),
        Some(other) => (3, NO_SIZE, other.to_string()),
    }
}

fn problem_from_parts(
    code: u8,
    size: PixelSize,
    detail: String,
) -> io::Result<Option<DecodeProblem>> {
    Ok(match code {
        0 => None,
        1 => Some(DecodeProblem::NotAPicture),
        2 => Some(DecodeProblem::TooLarge { size }),
        3 => Some(DecodeProblem::Damaged { detail }),
        4 => Some(DecodeProblem::Unsupported { what: detail }),
        _ => return Err(nonsense("an unknown problem")),
    })
}

fn nonsense(what: &'static str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, what)
}

fn read_array<const N: usize>(from: &mut impl Read) -> io::Result<[u8; N]> {
    let mut array = [0; N];
    from.read_exact(&mut array)?;
    Ok(array)
}

fn read_u32(from: &mut impl Read) -> io::Result<u32> {
    Ok(u32::from_le_bytes(read_array(from)?))
}

fn read_vec(from: &mut impl Read, len: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(len.min(16 * 1024 * 1024));
    read_into(from, len as u64, &mut bytes)?;
    Ok(bytes)
}

/// Reads exactly `len` bytes into a buffer that is used again and again.
pub(crate) fn read_into(from: &mut impl Read, len: u64, into: &mut Vec<u8>) -> io::Result<()> {
    into.clear();
    from.take(len).read_to_end(into)?;
    match into.len() as u64 == len {
        true => Ok(()),
        false => Err(ErrorKind::UnexpectedEof.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request() -> Request {
        let covers = Cover::new(true, [0, 10, 20, 1_000_000]).into_iter().collect();
        Request { sides_px: vec![320, 1600], quality: 80, byte_len: 3, covers }
    }

    fn answer() -> Rendered {
        let preview = |side_px_max| Preview {
            side_px_max,
            size: PixelSize::new(side_px_max, 10),
            jpeg: b"\xFF\xD8\xFF\xE0rest".to_vec(),
        };
        let problem = Some(DecodeProblem::Damaged { detail: "词".repeat(300) });
        Rendered { previews: vec![preview(320), preview(1600)], look: None, problem }
    }

    fn written(answer: &Rendered) -> Vec<u8> {
        let mut frame = Vec::new();
        write_answer(answer, &mut frame).expect("memory can be written");
        frame
    }

    #[test]
    fn requests_read_back() {
        let mut frame = Vec::new();
        request().write(b"abc", &mut frame).expect("memory can be written");
        let mut from = frame.as_slice();
        assert_eq!(Request::read(&mut from, 3).expect("a whole frame"), Some(request()));
        assert_eq!(from, b"abc", "the photo follows");
        assert_eq!(Request::read(&mut &b""[..], 3).expect("an end is no error"), None);
        assert!(Request::read(&mut frame.as_slice(), 2).is_err(), "three bytes exceed two");
        frame[0] = 9;
        assert!(Request::read(&mut frame.as_slice(), 3).is_err(), "version 9 is unknown");
    }

    #[test]
    fn answers_read_back_with_long_words_cut() {
        let read = read_answer(&mut written(&answer()).as_slice(), &request());
        let read = read.expect("a whole frame");
        assert_eq!(read.previews, answer().previews);
        let kept = "词".repeat(DETAIL_BYTES_MAX / 3);
        assert_eq!(read.problem, Some(DecodeProblem::Damaged { detail: kept }));
    }

    #[test]
    fn looks_read_back_part_by_part() {
        for parts in 0..8_u8 {
            let part = |bit: u8| (parts & bit != 0).then_some(0x0123_4567_89AB_CDEF_u64);
            let look = Look {
                fingerprint: part(1),
                sharpness: part(2).map(|bits| bits as u32),
                thumbnail_fingerprint: part(4),
            };
            let answer = Rendered { look: Some(look), problem: None, ..answer() };
            let read = read_answer(&mut written(&answer).as_slice(), &request());
            assert_eq!(read.expect("a whole frame"), answer, "parts {parts:03b}");
        }
        let none = look_bytes(None);
        assert_eq!(look_from_bytes(none).expect("nothing is a look too"), None);
        for (at, byte) in [(0, 16), (0, 2), (5, 1)] {
            let mut bytes = none;
            bytes[at] = byte;
            assert!(look_from_bytes(bytes).is_err(), "byte {at} with {byte} has no meaning");
        }
    }

    #[test]
    fn answers_that_were_not_asked_for_are_refused() {
        let mut too_wide = answer();
        too_wide.previews[0].size = PixelSize::new(321, 10);
        let mut not_a_jpeg = answer();
        not_a_jpeg.previews[1].jpeg = b"<script>".to_vec();
        let mut too_few = answer();
        too_few.previews.pop();
        let silent = Rendered::default();
        for (bad, why) in [
            (too_wide, "wider than asked"),
            (not_a_jpeg, "no JPEG"),
            (too_few, "one is missing"),
            (silent, "neither previews nor a problem"),
        ] {
            let read = read_answer(&mut written(&bad).as_slice(), &request());
            assert!(read.is_err(), "{why}");
        }
        let whole = written(&answer());
        for len in 0..whole.len() {
            assert!(read_answer(&mut &whole[..len], &request()).is_err(), "cut to {len} bytes");
        }
    }
}
