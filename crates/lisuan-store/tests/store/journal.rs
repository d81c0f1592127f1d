//! What a commit refuses, and that a refusal leaves everything.

use lisuan_core::change::{Kind, Operation};
use lisuan_store::{CaseFile, NewContent};

use crate::support::{key, operation, original, record, set, sha256, small_case};

/// Commits something that must be refused, with an original, and asserts that nothing came in.
fn refused(what: &str, make: impl FnOnce(&CaseFile) -> Operation) {
    let folder = tempfile::tempdir().unwrap();
    let path = small_case(folder.path());
    let mut file = CaseFile::open(&path).unwrap();
    let (state, heads) = (file.state().unwrap(), file.heads().unwrap());
    let steps = file.operations().unwrap();
    let operation = make(&file);
    let bytes = original(77, 10_000);
    let digest = sha256(&bytes);
    let content = NewContent { sha256: &digest, bytes: &bytes, previews: &[] };
    assert!(file.commit(&operation, Some(&content)).is_err(), "{what} was accepted");
    assert_eq!(file.state().unwrap(), state, "{what}: records changed");
    assert_eq!(file.heads().unwrap(), heads, "{what}: the journal has another head");
    assert_eq!(file.operations().unwrap(), steps, "{what}: the journal grew");
    assert!(!file.has_content(&digest).unwrap(), "{what}: its original stayed");
    assert_eq!(file.check(|_, _| true).unwrap().mismatches, [], "{what}: the case is not whole");
}

#[test]
fn a_wrong_before_is_refused() {
    refused("a value that is not what the change says", |file| {
        let good = set(Kind::Case, key(1), "claim_no", Some("C-1"), Some("C-2"));
        let wrong = set(Kind::Note, key(2), "text", Some("不是这句"), Some("改"));
        operation(file, 50, vec![good, wrong])
    });
    refused("an empty field that is not empty", |file| {
        operation(file, 50, vec![set(Kind::Note, key(2), "text", None, Some("改"))])
    });
    refused("a record that is not there", |file| {
        operation(file, 50, vec![set(Kind::Note, key(99), "text", Some("无"), Some("改"))])
    });
    refused("a record that is there already", |file| {
        operation(file, 50, record(Kind::Note, key(2), &[("text", "again")]))
    });
}

#[test]
fn a_broken_chain_is_refused() {
    refused("a parent that is not in the journal", |file| Operation {
        parents: vec![key(123_456)],
        ..operation(file, 50, record(Kind::Note, key(50), &[("text", "x")]))
    });
    refused("an operation that is there already", |file| Operation {
        id: file.heads().unwrap()[0].id,
        ..operation(file, 50, record(Kind::Note, key(50), &[("text", "x")]))
    });
}

#[test]
fn a_reference_to_nothing_is_refused() {
    let nowhere = key(4_711).to_string();
    refused("a loss line of an insured item that is not there", |file| {
        let fields = [("item", "边坡"), ("policy_item", nowhere.as_str())];
        operation(file, 50, record(Kind::Line, key(50), &fields))
    });
    let missing = sha256(b"never stored");
    refused("a photo without its original", |file| {
        operation(file, 50, record(Kind::Photo, key(50), &[("content", missing.as_str())]))
    });
}
