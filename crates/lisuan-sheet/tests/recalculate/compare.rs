//! What a recalculated workbook holds against what the program computed.

use lisuan_core::adjustment::{Figure, formula_text};
use lisuan_core::assessment::Assessment;
use lisuan_core::case::Case;
use lisuan_core::money::{Exact, round};
use rust_decimal::Decimal;

use crate::office::Pages;

/// Compares every figure; gives how many were compared.
pub fn compare(name: &str, case: &Case, assessment: &Assessment, pages: &Pages) -> usize {
    let mut comparing = Comparing { name, compared: 0 };
    comparing.steps(assessment, &pages["sheet-page-steps"]);
    comparing.lines(case, assessment, &pages["sheet-page-lines"]);
    comparing.measurements(case, assessment, &pages["sheet-page-measurements"]);
    comparing.compared
}

struct Comparing<'a> {
    name: &'a str,
    compared: usize,
}

/// A number as the spreadsheet holds it; a ratio comes as a percentage.
fn number(text: &str) -> Option<Decimal> {
    if let Some(percent) = text.strip_suffix('%') {
        return number(percent)?.checked_div(Decimal::from(100));
    }
    text.parse().ok().or_else(|| Decimal::from_scientific(text).ok())
}

impl Comparing<'_> {
    /// The same to the last decimal, and nothing behind it.
    fn same(&mut self, what: &str, cell: &str, figure: Decimal, places: u32) {
        let value = number(cell).unwrap_or_else(|| panic!("{}: {what}: {cell:?}", self.name));
        let off = (value - figure).abs();
        let least = Decimal::new(1, places + 4);
        assert!(off < least, "{}: {what}: {cell} is not {figure}", self.name);
        self.compared += 1;
    }

    fn steps(&mut self, assessment: &Assessment, rows: &[Vec<String>]) {
        let steps = &assessment.adjustment.steps;
        assert_eq!(rows.len(), steps.len() + 1, "{}: a row for each step", self.name);
        for (step, row) in steps.iter().zip(&rows[1..]) {
            let formula = formula_text(&step.formula, steps);
            let what = format!("{} {} = {formula} ({})", row[0], step.key, row[7]);
            match &step.result {
                Figure::Money(money) => {
                    let places = step.rounding.unwrap_or(2);
                    self.same(&what, &row[4], money.amount(), places);
                }
                Figure::Quantity(value, _) | Figure::Number(value) => {
                    self.same(&what, &row[4], *value, value.scale());
                }
                Figure::Percent(ratio) => self.near(&what, &row[4], ratio),
                Figure::Unknown(_) => assert_eq!(row[4], "?", "{}: {what}", self.name),
            }
        }
    }

    /// A ratio has no last decimal: nine digits.
    fn near(&mut self, what: &str, cell: &str, ratio: &Exact) {
        let value = number(cell).unwrap_or_else(|| panic!("{}: {what}: {cell:?}", self.name));
        let ratio = round(ratio, 12).unwrap();
        let off = (value - ratio).abs();
        let least = (ratio.abs() * Decimal::new(1, 9)).max(Decimal::new(1, 12));
        assert!(off <= least, "{}: {what}: {cell} is not {ratio}", self.name);
        self.compared += 1;
    }

    fn lines(&mut self, case: &Case, assessment: &Assessment, rows: &[Vec<String>]) {
        for (line, row) in case.lines.iter().zip(&rows[1..]) {
            let figures = &assessment.lines[&line.id];
            let difference = figures.difference();
            for (column, figure, places) in [
                (6, figures.claimed, 2),
                (7, figures.quantity, figures.quantity_places),
                (8, figures.price, 2),
                (9, figures.assessed, 2),
                (10, difference, 2),
            ] {
                let what = format!("line {} column {column}", row[0]);
                match figure {
                    Some(figure) => self.same(&what, &row[column], figure, places),
                    None => assert_eq!(row[column], "", "{}: {what}", self.name),
                }
            }
        }
        if let Some(row) = rows.get(case.lines.len() + 1) {
            let total = |of: fn(&lisuan_core::assessment::LineFigures) -> Option<Decimal>| {
                assessment.lines.values().filter_map(of).sum::<Decimal>()
            };
            self.same("claimed in total", &row[6], total(|f| f.claimed), 2);
            self.same("assessed in total", &row[9], total(|f| f.assessed), 2);
        }
    }

    fn measurements(&mut self, case: &Case, assessment: &Assessment, rows: &[Vec<String>]) {
        for (measurement, row) in case.measurements.iter().zip(&rows[1..]) {
            let measured = &assessment.measured[&measurement.id];
            let what = format!("measurement {} {}", row[0], row[4]);
            match &measured.quantity {
                Some(quantity) => {
                    self.same(&what, &row[7], quantity.rounded, quantity.places);
                    self.near(&what, &row[6], &quantity.exact);
                }
                None => assert_eq!(row[7], "", "{}: {what}", self.name),
            }
            let net = measured.net.as_ref().filter(|_| !measured.deductions.is_empty());
            let counted = measured.counted.as_ref().map(|counted| &counted.quantity);
            for (column, quantity) in [(11, net), (14, counted)] {
                let what = format!("{what} column {column}");
                match quantity {
                    Some(q) => self.same(&what, &row[column], q.rounded, q.places),
                    None => assert_eq!(row[column], "", "{}: {what}", self.name),
                }
            }
        }
    }
}
