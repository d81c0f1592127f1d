//! Which papers a case of a line of business needs (rules.md 3.4): data, and what is there of it.

use super::documents::DocumentKind;
use super::{Case, LineOfBusiness};

/// How much a paper is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Need {
    /// No claim of this line of business is settled without it.
    Required,
    /// Asked for where it applies.
    Likely,
}

impl Need {
    /// The word on the wire and in the catalogues.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Likely => "likely",
        }
    }
}

/// A paper of a checklist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paper {
    /// What paper.
    pub kind: DocumentKind,
    /// How much it is needed.
    pub need: Need,
}

/// A paper of the checklist and how many of the case answer it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperStanding {
    /// The paper asked for.
    pub paper: Paper,
    /// How many there are.
    pub count: usize,
}

use DocumentKind as K;

/// What every claim needs.
const COMMON_REQUIRED: &[K] = &[
    K::Notice,
    K::ClaimForm,
    K::LossList,
    K::Policy,
    K::PremiumReceipt,
    K::Identity,
    K::Bank,
    K::Subrogation,
];
/// What most claims have.
const COMMON_LIKELY: &[K] = &[K::Endorsement, K::Proposal, K::Authority, K::Statement];

const ENGINEERING_REQUIRED: &[K] =
    &[K::Contract, K::Boq, K::Diary, K::Drawing, K::Quality, K::Weather];
const ENGINEERING_LIKELY: &[K] = &[
    K::Programme,
    K::ProgressCertificate,
    K::Minutes,
    K::Correspondence,
    K::Handover,
    K::Testing,
    K::FloodPlan,
    K::RepairScheme,
    K::Expert,
    K::RepairContract,
    K::SupplyContract,
    K::DeliveryNote,
    K::Attendance,
    K::Invoice,
    K::Payment,
    K::ThirdPartyClaim,
];
const PROPERTY_REQUIRED: &[K] = &[K::AssetRegister, K::Ledger, K::Ownership, K::Invoice];
const PROPERTY_LIKELY: &[K] =
    &[K::Fire, K::Weather, K::Quotation, K::RepairContract, K::SalvageBid, K::Contract, K::Expert];
const MOTOR_REQUIRED: &[K] = &[K::Licence, K::Police, K::DamageConfirmation, K::Invoice];
const MOTOR_LIKELY: &[K] =
    &[K::Quotation, K::Judgment, K::Medical, K::Ownership, K::ThirdPartyClaim, K::Payment];
const CARGO_REQUIRED: &[K] = &[K::Transport, K::Invoice, K::PackingList, K::SurveyReport];
const CARGO_LIKELY: &[K] = &[K::Tally, K::Contract, K::ThirdPartyClaim, K::Correspondence];
const LIABILITY_REQUIRED: &[K] = &[K::ThirdPartyClaim, K::Police];
const LIABILITY_LIKELY: &[K] =
    &[K::Judgment, K::Medical, K::Expert, K::Contract, K::Correspondence, K::Payment];

/// The checklist of a line of business; what every claim needs comes first.
pub fn papers(line: LineOfBusiness) -> Vec<Paper> {
    use LineOfBusiness as L;
    let (required, likely) = match line {
        L::ContractorsAllRisks | L::ErectionAllRisks => (ENGINEERING_REQUIRED, ENGINEERING_LIKELY),
        L::PropertyAllRisks | L::PropertyComprehensive => (PROPERTY_REQUIRED, PROPERTY_LIKELY),
        L::MotorOwnDamage => (MOTOR_REQUIRED, MOTOR_LIKELY),
        L::Cargo => (CARGO_REQUIRED, CARGO_LIKELY),
        L::Liability => (LIABILITY_REQUIRED, LIABILITY_LIKELY),
        L::Other => (&[] as &[K], &[] as &[K]),
    };
    let as_papers = |kinds: &'static [K], need| kinds.iter().map(move |&kind| Paper { kind, need });
    as_papers(COMMON_REQUIRED, Need::Required)
        .chain(as_papers(required, Need::Required))
        .chain(as_papers(COMMON_LIKELY, Need::Likely))
        .chain(as_papers(likely, Need::Likely))
        .collect()
}

/// The checklist of a case with what is there of it; that of no particular line where the case
/// does not name its own.
pub fn papers_of(case: &Case) -> Vec<PaperStanding> {
    let line = case.head.line_of_business.unwrap_or(LineOfBusiness::Other);
    let count = |kind| case.documents.iter().filter(|paper| paper.kind == Some(kind)).count();
    papers(line)
        .into_iter()
        .map(|paper| PaperStanding { paper, count: count(paper.kind) })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::change::FieldValue as _;

    #[test]
    fn every_line_of_business_has_a_list_without_repetitions() {
        for word in LineOfBusiness::WORDS {
            let line = LineOfBusiness::from_field(word).unwrap();
            let list = papers(line);
            let kinds: BTreeSet<_> = list.iter().map(|paper| paper.kind).collect();
            assert_eq!(kinds.len(), list.len(), "{word} asks for a paper twice");
            assert!(kinds.contains(&K::Policy), "{word}: no claim without its policy");
            assert!(list.is_sorted_by_key(|paper| paper.need), "{word}: what is required is first");
        }
    }
}
