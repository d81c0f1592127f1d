//! What a statement says when it is signed (谈话笔录): the note as it stands and who gave it.
//!
//! The form is that of [`super::signed`]: `form`, the head of the case, the fields of the note, for
//! each person named in it `person.name` and `person.party`, `statement`, then who signs. Photos
//! that are linked to the note are evidence beside it and not part of it.

use super::signed::case_head;
use super::signed_text::{SignedText, sha256};
use crate::Id;
use crate::case::{Case, NoteKind, Person};

/// What a statement is signed under.
pub const STATEMENT_READ: &str = "以上记录我已看过，与我所说的相符";

/// Names the form; a later form gets another name.
const FORM: &str = "lisuan-statement/1";

/// What a statement says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementContent {
    /// Fields of the case that stand on it: name and value.
    pub case: Vec<(&'static str, String)>,
    /// Fields of the note.
    pub note: Vec<(&'static str, String)>,
    /// Those named in it: name, and whom they stand for by its word.
    pub persons: Vec<(String, String)>,
}

impl StatementContent {
    /// What a note says that is a statement; nothing when there is no such note or it is none.
    pub fn of(case: &Case, note: Id) -> Option<Self> {
        let note = case.notes.iter().find(|known| known.id == note)?;
        if note.kind != Some(NoteKind::Statement) {
            return None;
        }
        let linked = case.note_persons.iter().filter(|link| link.note == Some(note.id));
        let persons =
            linked.filter_map(|link| case.persons.iter().find(|p| Some(p.id) == link.person));
        let said = |person: &Person| {
            let party = person.party.map(|party| party.as_str().to_owned());
            (person.name.clone().unwrap_or_default(), party.unwrap_or_default())
        };
        Some(Self {
            case: case_head(case),
            note: note.texts(),
            persons: persons.map(said).collect(),
        })
    }

    /// The canonical form as a person signs it.
    pub fn canonical_by(&self, signer: &Person) -> String {
        let mut text = self.text();
        text.signer(signer);
        text.under(FORM)
    }

    /// SHA-256 of the canonical form as a person signs it.
    pub fn digest_by(&self, signer: &Person) -> String {
        sha256(&self.canonical_by(signer))
    }

    /// SHA-256 of everything but who signs: tells whether it is what was shown.
    pub fn digest(&self) -> String {
        sha256(&self.text().under(FORM))
    }

    fn text(&self) -> SignedText {
        let mut text = SignedText::default();
        for (name, value) in &self.case {
            text.line(&format!("case.{name}"), value);
        }
        for (name, value) in &self.note {
            text.line(&format!("note.{name}"), value);
        }
        for (name, party) in &self.persons {
            text.line("person.name", name);
            if !party.is_empty() {
                text.line("person.party", party);
            }
        }
        text.line("statement", STATEMENT_READ);
        text
    }
}

/// Per signature under a note: whether the note still says what was signed.
pub(super) fn covering(case: &Case) -> Vec<(Id, bool)> {
    let signed = case.signatures.iter().filter_map(|signature| Some((signature, signature.note?)));
    signed
        .map(|(signature, note)| {
            let signer = case.persons.iter().find(|person| Some(person.id) == signature.person);
            let content = StatementContent::of(case, note);
            let now = content.zip(signer).map(|(content, signer)| content.digest_by(signer));
            (signature.id, now.is_some() && now == signature.content)
        })
        .collect()
}
