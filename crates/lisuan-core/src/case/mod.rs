//! The case as typed records, read from a [`State`](crate::change::State).

mod answers;
mod checklist;
mod choices;
mod documents;
mod handovers;
mod intake;
mod liability;
mod names;
mod on_account;
mod outcome;
mod record;
mod records;
mod reports;
mod scenarios;
mod site;
mod strokes;
mod whole;
mod wording;
mod work;

pub use answers::{FindingAnswer, Vehicle};
pub use checklist::{Need, Paper, PaperStanding, papers, papers_of};
pub use choices::{
    Average, ClauseKind, Duty, Explained, LetterKind, LimitOf, LineOfBusiness, MarkKind, NoteKind,
    Party, PriceBasis, RateDay, Reading, ReportKind, Role, SettlementKind, View, YesNo,
};
pub use documents::{Document, DocumentForm, DocumentKind, DocumentLanguage, Facet, LineDocument};
pub use handovers::{Closing, Direction, Handover};
pub use intake::{
    Advice, AdviceKind, ClientPolicy, Disclosure, DisclosureKind, Notice, NoticeChannel,
};
pub use liability::{
    Assessment, CauseEvidence, CauseOption, CoverageTest, Event, Expert, TestKind, TestResult,
    Weight,
};
pub use names::WordingRecord;
pub use on_account::{OnAccount, came_after_payment, on_account};
pub use outcome::{
    Approval, ApprovalDecision, Archive, ArchiveClass, Dispute, DisputeKind, DisputeStatus,
    Payment, PaymentKind, Refusal, ReturnedPart, RiskAdvice, ThirdParty,
};
pub use records::{
    CaseHead, Line, LinePhoto, Measurement, Note, Photo, PolicyItem, Price, Recovery, Settlement,
    Term,
};
pub use reports::{Letter, Report, Signatory};
pub use scenarios::{Position, Scenario};
pub use site::{
    CameraClock, DamagePlace, MeasurementSheet, NotePerson, Person, PhotoLink, PhotoMark, Quote,
    Signature,
};
pub use strokes::{StrokePoint, strokes};
pub use whole::{BadRecord, Case, Changed, Texts};
pub use wording::{
    Coinsurer, Deductible, Endorsement, ExchangeRate, Extension, InterimPayment, OtherPolicy,
    PolicyClause, PolicyLimit, PolicySection, Reduction, SueLabour,
};
pub use work::{
    NegotiationPosition, NegotiationRound, PaperRequest, Reserve, Side, Strategy, WorkEntry,
    WorkKind,
};
