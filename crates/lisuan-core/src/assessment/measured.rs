//! The quantity of each measurement: what its expression gives, what deductions leave of it, and
//! which of the quantities counts.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use crate::Id;
use crate::case::{Case, Measurement};
use crate::money::{Exact, plain};
use crate::quantity::{
    self, ParseProblem, ProblemKind, RoundedQuantity, find_stretch, round_for_unit, same_unit,
};

/// The longest chain of deductions that is followed to tell a loop from a chain.
const CHAIN_MAX: usize = 100;

/// What a measurement comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// What the expression gives, exact and rounded for its unit; absent when there is no
    /// expression or it does not read.
    pub quantity: Option<RoundedQuantity>,
    /// Why it does not read.
    pub problem: Option<ParseProblem>,
    /// The result that the text itself states after `=`.
    pub stated: Option<Decimal>,
    /// A root or π was rounded to 20 significant digits.
    pub approximate: bool,
    /// Distance in metres of the chainage in the location.
    pub stretch: Option<Exact>,
    /// The measurements that are deducted from this one, in the order they were made.
    pub deductions: Vec<Id>,
    /// What they come to together; absent when there are none or one of them is not known.
    pub deducted: Option<Exact>,
    /// The surveyed quantity of the item: the expression less the deductions, rounded once for the
    /// sum (rules.md 5.1). Absent for a deduction, which has no quantity of its own.
    pub net: Option<RoundedQuantity>,
    /// The quantity that the loss is computed from.
    pub counted: Option<Counted>,
    /// Why this deduction cannot be taken.
    pub trouble: Option<DeductionTrouble>,
}

/// The quantity that counts, and which it is (decision 0011).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Exact and rounded for its unit.
    pub quantity: RoundedQuantity,
    /// Where it comes from.
    pub source: QuantitySource,
}

/// Which of the quantities of a measurement counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum QuantitySource {
    /// What the expression gives.
    Surveyed,
    /// What the expression gives, less deductions.
    Net,
    /// What was agreed on site.
    Agreed,
}

impl QuantitySource {
    /// The word on the wire and in the catalogues.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Surveyed => "surveyed",
            Self::Net => "net",
            Self::Agreed => "agreed",
        }
    }
}

/// Why a deduction cannot be taken off; what it would be taken from is then not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeductionTrouble {
    /// It leads back to itself.
    Loop,
    /// It is deducted from a deduction.
    Chain,
    /// What it is deducted from is not in the case.
    Missing,
    /// Its unit is another one.
    Unit,
    /// It has no quantity.
    Unread,
}

impl DeductionTrouble {
    /// The word in the catalogues.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Loop => "loop",
            Self::Chain => "chain",
            Self::Missing => "missing",
            Self::Unit => "unit",
            Self::Unread => "unread",
        }
    }
}

impl Measured {
    /// What the expression gives as text with the decimals of its unit.
    pub fn text(&self) -> Option<String> {
        self.quantity.as_ref().map(|q| plain(q.rounded, q.places))
    }
}

/// What measurements came to by themselves the last time, so that only those are read anew whose
/// words changed.
#[derive(Debug, Default)]
pub(super) struct Read(BTreeMap<Id, (Words, Measured)>);

/// All that [`measure`] reads of a measurement.
#[derive(Debug, PartialEq, Eq)]
struct Words {
    expression: Option<String>,
    unit: Option<String>,
    location: Option<String>,
}

impl Words {
    fn are_of(&self, row: &Measurement) -> bool {
        (&self.expression, &self.unit, &self.location)
            == (&row.expression, &row.unit, &row.location)
    }
}

impl Read {
    fn measure(&mut self, row: &Measurement) -> Measured {
        if let Some((words, measured)) = self.0.get(&row.id)
            && words.are_of(row)
        {
            return measured.clone();
        }
        let measured = measure(row);
        let Measurement { expression, unit, location, .. } = row.clone();
        self.0.insert(row.id, (Words { expression, unit, location }, measured.clone()));
        measured
    }

    /// Forgets measurements that are gone.
    fn keep(&mut self, rows: &BTreeMap<Id, &Measurement>) {
        if self.0.len() > rows.len() {
            self.0.retain(|id, _| rows.contains_key(id));
        }
    }
}

pub(super) fn all(case: &Case, read: &mut Read) -> BTreeMap<Id, Measured> {
    let rows: BTreeMap<Id, &Measurement> = case.measurements.iter().map(|m| (m.id, m)).collect();
    let mut measured: BTreeMap<Id, Measured> =
        case.measurements.iter().map(|m| (m.id, read.measure(m))).collect();
    read.keep(&rows);
    for row in &case.measurements {
        let Some(base) = row.deducts_from else { continue };
        let own = measured.get(&row.id).and_then(|m| taken(row, m));
        let trouble = trouble(row, &rows).or(own.is_none().then_some(DeductionTrouble::Unread));
        if let Some(measured) = measured.get_mut(&row.id) {
            measured.trouble = trouble;
        }
        if let Some(base) = measured.get_mut(&base) {
            base.deductions.push(row.id);
        }
    }
    for row in &case.measurements {
        let Some(own) = measured.get(&row.id) else { continue };
        let deducted = deducted(own, &rows, &measured);
        let net = net(row, own, deducted.as_ref());
        let counted = counted(row, own, net.as_ref());
        if let Some(own) = measured.get_mut(&row.id) {
            (own.deducted, own.net, own.counted) = (deducted, net, counted);
        }
    }
    measured
}

fn measure(measurement: &Measurement) -> Measured {
    let stretch =
        measurement.location.as_deref().and_then(find_stretch).map(|stretch| stretch.length);
    let nothing = Measured {
        quantity: None,
        problem: None,
        stated: None,
        approximate: false,
        stretch,
        deductions: Vec::new(),
        deducted: None,
        net: None,
        counted: None,
        trouble: None,
    };
    let Some(text) = measurement.expression.as_deref() else { return nothing };
    let expression = match quantity::parse(text) {
        Ok(expression) => expression,
        Err(problem) => return Measured { problem: Some(problem), ..nothing },
    };
    match round_for_unit(&expression.value, unit(measurement)) {
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

fn unit(measurement: &Measurement) -> &str {
    measurement.unit.as_deref().unwrap_or_default()
}

/// What a deduction takes: what was agreed for it, else what it measures. Its sign says nothing:
/// `2×3` and `扣 2×3` on a line that deducts mean the same.
fn taken(row: &Measurement, measured: &Measured) -> Option<Exact> {
    let agreed = row.agreed_quantity.map(Exact::from_decimal);
    agreed.or_else(|| Some(measured.quantity.as_ref()?.exact.clone())).map(|value| value.abs())
}

/// What is wrong with what a row is deducted from.
fn trouble(row: &Measurement, rows: &BTreeMap<Id, &Measurement>) -> Option<DeductionTrouble> {
    let Some(base) = rows.get(&row.deducts_from?) else {
        return Some(DeductionTrouble::Missing);
    };
    if base.deducts_from.is_some() {
        return Some(if leads_back(row, rows) {
            DeductionTrouble::Loop
        } else {
            DeductionTrouble::Chain
        });
    }
    let (ours, theirs) = (unit(row), unit(base));
    (!ours.is_empty() && !same_unit(ours, theirs)).then_some(DeductionTrouble::Unit)
}

fn leads_back(row: &Measurement, rows: &BTreeMap<Id, &Measurement>) -> bool {
    let mut seen = BTreeSet::from([row.id]);
    let mut next = row.deducts_from;
    while let Some(id) = next {
        if !seen.insert(id) {
            return true;
        }
        if seen.len() > CHAIN_MAX {
            return false;
        }
        next = rows.get(&id).and_then(|row| row.deducts_from);
    }
    false
}

/// The sum of what is deducted; nothing when a part of it is not known.
fn deducted(
    base: &Measured,
    rows: &BTreeMap<Id, &Measurement>,
    measured: &BTreeMap<Id, Measured>,
) -> Option<Exact> {
    if base.deductions.is_empty() {
        return None;
    }
    base.deductions.iter().try_fold(Exact::zero(), |sum, id| {
        let own = measured.get(id)?;
        // Something deducted from a deduction: how much is left of it would be a guess.
        if own.trouble.is_some() || !own.deductions.is_empty() {
            return None;
        }
        sum.checked_add(&taken(rows.get(id)?, own)?).ok()
    })
}

fn net(row: &Measurement, own: &Measured, deducted: Option<&Exact>) -> Option<RoundedQuantity> {
    if row.deducts_from.is_some() {
        return None;
    }
    let gross = own.quantity.clone()?;
    if own.deductions.is_empty() {
        return Some(gross);
    }
    round_for_unit(&gross.exact.checked_sub(deducted?).ok()?, unit(row)).ok()
}

/// The agreed quantity where there is one, else the surveyed one. More deducted than was there
/// counts as nothing known, never as a gain.
fn counted(row: &Measurement, own: &Measured, net: Option<&RoundedQuantity>) -> Option<Counted> {
    if row.deducts_from.is_some() {
        return None;
    }
    if let Some(agreed) = row.agreed_quantity {
        let quantity = round_for_unit(&Exact::from_decimal(agreed), unit(row)).ok()?;
        return Some(Counted { quantity, source: QuantitySource::Agreed });
    }
    let quantity = net?.clone();
    if own.deductions.is_empty() {
        return Some(Counted { quantity, source: QuantitySource::Surveyed });
    }
    (!quantity.exact.is_negative()).then_some(Counted { quantity, source: QuantitySource::Net })
}
