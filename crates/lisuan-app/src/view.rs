//! The open case as the window shows it, and what of it changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use lisuan_core::assessment::{Assessment, LineFigures, Measured, Quoted, Standing};
use lisuan_core::case::{Case, Photo};
use lisuan_core::change::{ALIVE, Kind, Record};
use lisuan_core::marks;
use lisuan_core::money::grouped;
use lisuan_core::photo::{ClockCorrection, clock_corrections, near_of, taken};
use lisuan_core::quantity::RoundedQuantity;
use lisuan_core::{Finding, Id};
use lisuan_photos::THUMBNAIL_SIDE_PX;
use rust_decimal::Decimal;

use crate::error::{Result, shown};
use crate::figures::figures;
use crate::session::Session;
use crate::wire::{
    AnswerView, CaseView, Change, Delta, Derived, FindingView, LabelView, PhotoLook, Row,
};
use crate::{clock, oddities};

/// Lengths that marks on photos stand for, and their units.
type Lengths = BTreeMap<Id, (Decimal, String)>;

/// What the window was told last, so that only what changed is sent.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    /// Records that changed since.
    touched: BTreeSet<(Kind, Id)>,
    /// The adjustment as it was told, to bring up to date.
    standing: Option<Standing>,
    measured: BTreeMap<Id, Measured>,
    lines: BTreeMap<Id, LineFigures>,
    /// Lengths that marks stand for, and their units.
    lengths: Lengths,
    quoted: BTreeMap<Id, Quoted>,
    signatures: BTreeMap<Id, bool>,
    findings: Vec<Finding>,
    /// The sheet that was shown to be signed and the digest of what stood there.
    pub(crate) offered: Option<(Id, String)>,
    /// Photos whose look was sent.
    photos: BTreeSet<Id>,
    /// Of each photo that has near duplicates, the first of its group.
    near: BTreeMap<Id, Id>,
    /// Digests of originals that have a picture to show.
    pictures: BTreeSet<String>,
}

impl Shown {
    /// Notes records that changed.
    pub(crate) fn touch(&mut self, keys: BTreeSet<(Kind, Id)>) {
        self.touched.extend(keys);
    }

    /// So much changed that nothing that was told can be brought up to date.
    pub(crate) fn whole(&mut self) {
        self.standing = None;
    }
}

impl Session {
    /// The whole case.
    pub(crate) fn view(&mut self) -> Result<CaseView> {
        self.shown.pictures = self.file.previewed(THUMBNAIL_SIDE_PX)?.into_iter().collect();
        let (calendar, found) = (&self.worker.calendar, self.found_here());
        let assessment = Assessment::with(&self.case, calendar, &found);
        let mut rows: BTreeMap<String, Vec<Row>> =
            Kind::ALL.iter().map(|kind| (kind.as_str().to_owned(), Vec::new())).collect();
        for (kind, id, record) in self.state.iter().filter(|(_, _, record)| record.is_alive()) {
            rows.entry(kind.as_str().to_owned()).or_default().push(row(id, record));
        }
        let measured = assessment.measured.iter().map(|(id, m)| (id.to_string(), measurement(m)));
        let lines = assessment.lines.iter().map(|(id, l)| (id.to_string(), line(l)));
        let now = marks::lengths(&self.case);
        let lengths = now.iter().map(|(id, l)| (id.to_string(), length(l)));
        let clocks = clock_corrections(&self.case);
        let quoted = assessment.quoted.iter().map(|(id, q)| (id.to_string(), price(q)));
        let signatures = assessment.signatures.iter().map(|(id, s)| (id.to_string(), signature(s)));
        self.shown.near = near(&self.case);
        let photos = self.case.photos.iter();
        let view = CaseView {
            id: self.case.head.id.to_string(),
            file_name: shown(self.file.path()),
            read_only: self.read_only(),
            saved_at: self.saved_at.map(|at| at.to_string()),
            rows,
            derived: measured.chain(lines).chain(lengths).chain(quoted).chain(signatures).collect(),
            photos: photos
                .map(|photo| {
                    let look = look(&self.case, photo, &self.shown, &clocks);
                    (photo.id.to_string(), look)
                })
                .collect(),
            figures: figures(&self.case, &assessment),
            findings: assessment.findings.iter().map(finding).collect(),
            undo: label(self.steps.next_undo()),
            redo: label(self.steps.next_redo()),
        };
        self.told(assessment, now);
        Ok(view)
    }

    /// What changed since the window was told last.
    pub(crate) fn delta(&mut self, added: Vec<String>) -> Delta {
        self.notice_new_pictures();
        let (calendar, found) = (Arc::clone(&self.worker.calendar), self.found_here());
        let calendar = &calendar;
        let assessment = Assessment::after(&self.case, calendar, &found, &mut self.shown.standing);
        let changes = self
            .shown
            .touched
            .iter()
            .map(|&(kind, id)| Change {
                kind: kind.as_str().to_owned(),
                id: id.to_string(),
                row: self.state.get(kind, id).filter(|r| r.is_alive()).map(|r| row(id, r)),
            })
            .collect();
        let measured = differences(&self.shown.measured, &assessment.measured)
            .map(|(id, now)| (id.to_string(), now.map(measurement)));
        let lines = differences(&self.shown.lines, &assessment.lines)
            .map(|(id, now)| (id.to_string(), now.map(line)));
        let now = marks::lengths(&self.case);
        let lengths = differences(&self.shown.lengths, &now)
            .map(|(id, now)| (id.to_string(), now.map(length)));
        let quoted = differences(&self.shown.quoted, &assessment.quoted)
            .map(|(id, now)| (id.to_string(), now.map(price)));
        let signatures = differences(&self.shown.signatures, &assessment.signatures)
            .map(|(id, now)| (id.to_string(), now.map(signature)));
        let delta = Delta {
            saved_at: self.saved_at.unwrap_or_else(clock::now).to_string(),
            changes,
            added,
            derived: measured.chain(lines).chain(lengths).chain(quoted).chain(signatures).collect(),
            photos: self.changed_looks(),
            figures: figures(&self.case, &assessment),
            findings: (assessment.findings != self.shown.findings)
                .then(|| assessment.findings.iter().map(finding).collect()),
            undo: label(self.steps.next_undo()),
            redo: label(self.steps.next_redo()),
        };
        self.told(assessment, now);
        delta
    }

    /// The window knows everything as it is now.
    fn told(&mut self, assessment: Assessment, lengths: Lengths) {
        (self.shown.measured, self.shown.lines) = (assessment.measured, assessment.lines);
        (self.shown.lengths, self.shown.findings) = (lengths, assessment.findings);
        (self.shown.quoted, self.shown.signatures) = (assessment.quoted, assessment.signatures);
        self.shown.photos = self.case.photos.iter().map(|photo| photo.id).collect();
        self.shown.touched.clear();
    }

    /// Looks of photos that changed; nothing where the photo is gone. The case's zone and the
    /// clocks of the cameras are part of how every photo looks.
    fn changed_looks(&mut self) -> BTreeMap<String, Option<PhotoLook>> {
        let standing: BTreeSet<Id> = self.case.photos.iter().map(|photo| photo.id).collect();
        // What a photo looks like never changes: groups do when photos come and go.
        let before = self.shown.near.clone();
        if standing != self.shown.photos {
            self.shown.near = near(&self.case);
        }
        let touched = |id: &Id| {
            self.shown.touched.contains(&(Kind::Photo, *id))
                || before.get(id) != self.shown.near.get(id)
        };
        let every = self
            .shown
            .touched
            .iter()
            .any(|(kind, _)| matches!(kind, Kind::Case | Kind::CameraClock));
        let clocks = clock_corrections(&self.case);
        let gone = self.shown.photos.iter().filter(|id| !standing.contains(id));
        let now = self.case.photos.iter().filter(|photo| every || touched(&photo.id));
        gone.map(|id| (id.to_string(), None))
            .chain(now.map(|photo| {
                let look = look(&self.case, photo, &self.shown, &clocks);
                (photo.id.to_string(), Some(look))
            }))
            .collect()
    }

    /// Photos that came in since have pictures, unless they could not be decoded.
    fn notice_new_pictures(&mut self) {
        for photo in &self.case.photos {
            let Some(sha256) = &photo.content else { continue };
            if !self.shown.photos.contains(&photo.id)
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

fn row(id: Id, record: &Record) -> Row {
    let fields = record.fields.iter().filter(|(name, _)| **name != ALIVE);
    Row {
        id: id.to_string(),
        fields: fields.map(|(name, value)| ((*name).to_owned(), value.clone())).collect(),
    }
}

fn measurement(measured: &Measured) -> Derived {
    let quantity = measured.quantity.as_ref();
    let metres = measured.stretch.as_ref().and_then(|metres| metres.to_decimal());
    Derived::Measurement {
        exact: quantity.map(|q| q.exact.to_string()),
        quantity: quantity.map(quantity_text),
        chainage_length: metres.map(|metres| metres.normalize().to_string()),
        problem: measured.problem.as_ref().map(|p| p.kind.as_str().to_owned()),
        problem_at: measured.problem.as_ref().map(|p| p.at_char as u64),
        deducted: measured.deducted.as_ref().map(ToString::to_string),
        net: (measured.net.as_ref().filter(|_| !measured.deductions.is_empty())).map(quantity_text),
        counted: measured.counted.as_ref().map(|counted| quantity_text(&counted.quantity)),
        source: measured.counted.as_ref().map(|counted| counted.source.as_str().to_owned()),
    }
}

fn quantity_text(quantity: &RoundedQuantity) -> String {
    grouped(quantity.rounded, quantity.places)
}

fn price(quoted: &Quoted) -> Derived {
    let median = quoted.median.to_decimal();
    let median = median.map_or_else(|| quoted.median.to_string(), |m| grouped(m, m.scale().max(2)));
    Derived::Price { quotes: quoted.count as u64, median }
}

fn signature(covers: &bool) -> Derived {
    Derived::Signature { covers: *covers }
}

fn line(line: &LineFigures) -> Derived {
    let cents = |value: Option<Decimal>| value.map(|value| grouped(value, 2));
    Derived::Line {
        quantity: line.quantity.map(|q| grouped(q, line.quantity_places)),
        unit: line.unit.clone(),
        price: line.price.map(|price| grouped(price, price.scale().max(2))),
        basis: line.basis.map(|basis| basis.as_str().to_owned()),
        claimed: cents(line.claimed),
        assessed: cents(line.assessed),
        difference: cents(line.difference()),
        photos: line.photos.iter().map(Id::to_string).collect(),
    }
}

fn length((length, unit): &(Decimal, String)) -> Derived {
    Derived::Mark { length: grouped(*length, marks::LENGTH_PLACES), unit: unit.clone() }
}

/// Of each photo that has near duplicates, the first of its group.
fn near(case: &Case) -> BTreeMap<Id, Id> {
    let groups = near_of(case.photos.iter());
    let first = |group: &Vec<Id>| group.first().copied();
    let pairs = groups.iter().filter_map(|group| Some((first(group)?, group)));
    pairs.flat_map(|(first, group)| group.iter().map(move |id| (*id, first))).collect()
}

fn look(case: &Case, photo: &Photo, shown: &Shown, clocks: &[ClockCorrection]) -> PhotoLook {
    let side = |value: Option<i64>| value.and_then(|v| u64::try_from(v).ok()).unwrap_or(0);
    let (width, height) = (side(photo.width_px), side(photo.height_px));
    let turned = matches!(photo.orientation, Some(5..=8));
    let offset = photo.taken_offset.as_ref().or(case.head.zone.as_ref());
    PhotoLook {
        // Lost previews are drawn anew when they are asked for.
        has_preview: photo.content.as_ref().is_some_and(|sha256| {
            shown.pictures.contains(sha256)
                || !photo.oddities.as_deref().is_some_and(oddities::is_undrawable)
        }),
        near: shown.near.get(&photo.id).map(Id::to_string),
        width_px: if turned { height } else { width },
        height_px: if turned { width } else { height },
        taken: photo.taken_at.map_or_else(String::new, |at| {
            format!("{at}{}", offset.map(String::as_str).unwrap_or_default())
        }),
        corrected: taken(case, photo, clocks)
            .and_then(std::result::Result::ok)
            .filter(|taken| taken.correction_s != 0)
            .map(|taken| taken.moment.to_string()),
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
        about: finding.about(),
        answer: finding.answer.map(|answer| AnswerView {
            id: answer.id.to_string(),
            standing: answer.standing.as_str().to_owned(),
        }),
    }
}

fn label(step: Option<&(Id, lisuan_core::change::Label)>) -> Option<LabelView> {
    step.map(|(_, label)| LabelView { key: label.key.clone(), subject: label.subject.clone() })
}
