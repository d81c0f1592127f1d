//! Real-looking bills and what a correct import yields.

mod support;

use std::collections::BTreeSet;

use serde_json::Value;

/// All entries of a list as text, so that order does not matter where the format has none.
fn set(value: &Value, key: &str) -> BTreeSet<String> {
    value[key].as_array().into_iter().flatten().map(Value::to_string).collect()
}

fn compare(name: &str, ending: &str) {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/boq");
    let Ok(bytes) = std::fs::read(format!("{folder}/{name}.{ending}")) else {
        // The bills are not part of this repository; a checkout elsewhere has none.
        eprintln!("{name}.{ending} is not here");
        return;
    };
    let expected = std::fs::read(format!("{folder}/{name}.expected.json")).expect("it is beside");
    let expected: Value = serde_json::from_slice(&expected).expect("it is JSON");
    let import = lisuan_boq::read(&bytes, name, &lisuan_boq::Choices::default()).expect("it reads");
    let found = support::json(&import);
    for key in ["items", "headings", "subtotals", "skipped", "warnings"] {
        let (found, expected) = (set(&found, key), set(&expected, key));
        let missing: Vec<&String> = expected.difference(&found).collect();
        let extra: Vec<&String> = found.difference(&expected).collect();
        assert!(
            missing.is_empty() && extra.is_empty(),
            "{key} of {name}\nmissing: {missing:#?}\nmore than expected: {extra:#?}"
        );
    }
    assert_eq!(found["amount_precision"], expected["amount_precision"], "of {name}");
    assert_eq!(found["counts"], expected["counts"], "of {name}");
}

#[test]
fn printed_pages_with_a_header_of_two_rows() {
    compare("a-standard", "xlsx");
}

#[test]
fn several_sheets_with_columns_in_other_orders() {
    compare("b-multi-sheet", "xlsx");
}

#[test]
fn numbers_as_people_type_them() {
    compare("c-numbers", "xlsx");
}

#[test]
fn separated_text_of_china() {
    compare("e-quote", "csv");
}
