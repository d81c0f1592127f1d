//! The list of originals with their hashes.

use lisuan_core::case::Photo;

use crate::flow::Flow;
use crate::input::{NOTHING, Telling, moment, shown, text};
use crate::section::photos::{evidence_of, place_of, set_aside};
use crate::table::{Column, Row, Table};

/// Stands after a time whose zone its file does not say.
const ZONE_MARK: &str = "*";

/// Sets the evidence index.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    flow.paragraph(&telling.say("evidence-intro"));
    let photos = &telling.case().photos;
    if photos.is_empty() {
        flow.paragraph(&telling.say("no-photos"));
        return;
    }
    let hidden = lisuan_core::marks::hidden(telling.case());
    let mut table = Table::new(vec![
        Column::codes(telling.say("photo-number"), 50.0).sized(7.5),
        Column::words(telling.say("file-name"), 86.0).sized(7.0),
        // The 64 digits of a hash stay on one line, so that they can be copied and searched for.
        Column::words("SHA-256".to_owned(), 244.0).sized(6.5),
        Column::figures(telling.say("bytes"), 46.0).sized(7.0),
        Column::words(telling.say("captured"), 68.0).sized(7.0),
    ]);
    for photo in photos {
        let remarks = [
            (telling.input.altered.contains(&photo.id), "photo-altered"),
            (set_aside(photo), "photo-set-aside"),
            (hidden.contains(&photo.id), "photo-withheld"),
        ];
        let remarks = remarks.into_iter().filter(|(holds, _)| *holds);
        let remarks: Vec<String> = remarks.map(|(_, key)| telling.say(key)).collect();
        let bytes = photo.bytes.map(|bytes| lisuan_core::money::grouped(bytes.into(), 0));
        table.row(
            Row::new(vec![
                crate::table::Cell::from(text(photo.number.as_ref()))
                    .link(Some(place_of(photo.id))),
                crate::table::Cell::from(text(photo.file_name.as_ref())).below(remarks.join(" · ")),
                text(photo.content.as_ref()).into(),
                shown(bytes).into(),
                captured(photo, telling).into(),
            ])
            .at(evidence_of(photo.id)),
        );
    }
    table.set(flow);
    let zones = photos.iter().filter(|photo| photo.taken_at.is_some());
    let mut zones = zones.filter(|photo| photo.taken_offset.is_none());
    if zones.next().is_some() {
        let key = if telling.case().head.zone.is_some() { "zone-of-case" } else { "zone-unknown" };
        flow.remark(&telling.say(key));
    }
}

/// When a photo was taken, short: what holds of many is said once below.
fn captured(photo: &Photo, telling: &Telling<'_>) -> String {
    let Some(at) = photo.taken_at else { return NOTHING.to_owned() };
    let local = moment(&at.to_string());
    match (photo.taken_offset.as_deref(), telling.case().head.zone.as_deref()) {
        (Some(offset), _) => format!("{local} {offset}"),
        (None, Some(zone)) => format!("{local} {zone}{ZONE_MARK}"),
        (None, None) => format!("{local}{ZONE_MARK}"),
    }
}
