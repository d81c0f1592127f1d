//! The quantity of each measurement.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::Id;
use crate::case::{Case, Measurement};
use crate::money::{Exact, plain};
use crate::quantity::{self, ParseProblem, ProblemKind, RoundedQuantity, find_stretch};

/// What a measurement comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// The quantity, exact and rounded for its unit; absent when there is no expression or it does
    /// not read.
    pub quantity: Option<RoundedQuantity>,
    /// Why it does not read.
    pub problem: Option<ParseProblem>,
    /// The result that the text itself states after `=`.
    pub stated: Option<Decimal>,
    /// A root or π was rounded to 20 significant digits.
    pub approximate: bool,
    /// Distance in metres of the chainage in the location.
    pub stretch: Option<Exact>,
}

impl Measured {
    /// The rounded quantity as text with the decimals of its unit.
    pub fn text(&self) -> Option<String> {
        self.quantity.as_ref().map(|q| plain(q.rounded, q.places))
    }
}

pub(super) fn all(case: &Case) -> BTreeMap<Id, Measured> {
    case.measurements.iter().map(|m| (m.id, measure(m))).collect()
}

fn measure(measurement: &Measurement) -> Measured {
    let stretch =
        measurement.location.as_deref().and_then(find_stretch).map(|stretch| stretch.length);
    let nothing =
        Measured { quantity: None, problem: None, stated: None, approximate: false, stretch };
    let Some(text) = measurement.expression.as_deref() else { return nothing };
    let unit = measurement.unit.as_deref().unwrap_or_default();
    let expression = match quantity::parse(text) {
        Ok(expression) => expression,
        Err(problem) => return Measured { problem: Some(problem), ..nothing },
    };
    match quantity::round_for_unit(&expression.value, unit) {
        Ok(rounded) => Measured {
            quantity: Some(rounded),
            stated: expression.stated,
            approximate: expression.approximate,
            ..nothing
        },
        Err(_) => {
            let problem = ParseProblem { at_char: 0, kind: ProblemKind::TooLarge };
            Measured { problem: Some(problem), ..nothing }
        }
    }
}
