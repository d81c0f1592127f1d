//! When a photo was taken: the camera's reading, its offset, and the error of its clock.

use jiff::Span;
use jiff::civil::DateTime;

use crate::moment::Moment;

/// A clock that was never set is off by decades, not by centuries.
const CORRECTION_S_MAX: i64 = 100 * 366 * 86_400;

/// One camera, as its files name it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Camera {
    /// Maker and model.
    pub name: String,
    /// Serial number of the body, which phones keep to themselves.
    pub serial: Option<String>,
}

impl Camera {
    /// Whether a correction made for `self` holds for a photo of `other`: the same model and, where
    /// the correction knows the serial number, the same body.
    fn covers(&self, other: &Self) -> bool {
        self.name == other.name && (self.serial.is_none() || self.serial == other.serial)
    }
}

/// How far a camera's clock is off.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockCorrection {
    camera: Camera,
    seconds: i64,
    /// The reading at which it was found, where it comes from a photo of a clock.
    reading: Option<DateTime>,
}

/// A correction that no clock needs.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a camera's clock cannot be {seconds} s off")]
pub struct BadClock {
    /// True time less shown time.
    pub seconds: i64,
}

impl ClockCorrection {
    /// A correction in seconds, true time less shown time: positive when the clock is slow.
    ///
    /// # Errors
    /// [`BadClock`] beyond a hundred years.
    pub fn given(camera: Camera, seconds: i64) -> Result<Self, BadClock> {
        match (-CORRECTION_S_MAX..=CORRECTION_S_MAX).contains(&seconds) {
            true => Ok(Self { camera, seconds, reading: None }),
            false => Err(BadClock { seconds }),
        }
    }

    /// A correction from a photo of a clock: what the camera's clock said, the offset that reading
    /// is taken in, and the true time that the photo shows.
    ///
    /// # Errors
    /// [`BadClock`] when the two are more than a hundred years apart.
    pub fn from_clock_photo(
        camera: Camera,
        reading: DateTime,
        offset_minutes: i16,
        truth: Moment,
    ) -> Result<Self, BadClock> {
        let shown = seconds_utc(reading, offset_minutes);
        let seconds = seconds_utc(truth.local(), truth.offset_minutes()) - shown;
        Ok(Self { reading: Some(reading), ..Self::given(camera, seconds)? })
    }

    /// Whether it holds for photos of a camera.
    pub fn is_for(&self, camera: &Camera) -> bool {
        self.camera.covers(camera)
    }

    /// True time less shown time.
    pub const fn seconds(&self) -> i64 {
        self.seconds
    }
}

/// Seconds between 1970 and a reading in an offset; only differences are used.
fn seconds_utc(reading: DateTime, offset_minutes: i16) -> i64 {
    let epoch = DateTime::constant(1970, 1, 1, 0, 0, 0, 0);
    reading.duration_since(epoch).as_secs() - i64::from(offset_minutes) * 60
}

/// Where the offset of a photo's time comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OffsetSource {
    /// The camera wrote it.
    Camera,
    /// The camera wrote none; the zone of the case stands in, which is said where the time is shown.
    Zone,
}

/// When a photo was taken, with every step to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// What the camera's clock said.
    pub reading: DateTime,
    /// Minutes east of UTC in which the reading is taken.
    pub offset_minutes: i16,
    /// Where the offset comes from.
    pub offset_source: OffsetSource,
    /// Seconds added for the error of the camera's clock; nought where none is known.
    pub correction_s: i64,
    /// The moment that comes out.
    pub moment: Moment,
}

/// Why a photo's moment cannot be had.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoMoment {
    /// Neither the camera nor the case says which offset the reading is in.
    #[error("the offset of the camera's clock is not known")]
    NoOffset,
    /// Reading and correction lead out of the calendar.
    #[error("{reading} with {correction_s} s is outside the calendar")]
    OutOfRange {
        /// What the camera's clock said.
        reading: DateTime,
        /// Seconds to be added.
        correction_s: i64,
    },
}

impl Taken {
    /// Corrects the reading of a photo.
    ///
    /// Of several corrections for its camera the one holds whose clock was photographed at the
    /// nearest reading (a clock may be set anew between two visits); one given in seconds holds
    /// where there is none, the last one given first.
    ///
    /// # Errors
    /// [`NoMoment`] when no offset is known or the calendar ends.
    pub fn of(
        reading: DateTime,
        camera_offset_minutes: Option<i16>,
        zone_offset_minutes: Option<i16>,
        camera: &Camera,
        corrections: &[ClockCorrection],
    ) -> Result<Self, NoMoment> {
        let (offset_minutes, offset_source) = match (camera_offset_minutes, zone_offset_minutes) {
            (Some(written), _) => (written, OffsetSource::Camera),
            (None, Some(zone)) => (zone, OffsetSource::Zone),
            (None, None) => return Err(NoMoment::NoOffset),
        };
        let apart = |correction: &&ClockCorrection| {
            let distance = |at: DateTime| seconds_utc(at, 0).abs_diff(seconds_utc(reading, 0));
            correction.reading.map_or(u64::MAX, distance)
        };
        let covering = corrections.iter().rev().filter(|it| it.camera.covers(camera));
        let correction_s = covering.min_by_key(apart).map_or(0, ClockCorrection::seconds);
        let out_of_range = || NoMoment::OutOfRange { reading, correction_s };
        let corrected =
            reading.checked_add(Span::new().seconds(correction_s)).map_err(|_| out_of_range())?;
        let moment = Moment::new(corrected, offset_minutes).map_err(|_| out_of_range())?;
        Ok(Self { reading, offset_minutes, offset_source, correction_s, moment })
    }
}

/// Reads an offset as records hold it, `+08:00`, as minutes east of UTC.
pub fn offset_minutes(text: &str) -> Option<i16> {
    let [sign, h1, h0, b':', m1, m0] = *text.as_bytes() else { return None };
    let digit = |byte: u8| byte.is_ascii_digit().then(|| i16::from(byte - b'0'));
    let (hours, minutes) = (digit(h1)? * 10 + digit(h0)?, digit(m1)? * 10 + digit(m0)?);
    let minutes = (minutes < 60 && hours <= 18).then_some(hours * 60 + minutes)?;
    match sign {
        b'+' => Some(minutes),
        b'-' => Some(-minutes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn camera(serial: Option<&str>) -> Camera {
        Camera { name: "NIKON D3100".to_owned(), serial: serial.map(str::to_owned) }
    }

    fn at(text: &str) -> DateTime {
        text.parse().unwrap()
    }

    fn taken(reading: &str, corrections: &[ClockCorrection]) -> Taken {
        Taken::of(at(reading), None, Some(480), &camera(Some("6107872")), corrections).unwrap()
    }

    #[test]
    fn the_camera_s_offset_goes_before_the_zone_and_it_is_said() {
        let reading = at("2024-07-12T09:30:00");
        let of = |camera_offset, zone| Taken::of(reading, camera_offset, zone, &camera(None), &[]);
        let own = of(Some(-240), Some(480)).unwrap();
        assert_eq!(
            (own.moment.to_string().as_str(), own.offset_source),
            ("2024-07-12T09:30:00-04:00", OffsetSource::Camera)
        );
        let zone = of(None, Some(480)).unwrap();
        assert_eq!(
            (zone.moment.to_string().as_str(), zone.offset_source),
            ("2024-07-12T09:30:00+08:00", OffsetSource::Zone)
        );
        assert_eq!(of(None, None), Err(NoMoment::NoOffset), "an offset is never guessed");
    }

    #[test]
    fn a_photographed_clock_corrects_all_photos_of_its_camera() {
        let truth: Moment = "2024-07-12T10:05:30+08:00".parse().unwrap();
        let shown = at("2024-07-12T10:00:00");
        let slow =
            ClockCorrection::from_clock_photo(camera(Some("6107872")), shown, 480, truth).unwrap();
        assert_eq!(slow.seconds(), 330, "the clock is five and a half minutes slow");
        let photo = taken("2024-07-12T23:58:00", std::slice::from_ref(&slow));
        assert_eq!(photo.moment.to_string(), "2024-07-13T00:03:30+08:00", "over midnight");
        assert_eq!((photo.reading, photo.correction_s), (at("2024-07-12T23:58:00"), 330));

        for (other, why) in [
            (camera(Some("6107873")), "another body"),
            (camera(None), "a body that is not named"),
            (Camera { name: "NIKON D3200".to_owned(), ..camera(Some("6107872")) }, "another model"),
        ] {
            let photo = Taken::of(shown, None, Some(480), &other, std::slice::from_ref(&slow));
            assert_eq!(photo.unwrap().correction_s, 0, "{why}");
        }
    }

    #[test]
    fn a_clock_in_another_zone_is_off_by_the_difference() {
        // Left at home time, seven hours behind, and read in the case's zone.
        let truth: Moment = "2024-07-12T17:00:00+08:00".parse().unwrap();
        let shown = at("2024-07-12T10:00:00");
        let behind = ClockCorrection::from_clock_photo(camera(None), shown, 480, truth).unwrap();
        assert_eq!(behind.seconds(), 7 * 3_600);
        assert_eq!(taken("2024-07-12T10:00:00", &[behind]).moment, truth, "the clock photo itself");
        // The same clock with its own offset is right.
        let right = ClockCorrection::from_clock_photo(camera(None), shown, 60, truth).unwrap();
        assert_eq!(right.seconds(), 0, "10:00+01:00 is 17:00+08:00");
    }

    #[test]
    fn the_nearest_clock_holds_then_the_last_one_given() {
        let clock = |shown: &str, truth: &str| {
            let truth = truth.parse().unwrap();
            ClockCorrection::from_clock_photo(camera(None), at(shown), 480, truth).unwrap()
        };
        let corrections = [
            ClockCorrection::given(camera(None), 5).unwrap(),
            ClockCorrection::given(camera(None), 7).unwrap(),
            clock("2024-07-01T08:00:00", "2024-07-01T08:01:00+08:00"),
            clock("2024-07-20T08:00:00", "2024-07-20T07:58:00+08:00"),
        ];
        assert_eq!(taken("2024-07-03T00:00:00", &corrections).correction_s, 60, "first visit");
        assert_eq!(taken("2024-07-19T00:00:00", &corrections).correction_s, -120, "second visit");
        assert_eq!(taken("2024-07-19T00:00:00", &corrections[..2]).correction_s, 7, "the last one");
    }

    #[test]
    fn nonsense_is_refused() {
        let year = 366 * 86_400;
        assert!(ClockCorrection::given(camera(None), -100 * year).is_ok());
        assert_eq!(
            ClockCorrection::given(camera(None), 100 * year + 1),
            Err(BadClock { seconds: 100 * year + 1 })
        );
        let last = ClockCorrection::given(camera(None), 60).unwrap();
        let end = at("9999-12-31T23:59:30");
        let beyond = Taken::of(end, Some(0), None, &camera(None), &[last]);
        assert_eq!(beyond, Err(NoMoment::OutOfRange { reading: end, correction_s: 60 }));
    }

    #[test]
    fn reads_offsets_in_their_one_spelling() {
        let cases = [
            ("+08:00", Some(480)),
            ("-03:30", Some(-210)),
            ("+00:00", Some(0)),
            ("+8:00", None),
            ("+08:60", None),
            ("+19:00", None),
            (" 08:00", None),
            ("+08:0０", None),
        ];
        for (text, want) in cases {
            assert_eq!(offset_minutes(text), want, "{text:?}");
        }
    }
}
