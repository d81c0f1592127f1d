//! Two people's files brought together again and again: the tables are what the joined journal
//! adds up to, both sides come to the same, and nothing is half written.

use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, Digest, Kind, Label, Operation, State};
use lisuan_store::{CaseFile, StoreError};
use proptest::prelude::*;

use crate::support::{commit, key, operation, record, set};

/// Everything that is in a case's journal.
fn all(file: &CaseFile) -> Vec<(Operation, Digest)> {
    let mut out = Vec::new();
    file.each_operation(|operation, digest| {
        out.push((operation, digest));
        Ok(())
    })
    .unwrap();
    out
}

fn closing(file: &CaseFile, n: u64, heads: impl Iterator<Item = Id>) -> Operation {
    let mut closing = operation(file, n, Vec::new());
    closing.parents.extend(heads);
    closing.label = Label { key: "receive".to_owned(), subject: String::new() };
    closing
}

/// Takes in another file's journal; says how many operations were new.
fn receive(file: &mut CaseFile, incoming: &[(Operation, Digest)], n: u64) -> usize {
    let plan = file.plan_merge(incoming).unwrap();
    if plan.new.is_empty() {
        return 0;
    }
    let closing = closing(file, n, plan.heads.iter().map(|head| head.id));
    file.merge(&plan, incoming, &mut (), &closing, |_, _| true).unwrap();
    plan.new.len()
}

fn case(folder: &std::path::Path, name: &str) -> CaseFile {
    let mut file = CaseFile::create(&folder.join(name)).unwrap();
    commit(&mut file, 0, record(Kind::Case, key(1), &[("claim_no", "A-1")]));
    file
}

/// A copy of a closed case under another name, opened.
fn copied(folder: &std::path::Path, from: &str, to: &str) -> CaseFile {
    std::fs::copy(folder.join(from), folder.join(to)).unwrap();
    CaseFile::open(&folder.join(to)).unwrap()
}

fn whole(file: &CaseFile, what: &str) {
    let report = file.check(|_, _| true).unwrap();
    assert!(report.mismatches.is_empty(), "{what}: {:?}", report.mismatches);
}

/// What people see, apart from who received what when.
fn seen(file: &CaseFile) -> State {
    file.state().unwrap()
}

#[derive(Debug, Clone)]
enum Doing {
    Add(bool),
    Text(bool, usize, String),
    Place(bool, usize, Option<String>),
    Turn(bool, usize),
    Send(bool),
    Decide(bool),
}

fn doing() -> impl Strategy<Value = Doing> {
    prop_oneof![
        1 => any::<bool>().prop_map(Doing::Add),
        4 => (any::<bool>(), any::<usize>(), "[ab]").prop_map(|(w, n, t)| Doing::Text(w, n, t)),
        2 => (any::<bool>(), any::<usize>(), prop::option::of("[cd]")).prop_map(|(w, n, t)| Doing::Place(w, n, t)),
        2 => (any::<bool>(), any::<usize>()).prop_map(|(w, n)| Doing::Turn(w, n)),
        3 => any::<bool>().prop_map(Doing::Send),
        2 => any::<bool>().prop_map(Doing::Decide),
    ]
}

fn changes(file: &CaseFile, doing: &Doing, n: u64) -> Vec<Change> {
    let state = file.state().unwrap();
    let notes: Vec<_> = state.of_kind(Kind::Note).collect();
    let field = |at: usize, field: &'static str, after: Option<&str>| {
        let Some((id, record)) = notes.get(at % notes.len().max(1)) else { return Vec::new() };
        let before = record.get(field);
        if before == after { Vec::new() } else { vec![set(Kind::Note, *id, field, before, after)] }
    };
    match doing {
        Doing::Add(_) => record(Kind::Note, key(n * 7), &[("text", "a")]),
        Doing::Text(_, at, text) => field(*at, "text", Some(text)),
        Doing::Place(_, at, text) => field(*at, "place", text.as_deref()),
        Doing::Turn(_, at) => {
            let stands = notes.get(at % notes.len().max(1)).is_some_and(|(_, r)| r.is_alive());
            field(*at, ALIVE, Some(if stands { "0" } else { "1" }))
        }
        Doing::Decide(_) => {
            let open = file.conflicts().unwrap();
            let open = open.into_iter().find(|conflict| conflict.decided.is_none());
            open.map(|conflict| {
                let (kind, id, field) = conflict.field;
                let before = state.get(kind, id).and_then(|r| r.get(field)).map(str::to_owned);
                Change { kind, id, field, before, after: conflict.values[0].value.clone() }
            })
            .into_iter()
            .collect()
        }
        Doing::Send(_) => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn two_files_come_to_the_same(doings in prop::collection::vec(doing(), 1..30)) {
        let folder = tempfile::tempdir().unwrap();
        let mut first = case(folder.path(), "a.lisuan");
        commit(&mut first, 1, record(Kind::Note, key(3), &[("text", "a")]));
        first.close().unwrap();
        let mut files = [copied(folder.path(), "a.lisuan", "b.lisuan"), copied(folder.path(), "a.lisuan", "c.lisuan")];
        for (n, doing) in doings.iter().enumerate() {
            let n = 10 + n as u64 * 2;
            let who = match doing {
                Doing::Add(w) | Doing::Text(w, ..) | Doing::Place(w, ..) | Doing::Turn(w, _) | Doing::Send(w) | Doing::Decide(w) => usize::from(*w),
            };
            if let Doing::Send(_) = doing {
                let sent = all(&files[1 - who]);
                receive(&mut files[who], &sent, n);
                whole(&files[who], "after receiving");
                prop_assert_eq!(receive(&mut files[who], &sent, n + 1), 0, "nothing happens twice");
            } else {
                let changes = changes(&files[who], doing, n);
                if !changes.is_empty() {
                    commit(&mut files[who], n, changes);
                }
            }
        }
        let sent = all(&files[0]);
        receive(&mut files[1], &sent, 5000);
        let back = all(&files[1]);
        receive(&mut files[0], &back, 5001);
        for file in &files {
            whole(file, "in the end");
        }
        prop_assert_eq!(seen(&files[0]), seen(&files[1]));
        let open = |file: &CaseFile| {
            let open = file.conflicts().unwrap().into_iter().filter(|c| c.decided.is_none());
            open.map(|c| (c.field, c.values)).collect::<Vec<_>>()
        };
        prop_assert_eq!(open(&files[0]), open(&files[1]));
    }
}

fn two(folder: &std::path::Path) -> [CaseFile; 2] {
    let mut first = case(folder, "a.lisuan");
    commit(&mut first, 1, record(Kind::Note, key(3), &[("text", "a")]));
    first.close().unwrap();
    [copied(folder, "a.lisuan", "b.lisuan"), copied(folder, "a.lisuan", "c.lisuan")]
}

#[test]
fn a_history_that_was_rewritten_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let [mut ours, theirs] = two(folder.path());
    let mut sent = all(&theirs);
    sent[1].1[0] ^= 1;
    assert!(matches!(ours.plan_merge(&sent), Err(StoreError::Forked(_))));
    let mut theirs = theirs;
    commit(&mut theirs, 9, vec![set(Kind::Note, key(3), "text", Some("a"), Some("b"))]);
    let mut sent = all(&theirs);
    sent.last_mut().unwrap().0.author = "someone else".to_owned();
    assert!(matches!(ours.plan_merge(&sent), Err(StoreError::Chain(_))), "says another name");
    let before = seen(&ours);
    sent.last_mut().unwrap().0.author = "李工".to_owned();
    assert_eq!(receive(&mut ours, &sent, 20), 1);
    assert_ne!(seen(&ours), before);
}

#[test]
fn two_photos_of_one_number_are_told_apart_alike_on_both_sides() {
    let folder = tempfile::tempdir().unwrap();
    let [mut ours, mut theirs] = two(folder.path());
    commit(&mut ours, 30, record(Kind::Photo, key(50), &[("number", "ABC-0001")]));
    commit(&mut theirs, 31, record(Kind::Photo, key(51), &[("number", "ABC-0001")]));
    let (from_ours, from_theirs) = (all(&ours), all(&theirs));
    for (file, sent, n) in [(&mut ours, from_theirs, 40), (&mut theirs, from_ours, 41)] {
        let plan = file.plan_merge(&sent).unwrap();
        let mut closing = closing(file, n, plan.heads.iter().map(|head| head.id));
        closing.changes = plan.renumbered.clone();
        file.merge(&plan, &sent, &mut (), &closing, |_, _| true).unwrap();
        let state = seen(file);
        let number =
            |id| state.get(Kind::Photo, key(id)).unwrap().get("number").unwrap().to_owned();
        assert_eq!([number(50), number(51)], ["ABC-0001", "ABC-0001-2"]);
        whole(file, "renumbered");
    }
}

#[test]
fn an_original_that_did_not_come_leaves_the_case_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let [mut ours, mut theirs] = two(folder.path());
    let bytes = crate::support::original(1, 1000);
    let sha256 = crate::support::sha256(&bytes);
    let photo = record(Kind::Photo, key(50), &[("number", "ABC-0001"), ("content", &sha256)]);
    let made = operation(&theirs, 30, photo);
    let content = lisuan_store::NewContent { sha256: &sha256, bytes: &bytes, previews: &[] };
    theirs.commit(&made, Some(&content)).unwrap();
    let sent = all(&theirs);
    let plan = ours.plan_merge(&sent).unwrap();
    assert_eq!(plan.originals, std::slice::from_ref(&sha256));
    let before = all(&ours);
    let closing = closing(&ours, 40, plan.heads.iter().map(|head| head.id));
    let refused = ours.merge(&plan, &sent, &mut (), &closing, |_, _| true);
    assert!(matches!(refused, Err(StoreError::NotEnclosed(which)) if which == sha256));
    assert_eq!(all(&ours), before, "nothing half in");
    whole(&ours, "refused");
}
