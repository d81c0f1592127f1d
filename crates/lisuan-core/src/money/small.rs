//! Fractions of machine integers: nearly all of a case, at a tenth of the time.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::ToPrimitive as _;

/// A fraction in lowest terms whose denominator is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Small {
    numer: i64,
    denom: i64,
}

/// The result of small numbers: still small, or the same as a large one.
pub(super) type Either = Result<Small, BigRational>;

impl Small {
    pub(super) const ZERO: Self = Self { numer: 0, denom: 1 };
    pub(super) const ONE: Self = Self { numer: 1, denom: 1 };

    pub(super) const fn whole(numer: i64) -> Self {
        Self { numer, denom: 1 }
    }

    /// The fraction where it is small; `ratio` is in lowest terms, as it always is.
    pub(super) fn of(ratio: &BigRational) -> Option<Self> {
        Some(Self { numer: ratio.numer().to_i64()?, denom: ratio.denom().to_i64()? })
    }

    /// The quotient of two integers, in lowest terms; `denom` is not zero.
    pub(super) fn quotient(numer: i128, denom: i128) -> Either {
        let common = gcd(numer.unsigned_abs(), denom.unsigned_abs());
        // The magnitude of the smallest integer has no place among the positive ones.
        let common = i128::try_from(common).ok().filter(|common| *common > 0);
        let (numer, denom) = match common {
            Some(common) => (numer / common, denom / common),
            None => return Err(BigRational::new(numer.into(), denom.into())),
        };
        let negative = denom < 0;
        let small = || {
            let (numer, denom) = match negative {
                true => (numer.checked_neg()?, denom.checked_neg()?),
                false => (numer, denom),
            };
            Some(Self { numer: i64::try_from(numer).ok()?, denom: i64::try_from(denom).ok()? })
        };
        small().ok_or_else(|| BigRational::new(numer.into(), denom.into()))
    }

    pub(super) fn add(self, other: Self) -> Either {
        let (a, b) = (i128::from(self.numer), i128::from(other.numer));
        let (c, d) = (i128::from(self.denom), i128::from(other.denom));
        if c == d {
            return Self::quotient(a + b, c);
        }
        // Each product is below 2^126, so their sum fits.
        Self::quotient(a * d + b * c, c * d)
    }

    pub(super) fn mul(self, other: Self) -> Either {
        // What cancels goes first: the rest has no common divisor left.
        let (left, right) = (common(self.numer, other.denom), common(other.numer, self.denom));
        let numer = i128::from(self.numer) / left * (i128::from(other.numer) / right);
        let denom = i128::from(self.denom) / right * (i128::from(other.denom) / left);
        match (i64::try_from(numer), i64::try_from(denom)) {
            (Ok(numer), Ok(denom)) => Ok(Self { numer, denom }),
            _ => Err(BigRational::new_raw(numer.into(), denom.into())),
        }
    }

    /// One divided by this; nothing for zero and where the sign has no room.
    pub(super) fn inverse(self) -> Option<Self> {
        match self.numer {
            0 => None,
            numer if numer < 0 => {
                Some(Self { numer: self.denom.checked_neg()?, denom: numer.checked_neg()? })
            }
            numer => Some(Self { numer: self.denom, denom: numer }),
        }
    }

    pub(super) fn negated(self) -> Option<Self> {
        Some(Self { numer: self.numer.checked_neg()?, ..self })
    }

    pub(super) fn cmp(self, other: Self) -> std::cmp::Ordering {
        let left = i128::from(self.numer) * i128::from(other.denom);
        left.cmp(&(i128::from(other.numer) * i128::from(self.denom)))
    }

    pub(super) const fn numer(self) -> i64 {
        self.numer
    }

    pub(super) const fn denom(self) -> i64 {
        self.denom
    }

    /// Numerator and scale of the same value as a decimal, where it is one and not too long.
    pub(super) fn decimal(self) -> Option<(i128, u32)> {
        let twos = self.denom.trailing_zeros();
        let (mut rest, mut fives) = (self.denom >> twos, 0);
        while rest % 5 == 0 {
            (rest, fives) = (rest / 5, fives + 1);
        }
        let scale = twos.max(fives);
        let unit = 10_i128.checked_pow(scale).filter(|_| rest == 1 && scale <= 28)?;
        let numer = i128::from(self.numer).checked_mul(unit / i128::from(self.denom))?;
        Some((numer, scale))
    }

    pub(super) fn large(self) -> BigRational {
        BigRational::new_raw(BigInt::from(self.numer), BigInt::from(self.denom))
    }
}

/// The greatest common divisor with a positive denominator.
fn common(numer: i64, denom: i64) -> i128 {
    i128::from(gcd_small(numer.unsigned_abs(), denom.unsigned_abs()))
}

fn gcd(mut a: u128, mut b: u128) -> u128 {
    loop {
        if let (Ok(a), Ok(b)) = (u64::try_from(a), u64::try_from(b)) {
            return gcd_small(a, b).into();
        }
        if b == 0 {
            return a;
        }
        (a, b) = (b, a % b);
    }
}

/// Stein's way, which shifts instead of dividing.
fn gcd_small(mut a: u64, mut b: u64) -> u64 {
    if a == 0 || b == 0 {
        return a | b;
    }
    let twos = (a | b).trailing_zeros();
    a >>= a.trailing_zeros();
    while b != 0 {
        b >>= b.trailing_zeros();
        if a > b {
            (a, b) = (b, a);
        }
        b -= a;
    }
    a << twos
}

#[cfg(test)]
mod tests {
    use num_traits::Zero as _;
    use proptest::prelude::*;

    use super::*;

    /// Small numbers, numbers at the edges of the machine's, and everything between.
    fn part() -> impl Strategy<Value = i64> {
        let edges = [i64::MIN, i64::MIN + 1, -1, 0, 1, i64::MAX - 1, i64::MAX];
        prop_oneof![-1_000_i64..1_000, any::<i64>(), prop::sample::select(edges.to_vec())]
    }

    fn fraction() -> impl Strategy<Value = BigRational> {
        (part(), part().prop_filter("no divisor", |part| *part != 0))
            .prop_map(|(numer, denom)| BigRational::new(numer.into(), denom.into()))
    }

    fn large(either: Either) -> BigRational {
        match either {
            Ok(small) => {
                assert_eq!(Small::of(&small.large()), Some(small), "in lowest terms");
                assert_eq!(
                    BigRational::new(small.numer.into(), small.denom.into()),
                    small.large(),
                    "in lowest terms"
                );
                small.large()
            }
            Err(large) => {
                assert_eq!(Small::of(&large), None, "what fits is small: {large}");
                large
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None, cases: 2_000, ..Default::default()
        })]

        #[test]
        fn computes_what_large_numbers_compute(a in fraction(), b in fraction()) {
            let (Some(x), Some(y)) = (Small::of(&a), Small::of(&b)) else { return Ok(()) };
            prop_assert_eq!(large(x.add(y)), &a + &b);
            prop_assert_eq!(large(x.mul(y)), &a * &b);
            prop_assert_eq!(x.cmp(y), a.cmp(&b));
            if let Some(inverse) = y.inverse() {
                prop_assert_eq!(inverse.large(), b.recip());
                prop_assert_eq!(large(x.mul(inverse)), &a / &b);
            } else {
                prop_assert!(b.is_zero() || y.numer == i64::MIN, "{} has an inverse", b);
            }
            if let Some(negated) = x.negated() {
                prop_assert_eq!(negated.large(), -a);
            }
        }

        #[test]
        fn quotients_are_in_lowest_terms(numer in any::<i128>(), denom in any::<i128>()) {
            prop_assume!(denom != 0);
            for (numer, denom) in [(numer, denom), (numer >> 70, denom >> 66), (numer >> 64, 1)] {
                if denom != 0 {
                    let ratio = BigRational::new(numer.into(), denom.into());
                    prop_assert_eq!(large(Small::quotient(numer, denom)), ratio);
                }
            }
        }
    }
}
