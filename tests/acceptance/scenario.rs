//! A case with its wording and another reading of it, asked for on the command line.

use std::collections::BTreeMap;

use lisuan_app::wire::Edit;
use lisuan_app::{App, Home};
use lisuan_tests::cli::{Desk, GOOD, USAGE};

fn add(kind: &str, name: Option<&str>, fields: &[(&str, &str)]) -> Edit {
    let fields: BTreeMap<_, _> =
        fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    Edit::Add { kind: kind.to_owned(), fields, name: name.map(str::to_owned) }
}

#[test]
fn the_insurers_reading_stands_beside_ours() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "s.lisuan"]);
    let app = App::new(Home::under(&desk.path("home")));
    app.open(&desk.path("s.lisuan")).unwrap();
    app.edit(
        "paste",
        "",
        &[
            add(
                "policy_item",
                None,
                &[("name", "路基"), ("sum_insured", "800000"), ("insurable_value", "800000")],
            ),
            add("loss_line", None, &[("item", "边坡"), ("assessed_amount", "100000")]),
            add("deductible", None, &[("fixed", "5000"), ("clause", "特别约定 3")]),
            add("scenario", Some("theirs"), &[("name", "保险人的理解")]),
            add(
                "position",
                None,
                &[("scenario", "@theirs"), ("code", "deductible.fixed"), ("value", "20,000")],
            ),
        ],
    )
    .unwrap();
    app.close().unwrap();

    let answer = desk.json(GOOD, &["adjust", "s.lisuan"]);
    assert_eq!(answer["figures"]["payable"], "95,000.00", "the case itself");
    let rows = answer["scenarios"]["rows"].as_array().unwrap();
    let payable = rows.iter().find(|row| row["figure"] == "payable").unwrap();
    assert_eq!(payable["base"], "95,000.00");
    assert_eq!(payable["cells"][0]["amount"], "80,000.00", "what their reading gives");
    assert_eq!(payable["cells"][0]["difference"], "-15,000.00");
    assert_eq!(
        answer["steps"][0]["label"], "损失项目金额（总价）",
        "steps have labels in the language"
    );

    let theirs = desk.json(GOOD, &["adjust", "s.lisuan", "--scenario", "保险人的理解"]);
    assert_eq!(theirs["figures"]["payable"], "80,000.00", "its whole calculation");
    let text = desk.run(&["adjust", "s.lisuan"]).out;
    assert!(text.contains("-15,000.00") && text.contains("保险人的理解"), "side by side: {text}");
    let unknown = desk.run(&["adjust", "s.lisuan", "--scenario", "x"]);
    assert_eq!(unknown.code, Some(USAGE), "there is no such scenario: {}", unknown.err);
}
