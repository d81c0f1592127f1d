//! Whatever is changed in whatever order: the tables are what the journal adds up to.

use lisuan_core::change::{ALIVE, Change, Kind, State};
use lisuan_store::CaseFile;
use proptest::prelude::*;

use crate::support::{key, operation, record, set, state_of};

/// One thing a person may do; numbers choose among what is there.
#[derive(Debug, Clone)]
enum Doing {
    Add(String),
    Text(usize, Option<String>),
    Place(usize, Option<String>),
    Delete(usize),
    BringBack(usize),
    UndoLast,
    Reopen,
}

fn doings() -> impl Strategy<Value = Vec<Doing>> {
    let text = || "[a-z一二三桩号边坡 \n]{0,12}";
    let maybe = || prop::option::of(text());
    let doing = prop_oneof![
        3 => text().prop_map(Doing::Add),
        3 => (any::<usize>(), maybe()).prop_map(|(n, text)| Doing::Text(n, text)),
        2 => (any::<usize>(), maybe()).prop_map(|(n, text)| Doing::Place(n, text)),
        1 => any::<usize>().prop_map(Doing::Delete),
        1 => any::<usize>().prop_map(Doing::BringBack),
        2 => Just(Doing::UndoLast),
        1 => Just(Doing::Reopen),
    ];
    prop::collection::vec(doing, 1..25)
}

/// The changes a doing comes to; nothing where there is nothing to do it to.
fn changes(doing: &Doing, state: &State, n: u64, last: &[Change]) -> Vec<Change> {
    let notes: Vec<_> = state.of_kind(Kind::Note).collect();
    let pick = |n: usize| notes.get(n % notes.len().max(1)).copied();
    let field = |n: usize, field: &str, after: Option<&str>| {
        let Some((id, record)) = pick(n) else { return Vec::new() };
        let before = record.get(field);
        if before == after { Vec::new() } else { vec![set(Kind::Note, id, field, before, after)] }
    };
    match doing {
        Doing::Add(text) => record(Kind::Note, key(n), &[("text", text)]),
        Doing::Text(n, text) => field(*n, "text", text.as_deref()),
        Doing::Place(n, text) => field(*n, "place", text.as_deref()),
        Doing::Delete(n) => field(*n, ALIVE, Some("0")),
        Doing::BringBack(n) => field(*n, ALIVE, Some("1")),
        // A record once made is deleted, not unmade: undo keeps its first line.
        Doing::UndoLast => last
            .iter()
            .rev()
            .filter(|change| change.field != ALIVE || change.before.is_some())
            .map(Change::inverted)
            .collect(),
        Doing::Reopen => Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn tables_are_what_the_journal_adds_up_to(doings in doings()) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("c.lisuan");
        let mut file = CaseFile::create(&path).unwrap();
        let (mut state, mut last) = (State::default(), Vec::new());
        for (n, doing) in doings.iter().enumerate() {
            if matches!(doing, Doing::Reopen) {
                file.close().unwrap();
                file = CaseFile::open(&path).unwrap();
            }
            let changes = changes(doing, &state, 10 + n as u64, &last);
            if changes.is_empty() {
                continue;
            }
            state.apply(&changes).unwrap();
            file.commit(&operation(&file, n as u64, changes.clone()), None).unwrap();
            prop_assert_eq!(&file.state().unwrap(), &state, "tables and memory differ");
            last = changes;
        }
        let report = file.check(|_, _| true).unwrap();
        prop_assert_eq!(&report.mismatches, &Vec::new(), "replay and tables differ");
        let mut replayed = State::default();
        for step in file.operations().unwrap() {
            replayed.apply(&file.changes_of_step(step.id).unwrap()).unwrap();
        }
        prop_assert_eq!(&replayed, &state, "the journal adds up to something else");
        file.close().unwrap();
        prop_assert_eq!(&state_of(&path), &state, "closing lost something");
    }
}
