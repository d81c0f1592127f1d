//! From the formula of a step to the formula of its cell.

use lisuan_core::adjustment::{Figure, Operator, Source, Step, Token};
use lisuan_core::change::Kind;
use lisuan_core::money::{Currency, Exact};
use rust_decimal::Decimal;

use crate::lines::{LineCells, Lines};
use crate::node::Node;
use crate::page::Cell;
use crate::totals::Partial;

/// What formulas of steps are made from.
pub(crate) struct Formulas<'a> {
    pub steps: &'a [Step],
    /// The cells of the steps so far; nothing for one that is no number.
    pub cells: Vec<Option<Cell>>,
    /// What stands on the tab of the page of steps, and the column of their figures.
    pub page: String,
    pub column: u16,
    pub lines: &'a Lines,
    pub partial: Partial,
}

impl<'a> Formulas<'a> {
    /// The formula of a step; nothing where a cell it needs is no number, or where a figure in it
    /// has more digits than a spreadsheet keeps.
    pub fn node(&mut self, step: &'a Step) -> Option<Node> {
        if step.formula.is_empty() {
            return self.claimed(step);
        }
        let line = step.subject.and_then(|source| self.line(source));
        let mut reading = Reading { formulas: self, line, step, next: 0 };
        let node = reading.comparison()?;
        (reading.next == step.formula.len()).then_some(node)
    }

    fn line(&self, (kind, id): Source) -> Option<&'a LineCells> {
        self.lines.cells.get(&id).filter(|_| kind == Kind::Line)
    }

    /// The sum of what was claimed: from the lines, and from conversions where a line has another
    /// currency. Whether it is the step's figure is checked by whoever writes it.
    fn claimed(&mut self, step: &'a Step) -> Option<Node> {
        let conversions = self.conversions(step.result.money()?.currency());
        let (mut here, mut converted) = (Vec::new(), Vec::new());
        for source in &step.sources {
            let claimed = self.line(*source)?.claimed.as_ref()?;
            let known = conversions.iter().rev().find(|(about, amount, _)| {
                about == source && Exact::from_decimal(*amount) == claimed.known.exact
            });
            match known {
                Some((_, _, index)) => converted.push(*index),
                None => here.push(claimed),
            }
        }
        let mut parts = Vec::new();
        if let Some(first) = here.first() {
            let terms = here.iter().map(|cell| (cell.row, &cell.known)).collect();
            parts.push((false, self.partial.sum(terms, first.column, &self.lines.page, false)?));
        }
        if !converted.is_empty() {
            parts.push((false, self.total(&converted)?));
        }
        if parts.len() == 1 { parts.pop().map(|(_, node)| node) } else { Some(Node::Sum(parts)) }
    }

    /// The steps that convert an amount of another currency: about what, how much, which.
    fn conversions(&self, own: Currency) -> Vec<(Source, Decimal, usize)> {
        let steps = self.steps.iter().take(self.cells.len()).enumerate();
        let conversions = steps.filter(|(_, step)| step.key == "step-converted");
        let amounts = conversions.filter_map(|(index, step)| match step.formula.first() {
            Some(Token::Figure(Figure::Money(money))) if money.currency() != own => {
                Some((step.subject?, money.amount(), index))
            }
            _ => None,
        });
        amounts.collect()
    }

    fn cell(&self, index: usize) -> Option<&Cell> {
        self.cells.get(index)?.as_ref()
    }

    fn total(&mut self, indexes: &[usize]) -> Option<Node> {
        if let [one] = indexes {
            return self.cell(*one).map(Cell::here);
        }
        let mut terms = Vec::with_capacity(indexes.len());
        for index in indexes {
            let cell = self.cells.get(*index)?.as_ref()?;
            terms.push((cell.row, &cell.known));
        }
        if terms.is_empty() {
            return Node::number(Decimal::ZERO);
        }
        self.partial.sum(terms, self.column, &self.page, true)
    }
}

/// Reads the tokens of a formula as the program's own evaluation does.
struct Reading<'r, 'a> {
    formulas: &'r mut Formulas<'a>,
    line: Option<&'a LineCells>,
    step: &'a Step,
    next: usize,
}

impl Reading<'_, '_> {
    fn operator(&self) -> Option<Operator> {
        match self.step.formula.get(self.next) {
            Some(Token::Operator(operator)) => Some(*operator),
            _ => None,
        }
    }

    fn comparison(&mut self) -> Option<Node> {
        let left = self.sum()?;
        if self.operator() != Some(Operator::AtLeast) {
            return Some(left);
        }
        self.next += 1;
        Some(Node::AtLeast(Box::new(left), Box::new(self.sum()?)))
    }

    fn sum(&mut self) -> Option<Node> {
        let mut terms = vec![(false, self.product()?)];
        loop {
            let minus = match self.operator() {
                Some(Operator::Plus) => false,
                Some(Operator::Minus) => true,
                _ => return single(terms, Node::Sum),
            };
            self.next += 1;
            terms.push((minus, self.product()?));
        }
    }

    fn product(&mut self) -> Option<Node> {
        let mut factors = vec![(false, self.operand()?)];
        loop {
            let over = match self.operator() {
                Some(Operator::Times) => false,
                Some(Operator::Over) => true,
                _ => return single(factors, Node::Product),
            };
            self.next += 1;
            factors.push((over, self.operand()?));
        }
    }

    fn operand(&mut self) -> Option<Node> {
        let step = self.step;
        let token = step.formula.get(self.next)?;
        self.next += 1;
        match token {
            Token::Figure(figure) => self.figure(figure),
            Token::Step(index) => self.formulas.cell(*index).map(Cell::here),
            Token::Sum(terms) => self.formulas.total(terms),
            Token::Operator(Operator::Open) => {
                let node = self.comparison()?;
                self.next += 1;
                Some(node)
            }
            Token::Operator(Operator::Min) => self.extreme("MIN"),
            Token::Operator(Operator::Max) => self.extreme("MAX"),
            Token::Operator(_) => None,
        }
    }

    fn extreme(&mut self, name: &'static str) -> Option<Node> {
        let mut parts = vec![self.comparison()?];
        while self.operator() == Some(Operator::Separator) {
            self.next += 1;
            parts.push(self.comparison()?);
        }
        self.next += 1;
        Some(Node::Extreme(name, parts))
    }

    /// A figure of a record: the cell of its loss line where it stands in one, else the number.
    fn figure(&self, figure: &Figure) -> Option<Node> {
        let exact = figure.exact().ok()?;
        let line = self.line;
        let cell = match (self.step.key, figure) {
            ("step-line-amount", Figure::Quantity(..)) => line.and_then(|l| l.quantity.as_ref()),
            ("step-line-amount", Figure::Money(_)) => line.and_then(|l| l.price.as_ref()),
            ("step-line-lump-sum", Figure::Money(_)) => line.and_then(|l| l.amount.as_ref()),
            _ => None,
        };
        match cell.filter(|cell| cell.known.exact == exact) {
            Some(cell) => Some(cell.on(&self.formulas.lines.page)),
            None => Node::ratio(&exact),
        }
    }
}

fn single(mut parts: Vec<(bool, Node)>, many: fn(Vec<(bool, Node)>) -> Node) -> Option<Node> {
    if parts.len() == 1 { parts.pop().map(|(_, node)| node) } else { Some(many(parts)) }
}
