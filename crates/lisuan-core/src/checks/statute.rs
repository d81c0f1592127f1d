//! Statutory clocks (TIM-08, REC-06): what is late or near.
//!
//! The day they are read against is the last day that the case itself records. A clock of the
//! machine would give the same case other findings tomorrow, and its dossier other bytes.

use super::of_case;
use crate::case::{Case, DocumentKind, PaymentKind};
use crate::change::Kind;
use crate::clocks::{Calendar, Pause, Term, deadline};
use crate::finding::{Finding, Level};
use crate::moment::Date;

/// A clock that ends within so many days is near.
const NEAR_DAYS: i32 = 7;
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
    let agreed = case.settlements.iter().filter_map(|r| r.agreed_on).min();
    let refused = case.refusals.iter().filter_map(|r| r.decided_on).min();
    let decided = [agreed, refused].into_iter().flatten().min();
    let paid = |kind| {
        let of_kind = case.payments.iter().filter(move |payment| payment.kind == Some(kind));
        of_kind.filter_map(|payment| payment.paid_on).min()
    };
    let on_account = case.interim_payments.iter().filter_map(|r| r.paid_on).min();
    let advanced = [paid(PaymentKind::Interim), on_account, decided].into_iter().flatten().min();
    let pauses: Vec<Pause> = case
        .paper_requests
        .iter()
        .filter_map(|r| Some(Pause { from: r.requested_on?, to: r.received_on }))
        .collect();
    let state = |start: Option<Date>, term, pauses: &[Pause], done: Option<Date>, near| {
        let last = deadline(start?, term, pauses, calendar)?.last;
        standing(last, done, today, near).map(|(level, state)| (level, state, last))
    };
    let mut tell = |finding: fn(&Case) -> Finding, clock: &str, found| {
        if let Some((level, state, last)) = found {
            let mut finding = finding(case).with("clock", clock).with("why", state);
            finding.level = level;
            findings.push(finding.with("last", last));
        }
    };
    let of_loss = |case: &Case| of_case(case, "TIM-08", Level::Warn, "loss_date");
    let claimed = claimed_on(case);
    tell(of_loss, "t03", state(claimed, Term::Days(30), &pauses, decided, NEAR_DAYS));
    tell(of_loss, "t07", state(claimed, Term::Days(60), &[], advanced, NEAR_DAYS));
    let (payment, loss) = (paid(PaymentKind::Final), case.head.loss_date);
    tell(of_loss, "t04", state(agreed, Term::Days(10), &[], payment, NEAR_DAYS));
    let opened = case.disputes.iter().filter_map(|r| r.opened_on).min();
    let safe = [decided, payment, opened].into_iter().flatten().min();
    // What was settled on a day that nobody wrote down no longer runs out.
    let loss = loss.filter(|_| safe.is_some() || case.settlements.is_empty());
    tell(of_loss, "t08", state(loss, Term::Years(2), &[], safe, LIMITATION_NEAR_DAYS));
    for refusal in &case.refusals {
        let found = state(refusal.decided_on, Term::Days(3), &[], refusal.sent_on, 0);
        if let Some((level, state, last)) = found {
            findings.push(
                Finding::at("TIM-08", level, Kind::Refusal, refusal.id, "sent_on")
                    .with("clock", "t06")
                    .with("why", state)
                    .with("last", last),
            );
        }
    }
    limitations(case, today, findings);
}

/// The first day on which a claim and its papers were received (Interpretation II art. 15).
fn claimed_on(case: &Case) -> Option<Date> {
    let claim = |kind| matches!(kind, Some(DocumentKind::ClaimForm | DocumentKind::LossList));
    let received = case.documents.iter().filter(|paper| claim(paper.kind));
    received.filter_map(|paper| paper.received_on).min()
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
