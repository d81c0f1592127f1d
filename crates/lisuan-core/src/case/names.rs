//! What a person calls a record.

use std::collections::HashMap;

use super::{Case, Texts};
use crate::Id;
use crate::change::Kind;

/// A record of the policy wording: its kind, its key, its fields that hold something.
pub type WordingRecord = (Kind, Id, Texts);

impl Case {
    /// The policy wording in the order in which it is read: what is covered when, what is borne,
    /// what is paid on top, who pays, and what the papers say.
    pub fn wording(&self) -> Vec<WordingRecord> {
        const ORDER: [Kind; 12] = [
            Kind::PolicySection,
            Kind::Deductible,
            Kind::PolicyLimit,
            Kind::Reduction,
            Kind::Extension,
            Kind::SueLabour,
            Kind::Coinsurer,
            Kind::OtherPolicy,
            Kind::ExchangeRate,
            Kind::InterimPayment,
            Kind::Endorsement,
            Kind::PolicyClause,
        ];
        let records = |kind: &Kind| {
            let kind = *kind;
            self.texts(kind).into_iter().map(move |(id, texts)| (kind, id, texts))
        };
        ORDER.iter().flat_map(records).collect()
    }

    /// The name of every record that a figure or a finding may be about and that has one; a term
    /// is called by its clause.
    pub fn names(&self) -> HashMap<(Kind, Id), String> {
        let mut names = HashMap::new();
        macro_rules! named {
            ($($record:ident: $list:ident $field:ident),* $(,)?) => {
                $(for record in &self.$list {
                    if let Some(name) = &record.$field {
                        names.insert((super::$record::KIND, record.id), name.clone());
                    }
                })*
            };
        }
        named!(
            PolicyItem: policy_items name,
            Line: lines item,
            Recovery: recoveries from_whom,
            Term: terms clause,
            Deductible: deductibles name,
            PolicyLimit: limits name,
            Extension: extensions name,
            SueLabour: sue_labour name,
            Reduction: reductions name,
            OtherPolicy: other_policies insurer,
            Coinsurer: coinsurers name,
            PolicySection: policy_sections name,
            Endorsement: endorsements number,
            PolicyClause: clauses number,
            Scenario: scenarios name,
            DamagePlace: damage_places name,
            Person: persons name,
            MeasurementSheet: measurement_sheets number,
            Measurement: measurements item,
            Price: prices item,
            Photo: photos number,
            Document: documents number,
            CauseOption: cause_options name,
            Expert: experts name,
            ThirdParty: third_parties name,
            Vehicle: vehicles plate,
            FindingAnswer: finding_answers check_no,
        );
        names
    }
}
