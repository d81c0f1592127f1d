//! Each check fires on what it is for, and is silent beside it.

mod across;
mod answers;
mod early;
mod levels;
mod measured;
mod pairs_adjustment;
mod pairs_capture;
mod pairs_cover;
mod pairs_policy;
mod pairs_quantities;
mod pairs_rest;
mod papers;
mod patterns;
mod photos;
mod prices;
mod register;
mod sheets;
mod statute;

use crate::clocks::Calendar;
use std::collections::BTreeMap;

use crate::Id;
use crate::assessment::Assessment;
use crate::case::Case;
use crate::change::{ALIVE, Change, Kind, State};

pub(super) fn id(n: u8) -> Id {
    Id::from_bytes([n; 16])
}

/// A case put together record by record.
#[derive(Default)]
pub(super) struct Draft(BTreeMap<(Kind, Id), Vec<(&'static str, String)>>);

impl Draft {
    /// A record with these fields; a later call with the same key adds to it or
    /// puts another value in the place of one. An empty value is none.
    pub(super) fn with(mut self, kind: Kind, n: u8, fields: &[(&str, &str)]) -> Self {
        let record = self.0.entry((kind, id(n))).or_default();
        for (name, value) in fields {
            let def = kind.field(name).unwrap_or_else(|| panic!("{kind:?} has no field {name}"));
            record.retain(|(known, _)| *known != def.name);
            if !value.is_empty() {
                record.push((def.name, (*value).to_owned()));
            }
        }
        self
    }

    pub(super) fn case(&self) -> Case {
        let set = |kind, id, field, value: &str| Change {
            kind,
            id,
            field,
            before: None,
            after: Some(value.to_owned()),
        };
        let mut changes = vec![set(Kind::Case, id(0), ALIVE, "1")];
        for ((kind, id), fields) in &self.0 {
            if *kind != Kind::Case {
                changes.push(set(*kind, *id, ALIVE, "1"));
            }
            changes.extend(fields.iter().map(|(name, value)| set(*kind, *id, name, value)));
        }
        let mut state = State::default();
        state.apply(&changes).unwrap();
        Case::from_state(&state).unwrap()
    }

    /// The findings of a check as `record level why`, in order.
    pub(super) fn found(&self, check: &str) -> Vec<String> {
        let findings = Assessment::of(&self.case(), &Calendar::default()).findings;
        let why = |args: &[(&str, String)]| {
            args.iter().find(|(name, _)| *name == "why").map_or(String::new(), |(_, w)| w.clone())
        };
        findings
            .iter()
            .filter(|finding| finding.check == check)
            .map(|f| {
                let n = f.place.id.to_string();
                let n = u8::from_str_radix(&n[n.len() - 2..], 16).unwrap();
                format!("{n} {} {}", f.level.letter(), why(&f.args)).trim_end().to_owned()
            })
            .collect()
    }
}

/// The key of record `n` as a field holds it.
pub(super) fn key(n: u8) -> String {
    id(n).to_string()
}
