//! Writing a package of the open case.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use lisuan_core::Id;
use lisuan_core::case::{Case, Closing, Direction};
use lisuan_core::change::{ALIVE, Change, Digest, FieldValue as _, Kind, Operation};
use lisuan_core::part::{Part, originals_of};
use lisuan_handover::{
    Cover, FORMAT, HeadDigest, Manifest, OperationList, OriginalEntry, PackageWriter, PartName,
    Written, digest_of_list,
};
use lisuan_store::{CaseFile, StoreError};

use super::{case_name, package_error, plain};
use crate::error::{Code, Error, Result, shown};
use crate::session::Step;
use crate::wire::{HandedOver, HandoverRequest, Progress};
use crate::{App, Cancelled, OnProgress, clock};

/// Name of the task for progress.
const TASK: &str = "hand-over";

impl App {
    /// Writes a package of the open case, reads it back, and records it in the case.
    ///
    /// Of a part only the originals go along; the text of the whole case always does, because its
    /// journal is one chain.
    ///
    /// # Errors
    /// When the case cannot be written (the record belongs into it), an original is no longer what
    /// was stored, the key is none that packages are encrypted to, or the place cannot be written.
    /// What had the name before stays then.
    pub fn hand_over(
        &self,
        request: &HandoverRequest,
        out: &Path,
        progress: OnProgress<'_>,
        cancelled: Cancelled<'_>,
    ) -> Result<HandedOver> {
        let (case, path) = self.with_session(|session| {
            session.writable()?;
            Ok((session.case.clone(), session.file.path().to_owned()))
        })?;
        let (key, own) = self.exchange(Some(&case))?;
        let recipient = request.key.as_deref().map(|told| self.recipient(told)).transpose()?;
        let (cover, closing) = match (&recipient, &request.passphrase) {
            (Some(recipient), _) => (Cover::Key { recipient, own: &own }, Closing::Key),
            (None, Some(passphrase)) => (Cover::Passphrase(passphrase), Closing::Passphrase),
            (None, None) => (Cover::Open, Closing::Open),
        };
        let part = request.part.as_deref().map(|part| named_part(&case, part)).transpose()?;
        let enclosed = part.as_ref().map(|(part, _)| originals_of(&case, *part));
        // A connection of its own: a person goes on working meanwhile.
        let file = CaseFile::open_read_only(&path)?;
        let failed = |error| package_error(out, error);
        let mut writer = PackageWriter::create(out, cover).map_err(failed)?;
        let journal = write_journal(&file, &mut writer, out)?;
        let originals = list(&file, &journal, enclosed.as_ref())?;
        let manifest = Manifest {
            format: FORMAT,
            program: concat!("Lisuan ", env!("CARGO_PKG_VERSION")).to_owned(),
            case: case_name(&case.head),
            sender: self.hand(&own)?,
            recipient: plain(&request.recipient),
            state: plain(&request.state),
            reason: plain(&request.reason),
            part: part.map(|(_, name)| name),
            at: clock::now().to_string(),
            heads: journal.heads(),
            operations: OperationList::default(),
            originals,
        };
        let (_, total) = manifest.enclosed_size();
        let tell = |done: u64| {
            let subject = String::new();
            // Written once and read back once.
            let (total, bytes) = (total * 2, done);
            progress(Progress { task: TASK.to_owned(), done, total, bytes, subject });
            !cancelled()
        };
        let mut done = 0;
        for original in manifest.enclosed() {
            if !tell(done) {
                return Err(Error::new(Code::Cancelled));
            }
            let missing = || Error::new(Code::OriginalAltered).with("number", numbers(original));
            let (bytes, mut from) = file.read_content(&original.sha256)?.ok_or_else(missing)?;
            writer.original(&original.sha256, bytes, &mut from).map_err(|error| match error {
                lisuan_handover::PackageError::OriginalAltered(_) => missing().because(error),
                other => failed(other),
            })?;
            done += bytes;
        }
        let written =
            writer.finish(manifest, &key, &mut |read, _| tell(total + read)).map_err(failed)?;
        self.record_sent(&written, out, closing, &key.fingerprint())
    }

    fn record_sent(
        &self,
        written: &Written,
        out: &Path,
        closing: Closing,
        signed_by: &str,
    ) -> Result<HandedOver> {
        let manifest = &written.manifest;
        let (originals, _) = manifest.enclosed_size();
        let mut fields = told(manifest, &written.digest);
        fields.extend([
            ("direction", Direction::Out.to_field()),
            ("counterpart", manifest.recipient.clone()),
            ("file_name", shown(out)),
            ("closing", closing.to_field()),
            ("signed_by", signed_by.to_owned()),
        ]);
        let (id, changes) = record(fields);
        let delta = self.with_session(|session| {
            // Another case may have been opened while this one was written.
            if session.case.head.id.to_string() != manifest.case.id {
                return Err(Error::new(Code::NoCaseOpen));
            }
            session.apply(Step::plain(super::RECORDS[0], &manifest.recipient, changes))?;
            Ok(session.delta(vec![id.to_string()]))
        })?;
        let absent = manifest.originals.iter().filter(|original| !original.enclosed);
        Ok(HandedOver {
            file_name: shown(out),
            package: written.digest.clone(),
            bytes: written.bytes,
            operations: manifest.operations.count,
            originals,
            not_enclosed: absent.map(numbers).collect(),
            closing: closing.as_str().to_owned(),
            delta: Some(delta),
        })
    }
}

/// What a package says of itself, as fields of its record; both sides write the same.
pub(super) fn told(manifest: &Manifest, package: &str) -> Vec<(&'static str, String)> {
    let (originals, _) = manifest.enclosed_size();
    let enclosed = manifest.enclosed().map(|original| original.sha256.as_str());
    let absent = manifest.originals.len() as u64 - originals;
    vec![
        ("at", manifest.at.clone()),
        ("reason", manifest.reason.clone()),
        ("state", plain(&manifest.state)),
        ("part", manifest.part.as_ref().map(|part| plain(&part.name)).unwrap_or_default()),
        ("package", package.to_owned()),
        ("operations", manifest.operations.count.to_string()),
        ("operations_digest", manifest.operations.sha256.clone()),
        ("originals", originals.to_string()),
        ("originals_digest", digest_of_list(enclosed)),
        ("not_enclosed", absent.to_string()),
    ]
}

/// A new record of a handover.
pub(super) fn record(fields: Vec<(&'static str, String)>) -> (Id, Vec<Change>) {
    let id = clock::new_id();
    let set = |field, after: String| {
        let after = Some(after).filter(|text| !text.is_empty());
        Change { kind: Kind::Handover, id, field, before: None, after }
    };
    let alive = set(ALIVE, "1".to_owned());
    let fields = fields.into_iter().map(|(field, text)| set(field, text));
    let told = fields.filter(|change| change.after.is_some());
    (id, std::iter::once(alive).chain(told).collect())
}

/// What the journal of a case comes to while it is written out.
#[derive(Default)]
struct Journal {
    open: BTreeMap<Id, Digest>,
    /// Number and original of each photo and paper.
    bearers: HashMap<(Kind, Id), (String, String)>,
    /// Every original that ever belonged to one.
    originals: BTreeSet<String>,
}

impl Journal {
    fn take(&mut self, operation: &Operation, digest: Digest) {
        for parent in &operation.parents {
            self.open.remove(parent);
        }
        self.open.insert(operation.id, digest);
        for change in &operation.changes {
            let bearer = matches!(change.kind, Kind::Photo | Kind::Document);
            let Some(after) = change.after.as_ref().filter(|_| bearer) else { continue };
            let known = self.bearers.entry((change.kind, change.id)).or_default();
            match change.field {
                "number" => known.0.clone_from(after),
                "content" => {
                    known.1.clone_from(after);
                    self.originals.insert(after.clone());
                }
                _ => {}
            }
        }
    }

    fn heads(&self) -> Vec<HeadDigest> {
        let hex = |digest: &Digest| digest.iter().map(|byte| format!("{byte:02x}")).collect();
        self.open
            .iter()
            .map(|(id, digest)| HeadDigest { id: id.to_string(), digest: hex(digest) })
            .collect()
    }
}

fn write_journal(file: &CaseFile, writer: &mut PackageWriter<'_>, out: &Path) -> Result<Journal> {
    let mut journal = Journal::default();
    let mut refused = None;
    let read = file.each_operation(|operation, digest| {
        journal.take(&operation, digest);
        writer.operation(&operation, &digest).map_err(|error| {
            refused = Some(error);
            StoreError::Cancelled
        })
    });
    match (refused, read) {
        (Some(error), _) => Err(package_error(out, error)),
        (None, read) => Ok(read.map(|()| journal)?),
    }
}

/// Every original with its size and numbers; of a part only what belongs to it is enclosed.
fn list(
    file: &CaseFile,
    journal: &Journal,
    enclosed: Option<&BTreeSet<&str>>,
) -> Result<Vec<OriginalEntry>> {
    let absent: HashMap<String, u64> =
        file.elsewhere()?.into_iter().map(|one| (one.sha256, one.bytes)).collect();
    let mut of: BTreeMap<&str, BTreeSet<&str>> =
        journal.originals.iter().map(|sha256| (sha256.as_str(), BTreeSet::new())).collect();
    for (number, sha256) in journal.bearers.values() {
        of.entry(sha256.as_str()).or_default().insert(number);
    }
    of.remove("");
    let mut out = Vec::with_capacity(of.len());
    for (sha256, numbers) in of {
        let here = file.read_content(sha256)?.map(|(bytes, _)| bytes);
        let lost = || Error::new(Code::OriginalAltered).with("number", &sha256[..12]);
        let bytes = here.or_else(|| absent.get(sha256).copied()).ok_or_else(lost)?;
        out.push(OriginalEntry {
            sha256: sha256.to_owned(),
            bytes,
            numbers: numbers.into_iter().map(plain).collect(),
            enclosed: here.is_some() && enclosed.is_none_or(|some| some.contains(sha256)),
        });
    }
    Ok(out)
}

/// What people call an original.
pub(super) fn numbers(original: &OriginalEntry) -> String {
    match original.numbers.is_empty() {
        true => original.sha256[..12].to_owned(),
        false => original.numbers.join(", "),
    }
}

/// A policy section or damaged place by its key or its name.
fn named_part(case: &Case, told: &str) -> Result<(Part, PartName)> {
    let fits = |id: Id, name: Option<&String>| {
        id.to_string() == told || name.is_some_and(|name| name == told)
    };
    let named = |kind: Kind, id: Id, name: Option<&String>| PartName {
        kind: kind.as_str().to_owned(),
        id: id.to_string(),
        name: plain(name.map_or("", String::as_str)),
    };
    let sections =
        case.policy_sections.iter().filter(|one| fits(one.id, one.name.as_ref())).map(|one| {
            (Part::Section(one.id), named(Kind::PolicySection, one.id, one.name.as_ref()))
        });
    let places = case
        .damage_places
        .iter()
        .filter(|one| fits(one.id, one.name.as_ref()))
        .map(|one| (Part::Place(one.id), named(Kind::DamagePlace, one.id, one.name.as_ref())));
    let mut found = sections.chain(places);
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        // None, or several of one name.
        _ => Err(Error::new(Code::NotFound).with("what", told)),
    }
}
