//! Adjustments from files: the examples of the documentation, every problem a file can have, and
//! that no file makes the program panic.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken test stops where it stands")]

mod anything;
mod examples;
mod parts;
mod problems;
mod scenarios;
mod vectors;

use std::fs;
use std::path::{Path, PathBuf};

use lisuan_app::adjust_file::{AdjustFileView, ResultView, adjust_file_schema};
use lisuan_app::{App, Home};
use serde_json::{Value, json};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn app() -> App {
    // Nothing of a file's adjustment is kept, so that no folder is touched.
    App::new(Home::under(Path::new("nowhere")))
}

fn adjusted(bytes: &[u8], scenario: Option<&str>) -> AdjustFileView {
    app().adjust_file(bytes, "en", scenario).unwrap()
}

fn of_json(value: &Value) -> AdjustFileView {
    adjusted(value.to_string().as_bytes(), None)
}

fn example(name: &str, scenario: Option<&str>) -> AdjustFileView {
    let bytes = fs::read(root().join("docs/examples").join(name)).unwrap();
    adjusted(&bytes, scenario)
}

fn result(view: &AdjustFileView) -> &ResultView {
    assert!(view.problems.is_empty(), "the file has problems: {:?}", view.problems);
    view.result.as_ref().unwrap()
}

fn figure<'a>(result: &'a ResultView, name: &str) -> Option<&'a str> {
    result.figures.get(name)?.value.as_deref()
}

/// A worked example with a known result.
fn vector(id: &str) -> Value {
    let file = root().join("../shared/vectors/adjustment.json");
    let vectors: Value = serde_json::from_slice(&fs::read(file).unwrap()).unwrap();
    let found = vectors["examples"].as_array().unwrap().iter().find(|e| e["id"] == id);
    found.unwrap()["expected"].clone()
}

fn checks(result: &ResultView) -> Vec<(&str, &str, &str)> {
    let findings = result.findings.iter();
    findings.map(|f| (f.level.as_str(), f.check.as_str(), f.pointer.as_str())).collect()
}

/// A small file that has no problem.
fn fine() -> Value {
    json!({
        "format": "lisuan-adjustment-1",
        "currency": "CNY",
        "items": [{ "id": "i", "sum_insured": "1000", "value": "2000" }],
        "lines": [{ "id": "l", "item": "i", "lump_sum": "100" }],
        "extensions": [{ "id": "x", "cost": "10", "limits": [{ "amount": "5" }] }],
        "sue_labour": [{ "id": "s", "cost": "3" }],
        "limits": [{ "id": "e", "kind": "group", "items": ["i"], "amount": "90" }],
        "deductibles": [{ "id": "d", "fixed": "0" }],
        "rates": [{ "id": "r", "from": "USD", "to": "CNY", "rate": "7.1", "date": "2026-11-22" }],
        "switches": { "average.basis": "full_value" },
        "scenarios": [{ "name": "s", "lines": { "l": { "lump_sum": "50" } } }]
    })
}

/// Puts a value at a place, adding the last part of the path.
fn put(file: &mut Value, pointer: &str, value: Value) {
    let (above, last) = pointer.rsplit_once('/').unwrap();
    match file.pointer_mut(above).unwrap() {
        Value::Object(fields) => {
            fields.insert(last.replace("~1", "/"), value);
        }
        Value::Array(list) => {
            let at: usize = last.parse().unwrap();
            list.truncate(at);
            list.push(value);
        }
        other => panic!("{above} is {other}"),
    }
}

#[test]
fn the_schema_is_what_the_program_reads() {
    let made = serde_json::to_string_pretty(&adjust_file_schema()).unwrap() + "\n";
    let file = root().join("docs/adjustment-input.schema.json");
    if std::env::var_os("LISUAN_WRITE_SCHEMA").is_some() {
        fs::write(&file, &made).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap();
    assert_eq!(kept, made, "run with LISUAN_WRITE_SCHEMA=1 to write it anew");
}
