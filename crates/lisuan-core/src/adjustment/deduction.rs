//! Where the deductibles come off: before average from the items, or after it from the event.

use std::collections::BTreeSet;

use super::deductible::Bases;
use super::event::Piece;
use super::input::{Deductible, LimitKind};
use super::item::{ItemResult, Ratio, Work};
use super::ledger::{CLOSE, Draft, Ledger, MAX, OR, unknown};
use super::step::{Reason, Token};
use super::switches::{DeductibleScope, DeductibleTiming, LimitTiming};

impl<'a> Ledger<'a> {
    fn bases(&self, works: &[Work<'a>], members: &[usize], averaged: Vec<usize>) -> Bases {
        let hit = |i: &&usize| self.amount(works[**i].loss).map_or(true, |l| !l.is_zero());
        Bases {
            gross: members.iter().map(|i| works[*i].base()).collect(),
            salvage: members.iter().filter_map(|i| works[*i].salvage).collect(),
            averaged,
            sums_insured: members
                .iter()
                .filter(hit)
                .map(|i| works[*i].sum_insured.clone().unwrap_or(unknown(Reason::NoSumInsured)))
                .collect(),
        }
    }

    /// Deductible before average: gives the step of all that is taken.
    pub(super) fn deduct_before_average(&mut self, works: &mut [Work<'a>]) -> usize {
        let input = self.input;
        self.used("deductible.timing", &input.switches.deductible_timing, DeductibleTiming::as_str);
        let all: Vec<usize> = (0..works.len()).collect();
        if self.no_deductible() {
            let formula = vec![unknown(Reason::NoDeductible)];
            let step = self.amount_step(Draft::new("step-deductible", formula));
            self.deduct_early(works, &all, step);
            return step;
        }
        let scope = self.deductible_scope();
        let general = self.event_deductible();
        let mut taken = Vec::new();
        let mut rest = Vec::new();
        for i in all {
            let own = self.own_deductible(works[i].item.map(|item| item.id));
            let each = scope != DeductibleScope::PerEventOnce;
            match own.or(general.filter(|_| each)) {
                Some(deductible) => {
                    let bases = self.bases(works, &[i], Vec::new());
                    taken.push((i, self.deductible_step(deductible, &bases)));
                }
                None => rest.push(i),
            }
        }
        if scope == DeductibleScope::HighestOfItems {
            let members: Vec<usize> = taken.iter().map(|(i, _)| *i).collect();
            let step = self.highest(taken.iter().map(|(_, step)| *step));
            self.deduct_early(works, &members, step);
            return step;
        }
        let mut steps = Vec::new();
        for (i, step) in taken {
            self.deduct_early(works, &[i], step);
            steps.push(step);
        }
        if let Some(deductible) = general.filter(|_| !rest.is_empty()) {
            let bases = self.bases(works, &rest, Vec::new());
            let step = self.deductible_step(deductible, &bases);
            self.deduct_early(works, &rest, step);
            steps.push(step);
        }
        self.total("step-deductible-total", steps)
    }

    fn highest(&mut self, steps: impl Iterator<Item = usize>) -> usize {
        let mut formula = vec![MAX];
        for step in steps {
            if formula.len() > 1 {
                formula.push(OR);
            }
            formula.push(Token::Step(step));
        }
        formula.push(CLOSE);
        if formula.len() == 2 {
            formula = vec![self.zero()];
        }
        self.amount_step(Draft::new("step-deductible-highest", formula))
    }

    pub(super) fn pieces(&self, works: &[Work<'a>], results: &[ItemResult]) -> Vec<Piece> {
        let piece = |i: usize| Piece {
            works: BTreeSet::from([i]),
            step: results[i].payable,
            own_deductible: false,
        };
        (0..works.len()).map(piece).collect()
    }

    /// The deductibles that belong to single items: what is left of each item, and their steps.
    fn deduct_from_items(
        &mut self,
        works: &[Work<'a>],
        results: &[ItemResult],
        scope: DeductibleScope,
        general: Option<&'a Deductible>,
    ) -> (Vec<Piece>, Vec<usize>) {
        let mut pieces = self.pieces(works, results);
        let mut steps = Vec::new();
        for (i, piece) in pieces.iter_mut().enumerate() {
            let own = self.own_deductible(works[i].item.map(|item| item.id));
            let each = scope != DeductibleScope::PerEventOnce;
            let lost = self.amount(piece.step).map_or(true, |amount| !amount.is_zero());
            let Some(deductible) = own.or(general.filter(|_| each)).filter(|_| lost) else {
                continue;
            };
            let bases = self.bases(works, &[i], vec![piece.step]);
            let mut step = self.deductible_step(deductible, &bases);
            if scope != DeductibleScope::HighestOfItems {
                step = self.not_absorbed(works, results, &[i], step);
            }
            steps.push(step);
            if scope != DeductibleScope::HighestOfItems {
                let key = "step-item-less-deductible";
                piece.step = self.less_deductible(key, works[i].subject, piece.step, step);
                piece.own_deductible = true;
            }
        }
        (pieces, steps)
    }

    /// Steps 13 to 15 with the deductible after average.
    pub(super) fn deduct_late(
        &mut self,
        works: &[Work<'a>],
        results: &[ItemResult],
        besides: &[usize],
    ) -> (usize, Option<usize>, usize) {
        let missing = self.no_deductible();
        let scope = self.deductible_scope();
        let general = self.event_deductible();
        let (pieces, mut steps) = self.deduct_from_items(works, results, scope, general);
        let averaged: Vec<usize> =
            results.iter().map(|r| r.payable).chain(besides.iter().copied()).collect();
        let before = self.total("step-before-deductible", averaged);
        let pieces = self.group_limits(works, pieces);
        let (own, rest): (Vec<Piece>, Vec<Piece>) =
            pieces.into_iter().partition(|piece| piece.own_deductible);
        let mut rest_steps: Vec<usize> = rest.iter().map(|piece| piece.step).collect();
        rest_steps.extend(besides);
        let mut step = self.total("step-event-subtotal", rest_steps.clone());
        let timing = self.limit_timing();
        if timing == Some(LimitTiming::BeforeDeductible) {
            step = self.limited(LimitKind::Event, "step-event-limit", step, works);
        }
        step = self.reduced(step);
        let event_step = match scope {
            _ if missing => {
                let formula = vec![unknown(Reason::NoDeductible)];
                Some(self.amount_step(Draft::new("step-deductible", formula)))
            }
            DeductibleScope::HighestOfItems => Some(self.highest(steps.drain(..))),
            DeductibleScope::PerItem => None,
            DeductibleScope::PerEventOnce => general.map(|deductible| {
                let members: Vec<usize> =
                    rest.iter().flat_map(|piece| piece.works.iter().copied()).collect();
                let mut bases = self.bases(works, &members, vec![step]);
                bases.gross.extend(besides);
                self.deductible_step(deductible, &bases)
            }),
        };
        if let Some(deductible) = event_step {
            let input = self.input;
            let members: Vec<usize> =
                rest.iter().flat_map(|piece| piece.works.iter().copied()).collect();
            let deductible = self.not_absorbed(works, results, &members, deductible);
            if self.averages(works) && !missing {
                let switch = &input.switches.deductible_timing;
                self.used("deductible.timing", switch, DeductibleTiming::as_str);
            }
            let case = self.case_place();
            step = self.less_deductible("step-after-deductible", case, step, deductible);
            steps.push(deductible);
        }
        if !own.is_empty() {
            let mut all: Vec<usize> = own.iter().map(|piece| piece.step).collect();
            if !rest_steps.is_empty() {
                all.push(step);
            }
            step = self.total("step-after-deductibles", all);
        }
        // Parts with their own deductible have not met the event limit yet.
        if timing == Some(LimitTiming::AfterDeductible) || timing.is_some() && !own.is_empty() {
            step = self.limited(LimitKind::Event, "step-event-limit", step, works);
        }
        let deductible = (!steps.is_empty()).then(|| self.total("step-deductible-total", steps));
        (before, deductible, step)
    }

    fn averages(&self, works: &[Work<'a>]) -> bool {
        works.iter().any(|work| matches!(work.ratio, Ratio::Step(_)))
    }
}
