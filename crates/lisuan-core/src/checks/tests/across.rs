//! Checks that take several cases.

use super::{Draft, key};
use crate::assessment::Assessment;
use crate::change::Kind::{Case, FindingAnswer, Photo};
use crate::checks::{OtherCase, across, camera_of, likeness_of, original_of};
use crate::clocks::Calendar;

fn draft(insured: &str, content: &str, serial: &str) -> Draft {
    let photo =
        [("number", "A-1"), ("content", content), ("camera", "NIKON D3100"), ("serial", serial)];
    Draft::default().with(Case, 0, &[("insured", insured)]).with(Photo, 1, &photo)
}

fn other(name: &str, draft: &Draft) -> OtherCase {
    let case = draft.case();
    OtherCase {
        name: name.to_owned(),
        insured: case.head.insured.clone().unwrap_or_default(),
        cameras: case.photos.iter().filter_map(camera_of).collect(),
        originals: case.photos.iter().filter_map(original_of).collect(),
        likenesses: case.photos.iter().filter_map(likeness_of).collect(),
    }
}

fn found(draft: &Draft, others: &[OtherCase]) -> Vec<&'static str> {
    across(&draft.case(), others).iter().map(|finding| finding.check).collect()
}

#[test]
fn one_picture_in_two_cases() {
    let ours = draft("甲公司", &"ab".repeat(32), "");
    assert_eq!(found(&ours, &[other("B-1", &draft("乙公司", &"ab".repeat(32), ""))]), ["PHO-03"]);
    assert_eq!(found(&ours, &[other("B-1", &draft("甲公司", &"ab".repeat(32), ""))]), ["PHO-03"]);
    assert_eq!(found(&ours, &[other("B-1", &draft("乙公司", &"cd".repeat(32), ""))]), [""; 0]);
    assert_eq!(found(&ours, &[]), [""; 0]);
}

#[test]
fn nearly_the_same_picture_in_two_cases() {
    let looks = |content: &str, likeness: &str| {
        draft("甲公司", &content.repeat(32), "").with(Photo, 1, &[("likeness", likeness)])
    };
    let why = |ours: &Draft, theirs: &Draft| -> Vec<String> {
        let found = across(&ours.case(), &[other("B-1", theirs)]);
        found
            .iter()
            .flat_map(|f| &f.args)
            .filter(|(n, _)| *n == "why")
            .map(|a| a.1.clone())
            .collect()
    };
    let ours = looks("ab", "00ff00ff00ff00ff");
    assert_eq!(why(&ours, &looks("cd", "00ff00ff00ff003f")), ["elsewhere-near"]);
    assert_eq!(why(&ours, &looks("ab", "00ff00ff00ff003f")), ["elsewhere"], "the same says more");
    assert_eq!(why(&ours, &looks("cd", "ff00ff00ff00ff00")), [""; 0], "another picture");
    let dark = looks("ab", "0000000000000001");
    assert_eq!(why(&dark, &looks("cd", "0000000000000000")), [""; 0], "the night looks alike");
    let aside = looks("cd", "00ff00ff00ff00ff").with(Photo, 1, &[("rejected", "yes")]);
    assert_eq!(why(&ours, &aside), [""; 0], "set aside there");
}

#[test]
fn one_camera_in_cases_of_different_insured() {
    let ours = draft("甲公司", &"ab".repeat(32), "6107872");
    let theirs = |insured, serial| other("B-1", &draft(insured, &"cd".repeat(32), serial));
    assert_eq!(found(&ours, &[theirs("乙公司", " 6107872 ")]), ["PHO-13"]);
    assert_eq!(found(&ours, &[theirs("甲公司", "6107872")]), [""; 0], "the same insured");
    assert_eq!(found(&ours, &[theirs("乙公司", "6107873")]), [""; 0], "another camera");
    let zero = draft("甲公司", &"ab".repeat(32), "0000");
    assert_eq!(found(&zero, &[theirs("乙公司", "0000")]), [""; 0], "no serial number at all");
    let many = vec![theirs("乙公司", "6107872"); 4];
    assert_eq!(found(&ours, &many), [""; 0], "the surveyor's own");
}

#[test]
fn a_picture_elsewhere_that_is_explained_is_no_answer_to_a_finding_that_is_gone() {
    let ours = draft("甲公司", &"ab".repeat(32), "");
    let record = key(1);
    let answer = [
        ("check_no", "PHO-03"),
        ("record_kind", "photo"),
        ("record", record.as_str()),
        ("reason", "同一事故"),
    ];
    let ours = ours.with(FindingAnswer, 9, &answer);
    let others = [other("B-1", &draft("乙公司", &"ab".repeat(32), ""))];
    let case = ours.case();
    let calendar = Calendar::default();
    let all = Assessment::with(&case, &calendar, &across(&case, &others)).findings;
    let told = all.iter().find(|finding| finding.check == "PHO-03").unwrap();
    assert!(!told.wants_reason(), "the answer belongs to it");
    for findings in [all, Assessment::of(&case, &calendar).findings] {
        assert!(findings.iter().all(|finding| finding.check != "ANS-02"), "it may be elsewhere");
    }
}
