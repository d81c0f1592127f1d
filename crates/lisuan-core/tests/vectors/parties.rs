//! Double insurance and recovery examples.

use lisuan_core::adjustment::{
    Deductible, Item, Limit, LimitKind, OtherPolicy, Recovery, adjust, share_recovery,
};
use lisuan_core::change::Kind;
use lisuan_core::money::Money;

use crate::support::{self, Example, Outcome, id, place};

fn shares(example: &Example, method: &str) -> Vec<Option<rust_decimal::Decimal>> {
    let mut input = example.input();
    input.switches.set("contribution.method", method, None, None).unwrap();
    input.switches.set("average.basis", "first_loss", None, None).unwrap();
    let sums: Vec<_> =
        example.list("sums").iter().map(|s| s.as_str().unwrap().parse().unwrap()).collect();
    input.items.push(Item { sum_insured: Some(sums[0]), ..Item::new(id(1)) });
    input.lines.push(example.loss_line("loss"));
    input.deductibles.push(support::no_deductible());
    for (n, sum) in sums.iter().enumerate() {
        input.other_insurance.push(OtherPolicy {
            ours: n == 0,
            sum_insured: Some(*sum),
            ..OtherPolicy::new(place(Kind::Term, 20 + n), n.to_string())
        });
    }
    let result = adjust(&input);
    assert_eq!(
        result.amount(result.figures.payable),
        result.amount(Some(result.contribution[0].step)),
        "our payable is our share"
    );
    result.contribution.iter().map(|share| result.amount(Some(share.step))).collect()
}

fn compare_shares(outcome: &mut Outcome, example: &Example, name: &str, method: &str) {
    let shares = shares(example, method);
    for (expected, share) in example.strings(name).iter().zip(shares) {
        outcome.equal(method, expected, share);
    }
}

pub fn double_ratio(example: &Example) -> Outcome {
    let mut outcome = Outcome::default();
    for (name, share) in ["A", "B", "C"].iter().zip(shares(example, "sum_insured")) {
        outcome.amount(example, name, share);
    }
    outcome
}

pub fn double_limit(example: &Example) -> Outcome {
    let mut outcome = Outcome::default();
    compare_shares(&mut outcome, example, "ratio", "sum_insured");
    compare_shares(&mut outcome, example, "limit", "independent_liability");
    outcome
}

pub fn double_three_ways(example: &Example) -> Outcome {
    let mut outcome = double_limit(example);
    compare_shares(&mut outcome, example, "sequential", "sequential");
    outcome
}

pub fn napier(example: &Example) -> Outcome {
    let gbp = example.currency();
    let money = |name: &str| Money::new(example.number(name), gbp);
    let mut input = example.input();
    input.switches.set("average.basis", "first_loss", None, None).unwrap();
    input.items.push(Item { sum_insured: example.maybe("loss"), ..Item::new(id(1)) });
    input.lines.push(example.loss_line("loss"));
    input.deductibles.push(Deductible {
        fixed: example.maybe("excess"),
        ..Deductible::new(place(Kind::Term, 20))
    });
    input.limits.push(Limit {
        amount: example.maybe("insured_layer"),
        ..Limit::new(place(Kind::Term, 21), LimitKind::Event)
    });
    let result = adjust(&input);
    let paid = result.money(result.figures.payable).unwrap();
    let share = |word: &str| {
        // The example's word for what the list of methods calls deduct_from_payable.
        let word = if word == "insurer_first" { "deduct_from_payable" } else { word };
        let method = word.parse().unwrap();
        share_recovery(method, &money("loss"), &paid, &money("excess"), &money("recovery")).unwrap()
    };
    let shared = share(example.option("recovery.method"));
    let mut outcome = Outcome::default();
    outcome.amount(example, "insured_from_recovery", Some(shared.insured.amount()));
    outcome.amount(example, "insurer_from_recovery", Some(shared.insurer.amount()));
    let net = paid.checked_sub(&shared.insurer).unwrap();
    outcome.amount(example, "insurer_final_net", Some(net.amount()));
    let shortfall = money("loss").checked_sub(&paid).unwrap().checked_sub(&shared.insured).unwrap();
    outcome.amount(example, "insured_final_shortfall", Some(shortfall.amount()));
    for alternative in example.alternatives() {
        let word = alternative["options"]["recovery.method"].as_str().unwrap();
        let shared = share(word);
        outcome.equal(
            word,
            alternative["insurer"].as_str().unwrap(),
            Some(shared.insurer.amount()),
        );
        outcome.equal(
            word,
            alternative["insured"].as_str().unwrap(),
            Some(shared.insured.amount()),
        );
    }
    outcome
}

pub fn recovery_before(example: &Example) -> Outcome {
    let run = |method: Option<&str>| {
        let mut input = example.input();
        input.items.push(example.item());
        input.lines.push(example.loss_line("loss"));
        input.deductibles.push(example.deductible());
        if let Some(method) = method {
            input.switches.set("recovery.method", method, None, None).unwrap();
            input.recoveries.push(Recovery {
                amount: example.maybe("recovered_before_payment"),
                ..Recovery::new(place(Kind::Recovery, 21))
            });
        }
        let result = adjust(&input);
        result.amount(result.figures.payable)
    };
    let mut outcome = Outcome::default();
    outcome.amount(example, "payable_no_recovery", run(None));
    for method in ["deduct_from_loss", "deduct_from_payable", "insured_first", "pro_rata"] {
        outcome.amount(example, method, run(Some(method)));
    }
    outcome
}
