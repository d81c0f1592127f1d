//! What undo and redo would do, told from the journal: undo is an operation that takes a step
//! back, redo is one that takes an undo back. Nothing is kept beside the journal, so undo goes back
//! through the whole case, over closing and reopening.

use std::collections::BTreeSet;

use lisuan_core::Id;
use lisuan_core::change::{ALIVE, Change, Kind, Label};
use lisuan_store::OperationSummary;

use crate::error::{Code, Error, Result};
use crate::handover::{RECEIVED_CASE, RECORDS};
use crate::report::RECORD;
use crate::session::{Session, Step};

/// The steps that can be taken back and done again, the next one last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Steps {
    undo: Vec<(Id, Label)>,
    redo: Vec<(Id, Label)>,
}

impl Steps {
    /// Tells the steps from all operations in order. The first operation makes the case and stays.
    pub(crate) fn replay(operations: &[OperationSummary]) -> Self {
        let mut steps = Self::default();
        let own = operations.iter().skip(1).filter(|operation| !operation.joined);
        for operation in own {
            let step = operation.batch.unwrap_or(operation.id);
            steps.done(step, operation.reverts, &operation.label);
        }
        steps
    }

    /// Takes note of an operation.
    pub(crate) fn done(&mut self, step: Id, reverts: Option<Id>, label: &Label) {
        // A report or package that left the program cannot be taken back.
        if label.key == RECORD || RECORDS.contains(&label.key.as_str()) {
            return;
        }
        if label.key == RECEIVED_CASE {
            // What others did before the case came is not ours to take back step by step.
            self.undo.clear();
            self.redo.clear();
            return;
        }
        match reverts {
            Some(target) if self.undo.last().is_some_and(|(id, _)| *id == target) => {
                self.undo.pop();
                self.redo.push((step, label.clone()));
            }
            Some(target) if self.redo.last().is_some_and(|(id, _)| *id == target) => {
                self.redo.pop();
                self.undo.push((step, label.clone()));
            }
            _ => {
                self.redo.clear();
                match self.undo.last_mut() {
                    Some((last, known)) if *last == step => *known = label.clone(),
                    _ => self.undo.push((step, label.clone())),
                }
            }
        }
    }

    /// Leaves a step that cannot be taken back.
    fn pass_over(&mut self, step: Id) {
        self.undo.retain(|(id, _)| *id != step);
        self.redo.retain(|(id, _)| *id != step);
    }

    /// What undo would take back.
    pub(crate) fn next_undo(&self) -> Option<&(Id, Label)> {
        self.undo.last()
    }

    /// What redo would do again.
    pub(crate) fn next_redo(&self) -> Option<&(Id, Label)> {
        self.redo.last()
    }
}

impl Session {
    /// Takes the last step back.
    pub(crate) fn undo(&mut self) -> Result<()> {
        let next = self.steps.next_undo().cloned();
        self.revert(next)
    }

    /// Does the step again that was taken back last.
    pub(crate) fn redo(&mut self) -> Result<()> {
        let next = self.steps.next_redo().cloned();
        self.revert(next)
    }

    fn revert(&mut self, target: Option<(Id, Label)>) -> Result<()> {
        self.writable()?;
        let (target, label) = target.ok_or_else(|| Error::new(Code::NothingToUndo))?;
        let changes = way_back(&self.file.changes_of_step(target)?);
        if changes.is_empty() {
            // It brought nothing but records of what came and went: the step before it is meant.
            self.steps.pass_over(target);
            let next = self.steps.next_undo().cloned();
            return self.revert(next);
        }
        self.apply(Step { label, changes, batch: None, reverts: Some(target), content: None })
    }
}

/// The changes that take a step back. A record that the step made is deleted with its fields kept,
/// so that the number of a photo is never given twice.
fn way_back(changes: &[Change]) -> Vec<Change> {
    let made = |change: &Change| change.field == ALIVE && change.before.is_none();
    let fresh: BTreeSet<(Kind, Id)> =
        changes.iter().filter(|c| made(c)).map(|c| (c.kind, c.id)).collect();
    // What left the case or came into it stays on record.
    let lasting = |change: &&Change| !matches!(change.kind, Kind::Report | Kind::Handover);
    let back = changes.iter().rev().filter(lasting).filter_map(|change| {
        if made(change) {
            Some(Change { after: Some("0".to_owned()), ..change.inverted() })
        } else if fresh.contains(&(change.kind, change.id)) {
            None
        } else {
            Some(change.inverted())
        }
    });
    back.collect()
}
