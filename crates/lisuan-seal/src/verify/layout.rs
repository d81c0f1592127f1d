//! The frame of a file of one revision: header, cross-reference table, trailer, end.

use std::io::{Read, Seek};

use super::reason::{Reason, Step};
use super::source::Source;
use super::syntax::Cursor;
use super::value::Value;

/// Most objects: a dossier of 10,000 photos has about 60,000.
const OBJECTS_MAX: u64 = 1_000_000;
/// How far back the end of a PDF is looked for, to tell a longer file from a shorter one.
const TAIL_LEN: usize = 64 * 1024;
/// Length of the last lines: `startxref`, up to 20 digits, `%%EOF`, ends of lines.
const END_LEN: u64 = 64;
/// Length of one entry of the table.
const ENTRY_LEN: usize = 20;
/// Entries read at a time.
const ENTRIES_AT_ONCE: u64 = 4096;

/// Where everything in the file is.
pub(super) struct Layout {
    /// Offset of the first byte after the header's lines.
    pub(super) body_at: u64,
    /// Offset of the cross-reference table, where the body ends.
    pub(super) xref_at: u64,
    /// Offset of each object by number; 0 for a number without an object.
    pub(super) offsets: Vec<u64>,
    /// The object the trailer calls the root.
    pub(super) root: u32,
    /// The other objects the trailer refers to.
    pub(super) from_trailer: Vec<u32>,
}

impl Layout {
    /// Returns the offset of an object that is in the table.
    pub(super) fn offset(&self, number: u32) -> Option<u64> {
        self.offsets.get(number as usize).copied().filter(|&offset| offset != 0)
    }
}

/// Reads the frame; everything in it must be exactly that of a file written once.
pub(super) fn read<F: Read + Seek>(source: &mut Source<'_, F>) -> Step<Layout> {
    let body_at = read_header(source)?;
    let xref_at = read_end(source)?;
    let (offsets, table_end) = read_table(source, xref_at)?;
    let mut cursor = Cursor::new(source, table_end);
    let (root, from_trailer) = read_trailer(&mut cursor, &offsets)?;
    let stated_at = read_start(&mut cursor)?;
    let end = cursor.at();
    if stated_at != xref_at || end != source.len() {
        return Err(Reason::CrossReference.into());
    }
    Ok(Layout { body_at, xref_at, offsets, root, from_trailer })
}

/// Reads `%PDF-1.7` or `%PDF-2.0`, and the line of high bytes that marks a binary file.
fn read_header<F: Read + Seek>(source: &mut Source<'_, F>) -> Step<u64> {
    let mut cursor = Cursor::new(source, 0);
    if !(cursor.take(b"%PDF-1.7")? || cursor.take(b"%PDF-2.0")?) || !cursor.take_eol()? {
        return Err(Reason::NotPdf.into());
    }
    if cursor.take(b"%")? {
        let start = cursor.at();
        while cursor.peek()?.is_some_and(|byte| byte >= 0x80) {
            cursor.jump(cursor.at() + 1);
        }
        if !(4..=16).contains(&(cursor.at() - start)) || !cursor.take_eol()? {
            return Err(Reason::HiddenBytes.into());
        }
    }
    Ok(cursor.at())
}

/// Finds the offset of the cross-reference table in the last lines.
fn read_end<F: Read + Seek>(source: &mut Source<'_, F>) -> Step<u64> {
    let tail_at = source.len().saturating_sub(TAIL_LEN as u64);
    let tail = source.read(tail_at, TAIL_LEN)?;
    let line = tail.strip_suffix(b"\n").unwrap_or(&tail);
    let line = line.strip_suffix(b"\r").filter(|_| line.len() < tail.len()).unwrap_or(line);
    if !line.ends_with(b"%%EOF") {
        let has_end = tail.windows(6).any(|window| window == b"\n%%EOF");
        return Err(if has_end { Reason::BytesAfterEnd } else { Reason::Truncated }.into());
    }
    let mark = b"startxref";
    let from = tail.len().saturating_sub(END_LEN as usize);
    let found = tail[from..].windows(mark.len()).rposition(|window| window == mark);
    let start = found.ok_or(Reason::CrossReference)?;
    let mut cursor = Cursor::new(source, tail_at + (from + start) as u64);
    read_start(&mut cursor)
}

/// Reads `startxref`, the offset, `%%EOF`.
fn read_start<F: Read + Seek>(cursor: &mut Cursor<'_, '_, F>) -> Step<u64> {
    let bad = Reason::CrossReference;
    let taken = cursor.take(b"startxref")? && cursor.take_eol()?;
    let offset = if taken { cursor.plain_number()? } else { return Err(bad.into()) };
    if !(cursor.take_eol()? && cursor.take(b"%%EOF")?) {
        return Err(bad.into());
    }
    cursor.take_eol()?;
    Ok(offset)
}

/// Reads the one section of the table and returns where each object is, and where the table ends.
fn read_table<F: Read + Seek>(source: &mut Source<'_, F>, at: u64) -> Step<(Vec<u64>, u64)> {
    let mut cursor = Cursor::new(source, at);
    if !(cursor.take(b"xref")? && cursor.take_eol()? && cursor.take(b"0 ")?) {
        return Err(Reason::CrossReference.into());
    }
    let count = cursor.plain_number().map_err(|_| Reason::CrossReference)?;
    if count > OBJECTS_MAX {
        return Err(Reason::Limit.into());
    }
    if !cursor.take_eol()? || count == 0 {
        return Err(Reason::CrossReference.into());
    }
    let mut at = cursor.at();
    let mut offsets = Vec::new();
    while (offsets.len() as u64) < count {
        let entries = (count - offsets.len() as u64).min(ENTRIES_AT_ONCE) as usize;
        let bytes = source.read(at, entries * ENTRY_LEN)?;
        if bytes.len() != entries * ENTRY_LEN {
            return Err(Reason::CrossReference.into());
        }
        for entry in bytes.chunks(ENTRY_LEN) {
            offsets.push(read_entry(entry).ok_or(Reason::CrossReference)?);
        }
        at += bytes.len() as u64;
    }
    if offsets[0] != 0 {
        return Err(Reason::CrossReference.into());
    }
    Ok((offsets, at))
}

/// Reads one entry, `nnnnnnnnnn ggggg n` and two bytes of end; 0 for a free one.
fn read_entry(entry: &[u8]) -> Option<u64> {
    let digits = |bytes: &[u8]| {
        let text = std::str::from_utf8(bytes).ok()?;
        bytes.iter().all(u8::is_ascii_digit).then(|| text.parse::<u64>().ok()).flatten()
    };
    let offset = digits(entry.get(..10)?)?;
    let generation = digits(entry.get(11..16)?)?;
    if entry[10] != b' ' || entry[16] != b' ' || !matches!(&entry[18..], b" \n" | b"\r\n" | b" \r")
    {
        return None;
    }
    match (entry[17], generation) {
        (b'n', 0) if offset != 0 => Some(offset),
        (b'f', _) => Some(0),
        _ => None,
    }
}

/// Reads the trailer and returns the root and the other objects it refers to.
fn read_trailer<F: Read + Seek>(
    cursor: &mut Cursor<'_, '_, F>,
    offsets: &[u64],
) -> Step<(u32, Vec<u32>)> {
    if !cursor.take(b"trailer")? {
        return Err(Reason::CrossReference.into());
    }
    cursor.skip_space()?;
    let Value::Dict(trailer) = cursor.value()? else {
        return Err(Reason::Trailer.into());
    };
    cursor.skip_space()?;
    if trailer.has(b"Prev") {
        return Err(Reason::LaterRevision.into());
    }
    if trailer.has(b"Encrypt") {
        return Err(Reason::Encrypted.into());
    }
    let size = i64::try_from(offsets.len()).ok();
    if !trailer.only(&[b"Size", b"Root", b"Info", b"ID"]) || trailer.int(b"Size") != size {
        return Err(Reason::Trailer.into());
    }
    let root = trailer.reference(b"Root").ok_or(Reason::Trailer)?;
    let info = match trailer.get(b"Info") {
        None => None,
        Some(&Value::Ref(number)) => Some(number),
        Some(_) => return Err(Reason::Trailer.into()),
    };
    Ok((root, info.into_iter().collect()))
}
