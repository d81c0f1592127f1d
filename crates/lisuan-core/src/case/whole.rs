//! A whole case, typed; read whole, or only where something changed.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::answers::{FindingAnswer, Vehicle};
use super::documents::{Document, LineDocument};
use super::handovers::Handover;
use super::intake::{Advice, ClientPolicy, Disclosure, Notice};
use super::liability::{CauseEvidence, CauseOption, CoverageTest, Event, Expert};
use super::outcome::{
    Approval, Archive, Dispute, Payment, Refusal, ReturnedPart, RiskAdvice, ThirdParty,
};
use super::record::Listed;
use super::records::{
    CaseHead, Line, LinePhoto, Measurement, Note, Photo, PolicyItem, Price, Recovery, Settlement,
    Term,
};
use super::reports::{Letter, Report, Signatory};
use super::scenarios::{Position, Scenario};
use super::site::{
    CameraClock, DamagePlace, MeasurementSheet, NotePerson, Person, PhotoLink, PhotoMark, Quote,
    Signature,
};
use super::wording::{
    Coinsurer, Deductible, Endorsement, ExchangeRate, Extension, InterimPayment, OtherPolicy,
    PolicyClause, PolicyLimit, PolicySection, Reduction, SueLabour,
};
use super::work::{
    NegotiationPosition, NegotiationRound, PaperRequest, Reserve, Strategy, WorkEntry,
};
use crate::Id;
use crate::change::{Kind, State};
use crate::merge::Field;

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

/// More changed records than this are read together with all others.
const PART_MAX: usize = 500;

/// Fields that hold something, each in its one spelling.
pub type Texts = Vec<(&'static str, String)>;

macro_rules! case {
    ($($(#[$doc:meta])* $list:ident: $record:ident by $order:ident),* $(,)?) => {
        /// All records of a case that stand; notes by time, photos by number, the others in the
        /// order they were made.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct Case {
            /// The head.
            pub head: CaseHead,
            /// Fields that stand undecided since two copies were merged. They are no records: the
            /// one who opens the case sets them from its journal.
            pub conflicts: Vec<Field>,
            $($(#[$doc])* pub $list: Vec<$record>),*
        }

        impl Case {
            /// Reads the typed case out of a state.
            pub fn from_state(state: &State) -> Result<Self, BadRecord> {
                Ok(Self {
                    head: head(state)?,
                    conflicts: Vec::new(),
                    $($list: {
                        let mut list = standing::<$record>(state)?;
                        list.sort_by($order);
                        list
                    }),*
                })
            }

            /// The records of a kind as text: key, fields that hold something.
            pub fn texts(&self, kind: Kind) -> Vec<(Id, Texts)> {
                match kind {
                    Kind::Case => vec![(self.head.id, self.head.texts())],
                    $(<$record as Listed>::KIND => {
                        self.$list.iter().map(|record| (record.id, record.texts())).collect()
                    })*
                }
            }

            /// Reads the records that changed, without taking them yet.
            pub fn read_changed(
                state: &State,
                changed: &BTreeSet<(Kind, Id)>,
            ) -> Result<Changed, BadRecord> {
                if changed.len() > PART_MAX {
                    let whole = Self::from_state(state)?;
                    return Ok(Changed(How::Whole(Box::new(whole))));
                }
                let mut part = Part { head: None, $($list: Vec::new()),* };
                for &(kind, id) in changed {
                    match kind {
                        Kind::Case => part.head = Some(head(state)?),
                        $(<$record as Listed>::KIND => {
                            part.$list.push((id, one::<$record>(state, id)?));
                        })*
                    }
                }
                Ok(Changed(How::Part(Box::new(part))))
            }

            /// Takes what [`Self::read_changed`] read.
            pub fn take(&mut self, changed: Changed) {
                match changed.0 {
                    How::Whole(case) => {
                        let conflicts = std::mem::take(&mut self.conflicts);
                        *self = Self { conflicts, ..*case };
                    }
                    How::Part(part) => {
                        if let Some(head) = part.head {
                            self.head = head;
                        }
                        $(for (id, record) in part.$list {
                            put(&mut self.$list, id, record, $order);
                        })*
                    }
                }
            }
        }

        /// Changed records by list; nothing where a record is gone.
        #[derive(Debug)]
        struct Part {
            head: Option<CaseHead>,
            $($list: Vec<(Id, Option<$record>)>),*
        }
    };
}

case! {
    /// Insured items.
    policy_items: PolicyItem by by_key,
    /// Terms.
    terms: Term by by_key,
    /// Survey notes by time.
    notes: Note by by_time,
    /// Photos by number.
    photos: Photo by by_number,
    /// Measured quantities.
    measurements: Measurement by by_key,
    /// Unit prices.
    prices: Price by by_key,
    /// Loss lines.
    lines: Line by by_key,
    /// Which photos support which lines.
    line_photos: LinePhoto by by_key,
    /// Money from third parties.
    recoveries: Recovery by by_key,
    /// What was agreed.
    settlements: Settlement by by_key,
    /// A section of the policy, with its own period.
    policy_sections: PolicySection by by_key,
    /// A clause with its text.
    clauses: PolicyClause by by_key,
    /// A change of the policy from a day on.
    endorsements: Endorsement by by_key,
    /// A deductible: amount, rate or days.
    deductibles: Deductible by by_key,
    /// A limit of liability.
    limits: PolicyLimit by by_key,
    /// An extension with limits of its own.
    extensions: Extension by by_key,
    /// A cost of preventing or reducing the loss.
    sue_labour: SueLabour by by_key,
    /// A rate taken off the payment.
    reductions: Reduction by by_key,
    /// A policy on the same interest.
    other_policies: OtherPolicy by by_key,
    /// An insurer of this policy with its share.
    coinsurers: Coinsurer by by_key,
    /// A payment made on account.
    interim_payments: InterimPayment by by_key,
    /// A rate of exchange.
    exchange_rates: ExchangeRate by by_key,
    /// A reading of the case beside our own.
    scenarios: Scenario by by_key,
    /// One point in which a scenario differs.
    positions: Position by by_key,
    /// A damaged place.
    damage_places: DamagePlace by by_key,
    /// How far a camera's clock is off.
    camera_clocks: CameraClock by by_key,
    /// A mark on a photo.
    photo_marks: PhotoMark by by_key,
    /// Someone who was there, spoke or signed.
    persons: Person by by_key,
    /// That a person was present.
    note_persons: NotePerson by by_key,
    /// A sheet of quantities measured together.
    measurement_sheets: MeasurementSheet by by_key,
    /// A signature and what it covers.
    signatures: Signature by by_key,
    /// A quote behind a market price.
    quotes: Quote by by_key,
    /// Which photos belong to which notes and measurements.
    photo_links: PhotoLink by by_key,
    /// Who signs the reports.
    signatories: Signatory by by_key,
    /// Reports that were sealed.
    reports: Report by by_key,
    /// Letters.
    letters: Letter by by_key,
    /// Supporting papers by number.
    documents: Document by by_document_number,
    /// Which papers prove what of which lines.
    line_documents: LineDocument by by_key,
    /// Packages that went out and came in.
    handovers: Handover by by_key,
    /// First notices.
    notices: Notice by by_key,
    /// What was advised at once.
    advice_given: Advice by by_key,
    /// The client's policies over the years.
    client_policies: ClientPolicy by by_key,
    /// Evaluations of the claim and how it is pursued.
    strategies: Strategy by by_key,
    /// Statements and disclosures.
    disclosures: Disclosure by by_key,
    /// The timeline.
    events: Event by by_key,
    /// Possible causes.
    cause_options: CauseOption by by_key,
    /// What speaks for or against causes.
    cause_evidence: CauseEvidence by by_key,
    /// Tests of the cover.
    coverage_tests: CoverageTest by by_key,
    /// Experts.
    experts: Expert by by_key,
    /// Requests for papers.
    paper_requests: PaperRequest by by_key,
    /// The work log.
    work_entries: WorkEntry by by_key,
    /// Rounds of negotiation.
    negotiation_rounds: NegotiationRound by by_key,
    /// Positions in rounds.
    negotiation_positions: NegotiationPosition by by_key,
    /// The history of the reserve.
    reserves: Reserve by by_key,
    /// Approvals.
    approvals: Approval by by_key,
    /// Payments.
    payments: Payment by by_key,
    /// Refusals.
    refusals: Refusal by by_key,
    /// Disputes.
    disputes: Dispute by by_key,
    /// Third parties.
    third_parties: ThirdParty by by_key,
    /// Parts sent back.
    returned_parts: ReturnedPart by by_key,
    /// How the case is archived.
    archives: Archive by by_key,
    /// Risk advice.
    risk_advice: RiskAdvice by by_key,
    /// Vehicles of the accident.
    vehicles: Vehicle by by_key,
    /// What was said to findings.
    finding_answers: FindingAnswer by by_key,
}

/// Records that changed, typed, and not yet in their places.
#[derive(Debug)]
pub struct Changed(How);

#[derive(Debug)]
enum How {
    /// So much changed that the whole case was read.
    Whole(Box<Case>),
    /// Some records did.
    Part(Box<Part>),
}

fn head(state: &State) -> Result<CaseHead, BadRecord> {
    let mut heads = standing::<CaseHead>(state)?;
    match (heads.pop(), heads.is_empty()) {
        (Some(head), true) => Ok(head),
        (head, _) => {
            let id = head.map_or(Id::from_bytes([0; 16]), |head| head.id);
            Err(BadRecord { kind: Kind::Case, id, field: "head" })
        }
    }
}

/// All standing records of a kind, in the order of their keys.
fn standing<R: Listed>(state: &State) -> Result<Vec<R>, BadRecord> {
    state
        .of_kind(R::KIND)
        .filter(|(_, record)| record.is_alive())
        .map(|(id, record)| {
            R::read(id, record).map_err(|field| BadRecord { kind: R::KIND, id, field })
        })
        .collect()
}

/// One record; nothing when it does not stand.
fn one<R: Listed>(state: &State, id: Id) -> Result<Option<R>, BadRecord> {
    state
        .get(R::KIND, id)
        .filter(|record| record.is_alive())
        .map(|record| R::read(id, record).map_err(|field| BadRecord { kind: R::KIND, id, field }))
        .transpose()
}

fn put<R: Listed>(list: &mut Vec<R>, id: Id, record: Option<R>, order: fn(&R, &R) -> Ordering) {
    if let Some(at) = list.iter().position(|old| old.id() == id) {
        list.remove(at);
    }
    if let Some(record) = record {
        let at = list.partition_point(|other| order(other, &record) == Ordering::Less);
        list.insert(at, record);
    }
}

fn by_key<R: Listed>(a: &R, b: &R) -> Ordering {
    a.id().cmp(&b.id())
}

fn by_time(a: &Note, b: &Note) -> Ordering {
    (a.at, a.id).cmp(&(b.at, b.id))
}

fn by_document_number(a: &Document, b: &Document) -> Ordering {
    (&a.number, a.id).cmp(&(&b.number, b.id))
}

fn by_number(a: &Photo, b: &Photo) -> Ordering {
    (&a.number, a.id).cmp(&(&b.number, b.id))
}
