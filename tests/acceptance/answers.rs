//! The register of checks, and answers to findings through the command line.

use lisuan_tests::cli::{Desk, GOOD, NO, findings, text_of};

#[test]
fn every_check_has_its_words_in_both_languages() {
    let desk = Desk::new();
    for language in ["zh-CN", "en"] {
        let listed = desk.json(GOOD, &["checks", "--lang", language]);
        let checks = listed["checks"].as_array().cloned().unwrap_or_default();
        assert!(checks.len() > 140, "{language}: all of them, {}", checks.len());
        for check in &checks {
            let number = check["check"].as_str().unwrap_or_default();
            let title = check["title"].as_str().unwrap_or_default();
            assert!(!title.is_empty() && !title.starts_with("check-"), "{language}: {number}");
            for key in [format!("finding-{number}"), format!("finding-{number}-do")] {
                let words = lisuan_app::Words::of(language);
                assert!(words.has(&key), "{language} has no {key}");
            }
        }
    }
}

#[test]
fn what_blocks_is_waived_by_a_supervisor_and_stays_in_the_annex() {
    let desk = Desk::new();
    let made = desk.json(GOOD, &["new", "c.lisuan"]);
    let head = desk.json(GOOD, &["record", "list", "c.lisuan", "claim_case"]);
    let head =
        text_of(&head, "/records/0/id").unwrap_or_else(|| panic!("{head} {made}")).to_owned();
    desk.json(GOOD, &["record", "set", "c.lisuan", "claim_case", &head, "premium_condition=yes"]);
    let checked = desk.json(NO, &["check", "c.lisuan"]);
    assert!(findings(&checked).any(|f| f["check"] == "POL-10"), "{checked}");

    let record = format!("record={head}");
    let mut answer = vec!["record", "add", "c.lisuan", "finding_answer", "check_no=POL-10"];
    answer.extend(["record_kind=claim_case", record.as_str(), "reason=保险人书面确认不主张"]);
    answer.extend(["answered_by=张三", "supervisor=张三"]);
    let added = desk.json(GOOD, &answer);
    let own = desk.json(NO, &["check", "c.lisuan"]);
    let found = findings(&own).find(|f| f["check"] == "POL-10").cloned().unwrap_or_default();
    assert_eq!(found["answer"]["standing"], "insufficient", "nobody waives for himself: {own}");
    assert!(findings(&own).any(|f| f["check"] == "ANS-01"), "and that is told: {own}");

    let id = text_of(&added, "/id").unwrap_or_else(|| panic!("{added}")).to_owned();
    desk.json(GOOD, &["record", "set", "c.lisuan", "finding_answer", &id, "supervisor=李四"]);
    let waived = desk.json(GOOD, &["check", "c.lisuan"]);
    let found = findings(&waived).find(|f| f["check"] == "POL-10").cloned().unwrap_or_default();
    assert_eq!(found["answer"]["standing"], "waived", "{waived}");

    desk.json(GOOD, &["dossier", "c.lisuan", "-o", "c.pdf"]);
    let file = desk.path("c.pdf");
    let text = std::process::Command::new("pdftotext").arg(&file).arg("-").output().unwrap();
    let text = String::from_utf8_lossy(&text.stdout).replace(char::is_whitespace, "");
    for words in ["POL-10", "已豁免", "保险人书面确认不主张", "李四批准豁免"] {
        assert!(text.contains(words), "{words} stands in the dossier");
    }
    desk.json(GOOD, &["record", "set", "c.lisuan", "claim_case", &head, "premium_condition=no"]);
    let gone = desk.json(GOOD, &["check", "c.lisuan"]);
    assert!(findings(&gone).any(|f| f["check"] == "ANS-02"), "an answer to nothing: {gone}");
}
