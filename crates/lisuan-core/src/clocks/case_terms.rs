//! What the terms of a case say of its clocks: `clock.T01a` = `14` sets a length in days (`2m`
//! months, `2y` years), `clock.T11.from` = a date says when one began that no other record tells.

use super::rules::rule;
use super::term::Term;
use crate::Id;
use crate::case::Case;
use crate::moment::Date;

/// What a term of the case that begins with `clock.` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseTerm {
    /// How long the clock runs.
    Length(&'static str, Term),
    /// The day it began.
    From(&'static str, Date),
}

/// Clocks whose beginning is told by a term of the case alone.
const TOLD: [&str; 2] = ["T11", "T13"];
/// No clock of a policy runs longer.
const LENGTH_MAX: u16 = 3_650;

/// Reads a term of the case that speaks of a clock; nothing where it does not read.
pub fn case_term(code: &str, value: &str) -> Option<CaseTerm> {
    let name = code.strip_prefix("clock.")?;
    if let Some(name) = name.strip_suffix(".from") {
        let rule = rule(name).filter(|rule| TOLD.contains(&rule.code))?;
        return Some(CaseTerm::From(rule.code, value.parse().ok()?));
    }
    let rule = rule(name).filter(|rule| rule.term.is_some())?;
    let digits = value.trim_end_matches(['d', 'm', 'y']);
    let count: u16 = digits.parse().ok().filter(|count| (1..=LENGTH_MAX).contains(count))?;
    let term = match &value[digits.len()..] {
        "" | "d" => Term::Days(count),
        "m" if count <= 1_200 => Term::Months(count),
        "y" if count <= 100 => Term::Years(count),
        _ => return None,
    };
    Some(CaseTerm::Length(rule.code, term))
}

/// What the case says of its clocks, with the term that says it.
pub(super) fn said(case: &Case) -> Vec<(Id, CaseTerm)> {
    let read = |term: &crate::case::Term| {
        let said = case_term(term.code.as_deref()?, term.value.as_deref()?)?;
        Some((term.id, said))
    };
    case.terms.iter().filter_map(read).collect()
}
