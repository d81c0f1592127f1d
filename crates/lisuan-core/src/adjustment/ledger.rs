//! The growing list of steps, the findings beside it, and currency conversion.

use std::collections::{BTreeMap, HashSet};

use rust_decimal::Decimal;

use super::Source;
use super::input::{Input, Rate};
use super::lines::{Bucket, Touched};
use super::readjust::Met;
use super::step::{Figure, Operator, Reason, Step, Token, evaluate};
use super::switches::Switch;
use crate::change::Kind;
use crate::finding::{Finding, Level, Place};
use crate::money::{Currency, Exact, Money, round};

pub(super) const PLUS: Token = Token::Operator(Operator::Plus);
pub(super) const MINUS: Token = Token::Operator(Operator::Minus);
pub(super) const TIMES: Token = Token::Operator(Operator::Times);
pub(super) const OVER: Token = Token::Operator(Operator::Over);
pub(super) const OPEN: Token = Token::Operator(Operator::Open);
pub(super) const CLOSE: Token = Token::Operator(Operator::Close);
pub(super) const MIN: Token = Token::Operator(Operator::Min);
pub(super) const MAX: Token = Token::Operator(Operator::Max);
pub(super) const OR: Token = Token::Operator(Operator::Separator);
pub(super) const AT_LEAST: Token = Token::Operator(Operator::AtLeast);

/// A figure that cannot be known, inside a formula.
pub(super) const fn unknown(reason: Reason) -> Token {
    Token::Figure(Figure::Unknown(reason))
}

/// A step that is not evaluated yet.
pub(super) struct Draft {
    pub key: &'static str,
    pub subject: Option<Source>,
    pub formula: Vec<Token>,
    pub clause: Option<String>,
    pub sources: Vec<Source>,
}

impl Draft {
    pub fn new(key: &'static str, formula: Vec<Token>) -> Self {
        Self { key, subject: None, formula, clause: None, sources: Vec::new() }
    }

    pub fn about(mut self, subject: Source) -> Self {
        self.subject = Some(subject);
        self
    }

    pub fn by(mut self, clause: Option<&String>) -> Self {
        self.clause = clause.cloned();
        self
    }

    pub fn from(mut self, sources: impl IntoIterator<Item = Source>) -> Self {
        self.sources.extend(sources);
        self
    }
}

/// A switch that steered a figure.
struct Used {
    source: Option<Source>,
    word: String,
    justified: bool,
    chosen: bool,
}

pub(super) struct Ledger<'a> {
    pub input: &'a Input,
    pub steps: Vec<Step>,
    pub findings: Vec<Finding>,
    /// The lines that belong to extensions and mitigation costs.
    pub costs: BTreeMap<Source, Bucket>,
    /// The switches that steered the line at hand.
    pub touched: Touched,
    /// Findings that were taken over.
    pub met: Met,
    used: BTreeMap<&'static str, Used>,
    found: HashSet<(&'static str, Source, &'static str, &'static str)>,
}

impl<'a> Ledger<'a> {
    pub fn new(input: &'a Input) -> Self {
        Self::with_room(input, input.lines.len() + 64)
    }

    /// A ledger that expects so many steps.
    pub fn with_room(input: &'a Input, steps: usize) -> Self {
        let steps = Vec::with_capacity(steps);
        Self {
            input,
            steps,
            findings: Vec::new(),
            costs: BTreeMap::new(),
            touched: Touched::default(),
            met: Met::new(),
            used: BTreeMap::new(),
            found: HashSet::new(),
        }
    }

    /// A zero of the adjustment's currency.
    pub fn zero(&self) -> Token {
        self.money(Decimal::ZERO)
    }

    /// An amount in the adjustment's currency.
    pub fn money(&self, amount: Decimal) -> Token {
        Token::Figure(Figure::Money(Money::new(amount, self.input.currency)))
    }

    /// Evaluates and rounds to the minor unit of the adjustment's currency.
    pub fn amount_step(&mut self, draft: Draft) -> usize {
        self.amount_step_in(draft, self.input.currency)
    }

    /// Evaluates and rounds to the minor unit of a currency.
    pub fn amount_step_in(&mut self, draft: Draft, currency: Currency) -> usize {
        let places = currency.minor_digits();
        let exact = evaluate(&draft.formula, &self.steps);
        let value = exact.and_then(|value| Ok(round(&value, places)?));
        self.finish_amount(draft, value, currency)
    }

    /// Records an amount that was computed by a faster way than its formula.
    pub fn finish_amount(
        &mut self,
        draft: Draft,
        value: Result<Decimal, Reason>,
        currency: Currency,
    ) -> usize {
        let result = match value {
            Ok(amount) => Figure::Money(Money::new(amount, currency)),
            Err(reason) => Figure::Unknown(reason),
        };
        self.push(draft, result, Some(currency.minor_digits()))
    }

    /// Evaluates to a ratio, which is never rounded.
    pub fn ratio_step(&mut self, draft: Draft) -> usize {
        let result = match evaluate(&draft.formula, &self.steps) {
            Ok(value) => Figure::Percent(value.into()),
            Err(reason) => Figure::Unknown(reason),
        };
        self.push(draft, result, None)
    }

    fn push(&mut self, draft: Draft, result: Figure, rounding: Option<u32>) -> usize {
        let Draft { key, subject, formula, clause, sources } = draft;
        self.steps.push(Step { key, subject, formula, result, clause, rounding, sources });
        self.steps.len() - 1
    }

    /// The amount of a step, or why it has none.
    pub fn amount(&self, step: usize) -> Result<Decimal, Reason> {
        match self.steps.get(step).map(|s| &s.result) {
            Some(Figure::Money(money)) => Ok(money.amount()),
            Some(Figure::Unknown(reason)) => Err(*reason),
            _ => Err(Reason::NoAmount),
        }
    }

    /// The exact value of a token.
    pub fn value(&self, token: &Token) -> Result<Exact, Reason> {
        evaluate(std::slice::from_ref(token), &self.steps)
    }

    /// Notes that a switch steers a figure and gives the clause for the step.
    pub fn used<T: Copy>(
        &mut self,
        name: &'static str,
        switch: &Switch<T>,
        word: impl Fn(T) -> &'static str,
    ) -> T {
        match name {
            "betterment.timing" => self.touched.betterment = true,
            "fx.date" => self.touched.exchange = true,
            _ => {}
        }
        let used = Used {
            source: switch.source,
            word: word(switch.value).to_owned(),
            justified: switch.clause.as_ref().is_some_and(|clause| !clause.trim().is_empty()),
            chosen: switch.chosen,
        };
        self.used.entry(name).or_insert(used);
        switch.value
    }

    /// Reports the switches that steered a figure without a clause (ADJ-06).
    pub fn report_unjustified(&mut self) {
        let case = (Kind::Case, self.input.case);
        for (name, used) in std::mem::take(&mut self.used) {
            if used.justified {
                continue;
            }
            let field = used.source.map(|_| "clause");
            let (kind, id) = used.source.unwrap_or(case);
            self.findings.push(Finding {
                check: "ADJ-06",
                level: self.formula_level(Level::Warn),
                place: Place { kind, id, field },
                args: vec![
                    ("switch", name.to_owned()),
                    ("value", used.word),
                    ("why", if used.chosen { "no-clause" } else { "default" }.to_owned()),
                ],
                answer: None,
            });
        }
    }

    /// Adds a finding; `why` tells apart the situations that share one check.
    pub fn find(
        &mut self,
        check: &'static str,
        level: Level,
        place: Source,
        field: &'static str,
        why: &'static str,
    ) {
        self.find_with(check, level, (place, field), why, []);
    }

    /// Adds a finding whose words need more than `why`.
    pub fn find_with(
        &mut self,
        check: &'static str,
        level: Level,
        (place, field): (Source, &'static str),
        why: &'static str,
        args: impl IntoIterator<Item = (&'static str, String)>,
    ) {
        if !self.met.is_empty()
            && check == "ARI-06"
            && self.met.contains(&(place, field, why.to_owned()))
        {
            return;
        }
        if self.found.insert((check, place, field, why)) {
            let mut finding = Finding::at(check, level, place.0, place.1, field).with("why", why);
            finding.args.extend(args);
            self.findings.push(finding);
        }
    }

    /// Findings about what a formula lacks weigh nothing where the settlement does not rest on it.
    pub fn formula_level(&self, level: Level) -> Level {
        let rests = self.input.settlement.as_ref().is_none_or(|s| s.basis.rests_on_formula());
        if rests { level } else { Level::Info }
    }

    /// A rate or share as a token; outside 0 to 1 it is a finding (ADJ-04) and unknown.
    pub fn share(
        &mut self,
        value: Decimal,
        place: Source,
        field: &'static str,
        why: &'static str,
    ) -> Token {
        if value.is_sign_negative() && !value.is_zero() || value > Decimal::ONE {
            self.find("ADJ-04", Level::Stop, place, field, why);
            return unknown(Reason::RatioOutOfRange);
        }
        Token::Figure(Figure::percent(value))
    }

    /// An amount of a record as a token in the adjustment's currency, converted where needed.
    pub fn given(
        &mut self,
        amount: Decimal,
        currency: Option<Currency>,
        place: Source,
        field: &'static str,
    ) -> Token {
        let from = currency.unwrap_or(self.input.currency);
        if from == self.input.currency {
            return self.money(amount);
        }
        let token = Token::Figure(Figure::Money(Money::new(amount, from)));
        Token::Step(self.convert(token, from, self.input.currency, place, field))
    }

    /// Converts once and rounds once (rules.md 1.9); no rate is finding ARI-06.
    pub fn convert(
        &mut self,
        amount: Token,
        from: Currency,
        to: Currency,
        place: Source,
        field: &'static str,
    ) -> usize {
        let (operator, rate, record) = self.rate(from, to, place, field);
        let draft = Draft::new("step-converted", vec![amount, operator, rate])
            .about(place)
            .from([place].into_iter().chain(record));
        self.amount_step_in(draft, to)
    }

    fn rate(
        &mut self,
        from: Currency,
        to: Currency,
        place: Source,
        field: &'static str,
    ) -> (Token, Token, Option<Source>) {
        let input = self.input;
        let day = input.switches.fx_date.value;
        let fits = |a: Currency, b: Currency| {
            input.rates.iter().filter(move |r| {
                (r.from, r.to) == (a, b) && r.day.is_none_or(|d| d == day) && r.rate > Decimal::ZERO
            })
        };
        let (operator, found) = match fits(from, to).next() {
            Some(rate) => (TIMES, Some(rate)),
            None => (OVER, fits(to, from).next()),
        };
        let args = [("currency", from.to_string()), ("other", to.to_string())];
        let day = [("day", day.as_str().to_owned())];
        let Some(found) = found else {
            let pair = |r: &&Rate| (r.from, r.to) == (from, to) || (r.from, r.to) == (to, from);
            let other_day = input.rates.iter().any(|r| pair(&r));
            let why = if other_day { "no-rate-on-day" } else { "no-rate" };
            self.find_with("ARI-06", Level::Stop, (place, field), why, args.into_iter().chain(day));
            return (TIMES, unknown(Reason::NoRate), None);
        };
        if fits(found.from, found.to).any(|other| other.rate != found.rate) {
            let place = (found.record, "rate");
            let args = args.into_iter().chain(day);
            self.find_with("ARI-06", Level::Stop, place, "two-rates", args);
            return (TIMES, unknown(Reason::NoRate), None);
        }
        if found.day.is_some() {
            self.used("fx.date", &input.switches.fx_date, |v| v.as_str());
        }
        (operator, Token::Figure(Figure::Number(found.rate)), Some(found.record))
    }
}
