//! Steps: a figure, the way to it, and the words it is printed with.

use std::fmt::Write as _;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::Source;
use crate::money::{Exact, Money, MoneyError, exact_sum, grouped, round};

macro_rules! reasons {
    ($($(#[$doc:meta])* $kind:ident = $word:literal),* $(,)?) => {
        /// Why a figure cannot be known; the words live in the catalogues under `reason-<word>`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Reason { $($(#[$doc])* $kind),* }

        impl Reason {
            /// All reasons.
            pub const ALL: &'static [Self] = &[$(Self::$kind),*];

            /// The word on the wire and in the catalogues.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$kind => $word),* }
            }
        }
    };
}

reasons! {
    /// A line has neither quantity and price nor a lump sum.
    LineIncomplete = "line-incomplete",
    /// A line belongs to no insured item.
    NoItem = "no-item",
    /// No sum insured while average applies.
    NoSumInsured = "no-sum-insured",
    /// No insurable value while average applies, or a value of zero.
    NoValue = "no-value",
    /// Two currencies without a rate.
    NoRate = "no-rate",
    /// No deductible is recorded, not even "none".
    NoDeductible = "no-deductible",
    /// Deductibles or limits depend on the peril, and the event's peril is not recorded.
    NoPeril = "no-peril",
    /// A waiting period without the period of interruption.
    NoPeriod = "no-period",
    /// A cost, limit or payment without its amount.
    NoAmount = "no-amount",
    /// A ratio, rate or share outside 0 to 1.
    RatioOutOfRange = "ratio-out-of-range",
    /// Shares that do not add up to 100 %.
    SharesNotWhole = "shares-not-whole",
    /// It cannot be told which average ratio applies.
    NoSingleRatio = "no-single-ratio",
    /// Two group limits name the same item.
    LimitsOverlap = "limits-overlap",
    /// A division by zero.
    DivisionByZero = "division-by-zero",
    /// More digits than the program computes with.
    TooLarge = "too-large",
}

impl From<MoneyError> for Reason {
    fn from(error: MoneyError) -> Self {
        match error {
            MoneyError::DivisionByZero => Self::DivisionByZero,
            MoneyError::Currencies { .. } => Self::NoRate,
            MoneyError::Weights => Self::SharesNotWhole,
            MoneyError::TooLarge | MoneyError::NegativeRoot => Self::TooLarge,
        }
    }
}

/// A figure with what it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// An amount of money.
    Money(Money),
    /// A quantity, rounded for its unit, and the unit.
    Quantity(Decimal, Arc<str>),
    /// A ratio that is printed as a percentage.
    Percent(Arc<Exact>),
    /// A plain number, such as a rate of exchange.
    Number(Decimal),
    /// A figure that cannot be known, and why.
    Unknown(Reason),
}

impl Figure {
    /// A rate or ratio.
    pub fn percent(value: Decimal) -> Self {
        Self::Percent(Arc::new(Exact::from_decimal(value)))
    }

    /// The value, or why there is none.
    pub fn exact(&self) -> Result<Exact, Reason> {
        match self {
            Self::Money(money) => Ok(Exact::from_decimal(money.amount())),
            Self::Quantity(value, _) | Self::Number(value) => Ok(Exact::from_decimal(*value)),
            Self::Percent(value) => Ok((**value).clone()),
            Self::Unknown(reason) => Err(*reason),
        }
    }

    /// The amount, where it is money.
    pub fn money(&self) -> Option<Money> {
        if let Self::Money(money) = self { Some(*money) } else { None }
    }

    /// The figure as the statement prints it: `24,800.00`, `88.48%`, `12.346 t`, `?`.
    ///
    /// A percentage that has more than four decimals is printed with four and `≈`; the
    /// computation never uses the printed form.
    pub fn text(&self) -> String {
        match self {
            Self::Money(money) => grouped(money.amount(), money.currency().minor_digits()),
            Self::Quantity(value, unit) => {
                let number = grouped(*value, value.scale());
                if unit.is_empty() { number } else { format!("{number} {unit}") }
            }
            Self::Number(value) => grouped(*value, value.scale()),
            Self::Percent(value) => percent_text(value),
            Self::Unknown(_) => "?".to_owned(),
        }
    }
}

fn percent_text(value: &Exact) -> String {
    let Ok(hundred) = value.checked_mul(&Exact::from_integer(100)) else { return "?".to_owned() };
    let Ok(shown) = round(&hundred, 4) else { return "?".to_owned() };
    let mark = if Exact::from_decimal(shown) == hundred { "" } else { "≈" };
    let shown = shown.normalize();
    format!("{mark}{}%", grouped(shown, shown.scale()))
}

/// An operator of a formula.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Plus,
    /// `−`
    Minus,
    /// `×`
    Times,
    /// `÷`
    Over,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `min(`
    Min,
    /// `max(`
    Max,
    /// `;` between the arguments of min and max.
    Separator,
    /// `≥`: the left figure where it reaches the right one, otherwise nothing (franchise).
    AtLeast,
}

impl Operator {
    /// The sign.
    pub const fn text(self) -> &'static str {
        match self {
            Self::Plus => "+",
            Self::Minus => "−",
            Self::Times => "×",
            Self::Over => "÷",
            Self::Open => "(",
            Self::Close => ")",
            Self::Min => "min(",
            Self::Max => "max(",
            Self::Separator => ";",
            Self::AtLeast => "≥",
        }
    }
}

/// A piece of a formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// A figure that comes from a record.
    Figure(Figure),
    /// The result of an earlier step, by its index.
    Step(usize),
    /// The sum of the results of earlier steps.
    Sum(Vec<usize>),
    /// An operator.
    Operator(Operator),
}

/// One figure and the way to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Names the label in the catalogues.
    pub key: &'static str,
    /// The record it is about.
    pub subject: Option<Source>,
    /// How it is computed; evaluating it gives the result before rounding.
    pub formula: Vec<Token>,
    /// The figure.
    pub result: Figure,
    /// The clause that justifies it.
    pub clause: Option<String>,
    /// To how many decimals it was rounded, half-up; not at all when empty.
    pub rounding: Option<u32>,
    /// The records the figures of the formula come from.
    pub sources: Vec<Source>,
}

/// The most terms of a sum that are printed one by one.
const SUM_TERMS_SHOWN_MAX: usize = 6;

/// Prints a formula in plain figures: `(24,800.00 − 0.00) × 88.48%`.
///
/// A sum of more than six figures is printed as `Σ(n)`.
pub fn formula_text(formula: &[Token], steps: &[Step]) -> String {
    let mut out = String::new();
    let text = |index: usize| steps.get(index).map_or_else(|| "?".to_owned(), |s| s.result.text());
    for (place, token) in formula.iter().enumerate() {
        match token {
            Token::Figure(figure) => out.push_str(&figure.text()),
            Token::Step(index) => out.push_str(&text(*index)),
            Token::Sum(terms) if terms.len() > SUM_TERMS_SHOWN_MAX => {
                let _ = write!(out, "Σ({})", terms.len());
            }
            Token::Sum(terms) => {
                let terms: Vec<String> = terms.iter().map(|index| text(*index)).collect();
                let text = terms.join(" + ");
                let wrap = terms.len() > 1 && !stands_alone(formula, place);
                out.push_str(&if wrap { format!("({text})") } else { text });
            }
            Token::Operator(operator) => {
                let sign = operator.text();
                match operator {
                    Operator::Open | Operator::Min | Operator::Max => out.push_str(sign),
                    Operator::Close => out.push(')'),
                    Operator::Separator => out.push_str("; "),
                    _ => {
                        let _ = write!(out, " {sign} ");
                    }
                }
            }
        }
    }
    out
}

/// Whether a sum needs no brackets: nothing beside it binds to one of its terms.
fn stands_alone(formula: &[Token], place: usize) -> bool {
    use Operator::{Close, Max, Min, Open, Separator};
    let operator = |at: Option<usize>| match at.and_then(|at| formula.get(at)) {
        Some(Token::Operator(operator)) => Some(*operator),
        _ => None,
    };
    let before = operator(place.checked_sub(1));
    let after = operator(Some(place + 1));
    matches!(before, None | Some(Open | Min | Max | Separator))
        && matches!(after, None | Some(Close | Separator))
}

/// Evaluates a formula exactly. The figures of the engine are made by this function, so that a
/// printed formula and its figure cannot differ.
pub fn evaluate(formula: &[Token], steps: &[Step]) -> Result<Exact, Reason> {
    let mut evaluation = Evaluation { formula, steps, next: 0 };
    let value = evaluation.comparison()?;
    debug_assert_eq!(evaluation.next, formula.len(), "a formula is evaluated to its end");
    Ok(value)
}

struct Evaluation<'a> {
    formula: &'a [Token],
    steps: &'a [Step],
    next: usize,
}

impl Evaluation<'_> {
    fn operator(&self) -> Option<Operator> {
        match self.formula.get(self.next) {
            Some(Token::Operator(operator)) => Some(*operator),
            _ => None,
        }
    }

    fn comparison(&mut self) -> Result<Exact, Reason> {
        let left = self.sum()?;
        if self.operator() != Some(Operator::AtLeast) {
            return Ok(left);
        }
        self.next += 1;
        let right = self.sum()?;
        Ok(if left >= right { left } else { Exact::zero() })
    }

    fn sum(&mut self) -> Result<Exact, Reason> {
        let mut total = self.product()?;
        loop {
            let minus = match self.operator() {
                Some(Operator::Plus) => false,
                Some(Operator::Minus) => true,
                _ => return Ok(total),
            };
            self.next += 1;
            let term = self.product()?;
            total = if minus { total.checked_sub(&term)? } else { total.checked_add(&term)? };
        }
    }

    fn product(&mut self) -> Result<Exact, Reason> {
        let mut total = self.operand()?;
        loop {
            let over = match self.operator() {
                Some(Operator::Times) => false,
                Some(Operator::Over) => true,
                _ => return Ok(total),
            };
            self.next += 1;
            let factor = self.operand()?;
            total = if over { total.checked_div(&factor)? } else { total.checked_mul(&factor)? };
        }
    }

    fn operand(&mut self) -> Result<Exact, Reason> {
        let token = self.formula.get(self.next).ok_or(Reason::NoAmount)?;
        self.next += 1;
        match token {
            Token::Figure(figure) => figure.exact(),
            Token::Step(index) => self.steps.get(*index).ok_or(Reason::NoAmount)?.result.exact(),
            Token::Sum(terms) => sum_of(terms, self.steps),
            Token::Operator(Operator::Open) => {
                let value = self.comparison()?;
                self.next += 1;
                Ok(value)
            }
            Token::Operator(Operator::Min) => self.extreme(|new, old| new < old),
            Token::Operator(Operator::Max) => self.extreme(|new, old| new > old),
            Token::Operator(_) => Err(Reason::NoAmount),
        }
    }

    fn extreme(&mut self, better: fn(&Exact, &Exact) -> bool) -> Result<Exact, Reason> {
        let mut best = self.comparison()?;
        while self.operator() == Some(Operator::Separator) {
            self.next += 1;
            let value = self.comparison()?;
            if better(&value, &best) {
                best = value;
            }
        }
        self.next += 1;
        Ok(best)
    }
}

/// Adds results; money in plain decimals, because one sum may have fifty thousand terms.
fn sum_of(terms: &[usize], steps: &[Step]) -> Result<Exact, Reason> {
    let mut total = Decimal::ZERO;
    for index in terms {
        let figure = &steps.get(*index).ok_or(Reason::NoAmount)?.result;
        let value = match figure {
            Figure::Money(money) => money.amount(),
            other => other.exact()?.to_decimal().ok_or(Reason::TooLarge)?,
        };
        total = exact_sum(total, value).ok_or(Reason::TooLarge)?;
    }
    Ok(Exact::from_decimal(total))
}
