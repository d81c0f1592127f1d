//! Cover (POL): interest, premium, stages of the works, papers of the policy that contradict.

use std::collections::{BTreeMap, BTreeSet};

use super::{of_case, says};
use crate::Id;
use crate::case::{Case, DocumentKind, Facet, TestKind, TestResult, YesNo};
use crate::change::Kind;
use crate::finding::{Finding, Level};

pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    findings.extend(testing(case));
    findings.extend(no_interest(case));
    findings.extend(contradictions(case));
    findings.extend(premium(case));
    findings.extend(tested(case));
    findings.extend(stage(case));
}

/// POL-04: the loss fell into testing or maintenance and no test of the cover says that it is met.
fn testing(case: &Case) -> Vec<Finding> {
    let Some(loss) = case.head.loss_date else { return Vec::new() };
    let covered: BTreeSet<Id> = case
        .coverage_tests
        .iter()
        .filter(|test| test.result == Some(TestResult::Met))
        .filter(|test| !matches!(test.kind, Some(TestKind::Exclusion) | None))
        .filter_map(|test| test.section)
        .collect();
    let sections = case.policy_sections.iter().filter(|section| !covered.contains(&section.id));
    sections
        .filter_map(|section| {
            let began = |day: Option<crate::moment::Date>| day.is_some_and(|day| day <= loss);
            let (why, field) = match (began(section.maintenance_from), began(section.testing_from))
            {
                (true, _) => ("maintenance", "maintenance_from"),
                (_, true) => ("testing", "testing_from"),
                _ => return None,
            };
            Some(
                Finding::at("POL-04", Level::Warn, Kind::PolicySection, section.id, field)
                    .with("why", why)
                    .with("name", says(&section.name).unwrap_or_default()),
            )
        })
        .collect()
}

/// POL-06: no paper shows the interest of the insured (保险法 48).
fn no_interest(case: &Case) -> Option<Finding> {
    use DocumentKind as K;
    let shows = |kind| {
        matches!(
            kind,
            Some(
                K::Ownership
                    | K::Contract
                    | K::SupplyContract
                    | K::AssetRegister
                    | K::Licence
                    | K::Transport
            )
        )
    };
    let shown = case.documents.iter().any(|paper| shows(paper.kind))
        || case.line_documents.iter().any(|link| link.facet == Some(Facet::Interest));
    (!case.lines.is_empty() && !shown).then(|| of_case(case, "POL-06", Level::Warn, "insured"))
}

/// POL-07: one clause in two wordings, or two endorsements of one day with different sums.
fn contradictions(case: &Case) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut wordings: BTreeMap<&str, &str> = BTreeMap::new();
    for clause in &case.clauses {
        let (Some(number), Some(text)) = (says(&clause.number), says(&clause.text)) else {
            continue;
        };
        if wordings.insert(number, text).is_some_and(|other| other != text) {
            findings.push(
                Finding::at("POL-07", Level::Warn, Kind::PolicyClause, clause.id, "text")
                    .with("why", "clause")
                    .with("number", number),
            );
        }
    }
    let mut sums = BTreeMap::new();
    for e in &case.endorsements {
        let (Some(item), Some(from), Some(sum)) = (e.policy_item, e.effective_from, e.sum_insured)
        else {
            continue;
        };
        if sums.insert((item, from), sum).is_some_and(|other| other != sum) {
            findings.push(
                Finding::at("POL-07", Level::Warn, Kind::Endorsement, e.id, "sum_insured")
                    .with("why", "endorsement")
                    .with("number", says(&e.number).unwrap_or_default()),
            );
        }
    }
    findings
}

/// POL-10: cover depends on the premium, and it was not paid before the loss.
fn premium(case: &Case) -> Option<Finding> {
    let head = &case.head;
    let paid = head.premium_paid_on;
    let in_time = paid.is_some_and(|paid| head.loss_date.is_none_or(|loss| paid <= loss));
    (head.premium_condition == Some(YesNo::Yes) && !in_time).then(|| {
        of_case(case, "POL-10", Level::Stop, "premium_paid_on")
            .with("why", if paid.is_some() { "late" } else { "unpaid" })
    })
}

/// POL-12: a test of the cover says that an exclusion is met, or a cover that is needed is not.
fn tested(case: &Case) -> Vec<Finding> {
    let against = case.coverage_tests.iter().filter_map(|test| {
        let why = match (test.kind?, test.result?) {
            (TestKind::Exclusion, TestResult::Met) => "exclusion",
            (TestKind::Extension, TestResult::NotMet) => "extension",
            (TestKind::Insuring, TestResult::NotMet) => "insuring",
            _ => return None,
        };
        Some((test, why))
    });
    against
        .map(|(test, why)| {
            Finding::at("POL-12", Level::Warn, Kind::CoverageTest, test.id, "result")
                .with("why", why)
                .with("question", says(&test.question).unwrap_or_default())
        })
        .collect()
}

/// POL-13: more of the works stood open than the special condition allows.
fn stage(case: &Case) -> Vec<Finding> {
    let beyond = case.policy_sections.iter().filter_map(|section| {
        let (declared, open) = (section.declared_length?, section.open_length?);
        (open > declared).then(|| {
            Finding::at("POL-13", Level::Warn, Kind::PolicySection, section.id, "open_length")
                .with("name", says(&section.name).unwrap_or_default())
                .with("declared", declared)
                .with("open", open)
        })
    });
    beyond.collect()
}
