//! A warning wants a reason; what blocks is waived by a supervisor who is someone else.

use super::{Draft, key};
use crate::answers::Standing;
use crate::assessment::Assessment;
use crate::change::Kind;
use crate::clocks::Calendar;

/// A premium that was not paid (POL-10, which blocks), and an answer to it.
fn answered(fields: &[(&str, &str)]) -> (Option<Standing>, bool, Vec<String>) {
    let head = key(0);
    let place = [("check_no", "POL-10"), ("record_kind", "claim_case"), ("record", head.as_str())];
    let draft = Draft::default()
        .with(Kind::Case, 0, &[("premium_condition", "yes")])
        .with(Kind::FindingAnswer, 1, &place)
        .with(Kind::FindingAnswer, 1, fields);
    let findings = Assessment::of(&draft.case(), &Calendar::default()).findings;
    let premium = findings.iter().find(|finding| finding.check == "POL-10");
    let blocks = premium.is_some_and(crate::Finding::blocks);
    let standing = premium.and_then(|finding| finding.answer).map(|answer| answer.standing);
    (standing, blocks, draft.found("ANS-01"))
}

#[test]
fn what_blocks_is_waived_by_another_person_with_a_reason() {
    let reason = ("reason", "保险人书面确认不主张");
    let (by, other) = (("answered_by", "张三"), ("supervisor", "李四"));
    let waived = answered(&[reason, by, other]);
    assert_eq!(waived, (Some(Standing::Waived), false, vec![]), "all of it is there");
    let field = answered(&[reason, by, other, ("field", "premium_paid_on")]);
    assert_eq!(field.0, Some(Standing::Waived), "the field is the one of the finding");
    for (lacking, why) in [
        (vec![by, other], "reason"),
        (vec![reason, other], "answered_by"),
        (vec![reason, by], "supervisor"),
        (vec![reason, by, ("supervisor", "张 三")], "same"),
    ] {
        let found = answered(&lacking);
        let told = vec![format!("1 W {why}")];
        assert_eq!(found, (Some(Standing::Insufficient), true, told), "it blocks as before");
    }
    let elsewhere = answered(&[reason, by, other, ("field", "insured")]);
    assert_eq!((elsewhere.0, elsewhere.1), (None, true), "an answer to another field");
}

#[test]
fn a_warning_is_explained_by_a_reason_alone() {
    let quote = Draft::default().with(Kind::Case, 0, &[("loss_date", "2026-06-10")]).with(
        Kind::Quote,
        2,
        &[("dated", "2026-01-10")],
    );
    let wants = |draft: &Draft| {
        let findings = Assessment::of(&draft.case(), &Calendar::default()).findings;
        findings.iter().filter(|f| f.check == "TIM-10" && f.wants_reason()).count()
    };
    assert_eq!(wants(&quote), 1, "nobody said anything yet");
    let record = key(2);
    let answer = [
        ("check_no", "TIM-10"),
        ("record_kind", "quote"),
        ("record", record.as_str()),
        ("reason", "价格未变"),
    ];
    assert_eq!(wants(&quote.with(Kind::FindingAnswer, 1, &answer)), 0, "the reason is on record");
}

#[test]
fn a_waiver_is_of_what_was_waived_and_a_reason_of_what_it_explains() {
    let draft =
        |limit: &str| {
            Draft::default()
                .with(Kind::Settlement, 2, &[("kind", "agreed"), ("amount", "1000")])
                .with(Kind::Approval, 1, &[("decision", "approved"), ("authority_limit", limit)])
        };
    let first = |draft: &Draft| {
        let findings = Assessment::of(&draft.case(), &Calendar::default()).findings;
        findings.into_iter().find(|finding| finding.check == "GOV-06").unwrap()
    };
    let about = first(&draft("900")).about();
    let record = key(1);
    let answer = [
        ("check_no", "GOV-06"),
        ("record_kind", "approval"),
        ("record", record.as_str()),
        ("about", about.as_str()),
        ("reason", "总公司另行授权"),
        ("answered_by", "张三"),
        ("supervisor", "李四"),
    ];
    let waived = |limit: &str| !first(&draft(limit).with(Kind::FindingAnswer, 9, &answer)).blocks();
    assert!(waived("900"), "what was waived");
    assert!(!waived("100"), "another limit is another matter");
}
