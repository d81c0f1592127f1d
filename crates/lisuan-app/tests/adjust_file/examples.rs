//! The examples of the documentation give the results that are known from elsewhere.

use std::fs;

use lisuan_app::adjust_file::ScenarioView;
use rust_decimal::Decimal;

use crate::{app, checks, example, figure, result, root, vector};

#[test]
fn the_power_plant_comes_out_as_it_happened() {
    let view = example("power-plant.json", None);
    let (result, expected) = (result(&view), vector("EAR-SEED-01"));
    for (name, wanted) in [
        ("loss", "total_loss"),
        ("balance", "balance_claimed"),
        ("settlement", "settlement"),
        ("insured-retained", "insured_retained"),
    ] {
        assert_eq!(figure(result, name), expected[wanted].as_str(), "{name}");
    }
    assert_eq!(result.settlement_ratio.as_deref(), Some("50%"), "half of the balance");
    assert_eq!(figure(result, "payable"), None, "a compromise is no result of the formula");
    assert_eq!(result.settlement.as_deref(), Some("Compromise"));
    let capitals = result.figures["settlement"].capitals.as_deref();
    assert_eq!(capitals, Some("人民币贰佰万元整"), "大写金额");
    let weighty: Vec<_> = checks(result).into_iter().filter(|(level, ..)| *level == "E").collect();
    assert_eq!(weighty, [("E", "ARI-06", "/items/0/sum_insured")], "USD without a rate");
    assert!(!view.good(), "a finding that blocks makes the answer no");
}

#[test]
fn the_published_statement_of_the_solar_plant_is_met_to_the_cent() {
    let view = example("solar-fire.json", None);
    let (result, expected) = (result(&view), vector("PROP-SOLAR-10"));
    for (name, wanted) in
        [("after-average", "after_average"), ("deductible", "deductible"), ("payable", "payable")]
    {
        assert_eq!(figure(result, name), expected[wanted].as_str(), "{name}");
    }
    let payable = &result.figures["payable"];
    assert_eq!(payable.text, "18,223.04");
    assert_eq!(payable.capitals.as_deref(), Some("人民币壹万捌仟贰佰贰拾叁元零肆分"));
    let averaged = result.steps.iter().find(|step| step.key == "item-after-average").unwrap();
    assert_eq!(averaged.formula, "(24,800.00 − 0.00) × 88.48%");
    assert_eq!(averaged.subject.as_ref().unwrap().pointer, "/items/0");
    let deductible = result.steps.iter().find(|step| step.key == "deductible").unwrap();
    assert_eq!(deductible.clause.as_deref(), Some("特别约定第3条"));
    assert_eq!(deductible.sources, ["/deductibles/0"]);
    assert_eq!(deductible.rounding, Some(2));
    assert!(view.good(), "nothing blocks: {:?}", checks(result));
    // The two other readings of the same terms.
    for scenario in &view.scenarios {
        let payable = scenario.figures.iter().find(|f| f.id == "payable").unwrap();
        assert_eq!(payable.other.as_deref(), Some("18651.58"), "{}", scenario.name);
        assert_eq!(payable.difference.as_deref(), Some("428.54"), "{}", scenario.name);
        assert_eq!(payable.printed, ["18,223.04", "18,651.58", "+428.54"]);
        let shown = example("solar-fire.json", Some(&scenario.name));
        assert_eq!(figure(crate::result(&shown), "payable"), Some("18651.58"));
        assert_eq!(shown.scenarios.len(), 1, "only the scenario that was asked for");
    }
}

#[test]
fn the_misprint_of_the_published_report_is_found() {
    let view = example("embankment.json", None);
    let (result, expected) = (result(&view), vector("CAR-SUHUAI-02"));
    assert_eq!(figure(result, "loss"), expected["total_of_four_lines"].as_str());
    for (n, line) in result.lines.iter().enumerate() {
        assert_eq!(line.quantity.as_deref(), expected["quantities"][n].as_str(), "line {n}");
        assert_eq!(line.adjusted.value.as_deref(), expected["amounts"][n].as_str(), "line {n}");
    }
    let found: Vec<_> = result.findings.iter().filter(|f| f.check == "QTY-02").collect();
    assert_eq!(found.len(), 1, "line 2b and no other");
    assert_eq!(found[0].pointer, "/lines/1/quantity");
    assert_eq!(
        (found[0].args["stated"].as_str(), found[0].args["computed"].as_str()),
        ("4402.00", "4202.00")
    );
    assert!(found[0].words.contains("4402.00"), "the words name the figure: {}", found[0].words);
}

#[test]
fn the_whole_waterfall_with_coinsurers_extensions_and_scenarios() {
    let view = example("tunnel.json", None);
    let (result, expected) = (result(&view), vector("CAR-FULL-05"));
    for (name, wanted) in [
        ("before-deductible", "subtotal"),
        ("deductible", "deductible"),
        ("sue-labour", "sue_and_labour"),
        ("payable", "payable_100"),
        ("due", "balance_due"),
    ] {
        assert_eq!(figure(result, name), expected[wanted].as_str(), "{name}");
    }
    assert_eq!(result.items[0].loss.value.as_deref(), expected["works_gross"].as_str());
    assert_eq!(
        result.items[0].after_average.value.as_deref(),
        expected["works_after_average"].as_str()
    );
    assert_eq!(
        result.extensions[1].payable.value.as_deref(),
        expected["professional_fees"].as_str()
    );
    for share in &result.coinsurers {
        let wanted = expected["shares"][&share.record.id].as_str();
        assert_eq!(share.payable.value.as_deref(), wanted, "{}", share.record.name);
    }
    let [insurer, ours] = view.scenarios.as_slice() else { panic!("two readings") };
    let payable = |scenario: &ScenarioView| {
        let figure = scenario.figures.iter().find(|f| f.id == "payable").unwrap();
        let other: Decimal = figure.other.as_ref().unwrap().parse().unwrap();
        let difference: Decimal = figure.difference.as_ref().unwrap().parse().unwrap();
        let base: Decimal = figure.base.as_ref().unwrap().parse().unwrap();
        assert_eq!(base + difference, other, "the difference is what it says");
        difference
    };
    assert!(payable(insurer) < Decimal::ZERO, "the insurer's reading gives less");
    assert!(payable(ours) > Decimal::ZERO, "ours gives more");
    let drain = insurer.lines.iter().find(|line| line.id == "d").unwrap();
    assert_eq!(drain.difference.as_deref(), Some("-72000.00"), "the drain is not covered");
    assert_eq!(insurer.lines.len(), 1, "lines that do not differ are not listed");
}

#[test]
fn words_are_in_the_language_that_was_asked_for() {
    let bytes = fs::read(root().join("docs/examples/solar-fire.json")).unwrap();
    for (language, label, deductible) in
        [("zh-CN", "理算金额", "免赔额"), ("en", "Adjusted payable", "Deductible")]
    {
        let view = app().adjust_file(bytes.as_slice(), language, None).unwrap();
        let result = result(&view);
        assert_eq!(result.figures["payable"].label.as_deref(), Some(label), "{language}");
        for step in &result.steps {
            assert!(!step.label.starts_with("step-"), "{} has no words in {language}", step.key);
        }
        let step = result.steps.iter().find(|step| step.key == "deductible").unwrap();
        assert!(step.label.contains(&deductible[..6.min(deductible.len())]), "{}", step.label);
        for finding in &result.findings {
            assert!(!finding.words.starts_with("finding-"), "{} has no words", finding.check);
            assert!(!finding.remedy.starts_with("finding-"), "{} has no remedy", finding.check);
        }
    }
}
