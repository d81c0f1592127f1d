//! What follows from a change, computed from what stood before, is what a fresh look computes.

use lisuan_core::Id;
use lisuan_core::assessment::Assessment;
use lisuan_core::case::Case;
use lisuan_core::change::{ALIVE, Kind, Record, State};
use lisuan_core::clocks::Calendar;
use proptest::prelude::*;

const ROWS: u8 = 8;

/// A field of a record is set, or the record goes or comes back.
type Edit = (u8, usize, usize);

/// What is edited: kind, field, and the values it takes by turns; an empty one clears it.
const FIELDS: [(Kind, &str, &[&str]); 13] = [
    (Kind::Measurement, "expression", &["12.5×3.2", "2×(3+", "1/3", "4×4=17", "√2", ""]),
    (Kind::Measurement, "unit", &["m3", "t", "个", ""]),
    (Kind::Measurement, "location", &["K1+000~K1+050", "K1+020~K1+080", "左侧", ""]),
    (Kind::Measurement, "item", &["护坡", "围墙", ""]),
    (Kind::Measurement, "agreed_quantity", &["40", "3.125", ""]),
    (Kind::Measurement, "deducts_from", &["#", ""]),
    (Kind::Measurement, ALIVE, &["0", "1"]),
    (Kind::Price, "amount", &["100", "33.33", ""]),
    (Kind::Price, "unit", &["m3", "m2", ""]),
    (Kind::Line, "claimed_amount", &["5000", "0.01", ""]),
    (Kind::Line, "measurement", &["#", ""]),
    (Kind::Line, "price", &["$", ""]),
    (Kind::Line, ALIVE, &["0", "1"]),
];

fn id(kind: Kind, row: u8) -> Id {
    let first = match kind {
        Kind::Measurement => 1,
        Kind::Price => 2,
        _ => 3,
    };
    let mut bytes = [row; 16];
    bytes[0] = first;
    Id::from_bytes(bytes)
}

fn start() -> State {
    let mut state = State::default();
    let mut add = |kind, id, fields: &[(&'static str, &str)]| {
        let mut record = Record::default();
        record.fields.insert(ALIVE, "1".to_owned());
        record.fields.extend(fields.iter().map(|(name, text)| (*name, (*text).to_owned())));
        state.insert(kind, id, record);
    };
    add(Kind::Case, Id::from_bytes([9; 16]), &[("currency", "CNY")]);
    for row in 0..ROWS {
        let keys = [Kind::Measurement, Kind::Price].map(|kind| id(kind, row).to_string());
        let measured = [("expression", "2×3×4"), ("unit", "m3"), ("item", "护坡")];
        add(Kind::Measurement, id(Kind::Measurement, row), &measured);
        add(Kind::Price, id(Kind::Price, row), &[("amount", "480"), ("unit", "m3")]);
        let line = [("measurement", keys[0].as_str()), ("price", keys[1].as_str())];
        add(Kind::Line, id(Kind::Line, row), &line);
    }
    state
}

fn edit(state: &mut State, (row, field, value): Edit) {
    let (kind, field, values) = FIELDS[field % FIELDS.len()];
    let text = match values[value % values.len()] {
        "#" => id(Kind::Measurement, (row + value as u8) % ROWS).to_string(),
        "$" => id(Kind::Price, (row + value as u8) % ROWS).to_string(),
        text => text.to_owned(),
    };
    let id = id(kind, row);
    let mut record = state.get(kind, id).cloned().unwrap_or_default();
    match text.is_empty() {
        true => drop(record.fields.remove(field)),
        false => drop(record.fields.insert(field, text)),
    }
    state.insert(kind, id, record);
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None, cases: 64, ..Default::default()
    })]

    #[test]
    fn after_a_change_it_is_as_if_looked_at_anew(
        edits in prop::collection::vec((0..ROWS, 0..FIELDS.len(), 0_usize..12), 1..40),
    ) {
        let mut state = start();
        let mut standing = None;
        Assessment::after(&Case::from_state(&state).unwrap(), &Calendar::default(), &[], &mut standing);
        for one in edits {
            edit(&mut state, one);
            let case = Case::from_state(&state).unwrap();
            let (after, anew) = (Assessment::after(&case, &Calendar::default(), &[], &mut standing), Assessment::of(&case, &Calendar::default()));
            prop_assert_eq!(after.measured, anew.measured, "quantities after {:?}", one);
            prop_assert_eq!(after.lines, anew.lines, "lines after {:?}", one);
            prop_assert_eq!(after.findings, anew.findings, "findings after {:?}", one);
            prop_assert_eq!(after.adjustment, anew.adjustment, "the adjustment after {:?}", one);
        }
    }
}
