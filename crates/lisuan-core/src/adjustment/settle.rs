//! How the case ends: the figure of the formula, or another one beside it, and what is still due.

use rust_decimal::Decimal;

use super::Figures;
use super::input::{Limit, LimitKind, Settlement, SettlementBasis};
use super::item::Work;
use super::ledger::{Draft, Ledger, MINUS, OVER, unknown};
use super::peril::Counts;
use super::step::{Reason, Token};
use crate::finding::Level;

impl<'a> Ledger<'a> {
    /// Puts the settlement beside the result of the formula; neither overwrites the other.
    pub(super) fn settle(&mut self, figures: &mut Figures, works: &[Work<'a>]) {
        self.settlement(figures);
        let last = figures.settlement.or(figures.payable);
        if let (Some(last), Some(net)) = (last, figures.net_loss) {
            let mut formula = vec![Token::Step(net)];
            if let Some(recovered) = figures.recovered {
                formula.extend([MINUS, Token::Step(recovered)]);
            }
            formula.extend([MINUS, Token::Step(last)]);
            let retained = self.amount_step(Draft::new("step-insured-retained", formula));
            figures.insured_retained = Some(retained);
            if figures.recovered.is_some()
                && self.amount(retained).is_ok_and(|a| a.is_sign_negative() && !a.is_zero())
            {
                let place = self.input.recoveries[0].source;
                self.find("ADJ-10", Level::Stop, place, "amount", "above-loss");
            }
        }
        self.check_sums_insured(figures, works);
    }

    fn settlement(&mut self, figures: &mut Figures) {
        let input = self.input;
        let Some(settlement) = &input.settlement else { return };
        let source = settlement.source;
        let formula = figures.payable.map_or(Err(Reason::NoAmount), |step| self.amount(step));
        let given = settlement
            .amount
            .map(|amount| self.given(amount, settlement.currency, source, "amount"));
        let amount =
            given.as_ref().map(|token| self.value(token).ok().and_then(|v| v.to_decimal()));
        self.check_settlement(settlement, amount, formula);
        let basis = settlement.basis;
        if basis == SettlementBasis::Interim {
            // A payment on account settles nothing.
            return;
        }
        let token = match (basis, given, figures.payable) {
            (SettlementBasis::Formula, _, Some(payable)) => Token::Step(payable),
            (SettlementBasis::Nil | SettlementBasis::Refusal, ..) => self.zero(),
            (_, Some(token), _) => token,
            (SettlementBasis::Agreed, None, Some(payable)) => Token::Step(payable),
            _ => {
                self.find("ADJ-09", Level::Stop, source, "amount", "no-amount");
                unknown(Reason::NoAmount)
            }
        };
        let draft = Draft::new("step-settlement", vec![token]).about(source).from([source]);
        let step = self.amount_step(draft);
        figures.settlement = Some(step);
        let Some(balance) = figures.balance else { return };
        if self.amount(balance).is_ok_and(|balance| balance > Decimal::ZERO) {
            let formula = vec![Token::Step(step), OVER, Token::Step(balance)];
            figures.settlement_ratio =
                Some(self.ratio_step(Draft::new("step-settlement-ratio", formula).about(source)));
        }
    }

    /// ADJ-09 and ADJ-11: the settlement against the result of the formula. `amount` is nothing
    /// where none is given, and `Some(None)` where it cannot be known.
    fn check_settlement(
        &mut self,
        settlement: &Settlement,
        amount: Option<Option<Decimal>>,
        formula: Result<Decimal, Reason>,
    ) {
        let source = settlement.source;
        let differs = match (amount, formula) {
            (Some(Some(amount)), Ok(formula)) => amount != formula,
            _ => false,
        };
        let basis = settlement.basis;
        let reasoned = settlement.reasoned;
        let mut stop = |check, why| self.find(check, Level::Stop, source, "amount", why);
        let zero = amount.is_none_or(|amount| amount.is_some_and(|a| a.is_zero()));
        match basis {
            SettlementBasis::Formula if differs => stop("ADJ-09", "differs-from-formula"),
            SettlementBasis::Formula if formula.is_err() => stop("ADJ-09", "no-formula-result"),
            SettlementBasis::Agreed if differs && !reasoned => {
                stop("ADJ-09", "differs-from-formula");
            }
            SettlementBasis::Interim => {
                if let (Some(Some(amount)), Ok(formula)) = (amount, formula)
                    && amount > formula
                {
                    stop("ADJ-11", "above-formula");
                }
            }
            SettlementBasis::Compromise | SettlementBasis::ExGratia if !reasoned => {
                stop("ADJ-09", "no-reason");
            }
            SettlementBasis::Nil if !zero => stop("ADJ-09", "nil-with-amount"),
            SettlementBasis::Nil if formula.is_ok_and(|f| !f.is_zero()) => {
                stop("ADJ-09", "differs-from-formula");
            }
            SettlementBasis::Refusal if !zero => stop("ADJ-09", "refusal-with-amount"),
            _ => {}
        }
    }

    /// ADJ-01: no settlement above all sums insured together with the extensions, nor above what is
    /// left of a limit for the event or the period with them. What was paid before has used up its
    /// part of a sum insured that was not reinstated.
    fn check_sums_insured(&mut self, figures: &Figures, works: &[Work<'a>]) {
        let (Some(step), Some(settlement)) = (figures.settlement, &self.input.settlement) else {
            return;
        };
        let mut room = Decimal::ZERO;
        for work in works {
            let Some(sum) = &work.sum_insured else { return };
            let Ok(Some(sum)) = self.value(sum).map(|v| v.to_decimal()) else { return };
            let used = work.item.filter(|item| !item.reinstated).and_then(|item| item.paid_before);
            let left = sum.saturating_sub(used.unwrap_or_default()).max(Decimal::ZERO);
            let Some(next) = crate::money::exact_sum(room, left) else { return };
            room = next;
        }
        let mut extras = Decimal::ZERO;
        for extra in [figures.extensions, figures.sue_labour].into_iter().flatten() {
            let Ok(amount) = self.amount(extra) else { return };
            let Some(next) = crate::money::exact_sum(extras, amount) else { return };
            extras = next;
        }
        let Ok(amount) = self.amount(step) else { return };
        let beyond =
            |room: Decimal| crate::money::exact_sum(room, extras).is_some_and(|room| amount > room);
        if !works.is_empty() && beyond(room) {
            self.find("ADJ-01", Level::Stop, settlement.source, "amount", "above-sum-insured");
        }
        if self.input.limits.iter().any(|limit| self.left_of(limit).is_some_and(beyond)) {
            self.find("ADJ-01", Level::Stop, settlement.source, "amount", "above-limit");
        }
    }

    /// What is left of a limit on the whole payment, where it is an amount in the same currency; a
    /// limit on some items says nothing about a lump sum.
    fn left_of(&self, limit: &Limit) -> Option<Decimal> {
        let whole = matches!(limit.kind, LimitKind::Event | LimitKind::Aggregate);
        let same = limit.currency.is_none_or(|currency| currency == self.input.currency);
        let counts = whole && same && self.counts(limit) == Counts::Yes;
        let amount = limit.amount.filter(|_| counts)?;
        Some(amount.saturating_sub(limit.used.unwrap_or_default()).max(Decimal::ZERO))
    }

    /// Steps 21 and 22: interim payments and the currency of payment.
    pub(super) fn pay(&mut self, figures: &mut Figures) {
        let input = self.input;
        let Some(last) = figures.settlement.or(figures.payable) else { return };
        let mut due = last;
        if !input.interim.is_empty() {
            let mut paid = Vec::new();
            for interim in &input.interim {
                let token = match interim.amount {
                    Some(amount) => self.given(amount, interim.currency, interim.source, "amount"),
                    None => {
                        self.find("ADJ-11", Level::Stop, interim.source, "amount", "no-amount");
                        unknown(Reason::NoAmount)
                    }
                };
                let draft = Draft::new("step-interim", vec![token]).about(interim.source);
                paid.push(self.amount_step(draft));
            }
            let paid = self.total("step-interim-total", paid);
            figures.interim = Some(paid);
            let formula = vec![Token::Step(last), MINUS, Token::Step(paid)];
            due = self.amount_step(Draft::new("step-due", formula));
            if self.amount(due).is_ok_and(|a| a.is_sign_negative() && !a.is_zero()) {
                self.find("ADJ-11", Level::Stop, input.interim[0].source, "amount", "above-result");
            }
        }
        figures.due = Some(due);
        figures.payment = Some(due);
        if let Some(currency) = input.payment_currency.filter(|c| *c != input.currency) {
            let case = self.case_place();
            let step = self.convert(Token::Step(due), input.currency, currency, case, "currency");
            figures.payment = Some(step);
        }
    }
}
