//! What a person decides about an import, and what was decided.

use std::collections::BTreeMap;

use crate::column::Field;

/// Overrides of what the importer would choose. The default leaves everything to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// By name of the sheet; the one table of a CSV file has the empty name.
    pub sheets: BTreeMap<String, SheetChoice>,
    /// Columns of templates seen before, by [`crate::Layout::fingerprint`].
    pub remembered: BTreeMap<String, BTreeMap<Field, u16>>,
    /// Completes codes of eleven digits whose leading zero a spreadsheet dropped.
    pub restore_leading_zero: bool,
    /// Reads `(35.20)` as −35.20.
    pub brackets_are_negative: bool,
    /// Reads `—` and `/` as 0.
    pub placeholders_are_zero: bool,
    /// Encoding of a CSV file instead of the one that is found.
    pub encoding: Option<String>,
    /// Delimiter of a CSV file instead of the one that is found.
    pub delimiter: Option<char>,
}

impl Default for Choices {
    fn default() -> Self {
        Self {
            sheets: BTreeMap::new(),
            remembered: BTreeMap::new(),
            restore_leading_zero: true,
            brackets_are_negative: true,
            placeholders_are_zero: true,
            encoding: None,
            delimiter: None,
        }
    }
}

impl Choices {
    /// What is decided about one sheet.
    pub(crate) fn sheet(&self, name: Option<&str>) -> Option<&SheetChoice> {
        self.sheets.get(name.unwrap_or_default())
    }
}

/// Overrides for one sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetChoice {
    /// Take its items or leave it out; hidden sheets, covers and summaries are left out at first.
    pub include: Option<bool>,
    /// First and last row of the header, from 1.
    pub header_rows: Option<(u32, u32)>,
    /// Which column is what, from 0; nothing takes a column away from a field.
    pub columns: BTreeMap<Field, Option<u16>>,
}

/// Something that was decided and can be decided otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The sheet it concerns; absent for the whole file.
    pub sheet: Option<String>,
    /// What was decided: `include`, `header-rows`, `columns`, `restore-leading-zero`,
    /// `brackets-are-negative`, `placeholders-are-zero`, `encoding`, `delimiter`.
    pub what: &'static str,
    /// What came out.
    pub value: String,
    /// Why: `found`, `similar`, `chosen`, `remembered`, or the reason a sheet was left out.
    pub how: &'static str,
    /// How many cells it decided about, where that can be counted.
    pub count: Option<usize>,
}
