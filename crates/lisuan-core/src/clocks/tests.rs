use proptest::prelude::*;

use super::*;
use crate::Id;
use crate::case::Case;
use crate::change::{ALIVE, Change, Kind, State};
use crate::moment::Date;

type Fields<'a> = &'a [(&'a str, &'a str)];
/// A clock, the records of a case, and what is found.
type Row<'a> = (&'a str, &'a [(Kind, Fields<'a>)], &'a [&'a str]);

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn case(records: &[(Kind, Fields<'_>)]) -> Case {
    let id = |n: usize| Id::from_bytes([u8::try_from(n).unwrap(); 16]);
    let mut changes = Vec::new();
    let mut set = |kind: Kind, id, field: &'static str, value: &str| {
        let after = Some(value.to_owned());
        changes.push(Change { kind, id, field, before: None, after });
    };
    set(Kind::Case, id(0), ALIVE, "1");
    for (n, (kind, fields)) in records.iter().enumerate() {
        let key = if *kind == Kind::Case { id(0) } else { id(n + 1) };
        if *kind != Kind::Case {
            set(*kind, key, ALIVE, "1");
        }
        for (name, value) in *fields {
            set(*kind, key, kind.field(name).unwrap().name, value);
        }
    }
    let mut state = State::default();
    state.apply(&changes).unwrap();
    Case::from_state(&state).unwrap()
}

/// Holidays are known for two years.
fn calendar() -> Calendar {
    Calendar { years: Some((2026, 2027)), ..Calendar::default() }
}

/// The clocks of a number as `state last`, on 1 June 2026.
fn found(code: &str, records: &[(Kind, Fields<'_>)]) -> Vec<String> {
    let all = clocks(&case(records), &calendar(), day("2026-06-01"));
    let of_code = all.iter().filter(|clock| clock.rule.code == code);
    of_code
        .map(|clock| match clock.due {
            Some(due) => format!("{} {}", clock.state.as_str(), due.last),
            None => clock.state.as_str().to_owned(),
        })
        .collect()
}

const RECEIVED: (Kind, Fields<'_>) = (Kind::Document, &[("received_on", "2026-05-04")]);
const LOSS: (Kind, Fields<'_>) = (Kind::Case, &[("loss_date", "2026-05-01")]);
const ENGINEERING: (Kind, Fields<'_>) =
    (Kind::Case, &[("loss_date", "2026-05-01"), ("line_of_business", "car")]);
const LIABILITY: (Kind, Fields<'_>) =
    (Kind::Case, &[("loss_date", "2026-05-01"), ("line_of_business", "liability")]);
const AGREED: (Kind, Fields<'_>) = (Kind::Settlement, &[("agreed_on", "2026-05-11")]);
const PAID: (Kind, Fields<'_>) = (Kind::Payment, &[("kind", "final"), ("paid_on", "2026-05-20")]);
const PAID_LATE: (Kind, Fields<'_>) =
    (Kind::Payment, &[("kind", "final"), ("paid_on", "2026-05-30")]);
const NOTICE: (Kind, Fields<'_>) = (Kind::Notice, &[("at", "2026-05-02T09:00:00")]);
const NOTICE_LATE: (Kind, Fields<'_>) = (Kind::Notice, &[("at", "2026-05-20T09:00:00")]);
const THIRD: (Kind, Fields<'_>) = (
    Kind::ThirdParty,
    &[("name", "乙"), ("notified_on", "2026-05-12"), ("limitation_on", "2029-05-01")],
);
const RECOVERED: (Kind, Fields<'_>) =
    (Kind::Recovery, &[("from_whom", "乙"), ("received_on", "2026-05-28")]);
const ENGAGED: (Kind, Fields<'_>) = (Kind::Case, &[("engaged_on", "2026-05-04")]);
const PROGRESS: (Kind, Fields<'_>) =
    (Kind::Letter, &[("kind", "progress"), ("sent_on", "2026-05-18")]);

const CLAIM: (Kind, Fields<'_>) =
    (Kind::Document, &[("kind", "claim-form"), ("received_on", "2026-05-10")]);
const NIL: (Kind, Fields<'_>) = (Kind::Settlement, &[("kind", "nil"), ("agreed_on", "2026-05-11")]);
const AGREED_100: (Kind, Fields<'_>) =
    (Kind::Settlement, &[("kind", "agreed"), ("amount", "100"), ("agreed_on", "2026-05-11")]);
const PAID_10: (Kind, Fields<'_>) =
    (Kind::Payment, &[("kind", "interim"), ("amount", "10"), ("paid_on", "2026-05-12")]);
const PAID_90: (Kind, Fields<'_>) =
    (Kind::Payment, &[("kind", "final"), ("amount", "90"), ("paid_on", "2026-05-18")]);
const RECOVERED_1: (Kind, Fields<'_>) =
    (Kind::Recovery, &[("from_whom", "乙"), ("amount", "1"), ("received_on", "2026-05-28")]);
const JUDGMENT: (Kind, Fields<'_>) =
    (Kind::Document, &[("kind", "judgment"), ("dated", "2026-04-20")]);
const DECIDED: (Kind, Fields<'_>) =
    (Kind::Dispute, &[("kind", "court"), ("decided_on", "2026-04-21")]);
const REACHED: (Kind, Fields<'_>) = (
    Kind::PaperRequest,
    &[("requested_on", "2026-05-06"), ("reached_on", "2026-05-10"), ("received_on", "2026-05-16")],
);
const TWO_YEARS: (Kind, Fields<'_>) = (Kind::Case, &[("policy_from", "2024-05-10")]);
const KNOWN: (Kind, Fields<'_>) =
    (Kind::Term, &[("code", "clock.T11.from"), ("value", "2026-05-01")]);
const INSURER: (Kind, Fields<'_>) =
    (Kind::Case, &[("role", "insurer"), ("policy_to", "2027-01-01")]);
const YEARS_30: (Kind, Fields<'_>) =
    (Kind::Archive, &[("closed_on", "2026-05-29"), ("retention_years", "30")]);

#[test]
fn each_clock_runs_where_it_should_and_is_silent_where_it_should_not() {
    let table: &[Row<'_>] = &[
        ("T01", &[LOSS], &["running"]),
        ("T01", &[LOSS, NOTICE], &["met"]),
        ("T01a", &[ENGINEERING], &["breached 2026-05-15"]),
        ("T01a", &[ENGINEERING, NOTICE_LATE], &["met-late 2026-05-15"]),
        ("T01a", &[LOSS], &[]),
        ("T02", &[RECEIVED], &["running"]),
        ("T02", &[RECEIVED, (Kind::PaperRequest, &[("requested_on", "2026-05-06")])], &["met"]),
        ("T02", &[], &[]),
        ("T03", &[RECEIVED], &["running 2026-06-03"]),
        ("T03", &[RECEIVED, AGREED], &["met 2026-06-03"]),
        ("T03", &[], &["not-started"]),
        ("T04", &[AGREED], &["breached 2026-05-21"]),
        ("T04", &[AGREED, PAID], &["met 2026-05-21"]),
        ("T04", &[], &[]),
        (
            "T03",
            &[(Kind::Document, &[("kind", "policy"), ("received_on", "2026-05-04")])],
            &["not-started"],
        ),
        ("T03", &[RECEIVED, CLAIM], &["running 2026-06-09"]),
        ("T04", &[NIL], &[]),
        ("T05", &[NIL], &[]),
        ("T04", &[AGREED_100, PAID_10], &["breached 2026-05-21"]),
        ("T04", &[AGREED_100, PAID_10, PAID_90], &["met 2026-05-21"]),
        ("T08", &[LOSS, AGREED_100, PAID_10], &["running 2028-05-12"]),
        ("T05", &[AGREED], &["running"]),
        ("T05", &[AGREED, PAID_LATE], &["met"]),
        ("T05", &[AGREED, PAID], &[]),
        ("T06", &[(Kind::Refusal, &[("decided_on", "2026-05-29")])], &["running 2026-06-01"]),
        ("T06", &[(Kind::Refusal, &[("decided_on", "2026-05-20")])], &["breached 2026-05-25"]),
        ("T06", &[], &[]),
        ("T07", &[RECEIVED], &["running 2026-07-03"]),
        (
            "T07",
            &[RECEIVED, (Kind::InterimPayment, &[("paid_on", "2026-05-25")])],
            &["met 2026-07-03"],
        ),
        ("T08", &[LOSS], &["running 2028-05-01"]),
        ("T08", &[LOSS, PAID], &["met 2028-05-01"]),
        ("T08", &[LIABILITY], &[]),
        ("T09", &[LIABILITY, AGREED], &["running 2028-05-11"]),
        ("T09", &[LOSS, AGREED], &[]),
        ("T09", &[LIABILITY, JUDGMENT, AGREED], &["running 2028-05-11"]),
        ("T09", &[LIABILITY, JUDGMENT], &["running 2028-04-20"]),
        ("T09", &[LIABILITY, DECIDED], &["running 2028-04-21"]),
        ("T03", &[RECEIVED, REACHED], &["running 2026-06-09"]),
        ("T10", &[THIRD, PAID], &["running 2029-05-01"]),
        ("T10", &[THIRD, PAID, RECOVERED], &["met 2029-05-01"]),
        ("T10", &[PAID], &[]),
        (
            "T11",
            &[(Kind::Term, &[("code", "clock.T11.from"), ("value", "2026-04-01")])],
            &["lapsed 2026-05-01"],
        ),
        ("T11", &[LOSS], &[]),
        ("T11", &[TWO_YEARS, KNOWN], &["lapsed 2026-05-10"]),
        ("T16", &[INSURER, YEARS_30], &["running 2057-01-01"]),
        ("T10", &[THIRD, PAID_10, RECOVERED_1], &["running 2029-05-01"]),
        ("T12", &[AGREED, PAID], &["running 2026-06-19"]),
        ("T12", &[AGREED], &[]),
        (
            "T13",
            &[(Kind::Term, &[("code", "clock.T13.from"), ("value", "2026-05-11")])],
            &["running 2026-06-10"],
        ),
        ("T13", &[LOSS], &[]),
        ("T14", &[(Kind::SueLabour, &[("name", "排水")])], &["not-started"]),
        ("T14", &[(Kind::SueLabour, &[("incurred_on", "2026-05-03")])], &["met"]),
        ("T14", &[LOSS], &[]),
        ("T15", &[(Kind::Expert, &[("fee", "800")])], &["not-started"]),
        ("T15", &[(Kind::Expert, &[("name", "甲")])], &[]),
        ("T16", &[(Kind::Archive, &[("closed_on", "2026-05-29")])], &["running 2041-05-29"]),
        (
            "T16",
            &[(Kind::Archive, &[("closed_on", "2026-05-29"), ("retention_years", "5")])],
            &["running 2041-05-29"],
        ),
        ("T16", &[LOSS], &[]),
        ("T17", &[THIRD], &["running"]),
        ("T17", &[LOSS], &[]),
        ("T18", &[ENGAGED], &["breached 2026-05-19"]),
        ("T18", &[ENGAGED, PROGRESS], &["running 2026-06-17", "met 2026-05-19"]),
        ("T18", &[LOSS], &[]),
    ];
    for (code, records, wanted) in table {
        assert_eq!(found(code, records), *wanted, "{code} of {records:?}");
    }
    let shown: std::collections::BTreeSet<_> = table.iter().map(|(code, ..)| *code).collect();
    assert_eq!(shown.len(), RULES.len(), "every rule has its lines in the table");
}

#[test]
fn papers_that_are_out_stop_the_thirty_days_and_no_others() {
    let out: (Kind, Fields<'_>) = (Kind::PaperRequest, &[("requested_on", "2026-05-14")]);
    let back: (Kind, Fields<'_>) =
        (Kind::PaperRequest, &[("requested_on", "2026-05-14"), ("received_on", "2026-05-24")]);
    let before: (Kind, Fields<'_>) = (Kind::PaperRequest, &[("requested_on", "2026-05-02")]);
    assert_eq!(found("T03", &[RECEIVED, out]), ["paused"]);
    assert_eq!(found("T03", &[RECEIVED, back]), ["running 2026-06-15"], "13 June is a Saturday");
    assert_eq!(found("T03", &[RECEIVED, before]), ["running 2026-06-03"], "no supplement yet");
    assert_eq!(found("T07", &[RECEIVED, out]), ["running 2026-07-03"], "only art. 23 is stopped");
}

#[test]
fn a_term_of_the_case_takes_the_place_of_the_usual_length() {
    let term: (Kind, Fields<'_>) = (Kind::Term, &[("code", "clock.T01a"), ("value", "28")]);
    assert_eq!(found("T01a", &[ENGINEERING, term]), ["breached 2026-05-29"]);
    assert_eq!(case_term("clock.T08", "5y"), Some(CaseTerm::Length("T08", Term::Years(5))));
    for (code, value) in [
        ("clock.T99", "3"),
        ("clock.T04", "0"),
        ("clock.T04", "x"),
        ("clock.T04", "9999y"),
        ("clock.T01", "3"),
        ("clock.T04.from", "2026-01-01"),
        ("clock.T11.from", "soon"),
    ] {
        assert_eq!(case_term(code, value), None, "{code} = {value} says nothing");
    }
}

#[test]
fn a_demand_in_time_begins_the_limitation_anew_and_one_too_late_does_not() {
    let old: (Kind, Fields<'_>) = (Kind::Case, &[("loss_date", "2024-01-10")]);
    let urged: (Kind, Fields<'_>) = (Kind::Payment, &[("urged_on", "2025-12-01")]);
    let late: (Kind, Fields<'_>) = (Kind::Payment, &[("urged_on", "2026-03-01")]);
    assert_eq!(found("T08", &[old, urged]), ["running 2027-12-01"]);
    assert_eq!(found("T08", &[old, late]), ["breached 2026-01-12"]);
}

#[test]
fn a_term_beyond_the_calendar_is_told() {
    let of = |records: &[(Kind, Fields<'_>)], code: &str| {
        let all = clocks(&case(records), &calendar(), day("2026-06-01"));
        all.iter().find(|clock| clock.rule.code == code).unwrap().beyond_calendar
    };
    assert!(of(&[LOSS], "T08"), "2028 is not in it");
    assert!(!of(&[RECEIVED], "T03"), "2026 is");
}

#[test]
fn what_is_overdue_stands_first_and_then_what_is_due_next() {
    let all = clocks(&case(&[ENGINEERING, RECEIVED]), &calendar(), day("2026-06-01"));
    let codes: Vec<_> = all.iter().map(|clock| clock.rule.code).collect();
    assert_eq!(codes, ["T01a", "T03", "T07", "T08", "T01", "T02"]);
    assert_eq!(all[0].days_left, Some(-17));
    assert_eq!(all[1].days_left, Some(2));
}

proptest! {
    #[test]
    fn a_pause_never_makes_a_deadline_earlier(
        length in 1u16..400,
        spans in prop::collection::vec((0i32..500, 0i32..90), 0..6),
        more in (0i32..500, 0i32..90),
    ) {
        let start = day("2026-01-05");
        let after = |days: i32| start.checked_add(jiff::Span::new().days(days)).unwrap();
        let pause = |(from, long): (i32, i32)| {
            Pause { from: after(from), to: Some(after(from + long)) }
        };
        let mut pauses: Vec<Pause> = spans.into_iter().map(pause).collect();
        let without = deadline(start, Term::Days(length), &pauses, &calendar()).unwrap();
        pauses.push(pause(more));
        let with = deadline(start, Term::Days(length), &pauses, &calendar()).unwrap();
        prop_assert!(with.last >= without.last && with.counted >= without.counted);
    }
}
