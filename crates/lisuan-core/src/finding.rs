//! What a check found: numbered, placed, with a remedy in the catalogues.

use crate::answers::{Answer, Standing};
use crate::change::Kind;
use crate::id::Id;

/// How much a finding weighs (rules.md 6.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// E: blocks the final report.
    Stop,
    /// W: needs a written reason.
    Warn,
    /// I: is shown.
    Info,
}

impl Level {
    /// The letter used in the list of checks.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Stop => "E",
            Self::Warn => "W",
            Self::Info => "I",
        }
    }
}

/// Where in the case a finding stands: a record and, where it can be told, one of its fields.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// What kind of record.
    pub kind: Kind,
    /// Which record.
    pub id: Id,
    /// Which field of it.
    pub field: Option<&'static str>,
}

/// One result of one check; its words live in the catalogues under `finding-<check>`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The number of the check, for example `POL-03`.
    pub check: &'static str,
    /// How much it weighs.
    pub level: Level,
    /// Where it stands.
    pub place: Place,
    /// Values for the words, by name.
    pub args: Vec<(&'static str, String)>,
    /// What was said to it.
    pub answer: Option<Answer>,
}

impl Finding {
    /// A finding at a field of a record.
    pub fn at(check: &'static str, level: Level, kind: Kind, id: Id, field: &'static str) -> Self {
        Self {
            check,
            level,
            place: Place { kind, id, field: Some(field) },
            args: Vec::new(),
            answer: None,
        }
    }

    /// Whether it blocks the final report: it weighs that much, and no supervisor waived it.
    pub fn blocks(&self) -> bool {
        let waived = self.answer.is_some_and(|answer| answer.standing == Standing::Waived);
        self.level == Level::Stop && !waived
    }

    /// Whether it still wants a written reason.
    pub fn wants_reason(&self) -> bool {
        let explained = self.answer.is_some_and(|a| a.standing == Standing::Explained);
        self.level == Level::Warn && !explained
    }

    /// What tells it from another of the same check at the same place. Of what blocks that is all
    /// it says: a waiver of one amount is no waiver of another.
    pub fn about(&self) -> String {
        const TELLING: [&str; 8] =
            ["why", "clock", "switch", "term", "other", "line", "second", "section"];
        const CHARS_MAX: usize = 400;
        let args = self.args.iter();
        let args = args.filter(|(n, _)| self.level == Level::Stop || TELLING.contains(n));
        let said: Vec<String> = args.map(|(name, value)| format!("{name}={value}")).collect();
        said.join("; ").chars().take(CHARS_MAX).collect::<String>().trim().to_owned()
    }

    /// Adds a value for the words.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}
