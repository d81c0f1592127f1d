//! A case out of what was sent, and originals that stay with the sender.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::Path;

use lisuan_core::change::{Digest, Kind, Label, Operation};
use lisuan_store::{CaseFile, Elsewhere, Mismatch, Originals, StoreError};

use crate::support::{
    add_photo, commit, key, names, original, record, sha256, small_case, state_of,
};

/// Originals in memory; what is not there is said to be elsewhere, or not.
#[derive(Default)]
struct Sent {
    enclosed: BTreeMap<String, Vec<u8>>,
    elsewhere: bool,
}

impl Originals for Sent {
    fn open(&mut self, sha256: &str) -> std::io::Result<Option<(u64, Box<dyn Read + '_>)>> {
        Ok(self
            .enclosed
            .get(sha256)
            .map(|bytes| (bytes.len() as u64, Box::new(bytes.as_slice()) as Box<dyn Read + '_>)))
    }

    fn elsewhere(&self, sha256: &str) -> Option<Elsewhere> {
        self.elsewhere.then(|| Elsewhere {
            sha256: sha256.to_owned(),
            bytes: 100_000,
            kept_by: "周正".to_owned(),
            package: "c".repeat(64),
        })
    }
}

fn sent(photos: &[u8]) -> Sent {
    let enclosed = photos.iter().map(|n| original(*n, 100_000));
    Sent { enclosed: enclosed.map(|bytes| (sha256(&bytes), bytes)).collect(), elsewhere: true }
}

fn journal(path: &Path) -> Vec<(Operation, Digest)> {
    let file = CaseFile::open_read_only(path).unwrap();
    let mut out = Vec::new();
    file.each_operation(|operation, digest| {
        out.push((operation, digest));
        Ok(())
    })
    .unwrap();
    out
}

fn closing(journal: &[(Operation, Digest)]) -> Operation {
    let last = journal.last().unwrap().0.clone();
    Operation {
        id: key(9_000_000),
        parents: vec![last.id],
        label: Label { key: "receive".to_owned(), subject: String::new() },
        changes: record(Kind::Handover, key(9_000_001), &[("direction", "in")]),
        ..last
    }
}

fn mismatches(path: &Path) -> (u64, Vec<Mismatch>) {
    let report = CaseFile::open_read_only(path).unwrap().check(|_, _| true).unwrap();
    (report.elsewhere, report.mismatches)
}

#[test]
fn a_case_made_of_what_was_sent_is_the_same_case() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let journal = journal(&path);
    let new = folder.path().join("new.lisuan");
    let closing = closing(&journal);
    CaseFile::create_from(&new, &journal, &mut sent(&[3, 4]), &closing, |_, _| true).unwrap();
    assert_eq!(mismatches(&new), (0, Vec::new()), "journal, tables and originals agree");
    let (ours, theirs) = (state_of(&path), state_of(&new));
    let same = ours.iter().all(|(kind, id, record)| theirs.get(kind, id) == Some(record));
    assert!(same, "every record as it was");
    assert_eq!(theirs.iter().count(), ours.iter().count() + 1, "and the record of the handover");
    assert_eq!(names(folder.path()).len(), 2, "nothing beside: {:?}", names(folder.path()));
    let again = CaseFile::create_from(&new, &journal, &mut sent(&[3, 4]), &closing, |_, _| true);
    assert!(matches!(again, Err(StoreError::Exists(_))), "never over another case");
}

#[test]
fn what_fails_half_way_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let journal = journal(&path);
    let new = folder.path().join("new.lisuan");
    let closing = closing(&journal);
    let make = |journal: &[(Operation, Digest)], sent: &mut Sent, go: bool| {
        let made = CaseFile::create_from(&new, journal, sent, &closing, |_, _| go);
        assert_eq!(names(folder.path()).len(), 1, "left: {:?}", names(folder.path()));
        made.err().unwrap()
    };
    let missing = make(&journal, &mut Sent { elsewhere: false, ..sent(&[3]) }, true);
    assert!(matches!(missing, StoreError::NotEnclosed(_)), "{missing:?}");
    let stopped = make(&journal, &mut sent(&[3, 4]), false);
    assert!(matches!(stopped, StoreError::Cancelled), "{stopped:?}");
    let mut other = sent(&[3, 4]);
    other.enclosed.values_mut().for_each(|bytes| bytes[50] ^= 1);
    let altered = make(&journal, &mut other, true);
    assert!(matches!(altered, StoreError::SourceChanged), "{altered:?}");
    let mut lied = journal.clone();
    lied[1].0.author.push('!');
    let chain = make(&lied, &mut sent(&[3, 4]), true);
    assert!(matches!(chain, StoreError::Chain(_)), "{chain:?}");
}

#[test]
fn an_original_elsewhere_is_absent_and_not_lost_until_it_comes() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let journal = journal(&path);
    let part = folder.path().join("part.lisuan");
    let closing = closing(&journal);
    CaseFile::create_from(&part, &journal, &mut sent(&[3]), &closing, |_, _| true).unwrap();
    assert_eq!(mismatches(&part), (1, Vec::new()), "one photo is known to be elsewhere");
    let mut file = CaseFile::open(&part).unwrap();
    let absent = file.elsewhere().unwrap();
    assert_eq!(absent.len(), 1);
    assert_eq!((absent[0].kept_by.as_str(), absent[0].bytes), ("周正", 100_000));
    assert!(file.read_content(&absent[0].sha256).unwrap().is_none(), "there is nothing to read");
    assert_eq!(file.fetch_elsewhere(&mut sent(&[])).unwrap(), 0, "it did not come");
    assert_eq!(file.fetch_elsewhere(&mut sent(&[4])).unwrap(), 1, "now it did");
    assert!(file.elsewhere().unwrap().is_empty());
    file.close().unwrap();
    assert_eq!(mismatches(&part), (0, Vec::new()));
}

#[test]
fn a_merge_takes_what_is_enclosed_and_notes_what_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let copy = folder.path().join("copy.lisuan");
    fs::copy(&path, &copy).unwrap();
    let mut theirs = CaseFile::open(&copy).unwrap();
    // A photo that refers to a record of a kind that is written after photos.
    commit(&mut theirs, 50, record(Kind::DamagePlace, key(60), &[("name", "厂房")]));
    add_photo(&mut theirs, 51, &original(51, 100_000)).unwrap();
    let place = key(60).to_string();
    let placed = crate::support::set(Kind::Photo, key(51), "damage_place", None, Some(&place));
    commit(&mut theirs, 52, vec![placed]);
    theirs.close().unwrap();
    let incoming = journal(&copy);
    let mut file = CaseFile::open(&path).unwrap();
    let plan = file.plan_merge(&incoming).unwrap();
    assert_eq!((plan.new.len(), plan.originals.len()), (3, 1));
    let ours = file.heads().unwrap()[0].id;
    let mut closing = closing(&incoming);
    closing.parents = vec![ours, plan.heads[0].id];
    let refused = file.merge(
        &plan,
        &incoming,
        &mut Sent { elsewhere: false, ..sent(&[]) },
        &closing,
        |_, _| true,
    );
    assert!(matches!(refused, Err(StoreError::NotEnclosed(_))), "{refused:?}");
    assert_eq!(file.heads().unwrap()[0].id, ours, "nothing was written");
    file.merge(&plan, &incoming, &mut sent(&[]), &closing, |_, _| true).unwrap();
    assert_eq!(file.elsewhere().unwrap().len(), 1);
    file.close().unwrap();
    assert_eq!(mismatches(&path), (1, Vec::new()));
}
