//! What the cameras' clocks and counters say (PHO-04, PHO-12).

use std::collections::BTreeMap;

use jiff::civil::DateTime;

use crate::case::{Case, Photo};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::photo::{Camera, camera_of, clock_corrections, offset_minutes};

/// A counter that jumps this far began anew or went round; nothing follows from it.
const JUMP: u64 = 1_000;
/// Digits of the longest counter.
const DIGITS_MAX: usize = 9;

pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    findings.extend(out_of_order(case));
    findings.extend(clocks_unknown(case));
}

/// What a file name begins with, and the camera's counter in it.
fn counted(photo: &Photo) -> Option<(&str, u64)> {
    let name = photo.file_name.as_deref()?;
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let begins = stem.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &stem[begins.len()..];
    (1..=DIGITS_MAX).contains(&digits.len()).then_some(())?;
    Some((begins, digits.parse().ok()?))
}

/// The reading as seconds, apart for cameras that write an offset and those that do not: the two
/// cannot be compared.
fn reading_s(photo: &Photo) -> Option<(bool, i64)> {
    let offset = photo.taken_offset.as_deref().and_then(offset_minutes);
    let since = photo.taken_at?.duration_since(DateTime::constant(1970, 1, 1, 0, 0, 0, 0));
    Some((offset.is_some(), since.as_secs() - i64::from(offset.unwrap_or(0)) * 60))
}

/// A camera's pictures of one counter: counter, seconds, photo.
type Run<'a> = Vec<(u64, i64, &'a Photo)>;

/// PHO-04: the camera's counter and its clock disagree on which of two pictures came first. One
/// finding a run of numbers.
fn out_of_order(case: &Case) -> Vec<Finding> {
    let mut runs: BTreeMap<(&str, Option<&str>, &str, bool), Run<'_>> = BTreeMap::new();
    for photo in &case.photos {
        let (Some(camera), Some((begins, counter)), Some((offset, seconds))) =
            (photo.camera.as_deref(), counted(photo), reading_s(photo))
        else {
            continue;
        };
        let key = (camera, photo.serial.as_deref(), begins, offset);
        runs.entry(key).or_default().push((counter, seconds, photo));
    }
    runs.into_values().filter_map(broken).collect()
}

fn broken(mut run: Run<'_>) -> Option<Finding> {
    run.sort_by_key(|(counter, seconds, photo)| (*counter, *seconds, photo.id));
    let breaks = run.windows(2).filter_map(|pair| match pair {
        [(n, earlier, before), (next, later, photo)]
            if later < earlier && next - n < JUMP && next > n =>
        {
            Some((*before, *photo))
        }
        _ => None,
    });
    let breaks: Vec<(&Photo, &Photo)> = breaks.collect();
    let (before, photo) = breaks.first()?;
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    Some(
        Finding::at("PHO-04", Level::Warn, Kind::Photo, photo.id, "taken_at")
            .with("number", text(&photo.number))
            .with("file", text(&photo.file_name))
            .with("other", text(&before.number))
            .with("before", text(&before.file_name))
            .with("count", breaks.len()),
    )
}

/// PHO-12: nobody compared the clock of a camera with the true time. A camera that writes its
/// offset is a phone, whose clock the network sets.
fn clocks_unknown(case: &Case) -> Vec<Finding> {
    let known = clock_corrections(case);
    let mut cameras: BTreeMap<(String, Option<String>), Vec<&Photo>> = BTreeMap::new();
    for photo in &case.photos {
        let Camera { name, serial } = camera_of(photo);
        if photo.taken_at.is_some() && photo.taken_offset.is_none() && !name.is_empty() {
            cameras.entry((name, serial)).or_default().push(photo);
        }
    }
    let unknown = cameras.into_iter().filter(|((name, serial), _)| {
        let camera = Camera { name: name.clone(), serial: serial.clone() };
        !known.iter().any(|clock| clock.is_for(&camera))
    });
    unknown
        .filter_map(|((name, _), photos)| {
            let first = photos.first()?;
            let finding = Finding::at("PHO-12", Level::Info, Kind::Photo, first.id, "taken_at")
                .with("camera", name)
                .with("number", first.number.as_deref().unwrap_or_default())
                .with("count", photos.len());
            Some(finding)
        })
        .collect()
}
