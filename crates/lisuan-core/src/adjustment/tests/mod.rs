//! What is missing or contradictory is a finding with a place, and never a figure.

mod costs;
mod deductibles;
mod silent;

use super::*;
use crate::finding::Level;

fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

fn d(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn some(text: &str) -> Option<Decimal> {
    Some(d(text))
}

/// One item insured for 800 of 1,000, a loss of 100, a deductible of 10.
fn plain() -> Input {
    let mut input = Input::new(id(0), Currency::CNY);
    input.items.push(Item { sum_insured: some("800"), value: some("1000"), ..Item::new(id(1)) });
    input.lines.push(Line { item: Some(id(1)), lump_sum: some("100"), ..Line::new(id(2)) });
    input.deductibles.push(Deductible {
        fixed: some("10"),
        clause: Some("4".to_owned()),
        ..Deductible::new((Kind::Term, id(3)))
    });
    input
}

fn payable(input: &Input) -> Option<Decimal> {
    let result = adjust(input);
    result.amount(result.figures.payable)
}

/// The findings of a check: level, record, `why`.
fn found(input: &Input, check: &str) -> Vec<(Level, Id, String)> {
    adjust(input)
        .findings
        .into_iter()
        .filter(|finding| finding.check == check)
        .map(|finding| {
            let why = finding.args.iter().find(|(name, _)| *name == "why");
            (finding.level, finding.place.id, why.map(|(_, why)| why.clone()).unwrap_or_default())
        })
        .collect()
}

fn one(input: &Input, check: &str, record: Id, why: &str) -> Level {
    let found = found(input, check);
    let fits = found.iter().find(|(_, id, word)| *id == record && word == why);
    fits.unwrap_or_else(|| panic!("{check} {why} expected, found {found:?}")).0
}

#[test]
fn the_plain_case() {
    let result = adjust(&plain());
    assert_eq!(result.amount(result.figures.payable), some("70"), "100 × 80 % − 10");
    let after = result.step(Some(result.items[0].after_average)).unwrap();
    assert_eq!(result.formula_text(after), "100.00 × 80%");
    let texts: Vec<String> = result
        .steps
        .iter()
        .map(|s| format!("{}: {} = {}", s.key, result.formula_text(s), s.result.text()))
        .collect();
    assert_eq!(
        texts,
        [
            "step-line-lump-sum: 100.00 = 100.00",
            "step-item-loss: 100.00 = 100.00",
            "step-item-average: min(1; 800.00 ÷ 1,000.00) = 80%",
            "step-item-after-average: 100.00 × 80% = 80.00",
            "step-item-cap: min(80.00; 800.00) = 80.00",
            "step-deductible: 10.00 = 10.00",
            "step-after-deductible: 80.00 − 10.00 = 70.00",
            "step-net-loss: 100.00 = 100.00",
            "step-insured-retained: 100.00 − 70.00 = 30.00",
        ],
        "the whole way from the line to the payable"
    );
    let unjustified = one(&plain(), "ADJ-06", id(0), "default");
    assert_eq!(unjustified, Level::Warn, "average without a clause is shown and warned about");
}

#[test]
fn average_needs_sum_insured_and_value() {
    for (value, sum, why) in [
        (None, some("800"), "no-value"),
        (some("0"), some("800"), "value-not-positive"),
        (some("1000"), None, "no-sum-insured"),
    ] {
        let mut input = plain();
        input.items[0].value = value;
        input.items[0].sum_insured = sum;
        assert_eq!(payable(&input), None, "{why}: no figure is made up");
        assert_eq!(one(&input, "ADJ-02", id(1), why), Level::Stop);
    }
    let mut input = plain();
    input.items[0].value = None;
    input.items[0].ratio = some("1.2");
    assert_eq!(payable(&input), None);
    one(&input, "ADJ-04", id(1), "average");
    input.items[0].ratio = some("0.5");
    assert_eq!(payable(&input), some("40"), "a given ratio needs no value");
}

#[test]
fn over_insurance_pays_no_more_than_the_loss() {
    let mut input = plain();
    input.items[0].sum_insured = some("2000");
    assert_eq!(payable(&input), some("90"), "the ratio is never above one");
}

#[test]
fn margin_clause_and_ho_80() {
    let mut input = plain();
    input.switches.set("average.basis", "margin_clause", None, None).unwrap();
    assert_eq!(payable(&input), some("70"), "80 % is below the margin of 85 %");
    input.items[0].sum_insured = some("850");
    assert_eq!(payable(&input), some("90"), "85 % is not");
    input.switches.set("average.basis", "ho_80", None, None).unwrap();
    input.items[0].sum_insured = some("400");
    input.items[0].actual_value_loss = some("60");
    assert_eq!(payable(&input), some("50"), "max(60; 100 × 400 ÷ 800) − 10");
}

#[test]
fn a_deductible_must_be_recorded() {
    let mut input = plain();
    input.deductibles.clear();
    assert_eq!(payable(&input), None, "no deductible recorded is not a deductible of nothing");
    assert_eq!(one(&input, "ADJ-05", id(0), "not-recorded"), Level::Stop);
    let result = adjust(&input);
    assert_eq!(result.reason(result.figures.payable), Some(Reason::NoDeductible));
    assert_eq!(result.amount(result.figures.before_deductible), some("80"), "known so far");

    let mut input = plain();
    input.deductibles[0].rate = some("0.20");
    assert_eq!(payable(&input), some("60"), "the higher of 10 and 20 % of 100");
    assert_eq!(one(&input, "ADJ-05", id(3), "rule-not-chosen"), Level::Warn);
    assert_eq!(one(&input, "ADJ-05", id(3), "base-not-chosen"), Level::Warn);
    for (rule, expected) in
        [("max", "60"), ("min", "70"), ("sum", "50"), ("fixed", "70"), ("rate", "60")]
    {
        input.switches.set("deductible.rule", rule, None, None).unwrap();
        assert_eq!(payable(&input), some(expected), "{rule}");
    }
    input.deductibles[0].rate = None;
    assert_eq!(payable(&input), None, "a rule that asks for a rate");
    one(&input, "ADJ-05", id(3), "no-rate");
}

#[test]
fn franchise_pays_all_or_nothing() {
    let mut input = plain();
    input.switches.set("deductible.franchise", "true", None, None).unwrap();
    assert_eq!(payable(&input), some("80"), "80 reaches 10");
    input.deductibles[0].fixed = some("80.01");
    assert_eq!(payable(&input), some("0"), "80 does not reach 80.01");
}

#[test]
fn scopes_of_a_deductible() {
    let mut input = plain();
    input.items.push(Item { sum_insured: some("500"), value: some("500"), ..Item::new(id(5)) });
    input.lines.push(Line { item: Some(id(5)), lump_sum: some("50"), ..Line::new(id(6)) });
    input.deductibles.push(Deductible {
        item: Some(id(5)),
        fixed: some("15"),
        ..Deductible::new((Kind::Term, id(7)))
    });
    for (scope, expected) in
        [("per_item", "105"), ("highest_of_items", "115"), ("per_event_once", "105")]
    {
        for timing in ["after_average", "before_average"] {
            input.switches.set("deductible.scope", scope, None, None).unwrap();
            input.switches.set("deductible.timing", timing, None, None).unwrap();
            // Before average, 10 of the first item cost 8; the highest is shared 100 : 50.
            let expected = match (timing, scope) {
                ("after_average", _) => expected,
                (_, "highest_of_items") => "117",
                _ => "107",
            };
            assert_eq!(payable(&input), some(expected), "{scope} {timing}");
        }
    }
}

#[test]
fn currencies_need_a_rate() {
    let usd: Currency = "USD".parse().unwrap();
    let mut input = plain();
    input.lines[0].currency = Some(usd);
    assert_eq!(payable(&input), None, "two currencies are never added");
    assert_eq!(one(&input, "ARI-06", id(2), "no-rate"), Level::Stop);
    let rate = |from, to, rate: &str| Rate {
        record: (Kind::Term, id(9)),
        from,
        to,
        rate: d(rate),
        date: None,
        publisher: None,
        day: None,
    };
    input.rates = vec![rate(usd, Currency::CNY, "7")];
    assert_eq!(payable(&input), some("550"), "700 × 80 % − 10");
    input.rates = vec![rate(Currency::CNY, usd, "0.125")];
    assert_eq!(payable(&input), some("630"), "the inverse rate divides: 800 × 80 % − 10");
    input.rates = vec![rate(usd, Currency::CNY, "7"), rate(usd, Currency::CNY, "7.1")];
    assert_eq!(payable(&input), None, "two rates for one day");
    one(&input, "ARI-06", id(9), "two-rates");
}

#[test]
fn shares_must_be_whole() {
    let mut input = plain();
    for (n, share) in ["0.60", "0.30"].iter().enumerate() {
        input.coinsurers.push(Coinsurer {
            source: (Kind::Term, id(20 + n as u8)),
            name: n.to_string(),
            share: d(share),
        });
    }
    let result = adjust(&input);
    assert!(result.coinsurers.iter().all(|s| result.amount(Some(s.step)).is_none()));
    assert_eq!(one(&input, "ARI-05", id(20), "shares-not-100"), Level::Stop);
}

#[test]
fn lines_that_cannot_be_computed() {
    let mut input = plain();
    input.lines.push(Line { item: Some(id(1)), price: some("5"), ..Line::new(id(30)) });
    input.lines.push(Line { lump_sum: some("7"), ..Line::new(id(31)) });
    one(&input, "ARI-01", id(30), "no-quantity");
    one(&input, "POL-05", id(31), "no-item");
    let result = adjust(&input);
    assert_eq!(result.amount(result.figures.payable), None);
    assert_eq!(result.figures.unknown_lines, 1);
    assert_eq!(result.amount(result.figures.known_loss), some("107"), "what is known so far");

    let mut input = plain();
    input.lines[0].quantity =
        Some(LineQuantity { value: d("12.3456").into(), unit: "t".into(), source: None });
    input.lines[0].price = some("4850");
    input.lines[0].stated_amount = some("59878.10");
    assert!(found(&input, "ARI-01").is_empty(), "12.346 t × 4,850 = 59,878.10");
    input.lines[0].stated_amount = some("59876.16");
    one(&input, "ARI-01", id(2), "differs");
}

#[test]
fn extensions_and_mitigation() {
    let mut input = plain();
    input.extensions.push(Extension {
        cost: some("40"),
        limits: vec![SubLimit::Amount(d("30")), SubLimit::OfSumInsured(d("0.10"))],
        ..Extension::new((Kind::Term, id(40)))
    });
    assert_eq!(payable(&input), some("100"), "80 + 30 − 10");
    input.lines[0].lump_sum = some("0");
    one(&input, "ADJ-08", id(40), "no-adjusted-loss");
    assert_eq!(payable(&input), some("0"), "an extension needs an adjusted loss");

    let mut input = plain();
    input.sue_labour.push(SueLabour { cost: some("900"), ..SueLabour::new((Kind::Term, id(41))) });
    assert_eq!(payable(&input), some("790"), "70 + 900 × 80 %");
    one(&input, "ADJ-13", id(41), "above-sum-insured");
    input.switches.set("sue_labour.average", "false", None, None).unwrap();
    assert_eq!(payable(&input), some("870"), "70 + one more sum insured, no more");
}

#[test]
fn a_settlement_stands_beside_the_formula() {
    let mut input = plain();
    let mut settle = |basis, amount: Option<&str>, reasoned| {
        input.settlement = Some(Settlement {
            source: (Kind::Settlement, id(50)),
            basis,
            amount: amount.map(d),
            currency: None,
            reasoned,
        });
        let result = adjust(&input);
        let formula = result.amount(result.figures.payable);
        assert_eq!(formula, some("70"), "the result of the formula never changes");
        (result.amount(result.figures.settlement), found(&input, "ADJ-09").pop().map(|f| f.2))
    };
    use SettlementBasis::*;
    let why = |text: &str| Some(text.to_owned());
    assert_eq!(settle(Formula, None, false), (some("70"), None));
    assert_eq!(settle(Formula, Some("71"), true), (some("70"), why("differs-from-formula")));
    assert_eq!(settle(Agreed, Some("71"), false), (some("71"), why("differs-from-formula")));
    assert_eq!(settle(Agreed, Some("71"), true), (some("71"), None));
    assert_eq!(settle(Compromise, Some("60"), false), (some("60"), why("no-reason")));
    assert_eq!(settle(Compromise, Some("60"), true), (some("60"), None));
    assert_eq!(settle(ExGratia, None, true), (None, why("no-amount")));
    assert_eq!(settle(Nil, None, true), (some("0"), why("differs-from-formula")));
    assert_eq!(settle(Refusal, None, true), (some("0"), None));
    assert_eq!(settle(Interim, Some("20"), true), (None, None), "a payment on account");
}

#[test]
fn payments_above_what_there_is() {
    let mut input = plain();
    input.interim.push(Interim { amount: some("71"), ..Interim::new((Kind::Settlement, id(60))) });
    one(&input, "ADJ-11", id(60), "above-result");
    let mut input = plain();
    input.switches.set("recovery.method", "pro_rata", None, None).unwrap();
    input
        .recoveries
        .push(Recovery { amount: some("120"), ..Recovery::new((Kind::Recovery, id(61))) });
    one(&input, "ADJ-10", id(61), "above-loss");
    let mut input = plain();
    input.items[0].paid_before = some("780");
    assert_eq!(payable(&input), some("10"), "min(80; 800 − 780) − 10");
    one(&input, "ADJ-12", id(1), "not-reinstated");
    let mut input = plain();
    input.items[0].salvage = some("31");
    one(&input, "ADJ-07", id(1), "above-30-percent");
}

#[test]
fn limits() {
    let mut input = plain();
    input
        .limits
        .push(Limit { amount: some("75"), ..Limit::new((Kind::Term, id(70)), LimitKind::Event) });
    assert_eq!(payable(&input), some("70"), "min(80 − 10; 75)");
    input.switches.set("limit.timing", "before_deductible", None, None).unwrap();
    assert_eq!(payable(&input), some("65"), "min(80; 75) − 10");
    input.limits.push(Limit {
        amount: some("100"),
        used: some("60"),
        ..Limit::new((Kind::Term, id(71)), LimitKind::Aggregate)
    });
    assert_eq!(payable(&input), some("40"), "what is left of the period's limit");
    input.limits[1].amount = None;
    assert_eq!(payable(&input), None);
    one(&input, "ADJ-01", id(71), "limit-without-amount");
}

#[test]
fn the_top_down_and_made_whole_readings() {
    let mut input = plain();
    input
        .recoveries
        .push(Recovery { amount: some("40"), ..Recovery::new((Kind::Recovery, id(80))) });
    for (method, expected) in [
        ("deduct_from_loss", "38"),
        ("deduct_from_payable", "30"),
        ("insured_first", "60"),
        ("pro_rata", "42"),
        ("top_down", "50"),
    ] {
        input.switches.set("recovery.method", method, None, None).unwrap();
        assert_eq!(payable(&input), some(expected), "{method}");
    }
}
