//! Every step, reason and term that the core knows has words in both languages.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what fails here fails the test that asked for it"
)]

mod sample;

use std::collections::BTreeSet;

use lisuan_core::adjustment::{Reason, Switches};
use lisuan_core::change::{Kind, Shape};
use lisuan_dossier::Words;
use sample::Catalogue;

/// The keys of steps, out of the sources of the core: a new step without words is found here.
fn step_keys() -> BTreeSet<String> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../lisuan-core/src/adjustment");
    let mut keys = BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let source = std::fs::read_to_string(path).unwrap();
        for (at, _) in source.match_indices("\"step-") {
            let key = source[at + 1..].split('"').next().unwrap();
            let word = |c: char| c.is_ascii_lowercase() || c == '-';
            // The bare prefix stands in tests of the core.
            if key.chars().all(word) && key != "step-" {
                keys.insert(key.to_owned());
            }
        }
    }
    keys
}

#[test]
fn every_step_reason_and_term_has_words() {
    let mut keys: Vec<String> = step_keys().into_iter().collect();
    assert!(keys.len() > 40, "the steps were found: {}", keys.len());
    keys.extend(Reason::ALL.iter().map(|reason| format!("reason-{}", reason.as_str())));
    for (name, words) in Switches::NAMES {
        let term = format!("term-{name}").replace(['.', '_'], "-");
        keys.extend(words.iter().map(|word| format!("{term}-{}", word.replace('_', "-"))));
        keys.push(term);
    }
    for code in ["deductible-fixed", "deductible-rate", "limit-event", "limit-aggregate"] {
        keys.push(format!("term-{code}"));
    }
    all_have_words(&keys);
}

fn all_have_words(keys: &[String]) {
    for language in ["zh-CN", "en"] {
        let catalogue = Catalogue::of(language);
        let silent: Vec<&String> =
            keys.iter().filter(|key| catalogue.say(key, &[]) == **key).collect();
        assert!(silent.is_empty(), "{language} lacks {silent:?}");
    }
}

#[test]
fn every_kind_field_and_choice_has_words() {
    let hyphens = |text: &str| text.replace('_', "-");
    let mut keys = Vec::new();
    for kind in Kind::ALL {
        let of = hyphens(kind.as_str());
        keys.push(format!("kind-{of}"));
        for field in kind.fields() {
            let name = hyphens(field.name);
            keys.push(format!("field-{of}-{name}"));
            if let Shape::Choice(words) = field.shape {
                keys.extend(words.iter().map(|w| format!("choice-{of}-{name}-{}", hyphens(w))));
            }
        }
    }
    assert!(keys.len() > 200, "the records were found: {}", keys.len());
    all_have_words(&keys);
}
