//! The calculation sheet: every step with its formula, result, clause and sources.

use lisuan_core::Id;
use lisuan_core::adjustment::{Step, formula_text};
use lisuan_core::assessment::Assessment;
use lisuan_core::case::Case;
use lisuan_core::change::Kind;

use crate::App;
use crate::error::Result;
use crate::figures::figures;
use crate::wire::{SheetView, StepView};

impl App {
    /// The calculation sheet of the open case.
    pub fn sheet(&self) -> Result<SheetView> {
        self.with_session(|session| {
            let assessment = Assessment::of(&session.case);
            let steps = &assessment.adjustment.steps;
            Ok(SheetView {
                steps: steps.iter().map(|step| step_view(step, steps, &session.case)).collect(),
                figures: figures(&session.case, &assessment),
            })
        })
    }
}

fn step_view(step: &Step, steps: &[Step], case: &Case) -> StepView {
    let pair = |(kind, id): (Kind, Id)| (kind.as_str().to_owned(), id.to_string());
    StepView {
        key: step.key.trim_start_matches("step-").to_owned(),
        subject: step
            .subject
            .map(|(kind, id)| (kind.as_str().to_owned(), id.to_string(), name_of(case, kind, id))),
        formula: formula_text(&step.formula, steps),
        result: step.result.text(),
        clause: step.clause.clone(),
        sources: step.sources.iter().copied().map(pair).collect(),
    }
}

/// What a person calls a record.
fn name_of(case: &Case, kind: Kind, id: Id) -> String {
    let named = |name: &Option<String>| name.clone().unwrap_or_default();
    let found = match kind {
        Kind::Line => case.lines.iter().find(|r| r.id == id).map(|r| named(&r.item)),
        Kind::PolicyItem => case.policy_items.iter().find(|r| r.id == id).map(|r| named(&r.name)),
        Kind::Recovery => case.recoveries.iter().find(|r| r.id == id).map(|r| named(&r.from_whom)),
        Kind::Term => case.terms.iter().find(|r| r.id == id).map(|r| named(&r.code)),
        _ => None,
    };
    found.unwrap_or_default()
}
