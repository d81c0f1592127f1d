//! What is known about the number a cell will hold: its exact value and how far a spreadsheet's
//! binary number may be from it.

use lisuan_core::money::{Exact, round};
use rust_decimal::Decimal;

/// Half a unit in the last place of a double, relative to its size.
const HALF_ULP: f64 = f64::EPSILON / 2.0;

/// The most significant digits that every spreadsheet keeps.
const DIGITS_MAX: usize = 15;

/// Decimals of the inner rounding beyond those of the outer one, the best first. Six more hold
/// what quantity × price and amount × percentage come to, and leave room for large amounts.
const GUARD_DIGITS: [u32; 8] = [6, 5, 7, 4, 8, 3, 2, 1];

/// A spreadsheet's ROUND may itself forgive a few units in the last place; so the bound is taken
/// this much wider than computed.
const CAUTION: f64 = 8.0;

/// A number and the most by which a double that stands for it can be wrong.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub exact: Exact,
    pub error: f64,
    /// How many decimals it has by its nature: those it was rounded to. Nothing for a ratio or a
    /// product.
    pub places: Option<u32>,
}

impl Known {
    /// A decimal in a cell or a formula; nothing where it has too many digits.
    pub fn decimal(value: Decimal) -> Option<Self> {
        fits(value).then(|| Self::of(Exact::from_decimal(value), Some(value.normalize().scale())))
    }

    /// A figure that was rounded to so many decimals.
    pub fn rounded(value: Decimal, places: u32) -> Option<Self> {
        let known = Self::decimal(value)?;
        Some(Self { places: Some(places.max(known.places.unwrap_or(places))), ..known })
    }

    /// The nearest double, with one unit in the last place for careless spreadsheets.
    pub fn of(exact: Exact, places: Option<u32>) -> Self {
        let error = size(&exact) * HALF_ULP * 2.0;
        Self { exact, error, places }
    }

    /// What rounding a result adds to the error of its operands.
    pub fn computed(exact: Exact, error: f64, places: Option<u32>) -> Self {
        let own = size(&exact) * HALF_ULP;
        Self { exact, error: error + own, places }
    }

    /// Whether a ratio is near enough to be shown and used: nine digits.
    pub fn is_near(&self) -> bool {
        self.exact.is_zero() && self.error == 0.0 || self.error <= size(&self.exact) * 1e-9
    }

    /// How to round so that every double within the error gives `figure`.
    pub fn rounding(&self, places: u32, figure: Decimal) -> Option<Rounding> {
        let within = |limit_places: u32| self.error * CAUTION <= 10f64.powi(-(limit_places as i32));
        if self.places.is_some_and(|own| own <= places) && within(places + 1) {
            return Some(Rounding { guard: None, places });
        }
        let error = self.error_as_exact()?;
        let (low, high) =
            (self.exact.checked_sub(&error).ok()?, self.exact.checked_add(&error).ok()?);
        let gives = |value: &Exact, guard: u32| {
            let inner = round(value, guard).ok()?;
            Some(round(&Exact::from_decimal(inner), places).ok()? == figure)
        };
        // The error is far smaller than what the inner rounding takes away: a number that has
        // that many decimals is met exactly, and so are its ties.
        GUARD_DIGITS.iter().map(|more| places + more).find_map(|guard| {
            let good = within(guard + 1)
                && gives(&low, guard) == Some(true)
                && gives(&high, guard) == Some(true);
            good.then_some(Rounding { guard: Some(guard), places })
        })
    }

    /// The error bound as a power of ten that is not smaller.
    fn error_as_exact(&self) -> Option<Exact> {
        let error = self.error * CAUTION;
        let places = (0..=28u32).rev().find(|places| error <= 10f64.powi(-(*places as i32)))?;
        Some(Exact::from_decimal(Decimal::new(1, places)))
    }
}

/// How a formula is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rounding {
    /// Decimals of the inner rounding, where there is one.
    pub guard: Option<u32>,
    /// Decimals of the result.
    pub places: u32,
}

impl Rounding {
    /// Puts it around a formula.
    pub fn around(self, formula: &str) -> String {
        match self.guard {
            Some(guard) => format!("ROUND(ROUND({formula},{guard}),{})", self.places),
            None => format!("ROUND({formula},{})", self.places),
        }
    }
}

/// Whether a spreadsheet keeps every digit.
pub(crate) fn fits(value: Decimal) -> bool {
    let digits = value.normalize().mantissa().unsigned_abs().to_string();
    digits.trim_end_matches('0').len() <= DIGITS_MAX
}

/// The double that stands for a decimal in a cell: the nearest one.
pub(crate) fn double(value: Decimal) -> f64 {
    value.normalize().to_string().parse().unwrap_or(f64::NAN)
}

/// The absolute value of an exact number, roughly; infinite where it is out of reach.
pub(crate) fn size(value: &Exact) -> f64 {
    near(value).abs()
}

/// An exact number as a double, to a few units in the last place.
pub(crate) fn near(value: &Exact) -> f64 {
    let text = value.to_string();
    let number = |text: &str| text.parse::<f64>().unwrap_or(f64::INFINITY);
    match text.split_once('/') {
        Some((above, below)) => {
            let quotient = number(above) / number(below);
            if quotient.is_nan() { f64::INFINITY } else { quotient }
        }
        None => number(&text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn d(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn fifteen_digits_are_the_limit() {
        assert!(fits(d("1234567890123.45")), "fifteen digits");
        assert!(!fits(d("12345678901234.56")), "sixteen digits");
        assert!(fits(d("100000000000000000.00")), "zeros at the end are no digits");
        assert!(Known::decimal(d("-0.1234567890123456")).is_none());
    }

    #[test]
    fn a_tie_gets_an_inner_rounding_that_keeps_it() {
        let product = Exact::from_decimal(d("162064.425"));
        let known = Known::computed(product, 1e-10, None);
        let rounding = known.rounding(2, d("162064.43")).unwrap();
        assert_eq!(rounding.around("A1*B1"), "ROUND(ROUND(A1*B1,8),2)");
        assert_eq!(known.rounding(2, d("162064.42")), None, "another figure is not promised");
    }

    #[test]
    fn what_lies_a_hair_below_a_tie_is_not_pulled_up() {
        // Eight decimals would make 0.004999996 to 0.005; nine do not.
        let known = Known::computed(Exact::from_decimal(d("0.004999999")), 1e-18, None);
        let rounding = known.rounding(2, d("0.00")).unwrap();
        assert!(rounding.guard.is_some_and(|guard| guard >= 9), "{rounding:?}");
        let known = Known::computed(Exact::from_decimal(d("0.00499999999999")), 1e-18, None);
        assert_eq!(known.rounding(2, d("0.00")), None, "too near to be told apart");
    }

    #[test]
    fn sums_of_cents_need_one_rounding_and_large_ones_none_is_sure_of() {
        let sum = |text: &str, error| Known::computed(Exact::from_decimal(d(text)), error, Some(2));
        let rounding = sum("0.30", 1e-16).rounding(2, d("0.30")).unwrap();
        assert_eq!(rounding.around("A1+B1"), "ROUND(A1+B1,2)");
        assert_eq!(sum("999999999999999.99", 0.125).rounding(2, d("999999999999999.99")), None);
    }
}
