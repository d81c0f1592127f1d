//! What photos are used for (PHO-03, PHO-07).

use std::collections::{BTreeMap, BTreeSet};

use crate::Id;
use crate::case::{Case, Line, MarkKind, Photo, View, YesNo};
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::photo::near_of;

/// Words for what a length is read from, in captions of photos that show one.
const SCALES: [&str; 9] =
    ["比例尺", "标尺", "钢尺", "卷尺", "塔尺", "直尺", "scale", "ruler", "tape measure"];

pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    findings.extend(used_twice(case));
    findings.extend(without_scale(case));
}

/// PHO-03: the same or nearly the same picture supports two lines. An overview shows many things,
/// so it may; one photo that is linked twice on purpose is only shown.
fn used_twice(case: &Case) -> Vec<Finding> {
    let mut lines: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    for link in &case.line_photos {
        if let (Some(line), Some(photo)) = (link.line, link.photo) {
            lines.entry(photo).or_default().insert(line);
        }
    }
    let linked: Vec<&Photo> =
        case.photos.iter().filter(|photo| lines.contains_key(&photo.id)).collect();
    let groups = near_of(linked.iter().copied());
    let grouped: BTreeSet<Id> = groups.iter().flatten().copied().collect();
    let by_key: BTreeMap<Id, &Photo> = linked.iter().map(|photo| (photo.id, *photo)).collect();
    let alone = linked.iter().filter(|photo| !grouped.contains(&photo.id));
    let alone = alone.map(|photo| vec![*photo]);
    let groups = groups.iter().map(|group| {
        group.iter().filter_map(|id| by_key.get(id).copied()).collect::<Vec<&Photo>>()
    });
    groups.chain(alone).filter_map(|group| twice(case, &group, &lines)).collect()
}

fn twice(case: &Case, group: &[&Photo], lines: &BTreeMap<Id, BTreeSet<Id>>) -> Option<Finding> {
    let first = group.first()?;
    if group.iter().all(|photo| photo.view == Some(View::Overview)) {
        return None;
    }
    let used: BTreeSet<Id> =
        group.iter().filter_map(|photo| lines.get(&photo.id)).flatten().copied().collect();
    let names: Vec<&str> = case
        .lines
        .iter()
        .filter(|line| used.contains(&line.id))
        .map(|line: &Line| line.item.as_deref().unwrap_or_default())
        .collect();
    let [one, two, ..] = names.as_slice() else { return None };
    let other = group.iter().find(|photo| photo.id != first.id);
    let same = other.is_some_and(|other| other.content == first.content);
    let (level, why) = match other {
        None => (Level::Info, "one"),
        Some(_) if same => (Level::Warn, "same"),
        Some(_) => (Level::Warn, "near"),
    };
    Some(
        Finding::at("PHO-03", level, Kind::Photo, first.id, "content")
            .with("why", why)
            .with("number", first.number.as_deref().unwrap_or_default())
            .with("other", other.and_then(|o| o.number.as_deref()).unwrap_or_default())
            .with("line", one)
            .with("second", two),
    )
}

/// PHO-07: a close-up from which a size is taken, without anything that gives its scale. A size is
/// taken from it when it belongs to a measurement or bears a dimension line.
fn without_scale(case: &Case) -> Vec<Finding> {
    let marked = |kind: MarkKind| -> BTreeSet<Id> {
        let marks = case.photo_marks.iter().filter(|mark| mark.kind == Some(kind));
        marks.filter_map(|mark| mark.photo).collect()
    };
    let mut sized = marked(MarkKind::Dimension);
    sized.extend(case.measurements.iter().filter_map(|row| row.photo));
    let linked = case.photo_links.iter().filter(|link| link.measurement.is_some());
    sized.extend(linked.filter_map(|link| link.photo));
    let scaled = marked(MarkKind::Scale);
    case.photos
        .iter()
        .filter(|photo| photo.view == Some(View::CloseUp) && photo.rejected != Some(YesNo::Yes))
        .filter(|photo| sized.contains(&photo.id) && !scaled.contains(&photo.id))
        .filter(|photo| !names_a_scale(photo))
        .map(|photo| {
            Finding::at("PHO-07", Level::Warn, Kind::Photo, photo.id, "view")
                .with("number", photo.number.as_deref().unwrap_or_default())
        })
        .collect()
}

fn names_a_scale(photo: &Photo) -> bool {
    let caption = photo.caption.as_deref().unwrap_or_default().to_lowercase();
    SCALES.iter().any(|word| caption.contains(word))
}
