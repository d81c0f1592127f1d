//! Words: labels, names of records, findings in sentences.

use std::collections::HashMap;

use lisuan_core::adjustment::{Reason, Source};
use lisuan_core::{Finding, Level};

use crate::page::Note;
use crate::{SheetInput, Words};

/// The input and its words.
pub(crate) struct Telling<'a> {
    pub input: &'a SheetInput<'a>,
    words: Words<'a>,
    names: HashMap<Source, String>,
}

impl<'a> Telling<'a> {
    pub fn new(input: &'a SheetInput<'a>, words: Words<'a>) -> Self {
        Self { input, words, names: input.case.names() }
    }

    /// A text without values; the key is completed with `sheet-`.
    pub fn say(&self, key: &str) -> String {
        (self.words)(&format!("sheet-{key}"), &[])
    }

    /// A text with values; the key is completed with `sheet-`.
    pub fn say_with(&self, key: &str, args: &[(&str, &str)]) -> String {
        (self.words)(&format!("sheet-{key}"), args)
    }

    /// A text of another catalogue.
    pub fn say_other(&self, key: &str) -> String {
        (self.words)(key, &[])
    }

    /// Headings with the widths of their columns.
    pub fn columns(&self, list: &[(&str, u16)]) -> Vec<(String, u16)> {
        list.iter().map(|(key, width)| (self.say(&format!("column-{key}")), *width)).collect()
    }

    /// What stands on a page's tab.
    pub fn page(&self, key: &str) -> String {
        self.say(&format!("page-{key}"))
    }

    /// The claim number, or nothing.
    pub fn claim_no(&self) -> &'a str {
        self.input.case.head.claim_no.as_deref().unwrap_or_default()
    }

    /// What a person calls a record.
    pub fn name(&self, source: Source) -> &str {
        self.names.get(&source).map_or("", String::as_str)
    }

    /// Why a figure cannot be known.
    pub fn reason(&self, reason: Reason) -> String {
        let why = self.say_other(&format!("reason-{}", reason.as_str()));
        self.say_with("note-unknown", &[("why", &why)])
    }

    /// Why a cell is not simply a formula.
    pub fn note(&self, note: Option<&Note>) -> String {
        match note {
            None => String::new(),
            Some(Note::Text) => self.say("note-text"),
            Some(Note::Fixed) => self.say("note-fixed"),
            Some(Note::Share(more)) => {
                let amount = more.normalize().to_string();
                self.say_with("note-share", &[("amount", &amount)])
            }
        }
    }

    /// Several notes about one row, each said once.
    pub fn notes<'n>(&self, notes: impl IntoIterator<Item = Option<&'n Note>>) -> String {
        let mut said: Vec<String> = Vec::new();
        for note in notes {
            let text = self.note(note);
            if !text.is_empty() && !said.contains(&text) {
                said.push(text);
            }
        }
        said.join(" ")
    }

    /// The level of a finding.
    pub fn level(&self, level: Level) -> String {
        self.say(match level {
            Level::Stop => "level-stop",
            Level::Warn => "level-warn",
            Level::Info => "level-info",
        })
    }

    /// A finding and its remedy.
    pub fn finding(&self, finding: &Finding) -> [String; 2] {
        let is_term = |name: &str| matches!(name, "switch" | "term");
        let code = finding.args.iter().find(|(name, _)| is_term(name)).map(|(_, value)| value);
        let told: Vec<(&str, String)> = finding
            .args
            .iter()
            .map(|(name, value)| {
                let words = match (*name, code) {
                    (name, _) if is_term(name) => self.known(&format!("term-{}", hyphens(value))),
                    ("value", Some(code)) => {
                        self.known(&format!("term-{}-{}", hyphens(code), hyphens(value)))
                    }
                    _ => None,
                };
                (*name, words.unwrap_or_else(|| value.clone()))
            })
            .collect();
        let args: Vec<(&str, &str)> = told.iter().map(|(n, v)| (*n, v.as_str())).collect();
        ["", "-do"].map(|part| (self.words)(&format!("finding-{}{part}", finding.check), &args))
    }

    fn known(&self, key: &str) -> Option<String> {
        // A catalogue answers with the key itself where it has no words.
        Some(self.say_other(key)).filter(|said| said != key)
    }
}

fn hyphens(code: &str) -> String {
    code.replace(['.', '_'], "-")
}
