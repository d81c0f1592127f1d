//! The page to sign, and the place of the seal.

use crate::flow::{Align, Flow};
use crate::input::{Telling, moment};
use crate::page::{Area, Item, Rect, SealPlace};
use crate::style::{BODY, CINNABAR, MUTED, SIDE, SMALL, TEXT, WIDTH};

/// Sets the signature page and says where the seal is shown.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) -> SealPlace {
    flow.paragraph(&telling.say("signature-intro"));
    flow.gap(14.0);
    for key in ["signatory-adjuster", "signatory-second", "signatory-reviewer"] {
        person(flow, telling, key);
    }
    flow.gap(20.0);
    let place = seal(flow, telling);
    flow.gap(14.0);
    let at = moment(telling.input.exported_at);
    flow.remark(&telling.say_with("claimed-time", &[("time", &at)]));
    flow.remark(&telling.say("certificate-kind"));
    if !telling.input.certificate.is_empty() {
        let print = [("print", telling.input.certificate)];
        flow.remark(&telling.say_with("certificate-print", &print));
    }
    flow.remark(&telling.say("disclaimer"));
    place
}

/// Three places to write on: name and signature, licence number, date.
fn person(flow: &mut Flow<'_>, telling: &Telling<'_>, key: &str) {
    flow.ensure(46.0);
    let top = flow.y;
    flow.short_at(&telling.say(key), BODY.bold(), (SIDE, 110.0), top + 18.0, Align::Left);
    let spans = [(118.0, 150.0, "sign-here"), (284.0, 110.0, "licence-no"), (410.0, 83.0, "date")];
    for (left, width, label) in spans {
        let (left, y) = (SIDE + left, top + 34.0);
        flow.stroke((left, y), (left + width, y), 0.6, TEXT);
        flow.short_at(&telling.say(label), SMALL, (left, width), y + 1.0, Align::Left);
    }
    flow.y = top + 58.0;
}

fn seal(flow: &mut Flow<'_>, telling: &Telling<'_>) -> SealPlace {
    const SIZE: (f32, f32) = (220.0, 84.0);
    flow.ensure(SIZE.1 + 10.0);
    let area = Area { x: SIDE, y: flow.y, width: SIZE.0, height: SIZE.1 };
    flow.push(Item::Rect(Rect { area, fill: None, stroke: Some((1.2, CINNABAR)) }));
    let span = (area.x + 12.0, area.width - 24.0);
    let title = telling.say("sealed-by");
    flow.short_at(&title, SMALL.in_colour(CINNABAR), span, area.y + 9.0, Align::Left);
    let who = [telling.firm(), telling.input.author].into_iter().find(|who| !who.is_empty());
    let name = BODY.bold().in_colour(CINNABAR);
    flow.short_at(who.unwrap_or_default(), name, span, area.y + 23.0, Align::Left);
    if who != Some(telling.input.author) {
        let author = SMALL.in_colour(TEXT);
        flow.short_at(telling.input.author, author, span, area.y + 40.0, Align::Left);
    }
    let at = moment(telling.input.exported_at);
    flow.short_at(&at, SMALL.in_colour(MUTED), span, area.y + 60.0, Align::Left);
    let side = (area.right() + 16.0, WIDTH - area.width - 16.0);
    let lines = flow.broken(&telling.say("seal-means"), SMALL, side.1);
    for (i, line) in lines.iter().enumerate() {
        let top = area.y + 4.0 + i as f32 * SMALL.leading_pt;
        flow.line_at(line, SMALL, side, top, Align::Left);
    }
    flow.y = area.bottom();
    SealPlace { page: flow.page(), area }
}
