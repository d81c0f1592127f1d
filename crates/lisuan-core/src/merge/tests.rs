//! The rules of merging, one by one. That they hold together is shown with many people and random
//! orders in `tests/merge.rs`.

use super::*;
use crate::change::{ALIVE, Change, Label, Operation};

fn id(n: u64) -> Id {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&n.to_be_bytes());
    Id::from_bytes(bytes)
}

fn op(
    n: u64,
    parents: &[u64],
    changes: &[(u64, &'static str, Option<&str>, Option<&str>)],
) -> Operation {
    Operation {
        id: id(n),
        parents: parents.iter().map(|p| id(*p)).collect(),
        author: "周正".to_owned(),
        device: "d".to_owned(),
        at: "2026-03-03T12:00:00+08:00".parse().unwrap(),
        label: Label { key: "edit".to_owned(), subject: String::new() },
        batch: None,
        reverts: None,
        changes: changes
            .iter()
            .map(|(record, field, before, after)| Change {
                kind: if *field == "line" || *field == "photo" {
                    Kind::LinePhoto
                } else {
                    Kind::Line
                },
                id: id(*record),
                field,
                before: before.map(str::to_owned),
                after: after.map(str::to_owned),
            })
            .collect(),
    }
}

fn history(operations: &[Operation]) -> History {
    let mut history = History::default();
    for operation in operations {
        history.take(operation).unwrap();
    }
    history
}

fn standing(history: &History, record: u64, field: &'static str) -> Standing {
    history.standing((Kind::Line, id(record), field), &Past::ALL)
}

const MADE: (u64, &str, Option<&str>, Option<&str>) = (7, ALIVE, None, Some("1"));

#[test]
fn fields_changed_on_one_side_each_are_both_taken() {
    let h = history(&[
        op(1, &[], &[MADE]),
        op(2, &[1], &[(7, "item", None, Some("电缆"))]),
        op(3, &[1], &[(7, "remark", None, Some("已拆除"))]),
    ]);
    for (field, value) in [("item", "电缆"), ("remark", "已拆除")] {
        let stands = standing(&h, 7, field);
        assert_eq!((stands.shown.as_deref(), stands.conflict), (Some(value), false));
    }
}

#[test]
fn two_values_stand_beside_each_other_until_someone_decides() {
    let mut ops = vec![
        op(1, &[], &[MADE, (7, "claimed_price", None, Some("100"))]),
        op(2, &[1], &[(7, "claimed_price", Some("100"), Some("120"))]),
        op(3, &[1], &[(7, "claimed_price", Some("100"), Some("90"))]),
    ];
    let stands = standing(&history(&ops), 7, "claimed_price");
    assert!(stands.conflict);
    let values: Vec<_> = stands.values.iter().map(|v| v.value.as_deref().unwrap()).collect();
    assert_eq!(values, ["120", "90"], "never averaged, never dropped");
    // The shown value is what the deciding person had before them, and may be confirmed.
    ops.push(op(4, &[2, 3], &[(7, "claimed_price", Some("90"), Some("90"))]));
    let stands = standing(&history(&ops), 7, "claimed_price");
    assert_eq!((stands.shown.as_deref(), stands.conflict), (Some("90"), false));
}

#[test]
fn a_decision_taken_back_leaves_the_conflict() {
    let mut ops = vec![
        op(1, &[], &[MADE, (7, "item", None, Some("a"))]),
        op(2, &[1], &[(7, "item", Some("a"), Some("b"))]),
        op(3, &[1], &[(7, "item", Some("a"), Some("c"))]),
        op(4, &[2, 3], &[(7, "item", Some("c"), Some("d"))]),
    ];
    let mut undo = op(5, &[4], &[(7, "item", Some("d"), Some("c"))]);
    undo.reverts = Some(id(4));
    ops.push(undo);
    let stands = standing(&history(&ops), 7, "item");
    assert!(stands.conflict, "undo of a decision asks again");
    assert_eq!(stands.values.len(), 2);
    let mut redo = op(6, &[5], &[(7, "item", Some("c"), Some("d"))]);
    redo.reverts = Some(id(5));
    ops.push(redo);
    let stands = standing(&history(&ops), 7, "item");
    assert_eq!((stands.shown.as_deref(), stands.conflict), (Some("d"), false));
}

#[test]
fn the_same_value_from_both_is_no_conflict() {
    let h = history(&[
        op(1, &[], &[MADE]),
        op(2, &[1], &[(7, "item", None, Some("电缆"))]),
        op(3, &[1], &[(7, "item", None, Some("电缆"))]),
    ]);
    assert!(!standing(&h, 7, "item").conflict);
}

#[test]
fn edited_here_deleted_there_stands_until_decided() {
    let mut ops = vec![
        op(1, &[], &[MADE, (7, "item", None, Some("a"))]),
        op(2, &[1], &[(7, ALIVE, Some("1"), Some("0"))]),
        op(3, &[1], &[(7, "item", Some("a"), Some("b"))]),
    ];
    for order in [[0, 1, 2], [0, 2, 1]] {
        let ordered: Vec<_> = order.iter().map(|n| ops[*n].clone()).collect();
        let stands = standing(&history(&ordered), 7, ALIVE);
        assert!(stands.conflict, "the edit would be lost");
        assert_eq!(stands.shown.as_deref(), Some("1"));
        assert_eq!(stands.values[1].touched, Some(("item", None)), "says what was edited");
    }
    ops.push(op(4, &[2, 3], &[(7, ALIVE, Some("1"), Some("0"))]));
    let stands = standing(&history(&ops), 7, ALIVE);
    assert_eq!((stands.shown.as_deref(), stands.conflict), (Some("0"), false));
}

#[test]
fn a_link_made_here_to_what_was_deleted_there_keeps_it() {
    let h = history(&[
        op(1, &[], &[MADE]),
        op(2, &[1], &[(7, ALIVE, Some("1"), Some("0"))]),
        op(3, &[1], &[(8, "line", None, Some("00000000-0000-0000-0000-000000000007"))]),
    ]);
    let stands = standing(&h, 7, ALIVE);
    assert!(stands.conflict);
    assert_eq!(stands.values[1].touched, Some(("line", Some((Kind::LinePhoto, id(8))))));
}

#[test]
fn a_deletion_that_knew_the_edit_deletes() {
    let h = history(&[
        op(1, &[], &[MADE]),
        op(2, &[1], &[(7, "item", None, Some("a"))]),
        op(3, &[2], &[(7, ALIVE, Some("1"), Some("0"))]),
        op(4, &[1], &[(7, "item", None, Some("a"))]),
    ]);
    let stands = standing(&h, 7, ALIVE);
    assert_eq!(stands.values.len(), 2, "only the edit of the other side is lost by it");
    let h = history(&[
        op(1, &[], &[MADE]),
        op(2, &[1], &[(7, "item", None, Some("a"))]),
        op(3, &[2], &[(7, ALIVE, Some("1"), Some("0"))]),
    ]);
    assert_eq!(standing(&h, 7, ALIVE).shown.as_deref(), Some("0"));
}

#[test]
fn who_lies_about_what_stood_before_is_refused() {
    let mut h = history(&[op(1, &[], &[MADE, (7, "item", None, Some("a"))])]);
    let lie = op(2, &[1], &[(7, "item", Some("x"), Some("b"))]);
    assert!(matches!(h.take(&lie), Err(MergeError::Before { .. })));
}

#[test]
fn what_came_of_it_is_a_change_of_the_receiver() {
    let mut h = history(&[
        op(1, &[], &[MADE, (7, "item", None, Some("a")), (7, "remark", None, Some("r"))]),
        op(2, &[1], &[(7, "item", Some("a"), Some("b"))]),
    ]);
    let ours = h.graph().upto(1);
    h.take(&op(3, &[1], &[(7, "item", Some("a"), Some("c")), (7, "remark", Some("r"), None)]))
        .unwrap();
    let met = meet(&h, &ours, |_| true);
    let changed: Vec<_> = met.changes.iter().map(|c| (c.field, c.after.as_deref())).collect();
    assert_eq!(changed, [("item", Some("c")), ("remark", None)]);
    assert_eq!(met.conflicts.len(), 1, "the item stands at two values");
}

#[test]
fn evidence_is_not_changed_by_a_colleague() {
    let mut bad = op(2, &[1], &[(7, "item", None, Some("a"))]);
    bad.changes[0].kind = Kind::Photo;
    bad.changes[0].field = "taken_at";
    assert!(check_incoming(&bad).is_err(), "what the camera wrote stays");
    bad.changes[0].field = "caption";
    assert!(check_incoming(&bad).is_ok());
    bad.changes[0].field = "number";
    (bad.changes[0].before, bad.changes[0].after) =
        (Some("ABC-0001".into()), Some("ABC-0001-2".into()));
    assert!(check_incoming(&bad).is_ok(), "two photos of one number are told apart");
    bad.changes[0].after = Some("ABC-0002".into());
    assert!(check_incoming(&bad).is_err(), "a number is given once");
    assert!(check_incoming(&op(1, &[], &[MADE])).is_err(), "another case");
}
