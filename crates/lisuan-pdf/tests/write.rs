//! Documents as files: strict in form, the same every time, read back by other people's tools.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what fails here fails the test that asked for it"
)]

mod support;

use std::collections::BTreeSet;

use lisuan_dossier::page::*;
use lisuan_pdf::{PdfError, SealRoom};
use sha2::{Digest as _, Sha256};
use support::*;

fn find(bytes: &[u8], needle: &[u8]) -> Vec<usize> {
    (0..bytes.len().saturating_sub(needle.len() - 1))
        .filter(|at| &bytes[*at..at + needle.len()] == needle)
        .collect()
}

fn with_photo(stored: &mut Stored) -> (Document, String) {
    let key = stored.add(photo("iphone4s-rotated90-gravel.jpg"));
    let mut document = document();
    document.pages[1].items.push(Item::Picture(Box::new(Picture {
        key: key.clone(),
        area: Area { x: 50.0, y: 200.0, width: 300.0, height: 400.0 },
        orientation: 6,
        pixels: (3264, 2448),
        description: "碎石".to_owned(),
    })));
    (document, key)
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let mut stored = Stored::default();
    let (document, _) = with_photo(&mut stored);
    let (first, room) = write(&document, &mut stored).unwrap();
    let (second, again) = write(&document, &mut stored).unwrap();
    let place = |room: &SealRoom| (room.byte_range_at, room.contents_at, room.contents_len);
    assert_eq!(place(&room), place(&again), "the seal goes to the same place");
    let head = Sha256::digest(&first[..usize::try_from(room.byte_range_at).unwrap()]);
    assert_eq!(room.head.clone().finalize(), head, "the digest of all before the room");
    assert!(first == second, "nothing random and no clock");
}

#[test]
fn the_file_is_strict() {
    let (bytes, room) = write(&document(), &mut Stored::default()).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7\n%"), "header");
    assert!(bytes.ends_with(b"\n%%EOF\n"), "end");
    assert_eq!(find(&bytes, b"%%EOF").len(), 1, "one revision");
    assert_eq!(find(&bytes, b"startxref").len(), 1, "one revision");

    let at = |offset: u64, len: usize| &bytes[offset as usize..offset as usize + len];
    assert_eq!(at(room.byte_range_at - 11, 11), b"/ByteRange ", "the key before the room");
    assert_eq!(at(room.byte_range_at, 80), [b' '; 80], "eighty spaces");
    assert_eq!(at(room.byte_range_at + 80, 10), b"/Contents ", "then the next key");
    assert_eq!(room.contents_at, room.byte_range_at + 90, "the contents follow");
    assert_eq!(room.contents_len, 32_770, "16 KiB in hexadecimal and the two marks");
    let contents = at(room.contents_at, 32_770);
    assert_eq!((contents[0], contents[32_769]), (b'<', b'>'), "a hexadecimal string");
    assert!(contents[1..32_769].iter().all(|b| *b == b'0'), "all zero");

    // Objects stand in the order of their numbers, without a gap, where the table says.
    let table = *find(&bytes, b"xref\n0 ").first().unwrap();
    let text = String::from_utf8_lossy(&bytes[table..]).into_owned();
    let mut lines = text.lines();
    let count: usize = lines.nth(1).unwrap().split(' ').nth(1).unwrap().parse().unwrap();
    assert_eq!(lines.next(), Some("0000000000 65535 f "), "entry 0");
    let mut expected = find(&bytes, b"1 0 obj\n")[0];
    for number in 1..count {
        let line = lines.next().unwrap();
        assert!(line.ends_with(" 00000 n "), "{line:?}");
        assert_eq!(line[..10].parse::<usize>().unwrap(), expected, "object {number}");
        assert!(bytes[expected..].starts_with(format!("{number} 0 obj\n").as_bytes()), "{number}");
        let end = find(&bytes[expected..], b"\nendobj\n")[0];
        expected += end + b"\nendobj\n".len();
    }
    assert_eq!(expected, table, "nothing stands between the last object and the table");
    assert!(text.ends_with(&format!("startxref\n{table}\n%%EOF\n")), "the table is where it says");
}

#[test]
fn nothing_is_in_the_file_that_nothing_leads_to() {
    let mut stored = Stored::default();
    let (document, _) = with_photo(&mut stored);
    let (mut bytes, room) = write(&document, &mut stored).unwrap();
    let range = b"[0 0 0 0]";
    let at = room.byte_range_at as usize;
    bytes[at..at + range.len()].copy_from_slice(range);
    let read = lopdf::Document::load_mem(&bytes).unwrap();
    let mut reached = BTreeSet::new();
    let mut keys = BTreeSet::new();
    let mut open: Vec<lopdf::Object> = read.trailer.iter().map(|(_, v)| v.clone()).collect();
    while let Some(object) = open.pop() {
        let entries = match object {
            lopdf::Object::Reference(id) if reached.insert(id) => {
                open.push(read.get_object(id).unwrap().clone());
                continue;
            }
            lopdf::Object::Array(items) => {
                open.extend(items);
                continue;
            }
            lopdf::Object::Dictionary(dict) => dict,
            lopdf::Object::Stream(stream) => stream.dict,
            _ => continue,
        };
        for (key, value) in entries {
            keys.insert(String::from_utf8_lossy(&key).into_owned());
            open.push(value);
        }
    }
    let all: BTreeSet<_> = read.objects.keys().copied().collect();
    assert_eq!(all, reached, "no unreferenced object");
    assert!(keys.contains("DocMDP") && keys.contains("EmbeddedFiles"), "the walk saw the file");
    for key in ["JavaScript", "JS", "OpenAction", "AA", "A", "OCProperties", "XFA", "LisuanPicture"]
    {
        assert!(!keys.contains(key), "{key} has no place in a dossier");
    }
}

#[test]
fn a_photo_is_copied_byte_for_byte() {
    let mut stored = Stored::default();
    let (document, key) = with_photo(&mut stored);
    let (bytes, _) = write(&document, &mut stored).unwrap();
    assert_eq!(find(&bytes, &stored.0[&key]).len(), 1, "its bytes are in the file, once");
}

#[test]
fn an_altered_photo_stops_the_export() {
    let mut stored = Stored::default();
    let (document, key) = with_photo(&mut stored);
    if let Some(last) = stored.0.get_mut(&key).and_then(|b| b.last_mut()) {
        *last ^= 1;
    }
    let error = write(&document, &mut stored).unwrap_err();
    assert!(matches!(&error, PdfError::Altered { key: k, .. } if *k == key), "{error}");
    stored.0.clear();
    let error = write(&document, &mut stored).unwrap_err();
    assert!(matches!(error, PdfError::Stored { .. }), "{error}");
    let key = stored.add(b"no picture at all".to_vec());
    let mut document = document;
    for item in &mut document.pages[1].items {
        if let Item::Picture(picture) = item {
            picture.key.clone_from(&key);
        }
    }
    let error = write(&document, &mut stored).unwrap_err();
    assert!(matches!(error, PdfError::Picture { .. }), "{error}");
}

#[test]
fn a_stored_attachment_is_copied_without_memory_and_names_are_unique() {
    let mut stored = Stored::default();
    let key = stored.add(vec![7; 300_000]);
    let mut document = document();
    let mut attachment = document.attachments[0].clone();
    attachment.name = "original.heic".to_owned();
    attachment.media_type = "image/heic".to_owned();
    attachment.content = Content::Stored(key.clone());
    document.attachments.push(attachment.clone());
    let (bytes, _) = write(&document, &mut stored).unwrap();
    assert_eq!(find(&bytes, &stored.0[&key]).len(), 1, "as it is, not compressed");
    let folder = tempfile::tempdir().unwrap();
    let path = on_disk(&folder, &bytes);
    if let Some(said) = tool("pdfdetach", &["-list", path.to_str().unwrap()]) {
        assert!(said.contains("2 embedded files"), "{said}");
    }
    document.attachments.push(attachment);
    let error = write(&document, &mut stored).unwrap_err();
    assert!(matches!(error, PdfError::AttachmentName(_)), "{error}");
}

#[test]
fn what_leads_nowhere_is_refused() {
    let mut document = document();
    document.bookmarks[0].target.page = 9;
    let error = write(&document, &mut Stored::default()).unwrap_err();
    assert!(matches!(error, PdfError::NoSuchPage(9)), "{error}");
}

#[test]
fn other_tools_read_it() {
    let mut stored = Stored::default();
    let (mut document, _) = with_photo(&mut stored);
    // Two characters with one glyph, one without any, one that joins, and a mark.
    let hard = "一⼀ 面⾯ 🚧 a\u{200d}b µμ 12.50×3.20 m²（积水）";
    document.pages[1].items.push(run(50.0, 120.0, Face::Regular, 10.0, hard));
    let foreign = "Ağaoğlu ☑ ☐";
    document.pages[1].items.push(run(50.0, 140.0, Face::Fallback, 10.0, foreign));
    let (mut bytes, room) = write(&document, &mut stored).unwrap();
    let at = room.byte_range_at as usize;
    let rest = room.contents_at + room.contents_len;
    let range = format!("[0 {} {rest} {}]", room.contents_at, bytes.len() as u64 - rest);
    bytes[at..at + range.len()].copy_from_slice(range.as_bytes());
    let folder = tempfile::tempdir().unwrap();
    let path = on_disk(&folder, &bytes);
    let path = path.to_str().unwrap();
    if let Some(said) = tool("qpdf", &["--check", path]) {
        assert!(said.contains("No syntax or stream encoding errors"), "{said}");
    }
    if let Some(said) = tool("pdftotext", &["-raw", path, "-"]) {
        assert!(said.contains("公估报告（终稿）"), "bold text: {said}");
        assert!(said.contains(hard), "each character comes back as itself: {said}");
        assert!(said.contains(foreign), "from the fallback too: {said}");
    }
    if let Some(said) = tool("pdffonts", &[path]) {
        let fonts: Vec<&str> = said.lines().skip(2).collect();
        assert_eq!(fonts.len(), 3, "three fonts: {said}");
        assert!(fonts.iter().all(|f| f.contains("yes yes yes")), "embedded, subset, text: {said}");
    }
    if let Some(said) = tool("pdfinfo", &[path]) {
        assert!(said.contains("公估报告 EAR-SEED-01") && said.contains("Lisuan 0.1.0"), "{said}");
    }
    if let Some(said) = tool("mutool", &["show", path, "outline"]) {
        assert!(said.contains("一、保单摘要") && said.contains("免赔额"), "nested outline: {said}");
        assert!(!said.contains("warning") && !said.contains("error"), "{said}");
    }
}
