//! Every worked example with a known result can be said by a file alone: those that are neither an
//! example of the documentation nor in [`crate::parts`].

use std::collections::BTreeSet;
use std::fs;

use serde_json::{Value, json};

use crate::{adjusted, figure, of_json, result, root, vector};

/// Where each worked example is computed from a file.
const COVERED: &[(&str, &str)] = &[
    ("EAR-SEED-01", "examples"),
    ("CAR-SUHUAI-02", "examples"),
    ("CAR-FULL-05", "examples"),
    ("CAR-72H-06", "here"),
    ("PROP-SOLAR-10", "examples"),
    ("PROP-EXAM-12", "here"),
    ("PROP-EXAM-13", "here"),
    ("PROP-ITEMS-14", "here"),
    ("PROP-FIRSTLOSS-18", "here"),
    ("PROP-VAT-20", "parts"),
    ("DBL-RATIO-30", "here"),
    ("DBL-LIMIT-31", "parts"),
    ("DBL-3WAYS-33", "here"),
    ("US-COINS-40", "here"),
    ("US-COINS-41", "here"),
    ("US-DEBRIS-48", "here"),
    ("UK-AVG-50", "here"),
    ("REC-NAPIER-60", "here"),
    ("REC-CN-62", "parts"),
    ("CARGO-70", "here"),
    ("MOTOR-2014-80", "parts"),
    ("REINST-86", "here"),
    ("TPL-87", "parts"),
    ("FX-88", "parts"),
    ("QTY-89", "here"),
    // Statutory clocks are no part of the adjustment.
    ("TIME-90", "no file"),
];

/// A file with these items, lines and switches and no deductible.
fn file(items: Value, lines: Value, switches: Value) -> Value {
    json!({
        "format": "lisuan-adjustment-1",
        "currency": "CNY",
        "items": items,
        "lines": lines,
        "deductibles": [{ "id": "d", "fixed": "0" }],
        "switches": switches
    })
}

/// A figure of the file against what is expected.
fn meets(file: &Value, name: &str, expected: &Value, why: &str) {
    assert!(expected.is_string(), "{why}: the example has the figure");
    let view = of_json(file);
    assert_eq!(figure(result(&view), name), expected.as_str(), "{why}: {name}");
}

#[test]
fn no_worked_example_is_left_out() {
    let text = fs::read(root().join("../shared/vectors/adjustment.json")).unwrap();
    let all: Value = serde_json::from_slice(&text).unwrap();
    let all = all["examples"].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap());
    let all: BTreeSet<&str> = all.collect();
    let covered: BTreeSet<&str> = COVERED.iter().map(|(id, _)| *id).collect();
    assert_eq!(all, covered, "a new example needs a file");
}

#[test]
fn average_on_loss_and_mitigation() {
    for (id, sum, value, loss, sue) in [
        ("PROP-EXAM-12", "4000", "6000", "600", "30"),
        ("PROP-EXAM-13", "800", "1000", "800", "10"),
    ] {
        let mut file = file(
            json!([{ "id": "i", "sum_insured": sum, "value": value }]),
            json!([{ "id": "l", "item": "i", "lump_sum": loss }]),
            json!({ "average.basis": "full_value", "sue_labour.average": true }),
        );
        file["sue_labour"] = json!([{ "id": "s", "cost": sue }]);
        let expected = vector(id);
        meets(&file, "after-average", &expected["loss_payable"], id);
        meets(&file, "sue-labour", &expected["sue_and_labour_payable"], id);
        meets(&file, "payable", &expected["payable"], id);
    }
}

#[test]
fn items_with_salvage_and_a_stock() {
    let expected = vector("PROP-ITEMS-14");
    let mut file = file(
        json!([
            { "id": "a", "sum_insured": "4", "value": "4", "salvage": "0.2" },
            { "id": "b", "sum_insured": "4", "value": "5", "salvage": "0.2" },
            { "id": "c", "sum_insured": "8", "value": "8" },
            { "id": "stock", "sum_insured": "50", "value": "80" }
        ]),
        json!([
            { "id": "a", "item": "a", "lump_sum": "4" },
            { "id": "b", "item": "b", "lump_sum": "4" },
            { "id": "c", "item": "c", "lump_sum": "4" },
            { "id": "stock", "item": "stock", "lump_sum": "10" },
            // The handling of the stock is a line of the mitigation cost.
            { "id": "handling", "sue_labour": "handling", "lump_sum": "2" }
        ]),
        json!({ "salvage.timing": "after_average_full", "sue_labour.average": false }),
    );
    file["sue_labour"] = json!([{ "id": "handling", "item": "stock" }]);
    let view = of_json(&file);
    for (item, name) in result(&view).items.iter().zip(["A", "B", "C"]) {
        assert_eq!(item.payable.value.as_deref(), expected[name].as_str(), "{name}");
    }
    meets(&file, "payable", &expected["payable"], "PROP-ITEMS-14");
    file["switches"]["salvage.timing"] = json!("before_average");
    let view = of_json(&file);
    assert_eq!(result(&view).items[1].payable.value.as_deref(), Some("3.04"), "the other timing");
}

#[test]
fn contents_on_first_loss() {
    let file = file(
        json!([
            { "id": "building", "sum_insured": "30000", "value": "200000" },
            { "id": "contents", "sum_insured": "15000", "average": "first_loss" }
        ]),
        json!([
            { "id": "building", "item": "building", "lump_sum": "55000" },
            { "id": "contents", "item": "contents", "lump_sum": "43000" }
        ]),
        json!({ "average.basis": "full_value" }),
    );
    meets(&file, "payable", &vector("PROP-FIRSTLOSS-18")["payable"], "PROP-FIRSTLOSS-18");
}

#[test]
fn double_insurance_in_all_ways() {
    let shares = |sums: &[&str], loss: &str, method: &str| -> Vec<Option<String>> {
        let mut file = file(
            json!([{ "id": "i", "sum_insured": sums[0] }]),
            json!([{ "id": "l", "item": "i", "lump_sum": loss }]),
            json!({ "average.basis": "first_loss", "contribution.method": method }),
        );
        let policies = sums.iter().enumerate();
        file["other_insurance"] = policies
            .map(|(n, sum)| json!({ "id": n.to_string(), "ours": n == 0, "sum_insured": sum }))
            .collect();
        let view = of_json(&file);
        result(&view).contribution.iter().map(|share| share.payable.value.clone()).collect()
    };
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let expected = vector("DBL-RATIO-30");
    let wanted: Vec<_> = ["A", "B", "C"].iter().map(|name| text(&expected[name])).collect();
    assert_eq!(shares(&["60", "40", "20"], "60", "sum_insured"), wanted);
    let expected = vector("DBL-3WAYS-33");
    for (method, name) in
        [("sum_insured", "ratio"), ("independent_liability", "limit"), ("sequential", "sequential")]
    {
        let wanted: Vec<_> = expected[name].as_array().unwrap().iter().map(text).collect();
        assert_eq!(shares(&["20", "40"], "30", method), wanted, "{method}");
    }
}

#[test]
fn coinsurance_clauses_and_an_agreed_ratio() {
    let coinsured = |sum: &str, value: &str, loss: &str, deductible: &str, timing: &str| {
        let mut file = file(
            json!([{ "id": "i", "sum_insured": sum, "value": value }]),
            json!([{ "id": "l", "item": "i", "lump_sum": loss }]),
            json!({ "average.basis": "coinsurance_pct", "deductible.timing": timing }),
        );
        file["coinsurance_pct"] = json!("80%");
        file["deductibles"][0]["fixed"] = json!(deductible);
        file
    };
    let expected = vector("US-COINS-40");
    for (timing, name) in
        [("before_average", "deductible_before"), ("after_average", "deductible_after")]
    {
        let file = coinsured("600000", "1000000", "50000", "1000", timing);
        meets(&file, "payable", &expected[name], timing);
    }
    let file = coinsured("200000", "300000", "60000", "500", "after_average");
    meets(&file, "payable", &vector("US-COINS-41")["payable"], "US-COINS-41");
    let mut file = file_with_ratio("50%", "50000");
    file["deductibles"][0]["fixed"] = json!("250");
    let expected = vector("UK-AVG-50");
    meets(&file, "payable", &expected["payable"], "UK-AVG-50");
    meets(&file, "insured-retained", &expected["insured"], "UK-AVG-50");
}

fn file_with_ratio(ratio: &str, loss: &str) -> Value {
    file(
        json!([{ "id": "i", "ratio": ratio }]),
        json!([{ "id": "l", "item": "i", "lump_sum": loss }]),
        json!({}),
    )
}

#[test]
fn debris_inside_the_limit_and_on_top_of_it() {
    let expected = vector("US-DEBRIS-48");
    for (case, loss, debris) in [("case1", "50000", "10000"), ("case2", "80000", "40000")] {
        let mut file = file(
            json!([{ "id": "i", "sum_insured": "90000" }]),
            json!([{ "id": "l", "item": "i", "lump_sum": loss }]),
            json!({ "average.basis": "first_loss" }),
        );
        file["deductibles"][0]["fixed"] = json!("500");
        file["extensions"] = json!([{
            "id": "debris", "item": "i", "cost": debris,
            "limits": [{ "of_adjusted_loss": "25%" }],
            "outside_deductible": true, "inside_sum_insured": true, "additional": "25000"
        }]);
        let expected = &expected[case];
        meets(&file, "after-deductible", &expected["loss"], case);
        meets(&file, "extensions", &expected["debris"], case);
        meets(&file, "payable", &expected["total"], case);
    }
}

#[test]
fn a_recovery_after_the_payment() {
    let expected = vector("REC-NAPIER-60");
    let mut file = file(
        json!([{ "id": "i", "sum_insured": "160000" }]),
        json!([{ "id": "l", "item": "i", "lump_sum": "160000" }]),
        json!({ "average.basis": "first_loss" }),
    );
    file["currency"] = json!("GBP");
    file["deductibles"][0]["fixed"] = json!("25000");
    file["limits"] = json!([{ "id": "layer", "kind": "event", "amount": "100000" }]);
    file["later_recovery"] = json!({
        "method": "top_down", "loss": "160000", "paid": "100000", "deductible": "25000",
        "recovery": "130000"
    });
    meets(&file, "payable", &json!("100000.00"), "the layer was paid in full");
    for (method, insurer, insured) in [
        ("top_down", &expected["insurer_from_recovery"], &expected["insured_from_recovery"]),
        ("insured_first", &json!("70000.00"), &json!("60000.00")),
        ("pro_rata", &json!("81250.00"), &json!("48750.00")),
        ("deduct_from_payable", &json!("100000.00"), &json!("30000.00")),
    ] {
        file["later_recovery"]["method"] = json!(method);
        let view = of_json(&file);
        let shared = result(&view).around.clone().unwrap().later_recovery.unwrap();
        assert_eq!(shared.insurer.as_deref(), insurer.as_str(), "{method}");
        assert_eq!(shared.insured.as_deref(), insured.as_str(), "{method}");
    }
}

#[test]
fn damaged_cargo_in_the_ratio_of_its_values() {
    let file = file(
        json!([{ "id": "i", "sum_insured": "10", "value": "15" }]),
        json!([{ "id": "l", "item": "i", "quantity": "15-9", "unit": "万美元", "price": "1" }]),
        json!({}),
    );
    meets(&file, "payable", &vector("CARGO-70")["payable"], "CARGO-70");
}

#[test]
fn losses_within_seventy_two_hours() {
    let expected = vector("CAR-72H-06");
    let mut file = file_with_ratio("100%", "650000");
    file["occurrences"] = json!({
        "hours": "72",
        "deductible": "100000",
        "losses": [
            { "at": "2024-07-01T08:00", "amount": "300000" },
            { "at": "2024-07-03T20:00", "amount": "200000" },
            { "at": "2024-07-05T09:00", "amount": "150000" }
        ]
    });
    let view = of_json(&file);
    let found = result(&view).around.clone().unwrap().occurrences.unwrap();
    assert_eq!(found.total.as_deref(), expected["best_with_clause"].as_str());
    assert_eq!(found.without_clause.as_deref(), expected["without_clause"].as_str());
    assert_eq!(expected["deductibles_applied"], found.events.len(), "one for each event");
    // Another clause is another reading.
    file["scenarios"] = json!([{ "name": "none", "occurrences": null }]);
    let view = adjusted(file.to_string().as_bytes(), Some("none"));
    assert_eq!(result(&view).around, None, "the scenario has no such part");
}

#[test]
fn what_is_left_of_a_sum_insured_and_its_reinstatement() {
    let expected = vector("REINST-86");
    let mut file = file(
        json!([{ "id": "i", "sum_insured": "10000000", "paid_before": "2000000" }]),
        json!([{ "id": "l", "item": "i", "lump_sum": "10000000" }]),
        json!({ "average.basis": "first_loss" }),
    );
    file["reinstatement"] = json!({
        "sum_insured": "10000000", "paid": "2000000", "annual_rate": "0.2%",
        "loss_date": "2024-04-01", "period_end": "2024-12-31", "day_basis": "366"
    });
    let view = of_json(&file);
    let found = result(&view).around.clone().unwrap().reinstatement.unwrap();
    assert_eq!(found.premium.as_deref(), expected["reinstatement_premium"].as_str());
    assert_eq!(found.remaining.as_deref(), expected["remaining_sum_insured"].as_str());
    meets(&file, "payable", &expected["remaining_sum_insured"], "it caps the next loss");
}

#[test]
fn a_quantity_sheet_rounds_by_unit() {
    let expected = vector("QTY-89");
    let rows = [
        ("m3", "12.50×3.20×0.40×2\n扣 1.20×2.10×0.40"),
        ("m2", "(12.50+3.20)×2×2.85\n扣 0.90×2.10×3\n扣 1.50×1.80×2"),
        ("t", "186×6.35×2.466/1000"),
        ("pcs", "17.6"),
    ];
    let lines = rows.iter().map(|(unit, quantity)| {
        json!({ "id": unit, "item": "i", "quantity": quantity, "unit": unit, "price": "1" })
    });
    let file = file(json!([{ "id": "i", "ratio": "1" }]), lines.collect(), json!({}));
    let view = of_json(&file);
    for (line, (unit, _)) in result(&view).lines.iter().zip(rows) {
        assert_eq!(line.quantity.as_deref(), expected[unit].as_str(), "{unit}");
    }
}
