//! From nothing to a sealed dossier.

use std::fs;

use lisuan_tests::cli::{Desk, GOOD, NO, arg, flagged, number_of, photo, text_of};
use serde_json::Value;

use crate::other_tools::{assert_sealed, text_of_pdf};

const NOTE: &str = "北侧边坡局部滑塌，长约十二米";

/// A case with a note and photos of all kinds.
fn site(desk: &Desk) -> Value {
    desk.json(GOOD, &["new", "site.lisuan"]);
    assert_eq!(desk.names(), ["home", "site.lisuan"], "a closed case is one file");
    let note = desk.json(GOOD, &["note", "add", "site.lisuan", NOTE, "--place", "K172+331.5"]);
    assert!(text_of(&note, "/savedAt").is_some(), "a note is saved when it is answered: {note}");
    let turned = desk.bring("iphone4s-rotated90-gravel.jpg", "turned.jpg");
    let heic = desk.bring("galaxy-s10-panel.heic", "panel.heic");
    let bytes = fs::read(photo("nexus4-gps-night.jpg")).unwrap();
    fs::write(desk.path("cut.jpg"), &bytes[..bytes.len() / 2]).unwrap();
    fs::write(desk.path("letter.jpg"), "这不是照片\n".repeat(50)).unwrap();
    fs::copy(&turned, desk.path("again.jpg")).unwrap();
    let files = ["cut.jpg", "letter.jpg", "again.jpg"];
    desk.json(
        GOOD,
        &[&["photo", "add", "site.lisuan", arg(&turned), arg(&heic)], &files[..]].concat(),
    )
}

#[test]
fn from_a_new_case_to_a_sealed_dossier() {
    let desk = Desk::new();
    let added = site(&desk);
    assert_eq!(number_of(&added, "/added"), 3, "turned, HEIC and cut off come in: {added}");
    let cut = flagged(&added, "flagged", "cut.jpg").unwrap();
    assert!(cut.contains(&"truncated".to_owned()), "kept and flagged, never refused: {cut:?}");
    let letter = flagged(&added, "refused", "letter.jpg");
    assert_eq!(letter, Some(vec!["not-a-picture".to_owned()]), "a text file is no photo");
    assert!(flagged(&added, "duplicates", "again.jpg").is_some(), "the same bytes again: {added}");

    let sheet = desk.json(GOOD, &["adjust", "site.lisuan"]);
    assert!(sheet["steps"].is_array() && sheet["figures"].is_object(), "{sheet}");
    let checked = desk.whole("site.lisuan");
    assert_eq!(number_of(&checked, "/originals"), 3);

    for (language, name) in [("zh-CN", "zh.pdf"), ("en", "en.pdf")] {
        let args = ["dossier", "site.lisuan", "-o", name, "--lang", language];
        let dossier = desk.json(GOOD, &args);
        assert_eq!(dossier["verdict"]["asSealed"], true, "{dossier}");
        let verdict = desk.json(GOOD, &["verify", name]);
        assert_eq!(verdict["digest"], dossier["verdict"]["digest"], "known by one digest");
        assert_sealed(&desk.path(name));
        let text = text_of_pdf(&desk.path(name));
        assert!(text.contains(NOTE), "{language}: the note comes back as text");
        for original in ["turned.jpg", "panel.heic", "cut.jpg"] {
            let sha256 = sha256_of(&desk.path(original));
            assert!(text.contains(&sha256), "{language}: the digest of {original} is not printed");
        }
    }
    assert_flips_are_noticed(&desk, "zh.pdf");
    let left: Vec<String> =
        desk.names().into_iter().filter(|name| name.starts_with("site.")).collect();
    assert_eq!(left, ["site.lisuan"], "nothing lies beside the closed case");
}

fn sha256_of(path: &std::path::Path) -> String {
    let output = std::process::Command::new("sha256sum").arg(path).output().unwrap();
    String::from_utf8(output.stdout).unwrap()[..64].to_owned()
}

/// Flips one byte at a time, here and there, and asks for the verdict.
fn assert_flips_are_noticed(desk: &Desk, name: &str) {
    let whole = fs::read(desk.path(name)).unwrap();
    for n in 0..12 {
        let mut bytes = whole.clone();
        let at = (whole.len() - 1) * n / 11;
        bytes[at] ^= 0x10;
        fs::write(desk.path("flipped.pdf"), bytes).unwrap();
        let verdict = desk.json(NO, &["verify", "flipped.pdf"]);
        assert_eq!(verdict["asSealed"], false, "byte {at} was changed");
        let reasons = verdict["reasons"].as_array().unwrap();
        assert!(!reasons.is_empty(), "a refusal has a reason");
    }
    let longer = [whole.as_slice(), b"\n"].concat();
    fs::write(desk.path("flipped.pdf"), longer).unwrap();
    desk.json(NO, &["verify", "flipped.pdf"]);
}

#[test]
fn an_original_leaves_the_dossier_as_it_came() {
    let desk = Desk::new();
    site(&desk);
    desk.json(GOOD, &["dossier", "site.lisuan", "-o", "out.pdf"]);
    let pdf = fs::read(desk.path("out.pdf")).unwrap();
    let jpeg = fs::read(desk.path("turned.jpg")).unwrap();
    let inside = pdf.windows(64).any(|window| window == &jpeg[100_000..100_064]);
    assert!(inside, "the bytes of the photo are in the PDF unchanged");
    let folder = desk.path("attached");
    fs::create_dir(&folder).unwrap();
    let done = std::process::Command::new("pdfdetach")
        .args(["-saveall", "-o", arg(&folder), arg(&desk.path("out.pdf"))])
        .status()
        .expect("poppler-utils are needed for this test");
    assert!(done.success(), "attachments come out with another tool");
    let heic = fs::read(desk.path("panel.heic")).unwrap();
    let found = fs::read_dir(&folder)
        .unwrap()
        .any(|entry| fs::read(entry.unwrap().path()).unwrap() == heic);
    assert!(found, "a HEIC travels whole beside its copy");
}

#[test]
fn closed_and_opened_everything_is_there() {
    let desk = Desk::new();
    site(&desk);
    let before = desk.whole("site.lisuan");
    desk.json(GOOD, &["note", "add", "site.lisuan", "second note"]);
    let after = desk.whole("site.lisuan");
    assert_eq!(after["whole"], true);
    for (pointer, more) in [("/operations", 1), ("/records", 1), ("/originals", 0)] {
        assert_eq!(
            number_of(&after, pointer),
            number_of(&before, pointer) + more,
            "{pointer} after one note more"
        );
    }
}

#[test]
fn photos_of_a_folder_come_in_by_name() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "c.lisuan"]);
    let folder = desk.path("第一天/上午");
    fs::create_dir_all(&folder).unwrap();
    fs::copy(photo("sanyo-s1-zero-date-building.jpg"), folder.join("一.JPG")).unwrap();
    fs::write(folder.join("readme.txt"), "no photo").unwrap();
    fs::write(folder.join(".hidden.jpg"), "no photo").unwrap();
    let added = desk.json(GOOD, &["photo", "add", "c.lisuan", "第一天"]);
    assert_eq!(number_of(&added, "/added"), 1, "{added}");
    assert_eq!(added["refused"], serde_json::json!([]), "a folder is searched for pictures only");
    let again = desk.json(NO, &["photo", "add", "c.lisuan", "第一天"]);
    assert_eq!(number_of(&again, "/added"), 0, "nothing added: the answer is no");
}
