//! Part of a case: the originals that belong to a policy section or a damaged place.

use std::collections::BTreeSet;

use crate::case::Case;
use crate::id::Id;

/// What a colleague is to work on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A section of the policy: its loss lines and what supports them.
    Section(Id),
    /// A damaged place: what was photographed, measured and claimed there.
    Place(Id),
}

/// The originals (SHA-256) of the photos and papers that belong to a part.
///
/// These are the photos taken at its places, the photos and papers linked to its loss lines, and
/// what supports the measurements and prices of those lines.
pub fn originals_of(case: &Case, part: Part) -> BTreeSet<&str> {
    let mut reach = Reach::default();
    match part {
        Part::Place(place) => reach.place(case, place),
        Part::Section(section) => reach.section(case, section),
    }
    reach.evidence(case);
    let photos = case.photos.iter().filter(|photo| {
        reach.photos.contains(&photo.id)
            || photo.damage_place.is_some_and(|place| reach.places.contains(&place))
    });
    let papers = case.documents.iter().filter(|paper| reach.papers.contains(&paper.id));
    photos
        .filter_map(|photo| photo.content.as_deref())
        .chain(papers.filter_map(|paper| paper.content.as_deref()))
        .collect()
}

/// The records that belong to a part.
#[derive(Default)]
struct Reach {
    places: BTreeSet<Id>,
    lines: BTreeSet<Id>,
    measurements: BTreeSet<Id>,
    photos: BTreeSet<Id>,
    papers: BTreeSet<Id>,
}

impl Reach {
    fn place(&mut self, case: &Case, place: Id) {
        self.places.insert(place);
        let lines = case.lines.iter().filter(|line| line.damage_place == Some(place));
        self.lines.extend(lines.map(|line| line.id));
        let measured = case.measurements.iter().filter(|one| one.damage_place == Some(place));
        self.measurements.extend(measured.map(|one| one.id));
    }

    fn section(&mut self, case: &Case, section: Id) {
        let items = case.policy_items.iter().filter(|item| item.section == Some(section));
        let items: BTreeSet<Id> = items.map(|item| item.id).collect();
        for line in &case.lines {
            if line.policy_item.is_some_and(|item| items.contains(&item)) {
                self.lines.insert(line.id);
                self.places.extend(line.damage_place);
            }
        }
    }

    fn evidence(&mut self, case: &Case) {
        let mut prices = BTreeSet::new();
        for line in case.lines.iter().filter(|line| self.lines.contains(&line.id)) {
            self.measurements.extend(line.measurement);
            prices.extend(line.price);
        }
        let mut sheets = BTreeSet::new();
        for one in case.measurements.iter().filter(|one| self.measurements.contains(&one.id)) {
            sheets.extend(one.sheet);
            self.photos.extend(one.photo);
        }
        let sheets = case.measurement_sheets.iter().filter(|sheet| sheets.contains(&sheet.id));
        self.photos.extend(sheets.filter_map(|sheet| sheet.photo));
        for price in case.prices.iter().filter(|price| prices.contains(&price.id)) {
            self.photos.extend(price.photo);
            self.papers.extend(price.document);
        }
        let of_prices = |price: Option<Id>| price.is_some_and(|price| prices.contains(&price));
        let quotes = case.quotes.iter().filter(|quote| of_prices(quote.price));
        self.photos.extend(quotes.filter_map(|quote| quote.photo));
        let of_lines = |line: Option<Id>| line.is_some_and(|line| self.lines.contains(&line));
        let links = case.line_photos.iter().filter(|link| of_lines(link.line));
        self.photos.extend(links.filter_map(|link| link.photo));
        let papers = case.line_documents.iter().filter(|link| of_lines(link.line));
        self.papers.extend(papers.filter_map(|link| link.document));
        let measured = |one: Option<Id>| one.is_some_and(|one| self.measurements.contains(&one));
        let links = case.photo_links.iter().filter(|link| measured(link.measurement));
        self.photos.extend(links.filter_map(|link| link.photo));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::change::{ALIVE, Kind, Record, State};

    fn id(n: u8) -> Id {
        Id::from_bytes([n; 16])
    }

    fn put(state: &mut State, kind: Kind, n: u8, fields: &[(&'static str, String)]) {
        let mut record = Record::default();
        record.fields.insert(ALIVE, "1".to_owned());
        record.fields.extend(fields.iter().cloned());
        state.insert(kind, id(n), record);
    }

    fn digest(n: u8) -> String {
        format!("{n:02x}").repeat(32)
    }

    fn case() -> Case {
        let mut state = State::default();
        let key = |n: u8| id(n).to_string();
        put(&mut state, Kind::Case, 1, &[]);
        put(&mut state, Kind::PolicySection, 2, &[]);
        put(&mut state, Kind::PolicyItem, 3, &[("section", key(2))]);
        put(&mut state, Kind::DamagePlace, 4, &[]);
        put(&mut state, Kind::DamagePlace, 5, &[]);
        put(&mut state, Kind::Measurement, 6, &[("photo", key(23))]);
        let of_line = [("policy_item", key(3)), ("damage_place", key(4)), ("measurement", key(6))];
        put(&mut state, Kind::Line, 7, &of_line);
        put(&mut state, Kind::LinePhoto, 8, &[("line", key(7)), ("photo", key(21))]);
        put(&mut state, Kind::LineDocument, 9, &[("line", key(7)), ("document", key(30))]);
        put(&mut state, Kind::Document, 30, &[("content", digest(30))]);
        put(&mut state, Kind::Document, 31, &[("content", digest(31))]);
        for (n, place) in [(20, Some(4)), (21, None), (22, Some(5)), (23, None), (24, None)] {
            let mut fields = vec![("content", digest(n))];
            fields.extend(place.map(|place| ("damage_place", key(place))));
            put(&mut state, Kind::Photo, n, &fields);
        }
        Case::from_state(&state).unwrap()
    }

    #[test]
    fn a_place_has_its_photos_and_those_of_its_lines() {
        let case = case();
        let expected = [20, 21, 23, 30].map(digest);
        let found: Vec<_> = originals_of(&case, Part::Place(id(4))).into_iter().collect();
        assert_eq!(found, expected, "at the place, of the line, of its measurement, its paper");
        let found: Vec<_> = originals_of(&case, Part::Place(id(5))).into_iter().collect();
        assert_eq!(found, [digest(22)], "nothing is claimed there yet");
    }

    #[test]
    fn a_section_has_its_lines_and_their_places() {
        let case = case();
        let found: Vec<_> = originals_of(&case, Part::Section(id(2))).into_iter().collect();
        assert_eq!(found, [20, 21, 23, 30].map(digest));
        assert!(originals_of(&case, Part::Section(id(9))).is_empty(), "no such section");
    }
}
