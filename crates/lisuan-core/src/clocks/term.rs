//! How a term is counted: when it ends.
//!
//! The day on which a term starts is not counted (民法典 201); a term of months or years ends on
//! the corresponding day, or on the last day of a month that has none (202); a last day that is no
//! working day moves to the next one that is (203). Which days those are is data, so that a year's
//! calendar of holidays can be edited.

use std::collections::BTreeSet;

use jiff::Span;
use jiff::civil::Weekday;

use crate::moment::Date;

/// How long a term runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// Days, working or not.
    Days(u16),
    /// Months.
    Months(u16),
    /// Years.
    Years(u16),
}

/// A time in which a term stands still, such as while requested papers are out (Interpretation II
/// art. 15).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pause {
    /// The day it begins: the request reached the claimant.
    pub from: Date,
    /// The day it ends: the papers arrived; not yet when empty.
    pub to: Option<Date>,
}

/// Which days are worked on beside the usual week.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar {
    /// Statutory holidays, weekends among them or not.
    pub off: BTreeSet<Date>,
    /// Saturdays and Sundays that are worked instead.
    pub worked: BTreeSet<Date>,
    /// The years whose holidays are known, the first and the last; in others only weekends count.
    pub years: Option<(i16, i16)>,
}

impl Calendar {
    /// Whether a day is worked on.
    pub fn is_working(&self, day: Date) -> bool {
        let weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        self.worked.contains(&day) || (!weekend && !self.off.contains(&day))
    }

    /// Whether the holidays around a day are known.
    pub fn knows(&self, day: Date) -> bool {
        self.years.is_some_and(|(first, last)| (first..=last).contains(&day.year()))
    }

    /// The day itself or the next one that is worked on; nothing at the end of time.
    fn from(&self, mut day: Date) -> Option<Date> {
        while !self.is_working(day) {
            day = day.tomorrow().ok()?;
        }
        Some(day)
    }
}

/// When a term ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deadline {
    /// The day it comes to by counting, pauses added.
    pub counted: Date,
    /// The last day: the same, or the next working day.
    pub last: Date,
}

/// The end of a term; nothing while a pause that began before it has no end, or beyond the years
/// that dates have.
pub fn deadline(
    start: Date,
    term: Term,
    pauses: &[Pause],
    calendar: &Calendar,
) -> Option<Deadline> {
    let span = match term {
        Term::Days(days) => Span::new().days(days),
        Term::Months(months) => Span::new().months(months),
        Term::Years(years) => Span::new().years(years),
    };
    let mut counted = start.checked_add(span).ok()?;
    let mut pauses = pauses.to_vec();
    pauses.sort();
    // Days that two pauses share stand still once.
    let mut paused_to = start;
    for pause in pauses {
        let from = pause.from.max(paused_to);
        if from > counted {
            break;
        }
        let to = pause.to?;
        if to > from {
            counted = counted.checked_add(to.since(from).ok()?).ok()?;
            paused_to = to;
        }
    }
    Some(Deadline { counted, last: calendar.from(counted)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn end(start: &str, term: Term, pauses: &[Pause]) -> Option<String> {
        deadline(day(start), term, pauses, &Calendar::default()).map(|d| d.last.to_string())
    }

    #[test]
    fn months_end_on_the_corresponding_day_or_the_last() {
        assert_eq!(end("2026-01-31", Term::Months(1), &[]).as_deref(), Some("2026-03-02"));
        assert_eq!(end("2024-02-29", Term::Years(1), &[]).as_deref(), Some("2025-02-28"));
        assert_eq!(end("2026-03-02", Term::Days(0), &[]).as_deref(), Some("2026-03-02"));
    }

    #[test]
    fn pauses_that_overlap_count_once_and_one_without_an_end_leaves_it_open() {
        let pause = |from: &str, to: Option<&str>| Pause { from: day(from), to: to.map(day) };
        let both =
            [pause("2026-03-05", Some("2026-03-10")), pause("2026-03-08", Some("2026-03-12"))];
        // 3 March + 10 days is the 13th; seven days of standing still make it the 20th, a Friday.
        assert_eq!(end("2026-03-03", Term::Days(10), &both).as_deref(), Some("2026-03-20"));
        assert_eq!(end("2026-03-03", Term::Days(10), &[pause("2026-03-05", None)]), None);
        let late = [pause("2026-05-01", None)];
        assert_eq!(end("2026-03-03", Term::Days(10), &late).as_deref(), Some("2026-03-13"));
    }

    #[test]
    fn a_weekend_that_is_worked_is_a_last_day() {
        let mut calendar = Calendar::default();
        calendar.worked.insert(day("2026-03-07"));
        let found = deadline(day("2026-03-04"), Term::Days(3), &[], &calendar).unwrap();
        assert_eq!(found.last, day("2026-03-07"), "a Saturday by order of the calendar");
    }
}
