//! The worked examples of the field, read from their file: inputs, options and expected figures
//! come from the file, only the shape of each example is known here.

// Helpers of a test may stop it.
#![allow(clippy::unwrap_used, clippy::panic)]

mod clocks;
mod engineering;
mod parties;
mod property;
mod support;

use std::collections::BTreeSet;

use support::{Example, Outcome};

type Run = fn(&Example) -> Outcome;

const COVERED: &[(&str, Run)] = &[
    ("EAR-SEED-01", engineering::power_plant),
    ("CAR-SUHUAI-02", engineering::embankment),
    ("CAR-FULL-05", engineering::full_car),
    ("CAR-72H-06", engineering::hours_clause),
    ("PROP-SOLAR-10", property::solar),
    ("PROP-EXAM-12", property::exam),
    ("PROP-EXAM-13", property::exam_saved),
    ("PROP-ITEMS-14", property::items),
    ("PROP-FIRSTLOSS-18", property::first_loss),
    ("PROP-VAT-20", property::vat),
    ("DBL-RATIO-30", parties::double_ratio),
    ("DBL-LIMIT-31", parties::double_limit),
    ("DBL-3WAYS-33", parties::double_three_ways),
    ("US-COINS-40", property::coinsurance_timing),
    ("US-COINS-41", property::coinsurance),
    ("US-DEBRIS-48", property::debris),
    ("UK-AVG-50", property::uk_average),
    ("REC-NAPIER-60", parties::napier),
    ("REC-CN-62", parties::recovery_before),
    ("CARGO-70", property::cargo),
    ("MOTOR-2014-80", property::motor),
    ("REINST-86", engineering::reinstatement),
    ("TPL-87", engineering::liability),
    ("FX-88", engineering::exchange),
    ("QTY-89", engineering::quantities),
    ("TIME-90", clocks::statutory),
];

#[test]
fn every_example_gives_its_figures() {
    let mut failures = Vec::new();
    for example in support::examples() {
        let covered = COVERED.iter().find(|(name, _)| *name == example.id());
        match covered {
            Some((_, run)) => {
                let outcome = run(&example);
                failures.extend(outcome.failures.iter().map(|f| format!("{}: {f}", example.id())));
                if outcome.compared == 0 {
                    failures.push(format!("{}: nothing was compared", example.id()));
                }
            }
            None => failures.push(format!("{}: a new example without an entry", example.id())),
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn every_entry_names_an_example() {
    let ids: BTreeSet<String> =
        support::examples().iter().map(|example| example.id().to_owned()).collect();
    for name in COVERED.iter().map(|(name, _)| *name) {
        assert!(ids.contains(name), "{name} is no example any more");
    }
}
