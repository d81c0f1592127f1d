//! Tables: heads repeated, figures to the right, no row alone on a page, long rows cut by lines.

use crate::flow::{Align, Flow, page_room};
use crate::line::Line;
use crate::page::Area;
use crate::style::{BOTTOM, CELL, HAIR, HAIR_PT, HEAD, INK, MUTED, SIDE, Style, TINT, TOP, WIDTH};

/// Space above and below the text of a row.
const PAD: f32 = 3.0;
/// Space at the sides of a cell.
const GUTTER: f32 = 4.0;

/// A column.
#[derive(Debug, Clone)]
pub struct Column {
    title: String,
    share: f32,
    align: Align,
    style: Style,
    /// What stands in it is never broken.
    whole: bool,
}

impl Column {
    /// A column of words. Shares are relative; together they fill the page.
    pub fn words(title: String, share: f32) -> Self {
        Self { title, share, align: Align::Left, style: CELL, whole: false }
    }

    /// A column of figures.
    pub fn figures(title: String, share: f32) -> Self {
        Self { title, share, align: Align::Right, style: CELL, whole: true }
    }

    /// A column of numbers by which things are called: of photos, papers, rows.
    pub fn codes(title: String, share: f32) -> Self {
        Self { whole: true, ..Self::words(title, share) }
    }

    /// The same in another size.
    #[must_use]
    pub fn sized(mut self, size_pt: f32) -> Self {
        self.style.size_pt = size_pt;
        self
    }
}

/// A cell: its text and, below it in a lighter ink, what belongs to it.
#[derive(Debug, Clone, Default)]
pub struct Cell {
    text: String,
    below: String,
    link: Option<String>,
}

impl Cell {
    /// A cell with a second text below.
    #[must_use]
    pub fn below(mut self, text: String) -> Self {
        self.below = text;
        self
    }

    /// A cell that leads to a place.
    #[must_use]
    pub fn link(mut self, place: Option<String>) -> Self {
        self.link = place;
        self
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::from(text.to_owned())
    }
}

/// A row.
#[derive(Debug, Clone)]
pub struct Row {
    cells: Vec<Cell>,
    total: bool,
    place: Option<String>,
}

impl Row {
    /// An ordinary row.
    pub fn new(cells: Vec<Cell>) -> Self {
        Self { cells, total: false, place: None }
    }

    /// A row of sums: bold on a tint.
    pub fn total(cells: Vec<Cell>) -> Self {
        Self { cells, total: true, place: None }
    }

    /// A row that links can lead to.
    #[must_use]
    pub fn at(mut self, place: String) -> Self {
        self.place = Some(place);
        self
    }
}

/// A table over the full width.
pub struct Table {
    columns: Vec<Column>,
    groups: Vec<(usize, String)>,
    rows: Vec<Row>,
}

/// A row broken into lines, each with its style.
struct Laid {
    cells: Vec<Vec<(Line, Style)>>,
    lines: usize,
}

impl Laid {
    fn height(&self) -> f32 {
        self.lines as f32 * CELL.leading_pt + 2.0 * PAD
    }
}

/// A figure or a code is never broken: one too wide for its column is set smaller, down to what can still
/// be read.
fn fitted(flow: &Flow<'_>, column: &Column, style: Style, text: &str, width: f32) -> Style {
    const SIZE_MIN_PT: f32 = 5.0;
    let needed = flow.fonts.width(style.face, style.size_pt, text);
    if !column.whole || needed <= width {
        return style;
    }
    // A little less than would just fit, so that no rounding breaks it after all.
    let size_pt = (style.size_pt * width / needed * 0.995).max(SIZE_MIN_PT);
    Style { size_pt, ..style }
}

impl Table {
    /// A table without rows.
    pub fn new(columns: Vec<Column>) -> Self {
        Self { columns, groups: Vec::new(), rows: Vec::new() }
    }

    /// Titles above several columns each, as (number of columns, title); empty titles draw
    /// nothing.
    #[must_use]
    pub fn grouped(mut self, groups: Vec<(usize, String)>) -> Self {
        self.groups = groups;
        self
    }

    /// Adds a row.
    pub fn row(&mut self, row: Row) {
        self.rows.push(row);
    }

    /// Sets the table from the present height on.
    pub fn set(&self, flow: &mut Flow<'_>) {
        let spans = self.spans();
        let head = self.head_height(flow, &spans);
        let laid: Vec<Laid> = self.rows.iter().map(|row| self.lay(flow, row, &spans)).collect();
        let height = |i: usize| laid.get(i).map_or(0.0, Laid::height);
        let room = page_room() - head;
        // A head takes two rows along, if they can stand on one page at all.
        flow.ensure((head + height(0) + height(1)).min(head + 8.0 * CELL.leading_pt));
        self.head(flow, &spans);
        let last = self.rows.len().saturating_sub(1);
        for (i, (row, laid)) in self.rows.iter().zip(&laid).enumerate() {
            let rest = BOTTOM - flow.y;
            let pair = height(i) + height(i + 1);
            let leaves_one = i + 1 == last && i > 1 && pair > rest && pair <= room;
            if laid.height() > room {
                self.set_in_parts(flow, row, laid, &spans);
                continue;
            }
            if laid.height() > rest + 0.01 || leaves_one {
                flow.new_page();
                self.head(flow, &spans);
            }
            self.set_lines(flow, row, laid, &spans, 0..laid.lines);
        }
        flow.y += 6.0;
    }

    /// Left edge and width of each column.
    fn spans(&self) -> Vec<(f32, f32)> {
        let all: f32 = self.columns.iter().map(|c| c.share).sum();
        let mut left = SIDE;
        let span = |column: &Column| {
            let width = WIDTH * column.share / all;
            left += width;
            (left - width, width)
        };
        self.columns.iter().map(span).collect()
    }

    fn lay(&self, flow: &Flow<'_>, row: &Row, spans: &[(f32, f32)]) -> Laid {
        let mut cells = Vec::with_capacity(row.cells.len());
        for ((cell, column), (_, width)) in row.cells.iter().zip(&self.columns).zip(spans) {
            let width = width - 2.0 * GUTTER;
            let style = if row.total { column.style.bold() } else { column.style };
            let style = if cell.link.is_some() { style.in_colour(INK) } else { style };
            let style = fitted(flow, column, style, &cell.text, width);
            let set = |text: &str, style: Style| {
                flow.broken(text, style, width).into_iter().map(move |line| (line, style))
            };
            let mut lines: Vec<_> = set(&cell.text, style).collect();
            if !cell.below.is_empty() {
                let small = Style { size_pt: style.size_pt - 1.0, ..column.style };
                lines.extend(set(&cell.below, small.in_colour(MUTED)));
            }
            cells.push(lines);
        }
        let lines = cells.iter().map(Vec::len).max().unwrap_or(1);
        Laid { cells, lines }
    }

    /// Sets a row that no page can hold, as many lines to a page as fit.
    fn set_in_parts(&self, flow: &mut Flow<'_>, row: &Row, laid: &Laid, spans: &[(f32, f32)]) {
        let mut next = 0;
        while next < laid.lines {
            let fit = ((BOTTOM - flow.y - 2.0 * PAD) / CELL.leading_pt).floor().max(0.0) as usize;
            if fit < 3 && flow.y > TOP + self.head_height(flow, spans) + 1.0 {
                flow.new_page();
                self.head(flow, spans);
                continue;
            }
            let end = (next + fit.max(1)).min(laid.lines);
            self.set_lines(flow, row, laid, spans, next..end);
            next = end;
            if next < laid.lines {
                flow.new_page();
                self.head(flow, spans);
            }
        }
    }

    fn set_lines(
        &self,
        flow: &mut Flow<'_>,
        row: &Row,
        laid: &Laid,
        spans: &[(f32, f32)],
        range: std::ops::Range<usize>,
    ) {
        let top = flow.y;
        let height = range.len() as f32 * CELL.leading_pt + 2.0 * PAD;
        if row.total {
            flow.fill(Area { x: SIDE, y: top, width: WIDTH, height }, TINT);
        }
        for (i, lines) in laid.cells.iter().enumerate() {
            let (left, width) = spans[i];
            let inner = (left + GUTTER, width - 2.0 * GUTTER);
            let shown = lines.iter().skip(range.start).take(range.len());
            for (n, (line, style)) in shown.enumerate() {
                let y = top + PAD + n as f32 * CELL.leading_pt;
                let x = flow.line_at(line, *style, inner, y, self.columns[i].align);
                let link = row.cells.get(i).and_then(|cell| cell.link.as_ref());
                if let Some(place) = link.filter(|_| n == 0 && range.start == 0) {
                    let area = Area { x, y, width: line.width_pt, height: CELL.leading_pt };
                    flow.link(area, place);
                }
            }
        }
        if let Some(place) = row.place.as_ref().filter(|_| range.start == 0) {
            flow.mark(place.clone(), top);
        }
        flow.y = top + height;
        flow.rule(SIDE, SIDE + WIDTH, HAIR_PT, HAIR);
    }

    /// The titles by lines. One that is a little too wide is set smaller rather than broken: a
    /// last character alone on a line reads badly.
    fn head_lines(&self, flow: &Flow<'_>, spans: &[(f32, f32)]) -> Vec<(Vec<Line>, Style)> {
        const TOO_WIDE_MAX: f32 = 1.3;
        let set = |(column, (_, width)): (&Column, &(f32, f32))| {
            let width = width - 2.0 * GUTTER;
            let needed = flow.fonts.width(HEAD.face, HEAD.size_pt, &column.title);
            let shrinks = needed > width && needed <= width * TOO_WIDE_MAX;
            let scale = if shrinks { width / needed * 0.995 } else { 1.0 };
            let style = Style { size_pt: HEAD.size_pt * scale, ..HEAD };
            (flow.broken(&column.title, style, width), style)
        };
        self.columns.iter().zip(spans).map(set).collect()
    }

    fn head_height(&self, flow: &Flow<'_>, spans: &[(f32, f32)]) -> f32 {
        let lines = self.head_lines(flow, spans).iter().map(|(lines, _)| lines.len()).max();
        let lines = lines.unwrap_or(1);
        let groups = if self.groups.is_empty() { 0.0 } else { HEAD.leading_pt + 3.0 };
        lines as f32 * HEAD.leading_pt + 2.0 * PAD + groups
    }

    fn head(&self, flow: &mut Flow<'_>, spans: &[(f32, f32)]) {
        let height = self.head_height(flow, spans);
        let top = flow.y;
        flow.fill(Area { x: SIDE, y: top, width: WIDTH, height }, TINT);
        let mut first = 0;
        for (count, title) in &self.groups {
            let covered = &spans[first..(first + count).min(spans.len())];
            first += count;
            let (Some(start), Some(end)) = (covered.first(), covered.last()) else { continue };
            if title.is_empty() {
                continue;
            }
            let (left, right) = (start.0 + GUTTER, end.0 + end.1 - GUTTER);
            let y = top + PAD;
            flow.short_at(title, HEAD, (left, right - left), y, Align::Centre);
            let y = y + HEAD.leading_pt + 1.5;
            flow.stroke((left, y), (right, y), HAIR_PT, HAIR);
        }
        let lines = self.head_lines(flow, spans);
        for ((column, (left, width)), (lines, style)) in self.columns.iter().zip(spans).zip(lines) {
            // Short titles stand at the bottom, next to their column.
            let mut y = top + height - PAD - lines.len() as f32 * HEAD.leading_pt;
            for line in &lines {
                let inner = (left + GUTTER, width - 2.0 * GUTTER);
                flow.line_at(line, style, inner, y, column.align);
                y += HEAD.leading_pt;
            }
        }
        flow.y = top + height;
        flow.rule(SIDE, SIDE + WIDTH, 0.8, INK);
    }
}
