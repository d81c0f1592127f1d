//! Extensions with their own limits, and sue and labour.

use rust_decimal::Decimal;

use super::Source;
use super::input::{Extension, SubLimit, SueLabour};
use super::item::{ItemResult, Ratio, Work};
use super::ledger::{CLOSE, Draft, Ledger, MAX, MIN, MINUS, OR, PLUS, TIMES, unknown};
use super::step::{Figure, Reason, Token};
use super::switches::YesNo;
use crate::change::Kind;
use crate::finding::Level;
use crate::id::Id;

/// What an extension comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExtensionResult {
    /// The record.
    pub source: Source,
    /// The step of its cost.
    pub cost: usize,
    /// The step of what is payable.
    pub payable: usize,
    /// Whether it is kept outside the deductible.
    pub outside_deductible: bool,
}

/// What sue and labour comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SueLabourResult {
    /// The record.
    pub source: Source,
    /// The step of its cost.
    pub cost: usize,
    /// The step of what is payable.
    pub payable: usize,
}

/// The items as the extensions see them.
#[derive(Clone, Copy)]
pub(super) struct Items<'w, 'a> {
    pub works: &'w [Work<'a>],
    pub results: &'w [ItemResult],
    /// The indemnity after the deductible, for extensions that come after it.
    pub after_deductible: Option<usize>,
}

impl<'a> Items<'_, 'a> {
    fn of(&self, item: Option<Id>) -> impl Iterator<Item = usize> + '_ {
        let fits = move |work: &Work<'a>| item.is_none() || work.item.map(|i| i.id) == item;
        self.works.iter().enumerate().filter(move |(_, work)| fits(work)).map(|(i, _)| i)
    }

    fn adjusted_loss(&self, item: Option<Id>) -> Token {
        Token::Sum(self.of(item).map(|i| self.results[i].payable).collect())
    }

    /// The ratio that applies: of the item, or the one all items share.
    fn ratio(&self, item: Option<Id>) -> Result<Option<usize>, Reason> {
        let mut ratios = self.of(item).map(|i| self.works[i].ratio);
        match (ratios.next(), ratios.next()) {
            (Some(Ratio::Step(step)), None) => Ok(Some(step)),
            (Some(Ratio::None), None) => Ok(None),
            (Some(first), Some(second)) => {
                let plain = |ratio: &Ratio| matches!(ratio, Ratio::None);
                let all = plain(&first) && plain(&second) && ratios.all(|r| plain(&r));
                if all { Ok(None) } else { Err(Reason::NoSingleRatio) }
            }
            (None, _) => Err(Reason::NoItem),
        }
    }
}

impl<'a> Ledger<'a> {
    /// The tokens of the sums insured of an item or of all, added up.
    fn sums_insured(&self, items: Items<'_, 'a>, item: Option<Id>) -> Vec<Token> {
        let mut formula = Vec::new();
        for i in items.of(item) {
            if !formula.is_empty() {
                formula.push(PLUS);
            }
            let sum = items.works[i].sum_insured.clone();
            formula.push(sum.unwrap_or(unknown(Reason::NoSumInsured)));
        }
        formula
    }

    /// Step 11 of the waterfall.
    pub(super) fn extension(
        &mut self,
        extension: &Extension,
        items: Items<'_, 'a>,
    ) -> ExtensionResult {
        let source = extension.source;
        let cost = self.cost(extension.cost, extension.currency, source, "step-extension-cost");
        let mut result = ExtensionResult {
            source,
            cost,
            payable: cost,
            outside_deductible: extension.outside_deductible,
        };
        let base = items.adjusted_loss(extension.item);
        let no_loss = self.value(&base).is_ok_and(|loss| loss.is_zero());
        let costs_nothing = self.amount(cost).is_ok_and(|cost| cost.is_zero());
        if no_loss && !extension.without_loss {
            if !costs_nothing {
                self.find("ADJ-08", Level::Stop, source, "amount", "no-adjusted-loss");
            }
            let draft = Draft::new("step-extension-no-loss", vec![self.zero()]);
            result.payable = self.amount_step(draft.about(source).by(extension.clause.as_ref()));
            return result;
        }
        let net = self.less_own_deductible(extension, cost);
        let mut formula = vec![MIN];
        formula.extend(self.averaged(extension, net, items));
        for limit in &extension.limits {
            formula.push(OR);
            formula.extend(self.sub_limit(extension, *limit, items));
        }
        if extension.inside_sum_insured {
            formula.push(OR);
            formula.extend(self.room(extension, items));
        }
        if formula.contains(&OR) {
            formula.push(CLOSE);
        } else {
            formula.remove(0);
        }
        let draft = Draft::new("step-extension", formula)
            .about(source)
            .by(extension.clause.as_ref())
            .from([source]);
        result.payable = self.amount_step(draft);
        if let Some(additional) = extension.additional {
            result.payable = self.additional(extension, additional, net, result.payable);
        }
        result
    }

    /// What was typed as cost and the lines that belong to it.
    fn cost(
        &mut self,
        cost: Option<Decimal>,
        currency: Option<crate::money::Currency>,
        source: Source,
        key: &'static str,
    ) -> usize {
        let lines = self.costs.remove(&source).unwrap_or_default();
        let mut formula = Vec::new();
        match cost {
            Some(cost) => formula.push(self.given(cost, currency, source, "amount")),
            None if lines.lines.is_empty() => {
                self.find("ARI-01", Level::Stop, source, "amount", "no-cost");
                formula.push(unknown(Reason::NoAmount));
            }
            None => {}
        }
        if !lines.lines.is_empty() {
            if !formula.is_empty() {
                formula.push(PLUS);
            }
            formula.push(Token::Sum(lines.lines.steps));
        }
        // What the remains bring in makes the cost less; there is no item to take it from.
        if !lines.salvage.is_empty() {
            formula.extend([MINUS, Token::Sum(lines.salvage.steps)]);
        }
        self.floored_step(Draft::new(key, formula).about(source).from([source]))
    }

    fn less_own_deductible(&mut self, extension: &Extension, cost: usize) -> usize {
        let source = extension.source;
        let fixed = extension
            .deductible
            .map(|amount| self.given(amount, extension.currency, source, "deductible"));
        let rate = extension
            .deductible_rate
            .map(|rate| self.share(rate, source, "deductible_rate", "deductible-rate"));
        let deduction = match (fixed, rate) {
            (None, None) => return cost,
            (Some(fixed), None) => vec![fixed],
            (None, Some(rate)) => vec![rate, TIMES, Token::Step(cost)],
            (Some(fixed), Some(rate)) => {
                vec![MAX, fixed, OR, rate, TIMES, Token::Step(cost), CLOSE]
            }
        };
        let mut formula = vec![Token::Step(cost), MINUS];
        formula.extend(deduction);
        let draft = Draft::new("step-extension-deductible", formula)
            .about(source)
            .by(extension.clause.as_ref());
        self.floored_step(draft)
    }

    fn averaged(&mut self, extension: &Extension, net: usize, items: Items<'_, 'a>) -> Vec<Token> {
        let mut formula = vec![Token::Step(net)];
        if self.used("extension.average", &extension.average, YesNo::as_str) == YesNo::Yes {
            match items.ratio(extension.item) {
                Ok(Some(ratio)) => formula.extend([TIMES, Token::Step(ratio)]),
                Ok(None) => {}
                Err(reason) => {
                    self.find("ADJ-02", Level::Stop, extension.source, "item", "no-single-ratio");
                    formula.extend([TIMES, unknown(reason)]);
                }
            }
        }
        formula
    }

    fn sub_limit(
        &mut self,
        extension: &Extension,
        limit: SubLimit,
        items: Items<'_, 'a>,
    ) -> Vec<Token> {
        let source = extension.source;
        let (rate, base) = match limit {
            SubLimit::Amount(amount) => {
                return vec![self.given(amount, extension.currency, source, "limit")];
            }
            SubLimit::OfSumInsured(rate) => (rate, self.sums_insured(items, extension.item)),
            SubLimit::OfAdjustedLoss(rate) => (rate, vec![items.adjusted_loss(extension.item)]),
        };
        let rate = self.share(rate, source, "limit", "limit-rate");
        let base = self.amount_step(Draft::new("step-extension-base", base).about(source));
        vec![rate, TIMES, Token::Step(base)]
    }

    /// What the loss leaves of the sum insured.
    fn room(&mut self, extension: &Extension, items: Items<'_, 'a>) -> Vec<Token> {
        let mut inner = self.sums_insured(items, extension.item);
        inner.push(MINUS);
        match items.after_deductible.filter(|_| items.works.len() == 1) {
            Some(step) if extension.outside_deductible => inner.push(Token::Step(step)),
            _ => {
                let loss = items.adjusted_loss(extension.item);
                let draft = Draft::new("step-extension-base", vec![loss]).about(extension.source);
                inner.push(Token::Step(self.amount_step(draft)));
            }
        }
        let mut formula = vec![MAX, self.zero(), OR];
        formula.extend(inner);
        formula.push(CLOSE);
        formula
    }

    fn additional(
        &mut self,
        extension: &Extension,
        additional: Decimal,
        net: usize,
        basic: usize,
    ) -> usize {
        let source = extension.source;
        let limit = self.given(additional, extension.currency, source, "additional");
        let formula = vec![MIN, limit, OR, Token::Step(net), MINUS, Token::Step(basic), CLOSE];
        let draft = Draft::new("step-extension-additional", formula)
            .about(source)
            .by(extension.clause.as_ref());
        let more = self.amount_step(draft);
        let formula = vec![Token::Step(basic), PLUS, Token::Step(more)];
        self.amount_step(Draft::new("step-extension-total", formula).about(source))
    }

    /// Step 12: sue and labour, at most one sum insured on top of the loss (保险法 57(2)).
    pub(super) fn sue_labour(&mut self, sue: &SueLabour, items: Items<'_, 'a>) -> SueLabourResult {
        let source = sue.source;
        let cost = self.cost(sue.cost, sue.currency, source, "step-sue-labour-cost");
        let mut formula = vec![Token::Step(cost)];
        if let Some(share) = sue.insured_share {
            formula.extend([TIMES, self.share(share, source, "insured_share", "insured-share")]);
        }
        let switch = &self.input.switches.sue_labour_average;
        let mut clause = sue.clause.clone();
        // A wrong reference must not silently lift average.
        let ratio = items.ratio(sue.item);
        if ratio != Ok(None) && self.used("sue_labour.average", switch, YesNo::as_str) == YesNo::Yes
        {
            clause = clause.or_else(|| switch.clause.clone());
            match ratio {
                Ok(Some(ratio)) => formula.extend([TIMES, Token::Step(ratio)]),
                Ok(None) => {}
                Err(reason) => {
                    self.find("ADJ-13", Level::Stop, source, "item", "no-single-ratio");
                    formula.extend([TIMES, unknown(reason)]);
                }
            }
        }
        let sums = self.sums_insured(items, sue.item);
        if self.value_of(&sums).is_ok() {
            let sum = self.amount_step(Draft::new("step-sue-labour-limit", sums).about(source));
            if matches!((self.amount(cost), self.amount(sum)), (Ok(c), Ok(s)) if c > s) {
                self.find("ADJ-13", Level::Warn, source, "amount", "above-sum-insured");
            }
            formula.insert(0, MIN);
            formula.extend([OR, Token::Step(sum), CLOSE]);
        }
        let draft = Draft::new("step-sue-labour", formula).about(source).by(clause.as_ref());
        let payable = self.amount_step(draft);
        SueLabourResult { source, cost, payable }
    }

    /// The exact value of a formula.
    pub(super) fn value_of(&self, formula: &[Token]) -> Result<crate::money::Exact, Reason> {
        super::step::evaluate(formula, &self.steps)
    }

    /// A figure of the whole case.
    pub(super) fn case_place(&self) -> Source {
        (Kind::Case, self.input.case)
    }

    /// The number one in a formula.
    pub(super) fn one() -> Token {
        Token::Figure(Figure::Number(Decimal::ONE))
    }
}
