//! Scenarios side by side: the same case under other switches or positions, and what that changes.
//!
//! [`compare`] puts two adjustments of one case beside each other, per line, per item, per
//! extension, per insurer and in the figures a statement is headed with. It computes nothing but
//! differences: both sides are results of the one engine.

mod figures;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

pub use figures::{FIGURES, FigureName};

use crate::adjustment::{Adjustment, Figure, Reason, Source};
use crate::id::Id;
use crate::money::Money;

/// One side of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// There is no such figure on this side.
    Absent,
    /// It exists and cannot be known.
    Unknown(Reason),
    /// The amount.
    Known(Money),
}

impl Side {
    /// The amount, where it is known.
    pub const fn money(self) -> Option<Money> {
        match self {
            Self::Known(money) => Some(money),
            Self::Absent | Self::Unknown(_) => None,
        }
    }
}

/// A figure on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// In the base.
    pub base: Side,
    /// In the scenario.
    pub other: Side,
    /// The scenario less the base; nothing where one of the two cannot be known, or where the two
    /// are in different currencies.
    pub difference: Option<Money>,
}

impl Difference {
    /// Two sides. What is absent counts as nothing: a line that is not there costs nothing.
    fn of_part(base: Side, other: Side) -> Self {
        let difference = match (base, other) {
            (Side::Known(base), Side::Known(other)) => other.checked_sub(&base).ok(),
            (Side::Absent, Side::Known(other)) => Some(other),
            (Side::Known(base), Side::Absent) => {
                Money::zero(base.currency()).checked_sub(&base).ok()
            }
            _ => None,
        };
        Self { base, other, difference }
    }

    /// Two sides of a result: what was not computed is not nothing.
    fn of_result(base: Side, other: Side) -> Self {
        match (base, other) {
            (Side::Known(_), Side::Known(_)) => Self::of_part(base, other),
            _ => Self { base, other, difference: None },
        }
    }

    /// Whether the two sides are not the same.
    pub fn differs(&self) -> bool {
        self.base != self.other
    }
}

/// A loss line on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineDifference {
    /// The line.
    pub id: Id,
    /// Its adjusted amount.
    pub adjusted: Difference,
}

/// An insured item on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemDifference {
    /// The item; nothing for the lines that belong to none.
    pub id: Option<Id>,
    /// Its loss.
    pub loss: Difference,
    /// Its loss after salvage and average.
    pub after_average: Difference,
    /// What goes into the event.
    pub payable: Difference,
}

/// An extension, a mitigation cost or an insurer's share on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartDifference {
    /// The record.
    pub source: Source,
    /// What is payable under it, or its share.
    pub payable: Difference,
}

/// A figure of the statement on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureDifference {
    /// Its name.
    pub name: FigureName,
    /// The two sides.
    pub amount: Difference,
}

/// Two adjustments of one case, side by side; in each list first what the base has, in its order,
/// then what only the scenario has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The lines. Their differences add up to the difference of the loss.
    pub lines: Vec<LineDifference>,
    /// The items.
    pub items: Vec<ItemDifference>,
    /// The extensions.
    pub extensions: Vec<PartDifference>,
    /// Sue and labour.
    pub sue_labour: Vec<PartDifference>,
    /// What each of several policies bears.
    pub contribution: Vec<PartDifference>,
    /// What each co-insurer bears.
    pub coinsurers: Vec<PartDifference>,
    /// The figures that at least one side has, without those that repeat another.
    pub figures: Vec<FigureDifference>,
}

/// Puts a scenario beside the base. The records of both must have the same keys.
pub fn compare(base: &Adjustment, other: &Adjustment) -> Comparison {
    let sides = Sides { base, other };
    let lines = paired(&base.lines, &other.lines, |line| line.id);
    let items = paired(&base.items, &other.items, |item| item.id);
    Comparison {
        lines: lines
            .map(|(id, a, b)| LineDifference {
                id,
                adjusted: sides.part(a.map(|l| l.adjusted), b.map(|l| l.adjusted)),
            })
            .collect(),
        items: items
            .map(|(id, a, b)| ItemDifference {
                id,
                loss: sides.part(a.map(|i| i.loss), b.map(|i| i.loss)),
                after_average: sides.part(a.map(|i| i.after_average), b.map(|i| i.after_average)),
                payable: sides.part(a.map(|i| i.payable), b.map(|i| i.payable)),
            })
            .collect(),
        extensions: sides.parts(&base.extensions, &other.extensions, |e| (e.source, e.payable)),
        sue_labour: sides.parts(&base.sue_labour, &other.sue_labour, |s| (s.source, s.payable)),
        contribution: sides.parts(&base.contribution, &other.contribution, |s| (s.source, s.step)),
        coinsurers: sides.parts(&base.coinsurers, &other.coinsurers, |s| (s.source, s.step)),
        figures: sides.figures(),
    }
}

struct Sides<'a> {
    base: &'a Adjustment,
    other: &'a Adjustment,
}

impl Sides<'_> {
    fn part(&self, base: Option<usize>, other: Option<usize>) -> Difference {
        Difference::of_part(side(self.base, base), side(self.other, other))
    }

    fn parts<T>(
        &self,
        base: &[T],
        other: &[T],
        of: fn(&T) -> (Source, usize),
    ) -> Vec<PartDifference> {
        paired(base, other, |part| of(part).0)
            .map(|(source, a, b)| PartDifference {
                source,
                payable: self.part(a.map(|p| of(p).1), b.map(|p| of(p).1)),
            })
            .collect()
    }

    fn figures(&self) -> Vec<FigureDifference> {
        let mut found = Vec::new();
        for &name in FIGURES {
            let base = side(self.base, name.of(&self.base.figures));
            let other = side(self.other, name.of(&self.other.figures));
            let absent = (base, other) == (Side::Absent, Side::Absent);
            let repeated = [self.base, self.other].iter().all(|side| name.says_nothing_new(side));
            if absent || repeated {
                continue;
            }
            let amount = if name.is_part() {
                Difference::of_part(base, other)
            } else {
                Difference::of_result(base, other)
            };
            found.push(FigureDifference { name, amount });
        }
        found
    }
}

fn side(adjustment: &Adjustment, step: Option<usize>) -> Side {
    match adjustment.step(step).map(|step| &step.result) {
        None => Side::Absent,
        Some(Figure::Money(money)) => Side::Known(*money),
        Some(Figure::Unknown(reason)) => Side::Unknown(*reason),
        // Every figure that is compared is money.
        Some(_) => Side::Unknown(Reason::NoAmount),
    }
}

/// Both lists by key: the base in its order, then what only the other has.
fn paired<'a, T, K: Ord + Copy>(
    base: &'a [T],
    other: &'a [T],
    key: impl Fn(&T) -> K + Copy,
) -> impl Iterator<Item = (K, Option<&'a T>, Option<&'a T>)> {
    let here: BTreeSet<K> = base.iter().map(key).collect();
    let there: BTreeMap<K, &T> = other.iter().map(|entry| (key(entry), entry)).collect();
    let first: Vec<_> = base
        .iter()
        .map(|entry| (key(entry), Some(entry), there.get(&key(entry)).copied()))
        .collect();
    let rest: Vec<_> = other
        .iter()
        .filter(|entry| !here.contains(&key(entry)))
        .map(|entry| (key(entry), None, Some(entry)))
        .collect();
    first.into_iter().chain(rest)
}
