//! A letter: the firm's head, the addressee, the subject, the text, who signs, the seal.

use lisuan_core::case::Letter;

use crate::flow::{Align, Flow};
use crate::input::{Telling, shown};
use crate::page::SealPlace;
use crate::section::{cover, signature};
use crate::style::{BODY, HEADING, SIDE, SMALL, TEXT, WIDTH};

/// Sets a letter; gives its subject and where the seal is shown.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>, letter: &Letter) -> (String, SealPlace) {
    cover::letterhead(flow, telling);
    flow.y += 46.0;
    flow.hairline();
    flow.y += 10.0;
    let top = flow.y;
    let claim = telling.say_with("letter-claim", &[("claim", telling.claim_no())]);
    flow.short_at(&claim, SMALL, (SIDE, WIDTH / 2.0), top, Align::Left);
    flow.short_at(&shown(letter.dated), SMALL, (SIDE, WIDTH), top, Align::Right);
    flow.y = top + SMALL.leading_pt;
    let lines = [
        letter.number.as_deref().map(|n| telling.say_with("letter-number", &[("number", n)])),
        letter.addressee.as_deref().map(|to| telling.say_with("letter-to", &[("to", to)])),
        letter.address.clone(),
    ];
    for line in lines.into_iter().flatten() {
        flow.text_in(&line, SMALL, SIDE, WIDTH);
    }
    flow.y += 22.0;
    let subject = letter.subject.clone().unwrap_or_default();
    for line in flow.broken(&subject, HEADING, WIDTH) {
        let top = flow.y;
        flow.line_at(&line, HEADING, (SIDE, WIDTH), top, Align::Centre);
        flow.y += HEADING.leading_pt;
    }
    flow.y += 14.0;
    let style = crate::style::Style { size_pt: 10.5, leading_pt: 18.0, ..BODY };
    flow.text_in(letter.text.as_deref().unwrap_or_default(), style, SIDE, WIDTH);
    flow.gap(20.0);
    flow.ensure(150.0);
    let signed = letter.signed_by.as_deref().unwrap_or_default();
    let label = telling.say("letter-signed");
    let left = SIDE + WIDTH - 200.0;
    let top = flow.y;
    flow.short_at(&label, SMALL, (left, 60.0), top + 18.0, Align::Left);
    flow.short_at(signed, BODY, (left + 60.0, 140.0), top + 15.0, Align::Left);
    flow.stroke((left + 60.0, top + 33.0), (left + 200.0, top + 33.0), 0.6, TEXT);
    flow.y = top + 44.0;
    (subject, signature::seal(flow, telling))
}
