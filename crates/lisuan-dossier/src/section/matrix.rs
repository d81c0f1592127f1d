//! The evidence matrix (证据矩阵): each loss line by what has to be proved of it.

use lisuan_core::case::Facet;
use lisuan_core::change::FieldValue as _;
use lisuan_core::corroboration::{Support, matrix};

use crate::flow::Flow;
use crate::input::{Telling, text};
use crate::section::loss;
use crate::table::{Cell, Column, Row, Table};

/// What a line must have before it is adjusted.
const GATE: [Facet; 4] = [Facet::Damage, Facet::Quantity, Facet::Price, Facet::Cause];

/// Sets the matrix with its scores.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let lines = &telling.case().lines;
    if lines.is_empty() {
        flow.paragraph(&telling.say("no-lines"));
        return;
    }
    flow.paragraph(&telling.say("matrix-intro"));
    let support = matrix(telling.case(), telling.input.assessment);
    let facets: Vec<Facet> = Facet::WORDS.iter().filter_map(|w| Facet::from_field(w)).collect();
    let mut columns = vec![
        Column::codes(telling.say("number"), 11.0).sized(7.5),
        Column::words(telling.say("loss-item"), 43.0).sized(7.5),
    ];
    columns
        .extend(facets.iter().map(|facet| Column::figures(word(telling, *facet), 18.5).sized(7.0)));
    columns.push(Column::words(telling.say("matrix-ready"), 22.0).sized(7.5));
    let mut table = Table::new(columns);
    for (n, (line, support)) in (1..).zip(lines.iter().zip(&support)) {
        let mut cells: Vec<Cell> = vec![
            Cell::from(n.to_string()).link(Some(loss::place_of(line.id))),
            Cell::from(text(line.item.as_ref())).below(lacking(telling, support)),
        ];
        cells.extend(facets.iter().map(|facet| Cell::from(support.score(*facet).to_string())));
        let ready = match (support.is_strong(), support.is_ready()) {
            (true, _) => "matrix-strong",
            (_, true) => "matrix-yes",
            _ => "matrix-no",
        };
        cells.push(telling.say(ready).into());
        table.row(Row::new(cells));
    }
    table.set(flow);
    let ready = support.iter().filter(|support| support.is_ready()).count().to_string();
    let all = support.len().to_string();
    flow.remark(&telling.say_with("matrix-count", &[("ready", &ready), ("all", &all)]));
}

fn word(telling: &Telling<'_>, facet: Facet) -> String {
    telling.say_other(&format!("choice-line-document-facet-{}", facet.as_str()), &[])
}

/// What of the gate is missing.
fn lacking(telling: &Telling<'_>, support: &Support) -> String {
    let missing: Vec<String> = GATE
        .iter()
        .filter(|facet| support.score(**facet) == 0)
        .map(|facet| word(telling, *facet))
        .collect();
    if missing.is_empty() {
        return String::new();
    }
    telling.say_with("matrix-lacks", &[("facets", &missing.join(" · "))])
}
