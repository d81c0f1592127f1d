//! An insured item: its loss, salvage, value, average and cap.

use rust_decimal::Decimal;

use super::Source;
use super::input::Item;
use super::ledger::{CLOSE, Draft, Ledger, MAX, MIN, MINUS, OPEN, OR, OVER, PLUS, TIMES, unknown};
use super::lines::{Bucket, Terms};
use super::step::{Figure, Reason, Token};
use super::switches::{AverageBasis, SalvageTiming};
use crate::change::Kind;
use crate::finding::Level;
use crate::id::Id;
use crate::money::{Exact, Money};

/// What an insured item comes to; every field but the key is the index of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemResult {
    /// The item; nothing for the lines that belong to none.
    pub id: Option<Id>,
    /// Its loss: the sum of its lines.
    pub loss: usize,
    /// What the third party has made good of it before average (`deduct_from_loss`).
    pub less_recovery: Option<usize>,
    /// Salvage.
    pub salvage: Option<usize>,
    /// The average ratio; nothing where no average applies.
    pub ratio: Option<usize>,
    /// The deductible that comes off before average.
    pub deductible: Option<usize>,
    /// The loss after salvage and average.
    pub after_average: usize,
    /// The same less betterment that comes off late: what the sum insured caps.
    pub before_cap: usize,
    /// After the cap by the sum insured; the amount that goes into the event.
    pub payable: usize,
}

/// An item on its way through the waterfall.
pub(super) struct Work<'a> {
    pub item: Option<&'a Item>,
    pub subject: Source,
    pub loss: usize,
    pub less_recovery: Option<usize>,
    pub salvage: Option<usize>,
    pub betterment: Option<usize>,
    pub ratio: Ratio,
    /// The sum insured after increase, in the adjustment's currency.
    pub sum_insured: Option<Token>,
    pub deductible: Option<usize>,
}

/// The average ratio of an item.
#[derive(Clone, Copy)]
pub(super) enum Ratio {
    /// No average applies.
    None,
    /// The ratio of this step, which may be unknown.
    Step(usize),
}

impl<'a> Work<'a> {
    /// The step with the loss that average and deductible start from.
    pub fn base(&self) -> usize {
        self.less_recovery.unwrap_or(self.loss)
    }
}

impl<'a> Ledger<'a> {
    /// Steps 7 to 9: loss, salvage, value and ratio.
    pub(super) fn item(&mut self, item: Option<&'a Item>, bucket: &Bucket) -> Work<'a> {
        let subject = item.map_or((Kind::Case, self.input.case), |i| (Kind::PolicyItem, i.id));
        let loss = Draft::new("step-item-loss", Vec::new()).about(subject);
        let loss = self.sum_step(loss, &bucket.lines);
        let salvage = self.salvage(item, subject, &bucket.salvage);
        let betterment = (!bucket.betterment.is_empty()).then(|| {
            let draft = Draft::new("step-item-betterment", Vec::new()).about(subject);
            self.sum_step(draft, &bucket.betterment)
        });
        let sum_insured = item.and_then(|item| self.sum_insured(item, subject));
        let nothing_lost = self.amount(loss).is_ok_and(|amount| amount.is_zero());
        let ratio = match item {
            _ if nothing_lost => Ratio::None,
            Some(item) => self.ratio(item, subject),
            None => {
                let formula = vec![unknown(Reason::NoItem)];
                Ratio::Step(
                    self.ratio_step(Draft::new("step-item-average", formula).about(subject)),
                )
            }
        };
        Work {
            item,
            subject,
            loss,
            less_recovery: None,
            salvage,
            betterment,
            ratio,
            sum_insured,
            deductible: None,
        }
    }

    /// The sum of amounts of lines, which was added up on the way: the same money as the formula
    /// gives, without going back to fifty thousand steps.
    fn sum_step(&mut self, mut draft: Draft, terms: &Terms) -> usize {
        if terms.is_empty() {
            draft.formula.push(self.zero());
        } else {
            draft.formula.push(Token::Sum(terms.steps.clone()));
        }
        self.finish_amount(draft, terms.sum(), self.input.currency)
    }

    fn salvage(&mut self, item: Option<&Item>, subject: Source, lines: &Terms) -> Option<usize> {
        let mut formula = Vec::new();
        if let Some(amount) = item.and_then(|item| item.salvage) {
            formula.push(self.money(amount));
        }
        if !lines.is_empty() {
            if !formula.is_empty() {
                formula.push(PLUS);
            }
            formula.push(Token::Sum(lines.steps.clone()));
        }
        if formula.is_empty() {
            return None;
        }
        let draft = Draft::new("step-item-salvage", formula).about(subject);
        Some(self.amount_step(draft))
    }

    /// The sum insured after automatic increase, converted to the adjustment's currency.
    fn sum_insured(&mut self, item: &Item, subject: Source) -> Option<Token> {
        let amount = item.sum_insured?;
        let token = self.given(amount, item.currency, subject, "sum_insured");
        let Some(increase) = item.increase else { return Some(token) };
        let increase = self.share(increase, subject, "increase", "increase");
        let one = Self::one();
        let formula = vec![token, TIMES, OPEN, one, PLUS, increase, CLOSE];
        let draft =
            Draft::new("step-item-sum-insured", formula).about(subject).by(item.clause.as_ref());
        Some(Token::Step(self.amount_step(draft)))
    }

    /// Step 9: the average ratio, exact.
    pub(super) fn ratio(&mut self, item: &'a Item, subject: Source) -> Ratio {
        if let Some(ratio) = item.ratio {
            let token = self.share(ratio, subject, "ratio", "average");
            let draft = Draft::new("step-item-average-given", vec![token])
                .about(subject)
                .by(item.clause.as_ref());
            return Ratio::Step(self.ratio_step(draft));
        }
        let switch = item.average.as_ref().unwrap_or(&self.input.switches.average_basis);
        let basis = self.used("average.basis", switch, |v| v.as_str());
        if basis == AverageBasis::FirstLoss {
            return Ratio::None;
        }
        if item.sum_includes_tax.is_some()
            && item.value_includes_tax.is_some()
            && item.sum_includes_tax != item.value_includes_tax
        {
            self.find("ADJ-03", Level::Warn, subject, "insurable_value", "tax-basis");
        }
        let clause = switch.clause.as_ref().or(item.clause.as_ref());
        let formula = match self.ratio_formula(item, subject, basis) {
            Ok(Some(formula)) => formula,
            Ok(None) => return Ratio::None,
            Err(reason) => vec![unknown(reason)],
        };
        let draft =
            Draft::new("step-item-average", formula).about(subject).by(clause).from([subject]);
        Ratio::Step(self.ratio_step(draft))
    }

    fn ratio_formula(
        &mut self,
        item: &Item,
        subject: Source,
        basis: AverageBasis,
    ) -> Result<Option<Vec<Token>>, Reason> {
        let level = self.formula_level(Level::Stop);
        let currency = item.currency.unwrap_or(self.input.currency);
        // Sum insured and value are compared in their own currency: no rate is needed for that,
        // but without one nothing that follows can be known either, and one finding says so.
        let Some(sum) = item.sum_insured else {
            self.find("ADJ-02", level, subject, "sum_insured", "no-sum-insured");
            return Err(Reason::NoSumInsured);
        };
        let value = match item.value {
            Some(value) if value > Decimal::ZERO => value,
            missing => {
                if currency != self.input.currency && self.has_no_rate(currency) {
                    return Err(Reason::NoRate);
                }
                let why = if missing.is_some() { "value-not-positive" } else { "no-value" };
                self.find("ADJ-02", level, subject, "insurable_value", why);
                return Err(Reason::NoValue);
            }
        };
        let money = |amount| Token::Figure(Figure::Money(Money::new(amount, currency)));
        let one = Self::one();
        let mut formula = vec![MIN, one.clone(), OR, money(sum)];
        if let Some(increase) = item.increase {
            let increase = self.share(increase, subject, "increase", "increase");
            formula.extend([TIMES, OPEN, one, PLUS, increase, CLOSE]);
        }
        formula.push(OVER);
        match basis {
            AverageBasis::FirstLoss => return Ok(None),
            AverageBasis::FullValue => formula.push(money(value)),
            AverageBasis::MarginClause => {
                let margin = self.input.margin_pct.unwrap_or(Decimal::new(85, 2));
                let Token::Figure(Figure::Percent(margin)) =
                    self.share(margin, subject, "average", "margin")
                else {
                    return Err(Reason::RatioOutOfRange);
                };
                let required = margin.checked_mul(&Exact::from_decimal(value))?;
                if Exact::from_decimal(sum) >= required {
                    return Ok(None);
                }
                formula.push(money(value));
            }
            AverageBasis::CoinsurancePct | AverageBasis::Ho80 => {
                let given = if basis == AverageBasis::Ho80 {
                    Some(Decimal::new(80, 2))
                } else {
                    self.input.coinsurance_pct
                };
                let Some(percentage) = given.filter(|p| *p > Decimal::ZERO) else {
                    let case = (Kind::Case, self.input.case);
                    self.find("ADJ-02", level, case, "terms", "no-coinsurance-percentage");
                    return Err(Reason::NoValue);
                };
                let percentage = self.share(percentage, subject, "average", "coinsurance");
                formula.extend([OPEN, percentage, TIMES, money(value), CLOSE]);
            }
        }
        formula.push(CLOSE);
        Ok(Some(formula))
    }

    fn has_no_rate(&self, currency: crate::money::Currency) -> bool {
        let ours = self.input.currency;
        !self
            .input
            .rates
            .iter()
            .any(|r| (r.from, r.to) == (currency, ours) || (r.from, r.to) == (ours, currency))
    }

    /// Steps 9 and 10: salvage, the deductible where it comes first, average, betterment, cap.
    pub(super) fn after_average(&mut self, work: &Work<'a>) -> ItemResult {
        let timing = self.input.switches.salvage_timing.clone();
        let averaged = matches!(work.ratio, Ratio::Step(_));
        let timing_matters = work.salvage.is_some() && averaged;
        let salvage_timing = if timing_matters {
            self.used("salvage.timing", &timing, |v| v.as_str())
        } else {
            SalvageTiming::BeforeAverage
        };
        let formula = self.average_formula(work, salvage_timing);
        let draft = Draft::new("step-item-after-average", formula)
            .about(work.subject)
            .by(timing.clause.as_ref().filter(|_| timing_matters));
        let after_average = self.floored_step(draft);
        self.check_salvage(work);
        let mut payable = after_average;
        if let Some(betterment) = work.betterment {
            let formula = vec![Token::Step(payable), MINUS, Token::Step(betterment)];
            let draft = Draft::new("step-item-less-betterment", formula).about(work.subject);
            payable = self.floored_step(draft);
        }
        payable = self.actual_value_floor(work, payable);
        let before_cap = payable;
        payable = self.cap(work, payable);
        ItemResult {
            id: work.item.map(|item| item.id),
            loss: work.loss,
            less_recovery: work.less_recovery,
            salvage: work.salvage,
            ratio: match work.ratio {
                Ratio::Step(step) => Some(step),
                Ratio::None => None,
            },
            deductible: work.deductible,
            after_average,
            before_cap,
            payable,
        }
    }

    fn average_formula(&self, work: &Work<'a>, timing: SalvageTiming) -> Vec<Token> {
        let early = timing == SalvageTiming::BeforeAverage;
        let mut inner = vec![Token::Step(work.base())];
        if let Some(salvage) = work.salvage.filter(|_| early) {
            inner.extend([MINUS, Token::Step(salvage)]);
        }
        if let Some(deductible) = work.deductible {
            inner.extend([MINUS, Token::Step(deductible)]);
        }
        let mut formula = inner;
        if let Ratio::Step(ratio) = work.ratio {
            if formula.len() > 1 {
                formula.insert(0, OPEN);
                formula.push(CLOSE);
            }
            formula.extend([TIMES, Token::Step(ratio)]);
        }
        if let Some(salvage) = work.salvage.filter(|_| !early) {
            formula.extend([MINUS, Token::Step(salvage)]);
            if let (SalvageTiming::InsurerShare, Ratio::Step(ratio)) = (timing, work.ratio) {
                formula.extend([TIMES, Token::Step(ratio)]);
            }
        }
        formula
    }

    /// A step that is not below zero; the floor is printed only where it is needed.
    pub(super) fn floored_step(&mut self, mut draft: Draft) -> usize {
        let value = super::step::evaluate(&draft.formula, &self.steps);
        if value.is_ok_and(|value| value.is_negative()) {
            let inner = std::mem::take(&mut draft.formula);
            draft.formula.extend([MAX, self.zero(), OR]);
            draft.formula.extend(inner);
            draft.formula.push(CLOSE);
        }
        self.amount_step(draft)
    }

    fn check_salvage(&mut self, work: &Work<'a>) {
        let Ok(loss) = self.amount(work.loss) else { return };
        let salvage = work.salvage.map_or(Ok(Decimal::ZERO), |salvage| self.amount(salvage));
        let Ok(salvage) = salvage else { return };
        let value = work.item.and_then(|item| {
            let same = item.currency.is_none_or(|currency| currency == self.input.currency);
            item.value.filter(|value| same && *value > Decimal::ZERO)
        });
        if salvage.is_zero() && value.is_some_and(|value| loss >= value) {
            self.find("ADJ-07", Level::Warn, work.subject, "salvage", "none-on-total-loss");
        }
        let share = Exact::fraction(salvage, loss);
        if share.is_ok_and(|share| share > Exact::from_decimal(Decimal::new(30, 2))) {
            self.find("ADJ-07", Level::Warn, work.subject, "salvage", "above-30-percent");
        }
    }

    /// `ho_80`: never less than the actual cash value of the loss.
    fn actual_value_floor(&mut self, work: &Work<'a>, payable: usize) -> usize {
        let Some(item) = work.item else { return payable };
        let switch = item.average.as_ref().unwrap_or(&self.input.switches.average_basis);
        let (AverageBasis::Ho80, Some(actual)) = (switch.value, item.actual_value_loss) else {
            return payable;
        };
        let actual = self.given(actual, item.currency, work.subject, "actual_value_loss");
        let formula = vec![MAX, actual, OR, Token::Step(payable), CLOSE];
        let draft = Draft::new("step-item-actual-value", formula)
            .about(work.subject)
            .by(switch.clause.as_ref());
        self.amount_step(draft)
    }

    /// Step 10: no more than the sum insured less what was paid and not reinstated.
    fn cap(&mut self, work: &Work<'a>, payable: usize) -> usize {
        let Some(item) = work.item else { return payable };
        let Some(sum) = work.sum_insured.clone() else {
            if self.amount(payable).is_ok_and(|amount| !amount.is_zero()) {
                let level = self.formula_level(Level::Warn);
                self.find("ADJ-01", level, work.subject, "sum_insured", "no-sum-insured");
            }
            return payable;
        };
        let mut formula = vec![MIN, Token::Step(payable), OR];
        match item.paid_before.filter(|paid| !paid.is_zero() && !item.reinstated) {
            Some(paid) => {
                self.find("ADJ-12", Level::Warn, work.subject, "paid_before", "not-reinstated");
                let paid = self.given(paid, item.currency, work.subject, "paid_before");
                formula.extend([MAX, self.zero(), OR, sum, MINUS, paid, CLOSE]);
            }
            None => formula.push(sum),
        }
        formula.push(CLOSE);
        let draft =
            Draft::new("step-item-cap", formula).about(work.subject).by(item.clause.as_ref());
        self.amount_step(draft)
    }
}
