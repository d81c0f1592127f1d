//! What of an adjustment is told before the first loss line.
//!
//! Without a line there is nothing to adjust, and nothing missing for it: a deductible that nobody
//! chose a rule for, or a result that an agreed sum differs from, waits. What contradicts itself
//! or is incomplete on its own blocks from the moment it is typed.

use crate::finding::Finding;

/// Whether a finding of the adjustment rests on no line.
pub(super) fn stands_alone(finding: &Finding) -> bool {
    let why = finding.args.iter().find(|(name, _)| *name == "why");
    let why = why.map_or("", |(_, why)| why.as_str());
    match finding.check {
        "ADJ-04" | "ARI-05" | "POL-11" => true,
        "ADJ-01" => ["above-sum-insured", "above-limit", "limit-without-amount", "groups-overlap"]
            .contains(&why),
        "ADJ-05" => why == "several",
        "ADJ-09" => {
            ["no-reason", "no-amount", "refusal-with-amount", "nil-with-amount"].contains(&why)
        }
        "ADJ-10" | "ADJ-11" => why == "no-amount",
        "ARI-01" => why == "no-cost",
        _ => false,
    }
}
