//! Cases that are encrypted at rest, through the command line.

use std::fs;
use std::path::Path;

use lisuan_tests::cli::{Desk, GOOD, NO, UNREADABLE, USAGE, text_of};

use crate::handover::Two;

const PASSPHRASE: &str = "查勘二零二六长沙";

fn with_passphrases(desk: &Desk) {
    fs::write(desk.path("right.txt"), format!("{PASSPHRASE}\n")).unwrap();
    fs::write(desk.path("wrong.txt"), "something else\n").unwrap();
    fs::write(desk.path("next.txt"), "another passphrase\n").unwrap();
    fs::write(desk.path("short.txt"), "short\n").unwrap();
}

/// Files of a folder, and of those below it, that show a text.
fn showing(folder: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            found.extend(showing(&entry, text));
        } else if fs::read(&entry).unwrap().windows(text.len()).any(|w| w == text.as_bytes()) {
            found.push(entry.display().to_string());
        }
    }
    found
}

#[test]
fn an_encrypted_case_opens_with_passphrase_or_recovery_key_alone() {
    let desk = Desk::new();
    with_passphrases(&desk);
    let short = ["new", "c.lisuan", "--encrypt", "--passphrase-file", "short.txt"];
    let error = desk.json(USAGE, &short);
    assert_eq!(text_of(&error, "/error/code"), Some("weak-passphrase"), "{error}");
    let made = desk.json(GOOD, &["new", "c.lisuan", "--encrypt", "--passphrase-file", "right.txt"]);
    let recovery = text_of(&made, "/recoveryKey").unwrap().to_owned();
    assert_eq!(recovery.split(' ').count(), 8, "eight groups: {recovery}");

    let note = ["note", "add", "c.lisuan", "现场水位约一米二"];
    desk.json(GOOD, &[&note[..], &["--passphrase-file", "right.txt"]].concat());
    let error = desk.json(NO, &[&note[..], &["--passphrase-file", "wrong.txt"]].concat());
    assert_eq!(text_of(&error, "/error/code"), Some("case-wrong-passphrase"), "{error}");
    assert_eq!(showing(&desk.path("."), "现场水位"), [""; 0], "neither case nor settings show it");

    fs::write(desk.path("key.txt"), recovery.to_lowercase()).unwrap();
    let key = ["--recovery-key", "--passphrase-file", "key.txt"];
    let checked = desk.json_any(&[&["check", "c.lisuan"][..], &key].concat());
    assert_eq!(checked["whole"], true, "it is whole: {checked}");
    fs::write(desk.path("key.txt"), recovery.replacen(&recovery[..1], "~", 1)).unwrap();
    let error = desk.json(NO, &[&["check", "c.lisuan"][..], &key].concat());
    assert_eq!(text_of(&error, "/error/args/group"), Some("1"), "which group: {error}");
}

#[test]
fn a_received_case_is_encrypted_from_its_first_byte_on() {
    let two = Two::new();
    two.a.json(GOOD, &["note", "add", "a.lisuan", "背水坡渗漏点三处"]);
    fs::write(two.a.path("told.txt"), "来件口令一二三四\n").unwrap();
    two.hand_over("one.lshand", &["--package-passphrase-file", "told.txt"]);
    with_passphrases(&two.b);
    fs::write(two.b.path("told.txt"), "来件口令一二三四\n").unwrap();
    let package = two.stick("one.lshand");
    let told = ["--package-passphrase-file", "told.txt"];
    let preview = [&["receive", &package, "--into", ".", "--preview"][..], &told].concat();
    let number = two.b.json(GOOD, &preview)["package"]["sender"]["number"].clone();
    let take = ["receive", &package, "--into", ".", "--accept", number.as_str().unwrap()];
    let take = [&take[..], &told, &["--encrypt", "--passphrase-file"]].concat();

    let weak = two.b.json(USAGE, &[&take[..], &["short.txt"]].concat());
    assert_eq!(text_of(&weak, "/error/code"), Some("weak-passphrase"), "{weak}");
    let cases = || two.b.names().into_iter().filter(|name| name.contains(".lisuan")).count();
    assert_eq!(cases(), 0, "nothing was made");

    // A receipt that cannot be written takes neither the case nor its recovery key away.
    let nowhere = ["right.txt", "--receipt", "no/such/folder/one.lsreceipt"];
    let received = two.b.json(NO, &[&take[..], &nowhere].concat());
    assert!(text_of(&received, "/receiptProblem/code").is_some(), "{received}");
    let recovery = text_of(&received, "/recoveryKey").unwrap();
    let case = text_of(&received, "/caseFile").unwrap().to_owned();
    assert_eq!(showing(&two.b.path("."), "背水坡渗漏点"), [""; 0], "nowhere in the clear");
    let locked = two.b.json_any(&["check", &case]);
    assert_eq!(text_of(&locked, "/error/code"), Some("case-locked"), "{locked}");
    let whole = two.b.json_any(&["check", &case, "--passphrase-file", "right.txt"]);
    assert_eq!(whole["whole"], true, "{whole}");
    fs::write(two.b.path("key.txt"), recovery).unwrap();
    let key = ["check", &case, "--recovery-key", "--passphrase-file", "key.txt"];
    assert_eq!(two.b.json_any(&key)["whole"], true, "the recovery key opens it too");

    // Checked in the library, it leaves nothing in the index of the library either.
    fs::create_dir_all(two.b.path("home/cases")).unwrap();
    fs::copy(two.b.path(&case), two.b.path("home/cases/locked.lisuan")).unwrap();
    two.b.json_any(&["check", "home/cases/locked.lisuan", "--passphrase-file", "right.txt"]);
    let index = fs::read_to_string(two.b.path("home/config/library-index.json")).unwrap();
    assert!(index.contains("case-locked") && !index.contains("SUHUAI"), "{index}");

    let merge = ["receive", &package, "--into", &case, "--encrypt"];
    let merge = [&merge[..], &told, &["--passphrase-file", "right.txt"]].concat();
    let refused = two.b.json(USAGE, &merge);
    assert_eq!(text_of(&refused, "/error/code"), Some("encrypts-new-case"), "{refused}");
}

#[test]
fn the_passphrase_changes_and_the_recovery_key_stays() {
    let desk = Desk::new();
    with_passphrases(&desk);
    desk.json(GOOD, &["new", "c.lisuan", "--encrypt", "--passphrase-file", "right.txt"]);
    let change = ["passphrase", "c.lisuan", "--new-passphrase-file", "next.txt"];
    desk.json(GOOD, &[&change[..], &["--passphrase-file", "right.txt"]].concat());
    let check = ["check", "c.lisuan", "--passphrase-file", "right.txt"];
    let error = desk.json(NO, &check);
    assert_eq!(text_of(&error, "/error/code"), Some("case-wrong-passphrase"), "{error}");
    let checked = desk.json_any(&["check", "c.lisuan", "--passphrase-file", "next.txt"]);
    assert_eq!(checked["whole"], true, "the new one opens it: {checked}");
}

#[test]
fn a_plain_case_is_encrypted_in_place_and_copied_out_again() {
    let desk = Desk::new();
    with_passphrases(&desk);
    desk.json(GOOD, &["new", "c.lisuan", "--sample", "embankment"]);
    let before = desk.json_any(&["adjust", "c.lisuan"]);
    let plain = showing(&desk.path("."), "CAR-SUHUAI-02");
    assert_eq!(
        plain.len(),
        2,
        "the scan sees the plain case and the list of recent ones: {plain:?}"
    );
    desk.json(GOOD, &["encrypt", "c.lisuan", "--passphrase-file", "right.txt"]);
    assert_eq!(showing(&desk.path("."), "CAR-SUHUAI-02"), [""; 0], "nothing shows what is in it");
    let opened = ["--passphrase-file", "right.txt"];
    let after = desk.json_any(&[&["adjust", "c.lisuan"][..], &opened].concat());
    assert_eq!(before, after, "the same figures");
    let decrypt = ["decrypt", "c.lisuan", "-o", "plain.lisuan"];
    desk.json(GOOD, &[&decrypt[..], &opened].concat());
    assert_eq!(desk.json_any(&["adjust", "plain.lisuan"]), before, "and in the plain copy");
    let error = desk.json(USAGE, &["decrypt", "plain.lisuan", "-o", "x.lisuan"]);
    assert_eq!(text_of(&error, "/error/code"), Some("case-plain"), "{error}");
    let error = desk.json(UNREADABLE, &[&decrypt[..], &opened].concat());
    assert_eq!(text_of(&error, "/error/code"), Some("exists"), "{error}");
}
