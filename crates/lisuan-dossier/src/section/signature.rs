//! The page to sign, and the place of the seal.

use lisuan_core::case::{Duty, ReportKind};

use crate::flow::{Align, Flow};
use crate::input::{Telling, moment};
use crate::page::{Area, Item, Rect, SealPlace};
use crate::style::{BODY, CINNABAR, MUTED, SIDE, SMALL, TEXT, WIDTH};

/// Sets the signature page and says where the seal is shown.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) -> SealPlace {
    flow.paragraph(&telling.say(match telling.input.report.kind {
        ReportKind::Claim => "signature-intro-claim",
        ReportKind::Minutes => "signature-intro-minutes",
        ReportKind::File => "signature-intro-file",
        _ => "signature-intro",
    }));
    flow.gap(14.0);
    for signer in signers(telling) {
        person(flow, telling, &signer);
    }
    flow.gap(20.0);
    let place = seal(flow, telling);
    flow.gap(14.0);
    let at = moment(telling.input.exported_at);
    flow.remark(&telling.say_with("claimed-time", &[("time", &at)]));
    flow.remark(&match telling.input.issuer {
        Some(issuer) => telling.say_with("certificate-issued", &[("issuer", issuer)]),
        None => telling.say("certificate-kind"),
    });
    if !telling.input.certificate.is_empty() {
        let print = [("print", telling.input.certificate)];
        flow.remark(&telling.say_with("certificate-print", &print));
    }
    flow.remark(&telling.say("disclaimer"));
    place
}

/// Who is to sign: for whom or as what, and what is known of the person.
struct Signer {
    what: String,
    name: String,
    licence_no: Option<String>,
}

/// Those on record who sign; at least two who handle the case and one who reviews (评估法 26, 27),
/// by hand where nobody is on record. A claim and minutes are signed by the parties.
fn signers(telling: &Telling<'_>) -> Vec<Signer> {
    let blank =
        |what: String| Signer { what, name: String::new(), licence_no: Some(String::new()) };
    let party = |party: &str, name: Option<&String>| Signer {
        what: telling.say_other(&format!("choice-person-party-{party}"), &[]),
        name: name.cloned().unwrap_or_default(),
        licence_no: None,
    };
    let head = &telling.case().head;
    match telling.input.report.kind {
        ReportKind::Claim => {
            return vec![party("insured", head.insured.as_ref()), party("broker", None)];
        }
        ReportKind::Minutes | ReportKind::Measurement => {
            return vec![
                party("insured", head.insured.as_ref()),
                party("insurer", head.insurer.as_ref()),
                party("adjuster", Some(&telling.firm().to_owned())),
            ];
        }
        _ => {}
    }
    let duties = [
        (Duty::Handling, "signatory-adjuster", 1),
        (Duty::Assisting, "signatory-second", 1),
        (Duty::Proofreading, "signatory-proofreader", 0),
        (Duty::Reviewing, "signatory-reviewer", 1),
    ];
    let all = &telling.case().signatories;
    let mut signers = Vec::new();
    for (duty, key, at_least) in duties {
        let known = all.iter().filter(|signatory| signatory.duty == Some(duty));
        let known: Vec<Signer> = known
            .map(|signatory| Signer {
                what: telling.say(key),
                name: signatory.name.clone().unwrap_or_default(),
                licence_no: Some(signatory.licence_no.clone().unwrap_or_default()),
            })
            .collect();
        let missing = usize::from(at_least > known.len());
        signers.extend(known);
        signers.extend((0..missing).map(|_| blank(telling.say(key))));
    }
    signers
}

/// Places to write on: name and signature, licence number, date. What is known is printed there.
fn person(flow: &mut Flow<'_>, telling: &Telling<'_>, signer: &Signer) {
    flow.ensure(46.0);
    let top = flow.y;
    // Two languages stand one above the other here; the last line is that of the signature.
    let lines = flow.broken(&signer.what, BODY.bold(), 112.0);
    for (n, line) in lines.iter().rev().take(3).enumerate() {
        let top = top + 18.0 - n as f32 * BODY.leading_pt;
        flow.line_at(line, BODY.bold(), (SIDE, 112.0), top, Align::Left);
    }
    let mut places = vec![(118.0, 150.0, "sign-here", signer.name.as_str())];
    if let Some(licence_no) = &signer.licence_no {
        places.push((284.0, 110.0, "licence-no", licence_no));
    }
    places.push((410.0, 83.0, "date", ""));
    for (left, width, label, known) in places {
        let (left, y) = (SIDE + left, top + 34.0);
        flow.stroke((left, y), (left + width, y), 0.6, TEXT);
        // A printed name stands small at the right: the place itself is for the hand.
        let style = if label == "sign-here" { SMALL } else { BODY };
        let align = if label == "sign-here" { Align::Right } else { Align::Left };
        flow.short_at(known, style, (left, width), y - style.leading_pt - 1.0, align);
        flow.short_at(&telling.say(label), SMALL, (left, width), y + 1.0, Align::Left);
    }
    flow.y = top + 58.0;
}

/// Sets the frame of the seal with what it means.
pub fn seal(flow: &mut Flow<'_>, telling: &Telling<'_>) -> SealPlace {
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
