//! Positions as Chinese maps show them.
//!
//! Cameras write WGS-84, and that is what is kept. Maps published in China draw GCJ-02 (GB 20263),
//! which is displaced by up to several hundred metres, so a position must be converted before it is
//! laid on one. For display only; what is shown says its datum.

use std::f64::consts::PI;

/// The datum of a position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Datum {
    /// World Geodetic System 1984: satellites and cameras.
    Wgs84,
    /// 国测局坐标系: maps published in China.
    Gcj02,
}

impl Datum {
    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Wgs84 => "WGS-84",
            Self::Gcj02 => "GCJ-02",
        }
    }
}

/// A position in degrees, north and east positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Position {
    /// Degrees north.
    pub latitude_deg: f64,
    /// Degrees east.
    pub longitude_deg: f64,
}

/// Half the long axis of the ellipsoid of Krasovsky 1940, in metres, and the square of its
/// eccentricity, which the published formula uses.
const AXIS_M: f64 = 6_378_245.0;
const ECCENTRICITY_SQUARED: f64 = 0.006_693_421_622_965_943;

impl Position {
    /// Reads decimal text; `None` when it is no position on the globe.
    pub fn read(latitude_deg: &str, longitude_deg: &str) -> Option<Self> {
        let (latitude_deg, longitude_deg) =
            (latitude_deg.parse::<f64>().ok()?, longitude_deg.parse::<f64>().ok()?);
        let on_globe = latitude_deg.abs() <= 90.0 && longitude_deg.abs() <= 180.0;
        on_globe.then_some(Self { latitude_deg, longitude_deg })
    }

    /// Latitude and longitude with six decimals, a tenth of a metre.
    pub fn text(&self) -> [String; 2] {
        [self.latitude_deg, self.longitude_deg].map(|degrees| format!("{degrees:.6}"))
    }

    /// Converts from WGS-84 to GCJ-02. Outside the rectangle around China in which the displacement
    /// is defined, both are the same.
    #[must_use]
    pub fn to_gcj02(self) -> Self {
        if !self.is_displaced() {
            return self;
        }
        let (dx, dy) = (self.longitude_deg - 105.0, self.latitude_deg - 35.0);
        let radians = self.latitude_deg * PI / 180.0;
        let magic = 1.0 - ECCENTRICITY_SQUARED * radians.sin().powi(2);
        let meridian_m = AXIS_M * (1.0 - ECCENTRICITY_SQUARED) / (magic * magic.sqrt());
        let parallel_m = AXIS_M / magic.sqrt() * radians.cos();
        Self {
            latitude_deg: self.latitude_deg + northward_m(dx, dy) * 180.0 / (meridian_m * PI),
            longitude_deg: self.longitude_deg + eastward_m(dx, dy) * 180.0 / (parallel_m * PI),
        }
    }

    /// Converts from GCJ-02 to WGS-84, by steps: there is no closed inverse. Exact to a millimetre.
    #[must_use]
    pub fn to_wgs84(self) -> Self {
        let mut guess = self;
        // The displacement changes by less than a hundredth along its own length, so that each step
        // gains two decimals.
        for _ in 0..6 {
            let shown = guess.to_gcj02();
            guess.latitude_deg -= shown.latitude_deg - self.latitude_deg;
            guess.longitude_deg -= shown.longitude_deg - self.longitude_deg;
        }
        guess
    }

    /// The rectangle of the published formula. It holds parts of neighbouring countries too.
    fn is_displaced(&self) -> bool {
        (0.8293..=55.8271).contains(&self.latitude_deg)
            && (72.004..=137.8347).contains(&self.longitude_deg)
    }
}

/// The waves of the published formula: each sine with its factor, over `x` half turns.
fn waves(terms: [(f64, f64); 2], x: f64) -> f64 {
    terms.iter().map(|(factor, per)| factor * (x / per * PI).sin()).sum::<f64>() * 2.0 / 3.0
}

fn northward_m(dx: f64, dy: f64) -> f64 {
    let plane =
        -100.0 + 2.0 * dx + 3.0 * dy + 0.2 * dy * dy + 0.1 * dx * dy + 0.2 * dx.abs().sqrt();
    plane
        + waves([(20.0, 1.0 / 6.0), (20.0, 0.5)], dx)
        + waves([(20.0, 1.0), (40.0, 3.0)], dy)
        + waves([(160.0, 12.0), (320.0, 30.0)], dy)
}

fn eastward_m(dx: f64, dy: f64) -> f64 {
    let plane = 300.0 + dx + 2.0 * dy + 0.1 * dx * dx + 0.1 * dx * dy + 0.1 * dx.abs().sqrt();
    plane
        + waves([(20.0, 1.0 / 6.0), (20.0, 0.5)], dx)
        + waves([(20.0, 1.0), (40.0, 3.0)], dx)
        + waves([(150.0, 12.0), (300.0, 30.0)], dx)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a broken test stops where it stands")]

    use super::*;

    fn at(latitude_deg: f64, longitude_deg: f64) -> Position {
        Position { latitude_deg, longitude_deg }
    }

    /// Metres between two positions that are near each other.
    fn apart_m(a: Position, b: Position) -> f64 {
        let north = (a.latitude_deg - b.latitude_deg) * 111_320.0;
        let east =
            (a.longitude_deg - b.longitude_deg) * 111_320.0 * a.latitude_deg.to_radians().cos();
        north.hypot(east)
    }

    #[test]
    fn agrees_with_published_pairs() {
        // The three pairs by which implementations of the formula are commonly checked: Shanghai,
        // Shenzhen, Beijing.
        let pairs = [
            (at(31.177_427_6, 121.527_210_6), at(31.175_303_984, 121.531_541_859)),
            (at(22.543_847, 113.912_316), at(22.540_796_132, 113.917_176_481)),
            (at(39.911_954, 116.377_817), at(39.913_345_455, 116.384_047_225)),
        ];
        for (camera, map) in &pairs {
            let off = apart_m(camera.to_gcj02(), *map);
            assert!(off < 0.05, "{camera:?}: {off} m from the published {map:?}");
        }
    }

    #[test]
    fn there_and_back_is_where_it_began() {
        for latitude in (1..=55).step_by(3) {
            for longitude in (73..=137).step_by(4) {
                let camera = at(f64::from(latitude), f64::from(longitude));
                let map = camera.to_gcj02();
                let moved = apart_m(camera, map);
                assert!((1.0..1_500.0).contains(&moved), "{camera:?} is displaced by {moved} m");
                let off = apart_m(map.to_wgs84(), camera);
                assert!(off < 0.01, "{camera:?} comes back {off} m away");
            }
        }
    }

    #[test]
    fn outside_china_both_are_the_same() {
        for place in
            [at(47.627_166_7, -122.337_333_3), at(41.895_401, 12.482_710_8), at(-33.9, 151.2)]
        {
            assert_eq!(place.to_gcj02(), place);
            assert_eq!(place.to_wgs84(), place);
        }
    }

    #[test]
    fn reads_and_writes_decimal_text() {
        let office = Position::read("23.1779167", "113.3943167").unwrap();
        assert_eq!(office.text(), ["23.177917", "113.394317"]);
        for (latitude, longitude) in
            [("91", "0"), ("0", "181"), ("NaN", "0"), ("", "0"), ("1e9", "0")]
        {
            assert_eq!(Position::read(latitude, longitude), None, "{latitude} {longitude}");
        }
    }
}
