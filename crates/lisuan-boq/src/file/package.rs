//! The packed form of XLSX and ODS. Sizes are checked by unpacking, because a package may lie about
//! them, and before anything is parsed.

use std::collections::HashSet;
use std::io::{BufReader, Cursor, Read};

use zip::ZipArchive;
use zip::read::ZipFile;

use crate::error::BoqError;
use crate::limits::{
    PARTS_MAX, SHARED_TEXT_BYTES_MAX, UNPACK_RATIO_MAX, UNPACKED_BYTES_FREE, UNPACKED_BYTES_MAX,
};

/// What the package holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Ods,
}

/// A checked package.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: HashSet<String>,
}

/// A part while it is read.
pub(super) type Part<'p, 'a> = BufReader<ZipFile<'p, Cursor<&'a [u8]>>>;

impl<'a> Package<'a> {
    /// Opens a package and unpacks each part of it once into nothing.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, BoqError> {
        let damaged = |error: zip::result::ZipError| BoqError::damaged_by("the package", error);
        let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
        if archive.len() > PARTS_MAX {
            return Err(BoqError::Bomb { part: "the package".to_owned() });
        }
        let (mut names, mut unpacked) = (HashSet::new(), 0);
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).map_err(|error| match error {
                zip::result::ZipError::UnsupportedArchive(why) if why.contains("assword") => {
                    BoqError::Encrypted
                }
                other => damaged(other),
            })?;
            let name = part.name().map_err(damaged)?.into_owned();
            unpacked += unpacked_bytes(&mut part, &name, unpacked)?;
            // With two parts of one name, readers disagree about which one counts.
            if !names.insert(name) {
                return Err(BoqError::damaged("the package, which has two parts of one name,"));
            }
        }
        Ok(Self { archive, names })
    }

    /// What is inside.
    pub(super) fn kind(&mut self) -> Result<Kind, BoqError> {
        let has = |name: &str| self.names.contains(name);
        if has("content.xml") {
            // A locked OpenDocument says so in its manifest, part by part.
            let manifest = self.text("META-INF/manifest.xml", 1 << 20)?.unwrap_or_default();
            return match manifest.contains("encryption-data") {
                true => Err(BoqError::Encrypted),
                false => Ok(Kind::Ods),
            };
        }
        if has("xl/workbook.bin") {
            return Err(BoqError::Unsupported { kind: "xlsb" });
        }
        if has("Index/Document.iwa") {
            return Err(BoqError::Unsupported { kind: "numbers" });
        }
        match has("[Content_Types].xml") && self.names.iter().any(|name| name.starts_with("xl/")) {
            true => Ok(Kind::Xlsx),
            false => Err(BoqError::NotATable),
        }
    }

    /// Opens a part, if there is one of that name; letters may differ in case.
    pub(super) fn part(&mut self, name: &str) -> Result<Option<Part<'_, 'a>>, BoqError> {
        let found = match self.names.contains(name) {
            true => Some(name.to_owned()),
            false => self.names.iter().find(|known| known.eq_ignore_ascii_case(name)).cloned(),
        };
        let Some(found) = found else { return Ok(None) };
        let part = self.archive.by_name(&found);
        let part = part.map_err(|error| BoqError::damaged_by(found, error))?;
        Ok(Some(BufReader::with_capacity(64 << 10, part)))
    }

    /// A small part as text.
    pub(super) fn text(&mut self, name: &str, max: u64) -> Result<Option<String>, BoqError> {
        let Some(part) = self.part(name)? else { return Ok(None) };
        let mut text = String::new();
        let read = part.take(max).read_to_string(&mut text);
        read.map_err(|error| BoqError::damaged_by(name, error))?;
        Ok(Some(text))
    }
}

/// Unpacks a part into nothing and gives its size; `before` is that of the parts before it.
fn unpacked_bytes(
    part: &mut ZipFile<'_, Cursor<&[u8]>>,
    name: &str,
    before: u64,
) -> Result<u64, BoqError> {
    let room = UNPACKED_BYTES_MAX.saturating_sub(before);
    let by_ratio = part.compressed_size().saturating_mul(UNPACK_RATIO_MAX);
    let mut max = room.min(by_ratio.max(UNPACKED_BYTES_FREE));
    if name.ends_with("sharedStrings.xml") {
        max = max.min(SHARED_TEXT_BYTES_MAX);
    }
    let bomb = || BoqError::Bomb { part: name.to_owned() };
    if part.size() > max {
        return Err(bomb());
    }
    let copied = std::io::copy(&mut part.take(max + 1), &mut std::io::sink());
    let copied = copied.map_err(|error| BoqError::damaged_by(name, error))?;
    if copied > max { Err(bomb()) } else { Ok(copied) }
}
