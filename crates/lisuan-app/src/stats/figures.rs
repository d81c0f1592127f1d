//! Figures over many cases. Currencies are never added together.

use std::collections::BTreeMap;

use jiff::civil::Date;
use lisuan_core::money::{Exact, plain, round};
use rust_decimal::Decimal;

use super::facts::{CaseFacts, sum};
use crate::wire::{CycleView, StatsGroup, StatsView};

/// By what cases are put together.
pub const GROUPINGS: &[&str] =
    &["line", "peril", "insurer", "project", "adjuster", "month", "currency"];

/// Classes of age of open cases in days: up to so many.
const AGES: [i32; 4] = [30, 90, 180, 365];

/// Where the steps of a case are measured from and to.
const CYCLES: [(&str, &str); 5] = [
    ("notice", "survey"),
    ("survey", "report"),
    ("report", "agreed"),
    ("agreed", "paid"),
    ("notice", "paid"),
];

pub(super) fn of(cases: &[&CaseFacts], by: &str, today: Date) -> StatsView {
    let mut groups: BTreeMap<(String, &str), Vec<&CaseFacts>> = BTreeMap::new();
    for case in cases {
        groups.entry((key(case, by), case.currency.as_str())).or_default().push(case);
    }
    let mut totals: BTreeMap<&str, Vec<&CaseFacts>> = BTreeMap::new();
    for case in cases {
        totals.entry(case.currency.as_str()).or_default().push(case);
    }
    let mut months: BTreeMap<String, usize> = BTreeMap::new();
    for case in cases {
        *months.entry(key(case, "month")).or_default() += 1;
    }
    months.remove("");
    StatsView {
        by: by.to_owned(),
        cases: cases.len() as u64,
        open: cases.iter().filter(|case| !case.is_closed()).count() as u64,
        groups: groups.iter().map(|((key, currency), of)| group(key, currency, of)).collect(),
        totals: totals.iter().map(|(currency, of)| group("", currency, of)).collect(),
        ages: ages(cases, today),
        cycles: CYCLES.iter().filter_map(|(from, to)| cycle(cases, from, to)).collect(),
        months: months.into_iter().map(|(month, count)| (month, count as u64)).collect(),
        breached: cases.iter().map(|case| case.breached(today) as u64).sum(),
        advice_open: cases.iter().map(|case| case.advice[0] as u64).sum(),
        advice_done: cases.iter().map(|case| case.advice[1] as u64).sum(),
        unread: Vec::new(),
    }
}

fn key(case: &CaseFacts, by: &str) -> String {
    match by {
        "peril" => case.peril.clone(),
        "insurer" => case.insurer.clone(),
        "project" => case.insured.clone(),
        "adjuster" => case.adjuster.clone(),
        "month" => case.loss.map(|day| day.strftime("%Y-%m").to_string()).unwrap_or_default(),
        "currency" => case.currency.clone(),
        _ => case.line.clone(),
    }
}

fn group(key: &str, currency: &str, cases: &[&CaseFacts]) -> StatsGroup {
    let total = |of: fn(&CaseFacts) -> Option<Decimal>| sum(cases.iter().map(|case| of(case)));
    // A ratio compares only cases that have both figures.
    let ratio = |a: fn(&CaseFacts) -> Option<Decimal>, b: fn(&CaseFacts) -> Option<Decimal>| {
        let both = || cases.iter().filter(move |case| a(case).is_some() && b(case).is_some());
        share(sum(both().map(|case| a(case)))?, sum(both().map(|case| b(case)))?)
    };
    let text = |amount: Option<Decimal>| amount.map(|amount| plain(amount, 2));
    let percent = |ratio: Option<Decimal>| ratio.map(|ratio| plain(ratio, 4));
    let assessed = ratio(|c| c.assessed, |c| c.claimed);
    StatsGroup {
        key: key.to_owned(),
        currency: currency.to_owned(),
        count: cases.len() as u64,
        open: cases.iter().filter(|case| !case.is_closed()).count() as u64,
        claimed: text(total(|c| c.claimed)),
        assessed: text(total(|c| c.assessed)),
        settled: text(total(|c| c.settled)),
        paid: text(total(|c| c.paid)),
        recovered: text(total(|c| c.recovered)),
        reserve: text(total(|c| c.reserve)),
        reduction: percent(assessed.and_then(|ratio| Decimal::ONE.checked_sub(ratio))),
        settlement: percent(ratio(|c| c.settled, |c| c.claimed)),
        recovery: percent(ratio(|c| c.recovered, |c| c.assessed)),
        reserve_accuracy: percent(ratio(|c| c.settled, |c| c.reserve)),
    }
}

/// A ratio to four places; nothing over nothing.
fn share(part: Decimal, whole: Decimal) -> Option<Decimal> {
    round(&Exact::fraction(part, whole).ok()?, 4).ok()
}

/// Open cases by the days since the loss, the last class without an end.
fn ages(cases: &[&CaseFacts], today: Date) -> Vec<(Option<u32>, u64)> {
    let mut counts = [0_u64; AGES.len() + 1];
    for case in cases.iter().filter(|case| !case.is_closed()) {
        let Some(loss) = case.loss.or(case.notice) else { continue };
        let days = (today - loss).get_days();
        let class = AGES.iter().position(|limit| days <= *limit).unwrap_or(AGES.len());
        counts[class] += 1;
    }
    let limits = AGES.iter().map(|limit| u32::try_from(*limit).ok()).chain([None]);
    limits.zip(counts).collect()
}

fn cycle(cases: &[&CaseFacts], from: &str, to: &str) -> Option<CycleView> {
    let day = |case: &CaseFacts, what: &str| match what {
        "notice" => case.notice,
        "survey" => case.survey,
        "report" => case.report,
        "agreed" => case.agreed,
        _ => case.paid_on,
    };
    let days = cases.iter().filter_map(|case| Some((day(case, to)? - day(case, from)?).get_days()));
    let mut days: Vec<i32> = days.filter(|days| *days >= 0).collect();
    days.sort_unstable();
    Some(CycleView {
        from: from.to_owned(),
        to: to.to_owned(),
        cases: days.len() as u64,
        median: median(&days)?,
        longest: *days.last()?,
    })
}
/// The middle of days in order; of two middles the mean, half a day counted as one.
fn median(days: &[i32]) -> Option<i32> {
    let upper = *days.get(days.len() / 2)?;
    if days.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *days.get(days.len() / 2 - 1)?;
    Some((lower + upper + 1) / 2)
}
