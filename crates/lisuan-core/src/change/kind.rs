//! The kinds of record a case consists of.

use super::field::FieldDef;
use crate::case;

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $table:literal as $record:ident),* $(,)?) => {
        /// A kind of record; its name is also the name of its table in the case file.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Kind { $($(#[$doc])* $kind),* }

        impl Kind {
            /// All kinds, in the order in which the dossier presents them.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The name in the case file and on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$kind => $table),* }
            }

            /// The fields of such a record, apart from its key and whether it is alive.
            pub const fn fields(self) -> &'static [FieldDef] {
                match self { $(Self::$kind => case::$record::FIELDS),* }
            }
        }
    };
}

kinds! {
    /// The case itself: exactly one record.
    Case = "claim_case" as CaseHead,
    /// One insured item of the policy schedule.
    PolicyItem = "policy_item" as PolicyItem,
    /// One term of the policy that steers the adjustment, with the clause that justifies it.
    Term = "term" as Term,
    /// A dated survey note.
    Note = "note" as Note,
    /// A photograph; its bytes are kept by digest.
    Photo = "photo" as Photo,
    /// A measured quantity.
    Measurement = "measurement" as Measurement,
    /// A unit price with its basis.
    Price = "unit_price" as Price,
    /// A loss line: joins quantity, price and photos.
    Line = "loss_line" as Line,
    /// That a photo supports a loss line.
    LinePhoto = "line_photo" as LinePhoto,
    /// Money received from a third party.
    Recovery = "recovery" as Recovery,
    /// What was agreed in the end.
    Settlement = "settlement" as Settlement,
    /// A section of the policy, with its own period.
    PolicySection = "policy_section" as PolicySection,
    /// A clause with its text.
    PolicyClause = "policy_clause" as PolicyClause,
    /// A change of the policy from a day on.
    Endorsement = "endorsement" as Endorsement,
    /// A deductible: amount, rate or days.
    Deductible = "deductible" as Deductible,
    /// A limit of liability.
    PolicyLimit = "policy_limit" as PolicyLimit,
    /// An extension with limits of its own.
    Extension = "extension" as Extension,
    /// A cost of preventing or reducing the loss.
    SueLabour = "sue_labour" as SueLabour,
    /// A rate taken off the payment.
    Reduction = "reduction" as Reduction,
    /// A policy on the same interest.
    OtherPolicy = "other_policy" as OtherPolicy,
    /// An insurer of this policy with its share.
    Coinsurer = "coinsurer" as Coinsurer,
    /// A payment made on account.
    InterimPayment = "interim_payment" as InterimPayment,
    /// A rate of exchange.
    ExchangeRate = "exchange_rate" as ExchangeRate,
    /// A reading of the case beside our own.
    Scenario = "scenario" as Scenario,
    /// One point in which a scenario differs.
    Position = "position" as Position,
    /// A damaged place.
    DamagePlace = "damage_place" as DamagePlace,
    /// How far a camera's clock is off.
    CameraClock = "camera_clock" as CameraClock,
    /// A mark on a photo.
    PhotoMark = "photo_mark" as PhotoMark,
    /// Someone who was there, spoke or signed.
    Person = "person" as Person,
    /// That a person was present.
    NotePerson = "note_person" as NotePerson,
    /// A sheet of quantities measured together.
    MeasurementSheet = "measurement_sheet" as MeasurementSheet,
    /// A signature and what it covers.
    Signature = "signature" as Signature,
    /// A quote behind a market price.
    Quote = "quote" as Quote,
    /// That a photo belongs to a note or a measurement.
    PhotoLink = "photo_link" as PhotoLink,
    /// Someone who signs the reports.
    Signatory = "signatory" as Signatory,
    /// A report that was sealed.
    Report = "report" as Report,
    /// A letter.
    Letter = "letter" as Letter,
    /// A supporting paper; its bytes are kept by digest.
    Document = "document" as Document,
    /// That a paper proves something of a loss line.
    LineDocument = "line_document" as LineDocument,
    /// A package that went out or came in.
    Handover = "handover" as Handover,
    /// The first notice of the loss (rules.md 3.4).
    Notice = "notice" as Notice,
    /// What was advised at once: rescue, protection of the scene, mitigation.
    Advice = "advice" as Advice,
    /// A policy of the client in another year or on another interest.
    ClientPolicy = "client_policy" as ClientPolicy,
    /// First evaluation of the claim and how it is to be pursued.
    Strategy = "strategy" as Strategy,
    /// A statement on conflicts of interest, or what a client was told and chose.
    Disclosure = "disclosure" as Disclosure,
    /// Something that happened, in the timeline of the loss.
    Event = "event" as Event,
    /// A possible cause of the loss and how it is assessed.
    CauseOption = "cause_option" as CauseOption,
    /// What speaks for or against a possible cause.
    CauseEvidence = "cause_evidence" as CauseEvidence,
    /// One clause put to the facts, with the reading it was tested under.
    CoverageTest = "coverage_test" as CoverageTest,
    /// An expert or lawyer who was engaged, with the opinion.
    Expert = "expert" as Expert,
    /// One request for papers (保险法 22: once, and complete).
    PaperRequest = "paper_request" as PaperRequest,
    /// Work that was done: call, visit, letter, meeting, analysis.
    WorkEntry = "work_entry" as WorkEntry,
    /// One round of negotiation.
    NegotiationRound = "negotiation_round" as NegotiationRound,
    /// What a side asks for a line in a round, beside what was assessed then.
    NegotiationPosition = "negotiation_position" as NegotiationPosition,
    /// A reserve as it was set on a day.
    Reserve = "reserve" as Reserve,
    /// A decision on what was proposed.
    Approval = "approval" as Approval,
    /// A payment that is due, urged or made.
    Payment = "payment" as Payment,
    /// A refusal with its reasons (保险法 24: sent within three days).
    Refusal = "refusal" as Refusal,
    /// A dispute and the way it is settled.
    Dispute = "dispute" as Dispute,
    /// Someone the loss may be recovered from.
    ThirdParty = "third_party" as ThirdParty,
    /// A part sent back to its manufacturer, and the reply.
    ReturnedPart = "returned_part" as ReturnedPart,
    /// How a closed case is kept, and for how long.
    Archive = "archive" as Archive,
    /// Advice to the insured after a loss, tracked until it is done.
    RiskAdvice = "risk_advice" as RiskAdvice,
    /// A vehicle in the accident.
    Vehicle = "vehicle" as Vehicle,
    /// The written reason to a finding, or the waiver of one that blocks.
    FindingAnswer = "finding_answer" as FindingAnswer,
}

impl Kind {
    /// Finds a kind by its name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.as_str() == name)
    }

    /// Finds a field of this kind by name, [`super::ALIVE`] included.
    pub fn field(self, name: &str) -> Option<&'static FieldDef> {
        if name == super::ALIVE {
            return Some(&super::field::ALIVE_FIELD);
        }
        self.fields().iter().find(|field| field.name == name)
    }
}

/// What people say of a photo.
const DESCRIBING: [&str; 6] = ["caption", "place", "view", "damage_place", "rating", "rejected"];

/// What the program found of a paper. Pages are counted in a PDF; of a paper bundle someone counts
/// them.
const FOUND: [&str; 7] =
    ["number", "content", "file_name", "format", "bytes", "oddities", "added_at"];

impl Kind {
    /// Whether a field holds what was found or sealed: evidence that nobody edits, set once when
    /// its record is made. What the camera wrote is evidence: people add captions, they do not
    /// change facts.
    pub fn is_fixed(self, field: &str) -> bool {
        match self {
            Self::Photo => !DESCRIBING.contains(&field),
            Self::Document => FOUND.contains(&field),
            Self::Report => true,
            Self::Handover => !case::Handover::OF_RECEIPT.contains(&field),
            // Sheets and statements are signed by verbs of their own, which know what is signed.
            Self::Signature => matches!(field, "sheet" | "note"),
            _ => false,
        }
    }
}
