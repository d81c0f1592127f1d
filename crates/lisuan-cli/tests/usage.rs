//! Calls that do not read, and the help. That cargo builds the program for this test is also what
//! the acceptance tests rely on.
#![allow(clippy::unwrap_used, reason = "a broken test stops where it stands")]

use std::process::{Command, Output};

fn lisuan(args: &[&str]) -> Output {
    let home = tempfile::tempdir().unwrap();
    Command::new(env!("CARGO_BIN_EXE_lisuan"))
        .args(args)
        .env("LISUAN_HOME", home.path())
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_call_that_does_not_read_is_usage_in_three_sentences() {
    for args in [
        &[][..],
        &["photo"],
        &["photo", "add", "c.lisuan"],
        &["adjust"],
        &["no-such-thing"],
        &["adjust", "c.lisuan", "--no-such-option"],
        &["new", "c.lisuan", "--sample", "bridge"],
        &["new", "c.lisuan", "--lang", "fr"],
    ] {
        let answer = lisuan(args);
        assert_eq!(answer.status.code(), Some(2), "{args:?} is usage");
        assert_eq!(text(&answer.stdout), "", "{args:?}: complaints go to the error output");
        let lines = text(&answer.stderr).lines().count();
        assert_eq!(lines, 3, "{args:?}: what happened, what is safe, what to do");
    }
}

#[test]
fn scripts_get_the_complaint_as_an_object() {
    let answer = lisuan(&["--json", "adjust", "--lang", "en"]);
    assert_eq!(answer.status.code(), Some(2));
    let value: serde_json::Value = serde_json::from_slice(&answer.stdout).unwrap();
    assert_eq!(value["error"]["code"], "usage");
    assert_eq!(value["error"]["args"]["reason"], "<CASE> is missing");
    assert_eq!(value["error"]["safe"], "Nothing was done.");
}

#[test]
fn help_and_version_are_good_and_speak_both_languages() {
    let (chinese, english) = (lisuan(&["--help"]), lisuan(&["--lang", "en", "--help"]));
    assert_eq!((chinese.status.code(), english.status.code()), (Some(0), Some(0)));
    assert!(text(&chinese.stdout).contains("查勘笔记"), "Chinese is what it starts with");
    assert!(text(&english.stdout).contains("Survey notes"), "--lang counts for the help too");
    let version = text(&lisuan(&["--version"]).stdout);
    assert_eq!(version.trim(), concat!("lisuan ", env!("CARGO_PKG_VERSION")));
}

#[test]
fn an_error_says_what_happened_what_is_safe_and_what_to_do() {
    let answer = lisuan(&["adjust", "nowhere.lisuan", "--lang", "en"]);
    assert_eq!(answer.status.code(), Some(3), "it could not be read");
    assert_eq!(
        text(&answer.stderr),
        "“nowhere.lisuan” cannot be found.\nNothing was changed.\n\
         Check the name and the place; connect the removable or network drive if it is on one.\n"
    );
}
