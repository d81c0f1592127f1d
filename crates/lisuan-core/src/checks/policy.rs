//! Policy and period (POL).

use crate::Id;
use crate::case::{Case, CaseHead, ClauseKind, Explained};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::moment::Date;

/// A loss this near to the start or end of the period wants proof of its time.
const NEAR_EDGE_DAYS: i32 = 7;

pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    let head = &case.head;
    findings.extend(outside_period(case));
    findings.extend(near_edge(head));
    findings.extend(after_handover(Kind::Case, head.id, head.handover_date, head));
    findings.extend(sections(case));
    findings.extend(not_explained(case));
    findings.extend(endorsements(case));
}

/// POL-01: the loss lies outside the policy period, as the endorsements in force leave it.
fn outside_period(case: &Case) -> Option<Finding> {
    let head = &case.head;
    let (loss, from) = (head.loss_date?, head.policy_from?);
    let to = case
        .endorsements
        .iter()
        .filter(|e| e.effective_from.is_some_and(|day| day <= loss))
        .filter_map(|e| Some((e.effective_from, e.issued_on, e.period_to?)))
        .max()
        .map(|(_, _, to)| to)
        .or(head.policy_to)?;
    outside(Kind::Case, head.id, "loss_date", loss, (from, to))
}

fn outside(
    kind: Kind,
    id: Id,
    field: &'static str,
    loss: Date,
    (from, to): (Date, Date),
) -> Option<Finding> {
    (loss < from || loss > to).then(|| {
        Finding::at("POL-01", Level::Stop, kind, id, field)
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
fn after_handover(kind: Kind, id: Id, handover: Option<Date>, head: &CaseHead) -> Option<Finding> {
    let (loss, handover) = (head.loss_date?, handover?);
    (handover <= loss).then(|| {
        Finding::at("POL-03", Level::Warn, kind, id, "handover_date")
            .with("handover", handover)
            .with("loss", loss)
    })
}

/// POL-01 and POL-03 of the sections whose items were hit: each has its own period.
fn sections(case: &Case) -> Vec<Finding> {
    let head = &case.head;
    let Some(loss) = head.loss_date else { return Vec::new() };
    let hit = |id: Id| {
        let items = case.policy_items.iter().filter(|item| item.section == Some(id));
        let mut lines = items
            .flat_map(|item| case.lines.iter().filter(|line| line.policy_item == Some(item.id)));
        lines.next().is_some()
    };
    let mut findings = Vec::new();
    for section in case.policy_sections.iter().filter(|section| hit(section.id)) {
        let (kind, id) = (Kind::PolicySection, section.id);
        if let (Some(from), Some(to)) = (section.period_from, section.period_to) {
            findings.extend(outside(kind, id, "period_to", loss, (from, to)));
        }
        findings.extend(after_handover(kind, id, section.handover_date, head));
    }
    findings
}

/// POL-08: a term that exempts the insurer without proof that it was explained (保险法 17;
/// Interpretation II art. 9 counts deductibles and average among them).
fn not_explained(case: &Case) -> Vec<Finding> {
    let said = |explained: Option<Explained>| explained == Some(Explained::Yes);
    let exempting = |code: &str| code.starts_with("deductible.") || code.starts_with("average.");
    let terms = case
        .terms
        .iter()
        .filter(|t| t.code.as_deref().is_some_and(exempting) && t.value.is_some())
        .filter(|t| !said(t.explained))
        .map(|t| (Kind::Term, t.id));
    let deductibles = case
        .deductibles
        .iter()
        .filter(|d| d.fixed.is_some() || d.rate.is_some() || d.days.is_some())
        .filter(|d| !said(d.explained))
        .map(|d| (Kind::Deductible, d.id));
    let reductions = case
        .reductions
        .iter()
        .filter(|r| r.rate.is_some() && !said(r.explained))
        .map(|r| (Kind::Reduction, r.id));
    let clauses = case
        .clauses
        .iter()
        .filter(|c| c.kind == Some(ClauseKind::Exclusion) && !said(c.explained))
        .map(|c| (Kind::PolicyClause, c.id));
    terms
        .chain(deductibles)
        .chain(reductions)
        .chain(clauses)
        .map(|(kind, id)| Finding::at("POL-08", Level::Info, kind, id, "explained"))
        .collect()
}

/// POL-09: an endorsement that counts only from a day after the loss, or from no known day.
fn endorsements(case: &Case) -> Vec<Finding> {
    case.endorsements
        .iter()
        .filter_map(|e| {
            let at = || {
                Finding::at("POL-09", Level::Warn, Kind::Endorsement, e.id, "effective_from")
                    .with("number", e.number.as_deref().unwrap_or_default())
            };
            match (e.effective_from, case.head.loss_date) {
                (Some(from), Some(loss)) => (from > loss)
                    .then(|| at().with("why", "later").with("from", from).with("loss", loss)),
                // Without one of the two days the endorsement is not applied; that must show.
                _ => Some(at().with("why", "no-date").with("from", "").with("loss", "")),
            }
        })
        .collect()
}
