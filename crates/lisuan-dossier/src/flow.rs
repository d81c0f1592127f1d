//! Setting text down a page and on to the next.

use std::collections::{BTreeMap, HashMap};

use crate::both::{flat, sides};
use crate::font::Fonts;
use crate::line::{Line as Broken, break_lines, printable};
use crate::page::{
    Area, Bookmark, Colour, Item, Line, Link, MissingCharacter, Page, Rect, Target, Text,
};
use crate::style::{
    BODY, BOTTOM, HAIR, HAIR_PT, HEADING, HEIGHT, INK, PAGE_HEIGHT, PAGE_WIDTH, SIDE, SMALL,
    SUBHEADING, Style, TOP, WIDTH,
};

/// Pages being filled from top to bottom.
pub struct Flow<'a> {
    /// The fonts that text is measured with.
    pub fonts: &'a Fonts<'a>,
    /// What has been set so far; the last page is the one being filled.
    pub pages: Vec<Page>,
    /// Where the next line begins, from the top of the page.
    pub y: f32,
    /// The outline so far.
    pub bookmarks: Vec<Bookmark>,
    places: HashMap<String, Target>,
    wanted: Vec<Wanted>,
    /// Headings below which nothing was set yet.
    headings: Vec<Heading>,
}

/// A heading that goes over to the next page with the text it belongs to.
struct Heading {
    page: usize,
    /// Items of the page before and after it.
    items: std::ops::Range<usize>,
    /// Key and number of a section; nothing within one.
    section: Option<(String, String)>,
    title: String,
}

/// A link whose target may not have been set yet.
struct Wanted {
    page: usize,
    area: Area,
    place: String,
}

/// Where a text stands between two edges.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left edge.
    Left,
    /// At the right edge: figures.
    Right,
    /// In the middle.
    Centre,
}

/// An empty page of the size that all have.
pub fn empty_page() -> Page {
    Page { width_pt: PAGE_WIDTH, height_pt: PAGE_HEIGHT, items: Vec::new() }
}

impl<'a> Flow<'a> {
    /// Begins with one empty page.
    pub fn new(fonts: &'a Fonts<'a>) -> Self {
        Self {
            fonts,
            pages: vec![empty_page()],
            y: TOP,
            bookmarks: Vec::new(),
            places: HashMap::new(),
            wanted: Vec::new(),
            headings: Vec::new(),
        }
    }

    /// Index of the page being filled.
    pub fn page(&self) -> usize {
        self.pages.len() - 1
    }

    /// The page on which a place stands.
    pub fn page_of(&self, place: &str) -> Option<usize> {
        self.places.get(place).map(|target| target.page)
    }

    /// Begins a page, unless the present one is still empty.
    pub fn new_page(&mut self) {
        let headings = self.loose_headings();
        if let Some(full) = self.pages.last_mut().filter(|page| !page.items.is_empty()) {
            full.items.shrink_to_fit();
            self.pages.push(empty_page());
        }
        self.y = TOP;
        for Heading { section, title, .. } in headings {
            match section {
                Some((key, number)) => self.section(&key, &number, &title),
                None => self.subsection(&title),
            }
        }
    }

    /// Takes headings off the foot of the page, where they would stand alone.
    fn loose_headings(&mut self) -> Vec<Heading> {
        let headings = std::mem::take(&mut self.headings);
        let page = self.page();
        let (Some(first), Some(last)) = (headings.first(), headings.last()) else {
            return Vec::new();
        };
        let items = &mut self.pages[page].items;
        if last.page != page || last.items.end != items.len() || first.items.start == 0 {
            return Vec::new();
        }
        items.truncate(first.items.start);
        for heading in headings.iter().rev() {
            match (&heading.section, self.bookmarks.last_mut()) {
                (None, Some(section)) if !section.children.is_empty() => {
                    section.children.pop();
                }
                _ => {
                    self.bookmarks.pop();
                }
            }
        }
        headings
    }

    /// Remembers a heading that was just set from item `start` on.
    fn remember(&mut self, start: usize, section: Option<(String, String)>, title: &str) {
        let page = self.page();
        let end = self.pages[page].items.len();
        let follows = |last: &Heading| last.page == page && last.items.end == start;
        if !self.headings.last().is_some_and(follows) {
            self.headings.clear();
        }
        self.headings.push(Heading { page, items: start..end, section, title: title.to_owned() });
    }

    /// Begins a page if less than `height` is left, unless no page has more to offer.
    pub fn ensure(&mut self, height: f32) {
        if self.y + height > BOTTOM + 0.01 && self.y > TOP {
            self.new_page();
        }
    }

    /// Leaves a gap, which vanishes at the top of a page.
    pub fn gap(&mut self, height: f32) {
        if self.y > TOP {
            self.y += height;
        }
    }

    /// Adds an item to the page being filled.
    pub fn push(&mut self, item: Item) {
        if let Some(page) = self.pages.last_mut() {
            page.items.push(item);
        }
    }

    /// Breaks a text for a style; the second language stands below the first.
    pub fn broken(&self, text: &str, style: Style, width: f32) -> Vec<Broken> {
        let lines = |text: &str| break_lines(self.fonts, style.face, style.size_pt, text, width);
        match sides(text) {
            Some((first, second)) => [lines(&first), lines(&second)].concat(),
            None => lines(text),
        }
    }

    /// Sets one line with its top at `top` and returns its left end.
    pub fn line_at(
        &mut self,
        line: &Broken,
        style: Style,
        (left, width): (f32, f32),
        top: f32,
        align: Align,
    ) -> f32 {
        let x = match align {
            Align::Left => left,
            Align::Right => left + width - line.width_pt,
            Align::Centre => left + (width - line.width_pt) / 2.0,
        };
        let runs = self.fonts.runs(style.face, &line.text);
        let mut at = x;
        for (face, text) in &runs {
            let whole = runs.len() == 1;
            let width = |text| self.fonts.width(style.face, style.size_pt, text);
            let width_pt = if whole { line.width_pt } else { width(text) };
            self.push(Item::Text(Text {
                x: at,
                baseline: top + style.ascent(),
                face: *face,
                size_pt: style.size_pt,
                colour: style.colour,
                text: (*text).to_owned(),
                width_pt,
            }));
            at += width_pt;
        }
        x
    }

    /// Sets a text on one line, cut with an ellipsis if it is too long: for headers, whose text
    /// is said in full elsewhere.
    pub fn short_at(
        &mut self,
        text: &str,
        style: Style,
        span: (f32, f32),
        top: f32,
        align: Align,
    ) -> f32 {
        let mut text = printable(&flat(text)).replace('\n', " ");
        let width = |text: &str| self.fonts.width(style.face, style.size_pt, text);
        if width(&text) > span.1 {
            while !text.is_empty() && width(&text) + width("…") > span.1 {
                text.pop();
            }
            text.push('…');
        }
        let width_pt = width(&text);
        self.line_at(&Broken { text, width_pt }, style, span, top, align)
    }

    /// Sets a text that flows on over as many pages as it needs; two languages stand side by side.
    pub fn text_in(&mut self, text: &str, style: Style, left: f32, width: f32) {
        const BESIDE_MIN: f32 = 240.0;
        const BETWEEN: f32 = 16.0;
        if let Some((first, second)) = sides(text).filter(|_| width >= BESIDE_MIN) {
            let half = (width - BETWEEN) / 2.0;
            let columns = [first, second].map(|text| self.broken(&text, style, half));
            for i in 0..columns.iter().map(Vec::len).max().unwrap_or(0) {
                self.ensure(style.leading_pt);
                let top = self.y;
                for (column, left) in columns.iter().zip([left, left + half + BETWEEN]) {
                    if let Some(line) = column.get(i) {
                        self.line_at(line, style, (left, half), top, Align::Left);
                    }
                }
                self.y += style.leading_pt;
            }
            return;
        }
        let lines = self.broken(text, style, width);
        let count = lines.len();
        for (i, line) in lines.iter().enumerate() {
            // Neither the first nor the last line of a longer text stands alone on a page.
            let together = if count > 2 && (i == 0 || i == count - 2) { 2.0 } else { 1.0 };
            self.ensure(style.leading_pt * together);
            let top = self.y;
            self.line_at(line, style, (left, width), top, Align::Left);
            self.y += style.leading_pt;
        }
    }

    /// Sets a paragraph over the full width.
    pub fn paragraph(&mut self, text: &str) {
        self.text_in(text, BODY, SIDE, WIDTH);
        self.gap(4.0);
    }

    /// Sets a remark over the full width.
    pub fn remark(&mut self, text: &str) {
        self.text_in(text, SMALL, SIDE, WIDTH);
        self.gap(3.0);
    }

    /// Begins a section: heading, hairline, outline entry and the place `key`.
    pub fn section(&mut self, key: &str, number: &str, title: &str) {
        self.gap(20.0);
        // A heading takes some of its text along.
        self.ensure(110.0);
        let top = self.y;
        let start = self.pages[self.page()].items.len();
        let width = self.fonts.width(HEADING.face, HEADING.size_pt, number);
        self.short_at(number, HEADING, (SIDE, width), top, Align::Left);
        let left = if number.is_empty() { SIDE } else { SIDE + width + 10.0 };
        self.short_at(title, HEADING, (left, SIDE + WIDTH - left), top, Align::Left);
        self.y = top + HEADING.leading_pt + 2.0;
        self.rule(SIDE, SIDE + WIDTH, 0.8, INK);
        self.y += 8.0;
        let target = Target { page: self.page(), y: (top - 8.0).max(0.0) };
        self.places.insert(key.to_owned(), target);
        let entry = format!("{number} {}", flat(title)).trim().to_owned();
        self.bookmarks.push(Bookmark { title: entry, target, children: Vec::new() });
        self.remember(start, Some((key.to_owned(), number.to_owned())), title);
    }

    /// A heading within a section, also in the outline.
    pub fn subsection(&mut self, title: &str) {
        self.gap(8.0);
        self.ensure(70.0);
        let top = self.y;
        let start = self.pages[self.page()].items.len();
        self.short_at(title, SUBHEADING, (SIDE, WIDTH), top, Align::Left);
        self.y = top + SUBHEADING.leading_pt + 3.0;
        let target = Target { page: self.page(), y: (top - 6.0).max(0.0) };
        let entry = Bookmark { title: printable(&flat(title)), target, children: Vec::new() };
        match self.bookmarks.last_mut() {
            Some(section) => section.children.push(entry),
            None => self.bookmarks.push(entry),
        }
        self.remember(start, None, title);
    }

    /// A stroke across at the present height.
    pub fn rule(&mut self, from: f32, to: f32, width_pt: f32, colour: Colour) {
        let y = self.y;
        self.stroke((from, y), (to, y), width_pt, colour);
    }

    /// A hairline over the full width.
    pub fn hairline(&mut self) {
        self.rule(SIDE, SIDE + WIDTH, HAIR_PT, HAIR);
    }

    /// Any straight stroke.
    pub fn stroke(&mut self, from: (f32, f32), to: (f32, f32), width_pt: f32, colour: Colour) {
        self.push(Item::Line(Line { from, to, width_pt, colour }));
    }

    /// A filled rectangle.
    pub fn fill(&mut self, area: Area, colour: Colour) {
        self.push(Item::Rect(Rect { area, fill: Some(colour), stroke: None }));
    }

    /// Pairs of label and value, a hairline below each.
    pub fn pairs(&mut self, pairs: &[(String, String)]) {
        const LABEL: f32 = 96.0;
        for (label, value) in pairs {
            let labels = self.broken(label, SMALL, LABEL - 8.0);
            let values = self.broken(value, BODY, WIDTH - LABEL);
            self.y += 2.0;
            let count = labels.len().max(values.len());
            for i in 0..count {
                self.ensure(BODY.leading_pt);
                let top = self.y;
                // Labels are smaller: they share the baseline, not the top.
                let lowered = top + BODY.ascent() - SMALL.ascent();
                if let Some(line) = labels.get(i) {
                    self.line_at(line, SMALL, (SIDE, LABEL), lowered, Align::Left);
                }
                if let Some(line) = values.get(i) {
                    self.line_at(line, BODY, (SIDE + LABEL, WIDTH), top, Align::Left);
                }
                self.y = top + BODY.leading_pt;
            }
            self.y += 2.0;
            self.hairline();
        }
        self.y += 4.0;
    }

    /// Remembers the present height as a place that links can lead to.
    pub fn mark(&mut self, place: String, y: f32) {
        let target = Target { page: self.page(), y: (y - 6.0).max(0.0) };
        self.places.entry(place).or_insert(target);
    }

    /// Asks for a link from an area of the present page to a place, set already or later.
    pub fn link(&mut self, area: Area, place: &str) {
        self.wanted.push(Wanted { page: self.page(), area, place: place.to_owned() });
    }

    /// Puts pages before all others and moves every target along. `links` are asked for on those
    /// pages, by their index.
    pub fn prepend(&mut self, front: Vec<Page>, links: Vec<(usize, Area, String)>) {
        let moved = front.len();
        fn shift(entries: &mut [Bookmark], by: usize) {
            for entry in entries {
                entry.target.page += by;
                shift(&mut entry.children, by);
            }
        }
        shift(&mut self.bookmarks, moved);
        self.places.values_mut().for_each(|target| target.page += moved);
        self.wanted.iter_mut().for_each(|wanted| wanted.page += moved);
        self.pages.splice(0..0, front);
        let wanted = links.into_iter().map(|(page, area, place)| Wanted { page, area, place });
        self.wanted.extend(wanted);
    }

    /// The links asked for so far, by page; for pages that go before others.
    pub fn take_wanted(&mut self) -> Vec<(usize, Area, String)> {
        let wanted = std::mem::take(&mut self.wanted).into_iter();
        wanted.map(|Wanted { page, area, place }| (page, area, place)).collect()
    }

    /// Turns the links asked for into links; those to a place that was never set vanish.
    pub fn resolve_links(&mut self) {
        let wanted = std::mem::take(&mut self.wanted);
        let mut counts = vec![0; self.pages.len()];
        for Wanted { page, .. } in &wanted {
            if let Some(count) = counts.get_mut(*page) {
                *count += 1;
            }
        }
        for (page, count) in self.pages.iter_mut().zip(counts) {
            page.items.reserve_exact(count);
        }
        for Wanted { page, area, place } in wanted {
            if let (Some(target), Some(page)) =
                (self.places.get(&place).copied(), self.pages.get_mut(page))
            {
                page.items.push(Item::Link(Link { area, target }));
            }
        }
    }

    /// The characters on all pages that the fonts do not have.
    pub fn missing(&self) -> Vec<MissingCharacter> {
        let mut missing: BTreeMap<char, MissingCharacter> = BTreeMap::new();
        for (index, page) in self.pages.iter().enumerate() {
            for item in &page.items {
                let Item::Text(text) = item else { continue };
                for c in text.text.chars().filter(|c| !self.fonts.has(text.face, *c)) {
                    let first = MissingCharacter { character: c, count: 0, first_page: index };
                    missing.entry(c).or_insert(first).count += 1;
                }
            }
        }
        missing.into_values().collect()
    }
}

/// The height of a page that text may fill.
pub const fn page_room() -> f32 {
    HEIGHT
}
