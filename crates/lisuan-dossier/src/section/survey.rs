//! Survey notes by date.

use lisuan_core::case::{Note, NoteKind};

use crate::flow::{Align, Flow};
use crate::input::{NOTHING, Telling, moment};
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
        flow.hairline();
        flow.gap(8.0);
    }
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
