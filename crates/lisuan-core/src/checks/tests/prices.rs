use super::{Draft, id, key};
use crate::assessment::Assessment;
use crate::change::Kind::{Case, Line, Measurement, Price, Quote};
use crate::clocks::Calendar;

const NONE: [&str; 0] = [];

fn quoted(basis: &str, amount: &str, quotes: &[&str]) -> Draft {
    let mut draft = Draft::default().with(Price, 1, &[("basis", basis), ("amount", amount)]);
    for (n, quote) in (10..).zip(quotes) {
        draft = draft.with(Quote, n, &[("price", &key(1)), ("amount", quote)]);
    }
    draft
}

#[test]
fn dearer_than_the_contract() {
    let draft = |amount: &str, code: &str| {
        Draft::default()
            .with(
                Price,
                1,
                &[("basis", "contract-boq"), ("boq_code", "010101001"), ("amount", "480")],
            )
            .with(Price, 2, &[("basis", "market"), ("boq_code", code), ("amount", amount)])
    };
    assert_eq!(draft("480.01", "010101001").found("PRC-01"), ["2 W"], "the contract has a rate");
    assert_eq!(draft("480", "010101001").found("PRC-01"), NONE, "no dearer");
    assert_eq!(draft("900", "010101002").found("PRC-01"), NONE, "another item");
}

#[test]
fn quotes_behind_a_market_price() {
    assert_eq!(quoted("market", "10", &["9", "10"]).found("PRC-03"), ["1 W"], "two are too few");
    assert_eq!(quoted("market", "10", &["9", "10", "11"]).found("PRC-03"), NONE, "three");
    assert_eq!(quoted("contract-boq", "10", &[]).found("PRC-03"), NONE, "a contract needs none");
    assert_eq!(quoted("market", "13.01", &["9", "10", "30"]).found("PRC-04"), ["1 W"], "> 130 %");
    assert_eq!(quoted("market", "13", &["9", "10", "30"]).found("PRC-04"), NONE, "130 % is not");
    let assessment =
        Assessment::of(&quoted("market", "1", &["4", "1", "2", "9"]).case(), &Calendar::default());
    let found = &assessment.quoted[&id(1)];
    assert_eq!((found.count, found.median.to_string()), (4, "3".into()), "between the two middle");
}

#[test]
fn quotes_in_another_currency_do_not_compare() {
    let draft = quoted("market", "10", &["9", "10", "11"]).with(Quote, 10, &[("currency", "USD")]);
    let assessment = Assessment::of(&draft.case(), &Calendar::default());
    assert_eq!(assessment.quoted[&id(1)].count, 2, "a dollar is no yuan");
}

#[test]
fn tax_said_one_way_by_line_and_price() {
    let draft = |line: &str| {
        Draft::default().with(Price, 1, &[("tax_included", "no"), ("amount", "1")]).with(
            Line,
            2,
            &[("price", &key(1)), ("vat_included", line)],
        )
    };
    assert_eq!(draft("yes").found("PRC-05"), ["2 W"], "included here, excluded there");
    assert_eq!(draft("no").found("PRC-05"), NONE, "both exclude it");
}

#[test]
fn a_quota_names_its_edition_and_date() {
    let draft = |fields: &[(&str, &str)]| {
        Draft::default().with(Price, 1, &[("basis", "quota")]).with(Price, 1, fields)
    };
    assert_eq!(draft(&[]).found("PRC-06"), ["1 W source"], "which quota?");
    let edition = ("source", "江苏 2014 定额 3-12");
    assert_eq!(draft(&[edition]).found("PRC-06"), ["1 W dated"], "prices of when?");
    assert_eq!(draft(&[edition, ("dated", "2026-08-01")]).found("PRC-06"), NONE, "both");
}

#[test]
fn a_price_of_the_day_says_of_which() {
    let draft = |basis: &str, dated: &[(&str, &str)]| {
        let price = Draft::default().with(Price, 1, &[("basis", basis)]).with(Price, 1, dated);
        price.with(Line, 2, &[("price", &key(1))])
    };
    assert_eq!(draft("market", &[]).found("PRC-08"), ["1 W none"], "of which day?");
    let lost = |dated: &str| {
        draft("market", &[("dated", dated)]).with(Case, 0, &[("loss_date", "2026-06-20")])
    };
    assert_eq!(lost("2026-10-01").found("PRC-08"), ["1 W month"], "prices of another season");
    assert_eq!(lost("2026-02-28").found("PRC-08"), ["1 W month"], "and before");
    assert_eq!(lost("2026-09-30").found("PRC-08"), NONE, "three months on");
    assert_eq!(lost("2026-03-01").found("PRC-08"), NONE, "three months before");
    assert_eq!(draft("market", &[("dated", "2026-08-01")]).found("PRC-08"), NONE, "said");
    assert_eq!(draft("contract-boq", &[]).found("PRC-08"), NONE, "the contract has its date");
    let unused = Draft::default().with(Price, 1, &[("basis", "market")]);
    assert_eq!(unused.found("PRC-08"), NONE, "no line uses it");
}

#[test]
fn more_than_the_bill_has() {
    let draft = |bill: &str| {
        Draft::default()
            .with(Price, 1, &[("boq_quantity", bill), ("amount", "2")])
            .with(Measurement, 2, &[("expression", "6"), ("unit", "m")])
            .with(Measurement, 3, &[("expression", "5"), ("unit", "m")])
            .with(Line, 4, &[("price", &key(1)), ("measurement", &key(2))])
            .with(Line, 5, &[("price", &key(1)), ("measurement", &key(3))])
    };
    assert_eq!(draft("10").found("QTY-04"), ["1 W"], "eleven of ten, over two lines");
    assert_eq!(draft("11").found("QTY-04"), NONE, "all of it was lost");
}
