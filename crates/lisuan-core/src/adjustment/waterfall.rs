//! The order in which everything is computed (rules.md 1.4).

use rust_decimal::Decimal;

use super::extension::{ExtensionResult, Items, SueLabourResult};
use super::input::{Item, LimitKind, Line};
use super::item::{ItemResult, Work};
use super::ledger::{Draft, Ledger, PLUS, unknown};
use super::lines::{Claim, Goes, Lines};
use super::step::{Reason, Token};
use super::switches::{DeductibleTiming, RecoveryMethod, YesNo};
use super::{Adjustment, Figures};
use crate::change::Kind;
use crate::finding::Level;
use crate::money::exact_sum;

/// What the event comes to before other parties are asked.
pub(super) struct Event {
    pub before_deductible: usize,
    pub deductible: Option<usize>,
    pub after_deductible: usize,
    pub extensions: Vec<ExtensionResult>,
    pub sue_labour: Vec<SueLabourResult>,
    /// What this policy pays alone, at 100 %.
    pub payable: usize,
}

impl<'a> Ledger<'a> {
    /// Everything after the lines; those are put beside it afterwards.
    pub(super) fn rest(mut self, lines: &Lines) -> Adjustment {
        self.costs.clone_from(&lines.costs);
        let mut works = self.items(lines);
        let recovered = self.recovered();
        self.recover_from_loss(&mut works, recovered);
        let early = self.input.switches.deductible_timing.value == DeductibleTiming::BeforeAverage;
        let taken = if early { Some(self.deduct_before_average(&mut works)) } else { None };
        let results: Vec<ItemResult> = works.iter().map(|work| self.after_average(work)).collect();
        let event = self.event(&works, &results, taken);
        let mut figures = self.totals(lines, &works, &results, &event);
        figures.recovered = recovered;
        let parties = self.parties(&mut figures, &event);
        self.settle(&mut figures, &works);
        let shares = self.coinsurers(&figures);
        self.pay(&mut figures);
        self.report_unjustified();
        Adjustment {
            currency: self.input.currency,
            steps: self.steps,
            lines: Vec::new(),
            items: results,
            extensions: event.extensions,
            sue_labour: event.sue_labour,
            contribution: parties,
            coinsurers: shares,
            figures,
            findings: self.findings,
        }
    }

    /// The items with their lines, and the lines of none.
    fn items(&mut self, lines: &Lines) -> Vec<Work<'a>> {
        let input = self.input;
        let mut works = Vec::new();
        for (i, bucket) in lines.items.iter().enumerate() {
            let item = input.items.get(i);
            if bucket.members.is_empty() && !item.is_some_and(|item| self.is_referred_to(item)) {
                continue;
            }
            works.push(self.item(item, bucket));
        }
        works
    }

    /// Whether an item without a loss matters all the same.
    fn is_referred_to(&self, item: &Item) -> bool {
        let input = self.input;
        input.extensions.iter().any(|e| e.item == Some(item.id))
            || input.sue_labour.iter().any(|s| s.item.is_none_or(|id| id == item.id))
    }

    /// All money received from third parties, as one step.
    fn recovered(&mut self) -> Option<usize> {
        let input = self.input;
        let mut formula = Vec::new();
        for recovery in &input.recoveries {
            if !formula.is_empty() {
                formula.push(PLUS);
            }
            let token = match recovery.amount {
                Some(amount) => self.given(amount, recovery.currency, recovery.source, "amount"),
                None => {
                    self.find("ADJ-10", Level::Stop, recovery.source, "amount", "no-amount");
                    unknown(Reason::NoAmount)
                }
            };
            formula.push(token);
        }
        if formula.is_empty() {
            return None;
        }
        let sources = input.recoveries.iter().map(|r| r.source);
        Some(self.amount_step(Draft::new("step-recovered", formula).from(sources)))
    }

    /// `deduct_from_loss`: what was received comes off the loss before anything else; what names
    /// no item is shared by the losses.
    fn recover_from_loss(&mut self, works: &mut [Work<'a>], recovered: Option<usize>) {
        let input = self.input;
        let switch = &input.switches.recovery_method;
        if recovered.is_none() || switch.value != RecoveryMethod::DeductFromLoss {
            return;
        }
        self.used("recovery.method", switch, RecoveryMethod::as_str);
        let mut parts: Vec<Vec<Token>> = vec![Vec::new(); works.len()];
        let losses: Vec<usize> = works.iter().map(|work| work.loss).collect();
        for recovery in &input.recoveries {
            let Some(amount) = recovery.amount else {
                parts.iter_mut().for_each(|part| part.push(unknown(Reason::NoAmount)));
                continue;
            };
            let token = self.given(amount, recovery.currency, recovery.source, "amount");
            let named = works
                .iter()
                .position(|w| recovery.item.is_some() && w.item.map(|i| i.id) == recovery.item);
            if let Some(i) = named.or((works.len() == 1).then_some(0)) {
                parts[i].push(token);
                continue;
            }
            let draft = Draft::new("step-recovery", vec![token]).about(recovery.source);
            let step = self.amount_step(draft);
            let shares = self.split_by(step, &losses);
            for (i, part) in parts.iter_mut().enumerate() {
                part.push(match &shares {
                    Ok(shares) => self.money(shares[i]),
                    Err(reason) => unknown(*reason),
                });
            }
        }
        for (work, part) in works.iter_mut().zip(parts) {
            if part.is_empty() {
                continue;
            }
            let mut formula = vec![Token::Step(work.loss)];
            for token in part {
                formula.extend([super::ledger::MINUS, token]);
            }
            let draft = Draft::new("step-item-less-recovery", formula)
                .about(work.subject)
                .by(switch.clause.as_ref());
            work.less_recovery = Some(self.floored_step(draft));
        }
    }

    /// A sum of steps; one step alone stands for itself.
    pub(super) fn total(&mut self, key: &'static str, steps: Vec<usize>) -> usize {
        if let [step] = steps.as_slice() {
            return *step;
        }
        let formula = if steps.is_empty() { vec![self.zero()] } else { vec![Token::Sum(steps)] };
        self.amount_step(Draft::new(key, formula))
    }

    /// Steps 11 to 17.
    fn event(&mut self, works: &[Work<'a>], results: &[ItemResult], taken: Option<usize>) -> Event {
        let input = self.input;
        let items = Items { works, results, after_deductible: None };
        let sue_labour: Vec<_> =
            input.sue_labour.iter().map(|sue| self.sue_labour(sue, items)).collect();
        let mut extensions: Vec<_> = input
            .extensions
            .iter()
            .filter(|extension| !extension.outside_deductible)
            .map(|extension| self.extension(extension, items))
            .collect();
        let mut besides: Vec<usize> = extensions.iter().map(|e| e.payable).collect();
        let sue_steps: Vec<usize> = sue_labour.iter().map(|s| s.payable).collect();
        let sue_switch = &input.switches.sue_labour_deductible;
        let sue_inside = !sue_steps.is_empty()
            && self.used("sue_labour.deductible", sue_switch, YesNo::as_str) == YesNo::Yes;
        if sue_inside {
            besides.extend(&sue_steps);
        }
        let (before_deductible, deductible, mut step) = match taken {
            Some(taken) => {
                let pieces = self.pieces(works, results);
                let pieces = self.group_limits(works, pieces);
                let mut steps: Vec<usize> = pieces.iter().map(|piece| piece.step).collect();
                steps.extend(&besides);
                let step = self.total("step-before-limit", steps);
                let step = self.reduced(step);
                let step = self.limited(LimitKind::Event, "step-event-limit", step, works);
                (step, Some(taken), step)
            }
            None => self.deduct_late(works, results, &besides),
        };
        let after_deductible = step;
        if !sue_inside && !sue_steps.is_empty() {
            let formula = vec![Token::Step(step), PLUS, Token::Sum(sue_steps)];
            step = self.amount_step(
                Draft::new("step-with-sue-labour", formula).by(sue_switch.clause.as_ref()),
            );
        }
        let items = Items { works, results, after_deductible: Some(after_deductible) };
        for extension in input.extensions.iter().filter(|e| e.outside_deductible) {
            let result = self.extension(extension, items);
            let formula = vec![Token::Step(step), PLUS, Token::Step(result.payable)];
            step = self.amount_step(Draft::new("step-with-extension", formula));
            extensions.push(result);
        }
        let payable = self.limited(LimitKind::Aggregate, "step-aggregate-limit", step, works);
        Event { before_deductible, deductible, after_deductible, extensions, sue_labour, payable }
    }

    /// Totals over lines, items, extensions.
    fn totals(
        &mut self,
        lines: &Lines,
        works: &[Work<'a>],
        results: &[ItemResult],
        event: &Event,
    ) -> Figures {
        let claimed = self.claimed(lines);
        let unknown = || lines.marks.iter().filter(|mark| mark.touched.unknown);
        let unknown_lines = unknown().count();
        let losses: Vec<usize> = works.iter().map(|work| work.loss).collect();
        let salvage: Vec<usize> = works.iter().filter_map(|work| work.salvage).collect();
        let averaged: Vec<usize> = results.iter().map(|result| result.payable).collect();
        let loss = self.total("step-loss", losses.clone());
        let known_loss = if unknown().any(|mark| matches!(mark.goes, Goes::Item(_))) {
            self.known_loss(lines)
        } else {
            loss
        };
        let mut costs = losses;
        costs.extend(event.extensions.iter().map(|e| e.cost));
        costs.extend(event.sue_labour.iter().map(|s| s.cost));
        let mut formula = vec![Token::Sum(costs)];
        let salvage = (!salvage.is_empty()).then(|| self.total("step-salvage", salvage));
        if let Some(salvage) = salvage {
            formula.extend([super::ledger::MINUS, Token::Step(salvage)]);
        }
        let net_loss = self.amount_step(Draft::new("step-net-loss", formula));
        let extensions: Vec<usize> = event.extensions.iter().map(|e| e.payable).collect();
        let sue: Vec<usize> = event.sue_labour.iter().map(|s| s.payable).collect();
        Figures {
            claimed,
            loss: Some(loss),
            known_loss: Some(known_loss),
            unknown_lines,
            salvage,
            net_loss: Some(net_loss),
            after_average: Some(self.total("step-after-average", averaged)),
            extensions: (!extensions.is_empty()).then(|| self.total("step-extensions", extensions)),
            sue_labour: (!sue.is_empty()).then(|| self.total("step-sue-labours", sue)),
            before_deductible: Some(event.before_deductible),
            deductible: event.deductible,
            after_deductible: Some(event.after_deductible),
            ..Figures::default()
        }
    }

    /// The loss over the lines of items that can be computed already.
    fn known_loss(&mut self, lines: &Lines) -> usize {
        let both = lines.results.iter().zip(&lines.marks);
        let known =
            both.filter(|(result, mark)| result.extension.is_none() && !mark.touched.unknown);
        let steps: Vec<usize> = known.map(|(result, _)| result.adjusted).collect();
        if steps.len() < 2 {
            return self.total("step-known-loss", steps);
        }
        let sum = lines.items.iter().try_fold(Decimal::ZERO, |sum, bucket| {
            exact_sum(sum, bucket.lines.known()).ok_or(Reason::TooLarge)
        });
        let draft = Draft::new("step-known-loss", vec![Token::Sum(steps)]);
        self.finish_amount(draft, sum, self.input.currency)
    }

    /// 报损金额: the sum over the lines; a line without one counts nothing.
    fn claimed(&mut self, lines: &Lines) -> Option<usize> {
        let input = self.input;
        let mut total = Decimal::ZERO;
        let mut result = Ok(());
        let mut sources = Vec::new();
        for (n, mark) in lines.marks.iter().enumerate() {
            let place = (Kind::Line, mark.id);
            let value = match (mark.claim, input.lines.get(n)) {
                (Claim::Ours(amount), _) => Ok(amount),
                (Claim::Foreign, Some(Line { claimed: Some(amount), currency, .. })) => {
                    let token = self.given(*amount, *currency, place, "currency");
                    self.value(&token).and_then(|v| v.to_decimal().ok_or(Reason::TooLarge))
                }
                _ => continue,
            };
            sources.push(place);
            let sum = value.and_then(|v| exact_sum(total, v).ok_or(Reason::TooLarge));
            match sum {
                Ok(sum) => total = sum,
                Err(reason) => result = Err(reason),
            }
        }
        if sources.is_empty() {
            return None;
        }
        let draft = Draft::new("step-claimed", Vec::new()).from(sources);
        Some(self.finish_amount(draft, result.map(|()| total), input.currency))
    }
}
