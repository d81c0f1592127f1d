//! What a dossier is made from.

use std::collections::{BTreeMap, BTreeSet};

use lisuan_core::Id;
use lisuan_core::assessment::Assessment;
use lisuan_core::case::{Case, ReportKind};
use lisuan_core::money::grouped;
use rust_decimal::Decimal;

use crate::page::Attachment;

/// Everything a dossier is made from. Nothing else goes in: the same input gives the same pages.
pub struct DossierInput<'a> {
    /// The case.
    pub case: &'a Case,
    /// What that case comes to: quantities, amounts, adjustment, findings.
    pub assessment: &'a Assessment,
    /// The pictures to show; a photo without one is named as not shown.
    pub photos: &'a [PhotoPicture],
    /// The papers that may be shown, with the pictures of their pages.
    pub documents: &'a [DocumentPages],
    /// The language of the document: `zh-CN` or `en`; the first one where words are in both.
    pub language: &'a str,
    /// Photos whose original is not what was taken in any more: said, and not shown.
    pub altered: &'a BTreeSet<Id>,
    /// Who took each original in, by photo and paper; the journal knows.
    pub taken_in: &'a BTreeMap<Id, TakenIn>,
    /// Which report, and how.
    pub report: &'a Report,
    /// Who issues it. Its firm stands for a case whose head does not name one.
    pub letterhead: &'a Letterhead,
    /// Who exports.
    pub author: &'a str,
    /// The claimed moment, RFC 3339 with offset, in seconds.
    pub exported_at: &'a str,
    /// The program and its version, `Lisuan 0.1.0`.
    pub program: &'a str,
    /// SHA-256 of the certificate that will seal, as people compare it; empty when not known.
    pub certificate: &'a str,
    /// Who issued that certificate; nobody when it was made here.
    pub issuer: Option<&'a str>,
    /// Files to carry: the case data, the list of hashes.
    pub attachments: &'a [Attachment],
}

/// Who took an original in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenIn {
    /// The person.
    pub author: String,
    /// The installation.
    pub device: String,
}

/// Which report is made from a case, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What it tells.
    pub kind: ReportKind,
    /// Its number with the mark of a correction, `GG-2026-018-R1`; empty when it has none.
    pub number: String,
    /// The digest of the sealed report it takes the place of.
    pub replaces: Option<String>,
    /// Not to be relied on yet: said across every page.
    pub draft: bool,
    /// Personal data were taken out before it was made.
    pub redacted: bool,
    /// Photos on a page: 1, 2, 3, 4 or 6; anything else counts as 2.
    pub photos_per_page: u8,
}

impl Report {
    /// A report of that kind, two photos a page, without a number.
    pub fn new(kind: ReportKind) -> Self {
        Self {
            kind,
            number: String::new(),
            replaces: None,
            draft: false,
            redacted: false,
            photos_per_page: 2,
        }
    }
}

/// What the firm puts at the head of its reports.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letterhead {
    /// Name of the firm.
    pub firm: String,
    /// Postal address.
    pub address: String,
    /// Telephone, e-mail.
    pub contact: String,
    /// 备案、经营许可编号 of the firm.
    pub licence_no: String,
    /// SHA-256 of the logo, a JPEG, and its size in pixels.
    pub logo: Option<(String, (u32, u32))>,
}

/// The picture that stands for a photo.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoPicture {
    /// Which photo of the case.
    pub photo: Id,
    /// SHA-256 of the JPEG to show, 64 lower-case hexadecimal digits.
    pub key: String,
    /// Stored width and height in pixels, before turning upright.
    pub pixels: (u32, u32),
    /// EXIF orientation 1 to 8 of these pixels.
    pub orientation: u8,
    /// These are the bytes of the original, not a smaller copy.
    pub original: bool,
}

/// What of a paper is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentPages {
    /// Which paper of the case.
    pub document: Id,
    /// Its pages in order; one that could not be drawn is not among them.
    pub pages: Vec<PagePicture>,
    /// The name under which the original is attached, if it is.
    pub attached: Option<String>,
}

/// The picture of one page of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PagePicture {
    /// Which page, from 1.
    pub page: u32,
    /// SHA-256 of the JPEG to show, 64 lower-case hexadecimal digits.
    pub key: String,
    /// Width and height in pixels.
    pub pixels: (u32, u32),
}

/// The words of a language.
///
/// Keys are those of the catalogues. Arguments stand in the text as they are, without marks that
/// isolate their direction.
pub trait Words {
    /// The text of a key; the key itself where there is none.
    fn say(&self, key: &str, args: &[(&str, &str)]) -> String;
}

/// The input and its words, with the ways to write figures and times that all sections share.
pub struct Telling<'a> {
    /// What is told.
    pub input: &'a DossierInput<'a>,
    words: &'a dyn Words,
}

/// What stands where nothing was recorded.
pub const NOTHING: &str = "—";

impl<'a> Telling<'a> {
    /// Joins input and words.
    pub fn new(input: &'a DossierInput<'a>, words: &'a dyn Words) -> Self {
        Self { input, words }
    }

    /// A text without values; the key is completed with `dossier-`.
    pub fn say(&self, key: &str) -> String {
        self.words.say(&format!("dossier-{key}"), &[])
    }

    /// A text with values; the key is completed with `dossier-`.
    pub fn say_with(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.words.say(&format!("dossier-{key}"), args)
    }

    /// A text of another catalogue.
    pub fn say_other(&self, key: &str, args: &[(&str, &str)]) -> String {
        self.words.say(key, args)
    }

    /// A text of another catalogue, or nothing where the catalogue has none.
    pub fn say_if_known(&self, key: &str) -> Option<String> {
        // A catalogue answers with the key itself where it has no words.
        Some(self.words.say(key, &[])).filter(|said| said != key)
    }

    /// The name of a term of the adjustment, by its code.
    pub fn term(&self, code: &str) -> Option<String> {
        self.say_if_known(&format!("term-{}", hyphens(code)))
    }

    /// The words for the setting of a term.
    pub fn term_value(&self, code: &str, value: &str) -> Option<String> {
        self.say_if_known(&format!("term-{}-{}", hyphens(code), hyphens(value)))
    }

    /// What the report is called.
    pub fn title(&self) -> String {
        self.say(&format!("title-{}", self.input.report.kind.as_str()))
    }

    /// The case.
    pub fn case(&self) -> &'a Case {
        self.input.case
    }

    /// The currency of the case, as a code.
    pub fn currency(&self) -> &'a str {
        self.case().head.currency.as_deref().unwrap_or("CNY")
    }

    /// The firm that the case or else the settings name.
    pub fn firm(&self) -> &'a str {
        self.case().head.firm.as_deref().unwrap_or(&self.input.letterhead.firm)
    }

    /// The claim number, or a dash.
    pub fn claim_no(&self) -> &'a str {
        self.case().head.claim_no.as_deref().unwrap_or(NOTHING)
    }
}

/// A code as the catalogues spell it.
pub fn hyphens(code: &str) -> String {
    code.replace(['.', '_'], "-")
}

/// A recorded text, or a dash.
pub fn text(value: Option<&String>) -> String {
    value.filter(|text| !text.trim().is_empty()).map_or(NOTHING.to_owned(), Clone::clone)
}

/// Anything recorded, or a dash.
pub fn shown(value: Option<impl ToString>) -> String {
    value.map_or(NOTHING.to_owned(), |value| value.to_string())
}

/// A figure with separators and as many decimals as were recorded, but at least so many.
pub fn figure(value: Decimal, places_min: u32) -> String {
    grouped(value, value.normalize().scale().max(places_min))
}

/// A moment as people read it: `2026-11-22 15:02:11 +08:00`.
pub fn moment(text: &str) -> String {
    match text.split_at_checked(19) {
        Some((local, offset)) => format!("{} {offset}", local.replace('T', " ")).trim().to_owned(),
        None => text.to_owned(),
    }
}
