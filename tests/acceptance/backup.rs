//! Backup of all cases, and restore from nothing.

use std::fs;
use std::path::PathBuf;

use lisuan_tests::cli::{Desk, GOOD, NO, SmallDisk, UNREADABLE, text_of};

/// A desk with two plain cases and an encrypted one in a folder.
fn library() -> Desk {
    let desk = Desk::new();
    fs::create_dir_all(desk.path("cases/2026")).unwrap();
    fs::create_dir_all(desk.path("disk")).unwrap();
    fs::write(desk.path("right.txt"), "a long passphrase\n").unwrap();
    desk.json(GOOD, &["new", "cases/a.lisuan", "--sample", "embankment"]);
    desk.json(GOOD, &["new", "cases/2026/b.lisuan"]);
    let locked = ["new", "cases/locked.lisuan", "--encrypt", "--passphrase-file", "right.txt"];
    desk.json(GOOD, &locked);
    desk
}

fn kept(desk: &Desk) -> Vec<PathBuf> {
    let entries = fs::read_dir(desk.path("disk/lisuan-backup/cases")).unwrap();
    let mut kept: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    kept.sort();
    kept
}

#[test]
fn what_is_backed_up_is_restored_from_nothing() {
    let desk = library();
    let made = desk.json(GOOD, &["backup", "cases", "-o", "disk"]);
    assert_eq!((made["number"].as_u64(), made["written"].as_u64()), (Some(1), Some(3)), "{made}");
    let again = desk.json(GOOD, &["backup", "cases", "-o", "disk"]);
    assert_eq!(again["unchanged"], 3, "nothing is written twice: {again}");
    desk.json(GOOD, &["note", "add", "cases/2026/b.lisuan", "later"]);
    let third = desk.json(GOOD, &["backup", "cases", "-o", "disk"]);
    assert_eq!((third["written"].as_u64(), third["unchanged"].as_u64()), (Some(1), Some(2)));
    assert_eq!(kept(&desk).len(), 4, "the earlier state is kept too");

    // Another machine: new settings, nothing but the disk.
    let other = Desk::new();
    let disk = desk.path("disk").display().to_string();
    let restored = other.json(GOOD, &["restore", &disk, "--into", "cases"]);
    assert_eq!(restored["restored"].as_array().map(Vec::len), Some(3), "{restored}");
    let ours = desk.json_any(&["adjust", "cases/a.lisuan"]);
    assert_eq!(other.json_any(&["adjust", "cases/a.lisuan"]), ours, "the same figures");
    for name in ["cases/locked.lisuan", "cases/2026/b.lisuan"] {
        let same = fs::read(desk.path(name)).unwrap() == fs::read(other.path(name)).unwrap();
        assert!(same, "{name} comes back byte for byte");
    }
    let again = other.json(GOOD, &["restore", &disk, "--into", "cases", "--number", "1"]);
    assert_eq!(again["restored"], serde_json::json!(["2026/b (2).lisuan", "a (2).lisuan"]));
}

#[test]
fn a_damaged_case_is_named_and_the_others_are_restored() {
    let desk = library();
    desk.json(GOOD, &["backup", "cases", "-o", "disk"]);
    let victim =
        kept(&desk).into_iter().find(|path| path.to_string_lossy().contains("/a ")).unwrap();
    let mut bytes = fs::read(&victim).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&victim, bytes).unwrap();
    let restored = desk.json(NO, &["restore", "disk", "--into", "back"]);
    assert_eq!(restored["failed"][0]["name"], "a.lisuan", "{restored}");
    assert_eq!(restored["failed"][0]["error"]["code"], "backup-case-damaged", "{restored}");
    assert_eq!(restored["restored"].as_array().map(Vec::len), Some(2), "the others are safe");
    assert!(!desk.path("back/a.lisuan").exists(), "what is damaged gets no name");
    // The next backup writes that state anew instead of trusting what lies there.
    let healed = desk.json(GOOD, &["backup", "cases", "-o", "disk"]);
    assert_eq!(healed["written"], 1, "{healed}");

    let list = desk.path("disk/lisuan-backup/backup-0002.json");
    let text = fs::read_to_string(&list).unwrap();
    fs::write(&list, text.replacen("a.lisuan", "x.lisuan", 1)).unwrap();
    let error = desk.json(UNREADABLE, &["restore", "disk", "--into", "more"]);
    assert_eq!(text_of(&error, "/error/code"), Some("backup-damaged"), "{error}");
    // What was written anew heals the earlier backup, too: both list the same state.
    desk.json(GOOD, &["restore", "disk", "--into", "more", "--number", "1"]);
}

#[test]
fn a_disk_that_is_full_or_gone_takes_nothing() {
    let desk = library();
    let error = desk.json(UNREADABLE, &["backup", "cases", "-o", "not-plugged-in"]);
    assert_eq!(text_of(&error, "/error/code"), Some("missing"), "{error}");
    assert!(!desk.path("not-plugged-in").exists(), "no folder is made in place of a disk");
    let Some(disk) = SmallDisk::mount("1m") else {
        eprintln!("no right to mount here; the full disk is tested elsewhere");
        return;
    };
    let at = disk.path().display().to_string();
    fs::write(desk.path("small.lisuan"), fs::read(desk.path("cases/2026/b.lisuan")).unwrap())
        .unwrap();
    let error = desk.json(UNREADABLE, &["backup", "cases", "-o", &at]);
    assert_eq!(text_of(&error, "/error/code"), Some("backup-disk-full"), "{error}");
    assert!(!disk.path().join("lisuan-backup/cases/writing.part").exists(), "no part is left");
    let error = desk.json(UNREADABLE, &["restore", &at, "--into", "back"]);
    assert_eq!(text_of(&error, "/error/code"), Some("no-backup"), "half a backup is none: {error}");
}
