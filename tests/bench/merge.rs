//! Two people's changes to one case brought together, beside geodiff on the same counts.

use std::path::Path;

use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, Digest, Kind, Label, Operation};
use lisuan_store::CaseFile;
use serde_json::{Value, json};

use crate::job::Job;
use crate::meter::{Meter, Usage, own_peak_mb};
use crate::options::Options;
use crate::peer::{GEODIFF, GEODIFF_REBASE, Python};
use crate::report::{Row, Section, Target};
use crate::section::repeat;
use crate::{Place, Result, remove};

/// Operations before the two part: each makes a record with its text.
const COMMON: u64 = 78_000;
/// Changes on each side.
const EACH: u64 = 11_000;
/// Of these both change the same field.
const BOTH: u64 = 1_000;
const CPU_SHARE_MAX: f64 = 1.0;

/// Measures both.
pub fn measure(options: &Options, place: &Place) -> Result<Section> {
    let case = place.scratch.join("merge.lisuan");
    let kept = place.scratch.join("merge-kept.lisuan");
    Job::new("merge-case", &[&kept])?.run()?;
    let (ours, said) = repeat("merge", options.runs, || {
        std::fs::copy(&kept, &case)?;
        Job::new("merge", &[&case])?.run()
    })?;
    let python = Python::environment(place)?;
    let counts = [COMMON, EACH, BOTH].map(|n| n.to_string());
    let scratch = place.scratch.join("geodiff");
    let (theirs, told) = repeat("geodiff", options.runs, || {
        remove(&scratch)?;
        crate::create(&scratch)?;
        let read = &mut std::process::Command::new(python.program("python"));
        let output = read.args(["-c", GEODIFF_REBASE]).arg(&scratch).args(&counts).output()?;
        if !output.status.success() {
            return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
        }
        Ok(serde_json::from_slice(&output.stdout)?)
    })?;
    remove(&case)?;
    remove(&kept)?;
    let share = ours.cpu_ms.zip(theirs.cpu_ms).map(|(a, b)| a / b);
    let target = Target { name: "CPU ÷ geodiff", value: share, max: CPU_SHARE_MAX };
    let conflicts = |value: &Value| {
        let count = value["conflicts"].as_f64().unwrap_or_default();
        vec![("conflicts found".to_owned(), count)]
    };
    Ok(Section {
        title: format!(
            "{} operations, {EACH} changes on each side, {BOTH} of them on both",
            COMMON + 2 * EACH
        ),
        rows: vec![
            Row { target: Some(target), each: conflicts(&said), ..Row::ours("Lisuan", ours) },
            Row { each: conflicts(&told), ..Row::peer(GEODIFF, theirs) },
        ],
        notes: vec![
            "ours opens the case, follows and checks every digest of the new operations, finds \
             conflicts by field, writes journal and tables and closes; geodiff compares two tables \
             with their base and rebases one set of changes on the other"
                .to_owned(),
        ],
    })
}

fn key(n: u64) -> Id {
    let mut bytes = [0; 16];
    bytes[8..].copy_from_slice(&n.to_be_bytes());
    Id::from_bytes(bytes)
}

/// Makes operations on top of each other with their digests.
struct Hand {
    last: (Id, Digest),
    author: &'static str,
    next: u64,
}

impl Hand {
    fn does(&mut self, changes: Vec<Change>) -> Result<(Operation, Digest)> {
        self.next += 1;
        let operation = Operation {
            id: key(self.next),
            parents: vec![self.last.0],
            author: self.author.to_owned(),
            device: self.author.to_owned(),
            at: "2026-03-03T12:00:00+08:00".parse().map_err(|_| "a time")?,
            label: Label { key: "change-note".to_owned(), subject: String::new() },
            batch: None,
            reverts: None,
            changes,
        };
        let digest = operation.digest(&[self.last.1]);
        self.last = (operation.id, digest);
        Ok((operation, digest))
    }
}

/// One side's operations after they parted.
fn side(hand: &mut Hand, first: u64, word: &str) -> Result<Vec<(Operation, Digest)>> {
    let records = first..first + EACH;
    records
        .map(|record| {
            let after = Some(format!("{word} {record}"));
            hand.does(vec![Change { before: Some(text(record)), after, ..first_text(record) }])
        })
        .collect()
}

fn text(record: u64) -> String {
    format!("查勘记录 {record}")
}

fn first_text(record: u64) -> Change {
    let id = key(1_000_000_000 + record);
    Change { kind: Kind::Note, id, field: "text", before: None, after: Some(text(record)) }
}

/// The job that makes the case with the common operations and ours.
pub fn make(case: &Path) -> Result<Value> {
    let mut file = CaseFile::create(case)?;
    let head = Change {
        kind: Kind::Case,
        id: key(7),
        field: ALIVE,
        before: None,
        after: Some("1".to_owned()),
    };
    let mut root = Hand { last: (key(0), [0; 32]), author: "甲", next: 100 };
    let (mut first, _) = root.does(vec![head])?;
    first.parents.clear();
    let digest = file.commit(&first, None)?;
    let mut hand = Hand { last: (first.id, digest), author: "甲", next: 1000 };
    let mut all = Vec::new();
    for record in 0..COMMON {
        let made = Some("1".to_owned());
        let alive = Change { field: ALIVE, after: made, ..first_text(record) };
        all.push(hand.does(vec![alive, first_text(record)])?);
    }
    let parted = hand.last;
    all.extend(side(&mut hand, 0, "甲方")?);
    let plan = file.plan_merge(&all)?;
    let mut closing = Hand { last: hand.last, author: "甲", next: 900_000 };
    let (closing, _) = closing.does(Vec::new())?;
    file.merge(&plan, &all, &mut (), &closing, |_, _| true)?;
    file.close()?;
    Ok(json!({ "parted": parted.0.to_string() }))
}

/// The job of bringing the other side's operations in.
pub fn take_in(case: &Path) -> Result<Value> {
    // What comes was made where the two parted; digests follow from the same beginning.
    let mut parted = None;
    let file = CaseFile::open(case)?;
    let last_common = key(1000 + COMMON);
    file.each_operation(|operation, digest| {
        if operation.id == last_common {
            parted = Some((operation.id, digest));
        }
        Ok(())
    })?;
    file.close()?;
    let mut hand =
        Hand { last: parted.ok_or("no common operation")?, author: "乙", next: 500_000 };
    let incoming = side(&mut hand, EACH - BOTH, "乙方")?;
    let meter = Meter::start();
    let mut file = CaseFile::open(case)?;
    let plan = file.plan_merge(&incoming)?;
    let ours = file.heads()?.first().map(|head| (head.id, head.digest)).ok_or("no head")?;
    let mut closing = Hand { last: ours, author: "甲", next: 950_000 };
    let (mut closing, _) = closing.does(Vec::new())?;
    closing.parents.extend(plan.heads.iter().map(|head| head.id));
    file.merge(&plan, &incoming, &mut (), &closing, |_, _| true)?;
    let conflicts = plan.conflicts.len();
    file.close()?;
    let mut figures = Usage { peak_mb: own_peak_mb(), ..meter.stop() }.json();
    figures["conflicts"] = json!(conflicts);
    Ok(figures)
}
