//! The policy wording: every deductible, limit, extension, insurer, endorsement and clause on
//! record, in the words of the catalogue.

use lisuan_core::case::WordingRecord;
use lisuan_core::change::Kind;

use crate::flow::Flow;
use crate::input::{NOTHING, Telling, hyphens};
use crate::section::records::{self, Names};
use crate::table::{Cell, Column, Row, Table};

/// Fields that have a column of their own.
const APART: [&str; 2] = ["clause", "explained"];
/// Fields that name a record.
const NAMES: [&str; 3] = ["name", "number", "insurer"];

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
            let label = records::label(telling, *kind, field);
            format!("{label} {}", records::shown(telling, names, *kind, field, text))
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
