//! Parts of the format that the examples of the documentation do not use reach the engine: worked
//! examples with known results, written as files.

use serde_json::{Value, json};

use crate::{adjusted, figure, of_json, result, vector};

/// A file with one item on first loss and one lump sum.
fn first_loss(sum_insured: Option<&str>, loss: &str) -> Value {
    json!({
        "format": "lisuan-adjustment-1",
        "currency": "CNY",
        "items": [{ "id": "i", "sum_insured": sum_insured }],
        "lines": [{ "id": "l", "item": "i", "lump_sum": loss }],
        "deductibles": [{ "id": "d", "fixed": "0" }],
        "switches": { "average.basis": { "value": "first_loss", "clause": "3" } }
    })
}

fn payable(file: &Value) -> Option<String> {
    figure(result(&of_json(file)), "payable").map(str::to_owned)
}

#[test]
fn rates_of_exchange_by_the_day_that_was_agreed() {
    let expected = vector("FX-88");
    let mut file = first_loss(None, "123456.78");
    file["lines"][0]["currency"] = json!("USD");
    file["deductibles"][0]["fixed"] = json!("50000");
    file["rates"] = json!([
        { "id": "a", "from": "USD", "to": "CNY", "rate": "7.1000", "day": "loss_date" },
        { "id": "b", "from": "USD", "to": "CNY", "rate": "7.2500", "day": "agreement_date" },
        { "id": "c", "from": "USD", "to": "CNY", "rate": "7.1800", "day": "payment_date" }
    ]);
    file["scenarios"] = json!([
        { "name": "agreement_date", "switches": { "fx.date": "agreement_date" } },
        { "name": "payment_date", "switches": { "fx.date": "payment_date" } }
    ]);
    assert_eq!(payable(&file).as_deref(), expected["loss_date"].as_str());
    for day in ["agreement_date", "payment_date"] {
        let view = adjusted(file.to_string().as_bytes(), Some(day));
        assert_eq!(figure(result(&view), "payable"), expected[day].as_str(), "{day}");
    }
}

#[test]
fn three_policies_on_one_interest() {
    let expected = vector("DBL-LIMIT-31");
    let mut file = first_loss(Some("150"), "90");
    file["other_insurance"] = json!([
        { "id": "a", "name": "A", "ours": true, "sum_insured": "150" },
        { "id": "b", "name": "B", "sum_insured": "100" },
        { "id": "c", "name": "C", "sum_insured": "50" }
    ]);
    for (method, wanted) in [("sum_insured", "ratio"), ("independent_liability", "limit")] {
        file["switches"]["contribution.method"] = json!(method);
        let view = of_json(&file);
        let shares: Vec<_> =
            result(&view).contribution.iter().map(|s| s.payable.value.clone()).collect();
        let wanted: Vec<_> = expected[wanted]
            .as_array()
            .unwrap()
            .iter()
            .map(|s| s.as_str().map(str::to_owned))
            .collect();
        assert_eq!(shares, wanted, "{method}");
        assert_eq!(result(&view).contribution[1].record.name, "B");
    }
}

#[test]
fn reductions_and_recoveries_of_a_motor_claim() {
    let mut file = first_loss(Some("120000"), "20000");
    file["recoveries"] = json!([{ "id": "third", "amount": "6000", "item": "i" }]);
    file["reductions"] =
        json!([{ "id": "liability", "rate": "15%" }, { "id": "absolute", "rate": "0.05" }]);
    file["deductibles"][0]["fixed"] = json!("500");
    file["switches"]["recovery.method"] = json!({ "value": "deduct_from_loss", "clause": "19" });
    assert_eq!(payable(&file).as_deref(), vector("MOTOR-2014-80")["payable"].as_str());
}

#[test]
fn four_readings_of_a_recovery_before_settlement() {
    let expected = vector("REC-CN-62");
    let mut file = first_loss(None, "1000000");
    file["items"][0]["ratio"] = json!("80%");
    file["deductibles"][0]["fixed"] = json!("50000");
    file["switches"] = json!({});
    assert_eq!(payable(&file).as_deref(), expected["payable_no_recovery"].as_str());
    file["recoveries"] = json!([{ "id": "third", "amount": "400000" }]);
    for method in ["deduct_from_loss", "deduct_from_payable", "insured_first", "pro_rata"] {
        file["switches"]["recovery.method"] = json!({ "value": method, "clause": "60" });
        assert_eq!(payable(&file).as_deref(), expected[method].as_str(), "{method}");
    }
}

#[test]
fn tax_that_the_insured_recovers_is_no_loss() {
    let expected = vector("PROP-VAT-20");
    for (share, wanted) in [
        ("100%", "full_recovery_basis"),
        ("70%", "partial_recovery_basis"),
        ("0", "no_recovery_basis"),
    ] {
        let mut file = first_loss(None, "100000");
        file["lines"][0]["vat"] =
            json!({ "rate": "20%", "included": false, "recoverable_share": share });
        assert_eq!(payable(&file).as_deref(), expected[wanted].as_str(), "{share}");
    }
}

#[test]
fn limits_of_persons_and_groups() {
    let expected = vector("TPL-87");
    let mut file = first_loss(Some("8000000"), "90000");
    file["items"] = json!([
        { "id": "i", "sum_insured": "8000000" },
        { "id": "p1", "sum_insured": "500000" },
        { "id": "p2", "sum_insured": "500000" }
    ]);
    file["lines"] = json!([
        { "id": "property", "item": "i", "lump_sum": "90000" },
        { "id": "first", "item": "p1", "lump_sum": "620000" },
        { "id": "second", "item": "p2", "lump_sum": "180000" }
    ]);
    file["deductibles"] =
        json!([{ "id": "d", "item": "i", "fixed": "2000", "rate": "10%", "clause": "2" }]);
    file["limits"] = json!([
        { "id": "persons", "kind": "group", "items": ["p1", "p2"], "amount": "2000000" },
        { "id": "event", "kind": "event", "amount": "10000000" }
    ]);
    file["switches"]["deductible.rule"] = json!("max");
    file["switches"]["deductible.scope"] = json!("per_item");
    assert_eq!(payable(&file).as_deref(), expected["payable"].as_str());
}

#[test]
fn payment_in_another_currency() {
    let mut file = first_loss(Some("1000"), "710");
    file["payment_currency"] = json!("USD");
    file["rates"] = json!([{ "id": "r", "from": "USD", "to": "CNY", "rate": "7.1" }]);
    let view = of_json(&file);
    let payment = &result(&view).figures["payment"];
    assert_eq!(payment.value.as_deref(), Some("100.00"));
    assert_eq!(payment.currency.as_deref(), Some("USD"));
    assert_eq!(payment.capitals.as_deref(), Some("美元壹佰元整"));
}

#[test]
fn lines_of_extensions_and_mitigation() {
    let mut file = first_loss(Some("1000"), "100");
    file["extensions"] = json!([{ "id": "debris", "limits": [{ "amount": "30" }] }]);
    file["sue_labour"] = json!([{ "id": "pumps", "cost": "1" }]);
    file["lines"] = json!([
        { "id": "l", "item": "i", "lump_sum": "100" },
        { "id": "carts", "extension": "debris", "lump_sum": "25" },
        { "id": "sand", "sue_labour": "pumps", "lump_sum": "4" }
    ]);
    assert_eq!(payable(&file).as_deref(), Some("130.00"), "100 + 25 + (1 + 4)");
    file["scenarios"] = json!([{
        "name": "no debris",
        "extensions": { "debris": null },
        "lines": { "sand": { "sue_labour": null, "extension": "debris" } }
    }]);
    let view = adjusted(file.to_string().as_bytes(), Some("no debris"));
    let lost: Vec<_> = result(&view).findings.iter().filter(|f| f.check == "POL-05").collect();
    assert_eq!(lost.len(), 2, "both lines name an extension that the scenario has not");
    assert_eq!(lost[0].pointer, "/lines/1/extension");
    assert_eq!(figure(result(&view), "payable"), None, "their money is not lost silently");
}

#[test]
fn waiting_periods_and_perils() {
    let mut file = first_loss(None, "1000000");
    file["deductibles"] = json!([
        { "id": "general", "fixed": "20000" },
        { "id": "flood", "peril": "洪水", "fixed": "50000", "days": "14", "period_days": "100" }
    ]);
    file["limits"] = json!([{ "id": "e", "kind": "event", "peril": "洪水", "amount": "800000" }]);
    let view = of_json(&file);
    assert_eq!(figure(result(&view), "payable"), None, "the peril is not recorded");
    let unknown = result(&view).findings.iter().find(|f| f.check == "ADJ-05").unwrap();
    assert_eq!(unknown.pointer, "/peril");
    file["peril"] = json!("火灾");
    assert_eq!(payable(&file).as_deref(), Some("980000.00"));
    file["peril"] = json!("洪水");
    file["limits"][0]["amount"] = json!("900000");
    assert_eq!(payable(&file).as_deref(), Some("860000.00"), "14 of 100 days are 140,000");
    file["switches"]["deductible.rule"] = json!("fixed");
    assert_eq!(payable(&file).as_deref(), Some("900000.00"), "950,000 up to the flood limit");
}
