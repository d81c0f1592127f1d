//! Money, exact ratios, and the one rounding of the project.
//!
//! Nothing here is a float and nothing here panics: a figure that does not fit is an error.
//! Money has no operators, so that every sum and difference says what happens on overflow and on
//! two currencies.

mod currency;
mod exact;
mod format;
mod small;
mod split;
mod words;

use std::fmt;

use rust_decimal::Decimal;

pub use currency::Currency;
pub use exact::Exact;
pub use format::{grouped, plain};
pub use split::split;
pub use words::in_words_zh;

/// Why a figure cannot be computed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MoneyError {
    /// The result has more digits than the program computes with.
    #[error("the number is too large: at most 28 digits")]
    TooLarge,
    /// A division by zero.
    #[error("division by zero")]
    DivisionByZero,
    /// A root of a negative number.
    #[error("root of a negative number")]
    NegativeRoot,
    /// Two amounts of different currencies meet without a rate.
    #[error("two currencies without a rate: {left} and {right}")]
    Currencies {
        /// The first currency.
        left: Currency,
        /// The second currency.
        right: Currency,
    },
    /// Weights to split by that are negative, all zero or too many.
    #[error("weights must not be negative and must not add up to zero")]
    Weights,
}

/// An amount in a currency. The amount is exact and not necessarily rounded to the minor unit:
/// rounding happens where the rules say so, through [`round`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Money {
    amount: Decimal,
    currency: Currency,
}

impl Money {
    /// Joins an amount and its currency.
    pub const fn new(amount: Decimal, currency: Currency) -> Self {
        Self { amount, currency }
    }

    /// Nothing, in a currency.
    pub const fn zero(currency: Currency) -> Self {
        Self { amount: Decimal::ZERO, currency }
    }

    /// The amount in major units (yuan, dollars).
    pub const fn amount(&self) -> Decimal {
        self.amount
    }

    /// The currency.
    pub const fn currency(&self) -> Currency {
        self.currency
    }

    /// The sum; an error when the currencies differ or the sum is too large.
    pub fn checked_add(&self, other: &Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        let amount = exact_sum(self.amount, other.amount).ok_or(MoneyError::TooLarge)?;
        Ok(Self { amount, ..*self })
    }

    /// The difference; an error when the currencies differ or the difference is too large.
    pub fn checked_sub(&self, other: &Self) -> Result<Self, MoneyError> {
        self.same_currency(other)?;
        let amount = exact_sum(self.amount, -other.amount).ok_or(MoneyError::TooLarge)?;
        Ok(Self { amount, ..*self })
    }

    /// The amount times an exact factor, rounded to the minor unit of the currency.
    pub fn checked_mul(&self, factor: &Exact) -> Result<Self, MoneyError> {
        let product = Exact::from_decimal(self.amount).checked_mul(factor)?;
        let amount = round(&product, self.currency.minor_digits())?;
        Ok(Self { amount, ..*self })
    }

    /// The same amount in another currency: one multiplication, rounded once (rules.md 1.9).
    pub fn converted(&self, rate: &Exact, to: Currency) -> Result<Self, MoneyError> {
        let product = Exact::from_decimal(self.amount).checked_mul(rate)?;
        Ok(Self { amount: round(&product, to.minor_digits())?, currency: to })
    }

    /// The amount rounded to the minor unit.
    pub fn rounded(&self) -> Self {
        Self { amount: round_decimal(self.amount, self.currency.minor_digits()), ..*self }
    }

    fn same_currency(&self, other: &Self) -> Result<(), MoneyError> {
        if self.currency == other.currency {
            return Ok(());
        }
        Err(MoneyError::Currencies { left: self.currency, right: other.currency })
    }
}

impl fmt::Display for Money {
    /// The code, a space and the grouped amount: `CNY 24,800.00`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.currency, grouped(self.amount, self.currency.minor_digits()))
    }
}

/// Rounds half away from zero to so many decimals: **the one rounding rule of the project**
/// (rules.md 1.10: half-up at line amount, item result, deductible and share; ratios are never
/// rounded before).
///
/// 0.125 gives 0.13 and −0.125 gives −0.13: what is taken back is rounded like what was given.
/// An error when the result has more digits than a decimal holds.
pub fn round(value: &Exact, places: u32) -> Result<Decimal, MoneyError> {
    value.rounded_half_up(places)
}

/// The rule of [`round`] for a number that is already a decimal, where it cannot fail and is
/// fast; a property test holds the two together.
pub fn round_decimal(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

/// The sum of two decimals, or nothing when it cannot be held without losing digits.
///
/// `Decimal::checked_add` drops decimals that do not fit instead of saying so.
pub(crate) fn exact_sum(a: Decimal, b: Decimal) -> Option<Decimal> {
    let scale = a.scale().max(b.scale());
    let sum = rescaled(a, scale)?.checked_add(rescaled(b, scale)?)?;
    Decimal::try_from_i128_with_scale(sum, scale).ok()
}

fn rescaled(value: Decimal, scale: u32) -> Option<i128> {
    value.mantissa().checked_mul(10i128.checked_pow(scale - value.scale())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn rounding_is_half_away_from_zero() {
        for (value, places, expected) in [
            ("0.125", 2, "0.13"),
            ("-0.125", 2, "-0.13"),
            ("2.4999", 0, "2"),
            ("2.5", 0, "3"),
            ("12.3456", 3, "12.346"),
            ("162064.4265", 2, "162064.43"),
        ] {
            let exact = round(&Exact::from_decimal(d(value)), places).unwrap();
            assert_eq!(exact, d(expected), "{value} to {places} places");
            assert_eq!(round_decimal(d(value), places), exact, "both ways to round agree");
        }
    }

    #[test]
    fn currencies_do_not_mix_and_overflow_is_an_error() {
        let cny = Currency::CNY;
        let usd: Currency = "USD".parse().unwrap();
        let one = Money::new(d("1"), cny);
        assert!(matches!(
            one.checked_add(&Money::new(d("1"), usd)),
            Err(MoneyError::Currencies { .. })
        ));
        let most = Money::new(Decimal::MAX, cny);
        assert_eq!(most.checked_add(&one), Err(MoneyError::TooLarge), "no wrap, no panic");
        assert_eq!(
            most.checked_add(&Money::new(d("0.01"), cny)),
            Err(MoneyError::TooLarge),
            "a cent that would be lost is an error, not a rounding"
        );
    }

    #[test]
    fn conversion_rounds_once() {
        let loss = Money::new(d("123456.78"), "USD".parse().unwrap());
        let rate = Exact::from_decimal(d("7.1000"));
        let converted = loss.converted(&rate, Currency::CNY).unwrap();
        assert_eq!(converted.amount(), d("876543.14"), "FX-88");
        assert_eq!(converted.to_string(), "CNY 876,543.14");
    }
}
