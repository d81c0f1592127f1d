//! The figures of a statement by name.

use crate::adjustment::{Adjustment, Figures};

macro_rules! figures {
    ($($(#[$doc:meta])* $name:ident = $word:literal $field:ident $part:literal),* $(,)?) => {
        /// A figure a statement is headed with.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FigureName { $($(#[$doc])* $name),* }

        /// All figures of money, in the order of the statement.
        pub const FIGURES: &[FigureName] = &[$(FigureName::$name),*];

        impl FigureName {
            /// The word on the wire and in the catalogues.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),* }
            }

            /// The step of the figure; nothing where the case has no such figure.
            pub const fn of(self, figures: &Figures) -> Option<usize> {
                match self { $(Self::$name => figures.$field),* }
            }

            /// Whether it is a part that counts as nothing where there is none; the others are
            /// results, which are not nothing where they were not computed.
            pub const fn is_part(self) -> bool {
                match self { $(Self::$name => $part),* }
            }
        }
    };
}

figures! {
    /// 报损金额.
    Claimed = "claimed" claimed true,
    /// 核损金额.
    Loss = "loss" loss false,
    /// The loss over the lines that can be computed already.
    KnownLoss = "known-loss" known_loss false,
    /// 残值.
    Salvage = "salvage" salvage true,
    /// Everything the event cost, less salvage.
    NetLoss = "net-loss" net_loss false,
    /// After salvage, average and the items' sums insured.
    AfterAverage = "after-average" after_average false,
    /// Payable under extensions.
    Extensions = "extensions" extensions true,
    /// What the deductible is taken from.
    BeforeDeductible = "before-deductible" before_deductible false,
    /// 免赔额.
    Deductible = "deductible" deductible true,
    /// After deductible and event limits.
    AfterDeductible = "after-deductible" after_deductible false,
    /// 施救费用.
    SueLabour = "sue-labour" sue_labour true,
    /// What this policy pays alone.
    OwnPayable = "own-payable" own_payable false,
    /// Received from third parties.
    Recovered = "recovered" recovered true,
    /// What is still uncompensated.
    Balance = "balance" balance false,
    /// 理算金额.
    Payable = "payable" payable false,
    /// What the case was settled at.
    Settlement = "settlement" settlement false,
    /// What the insured bears in the end.
    InsuredRetained = "insured-retained" insured_retained false,
    /// 预付赔款.
    Interim = "interim" interim true,
    /// What is still to be paid.
    Due = "due" due false,
    /// The same in the currency of payment.
    Payment = "payment" payment false,
}

impl FigureName {
    /// Whether the figure repeats another one of the same adjustment: the loss known so far where
    /// the whole loss is known, the payment where it is in the same currency.
    pub fn says_nothing_new(self, adjustment: &Adjustment) -> bool {
        let figures = &adjustment.figures;
        match self {
            Self::KnownLoss => adjustment.money(figures.loss).is_some(),
            Self::Payment => figures.payment == figures.due,
            _ => false,
        }
    }
}
