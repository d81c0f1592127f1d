//! Engineering, liability, currency and quantity examples.

use std::collections::BTreeSet;

use lisuan_core::adjustment::{
    Deductible, Extension, Item, Limit, LimitKind, Line, LineQuantity, Recovery, Settlement,
    SettlementBasis, SubLimit, SueLabour, Switch, YesNo, adjust, events_within,
    reinstatement_premium,
};
use lisuan_core::change::Kind;
use lisuan_core::money::{Currency, Exact, Money, round};
use lisuan_core::quantity;

use crate::support::{self, Example, Outcome, id, place};

pub fn power_plant(example: &Example) -> Outcome {
    let mut input = example.input();
    let usd: Currency = "USD".parse().unwrap();
    input.items.push(Item {
        sum_insured: example.maybe("sum_insured_usd"),
        currency: Some(usd),
        ..Item::new(id(1))
    });
    for (n, field) in ["equipment", "expenses"].iter().enumerate() {
        input.lines.push(Line {
            item: Some(id(1)),
            lump_sum: example.maybe(field),
            ..Line::new(id(10 + n))
        });
    }
    input.recoveries.push(Recovery {
        amount: example.maybe("recovered_from_third_party"),
        ..Recovery::new(place(Kind::Recovery, 20))
    });
    input.settlement = Some(Settlement {
        source: place(Kind::Settlement, 30),
        basis: SettlementBasis::Compromise,
        amount: example.maybe("settlement_paid"),
        currency: None,
        reasoned: true,
    });
    let result = adjust(&input);
    let mut outcome = Outcome::default();
    let figures = &result.figures;
    outcome.amount(example, "total_loss", result.amount(figures.loss));
    outcome.amount(example, "balance_claimed", result.amount(figures.balance));
    outcome.amount(example, "settlement", result.amount(figures.settlement));
    outcome.amount(example, "insured_retained", result.amount(figures.insured_retained));
    let ratio = result.step(figures.settlement_ratio).and_then(|s| s.result.exact().ok());
    let ratio = ratio.and_then(|r| r.to_decimal());
    outcome.amount(example, "settlement_ratio_on_balance", ratio);
    let loss = result.amount(figures.loss).unwrap();
    let recovered = result.amount(figures.recovered).unwrap();
    let rate = Exact::fraction(recovered, loss).unwrap().to_decimal();
    outcome.amount(example, "recovery_rate", rate);
    outcome.check(
        result.amount(figures.payable).is_none(),
        "a compromise is no result of the formula",
    );
    let weighty: BTreeSet<&str> = result
        .findings
        .iter()
        .filter(|f| f.level != lisuan_core::Level::Info)
        .map(|f| f.check)
        .collect();
    outcome.check(
        weighty == BTreeSet::from(["ARI-06"]),
        &format!("the sum insured in USD without a rate is the finding, got {weighty:?}"),
    );
    outcome
}

pub fn embankment(example: &Example) -> Outcome {
    let mut input = example.input();
    input.items.push(Item::new(id(1)));
    let expected_quantities = example.strings("quantities");
    let mut outcome = Outcome::default();
    for (n, line) in example.list("lines").iter().enumerate() {
        let expression = quantity::parse(line["expr"].as_str().unwrap()).unwrap();
        let rounded = quantity::round_for_unit(&expression.value, "m3").unwrap().rounded;
        outcome.equal("quantity", &expected_quantities[n], Some(rounded));
        let printed = line["printed_qty"].as_str().unwrap();
        let text = format!("{}={printed}", line["expr"].as_str().unwrap());
        let misprint = !quantity::parse(&text).unwrap().agrees();
        outcome.check(misprint == (n == 1), "QTY-02 finds the misprint of line 2 and no other");
        input.lines.push(Line {
            item: Some(id(1)),
            quantity: Some(LineQuantity {
                value: expression.value,
                unit: "m3".into(),
                source: None,
            }),
            price: example.maybe("unit_price"),
            ..Line::new(id(10 + n))
        });
    }
    for chainage in example.list("chainages") {
        let stretch = quantity::find_stretch(chainage["text"].as_str().unwrap()).unwrap();
        let expected = chainage["computed_length_m"].as_str().unwrap();
        outcome.equal("length", expected, stretch.length.to_decimal());
    }
    let result = adjust(&input);
    for (n, amount) in example.strings("amounts").iter().enumerate() {
        outcome.equal("amount", amount, result.amount(Some(result.lines[n].adjusted)));
    }
    outcome.amount(example, "total_of_four_lines", result.amount(result.figures.loss));
    outcome
}

pub fn full_car(example: &Example) -> Outcome {
    let mut input = example.input();
    for (n, item) in example.list("items").iter().enumerate() {
        let value = support::of(item, "value_at_completion");
        input.items.push(Item {
            sum_insured: support::of(item, "sum_insured"),
            value: value.or_else(|| support::of(item, "replacement_value")),
            ..Item::new(id(1 + n))
        });
    }
    let salvage = example.inputs()["salvage_works"].clone();
    let quantity = support::of(&salvage, "qty").unwrap();
    let price = support::of(&salvage, "price").unwrap();
    input.items[0].salvage = quantity.checked_mul(price);
    for (n, line) in example.list("lines").iter().enumerate() {
        let item = if line["item"] == "I-1" { 1 } else { 2 };
        let quantity = line["expr"].as_str().map(|text| LineQuantity {
            value: quantity::parse(text).unwrap().value,
            unit: line["unit"].as_str().unwrap().into(),
            source: None,
        });
        let lump = support::of(line, "amount").or_else(|| support::of(line, "amount_claimed"));
        input.lines.push(Line {
            item: Some(id(item)),
            quantity,
            price: support::of(line, "price"),
            lump_sum: lump,
            betterment: support::of(line, "betterment"),
            salvage: support::of(line, "salvage"),
            value_before_loss: support::of(line, "value_before_loss"),
            ..Line::new(id(10 + n))
        });
    }
    let extension = |n: usize, cost: &str, limit: SubLimit, item: Option<usize>| Extension {
        cost: example.maybe(cost),
        limits: vec![limit],
        item: item.map(id),
        average: Switch::chosen(YesNo::No, None, None),
        ..Extension::new(place(Kind::Term, n))
    };
    let amount = |name: &str| SubLimit::Amount(example.number(name));
    let share = |name: &str| SubLimit::OfAdjustedLoss(example.number(name));
    input.extensions = vec![
        extension(30, "debris_cost", amount("debris_limit"), None),
        extension(
            31,
            "professional_fee_cost",
            share("professional_fee_limit_rate_of_adjusted_loss"),
            None,
        ),
        extension(32, "expediting_cost", share("expediting_limit_rate"), Some(1)),
    ];
    input.sue_labour.push(SueLabour {
        item: Some(id(1)),
        cost: example.maybe("sue_and_labour_cost"),
        ..SueLabour::new(place(Kind::Term, 33))
    });
    input.deductibles.push(example.deductible());
    input.coinsurers = example.coinsurers();
    input.interim = example.interim("interim_paid");
    let result = adjust(&input);
    let figures = &result.figures;
    let mut outcome = Outcome::default();
    for (n, quantity) in example.strings("qty").iter().enumerate() {
        outcome.equal("quantity", quantity, result.lines[n].quantity);
    }
    outcome.amount(example, "works_gross", result.amount(Some(result.items[0].loss)));
    outcome.amount(
        example,
        "works_after_average",
        result.amount(Some(result.items[0].after_average)),
    );
    outcome.amount(example, "plant_net", result.amount(Some(result.items[1].payable)));
    let fees = result.extensions[1].payable;
    outcome.amount(example, "professional_fees", result.amount(Some(fees)));
    outcome.amount(example, "subtotal", result.amount(figures.before_deductible));
    outcome.amount(example, "deductible", result.amount(figures.deductible));
    outcome.amount(example, "sue_and_labour", result.amount(figures.sue_labour));
    outcome.amount(example, "payable_100", result.amount(figures.payable));
    for share in &result.coinsurers {
        let expected = example.expected()["shares"][&share.name].as_str().unwrap().to_owned();
        outcome.equal(&share.name, &expected, result.amount(Some(share.step)));
    }
    outcome.amount(example, "balance_due", result.amount(figures.due));
    outcome
}

pub fn hours_clause(example: &Example) -> Outcome {
    let losses: Vec<_> = example
        .list("losses")
        .iter()
        .map(|loss| {
            let at = format!("{}:00", loss["at"].as_str().unwrap());
            (at.parse().unwrap(), support::of(loss, "amount").unwrap())
        })
        .collect();
    let deductible = example.number("deductible_each_event");
    let hours = u32::try_from(example.number("window_hours")).unwrap();
    let mut outcome = Outcome::default();
    let without = events_within(&losses, 0, deductible).unwrap();
    outcome.amount(example, "without_clause", Some(without.total));
    let with = events_within(&losses, hours, deductible).unwrap();
    outcome.amount(example, "best_with_clause", Some(with.total));
    outcome.check(
        example.expected()["deductibles_applied"] == with.events.len(),
        "as many deductibles as events",
    );
    outcome
}

pub fn liability(example: &Example) -> Outcome {
    let mut input = example.input();
    input.switches.set("average.basis", "first_loss", None, None).unwrap();
    input.switches.set("deductible.rule", "max", None, None).unwrap();
    input.items.push(Item { sum_insured: example.maybe("pd_event_limit"), ..Item::new(id(1)) });
    input.lines.push(example.loss_line("pd_loss"));
    for (n, person) in example.list("bi").iter().enumerate() {
        input
            .items
            .push(Item { sum_insured: example.maybe("per_person_limit"), ..Item::new(id(2 + n)) });
        input.lines.push(Line {
            item: Some(id(2 + n)),
            lump_sum: support::of(person, "amount"),
            ..Line::new(id(11 + n))
        });
    }
    input.deductibles.push(Deductible {
        item: Some(id(1)),
        fixed: example.maybe("pd_deductible_fixed"),
        rate: example.maybe("pd_deductible_rate"),
        ..Deductible::new(place(Kind::Term, 20))
    });
    input.limits.push(Limit {
        items: vec![id(2), id(3)],
        amount: example.maybe("bi_event_limit"),
        ..Limit::new(place(Kind::Term, 21), LimitKind::Group)
    });
    input.limits.push(Limit {
        amount: example.maybe("event_limit"),
        ..Limit::new(place(Kind::Term, 22), LimitKind::Event)
    });
    let result = adjust(&input);
    let mut outcome = Outcome::default();
    outcome.amount(example, "payable", result.amount(result.figures.payable));
    let persons = result.items[1..].iter().map(|item| result.amount(Some(item.payable)));
    for (expected, person) in example.strings("bi").iter().zip(persons) {
        outcome.equal("person", expected, person);
    }
    let property = result.steps.iter().find(|step| step.key == "step-item-less-deductible");
    outcome.amount(example, "pd", property.and_then(|s| s.result.money()).map(|m| m.amount()));
    outcome
}

pub fn exchange(example: &Example) -> Outcome {
    let usd: Currency = "USD".parse().unwrap();
    let mut outcome = Outcome::default();
    for day in ["loss_date", "agreement_date", "payment_date"] {
        let mut input = example.input();
        input.switches.set("average.basis", "first_loss", None, None).unwrap();
        input.switches.set("fx.date", day, None, None).unwrap();
        input.rates = example.rates(usd);
        input.items.push(Item::new(id(1)));
        input.lines.push(Line { currency: Some(usd), ..example.loss_line("loss_usd") });
        input.deductibles.push(Deductible {
            fixed: example.maybe("deductible_cny"),
            ..Deductible::new(place(Kind::Term, 20))
        });
        let result = adjust(&input);
        outcome.amount(example, day, result.amount(result.figures.payable));
    }
    outcome
}

pub fn quantities(example: &Example) -> Outcome {
    let mut outcome = Outcome::default();
    for line in example.list("lines") {
        let mut text = String::new();
        for (name, sign) in [("plus", ""), ("minus", "-")] {
            for expression in line[name].as_array().into_iter().flatten() {
                text.push_str(sign);
                text.push_str(expression.as_str().unwrap());
                text.push('\n');
            }
        }
        let unit = line["unit"].as_str().unwrap();
        let expression = quantity::parse(&text).unwrap();
        let rounded = quantity::round_for_unit(&expression.value, unit).unwrap();
        outcome.amount(example, unit, Some(rounded.rounded));
        let deductions = expression.terms.iter().filter(|term| term.deduction).count();
        let minus = line["minus"].as_array().map_or(0, Vec::len);
        outcome.check(deductions == minus, "every minus line is a deduction of its own");
        if unit == "pcs" {
            outcome.check(
                !rounded.exact.is_integer() && round(&rounded.exact, 0).is_ok(),
                "a count that is no whole number can be seen (QTY-08)",
            );
        }
    }
    outcome
}

pub fn reinstatement(example: &Example) -> Outcome {
    let date = |name: &str| example.inputs()[name].as_str().unwrap().parse().unwrap();
    let paid = Money::new(example.number("paid"), example.currency());
    let premium = reinstatement_premium(
        &paid,
        example.number("annual_rate"),
        date("loss_date"),
        date("policy_to"),
        366,
    );
    let mut outcome = Outcome::default();
    outcome.amount(example, "reinstatement_premium", premium.ok().map(|p| p.amount()));
    // What is left of the sum insured is the cap of the next loss.
    let mut input = example.input();
    input.switches.set("average.basis", "first_loss", None, None).unwrap();
    input.items.push(Item { paid_before: Some(paid.amount()), ..example.item() });
    input.lines.push(example.loss_line("sum_insured"));
    input.deductibles.push(support::no_deductible());
    let result = adjust(&input);
    outcome.amount(example, "remaining_sum_insured", result.amount(result.figures.payable));
    let not_reinstated = result.findings.iter().any(|f| f.check == "ADJ-12");
    outcome.check(not_reinstated, "an earlier claim that was not reinstated is finding ADJ-12");
    outcome
}
