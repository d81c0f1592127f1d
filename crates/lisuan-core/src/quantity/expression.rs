//! An expression of a measurement sheet: lines that are added, and what the sheet states.

use rust_decimal::Decimal;

use super::parse::{Value, evaluate};
use super::problem::{ParseProblem, ProblemKind};
use super::token::{Placed, Token, narrow, tokens};
use crate::money::{Exact, round};

/// The longest expression that is read, in characters.
pub(super) const CHARS_MAX: usize = 4_000;

/// What an expression says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expression {
    /// The exact value; never the result that the sheet states.
    pub value: Exact,
    /// Whether π or an inexact root is in it, so that `value` is rounded to 20 significant digits
    /// there.
    pub approximate: bool,
    /// One spelling of the same computation: ASCII, without units and remarks.
    pub normalised: String,
    /// The lines; they add up to the value.
    pub terms: Vec<Term>,
    /// The result the sheet states for the whole, where it states one.
    pub stated: Option<Decimal>,
    /// Everything after an equals sign, in order.
    pub statements: Vec<Stated>,
}

/// One line of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its value with the sign with which it enters the sum.
    pub value: Exact,
    /// Whether it is a deduction.
    pub deduction: bool,
    /// The character it starts at.
    pub at_char: usize,
}

/// A result that the sheet states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// What it states.
    pub value: Exact,
    /// What it should be.
    pub computed: Exact,
    /// Whether the two agree at the precision in which the result is written.
    pub agrees: bool,
    /// Where it stands.
    pub at_char: usize,
}

impl Expression {
    /// Whether every result that the sheet states agrees with the computation (check QTY-02).
    pub fn agrees(&self) -> bool {
        self.statements.iter().all(|statement| statement.agrees)
    }
}

/// Reads an expression as typed; the module describes the grammar.
///
/// At most 4,000 characters, 64 brackets deep. Any text gives either a value or a problem with its
/// place; no text makes it panic or run long.
pub fn parse(text: &str) -> Result<Expression, ParseProblem> {
    let chars: Vec<char> = text.chars().take(CHARS_MAX + 1).map(narrow).collect();
    if chars.len() > CHARS_MAX {
        return Err(ParseProblem::new(CHARS_MAX, ProblemKind::TooLong));
    }
    let tokens = tokens(&chars)?;
    let mut sheet = Sheet {
        value: Exact::zero(),
        approximate: false,
        normalised: String::new(),
        terms: Vec::new(),
        statements: Vec::new(),
        total: None,
    };
    let mut rest = tokens.as_slice();
    while !rest.is_empty() {
        let length = rest.iter().position(|p| p.token == Token::Break).unwrap_or(rest.len());
        let end = rest.get(length).map_or(chars.len(), |p| p.at);
        sheet.line(&rest[..length], end)?;
        rest = rest.get(length + 1..).unwrap_or(&[]);
    }
    sheet.finish(&chars)
}

struct Sheet {
    value: Exact,
    approximate: bool,
    normalised: String,
    terms: Vec<Term>,
    statements: Vec<Stated>,
    /// The statement about the whole, on a line of its own.
    total: Option<Exact>,
}

impl Sheet {
    fn line(&mut self, line: &[Placed], end: usize) -> Result<(), ParseProblem> {
        let Some(first) = line.first() else { return Ok(()) };
        let deduct = first.token == Token::Deduct;
        let line = if deduct { &line[1..] } else { line };
        let mut parts = line.split(|p| p.token == Token::Equals);
        let head = parts.next().unwrap_or(&[]);
        let head_end = line.get(head.len()).map_or(end, |p| p.at);
        let computed = if head.is_empty() && !deduct && line.len() > 1 && !self.terms.is_empty() {
            self.value.clone()
        } else {
            let value = evaluate(head, head_end)?;
            self.add(value, deduct, first)?
        };
        let whole = head.is_empty();
        for part in parts.filter(|part| !part.is_empty()) {
            let stated = state(part, end, &computed)?;
            if whole {
                self.total = Some(stated.value.clone());
            }
            self.statements.push(stated);
        }
        Ok(())
    }

    fn add(&mut self, value: Value, deduct: bool, first: &Placed) -> Result<Exact, ParseProblem> {
        let at = first.at;
        let spelling = if deduct { format!("-({})", value.normalised) } else { value.normalised };
        if !self.normalised.is_empty() && !spelling.starts_with('-') {
            self.normalised.push('+');
        }
        self.normalised.push_str(&spelling);
        let exact = if deduct { value.exact.negated() } else { value.exact };
        self.value =
            self.value.checked_add(&exact).map_err(|e| ParseProblem::from_money(at, &e))?;
        self.approximate |= value.approximate;
        let deduction = deduct || first.token == Token::Minus;
        self.terms.push(Term { value: exact.clone(), deduction, at_char: at });
        Ok(exact)
    }

    fn finish(self, chars: &[char]) -> Result<Expression, ParseProblem> {
        if self.terms.is_empty() {
            let at = chars.iter().position(|c| !c.is_whitespace()).unwrap_or(0);
            return Err(ParseProblem::new(at, ProblemKind::Empty));
        }
        let of_one_line = || self.statements.last().filter(|_| self.terms.len() == 1);
        let stated = self.total.as_ref().or_else(|| of_one_line().map(|s| &s.value));
        Ok(Expression {
            stated: stated.and_then(Exact::to_decimal),
            value: self.value,
            approximate: self.approximate,
            normalised: self.normalised,
            terms: self.terms,
            statements: self.statements,
        })
    }
}

/// Compares what follows an equals sign with what was computed before it.
fn state(part: &[Placed], end: usize, computed: &Exact) -> Result<Stated, ParseProblem> {
    let value = evaluate(part, end)?.exact;
    let number = |p: &Placed| match p.token {
        Token::Number { places, .. } => Some(places),
        _ => None,
    };
    let single = part.iter().filter(|p| number(p).is_some()).count() == 1;
    // A result is compared at the decimals it is written with; a further computation at two.
    let places = if single { part.iter().find_map(number).unwrap_or(2) } else { 2 };
    let same = |value: &Exact| {
        value == computed
            || matches!((round(value, places), round(computed, places)), (Ok(a), Ok(b)) if a == b)
    };
    // A deduction may state its size without the sign.
    let agrees = same(&value) || computed.is_negative() && same(&value.negated());
    Ok(Stated { agrees, value, computed: computed.clone(), at_char: part[0].at })
}
