//! One table → items, headings, sums, and what is left.

use rust_decimal::Decimal;

use crate::choices::Choices;
use crate::code;
use crate::column::Field;
use crate::import::{Heading, Item, Role, SheetImport, Skipped, Subtotal, SubtotalKind};
use crate::layout::Layout;
use crate::narrow::{lines, one_line, unstretched};
use crate::page::{Furniture, Pages, pages};
use crate::row::{Kind, Seen};
use crate::section::{PLAIN, Sections, rank};
use crate::table::{Row, Table};
use crate::total::{self, Marks, Printed};
use crate::unit;
use crate::warning::{Warning, kind};
use crate::words;

/// A sheet of which nothing is taken.
pub(crate) fn left_out(table: &Table, role: Role) -> SheetImport {
    SheetImport {
        name: table.name.clone(),
        role,
        layout: None,
        items: Vec::new(),
        headings: Vec::new(),
        subtotals: Vec::new(),
        skipped: Vec::new(),
        warnings: Vec::new(),
    }
}

/// Reads a table whose header was found at the row with index `start`.
pub(crate) fn read(table: &Table, start: usize, layout: Layout, choices: &Choices) -> SheetImport {
    let chosen = choices.sheet(table.name.as_deref());
    let pages = pages(&table.rows, start, layout.clone(), chosen, table.plain_text);
    let kinds = kinds(table, &pages, choices);
    let last_item = kinds.iter().rposition(|kind| *kind == Some(Kind::Item));
    let mut out = left_out(table, Role::Items);
    passed_over(&layout, &mut out.warnings);
    out.layout = Some(layout);
    if table.cells_beyond > 0 {
        let count = Decimal::from(table.cells_beyond);
        let warning = Warning { row: None, kind: kind::COLUMNS_BEYOND, facts: Vec::new() };
        out.warnings.push(warning.number("count", count));
    }
    let mut reader = Reader {
        table,
        choices,
        pages: &pages,
        kinds: &kinds,
        last_item,
        sections: Sections::default(),
        marks: Marks::default(),
        sums_of_headings: Vec::new(),
        base: None,
        out,
    };
    reader.rows();
    reader.out
}

/// The layout that holds at each row, and what the rows are that belong to no page.
fn kinds(table: &Table, pages: &Pages, choices: &Choices) -> Vec<Option<Kind>> {
    let mut layout = 0;
    let mut after_item = false;
    let mut kinds: Vec<Option<Kind>> = Vec::with_capacity(table.rows.len());
    // Titles beside an amount: sums of their sections, or lump sums where no section follows.
    let mut with_amount = Vec::new();
    for (row, furniture) in table.rows.iter().zip(&pages.furniture) {
        if let Some(furniture) = furniture {
            if let Furniture::Header { layout: index, .. } = furniture {
                layout = *index;
            }
            kinds.push(None);
            continue;
        }
        let seen = Seen::new(row, &pages.layouts[layout], table.plain_text, choices);
        let kind = seen.kind(after_item);
        after_item |= kind == Kind::Item;
        if kind == Kind::Heading && seen.amount.value.is_some() {
            with_amount.push(kinds.len());
        }
        kinds.push(Some(kind));
    }
    for at in with_amount.into_iter().rev() {
        let next = kinds[at + 1..].iter().flatten().next();
        if !matches!(next, Some(Kind::Item | Kind::Heading)) {
            kinds[at] = Some(Kind::Item);
        }
    }
    kinds
}

fn passed_over(layout: &Layout, warnings: &mut Vec<Warning>) {
    for column in &layout.passed_over {
        let warning = Warning::at(layout.header_rows.0, kind::COLUMN_TWICE);
        warnings.push(
            warning
                .text("field", column.field.as_str())
                .text("header", &*column.header)
                .number("column", Decimal::from(column.column + 1)),
        );
    }
}

/// The sum that stands beside the title of a section.
struct SumOfHeading {
    printed: Printed,
    rank: u32,
    from: usize,
    /// Where the section ended.
    to: Option<usize>,
}

struct Reader<'t> {
    table: &'t Table,
    choices: &'t Choices,
    pages: &'t Pages,
    kinds: &'t [Option<Kind>],
    last_item: Option<usize>,
    sections: Sections,
    marks: Marks,
    sums_of_headings: Vec<SumOfHeading>,
    /// The code that relative ones continue.
    base: Option<String>,
    out: SheetImport,
}

impl Reader<'_> {
    fn rows(&mut self) {
        let mut layout = 0;
        let mut headers = 0_u32;
        for (at, row) in self.table.rows.iter().enumerate() {
            match (self.pages.furniture[at], self.kinds[at]) {
                (Some(Furniture::Header { layout: index, page }), _) => {
                    if index != layout {
                        self.columns_change(row, layout, index);
                        layout = index;
                    }
                    let reason = if page { "column_header" } else { "column_header_repeated" };
                    self.skip(row, reason);
                    self.marks.header = self.out.items.len();
                    headers += 1;
                }
                (Some(Furniture::Title), _) => self.skip(row, "title"),
                (Some(Furniture::Form), _) => self.skip(row, "form_header"),
                (Some(Furniture::Note), _) => self.skip(row, "note"),
                (None, kind) => self.row(at, row, kind.unwrap_or(Kind::Unknown), layout),
            }
        }
        debug_assert!(headers > 0 || self.pages.layouts[0].texts.is_empty(), "the header is seen");
        self.close_sums(0);
        let sums = std::mem::take(&mut self.sums_of_headings);
        for sum in sums {
            let items =
                self.out.items.get(sum.from..sum.to.unwrap_or(sum.from)).unwrap_or_default();
            let step = Decimal::new(1, 2);
            let subtotal = total::with_scope(sum.printed, SubtotalKind::Section, items, step);
            self.sum(subtotal);
        }
        self.out.subtotals.sort_by_key(|subtotal| subtotal.row);
    }

    fn row(&mut self, at: usize, row: &Row, kind: Kind, layout: usize) {
        let seen = Seen::new(row, &self.pages.layouts[layout], self.table.plain_text, self.choices);
        match kind {
            Kind::Item => self.item(seen),
            Kind::Heading => self.heading(at, &seen),
            Kind::Sum(sum) => {
                let printed = Printed {
                    row: row.number,
                    line: row.line,
                    label: seen.sum_label(),
                    value: seen.amount.value.map(|value| value.normalize()),
                };
                self.out.warnings.extend(
                    seen.amount.warning.filter(|warning| warning.kind != kind::NUMBER_FROM_TEXT),
                );
                self.total(at, sum, printed);
            }
            Kind::More => self.more(&seen),
            Kind::Form => self.skip(row, "form_header"),
            Kind::Note => self.skip(row, "note"),
            Kind::Signature => self.skip(row, "signature"),
            Kind::Carried => self.skip(row, "carried_forward"),
            Kind::ColumnNumbers => self.skip(row, "column_numbers"),
            Kind::NoContent => self.skip(row, "no_content"),
            Kind::Unknown => {
                let figures = [seen.quantity.value, seen.unit_price.value, seen.amount.value];
                if figures.into_iter().flatten().any(|figure| !figure.is_zero()) {
                    self.out.warnings.push(Warning::at(row.number, kind::UNRECOGNISED));
                }
                self.skip(row, "unrecognised");
            }
        }
    }

    fn skip(&mut self, row: &Row, reason: &'static str) {
        match self.out.skipped.iter_mut().find(|skipped| skipped.reason == reason) {
            Some(skipped) => skipped.rows.push(row.number),
            None => self.out.skipped.push(Skipped { rows: vec![row.number], reason }),
        }
    }

    fn columns_change(&mut self, row: &Row, from: usize, to: usize) {
        let (from, to) = (&self.pages.layouts[from], &self.pages.layouts[to]);
        let moved = Field::ALL.into_iter().filter(|field| from.column(*field) != to.column(*field));
        let moved = moved.map(Field::as_str).collect::<Vec<&str>>().join(" ");
        if !moved.is_empty() {
            let warning = Warning::at(row.number, kind::COLUMNS_CHANGE);
            self.out.warnings.push(warning.text("fields", moved));
        }
        let to = to.clone();
        passed_over(&to, &mut self.out.warnings);
    }

    fn item(&mut self, seen: Seen<'_>) {
        let row = seen.row;
        let mut item = Item { row: row.number, line: row.line, ..Item::default() };
        let Seen { quantity, unit_price, amount, provisional, .. } = seen;
        item.amount_failed = amount.failed;
        for (target, found) in [
            (&mut item.quantity, quantity),
            (&mut item.unit_price, unit_price),
            (&mut item.amount, amount),
            (&mut item.provisional, provisional),
        ] {
            *target = found.value.map(|value| value.normalize());
            self.out.warnings.extend(found.warning);
        }
        if let Some(text) = seen.code.as_deref() {
            let read = code::read(text, row.number, self.base.as_deref(), self.choices);
            if code::is_base(&read.code) && read.raw.is_none() && self.continues_below(&read.code) {
                self.base = Some(read.code.clone());
            }
            item.code = Some(read.code).filter(|code| !code.is_empty());
            item.code_raw = read.raw;
            self.out.warnings.extend(read.warning);
        }
        item.name = seen.name.as_deref().map(one_line);
        item.feature = seen.feature.as_deref().map(lines);
        item.unit = seen.unit.as_deref().map(one_line);
        item.unit_norm = item.unit.as_deref().map(unit::normal);
        item.remark = seen.remark.as_deref().map(lines);
        item.section = self.sections.titles();
        self.out.items.push(item);
    }

    /// An item's own code is a base only where no heading gave one.
    fn continues_below(&self, code: &str) -> bool {
        self.base.as_deref().is_none_or(|base| !code.starts_with(base))
    }

    fn more(&mut self, seen: &Seen<'_>) {
        let Some(item) = self.out.items.last_mut() else {
            return self.skip(seen.row, "unrecognised");
        };
        item.continuation_rows.push(seen.row.number);
        if let Some(text) = seen.feature.as_deref() {
            let feature = item.feature.get_or_insert_default();
            if !feature.is_empty() {
                feature.push('\n');
            }
            feature.push_str(&lines(text));
        }
        if let Some(text) = seen.name.as_deref() {
            let name = item.name.get_or_insert_default();
            *name = one_line(&format!("{name}\n{text}"));
        }
    }

    fn title(seen: &Seen<'_>) -> String {
        let title = seen.name.as_deref().or(seen.code.as_deref()).or(seen.number.as_deref());
        unstretched(title.unwrap_or_default())
    }

    fn rank(seen: &Seen<'_>) -> u32 {
        // A title in the column of codes is a title, not a code.
        let code = seen.code.as_deref().filter(|_| seen.name.is_some());
        rank(&Self::title(seen), code, seen.number.as_deref())
    }

    fn heading(&mut self, at: usize, seen: &Seen<'_>) {
        let (title, rank) = (Self::title(seen), Self::rank(seen));
        let first_item = self.out.items.len();
        let code = seen.code.as_deref().filter(|_| seen.name.is_some());
        let code = code.map(|text| code::read(text, seen.row.number, None, self.choices).code);
        if let Some(code) = code.as_ref().filter(|code| code::is_base(code)) {
            self.base = Some(code.clone());
        }
        self.close_sums(rank);
        let below = (rank >= PLAIN).then(|| self.rank_below(at)).flatten();
        let level = self.sections.open(&title, rank, below, first_item);
        let (row, line) = (seen.row.number, seen.row.line);
        if let Some(value) = seen.amount.value {
            let printed =
                Printed { row, line, label: title.clone(), value: Some(value.normalize()) };
            self.sums_of_headings.push(SumOfHeading { printed, rank, from: first_item, to: None });
        }
        self.out.headings.push(Heading { row, line, level, title, code });
    }

    /// The rank of the heading right below, where nothing else stands between.
    fn rank_below(&self, at: usize) -> Option<u32> {
        let mut layout = 0;
        for (next, row) in self.table.rows.iter().enumerate().skip(at + 1) {
            if let Some(Furniture::Header { layout: index, .. }) = self.pages.furniture[next] {
                layout = index;
            }
            match self.kinds[next] {
                None | Some(Kind::ColumnNumbers | Kind::Form | Kind::Carried | Kind::NoContent) => {
                }
                Some(Kind::Sum(words::Sum::Page)) => {}
                Some(Kind::Heading) => {
                    let layout = &self.pages.layouts[layout];
                    let seen = Seen::new(row, layout, self.table.plain_text, self.choices);
                    return Some(Self::rank(&seen));
                }
                Some(_) => return None,
            }
        }
        None
    }

    fn close_sums(&mut self, rank: u32) {
        let items = self.out.items.len();
        for sum in self.sums_of_headings.iter_mut().filter(|sum| sum.rank >= rank) {
            sum.to.get_or_insert(items);
        }
    }

    fn total(&mut self, at: usize, sum: words::Sum, printed: Printed) {
        let last = self.last_item.is_none_or(|last| last < at);
        let items = &self.out.items;
        let subtotal = total::compared(printed, sum, last, items, &self.sections, &self.marks);
        let now = items.len();
        match sum {
            words::Sum::Page => self.marks.page = now,
            words::Sum::Part => self.marks.part = now,
            words::Sum::Total => (self.marks.part, self.marks.total) = (now, now),
            words::Sum::Cumulative => {}
        }
        self.sum(subtotal);
    }

    fn sum(&mut self, subtotal: Subtotal) {
        self.out.warnings.extend(total::warning(&subtotal));
        self.out.subtotals.push(subtotal);
    }
}
