//! A measurement sheet on paper: head, rows, statement, places to sign.

use lisuan_core::assessment::STATEMENT;
use lisuan_core::case::{Measurement, MeasurementSheet};

use crate::flow::{Align, Flow};
use crate::input::{Telling, moment, text};
use crate::page::Page;
use crate::section::{quantities, record};
use crate::style::{
    BODY, HAIR, HAIR_PT, HEADING, INK, MUTED, PAGE_HEIGHT, SIDE, SMALL, TEXT, WIDTH,
};

/// Who signs a joint measurement (rules.md 3.3).
const PARTIES: [&str; 5] = ["insured", "supervisor", "owner", "adjuster", "insurer"];

/// Sets a sheet and gives its title.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>, sheet: &MeasurementSheet) -> String {
    let title = record::title(telling, sheet);
    let top = flow.y;
    flow.short_at(&title, HEADING, (SIDE, WIDTH), top, Align::Left);
    flow.y = top + HEADING.leading_pt + 2.0;
    flow.rule(SIDE, SIDE + WIDTH, 0.8, INK);
    flow.y += 8.0;
    let head = &telling.case().head;
    let mut pairs: Vec<(String, String)> = [
        ("field-claim-case-claim-no", &head.claim_no),
        ("field-claim-case-policy-no", &head.policy_no),
        ("field-claim-case-insured", &head.insured),
    ]
    .into_iter()
    .filter(|(_, value)| value.is_some())
    .map(|(key, value)| (telling.say_other(key, &[]), text(value.as_ref())))
    .collect();
    pairs.extend(record::head(telling, sheet));
    flow.pairs(&pairs);
    flow.gap(8.0);
    let rows: Vec<&Measurement> =
        telling.case().measurements.iter().filter(|row| row.sheet == Some(sheet.id)).collect();
    quantities::table(flow, telling, &rows);
    flow.gap(10.0);
    flow.text_in(STATEMENT, BODY.bold(), SIDE, WIDTH);
    flow.gap(6.0);
    for party in PARTIES {
        place_to_sign(flow, telling, party);
    }
    title
}

/// The party, a line to sign on, a line for the date.
fn place_to_sign(flow: &mut Flow<'_>, telling: &Telling<'_>, party: &str) {
    flow.ensure(44.0);
    let top = flow.y;
    let name = telling.say_other(&format!("choice-person-party-{party}"), &[]);
    flow.short_at(&name, BODY, (SIDE, 110.0), top + 16.0, Align::Left);
    for (left, width, label) in [(118.0, 230.0, "sign-line"), (364.0, 129.0, "sign-date")] {
        let (left, y) = (SIDE + left, top + 32.0);
        flow.stroke((left, y), (left + width, y), 0.6, TEXT);
        flow.short_at(&telling.say(label), SMALL, (left, width), y + 1.0, Align::Left);
    }
    flow.y = top + 48.0;
}

/// Sets the footer of every page.
pub fn running(pages: &mut [Page], flow: &Flow<'_>, telling: &Telling<'_>) {
    let count = pages.len().to_string();
    let made = format!("{} · {}", telling.input.program, moment(telling.input.exported_at));
    for (index, page) in pages.iter_mut().enumerate() {
        let number = (index + 1).to_string();
        let of = telling.say_with("page-of", &[("page", &number), ("pages", &count)]);
        let mut line = Flow::new(flow.fonts);
        let style = crate::style::RUNNING.in_colour(MUTED);
        let foot = PAGE_HEIGHT - 44.0;
        line.stroke((SIDE, foot - 6.0), (SIDE + WIDTH, foot - 6.0), HAIR_PT, HAIR);
        line.short_at(&made, style, (SIDE, WIDTH / 2.0), foot, Align::Left);
        line.short_at(&of, style, (SIDE, WIDTH), foot, Align::Right);
        if let Some(set) = line.pages.pop() {
            page.items.extend(set.items);
        }
    }
}
