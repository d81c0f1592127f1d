//! People and governance (GOV): who works, who reviews, who may approve, what is on record.

use std::collections::BTreeSet;

use super::{of_case, says};
use crate::adjustment::Adjustment;
use crate::case::{
    AdviceKind, ApprovalDecision, Case, DisclosureKind, Duty, ReportKind, Role, Settlement,
};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::moment::Date;
use crate::money::grouped;

/// A work log that is silent for longer is asked about.
const GAP_DAYS_MAX: i32 = 30;
/// A report is handled and signed by at least so many.
const ADJUSTERS_MIN: usize = 2;

pub(super) fn check(
    case: &Case,
    adjustment: &Adjustment,
    today: Option<Date>,
    findings: &mut Vec<Finding>,
) {
    if !case.lines.is_empty() {
        // Reports are signed by adjusters; the other chairs have none of their own.
        if matches!(case.head.role, None | Some(Role::Adjuster)) {
            findings.extend(too_few(case));
            findings.extend(no_statement(case));
        }
        findings.extend(no_advice(case));
    }
    findings.extend(expired(case, today));
    findings.extend(reviewed_by_author(case));
    findings.extend(report_unsigned(case));
    findings.extend(above_authority(case, adjustment));
    findings.extend(silent_log(case));
    findings.extend(no_retention(case));
}

fn names(case: &Case, duties: &[Duty]) -> BTreeSet<String> {
    let those = case.signatories.iter().filter(|s| s.duty.is_some_and(|d| duties.contains(&d)));
    those.filter_map(|s| says(&s.name)).map(str::to_owned).collect()
}

/// GOV-01: fewer than two adjusters handle the case.
fn too_few(case: &Case) -> Option<Finding> {
    let count = names(case, &[Duty::Handling, Duty::Assisting]).len();
    (count < ADJUSTERS_MIN)
        .then(|| of_case(case, "GOV-01", Level::Warn, "firm").with("count", count))
}

/// GOV-02: a licence had run out on the last day on record.
fn expired(case: &Case, today: Option<Date>) -> Vec<Finding> {
    let over = case.signatories.iter().filter_map(|s| {
        let until = s.licence_to?;
        (until < today?).then_some((s, until))
    });
    over.map(|(signatory, until)| {
        Finding::at("GOV-02", Level::Warn, Kind::Signatory, signatory.id, "licence_to")
            .with("name", says(&signatory.name).unwrap_or_default())
            .with("until", until)
    })
    .collect()
}

/// GOV-03: no signed statement on conflicts of interest.
fn no_statement(case: &Case) -> Option<Finding> {
    let signed = case.disclosures.iter().any(|disclosure| {
        disclosure.kind == Some(DisclosureKind::ConflictOfInterest)
            && disclosure.signed_on.is_some()
    });
    (!signed).then(|| of_case(case, "GOV-03", Level::Warn, "firm"))
}

/// GOV-04: whoever handled the case also reviews it.
fn reviewed_by_author(case: &Case) -> Vec<Finding> {
    let authors = names(case, &[Duty::Handling, Duty::Assisting]);
    let reviewing = case.signatories.iter().filter(|s| s.duty == Some(Duty::Reviewing));
    reviewing
        .filter(|s| says(&s.name).is_some_and(|name| authors.contains(name)))
        .map(|s| {
            Finding::at("GOV-04", Level::Warn, Kind::Signatory, s.id, "duty")
                .with("name", says(&s.name).unwrap_or_default())
        })
        .collect()
}

/// GOV-05: a final report without its seal, or with fewer than two signatories.
fn report_unsigned(case: &Case) -> Vec<Finding> {
    // Persons, not rows: who handled and proof-read a report signs it once.
    let signatories: BTreeSet<&str> =
        case.signatories.iter().filter_map(|s| says(&s.name)).collect();
    let signatories = signatories.len();
    let finals = case.reports.iter().filter(|report| report.kind == Some(ReportKind::Final));
    let faulty = finals.filter_map(|report| {
        let why = if report.digest.is_none() {
            "unsealed"
        } else if signatories < ADJUSTERS_MIN {
            "signatures"
        } else {
            return None;
        };
        Some((report, why))
    });
    faulty
        .map(|(report, why)| {
            Finding::at("GOV-05", Level::Warn, Kind::Report, report.id, "digest").with("why", why)
        })
        .collect()
}

/// GOV-06: approved by someone whose limit is below the amount.
fn above_authority(case: &Case, adjustment: &Adjustment) -> Vec<Finding> {
    let currency = |text: &Option<String>| {
        text.clone().unwrap_or_else(|| adjustment.currency.code().to_owned())
    };
    let settled = case.settlements.last();
    let settled = settled.and_then(|s: &Settlement| Some((s.amount?, currency(&s.currency))));
    let payable = adjustment.amount(adjustment.figures.payable);
    let amount = settled.or(payable.map(|a| (a, adjustment.currency.code().to_owned())));
    let Some((amount, unit)) = amount else { return Vec::new() };
    let approved = case.approvals.iter().filter(|approval| {
        approval.decision == Some(ApprovalDecision::Approved)
            && currency(&approval.currency) == unit
    });
    let limited = approved.filter_map(|approval| Some((approval.authority_limit?, approval)));
    // Of a chain of approvals the highest authority decides.
    let highest = limited.max_by_key(|(limit, _)| *limit).filter(|(limit, _)| amount > *limit);
    let above = highest.map(|(limit, approval)| {
        Finding::at("GOV-06", Level::Stop, Kind::Approval, approval.id, "authority_limit")
            .with("who", says(&approval.who).unwrap_or_default())
            .with("limit", grouped(limit, 2))
            .with("amount", grouped(amount, 2))
    });
    above.into_iter().collect()
}

/// GOV-08: the work log is silent for more than thirty days.
fn silent_log(case: &Case) -> Vec<Finding> {
    let mut days: Vec<_> =
        case.work_entries.iter().filter_map(|entry| Some((entry.at?.date(), entry.id))).collect();
    days.sort_unstable();
    // The log begins with the engagement, at the latest.
    let first = days.first().zip(case.head.engaged_on);
    let first = first.map(|(&(day, id), engaged)| ((day - engaged).get_days(), id));
    let gaps = days.windows(2).filter_map(|pair| match pair {
        [(a, _), (b, id)] => Some(((*b - *a).get_days(), *id)),
        _ => None,
    });
    let gaps = first.into_iter().chain(gaps);
    gaps.filter(|(gap, _)| *gap > GAP_DAYS_MAX)
        .map(|(gap, id)| {
            Finding::at("GOV-08", Level::Warn, Kind::WorkEntry, id, "at").with("days", gap)
        })
        .collect()
}

/// GOV-09: nothing shows that the insured was told to prevent and reduce loss (保险法 57).
fn no_advice(case: &Case) -> Option<Finding> {
    let told = case
        .advice_given
        .iter()
        .any(|a| matches!(a.kind, Some(AdviceKind::Mitigation | AdviceKind::Rescue)));
    (!told).then(|| of_case(case, "GOV-09", Level::Info, "course"))
}

/// GOV-10: closed, and nobody said how long it is kept.
fn no_retention(case: &Case) -> Vec<Finding> {
    // 资产评估法 29: fifteen years; an insurer five (保险法 87).
    let least = if case.head.role == Some(Role::Insurer) { 5 } else { 15 };
    let open = case.archives.iter().filter(|archive| {
        let years = archive.retention_years;
        archive.closed_on.is_some()
            && (archive.class.is_none() || years.is_none_or(|years| years < least))
    });
    let open = open.map(|archive| {
        Finding::at("GOV-10", Level::Warn, Kind::Archive, archive.id, "class").with("why", "open")
    });
    let early = case.archives.iter().filter_map(|archive| {
        let (closed, destroyed) = (archive.closed_on?, archive.destroyed_on?);
        let years = archive.retention_years.unwrap_or(least).max(least);
        let until = closed.checked_add(jiff::Span::new().try_years(years).ok()?).ok()?;
        (destroyed < until).then(|| {
            Finding::at("GOV-10", Level::Warn, Kind::Archive, archive.id, "destroyed_on")
                .with("why", "destroyed")
                .with("destroyed", destroyed)
                .with("until", until)
        })
    });
    open.chain(early).collect()
}
