//! Shared places through the command line; what holds for servers is tested in `lisuan-places`.

use std::fs;

use lisuan_tests::cli::{Desk, GOOD, UNREADABLE, USAGE, text_of};

#[test]
fn a_package_goes_through_a_shared_folder() {
    let desk = Desk::new();
    let colleague = Desk::new();
    let share = tempfile::tempdir().unwrap();
    let at = share.path().display().to_string();
    for one in [&desk, &colleague] {
        let places = one.json(GOOD, &["place", "add", "team", "--folder", &at]);
        assert_eq!(text_of(&places, "/places/0/kind"), Some("folder"), "{places}");
    }
    fs::write(desk.path("a.lshand"), "a package".repeat(1000)).unwrap();
    desk.json(GOOD, &["place", "send", "team", "a.lshand"]);
    let mine = desk.json(GOOD, &["place", "inbox", "team"]);
    assert_eq!(mine["items"][0]["fresh"], false, "what I sent is no news to me: {mine}");
    let theirs = colleague.json(GOOD, &["place", "inbox", "team"]);
    assert_eq!(theirs["items"][0]["fresh"], true, "it is to the colleague: {theirs}");
    let fetched = colleague.json(GOOD, &["place", "fetch", "team", "a.lshand", "--into", "in"]);
    let file = text_of(&fetched, "/file").unwrap();
    assert_eq!(fs::read(colleague.path(file)).unwrap(), fs::read(desk.path("a.lshand")).unwrap());
    let theirs = colleague.json(GOOD, &["place", "inbox", "team"]);
    assert_eq!(theirs["items"][0]["fresh"], false, "and then no more: {theirs}");

    desk.json(GOOD, &["new", "c.lisuan"]);
    let error = desk.json(USAGE, &["place", "send", "team", "c.lisuan"]);
    assert_eq!(text_of(&error, "/error/code"), Some("place-name"), "a case is no package: {error}");
    drop(share);
    let error = desk.json(UNREADABLE, &["place", "inbox", "team"]);
    assert_eq!(text_of(&error, "/error/code"), Some("missing"), "not connected: {error}");
    desk.json(GOOD, &["place", "remove", "team"]);
    let error = desk.json(USAGE, &["place", "inbox", "team"]);
    assert_eq!(text_of(&error, "/error/code"), Some("not-found"), "{error}");
}

#[test]
fn an_address_without_tls_is_refused_before_a_password_is_sent() {
    let desk = Desk::new();
    fs::write(desk.path("secret.txt"), "secret\n").unwrap();
    let add = ["place", "add", "nas", "--webdav", "http://nas.invalid/dav", "--user", "li"];
    let error = desk.json(USAGE, &[&add[..], &["--passphrase-file", "secret.txt"]].concat());
    assert_eq!(text_of(&error, "/error/code"), Some("place-plain-http"), "{error}");
}
