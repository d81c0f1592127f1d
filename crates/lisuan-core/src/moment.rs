//! Points in time as people write them: the local reading together with its offset.

use std::fmt;
use std::str::FromStr;

use jiff::civil::DateTime;

/// A date of the calendar, `2026-11-22`.
pub use jiff::civil::Date;

/// A local time with its offset from UTC, `2026-11-22T15:02:11+08:00`.
///
/// The offset is kept, not folded into UTC: a court asks what the clock on the wall said.
/// Two moments compare by instant first, so that notes taken in two zones sort rightly.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    local: DateTime,
    offset_minutes: i16,
}

/// The text is not of the form `YYYY-MM-DDTHH:MM:SS±HH:MM`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a time with offset: {0:?}")]
pub struct BadMoment(pub String);

impl Moment {
    /// Joins a local reading and an offset of at most 18 hours; sub-second parts are dropped.
    pub fn new(local: DateTime, offset_minutes: i16) -> Result<Self, BadMoment> {
        if offset_minutes.unsigned_abs() > 18 * 60 {
            return Err(BadMoment(format!("{local} {offset_minutes}")));
        }
        let local = local.with().subsec_nanosecond(0).build();
        local.map(|local| Self { local, offset_minutes }).map_err(|e| BadMoment(e.to_string()))
    }

    /// The moment so many seconds after the start of 1970, read in UTC.
    pub fn utc(seconds: i64) -> Self {
        let epoch = Date::constant(1970, 1, 1).to_datetime(jiff::civil::Time::midnight());
        let local = epoch.saturating_add(jiff::Span::new().seconds(seconds.clamp(0, 1 << 37)));
        Self { local, offset_minutes: 0 }
    }

    /// The date on the wall.
    pub fn date(&self) -> Date {
        self.local.date()
    }

    /// The reading on the wall.
    pub const fn local(&self) -> DateTime {
        self.local
    }

    /// Minutes east of UTC.
    pub const fn offset_minutes(&self) -> i16 {
        self.offset_minutes
    }

    /// Seconds since the epoch, to order moments of different zones.
    fn instant_seconds(&self) -> i64 {
        let days = i64::from((self.local.date() - Date::constant(1970, 1, 1)).get_days());
        let time = self.local.time();
        days * 86_400
            + i64::from(time.hour()) * 3_600
            + i64::from(time.minute()) * 60
            + i64::from(time.second())
            - i64::from(self.offset_minutes) * 60
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.instant_seconds(), self.offset_minutes)
            .cmp(&(other.instant_seconds(), other.offset_minutes))
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.offset_minutes < 0 { '-' } else { '+' };
        let minutes = self.offset_minutes.unsigned_abs();
        write!(f, "{}{sign}{:02}:{:02}", self.local, minutes / 60, minutes % 60)
    }
}

impl FromStr for Moment {
    type Err = BadMoment;

    fn from_str(text: &str) -> Result<Self, BadMoment> {
        let bad = || BadMoment(text.chars().take(60).collect());
        if text.len() != 25 || !text.is_ascii() {
            return Err(bad());
        }
        let (local, offset) = text.split_at(19);
        let local: DateTime = local.parse().map_err(|_| bad())?;
        let sign: i16 = match &offset[..1] {
            "+" => 1,
            "-" => -1,
            _ => return Err(bad()),
        };
        let hours: i16 = offset[1..3].parse().map_err(|_| bad())?;
        let minutes: i16 = offset[4..6].parse().map_err(|_| bad())?;
        if &offset[3..4] != ":" || minutes > 59 || hours > 18 {
            return Err(bad());
        }
        let moment = Self::new(local, sign * (hours * 60 + minutes))?;
        if moment.to_string() == text { Ok(moment) } else { Err(bad()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_wall_clock_and_orders_by_instant() {
        let here: Moment = "2026-11-22T15:02:11+08:00".parse().unwrap();
        let there: Moment = "2026-11-22T08:30:00+00:00".parse().unwrap();
        assert_eq!(here.to_string(), "2026-11-22T15:02:11+08:00", "the reading is kept");
        assert!(here < there, "07:02 UTC is before 08:30 UTC");
        for bad in
            ["2026-11-22T15:02:11Z", "2026-11-22 15:02:11+08:00", "2026-13-22T15:02:11+08:00"]
        {
            assert!(bad.parse::<Moment>().is_err(), "{bad} has no offset or no such date");
        }
    }
}
