//! The workbook of both sample cases, recalculated by LibreOffice.

use lisuan_tests::cli::{Desk, GOOD, UNREADABLE};
use serde_json::Value;

#[path = "../../crates/lisuan-sheet/tests/recalculate/office.rs"]
mod office;

/// A figure as the program shows it, against a cell: the same number, a ratio to nine digits.
fn same(shown: &str, cell: &str) -> bool {
    let number = |text: &str| {
        let plain = text.trim_start_matches('≈').replace(',', "");
        let (digits, parts) = plain.strip_suffix('%').map_or((&*plain, 1.0), |d| (d, 100.0));
        digits.parse::<f64>().map(|value| value / parts)
    };
    match (number(shown), number(cell)) {
        (Ok(a), Ok(b)) => (a - b).abs() <= if shown.contains('%') { 1e-6 } else { 1e-4 },
        _ => shown == cell,
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn the_workbook_of_a_sample_recalculates_to_its_figures() {
    let Some(office) = office::office() else { return };
    for (sample, payable) in [("power-plant", None), ("embankment", Some("161,766.00"))] {
        for (language, names) in [
            ("zh-CN", ["汇总", "损失清单", "工程量", "理算步骤", "核查结果"]),
            ("en", ["Summary", "Loss lines", "Measurements", "Adjustment", "Findings"]),
        ] {
            let desk = Desk::new();
            desk.json(GOOD, &["new", "s.lisuan", "--sample", sample, "--lang", language]);
            let adjusted = desk.json(GOOD, &["adjust", "s.lisuan"]);
            let args = ["sheet", "s.lisuan", "-o", "s.xlsx", "--lang", language];
            let written = desk.json(GOOD, &args);
            assert_eq!(written["fixed"], 0, "{sample}: every figure is live: {written}");
            let workbook = desk.path("s.xlsx");
            let pages = office::recalculated(&office, &desk.path("office"), &[workbook]).remove(0);
            assert_eq!(pages.len(), names.len(), "{sample}: {:?}", pages.keys());
            assert!(names.iter().all(|name| pages.contains_key(*name)), "{:?}", pages.keys());
            let steps = adjusted["steps"].as_array().unwrap();
            assert_eq!(pages[names[3]].len(), steps.len() + 1, "{sample}: a row for each step");
            for (step, row) in steps.iter().zip(&pages[names[3]][1..]) {
                assert!(same(text(&step["result"]), &row[4]), "{sample}: {step} is not {row:?}");
                assert!(!row[1].starts_with("step-"), "{language}: {row:?} has words");
            }
            let summary = &pages[names[0]];
            let holds = |figure: &str| summary.iter().any(|row| same(figure, &row[1]));
            let recovered = adjusted["figures"]["balance"].as_str();
            for figure in payable.into_iter().chain(recovered) {
                assert!(holds(figure), "{sample}: the summary has no {figure}: {summary:?}");
            }
        }
    }
}

#[test]
fn the_case_itself_is_never_replaced_by_its_workbook() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "s.lisuan"]);
    let answer = desk.run(&["sheet", "s.lisuan", "-o", "s.lisuan"]);
    assert_eq!(answer.code, Some(UNREADABLE), "{}", answer.err);
    desk.whole("s.lisuan");
    desk.json(GOOD, &["sheet", "s.lisuan", "-o", "empty.xlsx"]);
    assert!(desk.names().contains(&"empty.xlsx".to_owned()), "a case without lines has one too");
}
