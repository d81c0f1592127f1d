//! What the quotes behind a market price come to.

use std::collections::BTreeMap;

use crate::Id;
use crate::case::{Case, Price, Quote};
use crate::money::Exact;

/// The quotes of a price.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quoted {
    /// How many name an amount in the price's currency.
    pub count: usize,
    /// The middle one; between two, half-way.
    pub median: Exact,
}

/// What the quotes of each price come to; prices without one are left out.
pub(super) fn all(case: &Case) -> BTreeMap<Id, Quoted> {
    let mut quotes: BTreeMap<Id, Vec<&Quote>> = BTreeMap::new();
    for quote in &case.quotes {
        if let Some(price) = quote.price {
            quotes.entry(price).or_default().push(quote);
        }
    }
    let prices = case.prices.iter().filter(|price| quotes.contains_key(&price.id));
    prices
        .filter_map(|price| {
            let quotes = quotes.get(&price.id)?;
            let count = amounts(case, price, quotes).len();
            Some((price.id, Quoted { count, median: quote_median(case, price, quotes)? }))
        })
        .collect()
}

/// The median of the quotes in the currency of the price: quotes in another currency do not
/// compare without a rate, and are left out.
pub(crate) fn quote_median(case: &Case, price: &Price, quotes: &[&Quote]) -> Option<Exact> {
    let amounts = amounts(case, price, quotes);
    let middle = amounts.len() / 2;
    let upper = amounts.get(middle)?;
    if amounts.len() % 2 == 1 {
        return Some(upper.clone());
    }
    let lower = amounts.get(middle.checked_sub(1)?)?;
    lower.checked_add(upper).ok()?.checked_div(&Exact::from_integer(2)).ok()
}

fn amounts(case: &Case, price: &Price, quotes: &[&Quote]) -> Vec<Exact> {
    let ours = price.currency.as_ref().or(case.head.currency.as_ref());
    let same = |quote: &&&Quote| quote.currency.is_none() || quote.currency.as_ref() == ours;
    let mut amounts: Vec<Exact> =
        quotes.iter().filter(same).filter_map(|q| q.amount).map(Exact::from_decimal).collect();
    amounts.sort();
    amounts
}
