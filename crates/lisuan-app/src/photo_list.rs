//! The photos of the open case with what was worked out about each: when, where, what is odd, what
//! shows the same.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use lisuan_core::Id;
use lisuan_core::case::{Case, Photo};
use lisuan_core::photo::{
    ClockCorrection, NEAR_BITS_MAX, OffsetSource, clock_corrections, fingerprint, near_duplicates,
    taken,
};
use lisuan_photos::THUMBNAIL_SIDE_PX;

use crate::datum::{Datum, Position};
use crate::error::Result;
use crate::wire::{ListedPhoto, ListedPosition, ListedTime, PhotoList};
use crate::{App, workers};

impl App {
    /// All photos of the open case, by number.
    ///
    /// # Errors
    /// When no case is open or its pictures cannot be read.
    pub fn list_photos(&self) -> Result<PhotoList> {
        let near = self.near_duplicates()?;
        self.with_session(|session| {
            let case = &session.case;
            let numbers: BTreeMap<Id, String> =
                case.photos.iter().map(|photo| (photo.id, number(photo))).collect();
            let near: Vec<Vec<String>> = near
                .iter()
                .map(|group| group.iter().filter_map(|id| numbers.get(id).cloned()).collect())
                .collect();
            let clocks = clock_corrections(case);
            let photos = case.photos.iter();
            let mut photos: Vec<ListedPhoto> =
                photos.map(|photo| listed(case, photo, &clocks, &near)).collect();
            photos.sort_by(|a, b| a.number.cmp(&b.number));
            Ok(PhotoList { photos, near })
        })
    }

    /// Groups of photos of the open case that show nearly the same, each in the order they came in.
    /// They are pointed out, never dropped.
    ///
    /// # Errors
    /// When no case is open or its pictures cannot be read.
    pub fn near_duplicates(&self) -> Result<Vec<Vec<Id>>> {
        let mut photos: Vec<(Id, String, Option<u64>)> = self.with_session(|session| {
            let photos = session.case.photos.iter();
            Ok(photos
                .filter_map(|photo| Some((photo.id, photo.content.clone()?, fingerprint(photo))))
                .collect())
        })?;
        // Keys carry the time they were made.
        photos.sort();
        let unknown = photos.iter().filter(|(_, _, fingerprint)| fingerprint.is_none());
        self.fingerprint_missing(unknown.map(|(_, sha256, _)| sha256.clone()).collect())?;
        let seen = self.lock_fingerprints();
        let fingerprints: Vec<(Id, u64)> = photos
            .iter()
            .filter_map(|(id, sha256, stored)| {
                Some((*id, stored.or_else(|| seen.get(sha256).copied().flatten())?))
            })
            .collect();
        drop(seen);
        Ok(near_duplicates(&fingerprints, NEAR_BITS_MAX))
    }

    /// Fingerprints originals that came in before fingerprints were kept, from their stored
    /// thumbnails and, like every picture, in the decoder processes.
    fn fingerprint_missing(&self, originals: Vec<String>) -> Result<()> {
        let known = self.lock_fingerprints();
        let missing: Vec<String> =
            originals.into_iter().filter(|sha256| !known.contains_key(sha256)).collect();
        drop(known);
        if missing.is_empty() {
            return Ok(());
        }
        let pool = self.decoder()?;
        let (next, failed) = (AtomicUsize::new(0), Mutex::new(None));
        std::thread::scope(|scope| {
            for _ in 0..workers().min(missing.len()) {
                scope.spawn(|| {
                    while let Some(sha256) = missing.get(next.fetch_add(1, Ordering::Relaxed)) {
                        let thumbnail = match self.thumbnail(sha256) {
                            Ok(thumbnail) => thumbnail,
                            Err(error) => {
                                failed
                                    .lock()
                                    .unwrap_or_else(PoisonError::into_inner)
                                    .replace(error);
                                break;
                            }
                        };
                        // What cannot be decoded has no fingerprint and is near nothing.
                        let fingerprint =
                            thumbnail.and_then(|jpeg| pool.fingerprint(&jpeg).ok().flatten());
                        self.lock_fingerprints().insert(sha256.clone(), fingerprint);
                    }
                });
            }
        });
        match failed.into_inner().unwrap_or_else(PoisonError::into_inner) {
            Some(error) => Err(error),
            None => Ok(()),
        }
    }

    fn thumbnail(&self, sha256: &str) -> Result<Option<Vec<u8>>> {
        let reader = self.lock_reader();
        let Some(reader) = reader.as_ref() else { return Ok(None) };
        Ok(reader.preview(sha256, THUMBNAIL_SIDE_PX)?.map(|preview| preview.bytes))
    }
}

fn number(photo: &Photo) -> String {
    photo.number.clone().unwrap_or_default()
}

fn listed(
    case: &Case,
    photo: &Photo,
    clocks: &[ClockCorrection],
    near: &[Vec<String>],
) -> ListedPhoto {
    let number = number(photo);
    let near = near.iter().find(|group| group.contains(&number)).map(|group| {
        group.iter().filter(|other| **other != number).cloned().collect::<Vec<String>>()
    });
    let codes = photo.oddities.as_deref().unwrap_or_default().split(' ');
    ListedPhoto {
        id: photo.id.to_string(),
        file_name: photo.file_name.clone().unwrap_or_default(),
        taken: time(case, photo, clocks),
        position: position(photo),
        camera: photo.camera.clone(),
        oddities: codes.filter(|code| !code.is_empty()).map(str::to_owned).collect(),
        near: near.unwrap_or_default(),
        number,
    }
}

/// The moment of a photo: the camera's reading with its offset or, said so, that of the case, and
/// corrected where the error of its clock is known.
fn time(case: &Case, photo: &Photo, clocks: &[ClockCorrection]) -> Option<ListedTime> {
    let reading = photo.taken_at?;
    let taken = taken(case, photo, clocks)?.ok();
    Some(ListedTime {
        reading: reading.to_string(),
        moment: taken.map(|taken| taken.moment.to_string()),
        offset_source: taken.map(|taken| {
            match taken.offset_source {
                OffsetSource::Camera => "camera",
                OffsetSource::Zone => "zone",
            }
            .to_owned()
        }),
        correction_s: taken.map_or(0, |taken| taken.correction_s),
    })
}

/// The position as the camera wrote it, and as a map of China shows it.
fn position(photo: &Photo) -> Option<ListedPosition> {
    let (latitude, longitude) = (photo.latitude?.to_string(), photo.longitude?.to_string());
    let on_map = Position::read(&latitude, &longitude).and_then(|position| {
        let map = position.to_gcj02();
        (map != position).then(|| map.text())
    });
    Some(ListedPosition {
        latitude_deg: latitude,
        longitude_deg: longitude,
        datum: photo.datum.clone().unwrap_or_else(|| Datum::Wgs84.as_str().to_owned()),
        gcj02: on_map,
    })
}
