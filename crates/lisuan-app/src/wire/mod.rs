//! What crosses between the window and the program. Money and quantities cross as text: the
//! window shows them and never computes with them. Paths never cross.

mod backup;
mod boq;
mod case;
mod check;
mod clocks;
mod confidential;
mod documents;
mod dossier;
mod find;
mod handover;
mod history;
mod matrix;
mod measure;
mod photo_list;
mod places;
mod request;
mod scenario;
mod seal;
mod start;
mod stats;
mod task;

pub use backup::{BackedUp, BackupState, BackupView, RestoreView};
pub use boq::{
    BoqChoice, BoqChoices, BoqColumn, BoqCounts, BoqHeading, BoqItem, BoqSheet, BoqSheetChoice,
    BoqSkipped, BoqSubtotal, BoqView, BoqWarning,
};
pub use case::{
    AnswerView, CaseView, Change, Delta, Derived, Edit, Figures, FindingView, LabelView, PhotoLook,
    ReadOnly, Row, Shape, SheetView, StepView,
};
pub use check::{CheckView, MismatchView};
pub use clocks::{CalendarView, ClockView, ClocksView, PauseView};
pub use confidential::{ConfidentialView, EncryptedCase};
pub use documents::{DocumentCopy, DocumentList, ListedDocument, ListedPaper, ProvedLine};
pub use dossier::{DossierView, LetterDraft, LetterView, ReportRequest, WorkbookView};
pub use find::{FoundGroup, FoundView, Hit, PastedFile};
pub use handover::{
    Colleague, Counted, EffectView, HandedOver, HandoverRequest, KindCount, PackageView,
    ReceiptView, ReceivedView, SenderStanding, SenderView,
};
pub use history::{
    ComparedView, ConflictView, ConflictsView, Decision, DoneView, FieldChange, HistoryEntry,
    HistoryView, SideView,
};
pub use matrix::{MatrixLine, MatrixView, SourceView};
pub use measure::{SheetContentView, SheetPrintView, SheetRowView, SheetText};
pub use photo_list::{ListedPhoto, ListedPosition, ListedTime, PhotoList};
pub use places::{InboxView, NewPlace, PlaceItem, PlaceView};
pub use request::Request;
pub use scenario::{ScenarioCell, ScenarioRow, ScenarioView, ScenariosView};
pub use seal::{
    BesideView, CarriedView, KeyGuard, KeyValidity, KeyView, OriginalPlace, OriginalView,
    PartsView, StampTrust, StampView, VerdictView,
};
pub use start::{RecentCase, Settings, StartView};
pub use stats::{CycleView, StatsGroup, StatsView, UnreadCase};
pub use task::{AddedPhotos, FlaggedPhoto, Progress, WaitingPhotos};

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

/// An error as the window gets it: words are in the catalogues under `error-<code>`,
/// `error-<code>-safe` and `error-<code>-do`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ErrorView {
    /// Names the words.
    pub code: String,
    /// Values for the words.
    pub args: BTreeMap<String, String>,
}
