//! A loss line: quantity times price, less what the policy does not pay.

use rust_decimal::Decimal;

use super::Source;
use super::input::{Item, Line};
use super::ledger::{CLOSE, Draft, Ledger, MIN, MINUS, OPEN, OR, OVER, PLUS, TIMES, unknown};
use super::step::{Figure, Reason, Token};
use super::switches::BettermentTiming;
use crate::change::Kind;
use crate::finding::Level;
use crate::id::Id;
use crate::money::{Currency, Exact, Money, round, round_decimal};
use crate::quantity::{OTHER_UNIT_PLACES, places_for_unit};

/// What a line comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineResult {
    /// The line.
    pub id: Id,
    /// The item it falls under.
    pub item: Option<Id>,
    /// The extension or mitigation cost that its amount went into; nothing where it is part of an
    /// item's loss.
    pub extension: Option<Source>,
    /// The quantity, rounded for its unit.
    pub quantity: Option<Decimal>,
    /// The step of its gross amount.
    pub gross: usize,
    /// The step of its adjusted amount, in the adjustment's currency.
    pub adjusted: usize,
    /// The step of its salvage.
    pub salvage: Option<usize>,
    /// The step of its betterment, where that comes off after average.
    pub betterment: Option<usize>,
}

impl Ledger<'_> {
    /// A line, with the item whose basis of indemnity it has and the extension that it is part of.
    pub(super) fn line(
        &mut self,
        line: &Line,
        item: Option<&Item>,
        extension: Option<Source>,
    ) -> LineResult {
        let place: Source = (Kind::Line, line.id);
        let currency = line.currency.unwrap_or(self.input.currency);
        let (gross, quantity) = self.gross(line, place, currency);
        let mut step = self.less_vat(line, place, currency, gross);
        let mut betterment = None;
        if let Some(amount) = line.betterment {
            let token = Token::Figure(Figure::Money(Money::new(amount, currency)));
            let timing = &self.input.switches.betterment_timing;
            // A cost under an extension is no loss of an item, which is where it comes off later.
            if extension.is_some()
                || self.used("betterment.timing", timing, |v| v.as_str())
                    == BettermentTiming::BeforeAverage
            {
                let draft =
                    Draft::new("step-line-betterment", vec![Token::Step(step), MINUS, token])
                        .about(place)
                        .by(line.clause.as_ref());
                step = self.amount_step_in(draft, currency);
            } else {
                betterment = Some(self.own(token, currency, place, "step-line-betterment-later"));
            }
        }
        step = self.less_depreciation(line, item, place, currency, step);
        if let Some(value) = line.value_before_loss {
            if line.salvage.is_none_or(|salvage| salvage.is_zero())
                && item.is_none_or(|item| item.salvage.is_none_or(|salvage| salvage.is_zero()))
                && self.amount(step).is_ok_and(|amount| amount >= value && !value.is_zero())
            {
                self.find("ADJ-07", Level::Warn, place, "salvage", "none-on-total-loss");
            }
            let value = Token::Figure(Figure::Money(Money::new(value, currency)));
            let formula = vec![MIN, Token::Step(step), OR, value, CLOSE];
            let draft = Draft::new("step-line-total-loss", formula).about(place);
            step = self.amount_step_in(draft, currency);
        }
        let salvage = line.salvage.map(|amount| {
            let token = Token::Figure(Figure::Money(Money::new(amount, currency)));
            self.own(token, currency, place, "step-line-salvage")
        });
        if currency != self.input.currency {
            step =
                self.convert(Token::Step(step), currency, self.input.currency, place, "currency");
        }
        LineResult {
            id: line.id,
            item: line.item,
            extension,
            quantity,
            gross,
            adjusted: step,
            salvage,
            betterment,
        }
    }

    /// A figure of the line as a step in the adjustment's currency.
    fn own(&mut self, token: Token, currency: Currency, place: Source, key: &'static str) -> usize {
        let token = if currency == self.input.currency {
            token
        } else {
            Token::Step(self.convert(token, currency, self.input.currency, place, "currency"))
        };
        self.amount_step(Draft::new(key, vec![token]).about(place))
    }

    /// Steps 1 and 2 of the waterfall: `round_unit(Q) × price × c`, or the lump sum.
    fn gross(
        &mut self,
        line: &Line,
        place: Source,
        currency: Currency,
    ) -> (usize, Option<Decimal>) {
        let mut key = "step-line-amount";
        let mut rounded = None;
        let mut formula = Vec::with_capacity(3);
        let mut sources = Vec::new();
        let mut factors = None;
        match (&line.quantity, line.price, line.lump_sum) {
            (Some(quantity), Some(price), _) => {
                sources.extend(quantity.source);
                sources.extend(line.price_source);
                let places = places_for_unit(&quantity.unit).unwrap_or(OTHER_UNIT_PLACES);
                match round(&quantity.value, places) {
                    Ok(value) => {
                        factors = Some((value, price));
                        let unit = quantity.unit.clone();
                        formula.push(Token::Figure(Figure::Quantity(value, unit)));
                        rounded = Some(value);
                    }
                    Err(error) => formula.push(unknown(error.into())),
                }
                formula.push(TIMES);
                formula.push(Token::Figure(Figure::Money(Money::new(price, currency))));
            }
            (_, _, Some(amount)) => {
                key = "step-line-lump-sum";
                factors = Some((amount, Decimal::ONE));
                formula.push(Token::Figure(Figure::Money(Money::new(amount, currency))));
            }
            (quantity, _, None) => {
                let (field, why) = match quantity {
                    None => ("measurement", "no-quantity"),
                    Some(_) => ("price", "no-price"),
                };
                self.find("ARI-01", Level::Stop, place, field, why);
                formula.push(unknown(Reason::LineIncomplete));
            }
        }
        if let Some(coverage) = line.coverage {
            formula.push(TIMES);
            formula.push(self.share(coverage, place, "coverage", "coverage"));
            factors = None;
        }
        let draft = Draft::new(key, formula).about(place).by(line.clause.as_ref()).from(sources);
        // Nearly every line is one product of decimals: no fraction is needed for it.
        let quick = factors.and_then(|(a, b)| product(a, b, currency.minor_digits()));
        let step = match quick {
            Some(amount) => self.finish_amount(draft, Ok(amount), currency),
            None => self.amount_step_in(draft, currency),
        };
        if let (Some(stated), Some(_)) = (line.stated_amount, &rounded) {
            self.compare_with_stated(stated, place, step);
        }
        (step, rounded)
    }

    fn compare_with_stated(&mut self, stated: Decimal, place: Source, step: usize) {
        let Ok(amount) = self.amount(step) else { return };
        let cent = Decimal::new(1, 2);
        if stated.checked_sub(amount).is_none_or(|difference| difference.abs() > cent) {
            self.find("ARI-01", Level::Stop, place, "assessed_amount", "differs");
        }
    }

    /// Step 3: only the VAT that the insured cannot recover is part of the loss.
    fn less_vat(&mut self, line: &Line, place: Source, currency: Currency, gross: usize) -> usize {
        let Some(vat) = line.vat else { return gross };
        let rate = self.share(vat.rate, place, "vat", "vat-rate");
        let share = self.share(vat.recoverable_share, place, "vat", "recoverable-share");
        let one = Self::one;
        let gross = || Token::Step(gross);
        let formula = if vat.included {
            let net = [OVER, OPEN, one(), PLUS, rate.clone(), CLOSE];
            let mut formula = vec![gross(), MINUS, gross()];
            formula.extend(net);
            formula.extend([TIMES, rate, TIMES, share]);
            formula
        } else {
            vec![gross(), PLUS, gross(), TIMES, rate, TIMES, OPEN, one(), MINUS, share, CLOSE]
        };
        let draft = Draft::new("step-line-vat", formula).about(place).by(line.clause.as_ref());
        self.amount_step_in(draft, currency)
    }

    /// Step 5: depreciation counts only where the basis of indemnity is the actual value.
    fn less_depreciation(
        &mut self,
        line: &Line,
        item: Option<&Item>,
        place: Source,
        currency: Currency,
        step: usize,
    ) -> usize {
        let Some(depreciation) = line.depreciation else { return step };
        if !item.is_some_and(|item| item.at_actual_value) {
            if !depreciation.is_zero() {
                self.find("ADJ-15", Level::Warn, place, "depreciation", "not-actual-value");
            }
            return step;
        }
        let rate = self.share(depreciation, place, "depreciation", "depreciation");
        let one = Self::one();
        let formula = vec![Token::Step(step), TIMES, OPEN, one, MINUS, rate, CLOSE];
        let draft =
            Draft::new("step-line-depreciation", formula).about(place).by(line.clause.as_ref());
        self.amount_step_in(draft, currency)
    }
}

/// The product of two decimals, rounded half-up, where no digit is lost on the way.
fn product(a: Decimal, b: Decimal, places: u32) -> Option<Decimal> {
    let mantissa = a.mantissa().checked_mul(b.mantissa())?;
    match Decimal::try_from_i128_with_scale(mantissa, a.scale() + b.scale()) {
        Ok(exact) => Some(round_decimal(exact, places)),
        Err(_) => {
            let exact = Exact::from_decimal(a).checked_mul(&Exact::from_decimal(b)).ok()?;
            round(&exact, places).ok()
        }
    }
}
