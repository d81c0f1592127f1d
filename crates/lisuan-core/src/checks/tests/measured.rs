use super::{Draft, id, key};
use crate::assessment::{Assessment, QuantitySource};
use crate::change::Kind::{Line, Measurement, Price};
use crate::clocks::Calendar;
use crate::money::plain;

const NONE: [&str; 0] = [];

fn counted(draft: &Draft, n: u8) -> Option<(String, QuantitySource)> {
    let assessment = Assessment::of(&draft.case(), &Calendar::default());
    let counted = assessment.measured[&id(n)].counted.clone()?;
    Some((plain(counted.quantity.rounded, counted.quantity.places), counted.source))
}

/// A wall of 10 × 3 with an opening of 1.005 × 1 and one of 1 × 1, both reasoned.
fn wall() -> Draft {
    let opening = key(1);
    Draft::default()
        .with(Measurement, 1, &[("item", "墙"), ("expression", "10×3"), ("unit", "m2")])
        .with(
            Measurement,
            2,
            &[("expression", "1.003×1"), ("deducts_from", &opening), ("remark", "窗洞")],
        )
        .with(
            Measurement,
            3,
            &[("expression", "扣1.003"), ("deducts_from", &opening), ("remark", "门洞")],
        )
}

#[test]
fn deductions_are_subtracted_and_the_sum_is_rounded_once() {
    let wall = wall();
    // 30 − 2.006 = 27.994 → 27.99; rounded line by line it would be 30 − 1.00 − 1.00 = 28.00.
    assert_eq!(counted(&wall, 1), Some(("27.99".into(), QuantitySource::Net)), "rounded once");
    assert_eq!(counted(&wall, 2), None, "a deduction has no quantity of its own");
    assert_eq!(wall.found("QTY-17"), NONE, "two sound deductions");
    let assessment = Assessment::of(&wall.case(), &Calendar::default());
    let measured = &assessment.measured[&id(1)];
    assert_eq!(measured.text().unwrap(), "30.00", "the gross quantity is kept");
    assert_eq!(measured.net.as_ref().unwrap().exact.to_string(), "27.994", "and the exact net");
    assert_eq!(measured.deductions, [id(2), id(3)], "what was deducted is named");
}

#[test]
fn the_adjustment_takes_the_net_quantity() {
    let wall = wall().with(Price, 8, &[("amount", "100"), ("unit", "m2")]).with(
        Line,
        9,
        &[("measurement", &key(1)), ("price", &key(8))],
    );
    let assessment = Assessment::of(&wall.case(), &Calendar::default());
    let line = &assessment.lines[&id(9)];
    assert_eq!(line.quantity.unwrap().to_string(), "27.99", "the line has the net quantity");
    assert_eq!(line.assessed.unwrap().to_string(), "2799.00", "times the price");
    let shown: Vec<String> =
        assessment.adjustment.steps.iter().map(|step| format!("{step:?}")).collect();
    let ours = shown.iter().filter(|step| step.contains("2799")).count();
    assert!(ours > 0, "the adjustment computes with it: {shown:#?}");
}

#[test]
fn deductions_that_cannot_be_taken() {
    let base = &[("expression", "10"), ("unit", "m")];
    let from = |n: u8| key(n);
    let chain = Draft::default()
        .with(Measurement, 1, base)
        .with(Measurement, 2, &[("expression", "2"), ("deducts_from", &from(1)), ("remark", "r")])
        .with(Measurement, 3, &[("expression", "1"), ("deducts_from", &from(2)), ("remark", "r")]);
    assert_eq!(chain.found("QTY-17"), ["3 E chain"], "a deduction from a deduction");
    assert_eq!(counted(&chain, 1), None, "how much is deducted would be a guess");

    let round = Draft::default()
        .with(Measurement, 1, &[("expression", "1"), ("deducts_from", &from(2)), ("remark", "r")])
        .with(Measurement, 2, &[("expression", "2"), ("deducts_from", &from(1)), ("remark", "r")])
        .with(Measurement, 3, &[("expression", "3"), ("deducts_from", &from(3)), ("remark", "r")]);
    assert_eq!(round.found("QTY-17"), ["1 E loop", "2 E loop", "3 E loop"], "no end, no hang");

    let odd = Draft::default()
        .with(Measurement, 1, base)
        .with(
            Measurement,
            2,
            &[("expression", "2"), ("unit", "m2"), ("deducts_from", &from(1)), ("remark", "r")],
        )
        .with(Measurement, 3, &[("expression", "2×"), ("deducts_from", &from(1)), ("remark", "r")])
        .with(Measurement, 4, &[("expression", "2"), ("deducts_from", &from(77)), ("remark", "r")])
        .with(Measurement, 5, &[("expression", "2"), ("deducts_from", &from(1))]);
    let found = odd.found("QTY-17");
    assert_eq!(found, ["2 E unit", "3 E unread", "4 E missing", "5 W reason"], "each says why");
    assert_eq!(counted(&odd, 1), None, "an unknown part leaves the whole unknown");
}

#[test]
fn a_long_chain_ends() {
    let mut draft = Draft::default();
    for n in 1..=200 {
        let from = key(n - 1);
        draft = draft.with(
            Measurement,
            n,
            &[("expression", "1"), ("deducts_from", &from), ("remark", "r")],
        );
    }
    assert_eq!(draft.found("QTY-17").len(), 200, "every link is found and nothing hangs");
}

#[test]
fn more_deducted_than_there_is() {
    let draft = |taken: &str| {
        Draft::default().with(Measurement, 1, &[("expression", "10"), ("unit", "m")]).with(
            Measurement,
            2,
            &[("expression", taken), ("deducts_from", &key(1)), ("remark", "r")],
        )
    };
    assert_eq!(draft("10.01").found("QTY-18"), ["1 E"], "less than nothing is left");
    assert_eq!(counted(&draft("10.01"), 1), None, "a loss is never negative");
    assert_eq!(draft("10").found("QTY-18"), NONE, "all of it may be deducted");
}

#[test]
fn the_agreed_quantity_counts_where_there_is_one() {
    let row = |more: &[(&str, &str)]| {
        let base = [("expression", "10×1.2"), ("unit", "m2"), ("claimed_quantity", "15")];
        Draft::default().with(Measurement, 1, &base).with(Measurement, 1, more)
    };
    let disagreed = row(&[("disagreement", "施工单位要求按 15")]);
    assert_eq!(disagreed.found("QTY-19"), ["1 W"], "nobody forced an agreement");
    let surveyed = Some(("12.00".into(), QuantitySource::Surveyed));
    assert_eq!(counted(&disagreed, 1), surveyed, "until then the survey counts");
    let agreed = row(&[("disagreement", "施工单位要求按 15"), ("agreed_quantity", "12.5")]);
    assert_eq!(agreed.found("QTY-19"), NONE, "it was settled");
    assert_eq!(counted(&agreed, 1), Some(("12.50".into(), QuantitySource::Agreed)), "agreed");
    assert_eq!(agreed.found("QTY-20"), ["1 W"], "more than surveyed wants a reason");
    let reasoned = row(&[("agreed_quantity", "12.5"), ("remark", "暗沟部分按图计")]);
    assert_eq!(reasoned.found("QTY-20"), NONE, "the reason is there");
    assert_eq!(row(&[("agreed_quantity", "11")]).found("QTY-20"), NONE, "less needs none");
}

#[test]
fn counts_are_whole_and_sizes_are_usual() {
    let row = |expression: &str, unit: &str| {
        Draft::default().with(Measurement, 1, &[("expression", expression), ("unit", unit)])
    };
    assert_eq!(row("3×1.5", "根").found("QTY-08"), ["1 W"], "half a pile");
    assert_eq!(row("3×2", "根").found("QTY-08"), NONE, "six piles");
    assert_eq!(row("3×1.5", "m").found("QTY-08"), NONE, "a length is not counted");
    assert_eq!(row("2-5", "m").found("QTY-09"), ["1 W negative"], "less than nothing");
    let sizes = |last: &str| {
        let mut draft = Draft::default();
        for (n, text) in (1..).zip(["2", "3", "4", last]) {
            draft = draft.with(Measurement, n, &[("expression", text), ("unit", "m")]);
        }
        draft
    };
    assert_eq!(sizes("4001").found("QTY-09"), ["4 W large"], "a thousand times the usual");
    assert_eq!(sizes("4000").found("QTY-09"), NONE, "just not");
}

#[test]
fn more_decimals_than_the_standard() {
    let row = |field: &str, quantity: &str, unit: &str| {
        Draft::default().with(Measurement, 1, &[(field, quantity), ("unit", unit)])
    };
    assert_eq!(row("stated_quantity", "1.234", "m3").found("QTY-15"), ["1 I"], "m³ has two");
    assert_eq!(row("agreed_quantity", "1.5", "个").found("QTY-15"), ["1 I"], "pieces have none");
    assert_eq!(row("stated_quantity", "1.230", "m3").found("QTY-15"), NONE, "zeros say nothing");
    assert_eq!(row("stated_quantity", "1.234", "t").found("QTY-15"), NONE, "tonnes have three");
}

#[test]
fn the_same_twice() {
    let rows = |places: [(&str, &str); 2]| {
        let mut draft = Draft::default();
        for (n, (item, location)) in (1..).zip(places) {
            draft = draft.with(Measurement, n, &[("item", item), ("location", location)]);
        }
        draft.found("QTY-10")
    };
    assert_eq!(rows([("护坡", "3轴"), ("护坡", " 3轴 ")]), ["2 W same"], "one place twice");
    assert_eq!(rows([("护坡", "3轴"), ("路缘石", "3轴")]), NONE, "two items at one place");
    let overlap = rows([("护坡", "K1+000~K1+200"), ("护坡", "K1+150~K1+300")]);
    assert_eq!(overlap, ["2 W overlap"], "fifty metres twice");
    let meeting = rows([("护坡", "K1+000~K1+200"), ("护坡", "K1+200~K1+300")]);
    assert_eq!(meeting, NONE, "stretches that meet do not overlap");
    let sides = rows([("护坡", "ZK1+000~ZK1+200"), ("护坡", "YK1+150~YK1+300")]);
    assert_eq!(sides, NONE, "two alignments do not compare");
    let lines = Draft::default()
        .with(Measurement, 1, &[("item", "护坡")])
        .with(Line, 2, &[("item", "护坡"), ("measurement", &key(1))])
        .with(Line, 3, &[("item", "护坡二"), ("measurement", &key(1))]);
    assert_eq!(lines.found("QTY-10"), ["3 W line"], "one quantity in two lines");
}
