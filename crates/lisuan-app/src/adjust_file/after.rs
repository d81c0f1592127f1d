//! What stands around one adjustment: several losses as one event, the premium for reinstating the
//! sum insured, and money that comes in after the payment.

use jiff::civil::DateTime;
use lisuan_core::adjustment::{
    RecoveryMethod, events_within, reinstatement_premium, share_recovery,
};
use lisuan_core::moment::Date;
use lisuan_core::money::{Currency, Money, plain};
use rust_decimal::Decimal;

use super::form::{Form, Given, Shape};
use super::problem::{Code, Fault};
use super::value;
use super::view::{OccurrencesView, ReinstatementView, SharedRecoveryView, SurroundingsView};
use crate::Words;

/// A day of a year at most, so that a basis of 360, 365 or 366 reads and a slip does not.
const DAY_BASIS_MAX: u32 = 366;

/// All that stands around an adjustment; each part is there or not.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    occurrences: Option<Occurrences>,
    reinstatement: Option<Reinstatement>,
    later_recovery: Option<LaterRecovery>,
}

/// Losses of one peril that a clause may make one event.
#[derive(Debug, Clone, Default)]
struct Occurrences {
    hours: Option<u32>,
    deductible: Option<Decimal>,
    losses: Vec<Loss>,
}

#[derive(Debug, Clone, Default)]
struct Loss {
    at: Option<DateTime>,
    amount: Option<Decimal>,
}

/// The sum insured after a loss.
#[derive(Debug, Clone, Default)]
struct Reinstatement {
    sum_insured: Option<Decimal>,
    paid: Option<Decimal>,
    annual_rate: Option<Decimal>,
    loss_date: Option<Date>,
    period_end: Option<Date>,
    day_basis: Option<u32>,
}

/// Money from a third party after the payment.
#[derive(Debug, Clone, Default)]
struct LaterRecovery {
    method: &'static str,
    loss: Option<Decimal>,
    paid: Option<Decimal>,
    deductible: Option<Decimal>,
    recovery: Option<Decimal>,
}

fn moment(node: &super::node::Node) -> Result<DateTime, Fault> {
    let text = value::text(node)?;
    // The reader of dates takes more spellings than the format has.
    let plain = matches!(text.len(), 16 | 19) && text.as_bytes().get(10) == Some(&b'T');
    let read = text.parse().ok().filter(|_| plain);
    read.ok_or_else(|| Fault::new(Code::Moment).with("value", text))
}

impl Loss {
    fn fields<F: Form>(form: &mut F, it: &mut Self) {
        let at = ("at", "When, by the clock at the place: 2024-07-01T08:00.", Shape::Moment);
        form.required(at, &mut it.at, |node| moment(node).map(Some));
        required(form, "amount", "How much.", &mut it.amount);
    }
}

/// An amount that has to be there.
fn required<F: Form>(
    form: &mut F,
    name: &'static str,
    doc: &'static str,
    slot: &mut Option<Decimal>,
) {
    form.required((name, doc, Shape::Amount), slot, |node| value::amount(node).map(Some));
}

impl Occurrences {
    fn fields<F: Form>(form: &mut F, it: &mut Self) {
        let doc = "Consecutive hours that are one event; 0 where there is no such clause.";
        form.required(("hours", doc, Shape::Count), &mut it.hours, |n| value::count(n).map(Some));
        required(form, "deductible", "Deductible of each event.", &mut it.deductible);
        match form.objects("losses", "The losses, in any order.", Loss::fields) {
            Given::Absent | Given::Emptied => {}
            Given::Value(losses) => it.losses = losses,
        }
    }
}

impl Reinstatement {
    fn fields<F: Form>(form: &mut F, it: &mut Self) {
        form.amount("sum_insured", "The sum insured before the loss.", &mut it.sum_insured);
        required(form, "paid", "What was paid.", &mut it.paid);
        let rate = ("annual_rate", "The rate of premium for a year.", Shape::Ratio);
        form.required(rate, &mut it.annual_rate, |node| value::ratio(node).map(Some));
        let date = |node: &super::node::Node| value::date(node).map(Some);
        form.required(("loss_date", "The day of the loss.", Shape::Date), &mut it.loss_date, date);
        let end = ("period_end", "The last day of the period.", Shape::Date);
        form.required(end, &mut it.period_end, date);
        let basis = ("day_basis", "Days of a year: 360, 365 or 366.", Shape::Count);
        form.required(basis, &mut it.day_basis, |node| {
            let days = value::count(node)?;
            let fits = (1..=DAY_BASIS_MAX).contains(&days);
            fits.then_some(Some(days)).ok_or_else(|| Fault::new(Code::Count).with("value", days))
        });
    }
}

impl LaterRecovery {
    fn fields<F: Form>(form: &mut F, it: &mut Self) {
        let words = RecoveryMethod::WORDS;
        let method = ("method", "How it is shared; see recovery.method.", Shape::Words(words));
        form.required(method, &mut it.method, |node| value::word(node, words));
        required(form, "loss", "The whole loss.", &mut it.loss);
        required(form, "paid", "What the insurer paid.", &mut it.paid);
        form.amount("deductible", "The insured's deductible.", &mut it.deductible);
        required(form, "recovery", "What came in.", &mut it.recovery);
    }
}

impl Around {
    pub(super) fn fields<F: Form>(&mut self, form: &mut F) {
        let doc = "Losses of one peril within so many hours: one event or several.";
        replace(form.object("occurrences", doc, Occurrences::fields), &mut self.occurrences);
        let doc = "What is left of the sum insured, and the premium for reinstating it.";
        replace(form.object("reinstatement", doc, Reinstatement::fields), &mut self.reinstatement);
        let doc = "Money from a third party that came in after the payment, and who gets it.";
        let later = form.object("later_recovery", doc, LaterRecovery::fields);
        replace(later, &mut self.later_recovery);
    }

    /// What follows from it; nothing where nothing of it stands in the file.
    pub(super) fn view(&self, currency: Currency, words: &Words) -> Option<SurroundingsView> {
        let view = SurroundingsView {
            occurrences: self.occurrences.as_ref().and_then(|o| o.view(currency, words)),
            reinstatement: self.reinstatement.as_ref().and_then(|r| r.view(currency, words)),
            later_recovery: self.later_recovery.as_ref().and_then(|l| l.view(currency, words)),
        };
        (view != SurroundingsView::default()).then_some(view)
    }
}

fn replace<T>(given: Given<T>, slot: &mut Option<T>) {
    match given {
        Given::Absent => {}
        Given::Emptied => *slot = None,
        Given::Value(value) => *slot = Some(value),
    }
}

fn text(amount: Decimal, currency: Currency) -> String {
    plain(amount, currency.minor_digits())
}

impl Occurrences {
    fn view(&self, currency: Currency, words: &Words) -> Option<OccurrencesView> {
        let losses: Option<Vec<_>> = self.losses.iter().map(|l| Some((l.at?, l.amount?))).collect();
        let (losses, hours, deductible) = (losses?, self.hours?, self.deductible?);
        let without = events_within(&losses, 0, deductible);
        let (without, with) = match (without, events_within(&losses, hours, deductible)) {
            (Ok(without), Ok(with)) => (without, with),
            (Err(reason), _) | (_, Err(reason)) => {
                let unknown = Some(words.say(&format!("reason-{}", reason.as_str()), &[]));
                return Some(OccurrencesView { unknown, ..OccurrencesView::default() });
            }
        };
        Some(OccurrencesView {
            events: with.events,
            total: Some(text(with.total, currency)),
            without_clause: Some(text(without.total, currency)),
            unknown: None,
        })
    }
}

impl Reinstatement {
    fn view(&self, currency: Currency, words: &Words) -> Option<ReinstatementView> {
        let paid = Money::new(self.paid?, currency);
        let (rate, basis) = (self.annual_rate?, self.day_basis?);
        let premium = reinstatement_premium(&paid, rate, self.loss_date?, self.period_end?, basis);
        let left = self.sum_insured.and_then(|sum| sum.checked_sub(paid.amount()));
        let unknown = premium.as_ref().err().map(|_| words.say("reason-too-large", &[]));
        Some(ReinstatementView {
            remaining: left.map(|left| text(left.max(Decimal::ZERO), currency)),
            premium: premium.ok().map(|premium| text(premium.amount(), currency)),
            unknown,
        })
    }
}

impl LaterRecovery {
    fn view(&self, currency: Currency, words: &Words) -> Option<SharedRecoveryView> {
        let money = |amount| Money::new(amount, currency);
        let deductible = money(self.deductible.unwrap_or_default());
        let (loss, paid, recovery) = (self.loss?, self.paid?, self.recovery?);
        let method = self.method.parse().ok()?;
        let shared =
            share_recovery(method, &money(loss), &money(paid), &deductible, &money(recovery));
        let unknown = shared
            .as_ref()
            .err()
            .map(|reason| words.say(&format!("reason-{}", reason.as_str()), &[]));
        let shared = shared.ok();
        Some(SharedRecoveryView {
            insurer: shared.map(|shared| text(shared.insurer.amount(), currency)),
            insured: shared.map(|shared| text(shared.insured.amount(), currency)),
            unknown,
        })
    }
}
