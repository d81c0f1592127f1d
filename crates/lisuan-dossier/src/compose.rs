//! A case as pages.

use lisuan_core::Id;
use lisuan_core::case::Letter;

use crate::both::{flat, sides};
use crate::flow::Flow;
use crate::font::Fonts;
use crate::input::{DossierInput, Telling, Words};
use crate::page::{
    Bookmark, Document, Face, Metadata, Numerals, PageLabels, SealPlace, Target, Watermark,
};
use crate::report::{self, Part};
use crate::section::{
    adjustment, checking, claim, cover, custody, documents, evidence, findings, letter, life,
    matrix, paper, photos, policy, prices, quantities, signature, summary, survey, told,
};
use crate::style;

/// Composes a report of a case: cover, contents, sections, signature page, annexes.
///
/// The same input and words give the same document.
pub fn compose(input: &DossierInput<'_>, words: &dyn Words, fonts: &Fonts<'_>) -> Document {
    let telling = Telling::new(input, words);
    let mut flow = Flow::new(fonts);
    let mut body = Body { entries: Vec::new(), seal: None };
    let mut number = 0;
    for part in report::body(input.report.kind) {
        let label = if part.unnumbered() {
            String::new()
        } else {
            number += 1;
            number.to_string()
        };
        if part.begins_page() {
            flow.new_page();
        }
        body.set(&mut flow, &telling, *part, &label);
    }
    let annexes = report::annexes(input.report.kind).iter();
    let annexes = annexes.filter(|part| has_content(**part, &telling));
    for (letter, part) in ('A'..='Z').zip(annexes) {
        flow.new_page();
        body.set(&mut flow, &telling, *part, &letter.to_string());
    }
    let Body { entries, mut seal } = body;
    front(&mut flow, &telling, &entries, &mut seal);
    flow.resolve_links();
    let mut pages = std::mem::take(&mut flow.pages);
    cover::running(&mut pages, &flow, &telling);
    flow.pages = pages;
    let missing = flow.missing();
    let title = flat(&telling.title());
    Document {
        title: format!("{title} {}", telling.claim_no()),
        language: input.language.to_owned(),
        bookmarks: flow.bookmarks,
        labels: vec![PageLabels {
            first_page: 0,
            numerals: Numerals::Decimal,
            prefix: String::new(),
            start: 1,
        }],
        attachments: input.attachments.to_vec(),
        metadata: metadata(input, &telling, &title),
        pages: flow.pages,
        seal,
        missing,
        watermark: watermark(&telling, fonts),
    }
}

/// An annex that would say nothing is left out.
fn has_content(part: Part, telling: &Telling<'_>) -> bool {
    let case = telling.case();
    match part {
        Part::Quantities => !case.measurements.is_empty() || !case.measurement_sheets.is_empty(),
        Part::Prices => !case.prices.is_empty(),
        Part::Photos => case.photos.iter().any(|photo| !photos::set_aside(photo)),
        Part::Evidence => !case.photos.is_empty(),
        Part::Documents => !case.documents.is_empty(),
        Part::Matrix => !case.lines.is_empty(),
        Part::Custody => !case.photos.is_empty() || !case.documents.is_empty(),
        _ => true,
    }
}

/// Says across every page what must not be taken for final.
fn watermark(telling: &Telling<'_>, fonts: &Fonts<'_>) -> Option<Watermark> {
    const SIZE_PT: f32 = 92.0;
    if !telling.input.report.draft {
        return None;
    }
    // Each language says it in both.
    let said = telling.say("watermark-draft");
    let text = sides(&said).map_or_else(|| flat(&said), |(first, _)| first);
    let width = fonts.width(Face::Bold, SIZE_PT, &text);
    let diagonal = style::PAGE_WIDTH.hypot(style::PAGE_HEIGHT) * 0.7;
    let size_pt = SIZE_PT * (diagonal / width).min(1.0);
    let width_pt = fonts.width(Face::Bold, size_pt, &text);
    Some(Watermark { text, size_pt, width_pt, colour: style::FAINT })
}

/// What the body knows of itself once it is set.
struct Body {
    entries: Vec<cover::Entry>,
    seal: Option<SealPlace>,
}

impl Body {
    fn set(&mut self, flow: &mut Flow<'_>, telling: &Telling<'_>, part: Part, label: &str) {
        let key = part.key();
        let title = telling.say(&format!("section-{key}"));
        flow.section(key, label, &title);
        self.set_part(flow, telling, part);
        // Only now is it known where the heading stays.
        let page = flow.page_of(key).unwrap_or_else(|| flow.page());
        let title = format!("{label}  {}", flat(&title)).trim().to_owned();
        self.entries.push(cover::Entry { title, place: key.into(), page });
    }

    fn set_part(&mut self, flow: &mut Flow<'_>, telling: &Telling<'_>, part: Part) {
        match part {
            Part::Summary => summary::set(flow, telling),
            Part::Policy => policy::set(flow, telling),
            Part::Subject => told::subject(flow, telling),
            Part::Event => {
                told::event(flow, telling);
                life::event(flow, telling);
            }
            Part::Survey => survey::set(flow, telling),
            Part::Claim => claim::set(flow, telling),
            Part::Liability => {
                told::liability(flow, telling);
                life::liability(flow, telling);
            }
            Part::Assessment => claim::assessment(flow, telling),
            Part::OtherInsurance => told::other_insurance(flow, telling),
            Part::ThirdParty => {
                told::third_party(flow, telling);
                life::third_party(flow, telling);
            }
            Part::Deductible => told::deductible(flow, telling),
            Part::Adjustment => adjustment::set(flow, telling),
            Part::Conclusion => told::conclusion(flow, telling),
            Part::Interim => told::interim(flow, telling),
            Part::Plan => {
                told::plan(flow, telling);
                life::requests(flow, telling);
            }
            Part::Negotiation => {
                life::negotiation(flow, telling);
                told::negotiation(flow, telling);
            }
            Part::Intake => life::intake(flow, telling),
            Part::Matrix => matrix::set(flow, telling),
            Part::Custody => custody::set(flow, telling),
            Part::Payment => life::payment(flow, telling),
            Part::Work => life::work(flow, telling),
            Part::Closing => life::closing(flow, telling),
            Part::Quantities => quantities::set(flow, telling),
            Part::Prices => prices::set(flow, telling),
            Part::Photos => photos::set(flow, telling),
            Part::Evidence => evidence::set(flow, telling),
            Part::Documents => documents::set(flow, telling),
            Part::Findings => findings::set(flow, telling),
            Part::Checking => {
                checking::set(flow, telling);
                let missing = flow.missing();
                checking::missing(flow, telling, &missing);
            }
            Part::Signature => self.seal = Some(signature::set(flow, telling)),
        }
    }
}

/// Puts cover and contents before the body and moves all targets along.
fn front(
    flow: &mut Flow<'_>,
    telling: &Telling<'_>,
    entries: &[cover::Entry],
    seal: &mut Option<SealPlace>,
) {
    let fonts = flow.fonts;
    let mut first = Flow::new(fonts);
    cover::set(&mut first, telling);
    let covers = first.pages.len();
    let offset = covers + cover::contents_pages(entries.len());
    let mut links = first.take_wanted();
    let (contents, more) = cover::contents(Flow::new(fonts), telling, entries, offset);
    links.extend(more.into_iter().map(|(page, area, place)| (page + covers, area, place)));
    let mut pages = first.pages;
    pages.extend(contents);
    flow.prepend(pages, links);
    if let Some(seal) = seal {
        seal.page += offset;
    }
    let entry = |key: &str, page| Bookmark {
        title: flat(&telling.say(key)),
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
        title: format!("{} {}", flat(&title), telling.claim_no()),
        language: input.language.to_owned(),
        bookmarks: Vec::new(),
        labels: Vec::new(),
        attachments: Vec::new(),
        metadata: metadata(input, &telling, &flat(&title)),
        pages,
        seal: None,
        missing,
        watermark: None,
    }
}

/// Composes a letter as a document of its own, to be sealed.
pub fn compose_letter(
    input: &DossierInput<'_>,
    letter: &Letter,
    words: &dyn Words,
    fonts: &Fonts<'_>,
) -> Document {
    let telling = Telling::new(input, words);
    let mut flow = Flow::new(fonts);
    let (subject, seal) = letter::set(&mut flow, &telling, letter);
    let mut pages = std::mem::take(&mut flow.pages);
    paper::running(&mut pages, &flow, &telling);
    flow.pages = pages;
    let missing = flow.missing();
    Document {
        title: subject.clone(),
        language: input.language.to_owned(),
        bookmarks: Vec::new(),
        labels: Vec::new(),
        attachments: Vec::new(),
        metadata: metadata(input, &telling, &subject),
        pages: flow.pages,
        seal: Some(seal),
        missing,
        watermark: None,
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
