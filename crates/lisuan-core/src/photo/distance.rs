//! How far two positions are apart, in whole metres and without floats.

use rust_decimal::Decimal;

/// Metres of a degree of a great circle: a sphere of 6,371,008.8 m.
const METRES_A_DEGREE: Decimal = Decimal::from_parts(1_111_950_802, 0, 0, false, 4);
/// π/180 to eighteen decimals.
const RADIANS_A_DEGREE: Decimal = Decimal::from_parts(1_422_912_640, 4_063_661, 0, false, 18);
/// Terms of the cosine: the next one is below 10⁻¹⁶ at a right angle.
const TERMS: u32 = 11;

/// Metres between two positions in degrees north and east on one datum; nothing for what is no
/// position.
///
/// Taken on a plane that touches the ground half-way: a ten-thousandth off within a province, and
/// still far away where it is wrong.
pub fn distance_m(a: (Decimal, Decimal), b: (Decimal, Decimal)) -> Option<u64> {
    let is_position = |(north, east): (Decimal, Decimal)| {
        north.abs() <= Decimal::from(90) && east.abs() <= Decimal::from(180)
    };
    if !is_position(a) || !is_position(b) {
        return None;
    }
    let mut east = (a.1 - b.1).abs();
    if east > Decimal::from(180) {
        east = Decimal::from(360) - east;
    }
    let half_way = (a.0 + b.0) / Decimal::TWO;
    let metres = |degrees: Decimal| i128::try_from((degrees * METRES_A_DEGREE).round()).ok();
    let (x, y) = (metres(east.round_dp(9) * cosine(half_way))?, metres(a.0 - b.0)?);
    u64::try_from((x * x + y * y).isqrt()).ok()
}

/// The cosine of an angle between -90 and 90 degrees, twelve decimals.
fn cosine(degrees: Decimal) -> Decimal {
    let angle = (degrees * RADIANS_A_DEGREE).round_dp(14);
    let square = (angle * angle).round_dp(14);
    let (mut term, mut sum) = (Decimal::ONE, Decimal::ONE);
    for n in 1..TERMS {
        let divisor = Decimal::from((2 * n - 1) * (2 * n));
        term = -(term * square / divisor).round_dp(16);
        sum += term;
    }
    sum.round_dp(12)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(north: &str, east: &str) -> (Decimal, Decimal) {
        (north.parse().unwrap(), east.parse().unwrap())
    }

    #[test]
    fn the_cosine_is_that_of_the_tables() {
        for (degrees, cosine_text) in
            [("0", "1"), ("60", "0.5"), ("30", "0.866025403784"), ("-45", "0.707106781187")]
        {
            let found = cosine(degrees.parse().unwrap()).round_dp(11).normalize();
            let wanted = cosine_text.parse::<Decimal>().unwrap().round_dp(11).normalize();
            assert_eq!(found, wanted, "cos {degrees}°");
        }
        assert!(cosine(Decimal::from(90)).abs() < Decimal::new(1, 10), "a right angle");
    }

    #[test]
    fn distances_of_known_places() {
        // One minute of latitude is a nautical mile.
        assert_eq!(distance_m(at("30", "114"), at("30.0166667", "114")), Some(1_853));
        // One degree of longitude at 60° is half of one at the equator.
        assert_eq!(distance_m(at("60", "10"), at("60", "11")), Some(55_598));
        // Beijing to Tianjin, 116.41/39.90 to 117.20/39.13.
        let away = distance_m(at("39.90", "116.41"), at("39.13", "117.20")).unwrap();
        assert!((108_000..110_000).contains(&away), "{away} m");
        assert_eq!(distance_m(at("0", "179.9"), at("0", "-179.9")), Some(22_239), "over the line");
        assert_eq!(distance_m(at("30", "114"), at("30", "114")), Some(0));
    }

    #[test]
    fn what_is_no_position_has_no_distance() {
        assert_eq!(distance_m(at("91", "0"), at("0", "0")), None);
        assert_eq!(distance_m(at("0", "1000000000000000"), at("0", "0")), None);
    }
}
