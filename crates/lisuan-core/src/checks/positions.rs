//! Where photos were taken (LOC-01).

use rust_decimal::Decimal;

use crate::case::{Case, Photo};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::photo::distance_m;

/// How far from the site a photo may be taken, where the case says nothing (rules.md LOC-01).
const DISTANCE_KM: Decimal = Decimal::TWO;

/// LOC-01: a photo was taken farther from its damaged place, or else from the site, than the case
/// allows. A photo of a place whose position nobody noted has nothing to be compared with.
pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    let head = &case.head;
    let allowed = head.photo_distance_km.filter(|km| *km > Decimal::ZERO).unwrap_or(DISTANCE_KM);
    let site = head.site_latitude.zip(head.site_longitude);
    for photo in &case.photos {
        findings.extend(too_far(case, photo, site, allowed));
    }
}

fn too_far(
    case: &Case,
    photo: &Photo,
    site: Option<(Decimal, Decimal)>,
    allowed_km: Decimal,
) -> Option<Finding> {
    let at = photo.latitude.zip(photo.longitude)?;
    let place =
        photo.damage_place.and_then(|id| case.damage_places.iter().find(|place| place.id == id));
    let known = place.and_then(|place| Some((place.latitude.zip(place.longitude)?, place)));
    let (wanted, name) = match known {
        Some((position, place)) => (position, place.name.as_deref().unwrap_or_default()),
        None => (site?, ""),
    };
    let away_m = Decimal::from(distance_m(at, wanted)?);
    let away_km = away_m.checked_div(Decimal::ONE_THOUSAND)?;
    (away_km > allowed_km).then(|| {
        Finding::at("LOC-01", Level::Warn, Kind::Photo, photo.id, "latitude")
            .with("number", photo.number.as_deref().unwrap_or_default())
            .with("place", name)
            .with("why", if name.is_empty() { "site" } else { "place" })
            .with("away", away_km.round_dp(1).normalize())
            .with("allowed", allowed_km.normalize())
    })
}
