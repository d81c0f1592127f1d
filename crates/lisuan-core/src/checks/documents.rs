//! Photos (PHO).

use crate::case::{Case, Photo};
use crate::change::Kind;
use crate::finding::{Finding, Level};

pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    for photo in &case.photos {
        findings.extend(before_loss(case, photo));
        findings.extend(metadata(photo));
        findings.extend(other_thumbnail(photo));
    }
}

fn number(photo: &Photo) -> &str {
    photo.number.as_deref().unwrap_or_default()
}

/// PHO-01: the camera's clock says that the photo was taken before the loss.
fn before_loss(case: &Case, photo: &Photo) -> Option<Finding> {
    let (taken, loss) = (photo.taken_at?.date(), case.head.loss_date?);
    (taken < loss).then(|| {
        Finding::at("PHO-01", Level::Warn, Kind::Photo, photo.id, "taken_at")
            .with("number", number(photo))
            .with("taken", taken)
            .with("loss", loss)
    })
}

/// PHO-02: no capture time, or the file was written by a picture editor.
fn metadata(photo: &Photo) -> Option<Finding> {
    let mut oddities = photo.oddities.as_deref()?.split(' ');
    oddities
        .any(|code| {
            matches!(code, "no-exif" | "no-capture-time" | "zeroed-capture-time" | "edited")
        })
        .then(|| {
            Finding::at("PHO-02", Level::Info, Kind::Photo, photo.id, "oddities")
                .with("number", number(photo))
        })
}

/// PHO-10: the small picture in the file shows something else than the large one.
fn other_thumbnail(photo: &Photo) -> Option<Finding> {
    let mut oddities = photo.oddities.as_deref()?.split(' ');
    oddities.any(|code| code == "thumbnail-differs").then(|| {
        Finding::at("PHO-10", Level::Warn, Kind::Photo, photo.id, "oddities")
            .with("number", number(photo))
    })
}
