//! A file read at any place through one small window.

use std::io::{ErrorKind, Read, Seek, SeekFrom};

use sha2::{Digest, Sha256};

use crate::error::ReadError;

/// Bytes of the window: enough for nearly every object, little to read before a photo is skipped.
const WINDOW_LEN: usize = 16 * 1024;
/// Bytes hashed at a time.
const CHUNK_LEN: usize = 256 * 1024;

/// A file of known length, of which only a window is in memory.
pub(super) struct Source<'f, F> {
    file: &'f mut F,
    len: u64,
    window: Vec<u8>,
    window_at: u64,
}

impl<'f, F: Read + Seek> Source<'f, F> {
    pub(super) fn open(file: &'f mut F) -> Result<Self, ReadError> {
        let len = file.seek(SeekFrom::End(0)).map_err(|source| ReadError { at: 0, source })?;
        Ok(Self { file, len, window: Vec::new(), window_at: 0 })
    }

    pub(super) fn len(&self) -> u64 {
        self.len
    }

    /// Returns the byte at `at`; `None` past the end.
    pub(super) fn byte(&mut self, at: u64) -> Result<Option<u8>, ReadError> {
        let inside = |at: u64, window_at: u64| at.checked_sub(window_at).map(|at| at as usize);
        if let Some(&byte) = inside(at, self.window_at).and_then(|at| self.window.get(at)) {
            return Ok(Some(byte));
        }
        if at >= self.len {
            return Ok(None);
        }
        self.window = self.read(at, WINDOW_LEN)?;
        self.window_at = at;
        Ok(self.window.first().copied())
    }

    /// Reads up to `len` bytes from `at`; fewer only at the end of the file.
    pub(super) fn read(&mut self, at: u64, len: usize) -> Result<Vec<u8>, ReadError> {
        let mut bytes = Vec::with_capacity(len.min(self.len.saturating_sub(at) as usize));
        let failed = |source| ReadError { at, source };
        self.file.seek(SeekFrom::Start(at)).map_err(failed)?;
        self.file.take(len as u64).read_to_end(&mut bytes).map_err(failed)?;
        Ok(bytes)
    }

    /// Hashes the given ranges (start, length), one after the other.
    pub(super) fn sha256(&mut self, ranges: &[(u64, u64)]) -> Result<[u8; 32], ReadError> {
        let mut state = Sha256::new();
        self.each_chunk(ranges, |bytes| state.update(bytes))?;
        Ok(state.finalize().into())
    }

    /// Hands out the bytes of the given ranges (start, length), one after the other.
    pub(super) fn each_chunk(
        &mut self,
        ranges: &[(u64, u64)],
        mut take: impl FnMut(&[u8]),
    ) -> Result<(), ReadError> {
        let mut chunk = vec![0; CHUNK_LEN];
        for &(start, len) in ranges {
            let failed = |at| move |source| ReadError { at, source };
            self.file.seek(SeekFrom::Start(start)).map_err(failed(start))?;
            let mut done = 0;
            while done < len {
                let want = (len - done).min(CHUNK_LEN as u64) as usize;
                let got = match self.file.read(&mut chunk[..want]) {
                    // The file became shorter while it was read.
                    Ok(0) => return Err(failed(start + done)(ErrorKind::UnexpectedEof.into())),
                    Ok(got) => got,
                    Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                    Err(error) => return Err(failed(start + done)(error)),
                };
                take(&chunk[..got]);
                done += got as u64;
            }
        }
        Ok(())
    }
}
