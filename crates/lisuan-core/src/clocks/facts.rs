//! The days of a case that start and stop clocks.

use rust_decimal::Decimal;

use super::term::Pause;
use crate::Id;
use crate::case::{
    ApprovalDecision, Case, Dispute, DisputeKind, Document, DocumentKind, LetterKind, PaymentKind,
    ReportKind, Settlement, SettlementKind,
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

/// When the claim and its first papers were handed in: a claim form or a list of the loss. A policy
/// or a judgment is no claim; a paper that nobody said the kind of may be one.
pub(super) fn received(case: &Case) -> Option<Day> {
    let day = |d: &Document| Some((d.received_on?, at(Kind::Document, d.id, "received_on")));
    let of = |is: fn(Option<DocumentKind>) -> bool| {
        let papers = case.documents.iter().filter(move |paper| is(paper.kind));
        papers.filter_map(day).min()
    };
    of(|kind| matches!(kind, Some(DocumentKind::ClaimForm | DocumentKind::LossList)))
        .or_else(|| of(|kind| kind.is_none()))
}

/// The papers that were asked for, from the day of asking until they came.
pub(super) fn pauses(case: &Case) -> Vec<Pause> {
    let pause = |request: &crate::case::PaperRequest| {
        // It stands still from the day on which the claimant knows what is wanted.
        let from = request.reached_on.or(request.requested_on)?;
        Some(Pause { from, to: request.received_on })
    };
    case.paper_requests.iter().filter_map(pause).collect()
}

/// When papers were first asked for.
pub(super) fn requested(case: &Case) -> Option<Date> {
    case.paper_requests.iter().filter_map(|request| request.requested_on).min()
}

/// When an amount was last agreed that is to be paid: a refusal and a nil settlement are none.
pub(super) fn to_be_paid(case: &Case) -> Option<&Settlement> {
    let unpaid = |kind| matches!(kind, Some(SettlementKind::Refusal | SettlementKind::Nil));
    case.settlements.iter().rfind(|settlement| !unpaid(settlement.kind))
}

/// When all of a settlement was paid. Where amounts are not known, the final payment is all.
pub(super) fn paid_up(case: &Case, settlement: Option<&Settlement>) -> Option<Date> {
    let last = paid(case, PaymentKind::Final).map(|(day, _)| day);
    let Some(amount) = settlement.and_then(|settlement| settlement.amount) else { return last };
    let own = case.head.currency.as_deref().unwrap_or_default();
    let unit = settlement.and_then(|s| s.currency.as_deref()).unwrap_or(own);
    let other = |currency: &Option<String>| currency.as_deref().is_some_and(|c| c != unit);
    if case.payments.iter().any(|payment| other(&payment.currency)) {
        // Amounts in two currencies have no sum.
        return last;
    }
    let on_account = crate::case::on_account(case);
    let on_account = on_account.iter().map(|p| (p.paid_on, p.amount));
    // A final payment whose amount nobody wrote is what was agreed.
    let payments = case.payments.iter().filter(|p| p.kind == Some(PaymentKind::Final));
    let payments = payments.map(|p| (p.paid_on, p.amount.or(Some(amount))));
    let mut made: Vec<(Date, Decimal)> =
        on_account.chain(payments).filter_map(|(day, amount)| Some((day?, amount?))).collect();
    made.sort_unstable();
    let mut sum = Decimal::ZERO;
    made.into_iter().find_map(|(day, amount_paid)| {
        sum = sum.checked_add(amount_paid)?;
        (sum >= amount).then_some(day)
    })
}

/// When the amount was agreed.
pub(super) fn agreed(case: &Case) -> Option<Day> {
    let day =
        |s: &crate::case::Settlement| Some((s.agreed_on?, at(Kind::Settlement, s.id, "agreed_on")));
    case.settlements.iter().filter_map(day).min()
}

/// When a court or tribunal fixed what the insured owes: the first judgment or award.
pub(super) fn adjudged(case: &Case) -> Option<Day> {
    let judgments = case.documents.iter().filter(|d| d.kind == Some(DocumentKind::Judgment));
    let day = |d: &Document| Some((d.dated?, at(Kind::Document, d.id, "dated")));
    let decided = case.disputes.iter().filter_map(|dispute| {
        Some((dispute.decided_on?, at(Kind::Dispute, dispute.id, "decided_on")))
    });
    judgments.filter_map(day).chain(decided).min()
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
