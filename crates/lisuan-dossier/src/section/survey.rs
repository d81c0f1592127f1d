//! Survey notes by date.

use lisuan_core::assessment::STATEMENT_READ;
use lisuan_core::case::{Note, NoteKind, Signature};

use crate::flow::{Align, Flow};
use crate::input::{NOTHING, Telling, moment};
use crate::section::record;
use crate::style::{INK, SIDE, SMALL, WIDTH};

/// Sets the survey notes.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let notes = &telling.case().notes;
    if notes.is_empty() {
        flow.paragraph(&telling.say("no-notes"));
        return;
    }
    for note in notes {
        // The date takes two lines of its text along.
        flow.ensure(3.5 * crate::style::BODY.leading_pt);
        let at = note.at.map_or(NOTHING.to_owned(), |at| moment(&at.to_string()));
        let kind = note.kind.map(|kind| telling.say(&format!("note-kind-{}", kind.as_str())));
        let top = flow.y;
        let kind = kind.unwrap_or_default();
        flow.short_at(&at, SMALL.bold().in_colour(INK), (SIDE, 190.0), top, Align::Left);
        flow.short_at(&kind, SMALL, (SIDE, WIDTH), top, Align::Right);
        flow.y = top + SMALL.leading_pt + 1.0;
        if let Some(place) = note.place.as_deref().filter(|place| !place.trim().is_empty()) {
            flow.text_in(place, SMALL, SIDE, WIDTH);
        }
        if let Some(weather) = note.weather.as_deref().filter(|text| !text.trim().is_empty()) {
            let weather = telling.say_with("weather", &[("weather", weather)]);
            flow.text_in(&weather, SMALL, SIDE, WIDTH);
        }
        let people = present(telling, note);
        if !people.is_empty() {
            let key = match note.kind {
                Some(NoteKind::Statement) => "statement-by",
                _ => "persons-present",
            };
            let people = telling.say_with(key, &[("persons", &people)]);
            flow.text_in(&people, SMALL, SIDE, WIDTH);
        }
        flow.paragraph(note.text.as_deref().unwrap_or(NOTHING));
        let photos = photos(telling, note);
        if !photos.is_empty() {
            flow.remark(&telling.say_with("note-photos", &[("numbers", &photos.join("、"))]));
        }
        let signed = telling.case().signatures.iter();
        let signed: Vec<&Signature> = signed.filter(|s| s.note == Some(note.id)).collect();
        if !signed.is_empty() {
            flow.remark(STATEMENT_READ);
            record::set_signatures(flow, telling, &signed);
        }
        flow.hairline();
        flow.gap(8.0);
    }
}

/// Numbers of the photos that belong to a note.
fn photos(telling: &Telling<'_>, note: &Note) -> Vec<String> {
    let case = telling.case();
    let links = case.photo_links.iter().filter(|link| link.note == Some(note.id));
    let photos = links.filter_map(|link| case.photos.iter().find(|p| Some(p.id) == link.photo));
    let mut numbers: Vec<String> = photos.filter_map(|photo| photo.number.clone()).collect();
    numbers.sort();
    numbers.dedup();
    numbers
}

/// Who was there: name, whom the person stands for and where the person works.
fn present(telling: &Telling<'_>, note: &Note) -> String {
    let case = telling.case();
    let linked = case.note_persons.iter().filter(|link| link.note == Some(note.id));
    let persons = linked.filter_map(|link| case.persons.iter().find(|p| Some(p.id) == link.person));
    let said = persons.map(|person| {
        let party = person.party.map(|party| {
            telling.say_other(&format!("choice-person-party-{}", party.as_str()), &[])
        });
        let about: Vec<String> = [party, person.organisation.clone(), person.position.clone()]
            .into_iter()
            .flatten()
            .filter(|text| !text.trim().is_empty())
            .collect();
        let name = person.name.as_deref().unwrap_or(NOTHING);
        match about.is_empty() {
            true => name.to_owned(),
            false => {
                telling.say_with("person-about", &[("name", name), ("about", &about.join(" "))])
            }
        }
    });
    said.collect::<Vec<_>>().join(" · ")
}
