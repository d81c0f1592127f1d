//! Waiting periods, perils, and sums insured that cap after the deductible.

use super::*;

fn set(input: &mut Input, name: &str, word: &str) {
    input.switches.set(name, word, None, None).unwrap();
}

#[test]
fn a_waiting_period_is_its_share_of_the_interruption() {
    let mut input = plain();
    input.deductibles[0].days = Some(3);
    input.deductibles[0].period_days = Some(10);
    set(&mut input, "deductible.rate_base", "gross_loss");
    for (rule, expected) in
        [("max", "50"), ("sum", "40"), ("min", "70"), ("time", "50"), ("fixed", "70")]
    {
        set(&mut input, "deductible.rule", rule);
        assert_eq!(payable(&input), some(expected), "{rule} of 10 and 100 × 3 ÷ 10");
    }
    input.deductibles[0].rate = some("0.35");
    set(&mut input, "deductible.rule", "max");
    assert_eq!(payable(&input), some("45"), "max of 10, 35 and 30");
    input.deductibles[0].days = Some(14);
    assert_eq!(payable(&input), some("0"), "a wait longer than the interruption takes all of it");
    let result = adjust(&input);
    let step = result.steps.iter().find(|step| step.key == "step-deductible").unwrap();
    assert_eq!(
        result.formula_text(step),
        "max(10.00; 100.00 × 35%; 100.00 × min(14; 10) ÷ 10)",
        "the formula says how"
    );
}

#[test]
fn a_waiting_period_needs_the_period() {
    for period in [None, Some(0)] {
        let mut input = plain();
        input.deductibles[0].fixed = None;
        input.deductibles[0].days = Some(3);
        input.deductibles[0].period_days = period;
        assert_eq!(one(&input, "ADJ-05", id(3), "no-period"), Level::Stop);
        let result = adjust(&input);
        assert_eq!(result.reason(result.figures.payable), Some(Reason::NoPeriod));
    }
    let mut input = plain();
    set(&mut input, "deductible.rule", "time");
    one(&input, "ADJ-05", id(3), "no-days");
    assert_eq!(payable(&input), None, "a rule that asks for days");
}

fn by_peril() -> Input {
    let mut input = plain();
    input.deductibles.push(Deductible {
        peril: Some(" Flood ".to_owned()),
        fixed: some("25"),
        ..Deductible::new((Kind::Term, id(7)))
    });
    input
}

#[test]
fn the_deductible_of_the_peril_replaces_the_general_one() {
    let mut input = by_peril();
    for (peril, expected) in [("FLOOD", "55"), ("fire", "70")] {
        input.peril = Some(peril.to_owned());
        assert_eq!(payable(&input), some(expected), "{peril}");
        assert!(found(&input, "ADJ-05").is_empty(), "{peril}: there is no doubt");
    }
    input.deductibles.remove(0);
    assert_eq!(payable(&input), None, "nothing is recorded for fire");
    assert_eq!(one(&input, "ADJ-05", id(0), "none-for-peril"), Level::Stop);
}

#[test]
fn an_unknown_peril_is_not_guessed() {
    for peril in [None, Some("  ".to_owned())] {
        let mut input = by_peril();
        input.peril = peril;
        assert_eq!(one(&input, "ADJ-05", id(0), "peril-unknown"), Level::Stop);
        let result = adjust(&input);
        assert_eq!(result.reason(result.figures.payable), Some(Reason::NoPeril));
    }
    let mut input = by_peril();
    input.deductibles[1].item = Some(id(1));
    input.peril = Some("fire".to_owned());
    assert_eq!(payable(&input), some("70"), "the item's deductible is for floods");
    input.peril = Some("flood".to_owned());
    assert_eq!(payable(&input), some("55"), "and then it is the item's");
}

#[test]
fn a_limit_of_a_peril_counts_beside_the_others() {
    let mut input = plain();
    let limit = |n, peril: Option<&str>, amount: Option<&str>, rate: Option<&str>| Limit {
        peril: peril.map(str::to_owned),
        amount: amount.map(d),
        rate_of_sum_insured: rate.map(d),
        ..Limit::new((Kind::Term, id(n)), LimitKind::Event)
    };
    input.limits.push(limit(70, None, Some("60"), None));
    input.limits.push(limit(71, Some("flood"), None, Some("0.05")));
    input.peril = Some("fire".to_owned());
    assert_eq!(payable(&input), some("60"), "the limit for floods does not count");
    input.peril = Some("flood".to_owned());
    assert_eq!(payable(&input), some("40"), "5 % of 800");
    assert!(found(&input, "ADJ-16").is_empty(), "the peril is known");
    input.peril = None;
    assert_eq!(one(&input, "ADJ-16", id(71), "peril-unknown"), Level::Stop);
    assert_eq!(payable(&input), None, "60 or 40");
    input.limits[1].rate_of_sum_insured = some("0.10");
    assert_eq!(one(&input, "ADJ-16", id(71), "peril-unknown"), Level::Warn);
    assert_eq!(payable(&input), some("60"), "it is not reached, whatever the peril");
}

/// Limits of 60,000 and 80,000, a deductible of 250: the examples of ISO CP 00 10.
fn two_buildings(first: &str, second: &str) -> Input {
    let mut input = Input::new(id(0), Currency::CNY);
    set(&mut input, "average.basis", "first_loss");
    for (n, sum, loss) in [(1, "60000", first), (2, "80000", second)] {
        input.items.push(Item { sum_insured: some(sum), ..Item::new(id(n)) });
        input.lines.push(Line { item: Some(id(n)), lump_sum: some(loss), ..Line::new(id(10 + n)) });
    }
    input
        .deductibles
        .push(Deductible { fixed: some("250"), ..Deductible::new((Kind::Term, id(20))) });
    input
}

#[test]
fn what_lies_above_the_sum_insured_absorbs_the_deductible() {
    for (first, second, before, after) in [
        ("60100", "90000", "139750", "139850"),
        ("70000", "90000", "139750", "140000"),
        ("50000", "60000", "109750", "109750"),
    ] {
        let mut input = two_buildings(first, second);
        assert_eq!(payable(&input), some(before), "{first} {second}: the cap first");
        set(&mut input, "item_cap.timing", "after_deductible");
        assert_eq!(payable(&input), some(after), "{first} {second}: the deductible first");
    }
    let mut input = two_buildings("70000", "90000");
    set(&mut input, "item_cap.timing", "after_deductible");
    set(&mut input, "deductible.scope", "per_item");
    assert_eq!(payable(&input), some("140000"), "each of them absorbs its own");
}

#[test]
fn a_coinsurance_percentage_caps_after_the_deductible_unless_chosen_otherwise() {
    let mut input = plain();
    set(&mut input, "average.basis", "coinsurance_pct");
    input.coinsurance_pct = some("0.80");
    input.items[0].sum_insured = some("600");
    input.lines[0].lump_sum = some("900");
    // 900 × 600 ÷ (80 % × 1,000) = 675, less 10, up to 600.
    assert_eq!(payable(&input), some("600"));
    one(&input, "ADJ-06", id(0), "default");
    set(&mut input, "item_cap.timing", "before_deductible");
    assert_eq!(payable(&input), some("590"));
}
