//! What a field may hold, and the one spelling of each value.

use jiff::civil::{Date, DateTime};
use rust_decimal::Decimal;

use super::{ALIVE, Kind};
use crate::id::Id;
use crate::moment::Moment;

/// The shape of a field's value. All values are text in the journal and in the case file; each
/// value has exactly one spelling, so that equal values are equal texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Free text of at most so many characters; control characters other than line break and tab
    /// are refused.
    Text(usize),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// An exact decimal without exponent, thousands separators or superfluous zeros before the
    /// point; zeros after the point are kept as typed.
    Decimal,
    /// A share or a rate, kept as a fraction of one: `15%` is `0.15`. More than one is kept as
    /// typed, so that the finding about it has a place.
    Ratio,
    /// A whole number.
    Integer,
    /// `2026-11-22`.
    Date,
    /// `2026-11-22T15:02:11`, a reading without a known offset.
    LocalTime,
    /// `2026-11-22T15:02:11+08:00`.
    Moment,
    /// The key of a record of that kind.
    Reference(Kind),
    /// A SHA-256 digest in lower-case hex.
    Digest,
}

/// One field of a kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldDef {
    /// Name in the case file and on the wire.
    pub name: &'static str,
    /// What it may hold.
    pub shape: Shape,
}

pub(super) static ALIVE_FIELD: FieldDef =
    FieldDef { name: ALIVE, shape: Shape::Choice(&["0", "1"]) };

/// A value that its field cannot hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadValue {
    /// The text does not read as the shape asks.
    #[error("not a {expected}: {text:?}")]
    Shape {
        /// What was expected.
        expected: &'static str,
        /// The start of what was found.
        text: String,
    },
    /// The text is longer than the field allows.
    #[error("longer than {limit} characters")]
    TooLong {
        /// The limit in characters.
        limit: usize,
    },
    /// A decimal beyond what the program computes with.
    #[error("a number with more than 28 digits: {text:?}")]
    TooLarge {
        /// The start of what was found.
        text: String,
    },
}

/// The largest absolute value of a decimal field. Ten to the fifteenth is more than any sum
/// insured in any currency, and leaves room for exact products.
const DECIMAL_MAX: i64 = 1_000_000_000_000_000;
/// More decimals than any price list prints.
const SCALE_MAX: u32 = 10;

impl Shape {
    /// Checks a value and gives its one spelling.
    pub fn canonical(self, text: &str) -> Result<String, BadValue> {
        let bad = |expected| BadValue::Shape { expected, text: text.chars().take(60).collect() };
        match self {
            Self::Text(limit) => {
                if text.chars().count() > limit {
                    return Err(BadValue::TooLong { limit });
                }
                let text = text.replace("\r\n", "\n");
                if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
                    return Err(bad("text"));
                }
                Ok(text)
            }
            Self::Choice(words) => {
                words.contains(&text).then(|| text.to_owned()).ok_or_else(|| bad("choice"))
            }
            Self::Decimal => canonical_decimal(text),
            Self::Ratio => canonical_ratio(text),
            Self::Integer => {
                text.parse::<i64>().map(|n| n.to_string()).map_err(|_| bad("whole number"))
            }
            Self::Date => date(text).map(|d| d.to_string()).ok_or_else(|| bad("date")),
            Self::LocalTime => typed_time(text).map(|t| t.to_string()).ok_or_else(|| bad("time")),
            Self::Moment => {
                text.parse::<Moment>().map(|m| m.to_string()).map_err(|_| bad("time with offset"))
            }
            Self::Reference(_) => {
                text.parse::<Id>().map(|id| id.to_string()).map_err(|_| bad("key"))
            }
            Self::Digest => {
                let hex = text.len() == 64
                    && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
                hex.then(|| text.to_owned()).ok_or_else(|| bad("SHA-256 digest"))
            }
        }
    }
}

/// Reads a decimal as people type it: full-width digits, thousands separators and a leading `+`
/// are accepted; exponents are not.
fn canonical_decimal(text: &str) -> Result<String, BadValue> {
    let start = || text.chars().take(60).collect::<String>();
    let plain: String = text
        .trim()
        .chars()
        .filter(|c| !matches!(c, ',' | '，' | ' ' | '\u{a0}'))
        .map(|c| match c {
            '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
            '．' => '.',
            '－' | '−' => '-',
            '＋' => '+',
            other => other,
        })
        .collect();
    let ok = !plain.is_empty() && plain.chars().all(|c| c.is_ascii_digit() || "+-.".contains(c));
    if !ok {
        return Err(BadValue::Shape { expected: "number", text: start() });
    }
    if plain.len() > 40 {
        return Err(BadValue::TooLarge { text: start() });
    }
    let value: Decimal =
        plain.parse().map_err(|_| BadValue::Shape { expected: "number", text: start() })?;
    if value.abs() > Decimal::from(DECIMAL_MAX) || value.scale() > SCALE_MAX {
        return Err(BadValue::TooLarge { text: start() });
    }
    // "-0" and "0" would be two spellings of one value.
    Ok(if value.is_zero() { value.abs().to_string() } else { value.to_string() })
}

/// Reads `15%`, `15％` and `0.15`; the percent sign is the only one that divides.
fn canonical_ratio(text: &str) -> Result<String, BadValue> {
    let Some(percent) = text.trim().strip_suffix(['%', '％']) else {
        return canonical_decimal(text);
    };
    let value = canonical_decimal(percent)?;
    // Two more places, never rounded: 12.5 % is 0.125.
    let bad = || BadValue::TooLarge { text: text.chars().take(60).collect() };
    let value: Decimal = value.parse().map_err(|_| bad())?;
    let scale = value.scale() + 2;
    if scale > SCALE_MAX {
        return Err(bad());
    }
    let mut fraction = value;
    fraction.set_scale(scale).map_err(|_| bad())?;
    canonical_decimal(&fraction.normalize().to_string())
}

fn date(text: &str) -> Option<Date> {
    let date: Date = text.parse().ok()?;
    (date.to_string() == text && date.year() > 0).then_some(date)
}

fn local_time(text: &str) -> Option<DateTime> {
    let time: DateTime = text.parse().ok()?;
    (time.to_string() == text && text.len() == 19).then_some(time)
}

/// The same as people type it: a space for the `T`, the seconds left out.
fn typed_time(text: &str) -> Option<DateTime> {
    let mut text = text.trim().replacen(' ', "T", 1);
    if text.len() == 16 {
        text.push_str(":00");
    }
    local_time(&text)
}

/// A typed value as a field keeps it.
pub trait FieldValue: Sized {
    /// The value, or nothing when the text was not written through [`Shape::canonical`].
    fn from_field(text: &str) -> Option<Self>;

    /// The value in its one spelling.
    fn to_field(&self) -> String;
}

impl FieldValue for String {
    fn from_field(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }

    fn to_field(&self) -> String {
        self.clone()
    }
}

impl FieldValue for Decimal {
    fn from_field(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn to_field(&self) -> String {
        self.to_string()
    }
}

impl FieldValue for i64 {
    fn from_field(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn to_field(&self) -> String {
        self.to_string()
    }
}

impl FieldValue for Date {
    fn from_field(text: &str) -> Option<Self> {
        date(text)
    }

    fn to_field(&self) -> String {
        self.to_string()
    }
}

impl FieldValue for DateTime {
    fn from_field(text: &str) -> Option<Self> {
        local_time(text)
    }

    fn to_field(&self) -> String {
        self.to_string()
    }
}

impl FieldValue for Moment {
    fn from_field(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn to_field(&self) -> String {
        self.to_string()
    }
}

impl FieldValue for Id {
    fn from_field(text: &str) -> Option<Self> {
        text.parse().ok()
    }

    fn to_field(&self) -> String {
        self.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_has_one_spelling_and_keeps_its_zeros() {
        for (typed, kept) in [
            ("1,234.50", "1234.50"),
            ("１２．５", "12.5"),
            ("+3", "3"),
            ("-0.00", "0.00"),
            ("007", "7"),
            (" 20,000,000 ", "20000000"),
        ] {
            assert_eq!(Shape::Decimal.canonical(typed).as_deref(), Ok(kept), "typed {typed:?}");
        }
        for typed in ["", "1e5", "abc", "1.2.3", "9999999999999999", "0.12345678901", "--1"] {
            assert!(Shape::Decimal.canonical(typed).is_err(), "{typed:?} is no plain decimal");
        }
    }

    #[test]
    fn a_percentage_is_kept_as_a_fraction() {
        for (typed, kept) in [
            ("15%", "0.15"),
            ("１２．５％", "0.125"),
            ("0.85", "0.85"),
            ("100 %", "1"),
            ("0%", "0"),
        ] {
            assert_eq!(Shape::Ratio.canonical(typed).as_deref(), Ok(kept), "typed {typed:?}");
            assert_eq!(Shape::Ratio.canonical(kept).as_deref(), Ok(kept), "{kept} stays as it is");
        }
        for typed in ["", "%", "15%%", "a%", "0.123456789%"] {
            assert!(Shape::Ratio.canonical(typed).is_err(), "{typed:?} is no ratio");
        }
    }

    #[test]
    fn canonical_is_idempotent_and_strict() {
        for (shape, text) in [
            (Shape::Date, "2026-11-22"),
            (Shape::LocalTime, "2026-11-22T15:02:11"),
            (Shape::Moment, "2026-11-22T15:02:11+08:00"),
            (Shape::Integer, "-12"),
            (Shape::Text(20), "两行\n文字"),
            (Shape::Choice(&["a", "b"]), "b"),
        ] {
            assert_eq!(shape.canonical(text).as_deref(), Ok(text), "{text} is already canonical");
        }
        for (shape, text) in [
            (Shape::Date, "2026-02-30"),
            (Shape::Date, "2026-1-2"),
            (Shape::LocalTime, "2026-11-22"),
            (Shape::Text(2), "三个字"),
            (Shape::Text(20), "bell\u{7}"),
            (Shape::Choice(&["a", "b"]), "c"),
            (Shape::Digest, "ABC"),
        ] {
            assert!(shape.canonical(text).is_err(), "{text:?} must be refused");
        }
    }
}
