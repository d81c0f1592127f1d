//! Editing, undo and what the window is told.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken test stops where it stands")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use lisuan_app::wire::{CaseView, Delta, Derived, Edit, Row};
use lisuan_app::{App, Code, Home};
use proptest::prelude::*;

fn program() -> (tempfile::TempDir, App, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let app = App::new(Home::under(folder.path()));
    let path = folder.path().join("case.lisuan");
    app.new_case(&path, &fields(&[("claim_no", "A-1"), ("loss_date", "2026-01-05")])).unwrap();
    (folder, app, path)
}

fn fields(list: &[(&str, &str)]) -> BTreeMap<String, String> {
    list.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
}

fn add(kind: &str, name: Option<&str>, list: &[(&str, &str)]) -> Edit {
    Edit::Add { kind: kind.to_owned(), fields: fields(list), name: name.map(str::to_owned) }
}

fn set(kind: &str, id: &str, field: &str, value: &str) -> Edit {
    Edit::Set {
        kind: kind.to_owned(),
        id: id.to_owned(),
        field: field.to_owned(),
        value: Some(value.to_owned()),
    }
}

/// What the page does with an answer.
fn apply(view: &mut CaseView, delta: &Delta) {
    for change in &delta.changes {
        let rows = view.rows.get_mut(&change.kind).unwrap();
        match (rows.iter().position(|row| row.id == change.id), &change.row) {
            (Some(at), Some(row)) => rows[at] = row.clone(),
            (Some(at), None) => drop(rows.remove(at)),
            (None, Some(row)) => rows.push(row.clone()),
            (None, None) => panic!("a row went that was never there"),
        }
        rows.sort_by(|a: &Row, b: &Row| a.id.cmp(&b.id));
    }
    for (key, value) in &delta.derived {
        match value {
            Some(value) => drop(view.derived.insert(key.clone(), value.clone())),
            None => drop(view.derived.remove(key)),
        }
    }
    view.figures = delta.figures.clone();
    if let Some(findings) = &delta.findings {
        view.findings = findings.clone();
    }
    view.undo = delta.undo.clone();
    view.redo = delta.redo.clone();
    view.saved_at = Some(delta.saved_at.clone());
}

#[test]
fn a_line_joins_quantity_price_and_its_amount_follows() {
    let (_folder, app, path) = program();
    let made = app
        .edit(
            "add-line",
            "墙体",
            &[
                add(
                    "measurement",
                    Some("q"),
                    &[("expression", "12.50×3.20×0.40×2"), ("unit", "m3")],
                ),
                add("unit_price", Some("p"), &[("amount", "312.5"), ("basis", "contract-boq")]),
                add("loss_line", None, &[("item", "墙体"), ("measurement", "@q"), ("price", "@p")]),
            ],
        )
        .unwrap();
    let line = made.added[2].clone();
    let Some(Some(Derived::Line { assessed, quantity, .. })) = made.derived.get(&line) else {
        panic!("the line has no figures");
    };
    assert_eq!(quantity.as_deref(), Some("32.00"), "12.5 × 3.2 × 0.4 × 2");
    assert_eq!(assessed.as_deref(), Some("10,000.00"), "32 × 312.5");

    let changed = app
        .edit("set-expression", "", &[set("measurement", &made.added[0], "expression", "1×")])
        .unwrap();
    let Some(Some(Derived::Measurement { problem, problem_at, .. })) =
        changed.derived.get(&made.added[0])
    else {
        panic!("the measurement has no figures");
    };
    assert_eq!(problem.as_deref(), Some("missing-number"), "the expression stops short");
    assert_eq!(*problem_at, Some(2), "and that is where");
    let kept = app.current().unwrap().unwrap();
    let text = &kept.rows["measurement"][0].fields["expression"];
    assert_eq!(text, "1×", "the text is kept as typed");

    app.close().unwrap();
    let again = app.open(&path).unwrap();
    assert_eq!(again.rows, kept.rows, "everything is there after closing and opening");
    let undone = app.undo().unwrap();
    assert!(undone.derived.contains_key(&line), "undo goes back over closing and opening");
}

#[test]
fn bad_values_change_nothing() {
    let (_folder, app, _) = program();
    let before = app.current().unwrap().unwrap();
    let head = before.id.clone();
    for (edit, code) in [
        (set("claim_case", &head, "loss_date", "yesterday"), Code::BadValue),
        (set("claim_case", &head, "no_such", "1"), Code::NotFound),
        (set("claim_case", "nonsense", "cause", "1"), Code::NotFound),
        (
            add("loss_line", None, &[("price", "0192f3a4-5b6c-7d8e-9fa0-b1c2d3e4f506")]),
            Code::NotFound,
        ),
        (add("photo", None, &[("number", "X-1")]), Code::NotFound),
        (add("unit_price", None, &[("amount", "1e9")]), Code::BadValue),
        (Edit::Delete { kind: "claim_case".to_owned(), id: head.clone() }, Code::NotFound),
    ] {
        let good = add("note", None, &[("text", "good")]);
        let error = app.edit("add-note", "", &[good, edit.clone()]).unwrap_err();
        assert_eq!(error.code, code, "{edit:?}");
    }
    assert_eq!(app.current().unwrap().unwrap(), before, "all parts of an edit or none");
}

#[test]
fn deleting_and_undoing_brings_a_record_back_whole() {
    let (_folder, app, _) = program();
    let note = app.add_note("裂缝宽 3 mm", Some("K1+200")).unwrap().added[0].clone();
    let before = app.current().unwrap().unwrap();
    let gone = Edit::Delete { kind: "note".to_owned(), id: note };
    app.edit("delete-note", "", &[gone]).unwrap();
    assert!(app.current().unwrap().unwrap().rows["note"].is_empty(), "the note is gone");
    app.undo().unwrap();
    assert_eq!(app.current().unwrap().unwrap().rows, before.rows, "and back with every field");
    app.redo().unwrap();
    assert!(app.current().unwrap().unwrap().rows["note"].is_empty(), "and gone again");
}

/// One thing a person may do.
#[derive(Debug, Clone)]
enum Deed {
    Add(&'static str, String),
    SetAny(usize, String),
    DeleteAny(usize),
    Undo,
    Redo,
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        3 => (prop_oneof![Just("note"), Just("measurement"), Just("loss_line")], "[a-z0-9+×]{0,8}")
            .prop_map(|(kind, text)| Deed::Add(kind, text)),
        3 => (any::<usize>(), "[a-z0-9+×]{0,8}").prop_map(|(n, text)| Deed::SetAny(n, text)),
        1 => any::<usize>().prop_map(Deed::DeleteAny),
        2 => Just(Deed::Undo),
        1 => Just(Deed::Redo),
    ]
}

fn text_field(kind: &str) -> &'static str {
    match kind {
        "note" => "text",
        "measurement" => "expression",
        _ => "item",
    }
}

fn any_record(view: &CaseView, n: usize) -> Option<(String, String)> {
    let all: Vec<(String, String)> = ["note", "measurement", "loss_line"]
        .iter()
        .flat_map(|kind| view.rows[*kind].iter().map(|row| ((*kind).to_owned(), row.id.clone())))
        .collect();
    (!all.is_empty()).then(|| all[n % all.len()].clone())
}

fn act(app: &App, view: &CaseView, deed: &Deed) -> lisuan_app::Result<Delta> {
    match deed {
        Deed::Add(kind, text) => {
            app.edit("add", "", &[add(kind, None, &[(text_field(kind), text)])])
        }
        Deed::SetAny(n, text) => {
            let edits = any_record(view, *n)
                .map(|(kind, id)| vec![set(&kind, &id, text_field(&kind), text)])
                .unwrap_or_default();
            app.edit("set", "", &edits)
        }
        Deed::DeleteAny(n) => {
            let edits = any_record(view, *n)
                .map(|(kind, id)| vec![Edit::Delete { kind, id }])
                .unwrap_or_default();
            app.edit("delete", "", &edits)
        }
        Deed::Undo => app.undo(),
        Deed::Redo => app.redo(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Whatever is done: the window that applies the answers shows what the program has, undoing
    /// everything gives the case as it was made, and the journal adds up to the tables.
    #[test]
    fn answers_add_up_and_undo_leads_back(deeds in prop::collection::vec(deed(), 1..30)) {
        let (_folder, app, path) = program();
        let first = app.current().unwrap().unwrap();
        let mut window = first.clone();
        for deed in &deeds {
            match act(&app, &window, deed) {
                Ok(delta) => apply(&mut window, &delta),
                Err(error) => prop_assert_eq!(error.code, Code::NothingToUndo, "{:?}", deed),
            }
        }
        prop_assert_eq!(&window.rows, &app.current().unwrap().unwrap().rows);
        let anew = app.current().unwrap().unwrap();
        prop_assert_eq!(&window.derived, &anew.derived);
        prop_assert_eq!((&window.figures, &window.findings), (&anew.figures, &anew.findings));
        let report = app.check(&|_| (), &|| false).unwrap();
        prop_assert!(report.mismatches.is_empty(), "{:?}", report.mismatches);
        let mut steps = 0;
        while app.undo().is_ok() {
            steps += 1;
        }
        prop_assert_eq!(app.current().unwrap().unwrap().rows, first.rows);
        for _ in 0..steps {
            app.redo().unwrap();
        }
        let kept = app.current().unwrap().unwrap();
        prop_assert_eq!(&kept.rows, &window.rows);
        // What was followed change by change is what a fresh reading gives.
        app.close().unwrap();
        let read = app.open(&path).unwrap();
        prop_assert_eq!(
            (read.rows, read.derived, read.figures, read.findings),
            (kept.rows, kept.derived, kept.figures, kept.findings)
        );
    }
}
