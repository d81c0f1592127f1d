//! A dossier as an archive file: the rules of PDF/A-3b (ISO 19005-3) that can be checked here, over
//! every object. No validator of the standard runs where this program is built; what is checked is
//! exactly what stands below.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what fails here fails the test that asked for it"
)]

#[path = "../../lisuan-dossier/tests/sample/mod.rs"]
mod sample;
mod support;

use lisuan_core::assessment::Assessment;
use lisuan_core::clocks::Calendar;
use lisuan_dossier::{PhotoPicture, compose};
use lopdf::{Dictionary, Document, Object};
use support::{Stored, photo, write};

fn dossier() -> (Vec<u8>, Document) {
    let (case, _) = sample::small();
    let mut stored = Stored::default();
    let picture = PhotoPicture {
        photo: case.photos[0].id,
        key: stored.add(photo("iphone4s-rotated90-gravel.jpg")),
        pixels: (3264, 2448),
        orientation: 6,
        original: true,
    };
    let assessment = Assessment::of(&case, &Calendar::default());
    let attachments = [sample::attachment()];
    let pictures = [picture];
    let mut report = sample::FINAL.clone();
    report.draft = true;
    let mut input = sample::input(&case, &assessment, &pictures, "zh-CN", &attachments);
    input.report = &report;
    let document = compose(&input, &sample::Catalogue::of("zh-CN"), &sample::fonts());
    let (bytes, _) = write(&document, &mut stored).unwrap();
    let read = Document::load_mem(&bytes).unwrap();
    (bytes, read)
}

fn dictionary(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dictionary) => Some(dictionary),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

/// Every dictionary of the file, those inside others too.
fn all(document: &Document) -> Vec<&Dictionary> {
    fn inside<'a>(object: &'a Object, out: &mut Vec<&'a Dictionary>) {
        if let Object::Array(items) = object {
            items.iter().for_each(|item| inside(item, out));
        }
        if let Some(found) = dictionary(object) {
            out.push(found);
            found.iter().for_each(|(_, value)| inside(value, out));
        }
    }
    let mut out = Vec::new();
    document.objects.values().for_each(|object| inside(object, &mut out));
    out
}

fn follow<'a>(document: &'a Document, object: &'a Object) -> &'a Object {
    match object {
        Object::Reference(id) => document.get_object(*id).unwrap(),
        other => other,
    }
}

fn is(dictionary: &Dictionary, key: &[u8], name: &str) -> bool {
    matches!(dictionary.get(key), Ok(Object::Name(found)) if found == name.as_bytes())
}

#[test]
fn the_file_says_what_it_is_and_hides_nothing() {
    let (bytes, document) = dossier();
    assert!(bytes.starts_with(b"%PDF-1.7\n%"), "header");
    let marks = &bytes[10..14];
    assert!(marks.iter().all(|byte| *byte > 127), "a comment of four high bytes: {marks:?}");
    assert!(document.trailer.get(b"ID").is_ok(), "an identifier");
    assert!(document.trailer.get(b"Encrypt").is_err(), "no encryption");
    for found in all(&document) {
        for forbidden in [
            "JS",
            "JavaScript",
            "AA",
            "OpenAction",
            "XFA",
            "NeedAppearances",
            "OCProperties",
            "Alternates",
            "OPI",
            "Ref",
            "PS",
            "TR",
            "TR2",
            "HTP",
            "Collection",
            "Requirements",
        ] {
            assert!(found.get(forbidden.as_bytes()).is_err(), "{forbidden} in {found:?}");
        }
        let types = ["Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "GoToR"];
        for action in types {
            assert!(!is(found, b"S", action), "an action {action}");
        }
        assert!(!is(found, b"Filter", "LZWDecode"), "no LZW");
        assert!(
            !matches!(found.get(b"Interpolate"), Ok(Object::Boolean(true))),
            "pixels as they are"
        );
        for alpha in [&b"ca"[..], b"CA"] {
            let whole = match found.get(alpha) {
                Ok(Object::Real(value)) => *value >= 1.0,
                Ok(Object::Integer(value)) => *value >= 1,
                _ => true,
            };
            assert!(whole, "nothing is transparent: {found:?}");
        }
        assert!(
            found.get(b"SMask").map_or(true, |mask| matches!(mask, Object::Name(_))),
            "no soft mask"
        );
        let external = found.get(b"Length").is_ok() && found.get(b"F").is_ok();
        assert!(!external, "no stream lies outside the file");
    }
}

#[test]
fn metadata_colours_and_attachments_are_as_an_archive_asks() {
    let (_, document) = dossier();
    let catalog = document.catalog().unwrap();
    let metadata = follow(&document, catalog.get(b"Metadata").unwrap()).as_stream().unwrap();
    assert!(metadata.dict.get(b"Filter").is_err(), "metadata can be read without a program");
    let packet = String::from_utf8(metadata.content.clone()).unwrap();
    assert!(packet.contains("<pdfaid:part>3</pdfaid:part>"), "{packet}");
    assert!(packet.contains("<pdfaid:conformance>B</pdfaid:conformance>"), "{packet}");
    let info = follow(&document, document.trailer.get(b"Info").unwrap()).as_dict().unwrap();
    for (key, tag) in
        [("Title", "dc:title"), ("Author", "dc:creator"), ("Producer", "pdf:Producer")]
    {
        let said = lopdf::decode_text_string(info.get(key.as_bytes()).unwrap()).unwrap();
        let part = packet.split(&format!("<{tag}>")).nth(1).unwrap();
        let part = part.split(&format!("</{tag}>")).next().unwrap();
        assert!(part.contains(&said), "{key}: {said:?} in both places, found {part:?}");
    }

    let intents = follow(&document, catalog.get(b"OutputIntents").unwrap()).as_array().unwrap();
    let intent = follow(&document, &intents[0]).as_dict().unwrap();
    assert!(is(intent, b"S", "GTS_PDFA1"), "{intent:?}");
    let profile = follow(&document, intent.get(b"DestOutputProfile").unwrap()).as_stream().unwrap();
    let icc = &profile.content;
    assert_eq!(profile.dict.get(b"N").unwrap().as_i64().unwrap(), 3, "three channels");
    assert_eq!(icc.len() as u32, u32::from_be_bytes(icc[..4].try_into().unwrap()), "whole");
    assert!(
        icc[8] <= 4 && &icc[12..20] == b"mntrRGB " && &icc[36..40] == b"acsp",
        "a display in RGB"
    );

    let listed = follow(&document, catalog.get(b"AF").unwrap()).as_array().unwrap();
    let files: Vec<_> = all(&document).into_iter().filter(|d| is(d, b"Type", "Filespec")).collect();
    assert_eq!(files.len(), listed.len(), "every attachment belongs to the document");
    for file in files {
        for key in ["F", "UF", "AFRelationship", "EF", "Desc"] {
            assert!(file.get(key.as_bytes()).is_ok(), "{key} of an attachment");
        }
        let embedded = file.get(b"EF").and_then(Object::as_dict).unwrap().get(b"F").unwrap();
        let stream = follow(&document, embedded).as_stream().unwrap();
        assert!(stream.dict.get(b"Subtype").is_ok(), "its media type");
        let params = stream.dict.get(b"Params").and_then(Object::as_dict).unwrap();
        assert!(params.get(b"ModDate").is_ok(), "its date");
    }
}

#[test]
fn fonts_are_inside_and_annotations_print() {
    let (_, document) = dossier();
    let mut fonts = 0;
    for found in all(&document) {
        if is(found, b"Type", "FontDescriptor") {
            fonts += 1;
            let inside =
                ["FontFile2", "FontFile3"].iter().any(|key| found.get(key.as_bytes()).is_ok());
            assert!(inside, "an embedded font: {found:?}");
        }
        if is(found, b"Subtype", "CIDFontType2") {
            assert!(
                is(found, b"CIDToGIDMap", "Identity") || found.get(b"CIDToGIDMap").is_ok(),
                "{found:?}"
            );
        }
        if is(found, b"Type", "Font") && is(found, b"Subtype", "Type0") {
            assert!(found.get(b"ToUnicode").is_ok(), "text can be copied out");
        }
        let standard = is(found, b"Subtype", "Type1") && found.get(b"FontDescriptor").is_err();
        assert!(!standard, "no font that a viewer would have to bring: {found:?}");
        if is(found, b"Type", "Annot") {
            let flags = found.get(b"F").and_then(Object::as_i64).unwrap();
            assert_eq!(flags & 4, 4, "it prints: {found:?}");
            assert_eq!(flags & (1 | 2 | 32 | 256), 0, "it is not hidden: {found:?}");
            let drawn = is(found, b"Subtype", "Link") || found.get(b"AP").is_ok();
            assert!(drawn, "it says how it looks: {found:?}");
        }
        if is(found, b"Subtype", "Image") {
            let cmyk = is(found, b"ColorSpace", "DeviceCMYK");
            assert!(!cmyk, "the inks of the pages are RGB");
        }
    }
    assert!(fonts >= 2, "regular and bold: {fonts}");
}

#[test]
fn the_words_across_a_draft_are_no_part_of_its_text() {
    let (_, document) = dossier();
    for (number, id) in document.get_pages() {
        let content = document.get_page_content(id);
        let said = String::from_utf8_lossy(&content).into_owned();
        assert!(
            said.contains("/Artifact BMC"),
            "page {number} has the words, marked as an artifact"
        );
    }
}
