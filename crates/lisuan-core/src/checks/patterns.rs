//! Patterns that ask for a second look (FRD). None of them says that anyone did wrong: all are
//! shown, none blocks.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use super::{of_case, says};
use crate::Id;
use crate::assessment::LineFigures;
use crate::case::{Case, DocumentKind};
use crate::change::Kind;
use crate::finding::{Finding, Level};

/// Lines from which round figures are counted, and of which share they are told.
const ROUND_LINES_MIN: usize = 10;
/// Lines from which first digits are counted.
const BENFORD_LINES_MIN: usize = 300;
/// First digits of natural figures, in ten thousandths (Benford).
const BENFORD: [i64; 9] = [3_010, 1_761, 1_249, 969, 792, 669, 580, 512, 458];
/// χ² with eight degrees of freedom is above this once in a hundred, in thousandths.
const BENFORD_CHI_SQUARE_MAX: i128 = 20_090;
/// Amounts this near below a limit, in per cent of it.
const BELOW_LIMIT_PERCENT: i64 = 95;
/// So many of them make a cluster.
const CLUSTER_MIN: usize = 3;
/// A sum raised within so many days before the loss.
const RAISED_DAYS: i32 = 30;

pub(super) fn check(
    case: &Case,
    lines: &BTreeMap<Id, LineFigures>,
    signatures: &BTreeMap<Id, bool>,
    findings: &mut Vec<Finding>,
) {
    let claimed: Vec<Decimal> = lines.values().filter_map(|figures| figures.claimed).collect();
    findings.extend(repeated(case));
    findings.extend(below_limit(case, lines));
    findings.extend(round_figures(case, &claimed));
    findings.extend(first_digits(case, &claimed));
    findings.extend(changed(case, signatures));
    findings.extend(raised(case));
    findings.extend(in_sequence(case));
}

/// FRD-01: one vehicle or one part stands twice in the case.
fn repeated(case: &Case) -> Vec<Finding> {
    let vehicles = case
        .vehicles
        .iter()
        .filter_map(|v| Some((("vin", says(&v.vin)?), (Kind::Vehicle, v.id, "vin"))));
    let parts = case
        .returned_parts
        .iter()
        .filter_map(|p| Some((("part", says(&p.number)?), (Kind::ReturnedPart, p.id, "number"))));
    let mut seen = BTreeMap::new();
    let again = vehicles.chain(parts).filter(|(key, place)| seen.insert(*key, *place).is_some());
    again
        .map(|((why, number), (kind, id, field))| {
            Finding::at("FRD-01", Level::Info, kind, id, field)
                .with("why", why)
                .with("number", number)
        })
        .collect()
}

/// FRD-02: several amounts lie just under the limit of who approves.
fn below_limit(case: &Case, lines: &BTreeMap<Id, LineFigures>) -> Vec<Finding> {
    let mut amounts: Vec<Decimal> = lines.values().filter_map(|f| f.assessed).collect();
    amounts.sort_unstable();
    let clusters = case.approvals.iter().filter_map(|approval| {
        let limit = approval.authority_limit.filter(|limit| *limit > Decimal::ZERO)?;
        let near = limit.checked_mul(Decimal::new(BELOW_LIMIT_PERCENT, 2))?;
        let from = amounts.partition_point(|amount| *amount < near);
        let count = amounts.partition_point(|amount| *amount <= limit) - from;
        (count >= CLUSTER_MIN).then(|| {
            Finding::at("FRD-02", Level::Info, Kind::Approval, approval.id, "authority_limit")
                .with("count", count)
        })
    });
    clusters.collect()
}

/// FRD-03: more than 40 % of the claimed amounts are whole thousands.
fn round_figures(case: &Case, claimed: &[Decimal]) -> Option<Finding> {
    let thousand = Decimal::from(1_000);
    let round =
        claimed.iter().filter(|amount| !amount.is_zero() && (**amount % thousand).is_zero());
    let (count, all) = (round.count(), claimed.len());
    (all >= ROUND_LINES_MIN && count * 5 > all * 2).then(|| {
        of_case(case, "FRD-03", Level::Info, "claim_no").with("count", count).with("all", all)
    })
}

/// FRD-04: the first digits of many amounts are not distributed as those of natural figures.
fn first_digits(case: &Case, claimed: &[Decimal]) -> Option<Finding> {
    if claimed.len() <= BENFORD_LINES_MIN {
        return None;
    }
    let mut counts = [0_i128; 9];
    for amount in claimed {
        let mantissa = amount.mantissa().unsigned_abs();
        let first = mantissa.to_string().bytes().next().and_then(|b| b.checked_sub(b'1'));
        if let Some(count) = first.and_then(|digit| counts.get_mut(usize::from(digit))) {
            *count += 1;
        }
    }
    let all: i128 = counts.iter().sum();
    // χ² = Σ (observed - n·p)² / (n·p), with p in ten thousandths and the result in thousandths.
    let chi_square: i128 = counts
        .iter()
        .zip(BENFORD)
        .map(|(count, share)| {
            let share = i128::from(share);
            let apart = count * 10_000 - all * share;
            apart * apart * 1_000 / (all * share * 10_000).max(1)
        })
        .sum();
    (chi_square > BENFORD_CHI_SQUARE_MAX)
        .then(|| of_case(case, "FRD-04", Level::Info, "claim_no").with("all", all))
}

/// FRD-05: a statement is not what its witness signed.
fn changed(case: &Case, signatures: &BTreeMap<Id, bool>) -> Vec<Finding> {
    let changed = case.signatures.iter().filter_map(|signature| {
        let note = signature.note?;
        (signatures.get(&signature.id) == Some(&false)).then_some(note)
    });
    changed.map(|note| Finding::at("FRD-05", Level::Info, Kind::Note, note, "text")).collect()
}

/// FRD-06: the sum insured was raised shortly before the loss.
fn raised(case: &Case) -> Vec<Finding> {
    let sums: BTreeMap<Id, Decimal> =
        case.policy_items.iter().filter_map(|i| Some((i.id, i.sum_insured?))).collect();
    let raised = case.endorsements.iter().filter_map(|e| {
        let days = (case.head.loss_date? - e.effective_from?).get_days();
        let more = e.sum_insured? > *sums.get(&e.policy_item?)?;
        (more && (0..=RAISED_DAYS).contains(&days)).then(|| {
            Finding::at("FRD-06", Level::Info, Kind::Endorsement, e.id, "effective_from")
                .with("number", says(&e.number).unwrap_or_default())
                .with("days", days)
        })
    });
    raised.collect()
}

/// FRD-07: invoices of different suppliers with numbers that follow each other.
fn in_sequence(case: &Case) -> Vec<Finding> {
    let invoices = case.documents.iter().filter(|p| p.kind == Some(DocumentKind::Invoice));
    let mut numbered: Vec<(Decimal, &str, Id, &str)> = invoices
        .filter_map(|paper| {
            let number =
                says(&paper.invoice_no).filter(|n| n.chars().all(|c| c.is_ascii_digit()))?;
            Some((number.parse().ok()?, says(&paper.source)?, paper.id, number))
        })
        .collect();
    numbered.sort_unstable();
    let pairs = numbered.windows(2).filter_map(|pair| match pair {
        [(a, one, ..), (b, other, id, number)] => {
            let next = (*b - *a).to_u64() == Some(1);
            (next && one != other).then_some((*id, *number))
        }
        _ => None,
    });
    pairs
        .map(|(id, number)| {
            Finding::at("FRD-07", Level::Info, Kind::Document, id, "invoice_no")
                .with("number", number)
        })
        .collect()
}
