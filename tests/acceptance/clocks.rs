//! Clocks through the command line: what runs, what is overdue, and what stops the thirty days.

use lisuan_tests::cli::{Desk, GOOD};
use serde_json::Value;

fn clock<'a>(answer: &'a Value, code: &str) -> &'a Value {
    let list = answer["clocks"].as_array().map(Vec::as_slice).unwrap_or_default();
    list.iter().find(|clock| clock["code"] == code).unwrap_or(&Value::Null)
}

#[test]
fn an_agreement_starts_ten_days_that_holidays_prolong_and_that_can_be_missed() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "c.lisuan"]);
    desk.json(GOOD, &["record", "add", "c.lisuan", "settlement", "agreed_on=2026-09-23"]);
    let in_time = desk.json(GOOD, &["clocks", "c.lisuan", "--today", "2026-10-01"]);
    let paying = clock(&in_time, "T04");
    assert_eq!(paying["counted"], "2026-10-03", "ten days, the first not counted: {paying}");
    assert_eq!(paying["last"], "2026-10-08", "the National Day holidays end on the 7th");
    assert_eq!(paying["state"], "running", "{paying}");
    assert!(paying["summary"].as_str().is_some_and(|text| !text.is_empty()), "the law is told");
    let late = desk.json(1, &["clocks", "c.lisuan", "--today", "2026-10-09"]);
    assert_eq!(clock(&late, "T04")["state"], "breached", "a breach is the answer no");
    assert_eq!(clock(&late, "T05")["state"], "running", "late performance begins");
    let text = desk.run(&["clocks", "c.lisuan", "--today", "2026-10-09"]).out;
    assert!(text.contains("已逾期, 逾期 1 日"), "people read the same: {text}");
}
