//! The first page, and the contents behind it.

use crate::both::{flat, sides};
use crate::flow::{Align, Flow};
use crate::input::{NOTHING, Telling, moment, shown, text};
use crate::line::Line;
use crate::page::{Area, Item, Page, Picture};
use crate::section::adjustment;
use crate::style::{
    BODY, BOTTOM, CINNABAR, HAIR, HAIR_PT, HEADING, INK, MUTED, PAGE_HEIGHT, SIDE, SMALL, SUBTITLE,
    Style, TEXT, TITLE, TOP, WIDTH,
};

/// Sets the cover: what, whose, how much.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let head = &telling.case().head;
    letterhead(flow, telling);
    flow.y = TOP + 104.0;
    flow.rule(SIDE, SIDE + 56.0, 2.4, INK);
    flow.y += 14.0;
    flow.mark("cover".to_owned(), 0.0);
    let title = telling.title();
    match sides(&title) {
        // The two languages of a title stand one below the other: it is too large for columns.
        Some((first, second)) => {
            flow.text_in(&first, TITLE, SIDE, WIDTH);
            let style = Style { size_pt: 16.0, leading_pt: 24.0, ..TITLE };
            flow.text_in(&second, style, SIDE, WIDTH);
        }
        None => flow.text_in(&title, TITLE, SIDE, WIDTH),
    }
    flow.text_in(&text(head.insured.as_ref()), SUBTITLE, SIDE, WIDTH);
    states(flow, telling);
    flow.y += 20.0;
    let lob = head.line_of_business.map(|l| telling.say(&format!("lob-{}", l.as_str())));
    let number = Some(&telling.input.report.number).filter(|number| !number.is_empty());
    flow.pairs(&[
        (telling.say("report-no"), shown(number)),
        (telling.say("claim-no"), telling.claim_no().to_owned()),
        (telling.say("policy-no"), text(head.policy_no.as_ref())),
        (telling.say("line-of-business"), lob.unwrap_or(NOTHING.to_owned())),
        (telling.say("insurer"), text(head.insurer.as_ref())),
        (telling.say("loss-date"), shown(head.loss_date)),
        (telling.say("loss-place"), text(head.loss_place.as_ref())),
    ]);
    flow.y += 16.0;
    let shown = adjustment::headline(telling).into_iter();
    let shown = shown.map(|(key, figure, _)| (telling.say(key), figure)).collect::<Vec<_>>();
    figures(flow, &shown);
    let foot = PAGE_HEIGHT - 74.0;
    let made = moment(telling.input.exported_at);
    let made = match telling.input.author.trim() {
        "" => telling.say_with("made-unsigned", &[("time", &made)]),
        author => telling.say_with("made", &[("time", &made), ("author", author)]),
    };
    if flow.y < foot - 10.0 {
        match sides(&made) {
            Some((first, second)) => {
                flow.short_at(&first, SMALL, (SIDE, WIDTH), foot, Align::Left);
                let below = foot + SMALL.leading_pt;
                flow.short_at(&second, SMALL, (SIDE, WIDTH), below, Align::Left);
            }
            None => {
                flow.short_at(&made, SMALL, (SIDE, WIDTH), foot, Align::Left);
            }
        }
    }
}

/// The firm as its letters show it: logo at the right, name, address, licence.
pub fn letterhead(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    const LOGO: (f32, f32) = (150.0, 46.0);
    let letterhead = telling.input.letterhead;
    if let Some((key, (width, height))) = &letterhead.logo {
        let place = Area { x: SIDE + WIDTH - LOGO.0, y: TOP - 22.0, width: LOGO.0, height: LOGO.1 };
        let fitted = place.fitted((*width).max(1) as f32, (*height).max(1) as f32);
        // To the right edge, whatever its shape.
        let area = Area { x: place.right() - fitted.width, ..fitted };
        flow.push(Item::Picture(Box::new(Picture {
            key: key.clone(),
            area,
            orientation: 1,
            pixels: (*width, *height),
            description: telling.firm().to_owned(),
        })));
    }
    let span = (SIDE, WIDTH - LOGO.0 - 12.0);
    let mut top = TOP - 14.0;
    flow.short_at(telling.firm(), BODY.bold().in_colour(INK), span, top, Align::Left);
    top += BODY.leading_pt;
    let licence = Some(letterhead.licence_no.as_str()).filter(|number| !number.is_empty());
    let licence = licence.map(|number| telling.say_with("firm-licence", &[("number", number)]));
    let lines = [Some(letterhead.address.clone()), Some(letterhead.contact.clone()), licence];
    for line in lines.into_iter().flatten().filter(|line| !line.is_empty()) {
        flow.short_at(&line, SMALL, span, top, Align::Left);
        top += SMALL.leading_pt;
    }
}

/// What must be known of the report before anything else: a draft, a correction, a redacted copy.
fn states(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let report = telling.input.report;
    let mut said = Vec::new();
    if report.draft {
        said.push(telling.say("state-draft"));
    }
    if let Some(digest) = &report.replaces {
        said.push(telling.say_with("state-replaces", &[("digest", digest)]));
    }
    if report.redacted {
        said.push(telling.say("state-redacted"));
    }
    if !said.is_empty() {
        flow.y += 8.0;
    }
    for text in said {
        flow.text_in(&text, SMALL.bold().in_colour(CINNABAR), SIDE, WIDTH);
    }
}

/// The figures that everyone looks for first, side by side; they lead to how they came about.
fn figures(flow: &mut Flow<'_>, figures: &[(String, String)]) {
    if figures.is_empty() {
        return;
    }
    let width = WIDTH / figures.len() as f32;
    flow.ensure(50.0);
    let top = flow.y;
    // Four figures stand side by side; the size leaves room for hundreds of millions each.
    let value = Style { size_pt: 11.5, leading_pt: 18.0, ..HEADING };
    for (i, (label, figure)) in figures.iter().enumerate() {
        let left = SIDE + i as f32 * width;
        if i > 0 {
            flow.stroke((left - 8.0, top + 2.0), (left - 8.0, top + 34.0), HAIR_PT, HAIR);
        }
        let span = (left, width - 16.0);
        flow.short_at(label, SMALL, span, top, Align::Left);
        let style = if i + 1 == figures.len() { value } else { value.in_colour(TEXT) };
        // An amount is set smaller rather than cut.
        let needed = flow.fonts.width(style.face, style.size_pt, &flat(figure));
        let scale = (span.1 / needed * 0.995).min(1.0);
        let style = Style { size_pt: style.size_pt * scale, ..style };
        flow.short_at(figure, style, span, top + 14.0, Align::Left);
    }
    let area = Area { x: SIDE, y: top, width: WIDTH, height: 36.0 };
    flow.link(area, "adjustment");
    flow.y = top + 40.0;
}

/// One line of the contents: its words, its place, and the page it is on.
pub struct Entry {
    /// Number and title of the section.
    pub title: String,
    /// The place it leads to.
    pub place: String,
    /// The index of its page within the body.
    pub page: usize,
}

/// How many lines of contents a page holds.
const ENTRIES_PER_PAGE: usize = 30;
const ENTRY: f32 = 21.0;

/// How many pages the contents need.
pub fn contents_pages(entries: usize) -> usize {
    entries.div_ceil(ENTRIES_PER_PAGE).max(1)
}

/// Sets the contents. `offset` is how many pages stand before the body. Returns the pages and
/// the links asked for on them.
pub fn contents(
    mut flow: Flow<'_>,
    telling: &Telling<'_>,
    entries: &[Entry],
    offset: usize,
) -> (Vec<Page>, Vec<(usize, Area, String)>) {
    let mut links = Vec::new();
    for (i, entry) in entries.iter().enumerate() {
        if i % ENTRIES_PER_PAGE == 0 {
            flow.new_page();
            flow.y = TOP;
            let top = flow.y;
            flow.short_at(&telling.say("contents"), HEADING, (SIDE, WIDTH), top, Align::Left);
            flow.y += HEADING.leading_pt + 2.0;
            flow.rule(SIDE, SIDE + WIDTH, 0.8, INK);
            flow.y += 12.0;
        }
        let top = flow.y;
        debug_assert!(top + ENTRY <= BOTTOM, "the contents fit their page");
        let page = (entry.page + offset + 1).to_string();
        flow.short_at(&entry.title, BODY, (SIDE, WIDTH - 40.0), top, Align::Left);
        let title_width = flow.fonts.width(BODY.face, BODY.size_pt, &entry.title);
        let page_width = flow.fonts.width(BODY.face, BODY.size_pt, &page);
        let line = Line { text: page, width_pt: page_width };
        flow.line_at(&line, BODY, (SIDE, WIDTH), top, Align::Right);
        let y = top + BODY.ascent();
        let (from, to) = (SIDE + title_width + 8.0, SIDE + WIDTH - page_width - 8.0);
        if from < to {
            flow.stroke((from, y), (to, y), HAIR_PT, HAIR);
        }
        let area = Area { x: SIDE, y: top, width: WIDTH, height: BODY.leading_pt };
        links.push((flow.page(), area, entry.place.clone()));
        flow.y = top + ENTRY;
    }
    (flow.pages, links)
}

/// Sets header and footer on every page but the cover.
pub fn running(pages: &mut [Page], flow: &Flow<'_>, telling: &Telling<'_>) {
    let count = pages.len().to_string();
    let title = telling.title();
    let draft = telling.input.report.draft.then(|| telling.say("watermark-draft"));
    let draft = draft.map(|said| sides(&said).map_or(said, |(first, _)| first));
    let title = [Some(title), draft].into_iter().flatten().map(|text| flat(&text));
    let title = title.collect::<Vec<_>>().join(" · ");
    let claim = telling.say_with("header-claim", &[("claim", telling.claim_no())]);
    let made = format!("{} · {}", telling.input.program, moment(telling.input.exported_at));
    for (index, page) in pages.iter_mut().enumerate().skip(1) {
        let number = (index + 1).to_string();
        let of = telling.say_with("page-of", &[("page", &number), ("pages", &count)]);
        let mut line = Flow::new(flow.fonts);
        let half = (SIDE, WIDTH / 2.0 - 6.0);
        let other = (SIDE + WIDTH / 2.0 + 6.0, WIDTH / 2.0 - 6.0);
        let style = crate::style::RUNNING.in_colour(MUTED);
        line.short_at(&title, style, half, 42.0, Align::Left);
        line.short_at(&claim, style, other, 42.0, Align::Right);
        line.stroke((SIDE, 56.0), (SIDE + WIDTH, 56.0), HAIR_PT, HAIR);
        let foot = PAGE_HEIGHT - 44.0;
        line.short_at(&made, style, half, foot, Align::Left);
        line.short_at(&of, style, other, foot, Align::Right);
        if let Some(set) = line.pages.pop() {
            // Nothing more comes: what a page keeps for growth adds up over thousands.
            page.items.reserve_exact(set.items.len());
            page.items.extend(set.items);
        }
    }
}
