//! From the records of the policy wording to what the adjustment is computed from.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::terms::Reading;
use crate::Id;
use crate::adjustment::{
    Coinsurer, Deductible, Extension, FxDate, Input, Interim, Limit, LimitKind, OtherPolicy, Rate,
    Reduction, SubLimit, SueLabour, Switch, YesNo,
};
use crate::case::{self, Case, LimitOf, PolicyItem, RateDay};
use crate::change::Kind;

/// The sum insured of an item on the day of the loss: as the last endorsement that was in force
/// then left it. Without a day of loss only the schedule counts.
pub(super) fn sum_insured(case: &Case, item: &PolicyItem) -> Option<Decimal> {
    let in_force = |e: &&case::Endorsement| {
        let (Some(from), Some(loss)) = (e.effective_from, case.head.loss_date) else {
            return false;
        };
        e.policy_item == Some(item.id) && e.sum_insured.is_some() && from <= loss
    };
    case.endorsements
        .iter()
        .filter(in_force)
        .max_by_key(|e| (e.effective_from, e.issued_on, e.id))
        .and_then(|e| e.sum_insured)
        .or(item.sum_insured)
}

/// Days as typed; a negative number is no waiting period and counts as one of no days.
fn days(field: Option<i64>) -> Option<u32> {
    field.map(|days| u32::try_from(days.max(0)).unwrap_or(u32::MAX))
}

fn yes(field: Option<case::YesNo>) -> bool {
    field.is_some_and(case::YesNo::is_yes)
}

impl Reading<'_> {
    /// Puts the wording into the input.
    pub(super) fn wording(&mut self, input: &mut Input) {
        let case = self.case;
        input.peril.clone_from(&case.head.peril);
        input.payment_currency =
            self.currency(case.head.payment_currency.as_deref(), Kind::Case, case.head.id);
        input.deductibles = case.deductibles.iter().map(|d| self.deductible(d)).collect();
        input.limits = case.limits.iter().filter_map(|l| self.limit(l)).collect();
        input.extensions = case.extensions.iter().map(|e| self.extension(e)).collect();
        input.sue_labour = case.sue_labour.iter().map(|s| self.sue_labour(s)).collect();
        input.reductions = case.reductions.iter().filter_map(reduction).collect();
        input.other_insurance = other_insurance(case);
        input.coinsurers = coinsurers(case);
        input.interim = case::on_account(case).iter().map(|p| self.interim(p)).collect();
        input.rates = case.exchange_rates.iter().filter_map(|r| self.rate(r)).collect();
    }

    fn deductible(&mut self, d: &case::Deductible) -> Deductible {
        Deductible {
            item: d.policy_item,
            fixed: d.fixed,
            rate: d.rate,
            peril: d.peril.clone(),
            days: days(d.days),
            period_days: days(d.period_days),
            currency: self.currency(d.currency.as_deref(), Kind::Deductible, d.id),
            clause: d.clause.clone(),
            ..Deductible::new((Kind::Deductible, d.id))
        }
    }

    /// A limit whose kind is not chosen yet is not in force; the engine finds one without amount.
    fn limit(&mut self, l: &case::PolicyLimit) -> Option<Limit> {
        let kind = match l.kind? {
            LimitOf::Event => LimitKind::Event,
            LimitOf::Aggregate => LimitKind::Aggregate,
            LimitOf::Group => LimitKind::Group,
        };
        let of_section = |item: &&PolicyItem| l.section.is_some() && item.section == l.section;
        let mut items: BTreeSet<Id> =
            self.case.policy_items.iter().filter(of_section).map(|item| item.id).collect();
        items.extend(l.policy_item);
        Some(Limit {
            items: items.into_iter().collect(),
            peril: l.peril.clone(),
            amount: l.amount,
            rate_of_sum_insured: l.rate_of_sum_insured,
            used: l.used,
            currency: self.currency(l.currency.as_deref(), Kind::PolicyLimit, l.id),
            clause: l.clause.clone(),
            ..Limit::new((Kind::PolicyLimit, l.id), kind)
        })
    }

    fn extension(&mut self, e: &case::Extension) -> Extension {
        let source = (Kind::Extension, e.id);
        let limits = [
            e.limit_amount.map(SubLimit::Amount),
            e.limit_of_sum_insured.map(SubLimit::OfSumInsured),
            e.limit_of_loss.map(SubLimit::OfAdjustedLoss),
        ];
        Extension {
            item: e.policy_item,
            cost: e.cost,
            currency: self.currency(e.currency.as_deref(), Kind::Extension, e.id),
            limits: limits.into_iter().flatten().collect(),
            average: e.average.map_or_else(Switch::default, |average| {
                let value = if average.is_yes() { YesNo::Yes } else { YesNo::No };
                Switch::chosen(value, e.clause.clone(), Some(source))
            }),
            deductible: e.deductible,
            deductible_rate: e.deductible_rate,
            outside_deductible: yes(e.outside_deductible),
            inside_sum_insured: yes(e.inside_sum_insured),
            additional: e.additional,
            without_loss: yes(e.without_loss),
            clause: e.clause.clone(),
            ..Extension::new(source)
        }
    }

    fn sue_labour(&mut self, s: &case::SueLabour) -> SueLabour {
        SueLabour {
            item: s.policy_item,
            cost: s.cost,
            currency: self.currency(s.currency.as_deref(), Kind::SueLabour, s.id),
            insured_share: s.insured_share,
            clause: s.clause.clone(),
            ..SueLabour::new((Kind::SueLabour, s.id))
        }
    }

    fn interim(&mut self, p: &case::OnAccount<'_>) -> Interim {
        let (kind, id) = p.place;
        Interim {
            amount: p.amount,
            currency: self.currency(p.currency, kind, id),
            ..Interim::new(p.place)
        }
    }

    /// A rate counts once both currencies and the rate are there.
    fn rate(&mut self, r: &case::ExchangeRate) -> Option<Rate> {
        let record = (Kind::ExchangeRate, r.id);
        Some(Rate {
            record,
            from: self.currency(r.from_currency.as_deref(), record.0, record.1)?,
            to: self.currency(r.to_currency.as_deref(), record.0, record.1)?,
            rate: r.rate?,
            date: r.dated,
            publisher: r.publisher.clone(),
            day: r.day.map(|day| match day {
                RateDay::LossDate => FxDate::LossDate,
                RateDay::CostDate => FxDate::CostDate,
                RateDay::AgreementDate => FxDate::AgreementDate,
                RateDay::PaymentDate => FxDate::PaymentDate,
            }),
        })
    }
}

fn reduction(r: &case::Reduction) -> Option<Reduction> {
    Some(Reduction { clause: r.clause.clone(), ..Reduction::new((Kind::Reduction, r.id), r.rate?) })
}

/// The earliest policy first: the sequential method pays in that order.
fn other_insurance(case: &Case) -> Vec<OtherPolicy> {
    let mut policies: Vec<_> = case.other_policies.iter().collect();
    policies.sort_by_key(|policy| (policy.period_from, policy.id));
    policies
        .into_iter()
        .map(|policy| OtherPolicy {
            ours: yes(policy.ours),
            sum_insured: policy.sum_insured,
            liability: policy.liability,
            ..OtherPolicy::new(
                (Kind::OtherPolicy, policy.id),
                policy.insurer.clone().unwrap_or_default(),
            )
        })
        .collect()
}

/// The leader first, the others in the order they were written down. One whose share is not
/// written yet has none, so that the shares do not add up and are a finding.
fn coinsurers(case: &Case) -> Vec<Coinsurer> {
    let mut insurers: Vec<_> = case.coinsurers.iter().collect();
    insurers.sort_by_key(|insurer| (!yes(insurer.leads), insurer.id));
    insurers
        .into_iter()
        .map(|insurer| Coinsurer {
            source: (Kind::Coinsurer, insurer.id),
            name: insurer.name.clone().unwrap_or_default(),
            share: insurer.share.unwrap_or_default(),
        })
        .collect()
}
