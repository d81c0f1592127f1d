//! What a file came to.

use rust_decimal::Decimal;

use crate::choices::Choice;
use crate::file::Format;
use crate::layout::Layout;
use crate::warning::Warning;

/// A bill of quantities as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The name that was given with the bytes.
    pub file_name: String,
    /// What the bytes are.
    pub format: Format,
    /// The smallest step of the printed amounts: 0.01, or 1 where they are whole yuan.
    pub amount_step: Decimal,
    /// All sheets in the order of the file, those left out with the reason.
    pub sheets: Vec<SheetImport>,
    /// What was decided on the way and can be decided otherwise.
    pub choices: Vec<Choice>,
}

impl Import {
    /// All items in the order of the file.
    pub fn items(&self) -> impl Iterator<Item = (&SheetImport, &Item)> {
        self.sheets.iter().flat_map(|sheet| sheet.items.iter().map(move |item| (sheet, item)))
    }

    /// The sum of the printed amounts; nothing when it does not fit.
    pub fn amount_sum(&self) -> Option<Decimal> {
        let mut amounts = self.items().filter_map(|(_, item)| item.amount);
        amounts.try_fold(Decimal::ZERO, |sum, next| sum.checked_add(next))
    }
}

/// What became of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Its rows are items.
    Items,
    /// It sums up other sheets and is compared with them.
    Summary,
    /// A page without a table.
    Cover,
    /// Hidden in the file.
    Hidden,
    /// Left out by choice.
    LeftOut,
    /// Nothing in it.
    Empty,
    /// A table without columns of a bill.
    Unknown,
}

impl Role {
    /// The reason under which a sheet without items is listed; empty for one with items.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Items => "",
            Self::Summary => "summary_sheet",
            Self::Cover => "cover_sheet",
            Self::Hidden => "hidden_sheet",
            Self::LeftOut => "left_out",
            Self::Empty => "empty_sheet",
            Self::Unknown => "no_bill_columns",
        }
    }
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetImport {
    /// Absent in a CSV file.
    pub name: Option<String>,
    /// What became of it.
    pub role: Role,
    /// Header and columns, where they were found.
    pub layout: Option<Layout>,
    /// What is to be paid for.
    pub items: Vec<Item>,
    /// Titles of sections.
    pub headings: Vec<Heading>,
    /// Printed sums beside computed ones.
    pub subtotals: Vec<Subtotal>,
    /// Rows that are none of these.
    pub skipped: Vec<Skipped>,
    /// What a person should look at.
    pub warnings: Vec<Warning>,
}

/// A priced item. Blank is nothing, never 0; amounts are as printed, never computed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// Row of the sheet, in CSV the record, from 1.
    pub row: u32,
    /// Line of a CSV file.
    pub line: Option<u32>,
    /// 项目编码, in narrow digits without spaces.
    pub code: Option<String>,
    /// The code as typed, where it was completed.
    pub code_raw: Option<String>,
    /// 项目名称 in one line.
    pub name: Option<String>,
    /// 项目特征 with its lines.
    pub feature: Option<String>,
    /// 计量单位 as typed.
    pub unit: Option<String>,
    /// The one spelling of that unit: `m3` for m³, ㎥ and 立方米.
    pub unit_norm: Option<String>,
    /// 工程量.
    pub quantity: Option<Decimal>,
    /// 综合单价.
    pub unit_price: Option<Decimal>,
    /// 合价.
    pub amount: Option<Decimal>,
    /// 其中暂估价.
    pub provisional: Option<Decimal>,
    /// 备注.
    pub remark: Option<String>,
    /// Titles above it, from the widest to the nearest.
    pub section: Vec<String>,
    /// Rows further down that went on with its text.
    pub continuation_rows: Vec<u32>,
    /// An amount that is missing because its formula failed.
    pub(crate) amount_failed: bool,
}

/// The title of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Row of the sheet.
    pub row: u32,
    /// Line of a CSV file.
    pub line: Option<u32>,
    /// From 1, the widest.
    pub level: usize,
    /// Its words.
    pub title: String,
    /// Its own code, as in highway bills.
    pub code: Option<String>,
}

/// What a printed sum adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SubtotalKind {
    /// The items of a printed page.
    Page,
    /// The items of one section.
    Section,
    /// All items since the sum before, across sections.
    Running,
    /// All items of the sheet.
    Sheet,
    /// A line of a summary, which adds up another sheet.
    Summary,
}

impl SubtotalKind {
    /// Its word in the output.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Section => "section",
            Self::Running => "running",
            Self::Sheet => "sheet",
            Self::Summary => "summary",
        }
    }
}

/// What a printed sum was compared with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// The items from one row to another.
    Rows(u32, u32),
    /// All items of a sheet.
    Sheet(String),
    /// All items of the file.
    File,
    /// Nothing it could belong to was found.
    None,
}

/// A printed sum beside the one its items come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subtotal {
    /// Row of the sheet.
    pub row: u32,
    /// Line of a CSV file.
    pub line: Option<u32>,
    /// Its words without the spaces that stretch them.
    pub label: String,
    /// What it adds up.
    pub kind: SubtotalKind,
    /// As printed; nothing where the cell is blank or does not read.
    pub printed: Option<Decimal>,
    /// The sum of the amounts in the scope.
    pub computed: Option<Decimal>,
    /// Printed less computed.
    pub difference: Option<Decimal>,
    /// What it was compared with.
    pub scope: Scope,
    /// Items in the scope without an amount.
    pub missing_rows: Vec<u32>,
}

/// Rows that are neither item nor heading nor sub-total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// All rows of the sheet when there are none.
    pub rows: Vec<u32>,
    /// `title`, `form_header`, `column_header`, `column_header_repeated`, `column_numbers`, `note`,
    /// `signature`, `carried_forward`, `no_content`, `unrecognised`, or that of [`Role::as_str`].
    pub reason: &'static str,
}
