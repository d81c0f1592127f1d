//! The first page, and the contents behind it.

use crate::flow::{Align, Flow};
use crate::input::{NOTHING, Telling, moment, shown, text};
use crate::line::Line;
use crate::page::{Area, Page};
use crate::section::adjustment;
use crate::style::{
    BODY, BOTTOM, HAIR, HAIR_PT, HEADING, INK, MUTED, PAGE_HEIGHT, SIDE, SMALL, SUBTITLE, Style,
    TEXT, TITLE, TOP, WIDTH,
};

/// Sets the cover: what, whose, how much.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let head = &telling.case().head;
    let firm = BODY.bold().in_colour(INK);
    flow.short_at(telling.firm(), firm, (SIDE, WIDTH), TOP - 8.0, Align::Left);
    flow.y = TOP + 120.0;
    flow.rule(SIDE, SIDE + 56.0, 2.4, INK);
    flow.y += 14.0;
    flow.text_in(&telling.say("title"), TITLE, SIDE, WIDTH);
    flow.text_in(&text(head.insured.as_ref()), SUBTITLE, SIDE, WIDTH);
    flow.y += 26.0;
    let lob = head.line_of_business.map(|l| telling.say(&format!("lob-{}", l.as_str())));
    flow.pairs(&[
        (telling.say("claim-no"), telling.claim_no().to_owned()),
        (telling.say("policy-no"), text(head.policy_no.as_ref())),
        (telling.say("line-of-business"), lob.unwrap_or(NOTHING.to_owned())),
        (telling.say("insurer"), text(head.insurer.as_ref())),
        (telling.say("loss-date"), shown(head.loss_date)),
        (telling.say("loss-place"), text(head.loss_place.as_ref())),
    ]);
    flow.y += 16.0;
    figures(flow, &adjustment::headline(telling));
    let foot = PAGE_HEIGHT - 74.0;
    let made = moment(telling.input.exported_at);
    let made = match telling.input.author.trim() {
        "" => telling.say_with("made-unsigned", &[("time", &made)]),
        author => telling.say_with("made", &[("time", &made), ("author", author)]),
    };
    if flow.y < foot - 10.0 {
        flow.short_at(&made, SMALL, (SIDE, WIDTH), foot, Align::Left);
    }
}

/// The figures that everyone looks for first, side by side.
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
        flow.short_at(figure, style, span, top + 14.0, Align::Left);
    }
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
    let title = telling.say("title");
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
            page.items.extend(set.items);
        }
    }
}
