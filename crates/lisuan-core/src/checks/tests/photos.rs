use super::{Draft, id, key};
use crate::assessment::{Assessment, StatementContent};
use crate::change::Kind::{
    CameraClock, Case, DamagePlace, Line, LinePhoto, Measurement, Note, NotePerson, Person, Photo,
    PhotoLink, PhotoMark, Signature,
};
use crate::clocks::Calendar;

const NONE: [&str; 0] = [];

fn two_lines() -> Draft {
    Draft::default().with(Line, 1, &[("item", "护坡")]).with(Line, 2, &[("item", "挡墙")])
}

fn linked(draft: Draft, n: u8, line: u8, photo: u8) -> Draft {
    draft.with(LinePhoto, n, &[("line", &key(line)), ("photo", &key(photo))])
}

fn photo(draft: Draft, n: u8, likeness: &str, view: &str) -> Draft {
    let content = format!("{n:02x}").repeat(32);
    let number = format!("A-{n}");
    draft.with(
        Photo,
        n,
        &[("number", &number), ("content", &content), ("likeness", likeness), ("view", view)],
    )
}

#[test]
fn a_picture_that_supports_two_lines() {
    let draft = photo(two_lines(), 10, "00ff00ff00ff00ff", "medium");
    let draft = photo(draft, 11, "00ff00ff00ff00fe", "medium");
    let twice = linked(linked(draft, 20, 1, 10), 21, 2, 11);
    assert_eq!(twice.found("PHO-03"), ["10 W near"], "one bit apart, in two lines");

    let one =
        linked(linked(photo(two_lines(), 10, "00ff00ff00ff00ff", "medium"), 20, 1, 10), 21, 2, 10);
    assert_eq!(one.found("PHO-03"), ["10 I one"], "one photo linked twice is shown");

    let apart = photo(two_lines(), 10, "00ff00ff00ff00ff", "medium");
    let apart = photo(apart, 11, "ff00ff00ff00ff00", "medium");
    let apart = linked(linked(apart, 20, 1, 10), 21, 2, 11);
    assert_eq!(apart.found("PHO-03"), NONE, "two different pictures");

    let overview = photo(two_lines(), 10, "00ff00ff00ff00ff", "overview");
    let overview = linked(linked(overview, 20, 1, 10), 21, 2, 10);
    assert_eq!(overview.found("PHO-03"), NONE, "an overview shows many things");

    let together = photo(two_lines(), 10, "00ff00ff00ff00ff", "medium");
    let together = photo(together, 11, "00ff00ff00ff00fe", "medium");
    let together = linked(linked(together, 20, 1, 10), 21, 1, 11);
    assert_eq!(together.found("PHO-03"), NONE, "two pictures of one damage for one line");
}

#[test]
fn a_close_up_from_which_a_size_is_taken_needs_a_scale() {
    let near = || {
        Draft::default().with(Photo, 10, &[("number", "A-10"), ("view", "close-up")]).with(
            Measurement,
            2,
            &[("item", "裂缝"), ("expression", "1.2"), ("unit", "m")],
        )
    };
    assert_eq!(near().found("PHO-07"), NONE, "no size is taken from it");
    let sized = || near().with(PhotoLink, 3, &[("photo", &key(10)), ("measurement", &key(2))]);
    assert_eq!(sized().found("PHO-07"), ["10 W"], "it belongs to a measurement");
    let marked = near().with(PhotoMark, 4, &[("photo", &key(10)), ("kind", "dimension")]);
    assert_eq!(marked.found("PHO-07"), ["10 W"], "a dimension line without a known length");
    let scaled = sized().with(PhotoMark, 4, &[("photo", &key(10)), ("kind", "scale")]);
    assert_eq!(scaled.found("PHO-07"), NONE, "a known length is marked");
    let said = sized().with(Photo, 10, &[("caption", "裂缝宽 3 mm，旁置钢尺")]);
    assert_eq!(said.found("PHO-07"), NONE, "the caption names what lies beside it");
    let far = sized().with(Photo, 10, &[("view", "medium")]);
    assert_eq!(far.found("PHO-07"), NONE, "no close-up");
}

#[test]
fn a_thumbnail_that_shows_something_else() {
    let with = |oddities: &str| Draft::default().with(Photo, 10, &[("oddities", oddities)]);
    assert_eq!(with("edited thumbnail-differs").found("PHO-10"), ["10 W"]);
    assert_eq!(with("edited").found("PHO-10"), NONE);
}

fn shot(draft: Draft, n: u8, file: &str, taken: &str) -> Draft {
    draft.with(Photo, n, &[("file_name", file), ("taken_at", taken), ("camera", "NIKON D3100")])
}

#[test]
fn counter_and_clock_disagree() {
    let order = |files: [(&str, &str); 3]| {
        let mut draft = Draft::default();
        for (n, (file, taken)) in files.into_iter().enumerate() {
            draft = shot(draft, 10 + n as u8, file, taken);
        }
        draft.found("PHO-04")
    };
    let (nine, ten, eleven) = ("2024-07-12T09:00:00", "2024-07-12T10:00:00", "2024-07-12T11:00:00");
    assert_eq!(
        order([("DSC_0001.JPG", nine), ("DSC_0002.JPG", eleven), ("DSC_0003.JPG", ten)]),
        ["12 W"],
        "the third is older than the second"
    );
    assert_eq!(
        order([("DSC_0003.JPG", eleven), ("DSC_0001.JPG", nine), ("DSC_0002.JPG", ten)]),
        NONE,
        "in whatever order they came in"
    );
    assert_eq!(
        order([("DSC_9999.JPG", nine), ("DSC_0001.JPG", ten), ("DSC_0002.JPG", eleven)]),
        NONE,
        "the counter went round"
    );
    assert_eq!(
        order([("DSC_0001.JPG", eleven), ("IMG_0002.JPG", nine), ("clock.JPG", nine)]),
        NONE,
        "counters of different names"
    );
}

#[test]
fn a_camera_whose_clock_nobody_compared() {
    let draft = || shot(Draft::default(), 10, "DSC_0001.JPG", "2024-07-12T09:00:00");
    let two = shot(draft(), 11, "DSC_0002.JPG", "2024-07-12T09:01:00");
    assert_eq!(two.found("PHO-12"), ["10 I"], "once a camera");
    let known = draft().with(
        CameraClock,
        3,
        &[("photo", &key(10)), ("true_at", "2024-07-12T09:00:00+08:00")],
    );
    assert_eq!(known.found("PHO-12"), NONE, "a clock was photographed, and it was right");
    let phone = draft().with(Photo, 10, &[("taken_offset", "+08:00")]);
    assert_eq!(phone.found("PHO-12"), NONE, "the network sets a phone's clock");
}

#[test]
fn a_photo_from_elsewhere() {
    let at = |north: &str, east: &str| {
        Draft::default().with(Photo, 10, &[("latitude", north), ("longitude", east)])
    };
    let site = |draft: Draft| {
        draft.with(Case, 0, &[("site_latitude", "30.5"), ("site_longitude", "114.3")])
    };
    assert_eq!(site(at("30.52", "114.3")).found("LOC-01"), ["10 W site"], "2.2 km north");
    assert_eq!(site(at("30.51", "114.3")).found("LOC-01"), NONE, "1.1 km north");
    assert_eq!(at("30.52", "114.3").found("LOC-01"), NONE, "nobody said where the site is");
    let wide = site(at("30.52", "114.3")).with(Case, 0, &[("photo_distance_km", "5")]);
    assert_eq!(wide.found("LOC-01"), NONE, "the case allows 5 km");
    let place = site(at("30.51", "114.3"))
        .with(DamagePlace, 5, &[("name", "K1"), ("latitude", "30.6"), ("longitude", "114.3")])
        .with(Photo, 10, &[("damage_place", &key(5))]);
    assert_eq!(place.found("LOC-01"), ["10 W place"], "its damaged place goes before the site");
}

fn statement() -> Draft {
    Draft::default()
        .with(
            Note,
            1,
            &[("kind", "statement"), ("text", "水从左侧漫过"), ("at", "2024-07-12T09:00:00+08:00")],
        )
        .with(Person, 3, &[("name", "王建国"), ("party", "contractor")])
        .with(NotePerson, 4, &[("note", &key(1)), ("person", &key(3))])
}

fn signed(draft: Draft) -> Draft {
    let case = statement().case();
    let content = StatementContent::of(&case, id(1)).unwrap().digest_by(&case.persons[0]);
    draft.with(Signature, 9, &[("note", &key(1)), ("person", &key(3)), ("content", &content)])
}

#[test]
fn a_statement_is_signed_and_stays_as_it_was() {
    assert_eq!(statement().found("DOC-02"), ["1 W none"], "nobody signed");
    assert_eq!(signed(statement()).found("DOC-02"), NONE, "signed as it stands");
    let covers =
        |draft: &Draft| Assessment::of(&draft.case(), &Calendar::default()).signatures[&id(9)];
    assert!(covers(&signed(statement())), "the signature covers what stands");
    let changes: [(_, u8, &[(&str, &str)], _); 4] = [
        (Note, 1, &[("text", "水从右侧漫过")], "other words"),
        (Note, 1, &[("kind", "survey")], "no statement any more"),
        (Person, 3, &[("name", "王建军")], "another name under it"),
        (Person, 5, &[("name", "李四")], ""),
    ];
    for (kind, n, fields, why) in changes {
        let changed = signed(statement()).with(kind, n, fields);
        assert_eq!(covers(&changed), why.is_empty(), "{why}");
    }
    let other = signed(statement()).with(Note, 1, &[("text", "改过")]);
    assert_eq!(other.found("DOC-02"), ["1 W changed"]);
    assert_eq!(other.found("QTY-21"), NONE, "it is no measurement sheet");
    let survey = Draft::default().with(Note, 1, &[("kind", "survey"), ("text", "x")]);
    assert_eq!(survey.found("DOC-02"), NONE, "a survey note needs no signature");
}

#[test]
fn the_canonical_form_of_a_statement() {
    let case = statement().case();
    let content = StatementContent::of(&case, id(1)).unwrap();
    insta::assert_snapshot!(content.canonical_by(&case.persons[0]), @r"
    form=lisuan-statement/1
    note.at=2024-07-12T09:00:00+08:00
    note.text=水从左侧漫过
    note.kind=statement
    person.name=王建国
    person.party=contractor
    statement=以上记录我已看过，与我所说的相符
    signer.name=王建国
    signer.party=contractor
    ");
}
