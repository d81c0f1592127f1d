//! What lies in a place.

use std::collections::BTreeSet;

use futures::TryStreamExt as _;

use crate::error::PlaceError;
use crate::open::Place;
use crate::{FILE_BYTES_MAX, is_name};

/// More files than a shared place has; a longer list is refused.
pub const ITEMS_MAX: usize = 5_000;
/// Entries that are looked at for them: notes, parts and foreign files lie there too.
const ENTRIES_MAX: usize = 50_000;
/// A note is a digest and a number.
const NOTE_BYTES_MAX: u64 = 200;

/// A file that was sent whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Its name.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// Its digest, 64 lower-case hex digits, as the sender noted it.
    pub sha256: String,
    /// When it was put there, by the clock of the place; UTC, empty where it does not say.
    pub at: String,
}

impl Place {
    /// Lists what was sent whole, by name. A file without its note is on its way and not listed.
    ///
    /// # Errors
    /// [`PlaceError::TooLarge`] for more than [`ITEMS_MAX`] files; as any question to a place.
    pub fn list(&self) -> Result<Vec<Item>, PlaceError> {
        let names = self.names()?;
        let mut items = Vec::new();
        for name in names.iter().filter(|name| is_name(name)) {
            if !names.contains(&note_name(name)) {
                continue;
            }
            if let Some(item) = self.item(name)? {
                items.push(item);
            }
        }
        Ok(items)
    }

    /// One file; nothing when it is not there whole.
    ///
    /// # Errors
    /// As any question to a place.
    pub fn item(&self, name: &str) -> Result<Option<Item>, PlaceError> {
        if !is_name(name) {
            return Err(PlaceError::BadName(name.to_owned()));
        }
        let Some((sha256, bytes)) = self.note(name)? else { return Ok(None) };
        let facts = match self.wait(self.operator.stat(name)) {
            Ok(facts) => facts,
            Err(PlaceError::Missing(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
        let at = facts.last_modified().map(|at| at.to_string()).unwrap_or_default();
        let whole = facts.is_file() && facts.content_length() == bytes && bytes <= FILE_BYTES_MAX;
        Ok(whole.then(|| Item { name: name.to_owned(), bytes, sha256, at }))
    }

    /// Names of the files that lie there; of each only that it does.
    fn names(&self) -> Result<BTreeSet<String>, PlaceError> {
        let mut lister = self.wait(self.operator.lister_with("/").into_future())?;
        let mut names = BTreeSet::new();
        let (mut entries, mut items) = (0, 0);
        while let Some(entry) = self.wait(lister.try_next())? {
            entries += 1;
            if !entry.metadata().is_file() {
                continue;
            }
            items += usize::from(is_name(entry.name()));
            if entries > ENTRIES_MAX || items > ITEMS_MAX {
                return Err(PlaceError::TooLarge);
            }
            // Storage that does not say where its list ends begins it again.
            if !names.insert(entry.name().to_owned()) {
                break;
            }
        }
        Ok(names)
    }

    fn note(&self, name: &str) -> Result<Option<(String, u64)>, PlaceError> {
        let note = note_name(name);
        let facts = match self.wait(self.operator.stat(&note)) {
            Ok(facts) => facts,
            Err(PlaceError::Missing(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
        if facts.content_length() > NOTE_BYTES_MAX {
            return Ok(None);
        }
        let asked = self.operator.read_with(&note).range(0..facts.content_length());
        let bytes = self.wait(asked.into_future())?.to_vec();
        let text = String::from_utf8(bytes).unwrap_or_default();
        let mut words = text.split_whitespace();
        let (Some(sha256), Some(Ok(bytes)), None) =
            (words.next(), words.next().map(str::parse), words.next())
        else {
            return Ok(None);
        };
        let hex = sha256.len() == 64
            && sha256.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        Ok(hex.then(|| (sha256.to_owned(), bytes)))
    }
}

/// The note beside a file.
pub(crate) fn note_name(name: &str) -> String {
    format!("{name}.sha256")
}
