//! Policy and period (POL).

use crate::Id;
use crate::case::{Case, CaseHead, ClauseKind, Explained, YesNo};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::moment::Date;

/// A loss this near to the start or end of the period wants proof of its time.
const NEAR_EDGE_DAYS: i32 = 7;

pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    let head = &case.head;
    findings.extend(outside_period(case));
    if let Some(loss) = head.loss_date {
        let to = extended_to(case, loss).or(head.policy_to);
        let period = (head.policy_from, to);
        findings.extend(near_edge(Kind::Case, head.id, "loss_date", loss, period));
    }
    findings.extend(after_handover(Kind::Case, head.id, head.handover_date, head));
    findings.extend(sections(case));
    findings.extend(another_policy(case));
    findings.extend(not_explained(case));
    findings.extend(endorsements(case));
}

/// POL-01: the loss lies outside the policy period, as the endorsements in force leave it.
fn outside_period(case: &Case) -> Option<Finding> {
    let head = &case.head;
    let loss = head.loss_date?;
    let to = extended_to(case, loss).or(head.policy_to);
    outside(Kind::Case, head.id, "loss_date", loss, (head.policy_from, to))
}

/// The end of the period that the last endorsement in force at the loss sets.
fn extended_to(case: &Case, loss: Date) -> Option<Date> {
    let in_force = case.endorsements.iter();
    let in_force = in_force.filter(|e| e.effective_from.is_some_and(|day| day <= loss));
    let set = in_force.filter_map(|e| Some((e.effective_from, e.issued_on, e.period_to?)));
    set.max().map(|(_, _, to)| to)
}

fn outside(
    kind: Kind,
    id: Id,
    field: &'static str,
    loss: Date,
    (from, to): (Option<Date>, Option<Date>),
) -> Option<Finding> {
    let beyond = from.is_some_and(|from| loss < from) || to.is_some_and(|to| loss > to);
    let said = |day: Option<Date>| day.map_or_else(|| "—".to_owned(), |day| day.to_string());
    beyond.then(|| {
        Finding::at("POL-01", Level::Stop, kind, id, field)
            .with("loss", loss)
            .with("from", said(from))
            .with("to", said(to))
    })
}

/// POL-02: the loss lies within seven days of inception or expiry.
fn near_edge(
    kind: Kind,
    id: Id,
    field: &'static str,
    loss: Date,
    (from, to): (Option<Date>, Option<Date>),
) -> Option<Finding> {
    let (from, to) = (from?, to?);
    if loss < from || loss > to {
        return None;
    }
    let (since, until) = ((loss - from).get_days(), (to - loss).get_days());
    let (days, edge) = if since <= until { (since, "inception") } else { (until, "expiry") };
    (days <= NEAR_EDGE_DAYS).then(|| {
        Finding::at("POL-02", Level::Warn, kind, id, field).with("days", days).with("edge", edge)
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
        // An endorsement that prolongs the policy prolongs what ends before it with it.
        let to =
            section.period_to.max(extended_to(case, loss).filter(|_| section.period_to.is_some()));
        findings.extend(outside(kind, id, "period_to", loss, (section.period_from, to)));
        findings.extend(near_edge(kind, id, "period_to", loss, (section.period_from, to)));
        findings.extend(after_handover(kind, id, section.handover_date, head));
    }
    findings
}

/// POL-11: another policy is known, and this one does not stand beside it to be shared with.
fn another_policy(case: &Case) -> Option<Finding> {
    let [only] = case.other_policies.as_slice() else { return None };
    (!only.ours.is_some_and(YesNo::is_yes)).then(|| {
        Finding::at("POL-11", Level::Warn, Kind::OtherPolicy, only.id, "ours")
            .with("why", "untreated")
    })
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
