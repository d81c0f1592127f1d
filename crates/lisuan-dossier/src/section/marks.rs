//! Marks drawn over a photo as strokes and letters; the photo below stays as it is.

use std::collections::BTreeMap;

use lisuan_core::Id;
use lisuan_core::case::{Case, MarkKind, PhotoMark};
use lisuan_core::marks::{self, PARTS};
use lisuan_core::money::plain;
use rust_decimal::Decimal;

use crate::flow::{Align, Flow};
use crate::line::printable;
use crate::page::{Area, Colour, Face, Item, Path, Rect};
use crate::style::Style;

/// Seen on any photo, light or dark: a bright stroke on a wider dark one.
const BRIGHT: Colour = Colour(0xff, 0xd4, 0x1f);
const DARK: Colour = Colour(0x14, 0x18, 0x1c);
const STROKE_PT: f32 = 1.4;
const EDGE_PT: f32 = 2.8;
/// Length of the head of an arrow and of the ends of a dimension line.
const HEAD_PT: f32 = 9.0;
const END_PT: f32 = 4.0;
/// Strokes that make an ellipse: at the size of a page no eye tells them from a curve.
const ELLIPSE_STROKES: u16 = 64;
const PAD_PT: f32 = 2.0;

const LETTERS: Style = Style { face: Face::Bold, size_pt: 8.0, leading_pt: 11.0, colour: BRIGHT };

type Spot = (f32, f32);

/// The marks of a case, by photo, and the lengths of its dimension lines.
pub struct Marks<'a> {
    by_photo: BTreeMap<Id, Vec<&'a PhotoMark>>,
    lengths: BTreeMap<Id, (Decimal, String)>,
}

impl<'a> Marks<'a> {
    /// Those of a case.
    pub fn of(case: &'a Case) -> Self {
        let mut by_photo: BTreeMap<Id, Vec<&PhotoMark>> = BTreeMap::new();
        for mark in &case.photo_marks {
            if let Some(photo) = mark.photo {
                by_photo.entry(photo).or_default().push(mark);
            }
        }
        Self { by_photo, lengths: marks::lengths(case) }
    }

    /// Draws the marks of a photo over the area of its upright picture. What is hidden is hidden in
    /// the pixels already.
    pub fn set(&self, flow: &mut Flow<'_>, photo: Id, area: Area) {
        for mark in self.by_photo.get(&photo).into_iter().flatten().copied() {
            let spots = mark.points.as_deref().and_then(marks::points).map(|points| {
                let across = |part: u32, side: f32| part as f32 / PARTS as f32 * side;
                let spot = |p: &marks::Point| {
                    (area.x + across(p.x, area.width), area.y + across(p.y, area.height))
                };
                points.iter().map(spot).collect::<Vec<Spot>>()
            });
            if let (Some(kind), Some(spots)) = (mark.kind, spots) {
                draw(flow, kind, &spots);
                let words = self.words(mark, kind);
                if let (false, Some(at)) = (words.is_empty(), label_at(kind, &spots)) {
                    letters(flow, &words, at, area);
                }
            }
        }
    }

    fn words(&self, mark: &PhotoMark, kind: MarkKind) -> String {
        let text = mark.text.clone().unwrap_or_default();
        let length = match kind {
            MarkKind::Dimension => (self.lengths.get(&mark.id))
                .map(|(length, unit)| format!("≈ {} {unit}", plain(*length, marks::LENGTH_PLACES))),
            MarkKind::Scale => mark.length.map(|length| {
                format!("{} {}", length.normalize(), mark.unit.as_deref().unwrap_or_default())
            }),
            MarkKind::Blur | MarkKind::Blackout => return String::new(),
            _ => None,
        };
        let parts = [Some(text), length];
        let parts = parts.into_iter().flatten().filter(|part| !part.trim().is_empty());
        parts.collect::<Vec<_>>().join(" ").trim().to_owned()
    }
}

fn draw(flow: &mut Flow<'_>, kind: MarkKind, spots: &[Spot]) {
    let (Some(&from), Some(&to)) = (spots.first(), spots.last()) else { return };
    match kind {
        MarkKind::Arrow => {
            stroke(flow, vec![from, to], false);
            arrow_head(flow, from, to);
        }
        MarkKind::Box => {
            stroke(flow, vec![from, (to.0, from.1), to, (from.0, to.1)], true);
        }
        MarkKind::Ellipse => stroke(flow, ellipse(from, to), true),
        MarkKind::Freehand => stroke(flow, spots.to_vec(), false),
        MarkKind::Dimension | MarkKind::Scale => {
            stroke(flow, vec![from, to], false);
            for (end, other) in [(from, to), (to, from)] {
                let (along_x, along_y) = direction(other, end);
                let (x, y) = (-along_y * END_PT, along_x * END_PT);
                stroke(flow, vec![(end.0 - x, end.1 - y), (end.0 + x, end.1 + y)], false);
            }
        }
        MarkKind::Text | MarkKind::Blur | MarkKind::Blackout => {}
    }
}

/// A bright stroke with a dark edge.
fn stroke(flow: &mut Flow<'_>, points: Vec<Spot>, closed: bool) {
    if points.len() < 2 {
        return;
    }
    for ink in [(EDGE_PT, DARK), (STROKE_PT, BRIGHT)] {
        let points = points.clone();
        flow.push(Item::Path(Path { points, closed, fill: None, stroke: Some(ink) }));
    }
}

fn arrow_head(flow: &mut Flow<'_>, from: Spot, to: Spot) {
    let (x, y) = direction(from, to);
    let back = (to.0 - x * HEAD_PT, to.1 - y * HEAD_PT);
    let side = HEAD_PT * 0.42;
    let points =
        vec![to, (back.0 - y * side, back.1 + x * side), (back.0 + y * side, back.1 - x * side)];
    flow.push(Item::Path(Path {
        points,
        closed: true,
        fill: Some(BRIGHT),
        stroke: Some(((EDGE_PT - STROKE_PT) / 2.0, DARK)),
    }));
}

/// One point long; to the right where there is no way.
fn direction(from: Spot, to: Spot) -> Spot {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let length = x.hypot(y);
    if length < 0.01 { (1.0, 0.0) } else { (x / length, y / length) }
}

fn ellipse(from: Spot, to: Spot) -> Vec<Spot> {
    let (x, y) = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
    let (across, down) = ((to.0 - from.0).abs() / 2.0, (to.1 - from.1).abs() / 2.0);
    let spot = |n: u16| {
        let turn = f32::from(n) / f32::from(ELLIPSE_STROKES) * std::f32::consts::TAU;
        (x + turn.cos() * across, y + turn.sin() * down)
    };
    (0..ELLIPSE_STROKES).map(spot).collect()
}

/// Where the words of a mark stand: the middle of their left edge.
fn label_at(kind: MarkKind, spots: &[Spot]) -> Option<Spot> {
    let (from, to) = (*spots.first()?, *spots.last()?);
    Some(match kind {
        MarkKind::Dimension | MarkKind::Scale => {
            ((from.0 + to.0) / 2.0 + END_PT * 2.0, (from.1 + to.1) / 2.0)
        }
        MarkKind::Box | MarkKind::Ellipse => {
            (from.0.min(to.0), from.1.min(to.1) - LETTERS.leading_pt / 2.0 - 3.0)
        }
        MarkKind::Arrow => (from.0, from.1 + LETTERS.leading_pt),
        _ => from,
    })
}

/// Bright letters on a dark ground, kept inside the picture.
fn letters(flow: &mut Flow<'_>, words: &str, (x, middle): Spot, area: Area) {
    let room = area.width - 2.0 * PAD_PT;
    let words = printable(words).replace('\n', " ");
    let width = flow.fonts.width(LETTERS.face, LETTERS.size_pt, &words).min(room);
    let x = (x - PAD_PT).clamp(area.x, (area.right() - width - 2.0 * PAD_PT).max(area.x));
    let top = (middle - LETTERS.leading_pt / 2.0)
        .clamp(area.y, (area.bottom() - LETTERS.leading_pt).max(area.y));
    let ground = Area { x, y: top, width: width + 2.0 * PAD_PT, height: LETTERS.leading_pt };
    flow.push(Item::Rect(Rect { area: ground, fill: Some(DARK), stroke: None }));
    flow.short_at(&words, LETTERS, (x + PAD_PT, width + 0.1), top, Align::Left);
}
