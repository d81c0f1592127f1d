//! A bill of quantities into a case.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken test stops where it stands")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use lisuan_app::wire::BoqChoices;
use lisuan_app::{App, Code, Home, LANGUAGES, Words};

const BILL: &str = "序号,项目编码,项目名称,单位,工程量,综合单价,合价\n\
    1,040101001001,挖一般土方,m³,10,13.60,136.00\n\
    2,040103001001,回填方,m3,5,15.08,75.40\n\
    3,040103002001,余方弃置,m3,,,\n\
    合计,,,,,,211.40\n";

fn bill(folder: &tempfile::TempDir, text: &str) -> PathBuf {
    let path = folder.path().join("bill.csv");
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn prices_of_a_bill_come_in_as_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(Home::under(folder.path()));
    let head = BTreeMap::from([("claim_no".to_owned(), "1".to_owned())]);
    app.new_case(&folder.path().join("a.lisuan"), &head).unwrap();
    let path = bill(&folder, BILL);
    let (view, delta) = app.import_boq(&path, &BoqChoices::default()).unwrap();
    assert_eq!((view.items.len(), delta.added.len()), (3, 2), "an item without a price stays out");
    let case = app.current().unwrap().unwrap();
    let prices = &case.rows["unit_price"];
    let first = &prices[0].fields;
    for (field, value) in [
        ("item", "挖一般土方"),
        ("unit", "m³"),
        ("amount", "13.6"),
        ("basis", "contract-boq"),
        ("source", "bill.csv 第 2 行"),
        ("boq_code", "040101001001"),
        ("boq_quantity", "10"),
    ] {
        assert_eq!(first.get(field).map(String::as_str), Some(value), "{field} of the first");
    }
    app.undo().unwrap();
    let case = app.current().unwrap().unwrap();
    let left = case.rows.get("unit_price").map_or(0, Vec::len);
    assert_eq!(left, 0, "one step takes all of them back");
}

#[test]
fn a_bill_without_prices_leaves_the_case_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(Home::under(folder.path()));
    let head = BTreeMap::from([("claim_no".to_owned(), "1".to_owned())]);
    app.new_case(&folder.path().join("a.lisuan"), &head).unwrap();
    for (text, code) in [("a,b,c\n1,2,3\n", Code::NoPrices), ("\0\0\0", Code::NotABill)] {
        let refused = app.import_boq(&bill(&folder, text), &BoqChoices::default()).unwrap_err();
        assert_eq!(refused.code, code, "{text:?}");
    }
    let none = app.read_boq(&folder.path().join("none.csv"), &BoqChoices::default()).unwrap_err();
    assert_eq!(none.code, Code::Missing);
}

#[test]
fn choices_come_from_json() {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(Home::under(folder.path()));
    let path = bill(&folder, BILL);
    let choices = r#"{"sheets": {"": {"columns": {"unit_price": 4, "quantity": null}}}}"#;
    let view = app.read_boq(&path, &serde_json::from_str(choices).unwrap()).unwrap();
    assert_eq!(view.items[0].unit_price.as_deref(), Some("10"), "the column that was chosen");
    assert_eq!(view.items[0].quantity, None, "and the one that was taken away");
    let unknown = r#"{"sheets": {"": {"columns": {"weight": 4}}}}"#;
    let refused = app.read_boq(&path, &serde_json::from_str(unknown).unwrap()).unwrap_err();
    assert_eq!(refused.code, Code::NotFound, "a field that does not exist");
}

#[test]
fn every_warning_has_words() {
    for language in LANGUAGES {
        let words = Words::of(language);
        for kind in lisuan_boq::KINDS {
            let key = format!("boq-warning-{}", kind.replace('_', "-"));
            assert!(words.has(&key), "{key} in {language}");
        }
        for field in lisuan_boq::Field::ALL {
            let key = format!("boq-field-{}", field.as_str().replace('_', "-"));
            assert!(words.has(&key), "{key} in {language}");
        }
    }
}
