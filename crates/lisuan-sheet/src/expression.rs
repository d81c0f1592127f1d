//! A quantity expression in its normalised spelling as a formula.

use lisuan_core::money::Exact;
use rust_decimal::Decimal;

use crate::node::Node;

/// Brackets inside each other; the program itself reads 64.
const DEPTH_MAX: usize = 70;

/// Reads the normalised spelling of an expression: digits, `+ - * / ^ ( ) %`, `sqrt(…)` and π.
///
/// Nothing where a spreadsheet has no such formula. The caller compares what the formula comes to
/// with the program's own reading, so that a spelling read differently here is never written.
pub(crate) fn node(normalised: &str) -> Option<Node> {
    let mut reading = Reading { rest: normalised, depth: 0 };
    let node = reading.sum()?;
    reading.rest.is_empty().then_some(node)
}

struct Reading<'a> {
    rest: &'a str,
    depth: usize,
}

impl Reading<'_> {
    fn eat(&mut self, sign: &str) -> bool {
        match self.rest.strip_prefix(sign) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    fn sum(&mut self) -> Option<Node> {
        let mut terms = vec![(false, self.product()?)];
        loop {
            let minus = !self.eat("+");
            if minus && !self.eat("-") {
                break;
            }
            terms.push((minus, self.product()?));
        }
        single(terms, Node::Sum)
    }

    fn product(&mut self) -> Option<Node> {
        let mut factors = vec![(false, self.signed()?)];
        loop {
            let over = !self.eat("*");
            if over && !self.eat("/") {
                break;
            }
            factors.push((over, self.signed()?));
        }
        single(factors, Node::Product)
    }

    fn signed(&mut self) -> Option<Node> {
        if self.eat("-") {
            return Some(Node::Negative(Box::new(self.power()?)));
        }
        self.power()
    }

    fn power(&mut self) -> Option<Node> {
        let base = self.marked()?;
        if !self.eat("^") {
            return Some(base);
        }
        self.deeper()?;
        let exponent = self.signed()?.evaluate()?.exact;
        self.depth -= 1;
        if let Some(whole) = exponent.to_integer() {
            return Some(Node::Power(Box::new(base), i32::try_from(whole).ok()?));
        }
        let half = Exact::from_decimal(Decimal::new(5, 1));
        (exponent == half).then(|| Node::Root(Box::new(base)))
    }

    fn marked(&mut self) -> Option<Node> {
        let value = self.primary()?;
        if !self.eat("%") {
            return Some(value);
        }
        let hundred = Node::number(Decimal::from(100))?;
        // A factor of its own, so that it keeps its brackets: 3^2% has no other reading.
        Some(Node::Product(vec![(false, value), (true, hundred)]))
    }

    fn primary(&mut self) -> Option<Node> {
        if self.eat("π") {
            return Node::pi();
        }
        if self.eat("sqrt(") {
            return Some(Node::Root(Box::new(self.bracket()?)));
        }
        if self.eat("(") {
            return self.bracket();
        }
        let end = self.rest.find(|c: char| !c.is_ascii_digit() && c != '.');
        let (digits, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        Node::number(digits.parse().ok()?)
    }

    /// What stands up to the closing bracket.
    fn bracket(&mut self) -> Option<Node> {
        self.deeper()?;
        let inner = self.sum()?;
        self.depth -= 1;
        self.eat(")").then_some(inner)
    }

    fn deeper(&mut self) -> Option<()> {
        self.depth += 1;
        (self.depth <= DEPTH_MAX).then_some(())
    }
}

fn single(mut parts: Vec<(bool, Node)>, many: fn(Vec<(bool, Node)>) -> Node) -> Option<Node> {
    if parts.len() == 1 { parts.pop().map(|(_, node)| node) } else { Some(many(parts)) }
}

#[cfg(test)]
mod tests {
    use lisuan_core::quantity::parse;

    use super::*;

    #[test]
    fn formulas_mean_what_the_expression_means() {
        for (text, formula) in [
            ("1910×2×0.15×2", "1910*2*0.15*2"),
            ("（长）12.50×3.2m\n扣除 1.2×2.1", "12.5*3.2-1.2*2.1"),
            ("-2^2", "-(2^2)"),
            ("2^3^2", "2^9"),
            ("2×-3", "2*(-3)"),
            ("100+20%", "100+20/100"),
            ("(5%)²×4", "(5/100)^2*4"),
            ("√9×2", "SQRT(9)*2"),
            ("6.25^0.5", "SQRT(6.25)"),
            ("2π×0.5²", "2*PI()*0.5^2"),
            ("K172+331.5~K175+447", "3115.5"),
            ("10÷4÷2", "10/4/2"),
            ("3^-1", "3^(-1)"),
        ] {
            let expression = parse(text).unwrap();
            let node = node(&expression.normalised)
                .unwrap_or_else(|| panic!("{text}: {}", expression.normalised));
            assert_eq!(node.formula().unwrap(), formula, "{text}");
            assert_eq!(node.evaluate().unwrap().exact, expression.value, "{text}");
        }
    }

    #[test]
    fn what_a_spreadsheet_cannot_hold_is_no_formula() {
        assert!(node("0.12345678901234567*2").is_none(), "17 digits");
        assert!(node(&format!("{}1{}", "(".repeat(80), ")".repeat(80))).is_none());
        assert!(node("2*").is_none() && node("").is_none() && node("2)").is_none());
    }
}
