//! An adjustment without a case: a JSON file in, every figure and the way to it out.
//!
//! The format is described in docs/adjustment-input.md; docs/adjustment-input.schema.json is
//! written from the same description of the records that reads them ([`form`]). Everything that is
//! wrong with a file is told at once, each with its place; nothing is computed from a file with a
//! problem. What the *case* lacks is no problem of the file but a finding of the engine.

mod after;
mod document;
mod form;
mod names;
mod node;
mod problem;
mod reading;
mod records;
mod schema;
mod show;
mod value;
mod view;

use std::io::Read;

use lisuan_core::adjustment::{Adjustment, adjust};
use lisuan_core::change::Kind;
use lisuan_core::finding::{Finding, Level};
use lisuan_core::money::{Currency, Exact, plain, round};
use lisuan_core::quantity::round_for_unit;
use lisuan_core::scenario::compare;

use self::document::{Document, Position};
use self::show::Showing;
use crate::error::{Code, Error, Result};
use crate::{App, Words};

/// The figures of a statement, in its order.
pub use lisuan_core::scenario::FIGURES;
pub use problem::Code as ProblemCode;
pub use schema::adjust_file_schema;
pub use view::{
    AdjustFileView, AmountView, DifferenceView, FileFindingView, FileStepView, ItemView, LineView,
    OccurrencesView, PartView, ProblemView, RecordView, ReinstatementView, ResultView,
    ScenarioView, SharedRecoveryView, SurroundingsView, SwitchView,
};

/// The largest file that is read, in bytes.
pub const ADJUST_FILE_BYTES_MAX: u64 = 10 * 1024 * 1024;

impl App {
    /// Adjusts a case that stands in a JSON file.
    ///
    /// What is wrong with the file comes back in the view. An error is a file that cannot be read
    /// or is too large, and a scenario that the file has not.
    pub fn adjust_file(
        &self,
        file: impl Read,
        language: &str,
        scenario: Option<&str>,
    ) -> Result<AdjustFileView> {
        let mut bytes = Vec::new();
        let limit = ADJUST_FILE_BYTES_MAX;
        if let Err(error) = file.take(limit + 1).read_to_end(&mut bytes) {
            let reason = error.to_string();
            let failed = Error::new(Code::Io).with("file", "").with("reason", reason);
            return Err(failed.because(error));
        }
        if bytes.len() as u64 > limit {
            return Err(Error::new(Code::TooMany).with("limit", format!("{} MiB", limit >> 20)));
        }
        answer(&bytes, &Words::of(language), scenario)
    }
}

fn answer(bytes: &[u8], words: &Words, wanted: Option<&str>) -> Result<AdjustFileView> {
    let document = match document::read(bytes) {
        Ok(document) => document,
        Err(problems) => {
            return Ok(AdjustFileView {
                title: None,
                problems: problems.iter().map(|problem| show::problem(words, problem)).collect(),
                scenario: wanted.map(str::to_owned),
                result: None,
                scenarios: Vec::new(),
            });
        }
    };
    let named = |name: &str| document.scenarios.iter().find(|s| s.name == name);
    let shown = match wanted {
        None => None,
        Some(name) => {
            let missing = || Error::new(Code::NotFound).with("what", name);
            Some(named(name).ok_or_else(missing)?)
        }
    };
    let showing = Showing { document: &document, words };
    let base = Computed::of(&document, &document.base);
    let mut result = None;
    let mut scenarios = Vec::new();
    for scenario in &document.scenarios {
        if shown.is_some_and(|shown| shown.name != scenario.name) {
            continue;
        }
        let other = Computed::of(&document, &scenario.position);
        let comparison = compare(&base.adjustment, &other.adjustment);
        scenarios.push(showing.scenario(scenario, &comparison, &other.findings));
        if shown.is_some() {
            let findings = &other.findings;
            result = Some(showing.result(&scenario.position, &other.adjustment, findings));
        }
    }
    let result =
        result.unwrap_or_else(|| showing.result(&document.base, &base.adjustment, &base.findings));
    Ok(AdjustFileView {
        title: document.head.title.clone(),
        problems: Vec::new(),
        scenario: shown.map(|scenario| scenario.name.clone()),
        result: Some(result),
        scenarios,
    })
}

/// One side: its adjustment, and its findings, the heaviest first.
struct Computed {
    adjustment: Adjustment,
    findings: Vec<Finding>,
}

impl Computed {
    fn of(document: &Document, position: &Position) -> Self {
        let adjustment = adjust(&position.input(document.head.currency.unwrap_or(Currency::CNY)));
        let mut findings: Vec<Finding> = position.lines.iter().filter_map(stated_differs).collect();
        findings.extend(adjustment.findings.iter().cloned());
        show::by_weight(&mut findings);
        Self { adjustment, findings }
    }
}

/// QTY-02: the result that a quantity states behind `=` is not what its expression gives.
fn stated_differs(draft: &records::LineDraft) -> Option<Finding> {
    let written = draft.quantity.as_ref()?;
    let stated = written.stated?;
    let computed = round_for_unit(&written.value, draft.unit.as_deref()?).ok()?;
    if round(&Exact::from_decimal(stated), computed.places).is_ok_and(|s| s == computed.rounded) {
        return None;
    }
    Some(
        Finding::at("QTY-02", Level::Warn, Kind::Line, draft.line.id, "measurement")
            .with("stated", plain(stated, computed.places))
            .with("computed", plain(computed.rounded, computed.places)),
    )
}
