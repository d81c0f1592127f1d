//! Statutory and agreed clocks (rules.md 4): which run in a case, and when each term ends.

mod case_terms;
mod facts;
mod list;
mod rules;
mod term;

pub use case_terms::{CaseTerm, case_term};
pub use list::{Clock, ClockState, clocks};
pub use rules::{Nature, RULES, Rule, rule};
pub use term::{Calendar, Deadline, Pause, Term, deadline};

#[cfg(test)]
mod tests;
