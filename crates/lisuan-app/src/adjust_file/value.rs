//! Single values: text as it stands in the file, to what the engine computes with.

use std::str::FromStr;

use lisuan_core::moment::Date;
use lisuan_core::money::{Currency, Exact};
use lisuan_core::quantity;
use rust_decimal::Decimal;

use super::node::Node;
use super::problem::{Code, Fault};

/// The most digits before the point: a thousand times the wealth of the world, and far enough from
/// the 28 digits of a decimal that sums of a hundred thousand lines fit.
const WHOLE_DIGITS_MAX: usize = 18;
/// The most digits after the point.
const DECIMALS_MAX: usize = 10;
/// The most characters of a name, clause or remark.
pub(super) const TEXT_CHARS_MAX: usize = 2_000;
/// The most characters of a short id or a scenario's name.
pub(super) const ID_CHARS_MAX: usize = 64;

/// A quantity as it was written.
#[derive(Debug, Clone)]
pub(super) struct Written {
    /// Its exact value.
    pub value: Exact,
    /// The result that the text states behind `=`, where it states one.
    pub stated: Option<Decimal>,
}

fn text_of(node: &Node) -> Result<&str, Fault> {
    match node {
        Node::Text(text) => Ok(text),
        Node::Number => Err(Fault::new(Code::NumberWithoutQuotes)),
        _ => Err(Fault::new(Code::Kind).with("expected", "text")),
    }
}

/// A name, clause or remark.
pub(super) fn text(node: &Node) -> Result<String, Fault> {
    let text = text_of(node)?;
    if text.chars().nth(TEXT_CHARS_MAX).is_some() {
        return Err(Fault::new(Code::TooLong).with("limit", TEXT_CHARS_MAX));
    }
    let plain = |c: char| !c.is_control() || matches!(c, '\n' | '\t');
    if !text.chars().all(plain) {
        return Err(Fault::new(Code::ControlCharacter));
    }
    Ok(text.to_owned())
}

/// A short id or a scenario's name.
pub(super) fn short_id(text: &str) -> Result<(), Fault> {
    let fits = text.chars().nth(ID_CHARS_MAX).is_none();
    let plain = !text.is_empty() && text.trim() == text && !text.chars().any(char::is_control);
    if fits && plain {
        return Ok(());
    }
    Err(Fault::new(Code::Id).with("value", text).with("limit", ID_CHARS_MAX))
}

/// `true` or `false`.
pub(super) fn yes_no(node: &Node) -> Result<bool, Fault> {
    match node {
        Node::Bool(value) => Ok(*value),
        _ => Err(Fault::new(Code::Kind).with("expected", "yes-no")),
    }
}

/// Digits with an optional minus and point, nothing else: `-1234.50`.
fn decimal(text: &str) -> Result<Decimal, Fault> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, part) = digits.split_once('.').unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !plain(whole) || !plain(part) {
        return Err(Fault::new(Code::Number).with("value", text));
    }
    let too_large = || {
        let fault = Fault::new(Code::TooLarge).with("digits", WHOLE_DIGITS_MAX);
        fault.with("decimals", DECIMALS_MAX)
    };
    let whole = whole.trim_start_matches('0');
    if whole.len() > WHOLE_DIGITS_MAX || part.len() > DECIMALS_MAX {
        return Err(too_large());
    }
    Decimal::from_str_exact(text).map_err(|_| too_large())
}

/// An amount that may be below zero.
pub(super) fn signed(node: &Node) -> Result<Decimal, Fault> {
    decimal(text_of(node)?)
}

/// An amount.
pub(super) fn amount(node: &Node) -> Result<Decimal, Fault> {
    let text = text_of(node)?;
    let value = decimal(text)?;
    if value.is_sign_negative() && !value.is_zero() {
        return Err(Fault::new(Code::Negative).with("value", text));
    }
    Ok(value)
}

/// A whole number, such as a number of days.
pub(super) fn count(node: &Node) -> Result<u32, Fault> {
    let text = text_of(node)?;
    let digits = (1..=9).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let number = text.parse().ok().filter(|_| digits);
    number.ok_or_else(|| Fault::new(Code::Count).with("value", text))
}

/// A rate of exchange.
pub(super) fn positive(node: &Node) -> Result<Decimal, Fault> {
    let text = text_of(node)?;
    let value = decimal(text)?;
    if value <= Decimal::ZERO {
        return Err(Fault::new(Code::NotPositive).with("value", text));
    }
    Ok(value)
}

/// A ratio, `0.15` or `15%`; whether it may be above one is the engine's business (ADJ-04).
pub(super) fn ratio(node: &Node) -> Result<Decimal, Fault> {
    let text = text_of(node)?;
    let number = text.strip_suffix('%').map(str::trim_end);
    let not_a_ratio = || Fault::new(Code::Ratio).with("value", text);
    let value = decimal(number.unwrap_or(text)).map_err(|_| not_a_ratio())?;
    match number {
        None => Ok(value),
        Some(_) => value.checked_mul(Decimal::new(1, 2)).ok_or_else(not_a_ratio),
    }
}

/// A date, `2026-11-22`.
pub(super) fn date(node: &Node) -> Result<Date, Fault> {
    let text = text_of(node)?;
    let date = Date::from_str(text).ok().filter(|date| date.to_string() == text);
    date.ok_or_else(|| Fault::new(Code::Date).with("value", text))
}

/// A currency, `CNY`.
pub(super) fn currency(node: &Node) -> Result<Currency, Fault> {
    let text = text_of(node)?;
    text.parse().map_err(|_| Fault::new(Code::Currency).with("value", text))
}

/// A word of a list; a switch with two positions also takes `true` and `false` without quotes.
pub(super) fn word(node: &Node, words: &[&'static str]) -> Result<&'static str, Fault> {
    let text = match node {
        Node::Bool(true) => "true",
        Node::Bool(false) => "false",
        _ => text_of(node)?,
    };
    let known = words.iter().find(|word| **word == text).copied();
    known.ok_or_else(|| Fault::new(Code::Word).with("value", text).with("words", words.join(", ")))
}

/// A quantity as an expression.
pub(super) fn quantity(node: &Node) -> Result<Written, Fault> {
    match quantity::parse(text_of(node)?) {
        Ok(expression) => Ok(Written { value: expression.value, stated: expression.stated }),
        Err(problem) => Err(Fault::new(Code::Expression)
            .with("problem", problem.kind.as_str())
            .with("at", problem.at_char + 1)),
    }
}
