//! What comes before and after one adjustment: one event or several, reinstatement, later recovery.

use jiff::civil::DateTime;
use rust_decimal::Decimal;

use super::party::recovery_formula;
use super::step::{Figure, Reason, Token, evaluate};
use super::switches::RecoveryMethod;
use crate::moment::Date;
use crate::money::{Exact, Money, MoneyError, exact_sum, round};

/// More losses than one policy period sees in a row.
const LOSSES_MAX: usize = 500;

/// Losses that count as one event (72-hour clause).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occurrences {
    /// Indexes of the losses of each event, in order of time.
    pub events: Vec<Vec<usize>>,
    /// What is left over one deductible per event.
    pub total: Decimal,
}

/// Groups losses of one peril into events as the clause allows it: the losses within so many
/// consecutive hours are one event, the insured chooses where the hours start, and no two such
/// windows overlap. Of all groupings the one that leaves the insured most is given; on a tie the
/// one with fewer events.
///
/// A loss that no window takes in is an event of its own. At most 500 losses.
pub fn events_within(
    losses: &[(DateTime, Decimal)],
    hours: u32,
    deductible: Decimal,
) -> Result<Occurrences, Reason> {
    if losses.len() > LOSSES_MAX {
        return Err(Reason::TooLarge);
    }
    let mut order: Vec<usize> = (0..losses.len()).collect();
    order.sort_by_key(|i| losses[*i].0);
    let minutes: Vec<i64> = order.iter().map(|i| minute(losses[*i].0)).collect();
    let width = i64::from(hours) * 60;
    // reached[n]: ways to place the first n losses; only those that no other way beats.
    let mut reached: Vec<Vec<Way>> = vec![Vec::new(); losses.len() + 1];
    reached[0].push(Way { end: i64::MIN, total: Decimal::ZERO, groups: Vec::new() });
    for first in 0..order.len() {
        for way in reached[first].clone() {
            // A loss inside the last window belongs to that window's event.
            if minutes[first] <= way.end && !way.groups.is_empty() {
                continue;
            }
            let mut sum = Decimal::ZERO;
            for last in first..order.len() {
                if minutes[last] - minutes[first] > width {
                    break;
                }
                sum = exact_sum(sum, losses[order[last]].1).ok_or(Reason::TooLarge)?;
                let end = if last == first {
                    minutes[last]
                } else {
                    let start = way.end.max(minutes[last] - width);
                    if start > minutes[first] {
                        break;
                    }
                    start + width
                };
                let paid = exact_sum(sum, -deductible).ok_or(Reason::TooLarge)?;
                let total =
                    exact_sum(way.total, paid.max(Decimal::ZERO)).ok_or(Reason::TooLarge)?;
                let mut groups = way.groups.clone();
                groups.push(first..last + 1);
                keep_best(&mut reached[last + 1], Way { end, total, groups });
            }
        }
    }
    let best = reached.pop().and_then(|ways| {
        ways.into_iter().max_by_key(|way| (way.total, std::cmp::Reverse(way.groups.len())))
    });
    let best = best.ok_or(Reason::NoAmount)?;
    let events = best.groups.into_iter().map(|range| order[range].to_vec()).collect();
    Ok(Occurrences { events, total: best.total })
}

#[derive(Clone)]
struct Way {
    /// When the last window ends, in minutes.
    end: i64,
    total: Decimal,
    groups: Vec<std::ops::Range<usize>>,
}

fn keep_best(ways: &mut Vec<Way>, new: Way) {
    let rank = |way: &Way| (way.total, std::cmp::Reverse(way.groups.len()));
    if ways.iter().any(|way| way.end <= new.end && rank(way) >= rank(&new)) {
        return;
    }
    ways.retain(|way| !(new.end <= way.end && rank(&new) >= rank(way)));
    ways.push(new);
}

fn minute(at: DateTime) -> i64 {
    let days = i64::from((at.date() - Date::constant(1970, 1, 1)).get_days());
    days * 1_440 + i64::from(at.hour()) * 60 + i64::from(at.minute())
}

/// The premium for reinstating the sum insured after a loss: `paid × annual rate × days ÷ basis`
/// (rules.md 1.8), the day of the loss and the last day of the period included.
pub fn reinstatement_premium(
    paid: &Money,
    annual_rate: Decimal,
    loss: Date,
    period_end: Date,
    day_basis: u32,
) -> Result<Money, MoneyError> {
    let days = i64::from((period_end - loss).get_days()) + 1;
    let days = Exact::from_integer(days.max(0));
    let premium = Exact::from_decimal(paid.amount())
        .checked_mul(&Exact::from_decimal(annual_rate))?
        .checked_mul(&days)?
        .checked_div(&Exact::from_integer(i64::from(day_basis)))?;
    Ok(Money::new(round(&premium, paid.currency().minor_digits())?, paid.currency()))
}

/// Who gets how much of a recovery that comes in after the payment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SharedRecovery {
    /// The insurer's part.
    pub insurer: Money,
    /// The insured's part.
    pub insured: Money,
}

/// Shares a later recovery between insurer and insured; all amounts are in one currency.
///
/// The insurer never gets more than it paid; with `deduct_from_payable` (or `deduct_from_loss`,
/// which cannot apply after the payment) it comes first.
pub fn share_recovery(
    method: RecoveryMethod,
    loss: &Money,
    paid: &Money,
    deductible: &Money,
    recovery: &Money,
) -> Result<SharedRecovery, Reason> {
    let method = match method {
        RecoveryMethod::DeductFromLoss => RecoveryMethod::DeductFromPayable,
        other => other,
    };
    for other in [loss, deductible, recovery] {
        other.checked_sub(paid)?;
    }
    let token = |money: &Money| Token::Figure(Figure::Money(*money));
    let formula =
        recovery_formula(method, token(paid), token(recovery), token(loss), token(deductible));
    let insurer = round(&evaluate(&formula, &[])?, paid.currency().minor_digits())?;
    let insurer = Money::new(insurer.min(recovery.amount()), paid.currency());
    Ok(SharedRecovery { insurer, insured: recovery.checked_sub(&insurer)? })
}
