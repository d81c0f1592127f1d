//! The open case as the window shows it, and what of it changed.

use std::collections::{BTreeMap, BTreeSet};

use lisuan_core::assessment::Assessment;
use lisuan_core::case::{Case, Photo};
use lisuan_core::change::{ALIVE, Kind, Record, State};
use lisuan_core::marks;
use lisuan_core::money::grouped;
use lisuan_core::{Finding, Id};
use lisuan_photos::THUMBNAIL_SIDE_PX;
use rust_decimal::Decimal;

use crate::clock;
use crate::error::{Result, shown};
use crate::figures::figures;
use crate::session::Session;
use crate::wire::{
    CaseView, Change, Delta, Derived, Figures, FindingView, LabelView, PhotoLook, Row,
};

/// What the window was told last, so that only what changed is sent.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    rows: BTreeMap<(Kind, Id), Row>,
    derived: BTreeMap<String, Derived>,
    photos: BTreeMap<String, PhotoLook>,
    /// Digests of originals that have a picture to show.
    pictures: BTreeSet<String>,
}

impl Session {
    /// The whole case.
    pub(crate) fn view(&mut self) -> Result<CaseView> {
        self.shown.pictures = self
            .file
            .preview_sizes(THUMBNAIL_SIDE_PX)?
            .into_iter()
            .map(|(sha256, _, _)| sha256)
            .collect();
        let now = Now::of(self);
        let mut rows: BTreeMap<String, Vec<Row>> =
            Kind::ALL.iter().map(|kind| (kind.as_str().to_owned(), Vec::new())).collect();
        for ((kind, _), row) in &now.rows {
            rows.entry(kind.as_str().to_owned()).or_default().push(row.clone());
        }
        let view = CaseView {
            id: self.case.head.id.to_string(),
            file_name: shown(self.file.path()),
            read_only: self.read_only(),
            saved_at: self.saved_at.map(|at| at.to_string()),
            rows,
            derived: now.derived.clone(),
            photos: now.photos.clone(),
            figures: now.figures,
            findings: now.findings,
            undo: label(self.steps.next_undo()),
            redo: label(self.steps.next_redo()),
        };
        (self.shown.rows, self.shown.derived, self.shown.photos) =
            (now.rows, now.derived, now.photos);
        Ok(view)
    }

    /// What changed since the window was told last.
    pub(crate) fn delta(&mut self, added: Vec<String>) -> Delta {
        self.notice_new_pictures();
        let now = Now::of(self);
        let changes = differences(&self.shown.rows, &now.rows)
            .map(|((kind, id), row)| Change {
                kind: kind.as_str().to_owned(),
                id: id.to_string(),
                row: row.cloned(),
            })
            .collect();
        let owned = |(key, value): (&String, Option<&Derived>)| (key.clone(), value.cloned());
        let derived = differences(&self.shown.derived, &now.derived).map(owned).collect();
        let owned = |(key, value): (&String, Option<&PhotoLook>)| (key.clone(), value.cloned());
        let photos = differences(&self.shown.photos, &now.photos).map(owned).collect();
        let delta = Delta {
            saved_at: self.saved_at.unwrap_or_else(clock::now).to_string(),
            changes,
            added,
            derived,
            photos,
            figures: now.figures,
            findings: now.findings,
            undo: label(self.steps.next_undo()),
            redo: label(self.steps.next_redo()),
        };
        (self.shown.rows, self.shown.derived, self.shown.photos) =
            (now.rows, now.derived, now.photos);
        delta
    }

    /// Photos that came in since have pictures, unless they could not be decoded.
    fn notice_new_pictures(&mut self) {
        for photo in &self.case.photos {
            let Some(sha256) = &photo.content else { continue };
            let told = self.shown.photos.contains_key(&photo.id.to_string());
            if !told
                && !self.shown.pictures.contains(sha256)
                && matches!(self.file.preview(sha256, THUMBNAIL_SIDE_PX), Ok(Some(_)))
            {
                self.shown.pictures.insert(sha256.clone());
            }
        }
    }
}

/// Keys whose value differs between two maps, with the new value.
fn differences<'a, K: Ord, V: PartialEq>(
    old: &'a BTreeMap<K, V>,
    new: &'a BTreeMap<K, V>,
) -> impl Iterator<Item = (&'a K, Option<&'a V>)> {
    let gone = old.keys().filter(|key| !new.contains_key(key)).map(|key| (key, None));
    let changed = new
        .iter()
        .filter(|(key, value)| old.get(key) != Some(value))
        .map(|(key, value)| (key, Some(value)));
    gone.chain(changed)
}

/// Everything the window shows, as it is now.
struct Now {
    rows: BTreeMap<(Kind, Id), Row>,
    derived: BTreeMap<String, Derived>,
    photos: BTreeMap<String, PhotoLook>,
    figures: Figures,
    findings: Vec<FindingView>,
}

impl Now {
    fn of(session: &Session) -> Self {
        let assessment = Assessment::of(&session.case);
        Self {
            rows: rows(&session.state),
            derived: derived(&session.case, &assessment),
            photos: photos(&session.case, &session.shown.pictures),
            figures: figures(&session.case, &assessment),
            findings: assessment.findings.iter().map(finding).collect(),
        }
    }
}

fn rows(state: &State) -> BTreeMap<(Kind, Id), Row> {
    state
        .iter()
        .filter(|(_, _, record)| record.is_alive())
        .map(|(kind, id, record)| ((kind, id), row(id, record)))
        .collect()
}

fn row(id: Id, record: &Record) -> Row {
    let fields = record.fields.iter().filter(|(name, _)| **name != ALIVE);
    Row {
        id: id.to_string(),
        fields: fields.map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
    }
}

fn derived(case: &Case, assessment: &Assessment) -> BTreeMap<String, Derived> {
    let lengths = marks::lengths(case).into_iter().map(|(id, (length, unit))| {
        let length = grouped(length, marks::LENGTH_PLACES);
        (id.to_string(), Derived::Mark { length, unit })
    });
    let mut out: BTreeMap<String, Derived> = lengths.collect();
    for (id, measured) in &assessment.measured {
        let quantity = measured.quantity.as_ref();
        let metres = measured.stretch.as_ref().and_then(|metres| metres.to_decimal());
        out.insert(
            id.to_string(),
            Derived::Measurement {
                exact: quantity.map(|q| q.exact.to_string()),
                quantity: quantity.map(|q| grouped(q.rounded, q.places)),
                chainage_length: metres.map(|metres| metres.normalize().to_string()),
                problem: measured.problem.as_ref().map(|p| p.kind.as_str().to_owned()),
                problem_at: measured.problem.as_ref().map(|p| p.at_char as u64),
            },
        );
    }
    for (id, line) in &assessment.lines {
        let cents = |value: Option<Decimal>| value.map(|value| grouped(value, 2));
        out.insert(
            id.to_string(),
            Derived::Line {
                quantity: line.quantity.map(|q| grouped(q, line.quantity_places)),
                unit: line.unit.clone(),
                price: line.price.map(|price| grouped(price, price.scale().max(2))),
                basis: line.basis.map(|basis| basis.as_str().to_owned()),
                claimed: cents(line.claimed),
                assessed: cents(line.assessed),
                difference: cents(line.difference()),
                photos: line.photos.iter().map(Id::to_string).collect(),
            },
        );
    }
    out
}

fn photos(case: &Case, pictures: &BTreeSet<String>) -> BTreeMap<String, PhotoLook> {
    case.photos.iter().map(|photo| (photo.id.to_string(), look(case, photo, pictures))).collect()
}

fn look(case: &Case, photo: &Photo, pictures: &BTreeSet<String>) -> PhotoLook {
    let side = |value: Option<i64>| value.and_then(|v| u64::try_from(v).ok()).unwrap_or(0);
    let (width, height) = (side(photo.width_px), side(photo.height_px));
    let turned = matches!(photo.orientation, Some(5..=8));
    let offset = photo.taken_offset.as_ref().or(case.head.zone.as_ref());
    PhotoLook {
        has_preview: photo.content.as_ref().is_some_and(|sha256| pictures.contains(sha256)),
        width_px: if turned { height } else { width },
        height_px: if turned { width } else { height },
        taken: photo.taken_at.map_or_else(String::new, |at| {
            format!("{at}{}", offset.map(String::as_str).unwrap_or_default())
        }),
        offset_assumed: photo.taken_at.is_some() && photo.taken_offset.is_none(),
        oddities: photo
            .oddities
            .as_deref()
            .map(|codes| codes.split(' ').map(str::to_owned).collect())
            .unwrap_or_default(),
    }
}

pub(crate) fn finding(finding: &Finding) -> FindingView {
    FindingView {
        check: finding.check.to_owned(),
        level: finding.level.letter().to_owned(),
        kind: finding.place.kind.as_str().to_owned(),
        id: finding.place.id.to_string(),
        // Some findings stand at a whole table, which the engine names but no field is called.
        field: (finding.place.field)
            .filter(|name| finding.place.kind.field(name).is_some())
            .map(str::to_owned),
        args: finding.args.iter().map(|(k, v)| ((*k).to_owned(), v.clone())).collect(),
    }
}

fn label(step: Option<&(Id, lisuan_core::change::Label)>) -> Option<LabelView> {
    step.map(|(_, label)| LabelView { key: label.key.clone(), subject: label.subject.clone() })
}
