//! Supporting papers from the command line: in, listed, out again, and in the dossier.

use std::fs;
use std::process::Command;

use lisuan_tests::cli::{Desk, GOOD, NO, arg, findings, flagged, number_of, photo, text_of};
use lisuan_tests::papers::{encrypted_pdf, pdf};
use serde_json::Value;

/// A desk with a case and these files.
fn desk(files: &[(&str, &[u8])]) -> Desk {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "c.lisuan"]);
    for (name, bytes) in files {
        fs::write(desk.path(name), bytes).unwrap();
    }
    desk
}

fn listed(desk: &Desk) -> Value {
    desk.json(GOOD, &["document", "list", "c.lisuan"])
}

#[test]
fn papers_come_in_whole_and_go_out_whole() {
    let contract = pdf(&["Contract 1", "Contract 2", "Contract 3"]);
    let desk = desk(&[("合同.pdf", &contract), ("quote.docx", b"PK\x03\x04 words")]);
    desk.bring("iphone4s-rotated90-gravel.jpg", "scan.jpg");
    let add = ["document", "add", "c.lisuan", "合同.pdf", "--kind", "contract"];
    let added = desk.json(GOOD, &add);
    assert_eq!(number_of(&added, "/added"), 1, "{added}");
    let more =
        desk.json(GOOD, &["document", "add", "c.lisuan", "quote.docx", "scan.jpg", "合同.pdf"]);
    assert_eq!(number_of(&more, "/added"), 2, "{more}");
    assert_eq!(more["duplicates"].as_array().map(Vec::len), Some(1), "the contract again: {more}");
    assert_eq!(flagged(&more, "flagged", "quote.docx"), Some(vec!["not-drawn".to_owned()]));

    let list = listed(&desk);
    let number = text_of(&list, "/documents/0/number").unwrap().to_owned();
    assert!(number.starts_with("D-") && number.ends_with("-001"), "{number}");
    assert_eq!(text_of(&list, "/documents/0/kind"), Some("contract"));
    assert_eq!(text_of(&list, "/documents/0/title"), Some("合同"), "the name of the file at first");
    assert_eq!(number_of(&list, "/documents/0/pages"), 3);
    assert_eq!(number_of(&list, "/documents/0/drawn"), 3, "each page has a picture");
    assert_eq!(text_of(&list, "/documents/1/format"), Some("docx"));
    assert_eq!(number_of(&list, "/documents/1/drawn"), 0);
    assert_eq!(number_of(&list, "/documents/2/drawn"), 1, "a scan is a page");
    let policy = list["checklist"].as_array().unwrap().iter().find(|p| p["kind"] == "policy");
    assert_eq!(policy.map(|p| p["need"].clone()), Some("required".into()), "{list}");

    desk.json(GOOD, &["document", "get", "c.lisuan", &number, "-o", "out.pdf"]);
    assert!(fs::read(desk.path("out.pdf")).unwrap() == contract, "byte for byte");
    assert_eq!(number_of(&desk.json(GOOD, &["document", "draw", "c.lisuan"]), "/drawn"), 3);
    assert_eq!(number_of(&listed(&desk), "/documents/0/drawn"), 3, "drawn anew");
    let checked = desk.whole("c.lisuan");
    assert_eq!(number_of(&checked, "/originals"), 3);
    let asked = |check: &str| findings(&checked).filter(|f| f["check"] == check).count();
    assert_eq!(asked("DOC-02"), 3, "nobody said whether these are originals: {checked}");
}

#[test]
fn what_cannot_be_drawn_is_kept_and_said() {
    let sound = pdf(&["One", "Two"]);
    let cut = &sound[..sound.len() / 3];
    let desk = desk(&[
        ("locked.pdf", &encrypted_pdf()),
        ("cut.pdf", cut),
        ("liar.pdf", b"MZ this is a program"),
        ("empty.pdf", b""),
    ]);
    let files = ["locked.pdf", "cut.pdf", "liar.pdf", "empty.pdf", "."];
    let mut add = vec!["document", "add", "c.lisuan"];
    add.extend(&files[..4]);
    let added = desk.json(GOOD, &add);
    assert_eq!(number_of(&added, "/added"), 3, "{added}");
    assert_eq!(flagged(&added, "flagged", "locked.pdf"), Some(vec!["pdf-encrypted".to_owned()]));
    assert_eq!(flagged(&added, "flagged", "liar.pdf"), Some(vec!["not-drawn".to_owned()]));
    assert!(flagged(&added, "flagged", "cut.pdf").is_some(), "{added}");
    assert_eq!(flagged(&added, "refused", "empty.pdf"), Some(vec!["empty-file".to_owned()]));
    let list = listed(&desk);
    assert_eq!(text_of(&list, "/documents/2/format"), Some("bin"), "the name is not believed");
    for (n, name) in (0..).zip(&files[..3]) {
        let number = text_of(&list, &format!("/documents/{n}/number")).unwrap().to_owned();
        desk.json(GOOD, &["document", "get", "c.lisuan", &number, "-o", "back"]);
        let (back, given) = (fs::read(desk.path("back")), fs::read(desk.path(name)));
        assert!(back.unwrap() == given.unwrap(), "{name} is kept");
    }
    desk.whole("c.lisuan");
    let nothing = desk.run(&["document", "get", "c.lisuan", "D-X-999", "-o", "x", "--json"]);
    assert_ne!(nothing.code, Some(GOOD), "{}", nothing.out);
    assert!(!desk.path("x").exists(), "nothing is left behind");
    let bad = desk.run(&["document", "add", "c.lisuan", "cut.pdf", "--kind", "poem", "--json"]);
    assert_ne!(bad.code, Some(GOOD), "no such kind: {}", bad.out);
}

#[test]
fn an_altered_paper_is_found_and_named() {
    let mark = "Contract words that stand nowhere else";
    let desk = desk(&[("contract.pdf", &pdf(&[mark]))]);
    desk.json(GOOD, &["document", "add", "c.lisuan", "contract.pdf"]);
    let other = mark.replace("Contract", "Kontract");
    lisuan_tests::cli::replace_once(&desk.path("c.lisuan"), mark, &other);
    let checked = desk.json(NO, &["check", "c.lisuan"]);
    assert_eq!(checked["whole"], false, "{checked}");
    let found = findings(&checked).find(|finding| finding["check"] == "DOC-05");
    assert_eq!(found.map(|f| f["level"].clone()), Some("E".into()), "{checked}");
    let list = listed(&desk);
    let number = text_of(&list, "/documents/0/number").unwrap();
    let get = desk.run(&["document", "get", "c.lisuan", number, "-o", "out.pdf", "--json"]);
    assert_eq!(get.code, Some(NO), "{}", get.out);
    assert!(!desk.path("out.pdf").exists(), "what is altered is not handed out");
}

#[test]
fn the_dossier_shows_each_page_and_carries_the_originals() {
    let contract = pdf(&["Contract 1", "Contract 2"]);
    let desk = desk(&[("contract.pdf", &contract)]);
    fs::copy(photo("iphone4s-rotated90-gravel.jpg"), desk.path("scan.jpg")).unwrap();
    desk.json(GOOD, &["document", "add", "c.lisuan", "contract.pdf", "scan.jpg"]);
    let made = desk.json(GOOD, &["dossier", "c.lisuan", "-o", "d.pdf"]);
    assert_eq!(made["verdict"]["asSealed"], true, "{made}");
    let out = desk.path("d.pdf");
    let said = |program: &str, args: &[&str]| {
        let output = Command::new(program).args(args).arg(arg(&out)).output().unwrap();
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let text = Command::new("pdftotext").args([arg(&out), "-"]).output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    let number = text_of(&listed(&desk), "/documents/0/number").unwrap().to_owned();
    for page in 1..=2 {
        let head = format!("证据 {number} 第 {page} 页/共 2 页");
        assert!(text.contains(&head), "{head} in {text}");
    }
    assert!(!text.contains("Contract 1"), "pages are pictures, their text is not taken over");
    let attached = said("pdfdetach", &["-list"]);
    assert!(attached.contains(&format!("{number}.pdf")), "{attached}");
    let saved = desk.path("saved");
    fs::create_dir(&saved).unwrap();
    said("pdfdetach", &["-saveall", "-o", arg(&saved)]);
    let original = fs::read(saved.join(format!("{number}.pdf"))).unwrap();
    assert!(original == contract, "attached whole");
    let pictures = said("pdfimages", &["-list"]);
    assert!(pictures.matches(" jpeg ").count() >= 3, "{pictures}");
}
