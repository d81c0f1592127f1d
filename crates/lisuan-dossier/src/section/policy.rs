//! What is insured, and on which terms.

use crate::flow::Flow;
use crate::input::{NOTHING, Telling, figure, shown, text};
use crate::section::wording;
use crate::table::{Column, Row, Table};

/// Sets the policy summary.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let head = &telling.case().head;
    let lob = head.line_of_business.map(|l| telling.say(&format!("lob-{}", l.as_str())));
    let period = match (head.policy_from, head.policy_to) {
        (None, None) => NOTHING.to_owned(),
        (from, to) => format!("{} – {}", shown(from), shown(to)),
    };
    let pair = |key: &str, value: String| (telling.say(key), value);
    flow.pairs(&[
        pair("claim-no", text(head.claim_no.as_ref())),
        pair("policy-no", text(head.policy_no.as_ref())),
        pair("line-of-business", lob.unwrap_or(NOTHING.to_owned())),
        pair("policy-period", period),
        pair("insured", text(head.insured.as_ref())),
        pair("insurer", text(head.insurer.as_ref())),
        pair("handover-date", shown(head.handover_date)),
    ]);
    items(flow, telling);
    terms(flow, telling);
    wording::set(flow, telling, Some("wording"), |kind| !wording::ELSEWHERE.contains(&kind));
}

fn items(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let items = &telling.case().policy_items;
    if items.is_empty() {
        return;
    }
    flow.subsection(&telling.say("policy-items"));
    let mut table = Table::new(vec![
        Column::words(telling.say("policy-item"), 26.0),
        Column::words(telling.say("currency"), 9.0),
        Column::figures(telling.say("sum-insured"), 20.0),
        Column::figures(telling.say("insurable-value"), 20.0),
        Column::figures(telling.say("salvage"), 16.0),
        Column::words(telling.say("clause"), 20.0),
    ]);
    let amount = |value: Option<_>| value.map_or(NOTHING.to_owned(), |v| figure(v, 2));
    for item in items {
        let currency = item.currency.as_deref().unwrap_or(telling.currency());
        table.row(Row::new(vec![
            text(item.name.as_ref()).into(),
            currency.into(),
            amount(item.sum_insured).into(),
            amount(item.insurable_value).into(),
            amount(item.salvage).into(),
            text(item.clause.as_ref()).into(),
        ]));
    }
    table.set(flow);
}

fn terms(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let terms = &telling.case().terms;
    if terms.is_empty() {
        return;
    }
    flow.subsection(&telling.say("terms"));
    let mut table = Table::new(vec![
        Column::words(telling.say("term"), 30.0),
        Column::words(telling.say("term-value"), 26.0),
        Column::words(telling.say("clause"), 30.0),
        Column::words(telling.say("explained"), 14.0),
    ]);
    for term in terms {
        let explained = term.explained.map(|e| telling.say(&format!("explained-{}", e.as_str())));
        let (name, value) = words(telling, &text(term.code.as_ref()), &text(term.value.as_ref()));
        table.row(Row::new(vec![
            name.into(),
            value.into(),
            text(term.clause.as_ref()).into(),
            explained.unwrap_or(NOTHING.to_owned()).into(),
        ]));
    }
    table.set(flow);
}

/// A term in words where the catalogue has some: its name, and the value of a switch.
fn words(telling: &Telling<'_>, code: &str, value: &str) -> (String, String) {
    let name = telling.term(code).unwrap_or_else(|| code.to_owned());
    let amount = || value.parse().map_or(value.to_owned(), |amount| figure(amount, 0));
    (name, telling.term_value(code, value).unwrap_or_else(amount))
}
