//! Checks of a case (rules.md 6.2). Each is a small function; what it fires on stands beside it.

mod across;
mod cameras;
mod conflicts;
mod costs;
mod cover;
mod deductions;
mod documents;
mod extents;
mod governance;
mod handovers;
mod lines;
mod location;
mod measurements;
mod papers;
mod patterns;
mod photo_use;
mod photos;
mod policy;
mod positions;
mod prices;
mod proof;
mod recovery;
mod register;
mod repeats;
mod sheets;
mod statements;
mod statute;
#[cfg(test)]
mod tests;
mod timing;
mod totals;
mod vehicles;

use std::collections::BTreeMap;

pub use across::{OtherCase, across, camera_of, likeness_of, original_of};
pub use register::{CHECKS, Check, Decided, group_of};

use crate::Id;
use crate::adjustment::Adjustment;
use crate::assessment::{LineFigures, Measured};
use crate::case::Case;
use crate::change::Kind;
use crate::clocks::Calendar;
use crate::finding::{Finding, Level};

/// Runs every check that needs no more than the case and its quantities; those of the adjustment
/// come with the adjustment.
pub(crate) fn all(
    case: &Case,
    calendar: &Calendar,
    measured: &BTreeMap<Id, Measured>,
    lines: &BTreeMap<Id, LineFigures>,
    signatures: &BTreeMap<Id, bool>,
    adjustment: &Adjustment,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    conflicts::check(case, &mut findings);
    handovers::check(case, &mut findings);
    policy::check(case, &mut findings);
    documents::check(case, &mut findings);
    photos::check(case, &mut findings);
    photo_use::check(case, &mut findings);
    cameras::check(case, &mut findings);
    positions::check(case, &mut findings);
    statements::check(case, signatures, &mut findings);
    papers::check(case, &mut findings);
    measurements::check(case, measured, &mut findings);
    deductions::check(case, measured, &mut findings);
    repeats::check(case, &mut findings);
    sheets::check(case, signatures, &mut findings);
    prices::check(case, lines, &mut findings);
    lines::check(case, lines, &mut findings);
    timing::check(case, lines, &mut findings);
    statute::check(case, calendar, &mut findings);
    governance::check(case, adjustment, statute::last_day(case), &mut findings);
    recovery::check(case, &mut findings);
    cover::check(case, &mut findings);
    location::check(case, lines, &mut findings);
    proof::check(case, lines, &mut findings);
    extents::check(case, measured, lines, &mut findings);
    costs::check(case, measured, &mut findings);
    totals::check(case, lines, adjustment, &mut findings);
    patterns::check(case, lines, signatures, &mut findings);
    vehicles::check(case, &mut findings);
    findings
}

/// A finding at a field of the head.
fn of_case(case: &Case, check: &'static str, level: Level, field: &'static str) -> Finding {
    Finding::at(check, level, Kind::Case, case.head.id, field)
}

/// What a text says; nothing where it is empty or blank.
fn says(text: &Option<String>) -> Option<&str> {
    text.as_deref().map(str::trim).filter(|text| !text.is_empty())
}
