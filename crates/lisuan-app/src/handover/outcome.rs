//! What taking a package in does, for people.

use std::collections::{BTreeMap, HashMap, HashSet};

use lisuan_core::Id;
use lisuan_core::change::{Change, Digest, Kind, Operation};
use lisuan_core::moment::Moment;
use lisuan_handover::Package;
use lisuan_store::MergePlan;

use super::hand_over::numbers;
use super::{CLOCK_SET_BACK, closing, is_set_back};
use crate::wire::{EffectView, KindCount, PackageView, SenderView};

/// The operations of a package with their digests.
pub(super) type Incoming = [(Operation, Digest)];

/// What a package says of itself, and what it would do.
pub(super) fn view(
    package: &Package,
    file_name: String,
    incoming: &Incoming,
    sender: SenderView,
    effect: EffectView,
) -> PackageView {
    let manifest = package.manifest();
    let (originals, bytes) = manifest.enclosed_size();
    let absent = manifest.originals.iter().filter(|original| !original.enclosed);
    let mut remarks = Vec::new();
    if is_clock_set_back(incoming) {
        remarks.push(CLOCK_SET_BACK.to_owned());
    }
    if manifest.part.is_some() {
        remarks.push("part".to_owned());
    }
    PackageView {
        file_name,
        package: package.digest().to_owned(),
        closing: closing(package.closed()).to_owned(),
        program: manifest.program.clone(),
        claim_no: manifest.case.claim_no.clone(),
        insured: manifest.case.insured.clone(),
        from: manifest.sender.name.clone(),
        recipient: manifest.recipient.clone(),
        state: manifest.state.clone(),
        reason: manifest.reason.clone(),
        part: manifest.part.as_ref().map(|part| part.name.clone()).unwrap_or_default(),
        at: manifest.at.clone(),
        sender,
        operations: manifest.operations.count,
        originals,
        bytes,
        not_enclosed: absent.map(numbers).collect(),
        effect,
        remarks,
    }
}

/// The effect of a new case: everything is new.
pub(super) fn of_new_case(package: &Package, incoming: &Incoming) -> EffectView {
    let changes = incoming.iter().flat_map(|(operation, _)| &operation.changes);
    let records: HashSet<(Kind, Id)> = changes.map(|change| (change.kind, change.id)).collect();
    EffectView {
        new_case: true,
        operations: incoming.len() as u64,
        originals: package.manifest().enclosed_size().0,
        changes: counted(records.into_iter().map(|(kind, _)| kind)),
        ..EffectView::default()
    }
}

/// The effect of a merge.
pub(super) fn of_merge(plan: &MergePlan, fetched: u64, enclosed: &HashSet<&str>) -> EffectView {
    let new = plan.originals.iter().filter(|sha256| enclosed.contains(sha256.as_str())).count();
    let after = |change: &Change| change.after.clone().unwrap_or_default();
    EffectView {
        new_case: false,
        nothing_new: plan.new.is_empty() && fetched == 0,
        operations: plan.new.len() as u64,
        originals: new as u64 + fetched,
        changes: counted(plan.changes.iter().map(|change| change.kind)),
        conflicts: plan.conflicts.len() as u64,
        renumbered: plan.renumbered.iter().map(after).collect(),
    }
}

fn counted(kinds: impl Iterator<Item = Kind>) -> Vec<KindCount> {
    let mut counts: BTreeMap<Kind, u64> = BTreeMap::new();
    for kind in kinds {
        *counts.entry(kind).or_default() += 1;
    }
    let of = |(kind, count): (Kind, u64)| KindCount { kind: kind.as_str().to_owned(), count };
    counts.into_iter().map(of).collect()
}

/// Whether an operation claims to have been made before what it was made on top of: somebody's
/// clock was set back. A remark, because order comes from the chain and never from clocks.
fn is_clock_set_back(incoming: &Incoming) -> bool {
    let mut made: HashMap<Id, Moment> = HashMap::with_capacity(incoming.len());
    let mut back = false;
    for (operation, _) in incoming {
        let before = operation.parents.iter().filter_map(|parent| made.get(parent));
        back |= before.into_iter().any(|before| is_set_back(*before, operation.at));
        made.insert(operation.id, operation.at);
    }
    back
}
