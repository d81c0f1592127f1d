//! Comparisons of small cases.

use rust_decimal::Decimal;

use super::*;
use crate::adjustment::{Deductible, Input, Item, Line, adjust};
use crate::change::Kind;
use crate::money::Currency;

fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn amount(difference: &Difference) -> Option<Decimal> {
    difference.difference.map(|money| money.amount())
}

/// Two lines of 1,000 and 2,000 on an item insured at half its value, deductible 100.
fn input() -> Input {
    let mut input = Input::new(id(0), Currency::CNY);
    input.items.push(Item {
        sum_insured: Some(d("50000")),
        value: Some(d("100000")),
        ..Item::new(id(1))
    });
    for (n, sum) in [(10, "1000"), (11, "2000")] {
        input.lines.push(Line { item: Some(id(1)), lump_sum: Some(d(sum)), ..Line::new(id(n)) });
    }
    input
        .deductibles
        .push(Deductible { fixed: Some(d("100")), ..Deductible::new((Kind::Term, id(20))) });
    input
}

fn figure(comparison: &Comparison, name: FigureName) -> &Difference {
    &comparison.figures.iter().find(|f| f.name == name).unwrap().amount
}

#[test]
fn a_case_does_not_differ_from_itself() {
    let result = adjust(&input());
    let comparison = compare(&result, &result);
    assert!(comparison.lines.iter().all(|l| !l.adjusted.differs()), "lines are the same");
    assert!(
        comparison.figures.iter().all(|f| amount(&f.amount) == Some(Decimal::ZERO)),
        "every figure differs by nothing"
    );
}

#[test]
fn the_switch_that_is_turned_is_what_differs() {
    let base = adjust(&input());
    let mut other = input();
    other.switches.set("average.basis", "first_loss", None, None).unwrap();
    let comparison = compare(&base, &adjust(&other));
    assert!(comparison.lines.iter().all(|l| !l.adjusted.differs()), "no line depends on average");
    assert_eq!(amount(&comparison.items[0].after_average), Some(d("1500.00")));
    assert_eq!(amount(figure(&comparison, FigureName::Payable)), Some(d("1500.00")));
    assert_eq!(amount(figure(&comparison, FigureName::Loss)), Some(d("0.00")));
}

#[test]
fn lines_that_are_on_one_side_only_count_with_their_whole_amount() {
    let base = adjust(&input());
    let mut other = input();
    other.lines.remove(0);
    other.lines.push(Line { item: Some(id(1)), lump_sum: Some(d("700")), ..Line::new(id(12)) });
    let comparison = compare(&base, &adjust(&other));
    let keys: Vec<Id> = comparison.lines.iter().map(|l| l.id).collect();
    assert_eq!(keys, [id(10), id(11), id(12)], "the base first, then what only the scenario has");
    let differences: Vec<_> = comparison.lines.iter().map(|l| amount(&l.adjusted)).collect();
    assert_eq!(differences, [Some(d("-1000.00")), Some(d("0.00")), Some(d("700.00"))]);
    let total: Decimal = differences.into_iter().flatten().sum();
    assert_eq!(Some(total), amount(figure(&comparison, FigureName::Loss)), "lines add up");
}

#[test]
fn what_cannot_be_known_has_no_difference() {
    let base = adjust(&input());
    let mut other = input();
    other.items[0].value = None;
    let comparison = compare(&base, &adjust(&other));
    let payable = figure(&comparison, FigureName::Payable);
    assert!(matches!(payable.other, Side::Unknown(_)), "no value, no average, no payable");
    assert_eq!(payable.difference, None, "an unknown figure is not zero");
    assert!(payable.differs(), "and it is not the same as a known one");
}
