//! The calendar of holidays: the one that ships, or an own one that takes its place.

use std::path::Path;
use std::sync::Arc;

use lisuan_core::clocks::Calendar;
use lisuan_core::moment::Date;
use serde::Deserialize;

use crate::App;
use crate::error::{Code, Error, Result};
use crate::home::{Home, write_whole};
use crate::wire::CalendarView;

/// A calendar of a century is smaller.
const FILE_BYTES_MAX: u64 = 256 << 10;
/// More years than any calendar has.
const YEARS_MAX: usize = 100;
/// A year has no more entries than days.
const ENTRIES_MAX: usize = 366;
const FILE: &str = "calendar.json";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarFile {
    source: String,
    years: Vec<Year>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    year: i16,
    /// Days, or first and last day with a slash between.
    off: Vec<String>,
    worked: Vec<String>,
}

impl App {
    /// The calendar in use.
    pub fn calendar(&self) -> CalendarView {
        in_use(&self.home).1
    }

    /// Takes a calendar in place of the one that ships; the file is checked and copied.
    ///
    /// # Errors
    /// When the file cannot be read or is no calendar.
    pub fn replace_calendar(&self, file: &Path) -> Result<CalendarView> {
        let text = text_of(file)?;
        let refused = || Error::new(Code::Settings).with("reason", "calendar");
        read(&text).ok_or_else(refused)?;
        self.home.make(&self.home.config)?;
        write_whole(&self.home.config.join(FILE), text.as_bytes())?;
        Ok(self.changed_calendar())
    }

    /// Goes back to the calendar that ships.
    ///
    /// # Errors
    /// When the own calendar cannot be taken away.
    pub fn reset_calendar(&self) -> Result<CalendarView> {
        let path = self.home.config.join(FILE);
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(Error::io(&path, error))
            }
            _ => Ok(self.changed_calendar()),
        }
    }

    /// The calendar in use, which the open case follows from now on.
    fn changed_calendar(&self) -> CalendarView {
        let (calendar, view) = in_use(&self.home);
        if let Some(session) = self.lock_session().as_mut() {
            session.worker.calendar = Arc::new(calendar);
        }
        view
    }
}

/// The calendar in use and what is known of it. An own one that does not read is passed over, and
/// that is told.
pub(crate) fn in_use(home: &Home) -> (Calendar, CalendarView) {
    let path = home.config.join(FILE);
    let own = path.is_file().then(|| text_of(&path).ok().and_then(|text| read(&text)));
    let broken = matches!(own, Some(None));
    let is_own = matches!(own, Some(Some(_)));
    let found = own.flatten().or_else(|| read(lisuan_assets::CALENDAR));
    let (calendar, source) = found.unwrap_or_default();
    let (first_year, last_year) = calendar.years.unwrap_or_default();
    (calendar, CalendarView { first_year, last_year, source, own: is_own, broken })
}

fn text_of(path: &Path) -> Result<String> {
    use std::io::Read as _;
    let failed = |error| Error::io(path, error);
    let mut text = String::new();
    let file = std::fs::File::open(path).map_err(failed)?;
    file.take(FILE_BYTES_MAX + 1).read_to_string(&mut text).map_err(failed)?;
    if text.len() as u64 > FILE_BYTES_MAX {
        return Err(Error::new(Code::Settings).with("reason", "calendar"));
    }
    Ok(text)
}

/// Reads a calendar; nothing where it is none: years that follow one another, each day in its
/// year, worked days on weekends alone.
fn read(text: &str) -> Option<(Calendar, String)> {
    let file: CalendarFile = serde_json::from_str(text.trim_start_matches('\u{feff}')).ok()?;
    let (first, last) = (file.years.first()?.year, file.years.last()?.year);
    if file.years.len() > YEARS_MAX || file.source.chars().count() > 400 {
        return None;
    }
    let mut calendar = Calendar { years: Some((first, last)), ..Calendar::default() };
    for (year, expected) in file.years.iter().zip(first..) {
        let many = year.off.len() > ENTRIES_MAX || year.worked.len() > ENTRIES_MAX;
        if year.year != expected || many {
            return None;
        }
        for entry in &year.off {
            calendar.off.extend(span(entry, year.year)?);
        }
        for entry in &year.worked {
            let weekday = Calendar::default();
            let days = span(entry, year.year)?;
            if days.iter().any(|day| weekday.is_working(*day)) {
                return None;
            }
            calendar.worked.extend(days);
        }
    }
    calendar.off.is_disjoint(&calendar.worked).then_some((calendar, file.source))
}

/// The days of an entry, all of them in its year.
fn span(entry: &str, year: i16) -> Option<Vec<Date>> {
    let (from, to) = entry.split_once('/').unwrap_or((entry, entry));
    let (from, to): (Date, Date) = (from.parse().ok()?, to.parse().ok()?);
    if from > to || from.year() != year || to.year() != year {
        return None;
    }
    Some(from.series(jiff::Span::new().days(1)).take_while(|day| *day <= to).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_that_ships_reads_and_knows_its_years() {
        let (calendar, source) = read(lisuan_assets::CALENDAR).unwrap();
        assert_eq!(calendar.years, Some((2024, 2026)), "three years ship");
        assert!(!source.is_empty(), "it says where it comes from");
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert!(!calendar.is_working(day("2025-10-08")), "Mid-Autumn fell into the National Day");
        assert!(calendar.is_working(day("2026-02-14")), "a Saturday that is worked");
        let in_year = |year: i16| {
            let of = |days: &std::collections::BTreeSet<Date>| {
                days.iter().filter(|day| day.year() == year).count()
            };
            (of(&calendar.off), of(&calendar.worked))
        };
        let counts = [2024, 2025, 2026].map(in_year);
        // As the notices count them: 28, 28 and 33 days off.
        assert_eq!(counts, [(28, 8), (28, 5), (33, 6)], "no day was lost or came twice");
    }

    #[test]
    fn what_is_no_calendar_is_refused() {
        let year = |year: i16, off: &str, worked: &str| {
            format!(r#"{{"year":{year},"off":[{off}],"worked":[{worked}]}}"#)
        };
        let file = |years: &str| format!(r#"{{"source":"x","years":[{years}]}}"#);
        let good = file(&year(2027, r#""2027-01-01""#, r#""2027-01-03""#));
        assert!(read(&good).is_some(), "a plain one reads");
        for (why, text) in [
            ("no years", file("")),
            ("a gap", file(&format!("{},{}", year(2027, "", ""), year(2029, "", "")))),
            ("a day of another year", file(&year(2027, r#""2026-01-01""#, ""))),
            ("backwards", file(&year(2027, r#""2027-01-05/2027-01-02""#, ""))),
            ("a worked Monday", file(&year(2027, "", r#""2027-01-04""#))),
            ("off and worked", file(&year(2027, r#""2027-01-03""#, r#""2027-01-03""#))),
            ("not JSON", "calendar".to_owned()),
        ] {
            assert!(read(&text).is_none(), "{why}");
        }
    }
}
