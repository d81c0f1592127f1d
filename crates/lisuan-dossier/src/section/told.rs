//! Sections that people write: what happened, whether the policy answers, what follows.

use lisuan_core::case::NoteKind;
use lisuan_core::money::{grouped, plain};

use crate::flow::Flow;
use crate::input::{NOTHING, Telling, moment, shown, text};
use crate::section::{adjustment, wording};
use crate::table::{Column, Row, Table};

/// Sets a text of the case, or says that none was recorded.
fn told(flow: &mut Flow<'_>, telling: &Telling<'_>, value: Option<&String>) {
    match value.filter(|value| !value.trim().is_empty()) {
        Some(value) => flow.paragraph(value),
        None => flow.paragraph(&telling.say("not-recorded")),
    }
}

/// Sets a text under its own heading where there is one.
fn part(flow: &mut Flow<'_>, telling: &Telling<'_>, heading: &str, value: Option<&String>) {
    if let Some(value) = value.filter(|value| !value.trim().is_empty()) {
        flow.subsection(&telling.say(heading));
        flow.paragraph(value);
    }
}

/// 标的概况.
pub fn subject(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    told(flow, telling, telling.case().head.subject.as_ref());
}

/// 事故信息: when, where, how, why.
pub fn event(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let head = &telling.case().head;
    flow.pairs(&[
        (telling.say("loss-date"), shown(head.loss_date)),
        (telling.say("loss-place"), text(head.loss_place.as_ref())),
        (telling.say("peril"), text(head.peril.as_ref())),
    ]);
    part(flow, telling, "course", head.course.as_ref());
    part(flow, telling, "cause", head.cause.as_ref());
}

/// 责任认定: in period, at the place, what was hit, why, and whether the policy answers.
pub fn liability(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let head = &telling.case().head;
    let period = match (head.policy_from, head.policy_to) {
        (None, None) => NOTHING.to_owned(),
        (from, to) => format!("{} – {}", shown(from), shown(to)),
    };
    flow.pairs(&[
        (telling.say("policy-period"), period),
        (telling.say("loss-date"), shown(head.loss_date)),
        (telling.say("handover-date"), shown(head.handover_date)),
    ]);
    told(flow, telling, head.liability.as_ref());
}

/// 重复保险: other policies on the same interest, and who shares this one.
pub fn other_insurance(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    use lisuan_core::change::Kind;
    if !wording::set(flow, telling, None, |kind| kind == Kind::OtherPolicy) {
        flow.paragraph(&telling.say("no-other-insurance"));
    }
}

/// 第三者责任 and what was received.
pub fn third_party(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let case = telling.case();
    let said = case.head.third_party.as_ref();
    // What is on record below tells it.
    let listed = !case.third_parties.is_empty()
        || !case.returned_parts.is_empty()
        || !case.recoveries.is_empty();
    if said.is_some() || !listed {
        told(flow, telling, said);
    }
    adjustment::recoveries(flow, telling);
}

/// 免赔额及残值: as the policy has them, and what they come to.
pub fn deductible(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    use lisuan_core::change::Kind;
    wording::set(flow, telling, None, |kind| kind == Kind::Deductible);
    let adjustment = &telling.input.assessment.adjustment;
    let figures = &adjustment.figures;
    let shown = [("deductible-total", figures.deductible), ("salvage-total", figures.salvage)];
    let pairs = shown.map(|(key, step)| {
        let money = adjustment.money(step).map(|money| money.to_string());
        (telling.say(key), money.unwrap_or_else(|| telling.say("not-known")))
    });
    flow.pairs(&pairs);
}

/// 公估结论, with the figures it rests on.
pub fn conclusion(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    told(flow, telling, telling.case().head.conclusion.as_ref());
    adjustment::result(flow, telling);
    adjustment::settlements(flow, telling);
}

/// 预付赔款: paid on account, and what is recommended.
pub fn interim(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let payments = &telling.case().interim_payments;
    if payments.is_empty() {
        flow.paragraph(&telling.say("no-interim"));
    } else {
        let mut table = Table::new(vec![
            Column::words(telling.say("date"), 24.0),
            Column::words(telling.say("recovery-ground"), 70.0),
            Column::figures(telling.say("amount"), 36.0),
        ]);
        for payment in payments {
            let currency = payment.currency.as_deref().unwrap_or(telling.currency());
            let amount = payment.amount.map(|amount| format!("{currency} {}", grouped(amount, 2)));
            table.row(Row::new(vec![
                shown(payment.paid_on).into(),
                text(payment.ground.as_ref()).into(),
                shown(amount).into(),
            ]));
        }
        table.set(flow);
    }
    let advice = telling.case().head.interim_advice;
    let advice = advice.map(|amount| format!("{} {}", telling.currency(), grouped(amount, 2)));
    flow.pairs(&[(telling.say("interim-advice"), shown(advice))]);
}

/// 估损与下部工作计划, with the rights that stay reserved.
pub fn plan(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let head = &telling.case().head;
    let reserve = head.reserve.map(|sum| format!("{} {}", telling.currency(), grouped(sum, 2)));
    flow.pairs(&[(telling.say("reserve"), shown(reserve))]);
    told(flow, telling, head.plan.as_ref());
    flow.subsection(&telling.say("reservation"));
    flow.paragraph(&telling.say("reservation-text"));
}

/// 协商: who said what when, and where the parties stand.
pub fn negotiation(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let contacts: Vec<_> =
        telling.case().notes.iter().filter(|note| note.kind == Some(NoteKind::Contact)).collect();
    if contacts.is_empty() && telling.case().negotiation_rounds.is_empty() {
        flow.paragraph(&telling.say("no-contacts"));
    }
    for note in contacts {
        let at = note.at.map_or(NOTHING.to_owned(), |at| moment(&at.to_string()));
        let place = note.place.as_deref().unwrap_or_default();
        flow.subsection(format!("{at}  {place}").trim());
        flow.paragraph(note.text.as_deref().unwrap_or(NOTHING));
    }
    prices(flow, telling);
    scenarios(flow, telling);
}

/// Prices that were negotiated, with both positions.
fn prices(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let negotiated = telling.case().prices.iter();
    let negotiated = negotiated.filter(|price| price.asked.is_some() || price.offered.is_some());
    let mut table = Table::new(vec![
        Column::words(telling.say("item"), 50.0),
        Column::words(telling.say("unit"), 14.0),
        Column::figures(telling.say("asked"), 28.0),
        Column::figures(telling.say("offered"), 28.0),
        Column::figures(telling.say("agreed"), 28.0),
    ]);
    let mut any = false;
    for price in negotiated {
        any = true;
        let amount = |value: Option<rust_decimal::Decimal>| {
            value.map_or(NOTHING.to_owned(), |value| crate::input::figure(value, 2))
        };
        table.row(Row::new(vec![
            text(price.item.as_ref()).into(),
            text(price.unit.as_ref()).into(),
            amount(price.asked).into(),
            amount(price.offered).into(),
            amount(price.amount).into(),
        ]));
    }
    if any {
        flow.subsection(&telling.say("negotiated-prices"));
        table.set(flow);
    }
}

/// Where each reading of the case ends.
fn scenarios(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let case = telling.case();
    let results = telling.input.assessment.scenarios(case);
    if results.is_empty() {
        return;
    }
    flow.subsection(&telling.say("readings"));
    let mut table = Table::new(vec![
        Column::words(telling.say("reading"), 90.0),
        Column::figures(telling.say("payable"), 40.0),
        Column::figures(telling.say("difference"), 40.0),
    ]);
    let base = &telling.input.assessment.adjustment;
    let payable = base.money(base.figures.payable);
    let said = |money: Option<lisuan_core::money::Money>| {
        money.map_or_else(|| telling.say("not-known"), |money| money.to_string())
    };
    table.row(Row::total(vec![
        telling.say("our-reading").into(),
        said(payable).into(),
        NOTHING.into(),
    ]));
    for result in results {
        let scenario = case.scenarios.iter().find(|scenario| scenario.id == result.id);
        let name = scenario.and_then(|scenario| scenario.name.clone()).unwrap_or_default();
        let theirs = result.adjustment.money(result.adjustment.figures.payable);
        let difference = match (theirs, payable) {
            (Some(theirs), Some(ours)) if theirs.currency() == ours.currency() => {
                theirs.amount().checked_sub(ours.amount()).map(|sum| plain(sum, 2))
            }
            _ => None,
        };
        table.row(Row::new(vec![name.into(), said(theirs).into(), shown(difference).into()]));
    }
    table.set(flow);
}
