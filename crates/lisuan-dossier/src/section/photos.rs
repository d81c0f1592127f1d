//! Photo pages: one, two, three, four or six to a page, upright, with number, time and place.

use std::collections::{BTreeSet, HashMap};

use lisuan_core::Id;
use lisuan_core::case::{Photo, YesNo};
use lisuan_core::marks::hides;

use crate::flow::{Align, Flow};
use crate::input::{NOTHING, PhotoPicture, Telling, moment, text};
use crate::line::Line;
use crate::page::{Area, Item, Picture, Rect};
use crate::section::loss;
use crate::section::marks::Marks;
use crate::style::{BODY, BOTTOM, HAIR, HAIR_PT, INK, MUTED, SIDE, SMALL, TINT, TOP, WIDTH};

/// Space between photos.
const BETWEEN: f32 = 14.0;
/// Width of the number beside a caption that has the width of the page.
const NUMBER: f32 = 66.0;
/// Beside a photo: how much of the width words get.
const BESIDE: f32 = 0.34;

/// How photos stand on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Grid {
    across: usize,
    down: usize,
    /// Words stand beside the photo instead of below it.
    beside: bool,
}

impl Grid {
    fn of(per_page: u8) -> Self {
        let (across, down, beside) = match per_page {
            1 => (1, 1, false),
            3 => (1, 3, true),
            4 => (2, 2, false),
            6 => (2, 3, false),
            _ => (1, 2, false),
        };
        Self { across, down, beside }
    }

    /// Lines of words that fit with a photo; one with more gets a page.
    fn lines_max(self) -> usize {
        match (self.across, self.down) {
            (1, 1) => 12,
            (1, 2) => 7,
            (1, _) => 15,
            (_, 2) => 9,
            _ => 7,
        }
    }

    fn width(self) -> f32 {
        (WIDTH - BETWEEN * (self.across - 1) as f32) / self.across as f32
    }

    /// Left edge and width of the words of a photo in that column.
    fn words(self, column: usize) -> (f32, f32) {
        let left = SIDE + column as f32 * (self.width() + BETWEEN);
        if self.beside {
            let width = WIDTH * BESIDE;
            (SIDE + WIDTH - width, width)
        } else if self.across == 1 {
            (left + NUMBER, self.width() - NUMBER)
        } else {
            (left, self.width())
        }
    }
}

/// Sets the photos, as many to a page as the report asks for, by damaged place where the case has
/// some.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let photos: Vec<&Photo> =
        telling.case().photos.iter().filter(|photo| !set_aside(photo)).collect();
    if photos.is_empty() {
        flow.paragraph(&telling.say("no-photos"));
        return;
    }
    let mut sheet = Sheet {
        marks: Marks::of(telling.case()),
        pictures: telling.input.photos.iter().map(|picture| (picture.photo, picture)).collect(),
        grid: Grid::of(telling.input.report.photos_per_page),
        slot: 0,
        top: flow.y,
        room: 0.0,
    };
    sheet.begin(flow);
    let places = &telling.case().damage_places;
    if places.is_empty() {
        for photo in photos {
            sheet.photo(flow, telling, photo);
        }
        return;
    }
    let of = |place: Option<Id>| photos.iter().copied().filter(move |p| p.damage_place == place);
    let named = places.iter().map(|place| (Some(place.id), text(place.name.as_ref())));
    let known = |id: Option<Id>| id.is_none_or(|id| places.iter().any(|place| place.id == id));
    for (place, name) in named.chain([(None, telling.say("no-damage-place"))]) {
        let photos: Vec<&Photo> = match place {
            Some(_) => of(place).collect(),
            // A place that was deleted is no place.
            None => photos
                .iter()
                .copied()
                .filter(|photo| photo.damage_place.is_none() || !known(photo.damage_place))
                .collect(),
        };
        if photos.is_empty() {
            continue;
        }
        sheet.finish(flow);
        flow.ensure(260.0);
        flow.subsection(&name);
        sheet.begin(flow);
        for photo in photos {
            sheet.photo(flow, telling, photo);
        }
    }
    sheet.finish(flow);
}

/// Photos being placed.
struct Sheet<'a> {
    marks: Marks<'a>,
    pictures: HashMap<Id, &'a PhotoPicture>,
    grid: Grid,
    /// How many stand on the page since `top`.
    slot: usize,
    top: f32,
    /// Height for one photo with its words.
    room: f32,
}

impl Sheet<'_> {
    /// Shares what is left of the page among as many rows as fit at their full height.
    fn begin(&mut self, flow: &Flow<'_>) {
        self.slot = 0;
        self.top = flow.y;
        let down = self.grid.down as f32;
        let whole = (BOTTOM - TOP - BETWEEN * (down - 1.0)) / down;
        let left = BOTTOM - flow.y;
        // A heading takes a little from each row rather than a whole row from the page.
        let rows = ((left + BETWEEN) / (whole * 0.82 + BETWEEN)).floor().clamp(1.0, down);
        self.room = ((left - BETWEEN * (rows - 1.0)) / rows).min(whole);
    }

    fn rows(&self) -> usize {
        ((BOTTOM - self.top + BETWEEN + 0.5) / (self.room + BETWEEN)).floor().max(1.0) as usize
    }

    /// Moves below the last row that has a photo.
    fn finish(&mut self, flow: &mut Flow<'_>) {
        let rows = self.slot.div_ceil(self.grid.across);
        if rows > 0 {
            flow.y = (self.top + rows as f32 * (self.room + BETWEEN)).min(BOTTOM);
        }
        self.slot = 0;
    }

    fn photo(&mut self, flow: &mut Flow<'_>, telling: &Telling<'_>, photo: &Photo) {
        let picture = self.pictures.get(&photo.id).copied();
        let words = |width: f32| {
            let caption = photo.caption.as_deref().unwrap_or_default().trim();
            let caption = if caption.is_empty() {
                Vec::new()
            } else {
                flow.broken(caption, BODY.bold(), width)
            };
            (caption, flow.broken(&facts(photo, picture, telling), SMALL, width))
        };
        let (_, narrow) = self.grid.words(0);
        let (mut caption, mut facts) = words(narrow);
        // Words too long for their place get a page, and what follows them too.
        let long = caption.len() + facts.len() > self.grid.lines_max();
        let alone = Grid::of(1);
        if long {
            (caption, facts) = words(alone.words(0).1);
        }
        if self.slot >= self.rows() * self.grid.across || (long && self.slot > 0) {
            flow.new_page();
            self.begin(flow);
        }
        let grid = if long { alone } else { self.grid };
        let (column, row) = (self.slot % grid.across, self.slot / grid.across);
        let top = self.top + row as f32 * (self.room + BETWEEN);
        let room = if long { BOTTOM - top } else { self.room };
        let number_line = if grid.across > 1 || grid.beside { BODY.leading_pt } else { 0.0 };
        let below = match (long, grid.beside) {
            (true, _) => room / 2.0,
            (_, true) => 0.0,
            _ => height(&caption, &facts) + number_line + 6.0,
        };
        let width = if grid.beside { WIDTH * (1.0 - BESIDE) - 12.0 } else { grid.width() };
        let x = SIDE + column as f32 * (grid.width() + BETWEEN);
        // What cannot be shown needs no more than a line to say so.
        let shown = if picture.is_some() { room - below } else { 60.0 };
        let area = Area { x, y: top, width, height: shown };
        flow.mark(place_of(photo.id), top);
        draw(flow, telling, photo, picture, area, &self.marks);
        flow.y = if grid.beside { top } else { area.bottom() + 6.0 };
        describe(flow, telling, photo, (&caption, &facts), grid, column);
        if long {
            flow.new_page();
            self.begin(flow);
        } else {
            self.slot += 1;
        }
    }
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
        let altered = telling.input.altered.contains(&photo.id);
        let words = telling.say(if altered { "photo-altered" } else { "photo-not-shown" });
        flow.short_at(&words, SMALL, (area.x, area.width), middle, Align::Centre);
        return;
    };
    let (width, height) = Picture::upright_pixels(picture.pixels, picture.orientation);
    let inner = area.fitted(width.max(1) as f32, height.max(1) as f32);
    flow.push(Item::Picture(Box::new(Picture {
        key: picture.key.clone(),
        area: inner,
        orientation: picture.orientation,
        pixels: picture.pixels,
        description: photo.caption.clone().unwrap_or_default(),
    })));
    marks.set(flow, photo.id, inner);
    flow.push(Item::Rect(Rect { area: inner, fill: None, stroke: Some((HAIR_PT, HAIR)) }));
}

/// Number, caption and facts, flowing on if they are long. The number leads to the loss line that
/// the photo supports, or else to its hash.
fn describe(
    flow: &mut Flow<'_>,
    telling: &Telling<'_>,
    photo: &Photo,
    (caption, facts): (&[Line], &[Line]),
    grid: Grid,
    column: usize,
) {
    let (left, width) = grid.words(column);
    let number = text(photo.number.as_ref());
    let top = flow.y;
    let own_line = grid.across > 1 || grid.beside;
    let span = if own_line { (left, width) } else { (SIDE, NUMBER - 4.0) };
    flow.short_at(&number, BODY.bold().in_colour(INK), span, top, Align::Left);
    let supports = telling.case().line_photos.iter().find(|link| link.photo == Some(photo.id));
    let place = supports.and_then(|link| link.line).map(loss::place_of);
    let area = Area { x: span.0, y: top, width: span.1.min(NUMBER), height: BODY.leading_pt };
    flow.link(area, &place.unwrap_or_else(|| evidence_of(photo.id)));
    if own_line {
        flow.y = top + BODY.leading_pt;
    }
    for (lines, style) in [(caption, BODY.bold()), (facts, SMALL.in_colour(MUTED))] {
        for line in lines {
            flow.ensure(style.leading_pt);
            let top = flow.y;
            flow.line_at(line, style, (left, width), top, Align::Left);
            flow.y = top + style.leading_pt;
        }
    }
}

/// The place of a photo's row in the evidence index.
pub fn evidence_of(photo: Id) -> String {
    format!("evidence-{photo}")
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
    let lines = telling.case().lines.iter();
    let links = telling.case().line_photos.iter().filter(|link| link.photo == Some(photo.id));
    let supported: BTreeSet<Id> = links.filter_map(|link| link.line).collect();
    let numbers = (1..).zip(lines).filter(|(_, line)| supported.contains(&line.id));
    let numbers: Vec<String> = numbers.map(|(number, _): (usize, _)| number.to_string()).collect();
    if !numbers.is_empty() {
        facts.push(telling.say_with("photo-lines", &[("numbers", &numbers.join(", "))]));
    }
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
        let ns = if north.is_sign_negative() { "south" } else { "north" };
        let ew = if east.is_sign_negative() { "west" } else { "east" };
        let said = |degrees: rust_decimal::Decimal| degrees.abs().normalize().to_string();
        let args = [("north", &*said(north)), ("east", &*said(east)), ("ns", ns), ("ew", ew)];
        facts.push(telling.say_with("position", &args));
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
