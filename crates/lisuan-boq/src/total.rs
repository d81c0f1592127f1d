//! Printed sums beside the sums of their items.

use rust_decimal::Decimal;

use crate::import::{Item, Scope, Subtotal, SubtotalKind};
use crate::section::Sections;
use crate::warning::{Fact, Warning, kind};
use crate::words::Sum;

/// Indices of the items that the sums before ended at.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    /// After the last sum of a page.
    pub(crate) page: usize,
    /// At the last header: bills with one on each page.
    pub(crate) header: usize,
    /// After the last sum of any other kind.
    pub(crate) part: usize,
    /// After the last total: a sheet may have several tables.
    pub(crate) total: usize,
}

/// A range of items that a sum could be of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Candidate {
    kind: SubtotalKind,
    from: usize,
}

/// The sum of a range of items.
pub(crate) struct Added {
    pub(crate) sum: Option<Decimal>,
    /// With quantity times price where the amount is missing.
    with_expected: Option<Decimal>,
    pub(crate) missing_rows: Vec<u32>,
}

/// Adds up items.
pub(crate) fn added<'i>(items: impl IntoIterator<Item = &'i Item>, step: Decimal) -> Added {
    let mut out = Added {
        sum: Some(Decimal::ZERO),
        with_expected: Some(Decimal::ZERO),
        missing_rows: Vec::new(),
    };
    let plus = |sum: Option<Decimal>, more: Decimal| sum.and_then(|sum| sum.checked_add(more));
    for item in items {
        match item.amount {
            Some(amount) => {
                out.sum = plus(out.sum, amount);
                out.with_expected = plus(out.with_expected, amount);
            }
            None => {
                out.missing_rows.push(item.row);
                if let Some(expected) = crate::check::expected(item, step) {
                    out.with_expected = plus(out.with_expected, expected);
                }
            }
        }
    }
    out
}

/// A printed sum before it is compared.
pub(crate) struct Printed {
    pub(crate) row: u32,
    pub(crate) line: Option<u32>,
    pub(crate) label: String,
    pub(crate) value: Option<Decimal>,
}

/// Finds what a sum adds up and compares. No bill says which items a sum is of: the ranges it could
/// be of are tried from the likeliest on, and the first that comes to the printed figure is it; if
/// none does, the likeliest is, with its difference.
pub(crate) fn compared(
    printed: Printed,
    sum: Sum,
    last_on_sheet: bool,
    items: &[Item],
    sections: &Sections,
    marks: &Marks,
) -> Subtotal {
    let candidates = candidates(&printed.label, sum, last_on_sheet, items.len(), sections, marks);
    // Amounts are compared as printed, so the step of rounding matters for missing ones only.
    let step = Decimal::new(1, 2);
    let fits = |candidate: &&Candidate| {
        let range = added(&items[candidate.from..], step);
        let value = printed.value;
        value.is_some() && (range.sum == value || range.with_expected == value)
    };
    let chosen = candidates.iter().find(fits).or_else(|| candidates.first());
    match chosen {
        Some(chosen) => with_scope(printed, chosen.kind, &items[chosen.from..], step),
        None => Subtotal {
            row: printed.row,
            line: printed.line,
            label: printed.label,
            kind: kind_of(sum),
            printed: printed.value,
            computed: None,
            difference: None,
            scope: Scope::None,
            missing_rows: Vec::new(),
        },
    }
}

/// A sum over exactly these items.
pub(crate) fn with_scope(
    printed: Printed,
    kind: SubtotalKind,
    items: &[Item],
    step: Decimal,
) -> Subtotal {
    let range = added(items, step);
    let difference = printed.value.zip(range.sum).and_then(|(one, other)| one.checked_sub(other));
    let scope = match (items.first(), items.last()) {
        (Some(first), Some(last)) => Scope::Rows(first.row, last.row),
        _ => Scope::None,
    };
    Subtotal {
        row: printed.row,
        line: printed.line,
        label: printed.label,
        kind,
        printed: printed.value,
        computed: range.sum.map(|sum| sum.normalize()),
        difference: difference.map(|difference| difference.normalize()),
        scope,
        missing_rows: range.missing_rows,
    }
}

const fn kind_of(sum: Sum) -> SubtotalKind {
    match sum {
        Sum::Page => SubtotalKind::Page,
        Sum::Part => SubtotalKind::Section,
        Sum::Total => SubtotalKind::Sheet,
        Sum::Cumulative => SubtotalKind::Running,
    }
}

fn candidates(
    label: &str,
    sum: Sum,
    last_on_sheet: bool,
    items: usize,
    sections: &Sections,
    marks: &Marks,
) -> Vec<Candidate> {
    let one = |kind, from| Candidate { kind, from };
    let section = |from| one(SubtotalKind::Section, from);
    let mut open: Vec<Candidate> = Vec::new();
    // The section that the label names comes first.
    let named = |title: &str| title.chars().count() > 1 && label.contains(title);
    for open_section in sections.narrowest_first() {
        match named(&open_section.title) {
            true => open.insert(0, section(open_section.first_item)),
            false => open.push(section(open_section.first_item)),
        }
    }
    let spans = open.iter().any(|inner| inner.from > marks.part);
    let since = one(if spans { SubtotalKind::Running } else { SubtotalKind::Section }, marks.part);
    let whole = one(SubtotalKind::Sheet, 0);
    let running = one(SubtotalKind::Running, 0);
    let table = one(SubtotalKind::Sheet, marks.total);
    let page = |from| one(SubtotalKind::Page, from);
    let mut out = match sum {
        Sum::Page => vec![page(marks.page), page(marks.header), page(0)],
        Sum::Part => [open, vec![since, running]].concat(),
        Sum::Cumulative => vec![running],
        Sum::Total if last_on_sheet => [vec![whole, table], open, vec![since]].concat(),
        Sum::Total => [open, vec![since, table, running]].concat(),
    };
    out.retain(|candidate| candidate.from < items);
    out
}

/// What is to be said about a sum.
pub(crate) fn warning(subtotal: &Subtotal) -> Option<Warning> {
    let difference = subtotal.difference?;
    if !subtotal.missing_rows.is_empty() {
        let rows = Fact::Rows(subtotal.missing_rows.clone());
        return Some(
            Warning::at(subtotal.row, kind::SUBTOTAL_INCOMPLETE)
                .fact("missing_amount_rows", rows)
                .number("difference", difference),
        );
    }
    (!difference.is_zero()).then(|| {
        Warning::at(subtotal.row, kind::SUBTOTAL_UNRECONCILED)
            .number("printed", subtotal.printed.unwrap_or_default())
            .number("computed", subtotal.computed.unwrap_or_default())
            .number("difference", difference)
    })
}
