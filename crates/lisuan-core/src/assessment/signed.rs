//! What stands on a measurement sheet and is signed, in one canonical form.
//!
//! The form is text, one `name=value` a line in a fixed order: `form`, the head of the case, the
//! fields of the sheet, `statement`, then for each row `row` with its number and its fields, and in
//! the end who signs. What is empty is left out. The first form did not name who signs; signatures
//! under it still verify. Photos stand for themselves by their permanent number, rows by their number on the sheet.
//! The computed quantities are part of it: they were read when it was signed. The photo of the
//! signed paper is not, for it is taken afterwards. Its UTF-8 bytes are hashed with SHA-256.

use std::collections::BTreeMap;

use super::signed_text::{SignedText, sha256};
use super::{Measured, statement};
use crate::Id;
use crate::case::{Case, Measurement, MeasurementSheet, Person};
use crate::money::plain;

/// What every party signs under (rules.md 3.3).
pub const STATEMENT: &str = "仅对受损事实和数量确认，不构成保险责任及赔付金额的承诺";

/// The form that does not name who signs.
const FORM_UNNAMED: &str = "lisuan-measurement-sheet/1";
/// Names the form; a later form gets another name.
const FORM: &str = "lisuan-measurement-sheet/2";

/// What stands on a measurement sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetContent {
    /// Fields of the case that stand on it: name and value.
    pub case: Vec<(&'static str, String)>,
    /// Fields of the sheet.
    pub head: Vec<(&'static str, String)>,
    /// Its rows in the order they were made.
    pub rows: Vec<SheetRow>,
}

/// A row of a measurement sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetRow {
    /// The measurement.
    pub id: Id,
    /// Its number on the sheet, from 1.
    pub number: usize,
    /// Its fields and figures by name; what is empty is left out.
    pub fields: Vec<(&'static str, String)>,
}

impl SheetRow {
    /// A field or figure.
    pub fn get(&self, name: &str) -> &str {
        self.fields.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }
}

impl SheetContent {
    /// What stands on a sheet of the case; nothing when there is no such sheet.
    pub fn of(case: &Case, measured: &BTreeMap<Id, Measured>, sheet: Id) -> Option<Self> {
        let rows = case.measurements.iter().filter(|row| row.sheet == Some(sheet)).collect();
        let sheet = case.measurement_sheets.iter().find(|known| known.id == sheet)?;
        Some(Self::gather(&Around::of(case), measured, sheet, rows))
    }

    fn gather(
        around: &Around<'_>,
        measured: &BTreeMap<Id, Measured>,
        sheet: &MeasurementSheet,
        rows: Vec<&Measurement>,
    ) -> Self {
        let numbers: BTreeMap<Id, usize> = rows.iter().map(|m| m.id).zip(1..).collect();
        let head = sheet.texts().into_iter().filter(|(name, _)| *name != "photo");
        let rows = rows.iter().zip(1..).map(|(row, number)| SheetRow {
            id: row.id,
            number,
            fields: fields(around, row, measured.get(&row.id), &numbers),
        });
        Self { case: around.case.clone(), head: head.collect(), rows: rows.collect() }
    }

    /// The canonical form as a person signs it.
    pub fn canonical_by(&self, signer: &Person) -> String {
        by(self.text(), signer)
    }

    /// SHA-256 of the canonical form as a person signs it, 64 lower-case hexadecimal digits.
    pub fn digest_by(&self, signer: &Person) -> String {
        sha256(&self.canonical_by(signer))
    }

    /// SHA-256 of everything but who signs: the first form, and what tells whether a sheet is what
    /// was shown.
    pub fn digest(&self) -> String {
        sha256(&self.text().under(FORM_UNNAMED))
    }

    fn text(&self) -> SignedText {
        let mut text = SignedText::default();
        for (name, value) in &self.case {
            text.line(&format!("case.{name}"), value);
        }
        for (name, value) in &self.head {
            text.line(&format!("sheet.{name}"), value);
        }
        text.line("statement", STATEMENT);
        for row in &self.rows {
            text.line("row", &row.number.to_string());
            for (name, value) in &row.fields {
                text.line(name, value);
            }
        }
        text
    }
}

fn by(mut text: SignedText, signer: &Person) -> String {
    text.signer(signer);
    text.under(FORM)
}

/// What of the head of a case stands on everything that is signed.
pub(super) fn case_head(case: &Case) -> Vec<(&'static str, String)> {
    let head = &case.head;
    let named =
        [("claim_no", &head.claim_no), ("policy_no", &head.policy_no), ("insured", &head.insured)];
    named.into_iter().filter_map(|(name, value)| Some((name, value.clone()?))).collect()
}

/// What rows and sheets name of the case around them.
struct Around<'a> {
    case: Vec<(&'static str, String)>,
    photos: BTreeMap<Id, &'a str>,
    items: BTreeMap<Id, &'a str>,
    places: BTreeMap<Id, &'a str>,
}

impl<'a> Around<'a> {
    fn of(case: &'a Case) -> Self {
        let photos = case.photos.iter().filter_map(|p| Some((p.id, p.number.as_deref()?)));
        let items = case.measurements.iter().filter_map(|m| Some((m.id, m.item.as_deref()?)));
        let places = case.damage_places.iter().filter_map(|p| Some((p.id, p.name.as_deref()?)));
        Self {
            case: case_head(case),
            photos: photos.collect(),
            items: items.collect(),
            places: places.collect(),
        }
    }
}

/// The fields of a row as they are read, followed by what they come to.
fn fields(
    around: &Around<'_>,
    row: &Measurement,
    measured: Option<&Measured>,
    numbers: &BTreeMap<Id, usize>,
) -> Vec<(&'static str, String)> {
    let named = |name: &'static str, value: String| match name {
        "sheet" => None,
        "photo" => Some((name, (*around.photos.get(&row.photo?)?).to_owned())),
        "damage_place" => Some((name, (*around.places.get(&row.damage_place?)?).to_owned())),
        "deducts_from" => {
            let base = row.deducts_from?;
            // A row of another sheet is named by its item.
            let number = numbers.get(&base).map(ToString::to_string);
            let other = || around.items.get(&base).copied().unwrap_or("?").to_owned();
            Some((name, number.unwrap_or_else(other)))
        }
        _ => Some((name, value)),
    };
    let mut fields: Vec<_> =
        row.texts().into_iter().filter_map(|(name, value)| named(name, value)).collect();
    let Some(measured) = measured else { return fields };
    fields.extend(measured.text().map(|text| ("result", text)));
    let shown = |q: &crate::quantity::RoundedQuantity| plain(q.rounded, q.places);
    if !measured.deductions.is_empty() {
        fields.extend(measured.net.as_ref().map(|net| ("net", shown(net))));
    }
    fields.extend(measured.counted.as_ref().map(|c| ("counted", shown(&c.quantity))));
    fields
}

/// Per signature: whether sheet or note still says what was signed. A signature whose sheet or note
/// is gone covers nothing.
pub(super) fn covering(case: &Case, measured: &BTreeMap<Id, Measured>) -> BTreeMap<Id, bool> {
    let mut covering: BTreeMap<Id, bool> = statement::covering(case).into_iter().collect();
    let mut signed: BTreeMap<Id, Option<SignedText>> =
        case.signatures.iter().filter_map(|s| Some((s.sheet?, None))).collect();
    if signed.is_empty() {
        return covering;
    }
    let around = Around::of(case);
    let mut rows: BTreeMap<Id, Vec<&Measurement>> = BTreeMap::new();
    for row in &case.measurements {
        if let Some(sheet) = row.sheet {
            rows.entry(sheet).or_default().push(row);
        }
    }
    for sheet in &case.measurement_sheets {
        if let Some(text) = signed.get_mut(&sheet.id) {
            let rows = rows.remove(&sheet.id).unwrap_or_default();
            *text = Some(SheetContent::gather(&around, measured, sheet, rows).text());
        }
    }
    for signature in &case.signatures {
        let Some(sheet) = signature.sheet else { continue };
        let text = signed.get(&sheet).and_then(Option::as_ref);
        let signer = case.persons.iter().find(|person| Some(person.id) == signature.person);
        let covers = text.zip(signature.content.as_ref()).is_some_and(|(text, content)| {
            let named = signer.map(|signer| sha256(&by(text.clone(), signer)));
            named.as_ref() == Some(content) || sha256(&text.under(FORM_UNNAMED)) == *content
        });
        covering.insert(signature.id, covers);
    }
    covering
}
