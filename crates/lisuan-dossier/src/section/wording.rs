//! The policy wording: every deductible, limit, extension, insurer, endorsement and clause on
//! record, in the words of the catalogue.

use std::collections::HashMap;

use lisuan_core::Id;
use lisuan_core::case::WordingRecord;
use lisuan_core::change::{Kind, Shape};
use lisuan_core::money::grouped;
use rust_decimal::Decimal;

use crate::flow::Flow;
use crate::input::{NOTHING, Telling, hyphens};
use crate::table::{Cell, Column, Row, Table};

/// Fields that have a column of their own.
const APART: [&str; 2] = ["clause", "explained"];
/// Fields that name a record.
const NAMES: [&str; 3] = ["name", "number", "insurer"];

type Names = HashMap<(Kind, Id), String>;

/// Kinds of wording that have a section of their own in a report.
pub const ELSEWHERE: [Kind; 2] = [Kind::Deductible, Kind::OtherPolicy];

/// Sets the wording of the kinds asked for, under a heading where one is given; tells whether any
/// was on record.
pub fn set(
    flow: &mut Flow<'_>,
    telling: &Telling<'_>,
    heading: Option<&str>,
    asked: impl Fn(Kind) -> bool,
) -> bool {
    let mut wording = telling.case().wording();
    wording.retain(|(kind, ..)| asked(*kind));
    if wording.is_empty() {
        return false;
    }
    if let Some(heading) = heading {
        flow.subsection(&telling.say(heading));
    }
    let names = telling.case().names();
    let mut table = Table::new(vec![
        Column::words(telling.say("term"), 30.0),
        Column::words(telling.say("term-value"), 44.0),
        Column::words(telling.say("clause"), 24.0),
        Column::words(telling.say("explained"), 14.0),
    ]);
    for record in &wording {
        table.row(row(telling, &names, record));
    }
    table.set(flow);
    true
}

fn row(telling: &Telling<'_>, names: &Names, (kind, _, texts): &WordingRecord) -> Row {
    let of = |name: &str| texts.iter().find(|(field, _)| *field == name).map(|(_, text)| text);
    let name = NAMES.iter().find_map(|field| of(field)).cloned().unwrap_or_default();
    let said: Vec<String> = texts
        .iter()
        .filter(|(field, _)| !APART.contains(field) && !NAMES.contains(field))
        .map(|(field, text)| {
            let key = format!("field-{}-{}", hyphens(kind.as_str()), hyphens(field));
            let label = telling.say_if_known(&key).unwrap_or_else(|| (*field).to_owned());
            format!("{label} {}", shown(telling, names, *kind, field, text))
        })
        .collect();
    let said = if said.is_empty() { NOTHING.to_owned() } else { said.join("\n") };
    let explained = of("explained").map(|word| telling.say(&format!("explained-{word}")));
    let of_kind = format!("kind-{}", hyphens(kind.as_str()));
    Row::new(vec![
        Cell::from(telling.say_other(&of_kind, &[])).below(name),
        said.into(),
        of("clause").cloned().unwrap_or_else(|| NOTHING.to_owned()).into(),
        explained.unwrap_or_else(|| NOTHING.to_owned()).into(),
    ])
}

/// The text of a field as people read it.
fn shown(telling: &Telling<'_>, names: &Names, kind: Kind, field: &str, text: &str) -> String {
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
        Some(Shape::Reference(target)) => text
            .parse::<Id>()
            .ok()
            .and_then(|id| names.get(&(target, id)).cloned())
            .unwrap_or_else(|| NOTHING.to_owned()),
        _ => as_it_is(),
    }
}
