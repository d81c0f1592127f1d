use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the first screen shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StartView {
    /// Version of the program.
    pub version: String,
    /// Settings in force.
    pub settings: Settings,
    /// Cases opened lately, the latest first.
    pub recent: Vec<RecentCase>,
    /// The folder new cases go to, as a person reads it.
    pub library: String,
}

/// A case opened lately.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecentCase {
    /// Names it in [`super::Request::OpenCase`].
    pub id: String,
    /// Name of the file.
    pub file_name: String,
    /// 报案号.
    pub claim_no: String,
    /// 被保险人.
    pub insured: String,
    /// Word of the line of business, may be empty.
    pub line_of_business: String,
    /// Date of loss, may be empty.
    pub loss_date: String,
    /// When it was opened last, with offset.
    pub opened_at: String,
    /// The file is not where it was.
    pub missing: bool,
    /// Number of the clock to look at next, empty where none runs; as of when the case was closed.
    #[serde(default)]
    pub next_clock: String,
    /// The last day of that clock, may be empty.
    #[serde(default)]
    pub next_due: String,
    /// That day is over.
    #[serde(default)]
    pub overdue: bool,
}

/// Settings of this installation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Settings {
    /// Who works here; stands in the journal.
    pub author: String,
    /// `zh-CN` or `en`.
    pub language: String,
    /// `system`, `light`, `dark` or `sun`.
    pub theme: String,
    /// `small`, `medium` or `large`.
    pub text_size: String,
    /// The firm, for new cases and the dossier.
    pub firm: String,
    /// Postal address of the firm, for the head of its reports.
    #[serde(default)]
    pub firm_address: String,
    /// Telephone and e-mail of the firm.
    #[serde(default)]
    pub firm_contact: String,
    /// Registration number of the firm.
    #[serde(default)]
    pub firm_licence: String,
    /// Whether a logo was chosen; set by the verb that chooses one.
    #[serde(default)]
    pub firm_logo: bool,
    /// Minutes without a hand on the program after which it locks; 0 for never.
    #[serde(default)]
    pub lock_minutes: u16,
}
