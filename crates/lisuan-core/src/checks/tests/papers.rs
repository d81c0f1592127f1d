//! Papers: signed, compared, translated, once, joined with the lines.

use super::{Draft, key};
use crate::change::Kind;

const A: &str = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";
const B: &str = "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb";

fn paper(n: u8, fields: &[(&str, &str)]) -> Draft {
    Draft::default().with(Kind::Document, n, &[("number", "D-1")]).with(Kind::Document, n, fields)
}

#[test]
fn doc_02_a_copy_must_be_compared_and_a_paper_signed() {
    let found = |fields: &[(&str, &str)]| paper(1, fields).found("DOC-02");
    assert_eq!(found(&[("form", "copy"), ("signed", "yes")]), ["1 W copy"]);
    assert_eq!(found(&[("form", "original"), ("signed", "no")]), ["1 W unsigned"]);
    assert_eq!(found(&[]), ["1 I unsaid"], "nobody said what it is");
    assert_eq!(found(&[("form", "compared"), ("signed", "yes")]), [""; 0], "compared is enough");
    assert_eq!(found(&[("form", "electronic")]), [""; 0], "electronic data has no original");
}

#[test]
fn doc_04_a_foreign_paper_needs_its_translation() {
    assert_eq!(paper(1, &[("language", "en")]).found("DOC-04"), ["1 W"]);
    assert_eq!(paper(1, &[("language", "bilingual")]).found("DOC-04"), [""; 0]);
    let itself = paper(1, &[("language", "en"), ("translation", &key(1))]);
    assert_eq!(itself.found("DOC-04"), ["1 W"], "no paper translates itself");
    let both = paper(1, &[("language", "en"), ("translation", &key(2))]);
    let both = both.with(Kind::Document, 2, &[("kind", "translation"), ("language", "zh")]);
    assert_eq!(both.found("DOC-04"), [""; 0], "its translation is in the case");
}

#[test]
fn doc_06_the_same_paper_twice() {
    let two = |a: &[(&str, &str)], b: &[(&str, &str)]| {
        paper(1, a).with(Kind::Document, 2, &[("number", "D-2")]).with(Kind::Document, 2, b)
    };
    assert_eq!(two(&[("content", A)], &[("content", A)]).found("DOC-06"), ["2 W bytes"]);
    assert_eq!(two(&[("content", A)], &[("content", B)]).found("DOC-06"), [""; 0]);
    let photo = paper(1, &[("content", A)]);
    let photo = photo.with(Kind::Photo, 3, &[("number", "A-1"), ("content", A)]);
    assert_eq!(photo.found("DOC-06"), ["1 W photo"], "a scan that is a photo already");
    let named: &[(&str, &str)] =
        &[("kind", "invoice"), ("title", "发票"), ("dated", "2026-01-02"), ("source", "甲公司")];
    assert_eq!(two(named, named).found("DOC-06"), ["2 W named"]);
    let other = [named[0], named[1], ("dated", "2026-01-03"), named[3]];
    assert_eq!(two(named, &other).found("DOC-06"), [""; 0], "another day is another invoice");
    assert_eq!(two(&named[..2], &named[..2]).found("DOC-06"), [""; 0], "too little is said");
}

#[test]
fn doc_09_papers_and_lines_belong_together() {
    let invoice = || paper(1, &[("kind", "invoice")]).with(Kind::Line, 2, &[("item", "挡墙")]);
    assert_eq!(invoice().found("DOC-09"), ["2 W line", "1 I paper"]);
    let linked = invoice().with(
        Kind::LineDocument,
        3,
        &[("line", &key(2)), ("document", &key(1)), ("facet", "price")],
    );
    assert_eq!(linked.found("DOC-09"), [""; 0], "each knows the other");
    let photo = invoice().with(Kind::Photo, 4, &[("number", "A-1")]);
    let photo = photo.with(Kind::LinePhoto, 5, &[("line", &key(2)), ("photo", &key(4))]);
    assert_eq!(photo.found("DOC-09"), ["1 I paper"], "a photo is evidence of the line");
    let priced = invoice().with(Kind::Price, 6, &[("document", &key(1))]);
    assert_eq!(priced.found("DOC-09"), ["2 W line"], "a price names the paper");
    let policy = paper(1, &[("kind", "policy")]).with(Kind::Line, 2, &[("item", "挡墙")]);
    assert_eq!(policy.found("DOC-09"), ["2 W line"], "a policy proves no line");
    let none = Draft::default().with(Kind::Line, 2, &[("item", "挡墙")]);
    assert_eq!(none.found("DOC-09"), [""; 0], "a case without papers is PHO-05's business");
    assert_eq!(paper(1, &[("kind", "invoice")]).found("DOC-09"), [""; 0], "no lines yet");
}
