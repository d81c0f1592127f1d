//! The register of the checks (rules.md 6.2): every number there is, how much it weighs, and where
//! it is decided.

use crate::finding::Level;

/// Where a check is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decided {
    /// From the records of the case, after every edit.
    Case,
    /// From the bytes of the file, when it is checked as a whole.
    File,
    /// Not from one case: it takes several beside each other.
    SeveralCases,
    /// From the records of the case, and again from several cases beside each other.
    CaseAndOthers,
}

impl Decided {
    /// The word in the catalogues: `check-decided-<word>`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Case => "case",
            Self::File => "file",
            Self::SeveralCases => "several-cases",
            Self::CaseAndOthers => "case-and-others",
        }
    }
}

/// One numbered check; its title is under `check-<number>`, what it says under `finding-<number>`,
/// what to do under `finding-<number>-do`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// Its number.
    pub number: &'static str,
    /// The levels its findings have, the heaviest first.
    pub levels: &'static [Level],
    /// Where it is decided.
    pub decided: Decided,
}

impl Check {
    /// The check of a number.
    pub fn of(number: &str) -> Option<&'static Self> {
        CHECKS.iter().find(|check| check.number == number)
    }
}

/// The group of a number: the letters before the dash, `check-group-<letters>` in the catalogues.
pub fn group_of(number: &str) -> &str {
    number.split('-').next().unwrap_or(number)
}

use Level::{Info as I, Stop as E, Warn as W};

macro_rules! checks {
    ($($number:literal $levels:tt $(= $decided:ident)?),* $(,)?) => {
        /// All checks, in the order of the rules.
        pub const CHECKS: &[Check] = &[$(Check {
            number: $number,
            levels: &$levels,
            decided: checks!(@ $($decided)?),
        }),*];
    };
    (@) => { Decided::Case };
    (@ $decided:ident) => { Decided::$decided };
}

checks! {
    "POL-01" [E], "POL-02" [W], "POL-03" [W], "POL-04" [W], "POL-05" [E], "POL-06" [W],
    "POL-07" [W], "POL-08" [I], "POL-09" [W], "POL-10" [E], "POL-11" [E, W], "POL-12" [W],
    "POL-13" [W],
    "TIM-01" [W], "TIM-02" [W], "TIM-03" [W], "TIM-04" [W], "TIM-05" [W], "TIM-06" [W],
    "TIM-07" [W], "TIM-08" [W, I], "TIM-09" [I], "TIM-10" [W],
    "LOC-01" [W], "LOC-02" [W], "LOC-03" [W], "LOC-04" [I], "LOC-05" [W],
    "PHO-01" [W], "PHO-02" [I], "PHO-03" [W, I] = CaseAndOthers, "PHO-04" [W], "PHO-05" [W], "PHO-06" [W],
    "PHO-07" [W], "PHO-08" [W], "PHO-09" [I], "PHO-10" [W], "PHO-11" [E] = File,
    "PHO-12" [I], "PHO-13" [I] = SeveralCases,
    "QTY-01" [E], "QTY-02" [W], "QTY-03" [I], "QTY-04" [W], "QTY-05" [W], "QTY-06" [W],
    "QTY-07" [E], "QTY-08" [W], "QTY-09" [W], "QTY-10" [W], "QTY-11" [W], "QTY-12" [I],
    "QTY-13" [W], "QTY-14" [W], "QTY-15" [I], "QTY-16" [W], "QTY-17" [E, W], "QTY-18" [E],
    "QTY-19" [W], "QTY-20" [W], "QTY-21" [W],
    "PRC-01" [W], "PRC-02" [W], "PRC-03" [W], "PRC-04" [W], "PRC-05" [W], "PRC-06" [W],
    "PRC-07" [W], "PRC-08" [W], "PRC-09" [W, I], "PRC-10" [W], "PRC-11" [W], "PRC-12" [W],
    "PRC-13" [W], "PRC-14" [W],
    "DOC-01" [W], "DOC-02" [W, I], "DOC-03" [W], "DOC-04" [W], "DOC-05" [E] = File,
    "DOC-06" [W], "DOC-07" [W], "DOC-08" [I], "DOC-09" [W, I], "DOC-10" [W], "DOC-11" [W],
    "DOC-12" [W],
    "ARI-01" [E, W], "ARI-02" [W], "ARI-03" [W], "ARI-04" [W], "ARI-05" [E], "ARI-06" [E],
    "ARI-07" [W], "ARI-08" [W],
    "ADJ-01" [E, W, I], "ADJ-02" [E, I], "ADJ-03" [W], "ADJ-04" [E], "ADJ-05" [E, W, I],
    "ADJ-06" [W, I], "ADJ-07" [W], "ADJ-08" [E], "ADJ-09" [E], "ADJ-10" [E], "ADJ-11" [E],
    "ADJ-12" [W], "ADJ-13" [E, W], "ADJ-14" [W], "ADJ-15" [W], "ADJ-16" [E, W, I],
    "GOV-01" [W], "GOV-02" [W], "GOV-03" [W], "GOV-04" [W], "GOV-05" [W], "GOV-06" [E],
    "GOV-07" [W] = File, "GOV-08" [W], "GOV-09" [I], "GOV-10" [W],
    "REC-01" [W], "REC-02" [W], "REC-03" [W], "REC-04" [W], "REC-05" [W], "REC-06" [W],
    "REC-07" [I],
    "FRD-01" [I], "FRD-02" [I], "FRD-03" [I], "FRD-04" [I], "FRD-05" [I], "FRD-06" [I],
    "FRD-07" [I],
    "MOT-01" [W, I], "MOT-02" [W], "MOT-03" [W], "MOT-04" [W], "MOT-05" [W], "MOT-06" [W],
    "MOT-07" [W], "MOT-08" [W], "MOT-09" [W],
    "HND-01" [E], "HND-02" [W],
    "ANS-01" [W], "ANS-02" [I],
}
