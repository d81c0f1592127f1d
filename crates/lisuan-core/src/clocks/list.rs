//! The clocks that a case has started, or would start if a missing day were known.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::case_terms::{CaseTerm, said};
use super::facts::{self, At, Day, at, missing};
use super::rules::{Rule, rule};
use super::term::{Calendar, Deadline, Pause, Term, deadline};
use crate::Id;
use crate::case::{Case, LineOfBusiness, PaymentKind, Recovery, Role};
use crate::change::Kind;
use crate::moment::Date;

/// How a clock stands on the day of looking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClockState {
    /// The day that starts it is not in the case.
    NotStarted,
    /// It runs.
    Running,
    /// It stands still until papers come.
    Paused,
    /// What was to be done was done in time.
    Met,
    /// It was done after the last day.
    MetLate,
    /// The last day is over and nothing was done.
    Breached,
    /// A right, or a duty to wait, that is over.
    Lapsed,
}

impl ClockState {
    /// The word it has outside the program.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Met => "met",
            Self::MetLate => "met-late",
            Self::Breached => "breached",
            Self::Lapsed => "lapsed",
        }
    }
}

/// One clock of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// Which rule.
    pub rule: &'static Rule,
    /// Kind of the record that starts it.
    pub kind: Kind,
    /// That record; nothing where none was made yet.
    pub record: Option<Id>,
    /// The field with the day, which is missing where the clock has not started.
    pub field: &'static str,
    /// The day it started on.
    pub start: Option<Date>,
    /// How long it runs here.
    pub term: Option<Term>,
    /// The term of the case that says so in place of the rule.
    pub said_by: Option<Id>,
    /// When it stood still, as far as the rule lets it.
    pub pauses: Vec<Pause>,
    /// When it ends; nothing while it is paused or where there is no limit.
    pub due: Option<Deadline>,
    /// When what was to be done was done.
    pub met_on: Option<Date>,
    /// How it stands.
    pub state: ClockState,
    /// Days to the last day while it runs, negative when it is breached.
    pub days_left: Option<i32>,
    /// Days since it started while it runs without a limit.
    pub days_run: Option<i32>,
    /// It ends in a year whose holidays the calendar does not know.
    pub beyond_calendar: bool,
}

/// The clocks of a case as they stand on a day: what is overdue first, then what is due next.
pub fn clocks(case: &Case, calendar: &Calendar, today: Date) -> Vec<Clock> {
    let mut list = List { case, calendar, today, said: said(case), clocks: Vec::new() };
    list.notice();
    list.decision();
    list.limitation();
    list.recovery();
    list.told();
    list.costs();
    list.keeping();
    list.progress();
    let mut clocks = list.clocks;
    clocks.sort_by_key(|clock| (rank(clock), order(clock), clock.rule.code));
    clocks
}

/// What needs a look first stands first.
const fn rank(clock: &Clock) -> u8 {
    match (clock.state, clock.due.is_some()) {
        (ClockState::Breached, _) => 0,
        (ClockState::Running, true) => 1,
        (ClockState::Paused, _) => 2,
        (ClockState::Running, false) => 3,
        (ClockState::NotStarted, _) => 4,
        (ClockState::MetLate, _) => 5,
        (ClockState::Met, _) => 6,
        (ClockState::Lapsed, _) => 7,
    }
}

/// Open ones by their last day, ended ones the latest first.
fn order(clock: &Clock) -> (Option<Date>, Reverse<Option<Date>>) {
    (clock.due.map(|due| due.last), Reverse(clock.met_on))
}

fn days(from: Date, to: Date) -> Option<i32> {
    from.until(to).ok().map(|span| span.get_days())
}

/// What starts a clock and what ends it.
struct Run {
    start: Result<Day, At>,
    met_on: Option<Date>,
    /// The length in place of the rule's.
    term: Option<Term>,
    /// The last day, where a record states it.
    until: Option<Date>,
}

impl Run {
    fn new(start: Result<Day, At>, met_on: Option<Date>) -> Self {
        Self { start, met_on, term: None, until: None }
    }
}

struct List<'a> {
    case: &'a Case,
    calendar: &'a Calendar,
    today: Date,
    said: Vec<(Id, CaseTerm)>,
    clocks: Vec<Clock>,
}

/// When as much had come back from a third party as was paid for the loss.
fn recovered_all<'a>(case: &Case, theirs: impl Iterator<Item = &'a Recovery>) -> Option<Date> {
    let made = case.payments.iter().filter(|p| p.kind == Some(PaymentKind::Final));
    let made = made.filter(|p| p.paid_on.is_some()).map(|p| p.amount);
    let on_account = crate::case::on_account(case);
    let mut paid = made.chain(on_account.iter().map(|p| p.amount));
    let paid = paid.try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount?))?;
    let mut came: Vec<(Date, Decimal)> =
        theirs.filter_map(|r| Some((r.received_on?, r.amount?))).collect();
    came.sort_unstable();
    let mut back = Decimal::ZERO;
    came.into_iter().find_map(|(day, amount)| {
        back = back.checked_add(amount)?;
        (back >= paid).then_some(day)
    })
}

impl List<'_> {
    fn length(&self, code: &str) -> Option<(Id, Term)> {
        self.said.iter().find_map(|&(id, said)| match said {
            CaseTerm::Length(of, term) if of == code => Some((id, term)),
            _ => None,
        })
    }

    fn push(&mut self, code: &str, run: Run) {
        let Some(rule) = rule(code) else { return };
        let said = self.length(code);
        let term = said.map(|(_, term)| term).or(run.term).or(rule.term);
        let (start, place) = match run.start {
            Ok((day, place)) => (Some(day), place),
            Err(place) => (None, place),
        };
        let mut pauses = if rule.pauses { facts::pauses(self.case) } else { Vec::new() };
        // Papers asked for before any came are no supplement, and what is asked for later than
        // today has stopped nothing yet.
        pauses.retain(|pause| start.is_some_and(|start| pause.from >= start));
        pauses.retain(|pause| pause.from <= self.today);
        let stated = run.until.map(|day| Deadline { counted: day, last: day });
        let counted = || deadline(start?, term?, &pauses, self.calendar);
        let due = stated.or_else(counted);
        let paused = due.is_none() && term.is_some() && start.is_some();
        let state = match (run.met_on, due) {
            (Some(met), Some(due)) if met > due.last => ClockState::MetLate,
            (Some(_), _) => ClockState::Met,
            (None, None) if start.is_none() => ClockState::NotStarted,
            (None, None) if paused => ClockState::Paused,
            (None, Some(due)) if self.today > due.last && rule.lapses => ClockState::Lapsed,
            (None, Some(due)) if self.today > due.last => ClockState::Breached,
            (None, _) => ClockState::Running,
        };
        let open = matches!(state, ClockState::Running | ClockState::Breached);
        self.clocks.push(Clock {
            rule,
            kind: place.kind,
            record: place.id,
            field: place.field,
            start,
            term,
            said_by: said.map(|(id, _)| id),
            pauses,
            due,
            met_on: run.met_on,
            state,
            days_left: due.filter(|_| open).and_then(|due| days(self.today, due.last)),
            days_run: start
                .filter(|_| open && due.is_none())
                .and_then(|start| days(start, self.today)),
            beyond_calendar: due
                .is_some_and(|due| stated.is_none() && !self.calendar.knows(due.last)),
        });
    }

    fn head(&self, field: &'static str, day: Option<Date>) -> Result<Day, At> {
        let place = at(Kind::Case, self.case.head.id, field);
        day.map(|day| (day, place)).ok_or(place)
    }

    /// T01, T01a, T02: the first notice, and the one request for papers.
    fn notice(&mut self) {
        let loss = self.head("loss_date", self.case.head.loss_date);
        let noticed = facts::noticed(self.case);
        self.push("T01", Run::new(loss, noticed));
        let engineering = matches!(
            self.case.head.line_of_business,
            Some(LineOfBusiness::ContractorsAllRisks | LineOfBusiness::ErectionAllRisks)
        );
        if engineering || self.length("T01a").is_some() {
            self.push("T01a", Run::new(loss, noticed));
        }
        if let Some(received) = facts::received(self.case) {
            let asked = facts::requested(self.case).or_else(|| facts::assessed(self.case));
            self.push("T02", Run::new(Ok(received), asked));
        }
    }

    /// T03 to T07 and T12: decision, payment, refusal, advance, and what payment opens.
    fn decision(&mut self) {
        let case = self.case;
        let papers = missing(Kind::Document, "received_on");
        let received = facts::received(case).ok_or(papers);
        self.push("T03", Run::new(received, facts::assessed(case)));
        let paid = facts::paid(case, PaymentKind::Final);
        let agreed = facts::agreed(case);
        if let Some(settlement) = facts::to_be_paid(case) {
            let place = at(Kind::Settlement, settlement.id, "agreed_on");
            let start = settlement.agreed_on.map(|day| (day, place)).ok_or(place);
            let all = facts::paid_up(case, Some(settlement));
            self.push("T04", Run::new(start, all));
            self.late_payment(all);
        }
        for refusal in &case.refusals {
            let place = at(Kind::Refusal, refusal.id, "decided_on");
            let start = refusal.decided_on.map(|day| (day, place)).ok_or(place);
            self.push("T06", Run::new(start, refusal.sent_on));
        }
        let settled = [
            facts::advanced(case).map(|(day, _)| day),
            agreed.map(|(day, _)| day),
            paid.map(|(day, _)| day),
            facts::refused(case),
        ];
        self.push("T07", Run::new(received, settled.into_iter().flatten().min()));
        if let Some(paid) = paid {
            self.push("T12", Run::new(Ok(paid), None));
        }
    }

    /// T05 runs from the end of T04 where that was missed.
    fn late_payment(&mut self, paid: Option<Date>) {
        let late = |clock: &&Clock| {
            clock.rule.code == "T04"
                && matches!(clock.state, ClockState::MetLate | ClockState::Breached)
        };
        let Some(clock) = self.clocks.iter().find(late) else { return };
        let place = At { kind: clock.kind, id: clock.record, field: clock.field };
        if let Some(due) = clock.due {
            self.push("T05", Run::new(Ok((due.last, place)), paid));
        }
    }

    /// T08 or, where the insured answers to others, T09: limitation, begun anew by each demand and
    /// admission that came in time.
    fn limitation(&mut self) {
        let case = self.case;
        let liability = case.head.line_of_business == Some(LineOfBusiness::Liability);
        let (code, mut start) = if liability {
            let fixed = facts::adjudged(case).or_else(|| facts::agreed(case));
            ("T09", fixed.ok_or(missing(Kind::Document, "dated")))
        } else {
            ("T08", self.head("loss_date", case.head.loss_date))
        };
        let length = self.length(code).map(|(_, term)| term).or_else(|| rule(code)?.term);
        for (day, place) in facts::interruptions(case) {
            let Ok((from, _)) = start else { break };
            let end = length.and_then(|term| deadline(from, term, &[], self.calendar));
            if day > from && day <= self.today && end.is_some_and(|end| day <= end.last) {
                start = Ok((day, place));
            }
        }
        let paid = facts::paid_up(case, facts::to_be_paid(case));
        let met = [paid, facts::brought(case)].into_iter().flatten().min();
        self.push(code, Run::new(start, met));
    }

    /// T10 and T17: recovery from third parties, and the papers the insured keeps for it.
    fn recovery(&mut self) {
        let case = self.case;
        let recovered = case.recoveries.iter().filter_map(|r| r.received_on).min();
        let payments = [facts::paid(case, PaymentKind::Final), facts::advanced(case)];
        let paid = payments.into_iter().flatten().min();
        for third in &case.third_parties {
            let place = at(Kind::ThirdParty, third.id, "limitation_on");
            // Money came from that party, not from another; a part of it leaves the rest to run.
            let theirs = case.recoveries.iter().filter(|r| r.from_whom == third.name);
            let all = theirs.clone().filter(|r| r.amount.is_none() || third.settled_on.is_some());
            let met = all.filter_map(|r| r.received_on).min();
            let met = third.settled_on.or(met).or_else(|| recovered_all(case, theirs));
            let start = paid.map(|(day, _)| (day, place)).ok_or(place);
            self.push("T10", Run { until: third.limitation_on, ..Run::new(start, met) });
        }
        if let Some(third) = case.third_parties.first() {
            let place = at(Kind::ThirdParty, third.id, "notified_on");
            let start = third.notified_on.map(|day| (day, place)).ok_or(place);
            self.push("T17", Run::new(start, recovered));
        }
    }

    /// T11 and T13, whose beginning a term of the case tells.
    fn told(&mut self) {
        for (id, said) in self.said.clone() {
            if let CaseTerm::From(code, day) = said {
                let place = at(Kind::Term, id, "value");
                let until = if code == "T11" { self.two_years(day) } else { None };
                self.push(code, Run { until, ..Run::new(Ok((day, place)), None) });
            }
        }
    }

    /// The right to rescind is over two years after the contract whatever the insurer knew
    /// (保险法 16(3)); nothing where thirty days from knowing end before.
    fn two_years(&self, known: Date) -> Option<Date> {
        let from = self.case.head.policy_from?;
        let last = from.checked_add(jiff::Span::new().years(2)).ok()?;
        let term = self.length("T11").map(|(_, term)| term).or_else(|| rule("T11")?.term)?;
        let thirty = deadline(known, term, &[], self.calendar)?.last;
        (last < thirty).then_some(last)
    }

    /// T14 and T15: costs of mitigation and of establishing the loss, each with its day.
    fn costs(&mut self) {
        for cost in &self.case.sue_labour {
            let place = at(Kind::SueLabour, cost.id, "incurred_on");
            let start = cost.incurred_on.map(|day| (day, place)).ok_or(place);
            self.push("T14", Run::new(start, cost.incurred_on));
        }
        for expert in self.case.experts.iter().filter(|expert| expert.fee.is_some()) {
            let place = at(Kind::Expert, expert.id, "engaged_on");
            let start = expert.engaged_on.map(|day| (day, place)).ok_or(place);
            self.push("T15", Run::new(start, expert.engaged_on));
        }
    }

    /// T16: how long the file is kept. An insurer counts from the end of the contract.
    fn keeping(&mut self) {
        let head = &self.case.head;
        if head.role == Some(Role::Insurer) {
            let year =
                head.policy_from.and_then(|from| from.checked_add(jiff::Span::new().years(1)).ok());
            let longer = year.zip(head.policy_to).is_some_and(|(year, to)| to > year);
            // The statute sets the least; a firm may keep a file longer.
            let least = if longer { 10 } else { 5 };
            let asked = self.case.archives.last().and_then(|archive| archive.retention_years);
            let asked = asked.and_then(|years| u16::try_from(years).ok()).unwrap_or(least);
            let term = Some(Term::Years(asked.clamp(least, 1_000)));
            let start = self.head("policy_to", head.policy_to);
            self.push("T16", Run { term, ..Run::new(start, None) });
            return;
        }
        let Some(archive) = self.case.archives.last() else { return };
        let asked = archive.retention_years.and_then(|years| u16::try_from(years).ok());
        let term = Some(Term::Years(asked.unwrap_or(15).clamp(15, 1_000)));
        let place = at(Kind::Archive, archive.id, "closed_on");
        let start = archive.closed_on.map(|day| (day, place)).ok_or(place);
        self.push("T16", Run { term, ..Run::new(start, None) });
    }

    /// T18: the first report, and from each report the next.
    fn progress(&mut self) {
        let reported = facts::reported(self.case);
        if self.case.head.engaged_on.is_some() || self.case.head.role == Some(Role::Adjuster) {
            let engaged = self.head("engaged_on", self.case.head.engaged_on);
            self.push("T18", Run::new(engaged, reported.first().map(|(day, _)| *day)));
        }
        let over = facts::closed(self.case).is_some() || facts::assessed(self.case).is_some();
        if let Some(&last) = reported.last().filter(|_| !over) {
            let term = Some(Term::Days(30));
            let said = std::mem::take(&mut self.said);
            self.push("T18", Run { term, ..Run::new(Ok(last), None) });
            self.said = said;
        }
    }
}
