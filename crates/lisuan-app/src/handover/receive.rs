//! Taking a package in: looked at in quarantine first, then a new case or merged into one.

use std::collections::{BTreeMap, HashSet};
use std::io::Read;
use std::path::{Path, PathBuf};

use lisuan_core::case::Direction;
use lisuan_core::change::{Kind, Label, Operation};
use lisuan_handover::{ExchangeKey, Keys, Package};
use lisuan_store::{CaseFile, Elsewhere, MergePlan, Originals};

use super::hand_over::{record, told};
use super::outcome::{Incoming, of_merge, of_new_case, view};
use super::{closing, package_error, plain, receipt};
use crate::confidential::Unlock;
use crate::error::{Code, Error, Result, shown};
use crate::open::free_name;
use crate::session::{Session, Step};
use crate::wire::{EffectView, PackageView, Progress, ReceivedView, SenderView};
use crate::{App, Cancelled, OnProgress, clock};

/// Name of the task for progress.
const TASK: &str = "receive";
/// Room that a new case needs beside its originals.
const ROOM_BYTES: u64 = 16 << 20;

/// Where a package goes.
#[derive(Debug, Clone, Copy)]
pub enum Into<'a> {
    /// A folder: a new case in it. A case: merged into it. A name that is free: a new case.
    Path(&'a Path),
    /// The case that is open.
    OpenCase,
    /// A new case in the library folder.
    Library,
}

/// What a person says along with a package.
#[derive(Debug, Clone, Copy, Default)]
pub struct ReceiveOptions<'a> {
    /// The passphrase that was told.
    pub passphrase: Option<&'a str>,
    /// The number of the sender's key as compared by phone, or `unsigned`.
    pub accept: Option<&'a str>,
    /// Where to write a receipt.
    pub receipt: Option<&'a Path>,
    /// Keeps a new case encrypted at rest under this passphrase.
    pub encrypt: Option<&'a str>,
}

/// Where a package goes, decided.
enum Target {
    New(PathBuf),
    Merge(PathBuf),
    Open,
}

/// A package that passed quarantine.
struct Checked {
    package: Package,
    incoming: Vec<(Operation, lisuan_core::change::Digest)>,
    sender: SenderView,
    own: ExchangeKey,
    file_name: String,
}

impl App {
    /// Says what a package is, from whom, and what taking it in would do; writes nothing.
    ///
    /// # Errors
    /// What is wrong with the package, or that it is locked; and what speaks against a merge.
    pub fn look_at_package(
        &self,
        file: &Path,
        into: Into<'_>,
        options: ReceiveOptions<'_>,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<PackageView> {
        let checked = self.quarantine(file, options.passphrase, progress, cancelled)?;
        let effect = match self.target(&checked, into)? {
            Target::New(_) => of_new_case(&checked.package, &checked.incoming),
            Target::Open => self.with_session(|session| checked.effect_on(&session.file))?,
            Target::Merge(path) => checked.effect_on(&CaseFile::open(&path)?)?,
        };
        Ok(checked.view(effect))
    }

    /// Takes a package in: a new case, which is then open, or merged into one, all or nothing. A
    /// package that came before changes nothing.
    ///
    /// # Errors
    /// As [`Self::look_at_package`]; [`Code::SenderNotConfirmed`] when nobody has compared the
    /// sender's key; [`Code::EncryptsNewCase`] when a case that is there should be encrypted. No
    /// case was changed then.
    pub fn receive(
        &self,
        file: &Path,
        into: Into<'_>,
        options: ReceiveOptions<'_>,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<ReceivedView> {
        let mut checked = self.quarantine(file, options.passphrase, progress, cancelled)?;
        let target = self.target(&checked, into)?;
        if options.encrypt.is_some() && !matches!(target, Target::New(_)) {
            return Err(Error::new(Code::EncryptsNewCase));
        }
        let key = checked.package.manifest().sender.key.clone();
        self.accept_sender(&checked.sender, options.accept, &key)?;
        let mut tell = |done: u64, total: u64| {
            let (subject, task) = (String::new(), TASK.to_owned());
            progress(Progress { task, done, total, bytes: 0, subject });
            !cancelled()
        };
        let mut recovery_key = None;
        let effect = match target {
            Target::New(path) => {
                let (effect, key) =
                    self.receive_new(&mut checked, &path, options.encrypt, &mut tell)?;
                recovery_key = key;
                effect
            }
            Target::Open => self.receive_merged(&mut checked, &mut tell)?,
            Target::Merge(path) => {
                self.open(&path)?;
                self.receive_merged(&mut checked, &mut tell)?
            }
        };
        let view = checked.view(effect);
        // The package is in: a receipt that cannot be written takes nothing from that, least of all
        // the recovery key, which is told here and nowhere else.
        let (written, receipt_problem) = match options.receipt {
            Some(out) => match self.write_receipt(&checked, &view, out) {
                Ok(written) => (Some(written), None),
                Err(error) => (None, Some(error.view())),
            },
            None => (None, None),
        };
        let case_file = self.case_path().as_deref().map(shown).unwrap_or_default();
        let receipt = written;
        Ok(ReceivedView { package: view, case_file, receipt, receipt_problem, recovery_key })
    }

    /// structure → signature → sizes → hashes → operations: nothing is believed before.
    fn quarantine(
        &self,
        file: &Path,
        passphrase: Option<&str>,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<Checked> {
        let failed = |error| package_error(file, error);
        let (key, own) = self.exchange(None)?;
        let mut package =
            Package::open(file, Keys { own: Some(&own), passphrase }).map_err(failed)?;
        let incoming = package.operations().map_err(failed)?;
        package
            .check_originals(&mut |done, total| {
                let (subject, task) = (String::new(), "check-package".to_owned());
                progress(Progress { task, done, total, bytes: done, subject });
                !cancelled()
            })
            .map_err(failed)?;
        let sender = self.sender(package.signer(), &key.fingerprint());
        Ok(Checked { package, incoming, sender, own, file_name: shown(file) })
    }

    /// Where the package goes, and that it belongs there and has room.
    fn target(&self, checked: &Checked, into: Into<'_>) -> Result<Target> {
        let case = &checked.package.manifest().case;
        let named = |folder: &Path| free_name(folder, &[&case.claim_no, &case.insured]);
        let target = match into {
            Into::OpenCase => Target::Open,
            Into::Library => {
                self.home.make(&self.home.library)?;
                Target::New(named(&self.home.library))
            }
            Into::Path(path) if path.is_dir() => Target::New(named(path)),
            Into::Path(path) if path.symlink_metadata().is_ok() => {
                match self.case_path().is_some_and(|open| same_file(&open, path)) {
                    true => Target::Open,
                    false => Target::Merge(path.to_owned()),
                }
            }
            Into::Path(path) => Target::New(path.to_owned()),
        };
        let beside = match &target {
            Target::New(path) | Target::Merge(path) => Some(path.clone()),
            Target::Open => self.case_path(),
        };
        if let Some(path) = beside {
            enough_room(&path, checked.package.manifest().enclosed_size().1)?;
        }
        Ok(target)
    }

    fn receive_new(
        &self,
        checked: &mut Checked,
        path: &Path,
        encrypt: Option<&str>,
        tell: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<(EffectView, Option<String>)> {
        let effect = of_new_case(&checked.package, &checked.incoming);
        let worker = self.worker()?;
        let heads = &checked.package.manifest().heads;
        let closing = Operation {
            id: clock::new_id(),
            // The manifest's heads are those of the operations: that was checked.
            parents: heads.iter().filter_map(|head| head.id.parse().ok()).collect(),
            author: worker.author.clone(),
            device: worker.device,
            at: clock::now(),
            label: checked.label(super::RECEIVED_CASE),
            batch: None,
            reverts: None,
            changes: checked.record(&worker.author),
        };
        let Checked { package, incoming, .. } = checked;
        let mut enclosed = Enclosed::of(package);
        let Some(passphrase) = encrypt else {
            CaseFile::create_from(path, incoming, &mut enclosed, &closing, tell)?;
            self.open(path)?;
            return Ok((effect, None));
        };
        let recovery = CaseFile::create_encrypted_from(
            path,
            passphrase,
            incoming,
            &mut enclosed,
            &closing,
            tell,
        )?;
        if let Err(error) = self.open_locked(path, Unlock::Passphrase(passphrase), false) {
            // Nobody has its recovery key, and all of it is in the package.
            let _ = std::fs::remove_file(path);
            return Err(error);
        }
        Ok((effect, Some(recovery.text().to_string())))
    }

    fn receive_merged(
        &self,
        checked: &mut Checked,
        tell: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<EffectView> {
        let author = self.worker()?.author;
        self.with_session(|session| {
            checked.belongs_to(&session.case.head.id.to_string())?;
            session.writable()?;
            let changes = checked.record(&author);
            let label = checked.label("receive");
            let step = Step { changes: changes.clone(), label, ..Step::plain("", "", Vec::new()) };
            let Checked { package, incoming, .. } = checked;
            let plan = session.take_in(incoming, &mut Enclosed::of(package), step, tell)?;
            // What was elsewhere may have come with a package that is known otherwise.
            let fetched = session.file.fetch_elsewhere(&mut Enclosed::of(package))?;
            if plan.new.is_empty() && !is_recorded(session, checked.package.digest()) {
                let label = checked.label(super::RECORDS[2]);
                session.apply(Step { changes, label, ..Step::plain("", "", Vec::new()) })?;
            }
            Ok(checked.effect(&plan, fetched))
        })
    }

    fn write_receipt(&self, checked: &Checked, view: &PackageView, out: &Path) -> Result<String> {
        let (key, _) = self.exchange(None)?;
        let receiver = self.hand(&checked.own)?;
        let receipt = self.with_session(|session| {
            receipt::of(session, &checked.package, receiver, &view.effect)
        })?;
        receipt.write(out, &key).map_err(|error| package_error(out, error))?;
        Ok(shown(out))
    }
}

impl Checked {
    fn belongs_to(&self, case: &str) -> Result<()> {
        let ours = self.package.manifest().case.id == case;
        let other = || Error::new(Code::PackageOtherCase).with("file", &self.file_name);
        if ours { Ok(()) } else { Err(other()) }
    }

    fn effect_on(&self, file: &CaseFile) -> Result<EffectView> {
        let state = file.state()?;
        let head = state.of_kind(Kind::Case).next().map(|(id, _)| id.to_string());
        self.belongs_to(&head.unwrap_or_default())?;
        let plan = file.plan_merge(&self.incoming)?;
        let enclosed: HashSet<&str> = self.enclosed();
        let absent = file.elsewhere()?;
        let fetched = absent.iter().filter(|one| enclosed.contains(one.sha256.as_str())).count();
        Ok(self.effect(&plan, fetched as u64))
    }

    fn enclosed(&self) -> HashSet<&str> {
        self.package.manifest().enclosed().map(|original| original.sha256.as_str()).collect()
    }

    fn effect(&self, plan: &MergePlan, fetched: u64) -> EffectView {
        of_merge(plan, fetched, &self.enclosed())
    }

    fn view(&self, effect: EffectView) -> PackageView {
        let incoming: &Incoming = &self.incoming;
        view(&self.package, self.file_name.clone(), incoming, self.sender.clone(), effect)
    }

    fn label(&self, key: &str) -> Label {
        let subject = plain(&self.package.manifest().sender.name);
        Label { key: key.to_owned(), subject: subject.chars().take(80).collect() }
    }

    /// The record that the receiver keeps.
    fn record(&self, author: &str) -> Vec<lisuan_core::change::Change> {
        let manifest = self.package.manifest();
        let mut fields = told(manifest, self.package.digest());
        fields.extend([
            ("direction", Direction::In.as_str().to_owned()),
            ("counterpart", plain(&manifest.sender.name)),
            ("file_name", self.file_name.clone()),
            ("closing", closing(self.package.closed()).to_owned()),
            ("signed_by", self.sender.fingerprint.clone()),
            ("received_at", clock::now().to_string()),
            ("received_by", plain(author)),
        ]);
        record(fields).1
    }
}

/// The originals of a package, and who has those that are not in it.
struct Enclosed<'a> {
    elsewhere: BTreeMap<String, Elsewhere>,
    package: &'a mut Package,
}

impl<'a> Enclosed<'a> {
    fn of(package: &'a mut Package) -> Self {
        let manifest = package.manifest();
        let absent = manifest.originals.iter().filter(|original| !original.enclosed);
        let of = |one: &lisuan_handover::OriginalEntry| Elsewhere {
            sha256: one.sha256.clone(),
            bytes: one.bytes,
            kept_by: plain(&manifest.sender.name),
            package: package.digest().to_owned(),
        };
        let elsewhere = absent.map(|one| (one.sha256.clone(), of(one))).collect();
        Self { elsewhere, package }
    }
}

impl Originals for Enclosed<'_> {
    fn open(&mut self, sha256: &str) -> std::io::Result<Option<(u64, Box<dyn Read + '_>)>> {
        let opened = self.package.original(sha256)?;
        Ok(opened.map(|(bytes, from)| (bytes, Box::new(from) as Box<dyn Read + '_>)))
    }

    fn elsewhere(&self, sha256: &str) -> Option<Elsewhere> {
        self.elsewhere.get(sha256).cloned()
    }
}

/// Whether this package went out or came in before.
fn is_recorded(session: &Session, package: &str) -> bool {
    session.case.handovers.iter().any(|one| one.package.as_deref() == Some(package))
}

fn same_file(a: &Path, b: &Path) -> bool {
    a == b || matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// Asks for room before anything is written, so that a full disk is told before the work.
fn enough_room(path: &Path, bytes: u64) -> Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    // A place that does not tell how much room it has is tried.
    let Ok(free) = fs4::available_space(folder.unwrap_or(Path::new("."))) else { return Ok(()) };
    match bytes.saturating_add(ROOM_BYTES) <= free {
        true => Ok(()),
        false => Err(Error::new(Code::DiskFull)),
    }
}
