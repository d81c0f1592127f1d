//! What an adjustment from a file answers with.

use std::collections::BTreeMap;

use serde::Serialize;

/// The answer: problems of the file, or its adjustment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AdjustFileView {
    /// What the case is called.
    pub title: Option<String>,
    /// Everything that is wrong with the file; with a problem nothing is computed.
    pub problems: Vec<ProblemView>,
    /// The scenario that `result` is about; the base where there is none.
    pub scenario: Option<String>,
    /// The adjustment.
    pub result: Option<ResultView>,
    /// Scenarios beside the base: all, or the one that was asked for.
    pub scenarios: Vec<ScenarioView>,
}

impl AdjustFileView {
    /// Whether the file reads, no finding of what is shown blocks, and the case has a result.
    pub fn good(&self) -> bool {
        self.problems.is_empty() && self.result.as_ref().is_some_and(ResultView::good)
    }
}

/// Something wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ProblemView {
    /// What; words under `adjust-file-<code>`.
    pub code: String,
    /// Where: a JSON pointer (RFC 6901), empty for the whole file.
    pub pointer: String,
    /// Values for the words.
    pub args: BTreeMap<String, String>,
    /// The words.
    pub words: String,
}

/// An adjustment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ResultView {
    /// Three letters.
    pub currency: String,
    /// The figures a statement is headed with, by name; a figure that the case has not is missing.
    pub figures: BTreeMap<String, AmountView>,
    /// How the case was settled.
    pub settlement: Option<String>,
    /// The settlement as a share of the balance, as a percentage.
    pub settlement_ratio: Option<String>,
    /// The switches that were chosen, with the clause that justifies each.
    pub switches: Vec<SwitchView>,
    /// Every line.
    pub lines: Vec<LineView>,
    /// The items that were hit.
    pub items: Vec<ItemView>,
    /// Extensions.
    pub extensions: Vec<PartView>,
    /// Sue and labour.
    pub sue_labour: Vec<PartView>,
    /// What each of several policies bears.
    pub contribution: Vec<PartView>,
    /// What each co-insurer bears.
    pub coinsurers: Vec<PartView>,
    /// Every figure in the order in which it was computed.
    pub steps: Vec<FileStepView>,
    /// What was missing or contradictory, the heaviest first.
    pub findings: Vec<FileFindingView>,
    /// What stands around the adjustment, where the file has such a part.
    pub around: Option<SurroundingsView>,
}

impl ResultView {
    /// Whether no finding blocks, and the case has a result.
    pub fn good(&self) -> bool {
        let known = |name| self.figures.get(name).is_some_and(|figure| figure.value.is_some());
        let blocked = self.findings.iter().any(|finding| finding.level == "E");
        !blocked && (known("settlement") || known("payable"))
    }
}

/// What stands around one adjustment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SurroundingsView {
    /// Losses within so many hours.
    pub occurrences: Option<OccurrencesView>,
    /// The sum insured after the loss.
    pub reinstatement: Option<ReinstatementView>,
    /// Who gets what came in after the payment.
    pub later_recovery: Option<SharedRecoveryView>,
}

/// Losses that a clause groups into events as the insured chooses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OccurrencesView {
    /// The places of the losses of each event in their list, counted from zero.
    pub events: Vec<Vec<usize>>,
    /// What one deductible per event leaves, at best.
    pub total: Option<String>,
    /// What one deductible per loss leaves.
    pub without_clause: Option<String>,
    /// Why it cannot be known, in words.
    pub unknown: Option<String>,
}

/// The sum insured after a loss.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ReinstatementView {
    /// What is left of the sum insured until it is reinstated.
    pub remaining: Option<String>,
    /// The premium for reinstating it.
    pub premium: Option<String>,
    /// Why it cannot be known, in words.
    pub unknown: Option<String>,
}

/// Money that came in after the payment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SharedRecoveryView {
    /// The insurer's part.
    pub insurer: Option<String>,
    /// The insured's part.
    pub insured: Option<String>,
    /// Why it cannot be known, in words.
    pub unknown: Option<String>,
}

/// An amount and the step it is the result of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AmountView {
    /// What the figure is called.
    pub label: Option<String>,
    /// The amount as a decimal, `18223.04`; nothing where it cannot be known.
    pub value: Option<String>,
    /// The amount as it is printed, `18,223.04`; `?` where it cannot be known.
    pub text: String,
    /// The currency.
    pub currency: Option<String>,
    /// The amount in capital numerals (大写金额), for the figures that are paid.
    pub capitals: Option<String>,
    /// Why it cannot be known, in words.
    pub unknown: Option<String>,
    /// Index of its step.
    pub step: usize,
}

/// A switch that was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SwitchView {
    /// Its name, `deductible.rate_base`.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// Its word.
    pub value: String,
    /// What that is called.
    pub value_label: String,
    /// The clause.
    pub clause: Option<String>,
}

/// A record of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RecordView {
    /// The list it is in.
    pub list: String,
    /// Its short id.
    pub id: String,
    /// What a person calls it: its name, or else its short id.
    pub name: String,
    /// Its place as a JSON pointer.
    pub pointer: String,
}

/// A loss line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LineView {
    /// The line.
    pub record: RecordView,
    /// The quantity, rounded for its unit.
    pub quantity: Option<String>,
    /// Its gross amount.
    pub gross: AmountView,
    /// Its adjusted amount.
    pub adjusted: AmountView,
}

/// An insured item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ItemView {
    /// The item; nothing for the lines that belong to none.
    pub record: Option<RecordView>,
    /// Its loss.
    pub loss: AmountView,
    /// The average ratio as a percentage; nothing where no average applies.
    pub ratio: Option<String>,
    /// Its loss after salvage and average.
    pub after_average: AmountView,
    /// What goes into the event.
    pub payable: AmountView,
}

/// An extension, a mitigation cost or an insurer's share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PartView {
    /// The record.
    pub record: RecordView,
    /// What is payable under it, or its share.
    pub payable: AmountView,
}

/// One figure and the way to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FileStepView {
    /// Key of the words, without the prefix `step-`.
    pub key: String,
    /// The words.
    pub label: String,
    /// What it is about.
    pub subject: Option<RecordView>,
    /// The formula in plain figures; empty where the figure is simply the sum of its sources.
    pub formula: String,
    /// The result as it is printed.
    pub result: String,
    /// The result as a decimal, where it is one.
    pub value: Option<String>,
    /// Why it cannot be known, in words.
    pub unknown: Option<String>,
    /// The clause that justifies it.
    pub clause: Option<String>,
    /// To how many decimals it was rounded, half-up; not at all when empty.
    pub rounding: Option<u32>,
    /// The places of the records that its figures come from.
    pub sources: Vec<String>,
}

/// What was missing or contradictory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FileFindingView {
    /// Number of the check.
    pub check: String,
    /// `E`, `W` or `I`.
    pub level: String,
    /// The place of the field, or of the record it belongs to.
    pub pointer: String,
    /// The record.
    pub record: Option<RecordView>,
    /// Values for the words.
    pub args: BTreeMap<String, String>,
    /// What was found.
    pub words: String,
    /// What to do about it.
    pub remedy: String,
}

/// A scenario beside the base.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ScenarioView {
    /// Its name.
    pub name: String,
    /// Its remark.
    pub note: Option<String>,
    /// The figures of both sides, in the order of the statement.
    pub figures: Vec<DifferenceView>,
    /// The lines that differ.
    pub lines: Vec<DifferenceView>,
    /// The payable of the items that differ.
    pub items: Vec<DifferenceView>,
    /// The extensions that differ.
    pub extensions: Vec<DifferenceView>,
    /// The mitigation costs that differ.
    pub sue_labour: Vec<DifferenceView>,
    /// The shares of other policies that differ.
    pub contribution: Vec<DifferenceView>,
    /// The shares of co-insurers that differ.
    pub coinsurers: Vec<DifferenceView>,
    /// The findings of the scenario.
    pub findings: Vec<FileFindingView>,
}

/// A figure on both sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DifferenceView {
    /// The name of the figure, or the short id of the record; empty for lines of no item.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// The amount of the base as a decimal; nothing where it is absent or cannot be known.
    pub base: Option<String>,
    /// The amount of the scenario, likewise.
    pub other: Option<String>,
    /// The scenario less the base; nothing where one of the two cannot be known.
    pub difference: Option<String>,
    /// The three as they are printed: `–` where there is none, `?` where it cannot be known.
    pub printed: [String; 3],
}
