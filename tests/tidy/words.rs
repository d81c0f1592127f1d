//! Both languages say the same things, and every error has its words.

use crate::expect_none;
use crate::tree::{File, files};
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// Words that are the same in Chinese: units, formats, standards, names, keys.
const LATIN_IN_CHINESE: &str = "
    B KB MB GB px MP s ms m mm cm km kg t kW
    CNY USD EUR HKD RMB
    PDF XLSX CSV JSON JPEG JPG PNG WebP HEIC TIFF EXIF GPS SHA UTF ZIP PAdES RFC SQLite
    BOQ CAR EAR VAT SI V
    Lisuan English EN
    Ctrl Alt Shift Enter Tab Esc Delete Home End F N O E K Z Y
";

/// One message: the names of its arguments, and the words of its value and attributes.
#[derive(Debug, Default, PartialEq, Eq)]
struct Message {
    args: BTreeSet<String>,
    text: String,
}

/// The messages of one catalogue by key; a message's attribute is `key.attribute`.
fn messages(file: &File, faults: &mut Vec<String>) -> BTreeMap<String, Message> {
    let resource = match fluent_syntax::parser::parse(file.text.as_str()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = file.text[..error.pos.start.min(file.text.len())].lines().count();
                faults.push(format!("{}:{line}: {}", file.path, error.kind));
            }
            resource
        }
    };
    let mut found = BTreeMap::new();
    let mut add = |key: String, pattern: &Pattern<&str>, faults: &mut Vec<String>| {
        let mut message = Message::default();
        read(pattern, &mut message);
        if found.insert(key.clone(), message).is_some() {
            faults.push(format!("{}: {key} stands twice", file.path));
        }
    };
    for entry in &resource.body {
        let (sign, id, value, attributes) = match entry {
            Entry::Message(m) => ("", m.id.name, m.value.as_ref(), &m.attributes),
            Entry::Term(t) => ("-", t.id.name, Some(&t.value), &t.attributes),
            _ => continue,
        };
        if let Some(value) = value {
            add(format!("{sign}{id}"), value, faults);
        }
        for attribute in attributes {
            add(format!("{sign}{id}.{}", attribute.id.name), &attribute.value, faults);
        }
    }
    found
}

fn read(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                message.text.push_str(value);
                message.text.push(' ');
            }
            PatternElement::Placeable { expression } => read_expression(expression, message),
        }
    }
}

fn read_expression(expression: &Expression<&str>, message: &mut Message) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, message),
        Expression::Select { selector, variants } => {
            read_inline(selector, message);
            for variant in variants {
                read(&variant.value, message);
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, message: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            message.args.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                read_inline(argument, message);
            }
        }
        InlineExpression::StringLiteral { value } => message.text.push_str(value),
        InlineExpression::Placeable { expression } => read_expression(expression, message),
        _ => {}
    }
}

/// What one language has and the other has not: files, keys, arguments.
fn differences(here: &[File], there: &[File]) -> Vec<String> {
    let mut faults = Vec::new();
    let catalogues = |files: &[File], faults: &mut Vec<String>| -> BTreeMap<String, _> {
        files.iter().map(|file| (name(&file.path), messages(file, faults))).collect()
    };
    let (a, b) = (catalogues(here, &mut faults), catalogues(there, &mut faults));
    for (one, two, side) in [(&a, &b, "the second"), (&b, &a, "the first")] {
        for (file, keys) in one {
            let Some(others) = two.get(file) else {
                faults.push(format!("{file} is missing in {side} language"));
                continue;
            };
            let gone = keys.keys().filter(|key| !others.contains_key(*key));
            faults.extend(gone.map(|key| format!("{file}: {key} is missing in {side} language")));
        }
    }
    for (file, keys) in &a {
        for (key, message) in keys {
            match b.get(file).and_then(|others| others.get(key)) {
                Some(other) if other.args != message.args => faults.push(format!(
                    "{file}: {key} takes {:?} in one language and {:?} in the other",
                    message.args, other.args
                )),
                _ => {}
            }
        }
    }
    faults
}

fn name(path: &str) -> String {
    path.rsplit('/').next().unwrap_or(path).to_owned()
}

/// Values without a Chinese character whose Latin words are not on the list.
fn untranslated(file: &File, allowed: &BTreeSet<&str>) -> Vec<String> {
    let mut faults = Vec::new();
    for (key, message) in messages(file, &mut faults) {
        if message.text.chars().any(|c| ('\u{3400}'..='\u{9fff}').contains(&c)) {
            continue;
        }
        let foreign: Vec<&str> = message
            .text
            .split(|c: char| !c.is_ascii_alphabetic())
            .filter(|word| !word.is_empty() && !allowed.contains(word))
            .collect();
        if !foreign.is_empty() {
            faults.push(format!("{}: {key} is not Chinese: {}", file.path, foreign.join(" ")));
        }
    }
    faults
}

/// Error codes without one of their three sentences, and sentences without a code.
fn wordless(codes: &[&str], keys: &BTreeSet<String>) -> Vec<String> {
    let expected: BTreeSet<String> = codes
        .iter()
        .flat_map(|code| ["", "-safe", "-do"].map(|part| format!("error-{code}{part}")))
        .collect();
    let gone = expected.iter().filter(|key| !keys.contains(*key));
    let mut faults: Vec<String> = gone.map(|key| format!("{key} has no words")).collect();
    let extra = keys.iter().filter(|key| key.starts_with("error-") && !expected.contains(*key));
    faults.extend(extra.map(|key| format!("{key} belongs to no code")));
    faults
}

fn catalogues(language: &str) -> Vec<File> {
    let folder = format!("assets/locales/{language}");
    files(&folder).into_iter().filter(|file| file.is(&[".ftl"])).collect()
}

#[test]
fn both_languages_have_the_same_words_with_the_same_arguments() {
    let (chinese, english) = (catalogues("zh-CN"), catalogues("en"));
    let mut faults = Vec::new();
    let count: usize = chinese.iter().map(|file| messages(file, &mut faults).len()).sum();
    assert!(count > 100, "the catalogues are read, found {count} messages");
    expect_none("zh-CN (first) and en (second) differ", &differences(&chinese, &english));
    expect_none("keys in two catalogues", &in_two_files(&chinese));
}

/// Keys that two catalogues have: one of them is never said.
fn in_two_files(catalogues: &[File]) -> Vec<String> {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut faults = Vec::new();
    for file in catalogues {
        for key in messages(file, &mut Vec::new()).into_keys() {
            if let Some(other) = seen.insert(key.clone(), file.path.clone()) {
                faults.push(format!("{key} stands in {other} and in {}", file.path));
            }
        }
    }
    faults
}

#[test]
fn chinese_values_are_chinese() {
    let allowed: BTreeSet<&str> = LATIN_IN_CHINESE.split_whitespace().collect();
    let faults: Vec<String> =
        catalogues("zh-CN").iter().flat_map(|file| untranslated(file, &allowed)).collect();
    expect_none("values of zh-CN in Latin letters only", &faults);
}

#[test]
fn every_error_says_what_happened_what_is_safe_and_what_to_do() {
    assert!(!lisuan_app::error::CODES.is_empty(), "the program has error codes");
    for language in ["zh-CN", "en"] {
        let mut faults = Vec::new();
        let keys = catalogues(language)
            .iter()
            // The shells have an error word of their own each.
            .filter(|file| !["cli.ftl", "window.ftl"].contains(&name(&file.path).as_str()))
            .flat_map(|file| messages(file, &mut faults).into_keys())
            .collect();
        expect_none(language, &wordless(lisuan_app::error::CODES, &keys));
    }
}

#[cfg(test)]
mod small {
    use super::*;

    fn file(text: &str) -> [File; 1] {
        [File::new("assets/locales/x/a.ftl", text)]
    }

    #[test]
    fn equal_catalogues_have_no_differences() {
        let chinese = file("a = { $n } 张\nb = 好\n    .title = 标题\n");
        let english = file(
            "b = good\n    .title = title\na = { $n ->\n    [one] one photo of { $n }\n   *[other] { NUMBER($n) } photos\n }\n",
        );
        assert_eq!(differences(&chinese, &english), Vec::<String>::new());
    }

    #[test]
    fn a_missing_key_attribute_argument_or_file_is_named() {
        let chinese = file("a = { $n } 张\nb = 好\n    .title = 标题\n");
        let english = file("a = { $m } photos\nb = good\nc = more\n");
        assert_eq!(
            differences(&chinese, &english),
            [
                "a.ftl: b.title is missing in the second language",
                "a.ftl: c is missing in the first language",
                r#"a.ftl: a takes {"n"} in one language and {"m"} in the other"#,
            ]
        );
        assert_eq!(differences(&chinese, &[]), ["a.ftl is missing in the second language"]);
    }

    #[test]
    fn a_broken_or_doubled_message_is_a_fault() {
        assert_eq!(differences(&file("a = { $n\n"), &file("")).len(), 1, "it does not parse");
        let twice = differences(&file("a = 一\na = 二\n"), &file("a = one\n"));
        assert_eq!(twice, ["assets/locales/x/a.ftl: a stands twice"]);
    }

    #[test]
    fn latin_values_are_let_through_only_when_listed() {
        let allowed = BTreeSet::from(["PDF", "MB"]);
        let check = |text: &str| untranslated(&file(text)[0], &allowed);
        assert!(check("a = 导出 dossier\nb = PDF\nc = { $n } MB\nd = 1/2\n").is_empty());
        assert_eq!(check("a = Export PDF\n"), ["assets/locales/x/a.ftl: a is not Chinese: Export"]);
        assert_eq!(check("a = { $n ->\n   *[other] photos\n }\n").len(), 1, "variants are read");
    }

    #[test]
    fn a_code_without_words_and_words_without_a_code_are_named() {
        let keys = |list: &[&str]| list.iter().map(|key| (*key).to_owned()).collect();
        assert!(wordless(&["io"], &keys(&["error-io", "error-io-safe", "error-io-do"])).is_empty());
        assert_eq!(
            wordless(&["io"], &keys(&["error-io", "error-io-do", "error-old", "other"])),
            ["error-io-safe has no words", "error-old belongs to no code"]
        );
    }
}
