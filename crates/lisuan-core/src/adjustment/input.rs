//! What an adjustment is computed from: plain figures, each with the record it comes from.
//!
//! All amounts are at 100 %, before insurers' shares, and in the adjustment's currency where no
//! other is given. Ratios are fractions of one: `0.15`, not 15.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::Source;
use super::switches::{AverageBasis, FxDate, Switch, Switches, YesNo};
use crate::id::Id;
use crate::moment::Date;
use crate::money::{Currency, Exact};

/// One event under one policy.
#[derive(Debug, Clone)]
pub struct Input {
    /// The case; findings about the whole stand there.
    pub case: Id,
    /// The currency the adjustment is computed in.
    pub currency: Currency,
    /// The peril that caused the event, such as "flood"; deductibles and limits may depend on it.
    pub peril: Option<String>,
    /// Insured items of the schedule.
    pub items: Vec<Item>,
    /// Loss lines.
    pub lines: Vec<Line>,
    /// Extensions with limits of their own (扩展条款).
    pub extensions: Vec<Extension>,
    /// Mitigation costs (施救费用).
    pub sue_labour: Vec<SueLabour>,
    /// Deductibles; none recorded is a finding, an express "none" is an amount of zero.
    pub deductibles: Vec<Deductible>,
    /// Rates taken off one after the other before the deductible (motor: liability rate, absolute
    /// rates).
    pub reductions: Vec<Reduction>,
    /// Limits on the event, on groups of items, on the period.
    pub limits: Vec<Limit>,
    /// Money received from third parties before the settlement.
    pub recoveries: Vec<Recovery>,
    /// All policies on the same interest, this one among them, the earliest first; empty when
    /// there is no other.
    pub other_insurance: Vec<OtherPolicy>,
    /// Insurers of this policy and their written shares (共保); empty when there is one.
    pub coinsurers: Vec<Coinsurer>,
    /// Interim payments made (预付赔款).
    pub interim: Vec<Interim>,
    /// Rates of exchange.
    pub rates: Vec<Rate>,
    /// The currency of payment, where it is another.
    pub payment_currency: Option<Currency>,
    /// How the case was settled.
    pub settlement: Option<Settlement>,
    /// The switches.
    pub switches: Switches,
    /// The percentage of a coinsurance clause, `0.80`; with `average.basis = coinsurance_pct`.
    pub coinsurance_pct: Option<Decimal>,
    /// The share of the value below which a margin clause applies average; 0.85 when empty.
    pub margin_pct: Option<Decimal>,
}

impl Input {
    /// An empty adjustment with default switches.
    pub fn new(case: Id, currency: Currency) -> Self {
        Self {
            case,
            currency,
            peril: None,
            items: Vec::new(),
            lines: Vec::new(),
            extensions: Vec::new(),
            sue_labour: Vec::new(),
            deductibles: Vec::new(),
            reductions: Vec::new(),
            limits: Vec::new(),
            recoveries: Vec::new(),
            other_insurance: Vec::new(),
            coinsurers: Vec::new(),
            interim: Vec::new(),
            rates: Vec::new(),
            payment_currency: None,
            settlement: None,
            switches: Switches::default(),
            coinsurance_pct: None,
            margin_pct: None,
        }
    }
}

macro_rules! record {
    ($(#[$doc:meta])* $name:ident($($(#[$kdoc:meta])* $key:ident: $ktype:ty),+) {
        $($(#[$fdoc:meta])* $field:ident: $type:ty),* $(,)?
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name { $($(#[$kdoc])* pub $key: $ktype,)+ $($(#[$fdoc])* pub $field: $type),* }

        impl $name {
            /// The record with nothing known about it yet.
            pub fn new($($key: $ktype),+) -> Self {
                Self { $($key,)+ $($field: Default::default()),* }
            }
        }
    };
}

record! {
    /// One insured item, location or declared object; average applies to each separately.
    Item(/// The record.
        id: Id) {
        /// 保险金额.
        sum_insured: Option<Decimal>,
        /// 保险价值 at the loss; works: value at completion.
        value: Option<Decimal>,
        /// Currency of the sum insured and of the value; the adjustment's when empty.
        currency: Option<Currency>,
        /// An average ratio that is agreed or given; then sum insured and value are not asked for.
        ratio: Option<Decimal>,
        /// How the ratio is formed, where this item has its own rule.
        average: Option<Switch<AverageBasis>>,
        /// Automatic increase or escalation of the sum insured, `0.10`.
        increase: Option<Decimal>,
        /// 残值.
        salvage: Option<Decimal>,
        /// Paid before under this item.
        paid_before: Option<Decimal>,
        /// Whether the sum insured was reinstated since.
        reinstated: bool,
        /// The loss at actual cash value; with `ho_80`.
        actual_value_loss: Option<Decimal>,
        /// Indemnity at actual value: the depreciation of the lines applies.
        at_actual_value: bool,
        /// Whether the sum insured includes VAT.
        sum_includes_tax: Option<bool>,
        /// Whether the value includes VAT.
        value_includes_tax: Option<bool>,
        /// Where the policy says so.
        clause: Option<String>,
    }
}

/// A quantity and its unit; the engine rounds it by the unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineQuantity {
    /// The exact value.
    pub value: Exact,
    /// The unit.
    pub unit: Arc<str>,
    /// The measurement it comes from.
    pub source: Option<Source>,
}

/// VAT of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Vat {
    /// The rate, `0.09`.
    pub rate: Decimal,
    /// Whether the price includes it.
    pub included: bool,
    /// The share the insured recovers as input tax, 0 to 1.
    pub recoverable_share: Decimal,
}

record! {
    /// One loss line. Either quantity and price or a lump sum.
    Line(/// The record.
        id: Id) {
        /// The insured item it falls under.
        item: Option<Id>,
        /// The extension or mitigation cost it is part of, by the record of that; then its amount
        /// goes there and not into the loss of an item.
        extension: Option<Source>,
        /// The quantity.
        quantity: Option<LineQuantity>,
        /// The unit price.
        price: Option<Decimal>,
        /// The record of the price.
        price_source: Option<Source>,
        /// A lump sum, where there is no quantity and price.
        lump_sum: Option<Decimal>,
        /// The amount that the sheet states beside quantity and price; only compared (ARI-01).
        stated_amount: Option<Decimal>,
        /// Currency of price, amounts and deductions of this line.
        currency: Option<Currency>,
        /// 报损金额.
        claimed: Option<Decimal>,
        /// Coverage factor; 1 when empty, 0 when not covered.
        coverage: Option<Decimal>,
        /// VAT, where it matters.
        vat: Option<Vat>,
        /// Betterment: upgrade, longer life, added capacity.
        betterment: Option<Decimal>,
        /// Depreciation, `0.30`; counts only for an item at actual value.
        depreciation: Option<Decimal>,
        /// Value immediately before the loss: repair that costs more is a total loss.
        value_before_loss: Option<Decimal>,
        /// 残值 of this line.
        salvage: Option<Decimal>,
        /// The clause behind coverage, betterment or depreciation.
        clause: Option<String>,
    }
}

/// One limit of an extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubLimit {
    /// An amount.
    Amount(Decimal),
    /// A share of the sum insured of the item, or of all items.
    OfSumInsured(Decimal),
    /// A share of the adjusted loss of the item, or of all items.
    OfAdjustedLoss(Decimal),
}

record! {
    /// Costs under an extension: debris removal, professional fees, expediting, airfreight.
    Extension(/// The record.
        source: Source) {
        /// The item its limits refer to; all items when empty.
        item: Option<Id>,
        /// Adjusted cost; lines that belong to the extension are added to it.
        cost: Option<Decimal>,
        /// Currency of cost, amounts and limits.
        currency: Option<Currency>,
        /// Limits; the lowest counts.
        limits: Vec<SubLimit>,
        /// Whether average applies to the cost.
        average: Switch<YesNo>,
        /// Its own deductible: an amount.
        deductible: Option<Decimal>,
        /// Its own deductible: a rate of the cost; the higher of the two counts.
        deductible_rate: Option<Decimal>,
        /// Kept outside the deductible of the event.
        outside_deductible: bool,
        /// Inside the sum insured: it may only use what the loss leaves of it.
        inside_sum_insured: bool,
        /// On top of that, an additional amount (ISO debris removal).
        additional: Option<Decimal>,
        /// Pays also where there is no adjusted loss.
        without_loss: bool,
        /// The clause.
        clause: Option<String>,
    }
}

record! {
    /// Cost of preventing or reducing the loss (保险法 57(2)).
    SueLabour(/// The record.
        source: Source) {
        /// The item it served.
        item: Option<Id>,
        /// The cost; lines that belong to it are added.
        cost: Option<Decimal>,
        /// Currency of the cost.
        currency: Option<Currency>,
        /// The share of insured property in what was rescued; 1 when empty.
        insured_share: Option<Decimal>,
        /// The clause.
        clause: Option<String>,
    }
}

record! {
    /// One deductible (免赔).
    Deductible(/// The record.
        source: Source) {
        /// The item it belongs to; the event when empty.
        item: Option<Id>,
        /// The peril it is for; it replaces the general one when that is the event's peril.
        peril: Option<String>,
        /// 免赔额.
        fixed: Option<Decimal>,
        /// 免赔率, `0.15`.
        rate: Option<Decimal>,
        /// 免赔期: a waiting period in days (business interruption, delay).
        days: Option<u32>,
        /// The days of interruption or delay that the loss was computed for; with `days`.
        period_days: Option<u32>,
        /// Currency of the amount.
        currency: Option<Currency>,
        /// The clause.
        clause: Option<String>,
    }
}

record! {
    /// A rate by which the payment is reduced before the deductible.
    Reduction(/// The record.
        source: Source,
        /// The rate, `0.15`.
        rate: Decimal) {
        /// The clause.
        clause: Option<String>,
    }
}

/// What a limit limits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LimitKind {
    /// One event, or one peril in it.
    #[default]
    Event,
    /// The period of insurance.
    Aggregate,
    /// The items it names, such as one section.
    Group,
}

record! {
    /// A limit of liability.
    Limit(/// The record.
        source: Source,
        /// What it limits.
        kind: LimitKind) {
        /// The items of a group.
        items: Vec<Id>,
        /// The peril it is for; it counts beside the general limits when that is the event's.
        peril: Option<String>,
        /// An amount.
        amount: Option<Decimal>,
        /// A share of the sum insured of the items hit, `0.80`.
        rate_of_sum_insured: Option<Decimal>,
        /// Used before.
        used: Option<Decimal>,
        /// Currency of the amounts.
        currency: Option<Currency>,
        /// The clause.
        clause: Option<String>,
    }
}

record! {
    /// Money received from a third party.
    Recovery(/// The record.
        source: Source) {
        /// How much.
        amount: Option<Decimal>,
        /// In which currency.
        currency: Option<Currency>,
        /// The item whose loss it makes good; all items when empty.
        item: Option<Id>,
    }
}

record! {
    /// A policy on the same interest.
    OtherPolicy(/// The record.
        source: Source,
        /// Its insurer.
        name: String) {
        /// Whether it is the policy of this adjustment.
        ours: bool,
        /// Its sum insured.
        sum_insured: Option<Decimal>,
        /// What it would pay alone; for ours the result of the waterfall. When empty, the loss up
        /// to its sum insured.
        liability: Option<Decimal>,
    }
}

/// An insurer of this policy and its written share.
#[derive(Debug, Clone)]
pub struct Coinsurer {
    /// The record.
    pub source: Source,
    /// Its name.
    pub name: String,
    /// Its share, `0.60`.
    pub share: Decimal,
}

record! {
    /// A payment made on account.
    Interim(/// The record.
        source: Source) {
        /// How much.
        amount: Option<Decimal>,
        /// In which currency.
        currency: Option<Currency>,
    }
}

/// A rate of exchange: one unit of `from` is `rate` units of `to`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// The record.
    pub record: Source,
    /// The currency that is converted.
    pub from: Currency,
    /// The currency it is converted to.
    pub to: Currency,
    /// How many units of `to`.
    pub rate: Decimal,
    /// The day of the rate.
    pub date: Option<Date>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// Which day in the claim that was; a rate without it counts on any.
    pub day: Option<FxDate>,
}

/// How a case ends (rules.md 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettlementBasis {
    /// The figure the waterfall gives.
    Formula,
    /// An agreed adjustment.
    Agreed,
    /// The undisputed part, in advance (保险法 25).
    Interim,
    /// A lump sum with reasons.
    Compromise,
    /// 通融赔付.
    ExGratia,
    /// Nothing to pay.
    Nil,
    /// Refused (保险法 24).
    Refusal,
}

impl SettlementBasis {
    /// The word, the same as in the case file.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Formula => "formula",
            Self::Agreed => "agreed",
            Self::Interim => "interim",
            Self::Compromise => "compromise",
            Self::ExGratia => "ex-gratia",
            Self::Nil => "nil",
            Self::Refusal => "refusal",
        }
    }

    /// Whether its figure is meant to be the result of the waterfall.
    pub const fn rests_on_formula(self) -> bool {
        matches!(self, Self::Formula | Self::Agreed | Self::Interim | Self::Nil)
    }
}

/// What was agreed, paid or decided.
#[derive(Debug, Clone)]
pub struct Settlement {
    /// The record.
    pub source: Source,
    /// How.
    pub basis: SettlementBasis,
    /// How much; not asked for with formula, nil and refusal.
    pub amount: Option<Decimal>,
    /// In which currency.
    pub currency: Option<Currency>,
    /// Whether a reason is written down.
    pub reasoned: bool,
}
