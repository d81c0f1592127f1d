//! Reads PDF values strictly: what two readers could understand differently is refused.
//!
//! Stricter than the standard: no comments, no bytes outside printable ASCII in names, generation 0
//! only, hex strings without blanks, no key twice in a dictionary.

use std::io::{Read, Seek};

use super::reason::{Reason, Step};
use super::source::Source;
use super::value::{Dict, Value};

/// Longest value of one object without its stream: the page list of 100,000 pages is 1 MB.
const VALUE_LEN_MAX: u64 = 4 * 1024 * 1024;
/// Most values within one object.
const VALUES_MAX: u32 = 400_000;
/// Deepest nesting of arrays and dictionaries.
const DEPTH_MAX: u32 = 48;
/// Longest name (ISO 32000-1, annex C, says 127 bytes).
const NAME_LEN_MAX: usize = 127;
/// Longest number, digits and sign.
const NUMBER_LEN_MAX: usize = 32;

/// A place in the file from which values are read.
pub(super) struct Cursor<'s, 'f, F> {
    source: &'s mut Source<'f, F>,
    at: u64,
    end: u64,
    values_left: u32,
}

impl<'s, 'f, F: Read + Seek> Cursor<'s, 'f, F> {
    pub(super) fn new(source: &'s mut Source<'f, F>, at: u64) -> Self {
        Self { source, at, end: at.saturating_add(VALUE_LEN_MAX), values_left: VALUES_MAX }
    }

    pub(super) fn at(&self) -> u64 {
        self.at
    }

    /// Moves on past bytes that are not looked into, and starts counting the limits again.
    pub(super) fn jump(&mut self, at: u64) {
        self.at = at;
        self.end = at.saturating_add(VALUE_LEN_MAX);
        self.values_left = VALUES_MAX;
    }

    pub(super) fn peek(&mut self) -> Step<Option<u8>> {
        if self.at >= self.end {
            return Err(Reason::Limit.into());
        }
        Ok(self.source.byte(self.at)?)
    }

    fn next(&mut self) -> Step<u8> {
        let byte = self.peek()?.ok_or(Reason::Object)?;
        self.at += 1;
        Ok(byte)
    }

    /// Takes `text` if it stands here.
    pub(super) fn take(&mut self, text: &[u8]) -> Step<bool> {
        let start = self.at;
        for &expected in text {
            if self.peek()? != Some(expected) {
                self.at = start;
                return Ok(false);
            }
            self.at += 1;
        }
        Ok(true)
    }

    pub(super) fn expect(&mut self, text: &[u8]) -> Step<()> {
        if self.take(text)? { Ok(()) } else { Err(Reason::Object.into()) }
    }

    /// Takes one end of line, LF or CR LF, if there is one.
    pub(super) fn take_eol(&mut self) -> Step<bool> {
        Ok(self.take(b"\n")? || self.take(b"\r\n")?)
    }

    /// Skips blanks and returns how many there were.
    pub(super) fn skip_space(&mut self) -> Step<u64> {
        let start = self.at;
        while self.peek()?.is_some_and(is_space) {
            self.at += 1;
        }
        Ok(self.at - start)
    }

    /// Reads digits as a number: no sign, no leading zero.
    pub(super) fn plain_number(&mut self) -> Step<u64> {
        let mut value: u64 = 0;
        let start = self.at;
        while let Some(digit @ b'0'..=b'9') = self.peek()? {
            if self.at > start && value == 0 {
                return Err(Reason::Object.into());
            }
            let shifted = value.checked_mul(10).and_then(|v| v.checked_add((digit - b'0').into()));
            value = shifted.ok_or(Reason::Object)?;
            self.at += 1;
        }
        if self.at == start { Err(Reason::Object.into()) } else { Ok(value) }
    }

    /// Reads one value.
    pub(super) fn value(&mut self) -> Step<Value> {
        self.nested(DEPTH_MAX)
    }

    fn nested(&mut self, depth_left: u32) -> Step<Value> {
        self.values_left = self.values_left.checked_sub(1).ok_or(Reason::Limit)?;
        let depth_left = depth_left.checked_sub(1).ok_or(Reason::Limit)?;
        match self.peek()? {
            Some(b'/') => Ok(Value::Name(self.name()?)),
            Some(b'(') => Ok(Value::Text(self.text()?)),
            Some(b'[') => self.array(depth_left),
            Some(b'<') if self.take(b"<<")? => self.dict(depth_left),
            Some(b'<') => self.hex(),
            Some(b'0'..=b'9' | b'+' | b'-' | b'.') => self.number(),
            Some(b't') => self.keyword(b"true", Value::Bool(true)),
            Some(b'f') => self.keyword(b"false", Value::Bool(false)),
            Some(b'n') => self.keyword(b"null", Value::Null),
            _ => Err(Reason::Object.into()),
        }
    }

    fn keyword(&mut self, word: &[u8], value: Value) -> Step<Value> {
        self.expect(word)?;
        self.expect_border()?;
        Ok(value)
    }

    /// Makes sure that a word ends here.
    fn expect_border(&mut self) -> Step<()> {
        match self.peek()? {
            Some(byte) if is_regular(byte) => Err(Reason::Object.into()),
            _ => Ok(()),
        }
    }

    fn name(&mut self) -> Step<Vec<u8>> {
        self.expect(b"/")?;
        let mut name = Vec::new();
        while let Some(byte) = self.peek()?.filter(|&byte| is_regular(byte)) {
            self.at += 1;
            name.push(match byte {
                b'#' => self.hex_digit()? << 4 | self.hex_digit()?,
                b'!'..=b'~' => byte,
                _ => return Err(Reason::Object.into()),
            });
            if name.len() > NAME_LEN_MAX {
                return Err(Reason::Limit.into());
            }
        }
        Ok(name)
    }

    fn hex_digit(&mut self) -> Step<u8> {
        hex_value(self.next()?).ok_or_else(|| Reason::Object.into())
    }

    fn hex(&mut self) -> Step<Value> {
        let start = self.at;
        self.expect(b"<")?;
        let mut bytes = Vec::new();
        while !self.take(b">")? {
            bytes.push(self.hex_digit()? << 4 | self.hex_digit()?);
        }
        Ok(Value::Hex { bytes, start, end: self.at })
    }

    fn text(&mut self) -> Step<Vec<u8>> {
        self.expect(b"(")?;
        let mut text = Vec::new();
        let mut open = 0_u32;
        loop {
            match self.next()? {
                b')' if open == 0 => return Ok(text),
                b'\\' => self.escape(&mut text)?,
                byte => {
                    match byte {
                        b'(' => open += 1,
                        b')' => open -= 1,
                        _ => {}
                    }
                    text.push(byte);
                }
            }
        }
    }

    fn escape(&mut self, text: &mut Vec<u8>) -> Step<()> {
        text.push(match self.next()? {
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'b' => 8,
            b'f' => 12,
            same @ (b'(' | b')' | b'\\') => same,
            digit @ b'0'..=b'3' => {
                let mut value = digit - b'0';
                for _ in 0..2 {
                    let digit = self.next()?;
                    if !(b'0'..=b'7').contains(&digit) {
                        return Err(Reason::Object.into());
                    }
                    value = value << 3 | (digit - b'0');
                }
                value
            }
            _ => return Err(Reason::Object.into()),
        });
        Ok(())
    }

    fn array(&mut self, depth_left: u32) -> Step<Value> {
        self.expect(b"[")?;
        let mut values = Vec::new();
        loop {
            self.skip_space()?;
            if self.take(b"]")? {
                return Ok(Value::Array(values));
            }
            values.push(self.nested(depth_left)?);
        }
    }

    /// Reads what follows `<<`.
    fn dict(&mut self, depth_left: u32) -> Step<Value> {
        let mut dict = Dict::default();
        loop {
            self.skip_space()?;
            if self.take(b">>")? {
                break;
            }
            let key = self.name()?;
            self.skip_space()?;
            dict.0.push((key, self.nested(depth_left)?));
        }
        let mut keys: Vec<&[u8]> = dict.0.iter().map(|(key, _)| key.as_slice()).collect();
        keys.sort_unstable();
        if keys.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(Reason::DuplicateKey.into());
        }
        Ok(Value::Dict(dict))
    }

    /// Reads a number, or a reference such as `12 0 R`.
    fn number(&mut self) -> Step<Value> {
        let mut digits = Vec::new();
        while let Some(byte) = self.peek()?.filter(|&byte| is_regular(byte)) {
            digits.push(byte);
            self.at += 1;
            if digits.len() > NUMBER_LEN_MAX {
                return Err(Reason::Limit.into());
            }
        }
        let unsigned = digits.strip_prefix(b"-").or(digits.strip_prefix(b"+")).unwrap_or(&digits);
        let points = unsigned.iter().filter(|&&byte| byte == b'.').count();
        let well_formed = unsigned.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'.'));
        if !well_formed || points > 1 || unsigned.len() == points {
            return Err(Reason::Object.into());
        }
        if points == 1 {
            return Ok(Value::Real);
        }
        let value = std::str::from_utf8(&digits).ok().and_then(|text| text.parse::<i64>().ok());
        let value = value.ok_or(Reason::Object)?;
        let is_plain = digits.len() == unsigned.len() && (digits[0] != b'0' || digits.len() == 1);
        match u32::try_from(value).ok().filter(|_| is_plain) {
            Some(number) if self.take_reference()? => Ok(Value::Ref(number)),
            _ => Ok(Value::Int(value)),
        }
    }

    /// Takes the ` 0 R` that makes a number a reference. Another generation is refused later, since
    /// `R` alone is no value.
    fn take_reference(&mut self) -> Step<bool> {
        let start = self.at;
        if self.take(b" 0 R")? && !self.peek()?.is_some_and(is_regular) {
            return Ok(true);
        }
        self.at = start;
        Ok(false)
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// Tells whether a byte continues a word: neither a blank nor a delimiter.
fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

/// The value of one hex digit in either case.
pub(super) fn hex_value(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        _ => None,
    }
}
