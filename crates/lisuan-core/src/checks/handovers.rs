//! What receipts say of packages that went out.

use crate::case::{Case, Direction, YesNo};
use crate::change::Kind;
use crate::finding::{Finding, Level};

/// HND-02: what the receiver counted and hashed is not what was handed over.
pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    let differ = case.handovers.iter().filter(|handover| {
        handover.direction == Some(Direction::Out) && handover.receipt_agrees == Some(YesNo::No)
    });
    findings.extend(differ.map(|handover| {
        Finding::at("HND-02", Level::Warn, Kind::Handover, handover.id, "receipt_agrees")
            .with("counterpart", handover.counterpart.as_deref().unwrap_or_default())
    }));
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::case::Case;
    use crate::change::{ALIVE, Kind, Record, State};
    use crate::id::Id;

    #[test]
    fn a_receipt_that_differs_is_a_finding() {
        let mut state = State::default();
        let one = |fields: &[(&'static str, &str)]| Record {
            fields: fields.iter().map(|(k, v)| (*k, (*v).to_owned())).collect(),
        };
        state.insert(Kind::Case, Id::from_bytes([1; 16]), one(&[(ALIVE, "1")]));
        for (n, direction, agrees) in [(2, "out", "no"), (3, "out", "yes"), (4, "in", "no")] {
            let fields = [(ALIVE, "1"), ("direction", direction), ("receipt_agrees", agrees)];
            state.insert(Kind::Handover, Id::from_bytes([n; 16]), one(&fields));
        }
        let case = Case::from_state(&state).unwrap();
        let mut findings = Vec::new();
        check(&case, &mut findings);
        let places: Vec<_> = findings.iter().map(|finding| finding.place.id).collect();
        assert_eq!(places, [Id::from_bytes([2; 16])], "only what went out and differs");
    }
}
