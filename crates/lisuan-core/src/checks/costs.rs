//! Prices and invoices (PRC): betterment, invoices, hours, idle plant, suppliers.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::says;
use crate::Id;
use crate::assessment::Measured;
use crate::case::{Case, Document, DocumentKind, Line, Measurement, Party, YesNo};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::money::grouped;

/// Words for plant or people that stood still.
const IDLE: [&str; 6] = ["停窝工", "窝工", "停滞", "闲置", "idle", "standby"];
/// Words for what is paid to be faster.
const FASTER: [&str; 8] =
    ["加急", "加班", "赶工", "空运", "expedit", "overtime", "express", "airfreight"];

pub(super) fn check(case: &Case, measured: &BTreeMap<Id, Measured>, findings: &mut Vec<Finding>) {
    let ordered = ordered(case);
    for line in &case.lines {
        findings.extend(upgraded(line));
        findings.extend(idle(line, &ordered));
        findings.extend(faster(line));
    }
    findings.extend(invoices(case));
    findings.extend(totals(case));
    findings.extend(case.measurements.iter().filter_map(|row| hours(row, measured)));
    findings.extend(related(case));
}

fn at(check: &'static str, line: &Line, field: &'static str) -> Finding {
    Finding::at(check, Level::Warn, Kind::Line, line.id, field)
        .with("item", says(&line.item).unwrap_or_default())
}

fn names(line: &Line, words: &[&str]) -> bool {
    let item = says(&line.item).unwrap_or_default().to_lowercase();
    words.iter().any(|word| item.contains(word))
}

/// PRC-07: better than what was there, and no betterment is taken off.
fn upgraded(line: &Line) -> Option<Finding> {
    (line.upgraded == Some(YesNo::Yes) && line.betterment.is_none())
        .then(|| at("PRC-07", line, "betterment"))
}

/// The lines that a letter, minutes or attendance record belongs to.
fn ordered(case: &Case) -> BTreeSet<Id> {
    use DocumentKind as K;
    let orders: BTreeSet<Id> = case
        .documents
        .iter()
        .filter(|p| matches!(p.kind, Some(K::Correspondence | K::Minutes | K::Attendance)))
        .map(|paper| paper.id)
        .collect();
    let links = case.line_documents.iter();
    let links = links.filter(|link| link.document.is_some_and(|id| orders.contains(&id)));
    links.filter_map(|link| link.line).collect()
}

/// PRC-12: idle plant or people without an order to stand still.
fn idle(line: &Line, ordered: &BTreeSet<Id>) -> Option<Finding> {
    (names(line, &IDLE) && !ordered.contains(&line.id)).then(|| at("PRC-12", line, "item"))
}

/// PRC-14: a charge for being faster without the cost it would have had.
fn faster(line: &Line) -> Option<Finding> {
    (names(line, &FASTER) && line.normal_cost.is_none()).then(|| at("PRC-14", line, "normal_cost"))
}

fn of_paper(check: &'static str, paper: &Document, field: &'static str, why: &str) -> Finding {
    Finding::at(check, Level::Warn, Kind::Document, paper.id, field)
        .with("why", why)
        .with("number", says(&paper.number).unwrap_or_default())
}

/// PRC-09: an invoice number twice, of a form that no VAT invoice has, or made out to another.
fn invoices(case: &Case) -> Vec<Finding> {
    let insured = says(&case.head.insured);
    let mut seen: BTreeMap<&str, Id> = BTreeMap::new();
    let mut findings = Vec::new();
    for paper in case.documents.iter().filter(|p| p.kind == Some(DocumentKind::Invoice)) {
        if let Some(number) = says(&paper.invoice_no) {
            if seen.insert(number, paper.id).is_some() {
                findings.push(of_paper("PRC-09", paper, "invoice_no", "twice"));
            }
            // Eight digits on paper, twenty in the digital form.
            let digits = number.chars().all(|c| c.is_ascii_digit());
            let domestic =
                paper.language.is_none_or(|l| l == crate::case::DocumentLanguage::Chinese);
            if domestic && !(digits && matches!(number.len(), 8 | 20)) {
                let mut finding = of_paper("PRC-09", paper, "invoice_no", "form");
                finding.level = Level::Info;
                findings.push(finding);
            }
        }
        let buyer = says(&paper.buyer).zip(insured).filter(|(buyer, insured)| buyer != insured);
        if buyer.is_some() {
            findings.push(of_paper("PRC-09", paper, "buyer", "buyer"));
        }
    }
    findings
}

/// PRC-10: the invoices under a contract do not add up to it.
fn totals(case: &Case) -> Vec<Finding> {
    let mut sums: BTreeMap<Id, Decimal> = BTreeMap::new();
    for paper in case.documents.iter().filter(|p| p.kind == Some(DocumentKind::Invoice)) {
        if let (Some(contract), Some(amount)) = (paper.belongs_to, paper.amount) {
            let sum = sums.entry(contract).or_default();
            *sum = sum.checked_add(amount).unwrap_or(Decimal::MAX);
        }
    }
    let differing = case.documents.iter().filter_map(|paper| {
        let (sum, amount) = (*sums.get(&paper.id)?, paper.amount?);
        (sum != amount).then(|| {
            of_paper("PRC-10", paper, "amount", "differs")
                .with("sum", grouped(sum, 2))
                .with("amount", grouped(amount, 2))
        })
    });
    differing.collect()
}

/// PRC-11: more hours than the people had.
fn hours(row: &Measurement, measured: &BTreeMap<Id, Measured>) -> Option<Finding> {
    let (workers, days) = (row.workers?, row.worked_days?);
    let per_day: i64 = match says(&row.unit)?.to_lowercase().as_str() {
        "工时" | "小时" | "时" | "h" | "hour" | "hours" => 24,
        "工日" | "人工日" | "man-day" | "man-days" => 1,
        _ => return None,
    };
    let counted = measured.get(&row.id)?.counted.as_ref()?.quantity.rounded;
    let most = Decimal::from(workers.checked_mul(days)?.checked_mul(per_day)?);
    (counted > most).then(|| {
        Finding::at("PRC-11", Level::Warn, Kind::Measurement, row.id, "workers")
            .with("item", says(&row.item).unwrap_or_default())
            .with("counted", counted)
            .with("most", most)
    })
}

/// PRC-13: who quotes belongs to the insured.
fn related(case: &Case) -> Vec<Finding> {
    let people = case.persons.iter().filter(|person| person.party == Some(Party::Insured));
    let ours: BTreeSet<&str> = people
        .filter_map(|person| says(&person.organisation))
        .chain(says(&case.head.insured))
        .collect();
    let related = case.quotes.iter().filter_map(|q| Some((q, says(&q.supplier)?)));
    related
        .filter(|(_, supplier)| ours.contains(supplier))
        .map(|(quote, supplier)| {
            Finding::at("PRC-13", Level::Warn, Kind::Quote, quote.id, "supplier")
                .with("supplier", supplier)
        })
        .collect()
}
