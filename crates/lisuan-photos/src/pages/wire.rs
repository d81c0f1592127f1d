//! The frames that a page process sends: one about the document, then one for each page.

use std::io::{self, ErrorKind, Read, Write};

use super::{DrawnPage, PageLimits, PdfFacts};
use crate::size::PixelSize;

const VERSION: u8 = 1;

/// Whether the document could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opened {
    Read(PdfFacts),
    Encrypted,
    Damaged,
}

/// A page, or that it cannot be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Page {
    Drawn(DrawnPage),
    Damaged(u32),
}

pub(super) fn write_opened(opened: Opened, to: &mut impl Write) -> io::Result<()> {
    let (code, facts) = match opened {
        Opened::Read(facts) => (0, facts),
        Opened::Encrypted => (1, PdfFacts::default()),
        Opened::Damaged => (2, PdfFacts::default()),
    };
    let flags = [facts.scripted, facts.xfa, facts.carries_files, facts.signed];
    let flags = flags.iter().rev().fold(0, |flags, flag| (flags << 1) | u8::from(*flag));
    let mut frame = vec![VERSION, code, flags];
    frame.extend(facts.pages.to_le_bytes());
    to.write_all(&frame)?;
    to.flush()
}

pub(super) fn read_opened(from: &mut impl Read) -> io::Result<Opened> {
    let [version, code, flags] = read_array(from)?;
    let pages = u32::from_le_bytes(read_array(from)?);
    if version != VERSION || flags > 15 {
        return Err(nonsense("an answer of another version"));
    }
    let flag = |bit: u8| flags & bit != 0;
    match code {
        0 => Ok(Opened::Read(PdfFacts {
            pages,
            scripted: flag(1),
            xfa: flag(2),
            carries_files: flag(4),
            signed: flag(8),
        })),
        1 => Ok(Opened::Encrypted),
        2 => Ok(Opened::Damaged),
        _ => Err(nonsense("an unknown answer")),
    }
}

pub(super) fn write_page(page: &Page, to: &mut impl Write) -> io::Result<()> {
    let (number, size, jpeg): (u32, PixelSize, &[u8]) = match page {
        Page::Drawn(drawn) => (drawn.page, drawn.size, &drawn.jpeg),
        Page::Damaged(number) => (*number, PixelSize::new(0, 0), &[]),
    };
    let len = u32::try_from(jpeg.len()).map_err(|_| nonsense("a picture too long"))?;
    to.write_all(&[number, size.width_px, size.height_px, len].map(u32::to_le_bytes).concat())?;
    to.write_all(jpeg)?;
    to.flush()
}

/// Reads a page and sees that it is the one that is due, within the limits: the process may have
/// been taken over by the document it draws.
pub(super) fn read_page(from: &mut impl Read, due: u32, limits: &PageLimits) -> io::Result<Page> {
    let [page, width_px, height_px, len] =
        [read_u32(from)?, read_u32(from)?, read_u32(from)?, read_u32(from)?];
    if page != due {
        return Err(nonsense("another page than was due"));
    }
    if len == 0 {
        return Ok(Page::Damaged(page));
    }
    let size = PixelSize::new(width_px, height_px);
    let sound = size.pixels() > 0
        && size.longest_px() <= limits.side_px_max
        && size.pixels() <= limits.pixels_max
        && len <= limits.picture_bytes_max;
    if !sound {
        return Err(nonsense("a picture beyond the limits"));
    }
    let mut jpeg = Vec::with_capacity((len as usize).min(16 << 20));
    crate::wire::read_into(from, len.into(), &mut jpeg)?;
    if !jpeg.starts_with(&[0xFF, 0xD8, 0xFF]) {
        return Err(nonsense("a picture that is no JPEG"));
    }
    Ok(Page::Drawn(DrawnPage { page, size, jpeg }))
}

fn nonsense(what: &'static str) -> io::Error {
    io::Error::new(ErrorKind::InvalidData, what)
}

pub(super) fn read_array<const N: usize>(from: &mut impl Read) -> io::Result<[u8; N]> {
    let mut array = [0; N];
    from.read_exact(&mut array)?;
    Ok(array)
}

fn read_u32(from: &mut impl Read) -> io::Result<u32> {
    Ok(u32::from_le_bytes(read_array(from)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(page: u32, width_px: u32, jpeg: &[u8]) -> Page {
        Page::Drawn(DrawnPage { page, size: PixelSize::new(width_px, 10), jpeg: jpeg.to_vec() })
    }

    fn frame(page: &Page) -> Vec<u8> {
        let mut frame = Vec::new();
        write_page(page, &mut frame).expect("memory can be written");
        frame
    }

    #[test]
    fn what_is_written_reads_back() {
        let facts = PdfFacts { pages: 7, xfa: true, signed: true, ..PdfFacts::default() };
        for opened in [Opened::Read(facts), Opened::Encrypted, Opened::Damaged] {
            let mut frame = Vec::new();
            write_opened(opened, &mut frame).expect("memory can be written");
            assert_eq!(read_opened(&mut frame.as_slice()).expect("a whole frame"), opened);
            assert!(read_opened(&mut &frame[..6]).is_err(), "a frame that is cut");
        }
        let limits = PageLimits::default();
        for page in [drawn(3, 20, b"\xFF\xD8\xFFrest"), Page::Damaged(3)] {
            let read = read_page(&mut frame(&page).as_slice(), 3, &limits);
            assert_eq!(read.expect("a whole frame"), page);
        }
    }

    #[test]
    fn what_was_not_asked_for_is_refused() {
        let limits = PageLimits { picture_bytes_max: 10, ..PageLimits::default() };
        for (page, why) in [
            (drawn(2, 20, b"\xFF\xD8\xFF"), "another page"),
            (drawn(3, 16_385, b"\xFF\xD8\xFF"), "too wide"),
            (drawn(3, 20, b"\xFF\xD8\xFFlong long"), "too long"),
            (drawn(3, 20, b"%PDF-1.7"), "no JPEG"),
            (drawn(3, 0, b"\xFF\xD8\xFF"), "no pixels"),
        ] {
            assert!(read_page(&mut frame(&page).as_slice(), 3, &limits).is_err(), "{why}");
        }
    }
}
