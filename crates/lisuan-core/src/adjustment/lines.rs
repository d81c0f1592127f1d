//! All lines: their results, where their amounts go, and the sums that the rest starts from.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Source;
use super::input::{Input, Line};
use super::ledger::Ledger;
use super::line::LineResult;
use super::step::Reason;
use crate::change::Kind;
use crate::finding::{Finding, Level};
use crate::id::Id;
use crate::money::exact_sum;

/// Where the amount of a line goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goes {
    /// Into an item, by its place; one behind the last for no item.
    Item(usize),
    /// Into an extension or mitigation cost.
    Cost(Source),
}

/// What a line is counted in.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Touched {
    /// Steered by the switch of betterment.
    pub betterment: bool,
    /// Steered by the day of the rate of exchange.
    pub exchange: bool,
    /// Its amount cannot be known.
    pub unknown: bool,
}

/// What was claimed for a line.
#[derive(Debug, Clone, Copy)]
pub(super) enum Claim {
    None,
    /// In the adjustment's currency.
    Ours(Decimal),
    /// In another one.
    Foreign,
}

/// What is known about a line beside its result.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub id: Id,
    /// The place behind its last step.
    pub end: usize,
    pub goes: Goes,
    pub touched: Touched,
    pub claim: Claim,
}

/// Steps that are added up, and their sum.
#[derive(Debug, Clone, Default)]
pub(super) struct Terms {
    pub steps: Vec<usize>,
    /// The sum of those that are known.
    known: Decimal,
    /// Why the sum is not known: the reason of the first that is not.
    unknown: Option<Reason>,
}

impl Terms {
    fn add(&mut self, step: usize, amount: Result<Decimal, Reason>) {
        self.steps.push(step);
        let sum = amount.and_then(|a| exact_sum(self.known, a).ok_or(Reason::TooLarge));
        match sum {
            Ok(sum) => self.known = sum,
            Err(reason) => self.unknown = self.unknown.or(Some(reason)),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// The sum, or why it cannot be known.
    pub fn sum(&self) -> Result<Decimal, Reason> {
        self.unknown.map_or(Ok(self.known), Err)
    }

    /// The sum of those that are known.
    pub const fn known(&self) -> Decimal {
        self.known
    }
}

/// The lines that go into one item, extension or mitigation cost.
#[derive(Debug, Clone, Default)]
pub(super) struct Bucket {
    /// Their places, in order.
    pub members: Vec<usize>,
    pub lines: Terms,
    pub salvage: Terms,
    pub betterment: Terms,
}

impl Bucket {
    fn add(&mut self, n: usize, result: &LineResult, ledger: &Ledger<'_>) {
        self.members.push(n);
        self.lines.add(result.adjusted, ledger.amount(result.adjusted));
        if let Some(step) = result.salvage {
            self.salvage.add(step, ledger.amount(step));
        }
        if let Some(step) = result.betterment {
            self.betterment.add(step, ledger.amount(step));
        }
    }

    /// Moves the steps behind `from` as that moves to `to`.
    fn move_by(&mut self, from: usize, to: usize) {
        for terms in [&mut self.lines, &mut self.salvage, &mut self.betterment] {
            // In order of the lines, so that those that move are at the end.
            let first = terms.steps.partition_point(|step| *step < from);
            terms.steps[first..].iter_mut().for_each(|step| *step = *step + to - from);
        }
    }
}

/// All lines on their way through the waterfall.
#[derive(Debug, Clone)]
pub(super) struct Lines {
    pub results: Vec<LineResult>,
    pub marks: Vec<Mark>,
    /// For each finding about lines, which come first, the place of its line.
    pub finding_lines: Vec<usize>,
    /// One per item, and one for the lines that belong to none.
    pub items: Vec<Bucket>,
    pub costs: BTreeMap<Source, Bucket>,
}

/// Items and costs by what the lines call them.
pub(super) struct Places {
    items: BTreeMap<Id, usize>,
    costs: BTreeMap<Source, Option<Id>>,
}

impl Places {
    pub fn of(input: &Input) -> Self {
        let items = input.items.iter().enumerate().map(|(i, item)| (item.id, i));
        Self { items: items.collect(), costs: costs(input).collect() }
    }
}

/// The extensions and mitigation costs, and the item of each.
pub(super) fn costs(input: &Input) -> impl Iterator<Item = (Source, Option<Id>)> {
    let extensions = input.extensions.iter().map(|e| (e.source, e.item));
    extensions.chain(input.sue_labour.iter().map(|s| (s.source, s.item)))
}

impl Ledger<'_> {
    /// Steps 1 to 6 of the waterfall, for every line.
    pub(super) fn lines(&mut self) -> Lines {
        let input = self.input;
        let places = Places::of(input);
        let count = input.lines.len();
        let mut lines = Lines {
            results: Vec::with_capacity(count),
            marks: Vec::with_capacity(count),
            finding_lines: Vec::new(),
            items: vec![Bucket::default(); input.items.len() + 1],
            costs: BTreeMap::new(),
        };
        for (n, line) in input.lines.iter().enumerate() {
            let (result, mark) = self.placed(line, &places);
            lines.bucket(mark.goes).add(n, &result, self);
            lines.results.push(result);
            lines.marks.push(mark);
            lines.finding_lines.resize(self.findings.len(), n);
        }
        lines
    }

    /// A line and where it goes.
    pub(super) fn placed(&mut self, line: &Line, places: &Places) -> (LineResult, Mark) {
        let input = self.input;
        let place = (Kind::Line, line.id);
        self.touched = Touched::default();
        let named = line.extension.and_then(|source| places.costs.get_key_value(&source));
        let item = line.item.or(named.and_then(|(_, item)| *item));
        let index = item.and_then(|id| places.items.get(&id).copied());
        let extension = named.map(|(source, _)| *source);
        // A line of an extension that does not exist is in no item either: its money must not
        // silently become a loss of something else.
        let nowhere = line.extension.is_some() && extension.is_none();
        if nowhere {
            self.find("POL-05", Level::Stop, place, "extension", "no-extension");
        } else if extension.is_none() && index.is_none() {
            self.find("POL-05", Level::Stop, place, "policy_item", "no-item");
        }
        let result = self.line(line, index.map(|i| &input.items[i]), extension);
        let index = index.filter(|_| !nowhere).unwrap_or(input.items.len());
        let goes = extension.map_or(Goes::Item(index), Goes::Cost);
        self.touched.unknown = self.amount(result.adjusted).is_err();
        let claim = match line.claimed {
            None => Claim::None,
            Some(_) if line.currency.is_some_and(|c| c != input.currency) => Claim::Foreign,
            Some(amount) => Claim::Ours(amount),
        };
        let (id, end, touched) = (line.id, self.steps.len(), self.touched);
        (result, Mark { id, end, goes, touched, claim })
    }
}

/// A line that was computed alone: its steps count from zero.
pub(super) struct Placed<'l, 'a> {
    pub result: LineResult,
    pub mark: Mark,
    pub alone: &'l mut Ledger<'a>,
}

impl Lines {
    fn bucket(&mut self, goes: Goes) -> &mut Bucket {
        match goes {
            Goes::Item(index) => &mut self.items[index],
            Goes::Cost(source) => self.costs.entry(source).or_default(),
        }
    }

    /// Whether each finding of a line is about that line. One about something else, such as a rate
    /// of exchange, is told once for all lines, so that it does not go with one of them.
    pub fn only_own(&self, findings: &[Finding]) -> bool {
        let lines = self.finding_lines.iter().map(|n| self.marks[*n].id);
        lines.zip(findings).all(|(id, finding)| finding.place.id == id)
    }

    /// Puts a line in the place of the one that was there.
    pub fn replace(&mut self, n: usize, ledger: &mut Ledger<'_>, new: Placed<'_, '_>) {
        let start = n.checked_sub(1).map_or(0, |before| self.marks[before].end);
        let Placed { mut result, mut mark, alone } = new;
        alone.steps.iter_mut().for_each(|step| step.move_by(0, start));
        result.move_by(0, start);
        mark.end += start;
        let old = std::mem::replace(&mut self.marks[n], mark);
        self.results[n] = result;
        ledger.steps.splice(start..old.end, alone.steps.drain(..));
        if old.end != mark.end {
            self.move_behind(n, old.end, ledger);
        }
        if old.goes != mark.goes {
            self.bucket(old.goes).members.retain(|member| *member != n);
            let members = &mut self.bucket(mark.goes).members;
            members.insert(members.partition_point(|member| *member < n), n);
            self.refill(old.goes, ledger);
        }
        self.refill(mark.goes, ledger);
        let from = self.finding_lines.partition_point(|at| *at < n);
        let to = self.finding_lines.partition_point(|at| *at <= n);
        let found = alone.findings.len();
        ledger.findings.splice(from..to, alone.findings.drain(..));
        self.finding_lines.splice(from..to, std::iter::repeat_n(n, found));
    }

    /// Moves everything behind a line whose steps ended at `from` and end somewhere else now.
    fn move_behind(&mut self, n: usize, from: usize, ledger: &mut Ledger<'_>) {
        let to = self.marks[n].end;
        let mut start = to;
        for (result, mark) in self.results.iter_mut().zip(&mut self.marks).skip(n + 1) {
            result.move_by(from, to);
            mark.end = mark.end + to - from;
            // The first step of a line refers to no other.
            for step in &mut ledger.steps[start + 1..mark.end] {
                step.move_by(from, to);
            }
            start = mark.end;
        }
        let buckets = self.items.iter_mut().chain(self.costs.values_mut());
        buckets.for_each(|bucket| bucket.move_by(from, to));
    }

    /// Adds up the lines of a bucket anew.
    fn refill(&mut self, goes: Goes, ledger: &Ledger<'_>) {
        let members = std::mem::take(self.bucket(goes)).members;
        let mut bucket = Bucket::default();
        for n in members {
            bucket.add(n, &self.results[n], ledger);
        }
        *self.bucket(goes) = bucket;
    }
}

impl LineResult {
    /// Moves its steps as `from` moves to `to`.
    fn move_by(&mut self, from: usize, to: usize) {
        let steps = [&mut self.gross, &mut self.adjusted];
        let steps = steps.into_iter().chain(&mut self.salvage).chain(&mut self.betterment);
        steps.for_each(|index| *index = *index + to - from);
    }
}
