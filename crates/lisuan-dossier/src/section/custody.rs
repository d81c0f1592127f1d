//! The chain of custody (证据保管链): each original from intake to this document.

use lisuan_core::Id;
use lisuan_core::case::{Direction, Handover, YesNo};
use lisuan_core::moment::Moment;

use crate::flow::Flow;
use crate::input::{NOTHING, Telling, moment, shown, text};
use crate::section::{documents, photos};
use crate::table::{Cell, Column, Row, Table};

/// Digits of a digest that are enough to find it in the index, where it stands in full.
const DIGITS: usize = 12;

/// Sets the hands the case went through, then every original.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    flow.paragraph(&telling.say("custody-intro"));
    let mut hands: Vec<&Handover> = telling.case().handovers.iter().collect();
    hands.sort_by_key(|hand| (hand.at, hand.id));
    stations(flow, telling, &hands);
    originals(flow, telling, &hands);
}

fn stations(flow: &mut Flow<'_>, telling: &Telling<'_>, hands: &[&Handover]) {
    if hands.is_empty() {
        flow.paragraph(&telling.say("custody-no-hands"));
        return;
    }
    flow.subsection(&telling.say("custody-hands"));
    let mut table = Table::new(vec![
        Column::codes(telling.say("number"), 10.0).sized(7.5),
        Column::words(telling.say("custody-when"), 38.0).sized(7.5),
        Column::words(telling.say("custody-way"), 40.0).sized(7.5),
        Column::words(telling.say("custody-package"), 50.0).sized(7.5),
        Column::words(telling.say("custody-receipt"), 44.0).sized(7.5),
    ]);
    for (n, hand) in (1..).zip(hands) {
        let way = match hand.direction {
            Some(Direction::In) => "custody-in",
            _ => "custody-out",
        };
        let who = hand.counterpart.clone().unwrap_or_default();
        let part = hand.part.clone().filter(|part| !part.is_empty());
        let part = part.map(|part| telling.say_with("custody-part", &[("part", &part)]));
        let digest = hand.package.as_ref().map(|digest| short(digest));
        let counts = hand
            .originals
            .map(|count| telling.say_with("custody-originals", &[("count", &count.to_string())]));
        let below = [digest, counts, part].into_iter().flatten().collect::<Vec<_>>().join("\n");
        table.row(Row::new(vec![
            n.to_string().into(),
            said(hand.at).into(),
            Cell::from(telling.say_with(way, &[("who", &who)]))
                .below(hand.reason.clone().unwrap_or_default()),
            Cell::from(text(hand.file_name.as_ref())).below(below),
            receipt(telling, hand),
        ]));
    }
    table.set(flow);
}

fn receipt(telling: &Telling<'_>, hand: &Handover) -> Cell {
    let Some(at) = hand.received_at else { return NOTHING.into() };
    let agrees = match hand.receipt_agrees {
        Some(YesNo::Yes) => telling.say("custody-agrees"),
        Some(YesNo::No) => telling.say("custody-differs"),
        None => String::new(),
    };
    let by = hand.received_by.clone().unwrap_or_default();
    Cell::from(said(Some(at))).below(format!("{by}\n{agrees}").trim().to_owned())
}

fn said(at: Option<Moment>) -> String {
    at.map_or(NOTHING.to_owned(), |at| moment(&at.to_string()))
}

fn short(digest: &str) -> String {
    format!("{}…", digest.chars().take(DIGITS).collect::<String>())
}

/// One original as the table needs it.
struct Original<'a> {
    id: Id,
    number: Option<&'a String>,
    file_name: Option<&'a String>,
    content: Option<&'a String>,
    added_at: Option<Moment>,
    link: String,
    enclosed: &'static str,
}

fn originals(flow: &mut Flow<'_>, telling: &Telling<'_>, hands: &[&Handover]) {
    let case = telling.case();
    if case.photos.is_empty() && case.documents.is_empty() {
        flow.paragraph(&telling.say("no-photos"));
        return;
    }
    flow.subsection(&telling.say("custody-each"));
    let mut table = Table::new(vec![
        Column::codes(telling.say("photo-number"), 44.0).sized(7.5),
        Column::words(telling.say("file-name"), 108.0).sized(7.0),
        Column::words(telling.say("custody-taken-in"), 130.0).sized(7.0),
        Column::words(telling.say("custody-through"), 50.0).sized(7.0),
        Column::words(telling.say("custody-here"), 74.0).sized(7.0),
    ]);
    let photos = case.photos.iter().map(|photo| Original {
        id: photo.id,
        number: photo.number.as_ref(),
        file_name: photo.file_name.as_ref(),
        content: photo.content.as_ref(),
        added_at: photo.added_at,
        link: photos::place_of(photo.id),
        enclosed: photo_here(telling, photo.id),
    });
    let papers = case.documents.iter().map(|paper| Original {
        id: paper.id,
        number: paper.number.as_ref(),
        file_name: paper.file_name.as_ref(),
        content: paper.content.as_ref(),
        added_at: paper.added_at,
        link: documents::place_of(paper.id),
        enclosed: paper_here(telling, paper.id),
    });
    for original in photos.chain(papers) {
        table.row(row(telling, hands, &original));
    }
    table.set(flow);
}

fn row(telling: &Telling<'_>, hands: &[&Handover], original: &Original<'_>) -> Row {
    let maker = telling.input.taken_in.get(&original.id);
    let by = maker.map(|maker| {
        let device: String = maker.device.chars().take(8).collect();
        let values = [("who", maker.author.as_str()), ("device", device.as_str())];
        telling.say_with("custody-by", &values)
    });
    // Only a package of the whole case is known to have held it.
    let held = |hand: &Handover| {
        let whole = hand.part.as_deref().unwrap_or_default().is_empty();
        whole && original.added_at.is_some_and(|added| hand.at.is_some_and(|at| at >= added))
    };
    let through: Vec<String> = (1..)
        .zip(hands)
        .filter(|(_, hand)| held(hand))
        .map(|(n, _): (usize, _)| n.to_string())
        .collect();
    let through = if through.is_empty() { NOTHING.to_owned() } else { through.join(", ") };
    Row::new(vec![
        Cell::from(text(original.number)).link(Some(original.link.clone())),
        Cell::from(text(original.file_name)).below(shown(original.content.map(|d| short(d)))),
        Cell::from(said(original.added_at)).below(by.unwrap_or_default()),
        through.into(),
        telling.say(original.enclosed).into(),
    ])
}

/// What this document holds of a photo: nothing leaves the program whose hash was not compared.
fn photo_here(telling: &Telling<'_>, id: Id) -> &'static str {
    if telling.input.altered.contains(&id) {
        return "custody-altered";
    }
    match telling.input.photos.iter().find(|picture| picture.photo == id) {
        Some(picture) if picture.original => "custody-original",
        Some(_) => "custody-copy",
        None => "custody-listed",
    }
}

fn paper_here(telling: &Telling<'_>, id: Id) -> &'static str {
    match telling.input.documents.iter().find(|pages| pages.document == id) {
        Some(pages) if pages.attached.is_some() => "custody-original",
        Some(_) => "custody-copy",
        None => "custody-listed",
    }
}
