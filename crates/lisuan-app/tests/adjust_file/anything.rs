//! No file makes the program panic.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::problems::cases;
use crate::{adjusted, fine, of_json, put, result};

fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        prop_oneof!["[0-9]{1,30}(\\.[0-9]{1,12})?%?", "[a-z_.]{0,12}", "\\PC{0,20}"]
            .prop_map(Value::from),
        Just(json!("i")),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(field_name(), inner, 0..6)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

fn field_name() -> impl Strategy<Value = String> {
    let known = [
        "id",
        "name",
        "item",
        "items",
        "lines",
        "quantity",
        "unit",
        "price",
        "lump_sum",
        "amount",
        "rate",
        "share",
        "limits",
        "kind",
        "vat",
        "switches",
        "value",
        "clause",
        "scenarios",
        "add",
        "settlement",
        "basis",
        "coverage",
        "salvage",
        "sum_insured",
        "average.basis",
        "currency",
    ];
    prop_oneof![prop::sample::select(known.to_vec()).prop_map(str::to_owned), "\\PC{0,8}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_json_makes_the_program_panic(spoilt in anything(), at in 0..cases().len()) {
        let (pointer, _, _, _) = cases().swap_remove(at);
        let mut file = fine();
        put(&mut file, pointer, spoilt.clone());
        for value in [file, spoilt] {
            let view = of_json(&value);
            prop_assert_eq!(view.problems.is_empty(), view.result.is_some(), "one or the other");
        }
    }

    #[test]
    fn no_bytes_make_the_program_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let view = adjusted(&bytes, None);
        prop_assert!(!view.problems.is_empty(), "such bytes are no file");
    }

    #[test]
    fn positions_of_any_size_are_computed_or_said_to_be_unknown(
        digits in "[1-9][0-9]{0,17}", decimals in "[0-9]{1,10}", rate in "[0-9]\\.[0-9]{1,10}",
    ) {
        let amount = format!("{digits}.{decimals}");
        let mut file = fine();
        for pointer in ["/items/0/sum_insured", "/items/0/value", "/lines/0/lump_sum", "/deductibles/0/fixed"] {
            put(&mut file, pointer, json!(amount));
        }
        put(&mut file, "/deductibles/0/rate", json!(rate));
        let view = of_json(&file);
        let result = result(&view);
        for figure in result.figures.values() {
            prop_assert!(figure.value.is_some() != figure.unknown.is_some(), "known, or why not");
        }
    }
}
