//! Everything that can be wrong with a file.

use lisuan_app::adjust_file::{ADJUST_FILE_BYTES_MAX, ProblemCode};
use lisuan_app::{Code, LANGUAGES, Words};
use serde_json::{Value, json};

use crate::{adjusted, app, fine, of_json, put};

/// A fine file with one value replaced or added, and what must be wrong with it.
pub fn cases() -> Vec<(&'static str, Value, ProblemCode, &'static str)> {
    use ProblemCode as P;
    let long = "x".repeat(2_001);
    let digits = "9".repeat(19);
    let many = Value::Array(vec![json!({ "name": "s" }); 21]);
    vec![
        ("/lines", json!({}), P::Kind, "/lines"),
        ("/items/0", json!("works"), P::Kind, "/items/0"),
        ("/title", json!([]), P::Kind, "/title"),
        ("/items/0/reinstated", json!("yes"), P::Kind, "/items/0/reinstated"),
        ("/switches", json!([]), P::Kind, "/switches"),
        ("/scenarios/0/lines", json!([]), P::Kind, "/scenarios/0/lines"),
        ("/scenarios/0/lines/l", json!("50"), P::Kind, "/scenarios/0/lines/l"),
        ("/scenarios", many, P::TooMany, "/scenarios"),
        ("/lines/0/amount", json!("1"), P::UnknownField, "/lines/0/amount"),
        ("/switches/average", json!("first_loss"), P::UnknownField, "/switches/average"),
        ("/a~1b", json!("1"), P::UnknownField, "/a~1b"),
        ("/currency", Value::Null, P::Missing, "/currency"),
        ("/items/0/id", Value::Null, P::Missing, "/items/0/id"),
        ("/rates/0/rate", Value::Null, P::Missing, "/rates/0/rate"),
        (
            "/lines/0",
            json!({ "id": "l", "quantity": "2×3", "price": "1" }),
            P::Missing,
            "/lines/0/unit",
        ),
        ("/settlement", json!({ "amount": "1" }), P::Missing, "/settlement/basis"),
        ("/format", json!("lisuan-adjustment-2"), P::Format, "/format"),
        ("/items/0/id", json!(" i"), P::Id, "/items/0/id"),
        ("/items/1", json!({ "id": "i" }), P::IdTaken, "/items/1/id"),
        ("/scenarios/1", json!({ "name": "s" }), P::IdTaken, "/scenarios/1/name"),
        ("/lines/0/item", json!("j"), P::UnknownId, "/lines/0/item"),
        ("/limits/0/items", json!(["i", "j"]), P::UnknownId, "/limits/0/items/1"),
        ("/scenarios/0/lines/m", json!({ "lump_sum": "1" }), P::UnknownId, "/scenarios/0/lines/m"),
        ("/scenarios/0/items", json!({ "j": null }), P::UnknownId, "/scenarios/0/items/j"),
        ("/lines/0/lump_sum", json!(100.5), P::NumberWithoutQuotes, "/lines/0/lump_sum"),
        ("/lines/0/lump_sum", json!("1,000"), P::Number, "/lines/0/lump_sum"),
        ("/lines/0/lump_sum", json!("1e3"), P::Number, "/lines/0/lump_sum"),
        ("/lines/0/lump_sum", json!(digits), P::TooLarge, "/lines/0/lump_sum"),
        ("/lines/0/lump_sum", json!("0.00000000001"), P::TooLarge, "/lines/0/lump_sum"),
        ("/items/0/sum_insured", json!("-1"), P::Negative, "/items/0/sum_insured"),
        ("/deductibles/0/days", json!("1.5"), P::Count, "/deductibles/0/days"),
        (
            "/occurrences",
            json!({ "hours": "72", "deductible": "0", "losses": [{ "at": "2024-07-01", "amount": "1" }] }),
            P::Moment,
            "/occurrences/losses/0/at",
        ),
        ("/deductibles/0/days", json!("+7"), P::Count, "/deductibles/0/days"),
        (
            "/lines/0",
            json!({ "id": "l", "lump_sum": "1", "extension": "x", "sue_labour": "s" }),
            P::TwoCosts,
            "/lines/0/sue_labour",
        ),
        ("/rates/0/rate", json!("0"), P::NotPositive, "/rates/0/rate"),
        ("/deductibles/0/rate", json!("15 per cent"), P::Ratio, "/deductibles/0/rate"),
        ("/rates/0/date", json!("2026-2-30"), P::Date, "/rates/0/date"),
        ("/items/0/currency", json!("RMB"), P::Currency, "/items/0/currency"),
        ("/limits/0/kind", json!("section"), P::Word, "/limits/0/kind"),
        (
            "/switches/average.basis",
            json!({ "value": "none" }),
            P::Word,
            "/switches/average.basis/value",
        ),
        ("/lines/0/quantity", json!("2×"), P::Expression, "/lines/0/quantity"),
        ("/note", json!(long), P::TooLong, "/note"),
        ("/title", json!("\u{1b}[2J"), P::ControlCharacter, "/title"),
        ("/lines/0/price", json!("5"), P::TwoAmounts, "/lines/0/lump_sum"),
        ("/scenarios/0/lines/l/price", json!("5"), P::TwoAmounts, "/scenarios/0/lines/l/lump_sum"),
        (
            "/extensions/0/limits/0/of_sum_insured",
            json!("5%"),
            P::OneLimit,
            "/extensions/0/limits/0",
        ),
        ("/extensions/0/limits/1", json!({}), P::OneLimit, "/extensions/0/limits/1"),
    ]
}

#[test]
fn every_problem_has_its_code_its_place_and_its_words() {
    assert!(of_json(&fine()).problems.is_empty(), "the file is fine before it is spoiled");
    for (pointer, value, code, place) in cases() {
        let mut file = fine();
        put(&mut file, pointer, value.clone());
        for language in LANGUAGES {
            let bytes = file.to_string();
            let view = app().adjust_file(bytes.as_bytes(), language, None).unwrap();
            let found: Vec<_> =
                view.problems.iter().map(|p| (p.code.as_str(), p.pointer.as_str())).collect();
            assert!(
                found.contains(&(code.as_str(), place)),
                "{pointer} = {value:.60} should be {} at {place}, got {found:?}",
                code.as_str()
            );
            assert!(view.result.is_none() && !view.good(), "nothing is computed from it");
            for problem in &view.problems {
                let words = &problem.words;
                assert!(!words.starts_with("adjust-file-"), "{} has words", problem.code);
                assert!(!words.contains("{$") && !words.contains("{ $"), "all values: {words}");
            }
        }
    }
}

#[test]
fn problems_that_json_values_cannot_show() {
    let of = |text: &str| adjusted(text.as_bytes(), None).problems;
    let broken = of("{\n \"format\": }");
    assert_eq!((broken[0].code.as_str(), broken[0].args["line"].as_str()), ("syntax", "2"));
    assert_eq!(of("")[0].code, "syntax");
    assert_eq!(of("[]")[0].code, "kind");
    assert_eq!(of(&"[".repeat(100_000))[0].code, "syntax", "depth is limited");
    let text = fine()
        .to_string()
        .replace("\"id\":\"l\"", "\"id\":\"l\",\"claimed\":\"1\",\"claimed\":\"2\"");
    let twice = of(&text);
    assert_eq!((twice[0].code.as_str(), twice[0].pointer.as_str()), ("twice", "/lines/0/claimed"));
    let marked = format!("\u{feff}{}", fine());
    assert!(of(&marked).is_empty(), "a mark of the encoding at the start is let through");
}

#[test]
fn all_problems_are_told_at_once_up_to_a_limit() {
    let mut file = fine();
    for (pointer, value) in
        [("/lines/0/lump_sum", json!("x")), ("/items/0/value", json!(1)), ("/title", json!(1))]
    {
        put(&mut file, pointer, value);
    }
    assert_eq!(of_json(&file).problems.len(), 3);
    let lines: Vec<Value> =
        (0..3_000).map(|n| json!({ "id": n.to_string(), "price": 1 })).collect();
    file["lines"] = Value::Array(lines);
    let problems = of_json(&file).problems;
    assert_eq!(problems.len(), 1_001, "a thousand, and how many more");
    assert_eq!(problems.last().unwrap().code, "more");
}

#[test]
fn every_code_is_shown_to_happen() {
    let shown: Vec<ProblemCode> = cases().into_iter().map(|(_, _, code, _)| code).collect();
    let elsewhere = [ProblemCode::Syntax, ProblemCode::Twice, ProblemCode::More];
    for code in ProblemCode::ALL {
        let seen = shown.contains(code) || elsewhere.contains(code);
        assert!(seen, "no test shows {}", code.as_str());
        for language in LANGUAGES {
            let key = format!("adjust-file-{}", code.as_str());
            assert!(Words::of(language).has(&key), "{key} in {language}");
        }
    }
}

#[test]
fn what_is_too_large_is_refused_with_the_limit() {
    let size = usize::try_from(ADJUST_FILE_BYTES_MAX).unwrap();
    let error = app().adjust_file(vec![b' '; size + 1].as_slice(), "en", None).unwrap_err();
    assert_eq!((error.code, error.args[0].1.as_str()), (Code::TooMany, "10 MiB"));
    let lines: Vec<Value> = (0..100_001).map(|n| json!({ "id": n.to_string() })).collect();
    let mut file = fine();
    file["lines"] = Value::Array(lines);
    let problems = of_json(&file).problems;
    let found = problems.iter().find(|p| p.pointer == "/lines").unwrap();
    assert_eq!((found.code.as_str(), found.args["limit"].as_str()), ("too-many", "100000"));
    let nothing = format!("[{}0]", "0,".repeat(size / 2 - 2));
    assert_eq!(
        adjusted(nothing.as_bytes(), None).problems[0].code,
        "too-many",
        "values are counted"
    );
}
