//! What a case comes to: quantities, line amounts, the adjustment and the findings, computed from
//! the typed case alone. Window, command line and dossier show these and compute nothing.

mod early;
mod lines;
mod measured;
mod quotes;
mod scenarios;
mod signed;
mod signed_text;
mod statement;
mod terms;
mod wording;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use lines::{LineFigures, line_currency};
use measured::Read;
pub use measured::{Counted, DeductionTrouble, Measured, QuantitySource};
pub use quotes::Quoted;
pub(crate) use quotes::quote_median;
pub use scenarios::ScenarioResult;
pub use signed::{STATEMENT, SheetContent, SheetRow};
pub use statement::{STATEMENT_READ, StatementContent};

use crate::adjustment::{Adjusted, Adjustment, Line, readjust};
use crate::case::Case;
use crate::clocks::Calendar;
use crate::finding::Finding;
use crate::{Id, answers, checks};

/// Everything the program computes for a case.
#[derive(Debug, Clone)]
pub struct Assessment {
    /// Per measurement: its quantity or why there is none.
    pub measured: BTreeMap<Id, Measured>,
    /// Per loss line: quantity, price, claimed and assessed amount.
    pub lines: BTreeMap<Id, LineFigures>,
    /// Per price that has quotes: how many and their median.
    pub quoted: BTreeMap<Id, Quoted>,
    /// Per signature under a measurement sheet or a statement: whether it still covers what stands
    /// there.
    pub signatures: BTreeMap<Id, bool>,
    /// The adjustment with every step.
    pub adjustment: Arc<Adjustment>,
    /// All findings, the heaviest first.
    pub findings: Vec<Finding>,
}

/// What an assessment leaves for the next one, so that a changed line costs no more than itself.
#[derive(Debug)]
pub struct Standing {
    lines: Vec<Line>,
    adjusted: Adjusted,
    read: Read,
}

/// The lines that are not as they were.
fn changed(last: &[Line], lines: &[Line]) -> Vec<Id> {
    let pairs = last.iter().zip(lines);
    pairs.filter(|(old, new)| old != new).map(|(_, new)| new.id).collect()
}

impl Assessment {
    /// Adjusts the scenarios of the case and puts each beside this, in the order they were made.
    pub fn scenarios(&self, case: &Case) -> Vec<ScenarioResult> {
        scenarios::all(case, &self.measured, &self.lines, &self.adjustment)
    }

    /// Adjusts one scenario of the case alone; nothing where there is no such scenario.
    pub fn scenario(&self, case: &Case, id: Id) -> Option<Adjustment> {
        scenarios::adjusted(case, &self.measured, &self.lines, id)
    }

    /// Computes everything anew; two thousand lines take a few milliseconds.
    pub fn of(case: &Case, calendar: &Calendar) -> Self {
        Self::with(case, calendar, &[])
    }

    /// The same with what the case alone does not show: findings of the bytes of its file and of
    /// other cases beside it. The answers are put to all of them together.
    pub fn with(case: &Case, calendar: &Calendar, found: &[Finding]) -> Self {
        Self::after(case, calendar, found, &mut None)
    }

    /// The same after a change: what `standing` holds of the last time is brought up to date.
    pub fn after(
        case: &Case,
        calendar: &Calendar,
        found: &[Finding],
        standing: &mut Option<Standing>,
    ) -> Self {
        let last = standing.take();
        let (last, mut read) = match last {
            Some(Standing { lines, adjusted, read }) => (Some((lines, adjusted)), read),
            None => (None, Read::default()),
        };
        let measured = measured::all(case, &mut read);
        let lines = lines::all(case, &measured);
        let (input, mut findings) = terms::input(case, &measured, &lines);
        let adjusted = match last {
            Some((last, adjusted)) => readjust(adjusted, &input, &changed(&last, &input.lines)),
            None => Adjusted::of(&input),
        };
        let adjustment = adjusted.shared();
        *standing = Some(Standing { lines: input.lines, adjusted, read });
        let adjusting = !case.lines.is_empty();
        let told = adjustment.findings.iter().filter(|f| adjusting || early::stands_alone(f));
        findings.extend(told.cloned());
        let signatures = signed::covering(case, &measured);
        findings.extend(checks::all(case, calendar, &measured, &lines, &signatures, &adjustment));
        findings.extend(found.iter().cloned());
        answers::attach(case, &mut findings);
        findings.sort_by(|a, b| (a.level, a.check, &a.place).cmp(&(b.level, b.check, &b.place)));
        findings.dedup();
        Self { measured, lines, quoted: quotes::all(case), signatures, adjustment, findings }
    }
}
