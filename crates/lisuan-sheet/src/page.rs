//! Writing cells: text that stays text, figures as formulas where they can be.

use std::collections::BTreeMap;

use lisuan_core::money::{Exact, plain, round};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Formula, Worksheet, XlsxError};

use crate::Cached;
use crate::known::{Known, double, fits, near};
use crate::node::Node;
use crate::telling::Telling;

/// The longest text a cell takes is 32,767 UTF-16 units; a character may need two.
const TEXT_CHARS_MAX: usize = 16_000;

/// Height of a line of text, and the most a row may have, in pixels.
const LINE_PX: usize = 20;
const ROW_PX_MAX: u32 = 540;

/// A4 in the numbering of paper sizes.
const PAPER_A4: u8 = 9;

/// The most decimals a number is shown with.
const SHOWN_PLACES_MAX: u32 = 10;

/// How many figures are live and how many are not.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    pub live: usize,
    pub fixed: usize,
}

/// A cell that holds a number, as formulas refer to it.
#[derive(Debug, Clone)]
pub(crate) struct Cell {
    pub row: u32,
    pub column: u16,
    pub known: Known,
}

impl Cell {
    /// As formulas of the same page refer to it.
    pub fn here(&self) -> Node {
        Node::Atom(name(self.row, self.column), self.known.clone())
    }

    /// As formulas of another page refer to it.
    pub fn on(&self, page: &str) -> Node {
        let reference = format!("{}{}", prefix(page), name(self.row, self.column));
        Node::Atom(reference, self.known.clone())
    }
}

/// The name of a cell: `E5` for the fifth row of the fifth column.
pub(crate) fn name(row: u32, column: u16) -> String {
    format!("{}{}", letters(column), u64::from(row) + 1)
}

/// How many columns of a terminal a text would take: a Chinese character takes two.
fn columns(text: &str) -> usize {
    text.chars().map(|c| if c < '\u{1100}' { 1 } else { 2 }).sum()
}

/// The letters of a column.
pub(crate) fn letters(column: u16) -> String {
    let letter = |n: u16| char::from(b'A' + u8::try_from(n % 26).unwrap_or(0));
    match column / 26 {
        0 => letter(column).to_string(),
        more => format!("{}{}", letters(more - 1), letter(column)),
    }
}

/// What stands before a reference to another page.
pub(crate) fn prefix(page: &str) -> String {
    format!("'{}'!", page.replace('\'', "''"))
}

/// Why a cell is not simply a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Note {
    /// More digits than a spreadsheet keeps: written as text.
    Text,
    /// A spreadsheet might come to another figure: written as it is.
    Fixed,
    /// A cent was added so that the parts add up.
    Share(Decimal),
}

/// What was put into a cell: what others may refer to, and what to say about it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Put {
    pub cell: Option<Cell>,
    pub note: Option<Note>,
}

/// What all pages share: looks, and what stands in cells until they are recalculated.
pub(crate) struct Book {
    cached: Cached,
    head: Format,
    text: Format,
    quoted: Format,
    long: Format,
    strong: Format,
    title: Format,
    /// Numbers by decimals, in body and in total rows.
    numbers: Vec<Format>,
    totals: Vec<Format>,
    percent: Format,
    footer: String,
}

impl Book {
    pub fn new(telling: &Telling<'_>, cached: Cached) -> Self {
        let base = || Format::new().set_align(FormatAlign::Top);
        let number = |places: u32| {
            let point = if places > 0 { "." } else { "" };
            base().set_num_format(format!("#,##0{point}{}", "0".repeat(places as usize)))
        };
        let strong = base().set_bold().set_border_top(FormatBorder::Thin);
        let numbers: Vec<Format> = (0..=SHOWN_PLACES_MAX).map(number).collect();
        let totals =
            numbers.iter().map(|n| n.clone().set_bold().set_border_top(FormatBorder::Thin));
        Self {
            cached,
            head: base()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00E8_EDF2))
                .set_border_bottom(FormatBorder::Thin),
            text: base().set_text_wrap(),
            long: base().set_quote_prefix(),
            quoted: base().set_text_wrap().set_quote_prefix(),
            strong,
            title: Format::new().set_bold().set_font_size(16),
            totals: totals.collect(),
            numbers,
            percent: base().set_num_format("0.0000%"),
            footer: format!("&L{}&R&P / &N", telling.claim_no().replace('&', "&&")),
        }
    }
}

/// One page of the workbook.
pub(crate) struct Page<'a> {
    pub sheet: Worksheet,
    book: &'a Book,
    /// Characters that fit into one line of each column.
    widths: Vec<u16>,
    /// Rows whose text takes more than one line.
    tall: BTreeMap<u32, usize>,
}

impl<'a> Page<'a> {
    /// A page with a name and columns of so many characters.
    pub fn new(book: &'a Book, name: &str, widths: &[u16]) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        for (column, width) in (0..).zip(widths) {
            sheet.set_column_width(column, f64::from(*width))?;
        }
        sheet.set_paper_size(PAPER_A4).set_landscape().set_print_fit_to_pages(1, 0);
        // A footer holds 255 characters; the longest claim number has 200.
        if book.footer.chars().count() < 255 {
            sheet.set_footer(&book.footer);
        }
        Ok(Self { sheet, book, widths: widths.to_vec(), tall: BTreeMap::new() })
    }

    /// The finished page. Rows are made as high as their text needs: not every spreadsheet does
    /// that when it opens a file.
    pub fn finish(mut self) -> Result<Worksheet, XlsxError> {
        for (row, lines) in &self.tall {
            let height = u32::try_from(lines.saturating_mul(LINE_PX)).unwrap_or(ROW_PX_MAX);
            self.sheet.set_row_height_pixels(*row, height.min(ROW_PX_MAX))?;
        }
        Ok(self.sheet)
    }

    /// A page that is one table: its headings stay in sight and on every printed page.
    pub fn table(book: &'a Book, name: &str, columns: &[(String, u16)]) -> Result<Self, XlsxError> {
        let widths: Vec<u16> = columns.iter().map(|(_, width)| *width).collect();
        let mut page = Self::new(book, name, &widths)?;
        page.heads(0, columns.iter().map(|(title, _)| title.as_str()))?;
        let fits = |(title, width): &(String, u16)| self::columns(title) <= usize::from(*width);
        if !columns.iter().all(fits) {
            page.tall.insert(0, 2);
        }
        page.sheet.set_freeze_panes(1, 0)?;
        page.sheet.set_repeat_rows(0, 0)?;
        Ok(page)
    }

    /// A row of headings.
    pub fn heads<'t>(
        &mut self,
        row: u32,
        titles: impl Iterator<Item = &'t str>,
    ) -> Result<(), XlsxError> {
        for (column, title) in (0..).zip(titles) {
            self.sheet.write_string_with_format(row, column, title, &self.book.head)?;
        }
        Ok(())
    }

    /// Lets people filter the rows of a table.
    pub fn filter(&mut self, rows: u32, columns: usize) -> Result<(), XlsxError> {
        let last = u16::try_from(columns).unwrap_or(1).saturating_sub(1);
        if rows > 0 {
            self.sheet.autofilter(0, 0, rows, last)?;
        }
        Ok(())
    }

    /// A title.
    pub fn title(&mut self, row: u32, text: &str) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(row, 0, text, &self.book.title)?;
        Ok(())
    }

    /// Text, never a formula; an empty one leaves the cell empty.
    pub fn text(&mut self, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
        if text.is_empty() {
            return Ok(());
        }
        let clipped: String = text.chars().take(TEXT_CHARS_MAX).collect();
        let like_formula = clipped.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let format = if like_formula { &self.book.quoted } else { &self.book.text };
        let width = self.widths.get(usize::from(column)).map_or(1, |width| usize::from(*width));
        let lines: usize =
            clipped.split('\n').map(|line| columns(line).div_ceil(width.max(1)).max(1)).sum();
        if lines > 1 {
            let most = self.tall.entry(row).or_default();
            *most = lines.max(*most);
        }
        self.sheet.write_string_with_format(row, column, clipped, format)?;
        Ok(())
    }

    /// Text that runs on over the cells to its right.
    pub fn long(&mut self, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
        let clipped: String = text.chars().take(TEXT_CHARS_MAX).collect();
        self.sheet.write_string_with_format(row, column, clipped, &self.book.long)?;
        Ok(())
    }

    /// The name of a total.
    pub fn strong(&mut self, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(row, column, text, &self.book.strong)?;
        Ok(())
    }

    /// A whole number that counts rows.
    pub fn count(&mut self, row: u32, column: u16, count: usize) -> Result<(), XlsxError> {
        let number = u32::try_from(count).unwrap_or(u32::MAX);
        self.sheet.write_number_with_format(row, column, number, &self.book.numbers[0])?;
        Ok(())
    }

    /// A figure that somebody recorded, with at least so many decimals shown.
    pub fn given(
        &mut self,
        (row, column): (u32, u16),
        value: Decimal,
        places: u32,
    ) -> Result<Put, XlsxError> {
        let places = value.normalize().scale().max(places);
        let Some(known) = Known::rounded(value, places) else {
            self.text(row, column, &plain(value, value.scale()))?;
            return Ok(Put { cell: None, note: Some(Note::Text) });
        };
        self.number(row, column, value, places)?;
        Ok(Put { cell: Some(Cell { row, column, known }), note: None })
    }

    /// A figure of the program that was rounded to `places`: as a formula where every spreadsheet
    /// comes to the same.
    pub fn figure(
        &mut self,
        at: (u32, u16),
        figure: Decimal,
        places: u32,
        node: Option<&Node>,
        tally: &mut Tally,
    ) -> Result<Put, XlsxError> {
        self.rounded(at, figure, places, node, tally, false)
    }

    /// The same in a row of totals.
    pub fn total(
        &mut self,
        at: (u32, u16),
        figure: Decimal,
        places: u32,
        node: Option<&Node>,
        tally: &mut Tally,
    ) -> Result<Put, XlsxError> {
        self.rounded(at, figure, places, node, tally, true)
    }

    fn rounded(
        &mut self,
        (row, column): (u32, u16),
        figure: Decimal,
        places: u32,
        node: Option<&Node>,
        tally: &mut Tally,
        total: bool,
    ) -> Result<Put, XlsxError> {
        let Some(known) = Known::rounded(figure, places) else {
            self.text(row, column, &plain(figure, places.max(figure.scale())))?;
            tally.fixed += 1;
            return Ok(Put { cell: None, note: Some(Note::Text) });
        };
        let cell = Some(Cell { row, column, known });
        if node.is_some_and(|node| node.is_literal() && is(node, figure)) {
            self.number(row, column, figure, places)?;
            return Ok(Put { cell, note: None });
        }
        let Some((formula, note)) = node.and_then(|node| formula(node, figure, places)) else {
            self.number(row, column, figure, places)?;
            tally.fixed += 1;
            return Ok(Put { cell, note: Some(Note::Fixed) });
        };
        let formats = if total { &self.book.totals } else { &self.book.numbers };
        let format = &formats[places.min(SHOWN_PLACES_MAX) as usize];
        let cached = plain(figure, places);
        let formula = self.book.cached_as(Formula::new(formula), cached);
        self.sheet.write_formula_with_format(row, column, formula, format)?;
        tally.live += 1;
        Ok(Put { cell, note })
    }

    /// A ratio or another figure that is never rounded.
    pub fn unrounded(
        &mut self,
        (row, column): (u32, u16),
        figure: &Exact,
        node: Option<&Node>,
        percent: bool,
        tally: &mut Tally,
    ) -> Result<Put, XlsxError> {
        let live = node.filter(|node| !node.is_literal()).and_then(|node| {
            let known = node.evaluate().filter(|k| k.exact == *figure && k.is_near())?;
            Some((node.formula()?, Known { places: None, ..known }))
        });
        let decimal = figure.to_decimal().filter(|value| fits(*value));
        let format = if percent { self.book.percent.clone() } else { self.book.unrounded(decimal) };
        if let Some((formula, known)) = live {
            let cached = decimal.map_or_else(|| near(figure).to_string(), |d| d.to_string());
            let formula = self.book.cached_as(Formula::new(formula), cached);
            self.sheet.write_formula_with_format(row, column, formula, &format)?;
            tally.live += 1;
            return Ok(Put { cell: Some(Cell { row, column, known }), note: None });
        }
        let literal = node.is_some_and(Node::is_literal) && decimal.is_some();
        tally.fixed += usize::from(!literal);
        let note = if literal { None } else { Some(Note::Fixed) };
        let Some(value) = decimal else {
            // Shown, not referred to: its last digits are lost.
            self.sheet.write_number_with_format(row, column, near(figure), &format)?;
            return Ok(Put { cell: None, note });
        };
        self.sheet.write_number_with_format(row, column, double(value), &format)?;
        let known = Known::of(figure.clone(), None);
        Ok(Put { cell: Some(Cell { row, column, known }), note })
    }

    /// A formula that was checked already.
    pub fn formula(
        &mut self,
        (row, column): (u32, u16),
        formula: &str,
        figure: Decimal,
        places: u32,
        tally: &mut Tally,
    ) -> Result<(), XlsxError> {
        let format = &self.book.numbers[places.min(SHOWN_PLACES_MAX) as usize];
        let formula = self.book.cached_as(Formula::new(formula), plain(figure, places));
        self.sheet.write_formula_with_format(row, column, formula, format)?;
        tally.live += 1;
        Ok(())
    }

    /// Words that stand as long as a figure stays what it is.
    pub fn words_of(
        &mut self,
        (row, column): (u32, u16),
        figure: (&Cell, Decimal),
        places: u32,
        words: &str,
        tally: &mut Tally,
    ) -> Result<(), XlsxError> {
        let (cell, value) = figure;
        let formula = format!(
            "IF(ROUND({}-({}),{places})=0,\"{}\",\"\")",
            name(cell.row, cell.column),
            value.normalize(),
            words.replace('"', "\"\""),
        );
        let formula = Formula::new(formula).set_result(words);
        self.sheet.write_formula_with_format(row, column, formula, &self.book.text)?;
        tally.live += 1;
        Ok(())
    }

    fn number(
        &mut self,
        row: u32,
        column: u16,
        value: Decimal,
        places: u32,
    ) -> Result<(), XlsxError> {
        let format = &self.book.numbers[places.min(SHOWN_PLACES_MAX) as usize];
        self.sheet.write_number_with_format(row, column, double(value), format)?;
        Ok(())
    }
}

impl Book {
    fn cached_as(&self, formula: Formula, figure: String) -> Formula {
        match self.cached {
            Cached::Figures => formula.set_result(figure),
            Cached::Zeros => formula.set_result("0"),
        }
    }

    fn unrounded(&self, value: Option<Decimal>) -> Format {
        let places = value.map_or(SHOWN_PLACES_MAX, |value| value.normalize().scale());
        self.numbers[places.min(SHOWN_PLACES_MAX) as usize].clone()
    }
}

fn is(node: &Node, figure: Decimal) -> bool {
    node.evaluate().is_some_and(|known| known.exact == Exact::from_decimal(figure))
}

/// The formula that gives a figure, and what to say about it.
fn formula(node: &Node, figure: Decimal, places: u32) -> Option<(String, Option<Note>)> {
    let known = node.evaluate()?;
    let text = node.formula()?;
    let exact = round(&known.exact, places).ok()?;
    if let Node::Atom(..) = node
        && known.places.is_some_and(|own| own <= places)
        && exact == figure
    {
        return Some((text, None));
    }
    let rounded = known.rounding(places, exact)?.around(&text);
    let more = figure.checked_sub(exact)?;
    if more.is_zero() {
        return Some((rounded, None));
    }
    // Largest remainder moves a part by less than one unit, so its rounded value by one at most.
    if more.abs() > Decimal::new(1, places) {
        return None;
    }
    let sign = if more.is_sign_negative() { '-' } else { '+' };
    let formula = format!("ROUND({rounded}{sign}{},{places})", more.abs().normalize());
    Some((formula, Some(Note::Share(more))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_that_spreadsheets_give_them() {
        assert_eq!(name(0, 0), "A1");
        assert_eq!(name(1_048_575, 25), "Z1048576");
        assert_eq!(letters(26), "AA");
        assert_eq!(letters(701), "ZZ");
        assert_eq!(letters(702), "AAA");
        assert_eq!(prefix("A's"), "'A''s'!");
    }
}
