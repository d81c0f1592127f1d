//! What holds for every input: nothing panics, parts add up, limits hold, order does not matter.

// Helpers of a test may stop it.
#![allow(clippy::unwrap_used, clippy::panic)]

use lisuan_core::Id;
use lisuan_core::adjustment::{
    AverageBasis, Coinsurer, Deductible, DeductibleRateBase, Extension, Figure, Input, Item, Limit,
    LimitKind, Line, LineQuantity, Recovery, SalvageTiming, SubLimit, SueLabour, Switches, YesNo,
    adjust, evaluate,
};
use lisuan_core::change::Kind;
use lisuan_core::money::{
    Currency, Exact, Money, grouped, in_words_zh, round, round_decimal, split,
};
use lisuan_core::quantity;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn id(n: usize) -> Id {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&(n as u64).to_be_bytes());
    Id::from_bytes(bytes)
}

fn decimals() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0u32..=8).prop_map(|(n, scale)| Decimal::new(n, scale))
}

fn cents(max: i64) -> impl Strategy<Value = Decimal> {
    (0..=max).prop_map(|n| Decimal::new(n, 2))
}

/// Failures are not written beside the source: a found case becomes a test of its own.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) }
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn both_ways_to_round_are_one_rule(value in decimals(), places in 0u32..=6) {
        let exact = round(&Exact::from_decimal(value), places).unwrap();
        prop_assert_eq!(exact, round_decimal(value, places));
        let error = (exact - value).abs();
        prop_assert!(error <= Decimal::new(5, places + 1), "never further than half a unit");
        prop_assert_eq!(round_decimal(-value, places), -exact, "away from zero on both sides");
    }

    #[test]
    fn parts_add_up_and_are_near_their_share(
        amount in decimals(),
        weights in prop::collection::vec(0i64..1_000_000, 1..20),
    ) {
        prop_assume!(weights.iter().any(|w| *w > 0));
        let money = Money::new(amount, Currency::CNY).rounded();
        let exact: Vec<Exact> = weights.iter().map(|w| Exact::from_integer(*w)).collect();
        let parts = split(&money, &exact).unwrap();
        let mut sum = Money::zero(Currency::CNY);
        for part in &parts {
            sum = sum.checked_add(part).unwrap();
        }
        prop_assert_eq!(sum.amount(), money.amount(), "not a cent more or less");
        let total = Exact::from_integer(weights.iter().sum());
        for (part, weight) in parts.iter().zip(&exact) {
            let share = Exact::from_decimal(money.amount()).checked_mul(weight).unwrap();
            let share = share.checked_div(&total).unwrap();
            let off = Exact::from_decimal(part.amount()).checked_sub(&share).unwrap().abs();
            prop_assert!(off < Exact::from_decimal(Decimal::new(1, 2)), "less than a cent off");
        }
    }

    #[test]
    fn words_and_separators_take_any_amount(value in decimals()) {
        let money = Money::new(value, Currency::CNY);
        if let Ok(words) = in_words_zh(&money) {
            prop_assert!(!words.contains("零零") && !words.contains("零元") || words == "零元整");
        }
        let text = grouped(value, 2);
        let back: Decimal = text.replace(',', "").parse().unwrap();
        prop_assert_eq!(back, round_decimal(value, 2));
    }

    #[test]
    fn any_text_gives_a_value_or_a_place(text in "\\PC{0,200}") {
        check_expression(&text);
    }

    #[test]
    fn texts_like_expressions_do_too(
        text in "[0-9.,+*/×÷xXmM²³%^()\\[\\]{}（）π√KkZ~～=;；\n 米边扣除长：:元\"-]{0,60}"
    ) {
        check_expression(&text);
    }
}

/// No panic; a problem has a place in the text; the normalised spelling means the same.
fn check_expression(text: &str) {
    match quantity::parse(text) {
        Err(problem) => assert!(problem.at_char <= text.chars().count(), "{text:?}: {problem}"),
        Ok(expression) => {
            let again = quantity::parse(&expression.normalised);
            let again =
                again.unwrap_or_else(|p| panic!("{text:?}: {}: {p}", expression.normalised));
            assert_eq!(again.value, expression.value, "{text:?}: {}", expression.normalised);
            assert_eq!(again.normalised, expression.normalised, "{text:?}: spelled once");
        }
    }
    let _ = quantity::find_stretch(text);
}

/// Figures of a random case: items with sum insured, value and salvage; lines with an item,
/// a quantity and a price; a deductible, a limit, a recovery.
#[derive(Debug, Clone)]
struct Plan {
    items: Vec<(Decimal, Decimal, Decimal)>,
    lines: Vec<(usize, Decimal, Decimal)>,
    fixed: Decimal,
    rate: Decimal,
    limit: Decimal,
    recovery: Decimal,
    extension: Decimal,
    sue: Decimal,
    /// Days of waiting and of interruption.
    days: (u32, u32),
    /// The limit for floods, whether the event is one, and a line of the extension.
    peril: (Decimal, bool, Decimal),
    words: Vec<usize>,
}

fn plans() -> impl Strategy<Value = Plan> {
    let item = (cents(10_000_000_000), cents(10_000_000_000), cents(100_000_000));
    let line = (any::<usize>(), cents(1_000_000), cents(10_000_000));
    (
        prop::collection::vec(item, 1..5),
        prop::collection::vec(line, 1..12),
        cents(100_000_000),
        (0i64..=100).prop_map(|n| Decimal::new(n, 2)),
        cents(10_000_000_000),
        cents(100_000_000),
        cents(100_000_000),
        (cents(100_000_000), (0u32..60, 1u32..60)),
        (cents(10_000_000_000), any::<bool>(), cents(10_000_000)),
        prop::collection::vec(any::<usize>(), Switches::NAMES.len()),
    )
        .prop_map(
            |(items, lines, fixed, rate, limit, recovery, extension, (sue, days), peril, words)| {
                Plan {
                    items,
                    lines,
                    fixed,
                    rate,
                    limit,
                    recovery,
                    extension,
                    sue,
                    days,
                    peril,
                    words,
                }
            },
        )
}

impl Plan {
    fn input(&self) -> Input {
        let mut input = Input::new(id(0), Currency::CNY);
        for ((name, words), n) in Switches::NAMES.iter().zip(&self.words) {
            input.switches.set(name, words[n % words.len()], None, None).unwrap();
        }
        input.coinsurance_pct = Some(Decimal::new(80, 2));
        for (n, (sum, value, salvage)) in self.items.iter().enumerate() {
            input.items.push(Item {
                sum_insured: Some(*sum),
                value: Some(*value),
                salvage: Some(*salvage),
                ..Item::new(id(1 + n))
            });
        }
        for (n, (item, quantity, price)) in self.lines.iter().enumerate() {
            input.lines.push(Line {
                item: Some(id(1 + item % self.items.len())),
                quantity: Some(LineQuantity {
                    value: Exact::from_decimal(*quantity),
                    unit: "m3".into(),
                    source: None,
                }),
                price: Some(*price),
                ..Line::new(id(100 + n))
            });
        }
        input.deductibles.push(Deductible {
            fixed: Some(self.fixed),
            rate: Some(self.rate),
            days: Some(self.days.0),
            period_days: Some(self.days.1),
            ..Deductible::new((Kind::Term, id(50)))
        });
        let (limit, flood, line) = self.peril;
        input.peril = Some(if flood { "flood" } else { "fire" }.to_owned());
        input.limits.push(Limit {
            peril: Some("Flood".to_owned()),
            amount: Some(limit),
            ..Limit::new((Kind::Term, id(55)), LimitKind::Event)
        });
        input.lines.push(Line {
            extension: Some((Kind::Term, id(53))),
            lump_sum: Some(line),
            ..Line::new(id(90))
        });
        input.limits.push(Limit {
            amount: Some(self.limit),
            ..Limit::new((Kind::Term, id(51)), LimitKind::Event)
        });
        input.recoveries.push(Recovery {
            amount: Some(self.recovery),
            ..Recovery::new((Kind::Recovery, id(52)))
        });
        input.extensions.push(Extension {
            cost: Some(self.extension),
            limits: vec![SubLimit::OfAdjustedLoss(Decimal::new(10, 2))],
            ..Extension::new((Kind::Term, id(53)))
        });
        input.sue_labour.push(SueLabour {
            item: Some(id(1)),
            cost: Some(self.sue),
            ..SueLabour::new((Kind::Term, id(54)))
        });
        input
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn every_formula_gives_its_figure(plan in plans()) {
        let result = adjust(&plan.input());
        for step in result.steps.iter().filter(|step| !step.formula.is_empty()) {
            let Ok(value) = step.result.exact() else { continue };
            let computed = evaluate(&step.formula, &result.steps).unwrap();
            let off = computed.checked_sub(&value).unwrap().abs();
            // A share of a split may lie one unit beside its own rounding.
            let most = if step.rounding.is_some() { Decimal::new(1, 2) } else { Decimal::ZERO };
            prop_assert!(
                off <= Exact::from_decimal(most),
                "{}: {} = {}", step.key, result.formula_text(step), step.result.text()
            );
        }
    }

    #[test]
    fn the_order_of_lines_does_not_matter(plan in plans(), seed in any::<u64>()) {
        let input = plan.input();
        let mut other = input.clone();
        let length = other.lines.len();
        for i in 0..length {
            let j = usize::try_from(seed.rotate_left(i as u32) % length as u64).unwrap();
            other.lines.swap(i, j);
        }
        let (a, b) = (adjust(&input), adjust(&other));
        prop_assert_eq!(a.money(a.figures.payable), b.money(b.figures.payable));
        prop_assert_eq!(a.money(a.figures.loss), b.money(b.figures.loss));
        prop_assert_eq!(a.findings.len(), b.findings.len());
    }

    #[test]
    fn the_payable_stays_within_every_limit(plan in plans()) {
        let input = plan.input();
        let result = adjust(&input);
        let Some(payable) = result.amount(result.figures.payable) else { return Ok(()) };
        prop_assert!(payable >= Decimal::ZERO, "nothing is paid back");
        let sue = result.amount(result.figures.sue_labour).unwrap();
        let inside = input.switches.sue_labour_deductible.value == YesNo::Yes;
        let room = plan.limit + if inside { Decimal::ZERO } else { sue };
        prop_assert!(payable <= room, "{payable} is above the event limit {room}");
        let (limit, flood, _) = plan.peril;
        let room = limit + if inside { Decimal::ZERO } else { sue };
        prop_assert!(!flood || payable <= room, "{payable} is above the peril's limit {room}");
        for (item, (sum, ..)) in result.items.iter().map(|item| {
            let n = (1..).find(|n| item.id == Some(id(*n))).unwrap();
            (item, plan.items[n - 1])
        }) {
            prop_assert!(result.amount(Some(item.payable)).unwrap() <= sum, "the sum insured");
        }
        let net = result.amount(result.figures.net_loss).unwrap();
        let gross = net + result.amount(result.figures.salvage).unwrap();
        prop_assert!(payable <= gross, "no more than everything that was lost");
    }

    #[test]
    fn raising_a_deductible_never_raises_the_payment(plan in plans(), more in cents(10_000_000), longer in 0u32..30) {
        let input = plan.input();
        let mut other = input.clone();
        let fixed = &mut other.deductibles[0].fixed;
        *fixed = fixed.map(|fixed| fixed + more);
        other.deductibles[0].days = Some(plan.days.0 + longer);
        let (a, b) = (adjust(&input), adjust(&other));
        if let (Some(a), Some(b)) = (a.amount(a.figures.payable), b.amount(b.figures.payable)) {
            // Shares of a deductible are rounded to the cent on each item before average.
            let slack = Decimal::new(plan.items.len() as i64, 2);
            prop_assert!(b <= a + slack, "{b} after raising, {a} before");
        }
    }

    #[test]
    fn neutral_switches_pay_the_loss(plan in plans()) {
        let mut input = plan.input();
        input.switches = Switches::default();
        input.switches.set("average.basis", "first_loss", None, None).unwrap();
        input.items.iter_mut().for_each(|item| {
            item.sum_insured = Some(Decimal::from(1_000_000_000_000i64));
            item.salvage = None;
        });
        input.deductibles[0].fixed = Some(Decimal::ZERO);
        input.deductibles[0].rate = None;
        input.deductibles[0].days = None;
        input.lines.retain(|line| line.extension.is_none());
        input.limits.clear();
        input.recoveries.clear();
        input.extensions.clear();
        input.sue_labour.clear();
        let result = adjust(&input);
        prop_assert_eq!(result.amount(result.figures.payable), result.amount(result.figures.loss));
    }

    #[test]
    fn coinsurers_bear_exactly_the_payable(plan in plans(), cut in 0i64..=100) {
        let mut input = plan.input();
        for (n, share) in [cut, 100 - cut].iter().enumerate() {
            input.coinsurers.push(Coinsurer {
                source: (Kind::Term, id(60 + n)),
                name: n.to_string(),
                share: Decimal::new(*share, 2),
            });
        }
        let result = adjust(&input);
        let Some(payable) = result.amount(result.figures.payable) else { return Ok(()) };
        let sum: Decimal =
            result.coinsurers.iter().map(|s| result.amount(Some(s.step)).unwrap()).sum();
        prop_assert_eq!(sum, payable);
    }

    #[test]
    fn extreme_figures_are_refused_and_never_wrong(
        amounts in prop::collection::vec(prop::sample::select(vec![
            Decimal::MAX, Decimal::MIN, Decimal::ZERO, Decimal::new(-1, 0), Decimal::new(1, 28),
        ]), 12),
        words in prop::collection::vec(any::<usize>(), Switches::NAMES.len()),
    ) {
        let pair = |n: usize| (amounts[n], amounts[n + 1], amounts[n + 2]);
        let plan = Plan {
            items: vec![pair(0), pair(3)],
            lines: vec![(0, amounts[6], amounts[7]), (1, amounts[7], amounts[6])],
            fixed: amounts[8],
            rate: amounts[9],
            limit: amounts[10],
            recovery: amounts[11],
            extension: amounts[0],
            sue: amounts[1],
            days: (u32::MAX, 1),
            peril: (amounts[2], true, amounts[3]),
            words,
        };
        let result = adjust(&plan.input());
        for step in &result.steps {
            let unknown = matches!(step.result, Figure::Unknown(_));
            prop_assert!(unknown || step.result.exact().is_ok());
            let _ = result.formula_text(step);
        }
    }
}

#[test]
fn the_lists_of_words_have_their_defaults_first() {
    assert_eq!(AverageBasis::default().as_str(), AverageBasis::WORDS[0]);
    assert_eq!(SalvageTiming::default().as_str(), "before_average");
    assert_eq!(DeductibleRateBase::default().as_str(), "gross_loss");
    let switches = Switches::default();
    assert_eq!(switches.sue_labour_average.value, YesNo::Yes, "rules.md 1.4");
    for (name, words) in Switches::NAMES {
        for word in *words {
            let set = Switches::default().set(name, word, None, None);
            assert!(set.is_ok(), "{name} takes {word}");
        }
        assert!(Switches::default().set(name, "?", None, None).is_err(), "{name} takes no other");
    }
}
