//! Two to five people, packages reordered, repeated and lost: whatever happens, copies that hold
//! the same operations agree, nothing is taken twice, and no edit is lost without a conflict.
//!
//! `LISUAN_MERGE_SEEDS` says how many cases are tried; 10,000 without it.
#![allow(clippy::panic, reason = "a broken test stops where it stands")]

use std::collections::{BTreeMap, BTreeSet, HashSet};

use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, Kind, Label, Operation, State};
use lisuan_core::merge::{
    Field, History, Past, Standing, check_incoming, meet, refers_to, touched_records,
};

/// A small generator of random numbers: the same seed gives the same case.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.next() % 100 < percent
    }
}

fn id(n: u64) -> Id {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&n.to_be_bytes());
    Id::from_bytes(bytes)
}

const FIELDS: [&str; 3] = ["item", "remark", "claimed_price"];

/// One person's copy of the case.
#[derive(Clone)]
struct Copy {
    operations: Vec<Operation>,
    /// What the tables of this copy hold, kept up change by change.
    tables: State,
    undecided: BTreeMap<Field, Standing>,
    head: Id,
    /// What stood undecided before the last operation.
    asked: BTreeMap<Field, Standing>,
    person: usize,
}

fn history_of(operations: &[Operation]) -> History {
    let mut history = History::default();
    for operation in operations {
        history.take(operation).unwrap_or_else(|error| panic!("{error}"));
    }
    history
}

impl Copy {
    fn commit(&mut self, key: u64, changes: Vec<Change>, reverts: Option<Id>) {
        if changes.is_empty() {
            return;
        }
        let operation = self.operation(key, vec![self.head], changes, reverts);
        check_incoming(&operation).unwrap_or_else(|error| panic!("{error}"));
        self.tables.apply(&operation.changes).unwrap_or_else(|error| panic!("{error}"));
        self.head = operation.id;
        self.operations.push(operation);
        self.asked = self.undecided.clone();
        self.look_again();
    }

    fn operation(
        &self,
        key: u64,
        parents: Vec<Id>,
        changes: Vec<Change>,
        reverts: Option<Id>,
    ) -> Operation {
        Operation {
            id: id(key),
            parents,
            author: format!("P{}", self.person),
            device: format!("D{}", self.person),
            at: "2026-03-03T12:00:00+08:00".parse().unwrap_or_else(|_| panic!("a time")),
            label: Label { key: "edit".to_owned(), subject: String::new() },
            batch: None,
            reverts,
            changes,
        }
    }

    fn look_again(&mut self) {
        let history = history_of(&self.operations);
        let fields = history.fields().map(|f| (f, history.standing(f, &Past::ALL)));
        self.undecided = fields.filter(|(_, standing)| standing.conflict).collect();
    }

    fn change(&self, kind: Kind, record: Id, field: &'static str, after: Option<String>) -> Change {
        let before = self.tables.get(kind, record).and_then(|r| r.get(field)).map(str::to_owned);
        Change { kind, id: record, field, before, after }
    }

    /// One thing a person does.
    fn work(&mut self, dice: &mut Dice, key: u64) {
        let lines: Vec<Id> = self.tables.of_kind(Kind::Line).map(|(id, _)| id).collect();
        let value = |dice: &mut Dice| dice.chance(85).then(|| dice.below(4).to_string());
        let pick = |dice: &mut Dice| lines[dice.below(lines.len())];
        // Where something stands undecided, people see to that first, now and then.
        let doing = if !self.undecided.is_empty() && dice.chance(30) { 4 } else { dice.below(10) };
        let changes = match doing {
            _ if lines.is_empty() => self.made(key),
            0 => self.made(key),
            2 => {
                let line = pick(dice);
                let stands = self.tables.get(Kind::Line, line).is_some_and(|r| r.is_alive());
                let after = Some(if stands { "0" } else { "1" }.to_owned());
                vec![self.change(Kind::Line, line, ALIVE, after)]
            }
            3 => {
                let (link, line) = (id(key * 10 + 1), pick(dice));
                let made = Some("1".to_owned());
                vec![
                    self.change(Kind::LinePhoto, link, ALIVE, made),
                    self.change(Kind::LinePhoto, link, "line", Some(line.to_string())),
                ]
            }
            4 => {
                // Decides one thing or a few; also for the value that is shown already.
                let undecided: Vec<Field> = self.undecided.keys().copied().collect();
                let some = undecided.iter().filter(|_| dice.chance(50));
                some.map(|(kind, record, field)| {
                    let standing = &self.undecided[&(*kind, *record, *field)];
                    let chosen = standing.values[0].value.clone();
                    self.change(*kind, *record, field, chosen)
                })
                .collect()
            }
            5 => return self.take_back(dice, key),
            _ => {
                let line = pick(dice);
                let field = FIELDS[dice.below(FIELDS.len())];
                let after = value(dice);
                let change = self.change(Kind::Line, line, field, after);
                if change.before == change.after { Vec::new() } else { vec![change] }
            }
        };
        self.commit(key, changes, None);
    }

    fn made(&self, key: u64) -> Vec<Change> {
        let line = id(key * 10);
        let made = self.change(Kind::Line, line, ALIVE, Some("1".to_owned()));
        vec![made, self.change(Kind::Line, line, "item", Some("电缆".to_owned()))]
    }

    /// Undo of the last step, as the program does it.
    fn take_back(&mut self, dice: &mut Dice, key: u64) {
        let Some(last) = self.operations.last() else { return };
        if last.id != self.head || last.parents.len() != 1 || dice.chance(20) {
            return;
        }
        let fresh: BTreeSet<Id> = last
            .changes
            .iter()
            .filter(|c| c.field == ALIVE && c.before.is_none())
            .map(|c| c.id)
            .collect();
        let back = last.changes.iter().rev().filter_map(|change| {
            match (change.field == ALIVE && change.before.is_none(), fresh.contains(&change.id)) {
                (true, _) => Some(Change { after: Some("0".to_owned()), ..change.inverted() }),
                (false, true) => None,
                (false, false) => Some(change.inverted()),
            }
        });
        let (changes, target) = (back.collect(), last.id);
        let (first, asked) = (last.reverts.is_none(), self.asked.clone());
        self.commit(key, changes, Some(target));
        for (field, standing) in asked.iter().filter(|_| first) {
            let again = self.undecided.get(field);
            assert_eq!(again, Some(standing), "a decision taken back asks again");
        }
    }

    /// What the program does with a package.
    fn receive(&mut self, package: &[Operation], key: u64) {
        let known: HashSet<Id> = self.operations.iter().map(|o| o.id).collect();
        let new: Vec<Operation> =
            package.iter().filter(|o| !known.contains(&o.id)).cloned().collect();
        if new.is_empty() {
            return;
        }
        let mut history = history_of(&self.operations);
        let at = history.graph().find(self.head).unwrap_or_default();
        let ours = history.graph().upto(at);
        for operation in &new {
            check_incoming(operation).unwrap_or_else(|error| panic!("{error}"));
            history.take(operation).unwrap_or_else(|error| panic!("{error}"));
        }
        // As the store does: only what came is looked at.
        let touched = touched_records(&new);
        let met = meet(&history, &ours, |record| touched.contains(record));
        self.tables.apply(&met.changes).unwrap_or_else(|error| panic!("{error}"));
        let mut parents = vec![self.head];
        parents.extend(
            history.graph().heads().map(|h| history.graph().id(h)).filter(|h| *h != self.head),
        );
        self.operations.extend(new);
        let closing = self.operation(key, parents, Vec::new(), None);
        self.head = closing.id;
        self.operations.push(closing);
        self.look_again();
        for conflict in met.conflicts {
            assert_eq!(self.undecided.get(&conflict.field), Some(&conflict.standing));
        }
    }
}

/// What a copy shows and what stands undecided in it, by a fresh reading of its journal.
fn shown(operations: &[Operation]) -> (BTreeMap<Field, Option<String>>, BTreeMap<Field, Standing>) {
    let history = history_of(operations);
    let mut values = BTreeMap::new();
    let mut undecided = BTreeMap::new();
    for field in history.fields() {
        let standing = history.standing(field, &Past::ALL);
        values.insert(field, standing.shown.clone());
        if standing.conflict {
            undecided.insert(field, standing);
        }
    }
    (values, undecided)
}

/// Ancestors by walking, as a second opinion.
fn ancestors(operations: &[Operation]) -> BTreeMap<Id, BTreeSet<Id>> {
    let mut out: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    for operation in operations {
        let mut mine = BTreeSet::new();
        for parent in &operation.parents {
            mine.insert(*parent);
            mine.extend(out.get(parent).into_iter().flatten().copied());
        }
        out.insert(operation.id, mine);
    }
    out
}

/// Each write that nobody knowingly wrote over is shown or stands as a conflict.
fn no_edit_is_lost(operations: &[Operation], seed: u64) {
    let (values, undecided) = shown(operations);
    let known = ancestors(operations);
    let mut writes: BTreeMap<Field, Vec<(&Operation, &Change)>> = BTreeMap::new();
    for operation in operations {
        for change in &operation.changes {
            let field = (change.kind, change.id, change.field);
            writes.entry(field).or_default().push((operation, change));
        }
    }
    for (field, list) in &writes {
        for (operation, change) in list {
            let over = list.iter().any(|(later, _)| known[&later.id].contains(&operation.id));
            if over {
                continue;
            }
            let kept = values[field] == change.after
                || undecided.get(field).is_some_and(|s| {
                    operation.reverts.is_some() || s.values.iter().any(|v| v.value == change.after)
                });
            assert!(kept, "seed {seed}: {field:?} {:?} is lost", change.after);
        }
    }
}

/// A record that shows as deleted was deleted by someone who knew what others did to it, or they
/// knew that it was deleted.
fn no_edit_is_deleted(operations: &[Operation], seed: u64) {
    let (values, _) = shown(operations);
    let known = ancestors(operations);
    let touches = operations.iter().flat_map(|operation| {
        let changes = operation.changes.iter();
        changes.filter_map(move |change| {
            let own = (change.field != ALIVE).then_some((change.kind, change.id));
            Some((operation.id, refers_to(change).or(own)?))
        })
    });
    for (by, (kind, record)) in touches {
        if values.get(&(kind, record, ALIVE)).cloned().flatten().as_deref() != Some("0") {
            continue;
        }
        let deletions = operations.iter().filter(|operation| {
            operation.changes.iter().any(|change| {
                (change.kind, change.id, change.field) == (kind, record, ALIVE)
                    && change.after.as_deref() == Some("0")
            })
        });
        let mut deletions = deletions.peekable();
        assert!(deletions.peek().is_some(), "seed {seed}: nobody deleted {record}");
        let knew = deletions.any(|deletion| {
            known[&deletion.id].contains(&by)
                || known[&by].contains(&deletion.id)
                || deletion.id == by
        });
        assert!(knew, "seed {seed}: {record} was deleted without knowing {by}");
    }
}

fn one_case(seed: u64) {
    let mut dice = Dice(seed);
    let people = 2 + dice.below(4);
    let mut key = 100;
    let root = Operation {
        id: id(1),
        parents: Vec::new(),
        author: "P".to_owned(),
        device: "D".to_owned(),
        at: "2026-03-03T11:00:00+08:00".parse().unwrap_or_else(|_| panic!("a time")),
        label: Label { key: "new-case".to_owned(), subject: String::new() },
        batch: None,
        reverts: None,
        // What everyone works on.
        changes: [10, 20]
            .map(|line| Change {
                kind: Kind::Line,
                id: id(line),
                field: ALIVE,
                before: None,
                after: Some("1".to_owned()),
            })
            .into(),
    };
    let mut tables = State::default();
    tables.apply(&root.changes).unwrap_or_else(|error| panic!("{error}"));
    let first = Copy {
        operations: vec![root],
        tables,
        undecided: BTreeMap::new(),
        head: id(1),
        asked: BTreeMap::new(),
        person: 0,
    };
    let mut copies: Vec<Copy> =
        (0..people).map(|person| Copy { person, ..first.clone() }).collect();
    let mut sent: Vec<Vec<Operation>> = Vec::new();
    for _ in 0..15 + dice.below(20) {
        key += 1;
        let who = dice.below(people);
        match dice.below(10) {
            // A package is made; some never arrive.
            0 | 1 => sent.push(copies[who].operations.clone()),
            // An old or a new one arrives, perhaps again.
            2..=4 if !sent.is_empty() => {
                let package = sent[dice.below(sent.len())].clone();
                copies[who].receive(&package, key);
            }
            _ => {
                copies[who].work(&mut dice, key);
                if dice.chance(25) {
                    copies[who].take_back(&mut dice, key + 1_000_000);
                }
            }
        }
    }
    // In the end everyone gets everything, in an order of their own, some of it twice.
    let last: Vec<Vec<Operation>> = copies.iter().map(|copy| copy.operations.clone()).collect();
    for copy in &mut copies {
        let mut order: Vec<usize> = (0..people).chain(0..people).collect();
        for n in (1..order.len()).rev() {
            order.swap(n, dice.below(n + 1));
        }
        for n in order {
            key += 1;
            copy.receive(&last[n], key);
        }
    }
    let (values, undecided) = shown(&copies[0].operations);
    for copy in &copies {
        let (theirs, open) = shown(&copy.operations);
        assert_eq!(theirs, values, "seed {seed}: copies show different values");
        assert_eq!(open, undecided, "seed {seed}: copies ask different questions");
        let tables: BTreeMap<Field, Option<String>> = copy
            .tables
            .iter()
            .flat_map(|(kind, id, r)| {
                r.fields.iter().map(move |(name, value)| ((kind, id, *name), Some(value.clone())))
            })
            .collect();
        let standing: BTreeMap<_, _> =
            theirs.into_iter().filter(|(_, value)| value.is_some()).collect();
        assert_eq!(tables, standing, "seed {seed}: tables and journal differ");
        no_edit_is_lost(&copy.operations, seed);
        no_edit_is_deleted(&copy.operations, seed);
    }
}

#[test]
fn whatever_the_order_all_copies_agree_and_no_edit_is_lost() {
    let seeds = std::env::var("LISUAN_MERGE_SEEDS").ok().and_then(|n| n.parse().ok());
    for seed in 0..seeds.unwrap_or(10_000) {
        one_case(seed);
    }
}
