//! Reading answers.

use serde_json::Value;

/// Text at a pointer, for example `/figures/payable`; nothing where there is none.
pub fn text_of<'a>(value: &'a Value, pointer: &str) -> Option<&'a str> {
    value.pointer(pointer).and_then(Value::as_str)
}

/// A number at a pointer.
pub fn number_of(value: &Value, pointer: &str) -> u64 {
    let found = value.pointer(pointer).and_then(Value::as_u64);
    found.unwrap_or_else(|| panic!("no number at {pointer} of {value}"))
}

/// What was noticed about a file: the codes in one of the lists `duplicates`, `flagged`, `refused`.
pub fn flagged(value: &Value, list: &str, file_name: &str) -> Option<Vec<String>> {
    let photo = value[list].as_array()?.iter().find(|photo| photo["fileName"] == file_name)?;
    let codes = photo["codes"].as_array()?;
    Some(codes.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// The findings of an answer.
pub fn findings(value: &Value) -> impl Iterator<Item = &Value> {
    value["findings"].as_array().into_iter().flatten()
}
