//! The cases in which a merge of database rows goes wrong: keys that are counted, photos that follow
//! a number instead of their line, a deletion against an edit, unique numbers, a field that only the
//! newer copy has. Each is done on two real copies here.

use lisuan_app::wire::Edit;
use lisuan_tests::cli::{GOOD, NO, arg, number_of, text_of};
use serde_json::Value;

use crate::handover::{Two, add, at, edit, rows, set};

/// Both have the same case, and go their ways.
struct Apart {
    two: Two,
    case: String,
}

impl Apart {
    fn new() -> Self {
        let two = Two::new();
        two.hand_over("one.lshand", &[]);
        let case = two.receive("one.lshand", &[]);
        Self { two, case }
    }

    /// The second one's case comes back to the first.
    fn together(&self, expected: i32) -> Value {
        let back = self.two.stick("back.lshand");
        self.two.b.json(GOOD, &["handover", &self.case, "-o", &back]);
        let seen = self.two.a.json(GOOD, &["receive", &back, "--into", "a.lisuan", "--preview"]);
        let number = text_of(&seen, "/package/sender/number").unwrap().to_owned();
        let merged = ["receive", &back, "--into", "a.lisuan", "--accept", &number];
        let merged = self.two.a.json(expected, &merged);
        self.two.a.whole("a.lisuan");
        merged
    }
}

fn keys(desk: &lisuan_tests::cli::Desk, case: &str, kind: &str) -> Vec<String> {
    at(desk, case, |_, view| view.rows[kind].iter().map(|row| row.id.clone()).collect())
}

#[test]
fn foreign_keys_photos_stay_with_the_line_they_were_linked_to() {
    let apart = Apart::new();
    let (a, b) = (&apart.two.a, &apart.two.b);
    // Each adds a line and hangs a photo of its own on it: row by row both are "the fifth line".
    for (desk, case, name, photo) in [
        (a, "a.lisuan", "排水沟", "nikon-d3100-gps-14mp.jpg"),
        (b, apart.case.as_str(), "急流槽", "sony-d5403-fence.jpg"),
    ] {
        desk.bring(photo, photo);
        desk.json(GOOD, &["photo", "add", case, photo]);
        edit(desk, case, &[add("loss_line", &[("item", name)])]);
        let line = keys(desk, case, "loss_line").pop().unwrap();
        let photo = keys(desk, case, "photo").pop().unwrap();
        edit(desk, case, &[add("line_photo", &[("line", &line), ("photo", &photo)])]);
    }
    apart.together(GOOD);
    let shown = at(a, "a.lisuan", |_, view| {
        let named = |kind: &str, id: &str, field: &str| {
            let row = view.rows[kind].iter().find(|row| row.id == id).unwrap();
            row.fields[field].clone()
        };
        let links = view.rows["line_photo"].iter();
        links
            .map(|link| {
                let line = named("loss_line", &link.fields["line"], "item");
                (line, named("photo", &link.fields["photo"], "file_name"))
            })
            .collect::<Vec<_>>()
    });
    for (line, photo) in
        [("排水沟", "nikon-d3100-gps-14mp.jpg"), ("急流槽", "sony-d5403-fence.jpg")]
    {
        let there = shown.iter().any(|(item, file)| item == line && file == photo);
        assert!(there, "{photo} belongs to {line}: {shown:?}");
    }
}

#[test]
fn unique_numbers_two_photos_taken_in_apart_have_two_numbers() {
    let apart = Apart::new();
    let (a, b) = (&apart.two.a, &apart.two.b);
    a.bring("nikon-d3100-gps-14mp.jpg", "a.jpg");
    a.json(GOOD, &["photo", "add", "a.lisuan", "a.jpg"]);
    b.bring("sony-d5403-fence.jpg", "b.jpg");
    b.json(GOOD, &["photo", "add", &apart.case, "b.jpg"]);
    apart.together(GOOD);
    let numbers: Vec<String> =
        rows(a, "a.lisuan", "photo").iter().map(|photo| photo["number"].clone()).collect();
    let mut once = numbers.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), numbers.len(), "no number twice: {numbers:?}");
    assert_eq!(numbers.len(), 3 + 2, "and no photo lost: {numbers:?}");
}

#[test]
fn deleted_here_edited_there_is_asked_and_nothing_is_dropped() {
    let apart = Apart::new();
    let (a, b) = (&apart.two.a, &apart.two.b);
    let line = keys(a, "a.lisuan", "loss_line")[3].clone();
    let delete = Edit::Delete { kind: "loss_line".to_owned(), id: line.clone() };
    edit(a, "a.lisuan", &[delete]);
    edit(b, &apart.case, &[set("loss_line", &line, "remark", "现场已复核")]);
    let merged = apart.together(NO);
    assert_eq!(number_of(&merged, "/package/effect/conflicts"), 1, "{merged}");
    let asked = a.json(NO, &["conflicts", "a.lisuan"]);
    assert_eq!(number_of(&asked, "/undecided"), 1, "{asked}");
    assert_eq!(asked["conflicts"][0]["id"], line.as_str(), "{asked}");
    let kept = rows(a, "a.lisuan", "loss_line");
    let edited = kept.iter().any(|row| row.get("remark").is_some_and(|r| r == "现场已复核"));
    assert!(edited, "the edit is there until someone decides: {kept:?}");
    let of = |side: usize| {
        text_of(&asked, &format!("/conflicts/0/sides/{side}/value")).map(str::to_owned)
    };
    let deleting = (0..2).find(|side| of(*side).as_deref() != Some("1")).unwrap() + 1;
    let decision = format!("1={deleting}");
    a.json(GOOD, &["conflicts", "a.lisuan", "--take", &decision]);
    assert_eq!(rows(a, "a.lisuan", "loss_line").len(), kept.len() - 1, "decided: deleted");
    a.whole("a.lisuan");
}

#[test]
fn an_added_column_is_no_obstacle_to_a_copy_that_never_had_it() {
    // A case made by the first version of the program, copied to two people.
    let old = include_bytes!("../../crates/lisuan-store/tests/store/files/version-1.lisuan");
    let two = Two::new();
    std::fs::write(two.a.path("old.lisuan"), old).unwrap();
    std::fs::write(two.b.path("old.lisuan"), old).unwrap();
    // One of them works on it with fields that its tables did not have then.
    edit(&two.b, "old.lisuan", &[add("strategy", &[("scope", "设备及费用损失")])]);
    let head = keys(&two.b, "old.lisuan", "claim_case")[0].clone();
    edit(&two.b, "old.lisuan", &[set("claim_case", &head, "principal", "某某公司")]);
    let package = two.stick("new.lshand");
    two.b.json(GOOD, &["handover", "old.lisuan", "-o", &package]);
    let untouched = std::fs::read(two.a.path("old.lisuan")).unwrap();
    assert_eq!(untouched, old, "the other copy is still as the old program left it");
    let seen = two.a.json(GOOD, &["receive", &package, "--into", "old.lisuan", "--preview"]);
    let number = text_of(&seen, "/package/sender/number").unwrap().to_owned();
    let into = arg(&two.a.path("old.lisuan")).to_owned();
    two.a.json(GOOD, &["receive", &package, "--into", &into, "--accept", &number]);
    assert_eq!(rows(&two.a, "old.lisuan", "strategy")[0]["scope"], "设备及费用损失");
    assert_eq!(rows(&two.a, "old.lisuan", "claim_case")[0]["principal"], "某某公司");
    two.a.whole("old.lisuan");
}
