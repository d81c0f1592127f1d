//! From the tokens of one line to its value.

use super::problem::{ParseProblem, ProblemKind};
use super::token::{Placed, Token, closing};
use crate::money::Exact;

/// Brackets, roots and exponents inside each other.
const DEPTH_MAX: usize = 64;
/// The largest whole exponent.
const EXPONENT_MAX: i64 = 32;
/// π to 20 significant digits.
const PI: &str = "3.1415926535897932385";

/// What a run of tokens adds up to.
#[derive(Debug, Clone)]
pub(super) struct Value {
    pub exact: Exact,
    /// One spelling: ASCII operators, no units, no remarks.
    pub normalised: String,
    /// Holds π or a root that is not exact.
    pub approximate: bool,
}

/// Evaluates tokens without line breaks and equals signs. `end` is the place of what follows them.
pub(super) fn evaluate(tokens: &[Placed], end: usize) -> Result<Value, ParseProblem> {
    let mut parser =
        Parser { tokens, next: 0, end, depth: 0, normalised: String::new(), approximate: false };
    let exact = parser.sum()?;
    if let Some(placed) = parser.peek() {
        let kind = match placed.token {
            Token::Close(_) => ProblemKind::Unopened,
            _ => ProblemKind::MissingOperator,
        };
        return Err(ParseProblem::new(placed.at, kind));
    }
    let lone = tokens.iter().find(|placed| matches!(placed.token, Token::Place(_)));
    if let (Some(lone), true) = (lone, tokens.len() > 1) {
        return Err(ParseProblem::new(lone.at, ProblemKind::LoneChainage));
    }
    Ok(Value { exact, normalised: parser.normalised, approximate: parser.approximate })
}

struct Parser<'a> {
    tokens: &'a [Placed],
    next: usize,
    end: usize,
    depth: usize,
    normalised: String,
    approximate: bool,
}

type Parsed = Result<Exact, ParseProblem>;

impl<'a> Parser<'a> {
    fn peek(&self) -> Option<&'a Placed> {
        self.tokens.get(self.next)
    }

    fn token(&self) -> Option<&'a Token> {
        self.peek().map(|placed| &placed.token)
    }

    fn place(&self) -> usize {
        self.peek().map_or(self.end, |placed| placed.at)
    }

    fn deeper(&mut self) -> Result<(), ParseProblem> {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return Err(ParseProblem::new(self.place(), ProblemKind::TooDeep));
        }
        Ok(())
    }

    fn sum(&mut self) -> Parsed {
        let mut total = self.product()?;
        loop {
            let at = self.place();
            let minus = match self.token() {
                Some(Token::Plus) => false,
                Some(Token::Minus) => true,
                _ => return Ok(total),
            };
            self.next += 1;
            if matches!(self.token(), Some(Token::Plus | Token::Minus)) {
                return Err(ParseProblem::new(self.place(), ProblemKind::Signs));
            }
            self.normalised.push(if minus { '-' } else { '+' });
            let term = self.product()?;
            let sum = if minus { total.checked_sub(&term) } else { total.checked_add(&term) };
            total = sum.map_err(|e| ParseProblem::from_money(at, &e))?;
        }
    }

    fn product(&mut self) -> Parsed {
        let mut total = self.signed()?;
        loop {
            let at = self.place();
            let over = match self.token() {
                Some(Token::Times) => false,
                Some(Token::Over) => true,
                // 2π and 2√3 have one reading only.
                Some(Token::Pi | Token::Root) => {
                    self.next = self.next.saturating_sub(1);
                    false
                }
                _ => return Ok(total),
            };
            self.next += 1;
            self.normalised.push(if over { '/' } else { '*' });
            let factor = self.signed()?;
            let result = if over { total.checked_div(&factor) } else { total.checked_mul(&factor) };
            total = result.map_err(|e| ParseProblem::from_money(at, &e))?;
        }
    }

    fn signed(&mut self) -> Parsed {
        let minus = match self.token() {
            Some(Token::Plus) => false,
            Some(Token::Minus) => true,
            _ => return self.power(),
        };
        self.next += 1;
        if matches!(self.token(), Some(Token::Plus | Token::Minus)) {
            return Err(ParseProblem::new(self.place(), ProblemKind::Signs));
        }
        if minus {
            self.normalised.push('-');
        }
        let value = self.power()?;
        Ok(if minus { value.negated() } else { value })
    }

    fn power(&mut self) -> Parsed {
        let start = self.normalised.len();
        let (base, marked) = self.marked()?;
        if self.token() != Some(&Token::Power) {
            return Ok(base);
        }
        let at = self.place();
        self.next += 1;
        if marked {
            self.wrap(start);
        }
        self.normalised.push('^');
        self.deeper()?;
        let exponent = self.signed()?;
        self.depth -= 1;
        self.raise(&base, &exponent, at)
    }

    fn raise(&mut self, base: &Exact, exponent: &Exact, at: usize) -> Parsed {
        let twice = exponent.checked_add(exponent).ok().and_then(|e| e.to_integer());
        if twice == Some(1) {
            return self.root(base, at);
        }
        let whole = exponent.to_integer().filter(|e| e.abs() <= EXPONENT_MAX);
        let Some(whole) = whole.and_then(|e| i32::try_from(e).ok()) else {
            return Err(ParseProblem::new(at, ProblemKind::Exponent));
        };
        base.checked_pow(whole).map_err(|e| ParseProblem::from_money(at, &e))
    }

    fn root(&mut self, value: &Exact, at: usize) -> Parsed {
        let (root, exact) = value.square_root().map_err(|e| ParseProblem::from_money(at, &e))?;
        self.approximate |= !exact;
        Ok(root)
    }

    /// A number with the marks behind it: `%`, `²`, `³`. Also says whether there was one.
    fn marked(&mut self) -> Result<(Exact, bool), ParseProblem> {
        let start = self.normalised.len();
        let mut value = self.primary()?;
        let mut marked = false;
        loop {
            let at = self.place();
            let result = match self.token() {
                Some(Token::Percent) => value.checked_div(&Exact::from_integer(100)),
                Some(Token::Raised(power)) => value.checked_pow(*power),
                _ => return Ok((value, marked)),
            };
            // A second mark would bind differently in the normalised spelling.
            if marked {
                self.wrap(start);
            }
            match self.token() {
                Some(Token::Raised(power)) => self.normalised.push_str(&format!("^{power}")),
                _ => self.normalised.push('%'),
            }
            value = result.map_err(|e| ParseProblem::from_money(at, &e))?;
            marked = true;
            self.next += 1;
        }
    }

    fn wrap(&mut self, start: usize) {
        self.normalised.insert(start, '(');
        self.normalised.push(')');
    }

    fn primary(&mut self) -> Parsed {
        let at = self.place();
        let missing = || ParseProblem::new(at, ProblemKind::MissingNumber);
        let token = self.token().ok_or_else(missing)?;
        self.next += 1;
        match token {
            Token::Number { value, digits, .. } => {
                let digits = digits.trim_end_matches('.');
                if digits.starts_with('.') {
                    self.normalised.push('0');
                }
                self.normalised.push_str(digits);
                Ok(value.clone())
            }
            Token::Length(metres) | Token::Place(metres) => {
                self.normalised.push_str(&metres.to_string());
                Ok(metres.clone())
            }
            Token::Pi => {
                self.normalised.push('π');
                self.approximate = true;
                Exact::from_digits(PI).ok_or_else(missing)
            }
            Token::Root => {
                self.deeper()?;
                self.normalised.push_str("sqrt");
                let start = self.normalised.len();
                let grouped = matches!(self.token(), Some(Token::Open(_)));
                let inner = self.primary()?;
                if !grouped {
                    self.wrap(start);
                }
                self.depth -= 1;
                self.root(&inner, at)
            }
            Token::Open(open) => self.group(*open, at),
            _ => Err(missing()),
        }
    }

    fn group(&mut self, open: char, at: usize) -> Parsed {
        self.deeper()?;
        self.normalised.push('(');
        let value = self.sum()?;
        match self.peek() {
            Some(Placed { token: Token::Close(close), .. }) if *close == closing(open) => {}
            Some(Placed { token: Token::Close(_), at }) => {
                return Err(ParseProblem::new(*at, ProblemKind::Unopened));
            }
            Some(placed) => {
                return Err(ParseProblem::new(placed.at, ProblemKind::MissingOperator));
            }
            None => return Err(ParseProblem::new(at, ProblemKind::Unclosed)),
        }
        self.next += 1;
        self.normalised.push(')');
        self.depth -= 1;
        Ok(value)
    }
}
