//! The evidence index (证据目录) and the pages of the papers as pictures.

use lisuan_core::Id;
use lisuan_core::case::{Document, YesNo};

use crate::both::flat;
use crate::flow::{Align, Flow};
use crate::input::{DocumentPages, NOTHING, PagePicture, Telling, shown, text};
use crate::page::{Area, Item, Picture, Rect};
use crate::style::{BODY, BOTTOM, HAIR, HAIR_PT, MUTED, SIDE, SMALL, WIDTH};
use crate::table::{Cell, Column, Row, Table};

/// Sets the index of the papers, then their pages.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let papers = &telling.case().documents;
    if papers.is_empty() {
        flow.paragraph(&telling.say("documents-none"));
        return;
    }
    flow.paragraph(&telling.say("documents-intro"));
    index(flow, telling);
    for paper in papers {
        if let Some(pages) = pages_of(telling, paper.id)
            && !pages.pages.is_empty()
        {
            set_pages(flow, telling, paper, pages);
        }
    }
}

/// The place that links to a paper lead to.
pub fn place_of(paper: Id) -> String {
    format!("document-{paper}")
}

fn pages_of<'a>(telling: &Telling<'a>, paper: Id) -> Option<&'a DocumentPages> {
    telling.input.documents.iter().find(|pages| pages.document == paper)
}

fn index(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let mut table = Table::new(vec![
        Column::codes(telling.say("document-number"), 54.0).sized(7.0),
        Column::words(telling.say("document-title"), 112.0),
        Column::words(telling.say("document-source"), 70.0).sized(7.5),
        Column::words(telling.say("document-purpose"), 108.0).sized(7.5),
        Column::figures(telling.say("document-pages"), 28.0).sized(7.0),
        Column::words(telling.say("document-dated"), 54.0).sized(7.0),
        Column::words(telling.say("document-form"), 68.0).sized(7.0),
    ]);
    for paper in &telling.case().documents {
        let has_pages = pages_of(telling, paper.id).is_some_and(|p| !p.pages.is_empty());
        let link = Some(place_of(paper.id)).filter(|_| has_pages);
        let kind = paper.kind.map(|kind| choice(telling, "kind", kind.as_str()));
        let digest = format!("SHA-256 {}", text(paper.content.as_ref()));
        let below = kind.into_iter().chain(remarks(telling, paper)).collect::<Vec<_>>().join(" · ");
        table.row(Row::new(vec![
            Cell::from(text(paper.number.as_ref())).link(link),
            Cell::from(text(title(paper))).below(format!("{below}\n{digest}").trim().to_owned()),
            Cell::from(text(paper.source.as_ref())).below(submitted(telling, paper)),
            text(paper.purpose.as_ref()).into(),
            shown(paper.pages).into(),
            Cell::from(shown(paper.dated)).below(received(telling, paper)),
            Cell::from(
                paper
                    .form
                    .map_or(NOTHING.to_owned(), |form| choice(telling, "form", form.as_str())),
            )
            .below(signed(telling, paper)),
        ]));
    }
    table.set(flow);
}

/// What a paper is called; the name of its file where nobody gave it a title.
fn title(paper: &Document) -> Option<&String> {
    let given = paper.title.as_ref().filter(|title| !title.trim().is_empty());
    given.or(paper.file_name.as_ref())
}

fn choice(telling: &Telling<'_>, field: &str, word: &str) -> String {
    telling.say_other(&format!("choice-document-{field}-{word}"), &[])
}

fn submitted(telling: &Telling<'_>, paper: &Document) -> String {
    let party = paper.submitted_by.map(|party| choice(telling, "submitted-by", party.as_str()));
    party.map_or_else(String::new, |party| {
        telling.say_with("document-submitted", &[("party", party.as_str())])
    })
}

fn received(telling: &Telling<'_>, paper: &Document) -> String {
    paper.received_on.map_or_else(String::new, |date| {
        telling.say_with("document-received", &[("date", &date.to_string())])
    })
}

fn signed(telling: &Telling<'_>, paper: &Document) -> String {
    match paper.signed {
        Some(YesNo::Yes) => telling.say("document-signed"),
        Some(YesNo::No) => telling.say("document-unsigned"),
        None => String::new(),
    }
}

/// Why a paper is not seen in full, and where its original is.
fn remarks(telling: &Telling<'_>, paper: &Document) -> Vec<String> {
    if paper.confidential == Some(YesNo::Yes) {
        return vec![telling.say("document-confidential")];
    }
    if telling.input.report.redacted {
        return vec![telling.say("document-withheld")];
    }
    let pages = pages_of(telling, paper.id);
    let drawn = pages.map_or(0, |pages| pages.pages.len());
    let all = paper.pages.and_then(|pages| usize::try_from(pages).ok());
    let mut remarks = Vec::new();
    match (drawn, all) {
        (0, _) => remarks.push(telling.say("document-not-drawn")),
        (drawn, Some(all)) if drawn < all => {
            let (drawn, all) = (drawn.to_string(), all.to_string());
            let args = [("drawn", drawn.as_str()), ("pages", all.as_str())];
            remarks.push(telling.say_with("document-part-drawn", &args));
        }
        _ => {}
    }
    for code in paper.oddities.as_deref().unwrap_or_default().split(' ').filter(|c| !c.is_empty()) {
        // Why nothing was drawn; the rest concerns whoever opens the file.
        if matches!(code, "pdf-encrypted" | "pdf-damaged" | "pdf-xfa" | "pdf-too-many-pages") {
            remarks.push(telling.say_other(&format!("oddity-{code}"), &[]));
        }
    }
    if let Some(name) = pages.and_then(|pages| pages.attached.as_deref()) {
        remarks.push(telling.say_with("document-attached", &[("file", name)]));
    }
    remarks
}

/// One page of paper on one page of the dossier, each with a line that says what it is.
fn set_pages(flow: &mut Flow<'_>, telling: &Telling<'_>, paper: &Document, pages: &DocumentPages) {
    let number = text(paper.number.as_ref());
    let name = text(title(paper));
    let last = pages.pages.last().map_or(0, |page| page.page);
    let all = paper.pages.and_then(|all| u32::try_from(all).ok()).unwrap_or(last).to_string();
    for (n, page) in pages.pages.iter().enumerate() {
        flow.new_page();
        let at = page.page.to_string();
        let args = [("number", number.as_str()), ("page", at.as_str()), ("pages", all.as_str())];
        let head = telling.say_with("document-page", &args);
        if n == 0 {
            flow.mark(place_of(paper.id), flow.y);
            flow.subsection(&format!("{number} {name}"));
        }
        let top = flow.y;
        flow.short_at(&head, BODY.bold(), (SIDE, WIDTH * 0.5), top, Align::Left);
        let right = (SIDE + WIDTH * 0.5, WIDTH * 0.5);
        flow.short_at(&name, SMALL.in_colour(MUTED), right, top, Align::Right);
        let area = Area { x: SIDE, y: top + 19.0, width: WIDTH, height: BOTTOM - top - 19.0 };
        draw(flow, page, area, &flat(&format!("{head} {name}")));
        flow.y = BOTTOM;
    }
}

fn draw(flow: &mut Flow<'_>, page: &PagePicture, area: Area, description: &str) {
    let (width, height) = page.pixels;
    let inner = area.fitted(width.max(1) as f32, height.max(1) as f32);
    // At the top: what is written above belongs to it.
    let inner = Area { y: area.y, ..inner };
    flow.push(Item::Picture(Box::new(Picture {
        key: page.key.clone(),
        area: inner,
        orientation: 1,
        pixels: page.pixels,
        description: description.to_owned(),
    })));
    flow.push(Item::Rect(Rect { area: inner, fill: None, stroke: Some((HAIR_PT, HAIR)) }));
}
