//! Any kind of record as a table: one column a field, in the words of the catalogue.

use std::collections::HashMap;

use lisuan_core::Id;
use lisuan_core::case::Texts;
use lisuan_core::change::{Kind, Shape};
use lisuan_core::money::grouped;
use rust_decimal::Decimal;

use crate::flow::Flow;
use crate::input::{NOTHING, Telling, hyphens, moment};
use crate::section::{documents, photos};
use crate::table::{Cell, Column, Row, Table};

/// What records are called, by kind and key.
pub type Names = HashMap<(Kind, Id), String>;

/// Which records, and what of them has a column: the field and its share of the width. A field
/// that follows another with `+` stands below it in the same cell.
pub struct Listing<'a> {
    /// The kind.
    pub kind: Kind,
    /// Fields with their shares.
    pub columns: &'a [(&'a str, f32)],
    /// Whether they have a heading of their own.
    pub titled: bool,
}

/// Sets the records that are asked for under a heading of their own; tells whether there were any.
pub fn set(
    flow: &mut Flow<'_>,
    telling: &Telling<'_>,
    listing: &Listing<'_>,
    asked: impl Fn(&Texts) -> bool,
) -> bool {
    let kind = listing.kind;
    let mut records = telling.case().texts(kind);
    records.retain(|(_, texts)| !texts.is_empty() && asked(texts));
    if records.is_empty() {
        return false;
    }
    if listing.titled {
        flow.subsection(&telling.say_other(&format!("kind-{}", hyphens(kind.as_str())), &[]));
    }
    let names = telling.case().names();
    let fields: Vec<(Vec<&str>, f32)> =
        listing.columns.iter().map(|(names, share)| (names.split('+').collect(), *share)).collect();
    let mut table = Table::new(
        fields
            .iter()
            .map(|(names, share)| {
                let title = label(telling, kind, names.first().copied().unwrap_or_default());
                let decimal = names.first().is_some_and(|name| is_decimal(kind, name));
                let column = if decimal {
                    Column::figures(title, *share)
                } else {
                    Column::words(title, *share)
                };
                column.sized(7.5)
            })
            .collect(),
    );
    for (_, texts) in &records {
        table.row(Row::new(
            fields.iter().map(|(fields, _)| cell(telling, &names, kind, fields, texts)).collect(),
        ));
    }
    table.set(flow);
    true
}

fn cell(telling: &Telling<'_>, names: &Names, kind: Kind, fields: &[&str], texts: &Texts) -> Cell {
    let of = |name: &str| texts.iter().find(|(field, _)| *field == name).map(|(_, text)| text);
    let said = |name: &str| of(name).map(|text| shown(telling, names, kind, name, text));
    let mut fields = fields.iter();
    let first = fields.next().copied().unwrap_or_default();
    let mut text = said(first).unwrap_or_else(|| NOTHING.to_owned());
    // An amount says its currency.
    if is_decimal(kind, first)
        && text != NOTHING
        && let Some(currency) = of("currency")
    {
        text = format!("{currency} {text}");
    }
    let below: Vec<String> = fields
        .filter_map(|name| Some(format!("{} {}", label(telling, kind, name), said(name)?)))
        .collect();
    Cell::from(text)
        .below(below.join("\n"))
        .link(of(first).and_then(|text| link(kind, first, text)))
}

/// Where a reference to a photo or paper leads.
fn link(kind: Kind, field: &str, text: &str) -> Option<String> {
    match kind.field(field)?.shape {
        Shape::Reference(Kind::Document) => Some(documents::place_of(text.parse().ok()?)),
        Shape::Reference(Kind::Photo) => Some(photos::place_of(text.parse().ok()?)),
        _ => None,
    }
}

fn is_decimal(kind: Kind, field: &str) -> bool {
    kind.field(field).is_some_and(|field| matches!(field.shape, Shape::Decimal))
}

/// What a field is called.
pub fn label(telling: &Telling<'_>, kind: Kind, field: &str) -> String {
    let key = format!("field-{}-{}", hyphens(kind.as_str()), hyphens(field));
    telling.say_if_known(&key).unwrap_or_else(|| field.to_owned())
}

/// The text of a field as people read it.
pub fn shown(telling: &Telling<'_>, names: &Names, kind: Kind, field: &str, text: &str) -> String {
    let as_it_is = || text.to_owned();
    let decimal = || text.parse::<Decimal>().ok();
    match kind.field(field).map(|def| def.shape) {
        Some(Shape::Choice(_)) => {
            let key =
                format!("choice-{}-{}-{}", hyphens(kind.as_str()), hyphens(field), hyphens(text));
            telling.say_if_known(&key).unwrap_or_else(as_it_is)
        }
        Some(Shape::Decimal) => {
            decimal().map_or_else(as_it_is, |value| grouped(value, value.scale()))
        }
        Some(Shape::Ratio) => decimal()
            .and_then(|value| value.checked_mul(Decimal::ONE_HUNDRED))
            .map_or_else(as_it_is, |value| format!("{}%", value.normalize())),
        Some(Shape::Moment) => moment(text),
        Some(Shape::LocalTime) => text.replace('T', " ").chars().take(16).collect(),
        Some(Shape::Reference(target)) => text
            .parse::<Id>()
            .ok()
            .and_then(|id| names.get(&(target, id)).cloned())
            .unwrap_or_else(|| NOTHING.to_owned()),
        _ => as_it_is(),
    }
}
