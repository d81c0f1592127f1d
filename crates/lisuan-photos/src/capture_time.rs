//! Capture times as EXIF writes them: local civil text, and perhaps an offset.

/// What a date-and-time field says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CivilTime {
    /// A real date and time, as `YYYY-MM-DDTHH:MM:SS`.
    Known(String),
    /// Zeros or blanks: the camera's clock was never set.
    Zeroed,
    /// Neither; the text as it stands.
    Unreadable(String),
}

/// Reads `YYYY:MM:DD HH:MM:SS` (CIPA DC-008, `DateTimeOriginal`).
///
/// Some editors write `-` or `/` between the parts of the date or a `T` before the time; these are
/// accepted. Anything after the seconds is not looked at.
pub(crate) fn civil_time(text: &str) -> CivilTime {
    if text.chars().all(|c| matches!(c, '0' | ':' | ' ' | '-' | '/')) {
        return CivilTime::Zeroed;
    }
    match parts(text.as_bytes()) {
        Some([year, month, day, hour, minute, second])
            if year > 0 && is_date(year, month, day) && hour < 24 && minute < 60 && second < 60 =>
        {
            CivilTime::Known(format!(
                "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
            ))
        }
        _ => CivilTime::Unreadable(text.to_owned()),
    }
}

fn parts(text: &[u8]) -> Option<[u16; 6]> {
    let separators = [(4, b":-/"), (7, b":-/"), (10, b" T "), (13, b":::"), (16, b":::")];
    for (at, allowed) in separators {
        if !allowed.contains(text.get(at)?) {
            return None;
        }
    }
    Some([
        number(text.get(0..4)?)?,
        number(text.get(5..7)?)?,
        number(text.get(8..10)?)?,
        number(text.get(11..13)?)?,
        number(text.get(14..16)?)?,
        number(text.get(17..19)?)?,
    ])
}

fn number(digits: &[u8]) -> Option<u16> {
    digits.iter().try_fold(0_u16, |value, &digit| {
        let digit = digit.is_ascii_digit().then_some(u16::from(digit.wrapping_sub(b'0')))?;
        value.checked_mul(10)?.checked_add(digit)
    })
}

fn is_date(year: u16, month: u16, day: u16) -> bool {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

/// Reads `+08:00`, `-04:00` or `Z` (CIPA DC-008, `OffsetTimeOriginal`) as minutes east of UTC.
pub(crate) fn offset_minutes(text: &str) -> Option<i16> {
    if text == "Z" {
        return Some(0);
    }
    let text = text.as_bytes();
    let minutes = match (text.len(), text.get(3)) {
        (6, Some(b':')) => {
            let minute = number(text.get(4..6)?)?;
            (minute < 60).then_some(number(text.get(1..3)?)? * 60 + minute)?
        }
        _ => return None,
    };
    // No place on Earth is further from UTC than fourteen hours.
    let minutes = i16::try_from(minutes).ok().filter(|&minutes| minutes <= 14 * 60)?;
    match text.first()? {
        b'+' => Some(minutes),
        b'-' => Some(-minutes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_times_and_tells_unset_clocks_from_nonsense() {
        let known = |text: &str| CivilTime::Known(text.to_owned());
        let unreadable = |text: &str| CivilTime::Unreadable(text.to_owned());
        let cases = [
            ("2020:05:04 18:39:11", known("2020-05-04T18:39:11")),
            ("2020-02-29T00:00:00", known("2020-02-29T00:00:00")),
            ("2021:02:29 00:00:00", unreadable("2021:02:29 00:00:00")),
            ("2020:13:01 00:00:00", unreadable("2020:13:01 00:00:00")),
            ("2020:05:04 24:00:00", unreadable("2020:05:04 24:00:00")),
            ("0000:00:00 00:00:00", CivilTime::Zeroed),
            ("    :  :     :  :  ", CivilTime::Zeroed),
            ("", CivilTime::Zeroed),
            ("yesterday", unreadable("yesterday")),
            ("2020:05:04 18:39:1", unreadable("2020:05:04 18:39:1")),
        ];
        for (text, want) in cases {
            assert_eq!(civil_time(text), want, "capture time {text:?}");
        }
    }

    #[test]
    fn reads_offsets() {
        let cases = [
            ("+08:00", Some(480)),
            ("-04:00", Some(-240)),
            ("+05:45", Some(345)),
            ("Z", Some(0)),
            ("+14:01", None),
            ("+08:60", None),
            ("08:00", None),
            ("+0800", None),
            ("   :  ", None),
        ];
        for (text, want) in cases {
            assert_eq!(offset_minutes(text), want, "offset {text:?}");
        }
    }
}
