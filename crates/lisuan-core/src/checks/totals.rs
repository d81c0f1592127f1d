//! Sums (ARI): the claimed total, figures in the conclusion and in words, one loss in two items.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::{of_case, says};
use crate::Id;
use crate::adjustment::Adjustment;
use crate::assessment::LineFigures;
use crate::case::{Case, PaymentKind, on_account};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::money::{Currency, Money, grouped, in_words_zh, round_decimal};

/// Amounts that are read in a conclusion at most.
const FIGURES_MAX: usize = 1_000;

pub(super) fn check(
    case: &Case,
    lines: &BTreeMap<Id, LineFigures>,
    adjustment: &Adjustment,
    findings: &mut Vec<Finding>,
) {
    findings.extend(claimed(case, lines));
    findings.extend(conclusion(case, adjustment));
    findings.extend(paid_above(case, adjustment));
    findings.extend(in_words(case));
    findings.extend(twice(case));
    findings.extend(cost_and_lines(case));
}

/// ARI-02: the lines do not add up to the total of the claim.
fn claimed(case: &Case, lines: &BTreeMap<Id, LineFigures>) -> Option<Finding> {
    let total = case.head.claimed_total?;
    let currency = case.head.currency.as_deref().unwrap_or("CNY");
    // Lines in other currencies have no sum without a rate.
    if lines.values().any(|figures| figures.currency != currency) {
        return None;
    }
    let claims = lines.values().filter_map(|figures| figures.claimed);
    let sum = claims.into_iter().try_fold(Decimal::ZERO, |sum, claim| sum.checked_add(claim))?;
    (!lines.is_empty() && sum != total).then(|| {
        of_case(case, "ARI-02", Level::Warn, "claimed_total")
            .with("sum", grouped(sum, 2))
            .with("total", grouped(total, 2))
    })
}

/// ADJ-01: more was paid than is to be paid, refunds taken off.
fn paid_above(case: &Case, adjustment: &Adjustment) -> Option<Finding> {
    let ours = |currency: Option<&str>| {
        currency.is_none_or(|currency| currency == adjustment.currency.code())
    };
    let made = case.payments.iter().filter(|p| p.paid_on.is_some() && ours(p.currency.as_deref()));
    let last = made.clone().rfind(|p| p.kind != Some(PaymentKind::Refund))?;
    let signed = made.filter(|p| p.kind != Some(PaymentKind::Interim)).filter_map(|p| {
        let refund = p.kind == Some(PaymentKind::Refund);
        Some(if refund { -p.amount? } else { p.amount? })
    });
    let on_account = on_account(case);
    let on_account = on_account.iter().filter(|p| p.paid_on.is_some() && ours(p.currency));
    let mut all = signed.chain(on_account.filter_map(|p| p.amount));
    let paid = all.try_fold(Decimal::ZERO, |sum, amount| sum.checked_add(amount))?;
    let figures = &adjustment.figures;
    let due = adjustment.amount(figures.settlement.or(figures.payable))?;
    (paid > due).then(|| {
        Finding::at("ADJ-01", Level::Stop, Kind::Payment, last.id, "amount")
            .with("why", "paid-above")
            .with("paid", grouped(paid, 2))
            .with("due", grouped(due, 2))
    })
}

/// ARI-03: the conclusion names amounts, and none of them is what the adjustment comes to.
fn conclusion(case: &Case, adjustment: &Adjustment) -> Option<Finding> {
    let text = says(&case.head.conclusion)?;
    let named = amounts(text);
    let figures = &adjustment.figures;
    let results = [figures.settlement, figures.payable, figures.payment, figures.due];
    let results = results.map(|step| adjustment.amount(step).map(|a| round_decimal(a, 2)));
    let payable = results.iter().flatten().next()?;
    (!named.is_empty() && !named.iter().any(|amount| results.contains(&Some(*amount)))).then(|| {
        of_case(case, "ARI-03", Level::Warn, "conclusion").with("payable", grouped(*payable, 2))
    })
}

/// Figures with two decimals, as amounts are written: `1,234.50`.
fn amounts(text: &str) -> Vec<Decimal> {
    let number = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let pieces = text.split(|c: char| !number(c));
    let written = pieces.filter(|piece| {
        let decimals = piece.trim_end_matches(['.', ',']).rsplit_once('.');
        decimals.is_some_and(|(_, after)| after.len() == 2)
    });
    let read = |piece: &str| piece.trim_end_matches(['.', ',']).replace(',', "").parse().ok();
    written.filter_map(read).take(FIGURES_MAX).collect()
}

/// ARI-04: the figure in words is not the figure in digits.
fn in_words(case: &Case) -> Vec<Finding> {
    let Ok(currency) = "CNY".parse::<Currency>() else { return Vec::new() };
    let plain = |text: &str| -> String {
        let text = text.replace("人民币", "").replace('圆', "元").replace('正', "整");
        text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '：' | ':')).collect()
    };
    let differing = case.documents.iter().filter_map(|paper| {
        let (amount, stated) = (paper.amount?, says(&paper.amount_in_words)?);
        let words = in_words_zh(&Money::new(amount, currency)).ok()?;
        (plain(stated) != words).then(|| {
            Finding::at("ARI-04", Level::Warn, Kind::Document, paper.id, "amount_in_words")
                .with("number", says(&paper.number).unwrap_or_default())
                .with("words", words)
        })
    });
    differing.collect()
}

/// ARI-08: one loss stands under two insured items.
fn twice(case: &Case) -> Vec<Finding> {
    let mut seen: BTreeMap<(&str, &str), Id> = BTreeMap::new();
    let mut findings = Vec::new();
    for line in &case.lines {
        let (Some(item), Some(place)) = (says(&line.item), says(&line.location)) else { continue };
        let Some(policy_item) = line.policy_item else { continue };
        let first = *seen.entry((item, place)).or_insert(policy_item);
        if first != policy_item {
            findings.push(
                Finding::at("ARI-08", Level::Warn, Kind::Line, line.id, "policy_item")
                    .with("why", "items")
                    .with("item", item),
            );
        }
    }
    findings
}

/// ARI-08: a cost of mitigation that is given as a sum and again by lines counts twice.
fn cost_and_lines(case: &Case) -> Vec<Finding> {
    let costs = case.sue_labour.iter().filter(|cost| cost.cost.is_some_and(|c| !c.is_zero()));
    let lined = |id: Id| case.lines.iter().any(|line| line.sue_labour == Some(id));
    let twice = costs.filter(|cost| lined(cost.id));
    twice
        .map(|cost| {
            Finding::at("ARI-08", Level::Warn, Kind::SueLabour, cost.id, "cost")
                .with("why", "cost")
                .with("item", says(&cost.name).unwrap_or_default())
        })
        .collect()
}
