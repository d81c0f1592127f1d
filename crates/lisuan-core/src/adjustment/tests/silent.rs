//! Each check of the adjustment stays silent where there is nothing to find.

use super::*;

#[test]
fn a_case_without_fault_has_no_finding() {
    let mut input = plain();
    input.switches.set("average.basis", "full_value", Some("3".to_owned()), None).unwrap();
    input.switches.set("deductible.timing", "after_average", Some("4".to_owned()), None).unwrap();
    let findings: Vec<_> = adjust(&input).findings.iter().map(|f| f.check).collect();
    assert!(findings.is_empty(), "{findings:?}");
}

#[test]
fn neighbours_of_faults_are_not_found() {
    let mut input = plain();
    input.items[0].salvage = some("30");
    input.items[0].paid_before = some("780");
    input.items[0].reinstated = true;
    input.items[0].ratio = some("1");
    input.interim.push(Interim { amount: some("60"), ..Interim::new((Kind::Settlement, id(60))) });
    input.sue_labour.push(SueLabour {
        item: Some(id(1)),
        cost: some("800"),
        ..SueLabour::new((Kind::Term, id(41)))
    });
    input.extensions.push(Extension {
        cost: some("1"),
        limits: vec![SubLimit::Amount(d("1"))],
        ..Extension::new((Kind::Term, id(40)))
    });
    input
        .recoveries
        .push(Recovery { amount: some("40"), ..Recovery::new((Kind::Recovery, id(61))) });
    for (check, why) in [
        ("ADJ-01", "the payment is within the sum insured"),
        ("ADJ-04", "a ratio of one is one"),
        ("ADJ-07", "30 % is not more than 30 %"),
        ("ADJ-08", "there is an adjusted loss"),
        ("ADJ-10", "recovery and payment stay below the loss"),
        ("ADJ-11", "60 is less than the result"),
        ("ADJ-12", "the sum insured was reinstated"),
        ("ADJ-13", "the cost is one sum insured"),
        ("ADJ-16", "no limit depends on a peril"),
    ] {
        assert_eq!(found(&input, check), [], "{check}: {why}");
    }
}

#[test]
fn a_total_loss_without_salvage_is_asked_about() {
    let mut input = plain();
    input.lines[0].value_before_loss = some("100");
    one(&input, "ADJ-07", id(2), "none-on-total-loss");
    input.lines[0].salvage = some("5");
    assert_eq!(found(&input, "ADJ-07"), [], "its salvage is recorded");
    input.lines[0].salvage = None;
    input.lines[0].value_before_loss = some("101");
    assert_eq!(found(&input, "ADJ-07"), [], "a repair is no total loss");
    input.lines[0].lump_sum = some("1000");
    input.lines[0].value_before_loss = None;
    one(&input, "ADJ-07", id(1), "none-on-total-loss");
}

#[test]
fn a_currency_finding_says_which_and_when() {
    let usd: Currency = "USD".parse().unwrap();
    let mut input = plain();
    input.lines[0].currency = Some(usd);
    let args = |input: &Input| {
        let findings = adjust(input).findings;
        findings.into_iter().find(|f| f.check == "ARI-06").unwrap().args
    };
    let said = |why: &str| {
        [("why", why), ("currency", "USD"), ("other", "CNY"), ("day", "loss_date")]
            .map(|(name, value)| (name, value.to_owned()))
    };
    assert_eq!(args(&input), said("no-rate"));
    input.rates.push(Rate {
        record: (Kind::Term, id(9)),
        from: usd,
        to: Currency::CNY,
        rate: d("7"),
        date: None,
        publisher: None,
        day: Some(FxDate::PaymentDate),
    });
    assert_eq!(args(&input), said("no-rate-on-day"), "the rate is of another day");
}
