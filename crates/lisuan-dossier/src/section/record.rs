//! A measurement sheet: its head, the statement it is signed under, the signatures as drawn.

use std::collections::BTreeMap;

use lisuan_core::Id;
use lisuan_core::assessment::STATEMENT;
use lisuan_core::case::{Case, MeasurementSheet, Person, Signature, strokes};

use crate::flow::{Align, Flow};
use crate::input::{Telling, moment};
use crate::page::Area;
use crate::style::{BODY, CINNABAR, MUTED, SIDE, SMALL, TEXT, WIDTH};

/// Height of a drawn signature.
const PAD: f32 = 44.0;
/// Space of a signature with its words.
const BLOCK: f32 = 96.0;
/// Signatures side by side.
const ACROSS: usize = 2;

/// Sets what a dossier says of a sheet whose rows stand in the table above.
pub fn set(
    flow: &mut Flow<'_>,
    telling: &Telling<'_>,
    sheet: &MeasurementSheet,
    numbers: &BTreeMap<Id, usize>,
) {
    flow.subsection(&title(telling, sheet));
    let mut pairs = head(telling, sheet);
    let rows: Vec<String> = telling
        .case()
        .measurements
        .iter()
        .filter(|row| row.sheet == Some(sheet.id))
        .filter_map(|row| Some(numbers.get(&row.id)?.to_string()))
        .collect();
    if !rows.is_empty() {
        let said = telling.say_with("sheet-rows-numbers", &[("numbers", &rows.join("、"))]);
        pairs.push((telling.say("sheet-rows"), said));
    }
    flow.pairs(&pairs);
    if let Some(number) = photo_number(telling.case(), sheet) {
        flow.remark(&telling.say_with("sheet-photo", &[("number", number)]));
    }
    flow.paragraph(STATEMENT);
    let drawn = signatures(telling.case(), sheet);
    if drawn.is_empty() {
        flow.remark(&telling.say("signatures-none"));
        return;
    }
    set_signatures(flow, telling, &drawn);
}

/// Sets signatures side by side.
pub fn set_signatures(flow: &mut Flow<'_>, telling: &Telling<'_>, drawn: &[&Signature]) {
    for pair in drawn.chunks(ACROSS) {
        flow.ensure(BLOCK);
        let top = flow.y;
        for (n, signature) in pair.iter().enumerate() {
            let width = WIDTH / ACROSS as f32;
            drawn_at(flow, telling, signature, (SIDE + width * n as f32, width - 12.0), top);
        }
        flow.y = top + BLOCK;
    }
}

/// What a sheet is called.
pub fn title(telling: &Telling<'_>, sheet: &MeasurementSheet) -> String {
    match &sheet.number {
        Some(number) => telling.say_with("sheet-record", &[("number", number)]),
        None => telling.say("sheet-record-plain"),
    }
}

/// The head of a sheet as label and value.
pub fn head(telling: &Telling<'_>, sheet: &MeasurementSheet) -> Vec<(String, String)> {
    sheet
        .texts()
        .into_iter()
        .filter(|(name, _)| !matches!(*name, "photo" | "number"))
        .map(|(name, value)| {
            let key = format!("field-measurement-sheet-{}", name.replace('_', "-"));
            (telling.say_other(&key, &[]), value)
        })
        .collect()
}

fn photo_number<'a>(case: &'a Case, sheet: &MeasurementSheet) -> Option<&'a str> {
    let photo = sheet.photo?;
    case.photos.iter().find(|known| known.id == photo)?.number.as_deref()
}

/// The signatures under a sheet.
pub fn signatures<'a>(case: &'a Case, sheet: &MeasurementSheet) -> Vec<&'a Signature> {
    case.signatures.iter().filter(|signature| signature.sheet == Some(sheet.id)).collect()
}

/// Sets one signature: strokes in cinnabar while it covers the sheet, in grey when it does not.
pub fn drawn_at(
    flow: &mut Flow<'_>,
    telling: &Telling<'_>,
    signature: &Signature,
    span: (f32, f32),
    top: f32,
) {
    let covers = telling.input.assessment.signatures.get(&signature.id) == Some(&true);
    let colour = if covers { CINNABAR } else { MUTED };
    let area = Area { x: span.0, y: top, width: span.1, height: PAD };
    let lines = signature.strokes.as_deref().and_then(strokes).unwrap_or_default();
    // The pad's height is a thousand; a wide signature is made smaller as a whole.
    let widest = lines.iter().flatten().map(|(x, _)| *x).max().unwrap_or(1).max(1);
    let scale = (area.height / 1_000.0).min(area.width / f32::from(widest));
    for line in &lines {
        let at =
            |(x, y): (u16, u16)| (area.x + f32::from(x) * scale, area.y + f32::from(y) * scale);
        for pair in line.windows(2) {
            if let [from, to] = pair {
                flow.stroke(at(*from), at(*to), 1.1, colour);
            }
        }
    }
    flow.stroke((area.x, area.bottom() + 2.0), (area.right(), area.bottom() + 2.0), 0.6, TEXT);
    let persons = &telling.case().persons;
    let who = persons.iter().find(|person| Some(person.id) == signature.person);
    let mut y = area.bottom() + 5.0;
    let mut say = |text: &str, style: crate::style::Style| {
        flow.short_at(text, style, span, y, Align::Left);
        y += style.leading_pt;
    };
    say(&named(telling, who), BODY);
    let at = signature.signed_at.map(|at| moment(&at.to_string())).unwrap_or_default();
    let state = telling.say(if covers { "signature-covers" } else { "signature-uncovered" });
    say(&telling.say_with("signed-at", &[("time", &at)]), SMALL);
    say(&state, SMALL.in_colour(colour));
}

/// A person as it signs: name and whom it stands for.
fn named(telling: &Telling<'_>, person: Option<&Person>) -> String {
    let name = person.and_then(|p| p.name.as_deref()).unwrap_or(crate::input::NOTHING);
    let party = person
        .and_then(|p| p.party)
        .map(|party| telling.say_other(&format!("choice-person-party-{}", party.as_str()), &[]));
    match party {
        Some(party) => telling.say_with("signed-by", &[("name", name), ("party", &party)]),
        None => telling.say_with("signed-by-plain", &[("name", name)]),
    }
}
