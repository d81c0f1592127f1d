//! From bytes to tables, for each format that bills come in.

mod ods;
mod old;
mod package;
mod records;
mod text;
mod xlsx;
mod xml;

use crate::choices::Choices;
use crate::error::BoqError;
use crate::limits::FILE_BYTES_MAX;
use crate::table::Table;

pub(crate) use text::Decoded;

/// What a file is; told by its bytes, since names lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Office Open XML.
    Xlsx,
    /// BIFF in a compound file, Excel 97 to 2003.
    Xls,
    /// OpenDocument.
    Ods,
    /// Text with a delimiter.
    Csv,
}

impl Format {
    /// Its usual ending.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Csv => "csv",
        }
    }
}

/// The tables of a file and how it was read.
pub(crate) struct Read {
    pub(crate) format: Format,
    pub(crate) tables: Vec<Table>,
    /// How text was decoded and split, in CSV.
    pub(crate) decoded: Option<Decoded>,
}

const ZIP: &[u8] = b"PK\x03\x04";
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// Reads all tables of a file.
pub(crate) fn read(bytes: &[u8], choices: &Choices) -> Result<Read, BoqError> {
    if bytes.len() as u64 > FILE_BYTES_MAX {
        return Err(BoqError::TooLarge { limit_bytes: FILE_BYTES_MAX });
    }
    let (format, tables, decoded) = if bytes.starts_with(ZIP) {
        let mut package = package::Package::open(bytes)?;
        match package.kind()? {
            package::Kind::Xlsx => (Format::Xlsx, xlsx::tables(&mut package)?, None),
            package::Kind::Ods => (Format::Ods, ods::tables(&mut package)?, None),
        }
    } else if bytes.starts_with(COMPOUND) {
        (Format::Xls, old::tables(bytes)?, None)
    } else {
        let (table, decoded) = text::table(bytes, choices)?;
        (Format::Csv, vec![table], Some(decoded))
    };
    Ok(Read { format, tables, decoded })
}
