//! The policy wording steers the adjustment, and scenarios stand beside it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken test stops where it stands")]

use std::collections::BTreeMap;

use lisuan_app::wire::{Edit, FindingView, ScenarioRow, ScenariosView};
use lisuan_app::{App, Home};

struct Program {
    _folder: tempfile::TempDir,
    app: App,
}

impl Program {
    /// A case of 100,000.00 insured at 800,000 of 1,000,000.
    fn new() -> (Self, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        let app = App::new(Home::under(folder.path()));
        let head = fields(&[
            ("claim_no", "A-1"),
            ("loss_date", "2026-06-10"),
            ("policy_from", "2026-01-01"),
            ("policy_to", "2026-06-01"),
        ]);
        app.new_case(&folder.path().join("case.lisuan"), &head).unwrap();
        let program = Self { _folder: folder, app };
        let keys = program.edit(&[
            add(
                "policy_item",
                Some("works"),
                &[("name", "路基"), ("sum_insured", "800000"), ("insurable_value", "1000000")],
            ),
            add("loss_line", None, &[("item", "边坡"), ("assessed_amount", "100000")]),
        ]);
        (program, keys)
    }

    fn edit(&self, edits: &[Edit]) -> Vec<String> {
        self.app.edit("change", "", edits).unwrap().added
    }

    fn payable(&self) -> Option<String> {
        self.app.sheet(None).unwrap().figures.payable
    }

    fn findings(&self) -> Vec<FindingView> {
        self.app.current().unwrap().unwrap().findings
    }

    fn has(&self, check: &str) -> bool {
        self.findings().iter().any(|finding| finding.check == check)
    }
}

fn fields(list: &[(&str, &str)]) -> BTreeMap<String, String> {
    list.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
}

fn add(kind: &str, name: Option<&str>, list: &[(&str, &str)]) -> Edit {
    Edit::Add { kind: kind.to_owned(), fields: fields(list), name: name.map(str::to_owned) }
}

fn figure<'a>(view: &'a ScenariosView, name: &str) -> &'a ScenarioRow {
    view.rows.iter().find(|row| row.figure.as_deref() == Some(name)).unwrap()
}

#[test]
fn a_deductible_is_a_record_of_its_own() {
    let (program, _) = Program::new();
    assert_eq!(program.payable(), None, "without a deductible on record nothing is payable");
    program.edit(&[
        add("deductible", None, &[("fixed", "5,000"), ("rate", "10%"), ("clause", "特别约定 3")]),
        add("term", None, &[("code", "deductible.rule"), ("value", "max"), ("clause", "3")]),
        add(
            "term",
            None,
            &[("code", "deductible.rate_base"), ("value", "gross_loss"), ("clause", "3")],
        ),
    ]);
    // 100,000 × 80 % − max(5,000; 10,000).
    assert_eq!(program.payable().as_deref(), Some("70,000.00"), "the higher of both");
    assert!(program.has("POL-08"), "nobody said that it was explained to the insured");
}

#[test]
fn an_endorsement_counts_from_its_day_on() {
    let (program, keys) = Program::new();
    let none = add("deductible", None, &[("fixed", "0"), ("clause", "明细表")]);
    program.edit(&[none]);
    assert_eq!(program.payable().as_deref(), Some("80,000.00"), "80 % of 100,000");
    assert!(program.has("POL-01"), "the loss is after the end of the period");
    let endorsement = |from: &str, sum: &str| {
        add(
            "endorsement",
            None,
            &[
                ("number", "批单 01"),
                ("effective_from", from),
                ("policy_item", &keys[0]),
                ("sum_insured", sum),
                ("period_to", "2026-12-31"),
            ],
        )
    };
    program.edit(&[endorsement("2026-06-11", "1000000")]);
    assert_eq!(program.payable().as_deref(), Some("80,000.00"), "it was not in force yet");
    assert!(program.has("POL-09"), "and that is said");
    assert!(program.has("POL-01"), "nor did it extend the period yet");
    program.edit(&[endorsement("2026-06-10", "900000")]);
    assert_eq!(program.payable().as_deref(), Some("90,000.00"), "in force on the day of the loss");
    assert!(!program.has("POL-01"), "the period goes on");
}

#[test]
fn every_part_of_the_wording_reaches_the_calculation() {
    let (program, keys) = Program::new();
    program.edit(&[
        add("deductible", None, &[("fixed", "10000"), ("clause", "明细表")]),
        add(
            "extension",
            None,
            &[
                ("name", "清理残骸"),
                ("cost", "9000"),
                ("limit_of_loss", "5%"),
                ("clause", "扩展 1"),
            ],
        ),
        add("sue_labour", None, &[("name", "抢险"), ("cost", "2000"), ("policy_item", &keys[0])]),
        add("policy_limit", None, &[("kind", "event"), ("amount", "60000"), ("clause", "5")]),
        add("coinsurer", None, &[("name", "乙"), ("share", "40%")]),
        add("coinsurer", None, &[("name", "甲"), ("share", "60%"), ("leads", "yes")]),
        add("interim_payment", None, &[("amount", "20000")]),
    ]);
    let sheet = program.app.sheet(None).unwrap();
    let result = |key: &str| -> Vec<String> {
        sheet.steps.iter().filter(|s| s.key == key).map(|s| s.result.clone()).collect()
    };
    assert_eq!(sheet.figures.deductible.as_deref(), Some("10,000.00"));
    // min(100,000 × 80 % + 5,000 − 10,000; 60,000) + 2,000 × 80 %.
    assert_eq!(sheet.figures.payable.as_deref(), Some("61,600.00"), "limit, then sue and labour");
    assert_eq!(result("coinsurer"), ["36,960.00", "24,640.00"], "the leader first");
    assert_eq!(result("due"), ["41,600.00"], "less what was paid on account");
}

#[test]
fn scenarios_stand_beside_the_case_and_leave_it_alone() {
    let (program, keys) = Program::new();
    program.edit(&[add("deductible", None, &[("fixed", "10000"), ("clause", "明细表")])]);
    let before = program.payable();
    program.edit(&[
        add("scenario", Some("theirs"), &[("name", "保险人的理解"), ("reading", "insurer")]),
        add(
            "position",
            None,
            &[("scenario", "@theirs"), ("code", "deductible.fixed"), ("value", "20000")],
        ),
        add(
            "position",
            None,
            &[
                ("scenario", "@theirs"),
                ("code", "line.coverage"),
                ("value", "50%"),
                ("line", &keys[1]),
                ("clause", "第 6 条"),
            ],
        ),
        add("scenario", Some("full"), &[("name", "足额"), ("reading", "insured")]),
        add(
            "position",
            None,
            &[
                ("scenario", "@full"),
                ("code", "item.insurable_value"),
                ("value", "800000"),
                ("policy_item", &keys[0]),
            ],
        ),
    ]);
    assert_eq!(program.payable(), before, "the case itself stays as it is");
    let view = program.app.scenarios().unwrap();
    let payable = figure(&view, "payable");
    assert_eq!(payable.base.as_deref(), Some("70,000.00"));
    // 50,000 × 80 % − 20,000, and 100,000 − 10,000.
    let amounts: Vec<_> = payable.cells.iter().map(|cell| cell.amount.as_deref()).collect();
    assert_eq!(amounts, [Some("20,000.00"), Some("90,000.00")]);
    let differences: Vec<_> = payable.cells.iter().map(|cell| cell.difference.as_deref()).collect();
    assert_eq!(differences, [Some("-50,000.00"), Some("+20,000.00")]);
    let lines: Vec<_> = view.rows.iter().filter(|row| row.group == "line").collect();
    assert_eq!(lines.len(), 1, "the line that differs is shown");
    assert_eq!(lines[0].cells[0].amount.as_deref(), Some("50,000.00"));
    let sheet = program.app.sheet(Some(&view.scenarios[0].id)).unwrap();
    assert_eq!(sheet.figures.payable.as_deref(), Some("20,000.00"), "with all its steps");
}

#[test]
fn a_point_that_does_not_read_is_a_finding_of_its_scenario() {
    let (program, keys) = Program::new();
    program.edit(&[
        add("scenario", Some("s"), &[("name", "一")]),
        add(
            "position",
            None,
            &[("scenario", "@s"), ("code", "line.coverage"), ("value", "many"), ("line", &keys[1])],
        ),
        add("position", None, &[("scenario", "@s"), ("code", "line.amount"), ("value", "5")]),
    ]);
    let view = program.app.scenarios().unwrap();
    let found: Vec<_> = view.scenarios[0]
        .findings
        .iter()
        .filter(|finding| finding.kind == "position")
        .map(|finding| finding.check.as_str())
        .collect();
    assert_eq!(found, ["ADJ-05", "ADJ-05"], "no number; and an amount of no line");
}

#[test]
fn lines_go_to_an_extension_and_deductibles_to_their_peril() {
    let (program, _) = Program::new();
    program.edit(&[
        add("extension", Some("debris"), &[("name", "清理残骸"), ("limit_amount", "5000")]),
        add(
            "loss_line",
            None,
            &[("item", "清运"), ("assessed_amount", "8000"), ("extension", "@debris")],
        ),
        add("deductible", None, &[("fixed", "1000"), ("clause", "其他风险")]),
        add("deductible", None, &[("fixed", "20000"), ("peril", "暴雨"), ("clause", "特种风险")]),
    ]);
    assert_eq!(program.payable(), None, "which deductible applies cannot be told yet");
    let head = program.app.current().unwrap().unwrap().id;
    let peril = |text: &str| Edit::Set {
        kind: "claim_case".to_owned(),
        id: head.clone(),
        field: "peril".to_owned(),
        value: Some(text.to_owned()),
    };
    program.edit(&[peril("暴雨")]);
    // 100,000 × 80 % + min(8,000; 5,000) − 20,000.
    assert_eq!(program.payable().as_deref(), Some("65,000.00"), "the deductible of the peril");
    program.edit(&[peril("火灾")]);
    assert_eq!(program.payable().as_deref(), Some("84,000.00"), "the general one");
    let sheet = program.app.sheet(None).unwrap();
    // As the amount claimed counts them; the loss of the works alone is a step of its own.
    assert_eq!(sheet.figures.assessed.as_deref(), Some("108,000.00"), "all lines are assessed");
    let gross: Vec<&str> = sheet.steps.iter().map(|step| step.result.as_str()).collect();
    assert!(gross.contains(&"100,000.00"), "debris is no loss of works: {gross:?}");
}

#[test]
fn the_cost_of_establishing_the_loss_is_no_loss() {
    let (program, _) = Program::new();
    assert!(!program.has("ADJ-14"), "a slope is a loss");
    program.edit(&[add(
        "loss_line",
        None,
        &[("item", "第三方检验费"), ("assessed_amount", "5000")],
    )]);
    assert!(program.has("ADJ-14"), "an inspection fee is not");
}
