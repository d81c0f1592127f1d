//! Reports of a case: each kind, corrections, copies without personal data.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use lisuan_app::wire::Edit;
use lisuan_app::{App, Home};
use lisuan_tests::cli::{Desk, GOOD, NO, USAGE, photo};

use crate::other_tools::{assert_sealed, text_of_pdf};

fn edit(desk: &Desk, case: &str, edits: &[Edit]) {
    let app = App::new(Home::under(&desk.path("home")));
    app.open(&desk.path(case)).unwrap();
    app.edit("paste", "", edits).unwrap();
    app.close().unwrap();
}

fn add(kind: &str, fields: &[(&str, &str)]) -> Edit {
    let fields: BTreeMap<_, _> =
        fields.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
    Edit::Add { kind: kind.to_owned(), fields, name: None }
}

#[test]
fn every_kind_of_report_is_sealed_and_named() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "r.lisuan", "--sample", "embankment"]);
    let kinds = [
        ("brief", "查勘初报", "权利保留"),
        ("interim", "阶段报告", "预付赔款"),
        ("final", "公估报告", "公估结论"),
        ("claim", "索赔报告", "索赔情况"),
        ("measurement", "联合测量记录", "工程量计算式"),
        ("adjustment", "理算书", "损失理算"),
        ("photos", "照片报告", "证据目录"),
        ("evidence", "证据目录", "SHA-256"),
        ("minutes", "协商纪要", "各方确认"),
    ];
    for (kind, title, part) in kinds {
        let out = format!("{kind}.pdf");
        let made =
            desk.json(GOOD, &["dossier", "r.lisuan", "-o", &out, "--report", kind, "--copies"]);
        assert_eq!(made["report"], kind, "what was made");
        assert_sealed(&desk.path(&out));
        let text = text_of_pdf(&desk.path(&out));
        assert!(text.contains(title) && text.contains(part), "{kind}: {title}, {part}");
    }
    let both =
        desk.json(GOOD, &["dossier", "r.lisuan", "-o", "both.pdf", "--both", "--photos", "3"]);
    assert_eq!(both["language"], "both");
    let text = text_of_pdf(&desk.path("both.pdf"));
    assert!(text.contains("责任认定") && text.contains("Policyliability"), "side by side");
    let wrong = desk.run(&["dossier", "r.lisuan", "-o", "x.pdf", "--photos", "5"]);
    assert_ne!(wrong.code, Some(0), "five photos do not fit a page: {}", wrong.err);
    assert!(!desk.path("x.pdf").exists(), "and nothing was written");
    let unknown = desk.run(&["dossier", "r.lisuan", "-o", "x.pdf", "--report", "poem"]);
    assert_eq!(unknown.code, Some(USAGE), "there is no such report");
}

#[test]
fn a_changed_case_makes_a_correction_that_names_what_it_replaces() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "r.lisuan"]);
    let app = App::new(Home::under(&desk.path("home")));
    let view = app.open(&desk.path("r.lisuan")).unwrap();
    let head = view.rows["claim_case"][0].id.clone();
    let number = Some("GG-2026-018".to_owned());
    let edits = [
        Edit::Set { kind: "claim_case".into(), id: head, field: "report_no".into(), value: number },
        add("signatory", &[("name", "王某某"), ("duty", "handling"), ("licence_no", "GG-1")]),
    ];
    app.edit("change", "", &edits).unwrap();
    app.close().unwrap();
    let brief =
        |out: &str| desk.json(GOOD, &["dossier", "r.lisuan", "-o", out, "--report", "brief"]);
    let first = brief("first.pdf");
    assert_eq!(first["number"], "GG-2026-018");
    assert_eq!(first["recorded"], true, "it stands in the case");
    let again = brief("again.pdf");
    assert_eq!(again["number"], "GG-2026-018", "the same case is the same report");
    assert_eq!(again["replaces"], serde_json::Value::Null);
    desk.json(GOOD, &["note", "add", "r.lisuan", "补充查勘"]);
    let corrected = brief("r1.pdf");
    assert_eq!(corrected["number"], "GG-2026-018-R1");
    let replaced = corrected["replaces"].as_str().unwrap();
    assert_eq!(again["verdict"]["digest"], replaced, "the one that went out last");
    let text = text_of_pdf(&desk.path("r1.pdf"));
    assert!(text.contains("GG-2026-018-R1") && text.contains(replaced), "and its cover says so");
    assert!(text.contains("王某某"), "who signs is printed");
    let draft = desk
        .json(GOOD, &["dossier", "r.lisuan", "-o", "draft.pdf", "--report", "brief", "--draft"]);
    assert_eq!((&draft["draft"], &draft["recorded"]), (&true.into(), &false.into()), "no record");
    let checked = desk.json(GOOD, &["check", "r.lisuan"]);
    assert_eq!(checked["whole"], true, "the journal and the tables agree");
}

/// Everything a person could get out of a PDF: text, metadata, attachments, pictures, bytes.
fn everything(pdf: &Path) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let run = |program: &str, args: &[&str]| {
        let output = Command::new(program).args(args).output().unwrap();
        assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    };
    let (pdf, into) = (pdf.to_str().unwrap(), folder.path().to_str().unwrap());
    let mut all = run("pdftotext", &["-raw", pdf, "-"]);
    all.extend(run("pdfinfo", &["-meta", pdf]));
    all.extend(run("pdfinfo", &[pdf]));
    run("pdfdetach", &["-saveall", "-o", into, pdf]);
    run("pdfimages", &["-all", pdf, &format!("{into}/picture")]);
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        all.extend(std::fs::read(entry.unwrap().path()).unwrap());
    }
    // Every object with its compression taken off.
    let mut document = lopdf::Document::load(pdf).unwrap();
    document.decompress();
    for object in document.objects.values() {
        all.extend(format!("{object:?}").into_bytes());
        if let Ok(stream) = object.as_stream() {
            all.extend(&stream.content);
        }
    }
    all
}

#[test]
fn a_redacted_copy_has_nothing_personal_in_it() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "r.lisuan"]);
    let gps = photo("nexus4-gps-night.jpg");
    let gps = gps.to_str().unwrap();
    desk.json(GOOD, &["photo", "add", "r.lisuan", gps]);
    let secrets = [
        "13800138000",
        "11010519491231002X",
        "6222021234567890123",
        "zhang.san@example.com",
        "粤B12345",
    ];
    let text = format!(
        "联系人手机 {}，身份证 {}，卡号 {}，邮箱 {}，车牌 {}",
        secrets[0], secrets[1], secrets[2], secrets[3], secrets[4]
    );
    let removed =
        add("note", &[("text", "已删除的笔记 13900139000"), ("at", "2026-01-02T09:00:00+08:00")]);
    let note = add("note", &[("text", text.as_str()), ("at", "2026-01-02T10:00:00+08:00")]);
    let person =
        add("person", &[("name", "张三"), ("party", "insured"), ("phone", "0755-26888888")]);
    edit(&desk, "r.lisuan", &[removed, note, person]);
    let app = App::new(Home::under(&desk.path("home")));
    let view = app.open(&desk.path("r.lisuan")).unwrap();
    let photo = view.rows["photo"][0].clone();
    let mut notes = view.rows["note"].iter();
    let gone = notes.find(|row| row.fields["text"].starts_with("已删除")).unwrap().id.clone();
    app.edit("delete", "", &[Edit::Delete { kind: "note".into(), id: gone }]).unwrap();
    app.close().unwrap();

    let plain = desk.json(GOOD, &["dossier", "r.lisuan", "-o", "plain.pdf"]);
    let redacted = desk.json(GOOD, &["dossier", "r.lisuan", "-o", "redacted.pdf", "--redacted"]);
    assert_eq!(plain["takenOut"], serde_json::Value::Null);
    assert!(redacted["takenOut"].as_u64().unwrap() >= 3, "{redacted}");
    assert_sealed(&desk.path("redacted.pdf"));
    let (plain, redacted) =
        (everything(&desk.path("plain.pdf")), everything(&desk.path("redacted.pdf")));
    let has =
        |all: &[u8], words: &str| all.windows(words.len()).any(|part| part == words.as_bytes());
    let latitude = &photo.fields["latitude"];
    for secret in secrets.into_iter().chain(["0755-26888888", latitude.as_str()]) {
        assert!(has(&plain, secret), "the test looks in the right places: {secret}");
        assert!(!has(&redacted, secret), "{secret} is nowhere in the redacted copy");
    }
    assert!(has(&plain, "Exif"), "originals carry what the camera wrote");
    assert!(!has(&redacted, "Exif"), "copies do not");
    assert!(!has(&redacted, "13900139000"), "nothing deleted goes along");
    assert!(has(&redacted, &photo.fields["content"]), "the hash of the original stays");
    assert!(has(&redacted, "张三"), "names stay");
}

#[test]
fn an_altered_original_stops_the_export_or_is_named_as_missing() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "r.lisuan", "--sample", "embankment"]);
    let case = desk.path("r.lisuan");
    // A byte of one original, inside the picture: the facts of the file stay readable.
    let bytes = std::fs::read(&case).unwrap();
    let original = std::fs::read(photo("iphone5-rotated180-gps.jpg")).unwrap();
    let middle = &original[original.len() / 2..original.len() / 2 + 64];
    let at = bytes.windows(64).position(|part| part == middle).expect("the original is in there");
    let mut altered = bytes.clone();
    altered[at] ^= 0x55;
    std::fs::write(&case, altered).unwrap();
    let stopped = desk.run(&["dossier", "r.lisuan", "-o", "r.pdf", "--report", "photos"]);
    assert_eq!(stopped.code, Some(lisuan_tests::cli::NO), "{}", stopped.err);
    assert!(!desk.path("r.pdf").exists(), "nothing half-written");
    let args = ["dossier", "r.lisuan", "-o", "r.pdf", "--report", "photos", "--without-altered"];
    let made = desk.json(GOOD, &args);
    assert_eq!(made["verdict"]["asSealed"], true);
    let text = text_of_pdf(&desk.path("r.pdf"));
    assert!(text.contains("原件与入卷时的哈希值不一致或已缺失"), "it is named as missing");
}

/// A refusal says its reasons and the clause it rests on, as they stand in the case.
fn refusal(desk: &Desk) {
    let add = |kind: &str, fields: &[&str]| -> String {
        let words = [&["record", "add", "r.lisuan", kind], fields].concat();
        desk.json(GOOD, &words)["id"].as_str().unwrap().to_owned()
    };
    let clause = add("policy_clause", &["number=第五条", "title=自然磨损", "kind=exclusion"]);
    add("coverage_test", &[&format!("clause={clause}"), "result=met"]);
    add("refusal", &["reasons=损失系自然磨损", "decided_on=2026-08-01"]);
    desk.json(GOOD, &["letter", "new", "r.lisuan", "refusal", "--number", "函-3"]);
    desk.json(GOOD, &["letter", "export", "r.lisuan", "函-3", "-o", "r.pdf"]);
    let text = text_of_pdf(&desk.path("r.pdf"));
    assert!(text.contains("损失系自然磨损") && text.contains("第五条自然磨损"), "{text}");
}

#[test]
fn a_letter_is_drafted_from_a_template_and_sealed() {
    let desk = Desk::new();
    desk.json(GOOD, &["new", "r.lisuan", "--sample", "embankment"]);
    let args =
        ["letter", "new", "r.lisuan", "request", "--number", "函-1", "--addressee", "某承包人"];
    let drafted = desk.json(GOOD, &args);
    assert_eq!(drafted["subject"], "关于补充提供索赔单证的通知");
    let unfilled = drafted["unfilled"].as_array().unwrap();
    assert!(!unfilled.contains(&"missing".into()), "the checklist says it: {unfilled:?}");
    let blank = desk.json(NO, &["letter", "export", "r.lisuan", "函-1", "-o", "l.pdf"]);
    assert_eq!(blank["error"]["code"], "letter-unfinished", "nobody seals blanks: {blank}");
    let heads = desk.json(GOOD, &["record", "list", "r.lisuan", "claim_case"]);
    let head = heads["records"][0]["id"].as_str().unwrap().to_owned();
    let set = ["record", "set", "r.lisuan", "claim_case", &head, "policy_no=CAR-01"];
    desk.json(GOOD, &[&set[..], &["loss_date=2010-07-17"]].concat());
    let again = ["函-1b", "--addressee", "某承包人"];
    desk.json(GOOD, &[&["letter", "new", "r.lisuan", "request", "--number"], &again[..]].concat());
    let made = desk.json(GOOD, &["letter", "export", "r.lisuan", "函-1b", "-o", "l.pdf"]);
    assert_eq!(made["verdict"]["asSealed"], true);
    assert_sealed(&desk.path("l.pdf"));
    let text = text_of_pdf(&desk.path("l.pdf"));
    assert!(text.contains("某承包人") && text.contains("第二十二条第二款"), "{text}");
    assert!(text.contains("1.出险通知书"), "one request for all that is missing: {text}");
    refusal(&desk);
    // The firm's own template stands in for the one that ships.
    let folder = desk.path("home").join("config/templates/letters/zh-CN");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("other.txt"), "\u{feff}本机构函\r\n报案号 {claim_no}，{不是字段}")
        .unwrap();
    let own = desk.json(GOOD, &["letter", "new", "r.lisuan", "other", "--number", "函-2"]);
    assert_eq!(own["subject"], "本机构函");
    std::fs::write(folder.join("other.txt"), [0xff, 0xfe, 0x00]).unwrap();
    let bad = desk.run(&["letter", "new", "r.lisuan", "other"]);
    assert_ne!(bad.code, Some(0), "a template that is no text is refused: {}", bad.err);
}
