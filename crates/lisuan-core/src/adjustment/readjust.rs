//! An adjustment that is brought up to date after a change, instead of computed anew.
//!
//! The steps of the lines stand first, line after line, and refer to nothing but their own line.
//! So a line that changed is computed alone and its steps take the place of the old ones; the
//! other lines, and the sums of the items it is not in, stay as they are. What follows is computed
//! by the same code as ever: it is a few thousand steps, the lines are a hundred thousand.
//! Where the change has another number of steps, the places behind it move by the difference; that
//! is one addition each. docs/decisions/0010-readjust.md has the alternatives and what was
//! measured.
//!
//! Whatever a line depends on beside itself is compared ([`Around`]); where that differs,
//! everything is computed. So the result is always that of [`super::adjust`].

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::input::{Input, Rate};
use super::ledger::Ledger;
use super::lines::{Lines, Placed, Places, costs};
use super::step::{Step, Token};
use super::switches::{BettermentTiming, FxDate, Switch};
use super::{Adjustment, Source};
use crate::id::Id;
use crate::money::Currency;

/// With more changed lines than this, everything is computed.
const CHANGED_MAX: usize = 16;

/// An adjustment with what it takes to bring it up to date.
#[derive(Debug, Clone)]
pub struct Adjusted {
    adjustment: Arc<Adjustment>,
    /// The lines; their results stand in the adjustment.
    lines: Lines,
    around: Around,
}

impl Adjusted {
    /// Computes everything.
    pub fn of(input: &Input) -> Self {
        let mut ledger = Ledger::new(input);
        let lines = ledger.lines();
        Self::with(ledger, lines)
    }

    fn with(ledger: Ledger<'_>, mut lines: Lines) -> Self {
        let around = Around::of(ledger.input);
        let mut adjustment = ledger.rest(&lines);
        adjustment.lines = std::mem::take(&mut lines.results);
        Self { adjustment: Arc::new(adjustment), lines, around }
    }

    /// The adjustment.
    pub fn adjustment(&self) -> &Adjustment {
        &self.adjustment
    }

    /// The adjustment to be kept beside this: a large one has a hundred thousand steps. It is
    /// brought up to date in place where nobody else keeps it any more, and copied otherwise.
    pub fn shared(&self) -> Arc<Adjustment> {
        Arc::clone(&self.adjustment)
    }

    /// The adjustment alone.
    pub fn into_adjustment(self) -> Adjustment {
        Arc::unwrap_or_clone(self.adjustment)
    }
}

/// Everything beside a line that its steps and findings depend on.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Around {
    currency: Currency,
    items: Vec<(Id, bool, bool)>,
    costs: Vec<(Source, Option<Id>)>,
    rates: Vec<Rate>,
    betterment: Switch<BettermentTiming>,
    exchange: Switch<FxDate>,
}

impl Around {
    fn of(input: &Input) -> Self {
        let salvaged = |item: &super::Item| item.salvage.is_some_and(|salvage| !salvage.is_zero());
        Self {
            currency: input.currency,
            items: input.items.iter().map(|i| (i.id, i.at_actual_value, salvaged(i))).collect(),
            costs: costs(input).collect(),
            rates: input.rates.clone(),
            betterment: input.switches.betterment_timing.clone(),
            exchange: input.switches.fx_date.clone(),
        }
    }
}

/// Brings an adjustment up to date: `changed` names every line that is not as it was; the other
/// lines stand as and where they stood, and the other parts of the input may differ as they like.
/// The result is that of [`super::adjust`].
///
/// Where lines came or went, where many changed, or where something changed that all lines depend
/// on (items, extensions, rates of exchange), everything is computed.
pub fn readjust(previous: Adjusted, input: &Input, changed: &[Id]) -> Adjusted {
    up_to_date(previous, input, changed).unwrap_or_else(|| Adjusted::of(input))
}

fn up_to_date(previous: Adjusted, input: &Input, changed: &[Id]) -> Option<Adjusted> {
    let Adjusted { adjustment, mut lines, around } = previous;
    let Adjustment { mut steps, lines: results, mut findings, .. } =
        Arc::unwrap_or_clone(adjustment);
    if changed.len() > CHANGED_MAX
        || results.len() != input.lines.len()
        || around != Around::of(input)
    {
        return None;
    }
    lines.results = results;
    let wanted: BTreeSet<Id> = changed.iter().copied().collect();
    let marked = lines.marks.iter().enumerate();
    let places: Vec<usize> =
        marked.filter(|(_, mark)| wanted.contains(&mark.id)).map(|(n, _)| n).collect();
    // A line that was not there before took the place of one that went.
    let exchanged = places.len() != wanted.len();
    if exchanged || places.iter().any(|n| lines.marks[*n].id != input.lines[*n].id) {
        return None;
    }
    steps.truncate(lines.marks.last().map_or(0, |mark| mark.end));
    findings.truncate(lines.finding_lines.len());
    if !lines.only_own(&findings) {
        return None;
    }
    let mut ledger = Ledger::with_room(input, 0);
    (ledger.steps, ledger.findings) = (steps, findings);
    let named = Places::of(input);
    for n in places {
        let mut alone = Ledger::with_room(input, 8);
        let (result, mark) = alone.placed(&input.lines[n], &named);
        lines.replace(n, &mut ledger, Placed { result, mark, alone: &mut alone });
    }
    if !lines.only_own(&ledger.findings) {
        return None;
    }
    ledger.take_over(&lines);
    Some(Adjusted::with(ledger, lines))
}

impl Step {
    /// Moves what it refers to as `from` moves to `to`.
    pub(super) fn move_by(&mut self, from: usize, to: usize) {
        for token in &mut self.formula {
            match token {
                Token::Step(index) => *index = *index + to - from,
                Token::Sum(terms) => terms.iter_mut().for_each(|index| *index = *index + to - from),
                Token::Figure(_) | Token::Operator(_) => {}
            }
        }
    }
}

impl Ledger<'_> {
    /// Notes what the lines found and used, so that it is neither found twice nor forgotten.
    fn take_over(&mut self, lines: &Lines) {
        // Of a line, only a currency without a rate is met again behind the lines (claimed).
        let again = self.findings.iter().filter(|finding| finding.check == "ARI-06");
        let met = again.filter_map(|finding| {
            let (_, why) = finding.args.iter().find(|(name, _)| *name == "why")?;
            let place = finding.place.clone();
            Some(((place.kind, place.id), place.field?, why.clone()))
        });
        self.met = met.collect();
        let switches = &self.input.switches;
        if lines.marks.iter().any(|mark| mark.touched.betterment) {
            self.used("betterment.timing", &switches.betterment_timing, BettermentTiming::as_str);
        }
        if lines.marks.iter().any(|mark| mark.touched.exchange) {
            self.used("fx.date", &switches.fx_date, FxDate::as_str);
        }
    }
}

/// The findings of lines that may be met again: record, field and `why`.
pub(super) type Met = HashSet<(Source, &'static str, String)>;
