//! How someone who has only common tools checks the dossier.

use crate::flow::Flow;
use crate::input::Telling;
use crate::page::MissingCharacter;
use crate::style::{BODY, SIDE, SMALL, TEXT, WIDTH};

/// Sets the guide: words and the commands to type.
pub fn set(flow: &mut Flow<'_>, telling: &Telling<'_>) {
    flow.paragraph(&telling.say("check-intro"));
    let data = telling.input.attachments.iter().any(|attached| attached.name == "case.json");
    let attached = if data { "check-attachments" } else { "check-hashes" };
    let steps: [(&str, &[&str]); 5] = [
        ("check-acrobat", &[]),
        ("check-seal", &["pdfsig dossier.pdf"]),
        (
            "check-openssl",
            &[
                "grep -a -o '/ByteRange .*]' dossier.pdf",
                "(head -c A dossier.pdf; tail -c C dossier.pdf) > signed.bin",
                "pdfsig -dump dossier.pdf",
                "openssl cms -verify -noverify -binary -inform DER -in dossier.pdf.sig0 -content signed.bin -out same.bin",
            ],
        ),
        ("check-photos", &["pdfimages -all dossier.pdf photo", "sha256sum photo-*.jpg"]),
        (attached, &["pdfdetach -saveall dossier.pdf"]),
    ];
    for (number, (key, commands)) in (1..).zip(steps) {
        flow.ensure(4.0 * BODY.leading_pt);
        let words = format!("{number}. {}", telling.say(key));
        flow.text_in(&words, BODY, SIDE, WIDTH);
        for command in commands {
            flow.text_in(command, SMALL.in_colour(TEXT), SIDE + 14.0, WIDTH - 14.0);
        }
        flow.gap(5.0);
    }
}

/// Says which characters have no glyph, so that nobody takes a box for what was written.
pub fn missing(flow: &mut Flow<'_>, telling: &Telling<'_>, missing: &[MissingCharacter]) {
    if missing.is_empty() {
        return;
    }
    const NAMED_MAX: usize = 40;
    let mut named: Vec<String> = missing
        .iter()
        .take(NAMED_MAX)
        .map(|m| format!("U+{:04X} × {}", u32::from(m.character), m.count))
        .collect();
    if missing.len() > NAMED_MAX {
        named.push("…".to_owned());
    }
    flow.subsection(&telling.say("missing-title"));
    flow.paragraph(&telling.say_with("missing-intro", &[("count", &missing.len().to_string())]));
    flow.remark(&named.join(", "));
}
