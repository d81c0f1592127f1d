//! A file beyond 4 GiB is sealed and judged through a small window.

use std::io::{self, Read, Seek, SeekFrom, Write};

use lisuan_seal::{Outcome, SealRoom, apply, verify};

use crate::draft::{Draft, find, key};

/// Length of a stream of zeros that nothing stores.
const HOLE_LEN: u64 = (4 << 30) + 12_345;
/// No reading may ask for more at once.
const REQUEST_LEN_MAX: usize = 1 << 20;

/// A file with a hole of zeros in it.
struct Sparse {
    before: Vec<u8>,
    after: Vec<u8>,
    at: u64,
    largest_request: usize,
}

impl Sparse {
    fn len(&self) -> u64 {
        self.before.len() as u64 + HOLE_LEN + self.after.len() as u64
    }
}

impl Read for Sparse {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.largest_request = self.largest_request.max(buffer.len());
        let before = self.before.len() as u64;
        let from = |part: &[u8], at: u64, buffer: &mut [u8]| {
            let rest = &part[(at as usize).min(part.len())..];
            let len = rest.len().min(buffer.len());
            buffer[..len].copy_from_slice(&rest[..len]);
            len
        };
        let len = if self.at < before {
            from(&self.before, self.at, buffer)
        } else if self.at < before + HOLE_LEN {
            let len = (before + HOLE_LEN - self.at).min(buffer.len() as u64) as usize;
            buffer[..len].fill(0);
            len
        } else {
            from(&self.after, self.at - before - HOLE_LEN, buffer)
        };
        self.at += len as u64;
        Ok(len)
    }
}

impl Write for Sparse {
    /// Only what lies before the hole is ever written.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let at = self.at as usize;
        self.before[at..at + bytes.len()].copy_from_slice(bytes);
        self.at += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Seek for Sparse {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(by) => self.len().saturating_add_signed(by),
            SeekFrom::Current(by) => self.at.saturating_add_signed(by),
        };
        Ok(self.at)
    }
}

#[test]
fn a_file_beyond_four_gigabytes_needs_little_memory() {
    let mut draft = Draft::new();
    draft.objects[8].1 =
        format!("<< /Type /EmbeddedFile /Length {HOLE_LEN} >>\nstream\n\nendstream").into_bytes();
    draft.bend_table = |offsets| offsets[10] += HOLE_LEN;
    draft.table_shift = HOLE_LEN;
    let (bytes, room) = draft.write();
    let object = find(&bytes, b"\n9 0 obj").unwrap();
    let hole_at = object + find(&bytes[object..], b"\nendstream").unwrap();
    let (before, after) = bytes.split_at(hole_at);
    let mut file =
        Sparse { before: before.to_vec(), after: after.to_vec(), at: 0, largest_request: 0 };
    let room = SealRoom::new(room.byte_range_at, room.contents_at, file.len()).unwrap();

    apply(&mut file, &room, &key(7)).unwrap();
    let verdict = verify(&mut file).unwrap();
    assert_eq!(verdict.reasons, [], "offsets beyond 32 bits are right");
    assert_eq!(verdict.outcome, Outcome::AsSealed, "nothing was changed");
    let largest = file.largest_request;
    assert!(largest <= REQUEST_LEN_MAX, "{largest} bytes were asked for at once");

    let last = file.after.len() - 1;
    file.after[last] = b' ';
    assert!(!verify(&mut file).unwrap().reasons.is_empty(), "the last byte counts too");
}
