//! Clock and camera of the photos of a case.

use super::clock::{Camera, ClockCorrection, NoMoment, Taken, offset_minutes};
use super::near::{NEAR_BITS_MAX, near_duplicates};
use crate::Id;
use crate::case::{CameraClock, Case, Photo};

/// The corrections that the camera clocks of a case come to, in the order they stand.
///
/// A clock's reading is what was entered or, where nothing was, what the photo of the clock says;
/// its camera is the one named or the photo's. A record that is not complete yet, or whose times
/// are centuries apart, corrects nothing.
pub fn clock_corrections(case: &Case) -> Vec<ClockCorrection> {
    case.camera_clocks.iter().filter_map(|clock| correction(case, clock)).collect()
}

fn correction(case: &Case, clock: &CameraClock) -> Option<ClockCorrection> {
    let truth = clock.true_at?;
    let photo = clock.photo.and_then(|id| case.photos.iter().find(|photo| photo.id == id));
    let reading = clock.shown_at.or_else(|| photo?.taken_at)?;
    let camera = match &clock.camera {
        Some(name) => Camera { name: name.clone(), serial: clock.serial.clone() },
        None => camera_of(photo?),
    };
    let offset = photo.and_then(written_offset).or_else(|| zone(case));
    // Without any other word on the camera's offset, the one of the true time is the nearest.
    let offset = offset.unwrap_or(truth.offset_minutes());
    ClockCorrection::from_clock_photo(camera, reading, offset, truth).ok()
}

/// When a photo of a case was taken, corrected for its camera's clock; nothing for a photo whose
/// camera wrote no time. `corrections` are those of [`clock_corrections`].
pub fn taken(
    case: &Case,
    photo: &Photo,
    corrections: &[ClockCorrection],
) -> Option<Result<Taken, NoMoment>> {
    let reading = photo.taken_at?;
    let (written, zone) = (written_offset(photo), zone(case));
    Some(Taken::of(reading, written, zone, &camera_of(photo), corrections))
}

/// The camera of a photo, as its file names it.
pub(crate) fn camera_of(photo: &Photo) -> Camera {
    Camera { name: photo.camera.clone().unwrap_or_default(), serial: photo.serial.clone() }
}

fn written_offset(photo: &Photo) -> Option<i16> {
    offset_minutes(photo.taken_offset.as_deref()?)
}

fn zone(case: &Case) -> Option<i16> {
    offset_minutes(case.head.zone.as_deref()?)
}

/// Reads a fingerprint as records hold it, sixteen hexadecimal digits.
pub fn fingerprint(photo: &Photo) -> Option<u64> {
    let text = photo.likeness.as_deref()?;
    (text.len() == 16).then(|| u64::from_str_radix(text, 16).ok())?
}

/// Groups of photos that show nearly the same, by the fingerprints they were stored with, each in
/// the order the photos came in. A photo without a fingerprint is in none.
pub fn near_of<'a>(photos: impl Iterator<Item = &'a Photo>) -> Vec<Vec<Id>> {
    let mut known: Vec<(Id, u64)> =
        photos.filter_map(|photo| Some((photo.id, fingerprint(photo)?))).collect();
    // Keys carry the time they were made.
    known.sort_unstable();
    near_duplicates(&known, NEAR_BITS_MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{ALIVE, Change, Kind, State};
    use crate::photo::OffsetSource;

    fn id(n: u8) -> Id {
        Id::from_bytes([n; 16])
    }

    /// Kind, key and fields of a record.
    type Given<'a> = (Kind, u8, &'a [(&'static str, &'a str)]);

    /// A case of records given by their fields.
    fn case(records: &[Given<'_>]) -> Case {
        let mut state = State::default();
        for (kind, n, fields) in records {
            let alive = Change {
                kind: *kind,
                id: id(*n),
                field: ALIVE,
                before: None,
                after: Some("1".to_owned()),
            };
            let changes = fields.iter().map(|(field, value)| {
                Change::checked(*kind, id(*n), field, None, Some(value)).unwrap()
            });
            let changes: Vec<Change> = std::iter::once(alive).chain(changes).collect();
            state.apply(&changes).unwrap();
        }
        Case::from_state(&state).unwrap()
    }

    const HEAD: Given<'_> = (Kind::Case, 1, &[("zone", "+08:00")]);
    const CLOCK_PHOTO: Given<'_> = (
        Kind::Photo,
        2,
        &[("camera", "NIKON D3100"), ("serial", "6107872"), ("taken_at", "2024-07-12T10:00:00")],
    );

    fn moment(case: &Case, n: u8) -> String {
        let photo = case.photos.iter().find(|photo| photo.id == id(n)).unwrap();
        taken(case, photo, &clock_corrections(case)).unwrap().unwrap().moment.to_string()
    }

    #[test]
    fn all_photos_of_a_camera_follow_its_photographed_clock() {
        let same = ("camera", "NIKON D3100");
        let clock = id(2).to_string();
        let case = case(&[
            HEAD,
            CLOCK_PHOTO,
            (Kind::Photo, 3, &[same, ("serial", "6107872"), ("taken_at", "2024-07-12T11:00:00")]),
            (Kind::Photo, 4, &[same, ("serial", "1"), ("taken_at", "2024-07-12T11:00:00")]),
            (Kind::CameraClock, 5, &[("photo", &clock), ("true_at", "2024-07-12T10:03:00+08:00")]),
        ]);
        assert_eq!(moment(&case, 2), "2024-07-12T10:03:00+08:00", "the clock itself");
        assert_eq!(moment(&case, 3), "2024-07-12T11:03:00+08:00", "the same body");
        assert_eq!(moment(&case, 4), "2024-07-12T11:00:00+08:00", "another body");
    }

    #[test]
    fn what_was_entered_goes_before_the_photo_and_the_incomplete_counts_for_nothing() {
        let clock = id(2).to_string();
        let truth = ("true_at", "2024-07-12T10:03:00+08:00");
        let case = case(&[
            HEAD,
            CLOCK_PHOTO,
            (
                Kind::CameraClock,
                5,
                &[("photo", &clock), truth, ("shown_at", "2024-07-12T10:01:00")],
            ),
            (Kind::CameraClock, 6, &[("camera", "NIKON D3100"), truth]),
            (Kind::CameraClock, 7, &[("photo", &clock)]),
        ]);
        let seconds: Vec<i64> = clock_corrections(&case).iter().map(|it| it.seconds()).collect();
        assert_eq!(seconds, [120], "neither without a reading nor without the truth");
    }

    #[test]
    fn a_camera_without_time_or_offset_has_no_moment() {
        let case = case(&[
            (Kind::Case, 1, &[]),
            (Kind::Photo, 2, &[]),
            (Kind::Photo, 3, &[("taken_at", "2024-07-12T10:00:00")]),
            (Kind::Photo, 4, &[("taken_at", "2024-07-12T10:00:00"), ("taken_offset", "-04:00")]),
        ]);
        let of = |n: u8| {
            let photo = case.photos.iter().find(|photo| photo.id == id(n)).unwrap();
            taken(&case, photo, &[])
        };
        assert_eq!(of(2), None, "no time");
        assert_eq!(of(3), Some(Err(NoMoment::NoOffset)), "no offset");
        assert_eq!(of(4).unwrap().unwrap().offset_source, OffsetSource::Camera);
    }

    #[test]
    fn fingerprints_are_sixteen_digits() {
        let of = |digits: &str| {
            let case = case(&[(Kind::Case, 1, &[]), (Kind::Photo, 2, &[("likeness", digits)])]);
            fingerprint(&case.photos[0])
        };
        assert_eq!(of("00ff00000000000a"), Some(0x00FF_0000_0000_000A));
        assert_eq!(of("ff"), None, "one fingerprint has one spelling");
        assert_eq!(of("zz00000000000000"), None);
    }
}
