//! One row seen through the columns of its table, and what kind of row it is.

use std::borrow::Cow;

use crate::choices::Choices;
use crate::column::Field;
use crate::layout::Layout;
use crate::narrow::{tight, unstretched};
use crate::number::{Found, found};
use crate::table::{Cell, Row};
use crate::words;

/// The cells of a row by field.
pub(crate) struct Seen<'r> {
    pub(crate) row: &'r Row,
    pub(crate) number: Option<Cow<'r, str>>,
    pub(crate) code: Option<Cow<'r, str>>,
    pub(crate) name: Option<Cow<'r, str>>,
    pub(crate) feature: Option<Cow<'r, str>>,
    pub(crate) unit: Option<Cow<'r, str>>,
    pub(crate) remark: Option<Cow<'r, str>>,
    pub(crate) quantity: Found,
    pub(crate) unit_price: Found,
    pub(crate) amount: Found,
    pub(crate) provisional: Found,
    /// The table says how much of something at which price.
    has_quantities: bool,
}

/// What a row is, before its place is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Item,
    Heading,
    Sum(words::Sum),
    /// Goes on with the text of the item before.
    More,
    Form,
    Note,
    Signature,
    Carried,
    /// 1, 2, 3 … under the header.
    ColumnNumbers,
    /// A number of the list or a zero, nothing else.
    NoContent,
    Unknown,
}

impl<'r> Seen<'r> {
    /// Looks at a row through a layout.
    pub(crate) fn new(row: &'r Row, layout: &Layout, plain_text: bool, choices: &Choices) -> Self {
        let cell = |field| layout.column(field).and_then(|column| row.cell(column));
        let text = |field| match cell(field)? {
            Cell::Text(text) => Some(Cow::Borrowed(text.trim())),
            Cell::Number(number) => Some(Cow::Owned(number.to_string())),
            Cell::Error(_) => None,
        };
        let figure =
            |field: Field| found(cell(field), row.number, field.as_str(), plain_text, choices);
        Self {
            row,
            number: text(Field::Number),
            code: text(Field::Code),
            name: text(Field::Name),
            feature: text(Field::Feature),
            unit: text(Field::Unit),
            remark: text(Field::Remark),
            quantity: figure(Field::Quantity),
            unit_price: figure(Field::UnitPrice),
            amount: figure(Field::Amount),
            provisional: figure(Field::Provisional),
            has_quantities: layout.has_quantities(),
        }
    }

    /// The first words of the row, where a label stands.
    pub(crate) fn label(&self) -> Option<&str> {
        self.row.texts().map(|(_, text)| text.trim()).next()
    }

    /// Words of a sum, in any of the columns where they are put.
    fn sum(&self) -> Option<words::Sum> {
        let of_item = |text: &str| tight(text).chars().filter(char::is_ascii_digit).count() >= 6;
        if self.quantity.filled || self.unit.is_some() || self.code.as_deref().is_some_and(of_item)
        {
            return None;
        }
        self.row.texts().take(3).find_map(|(_, text)| words::sum(text))
    }

    /// The words of the sum, for showing.
    pub(crate) fn sum_label(&self) -> String {
        let found = self.row.texts().map(|(_, text)| text).find(|text| words::sum(text).is_some());
        unstretched(found.unwrap_or_default())
    }

    fn figures(&self) -> [&Found; 3] {
        [&self.quantity, &self.unit_price, &self.amount]
    }

    /// What kind of row it is. `after_item` says whether there is an item it could go on with.
    pub(crate) fn kind(&self, after_item: bool) -> Kind {
        let figured = self.figures().iter().any(|found| found.value.is_some() || found.failed);
        let Some(label) = self.label() else {
            return if self.is_counting() { Kind::ColumnNumbers } else { self.unlabelled(figured) };
        };
        if words::carried(label) || !figured && words::carried_to(label) {
            return Kind::Carried;
        }
        if let Some(sum) = self.sum() {
            return Kind::Sum(sum);
        }
        if self.is_counting() {
            return Kind::ColumnNumbers;
        }
        if !figured && self.unit.is_none() {
            if words::note(label) {
                return Kind::Note;
            }
            if self.row.texts().any(|(_, text)| words::signature(text)) {
                return Kind::Signature;
            }
            if self.row.texts().any(|(_, text)| words::form(text)) {
                return Kind::Form;
            }
        }
        if self.is_item(figured) {
            return Kind::Item;
        }
        let named = self.name.is_some() || self.code.is_some();
        if after_item
            && self.feature.is_some()
            && self.code.is_none()
            && self.number.is_none()
            && !figured
        {
            return Kind::More;
        }
        // An amount beside a title is the sum of its section.
        if named || self.number.is_some() && self.row.texts().count() == 1 && !figured {
            return Kind::Heading;
        }
        self.unlabelled(figured)
    }

    fn unlabelled(&self, figured: bool) -> Kind {
        let zero = |found: &Found| found.value.is_none_or(|value| value.is_zero()) && !found.failed;
        let nothing = self.figures().into_iter().all(zero) && self.name.is_none();
        if nothing && (figured || self.number.is_some()) { Kind::NoContent } else { Kind::Unknown }
    }

    fn is_item(&self, figured: bool) -> bool {
        if self.name.is_none() && self.code.is_none() {
            return false;
        }
        let [quantity, price, amount] = self.figures();
        if self.unit.is_some() && self.name.is_some() {
            return true;
        }
        if quantity.filled || price.filled {
            return figured || self.code.is_some();
        }
        if !amount.filled {
            return false;
        }
        // Only an amount: a lump sum where the table has nothing else or the words say so, else the
        // sum of a section beside its title.
        let counted =
            self.number.as_deref().is_some_and(|number| tight(number).parse::<u32>().is_ok());
        !self.has_quantities
            || self.name.as_deref().is_some_and(words::lump)
            || counted
            || self.code.as_deref().is_some_and(|code| tight(code).len() >= 6)
    }

    /// `1 2 3 4 5` or `A B C D`, as forms have it under their header.
    fn is_counting(&self) -> bool {
        let cells = &self.row.cells;
        if cells.len() < 4 {
            return false;
        }
        let mut seen = cells.iter().map(|(_, cell)| match cell {
            Cell::Number(number) => number.to_string(),
            Cell::Text(text) => tight(text).trim_matches(['(', ')']).to_owned(),
            Cell::Error(_) => String::new(),
        });
        let Some(first) = seen.next() else { return false };
        match first.as_str() {
            "1" => seen.zip(2_u32..).all(|(text, next)| {
                text.split(['=', '×', '*']).next().is_some_and(|text| text == next.to_string())
            }),
            "A" | "a" => {
                seen.zip(b'b'..=b'z').all(|(text, next)| text.to_lowercase().as_bytes() == [next])
            }
            _ => false,
        }
    }
}
