//! A claimed moment in the spelling of PDF.

use crate::error::PdfError;

/// Turns `2026-01-31T09:05:00+08:00` into `D:20260131090500+08'00'`.
///
/// # Errors
/// When the text is not a date and time to the second with an offset. A fraction is dropped.
pub fn pdf_date(text: &str) -> Result<String, PdfError> {
    parse(text).ok_or_else(|| PdfError::Time(text.chars().take(60).collect()))
}

fn parse(text: &str) -> Option<String> {
    let (date_time, rest) = text.split_at_checked(19)?;
    let shape = |t: &str, pattern: &str| {
        t.len() == pattern.len()
            && t.bytes().zip(pattern.bytes()).all(|(b, p)| match p {
                b'0' => b.is_ascii_digit(),
                _ => b == p,
            })
    };
    if !shape(date_time, "0000-00-00T00:00:00") {
        return None;
    }
    let rest = match rest.strip_prefix('.') {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    let digits: String = date_time.chars().filter(char::is_ascii_digit).collect();
    if rest == "Z" {
        return Some(format!("D:{digits}Z"));
    }
    if !shape(rest, "+00:00") && !shape(rest, "-00:00") {
        return None;
    }
    Some(format!("D:{digits}{}'{}'", &rest[..3], &rest[4..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_keeps_its_offset() {
        let spelled = [
            ("2026-01-31T09:05:00+08:00", "D:20260131090500+08'00'"),
            ("2026-01-31T09:05:00.123-03:30", "D:20260131090500-03'30'"),
            ("2026-01-31T09:05:00Z", "D:20260131090500Z"),
        ];
        for (text, expected) in spelled {
            assert_eq!(pdf_date(text).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn a_time_without_offset_is_refused() {
        for text in
            ["", "2026-01-31", "2026-01-31T09:05:00", "2026-01-31T09:05:00 理算", "理算理算理算理"]
        {
            assert!(matches!(pdf_date(text), Err(PdfError::Time(_))), "{text:?}");
        }
    }
}
