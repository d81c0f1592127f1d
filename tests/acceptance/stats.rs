//! Statistics over a folder of cases, offline, through the command line.

use lisuan_tests::cli::{Desk, GOOD, NO, number_of, text_of};
use serde_json::Value;

fn desk() -> Desk {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("cases")).unwrap();
    for (sample, name) in [("embankment", "cases/a.lisuan"), ("power-plant", "cases/b.lisuan")] {
        desk.json(GOOD, &["new", name, "--sample", sample]);
    }
    desk
}

fn group<'a>(stats: &'a Value, key: &str) -> &'a Value {
    let groups = stats["groups"].as_array().unwrap().iter();
    groups.into_iter().find(|group| group["key"] == key).unwrap()
}

#[test]
fn two_cases_are_counted_by_their_line_of_business() {
    let desk = desk();
    let stats = desk.json(GOOD, &["stats", "cases"]);
    assert_eq!((number_of(&stats, "/cases"), number_of(&stats, "/open")), (2, 2), "{stats}");
    let erection = group(&stats, "ear");
    assert_eq!(text_of(erection, "/claimed"), Some("20000000.00"), "{stats}");
    assert_eq!(text_of(erection, "/settled"), Some("2000000.00"));
    assert_eq!(text_of(erection, "/recovered"), Some("16000000.00"));
    assert_eq!(text_of(erection, "/recovery"), Some("0.8000"), "80 % of what was assessed");
    assert_eq!(text_of(erection, "/settlement"), Some("0.1000"));
    let civil = group(&stats, "car");
    assert_eq!(text_of(civil, "/claimed"), Some("161766.00"));
    assert_eq!(text_of(&stats, "/totals/0/claimed"), Some("20161766.00"), "one currency");
}

#[test]
fn a_changed_case_is_read_anew_and_the_index_may_be_lost() {
    let desk = desk();
    let before = desk.json(GOOD, &["stats", "cases"]);
    let made = desk.json(
        GOOD,
        &["record", "add", "cases/a.lisuan", "loss_line", "item=排水沟", "claimed_amount=1000"],
    );
    assert!(text_of(&made, "/id").is_some());
    let after = desk.json(GOOD, &["stats", "cases"]);
    assert_eq!(text_of(group(&after, "car"), "/claimed"), Some("162766.00"), "{after}");
    assert_ne!(before, after);
    // Rebuilt from the case files, whether the index is gone or broken.
    let found = walk(&desk.path("home"));
    let index = found.iter().find(|path| path.ends_with("library-index.json")).unwrap();
    std::fs::write(index, "{ broken").unwrap();
    assert_eq!(desk.json(GOOD, &["stats", "cases"]), after, "the index is never the truth");
    std::fs::remove_file(index).unwrap();
    assert_eq!(desk.json(GOOD, &["stats", "cases"]), after);
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        if path.is_dir() { found.extend(walk(&path)) } else { found.push(path) }
    }
    found
}

#[test]
fn a_case_that_cannot_be_read_is_listed_and_the_others_counted() {
    let desk = desk();
    std::fs::write(desk.path("cases/c.lisuan"), b"no case").unwrap();
    std::fs::write(desk.path("words"), "堤坝在黎明前守住了\n").unwrap();
    desk.json(GOOD, &["--passphrase-file", "words", "encrypt", "cases/b.lisuan"]);
    let stats = desk.json(NO, &["stats", "cases"]);
    assert_eq!(number_of(&stats, "/cases"), 1, "{stats}");
    let unread: Vec<&str> =
        stats["unread"].as_array().unwrap().iter().filter_map(|u| u["problem"].as_str()).collect();
    assert!(unread.contains(&"case-locked"), "{stats}");
    assert_eq!(unread.len(), 2, "{stats}");
}

#[test]
fn one_row_a_case_goes_into_a_file() {
    let desk = desk();
    let head = desk.json(GOOD, &["record", "list", "cases/a.lisuan", "claim_case"]);
    let head = text_of(&head, "/records/0/id").unwrap();
    desk.json(
        GOOD,
        &["record", "set", "cases/a.lisuan", "claim_case", head, "insurer==HYPERLINK(\"x\")"],
    );
    desk.json(GOOD, &["stats", "cases", "--csv", "out.csv", "--xlsx", "out.xlsx"]);
    desk.json(GOOD, &["stats", "cases", "--parquet", "out.parquet"]);
    let columns = std::fs::read(desk.path("out.parquet")).unwrap();
    assert!(columns.starts_with(b"PAR1") && columns.ends_with(b"PAR1"), "a Parquet file");
    let csv = std::fs::read_to_string(desk.path("out.csv")).unwrap();
    assert!(csv.starts_with('\u{feff}'), "spreadsheets read it as UTF-8");
    assert_eq!(csv.lines().count(), 3, "{csv}");
    assert!(csv.contains("20000000") && csv.contains("EAR-SEED-01"), "{csv}");
    assert!(csv.contains("'=HYPERLINK"), "a text is no formula: {csv}");
    let book = std::fs::read(desk.path("out.xlsx")).unwrap();
    assert_eq!(book.get(..4), Some(b"PK\x03\x04".as_slice()), "a workbook");
}

#[test]
fn a_photo_that_is_in_two_cases_is_told_when_one_is_checked() {
    let desk = Desk::new();
    std::fs::create_dir_all(desk.path("home/cases")).unwrap();
    let photo = desk.bring("nikon-d3100-gps-14mp.jpg", "nikon.jpg");
    let [a, b] = ["a", "b"].map(|name| format!("home/cases/{name}.lisuan"));
    for (case, insured) in [(&a, "甲公司"), (&b, "乙公司")] {
        desk.json(GOOD, &["new", case]);
        let head = desk.json(GOOD, &["record", "list", case, "claim_case"]);
        let head = text_of(&head, "/records/0/id").unwrap().to_owned();
        let insured = format!("insured={insured}");
        desk.json(GOOD, &["record", "set", case, "claim_case", &head, &insured]);
    }
    desk.json(GOOD, &["photo", "add", &a, photo.to_str().unwrap()]);
    let across = |checked: &Value| -> Vec<String> {
        let found = lisuan_tests::cli::findings(checked);
        let found = found.filter(|f| f["args"]["why"] == "elsewhere");
        found.map(|finding| finding["args"]["cases"].to_string()).collect()
    };
    let alone = desk.json_any(&["check", &a]);
    assert_eq!((number_of(&alone, "/compared"), across(&alone)), (1, Vec::new()), "{alone}");
    desk.json(GOOD, &["photo", "add", &b, photo.to_str().unwrap()]);
    let beside = desk.json_any(&["check", &a]);
    assert_eq!(across(&beside), ["\"b.lisuan\""], "{beside}");
    // A copy of the case is the same case.
    std::fs::copy(desk.path(&a), desk.path("home/cases/copy.lisuan")).unwrap();
    std::fs::remove_file(desk.path(&b)).unwrap();
    assert_eq!(across(&desk.json_any(&["check", &a])), [""; 0]);
}
