//! The switches of the waterfall (rules.md 1.4): what practice does in more than one way.

use std::str::FromStr;

use super::Source;

/// A word that is not in the list of a switch, or a switch that does not exist.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no such switch or value: {0:?}")]
pub struct UnknownWord(pub String);

macro_rules! switch {
    ($(#[$doc:meta])* $name:ident { $first:ident = $fword:literal : $fdoc:literal
        $(, $variant:ident = $word:literal : $vdoc:literal)* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub enum $name {
            #[doc = $fdoc]
            #[default]
            $first,
            $(#[doc = $vdoc] $variant),*
        }

        impl $name {
            /// The words of the list; the first is the default.
            pub const WORDS: &'static [&'static str] = &[$fword $(, $word)*];

            /// The word in the case file, on the wire and in the catalogues.
            pub const fn as_str(self) -> &'static str {
                match self { Self::$first => $fword $(, Self::$variant => $word)* }
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;

            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                match text {
                    $fword => Ok(Self::$first),
                    $($word => Ok(Self::$variant),)*
                    _ => Err(UnknownWord(text.chars().take(60).collect())),
                }
            }
        }
    };
}

switch! {
    /// How the average ratio is formed.
    AverageBasis {
        FullValue = "full_value": "SI/V, 保险法 55(4).",
        CoinsurancePct = "coinsurance_pct": "SI/(p·V) with the percentage of the clause.",
        FirstLoss = "first_loss": "No average; up to the sum insured.",
        Ho80 = "ho_80": "The actual cash value or L·SI/(80 % V), whichever is more.",
        MarginClause = "margin_clause": "SI/V, but only when SI is below 85 % of V.",
    }
}

switch! {
    /// When salvage is taken off.
    SalvageTiming {
        BeforeAverage = "before_average": "(L−S)·a.",
        AfterAverageFull = "after_average_full": "L·a − S.",
        InsurerShare = "insurer_share": "L·a − S·a, 保险法 59.",
    }
}

switch! {
    /// When the deductible is taken off.
    DeductibleTiming {
        AfterAverage = "after_average": "(L−S)·a − D.",
        BeforeAverage = "before_average": "((L−S)−D)·a.",
    }
}

switch! {
    /// What a deductible rate is a rate of.
    DeductibleRateBase {
        GrossLoss = "gross_loss": "Of the loss before salvage.",
        NetOfSalvage = "net_of_salvage": "Of the loss less salvage.",
        AfterAverage = "after_average": "Of the loss after salvage and average.",
        SumInsured = "sum_insured": "Of the sum insured of the items hit.",
    }
}

switch! {
    /// How a fixed deductible, a rate and a waiting period go together.
    DeductibleRule {
        Max = "max": "The highest of them: 两者以高者为准.",
        Fixed = "fixed": "The fixed amount alone.",
        Rate = "rate": "The rate alone.",
        Time = "time": "The waiting period alone: its share of the period of interruption.",
        Min = "min": "The lowest of them.",
        Sum = "sum": "All of them.",
    }
}

switch! {
    /// How often a deductible is taken when one event hits several items.
    DeductibleScope {
        PerEventOnce = "per_event_once": "Once.",
        PerItem = "per_item": "From each item.",
        HighestOfItems = "highest_of_items": "The highest of the items' deductibles, once.",
    }
}

switch! {
    /// Whether an event limit is applied before or after the deductible.
    LimitTiming {
        AfterDeductible = "after_deductible": "min(M−D, limit).",
        BeforeDeductible = "before_deductible": "min(M, limit) − D.",
    }
}

switch! {
    /// Whether an item's sum insured caps its loss before or after the deductible.
    ItemCapTiming {
        BeforeDeductible = "before_deductible": "min(L·a, SI) − D.",
        AfterDeductible = "after_deductible":
            "min(L·a − D, SI): what lies above the sum insured absorbs the deductible (ISO).",
    }
}

switch! {
    /// When betterment is taken off.
    BettermentTiming {
        BeforeAverage = "before_average": "In the line.",
        AfterAverage = "after_average": "From the item, after average.",
    }
}

switch! {
    /// What money from a third party does to the indemnity (保险法 60).
    RecoveryMethod {
        DeductFromLoss = "deduct_from_loss": "(L−R) first, then average and deductible.",
        DeductFromPayable = "deduct_from_payable": "P − R.",
        InsuredFirst = "insured_first": "P − max(0, R−(L−P)): the insured is made whole first.",
        ProRata = "pro_rata": "P − R·P/L.",
        TopDown = "top_down": "Uninsured top layer, then the insurer, then the excess.",
    }
}

switch! {
    /// How several policies on one interest share the loss.
    ContributionMethod {
        SumInsured = "sum_insured": "By sums insured, 保险法 56.",
        IndependentLiability = "independent_liability": "By what each would pay alone.",
        Sequential = "sequential": "The earlier policy first.",
    }
}

switch! {
    /// The day whose rate of exchange counts.
    FxDate {
        LossDate = "loss_date": "The day of the loss.",
        CostDate = "cost_date": "The day the insured paid the cost.",
        AgreementDate = "agreement_date": "The day of the agreement.",
        PaymentDate = "payment_date": "The day of payment.",
    }
}

switch! {
    /// A switch with two positions.
    YesNo {
        No = "false": "No.",
        Yes = "true": "Yes.",
    }
}

/// A chosen value together with the clause that justifies it.
///
/// The statement prints both; a switch that steers a figure and has no clause is finding ADJ-06.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Switch<T> {
    /// The value.
    pub value: T,
    /// The clause, as the statement prints it.
    pub clause: Option<String>,
    /// The record it was read from.
    pub source: Option<Source>,
    /// Whether somebody chose it; otherwise it is the default.
    pub chosen: bool,
}

impl<T> Switch<T> {
    /// A value that the policy file gives.
    pub const fn chosen(value: T, clause: Option<String>, source: Option<Source>) -> Self {
        Self { value, clause, source, chosen: true }
    }

    /// A value nobody chose.
    pub const fn by_default(value: T) -> Self {
        Self { value, clause: None, source: None, chosen: false }
    }
}

impl<T: Default> Default for Switch<T> {
    fn default() -> Self {
        Self::by_default(T::default())
    }
}

macro_rules! switches {
    ($($(#[$doc:meta])* $field:ident: $kind:ident = $name:literal / $default:ident),* $(,)?) => {
        /// All switches of one adjustment.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Switches { $($(#[$doc])* pub $field: Switch<$kind>),* }

        impl Default for Switches {
            /// The suggested defaults for China.
            fn default() -> Self {
                Self { $($field: Switch::by_default($kind::$default)),* }
            }
        }

        impl Switches {
            /// The name of every switch and the words it takes.
            pub const NAMES: &'static [(&'static str, &'static [&'static str])] =
                &[$(($name, $kind::WORDS)),*];

            /// Sets a switch by name and word, for example `average.basis` to `first_loss`.
            pub fn set(
                &mut self,
                name: &str,
                word: &str,
                clause: Option<String>,
                source: Option<Source>,
            ) -> Result<(), UnknownWord> {
                match name {
                    $($name => {
                        self.$field = Switch::chosen(word.parse()?, clause, source);
                    })*
                    _ => return Err(UnknownWord(name.chars().take(60).collect())),
                }
                Ok(())
            }
        }
    };
}

switches! {
    /// How the average ratio is formed, where an item does not say otherwise.
    average_basis: AverageBasis = "average.basis" / FullValue,
    /// When salvage is taken off.
    salvage_timing: SalvageTiming = "salvage.timing" / BeforeAverage,
    /// When betterment is taken off.
    betterment_timing: BettermentTiming = "betterment.timing" / BeforeAverage,
    /// When the deductible is taken off.
    deductible_timing: DeductibleTiming = "deductible.timing" / AfterAverage,
    /// What a deductible rate is a rate of.
    deductible_rate_base: DeductibleRateBase = "deductible.rate_base" / GrossLoss,
    /// How a fixed deductible and a rate go together.
    deductible_rule: DeductibleRule = "deductible.rule" / Max,
    /// How often a deductible is taken.
    deductible_scope: DeductibleScope = "deductible.scope" / PerEventOnce,
    /// Relative deductible (相对免赔, franchise): once reached, the loss is paid in full.
    deductible_franchise: YesNo = "deductible.franchise" / No,
    /// Whether an item's sum insured caps its loss before or after the deductible; the ISO forms,
    /// which have a coinsurance percentage, cap after it, and that is the default beside one.
    item_cap_timing: ItemCapTiming = "item_cap.timing" / BeforeDeductible,
    /// Whether an event limit is applied before or after the deductible.
    limit_timing: LimitTiming = "limit.timing" / AfterDeductible,
    /// Whether average applies to sue and labour (施救费用).
    sue_labour_average: YesNo = "sue_labour.average" / Yes,
    /// Whether sue and labour falls under the deductible.
    sue_labour_deductible: YesNo = "sue_labour.deductible" / No,
    /// What money from a third party does to the indemnity.
    recovery_method: RecoveryMethod = "recovery.method" / DeductFromLoss,
    /// How several policies share the loss.
    contribution_method: ContributionMethod = "contribution.method" / SumInsured,
    /// The day whose rate of exchange counts.
    fx_date: FxDate = "fx.date" / LossDate,
}
