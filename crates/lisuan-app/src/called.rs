//! What people call a record, deleted ones included.

use lisuan_core::Id;
use lisuan_core::change::{Kind, Shape, State};

/// Fields that name a record, the best first.
const NAMING: [&str; 12] = [
    "name",
    "item",
    "number",
    "title",
    "subject",
    "claim_no",
    "clause",
    "caption",
    "text",
    "supplier",
    "code",
    "from_whom",
];
const LONGEST: usize = 40;

/// The name of a record; empty where only its kind can tell it.
pub(crate) fn called(state: &State, kind: Kind, id: Id) -> String {
    let Some(record) = state.get(kind, id) else { return String::new() };
    let named = NAMING.into_iter().find_map(|field| record.get(field).filter(|t| !t.is_empty()));
    let short = |text: &str| {
        let line = text.lines().next().unwrap_or_default();
        let cut: String = line.chars().take(LONGEST).collect();
        if line.chars().count() > LONGEST { format!("{cut}…") } else { cut }
    };
    if let Some(text) = named {
        return short(text);
    }
    // A link is called by what it links.
    let linked: Vec<String> = kind
        .fields()
        .iter()
        .filter_map(|field| match field.shape {
            Shape::Reference(target) if target != kind => {
                Some(called(state, target, record.get(field.name)?.parse().ok()?))
            }
            _ => None,
        })
        .filter(|name| !name.is_empty())
        .collect();
    short(&linked.join(" — "))
}
