//! The date and time for a folder's name, without a calendar library.

use std::time::{SystemTime, UNIX_EPOCH};

/// The time now in UTC as `20261122-150211`: sorts by time and is a valid name everywhere.
pub fn stamp_now() -> String {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    stamp(since)
}

/// Seconds since 1970 in UTC as `YYYYMMDD-HHMMSS` (Gregorian; days counted from 1 March of
/// year 0, so that the leap day is the last of its year).
fn stamp(seconds: u64) -> String {
    let days = seconds / 86_400 + 719_468;
    let era = days / 146_097;
    let day_of_era = days % 146_097;
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    let rest = seconds % 86_400;
    format!("{year:04}{month:02}{day:02}-{:02}{:02}{:02}", rest / 3_600, rest / 60 % 60, rest % 60)
}

#[cfg(test)]
mod tests {
    use super::stamp;

    #[test]
    fn dates_come_out_as_the_calendar_says() {
        assert_eq!(stamp(0), "19700101-000000");
        assert_eq!(stamp(951_782_399), "20000228-235959", "the day before a leap day");
        assert_eq!(stamp(951_782_400), "20000229-000000", "2000 was a leap year");
        assert_eq!(stamp(1_795_359_731), "20261122-150211");
    }
}
