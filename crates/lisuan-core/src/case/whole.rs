//! A whole case, typed.

use super::records::{
    CaseHead, Line, LinePhoto, Measurement, Note, Photo, PolicyItem, Price, Recovery, Settlement,
    Term,
};
use super::scenarios::{Position, Scenario};
use super::site::{
    CameraClock, DamagePlace, MeasurementSheet, NotePerson, Person, PhotoMark, Quote, Signature,
};
use super::wording::{
    Coinsurer, Deductible, Endorsement, ExchangeRate, Extension, InterimPayment, OtherPolicy,
    PolicyClause, PolicyLimit, PolicySection, Reduction, SueLabour,
};
use crate::Id;
use crate::change::{Kind, State};

/// A record that does not read as its kind asks: the file was altered or is newer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("record {id} of {kind:?} does not read at {field}")]
pub struct BadRecord {
    /// What kind of record.
    pub kind: Kind,
    /// Which record.
    pub id: Id,
    /// Which field; `head` when the case has no head.
    pub field: &'static str,
}

/// All records of a case that stand, in the order they were made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The head.
    pub head: CaseHead,
    /// Insured items.
    pub policy_items: Vec<PolicyItem>,
    /// Terms.
    pub terms: Vec<Term>,
    /// Survey notes by time.
    pub notes: Vec<Note>,
    /// Photos by number.
    pub photos: Vec<Photo>,
    /// Measured quantities.
    pub measurements: Vec<Measurement>,
    /// Unit prices.
    pub prices: Vec<Price>,
    /// Loss lines.
    pub lines: Vec<Line>,
    /// Which photos support which lines.
    pub line_photos: Vec<LinePhoto>,
    /// Money from third parties.
    pub recoveries: Vec<Recovery>,
    /// What was agreed.
    pub settlements: Vec<Settlement>,
    /// A section of the policy, with its own period.
    pub policy_sections: Vec<PolicySection>,
    /// A clause with its text.
    pub clauses: Vec<PolicyClause>,
    /// A change of the policy from a day on.
    pub endorsements: Vec<Endorsement>,
    /// A deductible: amount, rate or days.
    pub deductibles: Vec<Deductible>,
    /// A limit of liability.
    pub limits: Vec<PolicyLimit>,
    /// An extension with limits of its own.
    pub extensions: Vec<Extension>,
    /// A cost of preventing or reducing the loss.
    pub sue_labour: Vec<SueLabour>,
    /// A rate taken off the payment.
    pub reductions: Vec<Reduction>,
    /// A policy on the same interest.
    pub other_policies: Vec<OtherPolicy>,
    /// An insurer of this policy with its share.
    pub coinsurers: Vec<Coinsurer>,
    /// A payment made on account.
    pub interim_payments: Vec<InterimPayment>,
    /// A rate of exchange.
    pub exchange_rates: Vec<ExchangeRate>,
    /// A reading of the case beside our own.
    pub scenarios: Vec<Scenario>,
    /// One point in which a scenario differs.
    pub positions: Vec<Position>,
    /// A damaged place.
    pub damage_places: Vec<DamagePlace>,
    /// How far a camera's clock is off.
    pub camera_clocks: Vec<CameraClock>,
    /// A mark on a photo.
    pub photo_marks: Vec<PhotoMark>,
    /// Someone who was there, spoke or signed.
    pub persons: Vec<Person>,
    /// That a person was present.
    pub note_persons: Vec<NotePerson>,
    /// A sheet of quantities measured together.
    pub measurement_sheets: Vec<MeasurementSheet>,
    /// A signature and what it covers.
    pub signatures: Vec<Signature>,
    /// A quote behind a market price.
    pub quotes: Vec<Quote>,
}

/// Reads all standing records of a kind.
macro_rules! standing {
    ($state:expr, $record:ident) => {
        $state
            .of_kind($record::KIND)
            .filter(|(_, record)| record.is_alive())
            .map(|(id, record)| {
                $record::from_record(id, record).map_err(|field| BadRecord {
                    kind: $record::KIND,
                    id,
                    field,
                })
            })
            .collect::<Result<Vec<_>, _>>()
    };
}

impl Case {
    /// Reads the typed case out of a state.
    pub fn from_state(state: &State) -> Result<Self, BadRecord> {
        let mut heads = standing!(state, CaseHead)?;
        let head = match (heads.pop(), heads.is_empty()) {
            (Some(head), true) => head,
            (head, _) => {
                let id = head.map_or(Id::from_bytes([0; 16]), |head| head.id);
                return Err(BadRecord { kind: Kind::Case, id, field: "head" });
            }
        };
        let mut notes = standing!(state, Note)?;
        notes.sort_by_key(|note| (note.at, note.id));
        let mut photos = standing!(state, Photo)?;
        photos.sort_by(|a, b| (&a.number, a.id).cmp(&(&b.number, b.id)));
        Ok(Self {
            head,
            policy_items: standing!(state, PolicyItem)?,
            terms: standing!(state, Term)?,
            notes,
            photos,
            measurements: standing!(state, Measurement)?,
            prices: standing!(state, Price)?,
            lines: standing!(state, Line)?,
            line_photos: standing!(state, LinePhoto)?,
            recoveries: standing!(state, Recovery)?,
            settlements: standing!(state, Settlement)?,
            policy_sections: standing!(state, PolicySection)?,
            clauses: standing!(state, PolicyClause)?,
            endorsements: standing!(state, Endorsement)?,
            deductibles: standing!(state, Deductible)?,
            limits: standing!(state, PolicyLimit)?,
            extensions: standing!(state, Extension)?,
            sue_labour: standing!(state, SueLabour)?,
            reductions: standing!(state, Reduction)?,
            other_policies: standing!(state, OtherPolicy)?,
            coinsurers: standing!(state, Coinsurer)?,
            interim_payments: standing!(state, InterimPayment)?,
            exchange_rates: standing!(state, ExchangeRate)?,
            scenarios: standing!(state, Scenario)?,
            positions: standing!(state, Position)?,
            damage_places: standing!(state, DamagePlace)?,
            camera_clocks: standing!(state, CameraClock)?,
            photo_marks: standing!(state, PhotoMark)?,
            persons: standing!(state, Person)?,
            note_persons: standing!(state, NotePerson)?,
            measurement_sheets: standing!(state, MeasurementSheet)?,
            signatures: standing!(state, Signature)?,
            quotes: standing!(state, Quote)?,
        })
    }
}
