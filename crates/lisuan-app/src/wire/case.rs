use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A whole case, sent when it is opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CaseView {
    /// Key of the case head record.
    pub id: String,
    /// Name of the file.
    pub file_name: String,
    /// Why nothing can be changed, if so.
    pub read_only: Option<ReadOnly>,
    /// When the last change was saved, with offset.
    pub saved_at: Option<String>,
    /// Every standing record by kind; kinds and fields are listed in `fields.ts`.
    pub rows: BTreeMap<String, Vec<Row>>,
    /// What is computed for measurements, loss lines, prices, signatures and marks, by key.
    pub derived: BTreeMap<String, Derived>,
    /// How photos look (by key).
    pub photos: BTreeMap<String, PhotoLook>,
    /// The money so far.
    pub figures: Figures,
    /// All findings, the heaviest first.
    pub findings: Vec<FindingView>,
    /// What undo would take back.
    pub undo: Option<LabelView>,
    /// What redo would do again.
    pub redo: Option<LabelView>,
}

/// Why a case can only be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ReadOnly {
    /// Another process has it open.
    OpenElsewhere,
    /// The file or its folder cannot be written.
    NoPermission,
}

/// One record: its non-empty fields as text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// Its key.
    pub id: String,
    /// Field name (as in `fields.ts`) to value in its one spelling.
    pub fields: BTreeMap<String, String>,
}

/// One part of an edit.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "do", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Edit {
    /// A new record; the program makes its key.
    Add {
        /// Kind, for example `note`.
        kind: String,
        /// Its fields.
        fields: BTreeMap<String, String>,
        /// A name for the key within this edit: a field value `@name` of a later part stands for
        /// the key that was made.
        name: Option<String>,
    },
    /// One field of a record; nothing empties it.
    Set {
        /// Kind.
        kind: String,
        /// Key.
        id: String,
        /// Field.
        field: String,
        /// New value as typed; the program brings it into its one spelling.
        value: Option<String>,
    },
    /// Deletes a record; undo brings it back whole.
    Delete {
        /// Kind.
        kind: String,
        /// Key.
        id: String,
    },
}

/// What a change came to. Rows, derived values and looks that did not change are not sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Delta {
    /// When it was on disk, with offset.
    pub saved_at: String,
    /// Changed records; no row where the record is gone.
    pub changes: Vec<Change>,
    /// Keys made for added records, in the order of the edit.
    pub added: Vec<String>,
    /// Changed derived values; nothing where it is gone.
    pub derived: BTreeMap<String, Option<Derived>>,
    /// Changed looks of photos; nothing where the photo is gone.
    pub photos: BTreeMap<String, Option<PhotoLook>>,
    /// The money so far.
    pub figures: Figures,
    /// All findings, the heaviest first; nothing when they are as they were. A case of thousands of
    /// photos can have as many findings, and few changes touch any.
    pub findings: Option<Vec<FindingView>>,
    /// What undo would take back.
    pub undo: Option<LabelView>,
    /// What redo would do again.
    pub redo: Option<LabelView>,
}

/// A record that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Kind.
    pub kind: String,
    /// Key.
    pub id: String,
    /// The record now; nothing when it is gone.
    pub row: Option<Row>,
}

/// What the program computes for a record, ready to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "of", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Derived {
    /// A measurement.
    Measurement {
        /// The exact result, absent when the expression is empty or does not parse.
        exact: Option<String>,
        /// Rounded for its unit, with separators.
        quantity: Option<String>,
        /// Length in metres of the chainage in the location.
        chainage_length: Option<String>,
        /// Code of the parse problem, words under `expression-<code>`.
        problem: Option<String>,
        /// Character at which the problem is, from 0.
        #[ts(type = "number | null")]
        problem_at: Option<u64>,
        /// What deductions take from it together, exact.
        deducted: Option<String>,
        /// What they leave, rounded, with separators; absent where nothing is deducted.
        net: Option<String>,
        /// The quantity that counts, with separators; absent for a deduction.
        counted: Option<String>,
        /// Which it is: `surveyed`, `net` or `agreed`.
        source: Option<String>,
    },
    /// A price that has quotes.
    Price {
        /// How many name an amount in the price's currency.
        #[ts(type = "number")]
        quotes: u64,
        /// Their median with separators.
        median: String,
    },
    /// A signature under a measurement sheet or a statement.
    Signature {
        /// Whether it still says what was signed.
        covers: bool,
    },
    /// A loss line.
    Line {
        /// Quantity with separators.
        quantity: Option<String>,
        /// Unit.
        unit: Option<String>,
        /// Price with separators.
        price: Option<String>,
        /// Word of the price basis.
        basis: Option<String>,
        /// Claimed amount with separators.
        claimed: Option<String>,
        /// Assessed amount with separators.
        assessed: Option<String>,
        /// Assessed less claimed with separators and sign.
        difference: Option<String>,
        /// Keys of the photos that support it.
        photos: Vec<String>,
    },
    /// A dimension line on a photo.
    Mark {
        /// Its length as the known length of the photo gives it: a value to be shown with "≈".
        length: String,
        /// Its unit, that of the known length.
        unit: String,
    },
}

/// How a photo looks and what was noticed about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PhotoLook {
    /// There is a picture under `thumb:` `<key>/320` and `<key>/1600`, or one can be made.
    pub has_preview: bool,
    /// Upright width in pixels.
    #[ts(type = "number")]
    pub width_px: u64,
    /// Upright height in pixels.
    #[ts(type = "number")]
    pub height_px: u64,
    /// Capture time with the offset that applies, empty when unknown.
    pub taken: String,
    /// The time by the clock of the camera as it was corrected; absent where it was not.
    pub corrected: Option<String>,
    /// The offset is the case's, not the camera's.
    pub offset_assumed: bool,
    /// Codes with words under `oddity-<code>`.
    pub oddities: Vec<String>,
    /// Key of the first photo of those that show nearly the same; absent where none does.
    pub near: Option<String>,
}

/// The money so far, with separators and two decimals; absent where it cannot be known yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// Three letters.
    pub currency: String,
    /// 报损金额.
    pub claimed: Option<String>,
    /// 核损金额.
    pub assessed: Option<String>,
    /// 残值.
    pub salvage: Option<String>,
    /// 免赔.
    pub deductible: Option<String>,
    /// 追偿所得.
    pub recovered: Option<String>,
    /// The net loss less what was recovered: what is still uncompensated.
    pub balance: Option<String>,
    /// 理算金额.
    pub payable: Option<String>,
    /// 理算金额 in capital numerals.
    pub payable_words: Option<String>,
    /// 结案金额.
    pub settled: Option<String>,
    /// Word of the settlement kind.
    pub settlement_kind: Option<String>,
    /// Parts of a thousand of the largest of claimed, assessed, payable and settled, in this
    /// order: for a picture, not for figures.
    #[ts(type = "[number, number, number, number]")]
    pub bars: [u16; 4],
}

/// A finding; words under `finding-<check>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// Number of the check.
    pub check: String,
    /// `E`, `W` or `I`.
    pub level: String,
    /// Kind of the record it stands at.
    pub kind: String,
    /// Key of the record.
    pub id: String,
    /// Field, where it can be told.
    pub field: Option<String>,
    /// Values for the words.
    pub args: BTreeMap<String, String>,
    /// What tells it from another of the same check at the same place; an answer names it.
    pub about: String,
    /// What was said to it.
    pub answer: Option<AnswerView>,
}

/// What was said to a finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerView {
    /// Key of the record `finding_answer`.
    pub id: String,
    /// `explained`, `waived` or `insufficient`.
    pub standing: String,
}

/// A step of the journal in words: `op-<key>`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LabelView {
    /// Key of the words.
    pub key: String,
    /// What it was done to.
    pub subject: String,
}

/// The calculation sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetView {
    /// Steps in order.
    pub steps: Vec<StepView>,
    /// The money so far.
    pub figures: Figures,
}

/// One step of the adjustment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StepView {
    /// Key of the words for the step, without the prefix `step-`.
    pub key: String,
    /// What it is about: kind and key of a record, and its name.
    pub subject: Option<(String, String, String)>,
    /// The formula in plain figures.
    pub formula: String,
    /// The result with separators.
    pub result: String,
    /// Why the result cannot be known, if so; words under `reason-<word>`.
    pub reason: Option<String>,
    /// To how many decimals the result was rounded, half-up; not at all when absent.
    pub rounding: Option<u32>,
    /// The clause that justifies it.
    pub clause: Option<String>,
    /// Records it comes from: kind and key.
    pub sources: Vec<(String, String)>,
}

/// What a field may hold, for `fields.ts`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "shape", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Shape {
    /// Text of at most so many characters.
    Text {
        /// The limit.
        max: u32,
    },
    /// One of these words.
    Choice {
        /// In order.
        words: Vec<String>,
    },
    /// An exact decimal.
    Decimal,
    /// A share or rate as a fraction of one; shown in per cent.
    Ratio,
    /// A whole number.
    Integer,
    /// `2026-11-22`.
    Date,
    /// A reading without offset.
    LocalTime,
    /// A time with offset.
    Moment,
    /// Key of a record of that kind.
    Reference {
        /// The kind.
        kind: String,
    },
    /// SHA-256 in hex.
    Digest,
}
