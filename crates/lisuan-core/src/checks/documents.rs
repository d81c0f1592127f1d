//! Photos (PHO).

use crate::case::{Case, Photo, ReportKind};
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

/// PHO-01: the camera's clock says that the photo was taken before the loss, or after the final
/// report that shows it.
fn before_loss(case: &Case, photo: &Photo) -> Option<Finding> {
    let taken = photo.taken_at?.date();
    let finals = case.reports.iter().filter(|report| report.kind == Some(ReportKind::Final));
    let report = finals.filter_map(|report| Some(report.sealed_at?.date())).max();
    let (why, day) = match (case.head.loss_date, report) {
        (Some(loss), _) if taken < loss => ("before", loss),
        (_, Some(report)) if taken > report => ("after", report),
        _ => return None,
    };
    Some(
        Finding::at("PHO-01", Level::Warn, Kind::Photo, photo.id, "taken_at")
            .with("why", why)
            .with("number", number(photo))
            .with("taken", taken)
            .with("day", day),
    )
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
