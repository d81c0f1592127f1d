//! What a person should look at, in a form that words and scripts can use alike.

use rust_decimal::Decimal;

/// Something in a row that a person should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Row of the sheet; absent when it concerns all of it.
    pub row: Option<u32>,
    /// What it is; words are under `boq-warning-` and this, with hyphens.
    pub kind: &'static str,
    /// Values for the words, in the order they are shown.
    pub facts: Vec<(&'static str, Fact)>,
}

/// A value of a warning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fact {
    /// As typed, a field's name or a code.
    Text(String),
    /// A figure.
    Number(Decimal),
    /// Rows of the sheet.
    Rows(Vec<u32>),
    /// A row of a sheet; the sheet is absent in a CSV file.
    Place(Option<String>, u32),
}

/// Every kind of warning; a test asks the catalogues for the words of each.
pub const KINDS: &[&str] = &[
    kind::AMOUNT_MISMATCH,
    kind::AMOUNT_MISSING,
    kind::AMOUNT_ROUNDING,
    kind::BRACKET_NEGATIVE,
    kind::CODE_LEADING_ZERO_LOST,
    kind::CODE_SCIENTIFIC,
    kind::COLUMN_TWICE,
    kind::COLUMNS_BEYOND,
    kind::COLUMNS_CHANGE,
    kind::DUPLICATE_CODE,
    kind::ERROR_CELL,
    kind::NUMBER_FROM_TEXT,
    kind::NUMBER_UNREAD,
    kind::PLACEHOLDER_AS_ZERO,
    kind::QUANTITY_MISSING,
    kind::SUBTOTAL_INCOMPLETE,
    kind::SUBTOTAL_UNRECONCILED,
    kind::UNIT_MISSING,
    kind::UNPRICED,
    kind::UNRECOGNISED,
];

/// The kinds by name.
pub(crate) mod kind {
    /// Quantity times price is another amount.
    pub(crate) const AMOUNT_MISMATCH: &str = "amount_mismatch";
    /// Quantity and price are there, their product is not.
    pub(crate) const AMOUNT_MISSING: &str = "amount_missing";
    /// The amount is off by one step of its rounding.
    pub(crate) const AMOUNT_ROUNDING: &str = "amount_rounding";
    /// A number in brackets was read as negative.
    pub(crate) const BRACKET_NEGATIVE: &str = "bracket_negative";
    /// A code of eleven digits was completed.
    pub(crate) const CODE_LEADING_ZERO_LOST: &str = "code_leading_zero_lost";
    /// A code was turned into a number with an exponent; its last digits are gone.
    pub(crate) const CODE_SCIENTIFIC: &str = "code_scientific";
    /// Two columns have the same heading; the first is used.
    pub(crate) const COLUMN_TWICE: &str = "column_twice";
    /// Cells to the right of the last column that is read.
    pub(crate) const COLUMNS_BEYOND: &str = "columns_beyond";
    /// A header further down orders the columns otherwise.
    pub(crate) const COLUMNS_CHANGE: &str = "columns_change";
    /// The code stands at an item before.
    pub(crate) const DUPLICATE_CODE: &str = "duplicate_code";
    /// A formula failed.
    pub(crate) const ERROR_CELL: &str = "error_cell";
    /// A number was typed as text.
    pub(crate) const NUMBER_FROM_TEXT: &str = "number_from_text";
    /// Text stands where a number should.
    pub(crate) const NUMBER_UNREAD: &str = "number_unread";
    /// A dash or a stroke was read as 0.
    pub(crate) const PLACEHOLDER_AS_ZERO: &str = "placeholder_as_zero";
    /// A price without a quantity.
    pub(crate) const QUANTITY_MISSING: &str = "quantity_missing";
    /// Items in the scope of a sum have no amount.
    pub(crate) const SUBTOTAL_INCOMPLETE: &str = "subtotal_incomplete";
    /// A printed sum is not that of its items.
    pub(crate) const SUBTOTAL_UNRECONCILED: &str = "subtotal_unreconciled";
    /// A quantity without a unit.
    pub(crate) const UNIT_MISSING: &str = "unit_missing";
    /// No price and no amount.
    pub(crate) const UNPRICED: &str = "unpriced";
    /// A row with figures that is nothing known.
    pub(crate) const UNRECOGNISED: &str = "unrecognised_row";
}

impl Warning {
    pub(crate) fn at(row: u32, kind: &'static str) -> Self {
        Self { row: Some(row), kind, facts: Vec::new() }
    }

    pub(crate) fn text(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.facts.push((name, Fact::Text(value.into())));
        self
    }

    pub(crate) fn number(mut self, name: &'static str, value: Decimal) -> Self {
        self.facts.push((name, Fact::Number(value.normalize())));
        self
    }

    pub(crate) fn fact(mut self, name: &'static str, value: Fact) -> Self {
        self.facts.push((name, value));
        self
    }
}
