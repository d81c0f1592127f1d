//! A spreadsheet that has only the formulas comes to the program's figures.

// Helpers of a test may stop it.
#![allow(clippy::unwrap_used, clippy::panic)]

mod compare;
mod office;
mod random;

use lisuan_core::clocks::Calendar;
use std::path::{Path, PathBuf};

use lisuan_core::assessment::Assessment;
use lisuan_core::case::Case;
use lisuan_core::change::Kind;
use lisuan_core::moment::Moment;
use lisuan_sheet::{Cached, SheetInput, Written, write};

use random::{Chance, Records};

/// How many cases are made by chance.
const CASES: u64 = 200;

/// Keys stand for themselves.
fn key(key: &str, args: &[(&str, &str)]) -> String {
    let values: Vec<String> = args.iter().map(|(name, value)| format!(" {name}={value}")).collect();
    format!("{key}{}", values.concat())
}

fn bytes(case: &Case, assessment: &Assessment, cached: Cached) -> (Vec<u8>, Written) {
    let mut out = Vec::new();
    let made_at = Moment::utc(1_700_000_000);
    let input = SheetInput { case, assessment, made_at, program: "Lisuan test", cached };
    let written = write(&input, &key, &mut out).unwrap();
    (out, written)
}

/// Writes a workbook whose cells hold zero until somebody computes them.
fn workbook(folder: &Path, name: &str, case: &Case, assessment: &Assessment) -> (PathBuf, Written) {
    let (bytes, written) = bytes(case, assessment, Cached::Zeros);
    let path = folder.join(format!("{name}.xlsx"));
    std::fs::write(&path, bytes).unwrap();
    (path, written)
}

#[test]
fn random_cases_recalculate_to_the_cent() {
    let Some(office) = office::office() else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut cases: Vec<(Case, Assessment)> = (0..CASES).map(random::case).collect();
    // Sums too long for one formula.
    cases.push(random::case_with(Chance(CASES), 1_300, true));
    let (mut live, mut fixed) = (0, 0);
    let mut paths = Vec::new();
    for (n, (case, assessment)) in cases.iter().enumerate() {
        let (path, written) = workbook(folder.path(), &format!("case{n:03}"), case, assessment);
        live += written.live;
        fixed += written.fixed;
        paths.push(path);
    }
    let pages = office::recalculated(&office, folder.path(), &paths);
    assert!(pages.last().unwrap().contains_key("sheet-page-totals"), "partial sums have a page");
    let compare = |(n, (case, assessment)): (usize, &(Case, Assessment))| {
        compare::compare(&format!("case {n}"), case, assessment, &pages[n])
    };
    let compared: usize = cases.iter().enumerate().map(compare).sum();
    println!("{compared} figures of {} cases, {live} formulas, {fixed} fixed", cases.len());
    assert!(compared > 10_000, "{compared} figures were compared");
    assert!(fixed * 1_000 < live, "{fixed} figures of {live} are not live");
}

#[test]
fn text_stays_text_and_ties_round_away_from_zero() {
    let Some(office) = office::office() else { return };
    let mut records = Records::new();
    let hostile = [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(1)",
        "=cmd|' /C calc'!A0",
        "\"quoted\", with a comma",
        "两行\n文字",
        "_x0041_ & <b> \u{1}",
    ];
    for text in hostile {
        let sizes = [("expression", "1.005×1"), ("unit", "t")];
        let sizes = sizes.map(|(name, value)| (name, value.to_owned()));
        let measurement = records.add(Kind::Measurement, &sizes).to_string();
        let price = records.add(Kind::Price, &[("amount", "-1".to_owned())]).to_string();
        let fields = [
            ("item", text.to_owned()),
            ("measurement", measurement),
            ("price", price),
            ("claimed_quantity", "1.005".to_owned()),
            ("claimed_price", "1".to_owned()),
        ];
        records.add(Kind::Line, &fields);
    }
    let lump = [("assessed_amount", "12345678901234.56".to_owned())];
    records.add(Kind::Line, &lump);
    let case = records.case();
    let assessment = Assessment::of(&case, &Calendar::default());
    let folder = tempfile::tempdir().unwrap();
    let (path, _) = workbook(folder.path(), "hostile", &case, &assessment);
    let pages = office::recalculated(&office, folder.path(), &[path]).remove(0);
    let lines = &pages["sheet-page-lines"];
    for (text, row) in hostile.iter().zip(&lines[1..]) {
        assert_eq!(row[1], *text, "written as text and read as text");
        assert_eq!((row[6].as_str(), row[9].as_str()), ("1.01", "-1.01"), "away from zero");
    }
    let lump = &lines[hostile.len() + 1];
    assert_eq!(lump[9], "12345678901234.56", "sixteen digits as text");
    assert!(lump[12].contains("sheet-note-text"), "and the note says so");
    assert_eq!(pages["sheet-page-summary"][2][1], "=1+1", "the claim number");
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let (case, assessment) = random::case(7);
    let (first, written) = bytes(&case, &assessment, Cached::Figures);
    let (second, _) = bytes(&case, &assessment, Cached::Figures);
    assert!(first == second, "no clock, no chance");
    assert!(written.live > 20, "{written:?}");
}
