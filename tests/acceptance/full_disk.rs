//! No room left: what was saved stays, what does not fit is said so.
#![cfg(unix)]

use std::path::Path;
use std::process::Command;

use lisuan_tests::cli::{
    Answer, Desk, GOOD, SmallDisk, UNREADABLE, arg, names, number_of, program, text_of,
};

use crate::photos::{add_args, many};

/// Adds photos to a case until there is no room; gives how many were reported as saved.
fn fill(desk: &Desk, case: &str, run: impl FnOnce(&[String]) -> Answer) -> (Answer, u64) {
    let photos = many(desk, 24);
    let answer = run(&add_args(case, &photos));
    let reported = answer.err.lines().filter(|line| line.starts_with("{\"progress\"")).count();
    // The photo that did not fit is told as passed, too: it was looked at.
    (answer, (reported as u64).saturating_sub(1))
}

#[test]
fn a_full_disk_keeps_what_was_saved() {
    let desk = Desk::new();
    let Some(disk) = SmallDisk::mount("12m") else { return with_a_limit(&desk) };
    let case = disk.path().join("c.lisuan");
    desk.json(GOOD, &["new", arg(&case)]);
    let (answer, reported) = fill(&desk, arg(&case), |args| {
        desk.command().args(args).arg("--json").output().unwrap().into()
    });
    assert_eq!(answer.code, Some(UNREADABLE), "{} {}", answer.out, answer.err);
    assert_eq!(text_of(&answer.value(), "/error/code"), Some("disk-full"), "{}", answer.out);
    goes_on(&desk, &case, reported);
}

#[test]
fn a_limit_on_file_size_keeps_what_was_saved() {
    with_a_limit(&Desk::new());
}

/// The same in a process that may not write files beyond some megabytes.
fn with_a_limit(desk: &Desk) {
    desk.json(GOOD, &["new", "c.lisuan"]);
    let (answer, reported) = fill(desk, "c.lisuan", |args| {
        Command::new("sh")
            .args(["-c", "trap '' XFSZ; ulimit -f 12000; exec \"$0\" \"$@\" --json"])
            .arg(program())
            .args(args)
            .env("LISUAN_HOME", desk.path("home"))
            .current_dir(desk.path(""))
            .output()
            .unwrap()
            .into()
    });
    assert_eq!(answer.code, Some(UNREADABLE), "{} {}", answer.out, answer.err);
    goes_on(desk, &desk.path("c.lisuan"), reported);
}

/// Asserts that the case is whole, holds what was reported as saved, and takes notes again where
/// there is room.
fn goes_on(desk: &Desk, case: &Path, reported: u64) {
    assert!(reported > 0, "some photos fitted");
    let roomy = desk.path("roomy");
    std::fs::create_dir(&roomy).unwrap();
    for name in names(case.parent().unwrap()).iter().filter(|name| name.starts_with("c.lisuan")) {
        if !name.ends_with("-shm") && !name.ends_with("-lock") {
            std::fs::copy(case.with_file_name(name), roomy.join(name)).unwrap();
        }
    }
    let copy = roomy.join("c.lisuan");
    let checked = desk.whole(arg(&copy));
    let there = number_of(&checked, "/originals");
    assert!(there >= reported, "{reported} were reported as saved, {there} are there");
    desk.json(GOOD, &["note", "add", arg(&copy), "现场有空间了"]);
}

#[test]
fn a_case_or_dossier_that_does_not_fit_leaves_nothing() {
    let desk = Desk::new();
    let Some(disk) = SmallDisk::mount("160k") else { return with_a_limit(&desk) };
    let error = desk.json(UNREADABLE, &["new", arg(&disk.path().join("c.lisuan"))]);
    assert_eq!(text_of(&error, "/error/code"), Some("disk-full"), "{error}");
    assert_eq!(names(disk.path()), [""; 0], "no half-made case");
    desk.json(GOOD, &["new", "c.lisuan"]);
    desk.json(GOOD, &add_args("c.lisuan", &many(&desk, 2)).each_str());
    let out = disk.path().join("out.pdf");
    let error = desk.json(UNREADABLE, &["dossier", "c.lisuan", "-o", arg(&out)]);
    assert_eq!(text_of(&error, "/error/code"), Some("disk-full"), "{error}");
    assert_eq!(names(disk.path()), [""; 0], "no half-made dossier");
}

/// Borrowed arguments.
trait EachStr {
    fn each_str(&self) -> Vec<&str>;
}

impl EachStr for Vec<String> {
    fn each_str(&self) -> Vec<&str> {
        self.iter().map(String::as_str).collect()
    }
}
