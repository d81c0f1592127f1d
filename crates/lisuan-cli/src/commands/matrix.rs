//! `lisuan matrix`: what supports each loss line.

use std::path::Path;

use lisuan_app::Result;
use serde_json::json;

use crate::report::Report;
use crate::shell::Shell;
use crate::table::{Side, Table, shortened};

/// The facets, as the case file names them, in the order of the scores.
const FACETS: [&str; 9] =
    ["exists", "damage", "quantity", "price", "cause", "time", "place", "interest", "repair"];

/// Lists the lines with a score a facet.
pub fn run(shell: &Shell, case: &Path) -> Result<Report> {
    let view = shell.open(case)?;
    let matrix = shell.app.matrix()?;
    let words = |facet: &str| shell.words.say(&format!("choice-line-document-facet-{facet}"), &[]);
    let mut headings = vec![shell.words.say("kind-loss-line", &[])];
    headings.extend(FACETS.iter().map(|facet| words(facet)));
    let mut sides = vec![Side::Left];
    sides.resize(headings.len(), Side::Right);
    let mut table = Table::new(headings, &sides);
    let items = view.rows.get("loss_line").map(Vec::as_slice).unwrap_or_default();
    let mut lines = Vec::new();
    for line in &matrix.lines {
        let row = items.iter().find(|row| row.id == line.line);
        let item = row.and_then(|row| row.fields.get("item")).cloned().unwrap_or_default();
        let mut cells = vec![shortened(&item)];
        cells.extend(line.scores.iter().map(u8::to_string));
        table.row(cells);
        let facets: serde_json::Map<_, _> = FACETS
            .iter()
            .zip(line.scores.iter().zip(&line.sources))
            .map(|(facet, (score, sources))| {
                ((*facet).to_owned(), json!({ "score": score, "sources": sources }))
            })
            .collect();
        lines.push(json!({
            "id": line.line,
            "item": item,
            "ready": line.ready,
            "strong": line.strong,
            "facets": facets,
        }));
    }
    let (ready, all) = (matrix.ready.to_string(), matrix.lines.len().to_string());
    let count = shell.words.say("matrix-count", &[("ready", &ready), ("all", &all)]);
    let text = format!("{}{count}", table.text());
    Ok(Report { good: true, text, json: json!({ "ready": matrix.ready, "lines": lines }) })
}
