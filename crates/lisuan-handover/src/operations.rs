//! Operations as lines of JSON.
//!
//! ```json
//! {"id":"…","parents":["…"],"author":"…","device":"…","at":"…","label":"edit","subject":"",
//!  "changes":[["loss_line","…","item",null,"电缆"]],"digest":"…"}
//! ```

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::io::{BufRead, Read};

use lisuan_core::Id;
use lisuan_core::change::{Change, Digest, Kind, Label, Operation};
use lisuan_core::moment::Moment;
use serde::{Deserialize, Serialize};

use crate::error::PackageError;
use crate::hex::hex;
use crate::limits::{LINE_BYTES_MAX, OPERATIONS_MAX};
use crate::manifest::{HeadDigest, Manifest};

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line<'a> {
    id: Cow<'a, str>,
    parents: Vec<Cow<'a, str>>,
    #[serde(borrow)]
    author: Cow<'a, str>,
    device: Cow<'a, str>,
    at: Cow<'a, str>,
    label: Cow<'a, str>,
    subject: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    batch: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    reverts: Option<Cow<'a, str>>,
    changes: Vec<ChangeRow<'a>>,
    digest: Cow<'a, str>,
}

/// Kind, record, field, value before, value after.
type ChangeRow<'a> =
    (Cow<'a, str>, Cow<'a, str>, Cow<'a, str>, Option<Cow<'a, str>>, Option<Cow<'a, str>>);

/// Writes one operation with its digest as a line.
pub(crate) fn to_line(operation: &Operation, digest: &Digest) -> Result<Vec<u8>, PackageError> {
    let key = |id: &Id| Cow::Owned(id.to_string());
    let line = Line {
        id: key(&operation.id),
        parents: operation.parents.iter().map(key).collect(),
        author: Cow::Borrowed(&operation.author),
        device: Cow::Borrowed(&operation.device),
        at: Cow::Owned(operation.at.to_string()),
        label: Cow::Borrowed(&operation.label.key),
        subject: Cow::Borrowed(&operation.label.subject),
        batch: operation.batch.as_ref().map(key),
        reverts: operation.reverts.as_ref().map(key),
        changes: operation
            .changes
            .iter()
            .map(|change| {
                (
                    Cow::Borrowed(change.kind.as_str()),
                    key(&change.id),
                    Cow::Borrowed(change.field),
                    change.before.as_deref().map(Cow::Borrowed),
                    change.after.as_deref().map(Cow::Borrowed),
                )
            })
            .collect(),
        digest: Cow::Owned(hex(digest)),
    };
    let mut bytes =
        serde_json::to_vec(&line).map_err(|_| PackageError::disagrees("operations.jsonl"))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The originals that an operation brings in.
pub(crate) fn originals_of(operation: &Operation) -> impl Iterator<Item = &str> {
    let holds = |change: &&Change| {
        matches!(change.kind, Kind::Photo | Kind::Document) && change.field == "content"
    };
    operation.changes.iter().filter(holds).filter_map(|change| change.after.as_deref())
}

/// Reads all operations: names and values checked against the kinds of record, parents before
/// children, every digest computed anew, heads and originals as the manifest says.
pub(crate) fn read_all(
    source: &mut dyn BufRead,
    manifest: &Manifest,
) -> Result<Vec<(Operation, Digest)>, PackageError> {
    let mut reading = Reading::default();
    let mut bytes = Vec::new();
    loop {
        bytes.clear();
        let read = source.take(LINE_BYTES_MAX).read_until(b'\n', &mut bytes);
        let number = reading.operations.len() as u64 + 1;
        let failed = |what: String| PackageError::Operation { line: number, what };
        match read {
            Ok(0) => break,
            Ok(_) => {}
            Err(error) => return Err(failed(error.to_string())),
        }
        if bytes.pop() != Some(b'\n') {
            return Err(failed("the line does not end".to_owned()));
        }
        if number > OPERATIONS_MAX {
            return Err(PackageError::Limit("operations"));
        }
        let line: Line<'_> =
            serde_json::from_slice(&bytes).map_err(|error| failed(error.to_string()))?;
        reading.take(line).map_err(failed)?;
    }
    reading.finish(manifest)
}

#[derive(Default)]
struct Reading {
    operations: Vec<(Operation, Digest)>,
    digests: HashMap<Id, Digest>,
    open: BTreeSet<Id>,
    originals: HashSet<String>,
}

impl Reading {
    fn take(&mut self, line: Line<'_>) -> Result<(), String> {
        let told = line.digest.to_string();
        let operation = operation(line)?;
        if operation.parents.is_empty() != self.operations.is_empty() {
            return Err("a journal begins once".to_owned());
        }
        let mut parents = Vec::with_capacity(operation.parents.len());
        for parent in &operation.parents {
            parents.push(*self.digests.get(parent).ok_or("made on top of one that is missing")?);
        }
        let digest = operation.digest(&parents);
        if hex(&digest) != told {
            return Err("its digest is another".to_owned());
        }
        if self.digests.insert(operation.id, digest).is_some() {
            return Err("its key is there twice".to_owned());
        }
        for parent in &operation.parents {
            self.open.remove(parent);
        }
        self.open.insert(operation.id);
        self.originals.extend(originals_of(&operation).map(str::to_owned));
        self.operations.push((operation, digest));
        Ok(())
    }

    fn finish(self, manifest: &Manifest) -> Result<Vec<(Operation, Digest)>, PackageError> {
        let heads: BTreeSet<HeadDigest> = self
            .open
            .iter()
            .map(|id| HeadDigest { id: id.to_string(), digest: hex(&self.digests[id]) })
            .collect();
        let told: BTreeSet<HeadDigest> = manifest.heads.iter().cloned().collect();
        if heads != told || manifest.heads.len() != told.len() {
            return Err(PackageError::disagrees("the heads of the journal"));
        }
        if self.operations.len() as u64 != manifest.operations.count {
            return Err(PackageError::disagrees("the number of operations"));
        }
        let first = self.operations.first().map(|(operation, _)| operation);
        let head = first.and_then(|first| first.changes.iter().find(|c| c.kind == Kind::Case));
        if head.is_none_or(|change| change.id.to_string() != manifest.case.id) {
            return Err(PackageError::disagrees("which case it is"));
        }
        let listed: HashSet<&str> = manifest.originals.iter().map(|o| o.sha256.as_str()).collect();
        if self.originals.iter().any(|sha256| !listed.contains(sha256.as_str()))
            || listed.len() != self.originals.len()
        {
            return Err(PackageError::disagrees("the list of originals"));
        }
        Ok(self.operations)
    }
}

fn operation(line: Line<'_>) -> Result<Operation, String> {
    let key = |text: &str| text.parse::<Id>().map_err(|error| error.to_string());
    let optional = |text: Option<Cow<'_, str>>| text.map(|text| key(&text)).transpose();
    let at: Moment = line.at.parse().map_err(|_| "its time does not read".to_owned())?;
    // One spelling: the digest is over the text.
    if at.to_string() != line.at {
        return Err("its time does not read".to_owned());
    }
    let mut changes = Vec::with_capacity(line.changes.len());
    for (kind, id, field, before, after) in line.changes {
        let kind = Kind::from_name(&kind).ok_or("a kind of record that there is not")?;
        let change = Change::checked(kind, key(&id)?, &field, before.as_deref(), after.as_deref())
            .map_err(|error| error.to_string())?;
        if change.before.as_deref() != before.as_deref()
            || change.after.as_deref() != after.as_deref()
        {
            return Err(format!("{field} is not written in its one spelling"));
        }
        changes.push(change);
    }
    Ok(Operation {
        id: key(&line.id)?,
        parents: line.parents.iter().map(|id| key(id)).collect::<Result<_, _>>()?,
        author: line.author.into_owned(),
        device: line.device.into_owned(),
        at,
        label: Label { key: line.label.into_owned(), subject: line.subject.into_owned() },
        batch: optional(line.batch)?,
        reverts: optional(line.reverts)?,
        changes,
    })
}
