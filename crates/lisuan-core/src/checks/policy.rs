//! Policy and period (POL).

use crate::case::{Case, CaseHead};
use crate::change::Kind;
use crate::finding::{Finding, Level};

/// A loss this near to the start or end of the period wants proof of its time.
const NEAR_EDGE_DAYS: i32 = 7;

pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    let head = &case.head;
    findings.extend(outside_period(head));
    findings.extend(near_edge(head));
    findings.extend(after_handover(head));
}

/// POL-01: the loss lies outside the policy period.
fn outside_period(head: &CaseHead) -> Option<Finding> {
    let (loss, from, to) = (head.loss_date?, head.policy_from?, head.policy_to?);
    (loss < from || loss > to).then(|| {
        Finding::at("POL-01", Level::Stop, Kind::Case, head.id, "loss_date")
            .with("loss", loss)
            .with("from", from)
            .with("to", to)
    })
}

/// POL-02: the loss lies within seven days of inception or expiry.
fn near_edge(head: &CaseHead) -> Option<Finding> {
    let (loss, from, to) = (head.loss_date?, head.policy_from?, head.policy_to?);
    if loss < from || loss > to {
        return None;
    }
    let (since, until) = ((loss - from).get_days(), (to - loss).get_days());
    let (days, edge) = if since <= until { (since, "inception") } else { (until, "expiry") };
    (days <= NEAR_EDGE_DAYS).then(|| {
        Finding::at("POL-02", Level::Warn, Kind::Case, head.id, "loss_date")
            .with("days", days)
            .with("edge", edge)
    })
}

/// POL-03: handed over, taken over or in commercial use before the loss.
fn after_handover(head: &CaseHead) -> Option<Finding> {
    let (loss, handover) = (head.loss_date?, head.handover_date?);
    (handover <= loss).then(|| {
        Finding::at("POL-03", Level::Warn, Kind::Case, head.id, "handover_date")
            .with("handover", handover)
            .with("loss", loss)
    })
}
