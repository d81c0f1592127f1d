//! Lines that are costs of an extension or of sue and labour.

use super::*;

fn with_extension() -> Input {
    let mut input = plain();
    input.extensions.push(Extension {
        limits: vec![SubLimit::Amount(d("30"))],
        ..Extension::new((Kind::Term, id(40)))
    });
    input
}

fn cost_line(n: u8, amount: &str, source: Source) -> Line {
    Line { extension: Some(source), lump_sum: some(amount), ..Line::new(id(n)) }
}

#[test]
fn its_amount_goes_into_the_cost_and_into_no_item() {
    let mut input = with_extension();
    let source = (Kind::Term, id(40));
    input.lines.push(Line {
        vat: Some(Vat { rate: d("0.10"), included: true, recoverable_share: d("1") }),
        claimed: some("25"),
        ..cost_line(41, "22", source)
    });
    input.lines.push(Line { salvage: some("2"), ..cost_line(42, "5", source) });
    let result = adjust(&input);
    assert_eq!(result.amount(result.figures.loss), some("100"), "the loss is that of the items");
    assert_eq!(result.amount(result.figures.claimed), some("25"), "claimed covers all lines");
    let cost = result.step(Some(result.extensions[0].cost)).unwrap();
    assert_eq!(result.formula_text(cost), "(20.00 + 5.00) − 2.00", "22 without its tax, and 5 − 2");
    let lines: Vec<usize> = result.lines[1..].iter().map(|line| line.adjusted).collect();
    assert_eq!(cost.formula[0], Token::Sum(lines), "the cost refers to its lines");
    assert_eq!(result.lines[1].extension, Some(source));
    assert_eq!(result.amount(result.figures.payable), some("93"), "80 + 23 − 10");
    assert_eq!(result.amount(result.figures.net_loss), some("123"), "everything the event cost");
    assert!(found(&input, "POL-05").is_empty(), "the line has its place");
    input.extensions[0].cost = some("10");
    assert_eq!(payable(&input), some("100"), "10 typed and 23 are above the limit of 30");
}

#[test]
fn sue_and_labour_takes_lines_too() {
    let mut input = plain();
    input.sue_labour.push(SueLabour::new((Kind::Term, id(41))));
    one(&input, "ARI-01", id(41), "no-cost");
    input.lines.push(cost_line(42, "50", (Kind::Term, id(41))));
    assert!(found(&input, "ARI-01").is_empty(), "a line is its cost");
    assert_eq!(payable(&input), some("110"), "70 + 50 × 80 %");
}

#[test]
fn a_line_of_nothing_is_never_a_loss_of_something_else() {
    let mut input = plain();
    let nowhere = Some((Kind::Term, id(77)));
    input.lines.push(Line {
        item: Some(id(1)),
        extension: nowhere,
        ..cost_line(42, "5", (Kind::Term, id(77)))
    });
    assert_eq!(one(&input, "POL-05", id(42), "no-extension"), Level::Stop);
    assert_eq!(payable(&input), None, "5 is neither dropped nor paid under the item");
}

#[test]
fn a_line_that_cannot_be_computed_leaves_the_loss_known() {
    let mut input = with_extension();
    input.lines.push(Line { lump_sum: None, ..cost_line(42, "0", (Kind::Term, id(40))) });
    let result = adjust(&input);
    assert_eq!(result.figures.unknown_lines, 1);
    assert_eq!(result.amount(result.figures.loss), some("100"), "no line of an item is missing");
    assert_eq!(result.amount(result.figures.known_loss), some("100"));
    assert_eq!(result.amount(result.figures.payable), None, "but the cost is");
}

#[test]
fn betterment_of_a_cost_comes_off_in_its_line() {
    let mut input = with_extension();
    input.switches.set("betterment.timing", "after_average", None, None).unwrap();
    let line = cost_line(42, "20", (Kind::Term, id(40)));
    input.lines.push(Line { betterment: some("5"), ..line });
    assert_eq!(payable(&input), some("85"), "80 + 15 − 10");
}
