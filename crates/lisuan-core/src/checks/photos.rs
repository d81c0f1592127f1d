//! What photos show together (PHO): rules.md 3.5, from the overview to the close-up.

use std::collections::{BTreeMap, BTreeSet};

use crate::Id;
use crate::case::{Case, Photo, View, YesNo};
use crate::change::Kind;
use crate::finding::{Finding, Level};

pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    findings.extend(close_ups_alone(case));
}

/// What a photo shows: a damaged place, or a place in words where it names none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Shown {
    Damaged(Id),
    Place(String),
}

fn shown(photo: &Photo) -> Option<Shown> {
    if let Some(place) = photo.damage_place {
        return Some(Shown::Damaged(place));
    }
    let place = photo.place.as_deref()?.trim();
    (!place.is_empty()).then(|| Shown::Place(place.to_owned()))
}

/// PHO-06: a close-up without an overview of the same place. What was set aside neither asks nor
/// answers, and a close-up that names no place has nothing to be compared with.
fn close_ups_alone(case: &Case) -> Vec<Finding> {
    let mut overviews: BTreeSet<Shown> = BTreeSet::new();
    let mut close_ups: BTreeMap<Shown, Vec<&Photo>> = BTreeMap::new();
    for photo in case.photos.iter().filter(|photo| photo.rejected != Some(YesNo::Yes)) {
        let Some(place) = shown(photo) else { continue };
        match photo.view {
            Some(View::Overview) => drop(overviews.insert(place)),
            Some(View::CloseUp) => close_ups.entry(place).or_default().push(photo),
            _ => {}
        }
    }
    let alone = close_ups.into_iter().filter(|(place, _)| !overviews.contains(place));
    alone.filter_map(|(place, photos)| finding(case, &place, &photos)).collect()
}

/// One finding a place, at its first close-up: fifty details of one wall are one gap.
fn finding(case: &Case, place: &Shown, photos: &[&Photo]) -> Option<Finding> {
    let first = photos.first()?;
    let name = match place {
        Shown::Place(name) => name.as_str(),
        Shown::Damaged(id) => (case.damage_places.iter())
            .find(|place| place.id == *id)
            .and_then(|place| place.name.as_deref())
            .unwrap_or_default(),
    };
    Some(
        Finding::at("PHO-06", Level::Warn, Kind::Photo, first.id, "view")
            .with("place", name)
            .with("number", first.number.as_deref().unwrap_or_default())
            .with("count", photos.len()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{ALIVE, Change, State};

    fn id(n: u8) -> Id {
        Id::from_bytes([n; 16])
    }

    fn record(state: &mut State, kind: Kind, n: u8, fields: &[(&str, &str)]) {
        let mut changes = vec![Change {
            kind,
            id: id(n),
            field: ALIVE,
            before: None,
            after: Some("1".to_owned()),
        }];
        changes.extend(fields.iter().map(|(name, value)| {
            let name = kind.field(name).unwrap().name;
            Change::checked(kind, id(n), name, None, Some(value)).unwrap()
        }));
        state.apply(&changes).unwrap();
    }

    /// What is found in a case with these photos: view, damaged place, place, set aside.
    fn found(photos: &[(&str, bool, &str, bool)]) -> Vec<Finding> {
        let mut state = State::default();
        record(&mut state, Kind::Case, 1, &[]);
        record(&mut state, Kind::DamagePlace, 2, &[("name", "K172+350 左侧")]);
        let wall = id(2).to_string();
        for (n, (view, damaged, place, rejected)) in photos.iter().enumerate() {
            let number = format!("A-{n:04}");
            let mut fields = vec![("number", number.as_str()), ("view", *view)];
            if *damaged {
                fields.push(("damage_place", wall.as_str()));
            }
            if !place.is_empty() {
                fields.push(("place", *place));
            }
            if *rejected {
                fields.push(("rejected", "yes"));
            }
            record(&mut state, Kind::Photo, 10 + n as u8, &fields);
        }
        close_ups_alone(&Case::from_state(&state).unwrap())
    }

    #[test]
    fn close_ups_of_a_damaged_place_ask_for_one_overview_once() {
        let two = [("close-up", true, "", false), ("close-up", true, "", false)];
        let findings = found(&two);
        assert_eq!(findings.len(), 1, "one gap a place: {findings:?}");
        let arg =
            |name| findings[0].args.iter().find(|(known, _)| *known == name).unwrap().1.clone();
        assert_eq!((arg("place"), arg("count")), ("K172+350 左侧".to_owned(), "2".to_owned()));
        assert_eq!(findings[0].place.id, id(10), "it stands at the first close-up");
        let with = [two[0], two[1], ("overview", true, "", false)];
        assert_eq!(found(&with), [], "an overview answers");
    }

    #[test]
    fn without_damaged_places_the_place_in_words_counts() {
        let near = ("close-up", false, "轴线 3/B", false);
        assert_eq!(found(&[near]).len(), 1);
        assert_eq!(found(&[near, ("overview", false, " 轴线 3/B ", false)]), [], "spaces aside");
        assert_eq!(
            found(&[near, ("overview", false, "轴线 4/B", false)]).len(),
            1,
            "another place"
        );
        assert_eq!(found(&[near, ("medium", false, "轴线 3/B", false)]).len(), 1, "medium is none");
        assert_eq!(found(&[("close-up", false, "", false)]), [], "nothing to compare with");
    }

    #[test]
    fn what_was_set_aside_neither_asks_nor_answers() {
        assert_eq!(found(&[("close-up", true, "", true)]), [], "the close-up is set aside");
        let answered = [("close-up", true, "", false), ("overview", true, "", true)];
        assert_eq!(found(&answered).len(), 1, "the overview is set aside");
    }
}
