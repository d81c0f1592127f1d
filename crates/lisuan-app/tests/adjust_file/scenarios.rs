//! Scenarios, and findings of the case that point into the file.

use lisuan_app::Code;
use serde_json::{Value, json};

use crate::{app, checks, fine, of_json, result};

#[test]
fn a_scenario_that_is_not_there_is_an_error() {
    let error = app().adjust_file(fine().to_string().as_bytes(), "en", Some("t")).unwrap_err();
    assert_eq!((error.code, error.args[0].1.as_str()), (Code::NotFound, "t"));
}

#[test]
fn scenarios_add_take_away_and_empty() {
    let mut file = fine();
    file["scenarios"] = json!([
        { "name": "added", "lines": { "m": { "add": true, "item": "i", "lump_sum": "40" } } },
        { "name": "taken away", "lines": { "l": null } },
        { "name": "quantity", "lines": { "l": {
            "lump_sum": null, "quantity": "2×3", "unit": "m", "price": "5" } } },
        { "name": "no value", "items": { "i": { "value": null } } },
        { "name": "first loss", "switches": { "average.basis": { "value": "first_loss" } } },
        { "name": "settled", "settlement": { "basis": "agreed", "amount": "45", "reason": "met" } }
    ]);
    let view = of_json(&file);
    let loss = |name: &str| {
        let scenario = view.scenarios.iter().find(|s| s.name == name).unwrap();
        let loss = scenario.figures.iter().find(|f| f.id == "loss").unwrap();
        loss.difference.clone()
    };
    result(&view);
    assert_eq!(loss("added").as_deref(), Some("40.00"));
    assert_eq!(loss("taken away").as_deref(), Some("-100.00"));
    assert_eq!(loss("quantity").as_deref(), Some("-70.00"));
    let scenario = |name: &str| view.scenarios.iter().find(|s| s.name == name).unwrap();
    let missing = scenario("no value").findings.iter().find(|f| f.check == "ADJ-02").unwrap();
    assert_eq!(missing.pointer, "/items/0/value", "the place is the base's record");
    let first = scenario("first loss");
    assert_eq!(first.items[0].difference.as_deref(), Some("50.00"), "without average");
    let settled = scenario("settled").figures.iter().find(|f| f.id == "settlement").unwrap();
    assert_eq!((settled.base.as_deref(), settled.difference.as_deref()), (None, None));
}

#[test]
fn findings_of_the_case_point_into_the_file() {
    let mut file = fine();
    file["deductibles"] = json!([]);
    file["coinsurers"] = json!([{ "id": "a", "share": "60%" }, { "id": "b", "share": "50%" }]);
    file["lines"][0]["coverage"] = json!("1.5");
    file["items"][0]["sum_insured"] = Value::Null;
    file["extensions"][0]["currency"] = json!("EUR");
    let view = of_json(&file);
    let found = checks(result(&view));
    for wanted in [
        ("E", "ADJ-05", "/deductibles"),
        ("E", "ARI-05", "/coinsurers/0/share"),
        ("E", "ADJ-04", "/lines/0/coverage"),
        ("E", "ADJ-02", "/items/0/sum_insured"),
        ("W", "ADJ-06", "/switches/average.basis"),
    ] {
        assert!(found.contains(&wanted), "{wanted:?} is among {found:?}");
    }
    let no_rate = found.iter().find(|(_, check, _)| *check == "ARI-06").unwrap();
    assert!(no_rate.2.starts_with("/extensions/0"), "{no_rate:?}");
    let levels: Vec<&str> = found.iter().map(|(level, ..)| *level).collect();
    let mut sorted = levels.clone();
    sorted.sort_by_key(|level| ["E", "W", "I"].iter().position(|l| l == level));
    assert_eq!(levels, sorted, "the heaviest first");
    assert!(!view.good());
}
