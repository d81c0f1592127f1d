//! The money so far, as the window, the command line and the header of the case show it.

use lisuan_core::adjustment::Adjustment;
use lisuan_core::assessment::Assessment;
use lisuan_core::case::Case;
use lisuan_core::money::{Money, grouped, in_words_zh};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;

use crate::wire::Figures;

/// The figures of a case; every one is a step of the adjustment.
pub(crate) fn figures(case: &Case, assessment: &Assessment) -> Figures {
    figures_of(case, &assessment.adjustment)
}

/// The same of an adjustment of the case, such as that of a scenario.
pub(crate) fn figures_of(case: &Case, adjustment: &Adjustment) -> Figures {
    let known = &adjustment.figures;
    let text = |index| adjustment.money(index).map(text);
    // Lines that cannot be computed yet are missing from the sum, and said to be by a finding.
    let loss = adjustment.assessed();
    let settlement = case.settlements.last();
    Figures {
        currency: adjustment.currency.to_string(),
        claimed: text(known.claimed),
        assessed: loss.map(self::text),
        salvage: text(known.salvage),
        deductible: text(known.deductible),
        recovered: text(known.recovered),
        balance: text(known.balance),
        payable: text(known.payable),
        payable_words: adjustment.money(known.payable).and_then(|m| in_words_zh(&m).ok()),
        settled: text(known.settlement),
        settlement_kind: settlement.and_then(|s| s.kind).map(|kind| kind.as_str().to_owned()),
        bars: bars(adjustment, loss),
    }
}

fn text(money: Money) -> String {
    grouped(money.amount(), money.currency().minor_digits())
}

/// Claimed, assessed, payable and settled in thousandths of the largest: lengths of a picture.
fn bars(adjustment: &Adjustment, loss: Option<Money>) -> [u16; 4] {
    let known = &adjustment.figures;
    let amounts = [
        adjustment.amount(known.claimed),
        loss.map(|money| money.amount()),
        adjustment.amount(known.payable),
        adjustment.amount(known.settlement),
    ]
    .map(|amount| amount.unwrap_or_default().max(Decimal::ZERO));
    let largest = amounts.iter().copied().max().unwrap_or_default();
    amounts.map(|amount| {
        let part = amount.checked_div(largest).and_then(|part| part.checked_mul(1000.into()));
        part.and_then(|part| part.to_u16()).unwrap_or(0)
    })
}
