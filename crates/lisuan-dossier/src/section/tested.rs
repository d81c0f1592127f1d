//! The cover tested: clauses put to the facts.

use lisuan_core::case::{CoverageTest, TestKind, TestResult};
use lisuan_core::change::Kind;

use crate::flow::Flow;
use crate::input::{Telling, shown, text};
use crate::section::life::choice;
use crate::section::records;
use crate::table::{Cell, Column, Row, Table};

/// Clauses put to the facts; two readings of one clause stand one below the other.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let case = telling.case();
    if case.coverage_tests.is_empty() {
        return;
    }
    flow.subsection(&telling.say("cover-tested"));
    let field = |name| records::label(telling, Kind::CoverageTest, name);
    let mut table = Table::new(vec![
        Column::words(field("kind"), 22.0).sized(7.5),
        Column::words(field("clause"), 46.0).sized(7.5),
        Column::words(field("question"), 34.0).sized(7.5),
        Column::words(field("reading"), 40.0).sized(7.5),
        Column::words(field("result"), 40.0).sized(7.5),
    ]);
    let mut tests: Vec<&CoverageTest> = case.coverage_tests.iter().collect();
    // In the order in which cover is tested; records of one kind by their clauses.
    let order = |test: &CoverageTest| {
        let kind = test.kind.map(|kind| kind.as_str());
        TestKind::WORDS.iter().position(|word| Some(*word) == kind)
    };
    tests.sort_by_key(|test| (order(test), test.clause, test.id));
    for test in tests {
        let clause = test.clause.and_then(|id| case.clauses.iter().find(|c| c.id == id));
        let section = test.section.and_then(|id| case.policy_sections.iter().find(|s| s.id == id));
        let number = clause.and_then(|clause| clause.number.clone());
        let wording = clause.and_then(|clause| clause.text.clone()).unwrap_or_default();
        let kind = test.kind.map(|k| choice(telling, Kind::CoverageTest, "kind", k.as_str()));
        let result = test.result.map(|result| match (test.kind, result) {
            // An exclusion is not met, it applies.
            (Some(TestKind::Exclusion), TestResult::Met) => telling.say("exclusion-met"),
            (Some(TestKind::Exclusion), TestResult::NotMet) => telling.say("exclusion-not-met"),
            (_, result) => choice(telling, Kind::CoverageTest, "result", result.as_str()),
        });
        table.row(Row::new(vec![
            Cell::from(shown(kind))
                .below(section.and_then(|section| section.name.clone()).unwrap_or_default()),
            Cell::from(shown(number)).below(wording),
            text(test.question.as_ref()).into(),
            text(test.reading.as_ref()).into(),
            Cell::from(shown(result)).below(test.reason.clone().unwrap_or_default()),
        ]));
    }
    table.set(flow);
}
