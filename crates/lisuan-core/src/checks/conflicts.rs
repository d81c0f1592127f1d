//! What two people changed without knowing of each other and nobody decided yet.

use crate::case::Case;
use crate::finding::{Finding, Level, Place};

/// HND-01: no final report rests on a value that stands undecided.
pub(super) fn check(case: &Case, findings: &mut Vec<Finding>) {
    findings.extend(case.conflicts.iter().map(|(kind, id, field)| Finding {
        check: "HND-01",
        level: Level::Stop,
        place: Place { kind: *kind, id: *id, field: Some(field) },
        args: Vec::new(),
        answer: None,
    }));
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::case::Case;
    use crate::change::{ALIVE, Kind, Record, State};
    use crate::id::Id;

    #[test]
    fn an_undecided_field_is_a_finding() {
        let mut state = State::default();
        let head = Record { fields: [(ALIVE, "1".to_owned())].into() };
        state.insert(Kind::Case, Id::from_bytes([1; 16]), head);
        let mut case = Case::from_state(&state).unwrap();
        let mut findings = Vec::new();
        check(&case, &mut findings);
        assert!(findings.is_empty(), "nothing to decide");
        case.conflicts.push((Kind::Line, Id::from_bytes([2; 16]), "item"));
        check(&case, &mut findings);
        assert_eq!(findings[0].place.field, Some("item"));
    }
}
