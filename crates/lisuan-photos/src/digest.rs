//! SHA-256, the identity of an original.

use std::fmt::Write as _;
use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// Hashes bytes that are already in memory.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// Writes a hash as 64 lower-case hexadecimal digits, as `sha256sum` prints it.
pub fn hex(hash: &[u8; 32]) -> String {
    hash.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Hashes a reader to its end in one pass, without holding it in memory, and gives the hexadecimal
/// digits.
///
/// # Errors
/// Whatever the reader returns.
pub fn sha256_hex(mut reader: impl Read) -> io::Result<String> {
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 256 * 1024];
    loop {
        match reader.read(&mut buffer) {
            Ok(0) => return Ok(hex(&hasher.finalize().into())),
            Ok(count) => hasher.update(buffer.get(..count).unwrap_or_default()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// FIPS 180-4 example for the message "abc".
    const ABC: &str = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    #[test]
    fn agrees_with_the_published_example() {
        assert_eq!(hex(&sha256(b"abc")), ABC);
        assert_eq!(sha256_hex(&b"abc"[..]).expect("memory can be read"), ABC);
    }

    #[test]
    fn streaming_equals_whole_beyond_one_buffer() {
        let bytes = vec![0x5A; 600_001];
        assert_eq!(sha256_hex(&bytes[..]).expect("memory can be read"), hex(&sha256(&bytes)));
    }
}
