//! Marks on photos: their points, and the lengths that follow from a known one.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::Id;
use crate::case::{Case, MarkKind, Photo, PhotoMark};
use crate::money::{self, Exact};

/// Parts of the upright width and of the upright height in which points are counted.
pub const PARTS: u32 = 1_000_000;
/// More points than the longest stroke drawn by hand needs.
pub const POINTS_MAX: usize = 2_000;
/// Decimals of a length that was read off a photo.
pub const LENGTH_PLACES: u32 = 2;

/// A point of a mark, in millionths of the upright width and height from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// To the right.
    pub x: u32,
    /// Down.
    pub y: u32,
}

/// Whether a mark hides a part of the picture.
pub fn hides(mark: &PhotoMark) -> bool {
    matches!(mark.kind, Some(MarkKind::Blur | MarkKind::Blackout))
}

/// Photos of which a part is hidden: a dossier shows them covered and keeps the original back.
pub fn hidden(case: &Case) -> BTreeSet<Id> {
    case.photo_marks.iter().filter(|mark| hides(mark)).filter_map(|mark| mark.photo).collect()
}

/// Reads the points of a mark, `x,y x,y …`; nothing where a point does not read or lies outside
/// the picture.
pub fn points(text: &str) -> Option<Vec<Point>> {
    let part = |text: &str| text.parse::<u32>().ok().filter(|part| *part <= PARTS);
    let mut out = Vec::new();
    for pair in text.split_ascii_whitespace() {
        let (x, y) = pair.split_once(',')?;
        out.push(Point { x: part(x)?, y: part(y)? });
        if out.len() > POINTS_MAX {
            return None;
        }
    }
    Some(out).filter(|points| !points.is_empty())
}

/// Width and height in pixels once a photo stands upright; nothing while they are not known.
pub fn upright_px(photo: &Photo) -> Option<(u32, u32)> {
    let side = |value: Option<i64>| u32::try_from(value?).ok().filter(|side| *side > 0);
    let (width, height) = (side(photo.width_px)?, side(photo.height_px)?);
    Some(if matches!(photo.orientation, Some(5..=8)) { (height, width) } else { (width, height) })
}

/// The length of each dimension line whose photo has a known length, by the key of the mark.
///
/// The known length times the ratio of the two lines in pixels, exact but for the last rounding,
/// half-up to [`LENGTH_PLACES`] decimals. It holds in the plane of the known length only: a photo
/// has no depth, so a window and a report say "≈".
pub fn lengths(case: &Case) -> BTreeMap<Id, (Decimal, String)> {
    let photos: BTreeMap<Id, &Photo> = case.photos.iter().map(|photo| (photo.id, photo)).collect();
    let mut scales: BTreeMap<Id, &PhotoMark> = BTreeMap::new();
    for mark in of_kind(case, MarkKind::Scale) {
        // The one drawn last holds, as the adjuster's better reading.
        if let Some(photo) = mark.photo {
            scales.insert(photo, mark);
        }
    }
    let length = |mark: &PhotoMark| {
        let photo = mark.photo?;
        let scale = scales.get(&photo)?;
        let size = upright_px(photos.get(&photo)?)?;
        Some((mark.id, (proportional(mark, scale, size)?, scale.unit.clone().unwrap_or_default())))
    };
    of_kind(case, MarkKind::Dimension).filter_map(length).collect()
}

fn of_kind(case: &Case, kind: MarkKind) -> impl Iterator<Item = &PhotoMark> {
    case.photo_marks.iter().filter(move |mark| mark.kind == Some(kind))
}

fn proportional(line: &PhotoMark, scale: &PhotoMark, size: (u32, u32)) -> Option<Decimal> {
    let known = scale.length.filter(|length| length.is_sign_positive() && !length.is_zero())?;
    let (line, scale) = (squared(line, size)?, squared(scale, size)?);
    let ratio = line.checked_div(&scale).ok()?;
    let known = Exact::from_decimal(known);
    let square = known.checked_mul(&known).and_then(|known| known.checked_mul(&ratio)).ok()?;
    let (length, _) = square.square_root().ok()?;
    money::round(&length, LENGTH_PLACES).ok()
}

/// The squared length of a line in millionths of a pixel.
fn squared(mark: &PhotoMark, (width, height): (u32, u32)) -> Option<Exact> {
    let points = points(mark.points.as_deref()?)?;
    let (from, to) = (points.first()?, points.last()?);
    let side = |from: u32, to: u32, side: u32| {
        // At most 1e6 × 4e9: well inside an i64.
        let away = Exact::from_integer(i64::from(from.abs_diff(to)) * i64::from(side));
        away.checked_mul(&away).ok()
    };
    let (across, down) = (side(from.x, to.x, width)?, side(from.y, to.y, height)?);
    across.checked_add(&down).ok().filter(|square| !square.is_zero())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{ALIVE, Change, Kind, State};

    fn id(n: u8) -> Id {
        Id::from_bytes([n; 16])
    }

    fn record(kind: Kind, n: u8, fields: &[(&str, &str)]) -> Vec<Change> {
        let alive =
            Change { kind, id: id(n), field: ALIVE, before: None, after: Some("1".to_owned()) };
        let field = |(name, value): &(&str, &str)| {
            let name = kind.field(name).unwrap().name;
            Change::checked(kind, id(n), name, None, Some(value)).unwrap()
        };
        std::iter::once(alive).chain(fields.iter().map(field)).collect()
    }

    fn case(orientation: &str, marks: &[(&str, &str, &str)]) -> Case {
        let mut state = State::default();
        state.apply(&record(Kind::Case, 1, &[])).unwrap();
        let photo = [("width_px", "4000"), ("height_px", "3000"), ("orientation", orientation)];
        state.apply(&record(Kind::Photo, 2, &photo)).unwrap();
        for (n, (kind, points, length)) in marks.iter().enumerate() {
            let photo = id(2).to_string();
            let mut fields = vec![("photo", photo.as_str()), ("kind", kind), ("points", points)];
            if !length.is_empty() {
                fields.extend([("length", *length), ("unit", "m")]);
            }
            state.apply(&record(Kind::PhotoMark, 10 + n as u8, &fields)).unwrap();
        }
        Case::from_state(&state).unwrap()
    }

    fn length(case: &Case, n: u8) -> Option<String> {
        lengths(case).get(&id(n)).map(|(length, unit)| format!("{length} {unit}"))
    }

    #[test]
    fn a_length_follows_in_proportion_also_across_the_other_side() {
        // 1 m over a tenth of 4,000 px; half of 3,000 px is 1,500 px, so 3.75 m.
        let scale = ("scale", "0,0 100000,0", "1");
        let upright = case("1", &[scale, ("dimension", "0,0 0,500000", "")]);
        assert_eq!(length(&upright, 11).as_deref(), Some("3.75 m"));
        // Turned, the upright width is 3,000 px: 300 px to the metre, 2,000 px down.
        let turned = case("6", &[scale, ("dimension", "0,0 0,500000", "")]);
        assert_eq!(length(&turned, 11).as_deref(), Some("6.67 m"), "2,000 / 300");
    }

    #[test]
    fn a_slanted_line_is_rounded_half_up_once() {
        let marks =
            [("scale", "0,0 100000,0", "0.5"), ("dimension", "100000,100000 400000,500000", "")];
        // 1,200 px across and 1,200 px down against 400 px for 0.5 m.
        assert_eq!(length(&case("1", &marks), 11).as_deref(), Some("2.12 m"), "1.5 × √2 = 2.1213");
    }

    #[test]
    fn without_a_usable_known_length_there_is_no_length() {
        let line = ("dimension", "0,0 0,500000", "");
        for (marks, why) in [
            (vec![line], "no known length"),
            (vec![("scale", "5,5 5,5", "1"), line], "a known length over no pixels"),
            (vec![("scale", "0,0 100000,0", ""), line], "its length is not typed yet"),
            (vec![("scale", "0,0 100000,0", "1"), ("dimension", "0,0 x,1", "")], "unreadable"),
        ] {
            assert_eq!(lengths(&case("1", &marks)), BTreeMap::new(), "{why}");
        }
    }

    #[test]
    fn points_outside_the_picture_do_not_read() {
        assert_eq!(points("0,0 1000000,1000000").map(|points| points.len()), Some(2));
        for text in ["", "1", "1,2,3", "-1,0", "1000001,0", "0.5,0"] {
            assert_eq!(points(text), None, "{text}");
        }
        assert_eq!(points(&"1,1 ".repeat(POINTS_MAX + 1)), None, "more points than the limit");
    }
}
