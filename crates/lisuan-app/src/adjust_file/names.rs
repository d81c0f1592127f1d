//! The short ids of a file: which record each is, and back from the engine's keys.

use std::collections::BTreeMap;

use lisuan_core::Id;
use lisuan_core::adjustment::Source;

/// The key of the case itself.
pub(super) const CASE: Id = Id::from_bytes([0; 16]);
/// The key of the settlement.
pub(super) const SETTLEMENT: Id = Id::from_bytes([0xff; 16]);

/// Where a record stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// In a list of the base, at this index.
    Base(usize),
    /// Added by the scenario with this index.
    Scenario(usize),
}

/// A record by its short id.
#[derive(Debug)]
pub(super) struct Named {
    /// The list it is in.
    pub list: &'static str,
    /// Its short id.
    pub short: String,
    /// What a person calls it.
    pub title: Option<String>,
    /// Where it stands.
    pub spot: Spot,
}

/// All records of a file.
#[derive(Debug, Default)]
pub(super) struct Names {
    records: Vec<Named>,
    index: BTreeMap<&'static str, BTreeMap<String, usize>>,
}

impl Names {
    /// The key of a record.
    pub(super) fn find(&self, list: &str, short: &str) -> Option<Id> {
        self.index.get(list)?.get(short).map(|&at| key(at))
    }

    /// Adds a record; nothing when its list has the short id already.
    pub(super) fn add(&mut self, list: &'static str, short: &str, spot: Spot) -> Option<Id> {
        let at = self.records.len();
        let of_list = self.index.entry(list).or_default();
        if of_list.contains_key(short) {
            return None;
        }
        of_list.insert(short.to_owned(), at);
        self.records.push(Named { list, short: short.to_owned(), title: None, spot });
        Some(key(at))
    }

    /// Keeps what a person calls a record.
    pub(super) fn entitle(&mut self, id: Id, title: String) {
        if let Some(named) = place(id).and_then(|at| self.records.get_mut(at)) {
            named.title = Some(title);
        }
    }

    /// The record of a key; nothing for the case and the settlement.
    pub(super) fn of(&self, id: Id) -> Option<&Named> {
        self.records.get(place(id)?)
    }

    /// The JSON pointer of a record; empty for the case.
    pub(super) fn pointer(&self, (_, id): Source) -> String {
        match self.of(id) {
            None if id == SETTLEMENT => "/settlement".to_owned(),
            None => String::new(),
            Some(Named { list, spot: Spot::Base(index), .. }) => format!("/{list}/{index}"),
            Some(Named { list, short, spot: Spot::Scenario(index), .. }) => {
                format!("/scenarios/{index}/{list}/{}", escaped(short))
            }
        }
    }
}

/// A part of a JSON pointer.
pub(super) fn escaped(part: &str) -> String {
    part.replace('~', "~0").replace('/', "~1")
}

/// Keys are the places in the list of records, counted from one; zero is the case.
fn key(at: usize) -> Id {
    Id::from_bytes((at as u128 + 1).to_be_bytes())
}

fn place(id: Id) -> Option<usize> {
    let number = u128::from_be_bytes(*id.as_bytes()).checked_sub(1)?;
    usize::try_from(number).ok()
}
