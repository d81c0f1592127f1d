//! Patterns over many lines, and statements that were changed.

use super::{Draft, key};
use crate::change::Kind;
use crate::clocks::Calendar;

/// More lines than keys of one byte: each of these is a case of its own, put together by digits.
#[test]
fn frd_04_first_digits_of_many_amounts() {
    let case = |digit: fn(usize) -> usize| {
        let mut case = Draft::default().case();
        let line = Draft::default().with(Kind::Line, 1, &[("claimed_amount", "1")]).case();
        let Some(line) = line.lines.first() else { panic!("one line") };
        for n in 0..320_usize {
            let mut line = line.clone();
            let mut bytes = [0; 16];
            bytes[14..].copy_from_slice(&u16::try_from(n).unwrap().to_be_bytes());
            line.id = crate::Id::from_bytes(bytes);
            line.claimed_amount = Some(format!("{}37.5", digit(n)).parse().unwrap());
            case.lines.push(line);
        }
        let findings = crate::assessment::Assessment::of(&case, &Calendar::default()).findings;
        findings.iter().filter(|finding| finding.check == "FRD-04").count()
    };
    assert_eq!(case(|n| n % 9 + 1), 1, "all digits equally often are not natural");
    let natural = |n: usize| match n % 100 {
        0..=29 => 1,
        30..=47 => 2,
        48..=59 => 3,
        60..=69 => 4,
        70..=77 => 5,
        78..=84 => 6,
        85..=90 => 7,
        91..=95 => 8,
        _ => 9,
    };
    assert_eq!(case(natural), 0, "the usual distribution");
}

#[test]
fn frd_05_a_statement_that_is_not_what_was_signed() {
    let note =
        || {
            Draft::default()
                .with(Kind::Note, 1, &[("kind", "statement"), ("text", "看见水进来")])
                .with(Kind::Person, 2, &[("name", "王")])
        };
    let signature = [("note", key(1)), ("person", key(2)), ("content", "f".repeat(64))];
    let signature: Vec<(&str, &str)> = signature.iter().map(|(f, v)| (*f, v.as_str())).collect();
    let signed = note().with(Kind::Signature, 3, &signature);
    assert_eq!(signed.found("FRD-05"), ["1 I"], "the digest is of another text");
    assert_eq!(note().found("FRD-05"), [""; 0], "nothing was signed");
}

#[test]
fn doc_08_papers_are_asked_for_once() {
    let once = || Draft::default().with(Kind::PaperRequest, 1, &[("requested_on", "2026-06-20")]);
    assert_eq!(once().found("DOC-08"), [""; 0], "one request");
    let again = once().with(Kind::PaperRequest, 2, &[("requested_on", "2026-06-25")]);
    assert_eq!(again.found("DOC-08"), ["2 I"], "the second one is asked about");
}
