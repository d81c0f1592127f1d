//! The open case: what is on disk, in memory and on the screen.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use lisuan_core::assessment::Assessment;
use lisuan_core::case::Case;
use lisuan_core::change::{ALIVE, Change, Digest, Kind, Label, Operation, State};
use lisuan_core::clocks::Calendar;
use lisuan_core::merge::Field;
use lisuan_core::moment::Moment;
use lisuan_core::{Finding, Id};
use lisuan_store::{
    Access, CaseFile, MergePlan, NewContent, NewFile, Originals, RecoveryKey, Secret,
};

use crate::clock;
use crate::error::{Code, Error, Result};
use crate::undo::Steps;
use crate::view::Shown;

/// More records than any case has; keeps a hostile or broken caller from filling the disk.
const RECORDS_MAX: usize = 200_000;

/// Who works on the case and with which installation.
#[derive(Debug, Clone)]
pub(crate) struct Worker {
    pub(crate) author: String,
    pub(crate) device: String,
    /// Begins the numbers of photos taken in here.
    pub(crate) prefix: String,
    /// The holidays in use here.
    pub(crate) calendar: Arc<Calendar>,
}

/// What is to be done to the case in one operation.
pub(crate) struct Step<'a> {
    pub(crate) label: Label,
    pub(crate) changes: Vec<Change>,
    pub(crate) batch: Option<Id>,
    pub(crate) reverts: Option<Id>,
    pub(crate) content: Option<NewContent<'a>>,
}

impl Step<'_> {
    /// A step of its own, without content.
    pub(crate) fn plain(key: &str, subject: &str, changes: Vec<Change>) -> Self {
        let label = Label { key: key.to_owned(), subject: subject.to_owned() };
        Self { label, changes, batch: None, reverts: None, content: None }
    }
}

/// An open case.
pub(crate) struct Session {
    pub(crate) file: CaseFile,
    /// Shared with long work that reads it while a person goes on changing the case.
    pub(crate) state: Arc<State>,
    pub(crate) case: Case,
    pub(crate) worker: Worker,
    /// What undo and redo would do.
    pub(crate) steps: Steps,
    /// What the window was told last.
    pub(crate) shown: Shown,
    /// What the last check of the whole case found beyond the records: in the bytes of the file,
    /// and beside other cases.
    pub(crate) found: Vec<Finding>,
    /// When the last change was on disk.
    pub(crate) saved_at: Option<Moment>,
    head: Option<(Id, Digest)>,
}

impl Session {
    /// What was found by the last check, of records that are there.
    pub(crate) fn found_here(&self) -> Vec<Finding> {
        let there = |finding: &&Finding| {
            let place = &finding.place;
            self.state.get(place.kind, place.id).is_some_and(|record| record.is_alive())
        };
        self.found.iter().filter(there).cloned().collect()
    }

    /// What the case comes to now.
    pub(crate) fn assessment(&self) -> Assessment {
        Assessment::of(&self.case, &self.worker.calendar)
    }

    /// Makes a case with the given fields of its head.
    pub(crate) fn create(
        path: &Path,
        worker: Worker,
        fields: &[(&'static str, String)],
    ) -> Result<Self> {
        Self::begun(CaseFile::create(path)?, path, worker, fields)
    }

    /// The same, encrypted at rest; with the recovery key.
    pub(crate) fn create_encrypted(
        path: &Path,
        worker: Worker,
        fields: &[(&'static str, String)],
        passphrase: &str,
    ) -> Result<(Self, RecoveryKey)> {
        let (file, recovery) = CaseFile::create_encrypted(path, passphrase)?;
        Ok((Self::begun(file, path, worker, fields)?, recovery))
    }

    fn begun(
        file: CaseFile,
        path: &Path,
        worker: Worker,
        fields: &[(&'static str, String)],
    ) -> Result<Self> {
        match Self::begin(file, worker, fields) {
            Ok(session) => Ok(session),
            Err(error) => {
                // A case without a head is no case: leave nothing half-made under the name.
                let _ = std::fs::remove_file(path);
                Err(error)
            }
        }
    }

    fn begin(
        mut file: CaseFile,
        worker: Worker,
        fields: &[(&'static str, String)],
    ) -> Result<Self> {
        let id = clock::new_id();
        let mut changes = vec![Change {
            kind: Kind::Case,
            id,
            field: ALIVE,
            before: None,
            after: Some("1".to_owned()),
        }];
        changes.extend(fields.iter().map(|(field, value)| Change {
            kind: Kind::Case,
            id,
            field,
            before: None,
            after: Some(value.clone()),
        }));
        let mut state = State::default();
        state.apply(&changes).map_err(|e| Error::from(lisuan_store::StoreError::Apply(e)))?;
        let case = Case::from_state(&state)?;
        let operation = Operation {
            id: clock::new_id(),
            parents: Vec::new(),
            author: worker.author.clone(),
            device: worker.device.clone(),
            at: clock::now(),
            label: Label { key: "new-case".to_owned(), subject: String::new() },
            batch: None,
            reverts: None,
            changes,
        };
        let digest = file.commit(&operation, None)?;
        Ok(Self {
            file,
            state: Arc::new(state),
            case,
            worker,
            steps: Steps::default(),
            shown: Shown::default(),
            found: Vec::new(),
            saved_at: Some(operation.at),
            head: Some((operation.id, digest)),
        })
    }

    /// Opens a case; `secret` opens an encrypted one.
    pub(crate) fn open(path: &Path, worker: Worker, secret: Option<Secret<'_>>) -> Result<Self> {
        let file = CaseFile::open_with(path, secret)?;
        let state = file.state()?;
        let mut case = Case::from_state(&state)?;
        case.conflicts = undecided(&file)?;
        let heads = file.heads()?;
        let head = match heads.as_slice() {
            [head] => Some((head.id, head.digest)),
            // Two histories that met without a merge cannot come from this program.
            _ => return Err(Error::new(Code::CaseDamaged).with("what", "journal heads")),
        };
        let operations = file.operations()?;
        let saved_at = operations.last().and_then(|last| last.at.parse().ok());
        let steps = Steps::replay(&operations);
        let state = Arc::new(state);
        Ok(Self {
            file,
            state,
            case,
            worker,
            steps,
            shown: Shown::default(),
            found: Vec::new(),
            saved_at,
            head,
        })
    }

    /// Whether changes can be saved.
    pub(crate) fn writable(&self) -> Result<()> {
        match self.file.access() {
            Access::Write => Ok(()),
            Access::Read(_) => Err(Error::new(Code::ReadOnly)),
        }
    }

    /// Does one step: when this returns, it is on disk. A step that fails leaves the case as it
    /// was, in memory and on disk.
    pub(crate) fn apply(&mut self, step: Step<'_>) -> Result<()> {
        self.apply_with(step, None)
    }

    /// The same with a file that is copied into the case piece by piece.
    pub(crate) fn apply_with(&mut self, step: Step<'_>, file: Option<NewFile<'_>>) -> Result<()> {
        self.writable()?;
        if step.changes.is_empty() {
            return Ok(());
        }
        if self.state.iter().count() + step.changes.len() / 2 > RECORDS_MAX {
            return Err(Error::new(Code::TooMany).with("limit", RECORDS_MAX));
        }
        Arc::make_mut(&mut self.state)
            .apply(&step.changes)
            .map_err(|e| Error::from(lisuan_store::StoreError::Apply(e)))?;
        match self.write(&step, file) {
            Ok(()) => Ok(()),
            Err(error) => {
                let back: Vec<Change> = step.changes.iter().rev().map(Change::inverted).collect();
                // The changes were just applied, so their inverse fits.
                let _ = Arc::make_mut(&mut self.state).apply(&back);
                Err(error)
            }
        }
    }

    /// Takes in operations of a colleague, with the originals they need, as one step.
    ///
    /// Returns what it did; nothing was written where all of them were here already.
    pub(crate) fn take_in(
        &mut self,
        incoming: &[(Operation, Digest)],
        originals: &mut dyn Originals,
        step: Step<'_>,
        progress: impl FnMut(u64, u64) -> bool,
    ) -> Result<MergePlan> {
        self.writable()?;
        let plan = self.file.plan_merge(incoming)?;
        if plan.new.is_empty() {
            return Ok(plan);
        }
        let mut state = State::clone(&self.state);
        let changes: Vec<Change> =
            plan.renumbered.iter().cloned().chain(step.changes.iter().cloned()).collect();
        let fit = state.apply(&plan.changes).and_then(|()| state.apply(&changes));
        fit.map_err(|e| Error::from(lisuan_store::StoreError::Apply(e)))?;
        if state.iter().count() > RECORDS_MAX {
            return Err(Error::new(Code::TooMany).with("limit", RECORDS_MAX));
        }
        let mut case = Case::from_state(&state)?;
        let ours = self.head.iter().map(|(id, _)| *id);
        let closing = Operation {
            id: clock::new_id(),
            // Ours first: it is what undo goes back along.
            parents: ours.chain(plan.heads.iter().map(|head| head.id)).collect(),
            author: self.worker.author.clone(),
            device: self.worker.device.clone(),
            at: clock::now(),
            label: step.label,
            batch: step.batch,
            reverts: step.reverts,
            changes,
        };
        let digest = self.file.merge(&plan, incoming, originals, &closing, progress)?;
        case.conflicts = undecided(&self.file)?;
        let all = plan.changes.iter().chain(&closing.changes);
        self.shown.touch(all.map(|change| (change.kind, change.id)).collect());
        (self.state, self.case) = (Arc::new(state), case);
        self.shown.whole();
        self.saved_at = Some(closing.at);
        self.steps.done(closing.step(), None, &closing.label);
        self.head = Some((closing.id, digest));
        Ok(plan)
    }

    fn write(&mut self, step: &Step<'_>, file: Option<NewFile<'_>>) -> Result<()> {
        let keys: BTreeSet<_> = step.changes.iter().map(|c| (c.kind, c.id)).collect();
        let changed = Case::read_changed(&self.state, &keys)?;
        let operation = Operation {
            id: clock::new_id(),
            parents: self.head.iter().map(|(id, _)| *id).collect(),
            author: self.worker.author.clone(),
            device: self.worker.device.clone(),
            at: clock::now(),
            label: step.label.clone(),
            batch: step.batch,
            reverts: step.reverts,
            changes: step.changes.clone(),
        };
        let digest = match file {
            Some(file) => self.file.commit_file(&operation, file)?,
            None => self.file.commit(&operation, step.content.as_ref())?,
        };
        self.case.take(changed);
        if !self.case.conflicts.is_empty() || step.reverts.is_some() {
            self.case.conflicts = undecided(&self.file)?;
        }
        self.shown.touch(keys);
        self.saved_at = Some(operation.at);
        self.steps.done(operation.step(), operation.reverts, &operation.label);
        self.head = Some((operation.id, digest));
        Ok(())
    }
}

/// Fields that stand undecided since two copies were merged.
fn undecided(file: &CaseFile) -> Result<Vec<Field>> {
    let open = file.conflicts()?.into_iter().filter(|conflict| conflict.decided.is_none());
    Ok(open.map(|conflict| conflict.field).collect())
}
