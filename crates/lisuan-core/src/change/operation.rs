//! One operation of the journal and its digest.

use sha2::{Digest as _, Sha256};

use super::{BadValue, Kind};
use crate::id::Id;
use crate::moment::Moment;

/// SHA-256 of an operation with the digests of its parents.
pub type Digest = [u8; 32];

/// What an operation did, in words of the catalogue (`op-<key>`), and to what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// Key in the catalogues.
    pub key: String,
    /// What it was done to, as the person named it; may be empty.
    pub subject: String,
}

/// One field of one record, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What kind of record.
    pub kind: Kind,
    /// Which record.
    pub id: Id,
    /// Which field: a name of [`Kind::fields`] or [`super::ALIVE`].
    pub field: &'static str,
    /// The value before; nothing where the field was empty.
    pub before: Option<String>,
    /// The value after; nothing where the field is emptied.
    pub after: Option<String>,
}

impl Change {
    /// Checks names and values that came from outside against the kinds of record.
    pub fn checked(
        kind: Kind,
        id: Id,
        field: &str,
        before: Option<&str>,
        after: Option<&str>,
    ) -> Result<Self, BadValue> {
        let def = kind.field(field).ok_or_else(|| BadValue::Shape {
            expected: "field of this record",
            text: field.chars().take(60).collect(),
        })?;
        let canonical = |value: Option<&str>| value.map(|v| def.shape.canonical(v)).transpose();
        Ok(Self { kind, id, field: def.name, before: canonical(before)?, after: canonical(after)? })
    }

    /// The same change the other way round.
    #[must_use]
    pub fn inverted(&self) -> Self {
        Self { before: self.after.clone(), after: self.before.clone(), ..self.clone() }
    }
}

/// One step of the journal: never edited, never removed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operation {
    /// Its key.
    pub id: Id,
    /// The operations it was made on top of: none for the first, two for a merge.
    pub parents: Vec<Id>,
    /// Who, as the program was told.
    pub author: String,
    /// Which installation of the program.
    pub device: String,
    /// The laptop's claim of the time.
    pub at: Moment,
    /// What it was.
    pub label: Label,
    /// Operations of one action, for example two hundred photos added, share a batch and are
    /// taken back together.
    pub batch: Option<Id>,
    /// The step this operation takes back: the batch or the operation it inverts.
    pub reverts: Option<Id>,
    /// The fields it changed.
    pub changes: Vec<Change>,
}

impl Operation {
    /// What undo and redo count as one step: the batch, else the operation alone.
    pub fn step(&self) -> Id {
        self.batch.unwrap_or(self.id)
    }

    /// The digest that chains this operation to its parents' digests, given in the order of
    /// [`Self::parents`]. Every part is preceded by its length, so no two operations share bytes.
    pub fn digest(&self, parents: &[Digest]) -> Digest {
        let mut hash = Sha256::new();
        let mut part = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        part(b"lisuan operation 1");
        part(self.id.as_bytes());
        part(&(self.parents.len() as u64).to_be_bytes());
        for (id, digest) in self.parents.iter().zip(parents) {
            part(id.as_bytes());
            part(digest);
        }
        part(self.author.as_bytes());
        part(self.device.as_bytes());
        part(self.at.to_string().as_bytes());
        part(self.label.key.as_bytes());
        part(self.label.subject.as_bytes());
        for link in [self.batch, self.reverts] {
            part(link.as_ref().map_or(&[], |id| id.as_bytes()));
        }
        part(&(self.changes.len() as u64).to_be_bytes());
        for change in &self.changes {
            part(change.kind.as_str().as_bytes());
            part(change.id.as_bytes());
            part(change.field.as_bytes());
            for value in [&change.before, &change.after] {
                match value {
                    Some(text) => {
                        part(b"1");
                        part(text.as_bytes());
                    }
                    None => part(b"0"),
                }
            }
        }
        hash.finalize().into()
    }
}
