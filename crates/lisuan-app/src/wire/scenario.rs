use serde::Serialize;
use ts_rs::TS;

use super::FindingView;

/// The case beside its scenarios: one column each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScenariosView {
    /// Three letters.
    pub currency: String,
    /// The scenarios, in the order they were made.
    pub scenarios: Vec<ScenarioView>,
    /// Figures of the statement first, then items, extensions, sue and labour and insurers, then
    /// the lines in which some scenario differs.
    pub rows: Vec<ScenarioRow>,
    /// How many lines are the same in every scenario.
    #[ts(type = "number")]
    pub lines_alike: usize,
}

/// One scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScenarioView {
    /// Its key.
    pub id: String,
    /// Its name; empty when it has none yet.
    pub name: String,
    /// Positions that do not read, and what stops its adjustment.
    pub findings: Vec<FindingView>,
}

/// One figure in the case and in every scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScenarioRow {
    /// `figure`, `item`, `extension`, `sue-labour`, `contribution`, `coinsurer` or `line`.
    pub group: String,
    /// Of a figure: its word, words under `sheet-figure-<word>`.
    pub figure: Option<String>,
    /// Of a part: kind, key and name of its record; absent for lines under no item.
    pub record: Option<(String, String, String)>,
    /// The amount in the case, with separators; absent where it does not exist or is not known.
    pub base: Option<String>,
    /// One for each scenario.
    pub cells: Vec<ScenarioCell>,
}

/// A figure in one scenario.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScenarioCell {
    /// The amount with separators; absent where it does not exist or is not known.
    pub amount: Option<String>,
    /// Scenario less case, with sign and separators; absent where they do not differ or the
    /// difference cannot be known.
    pub difference: Option<String>,
}
