//! Bad input gets a clear error and loses nothing.

use std::fs;

use lisuan_tests::cli::{
    Desk, GOOD, NO, UNREADABLE, USAGE, Unwritable, arg, names, number_of, replace_once,
    set_version, text_of,
};

fn case_with_a_note(desk: &Desk) {
    desk.json(GOOD, &["new", "c.lisuan"]);
    desk.json(GOOD, &["note", "add", "c.lisuan", "现场查勘"]);
}

#[test]
fn a_file_that_is_no_case_is_left_alone() {
    let desk = Desk::new();
    fs::write(desk.path("c.lisuan"), "查勘记录").unwrap();
    for args in [
        &["adjust", "c.lisuan"][..],
        &["check", "c.lisuan"],
        &["note", "add", "c.lisuan", "x"],
        &["photo", "add", "c.lisuan", "c.lisuan"],
        &["dossier", "c.lisuan", "-o", "out.pdf"],
    ] {
        let error = desk.json(UNREADABLE, args);
        assert_eq!(text_of(&error, "/error/code"), Some("not-a-case"), "{args:?}: {error}");
        assert_eq!(text_of(&error, "/error/args/file"), Some("c.lisuan"));
        for part in ["happened", "safe", "do"] {
            let words = text_of(&error, &format!("/error/{part}")).unwrap();
            assert!(!words.starts_with("error-"), "{args:?} has no words for {part}");
        }
    }
    assert_eq!(fs::read(desk.path("c.lisuan")).unwrap(), "查勘记录".as_bytes());
    assert!(!desk.path("out.pdf").exists(), "no dossier of nothing");
}

#[test]
fn a_newer_case_is_named_and_left_alone() {
    let desk = Desk::new();
    case_with_a_note(&desk);
    set_version(&desk.path("c.lisuan"), 99);
    let before = fs::read(desk.path("c.lisuan")).unwrap();
    let error = desk.json(UNREADABLE, &["note", "add", "c.lisuan", "x"]);
    assert_eq!(text_of(&error, "/error/code"), Some("case-newer"));
    assert_eq!(text_of(&error, "/error/args/found"), Some("99"));
    assert_eq!(fs::read(desk.path("c.lisuan")).unwrap(), before, "a newer file is not touched");
}

#[test]
fn an_altered_case_is_found_by_check() {
    let desk = Desk::new();
    case_with_a_note(&desk);
    replace_once(&desk.path("c.lisuan"), "现场查勘", "别处查勘");
    let checked = desk.json(NO, &["check", "c.lisuan"]);
    assert_eq!(checked["whole"], false);
    // Table and journal hold the text; one of them says otherwise now.
    let code = text_of(&checked, "/mismatches/0/code");
    assert!(matches!(code, Some("record" | "chain")), "{checked}");
    replace_once(&desk.path("c.lisuan"), "'survey', 'statement'", "'survey', 'invention'");
    let error = desk.json(UNREADABLE, &["adjust", "c.lisuan"]);
    assert_eq!(text_of(&error, "/error/code"), Some("case-altered"));
}

#[test]
fn a_folder_without_write_permission_can_be_read_only() {
    let desk = Desk::new();
    case_with_a_note(&desk);
    let folder = Unwritable::holding(&desk.path("c.lisuan"));
    let case = folder.path().join("c.lisuan");
    let error = desk.json(UNREADABLE, &["note", "add", arg(&case), "x"]);
    assert_eq!(text_of(&error, "/error/code"), Some("read-only"));
    // It can be read.
    desk.whole(arg(&case));
    let made = folder.path().join("new.lisuan");
    let error = desk.json(UNREADABLE, &["new", arg(&made)]);
    assert_eq!(text_of(&error, "/error/code"), Some("no-permission"), "{error}");
    let out = folder.path().join("out.pdf");
    let error = desk.json(UNREADABLE, &["dossier", arg(&case), "-o", arg(&out)]);
    assert_eq!(text_of(&error, "/error/code"), Some("no-permission"), "{error}");
    desk.json(GOOD, &["dossier", arg(&case), "-o", "elsewhere.pdf"]);
    assert_eq!(names(folder.path()), ["c.lisuan"], "nothing was left there");
}

#[test]
fn an_empty_note_is_refused_and_the_case_unchanged() {
    let desk = Desk::new();
    case_with_a_note(&desk);
    let before = desk.whole("c.lisuan");
    let error = desk.json(USAGE, &["note", "add", "c.lisuan", "  \n "]);
    assert_eq!(text_of(&error, "/error/code"), Some("bad-value"));
    assert_eq!(desk.whole("c.lisuan"), before, "nothing was recorded");
    let long = "长".repeat(20_001);
    let error = desk.json(USAGE, &["note", "add", "c.lisuan", &long]);
    assert_eq!(text_of(&error, "/error/code"), Some("bad-value"), "longer than a note may be");
}

#[test]
fn photos_that_are_not_there_are_said_so() {
    let desk = Desk::new();
    case_with_a_note(&desk);
    let error = desk.json(UNREADABLE, &["photo", "add", "c.lisuan", "no-such.jpg"]);
    assert_eq!(text_of(&error, "/error/code"), Some("missing"));
    assert_eq!(text_of(&error, "/error/args/file"), Some("no-such.jpg"));
    fs::write(desk.path("empty.jpg"), "").unwrap();
    let added = desk.json(NO, &["photo", "add", "c.lisuan", "empty.jpg"]);
    assert_eq!(number_of(&added, "/added"), 0, "an empty file is no photo: {added}");
}

#[test]
fn what_is_no_dossier_does_not_verify() {
    let desk = Desk::new();
    fs::write(desk.path("letter.pdf"), "这不是卷宗").unwrap();
    let verdict = desk.json(NO, &["verify", "letter.pdf"]);
    assert_eq!(verdict["reasons"][0], "not-pdf", "{verdict}");
    let error = desk.json(UNREADABLE, &["verify", "no-such.pdf"]);
    assert_eq!(text_of(&error, "/error/code"), Some("missing"));
    let answer = desk.run(&["verify", "letter.pdf", "--lang", "en"]);
    assert!(answer.out.starts_with("Not as sealed"), "{}", answer.out);
}

#[test]
fn nothing_half_made_stays_where_the_folder_is_missing() {
    let desk = Desk::new();
    let error = desk.json(UNREADABLE, &["new", "nowhere/c.lisuan"]);
    assert_eq!(text_of(&error, "/error/code"), Some("missing"), "{error}");
    case_with_a_note(&desk);
    desk.json(UNREADABLE, &["dossier", "c.lisuan", "-o", "nowhere/out.pdf"]);
    assert_eq!(desk.names(), ["c.lisuan", "home"], "neither case nor dossier was begun");
}
