//! What bringing two journals together comes to.

use std::collections::{BTreeMap, HashSet};

use super::history::{Field, History, refers_to};
use super::{MergeError, Past, Standing};
use crate::change::{ALIVE, Change, Kind, Operation};
use crate::id::Id;

/// More changes than any one step of the program makes.
const CHANGES_MAX: usize = 60_000;
/// Names of people and devices, keys of words, what something was done to: in bytes.
const NAME_BYTES_MAX: usize = 400;

/// A field that people must decide, or did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conflict {
    /// The field.
    pub field: Field,
    /// What it stands at.
    pub standing: Standing,
}

/// What two journals that met come to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Met {
    /// What changes in the tables of the one that receives.
    pub changes: Vec<Change>,
    /// What stands undecided of the fields that were looked at.
    pub conflicts: Vec<Conflict>,
}

/// The records that operations write or refer to: of these the journal must be read.
pub fn touched_records<'a>(
    operations: impl IntoIterator<Item = &'a Operation>,
) -> HashSet<(Kind, Id)> {
    let changes = operations.into_iter().flat_map(|operation| &operation.changes);
    changes
        .flat_map(|change| [Some((change.kind, change.id)), refers_to(change)])
        .flatten()
        .collect()
}

/// Compares what stands within `ours` with what all operations together come to, in the records of
/// which the history was given everything.
pub fn meet(history: &History, ours: &Past, whole: impl Fn(&(Kind, Id)) -> bool) -> Met {
    let mut met = Met::default();
    let mut fields: Vec<Field> =
        history.fields().filter(|(kind, id, _)| whole(&(*kind, *id))).collect();
    // A record is made before its fields are set.
    fields.sort_unstable_by_key(|(kind, id, field)| (*kind, *id, *field != ALIVE, *field));
    for field in fields {
        let after = history.standing(field, &Past::ALL);
        let before = history.value(field, ours);
        if after.shown != before {
            let (kind, id, field) = field;
            met.changes.push(Change { kind, id, field, before, after: after.shown.clone() });
        }
        if after.conflict {
            met.conflicts.push(Conflict { field, standing: after });
        }
    }
    met
}

/// Refuses an operation from outside that the program would not let a person make.
pub fn check_incoming(operation: &Operation) -> Result<(), MergeError> {
    let refuse = |what| Err(MergeError::NotAllowed { operation: operation.id, what });
    if operation.parents.is_empty() {
        return refuse("it begins another case");
    }
    if operation.parents.len() > 8 || operation.changes.len() > CHANGES_MAX {
        return refuse("more changes than one step makes");
    }
    let label = &operation.label;
    let key = !label.key.is_empty()
        && label.key.len() <= 40
        && label.key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let texts = [&operation.author, &operation.device, &label.subject];
    let plain =
        |text: &&String| text.len() <= NAME_BYTES_MAX && !text.chars().any(char::is_control);
    if !key || !texts.iter().all(plain) {
        return refuse("a name or label that the program does not write");
    }
    let mut made = BTreeMap::new();
    for change in &operation.changes {
        let record = (change.kind, change.id);
        if change.field == ALIVE {
            if change.kind == Kind::Case {
                return refuse("it makes or deletes the case itself");
            }
            let kept = matches!(change.kind, Kind::Report | Kind::Handover);
            if kept && change.after.as_deref() != Some("1") {
                return refuse("it deletes what left the case or came into it");
            }
            if change.after.is_none() {
                return refuse("a record that neither stands nor is deleted");
            }
            made.insert(record, change.before.is_none());
        } else if fixed(change)
            && change.before != change.after
            && !made.get(&record).copied().unwrap_or_default()
            && !is_renumbered(change)
        {
            return refuse("it changes what was found of evidence");
        }
    }
    Ok(())
}

/// Evidence, and what was signed once it was.
fn fixed(change: &Change) -> bool {
    let signed = change.kind == Kind::Signature
        && change.before.is_some()
        && matches!(change.field, "content" | "strokes" | "signed_at");
    signed || change.kind.is_fixed(change.field)
}

/// Two devices gave one number: the later photo gets a mark behind it.
fn is_renumbered(change: &Change) -> bool {
    let (Some(before), Some(after)) = (&change.before, &change.after) else { return false };
    change.field == "number"
        && after.strip_prefix(before.as_str()).is_some_and(|mark| {
            mark.strip_prefix('-')
                .is_some_and(|n| n.len() <= 4 && n.bytes().all(|b| b.is_ascii_digit()))
        })
}
