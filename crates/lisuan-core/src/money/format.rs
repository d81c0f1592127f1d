//! Numbers as people read them.

use rust_decimal::Decimal;

use super::round_decimal;

/// Writes a number with so many decimals and no separators: `24800.00`.
pub fn plain(value: Decimal, places: u32) -> String {
    let rounded = round_decimal(value, places);
    // "-0.00" would suggest that something is owed.
    let rounded = if rounded.is_zero() { rounded.abs() } else { rounded };
    format!("{rounded:.*}", places as usize)
}

/// Writes a number with thousands separators and so many decimals: `24,800.00` (rules.md 1.10).
pub fn grouped(value: Decimal, places: u32) -> String {
    let plain = plain(value, places);
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut out = String::with_capacity(plain.len() + whole.len() / 3 + 1);
    out.push_str(sign);
    for (i, digit) in whole.chars().enumerate() {
        if i > 0 && (whole.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if !part.is_empty() {
        out.push('.');
        out.push_str(part);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn separators_and_decimals() {
        for (value, places, expected) in [
            ("24800", 2, "24,800.00"),
            ("-1234567.895", 2, "-1,234,567.90"),
            ("999", 0, "999"),
            ("1000", 0, "1,000"),
            ("-0.001", 2, "0.00"),
            ("12.3456", 3, "12.346"),
        ] {
            assert_eq!(grouped(value.parse().unwrap(), places), expected, "{value}");
        }
    }
}
