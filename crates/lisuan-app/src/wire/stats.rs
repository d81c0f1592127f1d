use serde::Serialize;
use ts_rs::TS;

/// Figures over all cases of a folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatsView {
    /// By what the groups are formed.
    pub by: String,
    /// Cases that were read.
    #[ts(type = "number")]
    pub cases: u64,
    /// Of these, open.
    #[ts(type = "number")]
    pub open: u64,
    /// Cases put together, each currency by itself.
    pub groups: Vec<StatsGroup>,
    /// All cases of a currency.
    pub totals: Vec<StatsGroup>,
    /// Open cases by days since the loss: up to so many, and how many cases.
    #[ts(type = "Array<[number | null, number]>")]
    pub ages: Vec<(Option<u32>, u64)>,
    /// How long the steps of a case took.
    pub cycles: Vec<CycleView>,
    /// Losses by month.
    #[ts(type = "Array<[string, number]>")]
    pub months: Vec<(String, u64)>,
    /// Clocks that ran out.
    #[ts(type = "number")]
    pub breached: u64,
    /// Risk advice not done yet.
    #[ts(type = "number")]
    pub advice_open: u64,
    /// Risk advice that was followed.
    #[ts(type = "number")]
    pub advice_done: u64,
    /// Cases that could not be read: locked, damaged, newer.
    pub unread: Vec<UnreadCase>,
}

/// A case file that was not counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct UnreadCase {
    /// Name of the file.
    pub file: String,
    /// Why, a code of an error.
    pub problem: String,
}

/// Cases put together. Amounts are decimals as text; ratios too, `0.1234` for 12.34 %.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StatsGroup {
    /// What they have in common; may be empty.
    pub key: String,
    /// Three letters.
    pub currency: String,
    /// How many.
    #[ts(type = "number")]
    pub count: u64,
    /// Of these, open.
    #[ts(type = "number")]
    pub open: u64,
    /// Sum claimed.
    pub claimed: Option<String>,
    /// Sum assessed.
    pub assessed: Option<String>,
    /// Sum agreed.
    pub settled: Option<String>,
    /// Sum paid.
    pub paid: Option<String>,
    /// Sum recovered.
    pub recovered: Option<String>,
    /// Sum of the latest reserves.
    pub reserve: Option<String>,
    /// 核减率: 1 less assessed over claimed.
    pub reduction: Option<String>,
    /// Agreed over claimed.
    pub settlement: Option<String>,
    /// Recovered over assessed.
    pub recovery: Option<String>,
    /// Agreed over the latest reserve.
    pub reserve_accuracy: Option<String>,
}

/// How long a step took, in days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CycleView {
    /// `notice`, `survey`, `report`, `agreed`.
    pub from: String,
    /// `survey`, `report`, `agreed`, `paid`.
    pub to: String,
    /// Cases with both days.
    #[ts(type = "number")]
    pub cases: u64,
    /// The middle one.
    pub median: i32,
    /// The longest.
    pub longest: i32,
}
