//! The records of a claim's life: one of each kind through the command line.

use lisuan_tests::cli::{Desk, GOOD, number_of, text_of};
use serde_json::Value;

/// One record of each kind that refers to no other.
const PLAIN: &[(&str, &[&str])] = &[
    (
        "notice",
        &["at=2026-07-22T09:10:00", "channel=telephone", "informant=项目部", "report_no=R-1"],
    ),
    ("advice", &["given_at=2026-07-22T09:30:00", "kind=scene-protection", "text=保护现场"]),
    ("disclosure", &["kind=conflict-of-interest", "dated=2026-07-23", "text=无利益冲突"]),
    ("expert", &["name=岩土专家", "field=岩土", "fee=20,000", "currency=CNY", "confidential=yes"]),
    ("paper_request", &["requested_on=2026-07-25", "items=气象证明", "due_on=2026-08-25"]),
    ("work_entry", &["at=2026-07-24T14:00:00", "kind=visit", "summary=查勘", "minutes=180"]),
    ("approval", &["step=复核", "authority_limit=1000000", "decision=approved"]),
    ("payment", &["kind=interim", "payee=被保险人", "amount=50000.00", "currency=CNY"]),
    ("refusal", &["decided_on=2026-08-01", "reasons=不属于保险责任", "sent_on=2026-08-03"]),
    ("dispute", &["kind=mediation", "opened_on=2026-08-20", "status=open"]),
    ("third_party", &["name=设计单位", "basis=保险法第六十条", "limitation_on=2029-07-22"]),
    ("returned_part", &["number=P-1", "part=逆变器", "batch=B7", "returned_on=2026-08-02"]),
    ("reserve", &["set_on=2026-07-24", "amount=800000", "currency=CNY", "reason=初估"]),
    ("archive", &["class=important", "closed_on=2026-12-01", "retention_years=30"]),
    ("risk_advice", &["written_on=2026-09-01", "finding=排水不足", "advice=增设截水沟"]),
];

/// Adds a record; its key.
fn added(desk: &Desk, kind: &str, values: &[&str]) -> String {
    let mut args = vec!["record", "add", "c.lisuan", kind];
    args.extend(values);
    let answer = desk.json(GOOD, &args);
    text_of(&answer, "/id").unwrap_or_default().to_owned()
}

fn listed(desk: &Desk, kind: &str) -> Value {
    desk.json(GOOD, &["record", "list", "c.lisuan", kind])
}

#[test]
fn one_of_each_kind_is_added_listed_and_checked() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "c.lisuan"]);
    for (kind, values) in PLAIN {
        let id = added(&desk, kind, values);
        let list = listed(&desk, kind);
        assert_eq!(text_of(&list, "/records/0/id"), Some(id.as_str()), "{kind} is there: {list}");
        for value in *values {
            let (field, typed) = value.split_once('=').unwrap();
            let kept = text_of(&list, &format!("/records/0/fields/{field}")).unwrap_or_default();
            assert_eq!(kept, typed.replace("20,000", "20000"), "{kind} keeps {field}: {list}");
        }
    }
    let note = desk.json(GOOD, &["note", "add", "c.lisuan", "滑坡体后缘有裂缝"]);
    let note = format!("note={}", text_of(&note, "/id").unwrap());
    added(&desk, "event", &["at=2026-07-22T04:00:00", "what=山体滑坡", &note]);
    let cause = added(&desk, "cause_option", &["name=暴雨", "assessment=proximate"]);
    let clause = added(&desk, "policy_clause", &["number=3.1", "kind=insuring"]);
    let clause = format!("clause={clause}");
    added(
        &desk,
        "coverage_test",
        &["kind=insuring", &clause, "question=是否自然灾害", "result=met"],
    );
    let of_cause = format!("cause={cause}");
    added(&desk, "cause_evidence", &[&of_cause, "weight=for", "note=24小时雨量210毫米"]);
    let round = added(&desk, "negotiation_round", &["held_at=2026-09-10T10:00:00", "venue=项目部"]);
    let round = format!("round={round}");
    let asked = ["side=insured", "amount=900000", "assessed=750000", "reason=清单价"];
    added(&desk, "negotiation_position", &[&[round.as_str()], &asked[..]].concat());
    let list = listed(&desk, "negotiation_position");
    let of = |field: &str| text_of(&list, &format!("/records/0/fields/{field}")).map(str::to_owned);
    assert_eq!(of("amount").as_deref(), Some("900000"), "what the side asks: {list}");
    assert_eq!(of("assessed").as_deref(), Some("750000"), "stands beside what was assessed");

    desk.whole("c.lisuan");
    let made = desk.json(GOOD, &["dossier", "c.lisuan", "-o", "out.pdf", "--draft"]);
    assert!(number_of(&made, "/pages") > 0, "the case goes into a dossier: {made}");
}

#[test]
fn a_record_is_changed_emptied_and_deleted() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "c.lisuan"]);
    let id = added(&desk, "reserve", &["set_on=2026-07-24", "amount=800000", "reason=初估"]);
    desk.json(GOOD, &["record", "set", "c.lisuan", "reserve", &id, "amount=650000", "reason="]);
    let list = listed(&desk, "reserve");
    assert_eq!(text_of(&list, "/records/0/fields/amount"), Some("650000"), "{list}");
    assert_eq!(
        text_of(&list, "/records/0/fields/reason"),
        None,
        "an emptied field is gone: {list}"
    );
    for refused in [
        &["record", "set", "c.lisuan", "reserve", &id, "amount=many"][..],
        &["record", "set", "c.lisuan", "reserve", &id, "colour=red"],
        &["record", "add", "c.lisuan", "dispute", "kind=duel"],
        &["record", "add", "c.lisuan", "no_such_kind"],
        &["record", "add", "c.lisuan", "archive", "closed_on=2026-02-30"],
        &["record", "add", "c.lisuan", "reserve", "no sign"],
    ] {
        let answer = desk.run(refused);
        assert_ne!(answer.code, Some(GOOD), "{refused:?} is refused");
    }
    assert_eq!(listed(&desk, "reserve"), list, "nothing of what was refused stays");
    desk.json(GOOD, &["record", "delete", "c.lisuan", "reserve", &id]);
    let list = listed(&desk, "reserve");
    assert_eq!(list["records"].as_array().map(Vec::len), Some(0), "deleted: {list}");
    desk.whole("c.lisuan");
}
