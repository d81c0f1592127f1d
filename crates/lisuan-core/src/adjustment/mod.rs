//! The adjustment: from lines to the payable, every figure with the way to it.
//!
//! [`adjust`] runs the waterfall of rules.md 1.4 on an [`Input`]: line → item (loss, salvage,
//! average, cap) → extensions and sue and labour → event (deductible, limits) → parties
//! (recoveries, other insurance, co-insurers, interim payments, currency of payment) →
//! settlement. It gives a list of [`Step`]s; every figure anywhere in the result is the index of
//! a step, so that window, PDF and XLSX show the same number and the way to it.
//!
//! Nothing is assumed: what is missing makes the figures that need it [`Figure::Unknown`] with a
//! [`Reason`], and is a finding with a place. What practice does in more than one way is a switch
//! with its clause ([`Switches`]); a switch that steered a figure without one is finding ADJ-06.
//! A finding whose check covers several situations carries the argument `why`.
//!
//! Money is rounded half-up to the minor unit at every step with `rounding`; ratios never are.

mod after;
mod deductible;
mod deduction;
mod event;
mod extension;
mod input;
mod item;
mod ledger;
mod line;
mod lines;
mod party;
mod peril;
mod readjust;
mod settle;
mod step;
mod switches;
mod waterfall;

use rust_decimal::Decimal;

pub use after::{
    Occurrences, SharedRecovery, events_within, reinstatement_premium, share_recovery,
};
pub use extension::{ExtensionResult, SueLabourResult};
pub use input::{
    Coinsurer, Deductible, Extension, Input, Interim, Item, Limit, LimitKind, Line, LineQuantity,
    OtherPolicy, Rate, Recovery, Reduction, Settlement, SettlementBasis, SubLimit, SueLabour, Vat,
};
pub use item::ItemResult;
pub use line::LineResult;
pub use readjust::{Adjusted, readjust};
pub use step::{Figure, Operator, Reason, Step, Token, evaluate, formula_text};
pub use switches::{
    AverageBasis, BettermentTiming, ContributionMethod, DeductibleRateBase, DeductibleRule,
    DeductibleScope, DeductibleTiming, FxDate, ItemCapTiming, LimitTiming, RecoveryMethod,
    SalvageTiming, Switch, Switches, UnknownWord, YesNo,
};

use crate::change::Kind;
use crate::finding::Finding;
use crate::id::Id;
use crate::money::{Currency, Money};

/// The record something comes from.
pub type Source = (Kind, Id);

/// The result of an adjustment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjustment {
    /// The currency it is computed in.
    pub currency: Currency,
    /// All figures in the order in which they were computed.
    pub steps: Vec<Step>,
    /// The lines, in the order of the input.
    pub lines: Vec<LineResult>,
    /// The items that were hit, in the order of the input.
    pub items: Vec<ItemResult>,
    /// The extensions; those inside the deductible first.
    pub extensions: Vec<ExtensionResult>,
    /// Sue and labour.
    pub sue_labour: Vec<SueLabourResult>,
    /// What each of several policies bears; empty when there is one.
    pub contribution: Vec<Share>,
    /// What each co-insurer bears; empty when there is one insurer. The first one leads.
    pub coinsurers: Vec<Share>,
    /// The figures a statement is headed with.
    pub figures: Figures,
    /// What was missing or contradictory.
    pub findings: Vec<Finding>,
}

/// The part of one insurer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// The record.
    pub source: Source,
    /// The insurer.
    pub name: String,
    /// With several policies: whether it is the policy of this adjustment. With co-insurers:
    /// whether it leads.
    pub ours: bool,
    /// The step with the amount.
    pub step: usize,
}

/// The figures a statement is headed with: indexes of steps; nothing where there is no such figure
/// in this case. A figure that exists but cannot be known is a step with [`Figure::Unknown`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// 报损金额.
    pub claimed: Option<usize>,
    /// 核损金额: all lines of items, before salvage and average.
    pub loss: Option<usize>,
    /// The same over the lines that can be computed already.
    pub known_loss: Option<usize>,
    /// How many lines, those of extensions among them, cannot.
    pub unknown_lines: usize,
    /// 残值.
    pub salvage: Option<usize>,
    /// Everything the event cost: loss, costs under extensions, sue and labour, less salvage.
    pub net_loss: Option<usize>,
    /// After salvage, average and the items' sums insured.
    pub after_average: Option<usize>,
    /// Payable under extensions.
    pub extensions: Option<usize>,
    /// Payable as sue and labour.
    pub sue_labour: Option<usize>,
    /// What the deductible is taken from.
    pub before_deductible: Option<usize>,
    /// 免赔额: all deductibles.
    pub deductible: Option<usize>,
    /// After deductible and event limits.
    pub after_deductible: Option<usize>,
    /// What this policy pays alone, before recoveries and other insurance.
    pub own_payable: Option<usize>,
    /// Received from third parties.
    pub recovered: Option<usize>,
    /// The net loss less what was received: what is still uncompensated.
    pub balance: Option<usize>,
    /// 理算金额: **the result of the formula** at 100 %.
    pub payable: Option<usize>,
    /// What the case was settled at; equal to `payable` only where the settlement rests on it.
    pub settlement: Option<usize>,
    /// The settlement as a share of the balance.
    pub settlement_ratio: Option<usize>,
    /// What the insured bears in the end.
    pub insured_retained: Option<usize>,
    /// 预付赔款.
    pub interim: Option<usize>,
    /// Settlement, or else payable, less interim payments.
    pub due: Option<usize>,
    /// The same in the currency of payment.
    pub payment: Option<usize>,
}

/// Runs the waterfall. Never fails and never panics: what cannot be known is marked as unknown.
pub fn adjust(input: &Input) -> Adjustment {
    Adjusted::of(input).into_adjustment()
}

impl Adjustment {
    /// The step a figure refers to.
    pub fn step(&self, index: Option<usize>) -> Option<&Step> {
        self.steps.get(index?)
    }

    /// The money of a figure; nothing where it does not exist or cannot be known.
    pub fn money(&self, index: Option<usize>) -> Option<Money> {
        self.step(index)?.result.money()
    }

    /// The amount of a figure; nothing where it does not exist or cannot be known.
    pub fn amount(&self, index: Option<usize>) -> Option<Decimal> {
        self.money(index).map(|money| money.amount())
    }

    /// 核损金额: what all lines come to, those of extensions and of mitigation among them, as the
    /// amount claimed counts them. Where one is not known yet, what the others come to.
    pub fn assessed(&self) -> Option<Money> {
        let mut known = self.lines.iter().filter_map(|line| self.money(Some(line.adjusted)));
        let first = known.next()?;
        known.try_fold(first, |sum, line| sum.checked_add(&line).ok())
    }

    /// Why a figure that exists cannot be known.
    pub fn reason(&self, index: Option<usize>) -> Option<Reason> {
        match &self.step(index)?.result {
            Figure::Unknown(reason) => Some(*reason),
            _ => None,
        }
    }

    /// The formula of a step in plain figures: `(24,800.00 − 0.00) × 88.48%`.
    ///
    /// Empty where the figure is simply the sum of its sources.
    pub fn formula_text(&self, step: &Step) -> String {
        formula_text(&step.formula, &self.steps)
    }
}

#[cfg(test)]
mod tests;
