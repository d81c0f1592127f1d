//! Checks of a case (rules.md 6.2). Each is a small function; what it fires on stands beside it.

mod cameras;
mod conflicts;
mod deductions;
mod documents;
mod handovers;
mod lines;
mod measurements;
mod papers;
mod photo_use;
mod photos;
mod policy;
mod positions;
mod prices;
mod repeats;
mod sheets;
mod statements;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::Id;
use crate::assessment::{LineFigures, Measured};
use crate::case::Case;
use crate::finding::Finding;

/// Runs every check that needs no more than the case and its quantities; those of the adjustment
/// come with the adjustment.
pub(crate) fn all(
    case: &Case,
    measured: &BTreeMap<Id, Measured>,
    lines: &BTreeMap<Id, LineFigures>,
    signatures: &BTreeMap<Id, bool>,
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
    findings
}
