//! Who bears the indemnity: third parties, other insurers, co-insurers.

use super::Source;
use super::input::OtherPolicy;
use super::ledger::{CLOSE, Draft, Ledger, MAX, MIN, MINUS, OPEN, OR, OVER, TIMES, unknown};
use super::step::{Reason, Token};
use super::switches::{ContributionMethod, RecoveryMethod};
use super::waterfall::Event;
use super::{Figures, Share};
use crate::finding::Level;
use crate::money::{Exact, Money, split};
use rust_decimal::Decimal;

impl<'a> Ledger<'a> {
    /// Steps 18 and 19: recoveries and other insurance; sets the result of the formula.
    pub(super) fn parties(&mut self, figures: &mut Figures, event: &Event) -> Vec<Share> {
        figures.own_payable = Some(event.payable);
        let mut payable = event.payable;
        if let (Some(recovered), Some(net)) = (figures.recovered, figures.net_loss) {
            payable = self.less_recovery(payable, recovered, net, event.deductible);
            let formula = vec![Token::Step(net), MINUS, Token::Step(recovered)];
            figures.balance = Some(self.amount_step(Draft::new("step-balance", formula)));
        } else {
            figures.balance = figures.net_loss;
        }
        let shares = self.contribution(payable, figures.net_loss, event.deductible);
        if let Some(share) = shares.iter().find(|share| share.ours) {
            payable = share.step;
        }
        figures.payable = Some(payable);
        shares
    }

    /// Step 18: what the insurer takes of money that the insured already has (保险法 60(2)).
    fn less_recovery(
        &mut self,
        payable: usize,
        recovered: usize,
        net: usize,
        deductible: Option<usize>,
    ) -> usize {
        let switch = &self.input.switches.recovery_method;
        if switch.value == RecoveryMethod::DeductFromLoss {
            return payable;
        }
        let method = self.used("recovery.method", switch, RecoveryMethod::as_str);
        if self.amount(net).is_ok_and(|net| net.is_zero()) {
            // Nothing was lost, so nothing is shared.
            return payable;
        }
        let taken = recovery_formula(
            method,
            Token::Step(payable),
            Token::Step(recovered),
            Token::Step(net),
            deductible.map_or(self.zero(), Token::Step),
        );
        let draft = Draft::new("step-recovery-taken", taken).by(switch.clause.as_ref());
        let taken = self.amount_step(draft);
        let formula = vec![Token::Step(payable), MINUS, Token::Step(taken)];
        self.floored_step(Draft::new("step-after-recovery", formula).by(switch.clause.as_ref()))
    }

    /// Step 19: each policy's part of the loss; empty when there is no other policy.
    fn contribution(
        &mut self,
        payable: usize,
        net: Option<usize>,
        deductible: Option<usize>,
    ) -> Vec<Share> {
        let input = self.input;
        let policies = &input.other_insurance;
        let Some(net) = net.filter(|_| policies.len() > 1) else { return Vec::new() };
        if policies.iter().filter(|policy| policy.ours).count() != 1 {
            let case = self.case_place();
            self.find("POL-11", Level::Stop, case, "policy_no", "own-policy-not-marked");
            return Vec::new();
        }
        let switch = &input.switches.contribution_method;
        let method = self.used("contribution.method", switch, ContributionMethod::as_str);
        let mut formula = vec![Token::Step(net)];
        if let Some(deductible) = deductible {
            formula.extend([MINUS, Token::Step(deductible)]);
        }
        let base = self.floored_step(Draft::new("step-contribution-base", formula));
        if method == ContributionMethod::Sequential {
            return self.one_after_the_other(policies, payable, base);
        }
        let by_sums = method == ContributionMethod::SumInsured;
        let mut weights = Vec::new();
        for policy in policies {
            weights.push(if by_sums {
                self.policy_sum(policy)
            } else {
                self.liability(policy, payable, base)
            });
        }
        let parts = self.split_by(base, &weights);
        let total = self.total("step-contribution-weights", weights.clone());
        let mut shares = Vec::new();
        for (i, policy) in policies.iter().enumerate() {
            let formula = self.share_formula(base, weights[i], total);
            let draft = Draft::new("step-contribution", formula)
                .about(policy.source)
                .by(switch.clause.as_ref());
            let value = match &parts {
                Ok(parts) => Ok(parts[i]),
                Err(reason) => Err(*reason),
            };
            let part = self.finish_amount(draft, value, input.currency);
            shares.push(self.capped_share(policy, part, payable, base));
        }
        shares
    }

    /// No policy pays more in contribution than it would alone.
    fn capped_share(
        &mut self,
        policy: &OtherPolicy,
        part: usize,
        payable: usize,
        base: usize,
    ) -> Share {
        let alone = self.liability(policy, payable, base);
        let above = matches!((self.amount(part), self.amount(alone)), (Ok(p), Ok(a)) if p > a);
        let step = if above || policy.ours && self.amount(alone).is_err() {
            let formula = vec![MIN, Token::Step(part), OR, Token::Step(alone), CLOSE];
            self.amount_step(Draft::new("step-contribution-cap", formula).about(policy.source))
        } else {
            part
        };
        Share { source: policy.source, name: policy.name.clone(), ours: policy.ours, step }
    }

    fn policy_sum(&mut self, policy: &OtherPolicy) -> usize {
        let token = match policy.sum_insured {
            Some(sum) if sum > Decimal::ZERO => self.money(sum),
            _ => {
                self.find("POL-11", Level::Stop, policy.source, "sum_insured", "no-sum-insured");
                unknown(Reason::NoSumInsured)
            }
        };
        self.amount_step(Draft::new("step-policy-sum", vec![token]).about(policy.source))
    }

    /// What a policy would pay alone.
    fn liability(&mut self, policy: &OtherPolicy, payable: usize, base: usize) -> usize {
        if policy.ours {
            return payable;
        }
        let formula = match (policy.liability, policy.sum_insured) {
            (Some(liability), _) => vec![self.money(liability)],
            (None, Some(sum)) => vec![MIN, Token::Step(base), OR, self.money(sum), CLOSE],
            (None, None) => {
                self.find("POL-11", Level::Stop, policy.source, "sum_insured", "no-sum-insured");
                vec![unknown(Reason::NoSumInsured)]
            }
        };
        self.amount_step(Draft::new("step-policy-alone", formula).about(policy.source))
    }

    fn one_after_the_other(
        &mut self,
        policies: &[OtherPolicy],
        payable: usize,
        base: usize,
    ) -> Vec<Share> {
        let mut rest = base;
        let mut shares = Vec::new();
        for policy in policies {
            let alone = self.liability(policy, payable, base);
            let formula = vec![MIN, Token::Step(alone), OR, Token::Step(rest), CLOSE];
            let draft = Draft::new("step-contribution", formula).about(policy.source);
            let step = self.amount_step(draft);
            shares.push(Share {
                source: policy.source,
                name: policy.name.clone(),
                ours: policy.ours,
                step,
            });
            let formula = vec![Token::Step(rest), MINUS, Token::Step(step)];
            rest = self.floored_step(Draft::new("step-contribution-rest", formula));
        }
        shares
    }

    /// Step 20: the written shares of the co-insurers (共保), to the cent.
    pub(super) fn coinsurers(&mut self, figures: &Figures) -> Vec<Share> {
        let input = self.input;
        let Some(total) = figures.settlement.or(figures.payable) else { return Vec::new() };
        if input.coinsurers.is_empty() {
            return Vec::new();
        }
        let mut sum = Some(Decimal::ZERO);
        let mut fits = true;
        for party in &input.coinsurers {
            let token = self.share(party.share, party.source, "share", "share");
            fits &= self.value(&token).is_ok();
            sum = sum.and_then(|sum| crate::money::exact_sum(sum, party.share));
        }
        if sum != Some(Decimal::ONE) {
            fits = false;
            let first: Source = input.coinsurers[0].source;
            self.find("ARI-05", Level::Stop, first, "share", "shares-not-100");
        }
        let weights: Vec<Exact> =
            input.coinsurers.iter().map(|p| Exact::from_decimal(p.share)).collect();
        let parts = match self.amount(total) {
            _ if !fits => Err(Reason::SharesNotWhole),
            Err(reason) => Err(reason),
            Ok(amount) => {
                split(&Money::new(amount, input.currency), &weights).map_err(Reason::from)
            }
        };
        let mut shares = Vec::new();
        for (i, party) in input.coinsurers.iter().enumerate() {
            let rate = Token::Figure(super::step::Figure::percent(party.share));
            let draft = Draft::new("step-coinsurer", vec![Token::Step(total), TIMES, rate])
                .about(party.source);
            let value = match &parts {
                Ok(parts) => Ok(parts[i].amount()),
                Err(reason) => Err(*reason),
            };
            let step = self.finish_amount(draft, value, input.currency);
            let (source, name) = (party.source, party.name.clone());
            shares.push(Share { source, name, ours: i == 0, step });
        }
        shares
    }
}

/// What the insurer takes of a recovery R, with the payable P, the net loss L and the deductible D.
pub(super) fn recovery_formula(
    method: RecoveryMethod,
    payable: Token,
    recovered: Token,
    net: Token,
    deductible: Token,
) -> Vec<Token> {
    let zero = Token::Figure(super::step::Figure::Number(Decimal::ZERO));
    match method {
        RecoveryMethod::DeductFromLoss => vec![zero],
        RecoveryMethod::DeductFromPayable => vec![MIN, payable, OR, recovered, CLOSE],
        RecoveryMethod::InsuredFirst => vec![
            MIN,
            payable.clone(),
            OR,
            MAX,
            zero,
            OR,
            recovered,
            MINUS,
            OPEN,
            net,
            MINUS,
            payable,
            CLOSE,
            CLOSE,
            CLOSE,
        ],
        RecoveryMethod::ProRata => {
            vec![MIN, payable.clone(), OR, recovered, TIMES, payable, OVER, net, CLOSE]
        }
        RecoveryMethod::TopDown => vec![
            MIN,
            payable.clone(),
            OR,
            MAX,
            zero.clone(),
            OR,
            recovered,
            MINUS,
            MAX,
            zero,
            OR,
            net,
            MINUS,
            payable,
            MINUS,
            deductible,
            CLOSE,
            CLOSE,
            CLOSE,
        ],
    }
}
