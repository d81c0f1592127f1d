//! A case as pages.

use lisuan_core::Id;

use crate::flow::Flow;
use crate::font::Fonts;
use crate::input::{DossierInput, Telling, Words};
use crate::page::{Bookmark, Document, Metadata, Numerals, PageLabels, Target};
use crate::section::{
    adjustment, checking, cover, evidence, findings, loss, paper, photos, policy, prices,
    quantities, signature, survey,
};

/// A section: its key, and whether it begins a page.
const SECTIONS: [(&str, bool); 11] = [
    ("policy", true),
    ("survey", false),
    ("loss", false),
    ("quantities", false),
    ("prices", false),
    ("adjustment", false),
    ("findings", false),
    ("photos", true),
    ("evidence", true),
    ("checking", false),
    ("signature", true),
];

/// Composes the dossier of a case: cover, contents, sections, signature page.
///
/// The same input and words give the same document.
pub fn compose(input: &DossierInput<'_>, words: &dyn Words, fonts: &Fonts<'_>) -> Document {
    let telling = Telling::new(input, words);
    let mut flow = Flow::new(fonts);
    let mut entries = Vec::new();
    let mut seal = None;
    for (number, (key, begins_page)) in (1..).zip(SECTIONS) {
        if begins_page {
            flow.new_page();
        }
        let title = telling.say(&format!("section-{key}"));
        flow.section(key, number, &title);
        let page = flow.page();
        entries.push(cover::Entry { title: format!("{number}  {title}"), place: key.into(), page });
        match key {
            "policy" => policy::set(&mut flow, &telling),
            "survey" => survey::set(&mut flow, &telling),
            "loss" => loss::set(&mut flow, &telling),
            "quantities" => quantities::set(&mut flow, &telling),
            "prices" => prices::set(&mut flow, &telling),
            "adjustment" => adjustment::set(&mut flow, &telling),
            "findings" => findings::set(&mut flow, &telling),
            "photos" => photos::set(&mut flow, &telling),
            "evidence" => evidence::set(&mut flow, &telling),
            "checking" => {
                checking::set(&mut flow, &telling);
                let missing = flow.missing();
                checking::missing(&mut flow, &telling, &missing);
            }
            _ => seal = Some(signature::set(&mut flow, &telling)),
        }
    }
    front(&mut flow, &telling, &entries, &mut seal);
    flow.resolve_links();
    let mut pages = std::mem::take(&mut flow.pages);
    cover::running(&mut pages, &flow, &telling);
    flow.pages = pages;
    let missing = flow.missing();
    Document {
        title: format!("{} {}", telling.say("title"), telling.claim_no()),
        language: input.language.to_owned(),
        bookmarks: flow.bookmarks,
        labels: vec![PageLabels {
            first_page: 0,
            numerals: Numerals::Decimal,
            prefix: String::new(),
            start: 1,
        }],
        attachments: input.attachments.to_vec(),
        metadata: metadata(input, &telling, &telling.say("title")),
        pages: flow.pages,
        seal,
        missing,
    }
}

/// Puts cover and contents before the body and moves all targets along.
fn front(
    flow: &mut Flow<'_>,
    telling: &Telling<'_>,
    entries: &[cover::Entry],
    seal: &mut Option<crate::page::SealPlace>,
) {
    let fonts = flow.fonts;
    let mut first = Flow::new(fonts);
    cover::set(&mut first, telling);
    let covers = first.pages.len();
    let offset = covers + cover::contents_pages(entries.len());
    let (contents, links) = cover::contents(Flow::new(fonts), telling, entries, offset);
    let links = links.into_iter().map(|(page, area, place)| (page + covers, area, place)).collect();
    let mut pages = first.pages;
    pages.extend(contents);
    flow.prepend(pages, links);
    if let Some(seal) = seal {
        seal.page += offset;
    }
    let entry = |key: &str, page| Bookmark {
        title: telling.say(key),
        target: Target { page, y: 0.0 },
        children: Vec::new(),
    };
    flow.bookmarks.splice(0..0, [entry("cover", 0), entry("contents", covers)]);
}

/// Composes one measurement sheet as a document of its own, to be printed and signed on paper:
/// nobody seals it.
pub fn compose_sheet(
    input: &DossierInput<'_>,
    sheet: Id,
    words: &dyn Words,
    fonts: &Fonts<'_>,
) -> Document {
    let telling = Telling::new(input, words);
    let mut flow = Flow::new(fonts);
    let found = input.case.measurement_sheets.iter().find(|known| known.id == sheet);
    let title = found.map(|sheet| paper::set(&mut flow, &telling, sheet)).unwrap_or_default();
    flow.resolve_links();
    let mut pages = std::mem::take(&mut flow.pages);
    paper::running(&mut pages, &flow, &telling);
    let missing = flow.missing();
    Document {
        title: format!("{title} {}", telling.claim_no()),
        language: input.language.to_owned(),
        bookmarks: Vec::new(),
        labels: Vec::new(),
        attachments: Vec::new(),
        metadata: metadata(input, &telling, &title),
        pages,
        seal: None,
        missing,
    }
}

fn metadata(input: &DossierInput<'_>, telling: &Telling<'_>, subject: &str) -> Metadata {
    Metadata {
        author: input.author.to_owned(),
        subject: subject.to_owned(),
        keywords: telling.claim_no().to_owned(),
        producer: input.program.to_owned(),
        created: input.exported_at.to_owned(),
    }
}
