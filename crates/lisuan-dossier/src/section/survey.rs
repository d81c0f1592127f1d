//! Survey notes by date.

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
        flow.paragraph(note.text.as_deref().unwrap_or(NOTHING));
        flow.hairline();
        flow.gap(8.0);
    }
}
