//! The clocks of the open case, and of each recent case the one to look at next.

use lisuan_core::case::Case;
use lisuan_core::clocks::{Clock, ClockState, Pause, Term, clocks};
use lisuan_core::moment::Date;

use crate::App;
use crate::calendar;
use crate::called::called;
use crate::clock;
use crate::error::{Code, Error, Result};
use crate::home::Home;
use crate::session::Session;
use crate::wire::{ClockView, ClocksView, PauseView};

impl App {
    /// The clocks of the open case as they stand on a day, today when none is given.
    ///
    /// # Errors
    /// When the day does not read or no case is open.
    pub fn clocks(&self, today: Option<&str>) -> Result<ClocksView> {
        let today = match today {
            None => clock::now().date(),
            Some(text) => text.parse::<Date>().map_err(|error| {
                let shown: String = text.chars().take(60).collect();
                Error::new(Code::BadValue)
                    .with("kind", "")
                    .with("field", "today")
                    .with("value", shown)
                    .with("reason", "date")
                    .because(error)
            })?,
        };
        let (calendar, facts) = calendar::in_use(&self.home);
        self.with_session(|session| {
            let list = clocks(&session.case, &calendar, today);
            Ok(ClocksView {
                today: today.to_string(),
                calendar: facts,
                clocks: list.iter().map(|clock| view(session, clock)).collect(),
            })
        })
    }
}

/// The clock of a case to look at next: its number and its last day.
pub(crate) fn next(home: &Home, case: &Case) -> Option<(String, String)> {
    let (calendar, _) = calendar::in_use(home);
    let list = clocks(case, &calendar, clock::now().date());
    let open = |state| matches!(state, ClockState::Breached | ClockState::Running);
    let first = list.iter().find(|clock| open(clock.state) && clock.due.is_some())?;
    Some((first.rule.code.to_owned(), first.due?.last.to_string()))
}

fn view(session: &Session, clock: &Clock) -> ClockView {
    let (term, unit) = match clock.term {
        Some(Term::Days(count)) => (Some(count), "days"),
        Some(Term::Months(count)) => (Some(count), "months"),
        Some(Term::Years(count)) => (Some(count), "years"),
        None => (None, ""),
    };
    let text = |day: Option<Date>| day.map(|day| day.to_string());
    let pause = |pause: &Pause| PauseView { from: pause.from.to_string(), to: text(pause.to) };
    ClockView {
        code: clock.rule.code.to_owned(),
        kind: clock.kind.as_str().to_owned(),
        record: clock.record.map(|id| id.to_string()),
        name: clock.record.map(|id| called(&session.state, clock.kind, id)).unwrap_or_default(),
        field: clock.field.to_owned(),
        start: text(clock.start),
        term,
        term_unit: unit.to_owned(),
        own_term: clock.said_by.is_some(),
        pauses: clock.pauses.iter().map(pause).collect(),
        counted: text(clock.due.map(|due| due.counted)),
        last: text(clock.due.map(|due| due.last)),
        state: clock.state.as_str().to_owned(),
        met_on: text(clock.met_on),
        days_left: clock.days_left,
        days_run: clock.days_run,
        basis: clock.rule.basis.to_owned(),
        nature: clock.rule.nature.as_str().to_owned(),
        beyond_calendar: clock.beyond_calendar,
    }
}
