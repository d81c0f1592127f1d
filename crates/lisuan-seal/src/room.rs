//! The room a PDF writer leaves for the seal, and filling it in place.
//!
//! # The contract with the writer
//!
//! A dossier has one revision, so its writer puts the signature field and the signature dictionary
//! into the file before the seal exists, and leaves two rooms of fixed width in that dictionary:
//!
//! ```text
//! /ByteRange RRRR…RRRR /Contents <0000…0000> …
//!            ^80 bytes           ^32770 bytes, `<` and `>` included
//! ```
//!
//! - `/ByteRange` is followed by one space and then [`BYTE_RANGE_LEN`] (80) reserved bytes. They
//!   hold spaces, or a placeholder made of `[`, `]`, digits and spaces. [`apply`] overwrites all 80
//!   with `[0 a b c]` padded on the right with spaces; four 64-bit numbers always fit.
//! - `/Contents` is followed by one space (or nothing), `<`, 32768 digits `0`, `>`: room for 16 KiB.
//!   [`apply`] writes the seal in lower-case hex from the first digit on; the rest stays `0`. A
//!   timestamp can be put there later without changing a signed byte.
//! - `byte_range_at` is the offset of the first reserved byte, `contents_at` the offset of the `<`,
//!   `contents_len` is [`CONTENTS_LEN`] (32770).
//! - The byte range is everything but the contents:
//!   `[0, contents_at, contents_at + contents_len, file_len − (contents_at + contents_len)]`.
//!
//! Everything else, the cross-reference table and the final `%%EOF` included, is complete before
//! [`apply`] is called. Nothing is appended and no byte outside the two rooms is touched. Flushing
//! to the disk (`fsync`) is the caller's.

use std::io::{Read, Seek, SeekFrom, Write};

use sha2::{Digest, Sha256};

use crate::error::SealError;
use crate::key::SealKey;
use crate::sign::sign;

/// Bytes reserved for the array after `/ByteRange `.
pub const BYTE_RANGE_LEN: u64 = 80;

/// Bytes reserved for the seal itself, once decoded from hex: 16 KiB.
pub const SEAL_LEN_MAX: usize = 16 * 1024;

/// Bytes reserved for `/Contents`: 32768 hex digits with `<` and `>`.
pub const CONTENTS_LEN: u64 = 2 * SEAL_LEN_MAX as u64 + 2;

/// How much of the file is in memory while it is hashed.
const CHUNK_LEN: usize = 256 * 1024;

/// Where in a finished file the seal goes. See the module documentation for the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealRoom {
    /// The signed ranges: start and length of what lies before and after the contents.
    pub byte_range: [u64; 4],
    /// Offset of the first of the 80 bytes reserved after `/ByteRange `.
    pub byte_range_at: u64,
    /// Offset of the `<` that opens `/Contents`.
    pub contents_at: u64,
    /// Length of the contents with `<` and `>`; always [`CONTENTS_LEN`].
    pub contents_len: u64,
}

impl SealRoom {
    /// Describes the room in a file of `file_len` bytes, and works out the byte range.
    ///
    /// # Errors
    /// [`SealError::Room`] when the two rooms do not both lie inside the file, apart from each
    /// other, the byte range first or second.
    pub fn new(byte_range_at: u64, contents_at: u64, file_len: u64) -> Result<Self, SealError> {
        let end = |at: u64, len: u64| at.checked_add(len).filter(|&end| end <= file_len);
        let (Some(byte_range_end), Some(contents_end)) =
            (end(byte_range_at, BYTE_RANGE_LEN), end(contents_at, CONTENTS_LEN))
        else {
            return Err(SealError::Room { what: "the room lies outside the file" });
        };
        if byte_range_at < contents_end && contents_at < byte_range_end {
            return Err(SealError::Room { what: "the two rooms overlap" });
        }
        Ok(Self {
            byte_range: [0, contents_at, contents_end, file_len - contents_end],
            byte_range_at,
            contents_at,
            contents_len: CONTENTS_LEN,
        })
    }

    /// Returns the 80 bytes that stand for the byte range in the sealed file.
    #[must_use]
    pub fn byte_range_text(&self) -> Vec<u8> {
        let [start, before, after, rest] = self.byte_range;
        let mut text = format!("[{start} {before} {after} {rest}]").into_bytes();
        text.resize(BYTE_RANGE_LEN as usize, b' ');
        text
    }
}

/// The running SHA-256 of a file's first bytes, kept by a writer that hashes while it writes.
///
/// The bytes hashed must be exactly those from the start of the file up to `byte_range_at`: what comes
/// after depends on the final length. A writer that puts the signature dictionary last thereby
/// spares [`apply_hashed`] the second reading of the whole file.
#[derive(Clone, Debug, Default)]
pub struct HeadDigest {
    state: Sha256,
    len: u64,
}

impl HeadDigest {
    /// The state after the first `len` bytes of the file.
    #[must_use]
    pub const fn new(state: Sha256, len: u64) -> Self {
        Self { state, len }
    }
}

/// Seals a finished file in place: fills the byte range, hashes the signed ranges, writes the seal.
///
/// Returns the SHA-256 of the signed ranges, by which a sealed dossier is known (it stays the same
/// when a timestamp is added later). On an error the file may hold a byte range without a seal and
/// must be thrown away.
///
/// # Errors
/// [`SealError::Room`] when the room does not fit the file or the file does not hold the placeholder
/// of the contract (a sealed file is never sealed again), [`SealError::File`] when reading or
/// writing fails.
pub fn apply<F: Read + Write + Seek>(
    file: &mut F,
    room: &SealRoom,
    key: &SealKey,
) -> Result<[u8; 32], SealError> {
    apply_hashed(file, room, key, HeadDigest::default())
}

/// Seals like [`apply`], but goes on from a digest the writer already has of the file's head.
///
/// An empty `head` means that the file is hashed from its start.
///
/// # Errors
/// As [`apply`]; [`SealError::Room`] too when `head` covers anything but nothing or the bytes up to
/// `byte_range_at`.
pub fn apply_hashed<F: Read + Write + Seek>(
    file: &mut F,
    room: &SealRoom,
    key: &SealKey,
    head: HeadDigest,
) -> Result<[u8; 32], SealError> {
    let head_fits = room.byte_range_at < room.contents_at && head.len == room.byte_range_at;
    if head.len != 0 && !head_fits {
        return Err(SealError::Room {
            what: "the digest does not end where the byte range starts",
        });
    }
    check_room(file, room)?;
    write_at(file, room.byte_range_at, &room.byte_range_text())?;

    let [_, before_len, after_at, after_len] = room.byte_range;
    let mut state = head.state;
    hash_range(file, head.len, before_len - head.len, &mut state)?;
    hash_range(file, after_at, after_len, &mut state)?;
    let digest: [u8; 32] = state.finalize().into();

    let seal = sign(digest, key)?;
    write_at(file, room.contents_at + 1, hex(&seal).as_bytes())?;
    Ok(digest)
}

/// Refuses a room that differs from what the contract promises, before anything is overwritten.
fn check_room<F: Read + Seek>(file: &mut F, room: &SealRoom) -> Result<(), SealError> {
    let file_len =
        file.seek(SeekFrom::End(0)).map_err(|source| SealError::file("measuring", source))?;
    if *room != SealRoom::new(room.byte_range_at, room.contents_at, file_len)? {
        return Err(SealError::Room { what: "the byte range is not the whole file" });
    }
    let name_at = room.byte_range_at.saturating_sub(KEY.len() as u64);
    let reserved = read_at(file, name_at, KEY.len() + BYTE_RANGE_LEN as usize)?;
    let placeholder = reserved.strip_prefix(KEY);
    if !placeholder.is_some_and(|text| text.iter().all(|byte| b"[]0123456789 ".contains(byte))) {
        return Err(SealError::Room { what: "the byte range has no placeholder" });
    }
    let contents = read_at(file, room.contents_at, CONTENTS_LEN as usize)?;
    let digits = contents.strip_prefix(b"<").and_then(|rest| rest.strip_suffix(b">"));
    if !digits.is_some_and(|digits| digits.iter().all(|&digit| digit == b'0')) {
        return Err(SealError::Room { what: "the contents are not an empty room" });
    }
    Ok(())
}

/// What stands before the reserved bytes.
const KEY: &[u8] = b"/ByteRange ";

fn hash_range<F: Read + Seek>(
    file: &mut F,
    at: u64,
    len: u64,
    state: &mut Sha256,
) -> Result<(), SealError> {
    file.seek(SeekFrom::Start(at)).map_err(|source| SealError::file("reading", source))?;
    let mut chunk = vec![0; CHUNK_LEN];
    let mut left = len;
    while left > 0 {
        let part = &mut chunk[..left.min(CHUNK_LEN as u64) as usize];
        file.read_exact(part).map_err(|source| SealError::file("reading", source))?;
        state.update(&*part);
        left -= part.len() as u64;
    }
    Ok(())
}

fn read_at<F: Read + Seek>(file: &mut F, at: u64, len: usize) -> Result<Vec<u8>, SealError> {
    let mut bytes = vec![0; len];
    file.seek(SeekFrom::Start(at)).map_err(|source| SealError::file("reading", source))?;
    file.read_exact(&mut bytes).map_err(|source| SealError::file("reading", source))?;
    Ok(bytes)
}

fn write_at<F: Write + Seek>(file: &mut F, at: u64, bytes: &[u8]) -> Result<(), SealError> {
    file.seek(SeekFrom::Start(at)).map_err(|source| SealError::file("writing", source))?;
    file.write_all(bytes).map_err(|source| SealError::file("writing", source))
}

/// Lower-case hex. The verifier takes no other form, so that one seal has one spelling.
pub(crate) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value & 15)]);
    bytes.iter().flat_map(|&byte| [digit(byte >> 4), digit(byte)]).collect()
}
