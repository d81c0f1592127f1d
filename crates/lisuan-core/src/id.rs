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

/// What stands in [`VALUE`] for a character that is no digit; no two digits make it up.
const NO_DIGIT: u8 = 0xff;

/// The values of the digits of keys, which are lower-case.
const VALUE: [u8; 256] = {
    let mut values = [NO_DIGIT; 256];
    let mut digit = 0;
    while digit < 16 {
        values[b"0123456789abcdef"[digit] as usize] = digit as u8;
        digit += 1;
    }
    values
};

impl FromStr for Id {
    type Err = BadId;

    /// Reads exactly the form that [`fmt::Display`] writes: one key has one spelling.
    fn from_str(text: &str) -> Result<Self, BadId> {
        let bad = || BadId(text.chars().take(60).collect());
        let bytes = text.as_bytes();
        if bytes.len() != 36 {
            return Err(bad());
        }
        // A journal has hundreds of thousands of keys: no branch for each digit.
        const PAIRS: [usize; 16] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];
        let mut out = [0u8; 16];
        let mut wrong = [8, 13, 18, 23].iter().any(|at| bytes[*at] != b'-');
        for (byte, at) in out.iter_mut().zip(PAIRS) {
            let (high, low) = (VALUE[usize::from(bytes[at])], VALUE[usize::from(bytes[at + 1])]);
            wrong |= (high | low) == NO_DIGIT;
            *byte = (high << 4) | (low & 15);
        }
        if wrong { Err(bad()) } else { Ok(Self(out)) }
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
        for at in 0..text.len() {
            for wrong in [b'g', b'/', b':', b'`', b'A', b'-', b'0', 0] {
                let mut bytes = text.as_bytes().to_vec();
                let hyphen = bytes[at] == b'-';
                bytes[at] = wrong;
                let read = String::from_utf8(bytes).unwrap().parse::<Id>();
                let right = if hyphen { wrong == b'-' } else { wrong == b'0' };
                assert_eq!(read.is_ok(), right, "{} at {at}", char::from(wrong));
            }
        }
    }
}
