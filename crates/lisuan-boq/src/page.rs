//! Headers, titles and forms that come again on each printed page, told before the rows between.

use std::collections::HashSet;

use crate::choices::SheetChoice;
use crate::column::normal;
use crate::layout::{self, Layout};
use crate::narrow::label;
use crate::table::{Cell, Row};
use crate::words;

/// What a row is that belongs to the page and not to the bill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Furniture {
    Title,
    Form,
    /// The index of the layout that holds from here on, and whether the header came on a new page.
    Header {
        layout: usize,
        page: bool,
    },
    Note,
}

/// Furniture of the rows from the top, one place for each row, and the layouts that hold.
pub(crate) struct Pages {
    pub(crate) furniture: Vec<Option<Furniture>>,
    pub(crate) layouts: Vec<Layout>,
}

/// Goes through all rows. `start` is the index of the first header row.
pub(crate) fn pages(
    rows: &[Row],
    start: usize,
    first: Layout,
    chosen: Option<&SheetChoice>,
    plain_text: bool,
) -> Pages {
    let mut out = Pages { furniture: vec![None; rows.len()], layouts: vec![first] };
    let mut titles = HashSet::new();
    for (at, row) in rows.iter().enumerate().take(start) {
        let above = above_header(row);
        if above == Furniture::Title {
            titles.extend(single(row).map(without_digits));
        }
        out.furniture[at] = Some(above);
    }
    let own_header = chosen.is_some_and(|choice| choice.header_rows.is_some());
    let mut at = start;
    while at < rows.len() {
        let length = match repeated(rows, at, &out.layouts) {
            Some((layout, length)) => {
                let page = at == start || after_furniture(&out.furniture, at);
                out.header(at, length, layout, page);
                length
            }
            None if at > start && !own_header => out.other_header(rows, at, chosen, plain_text),
            None => 0,
        };
        if length == 0
            && at > start
            && single(row_at(rows, at)).is_some_and(|text| titles.contains(&without_digits(text)))
        {
            out.furniture[at] = Some(Furniture::Title);
        } else if length == 0
            && row_at(rows, at).texts().any(|(_, text)| words::form(text))
            && !has_figures(row_at(rows, at))
        {
            out.furniture[at] = Some(Furniture::Form);
        }
        at += length.max(1);
    }
    out.titles_over_headers(rows, start);
    out
}

const EMPTY: &Row = &Row { number: 0, line: None, cells: Vec::new() };

fn row_at(rows: &[Row], at: usize) -> &Row {
    rows.get(at).unwrap_or(EMPTY)
}

impl Pages {
    fn header(&mut self, at: usize, length: usize, layout: usize, page: bool) {
        for place in self.furniture.iter_mut().skip(at).take(length) {
            *place = Some(Furniture::Header { layout, page });
        }
    }

    /// A header of another table on the same sheet; gives its length.
    fn other_header(
        &mut self,
        rows: &[Row],
        at: usize,
        chosen: Option<&SheetChoice>,
        plain_text: bool,
    ) -> usize {
        let row = row_at(rows, at);
        if row.cells.len() < 3 || has_figures(row) {
            return 0;
        }
        // Where all is text, a long name is the quickest sign of an item.
        if plain_text && row.texts().any(|(_, text)| text.chars().count() > 40) {
            return 0;
        }
        let Some(mut layout) = layout::at(rows, at) else { return 0 };
        if layout.certain() < 3 {
            return 0;
        }
        layout::apply(&mut layout, chosen);
        let (from, to) = layout.header_rows;
        let length =
            rows[at..].iter().take_while(|row| row.number >= from && row.number <= to).count();
        self.layouts.push(layout);
        self.header(at, length, self.layouts.len() - 1, true);
        length
    }

    /// What stands right over a repeated header and reads like a title is one; a section that
    /// begins at the foot of a page is not.
    fn titles_over_headers(&mut self, rows: &[Row], start: usize) {
        for at in (start + 1..rows.len()).rev() {
            let below = self.furniture.get(at + 1).copied().flatten();
            if self.furniture[at].is_none()
                && below.is_some_and(|below| below != Furniture::Note)
                && single(&rows[at]).is_some_and(words::title)
            {
                self.furniture[at] = Some(Furniture::Title);
                // The header below now comes on a new page.
                for place in self.furniture[at + 1..].iter_mut() {
                    match place {
                        Some(Furniture::Header { page, .. }) => *page = true,
                        Some(_) => {}
                        None => break,
                    }
                }
            }
        }
    }
}

fn after_furniture(furniture: &[Option<Furniture>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| furniture.get(before)).copied().flatten();
    matches!(before, Some(Furniture::Title | Furniture::Form))
}

fn has_figures(row: &Row) -> bool {
    row.cells.iter().any(|(_, cell)| !matches!(cell, Cell::Text(_)))
}

/// The one text of a row that holds nothing else.
fn single(row: &Row) -> Option<&str> {
    match row.cells.as_slice() {
        [(_, Cell::Text(text))] => Some(text),
        _ => None,
    }
}

/// Titles of pages differ by their page number at most.
fn without_digits(text: &str) -> String {
    label(text).chars().filter(|c| !c.is_ascii_digit()).collect()
}

fn above_header(row: &Row) -> Furniture {
    if row.texts().any(|(_, text)| words::note(text)) {
        return Furniture::Note;
    }
    let keyed = row.texts().any(|(_, text)| words::form(text) || label(text).contains(':'));
    if keyed || single(row).is_none() { Furniture::Form } else { Furniture::Title }
}

/// Whether the header of a known layout stands here; gives the layout and its rows.
fn repeated(rows: &[Row], at: usize, layouts: &[Layout]) -> Option<(usize, usize)> {
    // The layout that came last is the likeliest.
    layouts.iter().enumerate().rev().find_map(|(index, layout)| {
        let length = layout.texts.len();
        let window = rows.get(at..at + length).filter(|window| !window.is_empty())?;
        let same = window.iter().zip(&layout.texts).all(|(row, texts)| same_texts(row, texts));
        same.then_some((index, length))
    })
}

fn same_texts(row: &Row, texts: &[(u16, String)]) -> bool {
    row.cells.len() == texts.len()
        && row.cells.iter().zip(texts).all(|((column, cell), (known, text))| {
            column == known && matches!(cell, Cell::Text(cell) if normal(cell) == *text)
        })
}
