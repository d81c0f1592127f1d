//! Unit prices: PRC-01, 03, 04, 05, 06, 08 and QTY-04.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::says;
use crate::Id;
use crate::assessment::{LineFigures, quote_median};
use crate::case::{Case, Price, PriceBasis, Quote, YesNo};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::money::{Exact, grouped, plain};

/// A market price rests on so many comparable quotes (rules.md 5.3).
const QUOTES_MIN: usize = 3;
/// Months that a market price may lie before or after the month of the loss [P].
const MONTHS_APART_MAX: i32 = 3;

pub(super) fn check(case: &Case, lines: &BTreeMap<Id, LineFigures>, findings: &mut Vec<Finding>) {
    let bill = Bill::of(case);
    let mut quotes: BTreeMap<Id, Vec<&Quote>> = BTreeMap::new();
    for quote in &case.quotes {
        if let Some(price) = quote.price {
            quotes.entry(price).or_default().push(quote);
        }
    }
    let taken = Taken::of(case, lines);
    for price in &case.prices {
        let quotes = quotes.get(&price.id).map(Vec::as_slice).unwrap_or_default();
        findings.extend(bill.exceeded(price));
        findings.extend(too_few_quotes(price, quotes));
        findings.extend(above_quotes(case, price, quotes));
        findings.extend(quota_unnamed(price));
        findings.extend(wrong_day(price, &taken, case.head.loss_date));
        findings.extend(more_than_the_bill(price, &taken));
    }
    findings.extend(tax_mixed(case));
}

fn at(check: &'static str, price: &Price, field: &'static str) -> Finding {
    Finding::at(check, Level::Warn, Kind::Price, price.id, field)
        .with("item", price.item.as_deref().unwrap_or_default())
}

/// The rates of the contract by code.
struct Bill<'a>(BTreeMap<&'a str, &'a Price>);

impl<'a> Bill<'a> {
    fn of(case: &'a Case) -> Self {
        let rates = case.prices.iter().filter(|p| p.basis == Some(PriceBasis::ContractBoq));
        let mut bill: BTreeMap<&str, &Price> = BTreeMap::new();
        for rate in rates.filter(|rate| rate.amount.is_some()) {
            if let Some(code) = code(rate) {
                // A code that stands twice: the higher rate is the one not to exceed.
                let known = bill.entry(code).or_insert(rate);
                if known.amount < rate.amount {
                    *known = rate;
                }
            }
        }
        Self(bill)
    }

    /// PRC-01: dearer than the contract's rate of the same code.
    fn exceeded(&self, price: &Price) -> Option<Finding> {
        let rate = self.0.get(code(price)?)?;
        let comparable = price.basis != Some(PriceBasis::ContractBoq)
            && price.currency == rate.currency
            && (price.tax_included == rate.tax_included
                || price.tax_included.is_none()
                || rate.tax_included.is_none());
        let (ours, theirs) = (price.amount?, rate.amount?);
        (comparable && ours > theirs).then(|| {
            at("PRC-01", price, "amount")
                .with("price", grouped(ours, 2))
                .with("rate", grouped(theirs, 2))
        })
    }
}

fn code(price: &Price) -> Option<&str> {
    price.boq_code.as_deref().map(str::trim).filter(|code| !code.is_empty())
}

/// PRC-03: a market price from fewer than three quotes.
fn too_few_quotes(price: &Price, quotes: &[&Quote]) -> Option<Finding> {
    let quoted = quotes.iter().filter(|quote| quote.amount.is_some());
    // Three quotes of one supplier compare nothing; one of nobody counts for itself.
    let (named, unnamed): (Vec<_>, Vec<_>) =
        quoted.map(|quote| says(&quote.supplier)).partition(Option::is_some);
    let count = named.into_iter().collect::<BTreeSet<_>>().len() + unnamed.len();
    (price.basis == Some(PriceBasis::Market) && count < QUOTES_MIN)
        .then(|| at("PRC-03", price, "basis").with("count", count))
}

/// PRC-04: more than 130 % of the median of the quotes.
fn above_quotes(case: &Case, price: &Price, quotes: &[&Quote]) -> Option<Finding> {
    let median = quote_median(case, price, quotes)?;
    let limit = median.checked_mul(&Exact::from_decimal(Decimal::new(13, 1))).ok()?;
    let amount = price.amount?;
    (Exact::from_decimal(amount) > limit).then(|| {
        let median = median.to_decimal().map_or_else(|| median.to_string(), |m| grouped(m, 2));
        at("PRC-04", price, "amount").with("price", grouped(amount, 2)).with("median", median)
    })
}

/// PRC-05: the line takes a price to include VAT and the price says it does not, or the other way.
fn tax_mixed(case: &Case) -> Vec<Finding> {
    let said: BTreeMap<Id, YesNo> =
        case.prices.iter().filter_map(|p| Some((p.id, p.tax_included?))).collect();
    let word = |included: YesNo| if included.is_yes() { "yes" } else { "no" };
    case.lines
        .iter()
        .filter_map(|line| {
            let (ours, theirs) = (line.vat_included?, *said.get(&line.price?)?);
            (ours.is_yes() != theirs.is_yes()).then(|| {
                Finding::at("PRC-05", Level::Warn, Kind::Line, line.id, "vat_included")
                    .with("item", line.item.as_deref().unwrap_or_default())
                    .with("line", word(ours))
                    .with("price", word(theirs))
            })
        })
        .collect()
}

/// PRC-06: a quota without its edition or its date.
fn quota_unnamed(price: &Price) -> Option<Finding> {
    let named = price.source.as_deref().is_some_and(|source| !source.trim().is_empty());
    let field = match (named, price.dated) {
        (false, _) => "source",
        (true, None) => "dated",
        (true, Some(_)) => return None,
    };
    (price.basis == Some(PriceBasis::Quota)).then(|| at("PRC-06", price, field).with("why", field))
}

/// PRC-08: a price of the day that does not say of which, or a market price of another time than the
/// loss. The rates of a contract are those of the contract, what was negotiated is agreed later, a
/// quota's date is asked for by PRC-06, and a price that no line uses harms nobody.
fn wrong_day(price: &Price, taken: &Taken, loss: Option<Date>) -> Option<Finding> {
    let of_a_day = matches!(price.basis, Some(PriceBasis::Market | PriceBasis::Negotiated));
    if !of_a_day || !taken.used.contains(&price.id) {
        return None;
    }
    let Some(dated) = price.dated else {
        return Some(at("PRC-08", price, "dated").with("why", "none"));
    };
    let month = |day: Date| i32::from(day.year()) * 12 + i32::from(day.month());
    let apart = (month(dated) - month(loss?)).abs();
    (price.basis == Some(PriceBasis::Market) && apart > MONTHS_APART_MAX).then(|| {
        let finding = at("PRC-08", price, "dated").with("why", "month");
        finding.with("dated", dated).with("months", apart)
    })
}

/// What the loss lines take at each price.
struct Taken {
    used: BTreeSet<Id>,
    quantities: BTreeMap<Id, Decimal>,
}

impl Taken {
    fn of(case: &Case, lines: &BTreeMap<Id, LineFigures>) -> Self {
        let mut taken = Self { used: BTreeSet::new(), quantities: BTreeMap::new() };
        for line in &case.lines {
            let Some(price) = line.price else { continue };
            taken.used.insert(price);
            let quantity = lines.get(&line.id).and_then(|figures| figures.quantity);
            let sum = taken.quantities.entry(price).or_default();
            *sum = quantity.and_then(|q| sum.checked_add(q)).unwrap_or(*sum);
        }
        taken
    }
}

/// QTY-04: more adjudicated than the bill has of the item.
fn more_than_the_bill(price: &Price, taken: &Taken) -> Option<Finding> {
    let (bill, sum) = (price.boq_quantity?, *taken.quantities.get(&price.id)?);
    (sum > bill).then(|| {
        at("QTY-04", price, "boq_quantity").with("assessed", plain(sum, 0)).with("bill", bill)
    })
}
