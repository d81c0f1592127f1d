//! Papers in the dossier: an index, then each page as a picture under a line that names it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a broken test stops where it stands")]

mod sample;

use lisuan_core::assessment::Assessment;
use lisuan_core::change::Kind;
use lisuan_core::clocks::Calendar;
use lisuan_dossier::page::{Document, Item, Picture};
use lisuan_dossier::{DocumentPages, DossierInput, PagePicture, compose};
use sample::{Catalogue, fonts, input, power_plant};

const DIGEST: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// A case with a contract of three pages of which two are drawn, a locked certificate and a
/// confidential letter.
fn document(language: &str) -> Document {
    let (mut builder, _) = power_plant();
    let contract = builder.add(
        Kind::Document,
        &[
            ("number", "D-A-001"),
            ("title", "设备供货合同"),
            ("kind", "contract"),
            ("content", DIGEST),
            ("source", "某设备公司"),
            ("purpose", "证明机组价格"),
            ("pages", "3"),
            ("form", "compared"),
            ("signed", "yes"),
            ("submitted_by", "insured"),
        ],
    );
    let fields =
        [("number", "D-A-002"), ("file_name", "locked.pdf"), ("oddities", "pdf-encrypted")];
    let locked = builder.add(Kind::Document, &fields);
    builder.add(
        Kind::Document,
        &[("number", "D-A-003"), ("title", "内部意见"), ("confidential", "yes")],
    );
    let case = builder.case();
    let picture = |page: u32, pixels| PagePicture { page, key: format!("{page:064}"), pixels };
    let shown = [
        DocumentPages {
            document: contract,
            pages: vec![picture(1, (1239, 1754)), picture(3, (1754, 1239))],
            attached: Some("D-A-001.pdf".to_owned()),
        },
        DocumentPages {
            document: locked,
            pages: Vec::new(),
            attached: Some("D-A-002.pdf".to_owned()),
        },
    ];
    let assessment = Assessment::of(&case, &Calendar::default());
    let input = input(&case, &assessment, &[], language, &[]);
    let input = DossierInput { documents: &shown, ..input };
    compose(&input, &Catalogue::of(language), &fonts())
}

fn pictures(document: &Document) -> Vec<(usize, &Picture)> {
    document
        .pages
        .iter()
        .enumerate()
        .flat_map(|(n, page)| page.items.iter().map(move |item| (n, item)))
        .filter_map(|(n, item)| match item {
            Item::Picture(picture) => Some((n, picture.as_ref())),
            _ => None,
        })
        .collect()
}

#[test]
fn every_page_stands_alone_under_its_name() {
    let document = document("zh-CN");
    let pictures = pictures(&document);
    assert_eq!(pictures.len(), 2, "the pages that were drawn");
    for ((n, picture), page) in pictures.iter().zip([1, 3]) {
        let text = document.pages[*n].text();
        let head = format!("证据 D-A-001 第 {page} 页/共 3 页");
        assert!(text.contains(&head), "{head} in {text}");
        assert!(picture.area.bottom() <= document.pages[*n].height_pt - 40.0, "above the footer");
        let shape = picture.area.width / picture.area.height;
        let pixels = picture.pixels.0 as f32 / picture.pixels.1 as f32;
        assert!((shape - pixels).abs() < 0.01, "page {page} keeps its shape");
    }
    assert_ne!(pictures[0].0, pictures[1].0, "one page of paper on one page");
}

#[test]
fn the_index_says_what_became_of_each_paper() {
    for (language, words) in [
        ("zh-CN", ["核对无异", "附页面2/3", "PDF已加密", "保密，不附", "被保险人提交"]),
        (
            "en",
            ["Copycompared", "pagesenclosed2of3", "PDFisencrypted", "confidential", "handedinby"],
        ),
    ] {
        let document = document(language);
        let text: String = document.pages.iter().map(|page| page.text()).collect();
        let text: String = text.split_whitespace().collect();
        for word in words.iter().chain(&["D-A-001", "D-A-002", "D-A-003", "证明机组价格"]) {
            assert!(text.contains(word), "{language}: {word} in the index");
        }
        assert!(text.contains(DIGEST), "{language}: the digest can be searched for");
    }
}

#[test]
fn bookmarks_lead_to_the_papers() {
    let document = document("zh-CN");
    let section = document.bookmarks.iter().find(|b| b.title.contains("单证目录")).unwrap();
    let paper = section.children.iter().find(|b| b.title.contains("设备供货合同")).unwrap();
    assert_eq!(paper.target.page, pictures(&document)[0].0, "its first page");
}
