use serde::Serialize;
use ts_rs::TS;

/// The clocks of the open case, what is overdue first, then what is due next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClocksView {
    /// The day they were looked at.
    pub today: String,
    /// Which holidays they are counted with.
    pub calendar: CalendarView,
    /// Each that applies.
    pub clocks: Vec<ClockView>,
}

/// The calendar of holidays in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CalendarView {
    /// First year it knows.
    pub first_year: i16,
    /// Last year it knows; later only weekends count.
    pub last_year: i16,
    /// What it says it was made from.
    pub source: String,
    /// It is this installation's own, in place of the one that ships.
    pub own: bool,
    /// An own one is there but does not read, so that the one that ships is used.
    pub broken: bool,
}

/// A time in which a clock stood still.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PauseView {
    /// Its first day.
    pub from: String,
    /// The day it ended; not yet when empty.
    pub to: Option<String>,
}

/// One clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ClockView {
    /// Its number, `T03`.
    pub code: String,
    /// Kind of the record that starts it.
    pub kind: String,
    /// Key of that record; nothing where none was made yet.
    pub record: Option<String>,
    /// What people call the record.
    pub name: String,
    /// The field with the day that starts it, or that is missing.
    pub field: String,
    /// The day it started.
    pub start: Option<String>,
    /// How long it runs.
    pub term: Option<u16>,
    /// `days`, `months` or `years`.
    pub term_unit: String,
    /// The length comes from a term of the case.
    pub own_term: bool,
    /// When it stood still.
    pub pauses: Vec<PauseView>,
    /// The day it comes to by counting.
    pub counted: Option<String>,
    /// Its last day.
    pub last: Option<String>,
    /// `not-started`, `running`, `paused`, `met`, `met-late`, `breached` or `lapsed`.
    pub state: String,
    /// When what was to be done was done.
    pub met_on: Option<String>,
    /// Days to the last day, negative when it is over.
    pub days_left: Option<i32>,
    /// Days since it started, where there is no limit.
    pub days_run: Option<i32>,
    /// Article or source.
    pub basis: String,
    /// `statute`, `wording` or `practice`.
    pub nature: String,
    /// It ends in a year whose holidays are not known.
    pub beyond_calendar: bool,
}
