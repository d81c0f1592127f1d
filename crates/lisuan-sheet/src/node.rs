//! A formula as a tree: what it comes to, how wrong a spreadsheet can get it, how it is written.

use lisuan_core::money::Exact;
use rust_decimal::Decimal;

use crate::known::{Known, size};

/// π to 20 significant digits, as the program computes with it.
const PI: &str = "3.1415926535897932385";

/// Decimals in which two amounts are compared; no currency has more.
const COMPARED_PLACES: u32 = 4;

/// A longer formula is refused by spreadsheets (8,192), or read by nobody.
const FORMULA_CHARS_MAX: usize = 8_000;

/// A piece of a formula.
#[derive(Debug, Clone)]
pub(crate) enum Node {
    /// A number, the reference to a cell, `PI()`.
    Atom(String, Known),
    /// `SUM(…)` over cells.
    Total(String, Known),
    /// The other sign.
    Negative(Box<Node>),
    /// Terms; the flag is set on those that are subtracted.
    Sum(Vec<(bool, Node)>),
    /// Factors; the flag is set on those that are divided by.
    Product(Vec<(bool, Node)>),
    /// A whole power.
    Power(Box<Node>, i32),
    /// A square root.
    Root(Box<Node>),
    /// `MIN` or `MAX`, which the name says.
    Extreme(&'static str, Vec<Node>),
    /// The left one where it reaches the right one, otherwise nothing.
    AtLeast(Box<Node>, Box<Node>),
}

/// How tightly a piece binds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Sum,
    Product,
    Power,
    Atom,
}

impl Node {
    /// A number as it stands in a formula; nothing where it has too many digits.
    pub fn number(value: Decimal) -> Option<Self> {
        let known = Known::decimal(value)?;
        let text = value.normalize().to_string();
        let text = if value.is_sign_negative() { format!("({text})") } else { text };
        Some(Self::Atom(text, known))
    }

    /// π.
    pub fn pi() -> Option<Self> {
        let exact = Exact::from_decimal(PI.parse().ok()?);
        Some(Self::Atom("PI()".to_owned(), Known::of(exact, None)))
    }

    /// A ratio that may be no decimal: `(2/3)`.
    pub fn ratio(value: &Exact) -> Option<Self> {
        if let Some(decimal) = value.to_decimal() {
            return Self::number(decimal);
        }
        let text = value.to_string();
        let (above, below) = text.split_once('/')?;
        let part = |text: &str| Self::number(text.parse().ok()?);
        Some(Self::Product(vec![(false, part(above)?), (true, part(below)?)]))
    }

    /// Whether it is a number that stands in the formula itself.
    pub fn is_literal(&self) -> bool {
        let digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit() || c == '(');
        matches!(self, Self::Atom(text, _) if digit(text))
    }

    /// What it comes to. Nothing where that is out of reach, or where a spreadsheet could take
    /// another turn than the program does.
    pub fn evaluate(&self) -> Option<Known> {
        match self {
            Self::Atom(_, known) | Self::Total(_, known) => Some(known.clone()),
            Self::Negative(inner) => {
                let known = inner.evaluate()?;
                Some(Known { exact: known.exact.negated(), ..known })
            }
            Self::Sum(terms) => sum(terms),
            Self::Product(factors) => product(factors),
            Self::Power(base, exponent) => power(&base.evaluate()?, *exponent),
            Self::Root(inner) => root(&inner.evaluate()?),
            Self::Extreme(name, parts) => extreme(name, parts),
            Self::AtLeast(left, right) => at_least(&left.evaluate()?, &right.evaluate()?),
        }
    }

    /// The formula without its equals sign; nothing where it is too long.
    pub fn formula(&self) -> Option<String> {
        let text = self.text(Rank::Sum);
        (text.len() <= FORMULA_CHARS_MAX).then_some(text)
    }

    fn rank(&self) -> Rank {
        match self {
            // A sign before a power binds tighter in a spreadsheet than it does on paper.
            Self::Negative(_) | Self::Sum(_) => Rank::Sum,
            Self::Product(_) => Rank::Product,
            Self::Power(..) => Rank::Power,
            _ => Rank::Atom,
        }
    }

    fn text(&self, least: Rank) -> String {
        let text = match self {
            Self::Atom(text, _) | Self::Total(text, _) => text.clone(),
            Self::Negative(inner) => format!("-{}", inner.text(Rank::Atom)),
            Self::Sum(terms) => chain(terms, ['+', '-'], Rank::Product),
            Self::Product(factors) => chain(factors, ['*', '/'], Rank::Power),
            Self::Power(base, exponent) if *exponent < 0 => {
                format!("{}^({exponent})", base.text(Rank::Atom))
            }
            Self::Power(base, exponent) => format!("{}^{exponent}", base.text(Rank::Atom)),
            Self::Root(inner) => format!("SQRT({})", inner.text(Rank::Sum)),
            Self::Extreme(name, parts) => {
                let parts: Vec<String> = parts.iter().map(|part| part.text(Rank::Sum)).collect();
                format!("{name}({})", parts.join(","))
            }
            Self::AtLeast(left, right) => {
                let (left, right) = (left.text(Rank::Product), right.text(Rank::Product));
                format!("IF(ROUND({left}-{right},{COMPARED_PLACES})>=0,{left},0)")
            }
        };
        if self.rank() < least { format!("({text})") } else { text }
    }
}

/// Terms or factors in a row; the first one cannot be subtracted or divided by.
fn chain(parts: &[(bool, Node)], signs: [char; 2], least: Rank) -> String {
    let mut out = String::new();
    for (place, (inverse, part)) in parts.iter().enumerate() {
        if place > 0 {
            out.push(signs[usize::from(*inverse)]);
        } else if *inverse {
            out.push_str(if signs[1] == '-' { "0-" } else { "1/" });
        }
        out.push_str(&part.text(least));
    }
    out
}

fn both(a: Option<u32>, b: Option<u32>) -> Option<u32> {
    Some(a?.max(b?))
}

fn sum(terms: &[(bool, Node)]) -> Option<Known> {
    let mut total = Known { exact: Exact::zero(), error: 0.0, places: Some(0) };
    for (minus, term) in terms {
        let term = term.evaluate()?;
        let exact = if *minus {
            total.exact.checked_sub(&term.exact)
        } else {
            total.exact.checked_add(&term.exact)
        };
        let places = both(total.places, term.places);
        total = Known::computed(exact.ok()?, total.error + term.error, places);
    }
    Some(total)
}

fn product(factors: &[(bool, Node)]) -> Option<Known> {
    let mut total = Known { exact: Exact::one(), error: 0.0, places: None };
    for (over, factor) in factors {
        let factor = factor.evaluate()?;
        total = if *over { quotient(&total, &factor)? } else { times(&total, &factor)? };
    }
    Some(total)
}

fn times(a: &Known, b: &Known) -> Option<Known> {
    let error = size(&a.exact) * b.error + size(&b.exact) * a.error + a.error * b.error;
    Some(Known::computed(a.exact.checked_mul(&b.exact).ok()?, error, None))
}

fn quotient(a: &Known, b: &Known) -> Option<Known> {
    let exact = a.exact.checked_div(&b.exact).ok()?;
    let least = size(&b.exact) - b.error;
    // A divisor that could be zero for a spreadsheet.
    if least.is_nan() || least <= b.error {
        return None;
    }
    let error = (a.error + size(&exact) * b.error) / least;
    Some(Known::computed(exact, error, None))
}

fn power(base: &Known, exponent: i32) -> Option<Known> {
    let exact = base.exact.checked_pow(exponent).ok()?;
    let whole = size(&base.exact);
    if whole > 0.0 && base.error > whole * 1e-6 || whole == 0.0 && base.error > 0.0 {
        return None;
    }
    let relative = if whole == 0.0 { 0.0 } else { base.error / whole };
    // A spreadsheet's power function may be a few units off.
    let relative = relative * 2.0 * f64::from(exponent.unsigned_abs()) + 4.0 * f64::EPSILON;
    let error = size(&exact) * relative;
    Some(Known::computed(exact, error, None))
}

fn root(inner: &Known) -> Option<Known> {
    let (exact, _) = inner.exact.square_root().ok()?;
    let whole = size(&inner.exact);
    if whole == 0.0 {
        return (inner.error == 0.0).then(|| Known::computed(exact, 0.0, None));
    }
    if inner.error > whole * 1e-6 {
        return None;
    }
    let error = size(&exact) * (inner.error / whole + 2.0 * f64::EPSILON);
    Some(Known::computed(exact, error, None))
}

fn extreme(name: &str, parts: &[Node]) -> Option<Known> {
    let parts: Vec<Known> = parts.iter().map(Node::evaluate).collect::<Option<_>>()?;
    let lowest = parts.iter().min_by(|a, b| a.exact.cmp(&b.exact));
    let highest = parts.iter().max_by(|a, b| a.exact.cmp(&b.exact));
    let best = if name == "MIN" { lowest? } else { highest? };
    let mut result = best.clone();
    for part in &parts {
        result.places = both(result.places, part.places);
        // One that is clearly further off is never chosen, however wrong it is.
        let gap = size(&part.exact.checked_sub(&best.exact).ok()?);
        if gap * 0.5 <= part.error + best.error {
            result.error = result.error.max(part.error);
        }
    }
    Some(result)
}

fn at_least(left: &Known, right: &Known) -> Option<Known> {
    let difference = left.exact.checked_sub(&right.exact).ok()?;
    let unit = Exact::from_decimal(Decimal::new(1, COMPARED_PLACES));
    let clear = difference.is_zero() || difference.abs() >= unit;
    if !clear || (left.error + right.error) * 20.0 > size(&unit) {
        return None;
    }
    let reached = !difference.is_negative();
    let exact = if reached { left.exact.clone() } else { Exact::zero() };
    Some(Known { exact, ..left.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Node {
        Node::number(text.parse().unwrap()).unwrap()
    }

    #[test]
    fn brackets_stand_where_a_spreadsheet_needs_them() {
        let three = || number("3");
        let sum = Node::Sum(vec![(false, three()), (true, number("-2"))]);
        assert_eq!(sum.formula().unwrap(), "3-(-2)");
        let product = Node::Product(vec![(false, sum.clone()), (true, sum.clone())]);
        assert_eq!(product.formula().unwrap(), "(3-(-2))/(3-(-2))");
        let square = Node::Power(Box::new(three()), 2);
        let minus = Node::Negative(Box::new(square.clone()));
        assert_eq!(minus.formula().unwrap(), "-(3^2)", "=-3^2 would be 9");
        assert_eq!(minus.evaluate().unwrap().exact, Exact::from_integer(-9));
        let tower = Node::Power(Box::new(square), -1);
        assert_eq!(tower.formula().unwrap(), "(3^2)^(-1)");
        let product = Node::Product(vec![(false, three()), (false, minus)]);
        assert_eq!(product.formula().unwrap(), "3*(-(3^2))");
    }

    #[test]
    fn a_comparison_that_could_turn_either_way_is_refused() {
        let at_least = |a: &str, b: &str| Node::AtLeast(Box::new(number(a)), Box::new(number(b)));
        assert_eq!(at_least("5", "5").evaluate().unwrap().exact, Exact::from_integer(5));
        assert!(at_least("4.99", "5").evaluate().unwrap().exact.is_zero());
        assert!(at_least("5", "5.00001").evaluate().is_none(), "nearer than can be told");
        assert_eq!(at_least("5", "4").formula().unwrap(), "IF(ROUND(5-4,4)>=0,5,0)");
    }

    #[test]
    fn what_is_never_chosen_does_not_count() {
        let huge = Node::Product(vec![(false, number("81634712.31")), (true, number("0.75"))]);
        let capped = Node::Extreme("MIN", vec![number("1"), huge.clone()]).evaluate().unwrap();
        assert_eq!(capped.exact, Exact::one());
        assert!(capped.error < 1e-15, "{:e}", capped.error);
        let near = Node::Extreme("MAX", vec![huge.clone(), huge.clone()]).evaluate().unwrap();
        assert!(near.error >= huge.evaluate().unwrap().error, "either may be chosen");
    }

    #[test]
    fn errors_grow_with_what_is_computed() {
        let third = Node::Product(vec![(false, number("1")), (true, number("3"))]);
        let error = third.evaluate().unwrap().error;
        assert!(error > 0.0 && error < 1e-15, "{error:e}");
        let near = Node::Sum(vec![(false, third.clone()), (true, third)]);
        let over = Node::Product(vec![(false, number("1")), (true, near)]);
        assert!(over.evaluate().is_none(), "division by what may be zero");
    }
}
