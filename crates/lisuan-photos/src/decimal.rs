//! Decimal text from exact fractions; no float comes near a coordinate.

/// Writes `numerator / denominator` with exactly `places` decimals, rounded half away from zero.
///
/// `None` when the denominator is zero or the number is too large to be written.
pub(crate) fn decimal_text(
    negative: bool,
    numerator: u128,
    denominator: u128,
    places: u32,
) -> Option<String> {
    let mut scaled = numerator.checked_div(denominator)?;
    let mut rest = numerator % denominator;
    // Long division, so that no intermediate needs more than ten times the denominator.
    for _ in 0..places {
        let shifted = rest.checked_mul(10)?;
        scaled = scaled.checked_mul(10)?.checked_add(shifted / denominator)?;
        rest = shifted % denominator;
    }
    if rest >= denominator - rest {
        scaled = scaled.checked_add(1)?;
    }
    let sign = if negative && scaled != 0 { "-" } else { "" };
    let unit = 10_u128.checked_pow(places)?;
    let (whole, fraction) = (scaled / unit, scaled % unit);
    Some(match places {
        0 => format!("{sign}{whole}"),
        _ => format!("{sign}{whole}.{fraction:0width$}", width = places as usize),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divides_exactly_and_rounds_half_away_from_zero() {
        let cases = [
            ((false, 1, 3, 7), Some("0.3333333")),
            ((true, 2, 3, 7), Some("-0.6666667")),
            ((false, 5, 100, 1), Some("0.1")),
            ((false, 49, 1000, 1), Some("0.0")),
            ((true, 1, 1000, 1), Some("0.0")),
            ((false, 9_999, 1_000, 2), Some("10.00")),
            ((false, 7, 1, 0), Some("7")),
            ((false, 1, 0, 7), None),
            ((false, 0, 0, 7), None),
            ((false, u128::MAX, 1, 7), None),
        ];
        for ((negative, numerator, denominator, places), want) in cases {
            assert_eq!(
                decimal_text(negative, numerator, denominator, places).as_deref(),
                want,
                "{numerator}/{denominator} to {places} places"
            );
        }
    }
}
