//! Photo pages: two to a page, upright, with number, time and place.

use lisuan_core::Id;
use lisuan_core::case::{Photo, YesNo};
use lisuan_core::marks::hides;

use crate::flow::{Align, Flow};
use crate::input::{NOTHING, PhotoPicture, Telling, moment, text};
use crate::line::Line;
use crate::page::{Area, Item, Picture, Rect};
use crate::section::marks::Marks;
use crate::style::{BODY, BOTTOM, HAIR, HAIR_PT, INK, MUTED, SIDE, SMALL, TINT, WIDTH};

/// Space between the two photos of a page.
const BETWEEN: f32 = 16.0;
/// Width of the number beside a caption.
const NUMBER: f32 = 66.0;
/// Lines of caption and facts that fit below one of two photos.
const LINES_MAX: usize = 7;

/// Sets the photos, two to a page.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let photos: Vec<&Photo> =
        telling.case().photos.iter().filter(|photo| !set_aside(photo)).collect();
    if photos.is_empty() {
        flow.paragraph(&telling.say("no-photos"));
        return;
    }
    let marks = Marks::of(telling.case());
    let pictures: std::collections::HashMap<Id, &PhotoPicture> =
        telling.input.photos.iter().map(|picture| (picture.photo, picture)).collect();
    let mut on_page = 0;
    let mut slot = half_of_rest(flow);
    for photo in photos {
        let picture = pictures.get(&photo.id).copied();
        let caption = flow.broken(&text(photo.caption.as_ref()), BODY.bold(), WIDTH - NUMBER);
        let facts = flow.broken(&facts(photo, picture, telling), SMALL, WIDTH - NUMBER);
        // A caption too long for half a page gets a page, and what follows it.
        let long = caption.len() + facts.len() > LINES_MAX;
        if on_page == 2 || (long && on_page > 0) {
            flow.new_page();
            (on_page, slot) = (0, half_of_rest(flow));
        }
        let top = flow.y;
        let room = if long { BOTTOM - top } else { slot };
        let below = if long { room / 2.0 } else { height(&caption, &facts) };
        // What cannot be shown needs no more than a line to say so.
        let shown = if picture.is_some() { room - below - 6.0 } else { 60.0 };
        let area = Area { x: SIDE, y: top, width: WIDTH, height: shown };
        flow.mark(place_of(photo.id), top);
        draw(flow, telling, photo, picture, area, &marks);
        flow.y = area.bottom() + 6.0;
        describe(flow, photo, &caption, &facts);
        if long {
            flow.new_page();
            (on_page, slot) = (0, half_of_rest(flow));
        } else {
            flow.y = top + room + BETWEEN;
            on_page += 1;
        }
    }
}

/// The height for one of two photos with its caption on what is left of the page.
fn half_of_rest(flow: &Flow<'_>) -> f32 {
    (BOTTOM - flow.y - BETWEEN) / 2.0
}

/// Whether a photo was set aside: it stays in the evidence index and out of the photo pages.
pub fn set_aside(photo: &Photo) -> bool {
    photo.rejected == Some(YesNo::Yes)
}

/// The place that links to a photo lead to.
pub fn place_of(photo: Id) -> String {
    format!("photo-{photo}")
}

fn height(caption: &[Line], facts: &[Line]) -> f32 {
    caption.len() as f32 * BODY.leading_pt + facts.len() as f32 * SMALL.leading_pt + 2.0
}

fn draw(
    flow: &mut Flow<'_>,
    telling: &Telling<'_>,
    photo: &Photo,
    picture: Option<&PhotoPicture>,
    area: Area,
    marks: &Marks<'_>,
) {
    flow.push(Item::Rect(Rect { area, fill: Some(TINT), stroke: None }));
    let Some(picture) = picture else {
        let middle = area.y + area.height / 2.0 - SMALL.leading_pt;
        let words = telling.say("photo-not-shown");
        flow.short_at(&words, SMALL, (SIDE, WIDTH), middle, Align::Centre);
        return;
    };
    let (width, height) = Picture::upright_pixels(picture.pixels, picture.orientation);
    let inner = area.fitted(width.max(1) as f32, height.max(1) as f32);
    flow.push(Item::Picture(Picture {
        key: picture.key.clone(),
        area: inner,
        orientation: picture.orientation,
        pixels: picture.pixels,
        description: photo.caption.clone().unwrap_or_default(),
    }));
    marks.set(flow, photo.id, inner);
    flow.push(Item::Rect(Rect { area: inner, fill: None, stroke: Some((HAIR_PT, HAIR)) }));
}

/// Number at the left, caption and facts beside it, flowing on if they are long.
fn describe(flow: &mut Flow<'_>, photo: &Photo, caption: &[Line], facts: &[Line]) {
    let left = SIDE + NUMBER;
    let number = text(photo.number.as_ref());
    let top = flow.y;
    flow.short_at(&number, BODY.bold().in_colour(INK), (SIDE, 62.0), top, Align::Left);
    for (lines, style) in [(caption, BODY.bold()), (facts, SMALL.in_colour(MUTED))] {
        for line in lines {
            flow.ensure(style.leading_pt);
            let top = flow.y;
            flow.line_at(line, style, (left, WIDTH - NUMBER), top, Align::Left);
            flow.y = top + style.leading_pt;
        }
    }
}

/// When a photo was taken, with the offset and where it comes from.
pub fn taken(photo: &Photo, telling: &Telling<'_>) -> String {
    let Some(at) = photo.taken_at else { return NOTHING.to_owned() };
    let local = moment(&at.to_string());
    match (photo.taken_offset.as_deref(), telling.case().head.zone.as_deref()) {
        (Some(offset), _) => format!("{local} {offset}"),
        (None, Some(zone)) => {
            telling.say_with("offset-assumed", &[("time", local.as_str()), ("offset", zone)])
        }
        (None, None) => telling.say_with("offset-unknown", &[("time", local.as_str())]),
    }
}

fn facts(photo: &Photo, picture: Option<&PhotoPicture>, telling: &Telling<'_>) -> String {
    let mut facts = vec![telling.say_with("taken", &[("time", &taken(photo, telling))])];
    if let Some(name) = photo.damage_place.and_then(|id| damage_place(telling, id)) {
        facts.push(telling.say_with("damage-place", &[("place", name)]));
    }
    if let Some(place) = photo.place.as_deref().filter(|place| !place.trim().is_empty()) {
        facts.push(telling.say_with("place-of-damage", &[("place", place)]));
    }
    if let Some(view) = photo.view {
        facts.push(telling.say(&format!("view-{}", view.as_str())));
    }
    if let (Some(north), Some(east)) = (photo.latitude, photo.longitude) {
        let (north, east) = (north.normalize().to_string(), east.normalize().to_string());
        facts.push(telling.say_with("position", &[("north", &north), ("east", &east)]));
    }
    if let Some(camera) = photo.camera.as_deref().filter(|camera| !camera.trim().is_empty()) {
        facts.push(camera.to_owned());
    }
    let marks = || telling.case().photo_marks.iter().filter(|mark| mark.photo == Some(photo.id));
    if marks().any(hides) {
        facts.push(telling.say("photo-is-covered"));
    } else if picture.is_some_and(|picture| !picture.original) {
        facts.push(telling.say("photo-is-copy"));
    }
    if picture.is_some() && marks().any(|mark| !hides(mark)) {
        facts.push(telling.say("photo-is-marked"));
    }
    facts.join(" · ")
}

fn damage_place<'a>(telling: &Telling<'a>, id: Id) -> Option<&'a str> {
    let place = telling.case().damage_places.iter().find(|place| place.id == id)?;
    place.name.as_deref()
}
