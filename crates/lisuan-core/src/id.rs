//! Keys made by the program.

use std::fmt;
use std::str::FromStr;

/// A 128-bit key (UUIDv7 where the program makes it), written as a hyphenated lower-case UUID.
///
/// Keys are made outside the core, which knows neither clock nor randomness.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id([u8; 16]);

/// The text is not a hyphenated lower-case UUID.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a key: {0:?}")]
pub struct BadId(pub String);

impl Id {
    /// Wraps sixteen bytes.
    pub const fn from_bytes(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The sixteen bytes.
    pub const fn as_bytes(&self) -> &[u8; 16] {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let mut text = [b'-'; 36];
        let mut at = 0;
        for (i, byte) in self.0.iter().enumerate() {
            if matches!(i, 4 | 6 | 8 | 10) {
                at += 1;
            }
            text[at] = HEX[usize::from(byte >> 4)];
            text[at + 1] = HEX[usize::from(byte & 15)];
            at += 2;
        }
        // Hexadecimal digits and hyphens.
        f.write_str(std::str::from_utf8(&text).map_err(|_| fmt::Error)?)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Id {
    type Err = BadId;

    /// Reads exactly the form that [`fmt::Display`] writes: one key has one spelling.
    fn from_str(text: &str) -> Result<Self, BadId> {
        let bad = || BadId(text.chars().take(60).collect());
        let bytes = text.as_bytes();
        if bytes.len() != 36 {
            return Err(bad());
        }
        let mut out = [0u8; 16];
        let mut digits = 0;
        for (i, &c) in bytes.iter().enumerate() {
            if matches!(i, 8 | 13 | 18 | 23) {
                if c != b'-' {
                    return Err(bad());
                }
                continue;
            }
            let value = match c {
                b'0'..=b'9' => c - b'0',
                b'a'..=b'f' => c - b'a' + 10,
                _ => return Err(bad()),
            };
            out[digits / 2] = (out[digits / 2] << 4) | value;
            digits += 1;
        }
        Ok(Self(out))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_key_has_one_spelling() {
        let text = "0192f3a4-5b6c-7d8e-9fa0-b1c2d3e4f506";
        let id: Id = text.parse().unwrap();
        assert_eq!(id.to_string(), text, "display and parse are inverse");
        assert!(
            text.to_uppercase().parse::<Id>().is_err(),
            "upper case would be a second spelling"
        );
        assert!(text.replace('-', "").parse::<Id>().is_err(), "hyphens are part of the form");
    }
}
