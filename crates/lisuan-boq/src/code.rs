//! Item codes: twelve digits of GB 50500, shorter ones of companies, hyphenated ones of highways.

use crate::choices::Choices;
use crate::narrow::tight;
use crate::warning::{Warning, kind};

/// A code as it is compared, and as typed where it was completed.
pub(crate) struct Code {
    pub(crate) code: String,
    pub(crate) raw: Option<String>,
    pub(crate) warning: Option<Warning>,
}

/// Reads a code. `base` is the hyphenated code above, to which `-a` belongs.
pub(crate) fn read(text: &str, row: u32, base: Option<&str>, choices: &Choices) -> Code {
    let plain: String =
        tight(text).chars().map(|c| if "−–—‒―".contains(c) { '-' } else { c }).collect();
    let digits = plain.chars().all(|c| c.is_ascii_digit());
    // The first two digits are the trade, 01 to 09: a spreadsheet that took the code for a number
    // left eleven of the twelve.
    if digits && plain.len() == 11 && choices.restore_leading_zero {
        let code = format!("0{plain}");
        let warning = Warning::at(row, kind::CODE_LEADING_ZERO_LOST);
        let warning = warning.text("raw", &*plain).text("restored", &*code);
        return Code { code, raw: Some(plain), warning: Some(warning) };
    }
    if let Some((mantissa, exponent)) = plain.split_once("E+").or_else(|| plain.split_once("e+"))
        && mantissa.chars().all(|c| c.is_ascii_digit() || c == '.')
        && exponent.parse::<u32>().is_ok()
    {
        let warning = Warning::at(row, kind::CODE_SCIENTIFIC).text("raw", &*plain);
        return Code { code: plain, raw: None, warning: Some(warning) };
    }
    if let Some(base) = base.filter(|_| is_relative(&plain)) {
        let tail = plain.trim_start_matches('-').trim_matches(['(', ')']);
        return Code { code: format!("{base}-{tail}"), raw: Some(plain), warning: None };
    }
    Code { code: plain, raw: None, warning: None }
}

/// `-a`, `a`, `(a)`: a letter that continues the code above.
pub(crate) fn is_relative(code: &str) -> bool {
    let letter = code.trim_start_matches('-').trim_matches(['(', ')']);
    let hyphen = code.starts_with('-');
    match letter.len() {
        1 => {
            letter.chars().all(|c| c.is_ascii_lowercase())
                || hyphen && letter.chars().all(|c| c.is_ascii_digit())
        }
        2..=3 => hyphen && letter.chars().all(|c| c.is_ascii_alphanumeric()),
        _ => false,
    }
}

/// The code that relative ones below continue: digits with hyphens, as highways have them.
pub(crate) fn is_base(code: &str) -> bool {
    code.starts_with(|c: char| c.is_ascii_digit())
        && code.len() <= 16
        && (code.contains('-') || code.len() == 3)
        && code.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

/// Whether a code is long enough that finding it twice means something.
pub(crate) fn is_distinct(code: &str) -> bool {
    code.len() >= 5 && code.contains(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_as_they_come() {
        let choices = Choices::default();
        let code = |text, base| read(text, 1, base, &choices);
        assert_eq!(code("010503002\n001", None).code, "010503002001", "a line break is dropped");
        assert_eq!(code("０４０３０３００５００１", None).code, "040303005001");
        let lost = code("40301001001", None);
        assert_eq!(
            (lost.code.as_str(), lost.raw.as_deref()),
            ("040301001001", Some("40301001001"))
        );
        assert!(lost.warning.is_some(), "it is said");
        assert_eq!(code("-a", Some("203-1")).code, "203-1-a");
        assert_eq!(code("a", Some("203-1")).code, "203-1-a");
        assert_eq!(code("203-1-a", Some("203-1")).code, "203-1-a");
        assert_eq!(code("04B001", Some("203-1")).code, "04B001");
        assert!(code("4.0301E+10", None).warning.is_some(), "its digits are gone");
        let kept = Choices { restore_leading_zero: false, ..Choices::default() };
        assert_eq!(read("40301001001", 1, None, &kept).code, "40301001001", "by choice as it is");
    }
}
