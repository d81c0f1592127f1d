//! Property, cargo and motor examples.

use lisuan_core::adjustment::{
    Deductible, Extension, Item, Line, Recovery, Reduction, SubLimit, SueLabour, Switch, Vat,
    adjust,
};
use lisuan_core::change::Kind;

use crate::support::{self, Example, Outcome, id, place};

pub fn solar(example: &Example) -> Outcome {
    let run = |example: &Example| {
        let mut input = example.input();
        input.items.push(example.item());
        input.lines.push(example.loss_line("loss"));
        input.deductibles.push(example.deductible());
        adjust(&input)
    };
    let result = run(example);
    let mut outcome = Outcome::default();
    let after = result.items[0].after_average;
    outcome.amount(example, "after_average", result.amount(Some(after)));
    outcome.amount(example, "deductible", result.amount(result.figures.deductible));
    outcome.amount(example, "payable", result.amount(result.figures.payable));
    let text = result.formula_text(result.step(Some(after)).unwrap());
    outcome.check(text == "(24,800.00 − 0.00) × 88.48%", &format!("formula reads {text}"));
    for alternative in example.alternatives() {
        let result = run(&example.with_options(&alternative["options"]));
        let expected = alternative["payable"].as_str().unwrap();
        outcome.equal("alternative", expected, result.amount(result.figures.payable));
    }
    outcome
}

pub fn exam(example: &Example) -> Outcome {
    property(example, example.number("loss"))
}

pub fn exam_saved(example: &Example) -> Outcome {
    let loss = example.number("value").checked_sub(example.number("property_saved")).unwrap();
    let mut outcome = property(example, loss);
    outcome.amount(example, "loss", Some(loss));
    outcome
}

fn property(example: &Example, loss: rust_decimal::Decimal) -> Outcome {
    let mut input = example.input();
    input.items.push(example.item());
    input.lines.push(Line { item: Some(id(1)), lump_sum: Some(loss), ..Line::new(id(10)) });
    input.sue_labour.push(SueLabour {
        cost: example.maybe("sue_and_labour"),
        ..SueLabour::new(place(Kind::Term, 20))
    });
    input.deductibles.push(support::no_deductible());
    let result = adjust(&input);
    let mut outcome = Outcome::default();
    outcome.amount(example, "loss_payable", result.amount(result.figures.after_average));
    outcome.amount(example, "sue_and_labour_payable", result.amount(result.figures.sue_labour));
    outcome.amount(example, "payable", result.amount(result.figures.payable));
    outcome
}

/// The text of the example describes the items in words; the figures are those of its steps.
pub fn items(example: &Example) -> Outcome {
    let run = |example: &Example| {
        let mut input = example.input();
        let rows = [
            ("4", "4", "4", Some("0.2")),
            ("4", "5", "4", Some("0.2")),
            ("8", "8", "4", None),
            ("50", "80", "10", None),
        ];
        for (n, (sum, value, loss, salvage)) in rows.iter().enumerate() {
            input.items.push(Item {
                sum_insured: sum.parse().ok(),
                value: value.parse().ok(),
                salvage: salvage.and_then(|s| s.parse().ok()),
                ..Item::new(id(1 + n))
            });
            input.lines.push(Line {
                item: Some(id(1 + n)),
                lump_sum: loss.parse().ok(),
                ..Line::new(id(10 + n))
            });
        }
        input.sue_labour.push(SueLabour {
            item: Some(id(4)),
            cost: "2".parse().ok(),
            ..SueLabour::new(place(Kind::Term, 20))
        });
        input.deductibles.push(support::no_deductible());
        let result = adjust(&input);
        let mut amounts: Vec<_> =
            result.items.iter().map(|item| result.amount(Some(item.payable)).unwrap()).collect();
        let cost = result.amount(result.figures.sue_labour).unwrap();
        amounts[3] = amounts[3].checked_add(cost).unwrap();
        (amounts, result.amount(result.figures.payable))
    };
    let (amounts, payable) = run(example);
    let mut outcome = Outcome::default();
    for (n, name) in ["A", "B", "C", "stock"].iter().enumerate() {
        outcome.amount(example, name, Some(amounts[n]));
    }
    outcome.amount(example, "payable", payable);
    for alternative in example.alternatives() {
        let (amounts, _) = run(&example.with_options(&alternative["options"]));
        for (n, name) in ["A", "B", "C", "stock"].iter().enumerate() {
            if let Some(expected) = alternative[name].as_str() {
                outcome.equal(name, expected, Some(amounts[n]));
            }
        }
    }
    outcome
}

pub fn first_loss(example: &Example) -> Outcome {
    let mut input = example.input();
    for (n, name) in ["building", "contents"].iter().enumerate() {
        let part = &example.inputs()[name];
        let basis = part["basis"].as_str();
        input.items.push(Item {
            sum_insured: support::of(part, "sum_insured"),
            value: support::of(part, "value"),
            average: basis.map(|word| Switch::chosen(word.parse().unwrap(), None, None)),
            ..Item::new(id(1 + n))
        });
        input.lines.push(Line {
            item: Some(id(1 + n)),
            lump_sum: support::of(part, "loss"),
            ..Line::new(id(10 + n))
        });
    }
    input.deductibles.push(support::no_deductible());
    let result = adjust(&input);
    let mut outcome = Outcome::default();
    outcome.amount(example, "building", result.amount(Some(result.items[0].payable)));
    outcome.amount(example, "contents", result.amount(Some(result.items[1].payable)));
    outcome.amount(example, "payable", result.amount(result.figures.payable));
    outcome
}

pub fn vat(example: &Example) -> Outcome {
    let mut outcome = Outcome::default();
    for (name, share) in [
        ("full_recovery_basis", Some("1".parse().unwrap())),
        ("partial_recovery_basis", example.maybe("recoverable_share")),
        ("no_recovery_basis", Some("0".parse().unwrap())),
    ] {
        for included in [false, true] {
            let net = example.number("net_cost");
            let rate = example.number("vat_rate");
            let gross = net.checked_mul(rate.checked_add("1".parse().unwrap()).unwrap());
            let mut input = example.input();
            input.items.push(Item::new(id(1)));
            input.lines.push(Line {
                item: Some(id(1)),
                lump_sum: if included { gross } else { Some(net) },
                vat: Some(Vat { rate, included, recoverable_share: share.unwrap() }),
                ..Line::new(id(10))
            });
            let result = adjust(&input);
            outcome.amount(example, name, result.amount(result.figures.loss));
        }
    }
    outcome
}

fn coinsured(example: &Example, timing: &str) -> Option<rust_decimal::Decimal> {
    let mut input = example.input();
    input.switches.set("deductible.timing", timing, None, None).unwrap();
    input.coinsurance_pct = example.maybe("coinsurance_pct");
    input.items.push(Item { sum_insured: example.maybe("limit"), ..example.item() });
    input.lines.push(example.loss_line("loss"));
    input.deductibles.push(example.deductible());
    let result = adjust(&input);
    result.amount(result.figures.payable)
}

pub fn coinsurance_timing(example: &Example) -> Outcome {
    let mut outcome = Outcome::default();
    outcome.amount(example, "deductible_before", coinsured(example, "before_average"));
    outcome.amount(example, "deductible_after", coinsured(example, "after_average"));
    outcome
}

pub fn coinsurance(example: &Example) -> Outcome {
    let mut outcome = Outcome::default();
    outcome.amount(example, "payable", coinsured(example, "after_average"));
    outcome
}

pub fn debris(example: &Example) -> Outcome {
    let mut outcome = Outcome::default();
    for (n, case) in example.list("cases").iter().enumerate() {
        let mut input = example.input();
        input.switches.set("average.basis", "first_loss", None, None).unwrap();
        input.items.push(Item { sum_insured: example.maybe("limit"), ..Item::new(id(1)) });
        input.lines.push(Line {
            item: Some(id(1)),
            lump_sum: support::of(case, "loss"),
            ..Line::new(id(10))
        });
        input.deductibles.push(Deductible {
            fixed: example.maybe("deductible"),
            ..Deductible::new(place(Kind::Term, 20))
        });
        input.extensions.push(Extension {
            item: Some(id(1)),
            cost: support::of(case, "debris"),
            limits: vec![SubLimit::OfAdjustedLoss(example.number("percent"))],
            outside_deductible: true,
            inside_sum_insured: true,
            additional: example.maybe("extra_limit"),
            ..Extension::new(place(Kind::Term, 21))
        });
        let result = adjust(&input);
        let expected = &example.expected()[format!("case{}", n + 1)];
        for (name, step) in [
            ("loss", result.figures.after_deductible),
            ("debris", Some(result.extensions[0].payable)),
            ("total", result.figures.payable),
        ] {
            outcome.equal(name, expected[name].as_str().unwrap(), result.amount(step));
        }
    }
    outcome
}

pub fn uk_average(example: &Example) -> Outcome {
    let mut input = example.input();
    input.items.push(example.item());
    input.lines.push(example.loss_line("claim"));
    input.deductibles.push(Deductible {
        fixed: example.maybe("excess"),
        ..Deductible::new(place(Kind::Term, 20))
    });
    let result = adjust(&input);
    let mut outcome = Outcome::default();
    outcome.amount(example, "payable", result.amount(result.figures.payable));
    outcome.amount(example, "insured", result.amount(result.figures.insured_retained));
    outcome
}

pub fn cargo(example: &Example) -> Outcome {
    let mut input = example.input();
    input.items.push(Item { value: example.maybe("sound_value"), ..example.item() });
    let loss = example.number("sound_value").checked_sub(example.number("damaged_value"));
    input.lines.push(Line { item: Some(id(1)), lump_sum: loss, ..Line::new(id(10)) });
    input.deductibles.push(support::no_deductible());
    let result = adjust(&input);
    let mut outcome = Outcome::default();
    outcome.amount(example, "payable", result.amount(result.figures.payable));
    outcome
}

pub fn motor(example: &Example) -> Outcome {
    let mut input = example.input();
    input.switches.set("average.basis", "first_loss", None, None).unwrap();
    input.items.push(example.item());
    input.lines.push(example.loss_line("repair_cost"));
    input.recoveries.push(Recovery {
        amount: example.maybe("recovered_from_third_party"),
        ..Recovery::new(place(Kind::Recovery, 21))
    });
    for (n, name) in ["liability_rate", "absolute_rates_sum"].iter().enumerate() {
        input.reductions.push(Reduction::new(place(Kind::Term, 22 + n), example.number(name)));
    }
    input.deductibles.push(Deductible {
        fixed: example.maybe("absolute_deductible"),
        ..Deductible::new(place(Kind::Term, 20))
    });
    let result = adjust(&input);
    let mut outcome = Outcome::default();
    outcome.amount(example, "payable", result.amount(result.figures.payable));
    outcome
}
