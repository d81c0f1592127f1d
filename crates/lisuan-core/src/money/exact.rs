//! Exact rational numbers with a limit on their size.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;

use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use num_traits::{One as _, Signed as _, ToPrimitive as _, Zero as _};
use rust_decimal::Decimal;

use super::MoneyError;
use super::small::{Either, Small};

/// An exact fraction: ratios and quantities stay exact until the one place where they are rounded.
///
/// Numerator and denominator have at most [`Exact::BITS_MAX`] bits each; what would be larger is
/// an error, so that no input can make a computation slow.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Exact(Value);

/// What fits machine integers is always small, so that equal values look the same.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Value {
    Small(Small),
    Large(BigRational),
}

impl Exact {
    /// The limit on numerator and denominator, in bits (about 600 decimal digits).
    pub const BITS_MAX: u64 = 2_048;

    /// Significant digits of a root that is not exact.
    pub const ROOT_DIGITS: u32 = 20;

    /// Zero.
    pub fn zero() -> Self {
        Self(Value::Small(Small::ZERO))
    }

    /// One.
    pub fn one() -> Self {
        Self(Value::Small(Small::ONE))
    }

    /// A whole number.
    pub fn from_integer(value: i64) -> Self {
        Self(Value::Small(Small::whole(value)))
    }

    /// The exact value of a decimal.
    pub fn from_decimal(value: Decimal) -> Self {
        // A scale is at most 28, and ten to the 28th fits.
        let unit = 10_i128.checked_pow(value.scale()).unwrap_or(i128::MAX);
        Self::of(Small::quotient(value.mantissa(), unit))
    }

    /// The quotient of two decimals; an error when the divisor is zero.
    pub fn fraction(numerator: Decimal, denominator: Decimal) -> Result<Self, MoneyError> {
        Self::from_decimal(numerator).checked_div(&Self::from_decimal(denominator))
    }

    /// A number written in ASCII digits with at most one point, such as `0012.50`.
    pub(crate) fn from_digits(digits: &str) -> Option<Self> {
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let all = format!("{whole}{part}");
        if all.is_empty() || !all.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let scale = u32::try_from(part.len()).ok()?;
        if let (Ok(numerator), Some(unit)) = (all.parse(), 10_i128.checked_pow(scale)) {
            return Some(Self::of(Small::quotient(numerator, unit)));
        }
        let numerator: BigInt = all.parse().ok()?;
        Self::large(BigRational::new(numerator, BigInt::from(10u8).pow(scale))).ok()
    }

    /// The sum.
    pub fn checked_add(&self, other: &Self) -> Result<Self, MoneyError> {
        match (&self.0, &other.0) {
            (Value::Small(left), Value::Small(right)) => Ok(Self::of(left.add(*right))),
            _ => Self::large(self.ratio().as_ref() + other.ratio().as_ref()),
        }
    }

    /// The difference.
    pub fn checked_sub(&self, other: &Self) -> Result<Self, MoneyError> {
        self.checked_add(&other.negated())
    }

    /// The product.
    pub fn checked_mul(&self, other: &Self) -> Result<Self, MoneyError> {
        match (&self.0, &other.0) {
            (Value::Small(left), Value::Small(right)) => Ok(Self::of(left.mul(*right))),
            _ => Self::large(self.ratio().as_ref() * other.ratio().as_ref()),
        }
    }

    /// The quotient; an error when the divisor is zero.
    pub fn checked_div(&self, other: &Self) -> Result<Self, MoneyError> {
        if other.is_zero() {
            return Err(MoneyError::DivisionByZero);
        }
        if let (Value::Small(left), Value::Small(right)) = (&self.0, &other.0)
            && let Some(inverse) = right.inverse()
        {
            return Ok(Self::of(left.mul(inverse)));
        }
        Self::large(self.ratio().as_ref() / other.ratio().as_ref())
    }

    /// A whole power, negative ones included; an error for a negative power of zero.
    pub fn checked_pow(&self, exponent: i32) -> Result<Self, MoneyError> {
        if exponent < 0 && self.is_zero() {
            return Err(MoneyError::DivisionByZero);
        }
        let ratio = self.ratio();
        let bits = ratio.numer().bits().max(ratio.denom().bits());
        let size = bits.saturating_sub(1).saturating_mul(u64::from(exponent.unsigned_abs()));
        // Refused before it is computed: 9^9^9 must not take a second.
        if size > Self::BITS_MAX {
            return Err(MoneyError::TooLarge);
        }
        Self::large(ratio.pow(exponent))
    }

    /// The square root and whether it is exact. One that is not is rounded half-up to
    /// [`Exact::ROOT_DIGITS`] significant digits.
    pub fn square_root(&self) -> Result<(Self, bool), MoneyError> {
        if self.is_negative() {
            return Err(MoneyError::NegativeRoot);
        }
        let ratio = self.ratio();
        let (n, d) = (ratio.numer(), ratio.denom());
        let (root_n, root_d) = (n.sqrt(), d.sqrt());
        if &(&root_n * &root_n) == n && &(&root_d * &root_d) == d {
            return Self::large(BigRational::new(root_n, root_d)).map(|value| (value, true));
        }
        // √(n/d) = √(n·d)/d. One digit more than needed decides the rounding; the true root is
        // irrational here, so there is no tie.
        let wanted = Self::ROOT_DIGITS + 1;
        let mut shift = 0u32;
        loop {
            let scaled = n * d * BigInt::from(10u8).pow(2 * shift);
            let root = scaled.sqrt() / d;
            let digits = u32::try_from(root.to_string().len()).unwrap_or(u32::MAX);
            if !root.is_zero() && digits >= wanted {
                let drop = digits - Self::ROOT_DIGITS;
                let unit = BigInt::from(10u8).pow(drop);
                let half = &unit / 2;
                let rounded = (root + half) / &unit * &unit;
                let value = BigRational::new(rounded, BigInt::from(10u8).pow(shift));
                return Self::large(value).map(|value| (value, false));
            }
            shift += if root.is_zero() { 40 } else { wanted - digits };
            if shift > 1_000 {
                return Err(MoneyError::TooLarge);
            }
        }
    }

    /// The value without its sign.
    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { self.negated() } else { self.clone() }
    }

    /// The value with the other sign.
    #[must_use]
    pub fn negated(&self) -> Self {
        if let Value::Small(small) = self.0
            && let Some(negated) = small.negated()
        {
            return Self(Value::Small(negated));
        }
        Self::reduced(-self.ratio().into_owned())
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.0 == Value::Small(Small::ZERO)
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Value::Small(small) => small.numer() < 0,
            Value::Large(ratio) => ratio.is_negative(),
        }
    }

    /// Whether it is a whole number.
    pub fn is_integer(&self) -> bool {
        match &self.0 {
            Value::Small(small) => small.denom() == 1,
            Value::Large(ratio) => ratio.is_integer(),
        }
    }

    /// The value as a small whole number, where it is one.
    pub fn to_integer(&self) -> Option<i64> {
        match self.0 {
            Value::Small(small) if small.denom() == 1 => Some(small.numer()),
            _ => None,
        }
    }

    /// The same value as a decimal, where it has one without loss.
    pub fn to_decimal(&self) -> Option<Decimal> {
        if let Value::Small(small) = self.0
            && let Some((numerator, scale)) = small.decimal()
        {
            return Decimal::try_from_i128_with_scale(numerator, scale).ok();
        }
        let ratio = self.ratio();
        let mut rest = ratio.denom().clone();
        let (mut twos, mut fives) = (0u32, 0u32);
        for (prime, count) in [(2u8, &mut twos), (5u8, &mut fives)] {
            while *count <= 28 && (&rest % prime).is_zero() {
                rest /= prime;
                *count += 1;
            }
        }
        let scale = twos.max(fives);
        if !rest.is_one() || scale > 28 {
            return None;
        }
        let numerator = ratio.numer() * BigInt::from(10u8).pow(scale) / ratio.denom();
        Decimal::try_from_i128_with_scale(numerator.to_i128()?, scale).ok()
    }

    /// Half away from zero; called through [`super::round`] alone.
    pub(super) fn rounded_half_up(&self, places: u32) -> Result<Decimal, MoneyError> {
        if places > 28 {
            return Err(MoneyError::TooLarge);
        }
        if let Some(units) = self.small_half_up(places) {
            let decimal = Decimal::try_from_i128_with_scale(units, places);
            return decimal.map_err(|_| MoneyError::TooLarge);
        }
        let ratio = self.ratio();
        let denominator = ratio.denom();
        let shifted = ratio.numer().abs() * BigInt::from(10u8).pow(places);
        let units: BigInt = (shifted * 2 + denominator) / (denominator * 2);
        let units = if ratio.numer().sign() == Sign::Minus { -units } else { units };
        let units = units.to_i128().ok_or(MoneyError::TooLarge)?;
        Decimal::try_from_i128_with_scale(units, places).map_err(|_| MoneyError::TooLarge)
    }

    /// The same in machine integers, where they are large enough for it.
    fn small_half_up(&self, places: u32) -> Option<i128> {
        let Value::Small(small) = self.0 else { return None };
        let (numerator, denominator) = (small.numer(), i128::from(small.denom()));
        let shifted =
            i128::from(numerator.unsigned_abs()).checked_mul(10i128.checked_pow(places)?)?;
        let units = shifted.checked_mul(2)?.checked_add(denominator)? / (denominator * 2);
        Some(if numerator < 0 { -units } else { units })
    }

    /// How many whole units of so many decimals fit, and what is left of one unit.
    pub(super) fn floor_units(&self, places: u32) -> (BigInt, Self) {
        let scaled =
            self.ratio().as_ref() * BigRational::from_integer(BigInt::from(10u8).pow(places));
        let floor = scaled.floor();
        let rest = scaled - &floor;
        (floor.to_integer(), Self::reduced(rest))
    }

    /// What small numbers came to; it is far from the limit.
    fn of(either: Either) -> Self {
        Self(either.map_or_else(Value::Large, Value::Small))
    }

    /// A result within the limit.
    fn large(ratio: BigRational) -> Result<Self, MoneyError> {
        let bits = ratio.numer().bits().max(ratio.denom().bits());
        if bits > Self::BITS_MAX { Err(MoneyError::TooLarge) } else { Ok(Self::reduced(ratio)) }
    }

    fn reduced(ratio: BigRational) -> Self {
        Self(Small::of(&ratio).map_or(Value::Large(ratio), Value::Small))
    }

    fn ratio(&self) -> Cow<'_, BigRational> {
        match &self.0 {
            Value::Small(small) => Cow::Owned(small.large()),
            Value::Large(ratio) => Cow::Borrowed(ratio),
        }
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Value::Small(left), Value::Small(right)) => left.cmp(*right),
            _ => self.ratio().cmp(&other.ratio()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Self {
        Self::from_decimal(value)
    }
}

impl fmt::Display for Exact {
    /// A plain decimal where it is one, otherwise `numerator/denominator` in lowest terms.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.to_decimal() {
            Some(decimal) => fmt::Display::fmt(&decimal.normalize(), f),
            None => {
                let ratio = self.ratio();
                write!(f, "{}/{}", ratio.numer(), ratio.denom())
            }
        }
    }
}

impl fmt::Debug for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::from_decimal(text.parse().unwrap())
    }

    #[test]
    fn ratios_stay_exact() {
        let ratio = Exact::fraction(4000.into(), 6000.into()).unwrap();
        assert_eq!(ratio.to_string(), "2/3");
        assert_eq!(ratio.to_decimal(), None, "two thirds are no decimal");
        let loss = ratio.checked_mul(&exact("600")).unwrap();
        assert_eq!(loss.to_decimal(), Some(400.into()), "PROP-EXAM-12");
        assert_eq!(Exact::fraction(1.into(), 0.into()), Err(MoneyError::DivisionByZero));
    }

    #[test]
    fn roots_are_exact_or_have_twenty_digits() {
        assert_eq!(exact("6.25").square_root(), Ok((exact("2.5"), true)));
        let (two, exactly) = exact("2").square_root().unwrap();
        assert!(!exactly, "the root of two is not a fraction");
        assert_eq!(two.to_string(), "1.4142135623730950488", "twenty significant digits");
        let small = exact("0.0002").square_root().unwrap().0;
        assert_eq!(small.to_string(), "0.014142135623730950488", "not twenty decimals");
        assert_eq!(exact("-1").square_root(), Err(MoneyError::NegativeRoot));
    }

    #[test]
    fn size_is_limited() {
        assert_eq!(exact("9").checked_pow(2_000_000_000), Err(MoneyError::TooLarge));
        assert_eq!(exact("0").checked_pow(-1), Err(MoneyError::DivisionByZero));
        assert_eq!(exact("2").checked_pow(-2).unwrap(), exact("0.25"));
        let mut value = exact("123456789.123456789");
        while let Ok(larger) = value.checked_mul(&value) {
            value = larger;
        }
        assert!(super::super::round(&value, 2).is_err(), "more than 28 digits is an error");
    }
}
