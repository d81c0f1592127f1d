//! Numbers as people type them.

use rust_decimal::Decimal;

use crate::choices::Choices;
use crate::narrow::narrow;
use crate::table::{Cell, scientific};
use crate::warning::{Warning, kind};

/// What was read where a number should stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Typed {
    /// A number as it should be.
    Plain(Decimal),
    /// In brackets: a deduction.
    Bracketed(Decimal),
    /// `—` or `/`: nothing of it.
    Placeholder,
    /// Something else.
    Unread,
}

const SIGNS_OF_MONEY: [&str; 7] = ["RMB", "CNY", "USD", "¥", "￥", "$", "€"];

/// Reads a number in narrow or full width, with separators, a sign of money and either minus.
pub(crate) fn typed(text: &str) -> Typed {
    let mut text: String = text
        .chars()
        .map(narrow)
        .map(|c| match c {
            '−' | '–' | '—' | '‒' | '―' | '﹣' | '─' => '-',
            '，' | '、' => ',',
            '。' => '.',
            other => other,
        })
        .filter(|c| !c.is_whitespace() && *c != '\u{feff}' && *c != '\'')
        .collect();
    if matches!(text.as_str(), "-" | "--" | "/" | "\\" | "//" | "无" | "nil" | "Nil" | "NIL") {
        return Typed::Placeholder;
    }
    for sign in SIGNS_OF_MONEY {
        text = text.replace(sign, "");
    }
    if let Some(amount) = text.strip_suffix('元') {
        text = amount.to_owned();
    }
    if let Some(inner) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) {
        return digits(inner).map_or(Typed::Unread, |number| Typed::Bracketed(-number));
    }
    let (negative, body) = match (text.strip_prefix('-'), text.strip_suffix('-')) {
        (Some(body), _) => (true, body),
        (None, Some(body)) => (true, body),
        (None, None) => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    match digits(body) {
        Some(number) if negative => Typed::Plain(-number),
        Some(number) => Typed::Plain(number),
        None => Typed::Unread,
    }
}

/// Digits with separators of thousands. A comma that does not stand before three digits would be a
/// decimal comma: `1.234,56` and `12,5` are read as such, since nothing else is meant by them.
fn digits(text: &str) -> Option<Decimal> {
    let known = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | 'e' | 'E' | '-' | '+');
    if !text.starts_with(|c: char| c.is_ascii_digit() || c == '.') || !text.chars().all(known) {
        return None;
    }
    if text.contains(['e', 'E']) {
        return scientific(text);
    }
    let plain = match (text.rfind(','), text.rfind('.')) {
        (None, _) => text.to_owned(),
        (Some(comma), Some(point)) if comma > point => {
            let (whole, fraction) = text.split_at(comma);
            if !grouped(whole, '.') {
                return None;
            }
            format!("{}.{}", whole.replace('.', ""), &fraction[1..])
        }
        (Some(_), point) => {
            let (whole, fraction) = text.split_at(point.unwrap_or(text.len()));
            match (grouped(whole, ','), point) {
                (true, _) => format!("{}{fraction}", whole.replace(',', "")),
                (false, None) if whole.matches(',').count() == 1 => whole.replace(',', "."),
                _ => return None,
            }
        }
    };
    (plain.matches('.').count() <= 1).then(|| Decimal::from_str_exact(&plain).ok())?
}

/// Whether separators stand before three digits each, as in 1,234,567; also in the Indian manner.
fn grouped(whole: &str, separator: char) -> bool {
    let mut groups = whole.split(separator);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let inner = rest.iter().rev().skip(1).all(|group| matches!(group.len(), 2 | 3));
    !first.is_empty()
        && first.len() <= 3
        && inner
        && rest.last().is_none_or(|last| last.len() == 3)
        && whole.chars().all(|c| c.is_ascii_digit() || c == separator)
}

/// A number of a row with what is to be said about it.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) value: Option<Decimal>,
    /// The cell holds something, read or not.
    pub(crate) filled: bool,
    /// A formula failed.
    pub(crate) failed: bool,
    pub(crate) warning: Option<Warning>,
}

/// The number in a cell. `plain_text` says that all numbers of the file are text.
pub(crate) fn found(
    cell: Option<&Cell>,
    row: u32,
    field: &'static str,
    plain_text: bool,
    choices: &Choices,
) -> Found {
    let warn = |kind, raw: &str| Some(Warning::at(row, kind).text("field", field).text("raw", raw));
    match cell {
        None => Found::default(),
        Some(Cell::Number(number)) => {
            Found { value: Some(*number), filled: true, ..Found::default() }
        }
        Some(Cell::Error(error)) => {
            let warning = Warning::at(row, kind::ERROR_CELL);
            let mut warning = warning.text("field", field).text("error", &*error.name);
            if let Some(formula) = &error.formula {
                warning = warning.text("formula", &**formula);
            }
            Found { filled: true, failed: true, warning: Some(warning), value: None }
        }
        Some(Cell::Text(text)) => {
            let (value, warning) = match typed(text) {
                Typed::Plain(number) if plain_text => (Some(number), None),
                Typed::Plain(number) => (Some(number), warn(kind::NUMBER_FROM_TEXT, text)),
                Typed::Bracketed(number) if choices.brackets_are_negative => {
                    (Some(number), warn(kind::BRACKET_NEGATIVE, text))
                }
                Typed::Placeholder if choices.placeholders_are_zero => {
                    (Some(Decimal::ZERO), warn(kind::PLACEHOLDER_AS_ZERO, text))
                }
                // By choice it says nothing, so nothing is there.
                Typed::Placeholder => (None, None),
                Typed::Bracketed(_) | Typed::Unread => (None, warn(kind::NUMBER_UNREAD, text)),
            };
            Found {
                value: value.map(|value| value.normalize()),
                filled: true,
                failed: false,
                warning,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_as_typed() {
        for (text, expected) in [
            ("１２．５０", "12.50"),
            ("1,284.60", "1284.60"),
            ("763.25  ", "763.25"),
            ("￥702.5500", "702.5500"),
            ("1，０２0", "1020"),
            ("－120.5", "-120.5"),
            ("−3", "-3"),
            ("120.5-", "-120.5"),
            ("12 345.5", "12345.5"),
            ("1.234,56", "1234.56"),
            ("12,5", "12.5"),
            ("12,34,567.5", "1234567.5"),
            ("4.5E+03", "4500.0"),
            (".5", "0.5"),
            ("58,956.00元", "58956.00"),
        ] {
            assert_eq!(typed(text), Typed::Plain(expected.parse().unwrap()), "{text:?}");
        }
        assert_eq!(typed("（35.20）"), Typed::Bracketed("-35.20".parse().unwrap()));
        for text in ["—", "/", "-", "－", " — "] {
            assert_eq!(typed(text), Typed::Placeholder, "{text:?} stands for nothing");
        }
        for text in ["12m3", "1.2.3", "1,23,4", "待定", "()", "", "3-4", "1e999", "（甲供）"]
        {
            assert_eq!(typed(text), Typed::Unread, "{text:?} is no number");
        }
    }
}
