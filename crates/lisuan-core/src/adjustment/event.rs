//! The event: group limits, deductibles, event limits, aggregate.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::input::{Limit, LimitKind};
use super::item::Work;
use super::ledger::{
    AT_LEAST, CLOSE, Draft, Ledger, MAX, MIN, MINUS, OPEN, OR, PLUS, TIMES, unknown,
};
use super::peril::Counts;
use super::step::{Reason, Token};
use super::switches::{DeductibleScope, LimitTiming, YesNo};
use crate::finding::Level;
use crate::money::{Exact, Money, split};

/// A part of the indemnity before the event's deductible.
#[derive(Clone)]
pub(super) struct Piece {
    /// The items in it.
    pub works: BTreeSet<usize>,
    pub step: usize,
    /// Whether its own deductible is already off.
    pub own_deductible: bool,
}

impl<'a> Ledger<'a> {
    /// The scope of the deductibles; items that have their own make it theirs when nobody chose.
    pub(super) fn deductible_scope(&mut self) -> DeductibleScope {
        let input = self.input;
        let of_items = input.deductibles.iter().any(|d| d.item.is_some());
        if !of_items && input.items.len() < 2 {
            return DeductibleScope::PerEventOnce;
        }
        let switch = &input.switches.deductible_scope;
        self.used("deductible.scope", switch, DeductibleScope::as_str)
    }

    /// Rates that come off one after the other (motor: liability rate, absolute rates).
    pub(super) fn reduced(&mut self, amount: usize) -> usize {
        let input = self.input;
        let mut step = amount;
        for reduction in &input.reductions {
            let rate = self.share(reduction.rate, reduction.source, "value", "reduction");
            let formula = vec![Token::Step(step), TIMES, OPEN, Self::one(), MINUS, rate, CLOSE];
            let draft = Draft::new("step-reduction", formula)
                .about(reduction.source)
                .by(reduction.clause.as_ref())
                .from([reduction.source]);
            step = self.amount_step(draft);
        }
        step
    }

    /// `max(0, M − D)`, or with a franchise all of M once it reaches D.
    pub(super) fn less_deductible(
        &mut self,
        key: &'static str,
        subject: super::Source,
        before: usize,
        deductible: usize,
    ) -> usize {
        let franchise = &self.input.switches.deductible_franchise;
        let relative = franchise.value == YesNo::Yes
            && self.used("deductible.franchise", franchise, YesNo::as_str) == YesNo::Yes;
        let sign = if relative { AT_LEAST } else { MINUS };
        let formula = vec![Token::Step(before), sign, Token::Step(deductible)];
        self.floored_step(Draft::new(key, formula).about(subject))
    }

    /// Takes the deductible off before average: shares it among the items of a group by their
    /// net losses, to the cent.
    pub(super) fn deduct_early(&mut self, works: &mut [Work<'a>], members: &[usize], step: usize) {
        let input = self.input;
        let timing = &input.switches.deductible_timing;
        let mut net_steps = Vec::new();
        for &i in members {
            let mut formula = vec![Token::Step(works[i].base())];
            if let Some(salvage) = works[i].salvage {
                formula.extend([MINUS, Token::Step(salvage)]);
            }
            let draft = Draft::new("step-item-net", formula).about(works[i].subject);
            net_steps.push(self.floored_step(draft));
        }
        let total = Draft::new("step-net-loss", vec![Token::Sum(net_steps.clone())]);
        let total = self.amount_step(total);
        let franchise = input.switches.deductible_franchise.value == YesNo::Yes;
        let formula = if franchise {
            self.used("deductible.franchise", &input.switches.deductible_franchise, YesNo::as_str);
            let reached = vec![Token::Step(total), AT_LEAST, Token::Step(step)];
            let reached = self.amount_step(Draft::new("step-franchise", reached));
            vec![Token::Step(total), MINUS, Token::Step(reached)]
        } else {
            vec![MIN, Token::Step(step), OR, Token::Step(total), CLOSE]
        };
        let draft = Draft::new("step-deductible-taken", formula).by(timing.clause.as_ref());
        let taken = self.amount_step(draft);
        let parts = self.split_by(taken, &net_steps);
        for (n, &i) in members.iter().enumerate() {
            let formula = self.share_formula(taken, net_steps[n], total);
            let draft = Draft::new("step-item-deductible-share", formula).about(works[i].subject);
            let value = match &parts {
                Ok(parts) => Ok(parts[n]),
                Err(reason) => Err(*reason),
            };
            works[i].deductible = Some(self.finish_amount(draft, value, input.currency));
        }
    }

    /// `amount × weight ÷ total`, and nothing of nothing.
    pub(super) fn share_formula(&self, amount: usize, weight: usize, total: usize) -> Vec<Token> {
        if self.amount(total).is_ok_and(|total| total.is_zero()) {
            return vec![self.zero()];
        }
        let ratio = [TIMES, Token::Step(weight), super::ledger::OVER, Token::Step(total)];
        [Token::Step(amount)].into_iter().chain(ratio).collect()
    }

    /// Splits the amount of a step by the amounts of other steps, so that the parts add up.
    pub(super) fn split_by(&self, step: usize, weights: &[usize]) -> Result<Vec<Decimal>, Reason> {
        let amount = self.amount(step)?;
        let mut exact = Vec::with_capacity(weights.len());
        for weight in weights {
            exact.push(Exact::from_decimal(self.amount(*weight)?));
        }
        if exact.iter().all(Exact::is_zero) {
            return Ok(vec![Decimal::ZERO; weights.len()]);
        }
        let parts = split(&Money::new(amount, self.input.currency), &exact)?;
        Ok(parts.iter().map(Money::amount).collect())
    }

    /// Applies the limits on groups of items; a group inside a group is fine, an overlap is not.
    pub(super) fn group_limits(
        &mut self,
        works: &[Work<'a>],
        mut pieces: Vec<Piece>,
    ) -> Vec<Piece> {
        let input = self.input;
        for limit in input.limits.iter().filter(|l| l.kind == LimitKind::Group) {
            let counts = self.counts(limit);
            if counts == Counts::No {
                continue;
            }
            let members: BTreeSet<usize> = works
                .iter()
                .enumerate()
                .filter(|(_, w)| w.item.is_some_and(|item| limit.items.contains(&item.id)))
                .map(|(i, _)| i)
                .collect();
            let (inside, outside): (Vec<Piece>, Vec<Piece>) =
                pieces.into_iter().partition(|piece| !piece.works.is_disjoint(&members));
            pieces = outside;
            if inside.is_empty() {
                continue;
            }
            let steps: Vec<usize> = inside.iter().map(|piece| piece.step).collect();
            let mut sum = Token::Sum(steps);
            if inside.iter().any(|piece| !piece.works.is_subset(&members)) {
                self.find("ADJ-01", Level::Stop, limit.source, "items", "groups-overlap");
                sum = unknown(Reason::LimitsOverlap);
            }
            let mut cap = self.limit_tokens(limit, works);
            if counts == Counts::Unclear {
                cap = self.unclear_cap(limit, &sum, cap);
            }
            let formula = [vec![MIN, sum, OR], cap, vec![CLOSE]].concat();
            let draft = Draft::new("step-group-limit", formula)
                .about(limit.source)
                .by(limit.clause.as_ref())
                .from([limit.source]);
            let step = self.amount_step(draft);
            pieces.push(Piece {
                works: inside.iter().flat_map(|piece| piece.works.iter().copied()).collect(),
                step,
                own_deductible: inside.iter().all(|piece| piece.own_deductible),
            });
        }
        pieces
    }

    /// What a limit leaves: its amount less what was used.
    fn limit_tokens(&mut self, limit: &Limit, works: &[Work<'a>]) -> Vec<Token> {
        let source = limit.source;
        let mut parts = Vec::new();
        if let Some(amount) = limit.amount {
            parts.push(vec![self.given(amount, limit.currency, source, "value")]);
        }
        if let Some(rate) = limit.rate_of_sum_insured {
            let mut formula = Vec::new();
            let hit = |w: &&Work<'a>| {
                limit.items.is_empty() || w.item.is_some_and(|i| limit.items.contains(&i.id))
            };
            for work in works.iter().filter(hit) {
                if !formula.is_empty() {
                    formula.push(PLUS);
                }
                let sum = work.sum_insured.clone();
                formula.push(sum.unwrap_or(unknown(Reason::NoSumInsured)));
            }
            let base = self.amount_step(Draft::new("step-limit-base", formula).about(source));
            let rate = self.share(rate, source, "value", "limit-rate");
            parts.push(vec![rate, TIMES, Token::Step(base)]);
        }
        let mut formula = match parts.len() {
            0 => {
                self.find("ADJ-01", Level::Stop, source, "value", "limit-without-amount");
                vec![unknown(Reason::NoAmount)]
            }
            1 => parts.concat(),
            _ => [vec![MIN], parts.join(&OR), vec![CLOSE]].concat(),
        };
        if let Some(used) = limit.used {
            let used = self.given(used, limit.currency, source, "used");
            formula = [vec![MAX, self.zero(), OR], formula, vec![MINUS, used, CLOSE]].concat();
        }
        formula
    }

    /// Applies every limit of a kind to an amount.
    pub(super) fn limited(
        &mut self,
        kind: LimitKind,
        key: &'static str,
        amount: usize,
        works: &[Work<'a>],
    ) -> usize {
        let input = self.input;
        let mut step = amount;
        for limit in input.limits.iter().filter(|l| l.kind == kind) {
            let counts = self.counts(limit);
            if counts == Counts::No {
                continue;
            }
            let mut cap = self.limit_tokens(limit, works);
            if counts == Counts::Unclear {
                cap = self.unclear_cap(limit, &Token::Step(step), cap);
            }
            let formula = [vec![MIN, Token::Step(step), OR], cap, vec![CLOSE]].concat();
            let draft = Draft::new(key, formula)
                .about(limit.source)
                .by(limit.clause.as_ref())
                .from([limit.source]);
            step = self.amount_step(draft);
        }
        step
    }

    /// When event limits apply; asked only where there is one.
    pub(super) fn limit_timing(&mut self) -> Option<LimitTiming> {
        let input = self.input;
        let counts = |l: &Limit| l.kind == LimitKind::Event && self.counts(l) != Counts::No;
        let any = input.limits.iter().any(counts);
        any.then(|| self.used("limit.timing", &input.switches.limit_timing, LimitTiming::as_str))
    }
}
