//! A case as pages: complete, in place, and the same every time.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what fails here fails the test that asked for it"
)]

mod sample;

use lisuan_core::assessment::Assessment;
use lisuan_core::case::{Case, ReportKind};
use lisuan_core::change::FieldValue as _;
use lisuan_core::clocks::Calendar;
use lisuan_dossier::both::Both;
use lisuan_dossier::page::{Document, Item, PT_PER_MM};
use lisuan_dossier::{PhotoPicture, Report, compose};
use proptest::prelude::*;
use sample::*;

fn document(case: &Case, photos: &[PhotoPicture], language: &str) -> Document {
    let assessment = Assessment::of(case, &Calendar::default());
    let attachments = [attachment()];
    let input = input(case, &assessment, photos, language, &attachments);
    compose(&input, &Catalogue::of(language), &fonts())
}

/// A report of a kind, in one language or, with `both`, in two.
fn report_of(case: &Case, photos: &[PhotoPicture], report: &Report, language: &str) -> Document {
    let assessment = Assessment::of(case, &Calendar::default());
    let mut input = input(case, &assessment, photos, "zh-CN", &[]);
    input.report = report;
    let (zh, en) = (Catalogue::of("zh-CN"), Catalogue::of("en"));
    match language {
        "both" => compose(&input, &Both { first: &zh, second: &en }, &fonts()),
        "en" => compose(&input, &en, &fonts()),
        _ => compose(&input, &zh, &fonts()),
    }
}

/// The tree of a document, as text: what stands where.
fn tree(document: &Document) -> String {
    let mut out = format!("{} [{}]\n", document.title, document.language);
    for (number, page) in (1..).zip(&document.pages) {
        out += &format!("page {number}\n");
        for item in &page.items {
            out += &match item {
                Item::Text(t) => {
                    let face = if t.face == lisuan_dossier::page::Face::Bold { "b" } else { "r" };
                    format!("  {:5.1} {:5.1} {face}{} {}\n", t.x, t.baseline, t.size_pt, t.text)
                }
                Item::Picture(p) => format!(
                    "  picture {} {:.1} {:.1} {:.1} {:.1} turned {}\n",
                    &p.key[56..],
                    p.area.x,
                    p.area.y,
                    p.area.width,
                    p.area.height,
                    p.orientation
                ),
                Item::Link(l) => {
                    format!(
                        "  link {:.1} {:.1} to page {}\n",
                        l.area.x,
                        l.area.y,
                        l.target.page + 1
                    )
                }
                Item::Line(_) | Item::Rect(_) | Item::Path(_) => continue,
            };
        }
    }
    for bookmark in &document.bookmarks {
        out += &format!("{} → {}\n", bookmark.title, bookmark.target.page + 1);
        for child in &bookmark.children {
            out += &format!("  {} → {}\n", child.title, child.target.page + 1);
        }
    }
    out
}

/// All text without what repeats on every page and without white space.
fn text(document: &Document) -> String {
    let body = document.pages.iter().flat_map(|page| &page.items).filter_map(|item| match item {
        Item::Text(t) if t.baseline > 60.0 && t.baseline < 790.0 => Some(t.text.as_str()),
        _ => None,
    });
    body.collect::<String>().split_whitespace().collect()
}

fn check_places(document: &Document) {
    let side = 18.0 * PT_PER_MM;
    for (number, page) in (1..).zip(&document.pages) {
        for item in &page.items {
            match item {
                Item::Text(t) => {
                    let right = page.width_pt - side + 0.5;
                    assert!(t.x >= side - 0.5 && t.x + t.width_pt <= right, "page {number}: {t:?}");
                    let inside = t.baseline > 20.0 && t.baseline < page.height_pt - 20.0;
                    assert!(inside, "page {number}: {t:?}");
                    let plain = t.text.chars().all(|c| !c.is_control());
                    assert!(plain, "no control character reaches a page: {t:?}");
                }
                Item::Picture(p) => {
                    assert!(p.area.bottom() < page.height_pt - 40.0, "page {number}: {p:?}");
                }
                Item::Link(l) => assert!(l.target.page < document.pages.len(), "{l:?}"),
                Item::Line(_) | Item::Rect(_) | Item::Path(_) => {}
            }
        }
        assert!(page.items.len() > 4, "page {number} holds more than header and footer");
    }
}

#[test]
fn a_small_case_in_chinese() {
    let (case, photos) = small();
    let document = document(&case, &photos, "zh-CN");
    check_places(&document);
    insta::assert_snapshot!(tree(&document));
}

#[test]
fn a_small_case_in_english() {
    let (case, photos) = small();
    let document = document(&case, &photos, "en");
    check_places(&document);
    assert!(document.missing.is_empty(), "{:?}", document.missing);
    assert!(text(&document).contains("LossAdjustmentReport"), "English words");
}

#[test]
fn the_same_case_gives_the_same_pages() {
    let (case, photos) = small();
    assert_eq!(document(&case, &photos, "zh-CN"), document(&case, &photos, "zh-CN"));
}

#[test]
fn an_empty_case_has_every_section() {
    let mut builder = Builder::default();
    builder.add(lisuan_core::change::Kind::Case, &[]);
    for language in ["zh-CN", "en"] {
        let document = document(&builder.case(), &[], language);
        check_places(&document);
        let annexes = 2;
        assert_eq!(document.bookmarks.len(), 2 + 14 + annexes, "cover, contents and all sections");
        assert!(document.seal.is_some(), "a place for the seal");
    }
}

#[test]
fn the_contents_name_the_page_on_which_a_section_begins() {
    let case = large(120, 9, &"查勘记录。".repeat(400));
    let document = document(&case, &[], "zh-CN");
    check_places(&document);
    for bookmark in document.bookmarks.iter().skip(2) {
        let (number, title) = match bookmark.title.split_once(' ') {
            Some((number, title)) => (number, title),
            None => ("", bookmark.title.as_str()),
        };
        let page = document.pages[bookmark.target.page].text();
        assert!(page.lines().any(|line| line == title), "{title} is on its page");
        let contents = document.pages[1].text();
        let mut lines = contents.lines();
        assert!(lines.any(|line| line == format!("{number}  {title}").trim()), "{title} is listed");
        let shown: usize = lines.next().unwrap().parse().unwrap();
        assert_eq!(shown, bookmark.target.page + 1, "{title}");
    }
}

#[test]
fn no_heading_stands_alone_at_the_foot_of_a_page() {
    use lisuan_dossier::page::{Bookmark, Document, Item};
    fn followed(document: &Document, bookmark: &Bookmark) -> bool {
        let items = &document.pages[bookmark.target.page].items;
        // A heading takes 30 points at most; the line at the foot stands lower than all text.
        let below = bookmark.target.y + 34.0..780.0;
        items.iter().any(|item| match item {
            Item::Text(text) => below.contains(&text.baseline),
            Item::Picture(picture) => below.contains(&picture.area.bottom()),
            _ => false,
        })
    }
    for notes in 0..24 {
        let case = large(3, notes, "现场查勘记录。");
        let document = document(&case, &[], "zh-CN");
        for section in document.bookmarks.iter().skip(2) {
            for heading in std::iter::once(section).chain(&section.children) {
                assert!(followed(&document, heading), "{notes} notes: {}", heading.title);
            }
        }
    }
}

#[test]
fn ten_thousand_lines_keep_every_row_and_repeat_their_head() {
    let case = large(10_000, 0, "—");
    let document = document(&case, &[], "zh-CN");
    check_places(&document);
    let all = text(&document);
    for n in [0, 1, 4_999, 9_998, 9_999] {
        let name = format!("损失项目第{n}号：钢筋混凝土挡墙修复");
        assert!(all.matches(&name).count() >= 2, "{name} in the loss list and the quantities");
    }
    let loss = document.bookmarks.iter().find(|b| b.title.contains("损失核定")).unwrap();
    let second = &document.pages[loss.target.page + 2];
    assert!(second.text().contains("损失项目及部位"), "the head is repeated");
}

#[test]
fn a_cell_longer_than_a_page_flows_on() {
    let (mut builder, item) = power_plant();
    let remark: String = (0..2_000).map(|n| char::from_u32(0x4e00 + n).unwrap()).collect();
    let item = item.to_string();
    let fields = [("item", "长备注"), ("policy_item", item.as_str()), ("remark", &remark)];
    builder.add(lisuan_core::change::Kind::Line, &fields);
    let document = document(&builder.case(), &[], "zh-CN");
    check_places(&document);
    let all = text(&document);
    // Lines of several columns are read across, so the characters are looked for one by one.
    for c in remark.chars() {
        assert!(all.contains(c), "{c} of the remark is missing");
    }
}

#[test]
fn hostile_text_is_shown_as_what_it_is() {
    let note = "正文\u{202e}反向\u{0}零 🚧 ⟨见图⟩\u{feff}";
    let case = large(0, 0, note);
    let document = document(&case, &[], "zh-CN");
    check_places(&document);
    let all = text(&document);
    assert!(all.contains("正文[U+202E]反向[U+0000]零"), "{all}");
    assert!(all.contains("[U+FEFF]"), "nothing invisible stays");
    let missing: Vec<char> = document.missing.iter().map(|m| m.character).collect();
    assert!(missing.contains(&'🚧'), "{missing:?}");
    assert!(all.contains("U+1F6A7"), "and the reader is told");
}

#[test]
fn every_kind_of_report_in_every_language() {
    let (case, photos) = small();
    for kind in ReportKind::WORDS {
        let report = Report::new(ReportKind::from_field(kind).unwrap());
        for language in ["zh-CN", "en", "both"] {
            let document = report_of(&case, &photos, &report, language);
            check_places(&document);
            assert!(document.seal.is_some(), "{kind} in {language} has a place for the seal");
            let all = text(&document);
            let marks = |c: char| ('\u{fdd0}'..='\u{fdd2}').contains(&c);
            assert!(!all.contains(marks), "{kind} in {language}: no mark of two languages is left");
            assert!(!all.contains("[U+FDD"), "{kind} in {language}: nor spelled out");
            let clean = document.bookmarks.iter().all(|entry| !entry.title.contains(marks));
            assert!(clean && !document.title.contains(marks), "{kind} in {language}: outline");
        }
    }
}

#[test]
fn two_languages_stand_side_by_side() {
    let (case, photos) = small();
    let document = report_of(&case, &photos, &Report::new(ReportKind::Final), "both");
    let all = text(&document);
    for words in ["责任认定", "Policyliability", "损失核定", "Assessmentoftheloss"] {
        assert!(all.contains(words), "{words}");
    }
    let chinese = report_of(&case, &photos, &Report::new(ReportKind::Final), "zh-CN");
    assert!(!text(&chinese).contains("Policyliability"), "one language stays one");
}

#[test]
fn a_draft_a_correction_and_a_redacted_copy_say_so() {
    let (case, photos) = small();
    let mut report = Report::new(ReportKind::Final);
    report.draft = true;
    let draft = report_of(&case, &photos, &report, "zh-CN");
    assert!(draft.watermark.is_some(), "across every page");
    assert!(draft.pages[3].text().contains("草稿"), "and in its header");
    report.draft = false;
    report.number = "GG-2026-018-R1".to_owned();
    report.replaces = Some("ab".repeat(32));
    report.redacted = true;
    let corrected = report_of(&case, &photos, &report, "zh-CN");
    assert!(corrected.watermark.is_none(), "no draft any more");
    let cover: String = corrected.pages[0].text().split_whitespace().collect();
    assert!(cover.contains("GG-2026-018-R1"), "{cover}");
    assert!(cover.contains(&"ab".repeat(32)), "the digest it takes the place of");
    assert!(cover.contains("遮蔽版"), "{cover}");
}

#[test]
fn as_many_photos_on_a_page_as_asked_for() {
    let case = large(0, 13, "—");
    let photos = pictures_of(&case);
    assert_eq!(photos.len(), 13, "every photo has a picture");
    for (per_page, pages) in [(1, 13), (2, 7), (3, 5), (4, 4), (6, 3)] {
        let mut report = Report::new(ReportKind::Photos);
        report.photos_per_page = per_page;
        let document = report_of(&case, &photos, &report, "zh-CN");
        check_places(&document);
        let on = |page: &lisuan_dossier::page::Page| {
            page.items.iter().filter(|item| matches!(item, Item::Picture(_))).count()
        };
        let counts: Vec<usize> = document.pages.iter().map(on).filter(|n| *n > 0).collect();
        assert_eq!(counts.iter().sum::<usize>(), 13, "{per_page}: none is lost");
        assert_eq!(counts.len(), pages, "{per_page} to a page: {counts:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_character_of_a_note_comes_back(
        note in "([a-zA-Z0-9 ,.()/-]|[一-龥]|[，。；：“”（）《》、]|\n){0,20000}",
    ) {
        let case = large(0, 0, &note);
        let document = document(&case, &[], "zh-CN");
        check_places(&document);
        let expected: String = note.split_whitespace().collect();
        prop_assert!(text(&document).contains(&expected), "the note is there, whole and in order");
    }
}
