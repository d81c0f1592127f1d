//! The columns of templates that were imported before, by the fingerprint of their header.

use std::collections::BTreeMap;

use crate::home::Home;
use crate::settings;
use crate::wire::{BoqChoices, BoqView};

const FILE: &str = "boq-templates.json";
/// More templates than one office meets; the file is begun anew beyond that.
const TEMPLATES_MAX: usize = 500;

type Templates = BTreeMap<String, BTreeMap<String, u16>>;

/// The choices with what is remembered; what a person chooses goes before it.
pub(super) fn recall(home: &Home, choices: &BoqChoices) -> BoqChoices {
    let mut known: Templates = settings::read(&home.config.join(FILE)).unwrap_or_default();
    known.extend(choices.remembered.clone());
    BoqChoices { remembered: known, ..choices.clone() }
}

/// Remembers the columns of the sheets that were taken. Losing this loses no work, so a failure
/// does not fail the import.
pub(super) fn remember(home: &Home, view: &BoqView) {
    let mut known: Templates = settings::read(&home.config.join(FILE)).unwrap_or_default();
    if known.len() > TEMPLATES_MAX {
        known.clear();
    }
    for sheet in view.sheets.iter().filter(|sheet| sheet.included) {
        let Some(fingerprint) = &sheet.fingerprint else { continue };
        let columns = sheet.columns.iter().map(|c| (c.field.clone(), c.column)).collect();
        known.insert(fingerprint.clone(), columns);
    }
    let _ = settings::write(home, FILE, &known);
}
