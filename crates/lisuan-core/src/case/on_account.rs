//! What was paid before the final payment, and what came back after it.

use rust_decimal::Decimal;

use super::{Case, PaymentKind, Recovery};
use crate::Id;
use crate::change::Kind;
use crate::moment::Date;

/// A payment on account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnAccount<'a> {
    /// The record it stands in.
    pub place: (Kind, Id),
    /// When it was paid.
    pub paid_on: Option<Date>,
    /// How much.
    pub amount: Option<Decimal>,
    /// In which currency; the case's when empty.
    pub currency: Option<&'a str>,
}

/// The payments on account, each once: they stand among the interim payments of the adjustment or
/// among the payments made, and where one stands in both it is the same money.
pub fn on_account(case: &Case) -> Vec<OnAccount<'_>> {
    let mut all: Vec<OnAccount<'_>> = case
        .interim_payments
        .iter()
        .map(|p| OnAccount {
            place: (Kind::InterimPayment, p.id),
            paid_on: p.paid_on,
            amount: p.amount,
            currency: p.currency.as_deref(),
        })
        .collect();
    let mut noted = vec![true; all.len()];
    let made = case.payments.iter().filter(|p| p.kind == Some(PaymentKind::Interim));
    for payment in made.filter(|payment| payment.paid_on.is_some()) {
        let same = |(other, free): (&OnAccount<'_>, &bool)| {
            let day = other.paid_on.is_none() || other.paid_on == payment.paid_on;
            *free && day && other.amount == payment.amount
        };
        match all.iter().zip(&noted).position(same) {
            Some(i) => noted[i] = false,
            None => {
                all.push(OnAccount {
                    place: (Kind::Payment, payment.id),
                    paid_on: payment.paid_on,
                    amount: payment.amount,
                    currency: payment.currency.as_deref(),
                });
                noted.push(false);
            }
        }
    }
    all
}

/// Whether a recovery came after the final payment: then it is no part of the adjustment any more
/// but shared between insurer and insured (保险法 60).
pub fn came_after_payment(case: &Case, recovery: &Recovery) -> bool {
    let made = case.payments.iter().filter(|p| p.kind == Some(PaymentKind::Final));
    let paid = made.filter_map(|payment| payment.paid_on).min();
    paid.zip(recovery.received_on).is_some_and(|(paid, received)| received > paid)
}
