//! The two sample cases in both languages, with the figures of the published cases.

use lisuan_tests::cli::{Desk, GOOD, NO, UNREADABLE, findings, number_of, text_of};
use serde_json::Value;

use crate::other_tools::{assert_sealed, text_of_pdf};

const LANGUAGES: [&str; 2] = ["zh-CN", "en"];

fn made(desk: &Desk, sample: &str, language: &str) -> Value {
    let args = ["new", "s.lisuan", "--sample", sample, "--lang", language];
    desk.json(GOOD, &args);
    desk.json(GOOD, &["adjust", "s.lisuan"])
}

/// How often a check fired, and with which values.
fn found<'a>(sheet: &'a Value, check: &str) -> Vec<&'a Value> {
    findings(sheet).filter(|finding| finding["check"] == check).collect()
}

fn dossier(desk: &Desk, language: &str) -> String {
    desk.json(GOOD, &["dossier", "s.lisuan", "-o", "s.pdf", "--lang", language]);
    desk.json(GOOD, &["verify", "s.pdf"]);
    assert_sealed(&desk.path("s.pdf"));
    text_of_pdf(&desk.path("s.pdf"))
}

#[test]
fn the_power_plant_has_the_figures_of_the_case() {
    for language in LANGUAGES {
        let desk = Desk::new();
        let sheet = made(&desk, "power-plant", language);
        for (pointer, expected) in [
            ("/figures/assessed", "20,000,000.00"),
            ("/figures/recovered", "16,000,000.00"),
            ("/figures/balance", "4,000,000.00"),
            ("/figures/settled", "2,000,000.00"),
        ] {
            assert_eq!(text_of(&sheet, pointer), Some(expected), "{language} {pointer}");
        }
        assert_eq!(sheet["figures"]["settlementKind"], "compromise");
        let handover = &found(&sheet, "POL-03")[0]["args"];
        assert_eq!(handover["handover"], "2003-04-05", "handed over before the loss");
        assert_eq!(handover["loss"], "2003-08-09");
        assert!(!found(&sheet, "ARI-06").is_empty(), "USD insured, CNY lost, no rate: {sheet}");
        let checked = desk.whole("s.lisuan");
        assert_eq!(number_of(&checked, "/originals"), 4);
        let text = dossier(&desk, language);
        for figure in ["20,000,000.00", "16,000,000.00", "2,000,000.00", "EAR-SEED-01"] {
            assert!(text.contains(figure), "{language}: {figure} is not in the dossier");
        }
        let word = if language == "en" { "compromise" } else { "和解" };
        assert!(text.contains(word), "{language}: why the figure is no formula's");
    }
}

#[test]
fn the_embankment_has_the_figures_of_the_report() {
    for language in LANGUAGES {
        let desk = Desk::new();
        let sheet = made(&desk, "embankment", language);
        assert_eq!(text_of(&sheet, "/figures/assessed"), Some("161,766.00"), "{language}");
        let results: Vec<&str> = sheet["steps"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|step| step["key"] == "line-amount")
            .filter_map(|step| step["result"].as_str())
            .collect();
        assert_eq!(results, ["24,639.00", "90,343.00", "16,512.00", "30,272.00"], "{language}");
        let misprint = found(&sheet, "QTY-02");
        assert_eq!(misprint.len(), 1, "one quantity is misprinted: {misprint:?}");
        assert_eq!(text_of(misprint[0], "/args/stated"), Some("4402.00"));
        assert_eq!(text_of(misprint[0], "/args/computed"), Some("4202.00"));
        let mut lengths: Vec<(&str, &str)> = found(&sheet, "QTY-06")
            .into_iter()
            .filter_map(|f| Some((text_of(f, "/args/stated")?, text_of(f, "/args/computed")?)))
            .collect();
        lengths.sort_unstable();
        lengths.dedup();
        assert_eq!(lengths, [("1910", "3115.5"), ("3200", "3559.76")], "both stretches");
        let text = dossier(&desk, language);
        for figure in ["161,766.00", "CAR-SUHUAI-02", "K172+331.5", "1910×44×0.05"] {
            assert!(text.contains(figure), "{language}: {figure} is not in the dossier");
        }
    }
}

#[test]
fn what_a_person_reads_is_in_the_language_asked_for() {
    let desk = Desk::new();
    made(&desk, "power-plant", "zh-CN");
    let answer = desk.run(&["check", "s.lisuan"]);
    assert_eq!(answer.code, Some(NO), "a missing rate blocks the final report");
    assert!(answer.out.contains("案件完整"), "Chinese is what it starts with: {}", answer.out);
    let answer = desk.run(&["check", "s.lisuan", "--lang", "en"]);
    assert!(answer.out.contains("The case is whole"), "{}", answer.out);
    for language in LANGUAGES {
        for command in ["adjust", "check"] {
            let out = desk.run(&[command, "s.lisuan", "--lang", language]).out;
            for bare in ["finding-", "step-", "{$", "{ $", "oddity-", "mismatch-", "cli-"] {
                assert!(!out.contains(bare), "{command} {language}: bare words {bare} in {out}");
            }
        }
    }
}

#[test]
fn a_sample_never_replaces_a_file() {
    let desk = Desk::new();
    std::fs::write(desk.path("s.lisuan"), "mine").unwrap();
    let args = ["new", "s.lisuan", "--sample", "embankment"];
    let error = desk.json(UNREADABLE, &args);
    assert_eq!(text_of(&error, "/error/code"), Some("exists"));
    assert_eq!(std::fs::read(desk.path("s.lisuan")).unwrap(), b"mine", "left as it was");
}
