//! An adjustment that is brought up to date is the one that is computed anew, step for step.

// Helpers of a test may stop it.
#![allow(clippy::unwrap_used, clippy::panic)]

use lisuan_core::Id;
use lisuan_core::adjustment::{
    Adjusted, Deductible, Extension, FxDate, Input, Item, Line, LineQuantity, Rate, Recovery,
    SubLimit, SueLabour, adjust, readjust,
};
use lisuan_core::change::Kind;
use lisuan_core::money::Currency;
use proptest::prelude::*;
use rust_decimal::Decimal;

fn id(n: usize) -> Id {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&(n as u64).to_be_bytes());
    Id::from_bytes(bytes)
}

/// A line in many shapes: complete or not, of an item, an extension or nothing, in a currency with
/// a rate, without one or with two.
#[derive(Debug, Clone)]
struct Shape {
    bits: u16,
    goes: u8,
    currency: u8,
    amount: i64,
}

fn shapes() -> impl Strategy<Value = Shape> {
    (any::<u16>(), 0u8..6, 0u8..12, 0i64..1_000_000)
        .prop_map(|(bits, goes, currency, amount)| Shape { bits, goes, currency, amount })
}

impl Shape {
    fn line(&self, n: usize) -> Line {
        let bit = |at: u32, value: i64| (self.bits >> at & 1 == 1).then(|| Decimal::new(value, 2));
        let mut line = Line::new(id(100 + n));
        let amount = self.amount;
        match self.goes {
            0 => line.item = None,
            1..=3 => line.item = Some(id(usize::from(self.goes))),
            4 => line.extension = Some((Kind::Term, id(50))),
            _ => line.extension = Some((Kind::Term, id(51 + usize::from(self.bits & 1)))),
        }
        line.currency = match self.currency {
            0..8 => None,
            8 | 9 => Some("USD".parse().unwrap()),
            10 => Some("EUR".parse().unwrap()),
            _ => Some("JPY".parse().unwrap()),
        };
        if self.bits & 2 == 0 {
            line.quantity = Some(LineQuantity {
                value: Decimal::new(amount, 4).into(),
                unit: "m3".into(),
                source: None,
            });
            line.price = bit(2, 1_234);
        } else {
            line.lump_sum = bit(3, amount).or(Some(Decimal::new(amount, 2)));
        }
        line.betterment = bit(4, amount / 3);
        line.depreciation = bit(5, 30);
        line.value_before_loss = bit(6, amount / 2);
        line.salvage = bit(7, amount / 5);
        line.claimed = bit(8, amount * 2);
        line.coverage = bit(9, 50);
        line.stated_amount = bit(10, amount);
        line
    }
}

fn input(shapes: &[Shape], words: (bool, bool)) -> Input {
    let mut input = Input::new(id(0), Currency::CNY);
    for n in 1..=3usize {
        input.items.push(Item {
            sum_insured: Some(Decimal::from(100_000)),
            value: Some(Decimal::from(120_000)),
            at_actual_value: n == 2,
            salvage: (n == 3).then_some(Decimal::ONE),
            ..Item::new(id(n))
        });
    }
    input.lines = shapes.iter().enumerate().map(|(n, shape)| shape.line(n)).collect();
    input.extensions.push(Extension {
        limits: vec![SubLimit::OfAdjustedLoss(Decimal::new(10, 2))],
        ..Extension::new((Kind::Term, id(50)))
    });
    input.sue_labour.push(SueLabour { item: Some(id(1)), ..SueLabour::new((Kind::Term, id(51))) });
    input.deductibles.push(Deductible {
        fixed: Some(Decimal::from(200)),
        rate: Some(Decimal::new(5, 2)),
        ..Deductible::new((Kind::Term, id(60)))
    });
    input.recoveries.push(Recovery {
        amount: Some(Decimal::from(100)),
        ..Recovery::new((Kind::Recovery, id(61)))
    });
    let mut rate = |n: usize, from: &str, rate: i64, day| {
        input.rates.push(Rate {
            record: (Kind::Term, id(n)),
            from: from.parse().unwrap(),
            to: Currency::CNY,
            rate: Decimal::new(rate, 2),
            date: None,
            publisher: None,
            day,
        });
    };
    rate(70, "USD", 710, Some(FxDate::LossDate));
    if words.1 {
        rate(71, "EUR", 780, None);
        rate(72, "EUR", 781, None);
    }
    if words.0 {
        input.switches.set("betterment.timing", "after_average", None, None).unwrap();
    }
    input
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(400)
    })]

    #[test]
    fn edits_of_lines_give_what_computing_anew_gives(
        shapes in prop::collection::vec(shapes(), 1..14),
        edits in prop::collection::vec((any::<usize>(), shapes()), 1..8),
        words in any::<(bool, bool)>(),
    ) {
        let mut now = input(&shapes, words);
        let mut adjusted = Adjusted::of(&now);
        for (n, edit) in edits {
            let n = n % now.lines.len();
            now.lines[n] = edit.line(n);
            adjusted = readjust(adjusted, &now, &[id(100 + n)]);
            let (ours, whole) = (adjusted.adjustment(), adjust(&now));
            prop_assert_eq!(&ours.findings, &whole.findings, "after an edit of line {}", n);
            prop_assert_eq!(ours, &whole, "after an edit of line {}", n);
        }
    }

    #[test]
    fn edits_of_everything_else_do_too(
        shapes in prop::collection::vec(shapes(), 1..10),
        edits in prop::collection::vec((0u8..9, any::<usize>(), 0i64..1_000_000), 1..8),
    ) {
        let mut now = input(&shapes, (false, false));
        let mut adjusted = Adjusted::of(&now);
        for (what, n, amount) in edits {
            let amount = Decimal::new(amount, 2);
            match what {
                0 => now.items[n % 3].sum_insured = Some(amount),
                1 => now.items[n % 3].salvage = Some(amount),
                2 => now.items[n % 3].at_actual_value ^= true,
                3 => now.deductibles[0].fixed = Some(amount),
                4 => now.extensions[0].cost = Some(amount),
                5 => now.rates[0].rate = amount,
                6 => now.switches.set("fx.date", "payment_date", None, None).unwrap(),
                7 => {
                    now.lines.pop();
                }
                _ => {
                    let last = now.lines.len();
                    now.lines.push(Line { lump_sum: Some(amount), ..Line::new(id(200 + last)) });
                }
            }
            adjusted = readjust(adjusted, &now, &[]);
            prop_assert_eq!(adjusted.adjustment(), &adjust(&now), "after edit {}", what);
        }
    }
}

/// Two thousand lines in two hundred items.
fn large() -> Input {
    let mut input = Input::new(id(0), Currency::CNY);
    for n in 0..200 {
        input.items.push(Item {
            sum_insured: Some(Decimal::from(9_000_000)),
            value: Some(Decimal::from(10_000_000)),
            ..Item::new(id(1 + n))
        });
    }
    for n in 0..2_000usize {
        input.lines.push(Line {
            item: Some(id(1 + n % 200)),
            quantity: Some(LineQuantity {
                value: Decimal::new(1_000 + (n as i64 * 37) % 90_000, 3).into(),
                unit: "m3".into(),
                source: None,
            }),
            price: Some(Decimal::new(5_000 + (n as i64 * 91) % 70_000, 2)),
            claimed: Some(Decimal::new(9_999_900, 2)),
            ..Line::new(id(1_000 + n))
        });
    }
    input.deductibles.push(Deductible {
        fixed: Some(Decimal::from(200_000)),
        ..Deductible::new((Kind::Term, id(900_000)))
    });
    input
}

#[test]
fn lines_that_grow_and_shrink_move_the_others() {
    let mut input = large();
    let mut adjusted = Adjusted::of(&input);
    for (n, betterment) in [(1_500, true), (0, true), (1_999, true), (1_500, false), (0, false)] {
        input.lines[n].betterment = betterment.then_some(Decimal::ONE);
        adjusted = readjust(adjusted, &input, &[id(1_000 + n)]);
        assert_eq!(adjusted.adjustment(), &adjust(&input), "line {n}, step for step");
    }
}

#[test]
fn a_line_in_the_place_of_another_is_computed() {
    let mut input = large();
    let adjusted = Adjusted::of(&input);
    input.lines[7] =
        Line { item: Some(id(8)), lump_sum: Some(Decimal::from(5)), ..Line::new(id(5_000)) };
    let adjusted = readjust(adjusted, &input, &[id(5_000)]);
    assert_eq!(adjusted.adjustment(), &adjust(&input), "one went and one came in a single change");
}
