//! One deductible: amount, rate, waiting period, and the rule between them.

use rust_decimal::Decimal;

use super::input::Deductible;
use super::item::{ItemResult, Work};
use super::ledger::{CLOSE, Draft, Ledger, MAX, MIN, MINUS, OR, OVER, PLUS, TIMES, unknown};
use super::step::{Figure, Reason, Token};
use super::switches::{
    AverageBasis, DeductibleRateBase, DeductibleRule, DeductibleTiming, ItemCapTiming, Switch,
    YesNo,
};
use crate::finding::Level;

/// The figures a deductible may be a rate of.
pub(super) struct Bases {
    pub gross: Vec<usize>,
    pub salvage: Vec<usize>,
    pub averaged: Vec<usize>,
    pub sums_insured: Vec<Token>,
}

impl<'a> Ledger<'a> {
    /// One deductible on its base, not yet compared with the loss.
    pub(super) fn deductible_step(&mut self, deductible: &Deductible, bases: &Bases) -> usize {
        let source = deductible.source;
        let formula = match self.deductible_formula(deductible, bases) {
            Ok(formula) => formula,
            Err((why, reason)) => {
                let level = self.formula_level(Level::Stop);
                if reason == Reason::NoPeril {
                    let case = self.case_place();
                    self.find("ADJ-05", level, case, "peril", why);
                } else {
                    self.find("ADJ-05", level, source, "value", why);
                }
                vec![unknown(reason)]
            }
        };
        let draft = Draft::new("step-deductible", formula)
            .about(source)
            .by(deductible.clause.as_ref())
            .from([source]);
        self.amount_step(draft)
    }

    fn deductible_formula(
        &mut self,
        deductible: &Deductible,
        bases: &Bases,
    ) -> Result<Vec<Token>, (&'static str, Reason)> {
        let source = deductible.source;
        if self.peril_unclear(deductible) {
            return Err(("peril-unknown", Reason::NoPeril));
        }
        let missing = |why| (why, Reason::NoDeductible);
        let rule = self.rule(deductible).map_err(missing)?;
        use DeductibleRule::{Fixed, Rate, Time};
        // A waiting period is one more candidate: then amount and rate need not both be there.
        let timed = deductible.days.is_some() && !matches!(rule, Fixed | Rate);
        let both = !timed && !matches!(rule, Fixed | Rate | Time);
        let mut terms: Vec<Vec<Token>> = Vec::new();
        let mut base = None;
        if rule == Fixed || both || timed && rule != Time && deductible.fixed.is_some() {
            let amount = deductible.fixed.ok_or(missing("no-amount"))?;
            if amount.is_sign_negative() && !amount.is_zero() {
                return Err(missing("negative"));
            }
            terms.push(vec![self.given(amount, deductible.currency, source, "value")]);
        }
        if rule == Rate || both || timed && rule != Time && deductible.rate.is_some() {
            let rate = deductible.rate.ok_or(missing("no-rate"))?;
            let of = self.rate_base(deductible, bases);
            base = Some(of.clone());
            let rate = self.share(rate, source, "value", "deductible-rate");
            terms.push(vec![of, TIMES, rate]);
        }
        if timed || rule == Time {
            let days = deductible.days.ok_or(missing("no-days"))?;
            let period = deductible.period_days.filter(|days| *days > 0);
            let period = period.ok_or(("no-period", Reason::NoPeriod))?;
            if terms.is_empty() && rule != Time {
                return Err(missing("no-amount"));
            }
            let of = base.unwrap_or_else(|| self.rate_base(deductible, bases));
            let number = |days: u32| Token::Figure(Figure::Number(Decimal::from(days)));
            let waited = [MIN, number(days), OR, number(period), CLOSE];
            let share = [OVER, number(period)];
            terms.push([of, TIMES].into_iter().chain(waited).chain(share).collect());
        }
        Ok(match rule {
            DeductibleRule::Max => [vec![MAX], terms.join(&OR), vec![CLOSE]].concat(),
            DeductibleRule::Min => [vec![MIN], terms.join(&OR), vec![CLOSE]].concat(),
            DeductibleRule::Sum | Fixed | Rate | Time => terms.join(&PLUS),
        })
    }

    fn rule(&mut self, deductible: &Deductible) -> Result<DeductibleRule, &'static str> {
        let switch = justified(&self.input.switches.deductible_rule, deductible);
        match (switch.chosen, deductible.fixed, deductible.rate, deductible.days) {
            (_, None, None, None) => Err("no-amount"),
            // Only one of them is there: the rule cannot change anything.
            (false, Some(_), None, None) => Ok(DeductibleRule::Fixed),
            (false, None, Some(_), None) => Ok(DeductibleRule::Rate),
            (false, None, None, Some(_)) => Ok(DeductibleRule::Time),
            (false, ..) => {
                let level = self.formula_level(Level::Warn);
                self.find("ADJ-05", level, deductible.source, "value", "rule-not-chosen");
                Ok(switch.value)
            }
            (true, ..) => Ok(self.used("deductible.rule", &switch, DeductibleRule::as_str)),
        }
    }

    fn rate_base(&mut self, deductible: &Deductible, bases: &Bases) -> Token {
        let switch = justified(&self.input.switches.deductible_rate_base, deductible);
        if switch.chosen {
            self.used("deductible.rate_base", &switch, DeductibleRateBase::as_str);
        } else {
            let level = self.formula_level(Level::Warn);
            self.find("ADJ-05", level, deductible.source, "value", "base-not-chosen");
        }
        let early = self.input.switches.deductible_timing.value == DeductibleTiming::BeforeAverage;
        let formula = match switch.value {
            DeductibleRateBase::GrossLoss => vec![Token::Sum(bases.gross.clone())],
            // A deductible taken off before average cannot be a rate of what comes after it;
            // a rate of the net loss gives the same money.
            DeductibleRateBase::AfterAverage if !early => {
                vec![Token::Sum(bases.averaged.clone())]
            }
            DeductibleRateBase::NetOfSalvage | DeductibleRateBase::AfterAverage => {
                let mut formula = vec![Token::Sum(bases.gross.clone())];
                if !bases.salvage.is_empty() {
                    // a − (b + c): a sum is one operand.
                    formula.extend([MINUS, Token::Sum(bases.salvage.clone())]);
                }
                formula
            }
            DeductibleRateBase::SumInsured => {
                let mut formula = Vec::new();
                for sum in &bases.sums_insured {
                    if !formula.is_empty() {
                        formula.push(PLUS);
                    }
                    formula.push(sum.clone());
                }
                if formula.is_empty() { vec![unknown(Reason::NoSumInsured)] } else { formula }
            }
        };
        let draft = Draft::new("step-deductible-base", formula)
            .about(deductible.source)
            .by(switch.clause.as_ref());
        Token::Step(self.amount_step(draft))
    }

    /// What is left of a deductible where the sums insured cap after it: what was lost above the
    /// sum insured absorbs it first. Of several items hit by one deductible the one with the least
    /// above its sum insured decides, as in the examples of ISO CP 00 10.
    pub(super) fn not_absorbed(
        &mut self,
        works: &[Work<'a>],
        results: &[ItemResult],
        members: &[usize],
        deductible: usize,
    ) -> usize {
        let input = self.input;
        if input.switches.deductible_franchise.value == YesNo::Yes {
            return deductible;
        }
        let mut formula = vec![Token::Step(deductible), MINUS, MIN, Token::Step(deductible)];
        let mut percentage = false;
        for &i in members {
            let (before, after) = (results[i].before_cap, results[i].payable);
            match (self.amount(before), self.amount(after)) {
                (Ok(before), _) if before.is_zero() => continue,
                (Ok(before), Ok(after)) if before > after => {}
                _ => return deductible,
            }
            let basis = works[i].item.and_then(|item| item.average.as_ref());
            let basis = basis.unwrap_or(&input.switches.average_basis).value;
            percentage |= basis == AverageBasis::CoinsurancePct;
            formula.extend([OR, Token::Step(before), MINUS, Token::Step(after)]);
        }
        if !formula.contains(&OR) {
            return deductible;
        }
        let mut switch = input.switches.item_cap_timing.clone();
        if !switch.chosen && percentage {
            switch.value = ItemCapTiming::AfterDeductible;
        }
        let timing = self.used("item_cap.timing", &switch, ItemCapTiming::as_str);
        if timing == ItemCapTiming::BeforeDeductible {
            return deductible;
        }
        formula.push(CLOSE);
        let draft = Draft::new("step-deductible-absorbed", formula).by(switch.clause.as_ref());
        self.amount_step(draft)
    }
}

/// The clause of a deductible justifies the switches that belong to it.
fn justified<T: Clone>(switch: &Switch<T>, deductible: &Deductible) -> Switch<T> {
    let mut switch = switch.clone();
    if switch.clause.is_none() {
        switch.clause.clone_from(&deductible.clause);
    }
    if switch.source.is_none() {
        switch.source = Some(deductible.source);
    }
    switch
}
