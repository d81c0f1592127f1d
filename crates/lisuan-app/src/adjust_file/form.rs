//! The fields of each record, described once and read twice: [`super::reading::Reading`] takes
//! their values out of a file, [`super::schema::Schema`] writes the JSON Schema from them. So the
//! documented format cannot drift from the one that is read.

use lisuan_core::Id;
use lisuan_core::adjustment::{Switch, UnknownWord};
use lisuan_core::moment::Date;
use lisuan_core::money::Currency;
use rust_decimal::Decimal;

use super::node::Node;
use super::problem::Fault;
use super::value::{self, Written};

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Text.
    Text,
    /// `true` or `false`.
    YesNo,
    /// A decimal that is not below zero, in quotes.
    Amount,
    /// Any decimal, in quotes.
    Signed,
    /// A decimal above zero, in quotes.
    Positive,
    /// `"0.15"` or `"15%"`.
    Ratio,
    /// `"2026-11-22"`.
    Date,
    /// Three capital letters.
    Currency,
    /// One of these words.
    Words(&'static [&'static str]),
    /// An expression.
    Quantity,
    /// A date and the time of day.
    Moment,
    /// A whole number, in quotes.
    Count,
    /// The id of an insured item or another record.
    Item,
}

/// A field: its name, what it means, what it holds, whether it has to be there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    pub name: &'static str,
    pub doc: &'static str,
    pub shape: Shape,
    pub required: bool,
}

/// What a file says about a field.
pub(super) enum Given<T> {
    /// Nothing, or something that does not read.
    Absent,
    /// `null`: in a scenario, the base's value is taken away.
    Emptied,
    /// A value.
    Value(T),
}

impl<T> Given<T> {
    fn into_slot(self, slot: &mut Option<T>) {
        match self {
            Self::Absent => {}
            Self::Emptied => *slot = None,
            Self::Value(value) => *slot = Some(value),
        }
    }

    fn or_default(self, slot: &mut T)
    where
        T: Default,
    {
        match self {
            Self::Absent => {}
            Self::Emptied => *slot = T::default(),
            Self::Value(value) => *slot = value,
        }
    }
}

/// A switch and the clause behind it, as a file gives them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chosen {
    /// The word.
    pub word: &'static str,
    /// The clause.
    pub clause: Option<String>,
}

impl Chosen {
    /// As the engine takes it.
    pub(super) fn switch<T: std::str::FromStr<Err = UnknownWord>>(self) -> Option<Switch<T>> {
        let value = self.word.parse().ok()?;
        Some(Switch::chosen(value, self.clause, None))
    }
}

/// Something that goes through the fields of a record.
pub(super) trait Form {
    /// A field with one value.
    fn given<T>(&mut self, field: Field, read: impl FnOnce(&Node) -> Result<T, Fault>) -> Given<T>;

    /// A field that is an object of its own; it is always read from nothing.
    fn object<T: Default>(
        &mut self,
        name: &'static str,
        doc: &'static str,
        fields: fn(&mut Self, &mut T),
    ) -> Given<T>;

    /// A field that is a list of objects.
    fn objects<T: Default>(
        &mut self,
        name: &'static str,
        doc: &'static str,
        fields: fn(&mut Self, &mut T),
    ) -> Given<Vec<T>>;

    /// A field that is a switch: a word, or a word with its clause.
    fn switch(
        &mut self,
        name: &'static str,
        doc: &'static str,
        words: &'static [&'static str],
    ) -> Given<Chosen>;

    /// A field with the id of a record of a list that was read before.
    fn record(
        &mut self,
        list: &'static str,
        name: &'static str,
        doc: &'static str,
        slot: &mut Option<Id>,
    );

    /// A field with a list of ids of insured items.
    fn items(&mut self, name: &'static str, doc: &'static str, slot: &mut Vec<Id>);

    /// Says that something is wrong with the record as a whole, or with one of its fields.
    fn wrong(&mut self, field: Option<&'static str>, fault: Fault);

    /// A field that may be empty.
    fn maybe<T>(
        &mut self,
        (name, doc, shape): (&'static str, &'static str, Shape),
        slot: &mut Option<T>,
        read: impl FnOnce(&Node) -> Result<T, Fault>,
    ) {
        self.given(Field { name, doc, shape, required: false }, read).into_slot(slot);
    }

    /// A field that has to be there.
    fn required<T>(
        &mut self,
        (name, doc, shape): (&'static str, &'static str, Shape),
        slot: &mut T,
        read: impl FnOnce(&Node) -> Result<T, Fault>,
    ) {
        if let Given::Value(value) = self.given(Field { name, doc, shape, required: true }, read) {
            *slot = value;
        }
    }

    /// The id of an insured item.
    fn item(&mut self, name: &'static str, doc: &'static str, slot: &mut Option<Id>) {
        self.record("items", name, doc, slot);
    }

    /// Text.
    fn text(&mut self, name: &'static str, doc: &'static str, slot: &mut Option<String>) {
        self.maybe((name, doc, Shape::Text), slot, value::text);
    }

    /// An amount that is not below zero.
    fn amount(&mut self, name: &'static str, doc: &'static str, slot: &mut Option<Decimal>) {
        self.maybe((name, doc, Shape::Amount), slot, value::amount);
    }

    /// An amount that may be below zero.
    fn signed(&mut self, name: &'static str, doc: &'static str, slot: &mut Option<Decimal>) {
        self.maybe((name, doc, Shape::Signed), slot, value::signed);
    }

    /// A ratio.
    fn ratio(&mut self, name: &'static str, doc: &'static str, slot: &mut Option<Decimal>) {
        self.maybe((name, doc, Shape::Ratio), slot, value::ratio);
    }

    /// A currency.
    fn currency(&mut self, name: &'static str, doc: &'static str, slot: &mut Option<Currency>) {
        self.maybe((name, doc, Shape::Currency), slot, value::currency);
    }

    /// A date.
    fn date(&mut self, name: &'static str, doc: &'static str, slot: &mut Option<Date>) {
        self.maybe((name, doc, Shape::Date), slot, value::date);
    }

    /// A whole number.
    fn count(&mut self, name: &'static str, doc: &'static str, slot: &mut Option<u32>) {
        self.maybe((name, doc, Shape::Count), slot, value::count);
    }

    /// A quantity as an expression.
    fn quantity(&mut self, name: &'static str, doc: &'static str, slot: &mut Option<Written>) {
        self.maybe((name, doc, Shape::Quantity), slot, value::quantity);
    }

    /// Yes or no; no when it is not there.
    fn yes(&mut self, name: &'static str, doc: &'static str, slot: &mut bool) {
        let field = Field { name, doc, shape: Shape::YesNo, required: false };
        self.given(field, value::yes_no).or_default(slot);
    }

    /// Yes, no or not said.
    fn yes_no(&mut self, name: &'static str, doc: &'static str, slot: &mut Option<bool>) {
        self.maybe((name, doc, Shape::YesNo), slot, value::yes_no);
    }

    /// The clause of the policy.
    fn clause(&mut self, slot: &mut Option<String>) {
        self.text("clause", "Clause of the policy, as the statement prints it.", slot);
    }
}
