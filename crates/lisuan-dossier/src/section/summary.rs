//! The first page after the contents: the parties, the case in a few lines, the figures.

use crate::flow::Flow;
use crate::input::{NOTHING, Telling, shown, text};
use crate::section::adjustment;
use crate::table::{Column, Row, Table};

/// Sets the parties and the summary.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    parties(flow, telling);
    let head = &telling.case().head;
    flow.subsection(&telling.say("abstract"));
    let lob = head.line_of_business.map(|l| telling.say(&format!("lob-{}", l.as_str())));
    let mut pairs = vec![
        (
            telling.say("report-no"),
            shown(Some(&telling.input.report.number).filter(|n| !n.is_empty())),
        ),
        (telling.say("engaged-on"), shown(head.engaged_on)),
        (telling.say("line-of-business"), lob.unwrap_or(NOTHING.to_owned())),
        (telling.say("policy-no"), text(head.policy_no.as_ref())),
        (telling.say("sum-insured"), sums_insured(telling)),
        (telling.say("loss-date"), shown(head.loss_date)),
        (telling.say("loss-place"), text(head.loss_place.as_ref())),
        (telling.say("cause"), text(head.cause.as_ref())),
        (telling.say("liability"), text(head.liability.as_ref())),
    ];
    pairs.extend(adjustment::headline_pairs(telling));
    pairs.push((telling.say("signatories"), signatories(telling)));
    flow.pairs(&pairs);
}

fn parties(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    let head = &telling.case().head;
    let letterhead = telling.input.letterhead;
    let mut table = Table::new(vec![
        Column::words(telling.say("party"), 26.0),
        Column::words(telling.say("name"), 60.0),
        Column::words(telling.say("address-and-contact"), 70.0),
    ]);
    let firm = [&letterhead.address, &letterhead.contact];
    let firm: Vec<&str> =
        firm.into_iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let licence = Some(letterhead.licence_no.as_str()).filter(|number| !number.is_empty());
    let licence = licence.map(|number| telling.say_with("firm-licence", &[("number", number)]));
    let firm: Vec<String> = firm.into_iter().map(str::to_owned).chain(licence).collect();
    let rows = [
        ("principal", text(head.principal.as_ref()), String::new()),
        ("insurer", text(head.insurer.as_ref()), contact(telling, "insurer")),
        ("insured", text(head.insured.as_ref()), contact(telling, "insured")),
        ("firm", telling.firm().to_owned(), firm.join("\n")),
    ];
    let mut any = false;
    for (key, name, about) in rows {
        if (name == NOTHING || name.is_empty()) && about.is_empty() {
            continue;
        }
        any = true;
        table.row(Row::new(vec![telling.say(key).into(), name.into(), about.into()]));
    }
    if any {
        flow.subsection(&telling.say("parties"));
        table.set(flow);
    }
}

/// Those on record who stand for a party: name, position, telephone.
fn contact(telling: &Telling<'_>, party: &str) -> String {
    let persons = telling.case().persons.iter();
    let persons = persons.filter(|person| person.party.is_some_and(|p| p.as_str() == party));
    let said = persons.map(|person| {
        let parts = [&person.name, &person.position, &person.phone];
        parts.into_iter().flatten().cloned().collect::<Vec<_>>().join(" ")
    });
    said.collect::<Vec<_>>().join("\n")
}

/// The sums insured of all items, by currency.
fn sums_insured(telling: &Telling<'_>) -> String {
    use std::collections::BTreeMap;
    let mut sums: BTreeMap<&str, Option<rust_decimal::Decimal>> = BTreeMap::new();
    for item in &telling.case().policy_items {
        let Some(sum) = item.sum_insured else { continue };
        let currency = item.currency.as_deref().unwrap_or(telling.currency());
        let entry = sums.entry(currency).or_insert(Some(rust_decimal::Decimal::ZERO));
        *entry = entry.and_then(|total| total.checked_add(sum));
    }
    let said = sums.into_iter().filter_map(|(currency, sum)| {
        Some(format!("{currency} {}", lisuan_core::money::grouped(sum?, 2)))
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { NOTHING.to_owned() } else { said.join(" + ") }
}

/// Names and licence numbers of those who sign.
fn signatories(telling: &Telling<'_>) -> String {
    let said = telling.case().signatories.iter().map(|signatory| {
        let duty = signatory.duty.map(|duty| telling.say(&format!("duty-{}", duty.as_str())));
        let parts = [duty, signatory.name.clone(), signatory.licence_no.clone()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { NOTHING.to_owned() } else { said.join("\n") }
}
