//! Scenarios of the negotiation: the same case read otherwise.

use super::choices::Reading;
use super::record::record;
use crate::Id;
use crate::change::{Kind, Shape};

record! {
    /// A reading of the case beside our own: other switches, other positions.
    Scenario: Scenario {
        /// 方案.
        name: String = Shape::Text(200),
        /// Whose reading it is.
        reading: Reading = Shape::Choice(Reading::WORDS),
        /// 说明.
        remark: String = Shape::Text(2_000),
    }
}

record! {
    /// One point in which a scenario differs from the case.
    Position: Position {
        /// The scenario.
        scenario: Id = Shape::Reference(Kind::Scenario),
        /// What differs: the code of a term, or a field of the line or item named beside it.
        code: String = Shape::Text(60),
        /// The value in the scenario.
        value: String = Shape::Text(60),
        /// The loss line it is about.
        line: Id = Shape::Reference(Kind::Line),
        /// The insured item it is about.
        policy_item: Id = Shape::Reference(Kind::PolicyItem),
        /// Clause or reason.
        clause: String = Shape::Text(200),
    }
}
