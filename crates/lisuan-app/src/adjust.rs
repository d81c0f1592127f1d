//! The calculation sheet: every step with its formula, result, clause and sources.

use std::collections::HashMap;

use lisuan_core::Id;
use lisuan_core::adjustment::{Adjustment, Figure, Step};
use lisuan_core::case::Case;
use lisuan_core::change::Kind;

use crate::App;
use crate::error::{Code, Error, Result};
use crate::figures::figures_of;
use crate::wire::{SheetView, StepView};

impl App {
    /// The calculation sheet of the open case, or of one of its scenarios.
    pub fn sheet(&self, scenario: Option<&str>) -> Result<SheetView> {
        self.with_session(|session| {
            let case = &session.case;
            let assessment = session.assessment();
            let Some(scenario) = scenario else { return Ok(view(case, &assessment.adjustment)) };
            let found = scenario.parse().ok().and_then(|id| assessment.scenario(case, id));
            found
                .map(|adjustment| view(case, &adjustment))
                .ok_or_else(|| Error::new(Code::NotFound).with("what", Kind::Scenario.as_str()))
        })
    }
}

/// What records are called.
type Names = HashMap<(Kind, Id), String>;

/// Kind, key and name of a record.
pub(crate) fn named(names: &Names, kind: Kind, id: Id) -> (String, String, String) {
    let name = names.get(&(kind, id)).cloned().unwrap_or_default();
    (kind.as_str().to_owned(), id.to_string(), name)
}

fn view(case: &Case, adjustment: &Adjustment) -> SheetView {
    let names = case.names();
    let step = |step| step_view(step, adjustment, &names);
    SheetView {
        steps: adjustment.steps.iter().map(step).collect(),
        figures: figures_of(case, adjustment),
    }
}

fn step_view(step: &Step, adjustment: &Adjustment, names: &Names) -> StepView {
    let pair = |(kind, id): (Kind, Id)| (kind.as_str().to_owned(), id.to_string());
    StepView {
        key: step.key.trim_start_matches("step-").to_owned(),
        subject: step.subject.map(|(kind, id)| named(names, kind, id)),
        formula: adjustment.formula_text(step),
        result: step.result.text(),
        reason: match &step.result {
            Figure::Unknown(reason) => Some(reason.as_str().to_owned()),
            _ => None,
        },
        rounding: step.rounding,
        clause: step.clause.clone(),
        sources: step.sources.iter().copied().map(pair).collect(),
    }
}
