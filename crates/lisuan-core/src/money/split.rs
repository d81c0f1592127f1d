//! Splitting an amount so that the parts add up.

use num_bigint::BigInt;
use num_traits::ToPrimitive;
use rust_decimal::Decimal;

use super::{Exact, Money, MoneyError};

/// More parties than any slip has.
const PARTS_MAX: usize = 10_000;

/// Splits an amount by weights so that the parts add up exactly: each part is rounded down to the
/// minor unit, and the units left over go one each to the largest remainders, on a tie to the
/// part that stands first (rules.md 1.10, `rounding.split = largest_remainder`).
///
/// The amount is rounded to the minor unit first. The weights need not add up to one; they must
/// not be negative and not all be zero.
pub fn split(amount: &Money, weights: &[Exact]) -> Result<Vec<Money>, MoneyError> {
    if weights.is_empty() || weights.len() > PARTS_MAX || weights.iter().any(Exact::is_negative) {
        return Err(MoneyError::Weights);
    }
    let mut total = Exact::zero();
    for weight in weights {
        total = total.checked_add(weight)?;
    }
    if total.is_zero() {
        return Err(MoneyError::Weights);
    }
    let amount = amount.rounded();
    let places = amount.currency().minor_digits();
    let size = Exact::from_decimal(amount.amount().abs());
    let mut left = size.floor_units(places).0;
    let mut parts = Vec::with_capacity(weights.len());
    for (i, weight) in weights.iter().enumerate() {
        let part = size.checked_mul(weight)?.checked_div(&total)?;
        let (units, rest) = part.floor_units(places);
        left -= &units;
        parts.push((i, units, rest));
    }
    // Stable sort: parts with equal remainders keep their order.
    parts.sort_by(|a, b| b.2.cmp(&a.2));
    let extra = left.to_usize().ok_or(MoneyError::Weights)?;
    for part in parts.iter_mut().take(extra) {
        part.1 += BigInt::from(1u8);
    }
    parts.sort_by_key(|part| part.0);
    let negative = amount.amount().is_sign_negative();
    let part = |units: &BigInt| {
        let units = units.to_i128().ok_or(MoneyError::TooLarge)?;
        let units = if negative { -units } else { units };
        let value = Decimal::try_from_i128_with_scale(units, places);
        value.map(|v| Money::new(v, amount.currency())).map_err(|_| MoneyError::TooLarge)
    };
    parts.iter().map(|(_, units, _)| part(units)).collect()
}

#[cfg(test)]
mod tests {
    use super::super::Currency;
    use super::*;

    fn parts(amount: &str, weights: &[&str]) -> Vec<String> {
        let weights: Vec<_> =
            weights.iter().map(|w| Exact::from_decimal(w.parse().unwrap())).collect();
        let amount = Money::new(amount.parse().unwrap(), Currency::CNY);
        split(&amount, &weights).unwrap().iter().map(|m| m.amount().to_string()).collect()
    }

    #[test]
    fn published_splits_add_up() {
        assert_eq!(
            parts("90", &["90", "90", "50"]),
            ["35.22", "35.22", "19.56"],
            "DBL-LIMIT-31: half-up would give 90.01"
        );
        assert_eq!(
            parts("925429.51", &["0.60", "0.25", "0.15"]),
            ["555257.70", "231357.38", "138814.43"],
            "CAR-FULL-05: half-up would give one cent too much"
        );
        assert_eq!(parts("-0.01", &["1", "1"]), ["-0.01", "0.00"], "a refund splits the same way");
        assert_eq!(parts("0.02", &["1", "1", "1"]), ["0.01", "0.01", "0.00"], "ties: first first");
    }

    #[test]
    fn weights_that_cannot_split_are_refused() {
        let amount = Money::new(Decimal::ONE, Currency::CNY);
        for weights in [vec![], vec![Exact::zero()], vec![Exact::one(), Exact::from_integer(-1)]] {
            assert_eq!(split(&amount, &weights), Err(MoneyError::Weights), "{weights:?}");
        }
    }
}
