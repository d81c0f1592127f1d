//! Two colleagues at two machines: packages, receipts, and everything that can go wrong between.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use lisuan_app::wire::Edit;
use lisuan_app::{App, Home};
use lisuan_tests::cli::{Desk, GOOD, NO, SmallDisk, UNREADABLE, USAGE, arg, number_of, text_of};
use serde_json::Value;

/// Both machines, and what goes between them.
pub(crate) struct Two {
    pub(crate) a: Desk,
    pub(crate) b: Desk,
    stick: tempfile::TempDir,
}

impl Two {
    /// The first has a case with photos and a survey note.
    pub(crate) fn new() -> Self {
        let two = Self { a: Desk::new(), b: Desk::new(), stick: tempfile::tempdir().unwrap() };
        two.a.json(GOOD, &["new", "a.lisuan", "--sample", "embankment"]);
        two
    }

    pub(crate) fn stick(&self, name: &str) -> String {
        arg(&self.stick.path().join(name)).to_owned()
    }

    /// Hands the first one's case over, with more options.
    pub(crate) fn hand_over(&self, name: &str, more: &[&str]) -> Value {
        let out = self.stick(name);
        let said = ["--recipient", "李敏", "--reason", "休假", "--state", "待核价"];
        let args = [&["handover", "a.lisuan", "-o", &out][..], &said, more].concat();
        self.a.json(GOOD, &args)
    }

    /// The number of the key that signed, as the second one would hear it by phone.
    fn number(&self, package: &str) -> String {
        let out = self.stick(package);
        let seen = self.b.json(GOOD, &["receive", &out, "--into", ".", "--preview"]);
        text_of(&seen, "/package/sender/number").unwrap().to_owned()
    }

    /// The second one takes it in as a new case; gives its name.
    pub(crate) fn receive(&self, package: &str, more: &[&str]) -> String {
        let (out, number) = (self.stick(package), self.number(package));
        let args = [&["receive", &out, "--into", ".", "--accept", &number][..], more].concat();
        let received = self.b.json(GOOD, &args);
        text_of(&received, "/caseFile").unwrap().to_owned()
    }
}

pub(crate) fn add(kind: &str, fields: &[(&str, &str)]) -> Edit {
    let fields: BTreeMap<_, _> =
        fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    Edit::Add { kind: kind.to_owned(), fields, name: None }
}

pub(crate) fn set(kind: &str, id: &str, field: &str, value: &str) -> Edit {
    let (kind, id, field) = (kind.to_owned(), id.to_owned(), field.to_owned());
    Edit::Set { kind, id, field, value: Some(value.to_owned()) }
}

/// Does something to a case as a person in the window does.
pub(crate) fn at<T>(
    desk: &Desk,
    case: &str,
    act: impl FnOnce(&App, &lisuan_app::wire::CaseView) -> T,
) -> T {
    let app = App::new(Home::under(&desk.path("home")));
    let view = app.open(&desk.path(case)).unwrap();
    let done = act(&app, &view);
    app.close().unwrap();
    done
}

pub(crate) fn edit(desk: &Desk, case: &str, edits: &[Edit]) {
    at(desk, case, |app, _| app.edit("paste", "", edits).unwrap());
}

pub(crate) fn rows(desk: &Desk, case: &str, kind: &str) -> Vec<BTreeMap<String, String>> {
    at(desk, case, |_, view| {
        let rows = view.rows.get(kind).into_iter().flatten();
        rows.map(|row| row.fields.clone().into_iter().collect()).collect()
    })
}

fn originals(desk: &Desk, case: &str) -> u64 {
    number_of(&desk.whole(case), "/originals")
}

fn code(answer: &Value) -> String {
    text_of(answer, "/error/code").unwrap_or_default().to_owned()
}

#[test]
fn a_case_goes_there_and_back_and_the_receipt_closes_the_loop() {
    let two = Two::new();
    let sent = two.hand_over("one.lshand", &[]);
    assert_eq!(sent["notEnclosed"], Value::Array(Vec::new()));
    let package = two.stick("one.lshand");
    let before = two.b.names();
    let seen = two.b.json(GOOD, &["receive", &package, "--into", ".", "--preview"]);
    assert_eq!(seen["package"]["sender"]["standing"], "new", "{seen}");
    assert_eq!(seen["package"]["reason"], "休假");
    assert_eq!(seen["package"]["effect"]["newCase"], true);
    let left: Vec<_> = two.b.names().into_iter().filter(|n| n != "home").collect();
    assert_eq!(left, before, "a preview writes nothing");

    let refused = two.b.json(NO, &["receive", &package, "--into", "."]);
    assert_eq!(code(&refused), "sender-not-confirmed", "nobody compared the key");
    let wrong = two.b.json(NO, &["receive", &package, "--into", ".", "--accept", "12345"]);
    assert_eq!(code(&wrong), "sender-not-confirmed");
    let receipt = two.stick("one.lsreceipt");
    let case = two.receive("one.lshand", &["--receipt", &receipt]);
    assert_eq!(originals(&two.b, &case), originals(&two.a, "a.lisuan"), "every photo");
    let record = &rows(&two.b, &case, "handover")[0];
    assert_eq!(
        (record["direction"].as_str(), record["package"].as_str()),
        ("in", sent["package"].as_str().unwrap())
    );

    let closed = two.a.json(GOOD, &["receipt", "a.lisuan", &receipt]);
    assert_eq!((&closed["agrees"], &closed["known"]), (&Value::Bool(true), &Value::Bool(false)));
    let again = two.a.json(GOOD, &["receipt", "a.lisuan", &receipt]);
    assert_eq!(again["known"], true, "importing it twice does nothing twice");
    let record = &rows(&two.a, "a.lisuan", "handover")[0];
    assert_eq!(record["receipt_agrees"], "yes");
    assert_eq!(record["state"], "待核价");

    // The colleague works on it and sends it back; the key of the first is known by now.
    edit(&two.b, &case, &[add("note", &[("text", "复勘：水位回落")])]);
    two.b.bring("nexus4-gps-night.jpg", "new.jpg");
    two.b.json(GOOD, &["photo", "add", &case, "new.jpg"]);
    let back = two.stick("back.lshand");
    two.b.json(GOOD, &["handover", &case, "-o", &back]);
    let seen = two.a.json(GOOD, &["receive", &back, "--into", "a.lisuan", "--preview"]);
    let number = text_of(&seen, "/package/sender/number").unwrap().to_owned();
    assert_eq!(seen["package"]["effect"]["newCase"], false);
    assert_eq!(seen["package"]["effect"]["conflicts"], 0, "{seen}");
    let args = ["receive", &back, "--into", "a.lisuan", "--accept", &number];
    let merged = two.a.json(GOOD, &args);
    assert!(number_of(&merged, "/package/effect/operations") >= 2, "{merged}");
    let notes = rows(&two.a, "a.lisuan", "note");
    assert!(notes.iter().any(|note| note.get("text").is_some_and(|t| t.contains("复勘"))));
    two.a.whole("a.lisuan");
    // The same package once more: nothing happens twice.
    let operations = number_of(&two.a.whole("a.lisuan"), "/operations");
    let replay = two.a.json(GOOD, &args[..4]);
    assert_eq!(replay["package"]["effect"]["nothingNew"], true, "{replay}");
    assert_eq!(replay["package"]["sender"]["standing"], "known");
    assert_eq!(number_of(&two.a.whole("a.lisuan"), "/operations"), operations);
    // And the first one, which everything since was made on top of.
    let old = two.a.json(GOOD, &["receive", &two.stick("one.lshand"), "--into", "a.lisuan"]);
    assert_eq!(old["package"]["effect"]["nothingNew"], true, "{old}");
    assert_eq!(number_of(&two.a.whole("a.lisuan"), "/operations"), operations);
    forgotten(&two.a, &back);
}

/// A key that is forgotten has to be compared again.
fn forgotten(desk: &Desk, package: &str) {
    let known = desk.json(GOOD, &["colleague", "list"]);
    let number = text_of(&known, "/colleagues/0/number").unwrap().to_owned();
    let named = desk.json(GOOD, &["colleague", "rename", &number, " 王敏（上海） "]);
    assert_eq!(text_of(&named, "/colleagues/0/name"), Some("王敏（上海）"), "{named}");
    assert_eq!(text_of(&named, "/colleagues/0/number"), Some(number.as_str()), "the key stays");
    desk.json(USAGE, &["colleague", "rename", &number, "  "]);
    let gone = desk.json(GOOD, &["colleague", "forget", &number.replace(' ', "")]);
    assert_eq!(gone["colleagues"], Value::Array(Vec::new()), "{gone}");
    let again = desk.json(GOOD, &["receive", package, "--into", "a.lisuan", "--preview"]);
    assert_eq!(again["package"]["sender"]["standing"], "new", "{again}");
    desk.json(USAGE, &["colleague", "forget", &number]);
}

#[test]
fn two_prices_stand_beside_each_other_after_a_merge() {
    let two = Two::new();
    let price = at(&two.a, "a.lisuan", |_, view| view.rows["unit_price"][0].id.clone());
    two.hand_over("one.lshand", &[]);
    let case = two.receive("one.lshand", &[]);
    edit(&two.a, "a.lisuan", &[set("unit_price", &price, "amount", "120")]);
    edit(&two.b, &case, &[set("unit_price", &price, "amount", "90")]);
    let back = two.stick("back.lshand");
    two.b.json(GOOD, &["handover", &case, "-o", &back]);
    let seen = two.a.json(GOOD, &["receive", &back, "--into", "a.lisuan", "--preview"]);
    assert_eq!(seen["package"]["effect"]["conflicts"], 1, "{seen}");
    let number = text_of(&seen, "/package/sender/number").unwrap().to_owned();
    let args = ["receive", &back, "--into", "a.lisuan", "--accept", &number];
    let merged = two.a.json(NO, &args);
    assert_eq!(merged["package"]["effect"]["conflicts"], 1, "told, and the exit code says so");
    two.a.whole("a.lisuan");
}

#[test]
fn undo_takes_a_merge_back_and_leaves_the_record_of_it() {
    let two = Two::new();
    two.hand_over("one.lshand", &[]);
    let case = two.receive("one.lshand", &[]);
    at(&two.b, &case, |app, _| {
        let nothing = app.undo();
        assert!(nothing.is_err(), "what others did is not ours to take back");
    });
    edit(&two.b, &case, &[add("note", &[("text", "来自同事")])]);
    let back = two.stick("back.lshand");
    two.b.json(GOOD, &["handover", &case, "-o", &back]);
    let seen = two.a.json(GOOD, &["receive", &back, "--into", "a.lisuan", "--preview"]);
    let number = text_of(&seen, "/package/sender/number").unwrap().to_owned();
    two.a.json(GOOD, &["receive", &back, "--into", "a.lisuan", "--accept", &number]);
    let has_note = || {
        let notes = rows(&two.a, "a.lisuan", "note");
        notes.iter().any(|note| note.get("text").is_some_and(|t| t == "来自同事"))
    };
    assert!(has_note());
    let records = rows(&two.a, "a.lisuan", "handover").len();
    at(&two.a, "a.lisuan", |app, _| app.undo().unwrap());
    assert!(!has_note(), "the step is taken back");
    assert_eq!(rows(&two.a, "a.lisuan", "handover").len(), records, "the record stays");
    two.a.whole("a.lisuan");
    // The colleague takes that in as well.
    let again = two.stick("again.lshand");
    two.a.json(GOOD, &["handover", "a.lisuan", "-o", &again]);
    two.b.json(GOOD, &["receive", &again, "--into", &case]);
    two.b.whole(&case);
}

#[test]
fn a_package_to_a_key_opens_there_and_nowhere_else() {
    let two = Two::new();
    // A key is made with the first thing that is signed.
    two.b.json(GOOD, &["key", "new"]);
    let key = two.b.json(GOOD, &["key", "show"]);
    let recipient = text_of(&key, "/recipient").unwrap().to_owned();
    assert!(recipient.starts_with("age1"), "{key}");
    assert_eq!(text_of(&key, "/number").unwrap().len(), 35, "six groups of five digits");
    let sent = two.hand_over("one.lshand", &["--to", &recipient]);
    assert_eq!(sent["closing"], "key");
    let third = Desk::new();
    let package = two.stick("one.lshand");
    let refused = third.json(UNREADABLE, &["receive", &package, "--into", ".", "--preview"]);
    assert_eq!(code(&refused), "package-other-key");
    let case = two.receive("one.lshand", &[]);
    two.b.whole(&case);
    // Since their key was compared, their name is enough.
    let name = text_of(&two.a.json(GOOD, &["key", "show"]), "/name").unwrap().to_owned();
    let back = two.stick("back.lshand");
    two.b.json(GOOD, &["handover", &case, "-o", &back, "--to", &name]);
    two.a.json(GOOD, &["receive", &back, "--into", "a.lisuan", "--preview"]);
    let nobody = two.b.json(USAGE, &["handover", &case, "-o", &back, "--to", "王五"]);
    assert_eq!(code(&nobody), "not-a-recipient");
}

#[test]
fn a_passphrase_is_read_from_a_file() {
    let two = Two::new();
    let (right, wrong) = (two.stick("right.txt"), two.stick("wrong.txt"));
    fs::write(&right, "水位上涨三米\n").unwrap();
    fs::write(&wrong, "水位下降三米\n").unwrap();
    let sent = two.hand_over("one.lshand", &["--package-passphrase-file", &right]);
    assert_eq!(sent["closing"], "passphrase");
    let package = two.stick("one.lshand");
    let look = |expected, more: &[&str]| {
        let args = [&["receive", &package, "--into", ".", "--preview"][..], more].concat();
        two.b.json(expected, &args)
    };
    assert_eq!(code(&look(USAGE, &[])), "package-locked");
    assert_eq!(code(&look(NO, &["--package-passphrase-file", &wrong])), "wrong-passphrase");
    let seen = look(GOOD, &["--package-passphrase-file", &right]);
    assert_eq!(seen["package"]["closing"], "passphrase");
}

#[test]
fn a_part_takes_its_originals_along_and_says_where_the_others_are() {
    let two = Two::new();
    let photos = at(&two.a, "a.lisuan", |_, view| {
        view.rows["photo"].iter().map(|row| row.id.clone()).collect::<Vec<_>>()
    });
    assert!(photos.len() > 1, "the sample has photos");
    edit(&two.a, "a.lisuan", &[add("damage_place", &[("name", "交接测试段")])]);
    let place = at(&two.a, "a.lisuan", |_, view| {
        let named = |row: &&lisuan_app::wire::Row| {
            row.fields.get("name").is_some_and(|name| name == "交接测试段")
        };
        view.rows["damage_place"].iter().find(named).unwrap().id.clone()
    });
    edit(&two.a, "a.lisuan", &[set("photo", &photos[0], "damage_place", &place)]);
    let unknown = two.stick("x.lshand");
    two.a.json(USAGE, &["handover", "a.lisuan", "-o", &unknown, "--part", "无此段"]);
    assert!(!Path::new(&unknown).exists(), "nothing was written");
    let sent = two.hand_over("part.lshand", &["--part", "交接测试段"]);
    assert_eq!(sent["originals"], 1, "{sent}");
    let all = originals(&two.a, "a.lisuan");
    assert_eq!(sent["notEnclosed"].as_array().unwrap().len() as u64, all - 1);
    let case = two.receive("part.lshand", &[]);
    let checked = two.b.whole(&case);
    assert_eq!(number_of(&checked, "/originals"), 1);
    assert!(number_of(&checked, "/elsewhere") >= all - 1, "absent, not lost: {checked}");
    let dossier = two.b.json(NO, &["dossier", &case, "-o", "d.pdf"]);
    assert_eq!(code(&dossier), "originals-elsewhere", "a report would say too little");
    // What comes back from the part has everything for the first.
    let back = two.stick("back.lshand");
    edit(&two.b, &case, &[add("note", &[("text", "该段已复核")])]);
    two.b.json(GOOD, &["handover", &case, "-o", &back]);
    let seen = two.a.json(GOOD, &["receive", &back, "--into", "a.lisuan", "--preview"]);
    let number = text_of(&seen, "/package/sender/number").unwrap().to_owned();
    two.a.json(GOOD, &["receive", &back, "--into", "a.lisuan", "--accept", &number]);
    assert_eq!(originals(&two.a, "a.lisuan"), all, "nothing was lost on the way");
    // Later the whole case: what was elsewhere comes.
    two.hand_over("whole.lshand", &[]);
    two.b.json(GOOD, &["receive", &two.stick("whole.lshand"), "--into", &case]);
    let checked = two.b.whole(&case);
    assert_eq!(number_of(&checked, "/elsewhere"), 0, "{checked}");
    assert_eq!(number_of(&checked, "/originals"), all);
}

#[test]
fn what_is_cut_altered_or_of_another_case_leaves_all_as_it_was() {
    let two = Two::new();
    two.hand_over("one.lshand", &[]);
    let case = two.receive("one.lshand", &[]);
    let package = two.stick.path().join("one.lshand");
    let whole = fs::read(&package).unwrap();
    let kept = fs::read(two.b.path(&case)).unwrap();
    let refused = |bytes: &[u8], into: &str, expected: &str| {
        let bad = two.stick.path().join("bad.lshand");
        fs::write(&bad, bytes).unwrap();
        let answer = two.b.run(&["receive", arg(&bad), "--into", into, "--json"]);
        assert_eq!(answer.code, Some(NO), "{expected}: {} {}", answer.out, answer.err);
        assert_eq!(code(&answer.value()), expected, "{}", answer.out);
        assert_eq!(fs::read(two.b.path(&case)).unwrap(), kept, "{expected}: the case changed");
    };
    refused(&whole[..whole.len() / 2], &case, "package-cut-off");
    refused(&whole[..whole.len() - 1], ".", "package-cut-off");
    let mut altered = whole.clone();
    altered[whole.len() / 2] ^= 1;
    refused(&altered, &case, "package-disagrees");
    two.b.json(GOOD, &["new", "other.lisuan"]);
    refused(&whole, "other.lisuan", "package-other-case");
    let cases = two.b.names().iter().filter(|name| name.ends_with(".lisuan")).count();
    assert_eq!(cases, 2, "no case was made of what was refused: {:?}", two.b.names());
    let receipt = two.stick.path().join("x.lsreceipt");
    fs::write(&receipt, "{\"receipt\":\"").unwrap();
    let answer = two.a.json(NO, &["receipt", "a.lisuan", arg(&receipt)]);
    assert_eq!(code(&answer), "package-cut-off");
}

#[test]
fn no_room_is_told_and_leaves_nothing() {
    let two = Two::new();
    let Some(disk) = SmallDisk::mount("1m") else { return };
    let out: PathBuf = disk.path().join("one.lshand");
    let full = two.a.json(UNREADABLE, &["handover", "a.lisuan", "-o", arg(&out)]);
    assert_eq!(code(&full), "disk-full", "{full}");
    assert_eq!(lisuan_tests::cli::names(disk.path()), [""; 0], "no part of it is left");
    assert!(rows(&two.a, "a.lisuan", "handover").is_empty(), "nothing went out");
    two.hand_over("one.lshand", &[]);
    let (package, number) = (two.stick("one.lshand"), two.number("one.lshand"));
    let args = ["receive", &package, "--into", arg(disk.path()), "--accept", &number];
    let full = two.b.json(UNREADABLE, &args);
    assert_eq!(code(&full), "disk-full", "{full}");
    assert_eq!(lisuan_tests::cli::names(disk.path()), [""; 0], "no half-made case is left");
    disk.read_only();
    let out = disk.path().join("two.lshand");
    let gone = two.a.json(UNREADABLE, &["handover", "a.lisuan", "-o", arg(&out)]);
    assert_eq!(code(&gone), "no-permission", "{gone}");
    let missing = two.stick("pulled-out/one.lshand");
    let gone = two.a.json(UNREADABLE, &["handover", "a.lisuan", "-o", &missing]);
    assert_eq!(code(&gone), "missing", "{gone}");
}

#[test]
fn a_package_goes_into_a_case_that_is_encrypted() {
    let two = Two::new();
    two.hand_over("one.lshand", &[]);
    let case = two.receive("one.lshand", &[]);
    fs::write(two.b.path("words"), "堤坝在黎明前守住了\n").unwrap();
    two.b.json(GOOD, &["--passphrase-file", "words", "encrypt", &case]);
    edit(&two.a, "a.lisuan", &[add("note", &[("text", "复勘：水位回落")])]);
    two.hand_over("two.lshand", &[]);
    let package = two.stick("two.lshand");
    let args = ["receive", &package, "--into", &case];
    let seen =
        two.b.json(GOOD, &[&["--passphrase-file", "words"], &args[..], &["--preview"]].concat());
    assert_eq!(seen["package"]["effect"]["newCase"], false, "{seen}");
    let received = two.b.json(GOOD, &[&["--passphrase-file", "words"], &args[..]].concat());
    assert!(number_of(&received, "/package/effect/operations") >= 1, "{received}");
    let bytes = fs::read(two.b.path(&case)).unwrap();
    assert!(!bytes.starts_with(b"SQLite format 3"), "it stays encrypted");
    let listed = ["--passphrase-file", "words", "record", "list", &case, "note"];
    let notes = two.b.json(GOOD, &listed);
    assert!(notes.to_string().contains("水位回落"), "{notes}");
}
