//! Statutory clocks (TIM-08, REC-06): what is late or near.
//!
//! The day they are read against is the last day that the case itself records. A clock of the
//! machine would give the same case other findings tomorrow, and its dossier other bytes.

use crate::case::Case;
use crate::change::Kind;
use crate::clocks::{Calendar, Clock, ClockState, clocks};
use crate::finding::{Finding, Level};
use crate::moment::Date;

/// A clock that ends within so many days is near.
const NEAR_DAYS: i32 = 7;
/// Clocks with a last day that somebody has to keep (rules.md 4, T01 to T09).
const TOLD: [&str; 7] = ["T01a", "T03", "T04", "T06", "T07", "T08", "T09"];
/// A limitation is near earlier: it takes time to go to court.
const LIMITATION_NEAR_DAYS: i32 = 60;

/// The last day on which something is on record; plans and terms do not count.
pub(super) fn last_day(case: &Case) -> Option<Date> {
    let days = [
        case.notices.iter().filter_map(|r| Some(r.at?.date())).max(),
        case.notes.iter().filter_map(|r| Some(r.at?.date())).max(),
        case.documents.iter().filter_map(|r| r.received_on).max(),
        case.letters.iter().filter_map(|r| r.sent_on).max(),
        case.work_entries.iter().filter_map(|r| Some(r.at?.date())).max(),
        case.paper_requests.iter().filter_map(|r| r.requested_on.max(r.received_on)).max(),
        case.reserves.iter().filter_map(|r| r.set_on).max(),
        case.settlements.iter().filter_map(|r| r.agreed_on).max(),
        case.approvals.iter().filter_map(|r| r.decided_on).max(),
        case.payments.iter().filter_map(|r| r.paid_on).max(),
        case.refusals.iter().filter_map(|r| r.decided_on.max(r.sent_on)).max(),
        case.archives.iter().filter_map(|r| r.closed_on).max(),
        case.reports.iter().filter_map(|r| Some(r.sealed_at?.date())).max(),
    ];
    days.into_iter().flatten().max()
}

pub(super) fn check(case: &Case, calendar: &Calendar, findings: &mut Vec<Finding>) {
    let Some(today) = last_day(case) else { return };
    for clock in clocks(case, calendar, today) {
        findings.extend(of_clock(&clock, today));
    }
    limitations(case, today, findings);
}

/// TIM-08: what a clock says, in the words of a finding. REC-06 tells T10, and a right that lapses
/// is nobody's failure.
fn of_clock(clock: &Clock, today: Date) -> Option<Finding> {
    if clock.rule.lapses || !TOLD.contains(&clock.rule.code) {
        return None;
    }
    let last = clock.due?.last;
    let near = match clock.rule.code {
        "T06" => 0,
        "T08" | "T09" => LIMITATION_NEAR_DAYS,
        _ => NEAR_DAYS,
    };
    let (level, why) = match clock.state {
        ClockState::Breached | ClockState::MetLate => (Level::Warn, "late"),
        ClockState::Running => standing(last, None, today, near)?,
        _ => return None,
    };
    Some(
        Finding::at("TIM-08", level, clock.kind, clock.record?, clock.field)
            .with("clock", clock.rule.code.to_lowercase())
            .with("why", why)
            .with("last", last),
    )
}

/// Late, near, or nothing to say of a term and the day it was met.
fn standing(
    last: Date,
    done: Option<Date>,
    today: Date,
    near_days: i32,
) -> Option<(Level, &'static str)> {
    match done {
        Some(done) => (done > last).then_some((Level::Warn, "late")),
        None if today > last => Some((Level::Warn, "late")),
        None => ((last - today).get_days() <= near_days).then_some((Level::Info, "near")),
    }
}

/// REC-06: the limitation of the claim against a third party is near or over.
fn limitations(case: &Case, today: Date, findings: &mut Vec<Finding>) {
    for party in &case.third_parties {
        let Some(last) = party.limitation_on else { continue };
        if let Some((_, state)) = standing(last, party.settled_on, today, LIMITATION_NEAR_DAYS) {
            findings.push(
                Finding::at("REC-06", Level::Warn, Kind::ThirdParty, party.id, "limitation_on")
                    .with("why", state)
                    .with("last", last),
            );
        }
    }
}
