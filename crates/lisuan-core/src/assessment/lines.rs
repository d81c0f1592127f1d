//! The amounts of each loss line: claimed beside assessed, neither overwriting the other.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Measured;
use crate::Id;
use crate::case::{Case, Line, Measurement, Price, PriceBasis};
use crate::money::{Currency, Exact, round};

/// What a loss line comes to. Amounts are rounded to the minor unit of their currency
/// (rules.md 1.10: at the line).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineFigures {
    /// The quantity that counts (decision 0011), rounded for its unit.
    pub quantity: Option<Decimal>,
    /// Decimals of the quantity.
    pub quantity_places: u32,
    /// Unit of the measurement, else of the price.
    pub unit: Option<String>,
    /// The unit price.
    pub price: Option<Decimal>,
    /// What the price rests on.
    pub basis: Option<PriceBasis>,
    /// Currency of the assessed amount.
    pub currency: String,
    /// 报损金额.
    pub claimed: Option<Decimal>,
    /// 核定金额: quantity times price, else the lump sum.
    pub assessed: Option<Decimal>,
    /// The photos that support it, in order of their numbers.
    pub photos: Vec<Id>,
}

impl LineFigures {
    /// Assessed less claimed.
    pub fn difference(&self) -> Option<Decimal> {
        self.assessed?.checked_sub(self.claimed?)
    }
}

/// The currency of a line: that of its price, else the case's.
pub fn line_currency(case: &Case, price: Option<&Price>) -> String {
    price
        .and_then(|price| price.currency.clone())
        .or_else(|| case.head.currency.clone())
        .unwrap_or_else(|| "CNY".to_owned())
}

pub(super) fn all(case: &Case, measured: &BTreeMap<Id, Measured>) -> BTreeMap<Id, LineFigures> {
    let prices: BTreeMap<Id, &Price> = case.prices.iter().map(|p| (p.id, p)).collect();
    let measurements: BTreeMap<Id, &Measurement> =
        case.measurements.iter().map(|m| (m.id, m)).collect();
    let order: BTreeMap<Id, usize> =
        case.photos.iter().enumerate().map(|(n, photo)| (photo.id, n)).collect();
    let mut photos: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
    for link in &case.line_photos {
        if let (Some(line), Some(photo)) = (link.line, link.photo)
            && order.contains_key(&photo)
        {
            let list = photos.entry(line).or_default();
            if !list.contains(&photo) {
                list.push(photo);
            }
        }
    }
    case.lines
        .iter()
        .map(|line| {
            let price = line.price.and_then(|id| prices.get(&id).copied());
            let measurement = line.measurement.and_then(|id| measurements.get(&id).copied());
            let mut figures = figures(case, line, price, measurement, measured);
            figures.photos = photos.remove(&line.id).unwrap_or_default();
            figures.photos.sort_by_key(|id| order.get(id));
            (line.id, figures)
        })
        .collect()
}

fn figures(
    case: &Case,
    line: &Line,
    price: Option<&Price>,
    measurement: Option<&Measurement>,
    measured: &BTreeMap<Id, Measured>,
) -> LineFigures {
    let quantity = measurement
        .and_then(|measurement| measured.get(&measurement.id))
        .and_then(|measured| Some(&measured.counted.as_ref()?.quantity));
    let unit = measurement
        .and_then(|measurement| measurement.unit.clone())
        .or_else(|| price.and_then(|price| price.unit.clone()));
    let amount = price.and_then(|price| price.amount);
    let currency = line_currency(case, price);
    // A yen has no cents, a dinar has three.
    let places = currency.parse::<Currency>().map_or(2, |currency| currency.minor_digits());
    let product = |quantity: Decimal, price: Decimal| {
        let product =
            Exact::from_decimal(quantity).checked_mul(&Exact::from_decimal(price)).ok()?;
        round(&product, places).ok()
    };
    let cents = |value: Decimal| round(&Exact::from_decimal(value), places).ok();
    let computed = quantity.and_then(|quantity| product(quantity.rounded, amount?));
    LineFigures {
        quantity: quantity.map(|quantity| quantity.rounded),
        quantity_places: quantity.map_or(2, |quantity| quantity.places),
        unit,
        price: amount,
        basis: price.and_then(|price| price.basis),
        currency,
        claimed: line
            .claimed_amount
            .and_then(cents)
            .or_else(|| product(line.claimed_quantity?, line.claimed_price?)),
        assessed: computed.or_else(|| line.assessed_amount.and_then(cents)),
        photos: Vec::new(),
    }
}
