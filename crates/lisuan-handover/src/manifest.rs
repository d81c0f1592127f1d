//! What a package says of itself.

use std::collections::BTreeSet;

use lisuan_core::Id;
use lisuan_core::moment::Moment;
use serde::{Deserialize, Serialize};

use crate::error::PackageError;
use crate::limits::{ENTRIES_MAX, TEXT_CHARS_MAX};

/// The format this program writes and the newest it reads.
pub const FORMAT: u64 = 1;

/// `manifest.json`: signed, and everything else in the package follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Version of the format.
    pub format: u64,
    /// The program that wrote it, with its version.
    pub program: String,
    /// Which case.
    pub case: CaseName,
    /// Who handed it over, on which device.
    pub sender: Hand,
    /// To whom, as the sender wrote it.
    pub recipient: String,
    /// Where the claim stands, in the sender's words.
    pub state: String,
    /// Why it is handed over.
    pub reason: String,
    /// The part whose originals are enclosed; all when there is none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub part: Option<PartName>,
    /// The sender's claim of the time.
    pub at: String,
    /// The operations that no other was made on top of.
    pub heads: Vec<HeadDigest>,
    /// The list of operations.
    pub operations: OperationList,
    /// Every original that the operations speak of.
    pub originals: Vec<OriginalEntry>,
}

/// Which case a package or receipt is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseName {
    /// Key of its head, the same in all copies.
    pub id: String,
    /// 报案号.
    pub claim_no: String,
    /// The insured.
    pub insured: String,
}

/// A person at a device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hand {
    /// Name, as the program was told.
    pub name: String,
    /// Which installation of the program.
    pub device: String,
    /// The key to encrypt an answer to (`age1…`).
    pub key: String,
}

/// The part of a case whose originals are enclosed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartName {
    /// `policy_section` or `damage_place`.
    pub kind: String,
    /// Key of the record.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// An operation no other was made on top of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadDigest {
    /// Its key.
    pub id: String,
    /// Its digest in lower-case hex.
    pub digest: String,
}

/// What `operations.jsonl` holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct OperationList {
    /// How many.
    pub count: u64,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// SHA-256 of the file in lower-case hex.
    pub sha256: String,
}

/// One original.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginalEntry {
    /// SHA-256 in lower-case hex.
    pub sha256: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Number of the photo or paper; several where the same file came in twice.
    pub numbers: Vec<String>,
    /// Whether it is in the package.
    pub enclosed: bool,
}

/// The version alone, so that a newer package is told from a broken one.
#[derive(Deserialize)]
struct Version {
    format: u64,
    #[serde(default)]
    program: String,
}

impl Manifest {
    /// Reads a manifest strictly.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, PackageError> {
        let broken = |error: serde_json::Error| {
            PackageError::disagrees(format!("manifest.json, line {}", error.line()))
        };
        let version: Version = serde_json::from_slice(bytes).map_err(broken)?;
        if version.format > FORMAT {
            let program = version.program.chars().filter(|c| !c.is_control()).take(100).collect();
            return Err(PackageError::Newer { found: version.format, known: FORMAT, program });
        }
        let manifest: Self = serde_json::from_slice(bytes).map_err(broken)?;
        manifest.check()?;
        Ok(manifest)
    }

    pub(crate) fn to_bytes(&self) -> Result<Vec<u8>, PackageError> {
        self.check()?;
        let mut bytes = serde_json::to_vec_pretty(self)
            .map_err(|_| PackageError::disagrees("manifest.json"))?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    fn check(&self) -> Result<(), PackageError> {
        let disagrees = |what: &str| Err(PackageError::disagrees(format!("manifest.json: {what}")));
        if self.format == 0 {
            return disagrees("format");
        }
        if self.originals.len() > ENTRIES_MAX || self.heads.len() > ENTRIES_MAX {
            return Err(PackageError::Limit("entries"));
        }
        let hands = [&self.sender.name, &self.sender.device, &self.sender.key];
        let case = [&self.case.claim_no, &self.case.insured];
        let said = [&self.program, &self.recipient, &self.state, &self.reason];
        let part = self.part.iter().flat_map(|part| [&part.kind, &part.name]);
        let numbers = self.originals.iter().flat_map(|original| &original.numbers);
        let mut texts = hands.into_iter().chain(case).chain(said).chain(part).chain(numbers);
        if !texts.all(|text| is_plain(text)) {
            return disagrees("a text");
        }
        if self.at.parse::<Moment>().is_err() {
            return disagrees("the time");
        }
        let part_id = self.part.as_ref().map(|part| &part.id);
        let heads = self.heads.iter().map(|head| &head.id);
        if !heads.chain([&self.case.id]).chain(part_id).all(|id| id.parse::<Id>().is_ok()) {
            return disagrees("a key");
        }
        let digests = self.heads.iter().map(|head| &head.digest);
        let originals = self.originals.iter().map(|original| &original.sha256);
        let operations = [&self.operations.sha256];
        if !digests.chain(originals).chain(operations).all(|digest| is_digest(digest)) {
            return disagrees("a digest");
        }
        let names: BTreeSet<&str> = self.originals.iter().map(|o| o.sha256.as_str()).collect();
        if names.len() != self.originals.len() {
            return disagrees("an original twice");
        }
        Ok(())
    }

    /// The originals that are in the package.
    pub fn enclosed(&self) -> impl Iterator<Item = &OriginalEntry> {
        self.originals.iter().filter(|original| original.enclosed)
    }

    /// How many originals are in the package, and their bytes together.
    pub fn enclosed_size(&self) -> (u64, u64) {
        self.enclosed().fold((0, 0), |(n, bytes), one| (n + 1, bytes.saturating_add(one.bytes)))
    }
}

/// Whether a text is short and has nothing that changes how text around it is shown.
pub(crate) fn is_plain(text: &str) -> bool {
    let turns = |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().count() <= TEXT_CHARS_MAX
        && !text.chars().any(|c| (c.is_control() && c != '\n') || turns(c))
}

pub(crate) fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'))
}
