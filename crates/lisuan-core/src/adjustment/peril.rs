//! Terms that depend on the peril: which deductible and which limits count for this event.
//!
//! A deductible for the event's peril replaces the general one (rules.md 1.5); a limit for it
//! counts beside the general limits, since each of them limits the payment. While the event's
//! peril is not recorded, what depends on it is unknown and not guessed.

use super::input::{Deductible, Limit};
use super::ledger::{Ledger, unknown};
use super::step::{Reason, Token};
use crate::finding::Level;
use crate::id::Id;

/// Whether a limit counts for this event.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    Yes,
    No,
    /// It is for one peril, and the event's peril is not recorded.
    Unclear,
}

/// A peril as it is compared: without spaces around it and in small letters.
fn plain(peril: Option<&String>) -> Option<String> {
    let peril = peril?.trim();
    (!peril.is_empty()).then(|| peril.to_lowercase())
}

impl<'a> Ledger<'a> {
    /// Whether a limit counts for this event.
    pub(super) fn counts(&self, limit: &Limit) -> Counts {
        match (plain(limit.peril.as_ref()), plain(self.input.peril.as_ref())) {
            (None, _) => Counts::Yes,
            (Some(_), None) => Counts::Unclear,
            (Some(its), Some(ours)) if its == ours => Counts::Yes,
            _ => Counts::No,
        }
    }

    /// The tokens of a limit that may not count: itself where it does not matter, because it is
    /// not reached, otherwise unknown.
    pub(super) fn unclear_cap(
        &mut self,
        limit: &Limit,
        sum: &Token,
        cap: Vec<Token>,
    ) -> Vec<Token> {
        let reached = match (self.value(sum), self.value_of(&cap)) {
            (Ok(sum), Ok(cap)) => sum > cap,
            _ => true,
        };
        let level = if reached { Level::Stop } else { Level::Warn };
        let level = self.formula_level(level);
        self.find("ADJ-16", level, limit.source, "peril", "peril-unknown");
        if reached { vec![unknown(Reason::NoPeril)] } else { cap }
    }

    /// The deductible of an item.
    pub(super) fn own_deductible(&mut self, item: Option<Id>) -> Option<&'a Deductible> {
        let input = self.input;
        item.and_then(|id| self.of_peril(input.deductibles.iter().filter(|d| d.item == Some(id))))
    }

    /// The deductible of the event.
    pub(super) fn event_deductible(&mut self) -> Option<&'a Deductible> {
        let input = self.input;
        self.of_peril(input.deductibles.iter().filter(|d| d.item.is_none()))
    }

    /// Of the deductibles of an item or of the event, the one for this peril; else the general
    /// one. Of several the first, and a finding.
    ///
    /// While the event's peril is not recorded, one that is for a peril is given where there is
    /// one: its step then says that it cannot be known.
    fn of_peril(
        &mut self,
        all: impl Iterator<Item = &'a Deductible> + Clone,
    ) -> Option<&'a Deductible> {
        let ours = plain(self.input.peril.as_ref());
        let named = |d: &&'a Deductible| plain(d.peril.as_ref());
        let mut special = all.clone().filter(|d| match (&ours, named(d)) {
            (Some(ours), Some(its)) => *ours == its,
            (None, its) => its.is_some(),
            (Some(_), None) => false,
        });
        if let Some(first) = special.next() {
            if let (Some(_), Some(second)) = (&ours, special.next()) {
                self.find("ADJ-05", Level::Stop, second.source, "value", "several");
            }
            return Some(first);
        }
        let mut general = all.filter(|d| named(d).is_none());
        let first = general.next();
        if let Some(second) = general.next() {
            self.find("ADJ-05", Level::Stop, second.source, "value", "several");
        }
        first
    }

    /// Whether no deductible is recorded for this event, not even "none": then nothing after it is
    /// known.
    pub(super) fn no_deductible(&mut self) -> bool {
        let input = self.input;
        let ours = plain(input.peril.as_ref());
        let fits = |d: &Deductible| match plain(d.peril.as_ref()) {
            Some(its) => ours.as_ref().is_none_or(|ours| *ours == its),
            None => true,
        };
        if input.deductibles.iter().any(fits) {
            return false;
        }
        let why = if input.deductibles.is_empty() { "not-recorded" } else { "none-for-peril" };
        let level = self.formula_level(Level::Stop);
        let case = self.case_place();
        self.find("ADJ-05", level, case, "terms", why);
        true
    }

    /// Whether it cannot be told if a deductible counts.
    pub(super) fn peril_unclear(&self, deductible: &Deductible) -> bool {
        plain(deductible.peril.as_ref()).is_some() && plain(self.input.peril.as_ref()).is_none()
    }
}
