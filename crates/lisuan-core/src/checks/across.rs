//! What only several cases beside each other show: one picture, or nearly the same, in two (PHO-03), one camera in
//! unrelated ones (PHO-13).

use std::collections::{BTreeMap, BTreeSet};

use crate::case::{Case, Photo, YesNo};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::photo::{NEAR_BITS_MAX, fingerprint};

/// What is compared of another case. A copy of the same case is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OtherCase {
    /// What a person knows it by.
    pub name: String,
    /// Its insured.
    pub insured: String,
    /// Cameras of its photos, as [`camera_of`] names them.
    pub cameras: BTreeSet<String>,
    /// Originals of its photos, as [`original_of`] names them.
    pub originals: BTreeSet<String>,
    /// What its photos look like, as [`likeness_of`] says it.
    pub likenesses: BTreeSet<u64>,
}

/// A camera in more cases than this belongs to whoever surveys them [P].
const OWN_CAMERA_CASES: usize = 3;
/// A likeness with fewer bits set, or fewer not set, is that of next to nothing [P].
const BITS_MIN: u32 = 8;
/// Cases named in a finding; the others are counted.
const NAMED_MAX: usize = 5;

/// A camera by its model and serial number; nothing where the file does not say which it was.
pub fn camera_of(photo: &Photo) -> Option<String> {
    let word = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_lowercase();
    let serial = word(&photo.serial);
    // Some cameras write zeros.
    let says = serial.chars().any(|c| c.is_alphanumeric() && c != '0');
    says.then(|| format!("{} {serial}", word(&photo.camera)))
}

/// An original by the first half of its digest's first half: enough to tell one from another.
pub fn original_of(photo: &Photo) -> Option<String> {
    photo.content.as_deref()?.get(..16).map(str::to_owned)
}

/// What a photo looks like; nothing of one set aside, and of one that shows next to nothing: a
/// wall, the night, a thumb before the lens look alike everywhere.
pub fn likeness_of(photo: &Photo) -> Option<u64> {
    let likeness = fingerprint(photo).filter(|_| photo.rejected != Some(YesNo::Yes))?;
    (BITS_MIN..=u64::BITS - BITS_MIN).contains(&likeness.count_ones()).then_some(likeness)
}

/// Compares the photos of a case with those of others.
pub fn across(case: &Case, others: &[OtherCase]) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut cameras: BTreeMap<String, &Photo> = BTreeMap::new();
    for photo in &case.photos {
        findings.extend(elsewhere(photo, others));
        if let Some(camera) = camera_of(photo) {
            cameras.entry(camera).or_insert(photo);
        }
    }
    let insured = case.head.insured.as_deref().unwrap_or_default().trim();
    for (camera, photo) in cameras {
        let with: Vec<&OtherCase> =
            others.iter().filter(|other| other.cameras.contains(&camera)).collect();
        if with.len() > OWN_CAMERA_CASES {
            continue;
        }
        let unrelated: Vec<&OtherCase> = with
            .into_iter()
            .filter(|o| insured.is_empty() || o.insured.trim() != insured)
            .collect();
        findings.extend((!unrelated.is_empty()).then(|| {
            Finding::at("PHO-13", Level::Info, Kind::Photo, photo.id, "serial")
                .with("number", photo.number.as_deref().unwrap_or_default())
                .with("camera", photo.camera.as_deref().unwrap_or_default())
                .with("serial", photo.serial.as_deref().unwrap_or_default())
                .with("cases", named(&unrelated))
                .with("count", unrelated.len())
        }));
    }
    findings
}

/// PHO-03: the same original in another case, or else one that looks nearly the same.
fn elsewhere(photo: &Photo, others: &[OtherCase]) -> Option<Finding> {
    let with = |is: &dyn Fn(&OtherCase) -> bool| -> Vec<&OtherCase> {
        others.iter().filter(|other| is(other)).collect()
    };
    let original = original_of(photo);
    let same = with(&|other| original.as_ref().is_some_and(|one| other.originals.contains(one)));
    let likeness = likeness_of(photo);
    let near = |one: &u64| likeness.is_some_and(|l| (l ^ one).count_ones() <= NEAR_BITS_MAX);
    let (why, with) = match same.is_empty() {
        false => ("elsewhere", same),
        true => ("elsewhere-near", with(&|other| other.likenesses.iter().any(near))),
    };
    (!with.is_empty()).then(|| {
        Finding::at("PHO-03", Level::Warn, Kind::Photo, photo.id, "content")
            .with("why", why)
            .with("number", photo.number.as_deref().unwrap_or_default())
            .with("cases", named(&with))
            .with("count", with.len())
    })
}

fn named(cases: &[&OtherCase]) -> String {
    let names: Vec<&str> = cases.iter().take(NAMED_MAX).map(|case| case.name.as_str()).collect();
    let more = if cases.len() > NAMED_MAX { "…" } else { "" };
    format!("{}{more}", names.join(", "))
}
