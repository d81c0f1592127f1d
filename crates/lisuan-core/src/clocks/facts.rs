//! The days of a case that start and stop clocks.

use super::term::Pause;
use crate::Id;
use crate::case::{
    ApprovalDecision, Case, Dispute, DisputeKind, LetterKind, PaymentKind, ReportKind,
};
use crate::change::Kind;
use crate::moment::Date;

/// A field of a record: where a day stands, or where it is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub(super) kind: Kind,
    /// Nothing where the record itself is missing.
    pub(super) id: Option<Id>,
    pub(super) field: &'static str,
}

/// A day and where it stands.
pub(super) type Day = (Date, At);

pub(super) const fn at(kind: Kind, id: Id, field: &'static str) -> At {
    At { kind, id: Some(id), field }
}

pub(super) const fn missing(kind: Kind, field: &'static str) -> At {
    At { kind, id: None, field }
}

/// The first notice.
pub(super) fn noticed(case: &Case) -> Option<Date> {
    case.notices.iter().filter_map(|notice| Some(notice.at?.date())).min()
}

/// When the first papers of the claim were handed in.
pub(super) fn received(case: &Case) -> Option<Day> {
    let day =
        |d: &crate::case::Document| Some((d.received_on?, at(Kind::Document, d.id, "received_on")));
    case.documents.iter().filter_map(day).min()
}

/// The papers that were asked for, from the day of asking until they came.
pub(super) fn pauses(case: &Case) -> Vec<Pause> {
    let pause = |request: &crate::case::PaperRequest| {
        Some(Pause { from: request.requested_on?, to: request.received_on })
    };
    case.paper_requests.iter().filter_map(pause).collect()
}

/// When papers were first asked for.
pub(super) fn requested(case: &Case) -> Option<Date> {
    case.paper_requests.iter().filter_map(|request| request.requested_on).min()
}

/// When the amount was agreed.
pub(super) fn agreed(case: &Case) -> Option<Day> {
    let day =
        |s: &crate::case::Settlement| Some((s.agreed_on?, at(Kind::Settlement, s.id, "agreed_on")));
    case.settlements.iter().filter_map(day).min()
}

/// When the claim was refused.
pub(super) fn refused(case: &Case) -> Option<Date> {
    case.refusals.iter().filter_map(|refusal| refusal.decided_on).min()
}

/// When the insurer decided: agreement, refusal, or the last step of an approval that nobody
/// sent back.
pub(super) fn assessed(case: &Case) -> Option<Date> {
    let decisions = || case.approvals.iter().filter_map(|a| Some((a.decided_on?, a.decision?)));
    let last = decisions().map(|(day, _)| day).max();
    let approved = last.filter(|day| {
        decisions().all(|(on, decision)| on != *day || decision == ApprovalDecision::Approved)
    });
    [agreed(case).map(|(day, _)| day), refused(case), approved].into_iter().flatten().min()
}

/// When a payment of a kind was first made.
pub(super) fn paid(case: &Case, kind: PaymentKind) -> Option<Day> {
    let of_kind = case.payments.iter().filter(|payment| payment.kind == Some(kind));
    let day = |p: &crate::case::Payment| Some((p.paid_on?, at(Kind::Payment, p.id, "paid_on")));
    of_kind.filter_map(day).min()
}

/// The first payment on account, wherever it is noted.
pub(super) fn advanced(case: &Case) -> Option<Day> {
    let noted = case.interim_payments.iter().filter_map(|payment| {
        Some((payment.paid_on?, at(Kind::InterimPayment, payment.id, "paid_on")))
    });
    noted.chain(paid(case, PaymentKind::Interim)).min()
}

/// Days on which the limitation began anew (民法典 195): demands, and what the insurer admitted.
pub(super) fn interruptions(case: &Case) -> Vec<Day> {
    let demand = case
        .payments
        .iter()
        .filter_map(|payment| Some((payment.urged_on?, at(Kind::Payment, payment.id, "urged_on"))));
    let mut days: Vec<Day> = demand.chain(agreed(case)).chain(advanced(case)).collect();
    days.sort();
    days
}

/// When a court or an arbitral tribunal was first called on.
pub(super) fn brought(case: &Case) -> Option<Date> {
    let formal = |dispute: &&Dispute| {
        matches!(dispute.kind, Some(DisputeKind::Court | DisputeKind::Arbitration))
    };
    case.disputes.iter().filter(formal).filter_map(|dispute| dispute.opened_on).min()
}

/// When the case was closed.
pub(super) fn closed(case: &Case) -> Option<Day> {
    let day = |a: &crate::case::Archive| Some((a.closed_on?, at(Kind::Archive, a.id, "closed_on")));
    case.archives.iter().filter_map(day).max()
}

/// Days on which the principal was reported to, in order.
pub(super) fn reported(case: &Case) -> Vec<Day> {
    let reports = case.reports.iter().filter(|report| {
        matches!(report.kind, Some(ReportKind::Brief | ReportKind::Interim | ReportKind::Final))
    });
    let reports = reports.filter_map(|report| {
        Some((report.sealed_at?.local().date(), at(Kind::Report, report.id, "sealed_at")))
    });
    let letters = case.letters.iter().filter(|letter| letter.kind == Some(LetterKind::Progress));
    let letters = letters
        .filter_map(|letter| Some((letter.sent_on?, at(Kind::Letter, letter.id, "sent_on"))));
    let mut days: Vec<Day> = reports.chain(letters).collect();
    days.sort();
    days
}
