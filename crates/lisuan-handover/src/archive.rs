//! A ZIP file read strictly: every byte of it belongs to exactly one entry or to the directory.
//!
//! ZIP readers differ in which of two entries of one name they show, whether they believe the
//! directory or what stands before each entry, and what they make of bytes in between. Here there is
//! one reading: stored entries side by side from the first byte, the directory after them, nothing
//! left over. Anything else is refused.

use std::collections::BTreeMap;
use std::io::{self, Read, Seek, SeekFrom};

use crate::error::PackageError;
use crate::limits::{ENTRIES_MAX, ORIGINAL_BYTES_MAX};
use crate::manifest::is_digest;

const LOCAL: u32 = 0x0403_4b50;
const DESCRIPTOR: u32 = 0x0807_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
const END_64: u32 = 0x0606_4b50;
const LOCATOR_64: u32 = 0x0706_4b50;
const END_LEN: usize = 22;
const LOCATOR_LEN: u64 = 20;
const END_64_LEN: usize = 56;
const LOCAL_LEN: usize = 30;
const CENTRAL_LEN: usize = 46;
/// Sizes follow the entry, because it was written without knowing them.
const FLAG_DESCRIPTOR: u16 = 1 << 3;
/// Names are UTF-8; ours are ASCII anyway.
const FLAG_UTF8: u16 = 1 << 11;
/// The tag of the extra field with 64-bit sizes.
const EXTRA_64: u16 = 1;
/// Longest name: `originals/` and 64 digits.
const NAME_LEN_MAX: usize = 74;
/// Longest directory: all entries with the longest names and extra fields.
const DIRECTORY_BYTES_MAX: u64 = (ENTRIES_MAX * (CENTRAL_LEN + NAME_LEN_MAX + 32)) as u64;

/// Where an entry lies.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry {
    header_at: u64,
    flags: u16,
    crc: u32,
    /// Its size in bytes.
    pub(crate) bytes: u64,
    data_at: u64,
}

/// An archive whose structure was checked.
pub(crate) struct Archive<S> {
    source: S,
    entries: BTreeMap<String, Entry>,
}

/// Why reading stopped.
#[derive(Debug)]
pub(crate) enum Stop {
    Io(io::Error),
    Refused(PackageError),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<PackageError> for Stop {
    fn from(error: PackageError) -> Self {
        Self::Refused(error)
    }
}

fn refused<T>(what: &str) -> Result<T, Stop> {
    Err(Stop::Refused(PackageError::disagrees(what)))
}

impl<S: Read + Seek> Archive<S> {
    /// Reads the directory and goes through all entries, without reading what is in them.
    pub(crate) fn open(mut source: S) -> Result<Self, Stop> {
        let len = match source.seek(SeekFrom::End(0)) {
            // The last piece of an encrypted package does not end it.
            Err(error) if error.kind() == io::ErrorKind::InvalidData => {
                return Err(PackageError::CutOff.into());
            }
            other => other?,
        };
        let mut start = [0; 4];
        source.seek(SeekFrom::Start(0))?;
        let read = read_up_to(&mut source, &mut start)?;
        if read < 4 {
            // Whatever is this short is the beginning of anything.
            let ours = LOCAL.to_le_bytes();
            let error = match start[..read] == ours[..read] {
                true => PackageError::CutOff,
                false => PackageError::NotAPackage,
            };
            return Err(error.into());
        }
        if u32::from_le_bytes(start) != LOCAL {
            return Err(PackageError::NotAPackage.into());
        }
        let directory = find_directory(&mut source, len)?;
        let entries = read_directory(&mut source, &directory)?;
        let entries = place(&mut source, entries, directory.at)?;
        Ok(Self { source, entries })
    }

    /// The entries by name.
    pub(crate) fn entries(&self) -> &BTreeMap<String, Entry> {
        &self.entries
    }

    /// Reads one entry from its first byte.
    pub(crate) fn read(&mut self, name: &str) -> io::Result<Option<(u64, io::Take<&mut S>)>> {
        let Some(entry) = self.entries.get(name).copied() else { return Ok(None) };
        self.source.seek(SeekFrom::Start(entry.data_at))?;
        Ok(Some((entry.bytes, (&mut self.source).take(entry.bytes))))
    }
}

struct Directory {
    at: u64,
    bytes: u64,
    count: u64,
}

fn find_directory(source: &mut (impl Read + Seek), len: u64) -> Result<Directory, Stop> {
    let cut = || Stop::Refused(PackageError::CutOff);
    let end_at = len.checked_sub(END_LEN as u64).ok_or_else(cut)?;
    let end = read_array::<END_LEN>(source, end_at)?;
    if u32_at(&end, 0) != END || u16_at(&end, 20) != 0 {
        return Err(cut());
    }
    if [u16_at(&end, 4), u16_at(&end, 6)] != [0, 0] || u16_at(&end, 8) != u16_at(&end, 10) {
        return refused("the end of the directory");
    }
    let small = Directory {
        at: u64::from(u32_at(&end, 16)),
        bytes: u64::from(u32_at(&end, 12)),
        count: u64::from(u16_at(&end, 10)),
    };
    let (directory, after) = match end_64(source, end_at)? {
        Some((large, at)) => {
            let same = |small: u64, large: u64, full: u64| small == full || small == large;
            if !same(small.at, large.at, u64::from(u32::MAX))
                || !same(small.bytes, large.bytes, u64::from(u32::MAX))
                || !same(small.count, large.count, u64::from(u16::MAX))
            {
                return refused("two ends of the directory");
            }
            (large, at)
        }
        None => (small, end_at),
    };
    if directory.count > ENTRIES_MAX as u64 || directory.bytes > DIRECTORY_BYTES_MAX {
        return Err(PackageError::Limit("entries").into());
    }
    if directory.at.checked_add(directory.bytes) != Some(after) {
        return refused("bytes around the directory");
    }
    Ok(directory)
}

/// The end of a directory beyond 4 GiB, if there is one, and where it lies.
fn end_64(source: &mut (impl Read + Seek), end_at: u64) -> Result<Option<(Directory, u64)>, Stop> {
    let Some(locator_at) = end_at.checked_sub(LOCATOR_LEN) else { return Ok(None) };
    let locator = read_array::<{ LOCATOR_LEN as usize }>(source, locator_at)?;
    if u32_at(&locator, 0) != LOCATOR_64 {
        return Ok(None);
    }
    let at = u64_at(&locator, 8);
    if at.checked_add(END_64_LEN as u64) != Some(locator_at) {
        return refused("the end of the directory");
    }
    let end = read_array::<END_64_LEN>(source, at)?;
    let whole = u32_at(&end, 0) == END_64
        && u64_at(&end, 4) == END_64_LEN as u64 - 12
        && [u32_at(&end, 16), u32_at(&end, 20)] == [0, 0]
        && u64_at(&end, 24) == u64_at(&end, 32);
    if !whole {
        return refused("the end of the directory");
    }
    let directory =
        Directory { at: u64_at(&end, 48), bytes: u64_at(&end, 40), count: u64_at(&end, 32) };
    Ok(Some((directory, at)))
}

fn read_directory(
    source: &mut (impl Read + Seek),
    directory: &Directory,
) -> Result<Vec<(String, Entry)>, Stop> {
    source.seek(SeekFrom::Start(directory.at))?;
    let mut bytes = Vec::new();
    source.take(directory.bytes).read_to_end(&mut bytes)?;
    let mut rest = bytes.as_slice();
    let mut entries = Vec::new();
    for _ in 0..directory.count {
        let Some((head, after)) = rest.split_at_checked(CENTRAL_LEN) else {
            return refused("the directory");
        };
        let (name_len, extra_len) = (u16_at(head, 28).into(), u16_at(head, 30).into());
        if u32_at(head, 0) != CENTRAL || u16_at(head, 32) != 0 || u16_at(head, 34) != 0 {
            return refused("the directory");
        }
        let Some((name, after)) = after.split_at_checked(name_len) else {
            return refused("the directory");
        };
        let Some((extra, after)) = after.split_at_checked(extra_len) else {
            return refused("the directory");
        };
        entries.push((entry_name(name)?, central_entry(head, extra)?));
        rest = after;
    }
    if rest.is_empty() { Ok(entries) } else { refused("the directory") }
}

fn central_entry(head: &[u8], extra: &[u8]) -> Result<Entry, Stop> {
    let flags = u16_at(head, 8);
    if flags & !(FLAG_DESCRIPTOR | FLAG_UTF8) != 0 || u16_at(head, 10) != 0 {
        return refused("an entry that is compressed or locked");
    }
    let [mut packed, mut bytes, mut header_at] = [20, 24, 42].map(|at| u64::from(u32_at(head, at)));
    let mut wide = match extra {
        [] => &[][..],
        [a, b, c, d, wide @ ..]
            if u16::from_le_bytes([*a, *b]) == EXTRA_64
                && usize::from(u16::from_le_bytes([*c, *d])) == wide.len() =>
        {
            wide
        }
        _ => return refused("an entry with something beside it"),
    };
    for value in [&mut bytes, &mut packed, &mut header_at] {
        if *value == u64::from(u32::MAX) {
            let Some((number, after)) = wide.split_at_checked(8) else {
                return refused("the directory");
            };
            (*value, wide) = (u64_at(number, 0), after);
        }
    }
    // Writers may give all three where one is needed.
    if packed != bytes || !wide.len().is_multiple_of(8) || wide.len() > 24 {
        return refused("the size of an entry");
    }
    if bytes > ORIGINAL_BYTES_MAX {
        return Err(PackageError::Limit("bytes").into());
    }
    Ok(Entry { header_at, flags, crc: u32_at(head, 16), bytes, data_at: 0 })
}

/// Only the names that a package has.
fn entry_name(bytes: &[u8]) -> Result<String, Stop> {
    let name = std::str::from_utf8(bytes).ok().filter(|name| name.is_ascii());
    let known = |name: &&str| {
        ["manifest.json", "manifest.sig", "operations.jsonl"].contains(name)
            || name.strip_prefix("originals/").is_some_and(is_digest)
    };
    match name.filter(known) {
        Some(name) => Ok(name.to_owned()),
        None => refused("an entry that belongs to no package"),
    }
}

/// Goes from entry to entry: each begins where the one before it ends, the directory after the
/// last.
fn place(
    source: &mut (impl Read + Seek),
    mut entries: Vec<(String, Entry)>,
    directory_at: u64,
) -> Result<BTreeMap<String, Entry>, Stop> {
    entries.sort_by_key(|(_, entry)| entry.header_at);
    let mut at = 0;
    let mut placed = BTreeMap::new();
    for (name, mut entry) in entries {
        if entry.header_at != at {
            return refused("entries that overlap or leave room between them");
        }
        entry.data_at = check_local(source, &name, &entry)?;
        at = entry.data_at + entry.bytes;
        if at > directory_at {
            return refused("an entry beyond the directory");
        }
        if entry.flags & FLAG_DESCRIPTOR != 0 {
            at += check_descriptor(source, at, &entry)?;
        }
        if placed.insert(name, entry).is_some() {
            return refused("two entries of one name");
        }
    }
    if at == directory_at { Ok(placed) } else { refused("bytes before the directory") }
}

/// Compares what stands before an entry with the directory; gives where its bytes begin.
fn check_local(source: &mut (impl Read + Seek), name: &str, entry: &Entry) -> Result<u64, Stop> {
    let head = read_array::<LOCAL_LEN>(source, entry.header_at)?;
    let (name_len, extra_len) = (usize::from(u16_at(&head, 26)), u16_at(&head, 28));
    let later = entry.flags & FLAG_DESCRIPTOR != 0;
    let told = |value: u32, known: u64| u64::from(value) == known || (later && value == 0);
    let same = u32_at(&head, 0) == LOCAL
        && u16_at(&head, 6) == entry.flags
        && u16_at(&head, 8) == 0
        && told(u32_at(&head, 14), u64::from(entry.crc))
        && told(u32_at(&head, 18), entry.bytes)
        && told(u32_at(&head, 22), entry.bytes)
        && extra_len == 0
        && name_len == name.len();
    if !same {
        return refused("an entry that differs from the directory");
    }
    let mut found = vec![0; name_len];
    source.read_exact(&mut found)?;
    if found != name.as_bytes() {
        return refused("an entry that differs from the directory");
    }
    Ok(entry.header_at + (LOCAL_LEN + name_len) as u64)
}

/// Checks what follows an entry; gives its length in bytes.
fn check_descriptor(source: &mut (impl Read + Seek), at: u64, entry: &Entry) -> Result<u64, Stop> {
    let found = read_array::<16>(source, at)?;
    let same = u32_at(&found, 0) == DESCRIPTOR
        && u32_at(&found, 4) == entry.crc
        && u64::from(u32_at(&found, 8)) == entry.bytes
        && u64::from(u32_at(&found, 12)) == entry.bytes;
    if same { Ok(16) } else { refused("an entry that differs from the directory") }
}

fn read_array<const N: usize>(source: &mut (impl Read + Seek), at: u64) -> io::Result<[u8; N]> {
    let mut bytes = [0; N];
    source.seek(SeekFrom::Start(at))?;
    source.read_exact(&mut bytes)?;
    Ok(bytes)
}

fn read_up_to(source: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut read = 0;
    while read < buffer.len() {
        match source.read(&mut buffer[read..])? {
            0 => break,
            n => read += n,
        }
    }
    Ok(read)
}

fn u16_at(bytes: &[u8], at: usize) -> u16 {
    u16::from_le_bytes([bytes[at], bytes[at + 1]])
}

fn u32_at(bytes: &[u8], at: usize) -> u32 {
    u32::from(u16_at(bytes, at)) | u32::from(u16_at(bytes, at + 2)) << 16
}

fn u64_at(bytes: &[u8], at: usize) -> u64 {
    u64::from(u32_at(bytes, at)) | u64::from(u32_at(bytes, at + 4)) << 32
}
