//! Recovery (REC): third parties, notices, waivers, receipts.

use super::{of_case, says};
use crate::case::{Case, DocumentKind, ThirdParty, YesNo};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::moment::Date;

pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    let paid: Option<Date> = case.payments.iter().filter_map(|payment| payment.paid_on).min();
    for party in &case.third_parties {
        if party.notified_on.is_none() {
            findings.push(at("REC-01", Level::Warn, party, "notified_on"));
        }
        if party.waiver == Some(YesNo::Yes) {
            findings.push(at("REC-02", Level::Warn, party, "waiver"));
        }
        // Before payment the insurer is free of what was waived (保险法 61).
        if let Some(settled) = party.settled_on
            && paid.is_none_or(|paid| settled < paid)
        {
            findings.push(at("REC-03", Level::Warn, party, "settled_on").with("on", settled));
        }
        let warranted = party.warranty_to.zip(case.head.loss_date);
        if let Some((until, _)) = warranted.filter(|(until, loss)| loss <= until) {
            findings.push(at("REC-07", Level::Info, party, "warranty_to").with("until", until));
        }
    }
    let receipt = case.documents.iter().any(|p| p.kind == Some(DocumentKind::Subrogation));
    if paid.is_some() && !case.third_parties.is_empty() && !receipt {
        findings.push(of_case(case, "REC-04", Level::Warn, "third_party"));
    }
    let method = case
        .terms
        .iter()
        .any(|term| term.code.as_deref() == Some("recovery.method") && says(&term.value).is_some());
    if let Some(first) = case.recoveries.first().filter(|_| !method) {
        findings.push(Finding::at("REC-05", Level::Warn, Kind::Recovery, first.id, "amount"));
    }
}

fn at(check: &'static str, level: Level, party: &ThirdParty, field: &'static str) -> Finding {
    Finding::at(check, level, Kind::ThirdParty, party.id, field)
        .with("name", says(&party.name).unwrap_or_default())
}
