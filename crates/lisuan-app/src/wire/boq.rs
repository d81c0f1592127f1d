//! A bill of quantities as it was read. Keys are those of the JSON that `lisuan boq` answers with,
//! so that a script and the window see the same.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

/// What is decided about an import instead of what the program would choose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct BoqChoices {
    /// By name of the sheet; the one table of a CSV file has the empty name.
    pub sheets: BTreeMap<String, BoqSheetChoice>,
    /// Columns (from 0) by field of templates seen before, by fingerprint.
    pub remembered: BTreeMap<String, BTreeMap<String, u16>>,
    /// Completes codes whose leading zero was dropped; yes at first.
    pub restore_leading_zero: Option<bool>,
    /// Reads a number in brackets as negative; yes at first.
    pub brackets_are_negative: Option<bool>,
    /// Reads a dash or a stroke as 0; yes at first.
    pub placeholders_are_zero: Option<bool>,
    /// `utf-8`, `utf-16le`, `utf-16be` or `gb18030`; found when absent.
    pub encoding: Option<String>,
    /// One character; found when absent.
    pub delimiter: Option<char>,
}

/// What is decided about one sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default, deny_unknown_fields)]
pub struct BoqSheetChoice {
    /// Take its items or leave it out.
    pub include: Option<bool>,
    /// First and last row of the header, from 1.
    pub header_rows: Option<[u32; 2]>,
    /// Columns (from 0) by field; null takes a column away.
    pub columns: BTreeMap<String, Option<u16>>,
}

/// A bill as it was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoqView {
    /// Name of the file.
    pub file: String,
    /// `xlsx`, `xls`, `ods` or `csv`.
    pub format: String,
    /// The step of the printed amounts.
    pub amount_precision: String,
    /// What is to be paid for.
    pub items: Vec<BoqItem>,
    /// Titles of sections.
    pub headings: Vec<BoqHeading>,
    /// Printed sums beside computed ones.
    pub subtotals: Vec<BoqSubtotal>,
    /// Rows that are none of these, with the reason.
    pub skipped: Vec<BoqSkipped>,
    /// What a person should look at.
    pub warnings: Vec<BoqWarning>,
    /// How many of each, and the sum.
    pub counts: BoqCounts,
    /// Each sheet and how it was understood.
    pub sheets: Vec<BoqSheet>,
    /// What was decided and can be decided otherwise.
    pub choices: Vec<BoqChoice>,
}

/// A priced item; figures as text, blank is null.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoqItem {
    /// Its sheet; null in a CSV file.
    pub sheet: Option<String>,
    /// Row of the sheet, in CSV the record.
    pub row: u32,
    /// 项目编码.
    pub code: Option<String>,
    /// 项目名称.
    pub name: Option<String>,
    /// 项目特征.
    pub feature: Option<String>,
    /// 计量单位 as typed.
    pub unit: Option<String>,
    /// Its one spelling.
    pub unit_norm: Option<String>,
    /// 工程量.
    pub quantity: Option<String>,
    /// 综合单价.
    pub unit_price: Option<String>,
    /// 合价 as printed.
    pub amount: Option<String>,
    /// Titles above it, joined by ` > `.
    pub section: Option<String>,
    /// The code as typed, where it was completed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code_raw: Option<String>,
    /// 其中暂估价.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provisional: Option<String>,
    /// Rows that went on with its text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub continuation_rows: Vec<u32>,
    /// Line of a CSV file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

/// The title of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoqHeading {
    /// Its sheet; null in a CSV file.
    pub sheet: Option<String>,
    /// Row of the sheet.
    pub row: u32,
    /// From 1, the widest.
    pub level: u32,
    /// Its words.
    pub title: String,
    /// Its own code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Line of a CSV file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

/// A printed sum beside the one its items come to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoqSubtotal {
    /// Its sheet; null in a CSV file.
    pub sheet: Option<String>,
    /// Row of the sheet.
    pub row: u32,
    /// Its words.
    pub label: String,
    /// `page`, `section`, `running`, `sheet` or `summary`.
    pub kind: String,
    /// As printed.
    pub printed: Option<String>,
    /// The sum of the amounts.
    pub computed: Option<String>,
    /// Printed less computed.
    pub difference: Option<String>,
    /// First and last row of the items.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope_rows: Option<[u32; 2]>,
    /// The sheet that a line of a summary names; null for all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope_sheet: Option<Option<String>>,
    /// Items in the scope without an amount.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub missing_amount_rows: Vec<u32>,
    /// Line of a CSV file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

/// Rows that are no part of the bill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoqSkipped {
    /// Their sheet; null in a CSV file.
    pub sheet: Option<String>,
    /// Null when it is the whole sheet.
    pub rows: Option<Vec<u32>>,
    /// Why; words under `boq-reason-…`.
    pub reason: String,
}

/// What a person should look at; the values beside `kind` depend on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoqWarning {
    /// Its sheet; null in a CSV file.
    pub sheet: Option<String>,
    /// Null when it concerns the whole sheet.
    pub row: Option<u32>,
    /// Words under `boq-warning-…`.
    pub kind: String,
    /// Values for the words, by name; which there are depends on the kind.
    #[serde(flatten)]
    #[ts(skip)]
    pub facts: BTreeMap<String, Value>,
}

/// How many of each.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoqCounts {
    /// Items.
    pub items: u32,
    /// Headings.
    pub headings: u32,
    /// Sub-totals.
    pub subtotals: u32,
    /// Warnings.
    pub warnings: u32,
    /// The sum of the printed amounts; null when it does not fit.
    pub items_amount_sum: Option<String>,
}

/// A sheet and how it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoqSheet {
    /// Its name; null in a CSV file.
    pub name: Option<String>,
    /// Whether its items are taken.
    pub included: bool,
    /// First and last row of its header.
    pub header_rows: Option<[u32; 2]>,
    /// Names the template, to remember its columns by.
    pub fingerprint: Option<String>,
    /// Which column is what.
    pub columns: Vec<BoqColumn>,
}

/// A recognised column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoqColumn {
    /// What it holds: `code`, `name`, `quantity` …
    pub field: String,
    /// Which it is, from 0.
    pub column: u16,
    /// Its name as a spreadsheet shows it.
    pub letters: String,
    /// The words over it.
    pub header: String,
    /// `found`, `similar`, `chosen` or `remembered`.
    pub how: String,
}

/// Something that was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BoqChoice {
    /// Null for the whole file.
    pub sheet: Option<String>,
    /// What was decided.
    pub what: String,
    /// What came out.
    pub value: String,
    /// Why.
    pub how: String,
    /// How many cells it decided about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
}
